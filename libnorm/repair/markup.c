/* SPDX-License-Identifier: MIT */
#include "repair/markup.h"

#include <stdlib.h>
#include <string.h>

#include "repair/reference.h"
#include "text/step.h"

enum {
	NAME_MAX = 16,       /* characters of a name of a tag, an attribute or a shortcode */
	COMMENT_MAX = 65536, /* of a comment */
};

/* HTML Living Standard, "Index of elements" and "Obsolete features", sorted; those with a colon are prefixes of Word and Facebook. */
static const char *const element_names[] = {
	"a", "abbr", "acronym", "address", "article", "aside", "audio", "b", "bdi", "bdo", "big", "blockquote", "body", "button",
	"canvas", "caption", "center", "cite", "code", "colgroup", "dd", "del", "details", "dfn", "dialog", "div", "dl", "dt",
	"em", "fb:", "fieldset", "figcaption", "figure", "font", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5",
	"h6", "head", "header", "html", "i", "iframe", "ins", "kbd", "label", "legend", "li", "main", "map", "mark", "marquee",
	"menu", "meter", "nav", "nobr", "noscript", "o:", "object", "ol", "optgroup", "option", "output", "p", "picture", "pre",
	"progress", "q", "rp", "rt", "ruby", "s", "samp", "script", "section", "select", "slot", "small", "span", "st1:", "strike",
	"strong", "style", "sub", "summary", "sup", "svg", "table", "tbody", "td", "template", "textarea", "tfoot", "th",
	"thead", "time", "title", "tr", "tt", "u", "ul", "v:", "var", "video", "w:",
};
static const char *const void_names[] = {
	"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
};

/* A name in small letters. */
struct name {
	char text[NAME_MAX + 1];
	size_t len;
};

static bool name_has(uint32_t cp)
{
	return cp != '#' && reference_has(cp);
}

static void name_add(struct name *name, uint32_t cp)
{
	name->text[name->len++] = (char)(cp >= 'A' && cp <= 'Z' ? cp | 0x20 : cp);
	name->text[name->len] = '\0';
}

static int compare(const void *name, const void *element)
{
	return strcmp(name, *(const char *const *)element);
}

static bool is_among(const char *const *names, size_t count, const struct name *name)
{
	return name->len > 0 && bsearch(name->text, names, count, sizeof *names, compare);
}

static bool is_void(const struct name *name)
{
	return is_among(void_names, COUNT_OF(void_names), name);
}

static bool is_element(const struct name *name)
{
	return is_void(name) || is_among(element_names, COUNT_OF(element_names), name);
}

/* Character `i`, 0 behind the end. */
static uint32_t character(const struct items *items, size_t i)
{
	return i < items->len ? reference_fold(items->at[i].cp) : 0;
}

static bool has(const struct items *items, size_t i, const char *text)
{
	for (; *text; text++, i++)
		if (character(items, i) != (uint8_t)*text)
			return false;
	return true;
}

/* Read a name of letters and digits, and its end. Of one that is too long there is as much as there is room for. */
static size_t read_name(const struct items *items, size_t i, struct name *ret)
{
	ret->len = 0;
	ret->text[0] = '\0';
	while (ret->len < NAME_MAX && name_has(character(items, i)))
		name_add(ret, character(items, i++));
	return i;
}

/* The same for <o:p>, of which the prefix counts. */
static size_t read_prefixed_name(const struct items *items, size_t i, struct name *ret)
{
	struct name rest;
	size_t end = read_name(items, i, ret);
	if (character(items, end) != ':' || ret->len == NAME_MAX)
		return end;
	name_add(ret, ':');
	return read_name(items, end + 1, &rest);
}

static size_t skip_spaces(const struct items *items, size_t i)
{
	while (character(items, i) == ' ')
		i++;
	return i;
}

/* Behind the closing bracket; none of the two kinds stands in between, so nothing is searched twice. 0 if there is none. */
static size_t behind_bracket(const struct items *items, size_t i, uint32_t open, uint32_t close)
{
	while (i < items->len && character(items, i) != open && character(items, i) != close)
		i++;
	return character(items, i) == close ? i + 1 : 0;
}

/* Behind the "-->" of a comment; the next comment begins behind it. 0 if there is none. */
static size_t comment_end(const struct items *items, size_t i)
{
	for (size_t limit = i + COMMENT_MAX; i < items->len && i < limit; i++) {
		if (has(items, i, "-->"))
			return i + 3;
		if (has(items, i, "<!--"))
			break;
	}
	return 0;
}

/* Whether at `i`, behind the name of a tag, an attribute with a value begins: "a <b et c> d" is no tag. */
static bool is_attribute(const struct items *items, size_t i)
{
	struct name name;
	while (name_has(character(items, i)) || character(items, i) == '-' || character(items, i) == ':')
		i = read_name(items, i, &name) + (character(items, i) == '-' || character(items, i) == ':');
	return character(items, skip_spaces(items, i)) == '=';
}

/* At "<". */
static enum markup tag_at(const struct items *items, size_t i, size_t *ret_end)
{
	struct name name;
	bool ends = character(items, i + 1) == '/';
	size_t end = read_prefixed_name(items, i + 1 + ends, &name), next = skip_spaces(items, end);
	if (!is_element(&name))
		return MARKUP_NONE;
	bool closed = character(items, next + (character(items, next) == '/')) == '>';
	if (!closed && (next == end || !is_attribute(items, next)))
		return MARKUP_NONE;
	size_t behind = behind_bracket(items, next, '<', '>');
	if (!behind)
		return MARKUP_NONE;
	*ret_end = behind;
	return ends || is_void(&name) ? MARKUP_LONE : MARKUP_OPENING;
}

/* At "<!" or "<?". */
static enum markup declaration_at(const struct items *items, size_t i, size_t *ret_end)
{
	struct name name;
	size_t behind = 0, end = read_name(items, i + 2, &name);
	if (has(items, i, "<!--"))
		behind = comment_end(items, i + 4);
	else if (character(items, end) < 0x80 && (name.len > 0 || character(items, end) == '['))
		behind = behind_bracket(items, i + 2, '<', '>');
	if (!behind)
		return MARKUP_NONE;
	*ret_end = behind;
	return MARKUP_OPENING;
}

/* At "[". */
static enum markup shortcode_at(const struct items *items, size_t i, size_t *ret_end)
{
	struct name name;
	bool ends = character(items, i + 1) == '/';
	uint32_t first = character(items, i + 1 + ends);
	size_t end = read_name(items, i + 1 + ends, &name);
	if (name.len < 2 || first < 'a' || first > 'z')
		return MARKUP_NONE;
	size_t next = skip_spaces(items, end);
	bool closed = ends && character(items, end) == ']';
	bool valued = !ends && (character(items, end) == '=' || (next > end && is_attribute(items, next)));
	size_t behind = closed || valued ? behind_bracket(items, next, '[', ']') : 0;
	if (!behind)
		return MARKUP_NONE;
	*ret_end = behind;
	return MARKUP_SHORTCODE;
}

/* A < with a stroke begins nothing, for the stroke stands between it and the name. */
enum markup markup_at(const struct items *items, size_t i, size_t *ret_end)
{
	uint32_t first = items->at[i].cp, next = character(items, i + 1);
	if (first == '[')
		return shortcode_at(items, i, ret_end);
	if (first != '<')
		return MARKUP_NONE;
	return next == '!' || next == '?' ? declaration_at(items, i, ret_end) : tag_at(items, i, ret_end);
}

/* Whether between `at` and the end of a tag or shortcode an attribute may be. */
static bool has_equals(const uint8_t *at, const uint8_t *end)
{
	while (at < end && *at != '=' && *at != '[' && *at != ']')
		at++;
	return at < end && *at == '=';
}

bool markup_may_be(const uint8_t *at, const uint8_t *end)
{
	struct name name = {.len = 0};
	bool tag = *at++ == '<';
	bool ends = at < end && *at == '/';
	at += ends;
	while (at < end && name.len < NAME_MAX && (name_has(*at) || (tag && *at == ':'))) {
		name_add(&name, *at++);
		if (at[-1] == ':')
			break;
	}
	if (tag)
		return (at < end && name.len == 0 && (*at == '!' || *at == '?')) || is_element(&name);
	return name.len > 1 && at < end && (ends ? *at == ']' : (*at == '=' || *at == ' ') && has_equals(at, end));
}
