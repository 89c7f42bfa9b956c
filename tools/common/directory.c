/* SPDX-License-Identifier: MIT */
#include "common/directory.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "common/bytes.h"
#include "common/message.h"

static int compare_names(const void *left, const void *right)
{
	const char *const *a = left, *const *b = right;
	return strcmp(*a, *b);
}

static void add_name(struct directory *directory, const char *name)
{
	if (!strcmp(name, ".") || !strcmp(name, ".."))
		return;
	if (directory->count == directory->cap) {
		directory->cap = directory->cap ? directory->cap * 2 : 64;
		directory->names = memory_grow(directory->names, directory->cap, sizeof *directory->names);
	}
	directory->names[directory->count++] = memory_text(name, strlen(name));
}

bool directory_read(struct directory *directory, const char *path)
{
	*directory = (struct directory){0};
	DIR *stream = opendir(path);
	if (!stream) {
		message_errno(path);
		return false;
	}
	struct dirent *entry;
	/* only errno tells an error from the end */
	while (errno = 0, (entry = readdir(stream)))
		add_name(directory, entry->d_name);
	bool good = errno == 0;
	if (!good)
		message_errno(path);
	closedir(stream);
	if (directory->count)
		qsort(directory->names, directory->count, sizeof *directory->names, compare_names);
	return good;
}

void directory_release(struct directory *directory)
{
	for (size_t i = 0; i < directory->count; i++)
		free(directory->names[i]);
	free(directory->names);
}

char *directory_path(const char *path, const char *name)
{
	struct bytes joined = {0};
	size_t len = strlen(path);
	bytes_format(&joined, "%s%s%s", path, len && path[len - 1] == '/' ? "" : "/", name);
	bytes_text(&joined);
	return joined.at;
}
