/* SPDX-License-Identifier: MIT */
/* norm-places: names of places in French and Arabic. */
#include <unistd.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/output.h"
#include "places/command.h"
#include "places/option_table.h"

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
	if (options->help)
		return print_page(option_table_append_page);
	if (options->version)
		return print_page(append_version);
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
