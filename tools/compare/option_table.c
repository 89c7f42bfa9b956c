/* SPDX-License-Identifier: MIT */
#include "compare/option_table.h"

#include "common/i18n.h"
#include "common/message.h"
#include "common/options.h"
#include "common/page.h"
#include "common/width.h"
#include "compare/classes.h"

static struct poptOption what_table[] = {
	{"within", 'w', POPT_ARG_NONE, NULL, OPT_WITHIN,
	 N_("find the passages that two pages share, as an article in its page; differences are told inside them only"), NULL},
	{"against", '\0', POPT_ARG_STRING, NULL, OPT_AGAINST,
	 N_("compare each FILE with BASE, and sum up in a table, a line for each file"), N_("=BASE")},
	{"recursive", 'r', POPT_ARG_NONE, NULL, OPT_RECURSIVE,
	 N_("compare two directories, file by file of the same name, and those in them"), NULL},
	{"git", '\0', POPT_ARG_NONE, NULL, OPT_GIT,
	 N_("take the arguments that git gives to an external diff program (see the manual page)"), NULL},
	{"from", 'f', POPT_ARG_STRING, NULL, OPT_FROM,
	 N_("the encoding of the files; auto, the default, finds out for each paragraph"), N_("=ENCODING")},
	POPT_TABLEEND};

static struct poptOption counts_table[] = {
	{"ignore", 'i', POPT_ARG_STRING, NULL, OPT_IGNORE,
	 N_("leave out differences of these classes (see below; \"noise\" is all that changes no word)"), N_("=CLASS,…")},
	{"fail-on", '\0', POPT_ARG_STRING, NULL, OPT_FAIL_ON,
	 N_("exit with 1 only for differences of these classes, as in --fail-on=wording,number"), N_("=CLASS,…")},
	{"line-breaks", '\0', POPT_ARG_NONE, NULL, OPT_LINE_BREAKS,
	 N_("count ends of lines in other places, too; else they are spaces"), NULL},
	POPT_TABLEEND};

static struct poptOption form_table[] = {
	{"words", '\0', POPT_ARG_NONE, NULL, OPT_WORDS,
	 N_("running text, with [-what went out-] and {+what came in+} (the default)"), NULL},
	{"unified", 'u', POPT_ARG_NONE, NULL, OPT_UNIFIED, N_("old lines and new lines, one below the other"), NULL},
	{"side-by-side", 'y', POPT_ARG_NONE, NULL, OPT_SIDE_BY_SIDE, N_("old lines and new lines in two columns"), NULL},
	{"json", '\0', POPT_ARG_NONE, NULL, OPT_JSON, N_("a JSON object a line for each difference"), NULL},
	{"html", '\0', POPT_ARG_NONE, NULL, OPT_HTML, N_("a page for the browser, complete in one file"), NULL},
	{"stat", '\0', POPT_ARG_NONE, NULL, OPT_STAT, N_("a table of the classes of differences"), NULL},
	{"quiet", 'q', POPT_ARG_NONE, NULL, OPT_QUIET, N_("nothing: the exit status tells"), NULL},
	{"context", 'U', POPT_ARG_STRING, NULL, OPT_CONTEXT,
	 N_("so many words around each difference, or with --unified and --side-by-side lines"), N_("=NUMBER")},
	{"width", '\0', POPT_ARG_STRING, NULL, OPT_WIDTH, N_("the columns that --side-by-side may take"), N_("=NUMBER")},
	ARGUMENT_COLOR_ENTRY,
	POPT_TABLEEND};

static struct poptOption about_table[] = {
	ARGUMENT_DATA_DIR_ENTRY,
	ARGUMENT_HELP_ENTRY,
	ARGUMENT_VERSION_ENTRY,
	POPT_TABLEEND};

const struct poptOption option_table[] = {
	ARGUMENT_GROUP(what_table, N_("What is compared:")),
	ARGUMENT_GROUP(counts_table, N_("What counts:")),
	ARGUMENT_GROUP(form_table, N_("How it is shown:")),
	ARGUMENT_GROUP(about_table, N_("About:")),
	POPT_TABLEEND};

static void append_classes(struct bytes *page, int columns)
{
	enum { TITLE_COLUMN = 16 };
	bytes_format(page, "\n%s\n", _("Classes of differences:"));
	for (unsigned class = 0; class < CLASS_COUNT; class++) {
		bytes_append_text(page, "  ");
		width_pad(page, class_name(class), TITLE_COLUMN - 2);
		width_wrap(page, class_title(class), TITLE_COLUMN, columns);
		bytes_append_char(page, '\n');
	}
}

void option_table_append_page(struct bytes *page)
{
	bytes_format(page, _("Usage: %s [OPTION…] FILE FILE"), message_program());
	bytes_append_char(page, '\n');
	bytes_format(page, _("       %s [OPTION…] --against=BASE FILE…"), message_program());
	bytes_append_char(page, '\n');
	bytes_format(page, _("       %s [OPTION…] -r DIRECTORY DIRECTORY"), message_program());
	bytes_append_text(page, "\n\n");
	page_append_paragraph(page,
			      _("Tell what really changed between two versions of a French or Arabic text, and what is only another "
				"quotation mark, space or spelling. \"-\" is standard input; \"--\" ends the options."));
	options_append_help(page, option_table, width_of_output());
	append_classes(page, width_of_output());
	bytes_append_char(page, '\n');
	page_append_paragraph(page, _("Exit status: 0 no difference; 1 differences that count; 2 trouble."));
}
