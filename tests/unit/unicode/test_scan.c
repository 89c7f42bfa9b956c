/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "unicode/scan.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

enum { LONGEST = 200 };

/* A small generator: the same numbers everywhere. */
static uint32_t next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static bool has_bit(const uint8_t rows[16], uint8_t low, unsigned bit)
{
	return rows[low & 15] >> bit & 1;
}

/* From the words of the contract, one character at a time. */
static bool is_quiet(const struct scan_set *set, const uint8_t *src, unsigned len, uint8_t before)
{
	if (len == 2) {
		unsigned bit = (src[1] >> 4) - 8u + (src[0] & 1 ? 4 : 0);
		return (src[0] & 0xFE) == 0xC2   ? has_bit(set->latin, src[1], bit)
		       : (src[0] & 0xFE) == 0xD8 ? has_bit(set->arabic, src[1], bit)
		                                 : false;
	}
	if (len != 1 || src[0] >= 0x80)
		return false;
	bool pair = before && strchr(" \t\r\n", before) && src[0] && strchr(" \t\r\n", src[0]) &&
	            (before == ' ' || src[0] == ' ');
	bool digraph = src[0] && before && strchr("eE", src[0]) && strchr("oOaA", before);
	return has_bit(set->ascii, src[0], src[0] >> 4) && !(set->pairs && pair) && !(set->digraphs && digraph);
}

static size_t copy_slowly(const struct scan_set *set, const uint8_t *src, const uint8_t *end, uint8_t before,
                          uint8_t *dst)
{
	size_t n = 0;
	while (src + n < end) {
		uint32_t cp;
		unsigned len = utf8_decode(src + n, end, &cp);
		if (cp == UTF8_INVALID || !is_quiet(set, src + n, len, before))
			break;
		memcpy(dst + n, src + n, len);
		if (set->lower && dst[n] >= 'A' && dst[n] <= 'Z')
			dst[n] |= 0x20;
		n += len;
		before = src[n - 1];
	}
	return n;
}

static void check_copy(const struct scan_set *set, const uint8_t *src, size_t len, uint8_t before)
{
	uint8_t expected[LONGEST + SCAN_MARGIN], got[LONGEST + SCAN_MARGIN];
	scan_copy_fn *copies[] = {scan_copy_portable, scan_copy_best()};
	size_t n = copy_slowly(set, src, src + len, before, expected);
	for (size_t i = 0; i < 2; i++) {
		size_t copied = copies[i](set, src, src + len, before, got);
		cr_assert_eq(copied, n, "version %zu copied %zu of %zu bytes, not %zu", i, copied, len, n);
		cr_assert_arr_eq(got, expected, n);
	}
}

/* What the letter of these two bytes is copied as. */
static void fold_slowly(const struct scan_set *set, uint8_t letter[2])
{
	uint32_t cp = (uint32_t)(letter[0] & 0x1F) << 6 | (letter[1] & 0x3F), low = cp & 15;
	if (letter[0] >= 0xD8 && (cp & ~15u) == 0x620) {
		letter[0] ^= set->folds[0][low] ? set->lead_folds[low] : 0;
		letter[1] ^= set->folds[0][low];
	} else if (letter[0] >= 0xD8 && (cp & ~15u) == 0x640) {
		letter[1] ^= set->folds[1][low];
	}
}

/*
 * The bytes of [at, to) are quiet and were copied; the next in the list are those that became others, which is returned with
 * them taken off.
 */
static const uint16_t *check_quiet(const struct scan_set *set, const uint8_t *src, size_t at, size_t to, uint8_t before,
                                   const uint8_t *copied, const uint16_t *folded)
{
	uint8_t expected[LONGEST + SCAN_MARGIN];
	size_t n = copy_slowly(set, src + at, src + to, at ? src[at - 1] : before, expected);
	cr_assert_eq(n, to - at, "from %zu to %zu not all is quiet", at, to);
	for (size_t i = 0; i + 1 < n; i++)
		if (src[at + i] >= 0xC2)
			fold_slowly(set, expected + i++);
	cr_assert_arr_eq(copied + at, expected, n);
	for (size_t i = 0; i < n; i++) {
		bool listed = *folded == at + i, last = src[at + i] < 0xC2;
		cr_assert_eq(listed, set->lists && last && expected[i] != src[at + i], "%zu of [%zu, %zu)", at + i, at, to);
		folded += listed;
	}
	return folded;
}

static void check_feeds(const uint8_t *src, size_t len, const uint64_t *feeds, uint64_t groups)
{
	uint64_t expected = 0;
	for (size_t n = 0; n < (len + SCAN_GROUP - 1) / SCAN_GROUP * SCAN_GROUP; n++) {
		bool feed = n < len && src[n] == '\n';
		cr_assert_eq(feeds[n / SCAN_GROUP] >> n % SCAN_GROUP & 1, feed, "%zu of %zu", n, len);
		expected |= (uint64_t)feed << n / SCAN_GROUP;
	}
	cr_assert_eq(groups, expected, "of %zu bytes", len);
}

/* Visit what was found as the contract says. What is visited but quiet stands behind a broken character. */
static void check_find(const struct scan_set *set, const uint8_t *src, size_t len, uint8_t before)
{
	scan_find_fn *finds[] = {scan_find_portable, scan_find_best()};
	uint16_t places[LONGEST + SCAN_MARGIN], folds[LONGEST + SCAN_MARGIN];
	uint8_t copied[LONGEST + SCAN_MARGIN];
	uint64_t feeds[LONGEST / SCAN_GROUP + 1];
	for (size_t i = 0; i < 2; i++) {
		struct scan_found found = finds[i](set, src, len, before, copied, places, folds, feeds);
		check_feeds(src, len, feeds, found.feeds);
		size_t count = found.places, at = 0;
		const uint16_t *folded = folds;
		cr_assert_leq(count, len + 1);
		cr_assert_leq(found.folded, len);
		folds[found.folded] = UINT16_MAX;
		bool broken = false;
		for (size_t k = 0; k < count; k++) {
			cr_assert_lt(places[k], len);
			while (at <= places[k]) {
				size_t to = scan_start(src, at, places[k]);
				uint32_t cp;
				folded = check_quiet(set, src, at, to, before, copied, folded);
				unsigned bytes = utf8_decode(src + to, src + len, &cp);
				cr_assert(broken || cp == UTF8_INVALID ||
				          !is_quiet(set, src + to, bytes, to ? src[to - 1] : before));
				at = to + bytes;
				for (; *folded < at; folded++)
					cr_assert(broken);
				broken = cp == UTF8_INVALID;
			}
		}
		folded = check_quiet(set, src, at, len, before, copied, folded);
		cr_assert_eq((size_t)(folded - folds), found.folded);
	}
}

static void check(const struct scan_set *set, const uint8_t *src, size_t len, uint8_t before)
{
	check_copy(set, src, len, before);
	check_find(set, src, len, before);
}

static struct scan_set all_quiet(bool lower, bool pairs)
{
	struct scan_set set;
	memset(&set, 0xFF, sizeof set);
	memset(set.folds, 0, sizeof set.folds);
	memset(set.lead_folds, 0, sizeof set.lead_folds);
	set.folding = false;
	set.lists = pairs;
	set.lower = lower;
	set.pairs = pairs;
	set.digraphs = false;
	return set;
}

static struct scan_set random_set(uint32_t *state)
{
	struct scan_set set = all_quiet(next_random(state) & 1, next_random(state) & 1);
	unsigned holes = next_random(state) % 12;
	for (unsigned i = 0; i < holes; i++) {
		uint32_t random = next_random(state);
		uint8_t *rows[] = {set.ascii, set.latin, set.arabic};
		rows[random % 3][random >> 8 & 15] &= (uint8_t)~(1u << (random >> 16 & 7));
	}
	/* Letters that are folded have to be quiet. */
	for (unsigned c = 'A'; set.lower && c <= 'Z'; c++)
		set.ascii[c & 15] |= (uint8_t)(1u << (c >> 4));
	set.folding = next_random(state) & 1;
	for (unsigned i = 0; set.folding && i < 30; i++) {
		uint32_t random = next_random(state), low = random & 15, row = random >> 4 & 1;
		set.arabic[low] |= (uint8_t)(1u << (row ? 4 : 2));
		set.folds[row][low] = (uint8_t)(random >> 8 & 0x3F);
		set.lead_folds[low] = set.folds[0][low] ? random >> 5 & 1 : 0;
	}
	set.lists = next_random(state) & 1;
	return set;
}

/* Text of the kinds that the scanner tells apart, with all sorts of damage now and then. */
static size_t random_character(uint32_t *state, uint8_t *out)
{
	static const uint8_t leads[] = {0xC2, 0xC3, 0xD8, 0xD9};
	static const uint8_t others[] = {0xC0, 0xC1, 0xC4, 0xD7, 0xDA, 0xE2, 0xF0, 0xFF, 0x80, 0xBF, 0xC3, 0xD9};
	uint32_t random = next_random(state), kind = random % 64;
	if (kind == 0) {
		out[0] = others[(random >> 8) % sizeof others];
		return 1;
	}
	if (kind < 20) {
		out[0] = " \t\r\n az@AZ["[(random >> 8) % 11];
		return 1;
	}
	if (kind < 40) {
		out[0] = (uint8_t)(random >> 8 & 0x7F);
		return 1;
	}
	out[0] = leads[random >> 8 & 3];
	out[1] = (uint8_t)(0x80 | (random >> 16 & 0x3F));
	return 2;
}

static void random_text(uint32_t *state, uint8_t *out, size_t len)
{
	for (size_t n = 0; n < len;) {
		uint8_t character[2];
		size_t bytes = random_character(state, character);
		if (bytes > len - n)
			bytes = len - n;
		memcpy(out + n, character, bytes);
		n += bytes;
	}
}

Test(scan, every_character_alone)
{
	struct scan_set set = all_quiet(true, true);
	for (unsigned first = 0; first < 256; first++) {
		for (unsigned second = 0; second < 256; second++) {
			uint8_t text[40];
			memset(text, 'x', sizeof text);
			text[0] = text[30] = text[31] = (uint8_t)first;
			text[1] = text[32] = (uint8_t)second;
			check(&set, text, 2, 0);
			check(&set, text, sizeof text, 0);
			check(&set, text + 30, 10, (uint8_t)second);
			check(&set, text + 2, 31, 'x');
		}
	}
}

Test(scan, every_bit_of_the_set)
{
	for (unsigned bit = 0; bit < 3 * 128; bit++) {
		struct scan_set set = {.pairs = false};
		uint8_t *rows[] = {set.ascii, set.latin, set.arabic};
		rows[bit / 128][bit & 15] = (uint8_t)(1u << (bit >> 4 & 7));
		for (unsigned second = 0; second < 256; second++) {
			uint8_t text[34];
			for (size_t i = 0; i < sizeof text; i += 2) {
				size_t lead = (bit < 256 ? 0xC2 : 0xD8) + i / 2 % 2;
				text[i] = (uint8_t)(bit < 128 ? second : lead);
				text[i + 1] = (uint8_t)second;
			}
			check(&set, text, sizeof text, 0);
			check(&set, text + 2, sizeof text - 2, 0);
		}
	}
}

Test(scan, random_text_of_every_length_and_alignment)
{
	uint32_t state = 20240229;
	for (int round = 0; round < 200; round++) {
		uint8_t text[LONGEST + 32];
		random_text(&state, text, sizeof text);
		struct scan_set set = round % 4 ? random_set(&state) : all_quiet(round & 8, round & 16);
		for (size_t len = 0; len <= LONGEST; len++)
			check(&set, text + (len + (size_t)round) % 32, len, (uint8_t)next_random(&state));
	}
}

/* Quiet but for one character, at every place. */
Test(scan, every_place_of_a_stop)
{
	static const char *const stops[] = {"  ", "\n ", " \t", "\xC3", "\xD8", "\xE2\x80\x99",
	                                    "\x80", "\xFF", "\xC4\x80"};
	struct scan_set set = all_quiet(true, true);
	for (size_t kind = 0; kind < 2; kind++) {
		for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i++) {
			for (size_t at = 0; at + 3 <= LONGEST; at += 1 + kind) {
				uint8_t text[LONGEST + 1];
				for (size_t k = 0; k < LONGEST; k += 2)
					memcpy(text + k, kind ? "\xD8\xB4" : "Ab", 2);
				memcpy(text + at, stops[i], strlen(stops[i]));
				check(&set, text, LONGEST, 0);
			}
		}
	}
}

/* The text ends where readable memory ends, or starts where it starts. */
Test(scan, reads_nothing_outside)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	uint8_t *map = mmap(NULL, 3 * page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	cr_assert_neq(map, MAP_FAILED);
	cr_assert_eq(mprotect(map + page, page, PROT_READ | PROT_WRITE), 0);
	struct scan_set set = all_quiet(true, true);
	for (size_t i = 0; i < page; i += 2)
		memcpy(map + page + i, i % 3 ? "\xD8\xB4" : "Ab", 2);
	for (size_t len = 0; len <= LONGEST; len++) {
		check(&set, map + 2 * page - len, len, 0);
		check(&set, map + page, len, 0);
	}
	munmap(map, 3 * page);
}

/* Where three pairs of bytes that are not ASCII are equal, by looking at each place; `len` if none are. */
static size_t first_third(const uint8_t *src, size_t len)
{
	for (size_t n = 5; n < len; n++)
		if (src[n] >= 0x80 && src[n - 1] >= 0x80 && !memcmp(src + n - 3, src + n - 1, 2) &&
		    !memcmp(src + n - 5, src + n - 1, 2))
			return n;
	return len;
}

/* The first three equal characters of two bytes are found, wherever they end, and nothing behind the text is looked at. */
Test(scan, finds_three_of_a_kind)
{
	scan_thrice_fn *finds[] = {scan_thrice_portable, scan_thrice_best()};
	uint32_t state = 7;
	for (size_t round = 0; round < 20000; round++) {
		uint8_t src[LONGEST];
		size_t len = next_random(&state) % (LONGEST - 12), used = 0;
		while (used < len) {
			uint32_t random = next_random(&state);
			for (uint32_t times = 1 + (random >> 8) % (round % 8 ? 2 : 3); times; times--) {
				if (random & 1)
					src[used++] = 0xD9;
				src[used++] = random & 1 ? (uint8_t)(0x87 + (random >> 16 & 1)) : 'a';
			}
		}
		for (size_t cut = 0; cut <= len && cut < 40; cut += 3)
			for (size_t i = 0; i < 2; i++)
				cr_assert_eq(finds[i](src + cut, len - cut), first_third(src + cut, len - cut),
				             "round %zu, version %zu, cut %zu", round, i, cut);
	}
}

/* All of Arabic script but its mathematical letters and what was added for old manuscripts is found, wherever it stands. */
Test(scan, finds_arabic_script)
{
	for (uint32_t cp = 0x80; cp < 0x10000; cp++) {
		uint8_t text[200];
		if (unicode_script(cp) != UNICODE_SCRIPT_ARABIC)
			continue;
		memset(text, 'a', sizeof text);
		size_t len = utf8_encode(cp, text + cp % 190);
		cr_expect(scan_may_be_arabic(text, sizeof text), "U+%04X", (unsigned)cp);
		cr_expect(scan_may_be_arabic(text, cp % 190 + len), "U+%04X at the end", (unsigned)cp);
	}
}

Test(scan, finds_no_arabic_script_elsewhere)
{
	static const uint32_t others[] = {0xE9, 0x2019, 0xFEFF, 0xFFFD, 0xFE0F, 0xFB01, 0xFF0C, 0x0915, 0x4E00, 0x1F600};
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
		uint8_t text[8];
		size_t len = utf8_encode(others[i], text);
		cr_expect_not(scan_may_be_arabic(text, len), "U+%04X", (unsigned)others[i]);
	}
	cr_expect_not(scan_may_be_arabic((const uint8_t *)"", 0));
}

Test(scan, stops_at_digraphs)
{
	static const char letters[] = "oOaAeEu \xC3";
	struct scan_set set = all_quiet(false, true);
	set.digraphs = true;
	uint32_t state = 11;
	for (size_t round = 0; round < 4000; round++) {
		uint8_t src[LONGEST];
		size_t len = next_random(&state) % LONGEST;
		for (size_t i = 0; i < len; i++)
			src[i] = (uint8_t)letters[next_random(&state) % 9];
		check(&set, src, len, (uint8_t)letters[next_random(&state) % 8]);
	}
}
