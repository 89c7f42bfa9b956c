/* SPDX-License-Identifier: MIT */
#include "report/segments.h"

#include <stdlib.h>
#include <string.h>

#include "common/bytes.h"
#include "common/message.h"

void segments_init(struct segments *segments, const norm_profile *profile)
{
	*segments = (struct segments){0};
	if (norm_levels_new(profile, &segments->levels) != NORM_OK)
		message_out_of_memory();
}

/* Sentences of a language often follow one another: they are one segment. */
static bool goes_on(const struct segments *segments, size_t start, norm_language language, bool in_quotation)
{
	const struct segment *last = segments->count ? &segments->at[segments->count - 1] : NULL;
	return last && last->end == start && last->language == language && last->in_quotation == in_quotation;
}

static void add(struct segments *segments, size_t start, size_t end, size_t index, size_t level)
{
	norm_language language = norm_levels_likely_language(segments->levels, index);
	bool in_quotation = segments->quoted[level];
	if (goes_on(segments, start, language, in_quotation)) {
		segments->at[segments->count - 1].end = end;
		return;
	}
	if (segments->count == segments->cap) {
		segments->cap = segments->cap ? segments->cap * 2 : 256;
		segments->at = memory_grow(segments->at, segments->cap, sizeof *segments->at);
	}
	segments->at[segments->count++] = (struct segment){start, end, language, in_quotation};
}

/* Brackets are levels, too. In front of the mark there may be what nobody sees. */
static bool is_bracket(const norm_level *level, const char *text)
{
	return level->start > level->outer_start && memchr("([{", text[level->start - 1], 3);
}

static void find_quotations(struct segments *segments, const char *text)
{
	norm_level level;
	for (size_t i = 0; norm_levels_level(segments->levels, i, &level); i++) {
		if (i == segments->quoted_cap) {
			segments->quoted_cap = i ? i * 2 : 64;
			segments->quoted = memory_grow(segments->quoted, segments->quoted_cap, sizeof *segments->quoted);
		}
		bool is_quotation = level.parent != NORM_LEVEL_NONE && !is_bracket(&level, text);
		segments->quoted[i] =
			is_quotation || (level.parent != NORM_LEVEL_NONE && segments->quoted[level.parent]);
	}
}

static void push(struct segments *segments, size_t sentence)
{
	if (segments->open_count == segments->open_cap) {
		segments->open_cap = segments->open_cap ? segments->open_cap * 2 : 64;
		segments->open = memory_grow(segments->open, segments->open_cap, sizeof *segments->open);
	}
	segments->open[segments->open_count++] = sentence;
}

/* Go on to `end` in the sentences that are open, and close those that end before it. @return where the text has been cut. */
static size_t go_to(struct segments *segments, size_t done, size_t end)
{
	norm_sentence sentence;
	while (segments->open_count) {
		size_t index = segments->open[segments->open_count - 1];
		norm_levels_sentence(segments->levels, index, &sentence);
		size_t stop = sentence.end < end ? sentence.end : end;
		if (stop > done) {
			add(segments, done, stop, index, sentence.level);
			done = stop;
		}
		if (sentence.end > end)
			break;
		segments->open_count--;
	}
	return done;
}

void segments_take(struct segments *segments, const char *text, size_t len)
{
	segments->count = segments->open_count = 0;
	find_quotations(segments, text);
	norm_sentence sentence;
	size_t done = 0;
	for (size_t i = 0; norm_levels_sentence(segments->levels, i, &sentence); i++) {
		done = go_to(segments, done, sentence.start);
		push(segments, i);
	}
	go_to(segments, done, len);
}

norm_status segments_read(struct segments *segments, const char *text, size_t len)
{
	norm_status status = norm_levels_read(segments->levels, text, len);
	if (status == NORM_OK)
		segments_take(segments, text, len);
	return status;
}

void segments_release(struct segments *segments)
{
	norm_levels_free(segments->levels);
	free(segments->at);
	free(segments->quoted);
	free(segments->open);
	*segments = (struct segments){0};
}
