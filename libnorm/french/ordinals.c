/* SPDX-License-Identifier: MIT */
/*
 * Ordinals: French writes 1er, 1re, 2e and XXe with no more letters. What follows the number is a short word by itself;
 * Roman numerals are told by their letters. 2nd and 2nde stay, for both are in use.
 */
#include "french/language.h"
#include "french/quantity.h"
#include "french/steps.h"
#include "unicode/utf8.h"

enum { ORDINALS_KEEP, ORDINALS_REPORT, ORDINALS_FIX, ORDINALS_SUPERSCRIPT };

enum { ENDING_MAX = 6, NUMERAL_LOOK = 3 };

static const struct ending {
	uint32_t from[ENDING_MAX]; /* in lower case */
	char to[4];
	bool first;   /* of 1 only; else of all others */
	bool changes; /* else it is right, and superscript only */
} endings[] = {
	{{0xE8, 'm', 'e'}, "e", false, true},
	{{0xE8, 'm', 'e', 's'}, "es", false, true},
	{{0xE9, 'm', 'e'}, "e", false, true},
	{{'e', 'm', 'e'}, "e", false, true},
	{{'e', 'm', 'e', 's'}, "es", false, true},
	{{'i', 0xE8, 'm', 'e'}, "e", false, true},
	{{'i', 0xE8, 'm', 'e', 's'}, "es", false, true},
	{{'i', 'e', 'm', 'e'}, "e", false, true},
	{{'i', 'e', 'm', 'e', 's'}, "es", false, true},
	{{0xE8}, "e", false, true},
	{{0xE8, 'r', 'e'}, "re", true, true},
	{{0xE8, 'r', 'e', 's'}, "res", true, true},
	{{'e', 'r', 'e'}, "re", true, true},
	{{'e', 'r', 'e', 's'}, "res", true, true},
	{{0xE9, 'r', 'e'}, "re", true, true},
	{{0xE9, 'r', 'e', 's'}, "res", true, true},
	{{'i', 0xE8, 'r', 'e'}, "re", true, true},
	{{'i', 0xE8, 'r', 'e', 's'}, "res", true, true},
	{{'i', 'e', 'r', 'e'}, "re", true, true},
	{{'i', 'e', 'r', 'e', 's'}, "res", true, true},
	{{'e', 'r'}, "er", true, false},
	{{'e', 'r', 's'}, "ers", true, false},
	{{'r', 'e'}, "re", true, false},
	{{'r', 'e', 's'}, "res", true, false},
	{{'e'}, "e", false, false},
	{{'e', 's'}, "es", false, false},
};

static uint32_t ending_fold(uint32_t cp)
{
	bool capital = (cp >= 'A' && cp <= 'Z') || cp == 0xC8 || cp == 0xC9;
	return capital ? cp + 0x20 : cp;
}

/* Behind the ending at item `i`, all in capitals or all not, if a word ends there; else 0. */
static size_t ending_end(const struct rule_span *span, size_t i, const struct ending *ending)
{
	bool capital = ending_fold(span->items->at[i].cp) != span->items->at[i].cp;
	for (size_t k = 0; k < ENDING_MAX && ending->from[k]; k++) {
		uint32_t cp = i < span->items->len ? french_letter(span, &i) : 0;
		if (ending_fold(cp) != ending->from[k] || (ending_fold(cp) != cp) != capital)
			return 0;
	}
	return character_is_word(french_item(span, i)) ? 0 : i;
}

static bool is_roman(uint32_t cp)
{
	return cp == 'I' || cp == 'V' || cp == 'X' || cp == 'L' || cp == 'C' || cp == 'D' || cp == 'M';
}

/* Whether a Roman numeral ends with item `i`. So many letters are seen of it wherever the stretch begins. */
static bool is_roman_end(const struct rule_span *span, size_t i)
{
	uint32_t cp = span->items->at[i].cp;
	if ((cp != 'I' && cp != 'V' && cp != 'X') || is_roman(neighbour_after(span, i)))
		return false;
	for (size_t n = 1; n <= NUMERAL_LOOK; n++) {
		uint32_t back = number_back(span, i, n);
		if (!is_roman(back))
			return !character_is_word(back);
	}
	return true;
}

/* Whether item `i` ends a number or a numeral that is no part of a name; `one`: it is 1 or I. */
static bool is_number_end(const struct rule_span *span, size_t i, bool *one)
{
	uint32_t cp = span->items->at[i].cp;
	bool alone = !character_is_word(number_back(span, i, 1));
	*one = alone && (cp == '1' || cp == 'I');
	return french_is_number_end(span, i) || is_roman_end(span, i);
}

/* The ending behind item `i`, which ends a number, if it is to be changed, and where it ends; else NULL. */
static const struct ending *ending_at(const struct rule_span *span, size_t i, size_t *end)
{
	bool one, small;
	if (i + 1 >= span->items->len || !character_is_letter(span->items->at[i + 1].cp) || !is_number_end(span, i, &one))
		return NULL;
	small = ending_fold(span->items->at[i + 1].cp) == span->items->at[i + 1].cp;
	for (size_t k = 0; k < COUNT_OF(endings); k++) {
		bool concerned = endings[k].changes || (span->value == ORDINALS_SUPERSCRIPT && small);
		*end = concerned && endings[k].first == one ? ending_end(span, i + 1, &endings[k]) : 0;
		if (*end)
			return french_governs(span, i) ? &endings[k] : NULL;
	}
	return NULL;
}

static uint32_t superscript_of(uint32_t cp)
{
	return cp == 'e' ? 0x1D49 : cp == 'r' ? 0x02B3 : 0x02E2;
}

/* Write what becomes of the items [i, end) of an ending. */
static void write_ending(const struct rule_span *span, size_t i, size_t end, const struct ending *ending)
{
	bool capital = ending_fold(span->items->at[i].cp) != span->items->at[i].cp;
	for (size_t k = 0; ending->to[k]; k++) {
		uint32_t cp = (uint32_t)ending->to[k];
		if (capital)
			cp -= 0x20;
		else if (span->value == ORDINALS_SUPERSCRIPT)
			cp = superscript_of(cp);
		items_replace(span->items, i, end - i, cp, span->rule);
	}
}

static void run_ordinals(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		size_t end;
		const struct ending *ending = ending_at(span, i, &end);
		items_keep(items, i);
		if (ending && span->value != ORDINALS_REPORT) {
			write_ending(span, i + 1, end, ending);
			i = end - 1;
		} else if (ending) {
			items_report(items, i, end - i, span->rule);
		}
	}
	items_rewritten(items);
}

/* Whether the source at `at` may become the ending. */
static bool may_be(const uint8_t *at, const uint8_t *end, const struct ending *ending)
{
	for (size_t k = 0; k < ENDING_MAX && ending->from[k]; k++) {
		uint32_t cp = 0;
		if (at < end)
			at += utf8_decode(at, end, &cp);
		bool accent = cp == 0xE9 || cp == 0xC9; /* it becomes e, and what follows tells */
		if (ending_fold(cp) != ending->from[k] && !(accent && ending->from[k] == 'e'))
			return !accent && french_may_become(cp, ending->from[k]);
	}
	return at == end || *at >= 0x7F || *at < ' ' || !character_is_word(*at);
}

/* At the last digit of a number or letter of a numeral. */
static bool wakes_ordinals(const struct rule_trigger *trigger)
{
	bool digit = french_is_digit(trigger->cp);
	uint32_t after = trigger->after | 0x20;
	if (!character_is_letter(trigger->after) || (trigger->after < 0x80 && after != 'e' && after != 'i' && after != 'r'))
		return false;
	if (!digit && character_is_word(trigger->before) && !is_roman(trigger->before))
		return false;
	for (size_t k = 0; k < COUNT_OF(endings); k++)
		if ((endings[k].changes || trigger->value == ORDINALS_SUPERSCRIPT) &&
		    may_be(trigger->ahead, trigger->end, &endings[k]))
			return true;
	return false;
}

static bool beside_ordinals(uint32_t cp, enum beside before, enum beside after)
{
	bool part = before == BESIDE_SMALL || before == BESIDE_DIGIT;
	return beside_is_letter(after) && (french_is_digit(cp) || !part);
}

/* How endings begin. */
static bool opens_ordinals(uint32_t cp, uint32_t letter)
{
	(void)cp;
	return letter == 'e' || letter == 'i' || letter == 'r';
}

/* Whether the letter behind the trigger, with the one behind that, begins no ending. */
static bool passes_ordinals(const uint8_t *out, const uint8_t *at)
{
	uint8_t first = at[1] | 0x20, second = at[2] | 0x20;
	(void)out;
	if (at[1] >= 0x80 || at[1] < ' ')
		return false;
	if (first != 'e' && first != 'i' && first != 'r')
		return true;
	if (first == 'e' && (second == 'm' || second == 'r' || second == 's'))
		return false;
	return second >= 'a' && second <= 'z' && (first == 'e' || second != 'e');
}

static const struct step_range ordinal_ranges[] = {{'0', '9'}, {'I', 'I'}, {'V', 'V'}, {'X', 'X'}};

static const norm_rule_value ordinal_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave ordinals")},
	{"report", NORM_LOSSLESS, N_("leave them, report endings that are too long")},
	{"fix", NORM_REVERSIBLE, N_("2ème to 2e, 1ère to 1re, XXème to XXe")},
	{"superscript", NORM_REVERSIBLE, N_("the same, in superscript letters")},
};

const struct step french_step_ordinals = {
	.rule = {"french.ordinals", "french", "ordinals", N_("ending of an ordinal"), "Imprimerie nationale",
		 ordinal_values, COUNT_OF(ordinal_values), NORM_SEVERITY_NOTE, CATEGORY_NUMBERS},
	.kind = STEP_RULE,
	.run = run_ordinals,
	.triggers = ordinal_ranges,
	.trigger_count = COUNT_OF(ordinal_ranges),
	.wakes = wakes_ordinals,
	.beside = beside_ordinals,
	.opens = opens_ordinals,
	.passes = passes_ordinals,
	.report_values = 1u << ORDINALS_REPORT,
	.reach = NUMBER_REACH,
};
