/* SPDX-License-Identifier: MIT */
#include "report/paths.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "common/bytes.h"
#include "common/i18n.h"
#include "common/message.h"

void paths_start(struct paths *paths, const char *const *named, bool recursive)
{
	*paths = (struct paths){.named = named, .recursive = recursive, .good = true};
}

/* Takes the path over. */
static void enter(struct paths *paths, char *path)
{
	if (paths->depth == DIRECTORY_DEPTH_MAX) {
		message_error(_("%s: directories are nested too deeply"), path);
		paths->good = false;
		free(path);
		return;
	}
	if (paths->depth == paths->cap) {
		paths->cap = paths->cap ? paths->cap * 2 : 8;
		paths->levels = memory_grow(paths->levels, paths->cap, sizeof *paths->levels);
	}
	struct paths_level *level = &paths->levels[paths->depth++];
	*level = (struct paths_level){.path = path};
	paths->good = directory_read(&level->directory, path) && paths->good;
}

static void leave(struct paths *paths)
{
	struct paths_level *level = &paths->levels[--paths->depth];
	directory_release(&level->directory);
	free(level->path);
}

/* The next name in the directory at hand; NULL: it is no file, or a directory that is entered now. */
static char *next_name(struct paths *paths)
{
	struct paths_level *level = &paths->levels[paths->depth - 1];
	char *path = directory_path(level->path, level->directory.names[level->next++]);
	struct stat link, target;
	if (lstat(path, &link) != 0)
		return path; /* whoever opens it says why */
	if (S_ISDIR(link.st_mode)) {
		enter(paths, path);
		return NULL;
	}
	if (stat(path, &target) != 0 || S_ISREG(target.st_mode))
		return path;
	free(path);
	return NULL;
}

static bool is_directory(const char *path)
{
	struct stat target;
	return strcmp(path, "-") && stat(path, &target) == 0 && S_ISDIR(target.st_mode);
}

char *paths_next(struct paths *paths)
{
	for (;;) {
		if (paths->depth) {
			struct paths_level *level = &paths->levels[paths->depth - 1];
			char *path = level->next < level->directory.count ? next_name(paths) : (leave(paths), NULL);
			if (path)
				return path;
			continue;
		}
		if (!*paths->named)
			return NULL;
		const char *named = *paths->named++;
		char *path = memory_text(named, strlen(named));
		if (!paths->recursive || !is_directory(named))
			return path;
		enter(paths, path);
	}
}

void paths_release(struct paths *paths)
{
	while (paths->depth)
		leave(paths);
	free(paths->levels);
}
