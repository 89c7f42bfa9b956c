/* SPDX-License-Identifier: MIT */
/*
 * A text cut where its language changes: sentences, and the quotations and brackets in them, laid flat.
 */
#ifndef REPORT_SEGMENTS_H
#define REPORT_SEGMENTS_H

#include <stdbool.h>
#include <stddef.h>

#include <libnorm/norm.h>

/* The one beside it has another language, or is no quotation where this one is. */
struct segment {
	size_t start, end;      /* bytes of the text */
	norm_language language; /* what it most likely is, which is what rules take it for unless they cannot tell */
	bool in_quotation;
};

struct segments {
	norm_levels *levels;
	struct segment *at;   /* in the order of the text, without gaps */
	size_t count, cap;
	bool *quoted;         /* by level: it is a quotation, or in one */
	size_t quoted_cap;
	size_t *open;         /* sentences around the one at hand */
	size_t open_count, open_cap;
};

/* `profile` says how characters are seen, and has to outlive the segments. */
void segments_init(struct segments *segments, const norm_profile *profile);
/* Read a text. @return #NORM_OK or what norm_levels_read() says. */
norm_status segments_read(struct segments *segments, const char *text, size_t len);
/* The same of a text that the levels have just been read of. */
void segments_take(struct segments *segments, const char *text, size_t len);
void segments_release(struct segments *segments);

#endif
