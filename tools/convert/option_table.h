/* SPDX-License-Identifier: MIT */
/* The options of norm-convert and their help texts, one translatable text an option. */
#ifndef CONVERT_OPTION_TABLE_H
#define CONVERT_OPTION_TABLE_H

#include "common/arguments.h"
#include "common/bytes.h"

/* What popt returns for each option. */
enum {
	OPT_PROFILE = ARGUMENT_OWN,
	OPT_SET,
	OPT_ON_ERROR,
	OPT_FROM,
	OPT_TO,
	OPT_JOIN_LINES,
	OPT_OUTPUT,
	OPT_IN_PLACE,
	OPT_CHECK,
	OPT_EXPLAIN,
	OPT_EDITS,
	OPT_SHOW_LEVELS,
	OPT_NULL,
	OPT_JSONL,
	OPT_SKIP_BAD,
	OPT_LIST_PROFILES,
	OPT_SHOW_PROFILE,
	OPT_LIST_RULES,
	OPT_STATS,
	OPT_COUNT
};

extern const struct poptOption option_table[];

/* Append what --help prints. */
void option_table_append_page(struct bytes *page);

#endif
