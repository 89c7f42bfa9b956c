/* SPDX-License-Identifier: MIT */
/*
 * How much mojibake is put right, and what true text it costs: paragraphs that the models have not seen are damaged in every
 * way there is, whole or a few words of them, and repaired. Then the repair sees a million paragraphs of true text: the news,
 * and what is made of their words, of names, capitals and symbols. Fails where a target is missed. With `even` as second argument the
 * halves of the news are exchanged: see exchange_halves.sh.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "accuracy/bed.h"
#include "accuracy/recombine.h"
#include "base/buffer.h"
#include "property/random.h"
#include "repair/codepage.h"
#include "repair/steps.h"
#include "support/repair.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

enum { SAFE = 1, SHOWN_MAX = 10, SEED = 20261, QUICK_STEP = 80, CLEAN_QUICK = 20000, CLEAN_LONG = 1000000 };

/* ---- Damage ---- */

enum { SPACED = 1, DROPPED = 2, QUESTION = 4, REPLACED = 8, UNSEEN = 16 };

/*
 * UTF-8 read as a page, `layers` times; or cp1256 read as cp1252 (no layers). The bytes of which the page has no character
 * are kept as C1 controls, or dropped, or get a substitute. UNSEEN: invisible characters are dropped as well. SPACED: a
 * no-break space becomes a space.
 */
static const struct damage {
	const char *name;
	enum codepage page;
	unsigned layers, loss;
	/*
	 * Percent. Less than 99 where nothing wakes the step: MacArabic has ASCII signs for the second bytes of French letters, and of
	 * windows-1256 a space behind أ is no trigger.
	 */
	double target;
} damages[] = {
	{"UTF-8 as cp1252", CODEPAGE_CP1252, 1, 0, 99},
	{"  C1 dropped", CODEPAGE_CP1252, 1, DROPPED, 99},
	{"  C1 and invisible dropped", CODEPAGE_CP1252, 1, DROPPED | UNSEEN, 99},
	{"  C1 as ?", CODEPAGE_CP1252, 1, QUESTION, 99},
	{"  C1 as U+FFFD", CODEPAGE_CP1252, 1, REPLACED, 99},
	{"  NBSP as space", CODEPAGE_CP1252, 1, SPACED, 99},
	{"  NBSP as space, C1 dropped", CODEPAGE_CP1252, 1, SPACED | DROPPED, 99},
	{"  twice", CODEPAGE_CP1252, 2, 0, 99},
	{"  twice, C1 dropped", CODEPAGE_CP1252, 2, DROPPED, 99},
	{"  three times", CODEPAGE_CP1252, 3, 0, 99},
	{"UTF-8 as ISO-8859-1", CODEPAGE_ISO_8859_1, 1, 0, 99},
	{"  twice", CODEPAGE_ISO_8859_1, 2, 0, 99},
	{"UTF-8 as ISO-8859-15", CODEPAGE_ISO_8859_15, 1, 0, 99},
	{"UTF-8 as cp1256", CODEPAGE_CP1256, 1, 0, 99},
	{"  invisible dropped", CODEPAGE_CP1256, 1, UNSEEN, 99},
	{"  NBSP as space", CODEPAGE_CP1256, 1, SPACED, 98},
	{"  twice", CODEPAGE_CP1256, 2, 0, 99},
	{"UTF-8 as MacRoman", CODEPAGE_MAC_ROMAN, 1, 0, 99},
	{"UTF-8 as cp850", CODEPAGE_CP850, 1, 0, 99},
	{"UTF-8 as cp437", CODEPAGE_CP437, 1, 0, 99},
	{"UTF-8 as MacArabic", CODEPAGE_MAC_ARABIC, 1, 0, 68},
	{"cp1256 as cp1252", CODEPAGE_CP1256, 0, 0, 99},
	{"  C1 dropped", CODEPAGE_CP1256, 0, DROPPED, 99},
};

static void put_character(struct buffer *out, uint32_t cp)
{
	uint8_t bytes[4];
	buffer_append(out, (char *)bytes, utf8_encode(cp, bytes));
}

/* What reading `byte` as `page` gives. */
static void misread_byte(struct buffer *out, enum codepage page, uint8_t byte, unsigned loss)
{
	uint32_t cp = codepage_characters[page][byte];
	if (cp == 0xA0 && loss & SPACED)
		cp = ' ';
	if (cp != CODEPAGE_NONE && (!(loss & UNSEEN) || !unicode_is_ignorable(cp)))
		put_character(out, cp);
	else if (cp == CODEPAGE_NONE && loss & (QUESTION | REPLACED))
		put_character(out, loss & QUESTION ? '?' : 0xFFFD);
	else if (!(loss & DROPPED) && cp == CODEPAGE_NONE)
		put_character(out, byte);
}

static void misread_utf8(struct buffer *text, const struct damage *damage)
{
	struct buffer out = {0};
	for (size_t i = 0; i < text->len; i++)
		misread_byte(&out, damage->page, (uint8_t)text->at[i], damage->loss);
	buffer_release(text);
	*text = out;
}

/* The Arabic of cp1252's characters where they are bytes of cp1256. False where the text cannot be written in cp1256. */
static bool misread_cp1256(struct buffer *text, unsigned loss)
{
	struct buffer out = {0};
	const uint8_t *at = text->at, *end = at + text->len;
	bool possible = true;
	while (at < end && possible) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		int byte = codepage_byte(CODEPAGE_CP1256, cp);
		possible = byte >= 0;
		misread_byte(&out, CODEPAGE_CP1252, (uint8_t)byte, loss);
	}
	buffer_release(text);
	*text = out;
	return possible;
}

static bool damage_text(struct buffer *text, const struct damage *damage)
{
	if (damage->layers == 0)
		return misread_cp1256(text, damage->loss);
	for (unsigned layer = 0; layer < damage->layers; layer++)
		misread_utf8(text, damage);
	return true;
}

/* Some words in a row: from 4 to 15, or all. */
struct extent {
	size_t start, end;
};

static struct extent some_words(struct random *random, const char *text, size_t len)
{
	struct extent extent = {random_below(random, len), 0};
	while (extent.start > 0 && text[extent.start - 1] != ' ')
		extent.start--;
	extent.end = extent.start;
	for (size_t words = 4 + random_below(random, 12); words && extent.end < len; words--)
		extent.end += 1 + strcspn(text + extent.end + 1, " ");
	return extent;
}

/* Damage the extent of a text; false where that is impossible or leaves it as it is. */
static bool damage_extent(struct buffer *out, const char *text, size_t len, struct extent extent,
			  const struct damage *damage)
{
	struct buffer part = {0};
	buffer_append(&part, text + extent.start, extent.end - extent.start);
	bool done = damage_text(&part, damage);
	out->len = 0;
	buffer_append(out, text, extent.start);
	buffer_append(out, part.at, part.len);
	buffer_append(out, text + extent.end, len - extent.end);
	buffer_release(&part);
	return done && (out->len != len || memcmp(out->at, text, len) != 0);
}

/* ---- The damaged ---- */

static bool equals(const struct buffer *buffer, const char *text, size_t len)
{
	return buffer->len == len && memcmp(buffer->at, text, len) == 0;
}

struct result {
	unsigned long tried, exact, untouched, unlawful;
};

static unsigned long shown;

static void show(const char *what, const char *text, size_t len, const struct buffer *damaged, const struct buffer *got)
{
	if (shown++ >= SHOWN_MAX && !getenv("NORM_VERBOSE"))
		return;
	printf("%s\n  truth:    %.*s\n", what, (int)len, text);
	if (damaged)
		printf("  damaged:  %.*s\n", (int)damaged->len, (const char *)damaged->at);
	printf("  repaired: %.*s\n", (int)got->len, (const char *)got->at);
}

/* Where the text comes from, and how much of it is damaged. */
enum { FRENCH, ARABIC, MIXED, SOURCES };
enum { WHOLE, PART, EXTENTS };

struct bench {
	struct bed bed;
	struct random random;
	struct buffer damaged;
	struct result results[COUNT_OF(damages)][SOURCES][EXTENTS];
};

static void try_damage(struct bench *bench, size_t kind, size_t source, size_t extent, const char *text, size_t len)
{
	struct result *result = &bench->results[kind][source][extent];
	struct extent all = {0, len};
	if (!damage_extent(&bench->damaged, text, len, extent == PART ? some_words(&bench->random, text, len) : all,
			   &damages[kind]))
		return;
	struct repaired got;
	result->unlawful += repair_laws(&repair_step_mojibake, SAFE, bench->damaged.at, bench->damaged.len, &got) != NULL;
	result->tried++;
	if (equals(&got.text, text, len))
		result->exact++;
	else
		show(damages[kind].name, text, len, &bench->damaged, &got.text);
	result->untouched += got.changes == 0;
	repaired_release(&got);
}

static void try_paragraph(struct bench *bench, size_t source, const char *text, size_t len)
{
	for (size_t kind = 0; kind < COUNT_OF(damages); kind++) {
		try_damage(bench, kind, source, WHOLE, text, len);
		try_damage(bench, kind, source, PART, text, len);
	}
}

/* A French sentence and its Arabic one make a mixed paragraph. */
static void try_pair(struct bench *bench, const struct bed_paragraph *pair)
{
	struct buffer text = {0};
	buffer_append(&text, pair[0].text, pair[0].len);
	buffer_append_text(&text, " ");
	buffer_append(&text, pair[1].text, pair[1].len);
	buffer_append(&text, "", 1);
	try_paragraph(bench, MIXED, (char *)text.at, text.len - 1);
	buffer_release(&text);
}

static void print_cell(const struct result *result)
{
	if (result->tried)
		printf(" %7lu %6.2f", result->tried, 100.0 * (double)result->exact / (double)result->tried);
	else
		printf("               ");
}

static void add_result(struct result *sum, const struct result *result)
{
	sum->tried += result->tried;
	sum->exact += result->exact;
	sum->untouched += result->untouched;
	sum->unlawful += result->unlawful;
}

/* Print the row of a kind of damage; returns whether it reaches the target. */
static bool print_row(const struct bench *bench, size_t kind)
{
	struct result sum = {0};
	printf("%-30s", damages[kind].name);
	for (size_t extent = 0; extent < EXTENTS; extent++)
		for (size_t source = 0; source < SOURCES; source++) {
			print_cell(&bench->results[kind][source][extent]);
			add_result(&sum, &bench->results[kind][source][extent]);
		}
	printf(" |");
	print_cell(&sum);
	printf(" %lu %lu\n", sum.untouched, sum.unlawful);
	bool reached = (double)sum.exact >= damages[kind].target / 100 * (double)sum.tried;
	return reached && !sum.unlawful;
}

static bool print_results(const struct bench *bench)
{
	bool passed = true;
	printf("%-30s whole: French, Arabic, mixed;                part: French, Arabic, mixed;                | all; untouched, "
	       "against the laws\n",
	       "paragraphs, repaired exactly %");
	for (size_t kind = 0; kind < COUNT_OF(damages); kind++)
		passed &= print_row(bench, kind);
	return passed;
}

static bool run_damaged(struct bench *bench, size_t step)
{
	struct bed sentences = {0};
	if (!bed_read_sentences(&sentences))
		return false;
	for (size_t i = 0; i < bench->bed.len; i += step)
		try_paragraph(bench, bench->bed.at[i].language == BED_FRENCH ? FRENCH : ARABIC, bench->bed.at[i].text,
			      bench->bed.at[i].len);
	for (size_t i = 0; i + 1 < sentences.len; i += step > 1 ? 2 * (step / 4) : 2)
		try_pair(bench, &sentences.at[i]);
	bed_release(&sentences);
	return true;
}

/* ---- The clean ---- */

struct clean {
	unsigned long paragraphs, changed, suspected;
	unsigned long long bytes;
};

static void try_clean(struct clean *clean, const char *text, size_t len)
{
	struct repaired got;
	repair_text(&repair_step_mojibake, SAFE, text, len, &got);
	clean->paragraphs++;
	clean->bytes += len;
	clean->suspected += got.suspected;
	clean->changed += got.changes > 0;
	if (got.changes)
		show("true text changed", text, len, NULL, &got.text);
	repaired_release(&got);
}

static void print_clean(const char *name, const struct clean *clean)
{
	printf("%s: %lu paragraphs of %.1f MB, changed %lu, suspected %lu (%.2f in a MB)\n", name, clean->paragraphs,
	       (double)clean->bytes / 1e6, clean->changed, clean->suspected,
	       (double)clean->suspected / ((double)clean->bytes / 1e6));
}

static bool run_clean(struct bench *bench, unsigned long paragraphs)
{
	struct clean news = {0}, made = {0};
	struct buffer text = {0};
	for (size_t i = 0; i < bench->bed.len; i++)
		try_clean(&news, bench->bed.at[i].text, bench->bed.at[i].len);
	while (news.paragraphs + made.paragraphs < paragraphs) {
		recombine(&bench->bed, &bench->random, &text);
		try_clean(&made, (char *)text.at, text.len);
	}
	buffer_release(&text);
	print_clean("news", &news);
	print_clean("made of it", &made);
	return (news.changed + made.changed) * 1000000 <= news.paragraphs + made.paragraphs;
}

static bool read_news(struct bed *bed, enum bed_half half)
{
	return bed_read_news(bed, BED_FRENCH, half) & bed_read_news(bed, BED_ARABIC, half);
}

int main(int argc, char **argv)
{
	static struct bench bench = {.random = {SEED}};
	bool is_long = bed_is_long(argc, argv), exchanged = argc > 2 && strcmp(argv[2], "even") == 0;
	enum bed_half damaged = exchanged ? BED_EVEN : BED_ODD;
	if (!read_news(&bench.bed, damaged) || !run_damaged(&bench, is_long ? 1 : QUICK_STEP))
		return BED_SKIPPED;
	bool repaired = print_results(&bench);
	shown = 0;
	bool clean = read_news(&bench.bed, damaged == BED_EVEN ? BED_ODD : BED_EVEN) && run_clean(&bench, is_long ? CLEAN_LONG : CLEAN_QUICK);
	bed_release(&bench.bed);
	buffer_release(&bench.damaged);
	return repaired && clean ? EXIT_SUCCESS : EXIT_FAILURE;
}
