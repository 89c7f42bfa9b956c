/* SPDX-License-Identifier: MIT */
/* Libraries that are loaded when they are needed first, as few programs need them and loading them takes long. */
#ifndef BASE_LIBRARY_H
#define BASE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

/* A function, and where in a table the pointer to it stands. */
struct library_function {
	const char *name;
	size_t at;
};

/* The text of what a macro stands for: headers of ICU rename its functions ("ucnv_open_72"). */
#define LIBRARY_TEXT(macro) LIBRARY_TEXT_OF(macro)
#define LIBRARY_TEXT_OF(word) #word

/* A function of which the pointer in the table has the same name. */
#define LIBRARY_FUNCTION(table, function) {LIBRARY_TEXT(function), offsetof(table, function)}

/*
 * Load the library `name` and write pointers to `count` functions of it, or of libraries that it needs itself, to `table`. Returns
 * false where it is not there or lacks one of them. It stays loaded for ever: libraries have caches of their own, which would be
 * lost with each that is unloaded. Thread-safe.
 */
bool library_load(const char *name, const struct library_function *functions, size_t count, void *table);

#endif
