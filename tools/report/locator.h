/* SPDX-License-Identifier: MIT */
/* Where in its file a stretch of text stands: line, column and bytes, asked for in the order of the text. */
#ifndef REPORT_LOCATOR_H
#define REPORT_LOCATOR_H

#include <stddef.h>
#include <stdint.h>

#include "common/origin.h"
#include "common/position.h"
#include "report/finding.h"
#include "report/table.h"

/* What a text is in its file. */
struct text_place {
	const char *file;   /* as the user wrote it */
	uint64_t record;    /* --jsonl: its line, else 0 */
	const char *line;   /* --jsonl: that line, and what stands between the quotes of the text */
	const char *raw, *raw_end;
	bool has_halves;    /* --jsonl: of surrogate pairs */
};

struct locator {
	const struct text_place *place;
	const struct origin *origin;
	struct position at;      /* of the decoded text */
	uint64_t line_start;     /* offset of the line at hand */
	/* --jsonl: as far as the string has been read */
	const char *raw;
	uint64_t raw_at;         /* bytes of its text in front of `raw` */
	struct position raw_position;
};

/* A text begins. */
void locator_start(struct locator *locator, const struct text_place *place, const struct origin *origin);
/*
 * Fill in where [start, end) of the text is, what stands there and around it. `text` holds it from the offset `text_at` on, up to the
 * end of its line, and all that has not been passed yet. `start` is never in front of one that was asked for before.
 */
void locator_fill(struct locator *locator, struct finding *finding, const char *text, size_t len, uint64_t text_at,
		  uint64_t start, uint64_t end);
/* Go on behind a text of which nothing more is asked. */
void locator_pass(struct locator *locator, const char *text, size_t len, uint64_t text_at);

/* An example of a finding, whose strings are in `strings`, which is empty. */
void example_make(struct example *example, const struct finding *finding, struct bytes *strings);

#endif
