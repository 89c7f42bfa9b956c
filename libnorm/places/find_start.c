/* SPDX-License-Identifier: MIT */
/* What name begins at a word: what may stand before it in the same word, and which of several ways to read it is right. */
#include "places/find.h"

#include <string.h>

#include "places/find_fit.h"
#include "places/find_letters.h"
#include "places/find_opening.h"
#include "places/gazetteer.h"
#include "text/letter_class.h"

static const char alef[] = {(char)LETTER_ALEF, '\0'};

enum {
	SMALL_WORDS = 3,     /* before a capital, with which a name may begin */
	SMALL_LETTERS = 10,  /* of such a word */
	LINK_BYTES = 5,      /* of one that links two others, with its space: des */
	STRIPPED_MIN = 3,    /* letters that are left where a clitic or the article was taken off */
};

/* One way to read a word: where it begins to count, and letters in front that it does not hold. */
struct reading {
	const uint8_t *at;
	const char *by;
	enum find_prefix prefix;
	uint32_t files; /* of which a name may begin so */
};

static bool is_better(const struct find_hit *a, const struct find_hit *b)
{
	return a->end > b->end;
}

/* The longest name of a walk that fits its form as it is written there. */
static bool take_longest(const struct find_text *text, const struct find_walk *walk, struct find_hit *hit)
{
	for (size_t i = walk->count; i > 0; i--) {
		const struct find_end *end = &walk->ends[i - 1];
		hit->end = (uint32_t)(end->end - text->start);
		hit->hash = end->hash;
		hit->value = end->value;
		hit->letters = end->letters;
		hit->words = end->words;
		/* Of one word nothing but its letters matters, unless they are few. */
		if ((end->words == 1 && end->letters >= FUSED_LETTERS) || find_fits(text, hit))
			return true;
	}
	return false;
}

/* The longest name of one reading in all tries, and the files that have it, of which the uppermost is told first. */
static bool read_as(const struct find_text *text, const struct reading *reading, struct find_hit *ret)
{
	bool found = false;
	for (size_t layer = text->gazetteer->count; layer-- > 0;) {
		struct find_walk walk;
		struct find_hit hit;
		if (!(reading->files >> layer & 1) || !find_walk_begin(&walk, &text->gazetteer->layers[layer].trie, text->end, reading->by))
			continue;
		find_walk_text(&walk, reading->at);
		if (walk.count == 0)
			continue;
		hit = (struct find_hit){
			.start = (uint32_t)(reading->at - text->start),
			.layer = (uint8_t)layer,
			.by = reading->by,
			.prefix = (uint8_t)reading->prefix,
			.arabic = find_character(reading->at, text->end).kind >= FOLD_ARABIC,
		};
		if (!take_longest(text, &walk, &hit))
			continue;
		if (!found || is_better(&hit, ret))
			*ret = hit;
		else if (hit.end == ret->end)
			ret->shared |= (uint32_t)1 << layer;
		found = true;
	}
	return found;
}

/* ---- Arabic ---- */

/* Go over the letter `letter` at `*at`, and what nobody sees before it; false where it is another. */
static bool skip_letter_slowly(const struct find_text *text, const uint8_t **at, uint8_t letter)
{
	const uint8_t *next;
	struct find_character found = find_behind(*at, text->end, &next);
	if (found.kind != letter)
		return false;
	/* A word of its own is no clitic. */
	const uint8_t *behind = next + found.length;
	if (!find_is_letter(find_behind(behind, text->end, &next).kind))
		return false;
	*at = behind;
	return true;
}

/* The same; most letters stand in front of another one. */
static inline bool skip_letter(const struct find_text *text, const uint8_t **at, uint8_t letter)
{
	enum { BYTES = 2 };
	uint8_t here = text->end - *at >= 2 * BYTES ? find_arabic_letter(*at) : 0;
	if (here && here != letter)
		return false;
	if (!here || !find_arabic_letter(*at + BYTES))
		return skip_letter_slowly(text, at, letter);
	*at += BYTES;
	return true;
}

static bool skip_any(const struct find_text *text, const uint8_t **at, const uint8_t *letters)
{
	for (; *letters; letters++)
		if (skip_letter(text, at, *letters))
			return true;
	return false;
}

/* The better of what was found, and what this reading finds: longer, or as long and read before. */
static bool try_reading(const struct find_text *text, const struct reading *reading, bool found, struct find_hit *ret)
{
	struct find_hit hit = {0};
	if (!read_as(text, reading, &hit) || (reading->prefix && hit.letters < STRIPPED_MIN))
		return found;
	if (!found || is_better(&hit, ret))
		*ret = hit;
	return true;
}

/* The readings of a word from `at` on: as it is, with the article off, and لل as the article behind ل. */
static bool try_word(const struct find_text *text, const uint8_t *at, enum find_prefix prefix, uint32_t files, bool found, struct find_hit *ret)
{
	const uint8_t *behind = at;
	found = try_reading(text, &(struct reading){at, "", prefix, files}, found, ret);
	if (skip_letter(text, &behind, LETTER_ALEF) && skip_letter(text, &behind, LETTER_LAM))
		found = try_reading(text, &(struct reading){behind, "", FIND_ARTICLE, files}, found, ret);
	behind = at;
	const uint8_t *second = at;
	if (!skip_letter(text, &behind, LETTER_LAM) || (second = behind, !skip_letter(text, &behind, LETTER_LAM)))
		return found;
	found = try_reading(text, &(struct reading){second, alef, FIND_CONTRACTION, files}, found, ret);
	return try_reading(text, &(struct reading){behind, "", FIND_ARTICLE, files}, found, ret);
}

/* The readings behind clitics, too. */
static bool try_clitics(const struct find_text *text, const uint8_t *at, struct find_opening opening, struct find_hit *ret)
{
	static const uint8_t conjunctions[] = {LETTER_WAW, LETTER_FEH, 0}, prepositions[] = {LETTER_BEH, LETTER_LAM, LETTER_KAF, 0};
	bool found = opening.ways & OPENING_WORD && try_word(text, at, FIND_NO_PREFIX, opening.files, false, ret);
	if (opening.ways < OPENING_CONJUNCTION)
		return found;
	if (skip_any(text, &at, conjunctions) && opening.ways & OPENING_CONJUNCTION)
		found = try_word(text, at, FIND_CLITIC, opening.files, found, ret);
	if (skip_any(text, &at, prepositions) && opening.ways & OPENING_PREPOSITION)
		found = try_word(text, at, FIND_CLITIC, opening.files, found, ret);
	return found;
}

bool find_start_arabic(const struct find_text *text, const uint8_t *at, struct find_opening opening, struct find_hit *ret)
{
	if (opening.ways & OPENING_UNKNOWN)
		opening = find_opening_arabic(text->gazetteer, at, text->end);
	bool found = try_clitics(text, at, opening, ret);
	if (found)
		ret->stripped = (uint16_t)(ret->start - (size_t)(at - text->start));
	return found;
}

/* ---- Latin ---- */

/* The small word in front of `at`, with nothing but a gap between them; returns its start, or NULL. */
static const uint8_t *small_word_before(const uint8_t *from, const uint8_t *at)
{
	const uint8_t *before, *start = NULL;
	if (at <= from || find_before(from, at, &before).kind != FOLD_GAP)
		return NULL;
	at = before;
	for (int letters = 0; letters <= SMALL_LETTERS; letters++) {
		struct find_character character = {.kind = FOLD_OTHER};
		if (at > from && (uint8_t)(at[-1] - 'a') < 26) {
			start = --at;
			continue;
		}
		if (at > from)
			character = find_before(from, at, &before);
		if (!find_is_letter(character.kind))
			return start;
		if (character.kind >= FOLD_ARABIC || letter_class(character.cp) != CLASS_LOWER)
			return NULL;
		start = at = before;
	}
	return NULL;
}

/* The article that a small word holds together with a preposition: `du` is de + le. */
static const char *contracted_article(const uint8_t *word, const uint8_t *end)
{
	static const struct {
		char word[4];
		uint8_t len;
		const char *article;
	} words[] = {{"du", 2, "le"}, {"au", 2, "le"}, {"des", 3, "les"}, {"aux", 3, "les"}};
	if (*word != 'd' && *word != 'a')
		return NULL;
	for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
		size_t len = words[i].len;
		if ((size_t)(end - word) > len && memcmp(word, words[i].word, len) == 0 &&
		    !find_is_letter(find_character(word + len, end).kind))
			return words[i].article;
	}
	return NULL;
}

static bool read_latin(const struct find_text *text, struct reading reading, struct find_hit *ret)
{
	reading.files = find_opening_files(text->gazetteer, reading.by, reading.at, text->end);
	return reading.files && read_as(text, &reading, ret);
}

bool find_start_latin(const struct find_text *text, const uint8_t *from, const uint8_t *at, struct find_hit *ret)
{
	const uint8_t *starts[SMALL_WORDS + 1] = {at};
	int count = 0;
	/* Behind the first one only words that link two: bande de Gaza. */
	while (count < SMALL_WORDS && (count == 0 || starts[count - 1] - starts[count] <= LINK_BYTES) &&
	       (starts[count + 1] = small_word_before(from, starts[count])))
		count++;
	for (int i = count; i > 0; i--)
		if (read_latin(text, (struct reading){.at = starts[i], .by = ""}, ret) && ret->end > at - text->start)
			return true;
	const char *contracted = count ? contracted_article(starts[1], at) : NULL;
	if (contracted && read_latin(text, (struct reading){.at = at, .by = contracted, .prefix = FIND_CONTRACTION}, ret))
		return true;
	return read_latin(text, (struct reading){.at = at, .by = ""}, ret);
}
