/* SPDX-License-Identifier: MIT */
/* What popt leaves to do: glued optional values, messages in the user's language, a help page that lines up. */
#ifndef COMMON_OPTIONS_H
#define COMMON_OPTIONS_H

#include <popt.h>

#include "common/bytes.h"

/* Returned by options_next() at the end of the options and, after a message, for a wrong one. */
enum { OPTIONS_END = -1, OPTIONS_BAD = -2 };

/*
 * popt takes the next argument for an optional value, so "-i file" would lose its file. Where an option whose value is
 * optional (POPT_ARGFLAG_OPTIONAL) has its value glued on, or none, write it as --LONG=VALUE, which popt reads as meant.
 * @return a new argv, NULL-terminated, to be freed with options_free(); its length in `ret_argc`.
 */
char **options_glue(int argc, char **argv, const struct poptOption *table, int *ret_argc);
void options_free(char **argv);

/* The option of a table that popt returns as `val`, or NULL. */
const struct poptOption *options_find(const struct poptOption *table, int val);

/* The `val` of the next option. The wrong option is named and --help is pointed at. */
int options_next(poptContext popt);
/* "Try 'norm-convert --help'." */
void options_hint(void);

/* Append the help text of a table, in groups (POPT_ARG_INCLUDE_TABLE entries with a heading), for `columns`. */
void options_append_help(struct bytes *bytes, const struct poptOption *table, int columns);

#endif
