/* SPDX-License-Identifier: MIT */
/*
 * Texts on one line in which everything can be seen: \n \t \r \0 \\ \xHH \u{XXXX}, and \u{XXXX*N} for a character
 * N times. \e is nothing: it shows that a text is empty. What is invisible, what joins the letter before it and what is
 * no character is escaped when it is printed.
 */
#ifndef SUPPORT_ESCAPE_H
#define SUPPORT_ESCAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/buffer.h"

/* Append what the `len` bytes of `line` stand for. False when an escape is none of those above. */
bool escape_read(const char *line, size_t len, struct buffer *out);

/* Print `len` bytes so that escape_read() gives them back. */
void escape_print(FILE *file, const void *text, size_t len);

#endif
