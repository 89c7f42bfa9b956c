/* SPDX-License-Identifier: MIT */
/* What a profile makes of its own output is that output. */
#include "property/property.h"
#include "support/laws.h"

static const char *idempotence(const struct property_case *c)
{
	return law_idempotence(c->profile, c->in, c->len);
}

int main(void)
{
	static const struct property properties[] = {
	    {"idempotence", idempotence, NULL, RANDOM_ALL, 12, 60000},
	    {"idempotence of long texts", idempotence, NULL, RANDOM_ALL, 2000, 300},
	    {"idempotence of mixed news", idempotence, random_any_spec, RANDOM_MIXED, 12, 60000},
	    {"idempotence of long mixed news", idempotence, random_any_spec, RANDOM_MIXED, 120, 6000},
	};
	return property_main(properties, sizeof properties / sizeof properties[0]);
}
