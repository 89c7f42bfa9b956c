/* SPDX-License-Identifier: MIT */
/* Whether there is Arabic script: the leads are looked for in vectors, and what follows them only where one is there. */
#include "unicode/scan.h"

#include <string.h>

/*
 * Whether a character of U+0600–U+07FF, U+0840–U+08FF, U+FB40–U+FDFF or U+FE40–U+FEFE begins with these three bytes. Here is
 * all Arabic script but what has four bytes (mathematical letters, rare ones); not here are what else begins with the same leads and
 * is frequent elsewhere: Indic letters, Latin ligatures, U+FE0F behind emoji, U+FEFF, full-width forms, U+FFFD. No branches, for vectors.
 */
static inline bool begins_arabic(const uint8_t *at)
{
	uint8_t extended = (uint8_t)(at[1] - 0xA1), form = (uint8_t)(at[1] - 0xAD);
	bool no_form = (at[1] == 0xB8) | ((at[1] == 0xBB) & (at[2] == 0xBF));
	return ((at[0] & 0xF8) == 0xD8) | ((at[0] == 0xE0) & (extended <= 0xA3 - 0xA1)) |
	       ((at[0] == 0xEF) & (form <= 0xBB - 0xAD) & !no_form);
}

/* Numbers that compilers unroll into vectors, and what is looked at besides. */
enum { ARABIC_STEP = 64, ARABIC_START = 16, ARABIC_BEHIND = 2 };

#if defined(__x86_64__) || defined(__aarch64__)

#include "unicode/scan_vector.h"

/* The end of those steps in front that have none of the leads. */
VECTOR size_t skip_vector(const uint8_t *src, size_t len)
{
	size_t n = 0;
	for (; len - n >= ARABIC_STEP; n += ARABIC_STEP) {
		vector found = all(0);
		for (int i = 0; i < ARABIC_STEP / BLOCK; i++) {
			vector cur = load(src + n + i * BLOCK);
			vector long_lead = either(same(cur, all(0xE0)), same(cur, all(0xEF)));
			found = either(found, either(same(both(cur, all(0xF8)), all(0xD8)), long_lead));
		}
		if (any_high(found))
			break;
	}
	return n;
}

#endif

#if defined(__x86_64__)

WITH_VECTORS static size_t skip_avx2(const uint8_t *src, size_t len)
{
	return skip_vector(src, len);
}

static size_t skip_without_leads(const uint8_t *src, size_t len)
{
	return has_vectors() ? skip_avx2(src, len) : 0;
}

#elif defined(__aarch64__)

static size_t skip_without_leads(const uint8_t *src, size_t len)
{
	return skip_vector(src, len);
}

#else

/* Nothing is skipped, and step_may_be_arabic() looks at each step. */
static size_t skip_without_leads(const uint8_t *src, size_t len)
{
	(void)src;
	(void)len;
	return 0;
}

#endif

/* The leads alone first, for most text has none of them. */
static bool step_may_be_arabic(const uint8_t *at)
{
	uint8_t lead = 0, found = 0;
	for (size_t i = 0; i < ARABIC_STEP; i++)
		lead |= ((at[i] & 0xF8) == 0xD8) | (at[i] == 0xE0) | (at[i] == 0xEF);
	if (!lead)
		return false;
	for (size_t i = 0; i < ARABIC_STEP; i++)
		found |= begins_arabic(at + i);
	return found;
}

/* Most text that is Arabic begins with it. */
static bool starts_arabic(const uint8_t *at)
{
	uint8_t found = 0;
	for (size_t i = 0; i < ARABIC_START; i++)
		found |= (at[i] & 0xF8) == 0xD8;
	return found;
}

/* What begins with none is looked at in steps. */
static bool goes_on_arabic(const uint8_t *src, size_t len)
{
	uint8_t rest[ARABIC_STEP + ARABIC_BEHIND] = {0};
	size_t n = 0;
	for (; len - n >= sizeof rest; n += ARABIC_STEP) {
		n += skip_without_leads(src + n, len - n - ARABIC_BEHIND);
		if (len - n < sizeof rest)
			break;
		if (step_may_be_arabic(src + n))
			return true;
	}
	/* What is left may be a byte longer than a step, but no character of Arabic script is that short. */
	memcpy(rest, src + n, len - n);
	return step_may_be_arabic(rest);
}

bool scan_may_be_arabic(const uint8_t *src, size_t len)
{
	return (len >= ARABIC_START && starts_arabic(src)) || goes_on_arabic(src, len);
}
