/* SPDX-License-Identifier: MIT */
#include "places/command.h"

#include <string.h>

#include "common/i18n.h"
#include "places/option_table.h"

#define STACK (BIT(OPT_GAZETTEER) | BIT(OPT_NO_BASE))
#define NAMES (BIT(OPT_JSON) | BIT(OPT_COUNTRY))

static const char *const find_formats[] = {
	[FIND_TEXT] = "text", [FIND_TSV] = "tsv", [FIND_JSON] = "jsonl", [FIND_HTML] = "html", NULL};
static const char *const import_formats[] = {
	[IMPORT_GEONAMES] = "geonames", [IMPORT_OSM] = "osm", [IMPORT_WIKIDATA] = "wikidata", NULL};

const struct command commands[] = {
	{"find", N_("[FILE…]"), N_("find the places in texts"),
	 STACK | BIT(OPT_FORMAT) | BIT(OPT_HTML) | BIT(OPT_JSONL) | BIT(OPT_FROM) | BIT(OPT_MIN), 0, SIZE_MAX, find_run, find_formats},
	{"lookup", N_("NAME…"), N_("tell all that is known of the places of a name, or of an id"),
	 STACK | BIT(OPT_JSON), 1, SIZE_MAX, lookup_run, NULL},
	{"match", N_("NAME NAME"), N_("tell how likely two spellings are to name the same place or person, and why"),
	 NAMES, 2, 2, match_run, NULL},
	{"rank", N_("FILE FILE"), N_("for each name of the first list tell the best ones of the second"),
	 NAMES | BIT(OPT_COUNT_MAX) | BIT(OPT_MIN), 2, 2, rank_run, NULL},
	{"romanise", N_("[NAME…]"),
	 N_("write Arabic names in Latin letters, as French newspapers do or by a scheme of scholars"),
	 STACK | NAMES | BIT(OPT_SCHEME) | BIT(OPT_COUNT_MAX), 0, SIZE_MAX, romanise_run, NULL},
	{"arabise", N_("[NAME…]"), N_("write names in Arabic letters"),
	 STACK | NAMES | BIT(OPT_SCHEME) | BIT(OPT_COUNT_MAX), 0, SIZE_MAX, arabise_run, NULL},
	{"compile", N_("-o FILE TABLE…"), N_("make a gazetteer of tables"), BIT(OPT_OUTPUT) | BIT(OPT_STRICT), 1,
	 SIZE_MAX, compile_run, NULL},
	{"lint", N_("FILE…"), N_("tell what is wrong or doubtful in tables, or whether gazetteers are damaged"),
	 BIT(OPT_STRICT), 1, SIZE_MAX, lint_run, NULL},
	{"import", N_("FILE…"), N_("make a table of files of GeoNames, OpenStreetMap or Wikidata"),
	 BIT(OPT_FORMAT) | BIT(OPT_COUNTRY), 1, SIZE_MAX, import_run, import_formats},
	{"export", "", N_("write all places as a table"), STACK | BIT(OPT_COUNTRY), 0, 0, export_run, NULL},
	{0}};

const struct command *command_find(const char *name)
{
	for (const struct command *command = commands; command->name; command++) {
		if (!strcmp(command->name, name))
			return command;
	}
	return NULL;
}
