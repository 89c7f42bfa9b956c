/* SPDX-License-Identifier: MIT */
/*
 * Hours and minutes: 14h30, 14H30 and 14 h 30 take no-break spaces on both sides of h, and so do hours without minutes and
 * durations (48h). What is no time stays: 24h/24, 24h du Mans, 4h20min, 20H alone, which is the name of the news on television.
 */
#include "french/language.h"
#include "french/quantity.h"
#include "french/steps.h"
#include "unicode/ascii.h"
#include "unicode/utf8.h"

#include <string.h>

enum { TIMES_KEEP, TIMES_REPORT, TIMES_NBSP };

/* The items of a time. */
struct time {
	size_t hours, hours_end; /* digits */
	size_t sign;
	size_t minutes, end; /* the same item where there are none */
};

/*
 * Whether the two digits at item `i` are minutes: no word goes on behind them, and they are not the next hour, nor, behind a
 * space, the first group of a number: 9h 12 345 €. A unit goes on behind them as it does behind its space: 1h 15min.
 */
static bool are_minutes(const struct rule_span *span, size_t i, bool spaced)
{
	const struct items *items = span->items;
	size_t unused;
	if (french_digits(items, i) != 2 || items->at[i].cp > '5')
		return false;
	const struct french_unit *unit = spaced ? french_unit_at(span, i + 2, FRENCH_UNIT_ANY, &unused) : NULL;
	if (character_is_word(french_item(span, i + 2)) && !(unit && unit->insert))
		return false;
	size_t behind = i + 2 + number_spaces(items, i + 2);
	uint32_t next = french_item(span, behind);
	bool sign = (next == 'h' || next == 'H') && !character_is_letter(french_item(span, behind + 1)); /* 14h30 heure locale */
	return !sign && !(spaced && character_is_digit(next));
}

/* 24h du Mans: the race. */
static bool is_race(const struct rule_span *span, size_t i)
{
	return number_is_space(french_item(span, i)) && french_item(span, i + 1) == 'd' && french_item(span, i + 2) == 'u' &&
	       number_back(span, i, 2) == '4' && number_back(span, i, 3) == '2';
}

/* Whether what follows h, from item `i` on, leaves it alone. */
static bool ends_hours(const struct rule_span *span, size_t i)
{
	uint32_t cp = french_item(span, i);
	return !character_is_word(cp) && cp != '/' && cp != '\'' && cp != 0x2019 && cp != '_' && !is_race(span, i);
}

/*
 * Whether what stands in front of item `i` makes its digits a part of something else: 12:14h, or 3,141 14h where a no-break space parts
 * the groups of a number. A hyphen may part two times.
 */
static bool goes_on(const struct rule_span *span, size_t i)
{
	uint32_t before = number_back(span, i, 1), further = number_back(span, i, 2);
	bool joins = before == '.' || before == ',' || before == ':' || before == '/';
	bool groups = before == SPACE_NBSP || before == SPACE_NNBSP;
	return number_is_glued(span, i) || (joins && character_is_word(further)) || (groups && character_is_digit(further));
}

/* Read the time of which the hours begin with item `i`, if there is one. */
static bool read_time(const struct rule_span *span, size_t i, struct time *time)
{
	const struct items *items = span->items;
	size_t digits = french_digits(items, i);
	time->hours = i;
	time->hours_end = i + digits;
	time->sign = time->hours_end + number_spaces(items, time->hours_end);
	uint32_t sign = french_item(span, time->sign);
	if (digits > 2 || time->sign >= items->len || (sign != 'h' && sign != 'H'))
		return false;
	time->minutes = time->sign + 1 + number_spaces(items, time->sign + 1);
	time->end = time->minutes + 2;
	if (are_minutes(span, time->minutes, time->minutes > time->sign + 1))
		return true;
	time->minutes = time->end = time->sign + 1;
	return sign == 'h' && ends_hours(span, time->end);
}

/* Whether one NO-BREAK SPACE, and nothing else, stands in the items [i, end). */
static bool is_right_gap(const struct items *items, size_t i, size_t end)
{
	return end - i == 1 && items->at[i].cp == SPACE_NBSP;
}

static bool is_right(const struct items *items, const struct time *time)
{
	bool alone = time->minutes == time->end;
	return is_right_gap(items, time->hours_end, time->sign) && items->at[time->sign].cp == 'h' &&
	       (alone || is_right_gap(items, time->sign + 1, time->minutes));
}

static void write_gap(const struct rule_span *span, size_t i, size_t end)
{
	if (is_right_gap(span->items, i, end))
		items_keep(span->items, i);
	else if (i == end)
		items_insert(span->items, i, SPACE_NBSP, span->rule);
	else
		items_replace(span->items, i, end - i, SPACE_NBSP, span->rule);
}

static void write_time(const struct rule_span *span, const struct time *time)
{
	struct items *items = span->items;
	for (size_t i = time->hours; i < time->hours_end; i++)
		items_keep(items, i);
	write_gap(span, time->hours_end, time->sign);
	if (items->at[time->sign].cp == 'h')
		items_keep(items, time->sign);
	else
		items_replace(items, time->sign, 1, 'h', span->rule);
	if (time->minutes < time->end)
		write_gap(span, time->sign + 1, time->minutes);
	for (size_t i = time->minutes; i < time->end; i++)
		items_keep(items, i);
}

/* Whether a time that is not as it should be begins with item `i`. */
static bool is_wrong_time(const struct rule_span *span, size_t i, struct time *time)
{
	const struct items *items = span->items;
	if (!french_is_digit(items->at[i].cp) || goes_on(span, i) || !read_time(span, i, time) || is_right(items, time))
		return false;
	return french_governs(span, i) && !scope_is_protected(span->scope, items->at[time->sign].start);
}

static void run_times(const struct rule_span *span)
{
	struct items *items = span->items;
	struct time time;
	items_rewrite(items);
	for (size_t i = 0; i < items->len;) {
		bool wrong = is_wrong_time(span, i, &time);
		if (wrong && span->value == TIMES_NBSP) {
			write_time(span, &time);
			i = time.end;
			continue;
		}
		if (wrong)
			items_report(items, i, time.end - i, span->rule);
		items_keep(items, i++);
	}
	items_rewritten(items);
}

/* Whether what stands behind h may be minutes that lack their NO-BREAK SPACE. */
static bool wakes_minutes(const uint8_t *at, const uint8_t *end)
{
	uint32_t cp, next = SPACE_LF;
	if (at == end)
		return false;
	at += utf8_decode(at, end, &cp);
	if (at < end)
		utf8_decode(at, end, &next);
	if (!number_is_space(cp))
		return french_is_digit(cp) || french_is_unknown(cp);
	return number_is_space(next) || (cp != SPACE_NBSP && (french_is_digit(next) || french_is_unknown(next)));
}

/* Whether a letter stands at `at`, so that h begins a word: 24 heures. No step makes anything else of one. */
static bool begins_word(const uint8_t *at, const uint8_t *end)
{
	return at < end && ascii_is_letter(*at);
}

/* At the last digit of the hours. */
static bool wakes_times(const struct rule_trigger *trigger)
{
	static const char right[] = "\u00A0h";
	const uint8_t *at = trigger->ahead, *end = trigger->end;
	uint32_t after = trigger->after, cp;
	if (after == 'h' || after == 'H')
		return !begins_word(at + 1, end);
	if (!number_is_space(after))
		return false;
	if (end - at >= 3 && !memcmp(at, right, 3))
		return wakes_minutes(at + 3, end);
	at += utf8_decode(at, end, &cp);
	while (at < end && *at == SPACE_SP)
		at++;
	if (at == end)
		return false;
	unsigned len = utf8_decode(at, end, &cp);
	if (cp == 'h' || cp == 'H')
		return !begins_word(at + len, end);
	return french_is_unknown(cp) && !(cp >= 0xC0 && cp < 0x100); /* é and à become no h */
}

static bool beside_times(uint32_t cp, enum beside before, enum beside after)
{
	(void)cp;
	(void)before;
	return beside_is_space(after) || beside_is_letter(after);
}

static const struct step_range digit_ranges[] = {{'0', '9'}};

static const norm_rule_value time_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave hours and minutes")},
	{"report", NORM_LOSSLESS, N_("leave them, report those without NO-BREAK SPACE")},
	{"nbsp", NORM_REVERSIBLE, N_("14h30 to 14 h 30 with NO-BREAK SPACE")},
};

const struct step french_step_times = {
	.rule = {"french.times", "french", "times", N_("time of day or duration"), "Imprimerie nationale", time_values,
		 COUNT_OF(time_values), NORM_SEVERITY_NOTE, CATEGORY_NUMBERS},
	.kind = STEP_RULE,
	.run = run_times,
	.triggers = digit_ranges,
	.trigger_count = COUNT_OF(digit_ranges),
	.wakes = wakes_times,
	.beside = beside_times,
	.passes = french_passes_number,
	.report_values = 1u << TIMES_REPORT,
	.reach = NUMBER_REACH,
};
