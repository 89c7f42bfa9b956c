/* SPDX-License-Identifier: MIT */
/*
 * Counts of characters as they are made: plain arrays, for a table is slower to reach than a letter to read. They are put
 * into a tally when a file, or as much of it as one thread reads, is over.
 */
#ifndef REPORT_COUNTS_H
#define REPORT_COUNTS_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <libnorm/norm.h>

#include "report/characters.h"
#include "report/segments.h"
#include "report/styles.h"
#include "report/tally.h"

#define COUNTS_LANGUAGES 16u /* more than there are */
enum { COUNTS_LATIN = 0x100, COUNTS_ARABIC = 0x340, COUNTS_GENERAL = 0x70, COUNTS_SCRIPTS = 256 };

/* The place of two bytes in an array of COUNTS_ARABIC, if they are a character of the block Arabic; else it is COUNTS_ARABIC or more. */
static inline unsigned counts_arabic_bytes(const char *at)
{
	uint16_t bytes;
	memcpy(&bytes, at, sizeof bytes);
	return be16toh(bytes) - 0xD880u;
}

/* That of a code point, from U+0600 to U+06FF. */
static inline unsigned counts_arabic_place(uint32_t cp)
{
	return (((cp >> 6) - 0x18) << 8) + (cp & 0x3F);
}

struct counts {
	uint64_t characters, letters;
	uint64_t latin[COUNTS_LATIN];     /* by code point; nothing is counted of what is plain */
	uint64_t arabic[COUNTS_ARABIC];   /* by counts_arabic_place() */
	uint64_t general[COUNTS_GENERAL]; /* by code point, from U+2000 on */
	uint64_t form_a, form_b;           /* Arabic presentation forms */
	uint64_t script_letters[COUNTS_SCRIPTS], script_runs[COUNTS_SCRIPTS];
	uint64_t sentences[COUNTS_LANGUAGES], language_letters[COUNTS_LANGUAGES], language_bytes[COUNTS_LANGUAGES];
	uint64_t styles[TRAIT_COUNT][COUNTS_LANGUAGES][STYLES_MAX];
	uint8_t script; /* of the run at hand */
	/* What stands above is counted for each tally anew. */
	struct tally *tally; /* of what is rare */
	unsigned sections;   /* those that are wanted: 1 << SECTION_… */
	/*
	 * Called with a use of a style of which examples are still wanted: how many of each in a tally. False: no later tally wants one,
	 * and nobody asks again.
	 */
	uint64_t examples_max;
	bool (*show)(void *user, const struct style_use *use, norm_language language, const char *at, size_t len);
	bool is_arabic_letter[COUNTS_ARABIC]; /* by counts_arabic_place() */
	bool has_all[TRAIT_COUNT][COUNTS_LANGUAGES][STYLES_MAX];
	void *user;
};

void counts_init(struct counts *counts);
/* Count into this tally from now on; all counts are 0. */
void counts_start(struct counts *counts, struct tally *tally);
/* A text begins: what stood before it is not beside it. */
void counts_text(struct counts *counts);
/* Whole paragraphs of valid UTF-8, and what segments_read() has said of them; without segments no style and no language is counted. */
void counts_add(struct counts *counts, const char *text, size_t len, const struct segments *segments);
/* Put all into the tally. */
void counts_end(struct counts *counts);

#endif
