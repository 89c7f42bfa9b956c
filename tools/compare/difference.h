/* SPDX-License-Identifier: MIT */
/* The differences of two texts, in the order of the second, each with the classes that it belongs to. */
#ifndef COMPARE_DIFFERENCE_H
#define COMPARE_DIFFERENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compare/align.h"
#include "compare/judge.h"
#include "compare/names.h"
#include "compare/side.h"

/* Tokens [a, a_end) of the one have become [b, b_end) of the other; one of them may be empty. */
struct difference {
	uint32_t a, a_end, b, b_end;
	class_set classes;
	uint32_t other; /* of a moved passage: the token of the other side where it stands */
	bool in_move;   /* lies in a moved passage: A is where that came from */
};

struct differences {
	struct difference *at;
	size_t count, cap;
	size_t of_class[CLASS_COUNT]; /* how many belong to a class */
	uint64_t same;                /* tokens that are in both texts */
	class_set ignored;            /* what belongs only to these is left out */
	class_set enough;             /* the first one of these ends the search: nobody asks for more */
	bool ended;                   /* it has */
	bool in_move;                 /* what is added now lies in a moved passage */
};

/* Passages that have moved: [a, a_end) of the one text is [b, b_end) of the other, but for small differences. */
struct moves {
	struct range *at;
	size_t count, cap;
};

/* A comparison and its parts. */
struct comparison {
	struct side a, b;
	struct lexicon lexicon;
	const norm_gazetteer *gazetteer; /* what is known of names; may be NULL */
	struct blocks blocks; /* what is aligned */
	struct moves moves, moves_by_b; /* passages that have moved, in the order of A, and of B */
	struct differences differences;
};

/*
 * Decode both texts, of which the bytes are there, and cut them into tokens. @return false after a message. Release in both
 * cases.
 */
bool comparison_read(struct comparison *comparison, const struct text_reader *reader);
/* Find the differences of both texts, which have been read. `profile` makes the keys. */
void comparison_run(struct comparison *comparison, const norm_profile *profile, bool line_breaks);
void comparison_release(struct comparison *comparison);

/* --- For the parts of it --- */

/* What finds the differences of a part of both texts. Each thread has its own. */
struct finder {
	const struct comparison *comparison;
	struct judge judge;
	struct names names;
	struct differences differences; /* those that it has found */
	size_t next_move, next_move_by_b;
};

void differences_add(struct differences *differences, const struct difference *difference);
/* The differences of a range, of which these blocks are aligned. */
void differences_of_range(struct finder *finder, struct range range, const struct block *blocks, size_t count);
/* The differences of what is not aligned: words written in two, spellings of names, numbers, wording. */
void differences_of_rest(struct finder *finder, struct range range);
/* Find what has moved among what is not aligned. */
void moves_find(struct comparison *comparison);

#endif
