/* SPDX-License-Identifier: MIT */
#include "common/message.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/bytes.h"
#include "common/colour.h"
#include "common/i18n.h"
#include "common/progress.h"

static const char *program = "libnorm";

/*
 * A closed descriptor 0, 1 or 2 would be given to the next file that is opened, and text for "standard
 * output" would land in it. /dev/null takes its place, opened the wrong way round, so that use fails.
 */
static void occupy_standard_descriptors(void)
{
	for (int fd = 0; fd <= 2; fd++) {
		if (fcntl(fd, F_GETFD) == -1 && open("/dev/null", fd ? O_RDONLY : O_WRONLY) == -1)
			_exit(STATUS_TROUBLE);
	}
}

void message_init(const char *argv0)
{
	occupy_standard_descriptors();
	if (!argv0 || !*argv0)
		return;
	const char *slash = strrchr(argv0, '/');
	program = slash ? slash + 1 : argv0;
	/* libtool runs programs of the build tree under this name */
	if (!strncmp(program, "lt-", 3))
		program += 3;
}

const char *message_program(void)
{
	return program;
}

__attribute__((format(printf, 3, 0))) static void say(enum colour colour, const char *kind, const char *format,
						      va_list args)
{
	struct bytes text = {0}, shown = {0};
	bytes_format_list(&text, format, args);
	bytes_append_shown(&shown, bytes_text(&text));
	progress_clear();
	fprintf(stderr, "%s: ", program);
	if (kind)
		fprintf(stderr, "%s%s%s ", colour_on(COLOUR_STDERR, colour), kind, colour_off(COLOUR_STDERR));
	fprintf(stderr, "%s\n", bytes_text(&shown));
	bytes_release(&text);
	bytes_release(&shown);
}

void message_error(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	say(COLOUR_RED, NULL, format, args);
	va_end(args);
}

void message_warning(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	say(COLOUR_YELLOW, _("warning:"), format, args);
	va_end(args);
}

void message_note(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	say(COLOUR_CYAN, _("note:"), format, args);
	va_end(args);
}

void message_errno(const char *subject)
{
	message_error("%s: %s", subject, strerror(errno));
}

void message_out_of_memory(void)
{
	progress_clear();
	fprintf(stderr, "%s: %s\n", program, _("out of memory"));
	exit(STATUS_TROUBLE);
}
