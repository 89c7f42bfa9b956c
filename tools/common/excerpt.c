/* SPDX-License-Identifier: MIT */
#include "common/excerpt.h"

#include <stdint.h>
#include <wchar.h>

#include "common/utf8.h"

#define MOST 24 /* code points that are shown */

#define FIRST_STRONG_ISOLATE 0x2068u
#define POP_DIRECTIONAL_ISOLATE 0x2069u
#define ELLIPSIS 0x2026u

/* What takes a column and shows nothing, or not itself: spaces, and the soft hyphen. */
static bool is_blank(uint32_t cp)
{
	return cp == 0x00A0 || cp == 0x00AD || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F || cp == 0x205F ||
	       cp == 0x3000;
}

/* Characters without a width are controls, format characters and marks, which would merge with the quotes. */
static bool is_visible(uint32_t cp)
{
	return cp == ' ' || (cp < UTF8_BYTE && !is_blank(cp) && wcwidth((wchar_t)cp) > 0);
}

static void append_name(struct bytes *bytes, uint32_t cp)
{
	if (cp < UTF8_BYTE)
		bytes_format(bytes, "U+%04X", (unsigned)cp);
	else
		bytes_format(bytes, "%02X", (unsigned)(cp - UTF8_BYTE));
}

static void append_shown(struct bytes *bytes, uint32_t cp)
{
	if (is_visible(cp)) {
		utf8_append(bytes, cp);
		return;
	}
	bytes_append_char(bytes, '<');
	append_name(bytes, cp);
	bytes_append_char(bytes, '>');
}

/* Call `append` for up to MOST code points, with `separator` between them. */
static void append_each(struct bytes *bytes, const char *at, const char *end, const char *separator,
			void (*append)(struct bytes *, uint32_t))
{
	uint32_t cp;
	for (int count = 0; at < end; count++) {
		if (count)
			bytes_append_text(bytes, separator);
		if (count == MOST) {
			utf8_append(bytes, ELLIPSIS);
			return;
		}
		at += utf8_decode(at, end, &cp);
		append(bytes, cp);
	}
}

void excerpt_append(struct bytes *bytes, const char *text, size_t len, bool isolate)
{
	bytes_append_char(bytes, '"');
	if (isolate)
		utf8_append(bytes, FIRST_STRONG_ISOLATE);
	append_each(bytes, text, text + len, "", append_shown);
	if (isolate)
		utf8_append(bytes, POP_DIRECTIONAL_ISOLATE);
	bytes_append_char(bytes, '"');
	if (!len)
		return;
	bytes_append_text(bytes, " (");
	append_each(bytes, text, text + len, " ", append_name);
	bytes_append_char(bytes, ')');
}
