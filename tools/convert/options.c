/* SPDX-License-Identifier: MIT */
#include "convert/options.h"

#include <stdlib.h>
#include <string.h>

#include "common/bytes.h"
#include "common/i18n.h"
#include "common/message.h"
#include "convert/option_table.h"

static bool take_setting(struct options *options, int option, const char *value)
{
	struct bytes shown = {0}, assignment = {0};
	bytes_format(&shown, "--%s=%s", arguments_name(&options->given, option), value);
	bytes_format(&assignment, "%s%s", option == OPT_ON_ERROR ? "input.invalid=" : "", value);
	bool done = settings_add(&options->settings, bytes_text(&shown), bytes_text(&assignment));
	bytes_release(&shown);
	bytes_release(&assignment);
	return done;
}

static bool take_field(struct options *options, const char *value)
{
	options->fields = memory_grow(options->fields, options->field_count + 1, sizeof *options->fields);
	return field_spec_read(&options->fields[options->field_count++], value);
}

static bool take_levels(struct options *options, const char *value)
{
	options->action = ACTION_SHOW_LEVELS;
	options->json = !strcmp(value, "json");
	if (options->json || !*value || !strcmp(value, "text"))
		return true;
	message_error(_("--show-levels=%s: must be text or json"), value);
	return false;
}

static void take_flag(struct options *options, int option)
{
	static const enum action actions[OPT_COUNT] = {
		[OPT_CHECK] = ACTION_CHECK,
		[OPT_EXPLAIN] = ACTION_EXPLAIN,
		[OPT_EDITS] = ACTION_EDITS,
		[OPT_LIST_PROFILES] = ACTION_LIST_PROFILES,
		[OPT_SHOW_PROFILE] = ACTION_SHOW_PROFILE,
		[OPT_LIST_RULES] = ACTION_LIST_RULES,
	};
	if (actions[option])
		options->action = actions[option];
	options->null_records |= option == OPT_NULL;
	if (option == OPT_JOIN_LINES)
		settings_add(&options->settings, "--join-lines", "repair.line-ends=join");
	options->skip_bad |= option == OPT_SKIP_BAD;
	options->stats |= option == OPT_STATS;
}

static bool take(void *user, int option, const char *value)
{
	struct options *options = user;
	switch (option) {
	case OPT_PROFILE:
		options->profile = value;
		return true;
	case OPT_SET:
	case OPT_ON_ERROR:
		return take_setting(options, option, value);
	case OPT_FROM:
		options->from = value;
		return true;
	case OPT_TO:
		options->to = value;
		return true;
	case OPT_OUTPUT:
		options->output = value;
		return true;
	case OPT_IN_PLACE:
		options->in_place = true;
		options->suffix = value;
		return true;
	case OPT_SHOW_LEVELS:
		return take_levels(options, value);
	case OPT_JSONL:
		return take_field(options, value);
	default:
		take_flag(options, option);
		return true;
	}
}

bool options_read(struct options *options, int argc, char **argv)
{
	static const char *const standard_input[] = {"-", NULL};
	*options = (struct options){.action = ACTION_CONVERT, .profile = "clean", .suffix = ""};
	if (!arguments_read(&options->given, option_table, argc, argv, take, options))
		return false;
	options->files = options->given.count ? options->given.files : standard_input;
	return options->given.about || options_check(options);
}

void options_release(struct options *options)
{
	for (size_t i = 0; i < options->field_count; i++)
		field_spec_release(&options->fields[i]);
	free(options->fields);
	settings_release(&options->settings);
	arguments_release(&options->given);
}
