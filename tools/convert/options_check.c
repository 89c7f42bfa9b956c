/* SPDX-License-Identifier: MIT */
/* Which options go together. */
#include "convert/options.h"

#include <string.h>

#include "common/i18n.h"
#include "common/message.h"
#include "convert/option_table.h"

#define LISTS (BIT(OPT_LIST_PROFILES) | BIT(OPT_SHOW_PROFILE) | BIT(OPT_LIST_RULES))

/* Groups of options of which one at most can be given. */
static const unsigned exclusive[] = {
	BIT(OPT_IN_PLACE) | BIT(OPT_CHECK) | BIT(OPT_EXPLAIN) | BIT(OPT_EDITS) | BIT(OPT_SHOW_LEVELS) | LISTS,
	BIT(OPT_SHOW_LEVELS) | BIT(OPT_STATS),
	BIT(OPT_JSONL) | BIT(OPT_FROM),
	BIT(OPT_JSONL) | BIT(OPT_TO),
	BIT(OPT_IN_PLACE) | BIT(OPT_OUTPUT),
	BIT(OPT_OUTPUT) | LISTS,
	BIT(OPT_NULL) | BIT(OPT_JSONL) | LISTS,
};

static bool contradict(const char *one, const char *other)
{
	message_error(_("%s and %s cannot be used together"), one, other);
	return arguments_refuse();
}

/* --on-error is a short way to set a rule; a --set that says otherwise contradicts it. */
static bool check_settings(const struct settings *settings)
{
	static const char short_way[] = "--on-error";
	for (size_t i = 0; i < settings->count; i++) {
		for (size_t k = 0; k < i; k++) {
			const struct setting *a = &settings->at[k], *b = &settings->at[i];
			bool is_short_a = !strncmp(a->shown, short_way, strlen(short_way));
			bool is_short_b = !strncmp(b->shown, short_way, strlen(short_way));
			if (is_short_a != is_short_b && !strcmp(a->rule, b->rule) && strcmp(a->value, b->value))
				return contradict(a->shown, b->shown);
		}
	}
	return true;
}

static bool check_fields(const struct options *options)
{
	for (size_t i = 0; i < options->field_count; i++) {
		for (size_t k = 0; k < i; k++) {
			const struct field_spec *a = &options->fields[k], *b = &options->fields[i];
			if (strcmp(a->out_field, b->out_field))
				continue;
			message_error(_("--jsonl=%s and --jsonl=%s both write member \"%s\""), a->argument,
				      b->argument, a->out_field);
			return false;
		}
	}
	return true;
}

static bool lists_something(enum action action)
{
	return action == ACTION_LIST_PROFILES || action == ACTION_LIST_RULES || action == ACTION_SHOW_PROFILE;
}

static bool check_files(const struct options *options)
{
	const char *const *files = options->given.files;
	if (lists_something(options->action) && files[0]) {
		message_error(_("%s: no file is read by this option"), files[0]);
		return false;
	}
	bool reads_stdin = !files[0];
	for (const char *const *file = files; *file; file++)
		reads_stdin |= !strcmp(*file, "-");
	if (options->in_place && reads_stdin) {
		message_error(_("--in-place: standard input cannot be changed in place; name a file"));
		return false;
	}
	if (options->in_place && strchr(options->suffix, '/')) {
		message_error(_("--in-place=%s: a suffix cannot hold a '/'"), options->suffix);
		return false;
	}
	return true;
}

bool options_check(const struct options *options)
{
	if (!arguments_check_exclusive(&options->given, exclusive, sizeof exclusive / sizeof *exclusive))
		return false;
	if (options->skip_bad && !options->field_count) {
		message_error(_("--%s needs --%s"), "skip-bad", "jsonl");
		return arguments_refuse();
	}
	return check_settings(&options->settings) && check_fields(options) && check_files(options);
}
