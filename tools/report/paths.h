/* SPDX-License-Identifier: MIT */
/* The files of a run, one after the other: those named, and with -r those in directories, in the order of their names. */
#ifndef REPORT_PATHS_H
#define REPORT_PATHS_H

#include <stdbool.h>
#include <stddef.h>

#include "common/directory.h"

/* A directory that is being gone through. */
struct paths_level {
	struct directory directory;
	char *path;
	size_t next;
};

struct paths {
	const char *const *named; /* those that come next, NULL-terminated */
	bool recursive;
	bool good;                /* no directory was unreadable */
	struct paths_level *levels;
	size_t depth, cap;
};

void paths_start(struct paths *paths, const char *const *named, bool recursive);
/* The next file, to be freed; NULL behind the last one. What is no file in a directory is passed over, links to directories too. */
char *paths_next(struct paths *paths);
void paths_release(struct paths *paths);

#endif
