/* SPDX-License-Identifier: MIT */
/* The languages that the rules tell apart. */
#ifndef TEXT_LANGUAGE_H
#define TEXT_LANGUAGE_H

#include <stdbool.h>

enum language {
	LANGUAGE_NONE,    /* no letters at all */
	LANGUAGE_FRENCH,  /* Latin letters, and not clearly another language */
	LANGUAGE_LATIN,   /* Latin letters, and clearly neither French nor English */
	LANGUAGE_ARABIC,  /* Arabic letters, and not clearly one of the next four */
	LANGUAGE_PERSIAN,
	LANGUAGE_URDU,
	LANGUAGE_KURDISH, /* Sorani */
	LANGUAGE_UYGHUR,
	LANGUAGE_OTHER,   /* another script */
	LANGUAGE_ENGLISH, /* clearly English; to the rules the same as LANGUAGE_LATIN */
	LANGUAGE_COUNT
};

/* Whether a language other than French has Latin letters. */
static inline bool language_is_foreign_latin(enum language language)
{
	return language == LANGUAGE_LATIN || language == LANGUAGE_ENGLISH;
}

#endif
