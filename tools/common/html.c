/* SPDX-License-Identifier: MIT */
#include "common/html.h"

#include <string.h>

#include "common/i18n.h"
#include "common/utf8.h"

static const char *behind_colon(const char *text)
{
	const char *colon = strchr(text, ':');
	return colon ? colon + 1 : text;
}

void html_append_start(struct bytes *page)
{
	/* TRANSLATORS: leave "dir:", and put rtl behind it if your language is written from right to left, else ltr */
	const char *direction = behind_colon(_("dir:ltr"));
	bytes_format(page,
		     "<!DOCTYPE html>\n<html lang=%s dir=%s>\n<meta charset=utf-8>\n<meta name=viewport "
		     "content=\"width=device-width\">\n<title>",
		     i18n_language(), direction);
}

void html_append(struct bytes *page, const char *text, size_t len)
{
	const char *end = text + len;
	for (size_t size; text < end; text += size) {
		uint32_t cp;
		size = utf8_decode(text, end, &cp);
		if (cp == '&')
			bytes_append_text(page, "&amp;");
		else if (cp == '<')
			bytes_append_text(page, "&lt;");
		else if (cp == '>')
			bytes_append_text(page, "&gt;");
		else if (cp == '"')
			bytes_append_text(page, "&quot;");
		else if (cp >= UTF8_BYTE || (cp < ' ' && cp != '\t' && cp != '\n'))
			bytes_append_text(page, "\xEF\xBF\xBD");
		else
			bytes_append(page, text, size);
	}
}
