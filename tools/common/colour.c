/* SPDX-License-Identifier: MIT */
#include "common/colour.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static enum { AUTO, ALWAYS, NEVER } choice = AUTO;

bool colour_choose(const char *when)
{
	if (!strcmp(when, "auto"))
		choice = AUTO;
	else if (!strcmp(when, "always"))
		choice = ALWAYS;
	else if (!strcmp(when, "never"))
		choice = NEVER;
	else
		return false;
	return true;
}

static bool terminal_takes_colour(int fd)
{
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");
	return !(no_color && *no_color) && term && strcmp(term, "dumb") && isatty(fd);
}

static bool coloured(enum colour_stream stream)
{
	static const int descriptors[] = {[COLOUR_STDOUT] = STDOUT_FILENO, [COLOUR_STDERR] = STDERR_FILENO};
	static enum { UNKNOWN, YES, NO } found[2]; /* asking the terminal costs more than writing to it */
	if (choice != AUTO)
		return choice == ALWAYS;
	if (found[stream] == UNKNOWN)
		found[stream] = terminal_takes_colour(descriptors[stream]) ? YES : NO;
	return found[stream] == YES;
}

const char *colour_on(enum colour_stream stream, enum colour colour)
{
	static const char *const sequences[] = {
		[COLOUR_BOLD] = "\033[1m",   [COLOUR_DIM] = "\033[2m",     [COLOUR_RED] = "\033[31m",
		[COLOUR_GREEN] = "\033[32m", [COLOUR_YELLOW] = "\033[33m", [COLOUR_CYAN] = "\033[36m",
	};
	return coloured(stream) ? sequences[colour] : "";
}

const char *colour_off(enum colour_stream stream)
{
	return coloured(stream) ? "\033[0m" : "";
}
