/* SPDX-License-Identifier: MIT */
/* How norm-convert tells findings beside edits: a block with both, made by hand. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "convert/report.h"
#include "convert/tally.h"
#include "engine/registry.h"
#include "text/edit_list.h"
#include "text/ruleset.h"

/*
 *     source  a SP SP b LF \u060C \u060C \xFF c      at 100 of its text
 *     output  a SP    b LF \u060C \u060C \xFF X      at 90
 *
 * Two edits, and findings before, between, inside and at the start of them.
 */
static const char source[] = "a  b\n\u060C\u060C\xFF" "c";
static const char output[] = "a b\n\u060C\u060C\xFFX";
static struct ruleset_pool shared;
static struct norm_edits edits;
static norm_block block;
static norm_profile *profile;
static struct report report;
static char told[4096];

static unsigned number_of(const char *id)
{
	unsigned i = 0;
	while (strcmp(norm_rule_at(i)->id, id) != 0)
		i++;
	return i;
}

static uint32_t set_of(const char *id)
{
	struct ruleset set = {0};
	ruleset_add(&set, number_of(id));
	return edit_list_set(&edits, &set);
}

static void set_up(void)
{
	edits = (struct norm_edits){.shared = &shared, .rules = registry_rules(), .source_base = 100, .output_base = 90,
				    .source_len = sizeof source - 1, .output_len = sizeof output - 1};
	unsigned tatweel = number_of("arabic.tatweel");
	edit_list_report(&edits, 0, 1, tatweel, 0);
	edit_list_add(&edits, (struct edit_span){1, 3, 1, 2, set_of("spaces.runs")});
	edit_list_report(&edits, 1, 2, tatweel, 0);
	edit_list_report(&edits, 5, 7, tatweel, 0);
	edit_list_report(&edits, 5, 10, number_of("arabic.alef"), 0);
	edit_list_add(&edits, (struct edit_span){10, 11, 9, 10, set_of("unicode.case")});
	static const char text[] = "[arabic]\nauthority = House style\nalef = fold\n";
	cr_assert_eq(norm_profile_parse(NULL, text, sizeof text - 1, &profile, NULL), NORM_OK);
	block = (norm_block){source, sizeof source - 1, 100, output, sizeof output - 1, 90, &edits};
}

static void tear_down(void)
{
	edit_list_release(&edits);
	norm_profile_free(profile);
	report_release(&report);
}

/* Tell the block; what was told goes to `told`. The text begins at 1000 of its file, and the block is its first. */
static void tell(enum report_kind kind)
{
	FILE *file = tmpfile();
	struct output out;
	cr_assert(file);
	output_init(&out, fileno(file), "test");
	report = (struct report){.kind = kind, .out = &out, .file = "f", .position = POSITION_START};
	report_text(&report, profile, NULL, 1000, 2000);
	report.reached = 100;
	cr_assert(report_block(&report, &block));
	cr_assert(output_flush(&out));
	rewind(file);
	told[fread(told, 1, sizeof told - 1, file)] = '\0';
	bytes_release(&out.waiting);
	fclose(file);
}

static void expect(const char *expected)
{
	cr_expect_str_eq(told, expected);
}

TestSuite(findings, .init = set_up, .fini = tear_down);

/* No locale is set, and so every character that is not ASCII stands by its number. */
Test(findings, notes_among_changes)
{
	tell(REPORT_EXPLAIN);
	expect("f:1:1: note: tatweel [arabic.tatweel]: \"a\" (U+0061) [Unicode 15, section 9.2]\n"
	       "f:1:2: spaces.runs: several spaces in a row: \"  \" (U+0020 U+0020) \u2192 \" \" (U+0020) [libnorm]\n"
	       "f:1:2: note: tatweel [arabic.tatweel]: \" \" (U+0020) [Unicode 15, section 9.2]\n"
	       "f:2:1: note: tatweel [arabic.tatweel]: \"<U+060C>\" (U+060C) [Unicode 15, section 9.2]\n"
	       "f:2:1: note: alef with hamza, madda or wasla [arabic.alef]: \"<U+060C><U+060C><FF>\" (U+060C U+060C FF) "
	       "[House style]\n"
	       "f:2:4: unicode.case: capital letter: \"c\" (U+0063) \u2192 \"X\" (U+0058) [UCD CaseFolding]\n");
}

Test(findings, objects_among_edits)
{
	tell(REPORT_EDITS);
	expect("{\"file\":\"f\",\"source\":[1100,1101],\"output\":[2090,2091],\"finding\":\"arabic.tatweel\",\"text\":\"a\"}\n"
	       "{\"file\":\"f\",\"source\":[1101,1103],\"output\":[2091,2092],\"rules\":[\"spaces.runs\"],"
	       "\"before\":\"  \",\"after\":\" \"}\n"
	       "{\"file\":\"f\",\"source\":[1101,1102],\"output\":[2091,2092],\"finding\":\"arabic.tatweel\",\"text\":\" \"}\n"
	       "{\"file\":\"f\",\"source\":[1105,1107],\"output\":[2094,2096],\"finding\":\"arabic.tatweel\","
	       "\"text\":\"\u060C\"}\n"
	       "{\"file\":\"f\",\"source\":[1105,1110],\"output\":[2094,2099],\"finding\":\"arabic.alef\","
	       "\"text\":\"\u060C\u060C\uFFFD\",\"text_hex\":\"d88cd88cff\"}\n"
	       "{\"file\":\"f\",\"source\":[1110,1111],\"output\":[2099,2100],\"rules\":[\"unicode.case\"],"
	       "\"before\":\"c\",\"after\":\"X\"}\n");
}

Test(findings, counted_apart)
{
	struct tally tally;
	tally_start(&tally);
	tally_edits(&tally, &edits);
	cr_expect_eq(tally.edits, 2);
	cr_expect_eq(tally.findings, 4);
	cr_expect_eq(tally.edits_by_rule[number_of("spaces.runs")], 1);
	cr_expect_eq(tally.edits_by_rule[number_of("arabic.tatweel")], 0);
	cr_expect_eq(tally.findings_by_rule[number_of("arabic.tatweel")], 3);
	cr_expect_eq(tally.findings_by_rule[number_of("arabic.alef")], 1);
	cr_expect_eq(tally.findings_by_rule[number_of("spaces.runs")], 0);
	tally_release(&tally);
}
