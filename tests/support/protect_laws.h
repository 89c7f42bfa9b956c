/* SPDX-License-Identifier: MIT */
/* What holds for the protected spans of every text. */
#ifndef SUPPORT_PROTECT_LAWS_H
#define SUPPORT_PROTECT_LAWS_H

#include <stddef.h>

/*
 * Spans are sorted, do not overlap and keep to the borders of characters. They are the same in the text without letter
 * case, in its parts (NFD), and in what is left when digits, quotes, dashes and spaces are folded, and marks and all
 * spaces of a run but one deleted. NULL where that holds, and otherwise what is wrong.
 */
const char *law_protect(const void *text, size_t len);

#endif
