/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "engine/registry.h"
#include "property/random.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

#define PICK(random, array) ((array)[random_below(random, COUNT_OF(array))])

static void put(struct buffer *out, uint32_t cp)
{
	uint8_t bytes[4];
	if (cp < 0xD800 || cp > 0xDFFF)
		buffer_append(out, bytes, utf8_encode(cp, bytes));
}

static void put_range(struct random *random, struct buffer *out, uint32_t first, uint32_t last)
{
	put(out, first + (uint32_t)random_below(random, last - first + 1));
}

static void put_repeated(struct buffer *out, uint32_t cp, size_t count)
{
	while (count--)
		put(out, cp);
}

/* Any code point with one of these properties; any at all where a search of some length finds none. */
static uint32_t any_with(struct random *random, uint32_t properties)
{
	uint32_t cp = 0;
	for (int i = 0; i < 4000; i++) {
		cp = (uint32_t)random_below(random, random_once_in(random, 4) ? 0x110000 : 0x3100);
		if (unicode_props(cp) & properties)
			break;
	}
	return cp;
}

/* Words and signs of French, where the accents of half of them are characters of their own. */
static void put_latin(struct random *random, struct buffer *out)
{
	static const char *const words[] = {
	    "la ", "Désiré", "De\u0301sire\u0301", "œuvre", "ŒUVRE", "L’été ", "n'est ", "straße", "İstanbul", "ŁÓDŹ",
	    "ﬁn", "« mot »", "“mot”", "‘a’", "…", " : ", " ; ", " ! ", "1 000", "3,14 %", "½ m²", "10 °C", "A–B—C",
	    "aujourd’hui", "Å", "A\u030A", "ǆ", "ǰ", "\u1E9E", "o\u0302\u0301", "\u1ED1", "s\u0323\u0307",
	    "\u1E69", "ʼn", "\u0149", "№ 5",
	    "12 500 ", "12345 € ", "3,14159 km", "50%", "5km ", "CHF 5", "14h30 ", "9 h ", "2ème ", "1e\u0300re ", "XXème ", "1.234",
	    "coeur", "OEuvre", "écoeuré ", "moelle ", "o", "e", "Etat ", "l'Ecole", "ETAT", "Ca ", "M. ", "Mme ", "n°", "p. ",
	    "...", ". . .", "etc", "«", "»", " - ", " -- ", " \u2014 ", " \u2013 ", "! ", "? ", ": ",
	    "; ", " ( ", " ) ", " , ", " . ", "\"", " \"", "\" ", "Dr", ":-)", "12:30",
	};
	const char *word = PICK(random, words);
	buffer_append_text(out, word);
	if (random_once_in(random, 3))
		put_range(random, out, 0xA0, 0x17F);
}

static const uint32_t harakat[] = {0x064B, 0x064C, 0x064E, 0x064F, 0x0650, 0x0651, 0x0652, 0x0653,
				   0x0654, 0x0655, 0x0656, 0x0670, 0x06D6, 0x06DF, 0x08F0, 0x0610};

static void put_arabic(struct random *random, struct buffer *out)
{
	static const char *const words[] = {
	    "قال", "على", "علي", "فی", "مدرسة", "١٢٣", "٪", "۴۵", "٣٫١٤", "لـCNN", "هـ", " و ", "،", " ؟", " . ", " \"", "\" ",
	    "« ", " »", "بـ", "ههههه", "ااا", "می‌خواهم", "ک", "ی", "ہ", "26،013", "(", " )", "جداً", "ہے", "ئە", "ہے",
	    "12 500 ", "و١٢ ٥٠٠ ",
	};
	if (random_once_in(random, 3)) {
		buffer_append_text(out, PICK(random, words));
		return;
	}
	for (size_t n = 1 + random_below(random, 5); n > 0; n--) {
		if (random_once_in(random, 4))
			put_range(random, out, random_once_in(random, 2) ? 0xFE70 : 0xFB50, 0xFEFC);
		else
			put_range(random, out, 0x0621, random_once_in(random, 4) ? 0x06D5 : 0x064A);
		for (size_t marks = random_below(random, 3); marks > 0; marks--)
			put(out, PICK(random, harakat));
	}
}

static void put_space(struct random *random, struct buffer *out)
{
	static const uint32_t kinds[] = {' ', ' ', ' ', '\t', 0xA0, 0x202F, 0x2009, 0x3000, 0x1680, 0x205F, 0x2003};
	static const char *const ends[] = {
	    "\n", "\n", "\r\n", "\r", "\n\n", "\u2029", "\u2028", "\v", "\f", "\xC2\x85",
	};
	if (random_once_in(random, 3))
		buffer_append_text(out, PICK(random, ends));
	for (size_t n = random_below(random, 5); n > 0; n--)
		put(out, PICK(random, kinds));
	if (random_once_in(random, 20))
		put_repeated(out, PICK(random, kinds), random_below(random, 300));
	if (random_once_in(random, 6))
		buffer_append_text(out, PICK(random, ends));
}

static void put_invisible(struct random *random, struct buffer *out)
{
	static const uint32_t kinds[] = {
	    0x00,   0x01,   0x1B,   0x7F,   0x80,   0x9F,   0xAD,   0x034F, 0x061C,  0x180E,
	    0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202C, 0x202E, 0x2060,  0x2064,
	    0x2066, 0x2069, 0xFE0F, 0xFEFF, 0xFFFC, 0xFFFD, 0x115F, 0x3164, 0xE0001, 0xE0100,
	};
	put_repeated(out, PICK(random, kinds), 1 + random_below(random, random_once_in(random, 20) ? 60 : 2));
}

static void put_marks(struct random *random, struct buffer *out)
{
	for (size_t n = 1 + random_below(random, random_once_in(random, 10) ? 50 : 3); n > 0; n--) {
		uint32_t any = any_with(random, UNICODE_CCC_MASK | UNICODE_COMPOSES_BACK);
		put(out, random_once_in(random, 2) ? 0x0300 + (uint32_t)random_below(random, 0x70) : any);
	}
}

/* Random text looks like any damage and any encoding, and names no places, so the rules about these have laws of their own. */
static bool is_special(const norm_rule *rule)
{
	return !strcmp(rule->section, "repair") || !strcmp(rule->section, "places") || !strcmp(rule->id, "input.encoding");
}

/* The number of one of the other rules. */
static unsigned random_rule(struct random *random)
{
	unsigned others = 0, number = 0;
	for (size_t i = 0; i < norm_rule_count(); i++)
		others += !is_special(norm_rule_at(i));
	for (size_t left = random_below(random, others); left > 0 || is_special(norm_rule_at(number)); number++)
		left -= !is_special(norm_rule_at(number));
	return number;
}

/* A character of a range that a step names, or beside it: one that it maps, or one that wakes it. */
static void put_of_rules(struct random *random, struct buffer *out)
{
	const struct step *step = registry_step(random_rule(random));
	if (!step->range_count && !step->trigger_count)
		return;
	size_t i = random_below(random, step->range_count + step->trigger_count);
	const struct step_range *range =
		i < step->range_count ? &step->ranges[i] : &step->triggers[i - step->range_count];
	uint32_t last = range->last < 0x10FFFF ? range->last + 1 : range->last;
	put_range(random, out, range->first ? range->first - 1 : 0, last);
}

static void put_unicode(struct random *random, struct buffer *out)
{
	const struct unicode_composite *pair = &unicode_composites[random_below(random, UNICODE_COMPOSITE_SLOTS)];
	switch (random_below(random, 6)) {
	case 0:
		put(out, any_with(random, UNICODE_NFD_CHANGES | UNICODE_NFKD_CHANGES));
		break;
	case 1:
		put_range(random, out, 0x1100, 0x11FF);
		put_range(random, out, 0x1161, 0x11C3);
		break;
	case 2:
		put_range(random, out, 0xAC00, 0xD7A3);
		break;
	case 3:
		if (pair->composite) {
			put(out, pair->first);
			put(out, pair->second);
		}
		break;
	case 4:
		put_range(random, out, 0x0370, 0x0600); /* Greek, Cyrillic, Armenian, Hebrew */
		break;
	default:
		put(out, any_with(random, ~0u));
	}
}

static void put_invalid(struct random *random, struct buffer *out)
{
	static const char *const pieces[] = {
	    "\x80",         "\xBF",     "\xC0\x80",         "\xC3",     "\xE2\x80",
	    "\xED\xA0\x80", "\xF0\x9F", "\xF4\x90\x80\x80", "\xFF\xFE", "\xF0\x9F\x98",
	};
	uint8_t byte = (uint8_t)random_below(random, 256);
	if (random_once_in(random, 3))
		buffer_append(out, &byte, 1);
	else
		buffer_append_text(out, PICK(random, pieces));
}

/* Marks around the limit of a combining sequence, 1024. */
static void put_long_marks(struct random *random, struct buffer *out)
{
	if (!random_once_in(random, 40))
		return;
	uint32_t one = 0x0300 + (uint32_t)random_below(random, 0x70), other = PICK(random, harakat);
	size_t half = random_once_in(random, 2) ? 510 + random_below(random, 6) : random_below(random, 1200);
	put(out, random_once_in(random, 2) ? 'e' : 0x0627);
	put_repeated(out, one, half);
	put_repeated(out, other, half);
}

typedef void put_fn(struct random *random, struct buffer *out);

/* By number of the kind's bit. */
static put_fn *const kinds_of_pieces[] = {
    put_latin, put_arabic, put_space, put_invisible, put_marks, put_of_rules, put_unicode, put_invalid, put_long_marks,
};

void random_text(struct random *random, unsigned kinds, size_t pieces, struct buffer *out)
{
	if (kinds & RANDOM_MIXED) {
		random_mixed_text(random, pieces, out);
		return;
	}
	/* Few kinds at a time, or else they seldom meet in the order that matters. */
	unsigned some = kinds & (unsigned)random_next(random);
	if (!some || random_once_in(random, 3))
		some = kinds;
	for (size_t n = random_below(random, pieces + 1); n > 0;) {
		size_t kind = random_below(random, COUNT_OF(kinds_of_pieces));
		if (!(some >> kind & 1))
			continue;
		kinds_of_pieces[kind](random, out);
		n--;
	}
}

/* Append a change of a rule to a random one of its values. */
static void put_change(struct random *random, const norm_rule *rule, struct buffer *out)
{
	buffer_append_text(out, " ");
	buffer_append_text(out, rule->id);
	buffer_append_text(out, "=");
	buffer_append_text(out, rule->values[random_below(random, rule->value_count)].name);
}

static void end_spec(struct buffer *out)
{
	buffer_append_text(out, " input.encoding=utf-8 repair.mojibake=off repair.visual-order=off");
	buffer_append(out, "", 1);
}

void random_spec(struct random *random, size_t changes, struct buffer *out)
{
	static const char *const bases[] = {"none", "clean", "search", "nlp", "fr-FR", "fr-CA", "fr-CH"};
	buffer_append_text(out, PICK(random, bases));
	size_t count = random_below(random, changes + 1);
	for (size_t i = 0; i < count; i++)
		put_change(random, norm_rule_at(random_rule(random)), out);
	end_spec(out);
}

void random_any_spec(struct random *random, struct buffer *out)
{
	static const char *const bases[] = {"none", "clean", "search", "nlp", "fr-FR", "fr-CA", "fr-CH", "wire", "report"};
	buffer_append_text(out, PICK(random, bases));
	bool every = random_once_in(random, 5);
	for (size_t i = every ? 0 : norm_rule_count(); i < norm_rule_count(); i++)
		if (!is_special(norm_rule_at(i)))
			put_change(random, norm_rule_at(i), out);
	for (size_t count = every || random_once_in(random, 2) ? 0 : random_below(random, 9); count > 0; count--)
		put_change(random, norm_rule_at(random_rule(random)), out);
	end_spec(out);
}
