/* SPDX-License-Identifier: MIT */
/* The options of norm-report: names, help, and what popt returns for each. */
#ifndef REPORT_OPTION_TABLE_H
#define REPORT_OPTION_TABLE_H

#include "common/arguments.h"

enum {
	OPT_RECURSIVE = ARGUMENT_OWN,
	OPT_JSONL,
	OPT_MERGE,
	OPT_FROM,
	OPT_PROFILE,
	OPT_SET,
	OPT_ONLY,
	OPT_EXAMPLES,
	OPT_TEXT,
	OPT_JSON,
	OPT_TSV,
	OPT_HTML,
	OPT_LINT,
	OPT_SARIF,
	OPT_RULES,
	OPT_TOTAL,
	OPT_BYTE_COLUMNS,
	OPT_FAIL_ON,
	OPT_BASELINE,
	OPT_WRITE_BASELINE,
	OPT_JOBS,
	OPT_COUNT
};

extern const struct poptOption option_table[];

#endif
