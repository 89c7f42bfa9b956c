/* SPDX-License-Identifier: MIT */
/* Arabic rules leave every character of French alone, and Latin rules every character of Arabic. */
#define _GNU_SOURCE /* memmem */
#include <stdio.h>
#include <string.h>

#include "engine/machine.h"
#include "property/property.h"
#include "support/laws.h"
#include "support/outcome.h"
#include "text/space.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

typedef bool belongs_fn(uint32_t cp);

/* What Arabic rules may put out (spaces of phrases, digits, punctuation, quotes) does not count, nor may it be taken out. */
static bool is_foreign_to_arabic(uint32_t cp)
{
	bool shared = cp == 0xA0 || cp == 0x202F || (cp < 0x80 && strchr(" %*.,;?0123456789\"", (int)cp));
	shared = shared || cp == 0xAB || cp == 0xBB || cp == 0xFF02 || (cp >= 0x201C && cp <= 0x201F);
	return !shared && (cp < 0x0600 || (cp >= 0x1E00 && cp < 0x3000) || cp >= 0x10000);
}

static bool is_arabic(uint32_t cp)
{
	return (cp >= 0x0600 && cp <= 0x06FF) || unicode_script(cp) == UNICODE_SCRIPT_ARABIC;
}

/* The characters of a text that belong to a language, in order. */
static void filter(const uint8_t *at, size_t len, belongs_fn *belongs, struct buffer *out)
{
	for (const uint8_t *end = len ? at + len : at; at < end;) {
		uint32_t cp;
		unsigned used = utf8_decode(at, end, &cp);
		if (belongs(cp))
			buffer_append(out, at, used);
		at += used;
	}
}

static const char *untouched(const struct property_case *c, belongs_fn *belongs)
{
	if (first_invalid_byte(c->in, c->len) < c->len)
		return NULL;
	struct outcome outcome;
	struct buffer before = {0}, after = {0};
	outcome_apply(c->profile, c->in, c->len, NORM_PLAIN, &outcome);
	filter(c->in, c->len, belongs, &before);
	filter(outcome.text.at, outcome.text.len, belongs, &after);
	bool same = before.len == after.len && (before.len == 0 || !memcmp(before.at, after.at, before.len));
	buffer_release(&before);
	buffer_release(&after);
	outcome_release(&outcome);
	return same ? NULL : "a rule of one language touches the other";
}

static const char *french_untouched(const struct property_case *c)
{
	return untouched(c, is_foreign_to_arabic);
}

static const char *arabic_untouched(const struct property_case *c)
{
	return untouched(c, is_arabic);
}

static const char *all_untouched(const struct property_case *c)
{
	struct outcome outcome;
	outcome_apply(c->profile, c->in, c->len, NORM_PLAIN, &outcome);
	bool same = outcome.text.len == c->len && (c->len == 0 || !memcmp(outcome.text.at, c->in, c->len));
	outcome_release(&outcome);
	return same ? NULL : "a rule of one language changes a text of the other";
}

/* Whether a character belongs to Arabic script by itself, or is one that lives in it. */
static bool is_of_arabic(uint32_t cp)
{
	return is_arabic(cp) || unicode_ccc(cp) != 0 || cp == 0x200C || cp == 0x200D;
}

/* The end of the spaces from `at` on. */
static size_t spaces_end(const uint8_t *in, size_t len, size_t at)
{
	uint32_t cp;
	for (unsigned used; at < len; at += used) {
		used = utf8_decode(in + at, in + len, &cp);
		if (!space_is_inline(cp))
			break;
	}
	return at;
}

/* The character in front of the spaces that end at `at`. */
static size_t before_spaces(const uint8_t *in, size_t at)
{
	uint32_t cp = ' ';
	while (at > 0 && space_is_inline(cp)) {
		const uint8_t *before = utf8_previous(in, in + at);
		utf8_decode(before, in + at, &cp);
		at = (size_t)(before - in);
	}
	return at;
}

/* The language that governs a character; spaces inside of a quote or bracket belong to the level around that. */
static enum language language_of(struct scope *scope, const uint8_t *in, size_t len, size_t at)
{
	size_t right = spaces_end(in, len, at), before = before_spaces(in, at);
	if (right == at)
		return scope_language(scope, (uint32_t)at);
	if (scope_mark(scope, (uint32_t)before) == SCOPE_MARK_OPENS)
		return scope_language(scope, (uint32_t)before);
	if (right < len && scope_mark(scope, (uint32_t)right) == SCOPE_MARK_CLOSES)
		return scope_language(scope, (uint32_t)right);
	return scope_language(scope, (uint32_t)at);
}

/*
 * Whether the characters of an edit that are neither Arabic nor in a level that is, are still there behind it: an edit of
 * marks holds the letter that carries them.
 */
static bool keeps_others(struct scope *scope, const uint8_t *in, size_t len, const struct buffer *text, norm_edit edit)
{
	const uint8_t *out = text->at + edit.output_start, *end = text->at + edit.output_end;
	for (size_t at = edit.source_start; at < edit.source_end;) {
		uint32_t cp;
		unsigned used = utf8_decode(in + at, in + edit.source_end, &cp);
		enum language language = language_of(scope, in, len, at);
		if (!is_of_arabic(cp) && (language == LANGUAGE_FRENCH || language_is_foreign_latin(language))) {
			out = memmem(out, (size_t)(end - out), in + at, used);
			if (!out)
				return false;
			out += used;
		}
		at += used;
	}
	return true;
}

/* No edit of an Arabic rule holds a common character that a Latin level governs. */
static const char *latin_levels_untouched(const struct property_case *c)
{
	if (first_invalid_byte(c->in, c->len) < c->len)
		return NULL;
	struct outcome outcome;
	struct window window;
	struct machine machine;
	const char *wrong = NULL;
	outcome_apply(c->profile, c->in, c->len, NORM_WITH_EDITS, &outcome);
	machine_init(&machine, c->profile, NULL, &window);
	scope_begin(&machine.scope, c->in, c->len);
	for (size_t i = 0; i < outcome.edit_count && !wrong; i++)
		if (!keeps_others(&machine.scope, c->in, c->len, &outcome.text, outcome.edits[i].span))
			wrong = "an Arabic rule touches a Latin level";
	machine_release(&machine);
	outcome_release(&outcome);
	return wrong;
}

static bool is_arabic_script(enum language language)
{
	return language >= LANGUAGE_ARABIC && language <= LANGUAGE_UYGHUR;
}

/*
 * Whether an edit stands in a level of Arabic script: it does, and so does the mark behind it, and in front. (A space inside
 * of a quote belongs to the level around it.)
 */
static bool is_in_arabic(struct scope *scope, const uint8_t *in, size_t len, norm_edit edit)
{
	size_t before = edit.source_start ? (size_t)(utf8_previous(in, in + edit.source_start) - in) : 0;
	size_t behind = edit.source_end < len ? edit.source_end : edit.source_start;
	return is_arabic_script(scope_language(scope, (uint32_t)before)) &&
	       is_arabic_script(scope_language(scope, (uint32_t)edit.source_start)) &&
	       is_arabic_script(scope_language(scope, (uint32_t)behind));
}

/* No edit of a French rule stands in a level that is written in Arabic script. */
static const char *arabic_levels_untouched(const struct property_case *c)
{
	struct outcome outcome;
	struct window window;
	struct machine machine;
	const char *wrong = NULL;
	if (first_invalid_byte(c->in, c->len) < c->len)
		return NULL;
	outcome_apply(c->profile, c->in, c->len, NORM_WITH_EDITS, &outcome);
	machine_init(&machine, c->profile, NULL, &window);
	scope_begin(&machine.scope, c->in, c->len);
	for (size_t i = 0; i < outcome.edit_count && !wrong; i++)
		if (is_in_arabic(&machine.scope, c->in, c->len, outcome.edits[i].span))
			wrong = "a French rule touches an Arabic level";
	machine_release(&machine);
	outcome_release(&outcome);
	return wrong;
}

/* `none` with random values for all rules of a section. */
static void only_section(struct random *random, const char *section, struct buffer *out)
{
	buffer_append_text(out, "none");
	for (size_t i = 0; i < norm_rule_count(); i++) {
		const norm_rule *rule = norm_rule_at(i);
		if (strcmp(rule->section, section) != 0)
			continue;
		/* More often on than off */
		size_t value = random_once_in(random, 4) ? 0 : 1 + random_below(random, rule->value_count - 1);
		buffer_append_text(out, " ");
		buffer_append_text(out, rule->id);
		buffer_append_text(out, "=");
		buffer_append_text(out, rule->values[value].name);
	}
	buffer_append(out, "", 1);
}

static void only_arabic(struct random *random, struct buffer *out)
{
	only_section(random, "arabic", out);
}

static void only_french(struct random *random, struct buffer *out)
{
	only_section(random, "french", out);
}

static void only_latin(struct random *random, struct buffer *out)
{
	only_section(random, "latin", out);
}

int main(void)
{
	const unsigned valid = RANDOM_ALL & ~(unsigned)RANDOM_INVALID;
	const struct property properties[] = {
	    {"Arabic rules in French text", all_untouched, only_arabic, RANDOM_LATIN | RANDOM_SPACES, 20, 5000},
	    {"Latin rules in Arabic text", all_untouched, only_latin, RANDOM_ARABIC | RANDOM_SPACES, 20, 5000},
	    {"French rules in Arabic text", all_untouched, only_french, RANDOM_ARABIC | RANDOM_SPACES, 20, 5000},
	    {"Arabic rules in mixed text", french_untouched, only_arabic, valid, 20, 20000},
	    {"Latin rules in mixed text", arabic_untouched, only_latin, valid, 20, 20000},
	    {"French rules in mixed text", arabic_untouched, only_french, valid, 20, 20000},
	    {"French rules in Arabic levels", arabic_levels_untouched, only_french, valid, 20, 20000},
	    {"Arabic rules in Latin levels", latin_levels_untouched, only_arabic, valid, 20, 20000},
	};
	return property_main(properties, sizeof properties / sizeof properties[0]);
}
