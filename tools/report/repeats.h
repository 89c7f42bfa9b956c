/* SPDX-License-Identifier: MIT */
/*
 * Paragraphs that stand in a text several times, as the headlines and menus of a scraped page do, or in several texts. They are
 * compared by a hash of what the profile "search" makes of them; those with less than REPEATS_LETTERS letters do not count, nor do
 * those that are so long (over 1 MiB, mostly) that a stream cuts them: pieces are no paragraphs.
 */
#ifndef REPORT_REPEATS_H
#define REPORT_REPEATS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libnorm/norm.h>

#include "report/locator.h"
#include "report/tally.h"

enum { REPEATS_LETTERS = 20, REPEATS_SHOWN = 20 };
/* Different paragraphs of one text that are known again; those that come later are not. */
#define REPEATS_KNOWN_MAX ((size_t)1024 * 1024)

struct repeated {
	uint64_t hash; /* 0: a free slot */
	uint32_t count, line;
};

struct repeats {
	norm_stream *stream; /* makes the keys */
	struct repeated *slots;
	size_t slot_count, used;
	const char *file;
	uint64_t added;       /* bytes of what is written to the stream */
	bool in_paragraph;    /* what comes next goes on with one that was cut */
	uint64_t line;        /* behind what has been read */
	struct tally *tally;
	/* the texts of those that came again, by hash */
	struct table texts;
};

void repeats_init(struct repeats *repeats, const norm_profile *search);
void repeats_release(struct repeats *repeats);

/* A text begins. */
void repeats_text(struct repeats *repeats, struct tally *tally, const char *file);
/* Whole paragraphs. @return #NORM_OK or what a stream says. */
norm_status repeats_add(struct repeats *repeats, const char *text, size_t len);
/* The end of a text: the tally gets the most frequent ones. Nothing may follow but another text. */
void repeats_end(struct repeats *repeats);

#endif
