/* SPDX-License-Identifier: MIT */
/* What stands beside an item of a stretch, also where that is outside of the stretch. */
#ifndef TEXT_NEIGHBOUR_H
#define TEXT_NEIGHBOUR_H

#include "text/character.h"
#include "text/letter_class.h"
#include "text/scope.h"
#include "text/step.h"

/* The character in front of item `i`. */
static inline uint32_t neighbour_before(const struct rule_span *span, size_t i)
{
	return i > 0 ? span->items->at[i - 1].cp : span->before;
}

/* The character behind item `i`. */
static inline uint32_t neighbour_after(const struct rule_span *span, size_t i)
{
	return i + 1 < span->items->len ? span->items->at[i + 1].cp : span->after;
}

/* The last character in front of item `i` that is no mark: the letter that a mark there belongs to. */
static inline uint32_t neighbour_base_before(const struct rule_span *span, size_t i)
{
	while (i > 0 && character_is_mark(span->items->at[i - 1].cp))
		i--;
	if (i > 0)
		return span->items->at[i - 1].cp;
	return character_is_mark(span->before) ? span->before2 : span->before;
}

/* The first character behind item `i` that is no mark. */
static inline uint32_t neighbour_base_after(const struct rule_span *span, size_t i)
{
	while (i + 1 < span->items->len && character_is_mark(span->items->at[i + 1].cp))
		i++;
	return neighbour_after(span, i);
}

/*
 * Whether the word in front of item `i` may be a single letter: a full stop behind it would make it an abbreviation. How
 * many letters carry the marks (or tatweel, or what else the levels do not see) in front of the item a stretch does not always show:
 * then the scope is asked.
 */
static inline bool neighbour_may_be_lone_letter(const struct rule_span *span, size_t i)
{
	uint32_t before = neighbour_before(span, i);
	uint32_t further = i > 1 ? span->items->at[i - 2].cp : i == 1 ? span->before : span->before2;
	bool same = character_is_letter(further) && unicode_script(further) == unicode_script(before);
	bool unseen = letter_class(before) == CLASS_TRANSPARENT;
	bool may_be = unseen || (character_is_letter(before) && (!same || unicode_is_ignorable(further)));
	return may_be && !scope_is_word_before(span->scope, span->items->at[i].start);
}

#endif
