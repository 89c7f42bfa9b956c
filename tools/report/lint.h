/* SPDX-License-Identifier: MIT */
/* Findings as compilers write them: "page.txt:3:14: warning: message: "…" (U+00A0) → "…" [rule.id]". */
#ifndef REPORT_LINT_H
#define REPORT_LINT_H

#include "report/finding.h"

/* With columns in characters, and in bytes. */
extern const struct finding_sink lint_sink, lint_byte_sink;

#endif
