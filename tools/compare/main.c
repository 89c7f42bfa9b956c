/* SPDX-License-Identifier: MIT */
/* norm-compare: what really changed between two texts. */
#include <unistd.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/output.h"
#include "common/profiles.h"
#include "compare/job.h"
#include "compare/option_table.h"
#include "compare/options.h"

static int print_page(void (*append)(struct bytes *))
{
	struct bytes page = {0};
	struct output out;
	append(&page);
	output_init(&out, STDOUT_FILENO, _("(standard output)"));
	output_write(&out, page.at, page.len);
	bytes_release(&page);
	return output_finish(&out) ? STATUS_OK : STATUS_TROUBLE;
}

static void append_version(struct bytes *page)
{
	bytes_format(page, "%s (libnorm) %s, Unicode %s\n", message_program(), norm_version(), norm_unicode_version());
}

static int act(const struct options *options)
{
	if (options->action == ACTION_HELP)
		return print_page(option_table_append_page);
	if (options->action == ACTION_VERSION)
		return print_page(append_version);
	norm_context *context = profiles_context(options->data_dir);
	int status = context ? job_run(options, context) : STATUS_TROUBLE;
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
