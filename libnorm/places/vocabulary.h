/* SPDX-License-Identifier: MIT */
/* The words of the columns feature, lang and status. Numbers stand in files: new words are only ever added at the end. */
#ifndef PLACES_VOCABULARY_H
#define PLACES_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

#include "libnorm/gazetteer.h"

enum feature {
	FEATURE_COUNTRY,
	FEATURE_REGION,
	FEATURE_AREA,
	FEATURE_STATE,
	FEATURE_CAPITAL,
	FEATURE_CITY,
	FEATURE_TOWN,
	FEATURE_VILLAGE,
	FEATURE_LOCALITY,
	FEATURE_CAMP,
	FEATURE_RIVER,
	FEATURE_LAKE,
	FEATURE_MOUNTAIN,
	FEATURE_DESERT,
	FEATURE_ISLAND,
	FEATURE_SEA,
	FEATURE_CONTINENT,
	FEATURE_OTHER,
	FEATURES
};

/* Of a place of which a file says only what to take away. */
enum { FEATURE_UNSAID = 0xFF };

/* Of the first three the letters are Latin. */
enum form_language {
	FORM_FRENCH,
	FORM_ENGLISH,
	FORM_LATIN, /* und-Latn: any other spelling in Latin letters */
	FORM_ARABIC,
	FORM_ARABIC_SCRIPT, /* und-Arab */
	FORM_LANGUAGES
};

/* A status of rows and files that no form has that anyone sees. */
enum { FORM_DELETED = NORM_FORM_EXONYM + 1, FORM_STATUSES };

extern const char *const vocabulary_features[FEATURES];
extern const char *const vocabulary_languages[FORM_LANGUAGES];
extern const char *const vocabulary_statuses[FORM_STATUSES];

static inline bool form_language_is_latin(unsigned language)
{
	return language <= FORM_LATIN;
}

/* The number of a word of `len` bytes among `count`; `count` when it is none of them. */
size_t vocabulary_find(const char *const *words, size_t count, const char *word, size_t len);

#endif
