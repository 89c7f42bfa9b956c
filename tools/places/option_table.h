/* SPDX-License-Identifier: MIT */
/* The options of norm-places and their help texts, one translatable text an option. */
#ifndef PLACES_OPTION_TABLE_H
#define PLACES_OPTION_TABLE_H

#include "common/arguments.h"
#include "common/bytes.h"

/* What popt returns for each option. */
enum {
	OPT_GAZETTEER = ARGUMENT_OWN,
	OPT_NO_BASE,
	OPT_FORMAT,
	OPT_HTML,
	OPT_MIN,
	OPT_JSONL,
	OPT_JSON,
	OPT_COUNTRY,
	OPT_SCHEME,
	OPT_COUNT_MAX,
	OPT_OUTPUT,
	OPT_STRICT,
	OPT_FROM,
	OPT_COUNT
};

extern const struct poptOption option_table[];

/* Append what --help prints. */
void option_table_append_page(struct bytes *page);

#endif
