/* SPDX-License-Identifier: MIT */
/*
 * Protected spans of random texts made of the characters that begin, hold together and end them, and of any characters:
 * the laws of support/protect_laws.h hold.
 */
#include <string.h>

#include "property/property.h"
#include "support/protect_laws.h"

static const char *spans_hold(const struct property_case *c)
{
	return law_protect(c->in, c->len);
}

/* A text of pieces that the seed picks; the text of the case only says how many there are. */
static const char *spans_of_pieces_hold(const struct property_case *c)
{
	static const char *const pieces[] = {
	    "http://", "www.", "exemple", ".", ".", ":", "::", "/", "//", "@", "#", "_", "-", "--", "\u2013", "'", "\u2019",
	    "\"", "\u201D", "\u00AB", "<", ">", "<!--", "-->", "<a ", "=", "&", ";", "`", "$", "+", "^", "(", ")", "\\",
	    " ", " ", " ", "\u00A0", "\u202F", "  ", "\t", "\n", "1", "12", "021", "2024", "30", "\u0663", "\u0661\u0662",
	    "\u06F4", "fr", "ma", "com", "n", "v", "p", "x", "E\u0301", "\u00E9", "L", "\u0642\u0627\u0644", "\u0640",
	    "\u0647\u0627\u062A\u0641", "t\u00E9l", "\u060C", "\u061F", "\u2026", "...", ",", "!", "?", "\u200B", "\u200F",
	    "\u0301", "\u064B", "\uFF1A", "\u00B2", "\u00DF", "\xFF", "\xE2\x80", "[", "]", "{", "}", "%", "~", "*", "|",
	};
	struct random random = {c->seed};
	struct buffer text = {0};
	for (size_t i = 0; i < c->len; i++)
		buffer_append_text(&text, pieces[random_below(&random, sizeof pieces / sizeof pieces[0])]);
	const char *wrong = law_protect(text.at, text.len);
	buffer_release(&text);
	return wrong;
}

int main(void)
{
	static const struct property properties[] = {
	    {"spans of any text", spans_hold, NULL, RANDOM_ALL, 60, 3000},
	    {"spans of pieces", spans_of_pieces_hold, NULL, RANDOM_LATIN, 12, 20000},
	};
	return property_main(properties, sizeof properties / sizeof properties[0]);
}
