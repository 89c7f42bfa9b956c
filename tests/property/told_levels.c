/* SPDX-License-Identifier: MIT */
/*
 * What users are told of language levels, for random texts: paragraphs follow each other without gaps, levels and
 * sentences lie in each other, offsets have the language that rule steps are told, and a text that is read in blocks
 * has the levels that it has as a whole. And texts that would make careless code slow are read in time.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/machine.h"
#include "property/property.h"
#include "support/spec.h"
#include "text/paragraph.h"
#include "unicode/utf8.h"

enum { PATIENCE = 120 }; /* seconds; a sanitizer needs some of them */

static norm_levels *read_levels(const norm_profile *profile, const uint8_t *text, size_t len)
{
	norm_levels *levels = NULL;
	if (norm_levels_new(profile, &levels) != NORM_OK || norm_levels_read(levels, (const char *)text, len) != NORM_OK) {
		printf("no levels\n");
		exit(EXIT_FAILURE);
	}
	return levels;
}

/* ---- Order ---- */

static const char *check_level(const norm_levels *levels, size_t index, const norm_level *level, size_t *paragraphs_end)
{
	norm_level parent;
	norm_sentence first;
	if (level->outer_start > level->start || level->start > level->end || level->end > level->outer_end)
		return "a level ends before it starts";
	if (!norm_levels_sentence(levels, level->first_sentence, &first) || first.level != index)
		return "the first sentence is one of another level";
	if (level->parent == NORM_LEVEL_NONE) {
		bool follows = level->start == *paragraphs_end && level->depth == 0;
		*paragraphs_end = level->end;
		return follows ? NULL : "a paragraph does not follow the one before it";
	}
	if (level->parent >= index || !norm_levels_level(levels, level->parent, &parent))
		return "a level stands before its parent";
	bool inside = level->outer_start >= parent.start && level->outer_end <= parent.end && level->depth == parent.depth + 1;
	return inside ? NULL : "a level is not in its parent";
}

static const char *check_sentences(const norm_levels *levels, size_t *ret_counted)
{
	norm_level level;
	norm_sentence sentence, last = {0};
	for (size_t i = 0; norm_levels_sentence(levels, i, &sentence); i++) {
		if (!norm_levels_level(levels, sentence.level, &level))
			return "a sentence has no level";
		if (sentence.start < last.start || sentence.start < level.start || sentence.end > level.end)
			return "a sentence is not where it should be";
		last = sentence;
		*ret_counted = i + 1;
	}
	return NULL;
}

static const char *check_spans(const norm_levels *levels, size_t len)
{
	norm_protected span;
	size_t end = 0;
	for (size_t i = 0; norm_levels_protected(levels, i, &span); end = span.end, i++)
		if (span.start < end || span.start >= span.end || span.end > len)
			return "a protected span is not where it should be";
	return NULL;
}

static const char *check_order(const norm_levels *levels, size_t len)
{
	norm_level level;
	size_t end = 0, claimed = 0, counted = 0;
	const char *wrong = NULL;
	for (size_t i = 0; !wrong && norm_levels_level(levels, i, &level); i++) {
		wrong = check_level(levels, i, &level, &end);
		claimed += level.sentence_count;
	}
	if (!wrong && end != len)
		wrong = "the last paragraph does not end with the text";
	if (!wrong)
		wrong = check_sentences(levels, &counted);
	if (!wrong && claimed != counted)
		wrong = "the levels have another number of sentences";
	return wrong ? wrong : check_spans(levels, len);
}

static const char *order(const struct property_case *c)
{
	norm_levels *levels = read_levels(c->profile, c->in, c->len);
	const char *wrong = check_order(levels, c->len);
	norm_levels_free(levels);
	return wrong;
}

/* ---- The same as rule steps are told ---- */

static const char *rule_steps(const struct property_case *c)
{
	static struct machine machine;
	norm_levels *levels = read_levels(c->profile, c->in, c->len);
	norm_protected span = {0};
	size_t next = 0;
	const char *wrong = NULL;
	machine_init(&machine, c->profile, NULL, NULL);
	scope_begin(&machine.scope, c->in, c->len);
	uint32_t unused;
	for (uint32_t at = 0; at < c->len && !wrong; at += utf8_decode(c->in + at, c->in + c->len, &unused)) {
		if ((int)norm_levels_language_at(levels, at) != (int)scope_language(&machine.scope, at))
			wrong = "a rule step is told another language";
		while (at >= span.end && norm_levels_protected(levels, next, &span))
			next++;
		if ((at >= span.start && at < span.end) != scope_is_protected(&machine.scope, at))
			wrong = "a rule step is told other protected spans";
	}
	machine_release(&machine);
	norm_levels_free(levels);
	return wrong;
}

/* ---- Blocks ---- */

/* How many levels, sentences and spans of the whole text have been met. */
struct progress {
	const norm_levels *whole;
	size_t levels, sentences, spans;
	bool other;
};

static bool same_level(norm_level *part, norm_level *whole, size_t offset, const struct progress *done)
{
	return part->start + offset == whole->start && part->end + offset == whole->end &&
	       part->outer_start + offset == whole->outer_start && part->outer_end + offset == whole->outer_end &&
	       (part->parent == NORM_LEVEL_NONE ? whole->parent == NORM_LEVEL_NONE
						: part->parent + done->levels == whole->parent) &&
	       part->first_sentence + done->sentences == whole->first_sentence && part->depth == whole->depth &&
	       part->sentence_count == whole->sentence_count && part->language == whole->language;
}

/* The levels of a block that starts at `offset` are the next ones of the whole text. */
static void compare_block(struct progress *done, const norm_levels *block, size_t offset)
{
	norm_level level, whole_level;
	norm_sentence sentence, whole_sentence;
	norm_protected span, whole_span;
	size_t i = 0, k = 0, n = 0;
	for (; norm_levels_level(block, i, &level); i++)
		done->other |= !norm_levels_level(done->whole, done->levels + i, &whole_level) ||
			       !same_level(&level, &whole_level, offset, done);
	for (; norm_levels_sentence(block, k, &sentence); k++)
		done->other |= !norm_levels_sentence(done->whole, done->sentences + k, &whole_sentence) ||
			       sentence.start + offset != whole_sentence.start || sentence.end + offset != whole_sentence.end ||
			       sentence.level + done->levels != whole_sentence.level ||
			       sentence.language != whole_sentence.language ||
			       norm_levels_likely_language(block, k) !=
				       norm_levels_likely_language(done->whole, done->sentences + k);
	for (; norm_levels_protected(block, n, &span); n++)
		done->other |= !norm_levels_protected(done->whole, done->spans + n, &whole_span) ||
			       span.start + offset != whole_span.start || span.end + offset != whole_span.end ||
			       span.kind != whole_span.kind;
	done->levels += i;
	done->sentences += k;
	done->spans += n;
}

struct blocks {
	struct progress progress;
	const norm_profile *profile;
};

static norm_status take_block(void *user, const norm_block *block)
{
	struct blocks *blocks = user;
	norm_levels *levels = read_levels(blocks->profile, (const uint8_t *)block->source, block->source_len);
	compare_block(&blocks->progress, levels, (size_t)block->source_offset);
	norm_levels_free(levels);
	return NORM_OK;
}

/* Whether the blocks of a stream have the levels of the whole. */
static const char *check_blocks(const norm_profile *profile, const uint8_t *text, size_t len)
{
	norm_levels *whole = read_levels(profile, text, len);
	struct blocks blocks = {{.whole = whole}, profile};
	norm_stream *stream = NULL;
	norm_status status = norm_stream_new(profile, NORM_PLAIN, take_block, &blocks, &stream);
	for (size_t at = 0; at < len && status == NORM_OK; at += 70001)
		status = norm_stream_write(stream, (const char *)text + at, len - at < 70001 ? len - at : 70001);
	if (status == NORM_OK)
		status = norm_stream_finish(stream);
	norm_stream_free(stream);
	norm_level more;
	bool all = !norm_levels_level(whole, blocks.progress.levels, &more);
	norm_levels_free(whole);
	if (status != NORM_OK && status != NORM_E_ENCODING)
		return "the stream fails";
	return !blocks.progress.other && (all || status != NORM_OK) ? NULL : "blocks have other levels";
}

/* Cut anywhere into two blocks of whole paragraphs. */
static const char *two_blocks(const struct property_case *c)
{
	size_t cut = c->len ? paragraph_last_start(c->in, 1 + c->seed % c->len) : 0;
	norm_levels *whole = read_levels(c->profile, c->in, c->len);
	norm_levels *head = read_levels(c->profile, c->in, cut), *tail = read_levels(c->profile, c->in + cut, c->len - cut);
	struct progress done = {.whole = whole};
	norm_level more;
	compare_block(&done, head, 0);
	compare_block(&done, tail, cut);
	bool same = !done.other && !norm_levels_level(whole, done.levels, &more);
	norm_levels_free(whole);
	norm_levels_free(head);
	norm_levels_free(tail);
	return same ? NULL : "two blocks have other levels";
}

/* ---- Streams that read levels ---- */

struct reading {
	const norm_profile *profile;
	norm_levels *levels;
	bool other;
};

static norm_status compare_read(void *user, const norm_block *block)
{
	struct reading *reading = user;
	norm_levels *whole = read_levels(reading->profile, (const uint8_t *)block->source, block->source_len);
	struct progress done = {.whole = whole};
	norm_level more;
	compare_block(&done, reading->levels, 0);
	reading->other |= done.other || norm_levels_level(whole, done.levels, &more);
	norm_levels_free(whole);
	return NORM_OK;
}

/* Whatever rules have asked about, in whatever order, and whether the text was damaged. */
static const char *stream_reads(const struct property_case *c)
{
	struct reading reading = {.profile = c->profile, .levels = read_levels(c->profile, NULL, 0)};
	norm_stream *stream = NULL;
	norm_flags flags = c->seed % 2 ? NORM_WITH_EDITS : NORM_PLAIN;
	norm_status status = norm_stream_new(c->profile, flags, compare_read, &reading, &stream);
	if (status == NORM_OK)
		status = norm_stream_read_levels(stream, reading.levels);
	if (status == NORM_OK)
		status = norm_stream_write(stream, (const char *)c->in, c->len);
	if (status == NORM_OK)
		status = norm_stream_finish(stream);
	norm_stream_free(stream);
	norm_levels_free(reading.levels);
	if (status != NORM_OK && status != NORM_E_ENCODING)
		return "the stream fails";
	return reading.other ? "the stream reads other levels" : NULL;
}

/* A paragraph that a stream has to cut, behind and in front of others. */
static const char *long_paragraph(const struct property_case *c)
{
	enum { LONG = 1500000 };
	struct buffer text = {0};
	buffer_append_text(&text, "Un mot.\n");
	while (text.len < LONG)
		for (size_t i = 0; i <= c->len; i++) {
			bool ends = i < c->len && paragraph_is_complete(c->in, i + 1);
			buffer_append(&text, i == c->len || ends ? (const uint8_t *)"z " : c->in + i, 1);
		}
	buffer_append_text(&text, "\nUn « mot ».");
	const struct property_case whole = {c->profile, text.at, text.len, c->seed};
	const char *wrong = check_blocks(c->profile, text.at, text.len);
	if (!wrong)
		wrong = stream_reads(&whole);
	buffer_release(&text);
	return wrong;
}

/* ---- Texts that make careless code slow ---- */

static const struct {
	const char *name, *unit;
} hostile[] = {
	{"short paragraphs that end with U+2029", "a\u2029"},
	{"empty paragraphs", "\n"},
	{"quotations that are not closed", "«"},
	{"quotations that are not opened", "\u00BB"},
	{"short quotations", "\"a\" "},
	{"short sentences", "A. "},
	{"short sentences of two languages", "A. \u0628. "},
	{"brackets in brackets", "(a (b (c) d) e) "},
	{"brackets that do not belong together", "([)]"},
	{"times", "12:30 "},
	{"bytes that are no characters", "\xFF"},
};

static const char *check_hostile(const norm_profile *profile, const char *unit)
{
	enum { SIZE = 4 << 20 };
	struct buffer text = {0};
	while (text.len < SIZE)
		buffer_append_text(&text, unit);
	norm_levels *levels = read_levels(profile, text.at, text.len);
	const char *wrong = check_order(levels, text.len);
	norm_levels_free(levels);
	buffer_release(&text);
	return wrong;
}

static int try_hostile(void)
{
	norm_context *context = spec_context();
	norm_profile *profile = spec_profile(context, "clean");
	size_t failed = 0, count = sizeof hostile / sizeof hostile[0];
	for (size_t i = 0; i < count; i++) {
		const char *wrong = check_hostile(profile, hostile[i].unit);
		if (wrong)
			printf("%s: %s\n", hostile[i].name, wrong);
		failed += wrong != NULL;
	}
	norm_profile_free(profile);
	norm_context_free(context);
	printf("%zu passed, %zu failed\n", count - failed, failed);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

int main(void)
{
	const struct property properties[] = {
		{"levels, sentences and spans are in order", order, NULL, RANDOM_ALL, 40, 4000},
		{"rule steps are told the same", rule_steps, NULL, RANDOM_ALL, 40, 4000},
		{"two blocks", two_blocks, NULL, RANDOM_ALL, 40, 4000},
		{"a stream that reads levels", stream_reads, NULL, RANDOM_ALL, 40, 4000},
		{"a long paragraph in blocks", long_paragraph, NULL, RANDOM_ALL & ~(unsigned)RANDOM_LONG_MARKS, 20, 5},
	};
	alarm(PATIENCE);
	int status = property_main(properties, sizeof properties / sizeof properties[0]);
	return try_hostile() == EXIT_SUCCESS ? status : EXIT_FAILURE;
}
