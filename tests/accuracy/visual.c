/* SPDX-License-Identifier: MIT */
/*
 * How well Arabic in the order of display is read: news and parallel sentences, broken into lines of any length and put in
 * the order of display, have to come out as they were; and what stands in the order of reading has to stay. Fixed seeds;
 * NORM_VERBOSE shows more mistakes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "accuracy/bed.h"
#include "accuracy/display.h"
#include "accuracy/other_languages.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "property/random.h"
#include "repair/steps.h"
#include "unicode/utf8.h"

enum { SEED = 20240917, SHOWN = 10, WORDS_MIN = 3, WORDS_MAX = 12, SAFE = 1 };

/*
 * Of damaged lines, and of those in both scripts, this share has to come out exactly, in percent; of true ones so many may be
 * changed in 100,000.
 */
enum { RIGHT_PERCENT = 97, CHANGED_MAX = 1 };

/* ---- Running the step ---- */

struct outcome {
	bool changed, reported;
	const char *text; /* lent until the next call */
};

static struct outcome run(const char *text, size_t len)
{
	static struct items items;
	static struct buffer out;
	const uint8_t *at = (const uint8_t *)text, *end = at + len;
	items_clear(&items);
	items.changed = false;
	items.log = true;
	out.len = 0;
	while (at < end) {
		uint32_t cp, start = (uint32_t)(at - (const uint8_t *)text);
		unsigned n = utf8_decode(at, end, &cp);
		items_push(&items, cp, start, start + n);
		at += n;
	}
	repair_step_visual_order.repair(&items, SAFE, 1);
	for (size_t i = 0; i < items.len; i++) {
		uint8_t bytes[4];
		buffer_append(&out, bytes, utf8_encode(items.at[i].cp, bytes));
	}
	buffer_append(&out, "", 1);
	if (items.failed || out.failed)
		exit(EXIT_FAILURE);
	return (struct outcome){items.changed, items.finding_len > 0, (const char *)out.at};
}

static bool suspects(const char *text, size_t len)
{
	const uint8_t *start = (const uint8_t *)text, *end = start + len;
	return repair_step_visual_order.suspects(SAFE, start, end, end) == SUSPICION_SOME;
}

/* The laws of the contract: what is changed or reported was suspected, and what comes out is left as it is. */
static unsigned long broken_laws;

static void check_laws(const char *text, size_t len, struct outcome outcome)
{
	if ((outcome.changed || outcome.reported) && !suspects(text, len)) {
		printf("FAIL: repaired but not suspected: %s\n", text);
		broken_laws++;
	}
	if (!outcome.changed)
		return;
	char *first = strdup(outcome.text);
	if (run(first, strlen(first)).changed) {
		printf("FAIL: changed again: %s\n", text);
		broken_laws++;
	}
	free(first);
}

/* ---- Damaged lines ---- */

struct score {
	unsigned long lines, right, wrong, left, reported, alike;
};

struct trial {
	struct score *by_words; /* by Arabic words; WORDS_MAX for so many and more */
	struct score *sum;
	const char *name;
};

/* ---- What no method could tell: another text than the true one, which is displayed as the same line ---- */

static struct wrong {
	char *got, *shown;
} *wrongs;
static size_t wrong_count, wrong_cap;

static void remember_wrong(const char *got, const char *shown)
{
	if (!memory_reserve(&wrongs, &wrong_cap, wrong_count + 1, sizeof *wrongs))
		exit(EXIT_FAILURE);
	wrongs[wrong_count++] = (struct wrong){strdup(got), strdup(shown)};
}

static void count_alike(struct score *score, const struct display *display)
{
	for (size_t i = 0; i < wrong_count; i++) {
		bool alike = display_gives(wrongs[i].got, display, wrongs[i].shown);
		score->alike += alike;
		if (!alike && getenv("NORM_VERBOSE"))
			printf("not what is displayed:\n   shown %s\n   got   %s\n", wrongs[i].shown, wrongs[i].got);
		free(wrongs[i].got);
		free(wrongs[i].shown);
	}
	wrong_count = 0;
}

static size_t count_words(const char *text)
{
	size_t count = 1;
	for (; *text; text++)
		count += *text == ' ';
	return count;
}

/* Words with an Arabic letter: they are all that the order of a line can be told by. */
static size_t count_arabic_words(const char *text)
{
	size_t count = 0;
	for (bool counted = false; *text; text++) {
		bool arabic = ((unsigned char)*text & 0xFC) == 0xD8 || (unsigned char)*text == 0xEF;
		count += arabic && !counted;
		counted = *text != ' ' && (counted || arabic);
	}
	return count;
}

static void show(const struct trial *trial, const char *truth, const char *shown, const char *got, const char *what)
{
	static unsigned count;
	if (count++ >= SHOWN && !getenv("NORM_VERBOSE"))
		return;
	printf("%s, %s:\n   truth %s\n   shown %s\n", trial->name, what, truth, shown);
	if (got)
		printf("   got   %s\n", got);
}

static void add_score(struct score *sum, const struct score *score)
{
	sum->lines += score->lines;
	sum->right += score->right;
	sum->wrong += score->wrong;
	sum->left += score->left;
	sum->reported += score->reported;
	sum->alike += score->alike;
}

/* A display_fn: repair a line that is displayed in another order than it is read. */
static void try_line(void *context, const char *truth, const char *shown)
{
	struct trial *trial = context;
	size_t words = count_arabic_words(truth), len = strlen(shown);
	if (count_words(truth) < WORDS_MIN || strcmp(truth, shown) == 0)
		return;
	struct outcome outcome = run(shown, len);
	bool right = strcmp(outcome.text, truth) == 0;
	struct score one = {1, right, outcome.changed && !right, !outcome.changed, outcome.reported, 0};
	add_score(trial->sum, &one);
	add_score(&trial->by_words[words < WORDS_MAX ? words : WORDS_MAX], &one);
	if (one.wrong) {
		show(trial, truth, shown, outcome.text, "read wrongly");
		remember_wrong(outcome.text, shown);
	} else if (!outcome.changed) {
		show(trial, truth, shown, NULL, outcome.reported ? "reported" : "left");
	}
	check_laws(shown, len, outcome);
}

static double percent(unsigned long part, unsigned long all)
{
	return all ? 100.0 * (double)part / (double)all : 100.0;
}

static void print_score(const char *name, const struct score *score)
{
	unsigned long all = score->lines;
	printf("%-56s %8lu lines  right %6.2f %%  wrong %5.2f %%  left %5.2f %%  (reported %.2f %%)\n", name, all,
	       percent(score->right, all), percent(score->wrong, all), percent(score->left, all),
	       percent(score->reported, all));
}

/* What was read wrongly may be displayed as the true line is: then the order of its characters cannot tell. */
static void print_told(const struct score *score, const char *what)
{
	printf("of %lu lines read wrongly %lu are displayed as they were; %.2f %% are right %s that their order can tell\n", score->wrong,
	       score->alike, percent(score->right, score->lines - score->alike), what);
}

static bool has_bidi_control(const char *text)
{
	static const char *const controls[] = {"\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xAA", "\xE2\x80\xAB",
					       "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE", "\xD8\x9C"};
	for (size_t i = 0; i < sizeof controls / sizeof controls[0]; i++)
		if (strstr(text, controls[i]))
			return true;
	return false;
}

static bool has_latin(const char *text)
{
	for (; *text; text++)
		if ((*text >= 'A' && *text <= 'Z') || (*text >= 'a' && *text <= 'z'))
			return true;
	return false;
}

/* ---- Beds of lines ---- */

static struct bed arabic, french, sentences;

/* Words [first, first + count) of a text; `ret` is long enough. */
static void copy_words(char *ret, const char *text, size_t first, size_t count)
{
	while (first > 0 && *text)
		first -= *text++ == ' ';
	while (*text && (*text != ' ' || --count > 0))
		*ret++ = *text++;
	*ret = '\0';
}

static const char *any_text(const struct bed *bed, struct random *random)
{
	return bed->at[random_below(random, bed->len)].text;
}

/* Cut what is no Arabic letter from both ends. */
static char *trim_arabic(char *text)
{
	size_t len = strlen(text);
	while (len > 1 && ((unsigned char)text[len - 2] & 0xFC) != 0xD8)
		text[--len] = '\0';
	while (*text && ((unsigned char)*text & 0xFC) != 0xD8)
		text++;
	return text;
}

/* From two to seven Arabic words that stand together. */
static char *arabic_words(struct random *random)
{
	static char words[1 << 16];
	for (;;) {
		const char *text = any_text(&arabic, random);
		size_t count = count_words(text);
		copy_words(words, text, random_below(random, count), 2 + random_below(random, 6));
		char *trimmed = trim_arabic(words);
		if (count_words(trimmed) > 1)
			return trimmed;
	}
}

/* A piece of a French sentence with Arabic words in it, in one of the ways in which they are quoted. */
static const char *french_line(struct random *random)
{
	static const char *const frames[][2] = {{" ", " "},   {" (", ") "}, {" « ", " » "},
						{", ", ", "}, {" «", "» "}, {" \"", "\" "}};
	static char line[1 << 18], first[1 << 16], second[1 << 16];
	const char *text = any_text(&french, random);
	size_t count = count_words(text), frame = random_below(random, sizeof frames / sizeof frames[0]);
	size_t at = 1 + random_below(random, count);
	copy_words(first, text, at > 6 ? at - 6 : 0, at > 6 ? 6 : at);
	copy_words(second, text, at, 1 + random_below(random, 6));
	const char *words = arabic_words(random);
	snprintf(line, sizeof line, "%s%s%s%s%s", first, frames[frame][0], words, frames[frame][1], second);
	line[strcspn(line, "\r\n")] = '\0';
	for (size_t len = strlen(line); len > 0 && line[len - 1] == ' ';)
		line[--len] = '\0';
	return line;
}

static void try_bed(struct trial *trial, const struct bed *bed, const struct display *display, bool latin, size_t step,
		    struct random *random)
{
	for (size_t i = 0; i < bed->len; i += step)
		if (!has_bidi_control(bed->at[i].text) && bed->at[i].language == BED_ARABIC &&
		    has_latin(bed->at[i].text) == latin)
			display_paragraph(bed->at[i].text, display, WORDS_MIN + random_below(random, WORDS_MAX),
					  try_line, trial);
}

static struct score all_scores, both_scores, mixed_scores[2], by_words[WORDS_MAX + 1];

static void try_display(const struct display *display, size_t step, struct random *random)
{
	static const char *const kinds[] = {"Arabic", "Arabic with Latin words", "French with Arabic words"};
	for (size_t kind = 0; kind < 3; kind++) {
		char name[100];
		struct score score = {0};
		snprintf(name, sizeof name, "%s%s%s%s", kinds[kind], display->forms ? ", forms" : "",
			 display->mirrored ? ", mirrored" : "", display->marks_behind ? ", marks behind" : "");
		struct trial trial = {by_words, &score, name};
		struct display shown = *display;
		shown.right_to_left = kind < 2;
		if (kind < 2) {
			try_bed(&trial, &arabic, &shown, kind == 1, step, random);
			try_bed(&trial, &sentences, &shown, kind == 1, step, random);
		}
		for (size_t i = 0; kind == 2 && i < 20000 / step; i++) {
			const char *line = french_line(random);
			if (!has_bidi_control(line))
				display_paragraph(line, &shown, 100, try_line, &trial);
		}
		count_alike(&score, &shown);
		print_score(name, &score);
		add_score(&all_scores, &score);
		if (kind > 0) {
			add_score(&mixed_scores[display->forms], &score);
			add_score(&both_scores, &score);
		}
	}
}

static void try_displays(size_t step)
{
	struct random random = {SEED};
	for (unsigned i = 0; i < 8; i++) {
		struct display display = {.forms = i & 1, .mirrored = i >> 1 & 1, .marks_behind = i >> 2 & 1};
		try_display(&display, step, &random);
	}
	struct score enough = {0};
	for (size_t words = 1; words <= WORDS_MAX; words++) {
		char name[40];
		snprintf(name, sizeof name, "Arabic words: %zu%s", words, words == WORDS_MAX ? " and more" : "");
		print_score(name, &by_words[words]);
		if (words >= WORDS_MIN)
			add_score(&enough, &by_words[words]);
	}
	print_score("Arabic words: 3 and more", &enough);
	print_score("all lines of three words and more", &all_scores);
	print_score("those in both scripts, letters", &mixed_scores[false]);
	print_score("those in both scripts, forms", &mixed_scores[true]);
	print_told(&all_scores, "of all lines");
	print_score("those in both scripts", &both_scores);
	print_told(&both_scores, "of those in both scripts");
}

/* ---- True lines ---- */

struct tally {
	const char *name;
	unsigned long lines, changed, reported, bytes, suspected;
};

static void try_true(struct tally *tally, const char *text, size_t len)
{
	struct outcome outcome = run(text, len);
	tally->lines++;
	tally->bytes += len;
	tally->changed += outcome.changed;
	tally->reported += outcome.reported;
	tally->suspected += suspects(text, len);
	check_laws(text, len, outcome);
	if (outcome.changed || (outcome.reported && getenv("NORM_VERBOSE")))
		printf("%s, true line %s: %.*s\n", tally->name, outcome.changed ? "changed" : "reported", (int)len,
		       text);
}

static struct tally all_true = {.name = "all true lines"};

static void finish(const struct tally *tally)
{
	double megabytes = (double)tally->bytes / 1e6;
	printf("%-56s %8lu lines  changed %lu  reported %lu  suspected %lu (%.2f in 1 MB)\n", tally->name, tally->lines,
	       tally->changed, tally->reported, tally->suspected, (double)tally->suspected / megabytes);
	all_true.lines += tally->lines;
	all_true.bytes += tally->bytes;
	all_true.changed += tally->changed;
	all_true.reported += tally->reported;
	all_true.suspected += tally->suspected;
}

static void try_whole_lines(const char *name, const struct bed *bed)
{
	struct tally tally = {.name = name};
	for (size_t i = 0; i < bed->len; i++)
		try_true(&tally, bed->at[i].text, bed->at[i].len);
	finish(&tally);
}

/* A display_fn: what is read is not damaged. */
static void try_truth(void *context, const char *truth, const char *shown)
{
	(void)shown;
	try_true(context, truth, strlen(truth));
}

/* Pieces of so many words, also in presentation forms. */
static void try_pieces(const char *name, size_t words, bool forms, size_t step)
{
	struct tally tally = {.name = name};
	const struct bed *beds[] = {&arabic, &sentences};
	const struct display display = {.right_to_left = true, .forms = forms};
	for (size_t b = 0; b < 2; b++)
		for (size_t i = 0; i < beds[b]->len; i += step)
			if (beds[b]->at[i].language == BED_ARABIC)
				display_paragraph(beds[b]->at[i].text, &display, words, try_truth, &tally);
	finish(&tally);
}

/* Lists of words that never stood together, from two to eight. */
static void try_shuffled(size_t count)
{
	static char line[1 << 18];
	struct tally tally = {.name = "shuffled words"};
	struct random random = {SEED};
	for (size_t n = 0; n < count; n++) {
		size_t len = 0;
		for (size_t words = 2 + random_below(&random, 7); words > 0 && len < 1000; words--) {
			const char *text = any_text(&arabic, &random);
			copy_words(line + len, text, random_below(&random, count_words(text)), 1);
			len += strlen(line + len);
			line[len++] = ' ';
		}
		try_true(&tally, line, len - 1);
	}
	finish(&tally);
}

static void try_french(size_t count)
{
	struct tally tally = {.name = "French with Arabic words, as it is read"};
	struct random random = {SEED};
	for (size_t n = 0; n < count; n++) {
		const char *line = french_line(&random);
		try_true(&tally, line, strlen(line));
	}
	finish(&tally);
}

/* All that can be cut from sentences of other languages. */
static void try_other_languages(void)
{
	static char line[4096];
	struct tally tally = {.name = "Persian, Urdu, Kurdish"};
	for (size_t i = 0; i < sizeof other_languages / sizeof other_languages[0]; i++)
		for (size_t first = 0; first < count_words(other_languages[i]); first++)
			for (size_t words = 1; first + words <= count_words(other_languages[i]); words++) {
				copy_words(line, other_languages[i], first, words);
				try_true(&tally, line, strlen(line));
			}
	finish(&tally);
}

static void try_true_lines(bool full)
{
	static const char *const names[] = {"single words", "two words", "three words", "four words", "five words"};
	size_t step = full ? 1 : 10;
	try_whole_lines("news in Arabic", &arabic);
	try_whole_lines("news in French", &french);
	try_whole_lines("parallel sentences", &sentences);
	for (size_t words = 1; words <= 5; words++)
		try_pieces(names[words - 1], words, false, step);
	try_pieces("three words in presentation forms", 3, true, step);
	try_pieces("ten words in presentation forms", 10, true, step);
	try_shuffled(full ? 300000 : 30000);
	try_french(full ? 50000 : 5000);
	try_other_languages();
}

int main(int argc, char **argv)
{
	bool full = bed_is_long(argc, argv), read = bed_read_news(&arabic, BED_ARABIC, BED_ODD);
	read = read && bed_read_news(&french, BED_FRENCH, BED_ODD) && bed_read_sentences(&sentences);
	if (!read) {
		printf("no corpus here\n");
		return BED_SKIPPED;
	}
	try_displays(full ? 1 : 20);
	try_true_lines(full);
	printf("figure: %.2f %% of %lu damaged lines right; %lu of %lu true lines changed\n",
	       percent(all_scores.right, all_scores.lines), all_scores.lines, all_true.changed, all_true.lines);
	bool reached = all_scores.right * 100 >= all_scores.lines * RIGHT_PERCENT &&
		       both_scores.right * 100 >= both_scores.lines * RIGHT_PERCENT &&
		       all_true.changed * 100000 <= all_true.lines * CHANGED_MAX;
	printf("%d passed, %lu failed\n", reached, broken_laws + !reached);
	bed_release(&arabic);
	bed_release(&french);
	bed_release(&sentences);
	return broken_laws || !reached ? EXIT_FAILURE : EXIT_SUCCESS;
}
