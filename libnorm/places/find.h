/* SPDX-License-Identifier: MIT */
/*
 * Names of places in a text, in two stages. Spelling (find_scan.c, find_start.c): every stretch that spells a key of the
 * gazetteer where a name may stand, leftmost and longest. Judgement (find_judge.c): which of them are places, which place each is
 * meant, and how sure that is; names around tell the country.
 */
#ifndef PLACES_FIND_H
#define PLACES_FIND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "libnorm/gazetteer.h"
#include "places/find_walk.h"
#include "unicode/find.h"

/* What stands before a name in its word, and is no part of it. */
enum find_prefix {
	FIND_NO_PREFIX,
	FIND_CLITIC,      /* و ب ل ف ك */
	FIND_ARTICLE,     /* ال that the name does not have; with or without clitics */
	FIND_CONTRACTION, /* the article of the name is part of another word: du Caire, للجزائر */
};

/* A stretch that spells a key. */
struct find_hit {
	uint64_t hash; /* of the key, as cue_find() wants it */
	uint32_t start, end;
	uint32_t value; /* of the trie number `layer` */
	uint32_t shared; /* files below that one which have the key, too, a bit each */
	const char *by;  /* letters of the key that the text does not hold: the article in `du` */
	uint16_t letters;
	uint16_t stripped; /* bytes of its word in front of it: clitics, the article */
	uint8_t layer, words, prefix;
	bool arabic;
	/* What was judged: */
	uint16_t key_kinds; /* CUE_AMBIGUOUS … */
	bool counted;     /* it has told its country */
	bool cued, led;   /* words in front of it say that a place follows, or may well follow, */
	bool body;        /* or that it is part of the name of a body */
	uint16_t nation;  /* the country whose adjective stands in front of it; 0: none */
	bool several;     /* more than one place has the name */
	bool local;       /* words in front of it are those of towns and divisions */
	bool listed;      /* it stands behind the hit before it, with an "and" */
	bool inside;      /* what follows says in what it lies */
	int16_t context;  /* what stands around says, in tenths of a nat */
	int16_t score;    /* all that was said, apart from countries */
	uint16_t country; /* of the place: its two letters in one number, 0: none */
	uint8_t home;         /* the layer of its form */
	uint32_t place, form; /* of the stack; the form that of the layer until all was judged */
	float confidence; /* 0: no place */
};

struct find_hits {
	struct find_hit *at;
	size_t len, cap;
	bool failed; /* memory ran out: sticky until they are cleared */
};

struct find_text {
	const norm_gazetteer *gazetteer;
	const uint8_t *start, *end;
};

struct find_sieve;
/* Append the stretches of the text that spell names to `hits`. */
void find_spelled(const struct find_text *text, const struct find_sieve *sieve, struct find_hits *hits);

/* How a name may begin with a word, as far as first letters tell. */
struct find_opening {
	uint32_t files; /* of which it may be, a bit each */
	uint8_t ways;   /* OPENING_…, of an Arabic word */
};

/*
 * The longest name that begins at a word of the text, from the first letter `at` on. It may begin up to three small words
 * before a capital (la Marsa, bande de Gaza), but not before `from`. False where there is none.
 */
bool find_start_latin(const struct find_text *text, const uint8_t *from, const uint8_t *at, struct find_hit *ret);
bool find_start_arabic(const struct find_text *text, const uint8_t *at, struct find_opening opening, struct find_hit *ret);

#endif
