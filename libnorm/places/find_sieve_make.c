/* SPDX-License-Identifier: MIT */
#include "places/find_sieve.h"

#include <stdlib.h>

#include "places/gazetteer.h"
#include "text/letter_class.h"

static bool is_plain(uint32_t cp)
{
	uint8_t kind = fold_near[cp];
	if (letter_find_class(cp) == CLASS_UPPER)
		return false;
	/* Among Arabic letters signs part words, so they are not passed over. */
	return cp < 0x600 || kind == FOLD_NOTHING || kind >= FOLD_ARABIC;
}

static void make_rows(uint8_t rows[16], uint32_t first)
{
	for (uint32_t low = 0; low < 16; low++) {
		rows[low] = 0;
		for (uint32_t high = 0; high < 8; high++)
			rows[low] |= (uint8_t)(is_plain(first + high * 16 + low) << high);
	}
}

/* What is no letter, a mark perhaps, is strange. */
static uint8_t letter_of(uint32_t cp)
{
	return fold_near[cp] < FOLD_ARABIC ? FIND_STRANGE : fold_near[cp];
}

/* The table of the file, or one of all files: as long as the longest. */
static bool unite(const norm_gazetteer *gazetteer, struct find_sieve *ret)
{
	uint32_t mask = 0;
	for (size_t i = 0; i < gazetteer->count; i++) {
		ret->openings = gazetteer->layers[i].filter.openings;
		mask |= ret->openings.mask;
	}
	if (gazetteer->count == 1)
		return true;
	ret->united = calloc((size_t)mask + 1, sizeof *ret->united);
	for (size_t i = 0; ret->united && i < gazetteer->count; i++)
		filter_unite(ret->united, mask, &gazetteer->layers[i].filter.openings);
	ret->openings = (struct filter_openings){ret->united, mask};
	return ret->united;
}

bool find_sieve_make(const norm_gazetteer *gazetteer, struct find_sieve *ret)
{
	*ret = (struct find_sieve){0};
	make_rows(ret->set.ascii, 0x00);
	make_rows(ret->set.latin, 0x80);
	make_rows(ret->set.arabic, 0x600);
	for (uint32_t i = 0; i < ARABIC_MAP_SIZE; i++)
		ret->letters[i] = letter_of(0x600 + i);
	ret->find = find_loud_best();
	ret->map = arabic_map_best();
	ret->first_look = find_first_look_best();
	ret->sift = find_sieve_best();
	return unite(gazetteer, ret);
}

void find_sieve_release(struct find_sieve *sieve)
{
	free(sieve->united);
}
