/* SPDX-License-Identifier: MIT */
/*
 * Canonically equivalent texts have one output, with every profile that sets a normal form: the text as it is,
 * composed, decomposed, half composed, and with its marks in any order that means the same.
 */
#include "property/property.h"
#include "support/laws.h"

static const char *equivalence(const struct property_case *c)
{
	return law_equivalence(c->profile, c->in, c->len, c->seed);
}

static void any_form(struct random *random, struct buffer *out)
{
	static const char *const forms[] = {" unicode.form=NFC", " unicode.form=NFD", " unicode.form=NFKC",
					    " unicode.form=NFKD"};
	random_spec(random, 8, out);
	out->len--;
	buffer_append_text(out, forms[random_below(random, 4)]);
	buffer_append(out, "", 1);
}

int main(void)
{
	/* A sequence over the limit of marks is cut, so it has no equivalents. */
	const unsigned kinds = RANDOM_ALL & ~(unsigned)(RANDOM_INVALID | RANDOM_LONG_MARKS);
	const struct property properties[] = {
	    {"equivalence", equivalence, any_form, kinds, 10, 40000},
	    {"equivalence of marks", equivalence, any_form, RANDOM_MARKS | RANDOM_ARABIC, 6, 20000},
	};
	return property_main(properties, 2);
}
