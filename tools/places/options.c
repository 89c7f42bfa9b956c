/* SPDX-License-Identifier: MIT */
#include "places/options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "common/bytes.h"
#include "common/colour.h"
#include "common/error_text.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/options.h"
#include "common/profiles.h"
#include "places/command.h"
#include "places/option_table.h"

#define MIN_DEFAULT 0.5

static bool take_colour(const char *value)
{
	if (colour_choose(value))
		return true;
	message_error(_("--color=%s: must be auto, always or never"), value);
	return false;
}

static bool take_confidence(struct options *options, const char *value)
{
	char *end;
	double number = strtod(value, &end);
	if (end != value && !*end && number >= 0 && number <= 1) {
		options->confidence = number;
		return true;
	}
	message_error(_("--min=%s: must be a number from 0 to 1"), value);
	return false;
}

static bool take_count(struct options *options, const char *value)
{
	enum { MOST = 1000 };
	char *end;
	errno = 0;
	unsigned long number = strtoul(value, &end, 10);
	if (*value >= '0' && *value <= '9' && !*end && !errno && number >= 1 && number <= MOST) {
		options->count = number;
		return true;
	}
	message_error(_("--count=%s: must be a whole number from 1 to %d"), value, MOST);
	return false;
}

/* Two capitals; for some commands several, with commas between them. */
static bool take_country(struct options *options, const char *value)
{
	options->country = value;
	for (const char *at = value;; at += 3) {
		bool good = at[0] >= 'A' && at[0] <= 'Z' && at[1] >= 'A' && at[1] <= 'Z';
		if (good && !at[2])
			return true;
		if (good && at[2] == ',')
			continue;
		message_error(_("--country=%s: must be a code of ISO 3166-1 in capitals, as ML or DZ"), value);
		return false;
	}
}

static bool take_gazetteer(struct options *options, const char *value)
{
	options->gazetteers =
		memory_grow(options->gazetteers, options->gazetteer_count + 1, sizeof *options->gazetteers);
	options->gazetteers[options->gazetteer_count++] = value;
	return true;
}

static bool take_value(struct options *options, int val, const char *value)
{
	switch (val) {
	case OPT_GAZETTEER:
		return take_gazetteer(options, value);
	case OPT_FORMAT:
		options->format_name = value;
		return true;
	case OPT_MIN:
		return take_confidence(options, value);
	case OPT_COUNT_MAX:
		return take_count(options, value);
	case OPT_COUNTRY:
		return take_country(options, value);
	case OPT_JSONL:
		options->field = value;
		return true;
	case OPT_SCHEME:
		options->scheme = value;
		return true;
	case OPT_OUTPUT:
		options->output = value;
		return true;
	case OPT_DATA_DIR:
		options->data_dir = value;
		return true;
	default:
		return take_colour(value);
	}
}

static void take_flag(struct options *options, int val)
{
	options->help |= val == OPT_HELP;
	options->version |= val == OPT_VERSION;
	options->json |= val == OPT_JSON;
	options->no_base |= val == OPT_NO_BASE;
	options->strict |= val == OPT_STRICT;
	if (val == OPT_HTML)
		options->format_name = "html";
}

static bool take_all(struct options *options, unsigned *ret_seen)
{
	size_t count = 0;
	for (int val; (val = options_next(options->popt)) != OPTIONS_END;) {
		if (val == OPTIONS_BAD)
			return false;
		*ret_seen |= BIT(val);
		char *value = poptGetOptArg(options->popt);
		if (!value) {
			take_flag(options, val);
			if (options->help || options->version)
				return true;
			continue;
		}
		options->owned = memory_grow(options->owned, count + 2, sizeof *options->owned);
		options->owned[count++] = value;
		options->owned[count] = NULL;
		if (!take_value(options, val, value))
			return false;
	}
	return true;
}

/* ---- What goes together ---- */

static bool refuse(void)
{
	options_hint();
	return false;
}

static bool check_options(const struct options *options, unsigned seen)
{
	unsigned allowed = options->command->options | BIT(OPT_COLOR) | BIT(OPT_DATA_DIR);
	for (int val = 1; val < OPT_COUNT; val++) {
		if (seen & BIT(val) & ~allowed) {
			message_error(_("%s does not take --%s"), options->command->name, option_with(val)->longName);
			return refuse();
		}
	}
	if (options->command->run == compile_run && !options->output) {
		message_error(_("compile needs --output=FILE"));
		return refuse();
	}
	return true;
}

static bool check_country(const struct options *options)
{
	const struct command *command = options->command;
	if (!options->country || !options->country[2] || command->run == import_run || command->run == export_run)
		return true;
	message_error(_("--country=%s: %s takes one country"), options->country, command->name);
	return refuse();
}

/* Which formats there are depends on the command, which may come behind the option. */
static bool check_format(struct options *options)
{
	const char *const *names = options->command->formats;
	if (!names || (!options->format_name && options->command->run == find_run))
		return true;
	for (size_t i = 0; options->format_name && names[i]; i++) {
		if (!strcmp(options->format_name, names[i])) {
			options->format = i;
			return true;
		}
	}
	struct bytes list = {0};
	for (size_t i = 0; names[i]; i++)
		bytes_format(&list, "%s%s", i ? ", " : "", names[i]);
	message_error(_("%s needs one of these as its --format: %s"), options->command->name, bytes_text(&list));
	bytes_release(&list);
	return refuse();
}

static bool check_arguments(const struct options *options)
{
	const struct command *command = options->command;
	if (options->argument_count >= command->least && options->argument_count <= command->most)
		return true;
	message_error(options->argument_count < command->least ? _("too few arguments; usage: %s %s %s")
							       : _("too many arguments; usage: %s %s %s"),
		      message_program(), command->name, i18n_text(command->arguments));
	return refuse();
}

static bool take_command(struct options *options)
{
	static const char *const none[] = {NULL};
	const char *const *arguments = (const char *const *)poptGetArgs(options->popt);
	if (!arguments || !arguments[0]) {
		message_error(_("a command is missing"));
		return refuse();
	}
	options->command = command_find(arguments[0]);
	if (!options->command) {
		message_error(_("there is no command \"%s\""), arguments[0]);
		return refuse();
	}
	options->arguments = arguments[1] ? arguments + 1 : none;
	while (options->arguments[options->argument_count])
		options->argument_count++;
	return true;
}

bool options_read(struct options *options, int argc, char **argv)
{
	*options = (struct options){.confidence = MIN_DEFAULT};
	unsigned seen = 0;
	options->argv = options_glue(argc, argv, option_table, &argc);
	void *arguments = options->argv;
	options->popt = poptGetContext(NULL, argc, arguments, option_table, 0);
	if (!options->popt)
		message_out_of_memory();
	if (!take_all(options, &seen))
		return false;
	return options->help || options->version ||
	       (take_command(options) && check_options(options, seen) && check_country(options) &&
		check_format(options) && check_arguments(options));
}

void options_release(struct options *options)
{
	poptFreeContext(options->popt);
	options_free(options->argv);
	options_free(options->owned);
	free(options->gazetteers);
}

/* ---- What they ask for ---- */

norm_context *options_context(const struct options *options)
{
	norm_context *context = profiles_context(options->data_dir);
	if (context && options->no_base && norm_context_set_gazetteer(context, NULL) != NORM_OK)
		message_out_of_memory();
	return context;
}

norm_gazetteer *options_gazetteer(const struct options *options)
{
	norm_gazetteer *gazetteer = NULL;
	norm_error error = {0};
	norm_context *context = options_context(options);
	if (!context)
		return NULL;
	norm_status status =
		norm_gazetteer_open(context, options->gazetteers, options->gazetteer_count, &gazetteer, &error);
	norm_context_free(context);
	if (status == NORM_OK)
		return gazetteer;
	error_text_message(status, &error);
	return NULL;
}

bool options_has_country(const struct options *options, const char *code, size_t len)
{
	const char *list = options->country;
	for (; list && len == 2; list = list[2] ? list + 3 : NULL) {
		if (memcmp(list, code, 2) == 0)
			return true;
	}
	return !options->country;
}
