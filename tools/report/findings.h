/* SPDX-License-Identifier: MIT */
/* What a profile finds in texts: counted by rule, with examples, and handed to a sink. */
#ifndef REPORT_FINDINGS_H
#define REPORT_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libnorm/norm.h>

#include "common/origin.h"
#include "report/finding.h"
#include "report/found_rules.h"
#include "report/kept.h"
#include "report/locator.h"
#include "report/tally.h"

/* What was found while the text was decoded: it comes before what is found in the same place of the decoded text. */
struct early_finding {
	struct origin_span span;
	const norm_rule *rule;
	const char *detail;
	unsigned confidence;
	bool is_edit; /* bytes that became U+FFFD */
};

struct findings {
	norm_stream *stream;
	const norm_levels *levels; /* of the block at hand; NULL: not wanted */
	struct found_rules rules;
	struct early_finding *early;
	size_t early_first, early_count, early_cap;
	uint64_t replaced_end;    /* of the bytes that became U+FFFD last */
	struct locator locator;
	struct origin *origin;
	struct tally *tally;
	uint64_t suspected;       /* offset up to which invisible characters have been counted */
	unsigned examples_max;
	bool sees_characters;     /* SECTION_CHARACTERS */
	const struct finding_sink *sink; /* NULL: nothing but counts */
	struct finding_filter *filter;   /* NULL: nothing is known */
	void *filter_state;
	/*
	 * Waits until all that stands in front of the text has been through the filter; false: nobody wants the findings any more.
	 * Until then they are kept. NULL: there is nothing to wait for.
	 */
	bool (*wait)(void *user);
	void *waiting;
	struct kept kept;
	struct bytes *out;        /* where the sink writes */
	/* Called with each block of the text before its findings are taken; NULL: nobody wants to see it. */
	void (*show)(void *user, const norm_block *block);
	void *user;
	uint64_t told;            /* findings that the sink has written */
};

/* `levels`: read with the findings, for what is shown of each block and for SECTION_CHARACTERS; NULL: they are not wanted. */
void findings_init(struct findings *findings, const norm_profile *profile, norm_levels *levels);
void findings_release(struct findings *findings);

/* Count into this tally from now on. */
void findings_start(struct findings *findings, struct tally *tally);
/* A text begins. `place` and `origin` have to stay. */
void findings_text(struct findings *findings, const struct text_place *place, struct origin *origin);
/* What was found while decoding what comes next. */
void findings_early(struct findings *findings, const struct early_finding *early);
/* Decoded text, and its end. @return #NORM_OK or what the stream says. */
norm_status findings_write(struct findings *findings, const char *text, size_t len);
norm_status findings_end(struct findings *findings);
/* Wait, and let those that are kept through the filter and to the sink. */
void findings_settle(struct findings *findings);

#endif
