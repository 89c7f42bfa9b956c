/* SPDX-License-Identifier: MIT */
/* Where rules of French may act: where French governs, and nothing protects the place. And what several of them call an apostrophe. */
#ifndef FRENCH_LANGUAGE_H
#define FRENCH_LANGUAGE_H

#include "text/scope.h"
#include "text/step.h"

/* Ask late, and in ascending order: the first question reads the paragraph. */
static inline bool french_governs_at(struct scope *scope, uint32_t offset)
{
	return scope_language(scope, offset) == LANGUAGE_FRENCH && !scope_is_protected(scope, offset);
}

static inline bool french_governs(const struct rule_span *span, size_t i)
{
	return french_governs_at(span->scope, span->items->at[i].start);
}

/* The apostrophe, and what people type for it: ' ` ´ ‘ ‛ ′ */
static inline bool french_is_apostrophe(uint32_t cp)
{
	return cp == 0x2019 || cp == '\'' || cp == '`' || cp == 0x00B4 || cp == 0x2018 || cp == 0x201B || cp == 0x2032;
}

#endif
