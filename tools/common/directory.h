/* SPDX-License-Identifier: MIT */
/* Directories that are gone through. */
#ifndef COMMON_DIRECTORY_H
#define COMMON_DIRECTORY_H

#include <stdbool.h>
#include <stddef.h>

/* Nested deeper than this is a mistake, or a circle of mounts. */
enum { DIRECTORY_DEPTH_MAX = 256 };

/* The names in a directory, sorted by their bytes, without "." and "..". */
struct directory {
	char **names;
	size_t count, cap;
};

/* False after a message; release in both cases. */
bool directory_read(struct directory *directory, const char *path);
void directory_release(struct directory *directory);

/* The path of a name in the directory `path`, to be freed. */
char *directory_path(const char *path, const char *name);

#endif
