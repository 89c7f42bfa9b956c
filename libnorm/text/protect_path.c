/* SPDX-License-Identifier: MIT */
/* Paths of files: /usr/lib, ./a, ../a, ~/b, C:\x\y, \\server\share. */
#include "text/protect_kinds.h"

enum { PATH_MAX_UNITS = 4096 };

static bool is_path_unit(uint8_t unit)
{
	return unit_is_alnum(unit) || unit == '.' || unit == '_' || unit == '-' || unit == '+' || unit == '~' ||
	       unit == '%' || unit == '@' || unit == '=';
}

/*
 * The end of a path that begins at `i`: names with `separator` between them. Counts the names, and whether one has a
 * letter.
 */
static size_t path_end(struct lexer *lexer, size_t i, uint8_t separator, size_t *names, bool *letters)
{
	size_t from = i, limit = i + PATH_MAX_UNITS;
	*names = 0;
	*letters = false;
	for (; i < limit; i++) {
		uint8_t unit = lexer_at(lexer, i);
		if (unit == separator ? i > from && lexer_before(lexer, i) == separator : !is_path_unit(unit))
			break;
		*names += unit != separator && lexer_before(lexer, i) == separator;
		*letters |= unit_is_latin(unit);
	}
	while (lexer_before(lexer, i) == '.')
		i--;
	return i;
}

/* The start of what may stand in front of the first '/': "~", "." or "..". */
static size_t dots_before(struct lexer *lexer, size_t i)
{
	uint8_t before = lexer_before(lexer, i);
	if (before == '~')
		return i - 1;
	if (before != '.')
		return i;
	return lexer_before(lexer, i - 1) == '.' ? i - 2 : i - 1;
}

/* At '/'. A single name behind a '/' alone may be prose ("/AFP"); two are a path. */
bool find_path(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	size_t start = dots_before(lexer, i), names;
	bool letters;
	uint8_t before = lexer_before(lexer, start), first = lexer_at(lexer, i + 1);
	if (!unit_is_edge(before) || before == '/' || before == '.' || before == '<')
		return false;
	if (!(unit_is_alnum(first) || first == '.' || first == '_') || lexer_offset(lexer, i) < finder->paths_done)
		return false;
	size_t end = path_end(lexer, i, '/', &names, &letters);
	finder->paths_done = lexer_offset(lexer, end);
	return letters && names >= (start < i ? 1 : 2) && finder_found(finder, PROTECT_PATH, start, end);
}

/* At '\'. */
bool find_windows_path(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	size_t start = i, names;
	bool letters;
	if (lexer_before(lexer, i) == ':' && i >= 2 && unit_is_latin(lexer_at(lexer, i - 2)))
		start = i - 2;
	bool share = start == i && lexer_at(lexer, i + 1) == '\\' && unit_is_alnum(lexer_at(lexer, i + 2));
	if ((start == i && !share) || !unit_is_edge(lexer_before(lexer, start)) || lexer_before(lexer, start) == '\\')
		return false;
	size_t end = path_end(lexer, share ? i + 1 : i, '\\', &names, &letters);
	return names >= (share ? 2 : 1) && finder_found(finder, PROTECT_PATH, start, end);
}
