/* SPDX-License-Identifier: MIT */
/*
 * Which way Arabic letters are written: three that stand side by side, as they were counted in news
 * (data/languages/letter-order.tsv). gen_letter_order.c writes the table at build time.
 */
#ifndef REPAIR_LETTER_ORDER_H
#define REPAIR_LETTER_ORDER_H

#include <stdint.h>

/* U+0621-U+063A and U+0641-U+064A are classes by themselves. */
enum {
	LETTER_ORDER_EDGE, /* what is no Arabic letter: the border of a word */
	LETTER_ORDER_LETTERS = 36,
	LETTER_ORDER_OTHER, /* letters that Arabic does not have, ligatures: they say nothing */
	LETTER_ORDER_CLASSES,
	LETTER_ORDER_BIT = 8, /* evidence is in eighths of a bit */
};

/*
 * By the class before a letter, that of the letter, and the one behind: the binary logarithm of how much more likely they are
 * the other way round. The sum over the letters of a word is that of the word. Turned round it is the same with the other sign.
 */
extern const int8_t letter_order[LETTER_ORDER_CLASSES][LETTER_ORDER_CLASSES][LETTER_ORDER_CLASSES];

/*
 * What ends with two bytes of UTF-8, by the row of the first and the second: the class of a letter, LETTER_ORDER_EDGE for ASCII, what
 * the leads C2 to C5 begin, signs and digits of Arabic, or one of these.
 */
enum { LETTER_ORDER_PASSED = LETTER_ORDER_CLASSES, LETTER_ORDER_UNKNOWN /* also LINE FEED */ };
enum { LETTER_ORDER_D8, LETTER_ORDER_D9, LETTER_ORDER_LATIN, LETTER_ORDER_NO_LEAD, LETTER_ORDER_LEADS };
extern const uint8_t letter_order_leads[256];
extern const uint8_t letter_order_ends[LETTER_ORDER_LEADS][256];

/* The class of a letter of Arabic; LETTER_ORDER_EDGE for everything else. */
static inline unsigned letter_order_class(uint32_t cp)
{
	if (cp >= 0x0621 && cp <= 0x063A)
		return cp - 0x0620;
	return cp >= 0x0641 && cp <= 0x064A ? cp - 0x0641 + 27 : LETTER_ORDER_EDGE;
}

/* The letter of a class that is one letter. */
static inline uint32_t letter_order_character(unsigned class)
{
	return class < 27 ? class + 0x0620 : class - 27 + 0x0641;
}

/* Marks and tatweel, which may stand between any letters. */
static inline int letter_order_passes(uint32_t cp)
{
	return cp == 0x0640 || (cp >= 0x064B && cp <= 0x065F) || cp == 0x0670;
}

/* Signs and digits of Arabic, which stand between words as others do. */
static inline int letter_order_is_sign(uint32_t cp)
{
	return cp < 0x0610 || (cp >= 0x061B && cp < 0x0620) || (cp >= 0x0660 && cp < 0x066E);
}

#endif
