/* SPDX-License-Identifier: MIT */
/* Laying out text by the columns it takes on a screen, which are neither its bytes nor its code points. */
#ifndef COMMON_WIDTH_H
#define COMMON_WIDTH_H

#include "common/bytes.h"

/* Columns that a text takes. */
int width_of(const char *text);
/* Append a text and fill up with spaces to `columns`. */
void width_pad(struct bytes *bytes, const char *text, int columns);
/*
 * Append a text, broken between words so that lines end before column `columns`; the text starts at
 * column `indent`, as do the lines that follow. No final newline.
 */
void width_wrap(struct bytes *bytes, const char *text, int indent, int columns);
/* Append a text with a space in each word that takes more than so many columns, for those who then break it into lines. */
void width_part_words(struct bytes *bytes, const char *text, int most);
/* Append so many spaces. */
void width_spaces(struct bytes *bytes, int count);
/* The columns of standard output: of the terminal, or 100. */
int width_of_output(void);

#endif
