/* SPDX-License-Identifier: MIT */
#include "property/property.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/escape.h"
#include "support/spec.h"

enum { SEED = 20240521, FAILURES_SHOWN = 3, ATTEMPTS_MAX = 20000 };

/* A whole number of the environment, or `otherwise`. */
static uint64_t number_of(const char *name, uint64_t otherwise)
{
	const char *text = getenv(name);
	return text && *text ? strtoull(text, NULL, 10) : otherwise;
}

/* Leave `cut` bytes out from `at` on, if the law is still broken without them. */
static bool try_without(const struct property *property, struct property_case *c, uint8_t *text, size_t at, size_t cut)
{
	uint8_t *shorter = malloc(c->len - cut + 1);
	if (!shorter)
		abort();
	memcpy(shorter, text, at);
	memcpy(shorter + at, text + at + cut, c->len - at - cut);
	struct property_case attempt = {c->profile, shorter, c->len - cut, c->seed};
	bool broken = property->law(&attempt) != NULL;
	if (broken) {
		memcpy(text, shorter, attempt.len);
		c->len = attempt.len;
	}
	free(shorter);
	return broken;
}

/* Make the text of a case that breaks the law shorter, as long as it does. `text` is where its bytes are. */
static void shrink(const struct property *property, struct property_case *c, uint8_t *text)
{
	size_t attempts = 0, before = 0, patience = 20 * property->cases;
	if (patience > ATTEMPTS_MAX)
		patience = ATTEMPTS_MAX;
	c->in = text;
	for (size_t cut = c->len / 2; cut > 0; cut = cut > 1 || c->len < before ? (cut + 1) / 2 : 0) {
		before = c->len;
		for (size_t at = 0; at + cut <= c->len && attempts < patience; attempts++)
			if (!try_without(property, c, text, at, cut))
				at++;
	}
}

static void report(const struct property *property, struct property_case c, const char *spec, uint64_t seed,
		   size_t number)
{
	uint8_t *text = malloc(c.len + 1);
	if (!text)
		abort();
	if (c.len)
		memcpy(text, c.in, c.len);
	shrink(property, &c, text);
	printf("# %s, case %zu of NORM_SEED=%llu: %s\n%s\n", property->name, number, (unsigned long long)seed,
	       property->law(&c), spec);
	escape_print(stdout, c.in, c.len);
	printf("\n\n");
	free(text);
}

static void choose_spec(const struct property *property, struct random *random, struct buffer *out)
{
	out->len = 0;
	if (property->spec)
		property->spec(random, out);
	else
		random_spec(random, 8, out);
}

/* Returns the number of cases that fail; stops after a few. */
static size_t try_property(const struct property *property, const norm_context *context, uint64_t seed, size_t cases)
{
	struct random random = {seed};
	struct buffer spec = {0}, text = {0};
	norm_profile *profile = NULL;
	size_t failures = 0;
	for (size_t i = 0; i < cases && failures < FAILURES_SHOWN; i++) {
		if (i % 16 == 0) {
			norm_profile_free(profile);
			choose_spec(property, &random, &spec);
			profile = spec_profile(context, (const char *)spec.at);
		}
		text.len = 0;
		random_text(&random, property->kinds, property->pieces, &text);
		struct property_case c = {profile, text.at, text.len, random_next(&random)};
		if (!property->law(&c))
			continue;
		report(property, c, (const char *)spec.at, seed, i);
		failures++;
	}
	norm_profile_free(profile);
	buffer_release(&spec);
	buffer_release(&text);
	return failures;
}

int property_main(const struct property *properties, size_t count)
{
	norm_context *context = spec_context();
	uint64_t seed = number_of("NORM_SEED", SEED);
	size_t passed = 0, failed = 0;
	for (size_t i = 0; i < count; i++) {
		size_t cases = (size_t)number_of("NORM_CASES", properties[i].cases);
		size_t failures = try_property(&properties[i], context, seed, cases);
		failed += failures;
		passed += cases - failures;
	}
	norm_context_free(context);
	printf("%zu passed, %zu failed\n", passed, failed);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
