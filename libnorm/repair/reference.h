/* SPDX-License-Identifier: MIT */
/* Character references of HTML: &eacute; &#233; &#xE9; and the numbers of Windows, &#146;. */
#ifndef REPAIR_REFERENCE_H
#define REPAIR_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "repair/entity_table.h"

enum { REFERENCE_MAX = ENTITY_NAME_MAX }; /* characters between & and ; */

enum reference_kind {
	REFERENCE_NONE,       /* no reference */
	REFERENCE_CHARACTER,  /* stands for a character, or two */
	REFERENCE_IMPOSSIBLE, /* for what no text holds: a control, the end of a line, a surrogate, a noncharacter */
};

/* What `text`, `len` ASCII characters that stand between & and ;, is. Where there is one character, cps[1] is 0. */
enum reference_kind reference_read(const char *text, size_t len, uint32_t cps[2]);

/* What `text` stands for, if it is a name that needs no semicolon; else 0. */
uint32_t reference_read_open(const char *text, size_t len);

/*
 * An ASCII character that references, tags and code are made of, or what Unicode holds to be the same with or without a mark
 * on it; other characters as they are.
 */
uint32_t reference_fold(uint32_t cp);

/* What may stand between & and ;. */
bool reference_has(uint32_t cp);

/* Whether a text may hold this character, and a repair may put it in: see REFERENCE_IMPOSSIBLE. */
bool reference_may_make(uint32_t cp);

#endif
