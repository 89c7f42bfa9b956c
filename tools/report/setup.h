/* SPDX-License-Identifier: MIT */
/* What all threads of a run share and none changes. */
#ifndef REPORT_SETUP_H
#define REPORT_SETUP_H

#include <stdbool.h>

#include <libnorm/norm.h>

#include "report/finding.h"
#include "report/tally.h"

struct setup {
	unsigned sections;            /* 1 << SECTION_… */
	unsigned examples_max;
	bool shows_files;             /* with examples of each, not only of the total */
	const char *from;             /* the encoding of the input; NULL: found out for each paragraph */
	const char *field;            /* --jsonl; NULL: files are texts */
	const norm_rule *invalid;     /* the rule for bytes that are no character */
	norm_profile *profile;        /* what is looked for */
	norm_profile *search;         /* what makes paragraphs and fingerprints the same; NULL: there are neither */
	norm_gazetteer *gazetteer;    /* NULL: there is none */
	const struct finding_sink *sink; /* NULL: findings are only counted */
	struct finding_filter *filter;   /* NULL: none is known */
};

static inline bool setup_wants(const struct setup *setup, enum section section)
{
	return setup->sections >> section & 1;
}

/* Whether somebody wants to know what the profile finds. */
static inline bool setup_wants_findings(const struct setup *setup)
{
	return setup->sections & SECTIONS_FINDING || setup->sink || setup->filter;
}

#endif
