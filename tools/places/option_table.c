/* SPDX-License-Identifier: MIT */
#include "places/option_table.h"

#include "common/i18n.h"
#include "common/message.h"
#include "common/options.h"
#include "common/page.h"
#include "common/width.h"
#include "places/command.h"

static struct poptOption gazetteer_table[] = {
	{"gazetteer", 'g', POPT_ARG_STRING, NULL, OPT_GAZETTEER,
	 N_("add the places of FILE, a compiled gazetteer, above those known so far; may be repeated"), N_("=FILE")},
	{"no-base", '\0', POPT_ARG_NONE, NULL, OPT_NO_BASE, N_("leave out the places that come with libnorm"), NULL},
	POPT_TABLEEND};

static struct poptOption form_table[] = {
	{"format", '\0', POPT_ARG_STRING, NULL, OPT_FORMAT,
	 N_("find: text, tsv, jsonl or html; import: geonames, osm or wikidata"), N_("=FORMAT")},
	{"html", '\0', POPT_ARG_NONE, NULL, OPT_HTML,
	 N_("find: the text as a page with its places marked; short for --format=html"), NULL},
	{"json", '\0', POPT_ARG_NONE, NULL, OPT_JSON,
	 N_("lookup, match, rank, romanise, arabise: a JSON object a line"), NULL},
	{"from", 'f', POPT_ARG_STRING, NULL, OPT_FROM,
	 N_("find: the encoding of the input; auto, the default, finds out for each paragraph"), N_("=ENCODING")},
	{"jsonl", '\0', POPT_ARG_STRING, NULL, OPT_JSONL,
	 N_("find: the input is JSON Lines; the text is in member FIELD"), N_("=FIELD")},
	{"min", '\0', POPT_ARG_STRING, NULL, OPT_MIN,
	 N_("find: leave out what is less sure than this, from 0 to 1 (default: 0.5); rank: the least score"),
	 N_("=CONFIDENCE")},
	{"count", 'n', POPT_ARG_STRING, NULL, OPT_COUNT_MAX,
	 N_("rank, romanise, arabise: so many answers for each name (default: 1)"), N_("=NUMBER")},
	{"country", 'c', POPT_ARG_STRING, NULL, OPT_COUNTRY,
	 N_("the country that names are of, as in DZ; import, export: only places of the countries in this list"),
	 N_("=CODE")},
	{"scheme", 's', POPT_ARG_STRING, NULL, OPT_SCHEME,
	 N_("romanise: french (default), bgn-pcgn-1956, ungegn-2017, iso-233-2, din-31635 or buckwalter"),
	 N_("=SCHEME")},
	{"output", 'o', POPT_ARG_STRING, NULL, OPT_OUTPUT,
	 N_("compile: the gazetteer, which is replaced only when everything went well"), N_("=FILE")},
	{"strict", '\0', POPT_ARG_NONE, NULL, OPT_STRICT, N_("lint, compile: what is only doubtful is an error, too"),
	 NULL},
	POPT_TABLEEND};

static struct poptOption about_table[] = {
	ARGUMENT_COLOR_ENTRY,
	ARGUMENT_DATA_DIR_ENTRY,
	ARGUMENT_HELP_ENTRY,
	ARGUMENT_VERSION_ENTRY,
	POPT_TABLEEND};

const struct poptOption option_table[] = {
	ARGUMENT_GROUP(gazetteer_table, N_("Which places are known:")),
	ARGUMENT_GROUP(form_table, N_("What is asked, and how it is answered:")),
	ARGUMENT_GROUP(about_table, N_("About:")),
	POPT_TABLEEND};

static void append_commands(struct bytes *page, int columns)
{
	enum { SUMMARY_COLUMN = 30 };
	bytes_format(page, "\n%s\n", _("Commands:"));
	for (const struct command *command = commands; command->name; command++) {
		struct bytes usage = {0};
		bytes_format(&usage, "  %s %s", command->name, i18n_text(command->arguments));
		int width = width_of(bytes_text(&usage));
		bytes_append(page, usage.at, usage.len);
		if (width + 2 > SUMMARY_COLUMN)
			bytes_append_char(page, '\n');
		width_spaces(page, width + 2 > SUMMARY_COLUMN ? SUMMARY_COLUMN : SUMMARY_COLUMN - width);
		width_wrap(page, _(command->summary), SUMMARY_COLUMN, columns);
		bytes_append_char(page, '\n');
		bytes_release(&usage);
	}
}

void option_table_append_page(struct bytes *page)
{
	bytes_format(page, _("Usage: %s COMMAND [OPTION…] [ARGUMENT…]"), message_program());
	bytes_append_text(page, "\n\n");
	page_append_paragraph(
		page, _("Names of places in French and Arabic: find them in text, look them up, compare their spellings, write "
			"them in the other script, and make gazetteers. \"-\" is standard input; \"--\" ends the options."));
	append_commands(page, width_of_output());
	options_append_help(page, option_table, width_of_output());
	bytes_append_char(page, '\n');
	page_append_paragraph(page,
			      _("Exit status: 0 all is well; 1 nothing was found, or lint found something; 2 trouble."));
}
