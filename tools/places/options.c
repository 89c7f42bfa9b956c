/* SPDX-License-Identifier: MIT */
#include "places/options.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "common/bytes.h"
#include "common/error_text.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/profiles.h"
#include "places/command.h"
#include "places/option_table.h"

#define MIN_DEFAULT 0.5

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

static void take_flag(struct options *options, int option)
{
	options->json |= option == OPT_JSON;
	options->no_base |= option == OPT_NO_BASE;
	options->strict |= option == OPT_STRICT;
	if (option == OPT_HTML)
		options->format_name = "html";
}

static bool take(void *user, int option, const char *value)
{
	struct options *options = user;
	switch (option) {
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
	case OPT_FROM:
		options->from = strcmp(value, "auto") ? value : NULL;
		return true;
	case OPT_SCHEME:
		options->scheme = value;
		return true;
	case OPT_OUTPUT:
		options->output = value;
		return true;
	default:
		take_flag(options, option);
		return true;
	}
}

/* ---- What goes together ---- */

static bool check_options(const struct options *options)
{
	unsigned allowed = options->command->options | BIT(ARGUMENT_COLOR) | BIT(ARGUMENT_DATA_DIR);
	for (int option = 1; option < OPT_COUNT; option++) {
		if (options->given.seen & BIT(option) & ~allowed) {
			message_error(_("%s does not take --%s"), options->command->name, arguments_name(&options->given, option));
			return arguments_refuse();
		}
	}
	if (options->command->run == compile_run && !options->output) {
		message_error(_("compile needs --output=FILE"));
		return arguments_refuse();
	}
	return true;
}

/* JSON is UTF-8. */
static bool check_from(const struct options *options)
{
	static const unsigned exclusive = BIT(OPT_FROM) | BIT(OPT_JSONL);
	return arguments_check_exclusive(&options->given, &exclusive, 1);
}

static bool check_country(const struct options *options)
{
	const struct command *command = options->command;
	if (!options->country || !options->country[2] || command->run == import_run || command->run == export_run)
		return true;
	message_error(_("--country=%s: %s takes one country"), options->country, command->name);
	return arguments_refuse();
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
	return arguments_refuse();
}

static bool check_arguments(const struct options *options)
{
	const struct command *command = options->command;
	if (options->argument_count >= command->least && options->argument_count <= command->most)
		return true;
	message_error(options->argument_count < command->least ? _("too few arguments; usage: %s %s %s")
							       : _("too many arguments; usage: %s %s %s"),
		      message_program(), command->name, i18n_text(command->arguments));
	return arguments_refuse();
}

static bool take_command(struct options *options)
{
	const char *const *arguments = options->given.files;
	if (!options->given.count) {
		message_error(_("a command is missing"));
		return arguments_refuse();
	}
	options->command = command_find(arguments[0]);
	if (!options->command) {
		message_error(_("there is no command \"%s\""), arguments[0]);
		return arguments_refuse();
	}
	options->arguments = arguments + 1;
	options->argument_count = options->given.count - 1;
	return true;
}

bool options_read(struct options *options, int argc, char **argv)
{
	*options = (struct options){.confidence = MIN_DEFAULT};
	if (!arguments_read(&options->given, option_table, argc, argv, take, options))
		return false;
	return options->given.about || (take_command(options) && check_options(options) && check_from(options) && check_country(options) &&
					check_format(options) && check_arguments(options));
}

void options_release(struct options *options)
{
	arguments_release(&options->given);
	free(options->gazetteers);
}

/* ---- What they ask for ---- */

norm_context *options_context(const struct options *options)
{
	norm_context *context = profiles_context(options->given.data_dir);
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
