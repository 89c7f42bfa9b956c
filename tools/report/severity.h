/* SPDX-License-Identifier: MIT */
/* How bad it is what a rule finds. */
#ifndef REPORT_SEVERITY_H
#define REPORT_SEVERITY_H

#include <stdbool.h>

#include <libnorm/norm.h>

enum severity { SEVERITY_OFF, SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR };

/* That of a rule under a profile. */
enum severity severity_of(const norm_profile *profile, const norm_rule *rule);
/* "error", "warning", "note" or "off", for programs. */
const char *severity_name(enum severity severity);
/* The severity of this name. @return false when there is none. */
bool severity_read(const char *name, enum severity *ret);

#endif
