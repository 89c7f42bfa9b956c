/* SPDX-License-Identifier: MIT */
/*
 * For rules that put one kind of quotation mark in the place of another. They change both marks of a pair or none, so
 * what they ask has the same answer at both. Single quotes are never touched: ’ is an apostrophe, too.
 */
#ifndef TEXT_QUOTATION_H
#define TEXT_QUOTATION_H

#include "text/language.h"
#include "text/step.h"

enum { QUOTATION_OPENS = 0x00AB, QUOTATION_CLOSES = 0x00BB };

/* " “ ” „ and the like */
static inline bool quotation_is_double(uint32_t cp)
{
	return cp == '"' || cp == 0xFF02 || (cp >= 0x201C && cp <= 0x201F);
}

/* Where the other mark of the pair of the one at `offset` stands, if both may be replaced; else SCOPE_NOWHERE. */
uint32_t quotation_partner(struct scope *scope, uint32_t offset);

/*
 * Put « » in the place of outermost quotation marks that `takes` says yes to, where a language governs. Those about which
 * nobody can be sure are reported; all of them, unless `fix` is set.
 */
void quotation_to_guillemets(const struct rule_span *span, enum language language, bool (*takes)(uint32_t cp), bool fix);

/* settle() of a step that does so, where it does not only report. */
void quotation_settle(struct rule_trigger *trigger, struct scope *scope, uint32_t offset, enum language language);

#endif
