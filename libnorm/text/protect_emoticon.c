/* SPDX-License-Identifier: MIT */
/* Emoticons ;-) :p ^^ <3 and shortcodes :yum:. */
#include <string.h>

#include "text/protect_kinds.h"
#include "text/step.h"

enum { SHORTCODE_MAX = 32 };

/* In lower case; a longer one stands in front of its beginning. */
static const char *const emoticons[] = {
	":'-(", ":'-)", ":-)", ":-(", ":-d", ":-p", ":-o", ":-/", ":-|", ":-*", ":-s", ":-x", ":'(", ":')",
	":)",   ":(",   ":d",  ":p",  ":o",  ":/",  ":|",  ":*",  ":s",  ":x",  ":]",  ":[",  ";-)", ";-(",
	";-p",  ";-d",  ";)",  ";(",  ";p",  ";d",  "=)",  "=(",  "=d",  "=p",  "</3", "<3",  "^_^", "^-^", "^^",
};

/* The end of a run of the last unit of an emoticon: ":-)))". */
static size_t run_end(struct lexer *lexer, size_t i)
{
	uint8_t last = lexer_before(lexer, i);
	while (strchr(")(*", last) && lexer_at(lexer, i) == last)
		i++;
	return i;
}

/* Whether an emoticon may end in front of `unit`. */
static bool is_closed(uint8_t unit)
{
	if (unit < 0x80)
		return unit_is_blank(unit) || (unit > UNIT_NONE && strchr(".,;:!?)\"", unit));
	return unit >= UNIT_ARABIC_STOP;
}

/* A picture stands by itself. A nose makes it one even right behind a word. */
bool find_emoticon(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	char first = (char)lexer_at(lexer, i);
	for (size_t k = 0; k < COUNT_OF(emoticons); k++) {
		if (emoticons[k][0] != first || !lexer_has(lexer, i, emoticons[k]))
			continue;
		size_t end = run_end(lexer, i + strlen(emoticons[k]));
		uint8_t before = lexer_before(lexer, i);
		bool apart = unit_is_blank(before) || (unit_is_word(before) && emoticons[k][1] == '-');
		return apart && is_closed(lexer_at(lexer, end)) && finder_found(finder, PROTECT_EMOTICON, i, end);
	}
	return false;
}

static bool is_shortcode_unit(uint8_t unit)
{
	return (unit >= 'a' && unit <= 'z') || unit_is_digit(unit) || unit == '_' || unit == '-' || unit == '+';
}

/* At the first ':'. */
bool find_shortcode(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	size_t end = i + 1, limit = i + SHORTCODE_MAX;
	bool letter = false;
	if (!unit_is_edge(lexer_before(lexer, i)) || lexer_before(lexer, i) == ':')
		return false;
	for (; end < limit && is_shortcode_unit(lexer_at(lexer, end)); end++)
		letter |= unit_is_latin(lexer_at(lexer, end));
	if (!letter || end < i + 3 || lexer_at(lexer, end) != ':' || unit_is_word(lexer_at(lexer, end + 1)))
		return false;
	return finder_found(finder, PROTECT_SHORTCODE, i, end + 1);
}
