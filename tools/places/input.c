/* SPDX-License-Identifier: MIT */
#include "places/input.h"

#include <stdlib.h>
#include <string.h>

#include "common/bytes.h"
#include "common/files.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/progress.h"

#define LINE_BYTES_MAX ((size_t)64 * 1024 * 1024)

static bool read_source(const struct source *source, input_taker *take, void *user)
{
	char *piece = memory_get(FILES_READ_SIZE);
	ssize_t got;
	bool good = true;
	while (good && (got = source_read(source, piece)) != 0) {
		if (got < 0) {
			message_errno(source->shown);
			good = false;
		} else {
			good = take(user, piece, (size_t)got);
			progress_add((size_t)got);
		}
	}
	free(piece);
	return good;
}

bool input_read(const char *path, input_taker *take, void *user)
{
	struct source source;
	if (!source_open(&source, path))
		return false;
	progress_start(source.shown, S_ISREG(source.stat.st_mode) ? (uint64_t)source.stat.st_size : 0);
	bool good = read_source(&source, take, user);
	progress_end();
	source_close(&source);
	return good;
}

/* ---- Lines ---- */

struct line_reader {
	const char *shown;
	struct bytes waiting;
	line_taker *take;
	void *user;
	uint64_t number;
};

static bool take_line(struct line_reader *reader, const char *line, size_t len)
{
	if (len && line[len - 1] == '\r')
		len--;
	return reader->take(reader->user, line, len, ++reader->number);
}

/* The end of a line of which the start waits. */
static bool take_waiting(struct line_reader *reader, const char *at, size_t len)
{
	bytes_append(&reader->waiting, at, len);
	bool good = take_line(reader, reader->waiting.at, reader->waiting.len);
	reader->waiting.len = 0;
	return good;
}

static bool take_piece(void *user, const char *at, size_t len)
{
	struct line_reader *reader = user;
	const char *end = at + len;
	for (const char *line_end; (line_end = memchr(at, '\n', (size_t)(end - at))); at = line_end + 1) {
		size_t line_len = (size_t)(line_end - at);
		if (!(reader->waiting.len ? take_waiting(reader, at, line_len) : take_line(reader, at, line_len)))
			return false;
	}
	bytes_append(&reader->waiting, at, (size_t)(end - at));
	if (reader->waiting.len <= LINE_BYTES_MAX)
		return true;
	message_error(_("%s:%llu: the line is longer than 64 MiB"), reader->shown,
		      (unsigned long long)reader->number + 1);
	return false;
}

bool input_lines(const char *path, line_taker *take, void *user)
{
	struct line_reader reader = {.shown = files_shown_name(path), .take = take, .user = user};
	bool good = input_read(path, take_piece, &reader);
	if (good && reader.waiting.len)
		good = take_line(&reader, reader.waiting.at, reader.waiting.len);
	bytes_release(&reader.waiting);
	return good;
}
