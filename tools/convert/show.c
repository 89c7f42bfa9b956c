/* SPDX-License-Identifier: MIT */
/* --show-profile: every rule by section, with its value, what that costs, what it does and on whose authority. */
#include "convert/list.h"

#include <string.h>

#include "common/colour.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/page.h"
#include "common/width.h"

#define GAP 2 /* columns between two columns, and before the first */

struct sheet {
	struct bytes text;
	const norm_profile *profile;
	int key_width, value_width, loss_width, columns;
};

static void widen(int *width, const char *text)
{
	int needed = width_of(text);
	if (needed > *width)
		*width = needed;
}

static void measure(struct sheet *sheet)
{
	sheet->columns = width_of_output();
	for (size_t i = 0; i < norm_rule_count(); i++) {
		const norm_rule *rule = norm_rule_at(i);
		const norm_rule_value *value = norm_profile_value(sheet->profile, rule);
		widen(&sheet->key_width, rule->key);
		widen(&sheet->value_width, value->name);
		widen(&sheet->loss_width, _(norm_loss_name(value->loss)));
	}
}

/* Rules that are off stand back. */
static void append_rule(struct sheet *sheet, const norm_rule *rule)
{
	struct bytes *text = &sheet->text;
	const norm_rule_value *value = norm_profile_value(sheet->profile, rule);
	bool is_off = value == &rule->values[0];
	int indent = 4 * GAP + sheet->key_width + sheet->value_width + sheet->loss_width;
	if (is_off)
		bytes_append_text(text, colour_on(COLOUR_STDOUT, COLOUR_DIM));
	width_spaces(text, GAP);
	width_pad(text, rule->key, sheet->key_width + GAP);
	width_pad(text, value->name, sheet->value_width + GAP);
	width_pad(text, _(norm_loss_name(value->loss)), sheet->loss_width + GAP);
	width_wrap(text, i18n_text(value->summary), indent, sheet->columns);
	bytes_append_char(text, '\n');
	const char *authority = norm_profile_authority(sheet->profile, rule);
	if (!is_off && authority[0]) {
		width_spaces(text, indent);
		width_wrap(text, i18n_text(authority), indent, sheet->columns);
		bytes_append_char(text, '\n');
	}
	if (is_off)
		bytes_append_text(text, colour_off(COLOUR_STDOUT));
}

static bool is_first_of_section(size_t index)
{
	for (size_t i = 0; i < index; i++) {
		if (!strcmp(norm_rule_at(i)->section, norm_rule_at(index)->section))
			return false;
	}
	return true;
}

static void append_section_name(struct sheet *sheet, const char *section)
{
	bytes_format(&sheet->text, "\n%s[%s]%s\n", colour_on(COLOUR_STDOUT, COLOUR_BOLD), section,
		     colour_off(COLOUR_STDOUT));
}

static void append_section(struct sheet *sheet, const char *section)
{
	append_section_name(sheet, section);
	for (size_t i = 0; i < norm_rule_count(); i++) {
		if (!strcmp(norm_rule_at(i)->section, section))
			append_rule(sheet, norm_rule_at(i));
	}
}

/* [severity]: the rules of which the profile says something else than the library. */
static void append_severities(struct sheet *sheet)
{
	bool first = true;
	for (size_t i = 0; i < norm_rule_count(); i++) {
		const norm_rule *rule = norm_rule_at(i);
		norm_severity severity = norm_profile_severity(sheet->profile, rule);
		if (severity == rule->level)
			continue;
		if (first)
			append_section_name(sheet, "severity");
		first = false;
		bytes_format(&sheet->text, "  %s  %s\n", rule->id, norm_severity_name(severity));
	}
}

struct heading {
	struct sheet *sheet;
	const char *name;
};

static void append_summary(void *user, const char *name, const char *file, const char *summary)
{
	struct heading *heading = user;
	if (strcmp(name, heading->name))
		return;
	bytes_append_text(&heading->sheet->text, ": ");
	width_wrap(&heading->sheet->text, profiles_summary(summary), width_of(name) + GAP, heading->sheet->columns);
	bytes_format(&heading->sheet->text, "\n%s", file);
}

static void append_heading(struct sheet *sheet, const norm_context *context, const struct options *options)
{
	struct heading heading = {.sheet = sheet, .name = options->profile};
	bytes_append_text(&sheet->text, options->profile);
	/* A profile given by its path is not listed, and its name says enough. */
	(void)norm_context_list_profiles(context, append_summary, &heading);
	bytes_append_char(&sheet->text, '\n');
	for (size_t i = 0; i < options->settings.count; i++)
		bytes_format(&sheet->text, "%s\n", options->settings.at[i].shown);
}

int list_profile(const norm_context *context, const struct options *options)
{
	norm_profile *profile = profiles_get(context, options->profile, &options->settings);
	if (!profile)
		return STATUS_TROUBLE;
	struct sheet sheet = {.profile = profile};
	measure(&sheet);
	append_heading(&sheet, context, options);
	for (size_t i = 0; i < norm_rule_count(); i++) {
		if (is_first_of_section(i))
			append_section(&sheet, norm_rule_at(i)->section);
	}
	append_severities(&sheet);
	norm_profile_free(profile);
	return page_print(&sheet.text);
}
