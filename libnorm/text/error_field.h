/* SPDX-License-Identifier: MIT */
/* The texts in norm_error. */
#ifndef TEXT_ERROR_FIELD_H
#define TEXT_ERROR_FIELD_H

#include <stddef.h>

/* Copy `text` into a field of `size` bytes, cut at a character. */
void error_field(char *field, size_t size, const char *text);
/* The same of `len` bytes, which hold no NUL. */
void error_field_bytes(char *field, size_t size, const char *text, size_t len);

/* Append `word` to a list in a field, behind ", ". Where one does not fit, the list ends with "…". */
void error_list(char *field, size_t size, const char *word);

/* Why a file cannot be read, of the reasons a user can do something about: marked for translation. `number` is errno. */
const char *error_reason(int number);

#endif
