/* SPDX-License-Identifier: MIT */
/* From arrays to the rows of a tally. */
#include <stdio.h>

#include "report/counts.h"

#define ARABIC 0x600u
#define GENERAL 0x2000u

static struct row *row_of(struct counts *counts, enum table_id table, const char *key)
{
	return table_row(&counts->tally->tables[table], key);
}

static void end_scripts(struct counts *counts)
{
	for (size_t i = 1; i < character_script_count; i++) {
		if (!counts->script_letters[i])
			continue;
		struct row *row = row_of(counts, TABLE_SCRIPTS, character_scripts[i]);
		row->count[SCRIPTS_LETTERS] += counts->script_letters[i];
		row->count[SCRIPTS_RUNS] += counts->script_runs[i];
	}
}

/* What has no letters has no language: blank lines, and signs alone. */
static void end_languages(struct counts *counts)
{
	for (size_t i = NORM_LANGUAGE_NONE + 1; i < COUNTS_LANGUAGES; i++) {
		if (!counts->sentences[i] && !counts->language_bytes[i])
			continue;
		struct row *row = row_of(counts, TABLE_LANGUAGES, norm_language_tag((norm_language)i));
		row->count[LANGUAGES_SENTENCES] += counts->sentences[i];
		row->count[LANGUAGES_LETTERS] += counts->language_letters[i];
		row->count[LANGUAGES_BYTES] += counts->language_bytes[i];
	}
}

static void end_style(struct counts *counts, enum trait trait, norm_language language)
{
	struct bytes key = {0};
	for (size_t style = 0; style < STYLES_MAX; style++) {
		uint64_t count = counts->styles[trait][language][style];
		if (!count)
			continue;
		key.len = 0;
		style_append_key(&key, trait, style, norm_language_tag(language));
		row_of(counts, TABLE_STYLES, bytes_text(&key))->count[0] += count;
	}
	bytes_release(&key);
}

/* A text is in few languages. */
static void end_styles(struct counts *counts)
{
	for (size_t language = 0; language < COUNTS_LANGUAGES; language++) {
		for (size_t trait = 0; counts->language_bytes[language] && trait < TRAIT_COUNT; trait++)
			end_style(counts, (enum trait)trait, (norm_language)language);
	}
}

static void end_character(struct counts *counts, uint32_t cp, uint64_t count)
{
	char key[16];
	snprintf(key, sizeof key, "U+%04X", (unsigned)cp);
	struct row *row = row_of(counts, TABLE_CHARACTERS, key);
	row->count[CHARACTERS_COUNT] += count;
	row_set_text(row, 0, character_name(cp));
}

/* Of a character that has a place in an array; others are rare. */
static uint64_t count_of(const struct counts *counts, uint32_t cp)
{
	if (cp < COUNTS_LATIN)
		return counts->latin[cp];
	return cp >= ARABIC && cp < CHARACTERS_LOW ? counts->arabic[counts_arabic_place(cp)] : 0;
}

static void end_characters(struct counts *counts)
{
	for (size_t i = 0; i < character_low_invisible_count; i++) {
		uint32_t cp = character_low_invisible[i];
		uint64_t count = count_of(counts, cp);
		if (count)
			end_character(counts, cp, count);
	}
	for (uint32_t i = 0; i < COUNTS_GENERAL; i++) {
		if (counts->general[i] && character_find(GENERAL + i).kind & CHARACTER_INVISIBLE)
			end_character(counts, GENERAL + i, counts->general[i]);
	}
}

/* What Arabic text is asked about; in the order in which it is shown. */
static const struct {
	const char *name;
	uint32_t first, last;
} arabic[] = {
	{"tatweel", 0x640, 0x640},
	{"harakat", 0x64B, 0x652},
	{"superscript-alef", 0x670, 0x670},
	{"extended-marks", 0x656, 0x65F},
	{"quranic-marks", 0x6D6, 0x6ED},
	{"alef-bare", 0x627, 0x627},
	{"alef-hamza-above", 0x623, 0x623},
	{"alef-hamza-below", 0x625, 0x625},
	{"alef-madda", 0x622, 0x622},
	{"alef-wasla", 0x671, 0x671},
	{"hamza", 0x621, 0x621},
	{"waw-hamza", 0x624, 0x624},
	{"yeh-hamza", 0x626, 0x626},
	{"hamza-mark", 0x653, 0x655},
	{"alef-maqsura", 0x649, 0x649},
	{"yeh", 0x64A, 0x64A},
	{"teh-marbuta", 0x629, 0x629},
	{"heh", 0x647, 0x647},
	{"yeh-persian", 0x6CC, 0x6CC},
	{"kaf", 0x643, 0x643},
	{"kaf-persian", 0x6A9, 0x6A9},
	{"peh", 0x67E, 0x67E},
	{"tcheh", 0x686, 0x686},
	{"jeh", 0x698, 0x698},
	{"gaf", 0x6AF, 0x6AF},
	{"digits-arabic", 0x660, 0x669},
	{"digits-persian", 0x6F0, 0x6F9},
	{"comma", 0x60C, 0x60C},
	{"semicolon", 0x61B, 0x61B},
	{"question-mark", 0x61F, 0x61F},
};

static void end_arabic_item(struct counts *counts, const char *name, uint64_t count)
{
	if (count)
		row_of(counts, TABLE_ARABIC, name)->count[0] += count;
}

static void end_arabic(struct counts *counts)
{
	for (size_t i = 0; i < sizeof arabic / sizeof *arabic; i++) {
		uint64_t count = 0;
		for (uint32_t cp = arabic[i].first; cp <= arabic[i].last; cp++)
			count += count_of(counts, cp);
		end_arabic_item(counts, arabic[i].name, count);
	}
	end_arabic_item(counts, "presentation-forms-a", counts->form_a);
	end_arabic_item(counts, "presentation-forms-b", counts->form_b);
}

void counts_end(struct counts *counts)
{
	static const struct {
		enum section section;
		void (*end)(struct counts *counts);
	} ends[] = {
		{SECTION_SCRIPTS, end_scripts},       {SECTION_LANGUAGES, end_languages}, {SECTION_STYLES, end_styles},
		{SECTION_CHARACTERS, end_characters}, {SECTION_ARABIC, end_arabic},
	};
	counts->tally->count[COUNT_CHARACTERS] += counts->characters;
	counts->tally->count[COUNT_LETTERS] += counts->letters;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		if (counts->sections & 1u << ends[i].section)
			ends[i].end(counts);
	}
}
