/* SPDX-License-Identifier: MIT */
/* URLs, hosts, e-mail addresses, handles and hashtags. */
#include <string.h>

#include "text/protect_kinds.h"

enum {
	URL_MAX = 8192,   /* units of a URL */
	SCHEME_MAX = 32,
	HOST_MAX = 253,   /* RFC 1035 */
	LOCAL_MAX = 64,   /* of an e-mail address in front of the '@', RFC 5321 */
	NAME_MAX_UNITS = 140
};

static bool is_in(uint8_t unit, const char *set)
{
	return unit > UNIT_NONE && unit < 0x80 && strchr(set, unit);
}

/*
 * Whether the URL goes on with `unit`. Arabic letters belong to it behind a delimiter or another of them, as in
 * wiki/الجزائر, but right behind a Latin letter or a digit a sentence goes on.
 */
static bool goes_on(uint8_t before, uint8_t unit)
{
	if (unit_is_arabic(unit))
		return unit_is_arabic(before) || is_in(before, "/_-=?&#+%.");
	return unit_is_alnum(unit) || unit == UNIT_LETTER || is_in(unit, "-._~:/?#[]@!$&'()*+,;=%");
}

/* A full stop in front of an Arabic letter ends the sentence unless the host is Arabic itself. */
static bool is_arabic_sentence(struct lexer *lexer, size_t i)
{
	return lexer_at(lexer, i) == '.' && unit_is_arabic(lexer_at(lexer, i + 1)) &&
	       !unit_is_arabic(lexer_before(lexer, i)) && lexer_before(lexer, i) != '/';
}

size_t url_end(struct lexer *lexer, size_t i)
{
	size_t limit = i + URL_MAX, start = i, open = 0;
	for (; i < limit; i++) {
		uint8_t unit = lexer_at(lexer, i);
		if (!goes_on(lexer_before(lexer, i), unit) || is_arabic_sentence(lexer, i) || lexer_has(lexer, i, "..."))
			break;
		if (unit == ')' && open-- == 0)
			break;
		open += unit == '(';
	}
	/* What ends the sentence, not the URL. */
	while (i > start && is_in(lexer_before(lexer, i), ".,;:!?'*"))
		i--;
	return i;
}

static bool is_scheme_unit(uint8_t unit)
{
	return unit_is_alnum(unit) || unit == '+' || unit == '-';
}

/* At the ':' of "://". */
bool find_url(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	size_t start = i;
	if (!lexer_has(lexer, i, "://"))
		return false;
	while (i - start < SCHEME_MAX && is_scheme_unit(lexer_before(lexer, start)))
		start--;
	uint8_t first = lexer_at(lexer, i + 3);
	if (start == i || !(unit_is_word(first) || first == '[' || first == '/' || first == '%'))
		return false;
	return finder_found(finder, PROTECT_URL, start, url_end(lexer, i + 3));
}

static bool is_host_unit(uint8_t unit)
{
	return unit_is_alnum(unit) || unit == '-';
}

/* The end of a host of which `i` is a unit: labels, each full stop with a label behind it. */
static size_t host_end(struct lexer *lexer, size_t i)
{
	size_t limit = i + HOST_MAX;
	while (i < limit) {
		uint8_t unit = lexer_at(lexer, i);
		bool stop = unit == '.' && unit_is_alnum(lexer_at(lexer, i + 1));
		if (!stop && !is_host_unit(unit))
			break;
		i++;
	}
	return i;
}

/* The start of the last label before `end`. */
static size_t last_label(struct lexer *lexer, size_t start, size_t end)
{
	while (end > start && lexer_at(lexer, end - 1) != '.')
		end--;
	return end;
}

/*
 * Whether the host that ends at `end` is one although its top-level domain is a word, too. In front of a space it is
 * that word ("fin.La police"); what follows a host directly is a path or the punctuation of the sentence.
 */
static bool is_not_a_word(struct lexer *lexer, size_t end)
{
	uint8_t behind = lexer_at(lexer, end);
	if (behind == ' ')
		behind = lexer_at(lexer, end + 1) == UNIT_END || lexer_at(lexer, end + 1) == UNIT_LINE ? UNIT_END : ' ';
	return behind != ' ' && !unit_is_word(behind) && behind != '\'';
}

/* What the last label of [start, end) says: a host, the name of a file, or neither. */
static bool find_by_label(struct finder *finder, size_t start, size_t end)
{
	struct lexer *lexer = finder->lexer;
	size_t label = last_label(lexer, start, end);
	enum domain domain = domain_of(lexer, label, end);
	bool named = label >= start + 3 && lexer_at(lexer, label - 3) != '.'; /* "J.-C.", "U.S.A." */
	if (named && (domain == DOMAIN_SURE || (domain == DOMAIN_WORD && is_not_a_word(lexer, end)))) {
		bool more = is_in(lexer_at(lexer, end), "/?#:") && unit_is_word(lexer_at(lexer, end + 1));
		more = more || lexer_at(lexer, end) == '/';
		if (start >= 2 && lexer_has(lexer, start - 2, "//"))
			start -= 2;
		return finder_found(finder, PROTECT_URL, start, more ? url_end(lexer, end) : end);
	}
	return is_file_suffix(lexer, label, end) && finder_found(finder, PROTECT_PATH, start, end);
}

/* At a full stop between labels. */
bool find_host(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	size_t start = i;
	if (lexer_offset(lexer, i) < finder->hosts_done || !unit_is_word(lexer_at(lexer, i + 1)))
		return false;
	while (i - start < LEXER_REACH && is_host_unit(lexer_before(lexer, start)))
		start--;
	while (start < i && lexer_at(lexer, start) == '-')
		start++;
	if (start == i)
		return false;
	if (lexer_has(lexer, start, "www."))
		return finder_found(finder, PROTECT_URL, start, url_end(lexer, i + 1));
	size_t end = host_end(lexer, i);
	finder->hosts_done = lexer_offset(lexer, end);
	uint8_t behind = lexer_at(lexer, end);
	if (behind == '@' || behind == '_' || lexer_before(lexer, start) == '@')
		return false;
	return find_by_label(finder, start, end);
}

static bool is_local_unit(uint8_t unit)
{
	return unit_is_alnum(unit) || is_in(unit, "._%+-");
}

/* The end of the host, two labels at least and the last of letters, of an address. `i` when it does not start there. */
static size_t address_end(struct lexer *lexer, size_t i)
{
	size_t end = unit_is_alnum(lexer_at(lexer, i)) ? host_end(lexer, i) : i;
	size_t label = last_label(lexer, i, end);
	return label > i && end - label >= 2 && unit_is_latin(lexer_at(lexer, label)) ? end : i;
}

/* At '@'. */
bool find_email(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	size_t start = i;
	while (i - start < LOCAL_MAX && is_local_unit(lexer_before(lexer, start)))
		start--;
	while (start < i && is_in(lexer_at(lexer, start), ".-+%"))
		start++;
	size_t end = address_end(lexer, i + 1);
	if (start == i || end == i + 1)
		return false;
	if (start >= 7 && lexer_has(lexer, start - 7, "mailto:"))
		start -= 7;
	return finder_found(finder, PROTECT_EMAIL, start, end);
}

/* The end of letters of any script, digits and '_' from `i` on. */
static size_t name_end(struct lexer *lexer, size_t i)
{
	size_t limit = i + NAME_MAX_UNITS;
	while (i < limit && (unit_is_word(lexer_at(lexer, i)) || lexer_at(lexer, i) == '_'))
		i++;
	return i;
}

/* At '@'. What begins with a digit is a price or a time. */
bool find_handle(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	uint8_t before = lexer_before(lexer, i), first = lexer_at(lexer, i + 1);
	if (!unit_is_edge(before) || is_in(before, "@.-") || !(unit_is_letter(first) || first == '_'))
		return false;
	size_t end = name_end(lexer, i + 1);
	if (end < i + 3)
		return false;
	/* @name@host */
	if (lexer_at(lexer, end) == '@')
		end = address_end(lexer, end + 1) > end + 1 ? address_end(lexer, end + 1) : end;
	return finder_found(finder, PROTECT_HANDLE, i, end);
}

static bool has_letter(struct lexer *lexer, size_t start, size_t end)
{
	while (start < end && !unit_is_letter(lexer_at(lexer, start)))
		start++;
	return start < end;
}

/* At '#'. #1 is a number. */
bool find_hashtag(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	size_t end = name_end(lexer, i + 1);
	uint8_t before = lexer_before(lexer, i);
	/* An Arabic word may stand right in front of it: وقال#الجزائر has no other reading. */
	if (!(unit_is_edge(before) || unit_is_arabic(before)) || is_in(before, "&#/"))
		return false;
	return has_letter(lexer, i + 1, end) && finder_found(finder, PROTECT_HASHTAG, i, end);
}
