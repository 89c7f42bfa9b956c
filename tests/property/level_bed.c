/* SPDX-License-Identifier: MIT */
/*
 * The levels of mixed text whose truth is known: parallel sentences of French and Arabic, one after the other and one
 * inside the other, in every kind of quote. The sentences are those of the corpus beside the source tree, which is not
 * ours to copy; without it the test is skipped. NORM_CORPUS of the environment names another directory.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "property/random.h"
#include "support/escape.h"
#include "text/level.h"

enum { SKIPPED = 77, PAIRS_MAX = 2000, QUERIES_MAX = 64, SEED = 20240521, PERCENT = 99 };

enum side { FRENCH, ARABIC };

static char *sentences[PAIRS_MAX][2];
static size_t pair_count;

/* A text with the places that are asked for. */
struct bed {
	struct buffer text;
	struct {
		size_t at;
		enum language language;
	} query[QUERIES_MAX];
	size_t queries;
};

/* Sentences with marks of their own would have levels that nobody knows. */
static bool is_simple(const char *text)
{
	static const char *const marks[] = {"\"", "«", "»", "“", "”", "„", "(", ")", "[", "]", "‘", ":", "’ ", "..."};
	for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
		if (strstr(text, marks[i]))
			return false;
	size_t len = strlen(text);
	return len > 20 && text[len - 1] == '.' && strchr(text, '.') == text + len - 1;
}

static void add_pair(char *line)
{
	char *fr = strchr(line, '\t'), *ar = fr ? strchr(fr + 1, '\t') : NULL;
	if (!ar || line[0] == '#' || pair_count == PAIRS_MAX)
		return;
	*ar++ = '\0';
	ar[strcspn(ar, "\r\n")] = '\0';
	if (!is_simple(fr + 1) || !is_simple(ar))
		return;
	sentences[pair_count][FRENCH] = strdup(fr + 1);
	sentences[pair_count++][ARABIC] = strdup(ar);
}

static bool read_pairs(void)
{
	static char name[4096], line[1 << 16];
	const char *corpus = getenv("NORM_CORPUS"), *top = getenv("top_srcdir");
	if (corpus)
		snprintf(name, sizeof name, "%s/pud.fr-ar.tsv", corpus);
	else
		snprintf(name, sizeof name, "%s/../shared/corpus/pud.fr-ar.tsv", top ? top : ".");
	FILE *file = fopen(name, "r");
	if (!file)
		return false;
	while (fgets(line, sizeof line, file))
		add_pair(line);
	fclose(file);
	return true;
}

/* ---- Writing beds ---- */

static enum language language_of(enum side side)
{
	return side == FRENCH ? LANGUAGE_FRENCH : LANGUAGE_ARABIC;
}

/* The next character is governed by this side. */
static void ask(struct bed *bed, enum side side)
{
	if (bed->queries == QUERIES_MAX)
		return;
	bed->query[bed->queries].at = bed->text.len;
	bed->query[bed->queries++].language = language_of(side);
}

static void put(struct bed *bed, const char *text, size_t len)
{
	buffer_append(&bed->text, text, len);
}

static void put_text(struct bed *bed, const char *text)
{
	buffer_append_text(&bed->text, text);
}

/* A sentence without its full stop. */
static void put_words(struct bed *bed, const char *sentence, enum side side)
{
	size_t space = strcspn(sentence, " ");
	put(bed, sentence, space);
	ask(bed, side);
	put(bed, sentence + space, strlen(sentence) - 1 - space);
}

static void put_stop(struct bed *bed, enum side side)
{
	ask(bed, side);
	put_text(bed, ".");
}

struct quotes {
	const char *open, *close;
};

static const struct quotes kinds[] = {
    {"«", "»"},   {"« ", " »"}, {"«\u00A0", "\u00A0»"}, {"«\u202F", "\u202F»"}, {"“", "”"}, {"\"", "\""},
    {"\" ", " \""}, {"„", "“"}, {"‹", "›"},             {"”", "”"},           {"«", "\""}, {"(", ")"}, {"[", "]"},
};

/* A sentence with something in the middle, in quotes: before the space in the middle of it, and behind it. */
static const char *put_first_half(struct bed *bed, const char *sentence, enum side side)
{
	size_t middle = strlen(sentence) / 2;
	middle += strcspn(sentence + middle, " ");
	if (!sentence[middle])
		middle = strcspn(sentence, " ");
	ask(bed, side);
	put(bed, sentence, middle);
	put_text(bed, " ");
	return sentence + middle;
}

static void put_rest(struct bed *bed, const char *rest, enum side side)
{
	ask(bed, side);
	put(bed, rest, strlen(rest) - 1);
	put_stop(bed, side);
}

static void open_quote(struct bed *bed, const struct quotes *quotes, enum side host)
{
	ask(bed, host);
	put_text(bed, quotes->open);
}

/* The closing mark, which may have a space of the content before it. */
static void close_quote(struct bed *bed, const struct quotes *quotes, enum side host)
{
	size_t gap = quotes->close[0] == ' ' ? 1 : 0;
	gap = !strncmp(quotes->close, "\u00A0", 2) ? 2 : !strncmp(quotes->close, "\u202F", 3) ? 3 : gap;
	put(bed, quotes->close, gap);
	ask(bed, host);
	put_text(bed, quotes->close + gap);
}

/* ---- The constructions ---- */

typedef void construct_fn(struct bed *bed, struct random *random, enum side side);

static const char *any_sentence(struct random *random, enum side side)
{
	return sentences[random_below(random, pair_count)][side];
}

static const struct quotes *any_kind(struct random *random)
{
	return &kinds[random_below(random, sizeof kinds / sizeof kinds[0])];
}

static void side_by_side(struct bed *bed, struct random *random, enum side side)
{
	for (size_t i = 0; i < 6; i++, side = !side) {
		put_words(bed, any_sentence(random, side), side);
		put_stop(bed, side);
		put_text(bed, i < 5 ? " " : "");
	}
}

static void one_in_other(struct bed *bed, struct random *random, enum side side)
{
	const struct quotes *quotes = any_kind(random);
	const char *rest = put_first_half(bed, any_sentence(random, side), side);
	open_quote(bed, quotes, side);
	put_words(bed, any_sentence(random, !side), !side);
	close_quote(bed, quotes, side);
	put_rest(bed, rest, side);
}

static void with_stop(struct bed *bed, struct random *random, enum side side)
{
	const struct quotes *quotes = any_kind(random);
	put_words(bed, any_sentence(random, side), side);
	ask(bed, side);
	put_text(bed, ": ");
	open_quote(bed, quotes, side);
	put_words(bed, any_sentence(random, !side), !side);
	put_stop(bed, !side);
	close_quote(bed, quotes, side);
	put_text(bed, " ");
	put_words(bed, any_sentence(random, side), side);
	put_stop(bed, side);
}

static void nested(struct bed *bed, struct random *random, enum side side)
{
	size_t first = random_below(random, 4);
	const struct quotes *outer = &kinds[first], *inner = &kinds[4 + random_below(random, 3)];
	const char *rest = put_first_half(bed, any_sentence(random, side), side);
	open_quote(bed, outer, side);
	const char *inner_rest = put_first_half(bed, any_sentence(random, !side), !side);
	open_quote(bed, inner, !side);
	put_words(bed, any_sentence(random, side), side);
	close_quote(bed, inner, !side);
	put_words(bed, inner_rest, !side);
	close_quote(bed, outer, side);
	put_rest(bed, rest, side);
}

static void short_quote(struct bed *bed, struct random *random, enum side side)
{
	const struct quotes *quotes = any_kind(random);
	const char *word = any_sentence(random, !side);
	const char *rest = put_first_half(bed, any_sentence(random, side), side);
	open_quote(bed, quotes, side);
	put(bed, word, strcspn(word, " .,"));
	close_quote(bed, quotes, side);
	put_rest(bed, rest, side);
}

static void not_closed(struct bed *bed, struct random *random, enum side side)
{
	put_first_half(bed, any_sentence(random, side), side);
	open_quote(bed, &kinds[random_below(random, 5)], side);
	put_words(bed, any_sentence(random, !side), !side);
	put_stop(bed, !side);
}

static void not_opened(struct bed *bed, struct random *random, enum side side)
{
	put_words(bed, any_sentence(random, !side), !side);
	put_stop(bed, !side);
	close_quote(bed, &kinds[random_below(random, 5)], side);
	put_text(bed, " ");
	put_words(bed, any_sentence(random, side), side);
	put_stop(bed, side);
}

static void name_in_sentence(struct bed *bed, struct random *random, enum side side)
{
	static const char *const names[2][4] = {{"الجزيرة", "الشرق الأوسط", "النهار", "وادي الذهب"},
						{"Le Monde", "Jean de La Fontaine", "France Télévisions", "Facebook"}};
	const char *rest = put_first_half(bed, any_sentence(random, side), side);
	put_text(bed, names[side][random_below(random, 4)]);
	ask(bed, side);
	put_text(bed, "!");
	put_rest(bed, rest, side);
}

static const struct {
	const char *name;
	construct_fn *construct;
} constructions[] = {
    {"side by side", side_by_side}, {"one in the other", one_in_other}, {"with its full stop", with_stop},
    {"nested twice", nested},       {"one word", short_quote},          {"not closed", not_closed},
    {"not opened", not_opened},     {"a name", name_in_sentence},
};

/* ---- Asking ---- */

static size_t count_right(struct levels *levels, const struct bed *bed)
{
	size_t right = 0;
	levels_read(levels, bed->text.at, bed->text.len);
	for (size_t i = 0; i < bed->queries; i++)
		right += levels_language_at(levels, bed->query[i].at) == bed->query[i].language;
	if (right < bed->queries && getenv("NORM_VERBOSE")) {
		escape_print(stdout, bed->text.at, bed->text.len);
		printf("\n");
	}
	return right;
}

int main(void)
{
	size_t passed = 0, failed = 0;
	struct random random = {SEED};
	struct levels levels = {0};
	struct bed bed = {0};
	if (!read_pairs()) {
		printf("no corpus here\n");
		return SKIPPED;
	}
	for (size_t i = 0; i < sizeof constructions / sizeof constructions[0]; i++) {
		size_t right = 0, all = 0;
		for (size_t n = 0; n < 4000; n++) {
			bed.text.len = bed.queries = 0;
			constructions[i].construct(&bed, &random, n % 2 ? FRENCH : ARABIC);
			right += count_right(&levels, &bed);
			all += bed.queries;
		}
		printf("figure: %s: %zu of %zu languages right (%.2f %%)\n", constructions[i].name, right, all,
		       100.0 * (double)right / (double)all);
		++*(right * 100 >= all * PERCENT ? &passed : &failed);
	}
	levels_release(&levels);
	buffer_release(&bed.text);
	for (size_t i = 0; i < pair_count; i++) {
		free(sentences[i][FRENCH]);
		free(sentences[i][ARABIC]);
	}
	printf("%zu passed, %zu failed\n", passed, failed);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
