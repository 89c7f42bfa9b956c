/* SPDX-License-Identifier: MIT */
/*
 * Files of segments in several encodings, as archives are put together: what the library reads of each, and whether that is
 * the text that was written. Labels do not count, for many texts are the same bytes in several encodings.
 */
#include <stdio.h>
#include <stdlib.h>

#include "accuracy/decode.h"
#include "accuracy/encode.h"

enum { SEED = 20250301, SEGMENTS_PER_FILE = 12 };

static const struct kind {
	const char *name;
	enum encoding encoding;
	enum script script;
	bool right_to_left; /* MacArabic with its second set of marks */
	bool counts;        /* one of those that have a target */
} kinds[] = {
    {"windows-1256", ENCODING_CODEPAGE + CODEPAGE_CP1256, BOTH, false, true},
    {"windows-1252", ENCODING_CODEPAGE + CODEPAGE_CP1252, LATIN, false, true},
    {"UTF-8", ENCODING_UTF8, BOTH, false, true},
    {"ISO-8859-6", ENCODING_CODEPAGE + CODEPAGE_ISO_8859_6, ARABIC, false, true},
    {"MacArabic", ENCODING_CODEPAGE + CODEPAGE_MAC_ARABIC, BOTH, false, true},
    {"MacArabic, r-t-l", ENCODING_CODEPAGE + CODEPAGE_MAC_ARABIC, BOTH, true, true},
    {"UTF-16LE", ENCODING_UTF16LE, BOTH, false, true},
    {"UTF-16BE", ENCODING_UTF16BE, BOTH, false, true},
    {"windows-1256, fr", ENCODING_CODEPAGE + CODEPAGE_CP1256, LATIN, false, false},
    {"windows-1256, ar", ENCODING_CODEPAGE + CODEPAGE_CP1256, ARABIC, false, false},
    {"ISO-8859-15", ENCODING_CODEPAGE + CODEPAGE_ISO_8859_15, LATIN, false, false},
    {"MacRoman", ENCODING_CODEPAGE + CODEPAGE_MAC_ROMAN, LATIN, false, false},
    {"cp850", ENCODING_CODEPAGE + CODEPAGE_CP850, LATIN, false, false},
    {"cp720", ENCODING_CODEPAGE + CODEPAGE_CP720, BOTH, false, false},
    {"cp864", ENCODING_CODEPAGE + CODEPAGE_CP864, ARABIC, false, false},
};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

struct tally {
	size_t all[KINDS], right[KINDS];
	size_t wrong[KINDS][ENCODING_COUNT]; /* by what it was read as */
};

/* Lengths, and what has to be right: of the whole corpus, and at least of the few segments of `make check`. */
static const struct row {
	size_t length;
	bool paragraphs; /* several paragraphs */
	double target;
} rows[] = {{2000, false, 99.5}, {2000, true, 99.5}, {200, false, 97}, {50, false, 0}, {20, false, 0}};

static void check_segment(const struct mixed *mixed, const struct row *row, struct random *random,
			  struct encoding_state *state, struct tally *tally)
{
	struct characters text = {0};
	struct buffer bytes = {0};
	struct items items = {0};
	size_t kind = random_below(random, KINDS);
	(row->paragraphs ? mixed_paragraphs : mixed_paragraph)(mixed, random, kinds[kind].script, row->length, &text);
	encode(&text, kinds[kind].encoding, kinds[kind].right_to_left, &bytes);
	enum encoding told = decode(state, &bytes, &items);
	/* The second half of the last line feed would be in front of the next segment. */
	if (kinds[kind].encoding == ENCODING_UTF16LE)
		items.len -= items.len > 0 && items.at[items.len - 1].cp == 0;
	tally->all[kind]++;
	if (is_true(&items, &text)) {
		tally->right[kind]++;
	} else {
		tally->wrong[kind][told]++;
		show_mistake(kinds[kind].name, row->length, &items, &text, told);
	}
	characters_release(&text);
	buffer_release(&bytes);
	items_release(&items);
}

static void print_tally(const struct tally *tally)
{
	for (size_t kind = 0; kind < KINDS; kind++) {
		printf("    %-18s %6zu of %6zu right (%6.2f %%)", kinds[kind].name, tally->right[kind], tally->all[kind],
		       100.0 * (double)tally->right[kind] / (double)tally->all[kind]);
		for (enum encoding i = 0; i < ENCODING_COUNT; i++)
			if (tally->wrong[kind][i])
				printf(", %zu %s", tally->wrong[kind][i], name_of(i));
		putchar('\n');
	}
}

/* The segments that count, in percent. */
static double right_of(const struct tally *tally)
{
	size_t right = 0, all = 0;
	for (size_t kind = 0; kind < KINDS; kind++) {
		right += kinds[kind].counts ? tally->right[kind] : 0;
		all += kinds[kind].counts ? tally->all[kind] : 0;
	}
	return 100.0 * (double)right / (double)all;
}

/* Segments of one length in encodings by chance: in files, or each alone. */
static bool measure(const struct mixed *mixed, const struct row *row, bool alone, size_t segments)
{
	struct random random = {SEED + row->length};
	struct tally tally = {0};
	struct encoding_state state = {0};
	for (size_t i = 0; i < segments; i++) {
		if (alone || i % SEGMENTS_PER_FILE == 0)
			state = (struct encoding_state){0};
		check_segment(mixed, row, &random, &state, &tally);
	}
	double percent = right_of(&tally);
	printf("figure: %s, %zu characters, %s, %s: %.2f %% right\n", mixed->name, row->length,
	       row->paragraphs ? "paragraphs" : "one paragraph", alone ? "alone" : "in a file", percent);
	print_tally(&tally);
	return percent >= row->target;
}

int main(int argc, char **argv)
{
	struct mixed mixed[2];
	size_t passed = 0, failed = 0, segments = bed_is_long(argc, argv) ? 20000 : 1500;
	if (!mixed_read_news(&mixed[0]) || !mixed_read_sentences(&mixed[1])) {
		puts("no corpus here");
		return BED_SKIPPED;
	}
	for (size_t source = 0; source < 2; source++) {
		for (size_t i = 0; i < 2 * sizeof rows / sizeof rows[0]; i++)
			++*(measure(&mixed[source], &rows[i / 2], i % 2, segments) ? &passed : &failed);
		mixed_release(&mixed[source]);
	}
	printf("%zu passed, %zu failed\n", passed, failed);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
