/* SPDX-License-Identifier: MIT */
/*
 * The Unicode data that the library works with: constant tables, written at build time by
 * gen_tables.c from the data of utf8proc and ICU, neither of which is needed at run time.
 * utf8proc is the authority for normal forms, case, combining classes and categories; ICU for
 * scripts, the two binary properties below and the ASCII equivalents of Latin letters.
 */
#ifndef UNICODE_TABLES_H
#define UNICODE_TABLES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* The version of the Unicode data of utf8proc ("15.0.0"). */
extern const char unicode_version[];

enum { CPMAP_PAGES = 0x110000 >> 8 };

/* A constant map from code points to short sequences of code points. */
struct cpmap {
	const uint8_t *pages;         /* CPMAP_PAGES: the row of `cells` for cp >> 8; row 0 is empty */
	const uint16_t (*cells)[256]; /* by cp & 0xFF: where the sequence starts in `pool`, 0 when absent */
	const uint32_t *pool;         /* at each start: the length, then the code points */
};

/*
 * Look `cp`, below 0x110000, up. Returns the length of its sequence, 0 to 18, and lends the sequence
 * in `*ret`; or returns -1 and leaves `*ret` alone when the map does not hold it.
 */
static inline int cpmap_get(const struct cpmap *map, uint32_t cp, const uint32_t **ret)
{
	uint16_t start = map->cells[map->pages[cp >> 8]][cp & 0xFF];
	if (!start)
		return -1;
	*ret = map->pool + start + 1;
	return (int)map->pool[start];
}

static inline bool cpmap_has(const struct cpmap *map, uint32_t cp)
{
	return map->cells[map->pages[cp >> 8]][cp & 0xFF];
}

/* Full decompositions, in canonical order. Hangul syllables are not in the maps: see normal_decompose(). */
extern const struct cpmap unicode_nfd;
extern const struct cpmap unicode_nfkd;
/* Full case folding (C + F of CaseFolding.txt), the same in every locale. */
extern const struct cpmap unicode_casefold;

/*
 * The ASCII letters a Latin letter stands for, with its case kept: one letter in latin_accents
 * (é→e, ø→o, ł→l), two or more in latin_ligatures (œ→oe, ß→ss, þ→th). Both are closed under canonical
 * equivalence: where the base of a letter is no ASCII letter, latin_accents has the base (ǽ→æ, ǯ→ʒ) and
 * latin_ligatures leaves the accent (ǽ→aé). Letters that differ from others by their formatting only
 * (ª, ⓐ, 𝐚, ａ) are in neither, nor are combining marks.
 */
extern const struct cpmap latin_accents;
extern const struct cpmap latin_ligatures;

/*
 * The code points of Arabic Presentation Forms A and B (FB50–FDFF, FE70–FEFF) that have a
 * compatibility decomposition: the NFKC of that one character, unedited. So the isolated marks have
 * their SPACE or TATWEEL in front, and a word ligature is the whole phrase.
 */
extern const struct cpmap arabic_forms;

/*
 * The primary composites, without Hangul syllables, as a hash table with open addressing: an entry is
 * in the slot of its hash or behind it, with no free slot (`composite` is 0) between them.
 */
struct unicode_composite {
	uint32_t first, second, composite;
};

#define UNICODE_COMPOSITE_BITS 11 /* enough for about twice the entries */
#define UNICODE_COMPOSITE_SLOTS (1u << UNICODE_COMPOSITE_BITS)

extern const struct unicode_composite unicode_composites[UNICODE_COMPOSITE_SLOTS];

/* The slot at which the search for a pair starts. */
static inline uint32_t unicode_composite_slot(uint32_t first, uint32_t second)
{
	return ((first ^ second << 11) * 0x9E3779B1u) >> (32 - UNICODE_COMPOSITE_BITS);
}

/* The primary composite of two code points, or 0. Hangul is left to normal_compose_pair(). */
static inline uint32_t unicode_compose(uint32_t first, uint32_t second)
{
	uint32_t slot = unicode_composite_slot(first, second);
	const struct unicode_composite *at = &unicode_composites[slot];
	while (at->composite && (at->first != first || at->second != second))
		at = &unicode_composites[slot = (slot + 1) % UNICODE_COMPOSITE_SLOTS];
	return at->composite;
}

/* General categories. */
enum unicode_category {
	UNICODE_CN, /* not assigned */
	UNICODE_LU,
	UNICODE_LL,
	UNICODE_LT,
	UNICODE_LM,
	UNICODE_LO,
	UNICODE_MN,
	UNICODE_MC,
	UNICODE_ME,
	UNICODE_ND,
	UNICODE_NL,
	UNICODE_NO,
	UNICODE_PC,
	UNICODE_PD,
	UNICODE_PS,
	UNICODE_PE,
	UNICODE_PI,
	UNICODE_PF,
	UNICODE_PO,
	UNICODE_SM,
	UNICODE_SC,
	UNICODE_SK,
	UNICODE_SO,
	UNICODE_ZS,
	UNICODE_ZL,
	UNICODE_ZP,
	UNICODE_CC,
	UNICODE_CF,
	UNICODE_CS,
	UNICODE_CO
};

/* Scripts that the library tells apart; all the others are UNICODE_SCRIPT_OTHER. At most 16. */
enum unicode_script {
	UNICODE_SCRIPT_OTHER,
	UNICODE_SCRIPT_COMMON,
	UNICODE_SCRIPT_INHERITED,
	UNICODE_SCRIPT_LATIN,
	UNICODE_SCRIPT_ARABIC,
	UNICODE_SCRIPT_GREEK,
	UNICODE_SCRIPT_CYRILLIC,
	UNICODE_SCRIPT_HEBREW,
	UNICODE_SCRIPT_SYRIAC,
	UNICODE_SCRIPT_THAANA,
	UNICODE_SCRIPT_NKO,
	UNICODE_SCRIPT_TIFINAGH,
	UNICODE_SCRIPT_HAN
};

/* The properties of a code point in one word: two fields at fixed places, then single bits. */
#define UNICODE_CCC_MASK 0xFFu
#define UNICODE_CATEGORY_SHIFT 8 /* 5 bits */
#define UNICODE_SCRIPT_SHIFT 13  /* 4 bits */
#define UNICODE_IGNORABLE (1u << 17)
#define UNICODE_COMPOSES_BACK (1u << 18)
#define UNICODE_WHITE_SPACE (1u << 19)
#define UNICODE_NFD_CHANGES (1u << 20)  /* has a canonical decomposition; Hangul syllables too */
#define UNICODE_NFKD_CHANGES (1u << 21) /* has a canonical or compatibility decomposition */
#define UNICODE_NFC_CHANGES (1u << 22)  /* is something else in NFC, whatever is around it */
#define UNICODE_NFKC_CHANGES (1u << 23)

#define UNICODE_PROP_SHIFT 7

extern const uint16_t unicode_prop_blocks[0x110000 >> UNICODE_PROP_SHIFT];
extern const uint32_t unicode_prop_cells[][1 << UNICODE_PROP_SHIFT];

/* All properties of `cp`, which must be below 0x110000. */
static inline uint32_t unicode_props(uint32_t cp)
{
	return unicode_prop_cells[unicode_prop_blocks[cp >> UNICODE_PROP_SHIFT]][cp & ((1u << UNICODE_PROP_SHIFT) - 1)];
}

/* Canonical combining class, 0 to 255. */
static inline unsigned unicode_ccc(uint32_t cp)
{
	return unicode_props(cp) & UNICODE_CCC_MASK;
}

static inline enum unicode_category unicode_category(uint32_t cp)
{
	return (enum unicode_category)(unicode_props(cp) >> UNICODE_CATEGORY_SHIFT & 0x1F);
}

static inline enum unicode_script unicode_script(uint32_t cp)
{
	return (enum unicode_script)(unicode_props(cp) >> UNICODE_SCRIPT_SHIFT & 0x0F);
}

/* Default_Ignorable_Code_Point. */
static inline bool unicode_is_ignorable(uint32_t cp)
{
	return unicode_props(cp) & UNICODE_IGNORABLE;
}

/* Can `cp`, or what it begins with when it is decomposed, be the second of a primary composite, with Hangul: is it NFC_Quick_Check=Maybe? */
static inline bool unicode_composes_back(uint32_t cp)
{
	return unicode_props(cp) & UNICODE_COMPOSES_BACK;
}

/* White_Space. */
static inline bool unicode_is_white_space(uint32_t cp)
{
	return unicode_props(cp) & UNICODE_WHITE_SPACE;
}

#endif
