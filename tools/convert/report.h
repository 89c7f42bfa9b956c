/* SPDX-License-Identifier: MIT */
/*
 * Telling what there is in a text: each edit and each finding, for people (--explain) or for programs (--edits), or its
 * levels (--show-levels).
 */
#ifndef CONVERT_REPORT_H
#define CONVERT_REPORT_H

#include <stdbool.h>
#include <stdint.h>

#include <libnorm/norm.h>

#include "common/output.h"
#include "common/position.h"

enum report_kind { REPORT_NOTHING, REPORT_EXPLAIN, REPORT_EDITS, REPORT_LEVELS, REPORT_LEVELS_JSON };

struct report {
	enum report_kind kind;
	struct output *out;
	bool isolate;             /* a terminal is there to be kept in order */
	int columns;              /* what lines are cut to */
	const char *file;
	struct bytes line; /* room to write one in */
	/* of the text at hand */
	const norm_profile *profile; /* that it is read by */
	norm_levels *levels;      /* to read it with, for --show-levels */
	struct position position; /* in the file, of the source byte `reached` */
	uint64_t reached;         /* in the text */
	uint64_t source_start;    /* where in its file the text starts, source and output */
	uint64_t output_start;
	uint64_t levels_done;     /* levels told of it */
	const char *encoding;     /* of all of it, as its stream knows by now, or NULL */
	bool encoding_told;       /* --explain: once is enough */
	/* a text that is a member of a JSON line: */
	const char *field;        /* NULL: it is not */
	const char *raw, *raw_end; /* the rest of its string, as it stands in the line */
};

/* Whether it tells levels; then those who name texts bring them, made for the profile of the text. Else they are NULL. */
bool report_wants_levels(const struct report *report);
/* A text starts here: `source` and `output` are the offsets of its first byte in file and output. */
void report_text(struct report *report, const norm_profile *profile, norm_levels *levels, uint64_t source,
		 uint64_t output);
/* A text that is the string raw … raw_end of a member, and where that stands. */
void report_member(struct report *report, const norm_profile *profile, norm_levels *levels, const char *field,
		   const char *raw, const char *raw_end, struct position position);
/* Pass over source bytes that belong to no text (separators). */
void report_pass(struct report *report, const char *bytes, size_t len);
/* Tell what there is in a block, in the order of the source. False when the output has failed. */
bool report_block(struct report *report, const norm_block *block);
/* Move to a place in a block, for those who append lines: behind the last one they moved to. */
void report_move_to(struct report *report, const norm_block *block, uint64_t offset);
/* Write the line that was appended to report->line, and empty it. False when the output has failed. */
bool report_write_line(struct report *report);

void report_release(struct report *report);

/* explain.c, edits.c: append the line that tells an edit or a finding; `report` has moved to its start. */
void explain_edit(struct bytes *line, const struct report *report, const norm_block *block, const norm_edit *edit);
void explain_finding(struct bytes *line, const struct report *report, const norm_block *block,
		     const norm_finding *finding);
/* The same of the encoding of all of a text. */
void explain_encoding(struct bytes *line, const struct report *report);
/* Whether an edit tells no more than that its text is in another encoding, which is not worth a line for each character. */
bool explain_passes(const norm_block *block, const norm_edit *edit);
void edits_edit(struct bytes *line, const struct report *report, const norm_block *block, const norm_edit *edit);
void edits_finding(struct bytes *line, const struct report *report, const norm_block *block,
		   const norm_finding *finding);

#endif
