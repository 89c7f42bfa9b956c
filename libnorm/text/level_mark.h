/* SPDX-License-Identifier: MIT */
/*
 * For the level_….c files only: the marks of a paragraph. Reading the levels of a paragraph has three stages: find the
 * marks and the scripts between them (level_scan.c), see which belong together (level_quotes.c), build levels, sentences
 * and pieces (level.c). Words are counted where scripts mix (level_words.c), and languages found (level_language.c) when
 * they are asked for.
 */
#ifndef TEXT_LEVEL_MARK_H
#define TEXT_LEVEL_MARK_H

#include "text/level.h"

enum mark_kind {
	MARK_BORDER, /* a sentence begins */
	MARK_GUILLEMET,
	MARK_ANGLE,    /* ‹ › */
	MARK_DOUBLE,   /* “ ” „ ‟ */
	MARK_STRAIGHT, /* " */
	MARK_SINGLE,   /* ‘ ’ ‚ ‛ */
	MARK_TICK,     /* ' */
	MARK_ROUND,
	MARK_SQUARE,
	MARK_CURLY,
	MARK_KINDS
};

enum mark_role {
	ROLE_NONE,
	ROLE_OPENS,
	ROLE_CLOSES,
	ROLE_CLOSES_START, /* what has been open since the start of the paragraph */
};

struct mark {
	uint32_t at, cp;      /* cp: 0 for a border */
	uint32_t partner;     /* of an opener or closer: the other mark, or LEVEL_NONE */
	uint32_t next;        /* the next mark of the same kind, or LEVEL_NONE */
	uint8_t scripts;      /* LETTERS_… between the mark before and this one */
	uint8_t length;
	uint8_t kind;          /* enum mark_kind */
	uint8_t before, after; /* classes of the neighbours: enum letter_class */
	uint8_t role;          /* enum mark_role */
	bool after_stop;       /* since the end of a sentence there were spaces and closing marks only */
	bool paired;           /* it has a partner by shape alone */
	bool emoticon;         /* :( or ;-) */
	bool one_letter;       /* the word that ends here has one letter */
};

static inline enum mark_kind level_mark_kind(uint32_t cp)
{
	switch (cp) {
	case 0x00AB: case 0x00BB:
		return MARK_GUILLEMET;
	case 0x2039: case 0x203A:
		return MARK_ANGLE;
	case 0x201C: case 0x201D: case 0x201E: case 0x201F:
		return MARK_DOUBLE;
	case 0x2018: case 0x2019: case 0x201A: case 0x201B:
		return MARK_SINGLE;
	case '\'':
		return MARK_TICK;
	case '(': case ')':
		return MARK_ROUND;
	case '[': case ']':
		return MARK_SQUARE;
	case '{': case '}':
		return MARK_CURLY;
	default:
		return MARK_STRAIGHT;
	}
}

static inline bool mark_is_bracket(const struct mark *mark)
{
	return mark->kind >= MARK_ROUND;
}

static inline bool mark_is_single(const struct mark *mark)
{
	return mark->kind == MARK_SINGLE || mark->kind == MARK_TICK;
}

/* Fill levels->mark. Returns the scripts behind the last mark. */
unsigned level_scan(struct levels *levels);

/*
 * Whether a URL, a handle or an e-mail address goes on at a colon or an @, and where it ends: as in protect_web.c, but for
 * quotes and closing brackets, which always end it.
 */
bool level_is_address(const uint8_t *at, const uint8_t *end, bool behind_latin);
const uint8_t *level_address_end(const uint8_t *at, const uint8_t *end);

/* Set the roles and partners of all marks. Returns how many marks have ROLE_CLOSES_START. */
size_t level_pair(struct levels *levels);

/* The script, SCRIPT_…, of a sentence and of a level: rules 9 and 10 of level.h. */
unsigned level_sentence_script(struct levels *levels, struct sentence *sentence);
unsigned level_script(struct levels *levels, struct level *level);

/* The number of words of a level in its script. */
uint32_t level_word_count(struct levels *levels, struct level *level);

/* Reads a sentence, piece by piece. */
struct level_reader {
	const struct levels *levels;
	const uint8_t *at, *end;
	uint32_t piece;
};

void level_reader_enter(struct level_reader *reader, uint32_t piece);
/* Go to the next piece of the sentence; false if there is none. */
bool level_reader_next(struct level_reader *reader);

#endif
