/* SPDX-License-Identifier: MIT */
#include "report/severity.h"

#include <string.h>

static const char *const names[] = {
	[SEVERITY_OFF] = "off", [SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};

/* Text that cannot be read is worse than damage that can be repaired, and that is worse than habits of writing. */
enum severity severity_of(const norm_profile *profile, const norm_rule *rule)
{
	(void)profile;
	if (!strcmp(rule->section, "input"))
		return SEVERITY_ERROR;
	return !strcmp(rule->section, "repair") || !strcmp(rule->section, "controls") ? SEVERITY_WARNING : SEVERITY_NOTE;
}

const char *severity_name(enum severity severity)
{
	return names[severity];
}

bool severity_read(const char *name, enum severity *ret)
{
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (!strcmp(names[i], name)) {
			*ret = (enum severity)i;
			return true;
		}
	}
	return false;
}
