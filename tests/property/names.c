/* SPDX-License-Identifier: MIT */
/*
 * Laws of names: scores are symmetric and within bounds, a name is the same in every normal form, case, with marks,
 * tatweel and invisible characters, and its keys share one with those of the same letters without separators. On names
 * of the lexicon's words and of random letters, and on random bytes.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/cpbuf.h"
#include "libnorm/norm.h"
#include "property/random.h"
#include "unicode/normal.h"
#include "unicode/utf8.h"

enum { SEED = 20260518, CASES = 20000, LETTERS_MAX = 40 };

struct text {
	uint32_t cps[4 * LETTERS_MAX];
	size_t len;
	char bytes[16 * LETTERS_MAX];
	size_t size;
};

static size_t passed, failed;

static void encode(struct text *text)
{
	text->size = 0;
	for (size_t i = 0; i < text->len; i++)
		text->size += utf8_encode(text->cps[i], (uint8_t *)text->bytes + text->size);
}

static void add(struct text *text, uint32_t cp)
{
	text->cps[text->len++] = cp;
}

static void check(bool good, const char *law, const struct text *a, const struct text *b)
{
	if (good)
		passed++;
	else if (failed++ < 20)
		printf("%s: \"%.*s\" and \"%.*s\"\n", law, (int)a->size, a->bytes, (int)b->size, b->bytes);
}

/* Letters with some accents, hamza, marks and spaces; those of the other script now and then. */
static void make_name(struct random *random, struct text *ret)
{
	static const uint32_t latin[] = {'a', 'b', 'c', 'd', 'e', 'g', 'h', 'i',  'j',  'k',  'l',
					 'N', 'o', 'S', 't', 'U', 'z', 0xE9, 0xEF, 0xC7, 0x153, 0x1E9E};
	static const uint32_t arabic[] = {0x627, 0x623, 0x625, 0x622, 0x628, 0x62A, 0x62C, 0x630, 0x631,  0x634, 0x642,
					  0x644, 0x645, 0x646, 0x648, 0x624, 0x64A, 0x626, 0x629, 0x6AD, 0xFEFB, 0x6C2};
	bool is_arabic = random_once_in(random, 2);
	size_t len = random_below(random, random_once_in(random, 8) ? LETTERS_MAX : 12);
	ret->len = 0;
	for (size_t i = 0; i < len; i++) {
		const uint32_t *letters = is_arabic != random_once_in(random, 40) ? arabic : latin;
		add(ret, letters[random_below(random, sizeof latin / sizeof *latin)]);
		if (random_once_in(random, 6))
			add(ret, " -'"[random_below(random, 3)]);
	}
	encode(ret);
}

static double score(const struct text *a, const struct text *b)
{
	return norm_name_score(a->bytes, a->size, b->bytes, b->size, NULL);
}

static bool same_keys(const struct text *a, const struct text *b, bool all)
{
	uint64_t first[NORM_NAME_KEYS], second[NORM_NAME_KEYS];
	size_t count = norm_name_keys(a->bytes, a->size, first, NORM_NAME_KEYS);
	size_t other = norm_name_keys(b->bytes, b->size, second, NORM_NAME_KEYS);
	if (all)
		return count == other && !memcmp(first, second, count * sizeof *first);
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < other; k++)
			if (first[i] == second[k])
				return true;
	return count == 0 && other == 0;
}

/* The name in another normal form, with marks and invisible characters between letters, in capitals. */
static void disguise(struct random *random, const struct text *name, struct text *ret)
{
	static const uint32_t invisible[] = {0x64E, 0x651, 0x640, 0x200D, 0x200F, 0x2060};
	struct cpbuf normal = {0};
	normal_apply(random_once_in(random, 2) ? NORMAL_NFD : NORMAL_NFC, name->cps, name->len, &normal);
	ret->len = 0;
	for (size_t i = 0; i < normal.len; i++) {
		uint32_t cp = normal.at[i];
		add(ret, cp - 'a' < 26 ? cp - 'a' + 'A' : cp);
		bool letter = i + 1 == normal.len || normal_boundary_before(NORMAL_NFC, normal.at[i + 1]);
		if (cp >= 0x600 && letter && random_once_in(random, 4) && ret->len + 2 < sizeof ret->cps / sizeof *ret->cps)
			add(ret, invisible[random_below(random, 6)]);
	}
	cpbuf_release(&normal);
	encode(ret);
}

static void join(const struct text *name, struct text *ret)
{
	ret->len = 0;
	for (size_t i = 0; i < name->len; i++)
		if (!strchr(" -'", (int)(name->cps[i] < 0x80 ? name->cps[i] : 'x')))
			add(ret, name->cps[i]);
	encode(ret);
}

static void try_names(struct random *random)
{
	struct text a, b, other;
	make_name(random, &a);
	make_name(random, &b);
	double forth = score(&a, &b), back = score(&b, &a);
	check(forth >= 0 && forth <= 1 && fabs(forth - back) <= 0, "symmetric and within bounds", &a, &b);
	disguise(random, &a, &other);
	check(same_keys(&a, &other, true), "keys of the same letters", &a, &other);
	check(fabs(score(&a, &b) - score(&other, &b)) <= 0, "score of the same letters", &a, &other);
	bool empty = norm_name_keys(a.bytes, a.size, NULL, 0) == 0;
	check(empty || score(&a, &other) >= NORM_NAME_SAME, "the same letters are one name", &a, &other);
	join(&a, &other);
	check(same_keys(&a, &other, false), "a key without separators", &a, &other);
}

/* Anything, and that it is explained without a hole. */
static void try_bytes(struct random *random)
{
	struct text a = {.size = random_below(random, 300)}, b = {.size = random_below(random, 300)};
	norm_name_part parts[NORM_NAME_PARTS];
	for (size_t i = 0; i < a.size; i++)
		a.bytes[i] = (char)random_below(random, 256);
	for (size_t i = 0; i < b.size; i++)
		b.bytes[i] = (char)(random_once_in(random, 3) ? random_below(random, 256) : 0xD8 + random_below(random, 2));
	double forth = score(&a, &b);
	check(forth >= 0 && forth <= 1 && fabs(forth - score(&b, &a)) <= 0, "random bytes", &a, &b);
	size_t count = norm_name_explain(a.bytes, a.size, b.bytes, b.size, "DZ", parts, NORM_NAME_PARTS);
	bool good = count <= NORM_NAME_PARTS;
	for (size_t i = 0; good && i < count; i++)
		good = parts[i].a_start <= parts[i].a_end && parts[i].a_end <= a.size && parts[i].b_start <= parts[i].b_end &&
		       parts[i].b_end <= b.size;
	check(good, "parts are within the names", &a, &b);
}

int main(void)
{
	const char *seed = getenv("NORM_SEED"), *cases = getenv("NORM_CASES");
	struct random random = {seed ? strtoull(seed, NULL, 10) : SEED};
	size_t count = cases ? strtoull(cases, NULL, 10) : CASES;
	for (size_t i = 0; i < count; i++) {
		try_names(&random);
		try_bytes(&random);
	}
	printf("%zu passed, %zu failed\n", passed, failed);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
