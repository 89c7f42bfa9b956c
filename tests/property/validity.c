/* SPDX-License-Identifier: MIT */
/* Whatever the input, the output is UTF-8; a strict profile stops at the first byte that is not. */
#include "property/property.h"
#include "support/laws.h"

static const char *validity(const struct property_case *c)
{
	return law_validity(c->profile, c->in, c->len);
}

/* A random profile with a random policy for what is not UTF-8. */
static void any_policy(struct random *random, struct buffer *out)
{
	static const char *const policies[] = {"replace", "strict", "drop"};
	random_spec(random, 4, out);
	out->len--;
	buffer_append_text(out, " input.invalid=");
	buffer_append_text(out, policies[random_below(random, 3)]);
	buffer_append(out, "", 1);
}

int main(void)
{
	static const struct property properties[] = {
	    {"validity", validity, any_policy, RANDOM_ALL, 12, 60000},
	    {"validity of bytes", validity, any_policy, RANDOM_INVALID, 40, 20000},
	    {"validity of long texts", validity, any_policy, RANDOM_ALL, 3000, 100},
	};
	return property_main(properties, 3);
}
