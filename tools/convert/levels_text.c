/* SPDX-License-Identifier: MIT */
/*
 * page.txt:1:1:      fr ¶ "Il dit « نعم » à 12:30."
 * page.txt:1:8:          ar «…» "نعم"
 * page.txt:1:17:       [time] "12:30"
 *
 * A level stands four columns further to the right for each level around it, its sentences two more than itself. A
 * level that is one sentence has one line. What may be of another direction comes last, so that a program that lays out
 * right-to-left text leaves the rest of the line in order.
 */
#include <string.h>

#include "common/colour.h"
#include "common/excerpt.h"
#include "common/utf8.h"
#include "common/width.h"
#include "convert/show_levels.h"

#define PLACE_COLUMNS 11 /* of ":LINE:COLUMN: " behind the name of the file; larger numbers push the line out */
#define EXCERPT_MIN 24
#define MARK_COLUMNS 1
#define PARAGRAPH_SIGN 0x00B6u
#define ELLIPSIS 0x2026u

/* A piece of the text, without spaces and ends of lines around it. */
struct piece {
	const char *at;
	size_t len;
};

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Where a text ends without a PARAGRAPH SEPARATOR at its end. */
static size_t before_separator(const char *text, size_t start, size_t end)
{
	return end - start >= 3 && !memcmp(text + end - 3, "\xE2\x80\xA9", 3) ? end - 3 : end;
}

static struct piece trim(const struct levels_part *part, size_t start, size_t end)
{
	const char *text = part->text;
	end = before_separator(text, start, end);
	while (start < end && is_blank(text[start]))
		start++;
	while (start < end && is_blank(text[end - 1]))
		end--;
	return (struct piece){text + start, end - start};
}

/* Append in colour; the columns are counted in `used`. */
static void append_coloured(struct bytes *line, enum colour colour, const char *text, int *used)
{
	bytes_append_text(line, colour_on(COLOUR_STDOUT, colour));
	bytes_append_text(line, text);
	bytes_append_text(line, colour_off(COLOUR_STDOUT));
	*used += width_of(text);
}

/* Append place and indentation. @return the columns used. */
static int start_line(struct report *report, unsigned indent)
{
	struct bytes place = {0};
	int used = 0;
	bytes_append_shown(&place, report->file);
	int column = width_of(bytes_text(&place)) + PLACE_COLUMNS;
	bytes_format(&place, ":%llu:%llu:", (unsigned long long)report->position.line,
		     (unsigned long long)report->position.column);
	append_coloured(&report->line, COLOUR_BOLD, bytes_text(&place), &used);
	bytes_release(&place);
	int spaces = (used < column ? column - used : 1) + 2 * (int)indent;
	width_spaces(&report->line, spaces);
	return used + spaces;
}

/* Append the text in quotation marks, cut to what is left of the line, and end the line. */
static void end_line(struct report *report, struct piece piece, int used)
{
	int room = report->columns - used - (int)sizeof " \"\"";
	bytes_append_text(&report->line, " \"");
	excerpt_append_line(&report->line, piece.at, piece.len, room < EXCERPT_MIN ? EXCERPT_MIN : room, report->isolate);
	bytes_append_text(&report->line, "\"\n");
}

/* Append the marks of a level: «…», or «… or …» where one is missing; ¶ for a paragraph. @return the columns used. */
static int append_marks(struct report *report, const struct levels_part *part, const norm_level *level)
{
	struct bytes *line = &report->line;
	int used = 2;
	bytes_append_char(line, ' ');
	if (level->parent == NORM_LEVEL_NONE) {
		utf8_append(line, PARAGRAPH_SIGN);
		return used;
	}
	used += excerpt_append_line(line, part->text + level->outer_start, level->start - level->outer_start, MARK_COLUMNS,
				    false);
	utf8_append(line, ELLIPSIS);
	return used + excerpt_append_line(line, part->text + level->end, level->outer_end - level->end, MARK_COLUMNS, false);
}

/* Whether the line of a level tells all that the line of its sentence would. */
static bool is_one_sentence(const struct report *report, const norm_level *level)
{
	norm_sentence sentence;
	return level->sentence_count == 1 && norm_levels_sentence(report->levels, level->first_sentence, &sentence) &&
	       sentence.language == level->language;
}

void levels_text_level(struct report *report, const struct levels_part *part, const norm_level *level)
{
	struct piece piece = trim(part, level->start, level->end);
	if (level->parent == NORM_LEVEL_NONE && piece.len == 0)
		return;
	int used = start_line(report, 2 * level->depth);
	append_coloured(&report->line, COLOUR_CYAN, norm_language_tag(level->language), &used);
	used += append_marks(report, part, level);
	end_line(report, piece, used);
}

void levels_text_sentence(struct report *report, const struct levels_part *part, const norm_sentence *sentence)
{
	norm_level level = {0};
	struct piece piece = trim(part, sentence->start, sentence->end);
	norm_levels_level(report->levels, sentence->level, &level);
	if (piece.len == 0 || is_one_sentence(report, &level))
		return;
	int used = start_line(report, 2 * level.depth + 1);
	append_coloured(&report->line, COLOUR_CYAN, norm_language_tag(sentence->language), &used);
	end_line(report, piece, used);
}

void levels_text_protected(struct report *report, const struct levels_part *part, const norm_protected *span,
			   unsigned depth)
{
	int used = start_line(report, 2 * depth + 2) + 2;
	bytes_append_char(&report->line, '[');
	append_coloured(&report->line, COLOUR_YELLOW, span->kind, &used);
	bytes_append_char(&report->line, ']');
	end_line(report, (struct piece){part->text + span->start, span->end - span->start}, used);
}
