/* SPDX-License-Identifier: MIT */
/*
 * Replace a file as a whole: the new content is written to a temporary file in the same directory, made
 * durable, and renamed over the old one. Whoever opens the file sees the old content or the new one, and an
 * interruption leaves the old one. One replacement at a time.
 */
#ifndef COMMON_REPLACE_H
#define COMMON_REPLACE_H

#include <stdbool.h>
#include <sys/stat.h>

struct replacement {
	char *target; /* the file itself, symbolic links followed */
	char *temp;   /* the temporary file, NULL before replace_begin() and after the end */
	int fd;       /* open on it, else -1 */
};

/*
 * Find out what `path` names: follows symbolic links, which are kept. A file that does not exist yet is
 * allowed when `may_create`. @return false after a message. Release with replace_release().
 */
bool replace_resolve(struct replacement *replacement, const char *path, bool may_create);
/* Create the temporary file. @return false after a message. */
bool replace_begin(struct replacement *replacement);
/*
 * Give it mode and, where possible, owner of `old` (NULL: a new file), make it durable and put it in place.
 * With a suffix (not NULL and not "") the old file stays as TARGET + suffix. @return false after a message.
 */
bool replace_commit(struct replacement *replacement, const struct stat *old, const char *suffix);
/* Remove the temporary file, if there is one, and free everything. */
void replace_release(struct replacement *replacement);

#endif
