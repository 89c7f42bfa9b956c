/* SPDX-License-Identifier: MIT */
#include "places/find_filter.h"

#include <stdlib.h>
#include <string.h>

#include "places/find_letters.h"
#include "places/find_walk.h"
#include "places/gazetteer.h"

enum {
	OPENING = 5,                 /* letters that are looked at */
	ARTICLE = 2,
	CLITICS = 2,
	READ = CLITICS + ARTICLE + OPENING, /* letters before one that stands for several */
	SMALL_BITS = 17,             /* of the table, and from so many units of the tries on: */
	LARGE_BITS = 21,
	LARGE_UNITS = 1 << 20,
};

/* Of up to OPENING letters; there is room for READ of them. */
static inline uint32_t hash_of(const uint8_t *letters, size_t len)
{
	static const uint8_t kept[OPENING + 1][8] = {
		{0}, {0xFF}, {0xFF, 0xFF}, {0xFF, 0xFF, 0xFF}, {0xFF, 0xFF, 0xFF, 0xFF}, {0xFF, 0xFF, 0xFF, 0xFF, 0xFF},
	};
	uint64_t key, mask;
	memcpy(&key, letters, sizeof key);
	memcpy(&mask, kept[len], sizeof mask);
	return (uint32_t)((key & mask) * 0x9E3779B97F4A7C15u >> 32);
}

static inline bool get(const struct find_filter *filter, const uint8_t *letters, size_t len)
{
	uint32_t bit = hash_of(letters, len) >> filter->shift;
	return filter->bits[bit / 64] >> bit % 64 & 1;
}

/* ---- Making it ---- */

/* A walk over all that keys begin with. */
struct making {
	const struct trie *trie;
	struct find_filter *filter;
	uint8_t letters[ARTICLE + OPENING + 8];
};

static void set(struct making *making, size_t from, size_t to)
{
	uint32_t bit = hash_of(making->letters + from, to - from) >> making->filter->shift;
	making->filter->bits[bit / 64] |= UINT64_C(1) << bit % 64;
}

/* Where the letters begin that count: behind an Arabic article. */
static size_t opening_of(const struct making *making, size_t depth)
{
	return depth >= ARTICLE && making->letters[0] == LETTER_ALEF && making->letters[1] == LETTER_LAM ? ARTICLE : 0;
}

/* Visit the node that the first `depth` letters lead to. At most seven deep. */
static void visit(struct making *making, uint32_t node, size_t depth) /* NOLINT(misc-no-recursion) */
{
	size_t from = opening_of(making, depth);
	if (depth == from + OPENING) {
		set(making, from, depth);
		return;
	}
	if (depth > from && trie_value(making->trie, node))
		set(making, from, depth);
	/* Names are of one script, but for digits. */
	bool arabic = depth && making->letters[0] >= FOLD_ARABIC, latin = depth && making->letters[0] >= 'a' && !arabic;
	for (unsigned letter = FOLD_LETTER; letter < (latin ? FOLD_ARABIC : 256); letter++) {
		uint32_t child = node;
		if (arabic && letter == 'a')
			letter = FOLD_ARABIC;
		if (!trie_step(making->trie, &child, (uint8_t)letter))
			continue;
		making->letters[depth] = (uint8_t)letter;
		visit(making, child, depth + 1);
	}
}

bool find_filter_make(const norm_gazetteer *gazetteer, struct find_filter *ret)
{
	unsigned bits = SMALL_BITS;
	for (size_t i = 0; i < gazetteer->count; i++)
		if (gazetteer->layers[i].trie.count >= LARGE_UNITS)
			bits = LARGE_BITS;
	*ret = (struct find_filter){calloc((size_t)1 << bits >> 3, 1), 32 - bits};
	for (size_t i = 0; i < gazetteer->count && ret->bits; i++) {
		struct making making = {.trie = &gazetteer->layers[i].trie, .filter = ret};
		visit(&making, 0, 0);
	}
	return ret->bits;
}

void find_filter_release(struct find_filter *filter)
{
	free(filter->bits);
}

/* ---- Asking it ---- */

/* The first letters of a text, over gaps, read as far as they are asked for. */
struct opening {
	const uint8_t *at, *end;
	uint8_t len;
	bool over;     /* behind them is what is no part of a name */
	uint32_t ends; /* bit n: a word ends behind the first n letters */
	uint8_t letters[READ + FOLD_LETTERS_MAX];
};

static inline void begin(struct opening *opening, const uint8_t *at, const uint8_t *end)
{
	opening->at = at;
	opening->end = end;
	opening->len = 0;
	opening->over = false;
	opening->ends = 0;
}

/* Read what is no letter of two bytes in Arabic script: seldom. */
static void read_other(struct opening *opening)
{
	uint8_t unused;
	struct find_character next = {.kind = FOLD_OTHER};
	if (opening->at < opening->end)
		next = find_character(opening->at, opening->end);
	opening->at += next.length;
	if (next.kind == FOLD_NOTHING)
		return;
	if (next.kind == FOLD_SEVERAL) {
		opening->len = (uint8_t)(opening->len + fold_letters(next.cp, opening->letters + opening->len, &unused));
	} else if (find_is_letter(next.kind)) {
		opening->letters[opening->len++] = next.kind;
	} else {
		opening->ends |= 1u << opening->len;
		opening->over = next.kind != FOLD_GAP;
	}
}

/* Read letters of two bytes in Arabic script, up to `len` of them. */
static inline void read_arabic(struct opening *opening, size_t len)
{
	const uint8_t *at = opening->at, *end = opening->end - 1;
	size_t count = opening->len;
	for (; count < len && at < end && (at[0] & 0xFC) == 0xD8; at += 2) {
		uint8_t kind = fold_near[(at[0] & 0x1F) << 6 | (at[1] & 0x3F)];
		if (kind < FOLD_ARABIC || !utf8_is_trail(at[1]))
			break;
		opening->letters[count++] = kind;
	}
	opening->at = at;
	opening->len = (uint8_t)count;
}

/* Have `len` letters at least, if the text has so many. */
static inline void read_letters(struct opening *opening, size_t len)
{
	while (opening->len < len && !opening->over) {
		read_arabic(opening, len);
		if (opening->len < len)
			read_other(opening);
	}
}

/* Whether a key begins with the letters from `from` on, or is made of those up to the end of a word. */
static inline bool passes_from(const struct find_filter *filter, struct opening *opening, size_t from)
{
	read_letters(opening, from + OPENING);
	if (from + OPENING <= opening->len && get(filter, opening->letters + from, OPENING))
		return true;
	for (uint32_t ends = opening->ends >> (from + 1) & ((1u << (OPENING - 1)) - 1); ends; ends &= ends - 1)
		if (get(filter, opening->letters + from, (size_t)__builtin_ctz(ends) + 1))
			return true;
	return false;
}

bool find_filter_passes(const struct find_filter *filter, const char *by, const uint8_t *at, const uint8_t *end)
{
	struct opening opening;
	begin(&opening, at, end);
	for (; *by; by++)
		opening.letters[opening.len++] = (uint8_t)*by;
	return passes_from(filter, &opening, 0);
}

static inline bool passes_arabic_from(const struct find_filter *filter, struct opening *opening, size_t from)
{
	read_letters(opening, from + ARTICLE);
	bool article = from + ARTICLE <= opening->len && letters_are_article(opening->letters[from], opening->letters[from + 1]);
	return passes_from(filter, opening, from + (article ? ARTICLE : 0));
}

unsigned find_filter_passes_arabic(const struct find_filter *filter, const uint8_t *at, const uint8_t *end)
{
	struct opening opening;
	begin(&opening, at, end);
	size_t from = 0;
	unsigned passes = passes_arabic_from(filter, &opening, 0) ? FILTER_WORD : 0;
	if (opening.len > 1 && letter_is_conjunction(opening.letters[0]) && passes_arabic_from(filter, &opening, ++from))
		passes |= FILTER_CONJUNCTION;
	if (from + 1 < opening.len && letter_is_preposition(opening.letters[from]) && passes_arabic_from(filter, &opening, from + 1))
		passes |= FILTER_PREPOSITION;
	return passes;
}
