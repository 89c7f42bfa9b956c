/* SPDX-License-Identifier: MIT */
/* Noise that is told before it is seen is what it would be when it is seen. */
#include <criterion/criterion.h>
#include <stdlib.h>

#include "engine/profile.h"
#include "engine/see.h"
#include "libnorm/norm.h"
#include "unicode/utf8.h"

static uint64_t seed = 1;

static uint32_t below(uint32_t limit)
{
	seed = seed * 6364136223846793005u + 1442695040888963407u;
	return (uint32_t)((seed >> 33) % limit);
}

static size_t no_cut(const void *user, const uint8_t *at, size_t len)
{
	(void)user, (void)at, (void)len;
	return 0;
}

/* A byte that is no character, or else, so many times of a hundred, something of which more may be seen than of most. */
static size_t put_piece(uint8_t *out, uint32_t others)
{
	static const uint32_t pieces[] = {'e', 'A', 0xE9, 0x0301, 0x0344, 0x1EC7, 0x0628, 0x0651, 0xFDFA, 0x2163, 0xFC5E, 0x1D15E, 0xFFFD};
	if (below(100) < others)
		return utf8_encode(pieces[below(sizeof pieces / sizeof *pieces)], out);
	out[0] = (uint8_t)(0x80 + below(0x80));
	return 1;
}

static bool is_broken(const norm_profile *profile, scope_broken_fn *quick, const uint8_t *text, size_t len)
{
	struct scope scope = {0};
	scope_init(&scope, engine_see, no_cut, profile);
	scope.is_broken = quick;
	scope_begin(&scope, text, len);
	scope_is_protected(&scope, 0);
	bool broken = scope.broken;
	scope_release(&scope);
	return broken;
}

static size_t compare(const norm_profile *profile, uint32_t others)
{
	enum { LEN = 8000 };
	uint8_t text[LEN + 4];
	size_t len = 0;
	while (len < LEN)
		len += put_piece(text + len, others);
	bool broken = is_broken(profile, NULL, text, len);
	cr_assert_eq(is_broken(profile, engine_is_broken, text, len), broken, "%u of a hundred", others);
	return broken && engine_is_broken(profile, text, len);
}

Test(see, noise_is_told_before_it_is_seen)
{
	static const char *const names[] = {"clean", "nlp", "search", "fr-FR"};
	norm_context *context = NULL;
	size_t told = 0;
	cr_assert_eq(norm_context_new(getenv("LIBNORM_DATA"), &context), NORM_OK);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		norm_profile *profile = NULL;
		cr_assert_eq(norm_profile_get(context, names[i], &profile, NULL), NORM_OK);
		for (uint32_t others = 0; others < 100; others++)
			told += compare(profile, others);
		norm_profile_free(profile);
	}
	norm_context_free(context);
	cr_assert_gt(told, 10);
}
