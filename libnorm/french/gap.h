/* SPDX-License-Identifier: MIT */
/* Gaps in French: what may stand beside them, and rules that choose their space. */
#ifndef FRENCH_GAP_H
#define FRENCH_GAP_H

#include "text/gap.h"
#include "text/space.h"

/* A space of any kind, also one that ends a line. */
static inline bool gap_is_blank(uint32_t cp)
{
	return space_is_open(cp) || cp == SPACE_TAB;
}

/* A mark with which a sentence ends. */
static inline bool gap_is_stop(uint32_t cp)
{
	return cp == '.' || cp == '!' || cp == '?' || cp == 0x2026;
}

/* What opens or closes by its shape, and what does either. */
bool gap_is_opener(uint32_t cp);
bool gap_is_closer(uint32_t cp);
bool gap_is_tick(uint32_t cp);
/* A number like ² or ½, a currency, a percent sign, the sign of degrees. */
bool gap_is_sign(uint32_t cp);

/*
 * Whether a text ends in front of item `i`, so that a mark may follow it: a word, a sign or a mark at its end, or what
 * closes. Of quotes that do not tell by their shape the paragraph is asked.
 */
bool gap_text_ends(const struct rule_span *span, size_t i);

/* The values of rules that choose a space. */
enum gap_value { GAP_KEEP, GAP_REPORT, GAP_NONE, GAP_NBSP, GAP_NNBSP, GAP_VALUES };
extern const norm_rule_value gap_values[GAP_VALUES];

/* The space that a value puts, 0 if none. */
uint32_t gap_space(unsigned value);

/* Whether the gap in the items [start, end) is one that a rule is about. It is asked of those only that are not right. */
typedef bool gap_concerns(const struct rule_span *span, size_t start, size_t end);

/* The run() of such rules: put what the value says in the place of the gaps that concern the rule. */
void gap_run(const struct rule_span *span, gap_concerns *concerns);

/* settle() of such rules about the gap in front of a mark that may have one, of `wide` steps. */
bool gap_settle_before(struct rule_trigger *trigger, struct scope *scope, uint32_t offset);

#endif
