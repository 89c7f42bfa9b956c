/* SPDX-License-Identifier: MIT */
/* Vector code, as in scan.c: written once, for AVX2 and for NEON. */
#include "unicode/find.h"

#include <stdbool.h>
#include <string.h>

#include "unicode/ascii.h"
#include "unicode/scan.h"

static bool is_plain(const struct find_set *set, uint8_t before, uint8_t byte)
{
	if (!scan_is_lead(before))
		return scan_is_lead(byte) || (byte < 0x80 && (set->ascii[byte & 15] >> (byte >> 4) & 1));
	const uint8_t *rows = before < 0xD8 ? set->latin : set->arabic;
	return (byte & 0xC0) == 0x80 && (rows[byte & 15] >> ((byte >> 4 & 3) + (before & 1) * 4) & 1);
}

/* Which of the apostrophes in a group stand between letters? The bits of a letter are those of its last byte. */
static uint64_t between_letters(const struct find_masks *masks, uint64_t high, uint64_t ticks, uint64_t curly)
{
	uint64_t before = masks->latin << 1, here = masks->latin & ~high;
	/* A letter of two bytes has its bit at the second. */
	uint64_t starts = here | (masks->latin & high) >> 1;
	uint64_t tick = ticks & before & starts >> 1, first = curly & before & starts >> 3;
	return tick | first | first << 1 | first << 2;
}

/* Bit n of the masks of the character that `byte` is, or the end of. */
static void add_masks(const struct find_set *set, struct find_masks *masks, uint64_t bit, uint8_t before, uint8_t byte)
{
	if (!is_plain(set, before, byte))
		masks->loud |= bit;
	else if (ascii_is_letter(byte) || before == 0xC3)
		masks->latin |= bit;
	else if ((before & 0xFE) == 0xD8)
		masks->arabic |= bit;
}

/* A group of `len` bytes. */
static struct find_masks find_in_group(const struct find_set *set, const uint8_t *src, size_t len, uint8_t before)
{
	struct find_masks masks = {0};
	uint64_t high = 0, ticks = 0, curly = 0;
	for (size_t n = 0; n < FIND_GROUP; n++) {
		uint8_t byte = n < len ? src[n] : 0;
		uint64_t bit = (uint64_t)1 << n;
		add_masks(set, &masks, bit, before, byte);
		high |= byte & 0x80 ? bit : 0;
		ticks |= byte == '\'' ? bit : 0;
		curly |= n + 2 < len && byte == 0xE2 && src[n + 1] == 0x80 && src[n + 2] == 0x99 ? bit : 0;
		before = byte;
	}
	masks.loud &= ~between_letters(&masks, high, ticks, curly);
	return masks;
}

void find_loud_portable(const struct find_set *set, const uint8_t *src, size_t len, struct find_masks *ret)
{
	for (size_t n = 0; n < len; n += FIND_GROUP)
		*ret++ = find_in_group(set, src + n, len - n, n ? src[n - 1] : 0);
}

void find_pairs_portable(const struct find_pair_set *set, const uint8_t *src, size_t len, uint64_t *ret)
{
	for (size_t n = 0; n < len; n++) {
		uint8_t first = src[n], next = n + 1 < len ? src[n + 1] : 0;
		uint64_t found = set->first_low[first & 15] & set->first_high[first >> 4] & set->next_low[next & 15] &
				 set->next_high[next >> 4];
		if (n % FIND_GROUP == 0)
			ret[n / FIND_GROUP] = 0;
		ret[n / FIND_GROUP] |= (uint64_t)(found != 0) << n % FIND_GROUP;
	}
}

#if defined(__x86_64__) || defined(__aarch64__)

#include "unicode/scan_vector.h"

/* Bytes by table, as in scan.c. */
static const uint8_t high_even[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8};
static const uint8_t high_odd[16] = {[8] = 16, 32, 64, 128};

struct tables {
	vector ascii, latin, arabic, even, odd;
	vector c2, c3, small, a, letters, tick, curly_middle, curly_end;
};

VECTOR struct tables tables_of(const struct find_set *set)
{
	return (struct tables){
	    .ascii = load_table(set->ascii),
	    .latin = load_table(set->latin),
	    .arabic = load_table(set->arabic),
	    .even = load_table(high_even),
	    .odd = load_table(high_odd),
	    .c2 = held(0xC2),
	    .c3 = held(0xC3),
	    .small = held(0x20),
	    .a = held('a'),
	    .letters = held('z' - 'a'),
	    .tick = held('\''),
	    .curly_middle = held(0x80), /* of U+2019 */
	    .curly_end = held(0x99),
	};
}

VECTOR vector leads_in(vector cur)
{
	vector even = both(cur, all(0xFE));
	return either(same(even, all(0xC2)), same(even, all(0xD8)));
}

/* Not 0 at each plain byte. `prev` are the bytes one place before; without `arabic` no lead D8 or D9 is there. */
VECTOR vector plain_in(const struct tables *tables, vector cur, vector prev, bool arabic)
{
	vector high = high_nibble(cur), even = lookup(tables->even, high), odd = lookup(tables->odd, high);
	vector ascii = both(lookup(tables->ascii, cur), even);
	/* Trails keep their low nibble and lose the highest bit; all other bytes get it, so that a lookup gives 0. */
	vector trails = sum(flipped(cur, all(0x80)), all(0x40));
	vector behind_c2 = same(prev, tables->c2), behind_c3 = same(prev, tables->c3);
	vector behind = both(lookup(tables->latin, trails), either(both(behind_c2, even), both(behind_c3, odd)));
	vector leads = same(both(cur, all(0xFE)), tables->c2);
	if (!arabic)
		return either(without(either(ascii, leads), either(behind_c2, behind_c3)), behind);
	vector rows = either(both(same(prev, all(0xD8)), even), both(same(prev, all(0xD9)), odd));
	vector first = without(either(ascii, leads_in(cur)), leads_in(prev));
	return either(first, either(behind, both(lookup(tables->arabic, trails), rows)));
}

/* FF at each ASCII letter. */
VECTOR vector letters_in(const struct tables *tables, vector cur)
{
	vector letter = moved(either(cur, tables->small), tables->a);
	return same(smaller(letter, tables->letters), letter);
}

/* Always inline: there is a copy for texts without leads of Arabic letters, which does half the work. */
VECTOR __attribute__((always_inline)) struct find_masks loud_in(const struct tables *tables, const uint8_t *src,
								uint8_t before, bool has_arabic)
{
	vector loud[GROUP / BLOCK], latin[GROUP / BLOCK], arabic[GROUP / BLOCK], high[GROUP / BLOCK];
	vector ticks[GROUP / BLOCK], curly[GROUP / BLOCK];
#pragma GCC unroll 4
	for (int i = 0; i < GROUP / BLOCK; i++) {
		vector cur = load(src + i * BLOCK), prev = i ? load(src + i * BLOCK - 1) : shift_in(cur, before);
		loud[i] = same(plain_in(tables, cur, prev, has_arabic), all(0));
		latin[i] = without(either(letters_in(tables, cur), same(prev, tables->c3)), loud[i]);
		arabic[i] = has_arabic ? without(same(both(prev, all(0xFE)), all(0xD8)), loud[i]) : all(0);
		high[i] = cur;
		ticks[i] = same(cur, tables->tick);
		curly[i] = both(same(cur, tables->curly_end), same(prev, tables->curly_middle));
	}
	struct find_masks masks = {group_bits(loud), group_bits(latin), group_bits(arabic)};
	/* Of the characters that end so, U+2019 is the usual one. */
	uint64_t ends = group_bits(curly) & ~(uint64_t)3, firsts = 0;
	for (uint64_t left = ends; left; left &= left - 1) {
		int n = __builtin_ctzll(left) - 2;
		firsts |= (uint64_t)(src[n] == 0xE2) << n;
	}
	uint64_t straight = group_bits(ticks);
	if (straight | firsts)
		masks.loud &= ~between_letters(&masks, group_bits(high), straight, firsts);
	return masks;
}

/* The group at `n`, of which `rest` holds what there is of the last one. */
static const uint8_t *group_at(const uint8_t *src, size_t n, size_t len, uint8_t rest[GROUP + 1])
{
	if (len - n > GROUP)
		return src + n;
	memset(rest, 0, GROUP + 1);
	return memcpy(rest, src + n, len - n);
}

/* Whether a lead of Arabic letters is there. */
VECTOR bool has_arabic_lead(const uint8_t *src, size_t len)
{
	uint8_t rest[GROUP + 1];
	for (size_t n = 0; n < len; n += GROUP) {
		const uint8_t *group = group_at(src, n, len, rest);
		vector found = all(0);
		for (int i = 0; i < GROUP / BLOCK; i++)
			found = either(found, same(both(load(group + i * BLOCK), all(0xFE)), all(0xD8)));
		if (any_high(found))
			return true;
	}
	return false;
}

VECTOR __attribute__((always_inline)) void find_groups_in(const struct find_set *set, const uint8_t *src, size_t len,
							  struct find_masks *ret, bool has_arabic)
{
	struct tables tables = tables_of(set);
	uint8_t rest[GROUP + 1], before = 0;
	for (size_t n = 0; n < len; n += GROUP) {
		const uint8_t *group = group_at(src, n, len, rest);
		*ret++ = loud_in(&tables, group, before, has_arabic);
		before = group[GROUP - 1];
	}
}

VECTOR void find_loud_vector(const struct find_set *set, const uint8_t *src, size_t len, struct find_masks *ret)
{
	if (has_arabic_lead(src, len))
		find_groups_in(set, src, len, ret, true);
	else
		find_groups_in(set, src, len, ret, false);
}

/* The sets of each byte. */
VECTOR vector sets_of(vector bytes, vector low, vector high)
{
	return both(lookup(low, both(bytes, all(15))), lookup(high, high_nibble(bytes)));
}

VECTOR void find_pairs_vector(const struct find_pair_set *set, const uint8_t *src, size_t len, uint64_t *ret)
{
	vector first_low = load_table(set->first_low), first_high = load_table(set->first_high);
	vector next_low = load_table(set->next_low), next_high = load_table(set->next_high);
	uint8_t rest[GROUP + 1];
	for (size_t n = 0; n < len; n += GROUP) {
		const uint8_t *group = group_at(src, n, len, rest);
		vector none[GROUP / BLOCK];
		for (int i = 0; i < GROUP / BLOCK; i++) {
			vector first = sets_of(load(group + i * BLOCK), first_low, first_high);
			none[i] = same(both(first, sets_of(load(group + i * BLOCK + 1), next_low, next_high)), all(0));
		}
		*ret++ = ~group_bits(none);
	}
}

#endif

/* ---- The choice ---- */

#if defined(__x86_64__)

WITH_VECTORS static void find_loud_avx2(const struct find_set *set, const uint8_t *src, size_t len,
                                         struct find_masks *ret)
{
	find_loud_vector(set, src, len, ret);
}

WITH_VECTORS static void find_pairs_avx2(const struct find_pair_set *set, const uint8_t *src, size_t len,
                                         uint64_t *ret)
{
	find_pairs_vector(set, src, len, ret);
}

find_loud_fn *find_loud_best(void)
{
	return has_vectors() ? find_loud_avx2 : find_loud_portable;
}

find_pairs_fn *find_pairs_best(void)
{
	return has_vectors() ? find_pairs_avx2 : find_pairs_portable;
}

#elif defined(__aarch64__)

find_loud_fn *find_loud_best(void)
{
	return find_loud_vector;
}

find_pairs_fn *find_pairs_best(void)
{
	return find_pairs_vector;
}

#else

find_loud_fn *find_loud_best(void)
{
	return find_loud_portable;
}

find_pairs_fn *find_pairs_best(void)
{
	return find_pairs_portable;
}

#endif
