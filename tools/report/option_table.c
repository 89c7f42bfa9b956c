/* SPDX-License-Identifier: MIT */
#include "report/option_table.h"

#include "common/i18n.h"
#include "common/message.h"
#include "common/options.h"
#include "common/page.h"
#include "common/width.h"
#include "report/options.h"

static struct poptOption what_table[] = {
	{"recursive", 'r', POPT_ARG_NONE, NULL, OPT_RECURSIVE, N_("go through directories, in the order of their names"), NULL},
	{"jsonl", '\0', POPT_ARG_STRING, NULL, OPT_JSONL,
	 N_("files are lines of JSON; the member FIELD of each object is a text of its own"), N_("=FIELD")},
	{"merge", '\0', POPT_ARG_NONE, NULL, OPT_MERGE,
	 N_("FILEs are reports that --json has written, in the order of the texts: add them up"), NULL},
	{"from", 'f', POPT_ARG_STRING, NULL, OPT_FROM,
	 N_("the encoding of the files; auto, the default, finds out for each paragraph"), N_("=ENCODING")},
	POPT_TABLEEND};

static struct poptOption counts_table[] = {
	{"profile", 'p', POPT_ARG_STRING, NULL, OPT_PROFILE,
	 N_("what it would change or reports is a finding; the default is \"report\". A name, or a file with a \"/\" in it"),
	 N_("=PROFILE")},
	{"set", '\0', POPT_ARG_STRING, NULL, OPT_SET, N_("set a rule on top of the profile; may be repeated"),
	 N_("=SECTION.KEY=VALUE")},
	{"only", '\0', POPT_ARG_STRING, NULL, OPT_ONLY, N_("report on these sections only (see below)"), N_("=SECTION,…")},
	{"examples", '\0', POPT_ARG_STRING, NULL, OPT_EXAMPLES,
	 N_("so many examples of each rule in each file, and in the total; the default is 5"), N_("=NUMBER")},
	{"fail-on", '\0', POPT_ARG_STRING, NULL, OPT_FAIL_ON,
	 N_("exit with 1 only for findings of this severity and above: note (the default), warning, error; off: never"),
	 N_("=SEVERITY")},
	{"baseline", '\0', POPT_ARG_STRING, NULL, OPT_BASELINE,
	 N_("leave out the findings that are in this file, also when their lines have moved"), N_("=FILE")},
	{"write-baseline", '\0', POPT_ARG_STRING, NULL, OPT_WRITE_BASELINE,
	 N_("write all findings into this file, for --baseline, and leave them out"), N_("=FILE")},
	POPT_TABLEEND};

static struct poptOption form_table[] = {
	{"text", '\0', POPT_ARG_NONE, NULL, OPT_TEXT, N_("a summary to be read (the default)"), NULL},
	{"json", '\0', POPT_ARG_NONE, NULL, OPT_JSON,
	 N_("everything, a JSON object a line: one for each file, and one for the total"), NULL},
	{"tsv", '\0', POPT_ARG_NONE, NULL, OPT_TSV, N_("all numbers, one a line, with tabs between the columns"), NULL},
	{"html", '\0', POPT_ARG_NONE, NULL, OPT_HTML, N_("a page for the browser, complete in one file"), NULL},
	{"lint", '\0', POPT_ARG_NONE, NULL, OPT_LINT,
	 N_("a line for each finding, as compilers write them, for editors"), NULL},
	{"sarif", '\0', POPT_ARG_NONE, NULL, OPT_SARIF,
	 N_("all findings in SARIF 2.1.0, for code review and editors"), NULL},
	{"rules", '\0', POPT_ARG_NONE, NULL, OPT_RULES,
	 N_("list the rules instead: id, severity in the profile, cost, category, message, authority; with --json, too"), NULL},
	{"total", 't', POPT_ARG_NONE, NULL, OPT_TOTAL, N_("only the total, nothing for each file"), NULL},
	{"byte-columns", '\0', POPT_ARG_NONE, NULL, OPT_BYTE_COLUMNS,
	 N_("count columns of --lint in bytes, not in characters"), NULL},
	{"jobs", 'j', POPT_ARG_STRING, NULL, OPT_JOBS, N_("work with so many threads; the output is the same"), N_("=NUMBER")},
	ARGUMENT_COLOR_ENTRY,
	POPT_TABLEEND};

static struct poptOption about_table[] = {
	ARGUMENT_DATA_DIR_ENTRY,
	ARGUMENT_HELP_ENTRY,
	ARGUMENT_VERSION_ENTRY,
	POPT_TABLEEND};

const struct poptOption option_table[] = {
	ARGUMENT_GROUP(what_table, N_("What is read:")),
	ARGUMENT_GROUP(counts_table, N_("What counts:")),
	ARGUMENT_GROUP(form_table, N_("How it is shown:")),
	ARGUMENT_GROUP(about_table, N_("About:")),
	POPT_TABLEEND};

static void append_sections(struct bytes *page, int columns)
{
	enum { TITLE_COLUMN = 16 };
	static const char *const summaries[SECTION_COUNT] = {
		[SECTION_SIZE] = N_("bytes, lines, letters; encodings, bytes that are no character, text read in a wrong encoding"),
		[SECTION_SCRIPTS] = N_("letters by script"),
		[SECTION_LANGUAGES] = N_("sentences by language"),
		[SECTION_STYLES] = N_("quotation marks, apostrophes, spaces before marks, digits: which are used, and which seldom"),
		[SECTION_CHARACTERS] = N_("characters that do not show: how many there are, and how many should not be there"),
		[SECTION_ARABIC] = N_("tatweel, vowel marks, seats of hamza, digits, presentation forms, Persian letters"),
		[SECTION_RULES] = N_("what the profile would change or reports, by rule, with examples"),
		[SECTION_PLACES] = N_("names of places and how they are spelt"),
		[SECTION_REPEATS] = N_("paragraphs that come again, in a text and in several"),
	};
	bytes_format(page, "\n%s\n", _("Sections:"));
	for (unsigned i = 0; i < SECTION_COUNT; i++) {
		bytes_append_text(page, "  ");
		width_pad(page, section_names[i], TITLE_COLUMN - 2);
		width_wrap(page, _(summaries[i]), TITLE_COLUMN, columns);
		bytes_append_char(page, '\n');
	}
}

void options_append_page(struct bytes *page)
{
	bytes_format(page, _("Usage: %s [OPTION…] [FILE…]"), message_program());
	bytes_append_char(page, '\n');
	bytes_format(page, _("       %s --merge [OPTION…] [REPORT…]"), message_program());
	bytes_append_text(page, "\n\n");
	page_append_paragraph(page, _("Report what is in French and Arabic text, and what is wrong with it. Without FILE, or when it is "
				      "\"-\", standard input is read; \"--\" ends the options."));
	options_append_help(page, option_table, width_of_output());
	append_sections(page, width_of_output());
	bytes_append_char(page, '\n');
	page_append_paragraph(page, _("Exit status: 0 no finding of that severity; 1 findings; 2 trouble."));
}
