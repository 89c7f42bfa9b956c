/* SPDX-License-Identifier: MIT */
/* Findings in SARIF 2.1.0, the format in which services of code review and editors take the findings of programs. */
#ifndef REPORT_SARIF_H
#define REPORT_SARIF_H

#include "report/finding.h"

/*
 * One run, with all rules of the registry whatever is found, so that results name them by their index. Texts are in the user's
 * language, which the run names. Needs a filter for fingerprints.
 */
extern const struct finding_sink sarif_sink;

#endif
