/* SPDX-License-Identifier: MIT */
/* Text in pages for the browser. */
#include <criterion/criterion.h>
#include <string.h>

#include "common/html.h"

#define LOST "\xEF\xBF\xBD"

static const struct {
	const char *text;
	size_t len;
	const char *page;
} rows[] = {
	{"", 0, ""},
	{"<a b=\"c\">&amp;'", 15, "&lt;a b=&quot;c&quot;&gt;&amp;amp;'"},
	{"\u00E9\t\u0628\n", 6, "\u00E9\t\u0628\n"},
	{"a\0b\x1B\r", 5, "a" LOST "b" LOST LOST},
	{"a\xFF\xC3", 3, "a" LOST LOST},
};

Test(html, escapes_text)
{
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct bytes page = {0};
		html_append(&page, rows[i].text, rows[i].len);
		cr_expect_str_eq(bytes_text(&page), rows[i].page, "%zu: %s", i, bytes_text(&page));
		bytes_release(&page);
	}
}
