/* SPDX-License-Identifier: MIT */
/* The languages that the rules tell apart. */
#ifndef TEXT_LANGUAGE_H
#define TEXT_LANGUAGE_H

enum language {
	LANGUAGE_NONE,    /* no letters at all */
	LANGUAGE_FRENCH,  /* Latin letters, and not clearly another language */
	LANGUAGE_LATIN,   /* Latin letters, and clearly not French */
	LANGUAGE_ARABIC,  /* Arabic letters, and not clearly one of the next four */
	LANGUAGE_PERSIAN,
	LANGUAGE_URDU,
	LANGUAGE_KURDISH, /* Sorani */
	LANGUAGE_UYGHUR,
	LANGUAGE_OTHER,   /* another script */
	LANGUAGE_COUNT
};

#endif
