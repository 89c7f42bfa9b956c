/* SPDX-License-Identifier: MIT */
/* norm-report --rules: the registry, as a profile has it. */
#ifndef REPORT_RULES_H
#define REPORT_RULES_H

#include "report/options.h"

/* @return the exit status. */
int rules_print(const struct options *options, const norm_profile *profile);

#endif
