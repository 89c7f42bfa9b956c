/* SPDX-License-Identifier: MIT */
#include "report/counts.h"

#include <stdio.h>
#include <string.h>

#include "common/utf8.h"
#include "report/plain.h"

#define GENERAL 0x2000u /* General Punctuation, which all languages use */

/* A stretch that is read: the text around it, and what governs it. */
struct stretch {
	struct style_text text;
	norm_language language;
	bool in_quotation, wants_styles;
	const norm_levels *levels;
	norm_protected span;      /* the first protected span that does not end before what was asked about … */
	size_t span_next;         /* … and the number of the one behind it */
};

void counts_start(struct counts *counts, struct tally *tally)
{
	struct counts fresh = {.tally = tally,
			       .sections = counts->sections,
			       .examples_max = counts->examples_max,
			       .show = counts->show,
			       .user = counts->user};
	*counts = fresh;
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

static void see_style(struct counts *counts, struct stretch *stretch, const char *at, size_t len, uint32_t cp)
{
	struct style_use uses[2];
	unsigned found = style_see(&stretch->text, at, len, cp, stretch->in_quotation, uses);
	if (!found || is_protected(stretch, at))
		return;
	for (unsigned i = 0; i < found; i++) {
		uint64_t *count = &counts->styles[uses[i].trait][stretch->language][uses[i].style];
		if (++*count <= counts->examples_max)
			counts->show(counts->user, &uses[i], stretch->language, at, len);
	}
}

/* ---- Characters ---- */

static void add_letters(struct counts *counts, uint8_t script, uint64_t letters)
{
	counts->letters += letters;
	counts->script_letters[script] += letters;
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

/* A character of ASCII that is not plain; of a number only the first digit is looked at. */
static void see_ascii(struct counts *counts, struct stretch *stretch, const char *at)
{
	struct character character = character_low[(unsigned char)*at];
	bool goes_on = is_ascii_digit(*at) && at > stretch->text.start && is_ascii_digit(at[-1]);
	counts->characters++;
	counts->low[(unsigned char)*at]++;
	if (character.kind & CHARACTER_STYLE && stretch->wants_styles && !goes_on)
		see_style(counts, stretch, at, 1, (unsigned char)*at);
}

static const char *see_other(struct counts *counts, struct stretch *stretch, const char *at, const char *end)
{
	uint32_t cp;
	if ((unsigned char)*at < 0x80) {
		see_ascii(counts, stretch, at);
		return at + 1;
	}
	size_t len = utf8_decode(at, end, &cp);
	if (cp >= UTF8_BYTE)
		return at + len;
	struct character character = cp < CHARACTERS_LOW ? character_low[cp] : character_find(cp);
	counts->characters++;
	if (cp < CHARACTERS_LOW)
		counts->low[cp]++;
	else if (cp - GENERAL < COUNTS_GENERAL)
		counts->general[cp - GENERAL]++;
	else if (character.kind & ~CHARACTER_LETTER)
		see_rare(counts, cp, character);
	if (character.kind & CHARACTER_LETTER)
		add_letters(counts, character.script, 1);
	if (character.kind & CHARACTER_STYLE && stretch->wants_styles)
		see_style(counts, stretch, at, len, cp);
	return at + len;
}

/* Nothing is looked up of plain ASCII but this table; `text_end`: that of the text, which may be read for longer. */
static const char *pass_plain(struct counts *counts, const char *at, const char *end, const char *text_end)
{
	const char *start = at;
	uint64_t letters = 0;
	struct plain_run run = {.len = PLAIN_WIDTH};
	while (run.len == PLAIN_WIDTH && text_end - at >= PLAIN_WIDTH && at < end) {
		run = plain_run(at, (size_t)(end - at));
		letters += run.letters;
		at += run.len;
	}
	for (uint8_t plain; at < end && (plain = character_plain[(unsigned char)*at]); at++)
		letters += plain & 1;
	counts->characters += (uint64_t)(at - start);
	if (letters)
		add_letters(counts, character_low['a'].script, letters);
	return at;
}

/* The character of two bytes at `at`. */
static unsigned decode_two(const char *at)
{
	return ((unsigned char)at[0] & 0x1Fu) << 6 | ((unsigned char)at[1] & 0x3Fu);
}

static bool has_two(const char *at)
{
	return (unsigned char)*at - 0xC0u < CHARACTERS_LOW >> 6;
}

/* Letters of two bytes, of the script of the first of them, and spaces between: what Arabic words are made of. */
static const char *pass_letters(struct counts *counts, const char *at, const char *end)
{
	const char *start = at;
	uint64_t spaces = 0;
	uint8_t script = at < end && has_two(at) ? character_low[decode_two(at)].script : 0;
	while (at < end) {
		if (*at == ' ') {
			spaces++;
			at++;
			continue;
		}
		unsigned cp = has_two(at) ? decode_two(at) : 0;
		struct character character = character_low[cp];
		if (character.kind != CHARACTER_LETTER || character.script != script)
			break;
		counts->low[cp]++;
		at += 2;
	}
	uint64_t letters = ((uint64_t)(at - start) - spaces) / 2;
	counts->characters += letters + spaces;
	if (letters)
		add_letters(counts, script, letters);
	return at;
}

static void see_stretch(struct counts *counts, struct stretch *stretch, const char *at, const char *end)
{
	while (at < end) {
		const char *start = at;
		at = pass_letters(counts, pass_plain(counts, at, end, stretch->text.end), end);
		if (at == start)
			at = see_other(counts, stretch, at, end);
	}
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
