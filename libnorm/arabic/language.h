/* SPDX-License-Identifier: MIT */
/* Which languages are written in Arabic script. */
#ifndef ARABIC_LANGUAGE_H
#define ARABIC_LANGUAGE_H

#include "text/scope.h"
#include "text/step.h"

static inline bool language_is_arabic_script(enum language language)
{
	return language >= LANGUAGE_ARABIC && language <= LANGUAGE_UYGHUR;
}

/* Whether a language of Arabic script governs a place, and nothing protects it. Ask late, and in ascending order. */
static inline bool arabic_governs_at(struct scope *scope, uint32_t offset)
{
	return language_is_arabic_script(scope_language(scope, offset)) && !scope_is_protected(scope, offset);
}

static inline bool arabic_governs(const struct rule_span *span, size_t i)
{
	return arabic_governs_at(span->scope, span->items->at[i].start);
}

#endif
