/* SPDX-License-Identifier: MIT */
/* However the input is cut into writes, a stream gives the text and the edits that norm_apply() gives. */
#include "property/property.h"
#include "support/laws.h"

static const char *chunks(const struct property_case *c)
{
	static const size_t fixed[] = {1, 2, 3, 7};
	struct random random = {c->seed};
	size_t mixed[8];
	for (size_t i = 0; i < 8; i++)
		mixed[i] = 1 + random_below(&random, random_once_in(&random, 4) ? 200 : 8);
	const char *wrong = law_stream(c->profile, c->in, c->len, (struct chunks){mixed, 8});
	return wrong ? wrong : law_stream(c->profile, c->in, c->len, (struct chunks){&fixed[c->seed % 4], 1});
}

int main(void)
{
	static const struct property properties[] = {
	    {"chunks", chunks, NULL, RANDOM_ALL, 12, 30000},
	    {"chunks of long texts", chunks, NULL, RANDOM_ALL, 2000, 100},
	};
	return property_main(properties, 2);
}
