/* SPDX-License-Identifier: MIT */
/**
 * @file names.h
 * Do two spellings, in French, English or Arabic letters, name the same place or person? No gazetteer is needed.
 *
 * A name is UTF-8. It is read by its letters: case, accents, Arabic marks, tatweel and invisible characters do not
 * matter, nor does the normal form. Letters of another script than that of the first one part words, and so do bytes
 * that are not UTF-8. The first 64 letters count, what stands behind them is not read. All functions here are
 * thread-safe unless they say otherwise.
 *
 * What is known about names comes from data/places of the sources: words such as ولاية or Est from generics.tsv, and
 * how letters of one spelling are written in another from name-channel.tsv, which was counted in names of Who's On
 * First and CLDR.
 */
#ifndef LIBNORM_NAMES_H
#define LIBNORM_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "status.h"

#ifdef __cplusplus
extern "C" {
#endif

/** No name has more keys. */
#define NORM_NAME_KEYS 32

/**
 * From this score on two names are taken for one. Below it they may be proposed to a person, but never merged silently.
 */
#define NORM_NAME_SAME 0.5

/**
 * The keys of a name: its first 16 consonants, by classes that sound alike (B F T D Z S J K X L M N R), without
 * vowels, h and spaces. A letter that is read in two ways (ج, g in front of e) gives more keys, and so do words that
 * may be left out (ولاية, Est). Two spellings of one name share a key, nearly always; two names that share one need
 * not be the same: see norm_name_score(). A name without consonants has the key "-".
 *
 * @param name  UTF-8; may be NULL when `len` is 0.  @param len  Bytes in `name`.
 * @param keys  Receives up to `max` keys, each once, the most likely ones first; none of them is 0. May be NULL when
 * `max` is 0.
 * @return How many keys the name has, up to #NORM_NAME_KEYS; 0 where it has no letter.
 */
size_t norm_name_keys(const char *name, size_t len, uint64_t *keys, size_t max);

/**
 * A key in letters ("TNZTN").
 *
 * @param buf  Receives a NUL-terminated text, cut when `size` is too small. 17 bytes are enough. May be NULL when
 * `size` is 0.
 * @return The bytes of the whole text without its NUL.
 */
size_t norm_name_key_text(uint64_t key, char *buf, size_t size);

/**
 * How likely it is that two spellings name the same place or person, when they were found among a thousand names. The
 * score of a pair is that of the pair turned round, and allocates nothing.
 *
 * @param a, b     Names, of one script or two. @param a_len, b_len  Their bytes.
 * @param country  ISO 3166-1 alpha-2 code, in capitals, of the country both are in: ج is dj in Algeria and g in Egypt.
 *                 NULL or any other text where that is not known.
 * @return 0 to 1; 0 where one of them has no letter.
 */
double norm_name_score(const char *a, size_t a_len, const char *b, size_t b_len, const char *country);

/** Why two spellings go together. Pinned values; new ones are only ever added. */
typedef enum norm_name_part_kind {
	NORM_NAME_SOUND = 0,   /**< Letters that are written for each other; one side may be empty. */
	NORM_NAME_MEANING = 1, /**< Words of the lexicon: of one meaning, or on one side only, which speaks against them. */
	NORM_NAME_IGNORED = 2  /**< A word of the lexicon that says nothing about which place is meant (ولاية, de). */
} norm_name_part_kind;

/** A part of the comparison. Offsets are bytes; an empty span stands where nothing corresponds. */
typedef struct norm_name_part {
	size_t a_start, a_end, b_start, b_end;
	norm_name_part_kind kind;
	double weight; /**< Logarithm (base e) of how much this speaks for one name; negative: against it. */
} norm_name_part;

/** No comparison has more parts. */
#define NORM_NAME_PARTS 160

/**
 * What the score is made of, for people to see.
 *
 * @param ret  Receives up to `max` parts: those of sound, in their order, then words of the lexicon.
 * @return How many parts there are, up to #NORM_NAME_PARTS.
 */
size_t norm_name_explain(const char *a, size_t a_len, const char *b, size_t b_len, const char *country,
                         norm_name_part *ret, size_t max);

/** A list of names in which the best matches are found. Adding is for one thread, finding for any number afterwards. */
typedef struct norm_name_index norm_name_index;

/** A name of the list, and how well it goes with the one looked for. */
typedef struct norm_name_match {
	uint32_t entry; /**< Its number, from 0, in the order in which names were added. */
	double score;   /**< As norm_name_score() says. */
} norm_name_match;

/**
 * An empty list.
 * @param ret  Receives the list; owned by the caller, see norm_name_index_free().
 * @return #NORM_OK or #NORM_E_NOMEM.
 */
norm_status norm_name_index_new(norm_name_index **ret);

/**
 * Add a name; the list keeps a copy of what it needs. A name without letters has a number, too, and is never found.
 *
 * @param country  ISO 3166-1 alpha-2 code, or NULL where that is not known.
 * @return #NORM_OK, #NORM_E_NOMEM, or #NORM_E_LIMIT when the list is full (2^31 names).
 */
norm_status norm_name_index_add(norm_name_index *index, const char *name, size_t len, const char *country);

/** Sort what was added, so that names can be found. @return #NORM_OK or #NORM_E_NOMEM. */
norm_status norm_name_index_ready(norm_name_index *index);

/**
 * The names of the list that go best with a name: those that share a key with it, or, where none of these reaches
 * #NORM_NAME_SAME, those whose key differs by one consonant, up to a thousand of them.
 *
 * @param country  Only names of this country, and those whose country is not known; NULL: all names.
 * @param ret      Receives up to `max` matches, best first; equal scores in the order of the list.
 * @return How many; 0 before norm_name_index_ready() as well.
 */
size_t norm_name_index_find(const norm_name_index *index, const char *name, size_t len, const char *country,
                            norm_name_match *ret, size_t max);

/** Free a list. NULL is allowed. */
void norm_name_index_free(norm_name_index *index);

#ifdef __cplusplus
}
#endif
#endif
