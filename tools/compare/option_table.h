/* SPDX-License-Identifier: MIT */
/* The options of norm-compare and their help texts, one translatable text an option. */
#ifndef COMPARE_OPTION_TABLE_H
#define COMPARE_OPTION_TABLE_H

#include "common/arguments.h"
#include "common/bytes.h"

/* What popt returns for each option. */
enum {
	OPT_WITHIN = ARGUMENT_OWN,
	OPT_AGAINST,
	OPT_RECURSIVE,
	OPT_GIT,
	OPT_FROM,
	OPT_WORDS,
	OPT_UNIFIED,
	OPT_SIDE_BY_SIDE,
	OPT_JSON,
	OPT_HTML,
	OPT_STAT,
	OPT_QUIET,
	OPT_IGNORE,
	OPT_FAIL_ON,
	OPT_LINE_BREAKS,
	OPT_CONTEXT,
	OPT_WIDTH,
	OPT_COUNT
};

extern const struct poptOption option_table[];

/* Append what --help prints. */
void option_table_append_page(struct bytes *page);

#endif
