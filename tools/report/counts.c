/* SPDX-License-Identifier: MIT */
#include "report/counts.h"

#include <stdio.h>
#include <string.h>

#include "common/position.h"
#include "common/utf8.h"
#include "report/plain.h"

#define ARABIC 0x600u   /* the block Arabic, */
#define ARABIC_END 0x700u
#define ALEF 0x627u     /* a letter of it */
#define GENERAL 0x2000u /* General Punctuation, which all languages use */

/* A stretch that is read: the text around it, and what governs it. */
struct stretch {
	struct style_text text;
	norm_language language;
	bool in_quotation, wants_styles;
	const norm_levels *levels;
	norm_protected span;      /* the first protected span that does not end before what was asked about … */
	size_t span_next;         /* … and the number of the one behind it */
	const char *window;       /* PLAIN_WIDTH bytes, at a multiple of that in the text; NULL: none has been looked at … */
	struct plain plain;       /* … and what is in them */
};

void counts_init(struct counts *counts)
{
	for (uint32_t cp = ARABIC; cp < ARABIC_END; cp++) {
		struct character character = character_low[cp];
		counts->is_arabic_letter[counts_arabic_place(cp)] =
			character.kind == CHARACTER_LETTER && character.script == character_low[ALEF].script;
	}
}

void counts_start(struct counts *counts, struct tally *tally)
{
	memset(counts, 0, offsetof(struct counts, tally));
	counts->tally = tally;
}

void counts_text(struct counts *counts)
{
	counts->script = 0;
}

/* ---- Styles ---- */

/* Marks are asked about in the order of the text, so the spans before them are never looked at again. */
static bool is_protected(struct stretch *stretch, const char *at)
{
	size_t offset = (size_t)(at - stretch->text.start);
	while (stretch->span.end <= offset) {
		if (!norm_levels_protected(stretch->levels, stretch->span_next++, &stretch->span))
			stretch->span = (norm_protected){.start = SIZE_MAX, .end = SIZE_MAX};
	}
	return stretch->span.start <= offset;
}

static void show_style(struct counts *counts, const struct style_use *use, norm_language language, const char *at, size_t len)
{
	bool *has_all = &counts->has_all[use->trait][language][use->style];
	if (!*has_all)
		*has_all = !counts->show(counts->user, use, language, at, len);
}

static void see_style(struct counts *counts, struct stretch *stretch, const char *at, size_t len, uint32_t cp)
{
	struct style_use uses[2];
	unsigned found = style_see(&stretch->text, at, len, cp, stretch->in_quotation, uses);
	if (!found || is_protected(stretch, at))
		return;
	for (unsigned i = 0; i < found; i++) {
		uint64_t *count = &counts->styles[uses[i].trait][stretch->language][uses[i].style];
		if (++*count <= counts->examples_max)
			show_style(counts, &uses[i], stretch->language, at, len);
	}
}

/* ---- Characters ---- */

static void add_letters(struct counts *counts, uint8_t script, uint64_t letters)
{
	counts->letters += letters;
	counts->script_letters[script] += letters;
}

/* A letter of this script is the next one. */
static void go_on_in(struct counts *counts, uint8_t script)
{
	if (script != counts->script) {
		counts->script = script;
		counts->script_runs[script]++;
	}
}

/* A character that neither of the arrays has. */
static void see_rare(struct counts *counts, uint32_t cp, struct character character)
{
	counts->form_a += (character.kind & CHARACTER_FORM_A) != 0;
	counts->form_b += (character.kind & CHARACTER_FORM_B) != 0;
	if (!(character.kind & CHARACTER_INVISIBLE) || !(counts->sections & 1u << SECTION_CHARACTERS))
		return;
	char key[16];
	snprintf(key, sizeof key, "U+%04X", (unsigned)cp);
	struct row *row = table_row(&counts->tally->tables[TABLE_CHARACTERS], key);
	row->count[CHARACTERS_COUNT]++;
	row_set_text(row, 0, character_name(cp));
}

static bool is_ascii_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* A character of ASCII that is no letter; of a run of digits only the first is looked at. */
static void see_ascii(struct counts *counts, struct stretch *stretch, const char *at)
{
	struct character character = character_low[(unsigned char)*at];
	bool goes_on = is_ascii_digit(*at) && at > stretch->text.start && is_ascii_digit(at[-1]);
	counts->latin[(unsigned char)*at]++;
	if (character.kind & CHARACTER_STYLE && stretch->wants_styles && !goes_on)
		see_style(counts, stretch, at, 1, (unsigned char)*at);
}

static const char *see_other(struct counts *counts, struct stretch *stretch, const char *at, const char *end)
{
	uint32_t cp;
	size_t len = utf8_decode(at, end, &cp);
	if (cp >= UTF8_BYTE)
		return at + len;
	struct character character = cp < CHARACTERS_LOW ? character_low[cp] : character_find(cp);
	if (cp < COUNTS_LATIN)
		counts->latin[cp]++;
	else if (cp - ARABIC < ARABIC_END - ARABIC)
		counts->arabic[counts_arabic_place(cp)]++;
	else if (cp - GENERAL < COUNTS_GENERAL)
		counts->general[cp - GENERAL]++;
	else if (character.kind & ~CHARACTER_LETTER)
		see_rare(counts, cp, character);
	if (character.kind & CHARACTER_LETTER) {
		add_letters(counts, character.script, 1);
		go_on_in(counts, character.script);
	}
	if (character.kind & CHARACTER_STYLE && stretch->wants_styles)
		see_style(counts, stretch, at, len, cp);
	return at + len;
}

/* ASCII of which nothing is counted. */
static const char *pass_nothing(const char *at, const char *end)
{
	while (at < end && (unsigned char)*at < 0x80 && !character_low[(unsigned char)*at].kind)
		at++;
	return at;
}

/* Arabic letters, each of which is counted, and spaces. @return where they end. */
static const char *pass_letters(struct counts *counts, const char *at, const char *end, uint64_t *letters)
{
	const char *start = at, *last = end - 1;
	size_t spaces = 0;
	while (at < last) {
		unsigned place = counts_arabic_bytes(at);
		if (place < COUNTS_ARABIC && counts->is_arabic_letter[place]) {
			counts->arabic[place]++;
			at += 2;
		} else if (*at == ' ') {
			spaces++;
			at++;
		} else {
			break;
		}
	}
	*letters += ((size_t)(at - start) - spaces) / 2;
	return at;
}

/* Arabic letters, and spaces and marks between: what words are made of. */
static const char *pass_words(struct counts *counts, const char *at, const char *end)
{
	uint64_t letters = 0;
	for (const char *word = at; (at = pass_letters(counts, word, end, &letters)) > word; word = pass_nothing(at, end))
		;
	if (letters) {
		add_letters(counts, character_low[ALEF].script, letters);
		go_on_in(counts, character_low[ALEF].script);
	}
	return at;
}

/* What is not plain, and perhaps more of the kind. */
static const char *see_loud(struct counts *counts, struct stretch *stretch, const char *at, const char *end)
{
	if ((unsigned char)*at < 0x80) {
		see_ascii(counts, stretch, at);
		return at + 1;
	}
	const char *behind = pass_words(counts, at, end);
	return behind > at ? behind : see_other(counts, stretch, at, end);
}

/* Look at the window that `at` is in. Behind the end of the text nothing is read. */
static void look(struct stretch *stretch, const char *at)
{
	char rest[PLAIN_WIDTH] = "";
	stretch->window = at - (size_t)(at - stretch->text.start) % PLAIN_WIDTH;
	size_t len = (size_t)(stretch->text.end - stretch->window);
	if (len < PLAIN_WIDTH)
		memcpy(rest, stretch->window, len);
	stretch->plain = plain_look(len < PLAIN_WIDTH ? rest : stretch->window);
}

/* Up to the end of the window: its Latin letters are counted at once, the rest one by one. @return where that ends. */
static const char *see_window(struct counts *counts, struct stretch *stretch, const char *at, const char *end)
{
	uint8_t latin = character_low['a'].script;
	if (!stretch->window || at - stretch->window >= PLAIN_WIDTH)
		look(stretch, at);
	const char *window = stretch->window;
	size_t from = (size_t)(at - window);
	size_t len = PLAIN_WIDTH - from < (size_t)(end - at) ? PLAIN_WIDTH - from : (size_t)(end - at);
	uint64_t range = UINT64_MAX >> (PLAIN_WIDTH - len) << from;
	uint64_t letters = stretch->plain.letters & range, loud = stretch->plain.loud & range;
	const char *window_end = at + len;
	add_letters(counts, latin, plain_count(letters));
	while (loud) {
		unsigned place = (unsigned)__builtin_ctzll(loud);
		if (letters & ((UINT64_C(1) << place) - 1))
			go_on_in(counts, latin);
		at = see_loud(counts, stretch, window + place, end);
		if (at >= window_end)
			return at;
		uint64_t rest = UINT64_MAX << (at - window);
		letters &= rest;
		loud &= rest;
	}
	if (letters)
		go_on_in(counts, latin);
	return window_end;
}

static void see_stretch(struct counts *counts, struct stretch *stretch, const char *at, const char *end)
{
	while (at < end)
		at = utf8_is_ascii_letter(*at) ? see_window(counts, stretch, at, end) : see_loud(counts, stretch, at, end);
}

static norm_language known_language(norm_language language)
{
	return (unsigned)language < COUNTS_LANGUAGES ? language : NORM_LANGUAGE_OTHER;
}

static void see_segment(struct counts *counts, struct stretch *stretch, const struct segment *segment)
{
	uint64_t letters = counts->letters;
	stretch->language = known_language(segment->language);
	stretch->in_quotation = segment->in_quotation;
	see_stretch(counts, stretch, stretch->text.start + segment->start, stretch->text.start + segment->end);
	counts->language_letters[stretch->language] += counts->letters - letters;
	counts->language_bytes[stretch->language] += segment->end - segment->start;
}

static void count_sentences(struct counts *counts, const norm_levels *levels)
{
	norm_sentence sentence;
	for (size_t i = 0; norm_levels_sentence(levels, i, &sentence); i++)
		counts->sentences[known_language(norm_levels_likely_language(levels, i))]++;
}

void counts_add(struct counts *counts, const char *text, size_t len, const struct segments *segments)
{
	struct stretch stretch = {.text = {text, text + len}};
	counts->characters += position_count_characters(text, len);
	if (!segments) {
		see_stretch(counts, &stretch, text, text + len);
		return;
	}
	stretch.levels = segments->levels;
	stretch.wants_styles = counts->sections & 1u << SECTION_STYLES;
	for (size_t i = 0; i < segments->count; i++)
		see_segment(counts, &stretch, &segments->at[i]);
	count_sentences(counts, segments->levels);
}
