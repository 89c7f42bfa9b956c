/* SPDX-License-Identifier: MIT */
/**
 * @file gazetteer.h
 * Places and their names, in French, Arabic and other spellings: a stack of files, made by norm_gazetteer_builder
 * (gazetteer_builder.h) of tables that people edit.
 *
 *  - A place has an id, a country, coordinates, and forms. A form is a way to write its name in one language.
 *  - The files of a stack lie above each other, the first one at the bottom. Of a place that several have, a later file
 *    adds forms, takes some away, and says anew what the place is; a form that it prefers is preferred instead of the one below.
 *  - Opening a file takes time that does not depend on its size: it is mapped into memory, and parts are read when they are needed.
 *    So files must not be written to or cut while they are open: the program would see other places, or get a SIGBUS
 *    from the system. To replace one, write another file and rename it, as norm-places does.
 *
 * A file holds no pointers and every number in it is checked when it is used. With a damaged file names may be missing or
 * wrong, and strings be no UTF-8, but nothing outside the file is read. norm_gazetteer_check() finds damage.
 */
#ifndef LIBNORM_GAZETTEER_H
#define LIBNORM_GAZETTEER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "context.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A stack of files: immutable, shared by threads. */
typedef struct norm_gazetteer norm_gazetteer;

/** What a form is to its place. Pinned values; new ones are only ever added. */
typedef enum norm_form_status {
	NORM_FORM_PREFERRED = 0, /**< How the newsroom writes it; at most one of a language. */
	NORM_FORM_VARIANT = 1,   /**< Another spelling in use. */
	NORM_FORM_HISTORIC = 2,  /**< A name of former times. */
	NORM_FORM_EXONYM = 3     /**< A name that others have for it. */
} norm_form_status;

/** A place. Strings are borrowed from the gazetteer. Fields are only ever added at the end. */
typedef struct norm_place {
	const char *id;      /**< "wd:Q1055", "ln:ml-tinzaouatene" …; the same in all files. */
	char country[3];     /**< ISO 3166-1 alpha-2, in capitals; empty for what is in no country or in several. */
	const char *feature; /**< country, region, area, state, capital, city, town, village, locality, camp, river, lake,
	                          mountain, desert, island, sea, continent or other. */
	double lat, lon;     /**< Decimal degrees, north and east; NAN when not known. */
	size_t form_count;   /**< At least 1. */
} norm_place;

/** A form. Strings are borrowed from the gazetteer. Fields are only ever added at the end. */
typedef struct norm_place_form {
	const char *text;     /**< UTF-8, NFC. */
	const char *language; /**< "fr", "en", "ar", or by their letters alone "und-Latn", "und-Arab". */
	norm_form_status status;
	const char *source;   /**< A name that data/SOURCES explains. */
} norm_place_form;

/** A form of a place, by number. The layout is pinned. */
typedef struct norm_place_name {
	uint32_t place;
	size_t form; /**< Index among the forms of the place. */
} norm_place_name;

/** How many files a stack may have. */
#define NORM_GAZETTEER_FILES_MAX 32

/**
 * Open gazetteer files.
 *
 * @param context  Its gazetteers lie at the bottom of the stack, see norm_context_set_gazetteer(). NULL: none.
 * @param files    `count` paths, the lowest first; may be NULL when `count` is 0. Copied.
 * @param ret      Receives the gazetteer; owned by the caller, see norm_gazetteer_free(). It does not need the context.
 * @param error    Receives the file and what is wrong with it; may be NULL.
 * @return #NORM_OK, #NORM_E_NOMEM, #NORM_E_MISUSE, #NORM_E_LIMIT for more than #NORM_GAZETTEER_FILES_MAX files or 2^32 - 1
 * places, or #NORM_E_DATA: the file cannot be read (#NORM_ERROR_UNREADABLE), is none (#NORM_ERROR_NOT_GAZETTEER), was made by a
 * machine of the other byte order (#NORM_ERROR_BYTE_ORDER) or by a library with other files (#NORM_ERROR_GAZETTEER_VERSION), is cut
 * (#NORM_ERROR_TRUNCATED) or damaged (#NORM_ERROR_DAMAGED).
 */
norm_status norm_gazetteer_open(const norm_context *context, const char *const *files, size_t count,
                                norm_gazetteer **ret, norm_error *error);

/**
 * Read all files whole and compare their checksums (CRC-32). Takes about a second for each gigabyte. Thread-safe.
 * @return #NORM_OK, #NORM_E_MISUSE or #NORM_E_DATA; `error`, which may be NULL, names the first file that is damaged.
 */
norm_status norm_gazetteer_check(const norm_gazetteer *gazetteer, norm_error *error);

/**
 * Places have numbers below this one. In a stack some of them have no place: those deleted or taken over by a file above.
 * 0 for NULL. Thread-safe, as all that follows.
 */
uint32_t norm_gazetteer_size(const norm_gazetteer *gazetteer);

/**
 * Place number `place`. In each file the places are sorted by id (bytes).
 * @return true and fills `ret`, or false when there is none of this number (`ret` untouched).
 */
bool norm_gazetteer_place(const norm_gazetteer *gazetteer, uint32_t place, norm_place *ret);

/**
 * Form number `index` of a place: to visit all, count up from 0 until there is none. Those that the same file has come by
 * language, then by text (bytes).
 * @return true and fills `ret`, or false when there is none (`ret` untouched).
 */
bool norm_gazetteer_form(const norm_gazetteer *gazetteer, uint32_t place, size_t index, norm_place_form *ret);

/**
 * The preferred form of a place in a language ("fr", "ar" …).
 * @return true and fills `ret`, or false when it has none (`ret` untouched).
 */
bool norm_gazetteer_preferred(const norm_gazetteer *gazetteer, uint32_t place, const char *language,
                              norm_place_form *ret);

/** The number of the place with this id. @return false when there is none (`ret` untouched). O(1) for each file. */
bool norm_gazetteer_by_id(const norm_gazetteer *gazetteer, const char *id, uint32_t *ret);

/**
 * All places that have this name, in whatever script and spelling it is known: case, accents, hyphens, apostrophes and spaces do
 * not matter, nor do marks, tatweel, seats of hamza and final ي and ة in Arabic. An article does.
 *
 * @param name   UTF-8 of `len` bytes; may be NULL when `len` is 0.
 * @param ret    Receives the first `max` forms found, those of the topmost file first; may be NULL when `max` is 0. A place
 *               comes more than once when several of its forms are spelt so.
 * @param total  Receives how many forms there are in all, which may be more than `max`.
 * @return #NORM_OK, also when there is none; #NORM_E_NOMEM or #NORM_E_MISUSE.
 */
norm_status norm_gazetteer_lookup(const norm_gazetteer *gazetteer, const char *name, size_t len, norm_place_name *ret,
                                  size_t max, size_t *total);

/** Free a gazetteer. NULL is allowed. What was borrowed from it ends with it. */
void norm_gazetteer_free(norm_gazetteer *gazetteer);

#ifdef __cplusplus
}
#endif
#endif
