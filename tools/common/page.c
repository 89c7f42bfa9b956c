/* SPDX-License-Identifier: MIT */
#include "common/page.h"

#include <unistd.h>

#include <libnorm/norm.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/options.h"
#include "common/output.h"
#include "common/width.h"

int page_print(struct bytes *page)
{
	struct output out;
	output_init(&out, STDOUT_FILENO, _("(standard output)"));
	output_write(&out, page->at, page->len);
	bytes_release(page);
	return output_finish(&out) ? STATUS_OK : STATUS_TROUBLE;
}

void page_append_paragraph(struct bytes *page, const char *text)
{
	width_wrap(page, text, 0, width_of_output());
	bytes_append_char(page, '\n');
}

int page_answer(const struct arguments *arguments, void (*append_help)(struct bytes *page))
{
	struct bytes page = {0};
	if (arguments->about == ARGUMENT_HELP)
		append_help(&page);
	else
		bytes_format(&page, "%s (libnorm) %s, Unicode %s\n", message_program(), norm_version(),
			     norm_unicode_version());
	return page_print(&page);
}
