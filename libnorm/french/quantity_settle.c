/* SPDX-License-Identifier: MIT */
/*
 * The space behind a number, settled without an island. The number and its unit are read in the paragraph as it is seen. Where
 * something stands there that rules may take out, or a letter with a mark, only an island can tell.
 */
#include "french/language.h"
#include "french/quantity.h"
#include "unicode/utf8.h"

/* What is in front of the digits that end at text->at: LINE FEED at the start of the text, 0 for numbers that are too long. */
static uint32_t before_digits(const struct scope_text *text)
{
	uint32_t cp = SPACE_LF;
	size_t at = text->at, digits = 0;
	while (at > 0 && french_is_digit(text->text[at - 1]) && digits < NUMBER_MAX)
		at--, digits++;
	if (at > 0)
		utf8_decode(utf8_previous(text->text, text->text + at), text->text + at, &cp);
	return digits < NUMBER_MAX ? cp : 0;
}

/* Whether a number may begin behind `cp`, whatever rules make of it. */
static bool may_precede(uint32_t cp)
{
	if (cp >= 0x7F)
		return number_is_space(cp);
	return cp == SPACE_LF || (cp >= ' ' && !character_is_word(cp) && cp != '_' && cp != '#' && cp != '@' && cp != '\\');
}

/* The character at `*at`, which moves behind it; LINE FEED at the end, 0 for one that may not stay as it is. */
static uint32_t next_certain(const uint8_t **at, const uint8_t *end)
{
	uint32_t cp = SPACE_LF;
	if (*at < end)
		*at += utf8_decode(*at, end, &cp);
	bool hidden = cp == UTF8_INVALID || (cp >= 0x7F && (unicode_category(cp) == UNICODE_CF || character_is_mark(cp)));
	return hidden || (cp < ' ' && cp != SPACE_LF) ? 0 : cp;
}

enum match { MATCH_NONE, MATCH_UNIT, MATCH_UNKNOWN };

/* Whether the text at `at` is the unit. */
static enum match match_unit(const uint8_t *at, const uint8_t *end, const struct french_unit *unit)
{
	uint32_t cp;
	for (size_t k = 0; k < unit->length; k++) {
		cp = next_certain(&at, end);
		if (cp != unit->symbol[k])
			return cp == 0 ? MATCH_UNKNOWN : MATCH_NONE;
	}
	cp = next_certain(&at, end);
	return cp == 0 ? MATCH_UNKNOWN : french_ends_unit(unit, cp) ? MATCH_UNIT : MATCH_NONE;
}

/* The unit of one of `kinds` at `at`. */
static enum match find_unit(const uint8_t *at, const uint8_t *end, unsigned kinds, const struct french_unit **ret)
{
	const uint8_t *behind = at;
	const struct french_unit *last, *unit = french_units_of(next_certain(&behind, end), &last);
	for (; unit < last; unit++) {
		enum match match = unit->kind & kinds ? match_unit(at, end, unit) : MATCH_NONE;
		*ret = unit;
		if (match != MATCH_NONE)
			return match;
	}
	return MATCH_NONE;
}

bool french_settle_units(struct rule_trigger *trigger, struct scope *scope, uint32_t offset, unsigned kinds, uint32_t space)
{
	struct scope_text text = scope_text(scope, offset);
	const uint8_t *at = text.text + text.at + 1, *end = text.text + text.len;
	bool gap = number_is_space(trigger->after);
	const struct french_unit *unit;
	if (text.at >= text.len || text.text[text.at] != trigger->cp || !may_precede(before_digits(&text)))
		return false;
	if (gap && next_certain(&at, end) != trigger->after)
		return false;
	/* What is put in front of a character with an edit of its own belongs to that. */
	if (!gap && (trigger->ahead == trigger->end || at == end || *trigger->ahead != *at))
		return false;
	enum match match = find_unit(at, end, kinds, &unit);
	if (match != MATCH_UNIT) {
		uint32_t next = next_certain(&at, end);
		return match == MATCH_NONE && next && !number_is_space(next);
	}
	if (space == 0 || (gap ? trigger->after == space : !unit->insert))
		return space != 0;
	uint32_t behind = offset + 1 + (gap ? (uint32_t)utf8_length(trigger->after) : 0);
	if (!french_governs_at(scope, offset) || scope_is_protected(scope, behind))
		return true;
	if (gap)
		rule_trigger_change_after(trigger, space);
	else
		rule_trigger_put_after(trigger, space);
	return true;
}
