/* SPDX-License-Identifier: MIT */
/* A short piece of text for people to read: nothing in it is invisible, and it cannot scramble the line. */
#ifndef COMMON_EXCERPT_H
#define COMMON_EXCERPT_H

#include <stdbool.h>

#include "common/bytes.h"

/*
 * Append the text in quotation marks and its code points: "a<U+00A0>b" (U+0061 U+00A0 U+0062). Spaces,
 * controls, marks and other characters that do not show stand as <U+XXXX>, bytes that are not UTF-8 as
 * <XX>. A long text is cut. With `isolate` the quoted text is wrapped in FSI … PDI, so that a terminal which
 * lays out right-to-left text keeps the rest of the line in order.
 */
void excerpt_append(struct bytes *bytes, const char *text, size_t len, bool isolate);
/* The same without the code points behind it. */
void excerpt_append_quoted(struct bytes *bytes, const char *text, size_t len, bool isolate);

/*
 * Append the start and the end of a text that takes more than `columns`, with an ellipsis between them, else all of it,
 * to be read as running text: spaces of all kinds are spaces, and marks and joiners stay with their letters. What would
 * scramble the line, like bidirectional controls, is written as above. @return the columns taken, at most `columns`
 * and those of one character written so.
 */
int excerpt_append_line(struct bytes *bytes, const char *text, size_t len, int columns, bool isolate);

#endif
