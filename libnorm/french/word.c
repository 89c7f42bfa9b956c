/* SPDX-License-Identifier: MIT */
#include "french/word.h"

#include <string.h>

#include "french/gap.h"
#include "text/bidi.h"
#include "text/character.h"
#include "text/quotation.h"
#include "text/space.h"
#include "unicode/ascii.h"
#include "unicode/normal.h"
#include "unicode/utf8.h"

enum {
	LETTERS_MAX = FRENCH_WORD_MAX,
	CHARACTERS_MAX = 2 * FRENCH_WORD_MAX, /* so far a word is looked for on each side: some letters have marks */
	LEAD_MAX = 8, /* so many quotes are looked through for the end of the sentence before */
};

enum { SMALL_OE = 0x153, SMALL_AE = 0xE6, SMALL_Y_DIAERESIS = 0xFF, MULTIPLICATION = 0xD7 };

/* The character in front of a place, and where it starts; LINE FEED at the start of the text. */
static uint32_t before(const struct scope_text *text, size_t at, size_t *ret_start)
{
	uint32_t cp = SPACE_LF;
	*ret_start = at;
	if (at > 0) {
		const uint8_t *start = utf8_previous(text->text, text->text + at);
		utf8_decode(start, text->text + at, &cp);
		*ret_start = (size_t)(start - text->text);
	}
	return cp;
}

/* The character at a place, and where it ends; LINE FEED at the end of the text. */
static uint32_t behind(const struct scope_text *text, size_t at, size_t *ret_end)
{
	uint32_t cp = SPACE_LF;
	*ret_end = at;
	if (at < text->len)
		*ret_end += utf8_decode(text->text + at, text->text + text->len, &cp);
	return cp == UTF8_INVALID ? 0xFFFD : cp;
}

static bool is_word_character(uint32_t cp)
{
	return cp != UTF8_INVALID && (character_is_word(cp) || cp == '_');
}

static size_t find_start(const struct scope_text *text)
{
	size_t at = text->at, start;
	for (int i = 0; i < CHARACTERS_MAX && is_word_character(before(text, at, &start)); i++)
		at = start;
	return at;
}

/* The characters of a word, as they are written, marks composed with their letters. */
struct characters {
	uint32_t at[LETTERS_MAX];
	size_t count;
	size_t asked; /* which of them stands at text->at */
};

static bool add_character(struct characters *characters, uint32_t cp)
{
	if (character_is_mark(cp) && characters->count) {
		uint32_t *last = &characters->at[characters->count - 1];
		*last = normal_compose_pair(*last, cp);
		return *last != 0;
	}
	if (characters->count == LETTERS_MAX)
		return false;
	characters->at[characters->count++] = cp;
	return true;
}

/* Read characters from ret->start on. Returns whether they fit; ret->end is behind the last. */
static bool read_characters(const struct scope_text *text, struct word *ret, struct characters *characters)
{
	size_t at = ret->start, end;
	for (uint32_t cp; is_word_character(cp = behind(text, at, &end)); at = end) {
		if (at == text->at)
			characters->asked = characters->count;
		if (!add_character(characters, cp))
			return false;
	}
	ret->end = at;
	return characters->count > 0;
}

/* The small letter, or 0: not a letter of French. */
static uint32_t small_letter(uint32_t cp)
{
	if ((cp >= 'a' && cp <= 'z') || (cp >= 0xDF && cp <= 0xFF) || cp == SMALL_OE)
		return cp;
	if ((cp >= 'A' && cp <= 'Z') || (cp >= 0xC0 && cp < 0xDF && cp != MULTIPLICATION))
		return cp + 0x20;
	return cp == 0x152 ? SMALL_OE : cp == 0x178 ? SMALL_Y_DIAERESIS : 0;
}

/* The shape of a word of `count` letters, of which so many are capitals, also the first one if `initial`. `digraph`: it begins with OE or AE. */
static enum word_shape shape_with(size_t count, size_t capitals, bool initial, bool digraph)
{
	if (capitals == 0)
		return WORD_SMALL;
	if (initial && (capitals == 1 || (digraph && capitals == 2 && count > 2)))
		return WORD_CAPITAL;
	return capitals == count ? WORD_CAPITALS : WORD_MIXED;
}

static enum word_shape shape_of(const struct characters *characters)
{
	const uint32_t *at = characters->at;
	size_t capitals = 0, count = characters->count;
	for (size_t i = 0; i < count; i++)
		capitals += unicode_category(at[i]) == UNICODE_LU;
	bool digraph = count > 1 && at[1] == 'E' && (at[0] == 'O' || at[0] == 'A');
	return shape_with(count, capitals, unicode_category(at[0]) == UNICODE_LU, digraph);
}

static bool push_letter(struct word *word, uint8_t letter)
{
	if (word->length < FRENCH_WORD_MAX)
		word->letters[word->length++] = letter;
	return word->length < FRENCH_WORD_MAX;
}

/* The characters as letters of the lists. */
static bool fold(const struct characters *characters, struct word *ret)
{
	for (size_t i = 0; i < characters->count; i++) {
		uint32_t letter = small_letter(characters->at[i]);
		if (i == characters->asked)
			ret->at = ret->length;
		bool pair = letter == SMALL_OE || letter == SMALL_AE;
		if (!letter || !push_letter(ret, pair ? (letter == SMALL_AE ? 'a' : 'o') : (uint8_t)letter) ||
		    (pair && !push_letter(ret, 'e')))
			return false;
	}
	return true;
}

/* Whether a character of ASCII stands at `at` that is part of no word, or nothing more. */
static bool is_border(const uint8_t *at, const uint8_t *end)
{
	return at == end || (*at < 0x80 && !character_is_word(*at) && *at != '_');
}

/* Read a word of ASCII letters between other ASCII characters, as most are. False where something else stands there. */
static bool read_ascii(const struct scope_text *text, struct word *ret)
{
	const uint8_t *asked = text->text + text->at, *start = asked, *end = asked, *limit = text->text + text->len;
	size_t capitals = 0;
	while (start > text->text && ascii_is_letter(start[-1]) && asked - start < FRENCH_WORD_MAX)
		start--;
	while (end < limit && ascii_is_letter(*end) && end - start < FRENCH_WORD_MAX)
		end++;
	if (end == asked || end - start >= FRENCH_WORD_MAX || !is_border(end, limit) || (start > text->text && !is_border(start - 1, limit)))
		return false;
	for (const uint8_t *at = start; at < end; at++) {
		capitals += !(*at & 0x20);
		ret->letters[at - start] = *at | 0x20;
	}
	ret->start = (size_t)(start - text->text);
	ret->end = (size_t)(end - text->text);
	ret->length = ret->end - ret->start;
	ret->first = 0;
	ret->at = text->at - ret->start;
	bool digraph = ret->length > 1 && start[1] == 'E' && (start[0] == 'O' || start[0] == 'A');
	ret->shape = shape_with(ret->length, capitals, !(*start & 0x20), digraph);
	return true;
}

bool word_read(const struct scope_text *text, struct word *ret)
{
	if (read_ascii(text, ret))
		return true;
	struct characters characters; /* not zeroed: it is large, and words are many */
	characters.count = characters.asked = 0;
	ret->length = ret->first = ret->at = 0;
	ret->start = find_start(text);
	if (!read_characters(text, ret, &characters) || ret->end <= text->at || !fold(&characters, ret))
		return false;
	ret->shape = shape_of(&characters);
	return true;
}

bool word_join(const struct scope_text *text, struct word *word)
{
	struct scope_text other = *text;
	struct word first;
	if (before(text, word->start, &other.at) != '-' || other.at == 0)
		return false;
	before(text, other.at, &other.at);
	size_t hyphen;
	if (!word_read(&other, &first) || behind(text, first.end, &hyphen) != '-' || hyphen != word->start ||
	    first.length + 1 + word->length > FRENCH_WORD_MAX)
		return false;
	size_t shift = first.length + 1;
	memmove(word->letters + shift, word->letters, word->length);
	memcpy(word->letters, first.letters, first.length);
	word->letters[first.length] = '-';
	word->length += shift;
	word->first = shift;
	word->at += shift;
	return true;
}

/* The letters of an entry without accents. */
static const uint8_t *bare(const struct french_words *list, const struct french_word *entry)
{
	return list->pool + entry->text;
}

static void strip(const struct word *word, uint8_t ret[FRENCH_WORD_MAX])
{
	for (size_t i = 0; i < word->length; i++) {
		const uint32_t *to;
		ret[i] = word->letters[i];
		if (ret[i] >= 0x80 && cpmap_get(&unicode_nfd, ret[i], &to) > 0)
			ret[i] = (uint8_t)to[0];
	}
}

static int compare(const struct french_words *list, size_t index, const uint8_t *letters, size_t length)
{
	const struct french_word *entry = &list->at[index];
	int order = memcmp(bare(list, entry), letters, entry->length < length ? entry->length : length);
	return order ? order : (int)entry->length - (int)length;
}

/* The first entry that is not before some letters without accents. */
static size_t lower_bound(const struct french_words *list, const uint8_t *letters, size_t length)
{
	size_t low = 0, high = list->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare(list, middle, letters, length) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Whether a word, which has the letters of an entry without accents, also has its accents, as far as it has to. */
static bool has_accents(const struct french_words *list, const struct french_word *entry, const struct word *word,
			const uint8_t *letters)
{
	for (size_t i = 0; i < word->length; i++) {
		bool may_lack = word->letters[i] == letters[i] &&
				(word->shape == WORD_CAPITALS || (word->shape == WORD_CAPITAL && i == word->first));
		if (word->letters[i] != word_spelled(list, entry, i) && !may_lack)
			return false;
	}
	return true;
}

const struct french_word *word_find(const struct french_words *list, const struct word *word)
{
	uint8_t letters[FRENCH_WORD_MAX];
	strip(word, letters);
	for (size_t i = lower_bound(list, letters, word->length);
	     i < list->count && compare(list, i, letters, word->length) == 0; i++)
		if (has_accents(list, &list->at[i], word, letters))
			return &list->at[i];
	return NULL;
}

static bool opens_or_space(uint32_t cp)
{
	return space_is_inline(cp) || cp == '"' || cp == 0xAB || cp == 0x201C || cp == '(' || cp == '-' || cp == 0x2013 ||
	       cp == 0x2014;
}

static bool ends_sentence(uint32_t cp)
{
	return space_is_line_end(cp) || gap_is_stop(cp);
}

/* So does one that is quoted behind a colon, and one behind what was left out: (…) */
bool word_begins_sentence(const struct scope_text *text, const struct word *word)
{
	size_t at = word->start, start;
	uint32_t cp = before(text, at, &start);
	bool quoted = false;
	/* Spaces are not counted, for other steps take those away that are too many. */
	for (int quotes = 0; quotes < LEAD_MAX && opens_or_space(cp); cp = before(text, at, &start)) {
		quotes += !space_is_inline(cp);
		quoted |= cp == 0xAB || quotation_is_double(cp);
		at = start;
	}
	if (cp == ')' || cp == ']')
		cp = before(text, start, &start);
	return ends_sentence(cp) || (cp == ':' && quoted);
}

bool word_is_elided_onto(const struct scope_text *text, const struct word *word)
{
	size_t at;
	uint32_t apostrophe = before(text, word->start, &at);
	return (apostrophe == '\'' || apostrophe == 0x2019) && character_is_letter(before(text, at, &at));
}

bool word_follows_capital(const struct scope_text *text, const struct word *word)
{
	struct scope_text other = *text;
	struct word last;
	size_t space, end;
	if (!space_is_inline(before(text, word->start, &space)))
		return false;
	before(text, space, &other.at);
	return word_read(&other, &last) && unicode_category(behind(text, last.start, &end)) == UNICODE_LU;
}

/* Words of English that follow a noun. */
static bool is_english(const struct word *word)
{
	static const char *const english[] = {"and", "at", "by", "for", "in", "of", "on", "the", "to", "with"};
	for (size_t i = 0; i < sizeof english / sizeof english[0]; i++)
		if (strlen(english[i]) == word->length && !memcmp(english[i], word->letters, word->length))
			return true;
	return false;
}

bool word_precedes_small(const struct scope_text *text, const struct word *word)
{
	struct scope_text next = *text;
	struct word other;
	size_t end;
	if (!space_is_inline(behind(text, word->end, &next.at)))
		return false;
	/* More spaces, and bidirectional controls, may be gone in the output. */
	for (uint32_t cp = behind(text, next.at, &end); space_is_inline(cp) || bidi_is_control(cp);) {
		next.at = end;
		cp = behind(text, next.at, &end);
	}
	return unicode_category(behind(text, next.at, &end)) == UNICODE_LL && word_read(&next, &other) && !is_english(&other);
}
