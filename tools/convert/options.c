/* SPDX-License-Identifier: MIT */
#include "convert/options.h"

#include <stdlib.h>
#include <string.h>

#include "common/bytes.h"
#include "common/colour.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/options.h"
#include "convert/option_table.h"

static bool take_setting(struct options *options, int val, const char *value)
{
	struct bytes shown = {0}, assignment = {0};
	bytes_format(&shown, "--%s=%s", option_with(val)->longName, value);
	bytes_format(&assignment, "%s%s", val == OPT_ON_ERROR ? "input.invalid=" : "", value);
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

static bool take_colour(const char *value)
{
	if (colour_choose(value))
		return true;
	message_error(_("--color=%s: must be auto, always or never"), value);
	return false;
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

static bool take_value(struct options *options, int val, const char *value)
{
	switch (val) {
	case OPT_PROFILE:
		options->profile = value;
		return true;
	case OPT_SET:
	case OPT_ON_ERROR:
		return take_setting(options, val, value);
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
	case OPT_DATA_DIR:
		options->data_dir = value;
		return true;
	default:
		return take_colour(value);
	}
}

static void take_flag(struct options *options, int val)
{
	static const enum action actions[OPT_COUNT] = {
		[OPT_CHECK] = ACTION_CHECK,
		[OPT_EXPLAIN] = ACTION_EXPLAIN,
		[OPT_EDITS] = ACTION_EDITS,
		[OPT_LIST_PROFILES] = ACTION_LIST_PROFILES,
		[OPT_SHOW_PROFILE] = ACTION_SHOW_PROFILE,
		[OPT_LIST_RULES] = ACTION_LIST_RULES,
		[OPT_HELP] = ACTION_HELP,
		[OPT_VERSION] = ACTION_VERSION,
	};
	if (actions[val])
		options->action = actions[val];
	options->null_records |= val == OPT_NULL;
	options->skip_bad |= val == OPT_SKIP_BAD;
	options->stats |= val == OPT_STATS;
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
			/* these two are answered at once, whatever else is there */
			if (val == OPT_HELP || val == OPT_VERSION)
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

bool options_read(struct options *options, int argc, char **argv)
{
	static const char *const standard_input[] = {"-", NULL};
	*options = (struct options){.action = ACTION_CONVERT, .profile = "clean", .suffix = ""};
	unsigned seen = 0;
	options->argv = options_glue(argc, argv, option_table, &argc);
	void *arguments = options->argv;
	options->popt = poptGetContext(NULL, argc, arguments, option_table, 0);
	if (!options->popt)
		message_out_of_memory();
	if (!take_all(options, &seen))
		return false;
	if (options->action == ACTION_HELP || options->action == ACTION_VERSION)
		return true;
	options->files = (const char *const *)poptGetArgs(options->popt);
	if (!options_check(options, seen))
		return false;
	if (!options->files || !options->files[0])
		options->files = standard_input;
	return true;
}

void options_release(struct options *options)
{
	for (size_t i = 0; i < options->field_count; i++)
		field_spec_release(&options->fields[i]);
	free(options->fields);
	settings_release(&options->settings);
	poptFreeContext(options->popt);
	options_free(options->argv);
	options_free(options->owned);
}
