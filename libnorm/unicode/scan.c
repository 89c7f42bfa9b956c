/* SPDX-License-Identifier: MIT */
/* Vector code, as in find.c: written once, for AVX2 and for NEON. */
#include "unicode/scan.h"

#include <string.h>

static bool is_latin_lead(uint8_t byte)
{
	return (byte & 0xFE) == 0xC2;
}

static bool is_white(uint8_t byte)
{
	return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static bool is_pair(uint8_t before, uint8_t byte)
{
	return is_white(byte) && is_white(before) && (byte == ' ' || before == ' ');
}

/* oe and ae, small or capital. */
static bool is_digraph(uint8_t before, uint8_t byte)
{
	return (byte | 0x20) == 'e' && ((before | 0x20) == 'o' || (before | 0x20) == 'a');
}

static bool is_quiet_ascii(const struct scan_set *set, uint8_t byte, uint8_t before)
{
	return set->ascii[byte & 15] >> (byte >> 4) & 1 && !(set->pairs && is_pair(before, byte)) &&
	       !(set->digraphs && is_digraph(before, byte));
}

/* One of the characters of two bytes that can be quiet. */
static bool is_two(uint8_t lead, uint8_t trail)
{
	return scan_is_lead(lead) && (trail & 0xC0) == 0x80;
}

static bool is_quiet_two(const struct scan_set *set, uint8_t lead, uint8_t trail)
{
	const uint8_t *rows = is_latin_lead(lead) ? set->latin : set->arabic;
	return is_two(lead, trail) && (rows[trail & 15] >> ((trail >> 4 & 3) + (lead & 1) * 4) & 1);
}

size_t scan_copy_portable(const struct scan_set *set, const uint8_t *src, const uint8_t *end, uint8_t before,
                          uint8_t *dst)
{
	size_t n = 0, len = (size_t)(end - src);
	while (n < len) {
		uint8_t byte = src[n];
		if (byte < 0x80) {
			if (!is_quiet_ascii(set, byte, before))
				break;
			dst[n++] = set->lower && byte >= 'A' && byte <= 'Z' ? byte | 0x20 : byte;
			before = byte;
			continue;
		}
		if (len - n < 2 || !is_quiet_two(set, byte, src[n + 1]))
			break;
		dst[n] = byte;
		dst[n + 1] = before = src[n + 1];
		n += 2;
	}
	return n;
}

enum { THRICE_FRONT = 5 }; /* bytes in front of the last one of three pairs */

size_t scan_thrice_portable(const uint8_t *src, size_t len)
{
	for (size_t n = THRICE_FRONT; n < len; n++) {
		bool last = src[n] == src[n - 2] && src[n] == src[n - 4], first = src[n - 1] == src[n - 3] && src[n - 1] == src[n - 5];
		if (last && first && (src[n] & src[n - 1]) >= 0x80)
			return n;
	}
	return len;
}

size_t scan_find_portable(const struct scan_set *set, const uint8_t *src, size_t len, uint8_t before, uint8_t *copied,
                          uint16_t *places)
{
	size_t n = 0, count = 0;
	while (n < len) {
		size_t quiet = scan_copy_portable(set, src + n, src + len, n ? src[n - 1] : before, copied + n);
		n += quiet;
		if (n == len)
			break;
		n += len - n > 1 && is_two(src[n], src[n + 1]);
		places[count++] = (uint16_t)n++;
	}
	return count;
}

#if defined(__x86_64__) || defined(__aarch64__)

#include "unicode/scan_vector.h"

/*
 * Classes by table: a byte is quiet when the row of its low nibble and the bit of its high nibble
 * meet. Trails, of high nibble 8 to B, have a bit of their own behind an even and an odd lead.
 */
static const uint8_t high_even[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8};
static const uint8_t high_odd[16] = {[8] = 16, 32, 64, 128};

/* At the low nibble of each white byte that byte; elsewhere a byte which has another low nibble. */
static const uint8_t white_bytes[16] = {' ', 0, 0, 0, 0, 0, 0, 0, 0, '\t', '\n', 0, 0, '\r', 0, 0};

/* The set in vectors. `lower` and `space` have no effect when they are not asked for. */
struct tables {
	vector ascii, latin, arabic, even, odd, white, lower, space;
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
	    .lower = all(set->lower ? 0x20 : 0),
	    /* FF is never quiet, so a pair with it is no news. */
	    .space = all(set->pairs ? ' ' : 0xFF),
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
VECTOR vector digraphs_in(vector cur, vector prev)
{
	vector small = either(cur, all(0x20)), small_prev = either(prev, all(0x20));
	return both(same(small, all('e')), either(same(small_prev, all('o')), same(small_prev, all('a'))));
}

/* FF where what is before a byte makes it loud. */
VECTOR vector pairings_in(const struct tables *tables, vector cur, vector prev)
{
	if (!tables->pairings)
		return all(0);
	vector pairs = pairs_in(tables, cur, prev);
	return tables->digraphs ? either(pairs, digraphs_in(cur, prev)) : pairs;
}

/* FF at each lead. */
VECTOR vector leads_in(vector cur)
{
	vector even = both(cur, all(0xFE));
	return either(same(even, all(0xC2)), same(even, all(0xD8)));
}

/* Not 0 at each quiet ASCII byte; `even` are the bits of the high nibbles. */
VECTOR vector quiet_ascii(const struct tables *tables, vector cur, vector even)
{
	return both(lookup(tables->ascii, cur), even);
}

/* Trails keep their low nibble and lose the highest bit; all other bytes get it, so that a lookup gives 0. */
VECTOR vector only_trails(vector cur)
{
	return sum(flipped(cur, all(0x80)), all(0x40));
}

/*
 * Not 0 at each quiet byte of `cur`; `prev` are the bytes one place before. A lead counts as quiet:
 * its trail, which may be in the next block or missing, decides. Little waits for `prev`, which is
 * late in a first block. Of the four leads bit 4 tells the Arabic ones, bit 0 the odd ones.
 */
VECTOR vector quiet_in(const struct tables *tables, vector cur, vector prev)
{
	vector high = high_nibble(cur), even = lookup(tables->even, high), odd = lookup(tables->odd, high);
	vector first = either(quiet_ascii(tables, cur, even), leads_in(cur));
	vector trails = only_trails(cur);
	vector rows = choose(bit_on_top(prev, 4), lookup(tables->arabic, trails), lookup(tables->latin, trails));
	return choose(leads_in(prev), both(rows, choose(bit_on_top(prev, 0), odd, even)), first);
}

/* Copy a block, with small letters if so asked. */
VECTOR void copy(const struct tables *tables, vector cur, uint8_t *dst)
{
	vector letter = moved(cur, all('A')), upper = same(smaller(letter, all('Z' - 'A')), letter);
	store(dst, either(cur, both(upper, tables->lower)));
}

/* Copy a block. Bits are set for each byte that is not quiet. */
VECTOR uint64_t copy_block(const struct tables *tables, vector cur, vector prev, uint8_t *dst)
{
	copy(tables, cur, dst);
	return bits_of(same(without(quiet_in(tables, cur, prev), pairings_in(tables, cur, prev)), all(0)));
}

/* The same for the first block, in which `stops` are not quiet either. There a lead before a stop is one, too. */
VECTOR uint64_t copy_first(const struct tables *tables, vector cur, uint8_t before, uint64_t stops, uint8_t *dst)
{
	/* In front of the start of a character no lead waits for its trail. */
	vector prev = shift_in(cur, before < 0x80 ? before : 0);
	uint64_t loud = copy_block(tables, cur, prev, dst) | stops;
	return loud | (bits_of(leads_in(cur)) & loud >> BITS);
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
			quiet0 = quiet_in(tables, cur0, prev0);
			quiet1 = quiet_in(tables, cur1, prev1);
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

/* Copy a group; the bits are those of the bytes which are not quiet. `before` is the byte in front of it. */
VECTOR uint64_t copy_group(const struct tables *tables, const uint8_t *src, uint8_t before, uint8_t *copied)
{
	vector loud[GROUP / BLOCK];
	for (int i = 0; i < GROUP / BLOCK; i++) {
		vector cur = load(src + i * BLOCK), prev = i ? load(src + i * BLOCK - 1) : shift_in(cur, before);
		copy(tables, cur, copied + i * BLOCK);
		loud[i] = same(without(quiet_in(tables, cur, prev), pairings_in(tables, cur, prev)), all(0));
	}
	return group_bits(loud);
}

/* Whether a block has the last bytes of three equal pairs. */
VECTOR bool has_thirds(const uint8_t *at)
{
	vector last = load(at), first = load(at - 1);
	vector lasts = both(same(last, load(at - 2)), same(last, load(at - 4)));
	vector firsts = both(same(first, load(at - 3)), same(first, load(at - 5)));
	return any_high(both(both(lasts, firsts), both(last, first)));
}

VECTOR size_t thrice_vector(const uint8_t *src, size_t len)
{
	size_t n = THRICE_FRONT;
	if (len < THRICE_FRONT + BLOCK)
		return scan_thrice_portable(src, len);
	while (n < len && !has_thirds(src + n))
		n = n + BLOCK < len && n + 2 * BLOCK > len ? len - BLOCK : n + BLOCK; /* the last block overlaps the one before it */
	return n < len ? n - THRICE_FRONT + scan_thrice_portable(src + n - THRICE_FRONT, len - n + THRICE_FRONT) : len;
}

/* Append the places of the bits of a group that starts at `base`. Writes up to four places too many. */
VECTOR uint16_t *append_places(uint16_t *places, size_t base, uint64_t bits)
{
	int count = __builtin_popcountll(bits);
	/* Four at a time, also where there are none: how many there are is hard to predict, more than four are rare. */
	int i = 0;
	do {
		for (int k = 0; k < 4; k++) {
			places[i + k] = (uint16_t)(base + (size_t)__builtin_ctzll(bits | (uint64_t)1 << 63));
			bits &= bits - 1;
		}
		i += 4;
	} while (i < count);
	return places + count;
}

VECTOR size_t find_vector(const struct scan_set *set, const uint8_t *src, size_t len, uint8_t before, uint8_t *copied,
                          uint16_t *places)
{
	struct tables tables = tables_of(set);
	uint16_t *next = places;
	size_t n = 0;
	before = before < 0x80 ? before : 0;
	for (; len - n >= GROUP; n += GROUP) {
		next = append_places(next, n, copy_group(&tables, src + n, before, copied + n));
		before = src[n + GROUP - 1];
	}
	if (n < len) {
		uint8_t rest[GROUP] = {0};
		memcpy(rest, src + n, len - n);
		uint64_t inside = ((uint64_t)1 << (len - n)) - 1;
		next = append_places(next, n, copy_group(&tables, rest, before, copied + n) & inside);
	}
	/* Its trail, which would have told, is not there. */
	if (len && scan_is_lead(src[len - 1]))
		*next++ = (uint16_t)(len - 1);
	return (size_t)(next - places);
}

#endif

/* ---- The choice ---- */

#if defined(__x86_64__)

__attribute__((target("avx2"))) static size_t scan_copy_avx2(const struct scan_set *set, const uint8_t *src,
                                                             const uint8_t *end, uint8_t before, uint8_t *dst)
{
	return copy_vector(set, src, end, before, dst);
}

__attribute__((target("avx2"))) static size_t scan_find_avx2(const struct scan_set *set, const uint8_t *src, size_t len,
                                                             uint8_t before, uint8_t *copied, uint16_t *places)
{
	return find_vector(set, src, len, before, copied, places);
}

__attribute__((target("avx2"))) static size_t scan_thrice_avx2(const uint8_t *src, size_t len)
{
	return thrice_vector(src, len);
}

static bool has_vectors(void)
{
	__builtin_cpu_init();
	return __builtin_cpu_supports("avx2");
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

static size_t scan_find_neon(const struct scan_set *set, const uint8_t *src, size_t len, uint8_t before,
                             uint8_t *copied, uint16_t *places)
{
	return find_vector(set, src, len, before, copied, places);
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
