/* SPDX-License-Identifier: MIT */
/* Vector code, as in find.c: written once, for AVX2 and for NEON; and the choice between that and scan_portable.c. */
#include "unicode/scan.h"

#include <string.h>

#if defined(__x86_64__) || defined(__aarch64__)

#include "unicode/scan_vector.h"

#define ALWAYS VECTOR __attribute__((always_inline))

/*
 * Classes by table: a byte is quiet when the row of its low nibble and the bit of its high nibble
 * meet. Trails, of high nibble 8 to B, have a bit of their own behind an even and an odd lead.
 */
static const uint8_t high_even[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8};
static const uint8_t high_odd[16] = {[8] = 16, 32, 64, 128};

/* At the low nibble of each white byte that byte; elsewhere a byte which has another low nibble. */
static const uint8_t white_bytes[16] = {' ', 0, 0, 0, 0, 0, 0, 0, 0, '\t', '\n', 0, 0, '\r', 0, 0};

/* At the low nibble of each lead that byte without its highest bit; elsewhere a byte which has another low nibble. */
static const uint8_t lead_bytes[16] = {0xFF, 0xFF, 0x42, 0x43, 0xFF, 0xFF, 0xFF, 0xFF, 0x58, 0x59, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF};

/* At the low nibble of each lead what makes 0 of the high nibble of trails in a row of `folds`; elsewhere, what does not. */
static const uint8_t fold_rows[16] = {[2] = 0x40, [3] = 0x40, [8] = 0x20, [9] = 0};

/* The set in vectors. `lower` and `space` have no effect when they are not asked for. */
struct tables {
	vector ascii, latin, arabic, even, odd, white, leads, lower, space, folds[2], fold_rows, lead_folds;
	vector small, o, a, e;
	bool digraphs, pairings;
};

VECTOR struct tables tables_of(const struct scan_set *set)
{
	return (struct tables){
	    .ascii = load_table(set->ascii),
	    .latin = load_table(set->latin),
	    .arabic = load_table(set->arabic),
	    .even = load_table(high_even),
	    .odd = load_table(high_odd),
	    .white = load_table(white_bytes),
	    .leads = load_table(lead_bytes),
	    .lower = all(set->lower ? 0x20 : 0),
	    /* FF is never quiet, so a pair with it is no news. */
	    .space = all(set->pairs ? ' ' : 0xFF),
	    .folds = {load_table(set->folds[0]), load_table(set->folds[1])},
	    .fold_rows = load_table(fold_rows),
	    .lead_folds = load_table(set->lead_folds),
	    .small = held(0x20),
	    .o = held('o'),
	    .a = held('a'),
	    .e = held('e'),
	    .digraphs = set->digraphs,
	    .pairings = set->pairs || set->digraphs,
	};
}

/* FF at the second of a pair. All white bytes are up to SPACE, so the larger of a pair is SPACE. */
VECTOR vector pairs_in(const struct tables *tables, vector cur, vector prev)
{
	vector small = smaller(cur, prev);
	return both(same(larger(cur, prev), tables->space), same(lookup(tables->white, small), small));
}

/* FF at the e of oe and ae, small or capital. */
VECTOR vector digraphs_in(const struct tables *tables, vector cur, vector prev)
{
	vector small = either(cur, tables->small), small_prev = either(prev, tables->small);
	return both(same(small, tables->e), either(same(small_prev, tables->o), same(small_prev, tables->a)));
}

/* FF where what is before a byte makes it loud. */
VECTOR vector pairings_in(const struct tables *tables, vector cur, vector prev)
{
	if (!tables->pairings)
		return all(0);
	vector pairs = pairs_in(tables, cur, prev);
	return tables->digraphs ? either(pairs, digraphs_in(tables, cur, prev)) : pairs;
}

/* A block in the forms that are needed: with the highest bit of each byte flipped, the same of the bytes one place before, and FF behind leads. */
struct sight {
	vector cur, prev, flipped, flipped_prev, behind_lead;
};

/* FF at each lead, of bytes with their highest bit flipped. */
VECTOR vector leads_in(const struct tables *tables, vector flipped)
{
	return same(lookup(tables->leads, flipped), flipped);
}

/* Not 0 at each quiet ASCII byte; `even` are the bits of the high nibbles. */
VECTOR vector quiet_ascii(const struct tables *tables, vector cur, vector even)
{
	return both(lookup(tables->ascii, cur), even);
}

VECTOR struct sight look(const struct tables *tables, vector cur, vector prev)
{
	vector high = all(0x80), flipped_prev = flipped(prev, high);
	return (struct sight){cur, prev, flipped(cur, high), flipped_prev, leads_in(tables, flipped_prev)};
}

/*
 * Not 0 at each quiet byte. A lead counts as quiet: its trail, which may be in the next block or missing, decides. Little
 * waits for the bytes before, which are late in a first block. Of the four leads bit 4 tells the Arabic ones, bit 0 the odd ones.
 */
VECTOR vector quiet_in(const struct tables *tables, const struct sight *sight)
{
	vector high = high_nibble(sight->cur), even = lookup(tables->even, high), odd = lookup(tables->odd, high);
	vector first = either(quiet_ascii(tables, sight->cur, even), leads_in(tables, sight->flipped));
	/* Trails keep their low nibble; all other bytes have the highest bit, so that a lookup gives 0. */
	vector trails = sum(sight->flipped, all(0x40));
	vector rows = choose(bit_on_top(sight->prev, 4), lookup(tables->arabic, trails), lookup(tables->latin, trails));
	return choose(sight->behind_lead, both(rows, choose(bit_on_top(sight->prev, 0), odd, even)), first);
}

/* The bit that makes small letters of capitals, if so asked. */
VECTOR vector lowers_in(const struct tables *tables, vector cur)
{
	vector letter = moved(cur, all('A')), upper = same(smaller(letter, all('Z' - 'A')), letter);
	return both(upper, tables->lower);
}

/* Copy a block, with small letters if so asked. */
VECTOR void copy(const struct tables *tables, vector cur, uint8_t *dst)
{
	store(dst, either(cur, lowers_in(tables, cur)));
}

/* FF at each byte that is not quiet. */
VECTOR vector loud_in(const struct tables *tables, const struct sight *sight)
{
	return same(without(quiet_in(tables, sight), pairings_in(tables, sight->cur, sight->prev)), all(0));
}

/* Copy a block. Bits are set for each byte that is not quiet. */
VECTOR uint64_t copy_block(const struct tables *tables, vector cur, vector prev, uint8_t *dst)
{
	struct sight sight = look(tables, cur, prev);
	copy(tables, cur, dst);
	return bits_of(loud_in(tables, &sight));
}

/* The same for the first block, in which `stops` are not quiet either. There a lead before a stop is one, too. */
VECTOR uint64_t copy_first(const struct tables *tables, vector cur, uint8_t before, uint64_t stops, uint8_t *dst)
{
	/* In front of the start of a character no lead waits for its trail. */
	struct sight sight = look(tables, cur, shift_in(cur, before < 0x80 ? before : 0));
	copy(tables, cur, dst);
	uint64_t loud = bits_of(loud_in(tables, &sight)) | stops;
	return loud | (bits_of(leads_in(tables, sight.flipped)) & loud >> BITS);
}

/* The length up to the first bit. */
static size_t length_to(uint64_t loud)
{
	return (size_t)__builtin_ctzll(loud) / BITS;
}

/* A text of less than a block. */
VECTOR size_t copy_short(const struct scan_set *set, const uint8_t *src, size_t len, uint8_t before, uint8_t *dst)
{
	uint8_t block[BLOCK] = {0};
	memcpy(block, src, len);
	struct tables tables = tables_of(set);
	return length_to(copy_first(&tables, load(block), before, (uint64_t)1 << len * BITS, dst));
}

/* Copy two blocks at a time from `n`, at least 1, while they are quiet. Returns where that ends. */
VECTOR size_t copy_long(const struct tables *tables, const uint8_t *src, size_t n, size_t len, uint8_t *dst)
{
	for (; len - n >= 2 * BLOCK; n += 2 * BLOCK) {
		vector cur0 = load(src + n), prev0 = load(src + n - 1);
		vector cur1 = load(src + n + BLOCK), prev1 = load(src + n + BLOCK - 1), quiet0, quiet1;
		if (any_high(either(either(cur0, prev0), cur1))) {
			struct sight sight0 = look(tables, cur0, prev0), sight1 = look(tables, cur1, prev1);
			quiet0 = quiet_in(tables, &sight0);
			quiet1 = quiet_in(tables, &sight1);
		} else {
			quiet0 = quiet_ascii(tables, cur0, lookup(tables->even, high_nibble(cur0)));
			quiet1 = quiet_ascii(tables, cur1, lookup(tables->even, high_nibble(cur1)));
		}
		vector pairs = either(pairings_in(tables, cur0, prev0), pairings_in(tables, cur1, prev1));
		if (any_high(same(without(smaller(quiet0, quiet1), pairs), all(0))))
			break;
		copy(tables, cur0, dst + n);
		copy(tables, cur1, dst + n + BLOCK);
	}
	return n;
}

/* A lead at the end of the copy goes back: what is behind it was not its trail. */
static size_t without_lead(const uint8_t *src, size_t n)
{
	return scan_is_lead(src[n - 1]) ? n - 1 : n;
}

VECTOR size_t copy_vector(const struct scan_set *set, const uint8_t *src, const uint8_t *end, uint8_t before,
                          uint8_t *dst)
{
	size_t len = (size_t)(end - src);
	if (len < BLOCK)
		return copy_short(set, src, len, before, dst);
	struct tables tables = tables_of(set);
	uint64_t loud = copy_first(&tables, load(src), before, 0, dst);
	if (loud)
		return length_to(loud);
	size_t n = copy_long(&tables, src, BLOCK, len, dst);
	while (n < len) {
		/* The last block overlaps the one before it: its first bytes are copied again. */
		size_t at = len - n < BLOCK ? len - BLOCK : n;
		loud = copy_block(&tables, load(src + at), load(src + at - 1), dst + at);
		if (loud)
			return without_lead(src, at + length_to(loud));
		n = at + BLOCK;
	}
	return without_lead(src, len);
}

/* The low nibbles of bytes whose high one is 0; for all others an index at which a lookup gives 0. */
VECTOR vector only_low(vector bytes)
{
	return sum(bytes, all(0x70));
}

/* What the trails of letters are xored with that are copied as others. */
VECTOR vector folds_in(const struct tables *tables, const struct sight *sight)
{
	vector low = only_low(flipped(sight->flipped, lookup(tables->fold_rows, sight->flipped_prev)));
	vector folds = choose(bit_on_top(sight->prev, 0), lookup(tables->folds[1], low), lookup(tables->folds[0], low));
	return both(folds, sight->behind_lead);
}

/* The same for their leads; `next` are the bytes one place behind. */
VECTOR vector lead_folds_in(const struct tables *tables, const struct sight *sight, vector next)
{
	return both(lookup(tables->lead_folds, only_low(flipped(next, all(0xA0)))), same(sight->flipped, all(0x58)));
}

/* Bits for the bytes of a group: those that are not quiet, and those by which what was folded is listed. */
struct group {
	uint64_t loud, folded;
};

/* Copy a group; the bytes on both sides of it are read, too. `folding`: some letters are copied as others. */
ALWAYS struct group copy_group(const struct tables *tables, const uint8_t *src, uint8_t *copied, bool folding)
{
	vector loud[GROUP / BLOCK], kept[GROUP / BLOCK];
#pragma GCC unroll 4
	for (int i = 0; i < GROUP / BLOCK; i++) {
		const uint8_t *at = src + i * BLOCK;
		struct sight sight = look(tables, load(at), load(at - 1));
		vector folds = lowers_in(tables, sight.cur), copy = flipped(sight.cur, folds);
		if (folding) {
			vector trails = folds_in(tables, &sight);
			copy = flipped(copy, either(trails, lead_folds_in(tables, &sight, load(at + 1))));
			folds = either(folds, trails);
		}
		store(copied + i * BLOCK, copy);
		kept[i] = same(folds, all(0));
		loud[i] = loud_in(tables, &sight);
	}
	return (struct group){group_bits(loud), ~group_bits(kept)};
}

/* Bits for the bytes of a group: those that are not ASCII and the same as the one two places before. */
VECTOR uint64_t repeats_in(const uint8_t *at)
{
	vector repeats[GROUP / BLOCK];
#pragma GCC unroll 4
	for (int i = 0; i < GROUP / BLOCK; i++) {
		vector cur = load(at + i * BLOCK);
		repeats[i] = both(same(cur, load(at + i * BLOCK - 2)), cur);
	}
	return group_bits(repeats);
}

/* The same of the last `left` bytes of a text, which are less than a group; nothing in front of the two before them is read. */
VECTOR uint64_t repeats_at_end(const uint8_t *end, size_t left, bool longer)
{
	uint8_t rest[2 + GROUP] = {0};
	if (longer)
		return repeats_in(end - GROUP) >> (GROUP - left);
	memcpy(rest, end - left - 2, left + 2);
	return repeats_in(rest + 2);
}

/* The last bytes of three equal pairs are where four bytes in a row repeat what is two places before. */
VECTOR size_t thrice_vector(const uint8_t *src, size_t len)
{
	enum { BRIEF = 16 }; /* where special characters follow each other, not more is between them */
	if (len < BRIEF)
		return scan_thrice_portable(src, len);
	uint64_t before = 0;
	for (size_t n = 2; n < len; n += GROUP) {
		bool whole = len - n >= GROUP;
		uint64_t repeats = whole ? repeats_in(src + n) : repeats_at_end(src + len, len - n, n >= GROUP);
		uint64_t two = repeats & (repeats << 1 | before >> 63);
		uint64_t thirds = two & (two << 2 | (before & before << 1) >> 62);
		if (thirds)
			return n + (size_t)__builtin_ctzll(thirds);
		before = repeats;
	}
	return len;
}

/* Bits for the LINE FEEDs of a group. */
VECTOR uint64_t feeds_in(const uint8_t *group)
{
	vector feeds[GROUP / BLOCK];
	for (int i = 0; i < GROUP / BLOCK; i++)
		feeds[i] = same(load(group + i * BLOCK), all('\n'));
	return group_bits(feeds);
}

/* The places of the four lowest bits of a group, as four numbers in one; where there are fewer, the last of them are more. */
VECTOR uint64_t four_places(uint64_t bits)
{
	uint64_t second = without_lowest(bits), third = without_lowest(second), fourth = without_lowest(third);
	return lowest_bit(bits) | lowest_bit(second) << 16 | lowest_bit(third) << 32 | lowest_bit(fourth) << 48;
}

/* Append the places of the bits of a group that starts at `base`. Writes up to four places too many. */
ALWAYS uint16_t *append_places(uint16_t *places, size_t base, uint64_t bits)
{
	size_t count = (size_t)__builtin_popcountll(bits), i = 0;
	/* Four at a time, also where there are none: how many there are is hard to predict, more than four are rare. */
	do {
		uint64_t four = four_places(bits) + base * 0x0001000100010001;
		memcpy(places + i, &four, sizeof four);
		bits = without_lowest(without_lowest(without_lowest(without_lowest(bits))));
		i += 4;
	} while (i < count);
	return places + count;
}

/*
 * What is so far ahead comes into the second cache meanwhile: all other steps look at less of it, here and there, where the
 * processor does not foresee it. Farther than the machine looks ahead for Arabic script, by which it was there too late.
 */
enum { AHEAD = 24576 };

/* Compiled for each case. */
ALWAYS struct scan_found find_vector(const struct scan_set *set, const uint8_t *src, size_t len, uint8_t before,
                                      uint8_t *copied, uint16_t *places, uint16_t *folded, uint64_t *feeds, bool folding)
{
	struct tables tables = tables_of(set);
	uint16_t *next = places, *next_folded = folded;
	uint64_t groups = 0;
	/* The first group and the last one, with a byte on both sides. */
	uint8_t edge[1 + GROUP + 1] = {before < 0x80 ? before : 0};
	for (size_t n = 0; n < len; n += GROUP) {
		size_t left = len - n;
		const uint8_t *at = src + n;
		uint64_t inside = ~(uint64_t)0;
		__builtin_prefetch(at + AHEAD, 0, 2);
		if (n == 0 || left <= GROUP) {
			edge[0] = n ? at[-1] : edge[0];
			edge[1 + GROUP] = 0;
			at = memcpy(edge + 1, at, left < GROUP + 1 ? left : GROUP + 1);
			inside = left < GROUP ? ((uint64_t)1 << left) - 1 : inside;
		}
		struct group group = copy_group(&tables, at, copied + n, folding);
		next = append_places(next, n, group.loud & inside);
		if (set->lists)
			next_folded = append_places(next_folded, n, group.folded & inside & ~group.loud);
		if (feeds) {
			uint64_t found = feeds_in(at) & inside;
			groups |= (uint64_t)(found != 0) << n / GROUP;
			feeds[n / GROUP] = found;
		}
	}
	/* Its trail, which would have told, is not there. */
	if (len && scan_is_lead(src[len - 1]))
		*next++ = (uint16_t)(len - 1);
	return (struct scan_found){(size_t)(next - places), (size_t)(next_folded - folded), groups};
}

#endif

/* ---- The choice ---- */

#if defined(__x86_64__)

WITH_VECTORS static size_t scan_copy_avx2(const struct scan_set *set, const uint8_t *src, const uint8_t *end, uint8_t before,
                                          uint8_t *dst)
{
	return copy_vector(set, src, end, before, dst);
}

WITH_VECTORS static struct scan_found scan_find_avx2(const struct scan_set *set, const uint8_t *src, size_t len, uint8_t before,
                                                     uint8_t *copied, uint16_t *places, uint16_t *folded, uint64_t *feeds)
{
	return set->folding ? find_vector(set, src, len, before, copied, places, folded, feeds, true)
			    : find_vector(set, src, len, before, copied, places, folded, feeds, false);
}

WITH_VECTORS static size_t scan_thrice_avx2(const uint8_t *src, size_t len)
{
	return thrice_vector(src, len);
}

scan_copy_fn *scan_copy_best(void)
{
	return has_vectors() ? scan_copy_avx2 : scan_copy_portable;
}

scan_find_fn *scan_find_best(void)
{
	return has_vectors() ? scan_find_avx2 : scan_find_portable;
}

scan_thrice_fn *scan_thrice_best(void)
{
	return has_vectors() ? scan_thrice_avx2 : scan_thrice_portable;
}

#elif defined(__aarch64__)

static size_t scan_copy_neon(const struct scan_set *set, const uint8_t *src, const uint8_t *end, uint8_t before,
                             uint8_t *dst)
{
	return copy_vector(set, src, end, before, dst);
}

static struct scan_found scan_find_neon(const struct scan_set *set, const uint8_t *src, size_t len, uint8_t before,
                                        uint8_t *copied, uint16_t *places, uint16_t *folded, uint64_t *feeds)
{
	return set->folding ? find_vector(set, src, len, before, copied, places, folded, feeds, true)
			    : find_vector(set, src, len, before, copied, places, folded, feeds, false);
}

static size_t scan_thrice_neon(const uint8_t *src, size_t len)
{
	return thrice_vector(src, len);
}

scan_copy_fn *scan_copy_best(void)
{
	return scan_copy_neon;
}

scan_find_fn *scan_find_best(void)
{
	return scan_find_neon;
}

scan_thrice_fn *scan_thrice_best(void)
{
	return scan_thrice_neon;
}

#else

scan_copy_fn *scan_copy_best(void)
{
	return scan_copy_portable;
}

scan_find_fn *scan_find_best(void)
{
	return scan_find_portable;
}

scan_thrice_fn *scan_thrice_best(void)
{
	return scan_thrice_portable;
}

#endif
