/* SPDX-License-Identifier: MIT */
/**
 * @file translit.h
 * Scholarly transliteration of Arabic, by rule files of ICU. This header is not part of norm.h, and its functions are in a library
 * of their own, libnorm-translit: ICU's rules would nearly double the time that every program with libnorm takes to start.
 *
 * Schemes (data/translit says more, and names the source of each): "bgn-pcgn-1956", "ungegn-2017", "iso-233-2", "din-31635",
 * and "buckwalter", which is exactly reversible. Text with vowel marks gets its vowels; to text without them none are added. For
 * names as French newspapers write them see romanise.h.
 */
#ifndef LIBNORM_TRANSLIT_H
#define LIBNORM_TRANSLIT_H

#include <stdbool.h>
#include <stddef.h>

#include "status.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Transliterates texts: mutable, one per thread. */
typedef struct norm_translit norm_translit;

/** The most bytes of a text. */
#define NORM_TRANSLIT_MAX 65536

/**
 * Open a scheme.
 *
 * @param datadir  The directory that holds `translit/`, or NULL for the installed one.
 * @param scheme   The name of a file in it, without its ".txt". Any file of ICU rules will do.
 * @param reverse  From Latin to Arabic letters. Only "buckwalter" has rules for that; with the others nothing would change, so
 *                 they give #NORM_E_MISUSE.
 * @param ret      Receives the transliterator; owned by the caller, see norm_translit_free().
 * @param error    Receives file, line (counted from the last ";" that ICU has read) and what is wrong; may be NULL.
 * @return #NORM_OK, #NORM_E_NOMEM, #NORM_E_MISUSE, #NORM_E_LIBRARY (ICU, which is loaded here, is not there), or #NORM_E_DATA:
 * there is no such file (#NORM_ERROR_UNREADABLE), or its rules have an error (#NORM_ERROR_SYNTAX).
 */
norm_status norm_translit_new(const char *datadir, const char *scheme, bool reverse, norm_translit **ret,
                              norm_error *error);

/**
 * Transliterate a text. What is not in the script of the scheme stays as it is, in NFC.
 *
 * @param in   UTF-8 of `len` bytes; may be NULL when `len` is 0. Bytes that are no UTF-8 become U+FFFD.
 * @param ret  Receives the text, NUL-terminated; borrowed until the next call. @param ret_len  Receives its bytes.
 * @return #NORM_OK, #NORM_E_NOMEM, #NORM_E_LIMIT for more than #NORM_TRANSLIT_MAX bytes, #NORM_E_MISUSE, or #NORM_E_DATA
 * when the rules do not come to an end.
 */
norm_status norm_translit_write(norm_translit *translit, const char *in, size_t len, const char **ret, size_t *ret_len);

/** Free a transliterator. NULL is allowed. */
void norm_translit_free(norm_translit *translit);

#ifdef __cplusplus
}
#endif
#endif
