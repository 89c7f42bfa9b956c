/* SPDX-License-Identifier: MIT */
#include "fuzz/fuzz.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "property/random.h"
#include "support/escape.h"
#include "support/spec.h"

const norm_context *fuzz_context(void)
{
	static norm_context *context;
	if (!context)
		context = spec_context();
	return context;
}

/* The description of a profile, see support/spec.h. */
static void write_spec(uint8_t number, struct buffer *out)
{
	static const char *const plain[] = {"none", "clean", "search", "nlp"};
	struct random random = {number};
	if (number < 4)
		buffer_append(out, plain[number], strlen(plain[number]) + 1);
	else
		random_spec(&random, 12, out);
}

const norm_profile *fuzz_profile(uint8_t number)
{
	static norm_profile *profiles[256];
	if (!profiles[number]) {
		struct buffer spec = {0};
		write_spec(number, &spec);
		profiles[number] = spec_profile(fuzz_context(), (const char *)spec.at);
		buffer_release(&spec);
	}
	return profiles[number];
}

void fuzz_check(const char *wrong, uint8_t profile, const uint8_t *text, size_t len)
{
	if (!wrong)
		return;
	struct buffer spec = {0};
	write_spec(profile, &spec);
	printf("# %s\n%s\n", wrong, (const char *)spec.at);
	escape_print(stdout, text, len);
	putchar('\n');
	fflush(stdout);
	abort();
}
