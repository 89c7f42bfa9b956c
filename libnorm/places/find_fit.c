/* SPDX-License-Identifier: MIT */
#include "places/find_fit.h"

#include <string.h>

#include "text/letter_class.h"
#include "unicode/tables.h"

enum {
	JOINED_LETTERS = 7, /* an Arabic one of one word in several, … */
	JOINED_PART = 3,    /* … of so many letters each */
};

/* Reads a name letter by letter. */
struct speller {
	const uint8_t *at, *end;
	uint8_t letters[FOLD_LETTERS_MAX];
	unsigned count, next; /* letters of a character that stands for several */
};

struct spelled {
	uint8_t letter;
	bool gap, space; /* something stands before it; nothing but spaces */
	bool capital, accent;
	uint32_t cp;
};

static bool is_space(uint32_t cp)
{
	return letter_class(cp) == CLASS_SPACE;
}

static bool mark_follows(const struct speller *speller)
{
	uint32_t cp;
	return speller->at < speller->end && *speller->at >= 0x80 &&
	       (utf8_decode(speller->at, speller->end, &cp), cp != UTF8_INVALID) && unicode_ccc(cp) > 0;
}

/* The next letter; false behind the last one. */
static bool spell(struct speller *speller, struct spelled *ret)
{
	uint8_t kind;
	ret->gap = false;
	ret->space = true;
	/* Most letters in Arabic script, which have no capitals. */
	if (speller->next == speller->count && speller->end - speller->at > 1 && find_arabic_letter(speller->at)) {
		ret->letter = find_arabic_letter(speller->at);
		ret->capital = false;
		ret->accent = true;
		speller->at += 2;
		return true;
	}
	while (speller->next == speller->count) {
		if (speller->at >= speller->end)
			return false;
		struct find_character character = find_character(speller->at, speller->end);
		speller->at += character.length;
		speller->next = 0;
		speller->count = find_is_letter(character.kind);
		speller->letters[0] = character.kind;
		ret->cp = character.cp;
		if (character.kind == FOLD_SEVERAL)
			speller->count = fold_letters(character.cp, speller->letters, &kind);
		if (speller->count == 0 && character.kind != FOLD_NOTHING) {
			ret->gap = true;
			ret->space &= is_space(ret->cp);
		}
	}
	ret->letter = speller->letters[speller->next++];
	ret->capital = letter_class(ret->cp) == CLASS_UPPER;
	ret->accent = ret->cp >= 0x80 || mark_follows(speller);
	return true;
}

/* A form of capitals only, at least two: USA. */
static bool is_acronym(const char *form)
{
	struct speller speller = {.at = (const uint8_t *)form, .end = (const uint8_t *)form + strlen(form)};
	struct spelled letter;
	unsigned count = 0;
	while (spell(&speller, &letter)) {
		if (!letter.capital)
			return false;
		count++;
	}
	return count > 1;
}

/* A space in the text for which there is none in the form, in front of letter number `index`. */
static bool may_join(const struct find_hit *hit, const struct spelled *text, unsigned index, const struct find_fit *fit)
{
	/* `à In Salah` is no Aïn Salah. */
	if (!hit->arabic)
		return fit->capital && (text->capital || !text->space);
	return hit->letters >= JOINED_LETTERS && index >= JOINED_PART && hit->letters - index >= JOINED_PART;
}

/* One letter of the text beside that of the form. */
static bool compare(const struct find_hit *hit, const struct spelled *text, const struct spelled *form, unsigned index,
		    struct find_fit *fit)
{
	if (index == 0)
		fit->capital = text->capital;
	if (index && text->gap && !form->gap) {
		fit->joined++;
		if (!may_join(hit, text, index, fit))
			return false;
	}
	if (index && form->gap && !text->gap) {
		fit->fused++;
		if (hit->letters < FUSED_LETTERS)
			return false;
	}
	/* est behind a space is no Est. */
	if (index && text->gap && text->space && form->capital && !text->capital)
		return false;
	/* Accents of capitals are often left out. */
	if (!hit->arabic && text->accent != form->accent && !(text->capital && form->accent))
		fit->accents++;
	return true;
}

/* How many letters of a form the text does not have: the article that is in another word. */
static unsigned letters_before(const struct find_hit *hit, const char *form)
{
	struct speller speller = {.at = (const uint8_t *)form, .end = (const uint8_t *)form + strlen(form)};
	struct spelled letter;
	unsigned count = 0;
	if (hit->prefix != FIND_CONTRACTION)
		return 0;
	if (hit->arabic)
		return 1;
	while (spell(&speller, &letter) && !(count && letter.gap))
		count++;
	return count;
}

/* Whether it stands there byte for byte. */
static bool is_same(const struct find_text *text, const struct find_hit *hit, const char *form)
{
	size_t len = hit->end - hit->start;
	return strncmp((const char *)text->start + hit->start, form, len) == 0 && !form[len];
}

struct find_fit find_fit_form(const struct find_text *text, const struct find_hit *hit, const struct find_name *name)
{
	struct find_fit fit = {.fits = true};
	if (hit->arabic && hit->words == 1 && hit->letters >= FUSED_LETTERS)
		return fit;
	const char *form = find_name_text(text, name);
	if (is_same(text, hit, form))
		return fit;
	if (!*form)
		return (struct find_fit){0};
	struct speller here = {.at = text->start + hit->start, .end = text->start + hit->end};
	struct speller there = {.at = (const uint8_t *)form, .end = (const uint8_t *)form + strlen(form)};
	struct spelled a, b;
	bool acronym = !hit->arabic && is_acronym(form);
	for (unsigned skip = letters_before(hit, form); skip; skip--)
		spell(&there, &b);
	for (unsigned index = 0; fit.fits && spell(&here, &a) && spell(&there, &b); index++)
		fit.fits = compare(hit, &a, &b, index, &fit) && (a.capital || !acronym);
	return fit;
}

bool find_fits(const struct find_text *text, const struct find_hit *hit)
{
	struct find_names names = find_names(text, hit);
	struct find_name name;
	while (find_names_next(&names, &name))
		if (find_fit_form(text, hit, &name).fits && find_name_counts(text, &name))
			return true;
	return false;
}
