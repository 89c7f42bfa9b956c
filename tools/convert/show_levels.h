/* SPDX-License-Identifier: MIT */
/*
 * --show-levels: the levels, sentences and protected spans of a block, in the order of the text. Blocks are of text that is
 * decoded, by a stream with edits, and positions are those of its source.
 */
#ifndef CONVERT_SHOW_LEVELS_H
#define CONVERT_SHOW_LEVELS_H

#include "convert/report.h"

/* What such a stream works by: the rules of the profile about the encoding of its input, and no others. */
norm_profile *show_levels_reading(const norm_profile *profile);

/* Tell those of a block of whole paragraphs. False when the output has failed. */
bool show_levels_block(struct report *report, const norm_block *block);

/* Whole paragraphs out of a block, of which report->levels has read the levels. */
struct levels_part {
	const char *text;
	size_t len;
	uint64_t offset; /* of its first byte in what was decoded */
	const norm_edits *edits; /* of the block: where that came from */
};

/*
 * levels_text.c: append the line for people, or nothing where it would tell nothing new. `report` has moved to the start
 * of what is told, with its opening mark. A span stands in a level of that `depth`.
 */
void levels_text_level(struct report *report, const struct levels_part *part, const norm_level *level);
void levels_text_sentence(struct report *report, const struct levels_part *part, const norm_sentence *sentence);
void levels_text_protected(struct report *report, const struct levels_part *part, const norm_protected *span,
			   unsigned depth);

/* levels_json.c: append the line for programs. The level has number `index` in its part. */
void levels_json_level(struct report *report, const struct levels_part *part, const norm_level *level, size_t index);
void levels_json_sentence(struct report *report, const struct levels_part *part, const norm_sentence *sentence);
void levels_json_protected(struct report *report, const struct levels_part *part, const norm_protected *span);

#endif
