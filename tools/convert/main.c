/* SPDX-License-Identifier: MIT */
/* norm-convert: normalise French and Arabic text. */
#include "common/i18n.h"
#include "common/message.h"
#include "convert/job.h"
#include "convert/list.h"
#include "convert/option_table.h"
#include "convert/options.h"

static int print_help(void)
{
	struct bytes page = {0};
	option_table_append_page(&page);
	return list_print(&page);
}

static int print_version(void)
{
	struct bytes page = {0};
	bytes_format(&page, "%s (libnorm) %s, Unicode %s\n", message_program(), norm_version(), norm_unicode_version());
	return list_print(&page);
}

static int act_with_context(const struct options *options)
{
	norm_context *context = profiles_context(options->data_dir);
	int status = STATUS_TROUBLE;
	if (!context)
		return status;
	if (options->action == ACTION_LIST_PROFILES)
		status = list_profiles(context);
	else if (options->action == ACTION_SHOW_PROFILE)
		status = list_profile(context, options);
	else
		status = job_run(options, context);
	norm_context_free(context);
	return status;
}

static int act(const struct options *options)
{
	switch (options->action) {
	case ACTION_HELP:
		return print_help();
	case ACTION_VERSION:
		return print_version();
	case ACTION_LIST_RULES:
		return list_rules();
	default:
		return act_with_context(options);
	}
}

int main(int argc, char **argv)
{
	message_init(argc > 0 ? argv[0] : "");
	i18n_init();
	struct options options;
	int status = options_read(&options, argc, argv) ? act(&options) : STATUS_TROUBLE;
	options_release(&options);
	return status;
}
