/* SPDX-License-Identifier: MIT */
/*
 * True text, set in columns: lines of equal width, in letters of equal or natural width, words hyphenated between syllables or at
 * their own hyphens, paragraphs with or without an empty line between them, headings, verse. What becomes of each end of a line
 * is known. Prints how often it is told right, and mistakes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "accuracy/bed.h"
#include "base/buffer.h"
#include "property/random.h"
#include "repair/line_ends.h"
#include "text/step.h"
#include "unicode/utf8.h"

enum { SEED = 20260413, MISTAKES = 10, QUICK_STEP = 6, JOINS = LINE_JOIN_WORD + 1, FEW = 100, LINES_MAX = 4096, POINTS_MAX = 32 };

static const char *const join_names[JOINS] = {"stays", "space", "hyphen stays", "hyphen goes"};
static const double targets[JOINS] = {94.0, 98.0, 90.0, 99.5}; /* per cent */

/* A page: its lines, and what is true of the end of each. */
struct page {
	struct buffer text;
	size_t start[LINES_MAX + 1];
	enum line_join truth[LINES_MAX];
	size_t lines;
};

struct column {
	unsigned width; /* in tenths of a letter */
	bool natural;   /* letters are not equally wide */
	bool hyphens;   /* words are divided */
};

static size_t counts[2][JOINS][JOINS], mistakes;

static void end_line(struct page *page, enum line_join truth)
{
	page->truth[page->lines++] = truth;
	page->start[page->lines] = page->text.len;
}

static unsigned letter_width(const struct column *column, char byte)
{
	if (utf8_is_trail((uint8_t)byte))
		return 0;
	if (!column->natural)
		return 10;
	if (strchr("iljtf.,;:'!| ", byte))
		return 6;
	return strchr("mwMWABCDEFGHNOPQRSTUVXYZ", byte) ? 14 : 10;
}

static unsigned text_width(const struct column *column, const char *text, size_t len)
{
	unsigned width = 0;
	for (size_t i = 0; i < len; i++)
		width += letter_width(column, text[i]);
	return width;
}

static bool is_vowel(const char *at)
{
	return strchr("aeiouy", *at) || (*at == '\xC3' && (uint8_t)at[1] >= 0xA0 && (uint8_t)at[1] <= 0xBC && (uint8_t)at[1] != 0xA7);
}

static bool is_small(const char *at)
{
	return (*at >= 'a' && *at <= 'z') || (*at == '\xC3' && (uint8_t)at[1] >= 0xA0);
}

static size_t bytes_of(const char *at)
{
	return *at == '\xC3' ? 2 : 1;
}

/* Whether two consonants begin a syllable together. */
static bool is_pair(char first, char second)
{
	return (strchr("bcdfgptv", first) && strchr("lr", second)) || (strchr("cpt", first) && second == 'h') ||
	       (first == 'g' && second == 'n');
}

static bool rest_has_three(const char *at, const char *end)
{
	for (size_t letters = 0; at < end; at += bytes_of(at))
		if (++letters == 3)
			return true;
	return false;
}

/* Where a French word of small letters may be divided: in front of a consonant with a vowel, or of two that belong together. */
static size_t find_points(const char *word, size_t len, size_t *points)
{
	size_t count = 0, vowels = 0, letters = 0, at = 0;
	while (at < len && is_small(word + at))
		at += bytes_of(word + at);
	for (size_t i = 0, end = at; i < end && count < POINTS_MAX; i += bytes_of(word + i), letters++) {
		const char *next = word + i + bytes_of(word + i);
		bool pair = !is_vowel(word + i) && !is_vowel(next) && is_pair(word[i], *next) && next + 1 < word + end && is_vowel(next + 1);
		bool single = !is_vowel(word + i) && is_vowel(next) && !(i > 0 && is_pair(word[i - 1], word[i]));
		if (letters >= 2 && vowels && rest_has_three(word + i, word + end) && (pair || single))
			points[count++] = i;
		vowels += is_vowel(word + i);
	}
	return count;
}

/* The longest part of a word that finds room with a hyphen, 0 if none; whether the hyphen is its own. */
static size_t divide(const struct column *column, const char *word, size_t len, unsigned room, bool *ret_own)
{
	size_t points[POINTS_MAX], best = 0, count = find_points(word, len, points);
	const char *hyphen = memchr(word, '-', len);
	for (const char *p = hyphen; p; p = memchr(p + 1, '-', len - (size_t)(p + 1 - word)))
		if (p > word && p + 1 < word + len && text_width(column, word, (size_t)(p + 1 - word)) <= room)
			best = (size_t)(p + 1 - word);
	*ret_own = hyphen;
	for (size_t i = 0; i < count && !hyphen; i++)
		if (text_width(column, word, points[i]) + 10 <= room)
			best = points[i];
	return best;
}

/* Put the words of a paragraph into lines. `last` is true of the end of the last one. */
static void set_paragraph(struct page *page, const struct column *column, const char *text, size_t len, enum line_join last)
{
	unsigned used = 0;
	for (const char *end = text + len; text < end && page->lines + 2 < LINES_MAX;) {
		const char *space = memchr(text, ' ', (size_t)(end - text));
		size_t word = (size_t)((space ? space : end) - text), part = 0;
		unsigned gap = used ? letter_width(column, ' ') : 0;
		bool own = false, fits = used + gap + text_width(column, text, word) <= column->width;
		if (!fits && column->hyphens && used + gap < column->width)
			part = divide(column, text, word, column->width - used - gap, &own);
		if (!fits && !part && used) {
			end_line(page, LINE_JOIN_SPACE);
			used = gap = 0;
		}
		if (gap)
			buffer_append_text(&page->text, " ");
		buffer_append(&page->text, text, part ? part : word);
		used += gap + text_width(column, text, part ? part : word);
		text += part ? part : word + (space != NULL);
		if (part) {
			buffer_append_text(&page->text, own ? "" : "-");
			end_line(page, own ? LINE_JOIN_HYPHEN : LINE_JOIN_WORD);
			used = 0;
		}
	}
	end_line(page, last);
}

static bool is_plain(const struct bed_paragraph *paragraph)
{
	return paragraph->len > 200 && !strstr(paragraph->text, "  ") && paragraph->text[0] != ' ' && paragraph->text[0] != '-' &&
	       paragraph->text[paragraph->len - 1] != ' ';
}

/* The first words of a paragraph, about half a line. */
static size_t heading_length(const char *text)
{
	size_t len = 18;
	return len + strcspn(text + len, " ");
}

/* Lines of verse: what is between commas, which begins with a capital. */
static void set_verse(struct page *page, const char *text, size_t len)
{
	for (const char *end = text + len; text < end && page->lines + 1 < LINES_MAX;) {
		size_t part = strcspn(text, ",.;:");
		part += text + part < end;
		if (part > 24 && part < 60 && *text >= 'a' && *text <= 'z') {
			char capital = (char)(*text & ~0x20);
			buffer_append(&page->text, &capital, 1);
			buffer_append(&page->text, text + 1, part - 1);
			end_line(page, LINE_JOIN_NONE);
		}
		text += part;
		text += strspn(text, " ");
	}
	end_line(page, LINE_JOIN_NONE);
}

static void set_page(struct page *page, struct random *random, const struct bed *bed, size_t first)
{
	struct column column = {10 * (36 + (unsigned)random_below(random, 60)), random_once_in(random, 2), !random_once_in(random, 4)};
	bool spaced = random_once_in(random, 2);
	page->text.len = page->lines = page->start[0] = 0;
	for (size_t i = first, count = 0; i < bed->len && count < 5; i += 1 + (bed->at[first].document == bed->at[i].document), count++) {
		const struct bed_paragraph *paragraph = &bed->at[i];
		if (!is_plain(paragraph) || paragraph->language != bed->at[first].language)
			continue;
		if (random_once_in(random, 4))
			set_paragraph(page, &column, paragraph->text, heading_length(paragraph->text), LINE_JOIN_NONE);
		set_paragraph(page, &column, paragraph->text, paragraph->len, LINE_JOIN_NONE);
		if (spaced)
			end_line(page, LINE_JOIN_NONE);
	}
	if (random_once_in(random, 3) && bed->at[first].language == BED_FRENCH) {
		end_line(page, LINE_JOIN_NONE);
		set_verse(page, bed->at[first].text, bed->at[first].len);
	}
}

static void tell(const struct page *page, size_t i, enum line_join got)
{
	const char *text = (const char *)page->text.at;
	if (mistakes++ < MISTAKES)
		printf("mistake: %s told for %s: %.*s | %.*s\n", join_names[got], join_names[page->truth[i]],
		       (int)(page->start[i + 1] - page->start[i]), text + page->start[i], (int)(page->start[i + 2] - page->start[i + 1]),
		       text + page->start[i + 1]);
}

static void ask_page(const struct page *page, enum bed_language language)
{
	struct line_ends ends = {0};
	for (size_t i = 0; i + 1 < page->lines; i++) {
		const size_t *start = &page->start[i];
		enum line_join got = line_ends_decide(&ends, page->text.at + start[0], start[1] - start[0], page->text.at + start[1],
						      start[2] - start[1]);
		counts[language][page->truth[i]][got]++;
		if (got != page->truth[i])
			tell(page, i, got);
	}
}

static bool print_counts(enum bed_language language, enum line_join truth)
{
	const size_t *row = counts[language][truth];
	size_t all = row[0] + row[1] + row[2] + row[3];
	if (all == 0)
		return true;
	double percent = 100.0 * (double)row[truth] / (double)all;
	printf("figure: %s, %-12s: %6zu of %6zu right: %.2f %%; told %zu stays, %zu space, %zu hyphen stays, %zu hyphen goes\n",
	       language == BED_FRENCH ? "fr" : "ar", join_names[truth], row[truth], all, percent, row[0], row[1], row[2], row[3]);
	return all < FEW || percent >= targets[truth];
}

int main(int argc, char **argv)
{
	static struct page page;
	struct bed bed = {0};
	struct random random = {SEED};
	size_t passed = 0, failed = 0, step = bed_is_long(argc, argv) ? 1 : QUICK_STEP;
	bool found = bed_read_news(&bed, BED_FRENCH, BED_ODD) & bed_read_news(&bed, BED_ARABIC, BED_ODD);
	for (size_t i = 0; found && i < bed.len; i += step) {
		set_page(&page, &random, &bed, i);
		ask_page(&page, bed.at[i].language);
	}
	for (int i = 0; found && i < 2 * JOINS; i++)
		++*(print_counts((enum bed_language)(i / JOINS), (enum line_join)(i % JOINS)) ? &passed : &failed);
	buffer_release(&page.text);
	bed_release(&bed);
	printf("%zu passed, %zu failed\n", passed, failed);
	return failed ? EXIT_FAILURE : found ? EXIT_SUCCESS : BED_SKIPPED;
}
