/* SPDX-License-Identifier: MIT */
/* norm-report --merge: reports of parts, added up. */
#ifndef REPORT_MERGE_H
#define REPORT_MERGE_H

#include "report/options.h"

/* @return the exit status. */
int merge_run(const struct options *options);

#endif
