/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memrchr */
#include "convert/show_levels.h"

#include <limits.h>
#include <string.h>

#include "common/bytes.h"
#include "common/message.h"

#define PART_SIZE ((size_t)65536) /* so much text at once, to keep memory small; a longer paragraph is a part of its own */

norm_profile *show_levels_reading(const norm_profile *profile)
{
	static const char *const rules[] = {"input.encoding", "input.invalid"};
	struct bytes text = {0};
	norm_profile *reading = NULL;
	bytes_append_text(&text, "[input]\n");
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		const norm_rule *rule = norm_rule_find(rules[i]);
		bytes_format(&text, "%s = %s\n", rule->key, norm_profile_value(profile, rule)->name);
	}
	if (norm_profile_parse(NULL, text.at, text.len, &reading, NULL) != NORM_OK)
		message_out_of_memory();
	bytes_release(&text);
	return reading;
}

struct walk {
	struct report *report;
	const norm_block *block;
	struct levels_part part;
	size_t level, sentence, span; /* numbers of the next ones */
};

/* Whatever starts at the same place comes by its rank: levels before their sentences, and these before levels in them. */
struct place {
	size_t start;
	unsigned rank;
};

#define NOWHERE ((struct place){SIZE_MAX, UINT_MAX})

static bool is_before(struct place a, struct place b)
{
	return a.start != b.start ? a.start < b.start : a.rank < b.rank;
}

static void move_to(struct walk *walk, size_t start)
{
	report_move_to(walk->report, walk->block, norm_edits_to_source(walk->part.edits, walk->part.offset + start));
}

static bool tell_level(struct walk *walk, const norm_level *level)
{
	move_to(walk, level->outer_start);
	if (walk->report->kind == REPORT_LEVELS)
		levels_text_level(walk->report, &walk->part, level);
	else
		levels_json_level(walk->report, &walk->part, level, walk->level);
	walk->level++;
	return report_write_line(walk->report);
}

static bool tell_sentence(struct walk *walk, const norm_sentence *sentence)
{
	move_to(walk, sentence->start);
	if (walk->report->kind == REPORT_LEVELS)
		levels_text_sentence(walk->report, &walk->part, sentence);
	else
		levels_json_sentence(walk->report, &walk->part, sentence);
	walk->sentence++;
	return report_write_line(walk->report);
}

/* The depth of the innermost level at an offset: of those that were told, the last, or one around it. */
static unsigned depth_at(const struct walk *walk, size_t offset)
{
	norm_level level = {0};
	size_t index = walk->level - 1;
	while (norm_levels_level(walk->report->levels, index, &level) && offset >= level.end)
		index = level.parent;
	return level.depth;
}

static bool tell_span(struct walk *walk, const norm_protected *span)
{
	move_to(walk, span->start);
	if (walk->report->kind == REPORT_LEVELS)
		levels_text_protected(walk->report, &walk->part, span, depth_at(walk, span->start));
	else
		levels_json_protected(walk->report, &walk->part, span);
	walk->span++;
	return report_write_line(walk->report);
}

static unsigned rank_of_sentence(const struct walk *walk, const norm_sentence *sentence)
{
	norm_level level = {0};
	norm_levels_level(walk->report->levels, sentence->level, &level);
	return 2 * level.depth + 1;
}

/* Tell what comes next. False at the end, or when the output has failed. */
static bool tell_next(struct walk *walk)
{
	norm_level level;
	norm_sentence sentence;
	norm_protected span;
	struct place level_at = NOWHERE, sentence_at = NOWHERE, span_at = NOWHERE;
	if (norm_levels_level(walk->report->levels, walk->level, &level))
		level_at = (struct place){level.outer_start, 2 * level.depth};
	if (norm_levels_sentence(walk->report->levels, walk->sentence, &sentence))
		sentence_at = (struct place){sentence.start, rank_of_sentence(walk, &sentence)};
	if (norm_levels_protected(walk->report->levels, walk->span, &span))
		span_at = (struct place){span.start, UINT_MAX - 1};
	if (is_before(level_at, sentence_at) && is_before(level_at, span_at))
		return tell_level(walk, &level);
	if (is_before(sentence_at, span_at))
		return tell_sentence(walk, &sentence);
	return span_at.start != SIZE_MAX && tell_span(walk, &span);
}

/* The length of the next part of a block: some whole paragraphs, or a longer one. */
static size_t part_length(const char *at, size_t len)
{
	if (len <= PART_SIZE)
		return len;
	const char *feed = memrchr(at, '\n', PART_SIZE);
	if (!feed)
		feed = memchr(at + PART_SIZE, '\n', len - PART_SIZE);
	return feed ? (size_t)(feed + 1 - at) : len;
}

static bool tell_part(struct walk *walk)
{
	const struct levels_part *part = &walk->part;
	walk->level = walk->sentence = walk->span = 0;
	if (norm_levels_read(walk->report->levels, part->text, part->len) != NORM_OK)
		message_out_of_memory();
	while (tell_next(walk))
		;
	walk->report->levels_done += walk->level;
	return !walk->report->out->failed;
}

bool show_levels_block(struct report *report, const norm_block *block)
{
	struct walk walk = {.report = report, .block = block};
	bool good = true;
	for (size_t done = 0; good && done < block->output_len; done += walk.part.len) {
		const char *at = block->output + done;
		walk.part = (struct levels_part){
			.text = at,
			.len = part_length(at, block->output_len - done),
			.offset = block->output_offset + done,
			.edits = block->edits,
		};
		good = tell_part(&walk);
	}
	return good;
}
