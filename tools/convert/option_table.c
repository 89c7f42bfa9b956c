/* SPDX-License-Identifier: MIT */
#include "convert/option_table.h"

#include "common/i18n.h"
#include "common/message.h"
#include "common/options.h"
#include "common/page.h"
#include "common/width.h"

static struct poptOption what_table[] = {
	{"profile", 'p', POPT_ARG_STRING, NULL, OPT_PROFILE,
	 N_("what to do to the text: a profile by name, or by path when it holds a '/' (default: clean)"),
	 N_("=PROFILE")},
	{"set", '\0', POPT_ARG_STRING, NULL, OPT_SET,
	 N_("change one rule of the profile, as in --set arabic.digits=ascii; may be repeated"),
	 N_("=SECTION.KEY=VALUE")},
	{"on-error", '\0', POPT_ARG_STRING, NULL, OPT_ON_ERROR,
	 N_("for bytes that are not UTF-8: replace them by U+FFFD, drop them, or stop (strict)"),
	 N_("=replace|strict|drop")},
	{"from", 'f', POPT_ARG_STRING, NULL, OPT_FROM,
	 N_("the encoding of the input, for all of it; auto finds out for each paragraph, as most profiles do"),
	 N_("=ENCODING")},
	{"join-lines", '\0', POPT_ARG_NONE, NULL, OPT_JOIN_LINES,
	 N_("make paragraphs of lines that a layout has broken, and whole words of those hyphenated there; short for "
	    "--set repair.line-ends=join"),
	 NULL},
	{"to", 't', POPT_ARG_STRING, NULL, OPT_TO,
	 N_("the encoding of the output instead of UTF-8; what it lacks is replaced by what is most like it"),
	 N_("=ENCODING")},
	POPT_TABLEEND};

static struct poptOption where_table[] = {
	{"output", 'o', POPT_ARG_STRING, NULL, OPT_OUTPUT,
	 N_("write to FILE, which is replaced only when everything went well; it may be one of the inputs"),
	 N_("=FILE")},
	{"in-place", 'i', POPT_ARG_STRING | POPT_ARGFLAG_OPTIONAL, NULL, OPT_IN_PLACE,
	 N_("change the files themselves, each as a whole or not at all; with SUFFIX keep the old one as FILE"
	    "SUFFIX (short form: -iSUFFIX)"),
	 N_("[=SUFFIX]")},
	{"check", '\0', POPT_ARG_NONE, NULL, OPT_CHECK,
	 N_("write no text, list the files that would change; exit with 1 when there are any"), NULL},
	{"explain", '\0', POPT_ARG_NONE, NULL, OPT_EXPLAIN,
	 N_("write no text, tell each change (place, rules, before and after), and what rules only report"), NULL},
	{"edits", '\0', POPT_ARG_NONE, NULL, OPT_EDITS,
	 N_("write no text, but each change and finding as a JSON object on a line, with byte offsets"), NULL},
	{"show-levels", '\0', POPT_ARG_STRING | POPT_ARGFLAG_OPTIONAL, NULL, OPT_SHOW_LEVELS,
	 N_("convert nothing, show which language governs what: quotations, brackets and sentences with their "
	    "language, and protected spans; FORM is text or json"),
	 N_("[=FORM]")},
	POPT_TABLEEND};

static struct poptOption records_table[] = {
	{"null", '0', POPT_ARG_NONE, NULL, OPT_NULL,
	 N_("the input is records that end with a NUL byte; each is a text of its own"), NULL},
	{"jsonl", '\0', POPT_ARG_STRING, NULL, OPT_JSONL,
	 N_("the input is JSON Lines: normalise member FIELD only, with its own PROFILE or into member OUTFIELD "
	    "if you like; may be repeated"),
	 N_("=FIELD[=PROFILE][:OUTFIELD]")},
	{"skip-bad", '\0', POPT_ARG_NONE, NULL, OPT_SKIP_BAD,
	 N_("with --jsonl: pass lines that are not JSON objects through unchanged and count them"), NULL},
	POPT_TABLEEND};

static struct poptOption about_table[] = {
	{"list-profiles", '\0', POPT_ARG_NONE, NULL, OPT_LIST_PROFILES, N_("list the profiles"), NULL},
	{"show-profile", '\0', POPT_ARG_NONE, NULL, OPT_SHOW_PROFILE,
	 N_("show what the profile does: every rule, its value, what it costs"), NULL},
	{"list-rules", '\0', POPT_ARG_NONE, NULL, OPT_LIST_RULES,
	 N_("list every rule and its possible values, for programs"), NULL},
	{"stats", '\0', POPT_ARG_NONE, NULL, OPT_STATS,
	 N_("at the end, tell bytes, changes and findings by rule, and speed on standard error"), NULL},
	ARGUMENT_COLOR_ENTRY,
	{"data-dir", '\0', POPT_ARG_STRING, NULL, ARGUMENT_DATA_DIR,
	 N_("take the profiles of libnorm from DIR instead of where it is installed"), N_("=DIR")},
	ARGUMENT_HELP_ENTRY,
	ARGUMENT_VERSION_ENTRY,
	POPT_TABLEEND};

const struct poptOption option_table[] = {
	ARGUMENT_GROUP(what_table, N_("What is done:")),
	ARGUMENT_GROUP(where_table, N_("Where it goes (standard output by default):")),
	ARGUMENT_GROUP(records_table, N_("Input that is more than one text:")),
	ARGUMENT_GROUP(about_table, N_("About:")),
	POPT_TABLEEND};

void option_table_append_page(struct bytes *page)
{
	bytes_format(page, _("Usage: %s [OPTION…] [FILE…]"), message_program());
	bytes_append_text(page, "\n\n");
	page_append_paragraph(page, _("Normalise French and Arabic text: the FILEs, or standard input, to standard output. "
				      "\"-\" is standard input; \"--\" ends the options."));
	options_append_help(page, option_table, width_of_output());
	bytes_append_char(page, '\n');
	page_append_paragraph(page, _("Exit status: 0 all is well; 1 --check found files that would change; 2 trouble."));
}
