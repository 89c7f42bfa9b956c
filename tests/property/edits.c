/* SPDX-License-Identifier: MIT */
/* The edits say truly what became of the input, and offsets map by them. */
#include "property/property.h"
#include "support/laws.h"

static const char *edits(const struct property_case *c)
{
	return law_edits(c->profile, c->in, c->len);
}

int main(void)
{
	static const struct property properties[] = {
	    {"edits", edits, NULL, RANDOM_ALL, 12, 40000},
	    {"edits of long texts", edits, NULL, RANDOM_ALL, 2000, 100},
	    {"edits of mixed news", edits, random_any_spec, RANDOM_MIXED, 40, 10000},
	};
	return property_main(properties, sizeof properties / sizeof properties[0]);
}
