/* SPDX-License-Identifier: MIT */
#include "accuracy/mixed.h"

#include <stdlib.h>

#include "base/memory.h"
#include "unicode/utf8.h"

void characters_push(struct characters *characters, uint32_t cp)
{
	if (!memory_reserve(&characters->at, &characters->cap, characters->len + 1, sizeof *characters->at))
		abort();
	characters->at[characters->len++] = cp;
}

void characters_read(struct characters *characters, const char *text, size_t len, size_t max)
{
	const uint8_t *at = (const uint8_t *)text, *end = at + len;
	while (at < end && max-- > 0) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		characters_push(characters, cp);
	}
}

void characters_release(struct characters *characters)
{
	free(characters->at);
	*characters = (struct characters){0};
}

bool mixed_read_news(struct mixed *mixed)
{
	*mixed = (struct mixed){.name = "news"};
	return bed_read_news(&mixed->beds[BED_FRENCH], BED_FRENCH, BED_ODD) &&
	       bed_read_news(&mixed->beds[BED_ARABIC], BED_ARABIC, BED_ODD);
}

static void keep_language(struct bed *bed, enum bed_language language)
{
	size_t kept = 0;
	for (size_t i = 0; i < bed->len; i++) {
		if (bed->at[i].language == language)
			bed->at[kept++] = bed->at[i];
		else
			free(bed->at[i].text);
	}
	bed->len = kept;
}

bool mixed_read_sentences(struct mixed *mixed)
{
	*mixed = (struct mixed){.name = "sentences"};
	for (enum bed_language language = BED_FRENCH; language <= BED_ARABIC; language++) {
		if (!bed_read_sentences(&mixed->beds[language]))
			return false;
		keep_language(&mixed->beds[language], language);
	}
	return true;
}

void mixed_release(struct mixed *mixed)
{
	bed_release(&mixed->beds[BED_FRENCH]);
	bed_release(&mixed->beds[BED_ARABIC]);
}

/* Up to `max` characters of some paragraph, from the start of a word on. */
static void take_piece(const struct bed *bed, struct random *random, size_t max, struct characters *text)
{
	const struct bed_paragraph *paragraph = &bed->at[random_below(random, bed->len)];
	size_t start = random_below(random, paragraph->len);
	while (start > 0 && paragraph->text[start - 1] != ' ')
		start--;
	characters_read(text, paragraph->text + start, paragraph->len - start, max);
}

void mixed_paragraph(const struct mixed *mixed, struct random *random, enum script script, size_t length,
		     struct characters *text)
{
	size_t end = text->len + length;
	for (size_t turn = random_below(random, 2); text->len < end; turn++) {
		bool latin = script == LATIN || (script == BOTH && turn % 2);
		size_t piece = script == BOTH ? length / 2 + random_below(random, length / 2 + 1) : length;
		piece = piece < end - text->len ? piece : end - text->len;
		take_piece(&mixed->beds[latin ? BED_FRENCH : BED_ARABIC], random, piece, text);
		if (text->len < end)
			characters_push(text, ' ');
	}
	characters_push(text, '\n');
}

void mixed_paragraphs(const struct mixed *mixed, struct random *random, enum script script, size_t length,
		      struct characters *text)
{
	while (length > 0) {
		size_t part = 100 + random_below(random, 500);
		part = part + 100 > length ? length : part;
		enum script one = script == BOTH ? (enum script)random_below(random, 3) : script;
		mixed_paragraph(mixed, random, one, part, text);
		length -= part;
	}
}
