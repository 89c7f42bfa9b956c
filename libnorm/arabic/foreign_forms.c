/* SPDX-License-Identifier: MIT */
/*
 * The presentation forms FBD3–FBFF. The UCD makes letters of Uyghur, Kurdish, Kazakh and Kirghiz of them, and of the
 * Persian yeh; old Arabic fonts put other glyphs there. So they become letters only where the language writes these
 * letters, by CLDR's exemplar sets, and are reported elsewhere. (Both are data that others keep; the slots below are those
 * of the block, which never change, and no list that anybody would add to.) The Persian yeh is a special case: keyboards make it in
 * Arabic, too, and arabic.persian-letters then sees to it.
 */
#include "arabic/steps.h"
#include "text/scope.h"
#include "unicode/exemplars.h"
#include "unicode/tables.h"

enum { FORMS_KEEP, FORMS_REPORT, FORMS_LETTERS };

enum {
	FORMS_FIRST = 0xFBD3,
	FORMS_LAST = 0xFBFF,
	HAMZA_LIGATURES_FIRST = 0xFBEA, /* ئ and a vowel: how vowels are written at the start of a word */
	HAMZA_LIGATURES_LAST = 0xFBFB,
	PERSIAN_YEH_FIRST = 0xFBFC,
};

static unsigned exemplar_of(enum language language)
{
	switch (language) {
	case LANGUAGE_PERSIAN:
		return EXEMPLAR_PERSIAN;
	case LANGUAGE_URDU:
		return EXEMPLAR_URDU;
	case LANGUAGE_KURDISH:
		return EXEMPLAR_KURDISH;
	case LANGUAGE_UYGHUR:
		return EXEMPLAR_UYGHUR;
	default:
		return 0;
	}
}

static unsigned exemplars(uint32_t cp)
{
	bool known = cp >= EXEMPLARS_FIRST && cp - EXEMPLARS_FIRST < EXEMPLARS_COUNT;
	return known ? unicode_exemplars[cp - EXEMPLARS_FIRST] : EXEMPLAR_ALL;
}

/* Whether a language, other than Arabic, writes the letters of a form. A letter in no set says nothing for it. */
static bool is_written(enum language language, uint32_t cp, const uint32_t *to, int n)
{
	unsigned exemplar = exemplar_of(language);
	bool ligature = cp >= HAMZA_LIGATURES_FIRST && cp <= HAMZA_LIGATURES_LAST;
	bool told = ligature && (exemplar == EXEMPLAR_KURDISH || exemplar == EXEMPLAR_UYGHUR);
	for (int k = 0; k < n; k++) {
		if (!(exemplars(to[k]) & exemplar))
			return false;
		told |= !ligature && exemplars(to[k]) != EXEMPLAR_ALL;
	}
	return told;
}

/* Put the letters of the form at `i` in its place. */
static void expand(const struct rule_span *span, size_t i, const uint32_t *to, int n)
{
	for (int k = 0; k < n; k++)
		items_replace(span->items, i, 1, to[k], span->rule);
}

/* Whether something is protected is asked last, of what would be changed or reported: to tell that the whole paragraph is read. */
static void rewrite_form(const struct rule_span *span, size_t i)
{
	const struct text_item *item = &span->items->at[i];
	enum language language = scope_letter_language(span->scope, item->start);
	const uint32_t *to;
	int n = cpmap_get(&arabic_forms, item->cp, &to);
	bool yeh = item->cp >= PERSIAN_YEH_FIRST && language == LANGUAGE_ARABIC;
	bool changes = span->value == FORMS_LETTERS && n > 0 && (yeh || is_written(language, item->cp, to, n));
	bool stays = (!changes && !span->items->log) || scope_is_protected(span->scope, item->start);
	if (changes && !stays) {
		expand(span, i, to, n);
		return;
	}
	if (!stays)
		items_report(span->items, i, 1, span->rule);
	items_keep(span->items, i);
}

static void run_foreign_forms(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		bool form = items->at[i].cp >= FORMS_FIRST && items->at[i].cp <= FORMS_LAST;
		if (form)
			rewrite_form(span, i);
		else
			items_keep(items, i);
	}
	items_rewritten(items);
}

static const struct step_range form_ranges[] = {{FORMS_FIRST, FORMS_LAST}};

static const norm_rule_value form_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave presentation forms of Uyghur, Kurdish and their neighbours")},
	{"report", NORM_LOSSLESS, N_("leave them, report them")},
	{"letters", NORM_LOSSLESS, N_("to letters where the language writes them; report the others")},
};

const struct step arabic_step_foreign_forms = {
	.rule = {"arabic.foreign-forms", "arabic", "foreign-forms", N_("presentation form of a language other than Arabic"),
		 "UCD Decomposition_Mapping, CLDR exemplar characters", form_values, COUNT_OF(form_values),
		 NORM_SEVERITY_WARNING, CATEGORY_FORM},
	.kind = STEP_RULE,
	.run = run_foreign_forms,
	.triggers = form_ranges,
	.trigger_count = COUNT_OF(form_ranges),
	.report_values = 1u << FORMS_REPORT,
};
