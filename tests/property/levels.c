/* SPDX-License-Identifier: MIT */
/*
 * Laws of the language levels for random texts: levels and sentences are in order and inside each other, bounds are kept,
 * queries give the same in any order; canonically equivalent texts have the same levels; memory that runs out is
 * noticed. Linked with --wrap for realloc.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "property/random.h"
#include "support/escape.h"
#include "text/level_mark.h"
#include "unicode/normal.h"

enum { CASES = 20000, PIECES = 40, PATIENCE = 120 };

/* ---- Memory that runs out ---- */

static size_t granted;
static bool armed;

void *__real_realloc(void *block, size_t size);
void *__wrap_realloc(void *block, size_t size);

void *__wrap_realloc(void *block, size_t size)
{
	if (armed && granted-- == 0) {
		granted = 0;
		return NULL;
	}
	return __real_realloc(block, size);
}

static const char *try_without_memory(const struct buffer *text)
{
	for (size_t n = 0;; n++) {
		struct levels levels = {0};
		granted = n;
		armed = true;
		levels_read(&levels, text->at, text->len);
		armed = false;
		bool failed = levels.failed;
		bool empty = !levels.level_count && levels_language_at(&levels, 0) == LANGUAGE_NONE;
		levels_release(&levels);
		if (!failed)
			return n > 3 ? NULL : "too little was asked for";
		if (!empty)
			return "something is left without memory";
	}
}

/* ---- Order and bounds ---- */

static const char *check_levels(const struct levels *levels, size_t len)
{
	for (size_t i = 0; i < levels->level_count; i++) {
		const struct level *level = &levels->level[i];
		if (level->start > level->end || level->end > len || level->depth > 2 * LEVEL_DEPTH_MAX)
			return "a level is outside";
		if (i == 0 ? level->parent != LEVEL_NONE : level->parent >= i)
			return "a level stands before its parent";
		if (i == 0)
			continue;
		const struct level *parent = &levels->level[level->parent];
		if (level->start < parent->start || level->end > parent->end || level->depth != parent->depth + 1)
			return "a level is not inside its parent";
		if (levels->sentence[level->host].level != level->parent)
			return "the host is not in the parent";
	}
	return levels->level_count > 2 * LEVEL_COUNT_MAX ? "too many levels" : NULL;
}

static const char *check_marks(struct levels *levels)
{
	for (size_t i = 1; i < levels->level_count; i++) {
		const struct level *level = &levels->level[i];
		if (level->opener != LEVEL_NONE && levels_sentence_at(levels, level->opener) != level->host)
			return "an opener is not in the host";
		if (level->closer != LEVEL_NONE && levels_level_at(levels, level->closer) != level->parent)
			return "a closer is not in the parent";
	}
	return NULL;
}

static const char *check_queries(struct levels *levels, size_t len, struct random *random)
{
	uint8_t seen[256];
	size_t count = len + 1 < sizeof seen ? len + 1 : sizeof seen;
	for (size_t at = 0; at < count; at++) {
		const struct level *level = &levels->level[levels_level_at(levels, at)];
		if (at < level->start || at > level->end)
			return "a place is outside its level";
		seen[at] = (uint8_t)levels_language_at(levels, at);
	}
	for (size_t n = 0; n < count; n++) {
		size_t at = random_below(random, count);
		if (seen[at] != (uint8_t)levels_language_at(levels, at))
			return "the order of queries matters";
	}
	return NULL;
}

/* ---- Equal levels ---- */

static bool same_place(const size_t *map, uint32_t a, uint32_t b)
{
	return a == LEVEL_NONE ? b == LEVEL_NONE : map[a] == b;
}

static bool same_level(struct levels *a, struct levels *b, size_t i, const size_t *map)
{
	const struct level *x = &a->level[i], *y = &b->level[i];
	return x->parent == y->parent && x->host == y->host && x->opener_cp == y->opener_cp &&
	       x->closer_cp == y->closer_cp && same_place(map, x->opener, y->opener) &&
	       same_place(map, x->closer, y->closer) && levels_level_language(a, i) == levels_level_language(b, i);
}

static bool same_levels(struct levels *a, struct levels *b, const size_t *map)
{
	bool same = a->level_count == b->level_count && a->sentence_count == b->sentence_count;
	for (size_t i = 0; i < a->level_count && same; i++)
		same = same_level(a, b, i, map);
	for (size_t i = 0; i < a->sentence_count && same; i++)
		same = a->sentence[i].level == b->sentence[i].level && map[a->sentence[i].start] == b->sentence[i].start &&
		       levels_sentence_language(a, i) == levels_sentence_language(b, i) &&
		       levels_likely_language(a, i) == levels_likely_language(b, i);
	return same;
}

/* Decompose a text here and there; map[i] is where byte i comes to stand. */
static void decompose(const struct buffer *text, struct random *random, struct buffer *out, size_t *map)
{
	struct cpbuf to = {0};
	for (size_t at = 0; at < text->len;) {
		uint32_t cp;
		unsigned used = utf8_decode(text->at + at, text->at + text->len, &cp);
		for (unsigned i = 0; i < used; i++)
			map[at + i] = out->len;
		to.len = 0;
		if (cp != UTF8_INVALID)
			normal_decompose(random_once_in(random, 4) ? NORMAL_NONE : NORMAL_NFD, cp, &to);
		for (size_t i = 0; i < to.len && buffer_reserve(out, 4); i++)
			out->len += utf8_encode(to.at[i], out->at + out->len);
		if (cp == UTF8_INVALID)
			buffer_append(out, text->at + at, used);
		at += used;
	}
	map[text->len] = out->len;
	cpbuf_release(&to);
}

static const char *check_equivalent(const struct buffer *text, struct random *random)
{
	static struct levels levels, others;
	struct buffer other = {0};
	size_t *map = malloc((text->len + 1) * sizeof *map);
	if (!map)
		abort();
	decompose(text, random, &other, map);
	levels_read(&levels, text->at, text->len);
	levels_read(&others, other.at, other.len);
	bool same = same_levels(&levels, &others, map);
	buffer_release(&other);
	free(map);
	return same ? NULL : "an equivalent text has other levels";
}

/* ---- Random texts ---- */

/* Marks that open, close and part more often than random_text() has them. */
static void put_marks(struct random *random, struct buffer *out)
{
	static const char *const marks[] = {
	    "\"", "\"", " \"", "\" ", "« ", " »", "«", "»", "“", "”", "„", "‹", "›", "‘", "’", "'", " '", "' ", "(", ")", "[",
	    "]", "{", "}", ". ", "! ", "?", "؟ ", "… ", "...", ": ", ":)", ";-)", " ", "|", "\t", "@", "://", "l'", "M. ", "Le ",
	    "the ", "of ", "و", "قال ", "الوزير ", "است ", "پ", "ک", "ہے ", "Ж", "30", "e\u0301", "\u0627\u0654", "\u0624",
	};
	for (size_t n = random_below(random, 6); n > 0; n--)
		buffer_append_text(out, marks[random_below(random, sizeof marks / sizeof marks[0])]);
}

static void make_text(struct random *random, unsigned kinds, struct buffer *out)
{
	out->len = 0;
	buffer_append(out, "", 0);
	for (size_t n = random_below(random, PIECES); n > 0; n--) {
		random_text(random, kinds, 3, out);
		put_marks(random, out);
	}
	buffer_reserve(out, 1);
}

static const char *check_text(const struct buffer *text, struct random *random)
{
	static struct levels levels;
	levels_read(&levels, text->at, text->len);
	const char *wrong = levels.failed ? "memory ran out" : check_levels(&levels, text->len);
	if (!wrong)
		wrong = check_marks(&levels);
	if (!wrong)
		wrong = check_queries(&levels, text->len, random);
	return wrong;
}

static size_t passed, failed;

static void count(const char *name, const struct buffer *text, const char *wrong)
{
	++*(wrong ? &failed : &passed);
	if (!wrong || failed > 5)
		return;
	printf("%s: %s\n", name, wrong);
	escape_print(stdout, text->at, text->len < 2000 ? text->len : 2000);
	printf("\n");
}

static void check_random(uint64_t seed)
{
	const unsigned usual = RANDOM_LATIN | RANDOM_ARABIC | RANDOM_SPACES | RANDOM_MARKS;
	struct random random = {seed};
	struct buffer text = {0};
	for (size_t i = 0; i < CASES; i++) {
		make_text(&random, i % 2 ? RANDOM_ALL & ~(unsigned)RANDOM_LONG_MARKS : usual, &text);
		count("order", &text, check_text(&text, &random));
		count("equivalence", &text, check_equivalent(&text, &random));
	}
	text.len = 0;
	buffer_append_text(&text, "Il dit «oui». قال (لا)! ");
	count("memory", &text, try_without_memory(&text));
	buffer_release(&text);
}

/* ---- Texts made to be slow ---- */

static void check_long(const char *unit, size_t bytes)
{
	struct random random = {1};
	struct buffer text = {0};
	while (text.len < bytes)
		buffer_append_text(&text, unit);
	count(unit, &text, check_text(&text, &random));
	struct levels levels = {0};
	levels_read(&levels, text.at, text.len);
	for (size_t at = 0; at < text.len; at++)
		levels_language_at(&levels, at);
	for (size_t at = text.len; at > 0; at -= at < 64 ? at : 64)
		levels_letter_language_at(&levels, at);
	for (size_t i = 0; i < levels.level_count; i++)
		levels_level_language(&levels, i);
	size_t memory = levels.level_cap * sizeof *levels.level + levels.sentence_cap * sizeof *levels.sentence +
			levels.piece_cap * sizeof *levels.piece + levels.mark_cap * sizeof *levels.mark;
	count(unit, &text, memory > 8 << 20 ? "too much memory" : NULL);
	levels_release(&levels);
	buffer_release(&text);
}

int main(void)
{
	static const char *const units[] = {
	    "(", ")", "\"", "«»", "«", "»", "“", "”", "'", "’", "\"a\" ", " \"", "\" ", "(a", "a) ", "a ", "ا", "a", "\u0301",
	    "a\u0301", "a. B", "a! ا ", "a ا ", "a «ا» ", "«a", "a» ", "‘a ", ":)", "a://b ", "a@b ", "\x80", "\xE2\x80", ". ",
	    "«a. ا", "پ a. ", "the a. ", "a\u0301. ", "\u200B\"", "ا\u0654", "|", "|a|ا", "»a« ", "(\"", "«(", "a'a", "A b A ",
	};
	const char *seed = getenv("NORM_SEED");
	alarm(PATIENCE);
	check_random(seed ? strtoull(seed, NULL, 10) : 20240521);
	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
		check_long(units[i], 1 << 20);
	printf("%zu passed, %zu failed\n", passed, failed);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
