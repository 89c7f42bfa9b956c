/* SPDX-License-Identifier: MIT */
/*
 * Arabic presentation forms: the glyph codes of old fonts and of PDF extraction, back to letters.
 *
 * The decompositions are the UCD's, with these differences:
 *   - Forms of marks (FC5E–FC63, FCF2–FCF4, FE70–FE7F) decompose to a space or a tatweel that
 *     carries the marks. Behind an Arabic letter only the marks are put out; the carrier is kept
 *     where there is no letter.
 *   - FE73 ARABIC TAIL FRAGMENT is a piece of the letter before it and has no decomposition: behind
 *     an Arabic letter it goes.
 *   - Whole words (FD40–FD4F, FDCF, FDF0–FDFF) are a rule of their own; half of them have no
 *     decomposition: data/arabic/exceptions.tsv has their words.
 *   - FBD3–FBFF stay: old fonts use these slots for other glyphs, so they are letters only in the
 *     languages that write them.
 */
#include "arabic/exceptions.h"
#include "arabic/steps.h"
#include "text/character.h"
#include "unicode/tables.h"

enum { TAIL_FRAGMENT = 0xFE73 };

/* Whether a decomposition is a carrier with marks. */
static bool is_carried(const uint32_t *to, int n)
{
	return n > 1 && (to[0] == 0x0020 || to[0] == 0x0640) && unicode_ccc(to[1]) != 0;
}

static int map_forms(unsigned value, uint32_t base, uint32_t cp, uint32_t *out)
{
	(void)value;
	bool behind_letter = base && (character_is_arabic_letter(base) || base == CHARACTER_TATWEEL);
	if (cp == TAIL_FRAGMENT)
		return behind_letter ? 0 : STEP_UNCHANGED;
	if (exception_may_be_word(cp) || (cp >= 0xFBD3 && cp <= 0xFBFF))
		return STEP_UNCHANGED;
	const uint32_t *to;
	int n = cpmap_get(&arabic_forms, cp, &to);
	if (n <= 0)
		return STEP_UNCHANGED;
	int skip = behind_letter && is_carried(to, n) ? 1 : 0;
	for (int i = skip; i < n; i++)
		out[i - skip] = to[i];
	return n - skip;
}

static int map_words(unsigned value, uint32_t base, uint32_t cp, uint32_t *out)
{
	(void)value, (void)base;
	const uint32_t *to;
	int n = cpmap_get(&arabic_words, cp, &to);
	if (n < 0)
		n = cpmap_get(&arabic_forms, cp, &to);
	for (int i = 0; i < n; i++)
		out[i] = to[i];
	return n < 0 ? STEP_UNCHANGED : n;
}

static const struct step_range form_ranges[] = {{0xFB50, 0xFDFF}, {0xFE70, 0xFEFC}};
/* Forms of marks. */
static const struct step_range form_context[] = {{0xFC5E, 0xFC63}, {0xFCF2, 0xFCF4}, {0xFE70, 0xFE7F}};
static const struct step_range word_ranges[] = {{0xFD40, 0xFD4F}, {0xFDCF, 0xFDCF}, {0xFDF0, 0xFDFF}};

static const norm_rule_value form_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave presentation forms")},
	{"letters", NORM_LOSSLESS, N_("presentation forms to the letters they show")},
};
static const norm_rule_value word_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave signs that stand for words")},
	{"expand", NORM_REVERSIBLE, N_("signs that stand for words or phrases are written out")},
};

const struct step arabic_step_forms = {
	.rule = {"arabic.forms", "arabic", "forms", N_("Arabic presentation form"), "UCD Decomposition_Mapping",
		 form_values, COUNT_OF(form_values), NORM_SEVERITY_WARNING, CATEGORY_FORM},
	.kind = STEP_MAP,
	.ranges = form_ranges,
	.range_count = COUNT_OF(form_ranges),
	.context = form_context,
	.context_count = COUNT_OF(form_context),
	.map = map_forms,
};

const struct step arabic_step_words = {
	.rule = {"arabic.words", "arabic", "words", N_("sign that stands for a word"), "UCD character names",
		 word_values, COUNT_OF(word_values), NORM_SEVERITY_NOTE, CATEGORY_FORM},
	.kind = STEP_MAP,
	.ranges = word_ranges,
	.range_count = COUNT_OF(word_ranges),
	.map = map_words,
};
