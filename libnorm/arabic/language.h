/* SPDX-License-Identifier: MIT */
/* Which languages are written in Arabic script. */
#ifndef ARABIC_LANGUAGE_H
#define ARABIC_LANGUAGE_H

#include "text/scope.h"

static inline bool language_is_arabic_script(enum language language)
{
	return language >= LANGUAGE_ARABIC && language <= LANGUAGE_UYGHUR;
}

#endif
