/* SPDX-License-Identifier: MIT */
/* Addresses of networks in hexadecimal groups: MAC 00:1A:2B:3C:4D:5E, IPv6 2001:db8::1. */
#include "text/protect_kinds.h"

enum { GROUPS_MAX = 8, GROUP_DIGITS = 4 };

static size_t group_start(struct lexer *lexer, size_t i)
{
	size_t end = i;
	while (end - i <= GROUP_DIGITS && unit_is_hex(lexer_before(lexer, i)))
		i--;
	return i;
}

static size_t group_end(struct lexer *lexer, size_t i)
{
	size_t start = i;
	while (i - start <= GROUP_DIGITS && unit_is_hex(lexer_at(lexer, i)))
		i++;
	return i;
}

/* Six groups of two from `start` on. */
static bool find_mac(struct finder *finder, size_t start, uint8_t separator)
{
	struct lexer *lexer = finder->lexer;
	size_t end = start + 17;
	for (size_t i = start; i < end; i++) {
		uint8_t unit = lexer_at(lexer, i);
		if ((i - start) % 3 == 2 ? unit != separator : !unit_is_hex(unit))
			return false;
	}
	if (unit_is_word(lexer_at(lexer, end)) || lexer_at(lexer, end) == separator)
		return false;
	return finder_found(finder, PROTECT_NETWORK, start, end);
}

/* Eight groups, or fewer with one "::" among them; a digit at least, so that a::b is left to code. */
static bool find_ipv6(struct finder *finder, size_t start)
{
	struct lexer *lexer = finder->lexer;
	size_t i = start;
	int groups = 0, gaps = 0;
	bool digit = false;
	while (groups <= GROUPS_MAX) {
		size_t end = group_end(lexer, i);
		if (end - i > GROUP_DIGITS)
			return false;
		groups += end > i;
		for (; i < end; i++)
			digit |= unit_is_digit(lexer_at(lexer, i));
		size_t step = lexer_has(lexer, i, "::") ? 2 : 1;
		if (lexer_at(lexer, i) != ':' || !(step == 2 || unit_is_hex(lexer_at(lexer, i + 1))))
			break;
		gaps += step == 2;
		i += step;
	}
	bool whole = gaps == 0 ? groups == GROUPS_MAX : gaps == 1 && groups >= 1 && groups < GROUPS_MAX;
	if (!whole || !digit || unit_is_word(lexer_at(lexer, i)) || lexer_at(lexer, i) == ':')
		return false;
	return finder_found(finder, PROTECT_NETWORK, start, i);
}

bool find_network(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	size_t start = group_start(lexer, i);
	uint8_t separator = lexer_at(lexer, i), before = lexer_before(lexer, start);
	if (!unit_is_edge(before) || before == separator || i - start > GROUP_DIGITS)
		return false;
	/* In front of a letter a hyphen is mostly one, so it is no trigger. */
	if (separator == '-' && !unit_is_digit(lexer_at(lexer, i + 1)))
		return false;
	return (i - start == 2 && find_mac(finder, start, separator)) || (separator == ':' && find_ipv6(finder, start));
}
