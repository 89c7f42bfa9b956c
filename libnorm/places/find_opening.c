/* SPDX-License-Identifier: MIT */
#include "places/find_opening.h"

#include <string.h>

#include "places/filter.h"
#include "places/find_letters.h"
#include "places/find_walk.h"
#include "places/gazetteer.h"

enum {
	ARTICLE = 2,
	CLITICS = 2,
	READ = CLITICS + ARTICLE + FILTER_LONG, /* letters before one that stands for several */
};

/* The first letters of a text, over gaps, read as far as they are asked for. */
struct opening {
	const uint8_t *at, *end;
	unsigned len;
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

/* Names are of one script, but for digits: a name may end where another one follows at once. */
static inline void see_script(struct opening *opening, uint8_t letter)
{
	if (opening->len && (opening->letters[opening->len - 1] ^ letter) >= FOLD_ARABIC)
		opening->ends |= 1u << opening->len;
}

/* Most words begin with four letters of two bytes in Arabic script: these, at once. Else nothing is read. */
static inline void read_four(struct opening *opening)
{
	const uint8_t *at = opening->at, *arabic = fold_near + 0x600;
	if (opening->end - at < 8)
		return;
	uint64_t bytes = filter_letters(at);
	if ((bytes & 0xC0FCC0FCC0FCC0FC) != 0x80D880D880D880D8)
		return;
	uint64_t low = (bytes & 0x0003000300030003) << 6 | (bytes >> 8 & 0x003F003F003F003F);
	const uint8_t letters[] = {arabic[low & 0xFF], arabic[low >> 16 & 0xFF], arabic[low >> 32 & 0xFF], arabic[low >> 48]};
	if ((letters[0] & letters[1] & letters[2] & letters[3]) < FOLD_ARABIC)
		return;
	memcpy(opening->letters, letters, sizeof letters);
	opening->len = sizeof letters;
	opening->at = at + 8;
}

/* The ASCII letters that eight bytes begin with, as keys have them: how many there are, and all eight bytes changed alike. */
static inline unsigned small_ascii(uint64_t bytes, uint64_t *ret_small)
{
	const uint64_t each = 0x0101010101010101, high = 0x80 * each;
	uint64_t small = bytes | 0x20 * each, low = small & ~high;
	uint64_t from_a = low + (0x80 - 'a') * each, behind_z = low + (0x7F - 'z') * each;
	uint64_t letters = from_a & ~behind_z & ~bytes & high;
	*ret_small = small;
	return letters == high ? FILTER_LONG : (unsigned)__builtin_ctzll(~letters & high) / 8;
}

/* Eight ASCII letters, or those in front of what is something else. */
static inline void read_ascii_letters(struct opening *opening)
{
	uint64_t small;
	if (opening->end - opening->at < FILTER_LONG)
		return;
	unsigned count = small_ascii(filter_letters(opening->at), &small);
	filter_put_letters(opening->letters + opening->len, small);
	opening->len += count;
	opening->at += count;
}

/* Letters of two bytes in Arabic script, and spaces, up to `len` letters of all. */
static inline void read_arabic(struct opening *opening, unsigned len)
{
	const uint8_t *at = opening->at, *end = opening->end - 1;
	unsigned count = opening->len;
	see_script(opening, FOLD_ARABIC);
	while (count < len && at < end) {
		uint32_t bytes = (uint32_t)at[0] << 8 | at[1];
		if ((bytes & 0xFCC0) == 0xD880) {
			uint8_t letter = fold_near[(bytes >> 2 & 0x7C0) | (bytes & 0x3F)];
			if (letter < FOLD_ARABIC)
				break;
			opening->letters[count++] = letter;
			at += 2;
		} else if (*at == ' ') {
			opening->ends |= 1u << count;
			at++;
		} else {
			break;
		}
	}
	opening->at = at;
	opening->len = count;
}

/* ASCII letters and spaces, whole words behind them: so there may be more than `len` letters. */
static inline void read_ascii(struct opening *opening, unsigned len)
{
	see_script(opening, 0);
	while (opening->len < len && opening->at < opening->end && *opening->at < 0x80) {
		uint8_t letter = fold_near[*opening->at];
		if (letter < FOLD_LETTER && letter != FOLD_GAP)
			break;
		opening->at++;
		if (letter == FOLD_GAP) {
			opening->ends |= 1u << opening->len;
			read_ascii_letters(opening);
		} else {
			opening->letters[opening->len++] = letter;
		}
	}
}

/* Any other character: seldom. */
static void read_other(struct opening *opening)
{
	uint8_t unused;
	struct find_character next = {.kind = FOLD_OTHER};
	if (opening->at < opening->end)
		next = find_character(opening->at, opening->end);
	opening->at += next.length;
	if (next.kind == FOLD_SEVERAL) {
		opening->len += fold_letters(next.cp, opening->letters + opening->len, &unused);
	} else if (next.kind >= FOLD_LETTER) {
		see_script(opening, next.kind);
		opening->letters[opening->len++] = next.kind;
	} else if (next.kind != FOLD_NOTHING) {
		opening->ends |= 1u << opening->len;
		opening->over = next.kind != FOLD_GAP;
	}
}

/* Have `len` letters at least, if the text has so many. */
static void read_any(struct opening *opening, unsigned len)
{
	while (opening->len < len && !opening->over) {
		const uint8_t *at = opening->at;
		if (at < opening->end && *at < 0x80)
			read_ascii(opening, len);
		else
			read_arabic(opening, len);
		if (opening->at == at)
			read_other(opening);
	}
}

static inline void read_letters(struct opening *opening, unsigned len)
{
	if (opening->len < len)
		read_any(opening, len);
}

/* Letters from number `from` on, behind an article (FILTER_ARTICLE) or not (0). */
struct part {
	unsigned from;
	uint64_t article;
};

/* The first `count` letters of a part; what is behind those that were read is anything. */
static inline uint64_t part_first(const struct opening *opening, struct part part, unsigned count)
{
	return filter_first(filter_letters(opening->letters + part.from), count) & ~part.article;
}

/* Whether they are in the table of FILTER_SHORT or in that of FILTER_LONG letters. */
static inline bool knows(const struct filter *filter, unsigned table, uint64_t letters)
{
	return table == FILTER_SHORT ? filter_has_opening(&filter->openings, (uint32_t)letters) :
				       filter_has_start(&filter->starts, letters);
}

/* Whether a key is made of the letters from `from` on up to the end of a word, behind `least` of them and before `most`. */
static inline bool has_whole(const struct filter *filter, const struct opening *opening, struct part part, unsigned least, unsigned most)
{
	uint32_t ends = opening->ends >> (part.from + least) & ((1u << (most - least)) - 1);
	for (; ends; ends &= ends - 1)
		if (knows(filter, most, part_first(opening, part, least + (unsigned)__builtin_ctz(ends))))
			return true;
	return false;
}

static inline bool has_start(const struct filter *filter, const struct opening *opening, struct part part, unsigned count)
{
	return part.from + count <= opening->len && knows(filter, count, part_first(opening, part, count));
}

static inline bool passes_filter(const struct filter *filter, struct opening *opening, struct part part)
{
	read_letters(opening, part.from + FILTER_SHORT);
	if (has_whole(filter, opening, part, 1, FILTER_SHORT))
		return true;
	if (!has_start(filter, opening, part, FILTER_SHORT))
		return false;
	read_letters(opening, part.from + FILTER_LONG);
	return has_start(filter, opening, part, FILTER_LONG) || has_whole(filter, opening, part, FILTER_SHORT, FILTER_LONG);
}

static inline uint32_t files_from(const norm_gazetteer *gazetteer, struct opening *opening, struct part part)
{
	uint32_t files = 0;
	for (size_t i = 0; i < gazetteer->count; i++)
		files |= (uint32_t)passes_filter(&gazetteer->layers[i].filter, opening, part) << i;
	return files;
}

uint32_t find_opening_files(const norm_gazetteer *gazetteer, const char *by, const uint8_t *at, const uint8_t *end)
{
	struct opening opening;
	begin(&opening, at, end);
	for (; *by; by++)
		opening.letters[opening.len++] = (uint8_t)*by;
	read_ascii_letters(&opening);
	return files_from(gazetteer, &opening, (struct part){0, 0});
}

static inline uint32_t arabic_files_from(const norm_gazetteer *gazetteer, struct opening *opening, unsigned from)
{
	read_letters(opening, from + FILTER_SHORT);
	bool article = from + ARTICLE <= opening->len && letters_are_article(opening->letters[from], opening->letters[from + 1]);
	return files_from(gazetteer, opening, article ? (struct part){from + ARTICLE, FILTER_ARTICLE} : (struct part){from, 0});
}

struct find_opening find_opening_arabic(const norm_gazetteer *gazetteer, const uint8_t *at, const uint8_t *end)
{
	struct opening opening;
	struct find_opening ret = {0};
	unsigned way = OPENING_WORD;
	begin(&opening, at, end);
	read_four(&opening);
	for (unsigned from = 0;; from++) {
		uint32_t files = arabic_files_from(gazetteer, &opening, from);
		ret.files |= files;
		ret.ways |= (uint8_t)(files ? way : 0);
		/* A word of its own is no clitic. */
		if (from + 1 >= opening.len || opening.ends >> (from + 1) & 1 || way == OPENING_PREPOSITION)
			return ret;
		if (way == OPENING_WORD && letter_is_conjunction(opening.letters[0]))
			way = OPENING_CONJUNCTION;
		else if (letter_is_preposition(opening.letters[from]))
			way = OPENING_PREPOSITION;
		else
			return ret;
	}
}
