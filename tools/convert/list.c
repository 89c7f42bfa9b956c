/* SPDX-License-Identifier: MIT */
#include "convert/list.h"

#include "common/i18n.h"
#include "common/message.h"
#include "common/page.h"
#include "common/width.h"

struct profile_page {
	struct bytes text;
	int name_width; /* of the widest name */
};

static void measure_profile(void *user, const char *name, const char *file, const char *summary)
{
	struct profile_page *page = user;
	(void)file, (void)summary;
	int width = width_of(name);
	if (width > page->name_width)
		page->name_width = width;
}

static void append_profile(void *user, const char *name, const char *file, const char *summary)
{
	struct profile_page *page = user;
	(void)file;
	width_pad(&page->text, name, page->name_width + 2);
	width_wrap(&page->text, profiles_summary(summary), page->name_width + 2, width_of_output());
	bytes_append_char(&page->text, '\n');
}

/* A list that fails does not say where; to ask for one of its profiles does. */
static int say_failure(const norm_context *context, norm_status status)
{
	const struct settings no_settings = {0};
	norm_profile *profile = status == NORM_E_DATA ? profiles_get(context, "none", &no_settings) : NULL;
	if (profile || status != NORM_E_DATA)
		message_error("%s", _(norm_status_message(status)));
	norm_profile_free(profile);
	return STATUS_TROUBLE;
}

int list_profiles(const norm_context *context)
{
	struct profile_page page = {.name_width = 0};
	norm_status status = norm_context_list_profiles(context, measure_profile, &page);
	if (status == NORM_OK)
		status = norm_context_list_profiles(context, append_profile, &page);
	if (status == NORM_OK)
		return page_print(&page.text);
	bytes_release(&page.text);
	return say_failure(context, status);
}

int list_rules(void)
{
	struct bytes page = {0};
	for (size_t i = 0; i < norm_rule_count(); i++) {
		const norm_rule *rule = norm_rule_at(i);
		bytes_append_text(&page, rule->id);
		for (size_t k = 0; k < rule->value_count; k++)
			bytes_format(&page, "%c%s", k ? '|' : ' ', rule->values[k].name);
		bytes_append_char(&page, '\n');
	}
	return page_print(&page);
}
