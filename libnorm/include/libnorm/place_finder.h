/* SPDX-License-Identifier: MIT */
/**
 * @file place_finder.h
 * Find the names of places in running text, with their exact offsets.
 *
 *  - Names are found through harakat, tatweel, joiners, bidirectional controls, soft hyphens and accents in any normal form,
 *    whatever spaces, hyphens and apostrophes stand between their letters (Tin Zaouatine is Tinzaouatine), and behind
 *    what French and Arabic put before a name in the same word: d’Abéché, l’Algérie, وبمالي, للجزائر.
 *  - The longest name counts. A Latin name begins with a capital, or has one (la Marsa, bande de Gaza): Latin text all in
 *    small letters has no names.
 *  - A name of the gazetteer need not be a place in the text. What is around it tells: words such as `ville de` or `président`,
 *    capitals beside it (Ali Bongo), the countries of other names in the same text. So texts should be read one by one,
 *    and whole where they fit. Of several places with the same name the same things tell which is meant.
 */
#ifndef LIBNORM_PLACE_FINDER_H
#define LIBNORM_PLACE_FINDER_H

#include "gazetteer.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Finds places in one text after another: one per thread. */
typedef struct norm_place_finder norm_place_finder;

/** What the word of the text has in front of a name. Pinned values; new ones are only ever added. */
typedef enum norm_match_kind {
	NORM_MATCH_WORD = 0,       /**< Nothing: the name is what is written. An elided d’ or l’ is a word of its own. */
	NORM_MATCH_CLITIC = 1,     /**< Arabic prefixes, which are outside the match: و ف ب ل ك. */
	NORM_MATCH_ARTICLE = 2,    /**< ال, outside the match, that the form of the gazetteer does not have. */
	NORM_MATCH_CONTRACTION = 3 /**< The article of the form is, in part, in the word before (du Caire) or the prefix (للجزائر). */
} norm_match_kind;

/** A place in the text. Offsets are bytes from its start, at borders of characters with their marks. The layout is pinned. */
typedef struct norm_place_match {
	size_t start, end;
	uint32_t place;       /**< Of the gazetteer: see norm_gazetteer_place(). */
	size_t form;          /**< Which of its forms is written there, as exactly as can be told. */
	double confidence;    /**< From 0 to 1: how probable it is that this place is meant. */
	norm_match_kind kind;
} norm_place_match;

/**
 * Create a finder.
 *
 * @param gazetteer  Must outlive the finder.
 * @param ret        Receives the finder; owned by the caller, see norm_place_finder_free().
 * @return #NORM_OK, #NORM_E_NOMEM or #NORM_E_MISUSE.
 */
norm_status norm_place_finder_new(const norm_gazetteer *gazetteer, norm_place_finder **ret);

/**
 * Find the places of a text, and forget those of the one before.
 *
 * @param text  UTF-8; may hold NUL bytes and invalid sequences, which are in no name. May be NULL when `len` is 0. Only read
 *              during the call.
 * @param len   Bytes in `text`.
 * @return #NORM_OK, #NORM_E_NOMEM, #NORM_E_MISUSE, or #NORM_E_LIMIT when `len` passes 4 GiB. After a failure there are no matches,
 * and the finder can be used again.
 *
 * Linear in `len`, in time and in memory, of which only names take some. What is larger than memory is cut into blocks of
 * whole paragraphs: then the names of a block tell the country.
 */
norm_status norm_place_finder_read(norm_place_finder *finder, const char *text, size_t len);

/**
 * Match number `index`: to visit all, count up from 0 until there is none. They come in the order of the text and do not overlap.
 * @return true and fills `ret`, or false when there is none of this number (`ret` untouched). NULL has none. O(1).
 */
bool norm_place_finder_match(const norm_place_finder *finder, size_t index, norm_place_match *ret);

/** Free a finder. NULL is allowed. */
void norm_place_finder_free(norm_place_finder *finder);

#ifdef __cplusplus
}
#endif
#endif
