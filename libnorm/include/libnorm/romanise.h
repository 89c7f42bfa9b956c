/* SPDX-License-Identifier: MIT */
/**
 * @file romanise.h
 * Names in the other script: Arabic place names in Latin letters as French-language newspapers of the country write them, and
 * French ones in Arabic letters. For scholarly schemes, which go letter by letter, see translit.h.
 *
 * What a gazetteer knows comes first. The rules behind it are guesses, for Arabic does not write short vowels: of unseen names of
 * Algeria they give about three in ten exactly, and one letter in six differs. They never override the gazetteer, and know
 * nothing that it knows: عين صالح is In Salah, but عين in front of most names is Aïn, and so the rules write Aïn Salah.
 *
 * The rules:
 *  - Consonants and the vowels between them are chosen by a model of the letters around, the place in the name and the
 *    country, learned from names of data/places/romanise-pairs.tsv. So ج is dj in Algeria and j in Morocco; ال is El, nothing,
 *    or the next letter doubled; س is ss between vowels; final ة is a, or et in a construct.
 *  - i from ي behind a or o has a diaeresis (Aïn); g from ق, ك or گ in front of e and i is gu. Words have capitals, also
 *    behind a hyphen or an apostrophe. Other accents are written for countries of the Sahel only.
 *  - Harakat, tatweel and characters that nobody sees are passed over; Arabic digits become ASCII; what is no Arabic letter stays
 *    as it is. Bytes that are no UTF-8 become U+FFFD.
 */
#ifndef LIBNORM_ROMANISE_H
#define LIBNORM_ROMANISE_H

#include <stdbool.h>
#include <stddef.h>

#include "gazetteer.h"
#include "status.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Writes names in the other script: mutable, one per thread. */
typedef struct norm_romaniser norm_romaniser;

/** Where a proposal comes from. Pinned values; new ones are only ever added. */
typedef enum norm_origin {
	NORM_ORIGIN_GAZETTEER = 0, /**< A form of a place whose name is spelt so. */
	NORM_ORIGIN_RULES = 1      /**< A guess by letters. */
} norm_origin;

/** A name in the other script. Fields are only ever added at the end. */
typedef struct norm_proposal {
	const char *text;   /**< UTF-8, NFC; borrowed until the romaniser is used again or freed. */
	norm_origin origin;
	double confidence;  /**< 0 to 1. Of rules: how likely the model holds this very spelling. Of a gazetteer: 1, or
	                         an equal share where places of several names are spelt so. */
} norm_proposal;

/**
 * Create a romaniser.
 *
 * @param country    Whose conventions: ISO 3166-1 alpha-2 in capitals. NULL, or a country of which few names were known, when the
 *                   rules were learned: what is common to all. Places of the gazetteer in other countries then
 *                   come behind those of this one. Copied.
 * @param gazetteer  What is known; borrowed, and must outlive the romaniser. NULL: rules only.
 * @param ret        Receives the romaniser; owned by the caller, see norm_romaniser_free().
 * @return #NORM_OK, #NORM_E_NOMEM, or #NORM_E_MISUSE when `ret` is NULL or `country` has not two letters.
 */
norm_status norm_romaniser_new(const char *country, const norm_gazetteer *gazetteer, norm_romaniser **ret);

/**
 * Write an Arabic name in Latin letters.
 *
 * @param name  UTF-8 of `len` bytes, one name; may be NULL when `len` is 0. Of a name of which nothing is left there is no
 *              proposal. Time and memory grow in proportion to its length.
 * @return #NORM_OK, #NORM_E_NOMEM, #NORM_E_LIMIT for more than 1 MiB, or #NORM_E_MISUSE. On failure there is no proposal.
 */
norm_status norm_romanise(norm_romaniser *romaniser, const char *name, size_t len);

/** The same from Latin to Arabic letters. Vowels are taken as long ones where names usually write them. */
norm_status norm_arabise(norm_romaniser *romaniser, const char *name, size_t len);

/**
 * A proposal for the last name: the best has `index` 0, those of the gazetteer come first; no two have the same text.
 * @return true and fills `ret`, or false when there are no more (`ret` untouched).
 */
bool norm_romaniser_proposal(const norm_romaniser *romaniser, size_t index, norm_proposal *ret);

/** Free a romaniser. NULL is allowed. */
void norm_romaniser_free(norm_romaniser *romaniser);

#ifdef __cplusplus
}
#endif
#endif
