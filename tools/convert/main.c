/* SPDX-License-Identifier: MIT */
/* norm-convert: normalise French and Arabic text. */
#include "common/i18n.h"
#include "common/message.h"
#include "common/page.h"
#include "convert/job.h"
#include "convert/list.h"
#include "convert/option_table.h"
#include "convert/options.h"

static int act_with_context(const struct options *options)
{
	norm_context *context = profiles_context(options->given.data_dir);
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
	if (options->given.about)
		return page_answer(&options->given, option_table_append_page);
	return options->action == ACTION_LIST_RULES ? list_rules() : act_with_context(options);
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
