/* SPDX-License-Identifier: MIT */
#include "places/vocabulary.h"

#include <string.h>

const char *const vocabulary_features[FEATURES] = {
	"country", "region", "area",     "state",  "capital", "city", "town",      "village", "locality",
	"camp",    "river",  "lake", "mountain", "desert", "island",  "sea",  "continent", "other",
};

const char *const vocabulary_languages[FORM_LANGUAGES] = {"fr", "en", "und-Latn", "ar", "und-Arab"};

const char *const vocabulary_statuses[FORM_STATUSES] = {"preferred", "variant", "historic", "exonym", "deleted"};

size_t vocabulary_find(const char *const *words, size_t count, const char *word, size_t len)
{
	size_t number = 0;
	while (number < count && (strncmp(words[number], word, len) != 0 || words[number][len] != '\0'))
		number++;
	return number;
}
