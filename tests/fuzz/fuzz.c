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

#define NO_REPAIR " input.encoding=utf-8 repair.mojibake=off repair.visual-order=off"

/* The description of a profile, see support/spec.h. */
static void write_spec(uint8_t number, struct buffer *out)
{
	static const char *const fixed[] = {
		"none", "clean" NO_REPAIR, "search" NO_REPAIR, "nlp" NO_REPAIR,
		/* FUZZ_REPAIRS */
		"clean", "search repair.line-ends=join", "none input.encoding=auto repair.entities=safe",
		"clean repair.mojibake=aggressive repair.entities=aggressive repair.visual-order=aggressive repair.escapes=decode",
	};
	struct random random = {number};
	if (number < sizeof fixed / sizeof fixed[0])
		buffer_append(out, fixed[number], strlen(fixed[number]) + 1);
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

void fuzz_require(bool good, const char *what)
{
	if (good)
		return;
	printf("# %s\n", what);
	fflush(stdout);
	abort();
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
