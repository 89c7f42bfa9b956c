/* SPDX-License-Identifier: MIT */
/* One run of norm-report. */
#ifndef REPORT_JOB_H
#define REPORT_JOB_H

#include <libnorm/norm.h>

#include "report/options.h"

/* Run it. @return the exit status. */
int job_run(const struct options *options, const norm_context *context);

#endif
