/* SPDX-License-Identifier: MIT */
/* Input: files and standard input, read in large pieces. */
#ifndef COMMON_FILES_H
#define COMMON_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/stat.h>
#include <sys/types.h>

#define FILES_READ_SIZE ((size_t)256 * 1024)

struct source {
	int fd;
	const char *path;  /* as the user wrote it; "-" is standard input */
	const char *shown; /* for messages */
	struct stat stat;
};

/* What to call this input in messages. */
const char *files_shown_name(const char *path);
/* Open `path`; false after a message. A directory is refused. `path` must stay valid. */
bool source_open(struct source *source, const char *path);
/* Up to FILES_READ_SIZE bytes. @return their number, 0 at the end, -1 with errno set; it prints nothing. */
ssize_t source_read(const struct source *source, char *into);
void source_close(struct source *source);

/* True for two regular files that are one and the same. */
bool files_same(const struct stat *a, const struct stat *b);
/* True where that file also has the size and the time of its last change that it had. */
bool files_unchanged(const struct stat *now, const struct stat *before);
/* Pipes of 1 MiB instead of 64 KiB: fewer switches between the programs of a pipeline. */
void files_enlarge_pipe(int fd);
/* Sleep until a non-blocking descriptor can be written to again. */
void files_wait_writable(int fd);

#endif
