/* SPDX-License-Identifier: MIT */
#include "places/rewrite.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "libnorm/place_finder.h"
#include "places/find_walk.h"
#include "places/steps.h"
#include "text/bidi.h"
#include "text/scope_inside.h"

/* What is less sure stays. */
static const double CONFIDENCE_MIN = 0.8;

static const norm_rule_value form_values[] = {
	[PLACES_KEEP] = {"keep", NORM_LOSSLESS, N_("names of places stay in their script")},
	[PLACES_FRENCH] = {"fr", NORM_LOSSY, N_("in French sentences, Arabic names of places get their French form")},
	[PLACES_ARABIC] = {"ar", NORM_LOSSY, N_("in Arabic sentences, Latin names of places get their Arabic form")},
	[PLACES_BOTH] = {"both", NORM_LOSSY, N_("names of places get the form of the language they stand in")},
};

static const norm_rule_value variant_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave the spelling of names of places")},
	{"preferred", NORM_LOSSY, N_("known variants of names of places become the preferred form")},
};

const struct step places_step_form = {
	.rule = {"places.form", "places", "form", N_("name of a place in another script"), "libnorm gazetteer", form_values,
		 COUNT_OF(form_values), NORM_SEVERITY_NOTE, CATEGORY_NAMES},
	.kind = STEP_POLICY,
};

const struct step places_step_variants = {
	.rule = {"places.variants", "places", "variants", N_("variant of the name of a place"), "libnorm gazetteer",
		 variant_values, COUNT_OF(variant_values), NORM_SEVERITY_NOTE, CATEGORY_NAMES},
	.kind = STEP_POLICY,
};

struct place_rewriter {
	const norm_gazetteer *gazetteer;
	norm_place_finder *finder;
	struct place_rules rules;
	/* The paragraph in hand. */
	struct buffer text;
	uint32_t *starts; /* by item: where it is in the text; one more at the end */
	size_t starts_cap;
	struct scope scope; /* of that */
	bool failed; /* memory ran out */
};

struct place_rewriter *place_rewriter_new(const norm_gazetteer *gazetteer, const struct place_rules *rules,
					  const struct scope *scope)
{
	struct place_rewriter *rewriter = calloc(1, sizeof *rewriter);
	if (!rewriter)
		return NULL;
	rewriter->gazetteer = gazetteer;
	rewriter->rules = *rules;
	scope_init(&rewriter->scope, scope->see, scope->cut, scope->user);
	if (norm_place_finder_new(gazetteer, &rewriter->finder) == NORM_OK)
		return rewriter;
	free(rewriter);
	return NULL;
}

void place_rewriter_free(struct place_rewriter *rewriter)
{
	if (!rewriter)
		return;
	norm_place_finder_free(rewriter->finder);
	buffer_release(&rewriter->text);
	free(rewriter->starts);
	scope_release(&rewriter->scope);
	free(rewriter);
}

/* ---- The text of the items ---- */

static bool write_text(struct place_rewriter *rewriter, const struct items *items)
{
	struct buffer *text = &rewriter->text;
	text->len = 0;
	if (!buffer_reserve(text, items->len * 4 + 1) ||
	    !memory_reserve(&rewriter->starts, &rewriter->starts_cap, items->len + 1, sizeof *rewriter->starts))
		return false;
	for (size_t i = 0; i < items->len; i++) {
		uint32_t cp = items->at[i].cp;
		rewriter->starts[i] = (uint32_t)text->len;
		if (item_is_byte(cp))
			text->at[text->len++] = (uint8_t)cp;
		else
			text->len += utf8_encode(cp, text->at + text->len);
	}
	rewriter->starts[items->len] = (uint32_t)text->len;
	return true;
}

/* ---- What becomes of a name ---- */

static bool is_arabic(const char *language)
{
	return strcmp(language, "ar") == 0 || strcmp(language, "und-Arab") == 0;
}

/* Whether what is written is a form, but for case, and for marks and tatweel that the form does not have. */
static bool same_letters(const uint8_t *at, size_t len, const char *form)
{
	const uint8_t *end = at + len, *form_at = (const uint8_t *)form, *form_end = form_at + strlen(form);
	while (at < end) {
		struct find_character here = find_character(at, end), there = {.kind = FOLD_OTHER};
		at += here.length;
		if (here.kind == FOLD_NOTHING)
			continue;
		if (form_at < form_end)
			there = find_character(form_at, form_end);
		if (here.cp != there.cp && !(here.cp < 0x80 && there.cp < 0x80 && here.kind == there.kind && here.kind >= FOLD_LETTER))
			return false;
		form_at += there.length;
	}
	return form_at == form_end;
}

static bool is_preferred(const struct place_rewriter *rewriter, const norm_place_name *name, const uint8_t *at, size_t len)
{
	norm_place_form form;
	return norm_gazetteer_form(rewriter->gazetteer, name->place, name->form, &form) &&
	       form.status == NORM_FORM_PREFERRED && same_letters(at, len, form.text);
}

/* Whether what is written is the preferred form of any place, or there are so many that nobody knows. */
static bool is_settled(struct place_rewriter *rewriter, const uint8_t *at, size_t len)
{
	enum { NAMES = 64 };
	norm_place_name names[NAMES];
	size_t total;
	if (norm_gazetteer_lookup(rewriter->gazetteer, (const char *)at, len, names, NAMES, &total) != NORM_OK)
		rewriter->failed = true;
	if (rewriter->failed || total > NAMES)
		return true;
	for (size_t i = 0; i < total; i++)
		if (is_preferred(rewriter, &names[i], at, len))
			return true;
	return false;
}

/* Names in capitals only stay, and those that begin with a small article. */
static bool is_plain(const uint8_t *at, size_t len)
{
	const uint8_t *end = at + len;
	bool small = false, first = true, capital = true;
	for (; at < end; at += find_character(at, end).length) {
		unsigned class = letter_class(find_character(at, end).cp);
		if (first)
			capital = class != CLASS_LOWER;
		first = false;
		small |= class == CLASS_LOWER || class_is_arabic(class);
	}
	return small && capital;
}

/* Before a vowel French elides (d’, l’); h is either. */
static bool begins_with_vowel(const uint8_t *at, size_t len)
{
	uint8_t kind = len ? find_character(at, at + len).kind : FOLD_OTHER;
	return kind == FOLD_SEVERAL || (kind < FOLD_ARABIC && memchr("aeiouyh", kind, 7));
}

/* Whether a name stands alone: nothing of another script, and no elision, hangs on it. */
static bool stands_alone(const struct place_rewriter *rewriter, const norm_place_match *match)
{
	const uint8_t *text = rewriter->text.at, *unused;
	struct find_character before = find_before(text, text + match->start, &unused);
	struct find_character behind = find_behind(text + match->end, text + rewriter->text.len, &unused);
	bool apostrophe = match->start && (before.cp == '\'' || before.cp == 0x2019);
	return match->kind == NORM_MATCH_WORD && !apostrophe && !find_is_letter(before.kind) && !find_is_letter(behind.kind);
}

/* de and à become one word with an article that the name begins with: du Caire. */
static bool joins_article(const struct place_rewriter *rewriter, const norm_place_match *match, const char *name)
{
	const uint8_t *text = rewriter->text.at, *at = text + match->start;
	if ((strncmp(name, "Le ", 3) != 0 && strncmp(name, "Les ", 4) != 0) || find_before(text, at, &at).kind != FOLD_GAP)
		return false;
	uint8_t last = find_before(text, at, &at).kind;
	if (last != 'a' && (last != 'e' || find_before(text, at, &at).kind != 'd'))
		return false;
	return !find_is_letter(find_before(text, at, &at).kind);
}

/* In its own script; by which rule. */
static bool may_be_spelt_anew(struct place_rewriter *rewriter, const norm_place_match *match,
			      const norm_place_form *written, const norm_place_form *wanted)
{
	const uint8_t *at = rewriter->text.at + match->start;
	size_t len = match->end - match->start;
	bool same_opening = is_arabic(written->language) ||
			    begins_with_vowel(at, len) == begins_with_vowel((const uint8_t *)wanted->text, strlen(wanted->text));
	return rewriter->rules.variants && match->kind <= NORM_MATCH_CLITIC && written->status != NORM_FORM_HISTORIC &&
	       same_opening && is_plain(at, len) && !is_settled(rewriter, at, len);
}

/* The form that a match gets, and the rule; false where it stays. */
static bool find_form(struct place_rewriter *rewriter, const norm_place_match *match, norm_place_form *ret, unsigned *ret_rule)
{
	norm_place_form written;
	uint32_t at = (uint32_t)match->start;
	if (match->confidence < CONFIDENCE_MIN || scope_is_protected(&rewriter->scope, at) || rewriter->scope.failed)
		return false;
	enum language language = scope_language(&rewriter->scope, at);
	bool arabic = language == LANGUAGE_ARABIC;
	if ((!arabic && language != LANGUAGE_FRENCH) ||
	    !norm_gazetteer_form(rewriter->gazetteer, match->place, match->form, &written) ||
	    !norm_gazetteer_preferred(rewriter->gazetteer, match->place, arabic ? "ar" : "fr", ret) ||
	    joins_article(rewriter, match, ret->text))
		return false;
	if (is_arabic(written.language) == arabic) {
		*ret_rule = rewriter->rules.variants_rule;
		return may_be_spelt_anew(rewriter, match, &written, ret);
	}
	*ret_rule = rewriter->rules.form_rule;
	return rewriter->rules.form & (arabic ? PLACES_ARABIC : PLACES_FRENCH) && stands_alone(rewriter, match);
}

/* ---- Writing ---- */

enum { FORM_MAX = 512 }; /* code points; no name is longer */

static size_t decode(const char *text, uint32_t *ret)
{
	const uint8_t *at = (const uint8_t *)text, *end = at + strlen(text);
	size_t len = 0;
	while (at < end && len < FORM_MAX) {
		at += utf8_decode(at, end, &ret[len]);
		if (ret[len++] == UTF8_INVALID)
			return 0;
	}
	return at == end ? len : 0;
}

/* Keep the items up to the one at an offset of the text. */
static size_t keep_to(struct place_rewriter *rewriter, struct items *items, size_t from, size_t offset)
{
	for (; from < items->len && rewriter->starts[from] < offset; from++)
		items_keep(items, from);
	return from;
}

static size_t item_at(const struct place_rewriter *rewriter, const struct items *items, size_t from, size_t offset)
{
	while (from < items->len && rewriter->starts[from] < offset)
		from++;
	return from;
}

/*
 * The end of what is replaced: marks, joiners and hyphens behind a name that nobody sees would hang on what comes instead.
 * Bidirectional controls stay, for they may have a partner.
 */
static size_t end_with_unseen(const struct place_rewriter *rewriter, size_t offset)
{
	const uint8_t *at = rewriter->text.at + offset, *end = rewriter->text.at + rewriter->text.len;
	while (at < end) {
		struct find_character behind = find_character(at, end);
		if (behind.kind != FOLD_NOTHING || bidi_is_control(behind.cp))
			break;
		at += behind.length;
	}
	return (size_t)(at - rewriter->text.at);
}

/* Go through the matches; the first change begins the rewrite. */
static void rewrite(struct place_rewriter *rewriter, struct items *items)
{
	norm_place_match match;
	norm_place_form form;
	uint32_t cps[FORM_MAX];
	unsigned rule;
	size_t at = 0;
	items_rewrite(items);
	for (size_t i = 0; norm_place_finder_match(rewriter->finder, i, &match); i++) {
		size_t len = find_form(rewriter, &match, &form, &rule) ? decode(form.text, cps) : 0;
		if (len == 0)
			continue;
		at = keep_to(rewriter, items, at, match.start);
		size_t end = item_at(rewriter, items, at, end_with_unseen(rewriter, match.end));
		if (end > at)
			items_substitute(items, at, end - at, cps, len, rule);
		at = end;
	}
	keep_to(rewriter, items, at, rewriter->text.len);
	items_rewritten(items);
}

/* After memory ran out, with another paragraph, there may be some again. */
static void recover(struct place_rewriter *rewriter)
{
	rewriter->failed = false;
	if (rewriter->text.failed)
		buffer_release(&rewriter->text);
}

bool place_rewrite(struct place_rewriter *rewriter, struct items *items)
{
	recover(rewriter);
	if (items->failed || !write_text(rewriter, items) ||
	    norm_place_finder_read(rewriter->finder, (const char *)rewriter->text.at, rewriter->text.len) != NORM_OK)
		return false;
	norm_place_match match;
	scope_begin(&rewriter->scope, rewriter->text.at, rewriter->text.len);
	if (norm_place_finder_match(rewriter->finder, 0, &match))
		rewrite(rewriter, items);
	return !rewriter->failed && !rewriter->scope.failed;
}
