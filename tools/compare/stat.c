/* SPDX-License-Identifier: MIT */
/* A table of the classes of differences. */
#include "common/i18n.h"
#include "common/width.h"
#include "compare/print.h"

static void append_row(struct bytes *page, const char *name, const char *title, uint64_t count)
{
	enum { NAME = 14, TITLE = 36 };
	bytes_append_text(page, "  ");
	width_pad(page, name, NAME);
	width_pad(page, title, TITLE);
	bytes_format(page, "%10llu\n", (unsigned long long)count);
}

bool print_stat(struct print *print)
{
	const struct comparison *comparison = print->comparison;
	const struct differences *differences = &comparison->differences;
	struct bytes page = {0};
	bytes_append_shown(&page, comparison->a.text.shown);
	bytes_append_text(&page, " → ");
	bytes_append_shown(&page, comparison->b.text.shown);
	bytes_append_char(&page, '\n');
	for (unsigned class = 0; class < CLASS_COUNT; class++) {
		if (differences->of_class[class])
			append_row(&page, class_name(class), class_title(class), differences->of_class[class]);
	}
	append_row(&page, "", _("differences"), differences->count);
	append_row(&page, "", _("words and signs in both"), differences->same);
	append_row(&page, "", _("only in the first"), comparison->a.count - differences->same);
	append_row(&page, "", _("only in the second"), comparison->b.count - differences->same);
	bool good = output_write(print->out, page.at, page.len);
	bytes_release(&page);
	return good;
}
