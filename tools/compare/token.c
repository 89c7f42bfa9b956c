/* SPDX-License-Identifier: MIT */
#include "compare/token.h"

#include <string.h>

#include "common/utf8.h"
#include "compare/characters.h"

enum char_class {
	CHAR_SPACE,     /* also ends of lines */
	CHAR_INVISIBLE, /* format characters, controls: a gap between words, nothing inside one */
	CHAR_LETTER,
	CHAR_JOINER, /* combining marks: belong to what is in front of them */
	CHAR_DIGIT,
	CHAR_OTHER,
};

/* Nearly all text: up to the Arabic blocks, and General Punctuation. */
enum { DIRECT = 0x800, PUNCTUATION = 0x2000, PUNCTUATION_END = 0x2070 };
static uint8_t direct[DIRECT], punctuation[PUNCTUATION_END - PUNCTUATION];
/* Bytes behind which nothing belongs to the word in front of them: spaces and signs of ASCII, but apostrophes. */
static bool ends_word[256];

static enum char_class class_of(uint32_t cp)
{
	switch (character_kind(cp)) {
	case CHARACTER_LETTER:
	case CHARACTER_CAPITAL:
		return CHAR_LETTER;
	case CHARACTER_MARK:
		return CHAR_JOINER;
	case CHARACTER_DIGIT:
		return CHAR_DIGIT;
	case CHARACTER_SPACE:
	case CHARACTER_SEPARATOR:
		return CHAR_SPACE;
	case CHARACTER_CONTROL:
		return (cp >= '\t' && cp <= '\r') || cp == 0x85 ? CHAR_SPACE : CHAR_INVISIBLE;
	case CHARACTER_FORMAT:
		return CHAR_INVISIBLE;
	default:
		return CHAR_OTHER;
	}
}

/* Those of punctuation.apostrophes, but for a low quotation mark. */
static bool is_apostrophe(uint32_t cp)
{
	return cp == '\'' || cp == '`' || cp == 0xB4 || (cp >= 0x2018 && cp <= 0x201B && cp != 0x201A) || cp == 0x2032 || cp == 0x2035 ||
	       cp == 0xFF07;
}

void token_init(void)
{
	for (uint32_t cp = 0; cp < DIRECT; cp++)
		direct[cp] = (uint8_t)class_of(cp);
	for (uint32_t cp = PUNCTUATION; cp < PUNCTUATION_END; cp++)
		punctuation[cp - PUNCTUATION] = (uint8_t)class_of(cp);
	for (uint32_t cp = 0; cp < 0x80; cp++)
		ends_word[cp] = direct[cp] == CHAR_SPACE || (direct[cp] == CHAR_OTHER && !is_apostrophe(cp));
}

/* The class of the character at `at`; its length in `ret_len`. */
static inline enum char_class look(const char *at, const char *end, uint32_t *ret_cp, size_t *ret_len)
{
	unsigned char first = (unsigned char)*at;
	if (first < 0x80) {
		*ret_len = 1;
		return direct[*ret_cp = first];
	}
	if (first < 0xE0 && end - at > 1) {
		*ret_len = 2;
		return direct[*ret_cp = (first & 0x1Fu) << 6 | ((unsigned char)at[1] & 0x3Fu)];
	}
	*ret_len = utf8_decode(at, end, ret_cp);
	if (*ret_cp >= PUNCTUATION && *ret_cp < PUNCTUATION_END)
		return punctuation[*ret_cp - PUNCTUATION];
	return *ret_cp < UTF8_BYTE ? class_of(*ret_cp) : CHAR_OTHER;
}

/* Behind the combining marks at `at`. */
static const char *skip_joiners(const char *at, const char *end)
{
	uint32_t cp;
	size_t len;
	while (at < end && look(at, end, &cp, &len) == CHAR_JOINER)
		at += len;
	return at;
}

/* Does what stands at `at` go on with a letter, whatever nobody sees in front of it? */
static bool is_letter_ahead(const char *at, const char *end)
{
	uint32_t cp;
	size_t len;
	while (at < end) {
		enum char_class class = look(at, end, &cp, &len);
		if (class != CHAR_INVISIBLE)
			return class == CHAR_LETTER;
		at += len;
	}
	return false;
}

/* Elided words have up to this many letters when a space stands behind the apostrophe; it may be a quotation mark. */
enum { ELIDED = 2 };

/* Are there so few letters in [at, end), with those in front of it? */
static bool is_elided(const char *at, const char *end, int letters)
{
	uint32_t cp;
	size_t len;
	for (; at < end && letters <= ELIDED; at += len)
		letters += look(at, end, &cp, &len) == CHAR_LETTER;
	return letters <= ELIDED;
}

static inline bool is_in_word(unsigned class)
{
	return class - CHAR_LETTER <= CHAR_DIGIT - CHAR_LETTER;
}

/* Behind letters, marks and digits of one or two bytes, which is nearly all that words are made of. */
static const char *skip_letters(const char *at, const char *end)
{
	while (end - at > 1) {
		unsigned first = (unsigned char)*at;
		if (first < 0x80) {
			if (!is_in_word(direct[first]))
				break;
			at++;
		} else {
			if (first >= 0xE0 || !is_in_word(direct[(first & 0x1F) << 6 | ((unsigned char)at[1] & 0x3F)]))
				break;
			at += 2;
		}
	}
	return at;
}

/* A word that goes on at `at`, of which `letters` are read. */
static const char *read_word(const char *at, const char *end, int letters)
{
	const char *start = at, *last = at;
	while (at < end) {
		const char *run = skip_letters(at, end);
		if (run > at)
			last = at = run;
		if (at == end)
			break;
		uint32_t cp;
		size_t len;
		enum char_class class = look(at, end, &cp, &len);
		if (class == CHAR_OTHER && is_apostrophe(cp) && (is_elided(start, at, letters) || is_letter_ahead(at + len, end)))
			return last == at ? at + len : last;
		if (class == CHAR_SPACE || class == CHAR_OTHER)
			break;
		at += len;
		/* what is invisible belongs to the word only if the word goes on */
		if (class != CHAR_INVISIBLE)
			last = at;
	}
	return last;
}

/* Between digits: 1.5, 1,5 and the Arabic separators. */
static bool is_separator(uint32_t cp)
{
	return cp == '.' || cp == ',' || cp == 0x066B || cp == 0x066C;
}

static bool is_digit_at(const char *at, const char *end)
{
	uint32_t cp;
	size_t len;
	return at < end && look(at, end, &cp, &len) == CHAR_DIGIT;
}

static const char *read_number(const char *at, const char *end, enum token_kind *kind)
{
	while (at < end) {
		uint32_t cp;
		size_t len;
		enum char_class class = look(at, end, &cp, &len);
		if (class == CHAR_LETTER) {
			*kind = TOKEN_WORD;
			return read_word(at, end, 1);
		}
		if (class != CHAR_DIGIT && class != CHAR_JOINER && !(is_separator(cp) && is_digit_at(at + len, end)))
			break;
		at += len;
	}
	return at;
}

static const char *read_mark(const char *at, const char *end, uint32_t cp)
{
	while (cp == '.' && at < end && *at == '.')
		at++;
	return skip_joiners(at, end);
}

/*
 * Where a word that starts at `at` has to end: in front of a character. No branches, for what stands so far ahead may be
 * anything, and this is asked for each word.
 */
static const char *last_end(const char *at, const char *end)
{
	if (end - at <= WORD_BYTES_MAX)
		return end;
	end = at + WORD_BYTES_MAX;
	for (int i = 0; i < 3; i++) /* bytes that go on with a character */
		end -= ((unsigned char)*end & 0xC0) == 0x80;
	return end;
}

/*
 * The end of a token of which the first character has been read, where the one byte behind it tells: of a word of letters,
 * and of a sign. NULL where more has to be looked at, as for all that is long.
 */
static const char *find_end(const char *at, const char *end, enum token_kind kind)
{
	if (kind == TOKEN_WORD) {
		at = skip_letters(at, end - at < WORD_BYTES_MAX / 2 ? end : at + WORD_BYTES_MAX / 2);
		return at < end && ends_word[(unsigned char)*at] ? at : NULL;
	}
	return kind == TOKEN_MARK && at < end && (unsigned char)*at < 0x80 && *at != '.' ? at : NULL;
}

void token_read(const char *gap, const char *end, struct token *ret)
{
	const char *at = gap;
	enum char_class class = CHAR_SPACE;
	uint32_t cp;
	size_t len = 0;
	if (at < end && *at == ' ')
		at++; /* as nearly all gaps are */
	while (at < end && (class = look(at, end, &cp, &len)) <= CHAR_INVISIBLE)
		at += len;
	*ret = (struct token){gap, at, at, TOKEN_END};
	if (at == end)
		return;
	ret->kind = class == CHAR_LETTER ? TOKEN_WORD : class == CHAR_DIGIT ? TOKEN_NUMBER : TOKEN_MARK;
	ret->end = find_end(at + len, end, ret->kind);
	if (ret->end)
		return;
	end = last_end(at, end);
	at += len;
	if (ret->kind == TOKEN_WORD)
		ret->end = read_word(at, end, 1);
	else if (ret->kind == TOKEN_NUMBER)
		ret->end = read_number(at, end, &ret->kind);
	else
		ret->end = read_mark(at, end, cp);
}
