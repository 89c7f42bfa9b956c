/* SPDX-License-Identifier: MIT */
#include "french/quantity.h"

#include "french/language.h"
#include "unicode/utf8.h"

uint32_t french_item(const struct rule_span *span, size_t i)
{
	return i < span->items->len ? span->items->at[i].cp : i == span->items->len ? span->after : 0;
}

uint32_t french_letter(const struct rule_span *span, size_t *i)
{
	uint32_t cp = span->items->at[*i].cp, mark = french_item(span, *i + 1);
	*i += 1;
	if (!character_is_mark(mark))
		return cp;
	*i += 1;
	return unicode_compose(cp, mark);
}

size_t french_digits(const struct items *items, size_t i)
{
	size_t n = 0;
	while (i + n < items->len && french_is_digit(items->at[i + n].cp))
		n++;
	return n;
}

bool french_ends_unit(const struct french_unit *unit, uint32_t cp)
{
	if (unit->kind == FRENCH_UNIT_SIGN)
		return !character_is_digit(cp) && !character_is_mark(cp);
	bool hyphen = cp == '-' && unit->kind != FRENCH_UNIT_PERCENT; /* 3%-4%, but no 5 km-h */
	return !character_is_word(cp) && !french_is_apostrophe(cp) && !hyphen && cp != '_' && cp != 0xB2 && cp != 0xB3;
}

/* The end of the unit, if it is at item `i`; else 0. */
static size_t unit_end(const struct rule_span *span, size_t i, const struct french_unit *unit)
{
	for (size_t k = 0; k < unit->length; k++)
		if (i >= span->items->len || french_letter(span, &i) != unit->symbol[k])
			return 0;
	return french_ends_unit(unit, french_item(span, i)) ? i : 0;
}

const struct french_unit *french_units_of(uint32_t first, const struct french_unit **end)
{
	uint32_t index = first < FRENCH_UNIT_ASCII ? french_unit_fold(first) : FRENCH_UNIT_ASCII;
	*end = french_units + french_unit_index[index + 1];
	return french_units + french_unit_index[index];
}

const struct french_unit *french_unit_at(const struct rule_span *span, size_t i, unsigned kinds, size_t *ret_end)
{
	size_t behind = i;
	if (i >= span->items->len)
		return NULL;
	const struct french_unit *end, *unit = french_units_of(french_letter(span, &behind), &end);
	for (; unit < end; unit++) {
		*ret_end = unit->kind & kinds ? unit_end(span, i, unit) : 0;
		if (*ret_end)
			return unit;
	}
	return NULL;
}

bool french_may_become(uint32_t cp, uint32_t letter)
{
	const uint32_t *base;
	bool latin = cp >= 0xC0 && cp < 0x180;
	bool other = latin && cpmap_get(&unicode_nfd, cp, &base) > 1 && french_unit_fold(base[0]) != french_unit_fold(letter);
	return french_is_unknown(cp) && !other;
}

/* Whether the source at `at` may become the unit. */
static bool may_be(const uint8_t *at, const uint8_t *end, const struct french_unit *unit)
{
	uint32_t cp = 0;
	for (size_t k = 0; k < unit->length; k++) {
		if (at == end)
			return false;
		at += utf8_decode(at, end, &cp);
		if (french_unit_fold(cp) != french_unit_fold(unit->symbol[k]))
			return french_may_become(cp, unit->symbol[k]);
	}
	if (at < end)
		utf8_decode(at, end, &cp);
	return at == end || french_is_unknown(cp) || french_ends_unit(unit, cp);
}

bool french_unit_ahead(const uint8_t *at, const uint8_t *end, unsigned kinds, bool missing)
{
	uint32_t first;
	while (at < end && *at == ' ')
		at++;
	if (at == end || (end - at > 1 && character_is_arabic_at(at)))
		return false;
	/* Of most words behind numbers the first two letters tell that they are no units. No step makes others of them. */
	if (end - at > 1 && !(french_unit_kinds_of(at[0], at[1]) & kinds))
		return false;
	utf8_decode(at, end, &first);
	if (first < FRENCH_UNIT_ASCII && !(french_unit_kinds[french_unit_fold(first)] & kinds) && !french_is_unknown(first))
		return false;
	/* No unit begins with a or à: many words behind numbers do. */
	if (first == 0xE0 || french_is_unknown(first))
		return first != 0xE0;
	const struct french_unit *last, *unit = french_units_of(first, &last);
	bool known = end - at > 1 && at[0] < 0x80 && at[1] >= ' ' && at[1] < 0x7F;
	uint32_t second = known ? french_unit_fold(at[1]) : 0;
	for (; unit < last; unit++) {
		if (known && unit->length > 1 && french_unit_fold(unit->symbol[1]) != second)
			continue;
		if (unit->kind & kinds && (!missing || unit->insert) && may_be(at, end, unit))
			return true;
	}
	return false;
}

/* Whether a number that ends like this may have five digits, or four. */
static bool may_be_long(const uint8_t *out, const uint8_t *at)
{
	for (unsigned i = 1; i < 4; i++)
		if (out[-(int)i] < 0x80 && !french_is_digit(out[-(int)i]))
			return false;
	return french_is_digit(*at);
}

bool french_passes_number(const uint8_t *out, const uint8_t *at)
{
	uint8_t next = at[1];
	if (!french_is_digit(*at))
		return false;
	if (next == '.' || next == ',')
		return at[2] < 0x80 && at[2] >= ' ' && !french_is_digit(at[2]);
	if (next != ' ')
		return next == ')' || next == ';' || next == '?' || next == '!';
	/* Behind a space: a word. No unit begins with à, nor with an Arabic letter. */
	if (at[2] >= 0x80 || !character_is_letter(at[2]))
		return (at[2] == 0xC3 && at[3] == 0xA0) || character_is_arabic_at(at + 2);
	unsigned kinds = french_unit_kinds[french_unit_fold(at[2])] & french_unit_kinds_of(at[2], at[3]);
	return kinds == 0 || (kinds == FRENCH_UNIT_NOUN && !may_be_long(out, at));
}

bool french_is_number_end(const struct rule_span *span, size_t i)
{
	if (!french_is_digit(span->items->at[i].cp) || character_is_digit(neighbour_after(span, i)))
		return false;
	while (i > 0 && french_is_digit(span->items->at[i - 1].cp))
		i--;
	return !number_is_glued(span, i);
}

static bool is_wrong(const struct rule_span *span, size_t i, size_t gap, const struct french_unit *unit, uint32_t space)
{
	if (space == 0)
		return gap > 0;
	if (gap == 0)
		return unit->insert;
	return gap > 1 || span->items->at[i].cp != space;
}

/* Write the `gap` spaces at item `i` as `space`. */
static void write_space(const struct rule_span *span, size_t i, size_t gap, uint32_t space)
{
	if (space == 0)
		items_drop(span->items, i, gap, span->rule);
	else if (gap == 0)
		items_insert(span->items, i, space, span->rule);
	else
		items_replace(span->items, i, gap, space, span->rule);
}

void french_space_units(const struct rule_span *span, unsigned kinds, uint32_t space, bool report)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		items_keep(items, i);
		if (!french_is_number_end(span, i))
			continue;
		size_t gap = number_spaces(items, i + 1);
		size_t end;
		const struct french_unit *unit = french_unit_at(span, i + 1 + gap, kinds, &end);
		if (!unit || !is_wrong(span, i + 1, gap, unit, space) || !french_governs(span, i) ||
		    scope_is_protected(span->scope, items->at[i + 1 + gap].start))
			continue;
		if (report) {
			items_report(items, i, end - i, span->rule);
			continue;
		}
		write_space(span, i + 1, gap, space);
		i += gap;
	}
	items_rewritten(items);
}

bool french_wakes_units(const struct rule_trigger *trigger, unsigned kinds, uint32_t space)
{
	const uint8_t *at = trigger->ahead, *end = trigger->end;
	uint32_t next;
	/* It has been put for a unit of another kind. */
	if (trigger->acts)
		return false;
	if (!number_is_space(trigger->after))
		return space && !character_is_digit(trigger->after) && french_unit_ahead(at, end, kinds, true);
	at += utf8_decode(at, end, &next);
	if (trigger->after != space)
		return french_unit_ahead(at, end, kinds, false);
	/* It is right, unless more spaces follow. */
	if (at < end)
		utf8_decode(at, end, &next);
	return at < end && (number_is_space(next) || (next < ' ' && french_is_unknown(next)));
}
