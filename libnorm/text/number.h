/* SPDX-License-Identifier: MIT */
/* Numbers in a stretch of items, for rule steps that see all of a number: those with `reach` (see text/step.h). */
#ifndef TEXT_NUMBER_H
#define TEXT_NUMBER_H

#include "text/character.h"
#include "text/neighbour.h"
#include "text/space.h"
#include "text/step.h"

/* Numbers with more digits and spaces are none: a stretch shows so many. */
enum { NUMBER_MAX = 40 };

/* What steps need to see behind a digit: a comma, or a space and the longest unit, and what follows. */
enum { NUMBER_REACH = 16 };

/* A space that may part the groups of a number. */
static inline bool number_is_space(uint32_t cp)
{
	return space_is_inline(cp) || cp == 0x2009;
}

/* The n-th character in front of item `i`, the nearest is number 1; 0 where the stretch does not tell. */
uint32_t number_back(const struct rule_span *span, size_t i, size_t n);

/* The number of spaces, and of digits, from item `i` on. */
size_t number_spaces(const struct items *items, size_t i);
size_t number_digits(const struct items *items, size_t i);

/* Groups of digits that are parted by nothing but spaces. */
struct number_row {
	size_t start, end;
	size_t groups;
	bool decimal; /* what is in front of it are a decimal sign and a digit */
	bool parted;  /* it is one number, in groups of three */
};

/* The row that begins with the digit at item `i`. */
struct number_row number_row(const struct rule_span *span, size_t i);

/* Whether the digit at item `i`, the first of its row, is part of a name or of digits that the stretch does not show. */
bool number_is_glued(const struct rule_span *span, size_t i);

/* Whether nothing in front of item `i`, the first digit of a row, makes it part of a name, a date or a longer number. */
bool number_is_free(const struct rule_span *span, size_t i);

/*
 * The run() of rules about the spaces between the groups of a number: put `space` in the place of those, `gap` of them at
 * item `i`, of which `is_wrong` says so, or report them where `space` is 0.
 */
void number_run_gaps(const struct rule_span *span, bool (*is_wrong)(const struct rule_span *span, size_t i, size_t gap),
		     uint32_t space);

/* Whether what stands behind a trigger in the source may be a group of three digits, or of less if `short_too`. */
bool number_group_ahead(const struct rule_trigger *trigger, bool short_too);

#endif
