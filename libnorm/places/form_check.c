/* SPDX-License-Identifier: MIT */
#include "places/form_check.h"

#include <stdio.h>
#include <string.h>

#include "places/fold.h"
#include "text/character.h"
#include "unicode/normal.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

enum verdict { GOOD, STRANGE_LETTER, STRAY };

static bool is_sign(uint32_t cp)
{
	return cp == ' ' || cp == '-' || cp == '\'' || cp == 0x2018 || cp == 0x2019 || cp == '.' || cp == ',' || cp == '&';
}

/* Another way to write letters: superscripts, presentation forms. */
static bool is_compatibility(uint32_t cp)
{
	return (unicode_props(cp) & (UNICODE_NFKD_CHANGES | UNICODE_NFD_CHANGES)) == UNICODE_NFKD_CHANGES;
}

/* A character behind `before`, 0 at the start. */
static enum verdict judge(uint32_t cp, uint32_t before, enum form_language language)
{
	enum unicode_script script = unicode_script(cp);
	if (is_sign(cp) || character_is_digit(cp))
		return GOOD;
	if (character_is_mark(cp))
		return before && !is_sign(before) ? GOOD : STRAY;
	if (!character_is_letter(cp) || is_compatibility(cp))
		return STRAY;
	if (script == (form_language_is_latin(language) ? UNICODE_SCRIPT_LATIN : UNICODE_SCRIPT_ARABIC))
		return GOOD;
	/* Those of transliteration, U+02BF for ayn, are common to all scripts. */
	return unicode_category(cp) == UNICODE_LM && script == UNICODE_SCRIPT_COMMON ? GOOD : STRANGE_LETTER;
}

static bool check_characters(struct report *report, struct cell form, enum form_language language,
			     const struct cpbuf *given)
{
	char name[16];
	for (size_t i = 0; i < given->len; i++) {
		uint32_t cp = given->at[i];
		enum verdict verdict = judge(cp, i ? given->at[i - 1] : 0, language);
		if (verdict == GOOD)
			continue;
		snprintf(name, sizeof name, "U+%04X", (unsigned)cp);
		report_error(report, verdict == STRAY ? NORM_ERROR_FORM_CHARACTER : NORM_ERROR_FORM_SCRIPT,
			     vocabulary_languages[language], form, name);
		return false;
	}
	return true;
}

static bool has_bad_spaces(const struct cpbuf *given)
{
	bool bad = !given->len || given->at[0] == ' ' || given->at[given->len - 1] == ' ';
	for (size_t i = 1; i < given->len; i++)
		bad |= given->at[i] == ' ' && given->at[i - 1] == ' ';
	return bad;
}

static bool is_nfc(struct form_scratch *scratch)
{
	uint32_t changing = 0;
	for (size_t i = 0; i < scratch->given.len; i++)
		changing |= unicode_props(scratch->given.at[i]) &
			    (UNICODE_CCC_MASK | UNICODE_NFC_CHANGES | UNICODE_COMPOSES_BACK);
	if (!changing)
		return true;
	normal_apply(NORMAL_NFC, scratch->given.at, scratch->given.len, &scratch->normal);
	return scratch->normal.len == scratch->given.len &&
	       !memcmp(scratch->normal.at, scratch->given.at, scratch->given.len * sizeof *scratch->given.at);
}

static void decode(struct cell form, struct cpbuf *ret)
{
	const uint8_t *at = (const uint8_t *)form.at, *end = at + form.len;
	ret->len = 0;
	while (at < end && !ret->failed) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		cpbuf_push(ret, cp);
	}
}

bool form_scratch_failed(const struct form_scratch *scratch)
{
	return scratch->given.failed || scratch->normal.failed || scratch->key.failed;
}

bool form_check(struct report *report, struct cell form, enum form_language language, struct form_scratch *scratch)
{
	decode(form, &scratch->given);
	if (form_scratch_failed(scratch))
		return false;
	norm_error_code code = NORM_ERROR_NONE;
	if (scratch->given.len > FORM_CHARACTERS_MAX)
		code = NORM_ERROR_FORM_TOO_LONG;
	else if (has_bad_spaces(&scratch->given))
		code = NORM_ERROR_FORM_SPACES;
	else if (!check_characters(report, form, language, &scratch->given))
		return false;
	else if (!is_nfc(scratch))
		code = NORM_ERROR_FORM_NOT_NFC;
	scratch->key.len = 0;
	if (code == NORM_ERROR_NONE && !fold_name(form.at, form.len, &scratch->key))
		code = NORM_ERROR_FORM_NO_KEY;
	if (form_scratch_failed(scratch) || code == NORM_ERROR_NONE)
		return !form_scratch_failed(scratch);
	report_error(report, code, vocabulary_languages[language], form, NULL);
	return false;
}

void form_scratch_release(struct form_scratch *scratch)
{
	cpbuf_release(&scratch->given);
	cpbuf_release(&scratch->normal);
	buffer_release(&scratch->key);
}
