/* SPDX-License-Identifier: MIT */
/*
 * True text for the test-beds, which damage it and see what becomes of it: the news and the parallel sentences of the
 * corpus beside the source tree. They are not ours to copy; without them the test-beds are skipped. NORM_CORPUS of the
 * environment names another directory.
 *
 * The models of the library were counted in the documents of even number. What is measured, is measured on the others.
 */
#ifndef ACCURACY_BED_H
#define ACCURACY_BED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BED_SKIPPED = 77 }; /* exit status */

enum bed_language { BED_FRENCH, BED_ARABIC };

enum bed_half {
	BED_EVEN, /* the models were counted in these documents */
	BED_ODD,  /* held out */
};

struct bed_paragraph {
	char *text; /* UTF-8, NUL-terminated, without the end of its line; not empty */
	size_t len;
	unsigned document; /* its number in the file, from 0 */
	enum bed_language language;
};

/* Zero-initialise; free with bed_release(). The readers append, and end the program when memory runs out. */
struct bed {
	struct bed_paragraph *at;
	size_t len, cap;
};

/* The paragraphs of half of the news in one language; false when there is no such file. */
bool bed_read_news(struct bed *bed, enum bed_language language, enum bed_half half);

/* The parallel sentences (PUD), each a paragraph: those of French at even indices, each with its Arabic one behind it. */
bool bed_read_sentences(struct bed *bed);

void bed_release(struct bed *bed);

/* Whether the first argument asks for the long form (`make accuracy`) instead of that of seconds (`make check`). */
bool bed_is_long(int argc, char **argv);

#endif
