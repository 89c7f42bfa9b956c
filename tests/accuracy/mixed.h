/* SPDX-License-Identifier: MIT */
/* Paragraphs put together from true ones of both languages, in characters. */
#ifndef ACCURACY_MIXED_H
#define ACCURACY_MIXED_H

#include "accuracy/bed.h"
#include "property/random.h"

/* Characters of a text; zero-initialise. Running out of memory ends the program. */
struct characters {
	uint32_t *at;
	size_t len, cap;
};

void characters_push(struct characters *characters, uint32_t cp);
/* Append up to `max` characters of UTF-8, which is valid. */
void characters_read(struct characters *characters, const char *text, size_t len, size_t max);
void characters_release(struct characters *characters);

enum script { LATIN, ARABIC, BOTH };

/* What paragraphs are made of. */
struct mixed {
	const char *name;
	struct bed beds[2]; /* by enum bed_language */
};

/* The held-out half of the news, or the parallel sentences; false when they are not there. */
bool mixed_read_news(struct mixed *mixed);
bool mixed_read_sentences(struct mixed *mixed);
void mixed_release(struct mixed *mixed);

/* Append a paragraph of `length` characters and a line feed: pieces of one language, or of both in turns, cut anywhere. */
void mixed_paragraph(const struct mixed *mixed, struct random *random, enum script script, size_t length,
		     struct characters *text);

/* Append paragraphs of 100 to 700 characters, `length` in all, each of them in one language or in both. */
void mixed_paragraphs(const struct mixed *mixed, struct random *random, enum script script, size_t length,
		      struct characters *text);

#endif
