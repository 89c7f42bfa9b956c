/* SPDX-License-Identifier: MIT */
#include "common/profiles.h"

#include <stdlib.h>
#include <string.h>

#include "common/bytes.h"
#include "common/error_text.h"
#include "common/i18n.h"
#include "common/message.h"

#define LINES_OF_SETTING 2 /* "[section]" and "key = value" */

bool settings_add(struct settings *settings, const char *shown, const char *assignment)
{
	size_t equals = strcspn(assignment, "=");
	size_t dot = strcspn(assignment, ".");
	/* A line break would smuggle in lines that the count of LINES_OF_SETTING does not know. */
	if (!assignment[equals] || dot == 0 || dot + 1 >= equals || strpbrk(assignment, "\n\r")) {
		message_error(_("%s: not of the form SECTION.KEY=VALUE"), shown);
		return false;
	}
	settings->at = memory_grow(settings->at, settings->count + 1, sizeof *settings->at);
	settings->at[settings->count++] = (struct setting){
		.shown = memory_text(shown, strlen(shown)),
		.rule = memory_text(assignment, equals),
		.value = memory_text(assignment + equals + 1, strlen(assignment + equals + 1)),
	};
	return true;
}

void settings_release(struct settings *settings)
{
	for (size_t i = 0; i < settings->count; i++) {
		free(settings->at[i].shown);
		free(settings->at[i].rule);
		free(settings->at[i].value);
	}
	free(settings->at);
	*settings = (struct settings){0};
}

const char *profiles_summary(const char *summary)
{
	/* The first lines of data/profiles, for the translators */
	static const char *const shipped[] = {
		N_("for people: NFC, letters for presentation forms, no junk; wording, marks and typography stay"),
		N_("for models: clean text with one style of quotes, spaces and digits, and no marks; case stays"),
		N_("every rule off: a base for profiles of your own"),
		N_("for indexes and queries: the folded key; never shown to people"),
		N_("for publishing in France: French typography of the Imprimerie nationale; Arabic conventions in Arabic"),
		N_("for publishing in Canada: French typography of the OQLF; Arabic conventions in Arabic"),
		N_("for publishing in Switzerland: typography of the Guide du typographe; Arabic conventions in Arabic"),
		N_("for reports: what is damaged, invisible or doubtful, and what departs from the typography of France and of Arabic"),
		N_("for old systems: clean text in plain characters, with ASCII quotation marks and spaces; what it loses is declared lossy"),
	};
	for (size_t i = 0; i < sizeof shipped / sizeof *shipped; i++) {
		if (!strcmp(summary, shipped[i]))
			return _(shipped[i]);
	}
	return summary;
}

static norm_status add_user_profiles(norm_context *context)
{
	const char *config = getenv("XDG_CONFIG_HOME"), *home = getenv("HOME");
	struct bytes dir = {0};
	/* The XDG specification says that a relative path is to be ignored. */
	if (config && *config == '/')
		bytes_format(&dir, "%s/libnorm/profiles", config);
	else if (home && *home)
		bytes_format(&dir, "%s/.config/libnorm/profiles", home);
	norm_status status = dir.len ? norm_context_add_profile_dir(context, bytes_text(&dir)) : NORM_OK;
	bytes_release(&dir);
	return status;
}

const char *profiles_data_dir(const char *data_dir)
{
	const char *env = getenv("LIBNORM_DATA");
	return !data_dir && env && *env ? env : data_dir;
}

/* The file that the user has named as gazetteer, or NULL. */
static const char *named_gazetteer(void)
{
	const char *file = getenv("LIBNORM_GAZETTEER");
	return file && *file ? file : NULL;
}

norm_context *profiles_context(const char *data_dir)
{
	norm_context *context = NULL;
	norm_status status = norm_context_new(profiles_data_dir(data_dir), &context);
	if (status == NORM_OK)
		status = add_user_profiles(context);
	if (status == NORM_OK && named_gazetteer())
		status = norm_context_set_gazetteer(context, named_gazetteer());
	if (status == NORM_OK)
		return context;
	message_error("%s", _(norm_status_message(status)));
	norm_context_free(context);
	return NULL;
}

bool profiles_gazetteer(const norm_context *context, norm_gazetteer **ret)
{
	norm_error error = {0};
	norm_status status = norm_gazetteer_open(context, NULL, 0, ret, &error);
	bool is_missing = status == NORM_E_DATA && error.code == NORM_ERROR_UNREADABLE;
	if (status == NORM_OK || (is_missing && !named_gazetteer()))
		return true;
	error_text_message(status, &error);
	if (is_missing)
		message_note(_("LIBNORM_GAZETTEER names that file; without it the gazetteer of libnorm is taken"));
	return false;
}

/* The composed text has no file: its lines are the options. */
static void append_place(struct bytes *text, const norm_error *error, const char *name, const struct settings *settings)
{
	size_t setting = error->line >= 2 ? (error->line - 2) / LINES_OF_SETTING : settings->count;
	if (*error->file && error->line)
		bytes_format(text, "%s:%u", error->file, error->line);
	else if (*error->file)
		bytes_append_text(text, error->file);
	else if (setting < settings->count)
		bytes_append_text(text, settings->at[setting].shown);
	else
		bytes_append_text(text, name);
}

static void report(const norm_error *error, const char *name, const struct settings *settings)
{
	struct bytes text = {0};
	append_place(&text, error, name, settings);
	bytes_append_text(&text, ": ");
	error_text_append(&text, error);
	message_error("%s", bytes_text(&text));
	bytes_release(&text);
}

static norm_status compose(const norm_context *context, const char *name, const struct settings *settings,
			   norm_profile **ret, norm_error *error)
{
	struct bytes text = {0};
	bytes_format(&text, "include = %s\n", name);
	for (size_t i = 0; i < settings->count; i++) {
		const struct setting *setting = &settings->at[i];
		size_t section = strcspn(setting->rule, ".");
		bytes_format(&text, "[%.*s]\n%s = %s\n", (int)section, setting->rule, setting->rule + section + 1,
			     setting->value);
	}
	norm_status status = norm_profile_parse(context, text.at, text.len, ret, error);
	bytes_release(&text);
	return status;
}

norm_profile *profiles_reading(void)
{
	static const char reading[] = "[input]\nencoding = auto\n";
	norm_profile *profile = NULL;
	if (norm_profile_parse(NULL, reading, sizeof reading - 1, &profile, NULL) != NORM_OK)
		message_out_of_memory();
	return profile;
}

norm_profile *profiles_get(const norm_context *context, const char *name, const struct settings *settings)
{
	norm_profile *profile = NULL;
	norm_error error = {0};
	norm_status status = NORM_OK;
	if (settings->count)
		status = compose(context, name, settings, &profile, &error);
	/* Of a profile that is not there, the library says more when it is asked for by name. */
	if (!settings->count || (status != NORM_OK && !*error.file && error.line < 2))
		status = norm_profile_get(context, name, &profile, &error);
	if (status == NORM_OK)
		return profile;
	error.status = status;
	report(&error, name, settings);
	return NULL;
}
