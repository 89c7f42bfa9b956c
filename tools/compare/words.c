/* SPDX-License-Identifier: MIT */
/* Running text of the second file, with what went out and what came in; only what stands around differences. */
#include "common/colour.h"
#include "compare/parts.h"

/* What is being printed. */
struct words {
	struct print *print;
	struct bytes *page;
	size_t hunk;   /* where in it the words around the last differences begin */
	size_t done;   /* the bytes of the second text that have been printed */
	uint32_t next; /* the token of it behind them */
};

/* Where a difference stands in both texts. */
struct place {
	struct slice a, b;
};

static void append_mark(struct words *words, bool is_a, struct slice slice, bool noise, bool exact)
{
	const struct comparison *comparison = words->print->comparison;
	const struct side *side = is_a ? &comparison->a : &comparison->b;
	if (slice.start < slice.end)
		print_append_mark(words->page, side->text.at + slice.start, slice.end - slice.start, is_a, noise, exact);
}

static void append_text_until(struct words *words, size_t end)
{
	if (end > words->done)
		print_append_shown(words->page, words->print->comparison->b.text.at + words->done, end - words->done, false);
	words->done = end > words->done ? end : words->done;
}

static void append_moved(struct words *words, const struct difference *difference)
{
	bytes_append_text(words->page, colour_on(COLOUR_STDOUT, COLOUR_CYAN));
	print_append_moved(words->page, words->print, difference);
	bytes_append_text(words->page, colour_off(COLOUR_STDOUT));
	if (difference->b < difference->b_end)
		bytes_append_char(words->page, ' ');
}

/* Names of invisible characters are told where they are what differs. */
static bool is_exact(const struct difference *difference)
{
	return difference->classes & (CLASS(SPACE) | CLASS(INVISIBLE) | CLASS(LINE_BREAK)) &&
	       difference->a_end - difference->a <= 1 && difference->b_end - difference->b <= 1;
}

/* ---- What is gone ---- */

static struct slice gap_of(const struct side *side, uint32_t index)
{
	struct token token = side_token(side, index);
	return (struct slice){(size_t)(token.gap - side->text.at), (size_t)(token.core - side->text.at)};
}

static void append_gone(struct words *words, const struct difference *difference, struct slice gone)
{
	if (difference->classes & CLASS(MOVED))
		append_moved(words, difference);
	else
		append_mark(words, true, gone, print_is_noise(difference), is_exact(difference));
}

/*
 * What is only in the first text stands behind the gap that it had there. But if it stood at the start of a line that went
 * on, it does so here.
 */
static void append_removed(struct words *words, const struct difference *difference, struct slice gone)
{
	const struct side *a = &words->print->comparison->a, *b = &words->print->comparison->b;
	bool starts_line = !difference->in_move && side_starts_line(a, difference->a) && side_starts_line(b, difference->b) &&
			   !side_starts_line(a, difference->a_end);
	struct slice gap = gap_of(a, starts_line ? difference->a_end : difference->a);
	if (starts_line)
		append_text_until(words, gap_of(b, difference->b).end);
	else
		print_append_shown(words->page, a->text.at + gap.start, gap.end - gap.start, false);
	append_gone(words, difference, gone);
	if (starts_line)
		print_append_shown(words->page, a->text.at + gap.start, gap.end - gap.start, false);
}

static void append_difference(struct words *words, const struct difference *difference, const struct place *place)
{
	struct slice a = place->a, b = place->b;
	append_text_until(words, b.start);
	if (difference->b == difference->b_end) {
		append_removed(words, difference, a);
	} else if (difference->classes & CLASS(MOVED)) {
		/* what has moved here is told by its own differences */
		append_moved(words, difference);
	} else {
		append_mark(words, true, a, print_is_noise(difference), is_exact(difference));
		append_mark(words, false, b, print_is_noise(difference), is_exact(difference));
		words->done = b.end > words->done ? b.end : words->done;
	}
	bool is_moved = difference->classes & CLASS(MOVED);
	uint32_t next = is_moved ? difference->b : difference->b_end;
	words->next = is_moved && words->next > next ? words->next : next;
}

/* ---- What stands around it ---- */

static uint32_t tokens_before(uint32_t token, uint32_t count)
{
	return token > count ? token - count : 0;
}

static void append_place(struct bytes *page, const char *before, const struct line_place *place)
{
	bytes_append_text(page, before);
	bytes_append_number(page, place->line);
	bytes_append_char(page, ':');
	bytes_append_number(page, place->column);
}

static void append_head(struct words *words, const struct place *place)
{
	struct print *print = words->print;
	struct line_place place_a = lines_place(&print->a, place->a.start), place_b = lines_place(&print->b, place->b.start);
	bytes_append_text(words->page, colour_on(COLOUR_STDOUT, COLOUR_CYAN));
	append_place(words->page, "@@ ", &place_a);
	append_place(words->page, " ", &place_b);
	bytes_append_text(words->page, " @@");
	bytes_append_text(words->page, colour_off(COLOUR_STDOUT));
	bytes_append_char(words->page, '\n');
}

static void start_hunk(struct words *words, const struct difference *first, const struct place *place)
{
	const struct side *b = &words->print->comparison->b;
	uint32_t start = tokens_before(first->b, words->print->options->context);
	words->hunk = words->page->len;
	append_head(words, place);
	if (start > words->next)
		words->done = (size_t)(side_token(b, start).core - b->text.at);
	else if (words->next < b->count)
		words->done = (size_t)(side_token(b, words->next).core - b->text.at);
}

static void end_hunk(struct words *words)
{
	const struct side *b = &words->print->comparison->b;
	uint32_t end = b->count - words->next > words->print->options->context ? words->next + words->print->options->context : b->count;
	/* also the word of which only the gap is different */
	if (end)
		append_text_until(words, (size_t)(side_token(b, end - 1).end - b->text.at));
	words->next = end;
	bytes_append_char(words->page, '\n');
	print_isolate_lines(words->page, words->hunk);
}

/* Do the words around this difference meet those around one that ends in front of token `end`? */
static bool is_near(const struct print *print, const struct difference *difference, uint32_t end)
{
	return difference->b <= end + 2 * (uint64_t)print->options->context;
}

static void append_words(struct print *print, size_t first, size_t last, struct bytes *page)
{
	const struct difference *at = print->comparison->differences.at;
	struct words words = {.print = print, .page = page};
	for (size_t i = first; i < last; i++) {
		struct place place;
		print_slices(print->comparison, &at[i], &place.a, &place.b);
		bool near = i > first && is_near(print, &at[i], words.next);
		if (!near && i > first)
			end_hunk(&words);
		if (!near)
			start_hunk(&words, &at[i], &place);
		append_difference(&words, &at[i], &place);
	}
	end_hunk(&words);
}

/* What has moved says too little of the words that have been shown with it. */
static bool is_apart(const struct print *print, size_t index)
{
	const struct difference *difference = &print->comparison->differences.at[index];
	return !(difference[-1].classes & CLASS(MOVED)) && !is_near(print, difference, difference[-1].b_end);
}

bool print_words(struct print *print)
{
	return print_parts(print, is_apart, append_words);
}
