/* SPDX-License-Identifier: MIT */
/* norm-compare: what really changed between two texts. */
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "common/i18n.h"
#include "common/message.h"
#include "common/page.h"
#include "common/profiles.h"
#include "compare/job.h"
#include "compare/option_table.h"
#include "compare/options.h"

static int act(const struct options *options)
{
	if (options->given.about)
		return page_answer(&options->given, option_table_append_page);
	norm_context *context = profiles_context(options->given.data_dir);
	int status = context ? job_run(options, context) : STATUS_TROUBLE;
	norm_context_free(context);
	return status;
}

/* glibc keeps blocks as large as any that was freed, so that what one step needed would lie beside what the next one needs. */
static void give_large_blocks_back(void)
{
#ifdef __GLIBC__
	enum { LARGE = 4 * 1024 * 1024 };
	mallopt(M_MMAP_THRESHOLD, LARGE);
#endif
}

int main(int argc, char **argv)
{
	give_large_blocks_back();
	message_init(argc > 0 ? argv[0] : "");
	i18n_init();
	struct options options;
	int status = options_read(&options, argc, argv) ? act(&options) : STATUS_TROUBLE;
	options_release(&options);
	return status;
}
