/* SPDX-License-Identifier: MIT */
#include "report/rules.h"

#include <string.h>

#include "common/json.h"
#include "common/page.h"

/* What norm-report says of a rule: one that is off finds nothing. Bytes that are no character are found in any case. */
static const char *severity_of(const norm_profile *profile, const norm_rule *rule)
{
	bool is_off = norm_profile_value(profile, rule) == &rule->values[0] && strcmp(rule->id, "input.invalid") != 0;
	return norm_severity_name(is_off ? NORM_SEVERITY_OFF : norm_profile_severity(profile, rule));
}

static void append_member(struct bytes *page, const char *name, const char *text)
{
	bytes_format(page, ",\"%s\":", name);
	json_append_any(page, text, strlen(text));
}

static void append_object(struct bytes *page, const norm_profile *profile, const norm_rule *rule)
{
	bytes_format(page, "{\"id\":\"%s\",\"severity\":\"%s\",\"class\":\"%s\",\"value\":\"%s\"", rule->id,
		     severity_of(profile, rule), norm_loss_name(norm_profile_value(profile, rule)->loss),
		     norm_profile_value(profile, rule)->name);
	append_member(page, "category", rule->category);
	append_member(page, "message", rule->message);
	append_member(page, "authority", norm_profile_authority(profile, rule));
	bytes_append_text(page, "}\n");
}

static void append_line(struct bytes *page, const norm_profile *profile, const norm_rule *rule)
{
	bytes_format(page, "%-24s %-8s %-11s %-14s %s [%s]\n", rule->id, severity_of(profile, rule),
		     norm_loss_name(norm_profile_value(profile, rule)->loss), rule->category, i18n_text(rule->message),
		     i18n_text(norm_profile_authority(profile, rule)));
}

int rules_print(const struct options *options, const norm_profile *profile)
{
	struct bytes page = {0};
	for (size_t i = 0; i < norm_rule_count(); i++)
		(options->form == FORM_JSON ? append_object : append_line)(&page, profile, norm_rule_at(i));
	return page_print(&page);
}
