/* SPDX-License-Identifier: MIT */
/* norm-report: what is in a text, and what is wrong with it. */
#include "common/i18n.h"
#include "common/message.h"
#include "common/page.h"
#include "report/job.h"
#include "report/merge.h"
#include "report/options.h"
#include "report/rules.h"

static int print_rules(const struct options *options, const norm_context *context)
{
	norm_profile *profile = profiles_get(context, options->profile, &options->settings);
	int status = profile ? rules_print(options, profile) : STATUS_TROUBLE;
	norm_profile_free(profile);
	return status;
}

static int act(const struct options *options)
{
	if (options->given.about)
		return page_answer(&options->given, options_append_page);
	if (options->action == ACTION_MERGE)
		return merge_run(options);
	norm_context *context = profiles_context(options->given.data_dir);
	int status = STATUS_TROUBLE;
	if (context)
		status = options->action == ACTION_RULES ? print_rules(options, context) : job_run(options, context);
	norm_context_free(context);
	return status;
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
