/* SPDX-License-Identifier: MIT */
/*
 * For the level_….c files only: the marks of a paragraph, between which there is nothing but words. Reading the levels
 * of a paragraph has three stages: find the marks and count the words between them (level_scan.c), see which belong
 * together (level_quotes.c), build levels, sentences and pieces (level.c). Languages are found when they are asked for
 * (level_language.c).
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
	uint32_t at, cp;      /* cp as seen; 0 for a border */
	uint32_t partner;     /* of an opener or closer: the other mark, or LEVEL_NONE */
	uint32_t next;        /* the next mark of the same kind, or LEVEL_NONE */
	struct word_count words; /* between the mark before and this one */
	uint8_t length;
	uint8_t kind;          /* enum mark_kind */
	uint8_t before, after; /* classes of the neighbours, a quote being one of CLASS_OPEN, CLASS_CLOSE or CLASS_QUOTE */
	uint8_t letters;       /* of the word that ends at the mark; 0 if none does */
	uint8_t role;          /* enum mark_role */
	bool after_stop;       /* since the end of a sentence there were spaces and closing marks only */
	bool paired;           /* it has a partner by shape alone */
	bool emoticon;         /* :( or ;-) */
};

static inline bool mark_is_bracket(const struct mark *mark)
{
	return mark->kind >= MARK_ROUND;
}

static inline bool mark_is_single(const struct mark *mark)
{
	return mark->kind == MARK_SINGLE || mark->kind == MARK_TICK;
}

/* Fill levels->mark. Returns the words behind the last mark. */
struct word_count level_scan(struct levels *levels);

/* Set the roles and partners of all marks. Returns how many marks have ROLE_CLOSES_START. */
size_t level_pair(struct levels *levels);

/* The script that rules a sentence: see rule 9 of level.h. */
static inline unsigned word_count_script(const struct word_count *words)
{
	unsigned best = words->lead ? words->lead : words->first;
	for (unsigned script = SCRIPT_LATIN; best && script < SCRIPT_COUNT; script++)
		if (script != best && words->of[script] > 2 * words->of[best])
			best = script;
	return best;
}

static inline void word_count_add(struct word_count *to, const struct word_count *from)
{
	for (unsigned script = SCRIPT_LATIN; script < SCRIPT_COUNT; script++)
		to->of[script] += from->of[script];
	if (!to->first)
		to->first = from->first;
	if (!to->lead)
		to->lead = from->lead;
	to->foreign |= from->foreign;
}

#endif
