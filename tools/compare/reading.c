/* SPDX-License-Identifier: MIT */
/*
 * Both texts are decoded and cut into tokens at the same time. One of them may take much longer, as it is longer or damaged:
 * so the thread that is done with its own takes half of what is left of the other one. Forms are then numbered as if the
 * first text had been read before the second, each from start to end: the result never depends on who was quicker.
 */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "compare/both.h"
#include "compare/difference.h"

/* How far a thread reads before it asks again, and what has to be left for help to be worth it. */
enum { PIECE = 1 << 16, WORTH_IT = 1 << 20 };

/* One of the texts. */
struct desk {
	struct side *side;
	struct lexicon *lexicon;
	const struct text_reader *reader;
	struct desk *other;
	bool good;
	/* what the other thread has read of it, behind `end` */
	struct side rest;
	struct lexicon of_rest;
	/* numbers of their forms in the lexicon of both; NULL where they stay, or there are none */
	uint32_t *numbers, *numbers_of_rest;
	size_t own; /* forms that its own thread has read */
	/* the mutex guards how far its own thread may have read, and where that ends: 0 as long as it is not decoded */
	pthread_mutex_t *mutex;
	size_t claimed, end;
};

/* How far to read from `at` on; not beyond it where nothing is left. */
static size_t claim(struct desk *desk, size_t at)
{
	pthread_mutex_lock(desk->mutex);
	size_t claimed = desk->end > at && desk->end - at > PIECE ? at + PIECE : desk->end;
	desk->claimed = claimed;
	pthread_mutex_unlock(desk->mutex);
	return claimed;
}

/* The next end of a line behind the middle that stands behind a sign of ASCII: there a token always ends. 0 where none is near. */
static size_t find_cut(const struct text *text, size_t start, size_t end)
{
	size_t middle = start + (end - start) / 2;
	for (size_t at = middle; at < end && at - middle < WORTH_IT; at++) {
		if (text->at[at] == '\n' && text->at[at - 1] > ' ' && text->at[at - 1] < 0x7F)
			return at;
	}
	return 0;
}

static void help(struct desk *desk)
{
	size_t cut = 0;
	pthread_mutex_lock(desk->mutex);
	if (desk->end - desk->claimed >= WORTH_IT)
		cut = find_cut(&desk->side->text, desk->claimed, desk->end);
	if (cut)
		desk->end = cut;
	pthread_mutex_unlock(desk->mutex);
	if (!cut)
		return;
	desk->rest.text = desk->side->text;
	lexicon_init(&desk->of_rest);
	side_read(&desk->rest, &desk->of_rest, cut, desk->rest.text.len);
}

static void work(void *user)
{
	struct desk *desk = user;
	const struct text *text = &desk->side->text;
	desk->good = text_decode(&desk->side->text, desk->reader);
	if (!desk->good)
		return;
	pthread_mutex_lock(desk->mutex);
	desk->end = text->len;
	pthread_mutex_unlock(desk->mutex);
	/* a byte order mark says how the file is encoded, and is no part of what it says */
	size_t at = text->len >= 3 && !memcmp(text->at, "\uFEFF", 3) ? 3 : 0, end = claim(desk, at);
	do {
		at = side_read(desk->side, desk->lexicon, at, end);
		end = claim(desk, at);
	} while (at < end);
	help(desk->other);
}

/* ---- One lexicon of both ---- */

/* Take up the forms of a text behind those that the lexicon has. */
static void take_forms(struct desk *desk, struct lexicon *lexicon)
{
	desk->own = desk->side->count + !desk->rest.forms;
	if (desk->lexicon != lexicon)
		desk->numbers = lexicon_take(lexicon, desk->lexicon);
	if (desk->rest.forms) {
		desk->numbers_of_rest = lexicon_take(lexicon, &desk->of_rest);
		side_reserve(desk->side, desk->rest.count);
	}
	desk->side->lexicon = lexicon;
}

static void number_own(struct desk *desk)
{
	if (desk->numbers)
		side_number(desk->side, desk->numbers, desk->own);
	free(desk->numbers);
}

static void number_rest(struct desk *desk)
{
	if (desk->numbers_of_rest)
		side_append(desk->side, &desk->rest, desk->end, desk->numbers_of_rest);
	free(desk->numbers_of_rest);
}

/* Both texts, and what is done with them. */
struct numbering {
	struct desk *a, *b;
	void (*number)(struct desk *);
};

static void number(void *user)
{
	const struct numbering *numbering = user;
	numbering->number(numbering->a);
	numbering->number(numbering->b);
}

static void number_forms(struct desk *a, struct desk *b, struct lexicon *lexicon)
{
	take_forms(a, lexicon);
	take_forms(b, lexicon);
	both_run(number, &(struct numbering){a, b, number_own}, &(struct numbering){a, b, number_rest});
}

/* What is left of a text where the other one is not good. */
static void drop(struct desk *desk)
{
	free(desk->rest.forms);
	free(desk->rest.starts);
	lexicon_release(&desk->of_rest);
}

bool comparison_read(struct comparison *comparison, const struct text_reader *reader)
{
	pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
	struct lexicon of_b = {0};
	struct desk a = {.side = &comparison->a, .lexicon = &comparison->lexicon, .reader = reader, .mutex = &mutex};
	struct desk b = {.side = &comparison->b, .lexicon = &of_b, .reader = reader, .mutex = &mutex};
	a.other = &b;
	b.other = &a;
	lexicon_init(a.lexicon);
	lexicon_init(b.lexicon);
	both_run(work, &a, &b);
	pthread_mutex_destroy(&mutex);
	bool good = a.good && b.good;
	if (good) {
		number_forms(&a, &b, &comparison->lexicon);
	} else {
		drop(&a);
		drop(&b);
		lexicon_release(&of_b);
	}
	return good;
}
