/* SPDX-License-Identifier: MIT */
/* A name as the symbols that the models read, see romanise_score.h. */
#ifndef PLACES_ROMANISE_SYMBOLS_H
#define PLACES_ROMANISE_SYMBOLS_H

#include <stddef.h>

#include "base/cpbuf.h"

/* Marks the symbols that are no letters of the script, which stand for themselves. */
#define ROMANISE_LITERAL 0x80000000u

/* Both append the symbols of a name, none for one of blanks and marks; memory may run out (`ret->failed`). */
void romanise_arabic_symbols(const char *name, size_t len, struct cpbuf *ret);
void romanise_latin_symbols(const char *name, size_t len, struct cpbuf *ret);

#endif
