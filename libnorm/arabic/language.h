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

/* Whether a language of Arabic script governs item `i`, and nothing protects it. Ask late, and in ascending order. */
static inline bool arabic_governs(const struct rule_span *span, size_t i)
{
	uint32_t start = span->items->at[i].start;
	return language_is_arabic_script(scope_language(span->scope, start)) && !scope_is_protected(span->scope, start);
}

#endif
