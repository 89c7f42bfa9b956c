/* SPDX-License-Identifier: MIT */
/**
 * @file gazetteer_builder.h
 * Make the files that gazetteer.h opens, of tables that people edit, and say what is wrong in these.
 *
 * A table is UTF-8 text with a form of a place on each line, nine columns with tabs between them:
 *
 *     id  country  feature  lat  lon  lang  form  status  source
 *
 *  - id: letters and digits of ASCII, and `:._-`; the same on all rows of a place.
 *  - country: ISO 3166-1 alpha-2, in capitals; empty for what is in no country. feature: see norm_place::feature.
 *  - lat, lon: decimal degrees, north and east; both may be empty on all rows but one.
 *  - lang: fr, en, ar, or by the letters alone und-Latn or und-Arab.
 *  - form: the name, in NFC; letters of the script of its language, digits, single spaces, hyphens, apostrophes, full stops, commas,
 *    ampersands; up to 200 characters. One letter or digit at least has to be of a script that names are looked up in.
 *  - status: preferred (one for each place and language), variant, historic, exonym; or deleted: the form is taken away from what files
 *    below this one say, and without a form all that they say of the place. A deleted row needs no country, feature and source.
 *  - source: where the form is attested, a name that data/SOURCES explains; up to 255 different ones.
 *
 * Blank lines and those that begin with `#` are no rows, and the first row may hold the names of the columns. Rows of a
 * place may stand anywhere, in several tables. Where the same form is there twice, the later row counts.
 */
#ifndef LIBNORM_GAZETTEER_BUILDER_H
#define LIBNORM_GAZETTEER_BUILDER_H

#include <stdbool.h>
#include <stddef.h>

#include "status.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A builder: mutable, for one thread. It needs about 110 bytes for each row while it writes, less before. */
typedef struct norm_gazetteer_builder norm_gazetteer_builder;

/**
 * Called for each thing that is wrong in a table. Borrowed for the call.
 *
 * @param finding  File, line and what is wrong; norm_error_format() says it. The name of the column, where it is about one
 *                 cell, is in `section`.
 * @param is_error  The row is left out and nothing can be written; else it is only doubtful (a form that stands there twice,
 *                  a name that seems translated).
 */
typedef void norm_gazetteer_visitor(void *user, const norm_error *finding, bool is_error);

/** Receives the file piece by piece. @return #NORM_OK to go on; anything else stops it. */
typedef norm_status norm_gazetteer_sink(void *user, const void *bytes, size_t len);

/**
 * Create a builder.
 *
 * @param visit  Called with each finding, from within the functions below; may be NULL. @param user  Handed to `visit`.
 * @param ret    Receives the builder; owned by the caller, see norm_gazetteer_builder_free().
 * @return #NORM_OK, #NORM_E_NOMEM or #NORM_E_MISUSE.
 */
norm_status norm_gazetteer_builder_new(norm_gazetteer_visitor *visit, void *user, norm_gazetteer_builder **ret);

/**
 * Begin a table; the one before ends.
 *
 * @param file  Its name, for messages. Copied.
 * @return #NORM_OK, #NORM_E_NOMEM, #NORM_E_MISUSE, or #NORM_E_LIMIT for more than 65,535 tables.
 */
norm_status norm_gazetteer_builder_begin(norm_gazetteer_builder *builder, const char *file);

/**
 * Read a piece of the table, cut anywhere, also inside a character. `text` may be NULL when `len` is 0. Lines over
 * 4,096 bytes are a finding, and take no more memory than that.
 *
 * @return #NORM_OK, also where rows are wrong; #NORM_E_NOMEM, #NORM_E_MISUSE, or #NORM_E_LIMIT when strings pass 4 GiB or rows
 * 2^32 - 1. After a failure the builder returns the same status.
 */
norm_status norm_gazetteer_builder_add(norm_gazetteer_builder *builder, const char *text, size_t len);

/**
 * End the last table, look at places as a whole, and write the file; the same tables give the same file.
 * Afterwards only norm_gazetteer_builder_free() is allowed.
 *
 * @param sink   Receives the file; NULL: only look. @param user  Handed to `sink`.
 * @param error  Receives the first finding that is an error; may be NULL.
 * @return #NORM_OK, #NORM_E_NOMEM, #NORM_E_MISUSE, #NORM_E_LIMIT, #NORM_E_SINK, or #NORM_E_DATA when there was an error in a table:
 * then nothing is written.
 */
norm_status norm_gazetteer_builder_write(norm_gazetteer_builder *builder, norm_gazetteer_sink *sink, void *user,
                                         norm_error *error);

/** Free a builder. NULL is allowed. */
void norm_gazetteer_builder_free(norm_gazetteer_builder *builder);

#ifdef __cplusplus
}
#endif
#endif
