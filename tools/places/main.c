/* SPDX-License-Identifier: MIT */
/* norm-places: names of places in French and Arabic. */
#include "common/i18n.h"
#include "common/message.h"
#include "common/page.h"
#include "places/command.h"
#include "places/option_table.h"

static int act(const struct options *options)
{
	if (options->given.about)
		return page_answer(&options->given, option_table_append_page);
	return options->command->run(options);
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
