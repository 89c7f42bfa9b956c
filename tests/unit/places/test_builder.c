/* SPDX-License-Identifier: MIT */
/* What the builder says of tables. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gazetteer_bed.h"

/* A good row is put in front, so that what is wrong stands in line 2. */
#define GOOD "ln:td-mao\tTD\ttown\t14.12\t15.31\tfr\tMao\tpreferred\ttest\n"
#define ROW(form) "a\tTD\ttown\t\t\tfr\t" form "\tvariant\ttest\n"
#define ARABIC(form) "a\tTD\ttown\t\t\tar\t" form "\tvariant\ttest\n"

/* A row behind a good one, and what is said of it. */
struct wrong_row {
	const char *row, *finding;
};

static void check_rows(const struct wrong_row *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		char table[1024], expected[1024];
		snprintf(table, sizeof table, "%s%s", GOOD, cases[i].row);
		snprintf(expected, sizeof expected, "1.tsv:2: %s\n", cases[i].finding);
		struct built built = build_table(table);
		cr_expect_str_eq(built_findings(&built), expected);
		cr_expect_eq(built.status, NORM_E_DATA, "%s", cases[i].finding);
		cr_expect_eq(built.file.len, 0);
		built_release(&built);
	}
}

Test(builder, cells_that_are_wrong)
{
	static const struct wrong_row cases[] = {
		{"a\tTD\ttown\n", "3 cells instead of 9, with a tab between them"},
		{"a\tTD\ttown\t\t\tfr\tX\tvariant\ttest\t\n", "10 cells instead of 9, with a tab between them"},
		{"a\xFF\tTD\n", "0xFF at byte 2 is not UTF-8"},
		{"a\aTD\n", "control character U+0007 at byte 2"},
		{"a\302\205TD\n", "control character U+0085 at byte 2"},
		{"\tTD\ttown\t\t\tfr\tX\tvariant\ttest\n",
		 "\"\" in column id is not up to 100 letters, digits and :._- of ASCII"},
		{"a b\tTD\ttown\t\t\tfr\tX\tvariant\ttest\n",
		 "\"a b\" in column id is not up to 100 letters, digits and :._- of ASCII"},
		{"a\ttd\ttown\t\t\tfr\tX\tvariant\ttest\n", "\"td\" in column country is not two capital letters"},
		{"a\tTD\ttowns\t\t\tfr\tX\tvariant\ttest\n",
		 "\"towns\" in column feature is not one of country, region, area, state, capital, city, town, village, locality, "
		 "camp, river, lake, mountain, desert, island, sea, continent, other"},
		{"a\tTD\ttown\t90.1\t0\tfr\tX\tvariant\ttest\n",
		 "\"90.1\" in column lat is not a number of degrees from -90 to 90"},
		{"a\tTD\ttown\t1\t-180.0000001\tfr\tX\tvariant\ttest\n",
		 "\"-180.0000001\" in column lon is not a number of degrees from -180 to 180"},
		{"a\tTD\ttown\t1\t\tfr\tX\tvariant\ttest\n", "\"\" in column lon is not a number of degrees from -180 to 180"},
		{"a\tTD\ttown\t1,5\t1\tfr\tX\tvariant\ttest\n", "\"1,5\" in column lat is not a number of degrees from -90 to 90"},
		{"a\tTD\ttown\t1e1\t1\tfr\tX\tvariant\ttest\n", "\"1e1\" in column lat is not a number of degrees from -90 to 90"},
		{"a\tTD\ttown\t-.5\t1\tfr\tX\tvariant\ttest\n", "\"-.5\" in column lat is not a number of degrees from -90 to 90"},
		{"a\tTD\ttown\t-\t1\tfr\tX\tvariant\ttest\n", "\"-\" in column lat is not a number of degrees from -90 to 90"},
		{"a\tTD\ttown\t\t\tde\tX\tvariant\ttest\n",
		 "\"de\" in column lang is not one of fr, en, und-Latn, ar, und-Arab"},
		{"a\tTD\ttown\t\t\tfr\tX\tbest\ttest\n",
		 "\"best\" in column status is not one of preferred, variant, historic, exonym, deleted"},
		{"a\tTD\ttown\t\t\tfr\tX\tvariant\t\n", "\"\" in column source is not a name of up to 64 bytes"},
	};
	check_rows(cases, sizeof cases / sizeof cases[0]);
}

Test(builder, forms_that_are_wrong)
{
	static const struct wrong_row cases[] = {
		{ROW(""), "a space at an end, or two in a row: \"\""},
		{ROW(" X"), "a space at an end, or two in a row: \" X\""},
		{ROW("X "), "a space at an end, or two in a row: \"X \""},
		{ROW("X  Y"), "a space at an end, or two in a row: \"X  Y\""},
		{ROW("Kanem\u00B2"), "\"Kanem\u00B2\", in language fr, has U+00B2, which is no part of a name"},
		{ROW("Ka\u200Bnem"), "\"Ka\u200Bnem\", in language fr, has U+200B, which is no part of a name"},
		{ROW("Ka\u00ADnem"), "\"Ka\u00ADnem\", in language fr, has U+00AD, which is no part of a name"},
		{ROW("Ka\u00A0nem"), "\"Ka\u00A0nem\", in language fr, has U+00A0, which is no part of a name"},
		{ROW("Mao (ville)"), "\"Mao (ville)\", in language fr, has U+0028, which is no part of a name"},
		{ROW("Mao/Maw"), "\"Mao/Maw\", in language fr, has U+002F, which is no part of a name"},
		{ROW("-\u0301a"), "\"-\u0301a\", in language fr, has U+0301, which is no part of a name"},
		{ROW("M\u00AAo"), "\"M\u00AAo\", in language fr, has U+00AA, which is no part of a name"},
		{ROW("\uFF2Dao"), "\"\uFF2Dao\", in language fr, has U+FF2D, which is no part of a name"},
		{ROW("\u0645\u0627\u0648"), "\"\u0645\u0627\u0648\" is in language fr and has U+0645"},
		{ROW("M\u0430o"), "\"M\u0430o\" is in language fr and has U+0430"},
		{ARABIC("Mao"), "\"Mao\" is in language ar and has U+004D"},
		{ARABIC("\u0645\u0640\u0648"), "\"\u0645\u0640\u0648\", in language ar, has U+0640, which is no part of a name"},
		{ARABIC("\uFEE3\u0627\u0648"), "\"\uFEE3\u0627\u0648\", in language ar, has U+FEE3, which is no part of a name"},
		{ROW("Abe\u0301che\u0301"), "\"Abe\u0301che\u0301\" is not in NFC"},
		{ROW("'-'"), "\"'-'\" has no letter by which it could be looked up"},
	};
	check_rows(cases, sizeof cases / sizeof cases[0]);
}

Test(builder, rows_that_conflict)
{
	static const struct wrong_row cases[] = {
		{"ln:td-mao\tML\ttown\t\t\tfr\tX\tvariant\ttest\n", "place ln:td-mao has another country in 1.tsv:1"},
		{"ln:td-mao\tTD\tcity\t\t\tfr\tX\tvariant\ttest\n", "place ln:td-mao has another feature in 1.tsv:1"},
		{"ln:td-mao\tTD\ttown\t14.13\t15.31\tfr\tX\tvariant\ttest\n", "place ln:td-mao has another lat in 1.tsv:1"},
		{"ln:td-mao\tTD\ttown\t14.12\t15.32\tfr\tX\tvariant\ttest\n", "place ln:td-mao has another lon in 1.tsv:1"},
		{"ln:td-mao\tTD\ttown\t\t\tfr\tMaw\tpreferred\ttest\n",
		 "\"Maw\" is preferred in language fr, and \"Mao\" is, too"},
	};
	check_rows(cases, sizeof cases / sizeof cases[0]);
}

Test(builder, good_rows_have_no_findings)
{
	static const char *const rows[] = {
		"", "\n", "\r\n", "# comment\xFF\n",
		ROW("N'Djam\u00E9na"), ROW("N\u2019Djam\u00E9na"), ROW("Tin-Zaouatine"), ROW("St. Louis"), ROW("6 Octobre"),
		ROW("\u02BFAyn \u0160ams"), ROW("X"), ARABIC("\u0645\u064E\u0627\u0648"), ARABIC("\u06A4\u0627\u06AF"), ARABIC("6 \u0623\u0643\u062A\u0648\u0628\u0631"),
		"a\t\tsea\t-90\t-180\tund-Latn\tX\thistoric\ttest\r\n", "a\t\tsea\t90.0000000\t180.00000009\ten\tX\texonym\ttest",
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char table[1024];
		snprintf(table, sizeof table, "%s%s", GOOD, rows[i]);
		struct built built = build_table(table);
		cr_expect_str_eq(built_findings(&built), "", "row %zu", i);
		cr_expect_eq(built.status, NORM_OK);
		cr_expect_gt(built.file.len, 0);
		built_release(&built);
	}
}

/* However a table is cut, it is the same one; the last line may lack its end. */
Test(builder, pieces_of_any_size)
{
	static const char table[] = "\xEF\xBB\xBF" "id\tcountry\tfeature\tlat\tlon\tlang\tform\tstatus\tsource\r\n" GOOD
				    "# comment\r\n\r\n" ROW("Ab\u00E9ch\u00E9") "bad\n" ARABIC("\u0623\u0628\u0634\u0629");
	const char *tables[] = {table};
	struct built whole = build_tables(tables, 1, SIZE_MAX);
	cr_expect_str_eq(built_findings(&whole), "1.tsv:6: 1 cells instead of 9, with a tab between them\n");
	for (size_t piece = 1; piece < 40; piece++) {
		struct built built = build_tables(tables, 1, piece);
		cr_expect_str_eq(built_findings(&built), built_findings(&whole), "pieces of %zu", piece);
		built_release(&built);
	}
	built_release(&whole);
}

Test(builder, names_of_columns_only_in_the_first_row)
{
	struct built built = build_table(GOOD "id\tcountry\tfeature\tlat\tlon\tlang\tform\tstatus\tsource\n");
	cr_expect_eq(built.errors, 1);
	cr_expect_not_null(strstr(built_findings(&built), "1.tsv:2: \"status\" in column status"));
	built_release(&built);
}

Test(builder, several_tables_are_one)
{
	static const char *const tables[] = {GOOD, ROW("B"), "a\tML\ttown\t\t\tfr\tX\tvariant\ttest"};
	struct built built = build_tables(tables, 3, 7);
	cr_expect_str_eq(built_findings(&built), "3.tsv:1: place a has another country in 2.tsv:1\n");
	built_release(&built);
}

Test(builder, twice_is_doubtful)
{
	struct built built = build_table(GOOD GOOD);
	cr_expect_str_eq(built_findings(&built), "?1.tsv:2: \"Mao\" stands there twice in language fr: 1.tsv:1\n");
	cr_expect_eq(built.status, NORM_OK);
	built_release(&built);
}

/* The second name means "man"; a sea may have a name in each language, and one that sounds alike is enough. */
Test(builder, translated_names_are_doubtful)
{
	static const char rows[] = "a\tTD\t%s\t\t\tfr\t%s\tvariant\ttest\na\tTD\t%s\t\t\tar\t%s\tpreferred\ttest\n";
	static const struct {
		const char *feature, *latin, *arabic;
		bool doubtful;
	} cases[] = {
		{"village", "Homme", "\u0631\u062C\u0644", true},
		{"village", "Gao", "\u063A\u0627\u0648", false},
		{"city", "Ab\u00E9ch\u00E9", "\u0623\u0628\u0634\u0629", false},
		{"sea", "Homme", "\u0631\u062C\u0644", false},
	};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		char table[512];
		snprintf(table, sizeof table, rows, cases[i].feature, cases[i].latin, cases[i].feature, cases[i].arabic);
		struct built built = build_table(table);
		cr_expect_str_eq(built_findings(&built), cases[i].doubtful ? "?1.tsv:2: \"\u0631\u062C\u0644\" (ar) does not sound like "
									   "\"Homme\"; is it translated?\n" : "");
		cr_expect_eq(built.status, NORM_OK);
		built_release(&built);
	}
}

/* A line of `len` bytes in all, with its end. */
static char *line_of(size_t len)
{
	char *line = malloc(len + 1);
	memset(line, 'a', len);
	memcpy(line, GOOD, strlen(GOOD) - 1);
	line[len - 1] = '\n';
	line[len] = '\0';
	return line;
}

Test(builder, long_names_and_long_lines)
{
	static const struct {
		size_t letters;
		const char *finding;
	} cases[] = {{200, ""}, {201, "the form is longer than 200 characters"}, {4000, "the form is longer than 200 characters"},
		     {10000, "the line is longer than 4096 bytes"}, {3000000, "the line is longer than 4096 bytes"}};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		size_t size = cases[i].letters + 100;
		char *table = malloc(size), *name = malloc(cases[i].letters + 1);
		memset(name, 'a', cases[i].letters);
		name[cases[i].letters] = '\0';
		snprintf(table, size, ROW("%s") GOOD, name);
		const char *tables[] = {table};
		for (size_t piece = 1000; piece < 10000000; piece *= 100) {
			struct built built = build_tables(tables, 1, piece);
			cr_expect_eq(built.errors, *cases[i].finding ? 1 : 0);
			cr_expect_not_null(strstr(built_findings(&built), cases[i].finding), "%zu letters", cases[i].letters);
			cr_expect(!built.errors || !strncmp(built_findings(&built), "1.tsv:1: ", 9));
			built_release(&built);
		}
		free(table);
		free(name);
	}
	char *most = line_of(4097), *more = line_of(4098);
	struct built built = build_table(most), long_one = build_table(more);
	cr_expect_not_null(strstr(built_findings(&built), "name of up to 64 bytes"));
	cr_expect_not_null(strstr(built_findings(&long_one), "longer than 4096 bytes"));
	built_release(&built);
	built_release(&long_one);
	free(most);
	free(more);
}

Test(builder, too_many_sources)
{
	struct buffer table = {0};
	for (int i = 0; i < 257; i++) {
		char row[128];
		snprintf(row, sizeof row, "a\tTD\ttown\t\t\tfr\tX%d\tvariant\tsource%d\n", i, i);
		buffer_append_text(&table, row);
	}
	buffer_append(&table, "", 1);
	struct built built = build_table((const char *)table.at);
	cr_expect_eq(built.errors, 2);
	cr_expect_not_null(strstr(built_findings(&built), "1.tsv:256: \"source255\" is one source more than the 255"));
	built_release(&built);
	buffer_release(&table);
}

static norm_status refuse(void *user, const void *bytes, size_t len)
{
	(void)bytes, (void)len;
	return --*(int *)user > 0 ? NORM_OK : NORM_E_NOMEM;
}

Test(builder, a_sink_that_stops)
{
	for (int calls = 1; calls < 4; calls++) {
		norm_gazetteer_builder *builder = NULL;
		int left = calls;
		cr_assert_eq(norm_gazetteer_builder_new(NULL, NULL, &builder), NORM_OK);
		cr_assert_eq(norm_gazetteer_builder_begin(builder, "a"), NORM_OK);
		cr_assert_eq(norm_gazetteer_builder_add(builder, GOOD, strlen(GOOD)), NORM_OK);
		norm_error error;
		cr_expect_eq(norm_gazetteer_builder_write(builder, refuse, &left, &error), NORM_E_SINK);
		cr_expect_eq(error.status, NORM_E_SINK);
		cr_expect_eq(left, 0, "it is not called again");
		cr_expect_eq(norm_gazetteer_builder_add(builder, "", 0), NORM_E_MISUSE);
		cr_expect_eq(norm_gazetteer_builder_write(builder, refuse, &left, NULL), NORM_E_MISUSE);
		norm_gazetteer_builder_free(builder);
	}
}

Test(builder, misuse)
{
	norm_gazetteer_builder *builder = NULL;
	cr_expect_eq(norm_gazetteer_builder_new(NULL, NULL, NULL), NORM_E_MISUSE);
	cr_assert_eq(norm_gazetteer_builder_new(NULL, NULL, &builder), NORM_OK);
	cr_expect_eq(norm_gazetteer_builder_add(builder, "", 0), NORM_E_MISUSE, "no table has begun");
	cr_expect_eq(norm_gazetteer_builder_begin(builder, NULL), NORM_E_MISUSE);
	cr_expect_eq(norm_gazetteer_builder_begin(NULL, "a"), NORM_E_MISUSE);
	cr_expect_eq(norm_gazetteer_builder_add(NULL, "", 0), NORM_E_MISUSE);
	cr_expect_eq(norm_gazetteer_builder_write(NULL, NULL, NULL, NULL), NORM_E_MISUSE);
	cr_expect_eq(norm_gazetteer_builder_write(builder, NULL, NULL, NULL), NORM_OK, "no table, no sink, nothing wrong");
	norm_gazetteer_builder_free(builder);
	norm_gazetteer_builder_free(NULL);
}
