/* SPDX-License-Identifier: MIT */
#include "places/fold.h"

#include <string.h>

#include "unicode/tables.h"
#include "unicode/utf8.h"

/* The letters of a presentation form are near characters: a word may be written in one. */
static unsigned form_letters(const uint32_t *cps, int count, uint8_t *ret)
{
	unsigned len = 0;
	for (int i = 0; i < count && len < FOLD_LETTERS_MAX; i++)
		if (cps[i] < FOLD_NEAR && fold_near[cps[i]] >= FOLD_LETTER)
			ret[len++] = fold_near[cps[i]];
	return len;
}

/* Where there is no letter: a form of nothing but marks is nothing. */
static unsigned far_letters(uint32_t cp, uint8_t *ret, uint8_t *ret_kind)
{
	const uint32_t *cps;
	*ret_kind = fold_find_kind(cp);
	if (cp == UTF8_INVALID)
		return 0;
	int count = cpmap_get(&arabic_forms, cp, &cps);
	if (count < 0)
		return *ret_kind == FOLD_FOREIGN ? fold_find_latin(cp, ret) : 0;
	*ret_kind = FOLD_NOTHING;
	return form_letters(cps, count, ret);
}

unsigned fold_letters(uint32_t cp, uint8_t *ret, uint8_t *ret_kind)
{
	if (cp >= FOLD_NEAR)
		return far_letters(cp, ret, ret_kind);
	uint8_t near = fold_near[cp];
	*ret_kind = near;
	if (near == FOLD_SEVERAL)
		return fold_find_latin(cp, ret);
	ret[0] = near;
	return near >= FOLD_LETTER;
}

bool fold_name(const char *name, size_t len, struct buffer *ret)
{
	const uint8_t *at = (const uint8_t *)name, *end = at + len;
	size_t start = ret->len;
	bool foreign = false;
	while (at < end) {
		uint32_t cp;
		uint8_t letters[FOLD_LETTERS_MAX], kind;
		at += utf8_decode(at, end, &cp);
		unsigned count = fold_letters(cp, letters, &kind);
		buffer_append(ret, letters, count);
		foreign |= count == 0 && kind == FOLD_FOREIGN;
	}
	if (foreign)
		ret->len = start;
	return !ret->failed && ret->len > start;
}
