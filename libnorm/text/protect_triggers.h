/* SPDX-License-Identifier: MIT */
/*
 * For protect.c and gen_triggers.c only: which pairs of bytes are worth a look. The tables are written at build time by
 * gen_triggers.c.
 */
#ifndef TEXT_PROTECT_TRIGGERS_H
#define TEXT_PROTECT_TRIGGERS_H

#include <stdbool.h>
#include <stdint.h>

#include "unicode/find.h"

/* Classes of the second byte of a pair. */
enum {
	NEXT_LETTER = 1 << 0,
	NEXT_N = 1 << 1, /* a letter, too */
	NEXT_DIGIT = 1 << 2,
	NEXT_BLANK = 1 << 3,
	NEXT_DASH = 1 << 4,
	NEXT_QUOTE = 1 << 5, /* ' " */
	NEXT_OTHER = 1 << 6, /* the rest of ASCII */
	NEXT_HIGH = 1 << 7,  /* not ASCII */
	NEXT_A = 1 << 8,     /* A0–AF: behind D9 a digit … */
	NEXT_B = 1 << 9,     /* B0–BF: … behind DB, too, and behind C2 superscripts and ´ */
	NEXT_COLON = 1 << 10, /* among the rest of ASCII, too */
	NEXT_INK = NEXT_LETTER | NEXT_DIGIT | NEXT_DASH | NEXT_QUOTE | NEXT_OTHER | NEXT_HIGH,
	NEXT_NAME = NEXT_LETTER | NEXT_DIGIT | NEXT_OTHER | NEXT_HIGH
};

enum { NAME_LETTERS = 4 }; /* of the longest top-level domain or suffix of a file */

struct trigger_tables {
	uint16_t first[256];        /* the classes of bytes that make a trigger of this one, when they follow it */
	uint16_t next[256];         /* the classes of this byte */
	struct find_pair_set pairs; /* holds all triggers and some pairs that are none */
	/* By length less one and first letter, bits of the second letters: how domains and suffixes of files begin. */
	uint32_t names[NAME_LETTERS][26];
};

extern const struct trigger_tables trigger_tables;

static inline bool triggers_has(uint8_t first, uint8_t next)
{
	return trigger_tables.first[first] & trigger_tables.next[next];
}

#endif
