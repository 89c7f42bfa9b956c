/* SPDX-License-Identifier: MIT */
#include "places/name_read.h"

#include "unicode/tables.h"
#include "unicode/utf8.h"

enum { CEDILLA = 0x327, TATWEEL = 0x640 };

struct reader {
	struct name *name;
	size_t at, end; /* where the character begins in the text, and ends */
	bool in_word;   /* the letter before it belongs to the same word */
	bool full;      /* there is a letter too many */
	uint32_t last;  /* the letter before it, as a code point that marks may join; 0: none */
};

static uint16_t offset(size_t at)
{
	return (uint16_t)(at < UINT16_MAX ? at : UINT16_MAX);
}

static void end_word(struct reader *reader)
{
	reader->in_word = false;
	reader->last = 0;
}

/* The article of a word of four letters, so far, is one letter. */
static void join_article(struct name *name)
{
	uint8_t *word = name->letters + name->starts[name->words - 1];
	if (word[0] != name_arabic_letters[0x27] || word[1] != name_arabic_letters[0x44])
		return;
	size_t start = name->starts[name->words - 1];
	word[0] = NAME_ARTICLE;
	name->ends[start] = name->ends[start + 1];
	for (size_t i = 1; i < 3; i++) {
		word[i] = word[i + 1];
		name->source[start + i] = name->source[start + i + 1];
		name->ends[start + i] = name->ends[start + i + 1];
	}
	name->length--;
}

static inline void add_letter(struct reader *reader, uint8_t letter)
{
	struct name *name = reader->name;
	if (name->length == NAME_LETTERS) {
		reader->full = true;
		return;
	}
	if (!reader->in_word && name->words < NAME_WORDS)
		name->starts[name->words++] = name->length;
	reader->in_word = true;
	name->source[name->length] = offset(reader->at);
	name->ends[name->length] = offset(reader->end);
	name->letters[name->length++] = letter;
	if (name->script == NAME_ARABIC && name->length - name->starts[name->words - 1] == 4)
		join_article(name);
}

/* A letter or digit of the script of the name, else the end of a word. */
static inline void add_in_script(struct reader *reader, enum name_script script, uint8_t letter, uint32_t cp)
{
	struct name *name = reader->name;
	if (script != name->script && script != NAME_NO_SCRIPT) {
		if (name->script != NAME_NO_SCRIPT) {
			end_word(reader);
			return;
		}
		name->script = (uint8_t)script;
	}
	add_letter(reader, letter);
	reader->last = cp;
}

static inline uint8_t arabic_letter(uint32_t cp)
{
	return cp - NAME_ARABIC_FIRST <= NAME_ARABIC_LAST - NAME_ARABIC_FIRST ? name_arabic_letters[cp - NAME_ARABIC_FIRST] : 0;
}

/* A character that is a letter or a digit as it stands; returns whether it is. */
static inline bool add_simple(struct reader *reader, uint32_t cp)
{
	if (cp - 'a' < 26) {
		add_in_script(reader, NAME_LATIN, (uint8_t)(NAME_LATIN_A + cp - 'a'), cp);
		return true;
	}
	uint8_t letter = arabic_letter(cp);
	if (letter) {
		add_in_script(reader, NAME_ARABIC, letter, cp);
		return true;
	}
	if (cp - '0' < 10 || cp - 0x660 < 10 || cp - 0x6F0 < 10) {
		add_in_script(reader, NAME_NO_SCRIPT, (uint8_t)(NAME_DIGIT + (cp & 15)), 0);
		return true;
	}
	return false;
}

/* A mark that makes another letter of the one before it. Returns whether it does. */
static bool join_mark(struct reader *reader, uint32_t mark)
{
	struct name *name = reader->name;
	if (!reader->last || !reader->in_word || reader->full)
		return false;
	uint32_t composite = mark == CEDILLA && reader->last == 'c' ? 's' : unicode_compose(reader->last, mark);
	uint8_t letter = 0;
	if (composite == 's')
		letter = NAME_LATIN_A + 's' - 'a';
	else
		letter = arabic_letter(composite);
	if (!letter)
		return false;
	name->letters[name->length - 1] = letter;
	reader->last = composite;
	return true;
}

static bool is_transparent(uint32_t cp)
{
	enum unicode_category category = unicode_category(cp);
	return category == UNICODE_MN || category == UNICODE_ME || category == UNICODE_CF || cp == TATWEEL;
}

static const struct cpmap *const expansions[] = {
    &unicode_nfd, &unicode_casefold, &latin_accents, &latin_ligatures, &arabic_forms,
};

/* Any character: through its decomposition and folds to letters that are simple, or to none. */
static void add_character(struct reader *reader, uint32_t cp, unsigned depth)
{
	if (add_simple(reader, cp))
		return;
	if (join_mark(reader, cp) || is_transparent(cp)) {
		if (reader->in_word && !reader->full)
			reader->name->ends[reader->name->length - 1] = offset(reader->end);
		return;
	}
	for (size_t i = 0; depth < 4 && i < sizeof expansions / sizeof *expansions; i++) {
		const uint32_t *to;
		int count = cpmap_get(expansions[i], cp, &to);
		if (count < 1 || (count == 1 && *to == cp))
			continue;
		for (int k = 0; k < count; k++)
			add_character(reader, to[k], depth + 1);
		return;
	}
	end_word(reader);
}

void name_read(struct name *name, const char *text, size_t len)
{
	const uint8_t *start = (const uint8_t *)text, *end = start + len, *at = start;
	struct reader reader = {.name = name};
	name->script = NAME_NO_SCRIPT;
	name->length = name->words = 0;
	while (at < end && !reader.full) {
		uint32_t cp;
		reader.at = (size_t)(at - start);
		at += utf8_decode(at, end, &cp);
		reader.end = (size_t)(at - start);
		if (cp - 'A' < 26)
			cp += 'a' - 'A';
		if (add_simple(&reader, cp))
			continue;
		if (cp <= ' ' || cp == UTF8_INVALID)
			end_word(&reader);
		else
			add_character(&reader, cp, 0);
	}
	size_t stop = reader.full ? reader.at : len;
	name->source[name->length] = offset(stop);
	name->starts[name->words] = name->length;
	name->letters[name->length] = 0;
	if (name->script == NAME_NO_SCRIPT && name->length)
		name->script = NAME_LATIN;
}
