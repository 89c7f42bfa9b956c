/* SPDX-License-Identifier: MIT */
/*
 * What is compared: words, numbers and marks, each with the gap in front of it. A gap is what no reader reads: spaces,
 * ends of lines, invisible characters. Elided words (l’, qu’) are tokens of their own, and so are hyphens, so that a
 * difference in one part of a compound is isolated.
 */
#ifndef COMPARE_TOKEN_H
#define COMPARE_TOKEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What is longer is no word of a language, but data; it is cut, so that its parts can be the same. */
enum { WORD_BYTES_MAX = 4096 };

enum token_kind {
	TOKEN_WORD,   /* letters, with the digits and marks among them */
	TOKEN_NUMBER, /* digits, with what separates groups and decimals between them */
	TOKEN_MARK,   /* one sign, or a row of full stops */
	TOKEN_END,    /* no core: the gap at the end of the text */
};

struct token {
	const char *gap, *core, *end; /* [gap, core) and [core, end) */
	enum token_kind kind;
};

/* Must be called once before the first token is read. */
void token_init(void);
/* Read the token whose gap starts at `gap`. The text is valid UTF-8. */
void token_read(const char *gap, const char *end, struct token *ret);

#endif
