/* SPDX-License-Identifier: MIT */
/* Amounts in a stretch of items: a number and what stands behind it. */
#ifndef FRENCH_QUANTITY_H
#define FRENCH_QUANTITY_H

#include "french/units.h"
#include "text/number.h"
#include "unicode/utf8.h"

/* Other digits are none of French. */
static inline bool french_is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

/* Item `i`, which may be the one behind the stretch; 0 further away. */
uint32_t french_item(const struct rule_span *span, size_t i);

/* The letter at item `*i`, composed with its mark if it has one; moves `*i` behind it. */
uint32_t french_letter(const struct rule_span *span, size_t *i);

/* How many digits there are from item `i` on. */
size_t french_digits(const struct items *items, size_t i);

/* Whether item `i` is the last digit of a number that is no part of a name. */
bool french_is_number_end(const struct rule_span *span, size_t i);

/*
 * Whether the letter steps may make something else of a character of the source, or nothing. Of Arabic letters they make
 * Arabic letters, but of presentation forms perhaps a space.
 */
static inline bool french_is_unknown(uint32_t cp)
{
	if (cp < 0x7F)
		return cp > 0 && cp < ' ' && cp != SPACE_LF && cp != SPACE_CR; /* spaces.kind may make a space of TAB */
	return cp >= 0xFB50 || !character_is_arabic_letter(cp);
}

/* Whether a character of the source may become the letter, or one that is not seen: é may become e, but no b. */
bool french_may_become(uint32_t cp, uint32_t letter);

/* Whether `cp`, which follows the unit, leaves it whole: 5 m, but not 5 m' nor 5 mètres nor 5 V-8; $US, but not $5. */
bool french_ends_unit(const struct french_unit *unit, uint32_t cp);

/* The units that may begin with `first`: those before `end` from the result on. */
const struct french_unit *french_units_of(uint32_t first, const struct french_unit **end);

/* The unit of one of `kinds` that begins with item `i`, and where it ends, or NULL. */
const struct french_unit *french_unit_at(const struct rule_span *span, size_t i, unsigned kinds, size_t *ret_end);

/*
 * Whether the source from `at` on may begin with such a unit, with or without spaces in front. `missing`: only those count
 * that want a space in front of them where there is none.
 */
bool french_unit_ahead(const uint8_t *at, const uint8_t *end, unsigned kinds, bool missing);

/*
 * The space between number and unit: what stands there becomes `space`, and where nothing does it is put in. 0: none may
 * stand there. The middle of run() for french.percent and french.units.
 */
void french_space_units(const struct rule_span *span, unsigned kinds, uint32_t space, bool report);
bool french_settle_units(struct rule_trigger *trigger, struct scope *scope, uint32_t offset, unsigned kinds, uint32_t space);
bool french_wakes_units(const struct rule_trigger *trigger, unsigned kinds, uint32_t space);
/* passes() of rules about numbers: nothing is behind the digit at `at` that makes a number of it which is more than that. */
bool french_passes_number(const uint8_t *out, const uint8_t *at);
/* No unit begins with a digit or a point. */
static inline bool french_beside_units(enum beside after)
{
	return after != BESIDE_DIGIT && after != BESIDE_POINT;
}

#endif
