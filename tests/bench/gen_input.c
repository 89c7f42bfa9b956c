/* SPDX-License-Identifier: MIT */
/*
 * gen_input KIND BYTES [SEED]
 * Write made-up text of one kind. The same arguments always give the same text: a block of 1 MiB is made and repeated,
 * so that generating never holds up the reader; the last one is cut at a character.
 * gen_input kinds
 * List the kinds that are meant to be hard.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"

enum { BLOCK = 1 << 20, UNIT_MAX = 1024 };

struct block {
	uint8_t at[BLOCK + UNIT_MAX];
	size_t len;
	uint64_t random;
};

/* A number below `limit`, by SplitMix64. */
static uint32_t below(struct block *block, uint32_t limit)
{
	uint64_t bits = block->random += 0x9E3779B97F4A7C15;
	bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9;
	bits = (bits ^ bits >> 27) * 0x94D049BB133111EB;
	return (uint32_t)((bits >> 32) * limit >> 32);
}

static uint32_t between(struct block *block, uint32_t first, uint32_t last)
{
	return first + below(block, last - first + 1);
}

static void put_byte(struct block *block, uint32_t byte)
{
	block->at[block->len++] = (uint8_t)byte;
}

static void put(struct block *block, uint32_t cp)
{
	if (cp < 0x80) {
		put_byte(block, cp);
	} else if (cp < 0x800) {
		put_byte(block, 0xC0 | cp >> 6);
		put_byte(block, 0x80 | (cp & 0x3F));
	} else if (cp < 0x10000) {
		put_byte(block, 0xE0 | cp >> 12);
		put_byte(block, 0x80 | (cp >> 6 & 0x3F));
		put_byte(block, 0x80 | (cp & 0x3F));
	} else {
		put_byte(block, 0xF0 | cp >> 18);
		put_byte(block, 0x80 | (cp >> 12 & 0x3F));
		put_byte(block, 0x80 | (cp >> 6 & 0x3F));
		put_byte(block, 0x80 | (cp & 0x3F));
	}
}

#define PUT_ONE_OF(block, list) put(block, (list)[below(block, sizeof(list) / sizeof *(list))])

static void put_word(struct block *block, uint32_t first, uint32_t last)
{
	for (uint32_t letters = between(block, 2, 9); letters; letters--)
		put(block, between(block, first, last));
}

static void put_mark(struct block *block)
{
	put(block, between(block, 0x0300, 0x036F));
}

/* ---- What a filter sees on most days ---- */

static void unit_line(struct block *block)
{
	static const uint32_t latin[] = {0xE9, 0xE8, 0xE0, 0xE7, 0x2019, 0x153, 'E', 'L'};
	static const uint32_t arabic[] = {0x623, 0x625, 0x629, 0x649, 0x64B, 0x6F4, 0x661, 0x640};
	bool is_arabic = below(block, 2);
	put_word(block, is_arabic ? 0x627 : 'a', is_arabic ? 0x64A : 'z');
	if (!below(block, 3) && is_arabic)
		PUT_ONE_OF(block, arabic);
	else if (!below(block, 3))
		PUT_ONE_OF(block, latin);
	put(block, ' ');
}

static void unit_text(struct block *block)
{
	unit_line(block);
	if (!below(block, 60))
		put(block, '\n');
}

/* ---- Hard ones ---- */

static void unit_marks(struct block *block)
{
	put_mark(block);
}

static void unit_spaces(struct block *block)
{
	put(block, ' ');
}

static void unit_blanks(struct block *block)
{
	static const uint32_t blanks[] = {' ', ' ', '\t', 0xA0, 0x202F, 0x2009, 0x3000, '\n'};
	PUT_ONE_OF(block, blanks);
}

static void unit_nfd(struct block *block)
{
	static const uint32_t vowels[] = {'a', 'e', 'i', 'o', 'u', 'E', 'A'};
	static const uint32_t accents[] = {0x300, 0x301, 0x302, 0x308};
	PUT_ONE_OF(block, vowels);
	PUT_ONE_OF(block, accents);
	put_word(block, 'a', 'z');
	if (!below(block, 2))
		put(block, ' ');
}

static void unit_forms(struct block *block)
{
	put_word(block, 0xFE8D, 0xFEFC);
	put(block, between(block, 0, 9) ? ' ' : between(block, 0xFDF0, 0xFDFB));
}

static void unit_invalid(struct block *block)
{
	put_byte(block, between(block, 0x80, 0xFF));
}

static void unit_harakat(struct block *block)
{
	bool shadda_first = below(block, 2);
	put(block, between(block, 0x627, 0x64A));
	put(block, shadda_first ? 0x651 : between(block, 0x64B, 0x650));
	put(block, shadda_first ? between(block, 0x64B, 0x650) : 0x651);
	if (!below(block, 5))
		put(block, ' ');
}

static void unit_jamo(struct block *block)
{
	put(block, between(block, 0x1100, 0x1112));
	put(block, between(block, 0x1161, 0x1175));
	if (below(block, 2))
		put(block, between(block, 0x11A8, 0x11C2));
}

static void unit_zalgo(struct block *block)
{
	put(block, between(block, 'a', 'z'));
	for (uint32_t marks = between(block, 20, 120); marks; marks--)
		put_mark(block);
}

static void unit_upper(struct block *block)
{
	put_word(block, 'A', 'Z');
	put(block, below(block, 3) ? ' ' : between(block, 0xC0, 0xD6));
}

static void unit_punctuation(struct block *block)
{
	static const uint32_t signs[] = {0xAB, 0xBB, 0x2019, 0x2018, 0x201C, 0x201D, 0x2026, 0x2013, 0x2014};
	PUT_ONE_OF(block, signs);
}

/* Some stay and some change, so that no branch can be foretold. */
static void unit_swing(struct block *block)
{
	static const uint32_t letters[] = {'a', 'e', 0xE9, 0xC9, 0x153, 0x628, 0x623, 0x629, 0x649, 'Z', ' ', 0x64B};
	PUT_ONE_OF(block, letters);
}

static void unit_invisible(struct block *block)
{
	static const uint32_t invisible[] = {0xAD, 0x200B, 0xFEFF, 0x200D, 0x200E, 0x2060, 7};
	put(block, between(block, 'a', 'z'));
	PUT_ONE_OF(block, invisible);
}

static void unit_wide(struct block *block)
{
	put(block, below(block, 2) ? between(block, 0x800, 0xD7FF) : between(block, 0xE000, 0x2FFFF));
}

/* What UTF-8 consists of that was read as another encoding, in an order that makes no sense. */
static void unit_mojibake(struct block *block)
{
	static const uint32_t pieces[] = {0xC3, 0xC2, 0xA9, 0xA8, 0xA0, 0xE2, 0x20AC, 0x2122, 0xD8, 0xD9, 0xA7, 0x201E, 0x637,
					  0x623, 0x2026, 0xC7, 0xE1, 0xD3, 0x221A, 0x251C, 0xAE, 'e', ' '};
	PUT_ONE_OF(block, pieces);
}

static void unit_leads(struct block *block)
{
	put(block, 0xC3);
}

typedef void unit_fn(struct block *block);

static const struct kind {
	const char *name;
	unit_fn *unit;
	bool hard;
} kinds[] = {
	{"text", unit_text, false},
	{"line", unit_line, false},
	{"marks", unit_marks, true},
	{"spaces", unit_spaces, true},
	{"blanks", unit_blanks, true},
	{"nfd", unit_nfd, true},
	{"forms", unit_forms, true},
	{"invalid", unit_invalid, true},
	{"harakat", unit_harakat, true},
	{"jamo", unit_jamo, true},
	{"zalgo", unit_zalgo, true},
	{"upper", unit_upper, true},
	{"punctuation", unit_punctuation, true},
	{"swing", unit_swing, true},
	{"invisible", unit_invisible, true},
	{"wide", unit_wide, true},
	{"mojibake", unit_mojibake, true},
	{"leads", unit_leads, true},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

static unit_fn *find_unit(const char *name)
{
	for (size_t i = 0; i < KINDS; i++)
		if (!strcmp(kinds[i].name, name))
			return kinds[i].unit;
	die("%s: unknown kind", name);
}

static void list_kinds(void)
{
	for (size_t i = 0; i < KINDS; i++)
		if (kinds[i].hard)
			puts(kinds[i].name);
}

/* The length of the block up to `len`, without a character that would be cut there. */
static size_t cut(const struct block *block, size_t len)
{
	size_t start = len;
	if (len >= block->len)
		return block->len;
	while (start && len - start < 3 && (block->at[start] & 0xC0) == 0x80)
		start--;
	return start;
}

static void write_text(const struct block *block, unsigned long rest)
{
	while (rest) {
		size_t len = rest < block->len ? cut(block, rest) : block->len;
		if (fwrite(block->at, 1, len, stdout) != len)
			die("cannot write");
		rest = rest < block->len ? 0 : rest - len;
	}
}

int main(int argc, char **argv)
{
	static struct block block;
	if (argc == 2 && !strcmp(argv[1], "kinds")) {
		list_kinds();
		return 0;
	}
	if (argc < 3)
		die("KIND BYTES [SEED]; kinds");
	unit_fn *unit = find_unit(argv[1]);
	block.random = argc > 3 ? read_number(argv[3], 0) : 1;
	while (block.len < BLOCK)
		unit(&block);
	write_text(&block, read_number(argv[2], 1));
	if (fflush(stdout))
		die("cannot write");
	return 0;
}
