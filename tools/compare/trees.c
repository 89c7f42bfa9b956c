/* SPDX-License-Identifier: MIT */
/* Two directories: files of the same name are compared, and directories of the same name are gone through. */
#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "common/i18n.h"
#include "common/message.h"
#include "compare/job.h"

/* Nested deeper than this is a mistake, or a circle of mounts. */
enum { DEPTH_MAX = 256 };

struct names {
	char **at;
	size_t count, cap;
};

static void release_names(struct names *names)
{
	for (size_t i = 0; i < names->count; i++)
		free(names->at[i]);
	free(names->at);
}

static int compare_names(const void *left, const void *right)
{
	const char *const *a = left, *const *b = right;
	return strcmp(*a, *b);
}

/* The entries of a directory by name. @return false after a message. */
static bool list_names(struct names *names, const char *directory)
{
	DIR *stream = opendir(directory);
	if (!stream) {
		message_errno(directory);
		return false;
	}
	errno = 0;
	for (struct dirent *entry; (entry = readdir(stream));) {
		if (!strcmp(entry->d_name, ".") || !strcmp(entry->d_name, ".."))
			continue;
		if (names->count == names->cap) {
			names->cap = names->cap ? names->cap * 2 : 64;
			names->at = memory_grow(names->at, names->cap, sizeof *names->at);
		}
		names->at[names->count++] = memory_text(entry->d_name, strlen(entry->d_name));
	}
	bool good = errno == 0;
	if (!good)
		message_errno(directory);
	closedir(stream);
	if (names->count)
		qsort(names->at, names->count, sizeof *names->at, compare_names);
	return good;
}

static char *path_of(const char *directory, const char *name)
{
	struct bytes path = {0};
	size_t len = strlen(directory);
	bytes_format(&path, "%s%s%s", directory, len && directory[len - 1] == '/' ? "" : "/", name);
	bytes_text(&path);
	return path.at;
}

static int say_only_in(struct job *job, const char *directory, const char *name)
{
	struct bytes line = {0};
	if (job->options->form != FORM_QUIET && job->options->form != FORM_JSON)
		/* TRANSLATORS: a file that is in the first directory only */
		bytes_format(&line, _("Only in %s: %s\n"), directory, name);
	output_write(&job->out, line.at, line.len);
	bytes_release(&line);
	return STATUS_FOUND;
}

static int compare_directories(struct job *job, const char *a, const char *b, int depth);

/* What names the pair in front of its differences. */
static void say_pair(struct job *job, const char *a, const char *b)
{
	struct bytes line = {0};
	if (job->options->form == FORM_WORDS)
		bytes_format(&line, "--- %s\n+++ %s\n", a, b);
	output_write(&job->out, line.at, line.len);
	bytes_release(&line);
}

static int compare_files(struct job *job, const char *a, const char *b)
{
	struct comparison comparison;
	int status = STATUS_TROUBLE;
	if (job_compare(job, &comparison, a, b)) {
		if (comparison.differences.count)
			say_pair(job, a, b);
		status = comparison.differences.count ? job_print(job, &comparison) : STATUS_OK;
	}
	comparison_release(&comparison);
	return status;
}

static int compare_entry(struct job *job, const char *a, const char *b, int depth)
{
	struct stat stat_a, stat_b;
	if (stat(a, &stat_a) != 0 || stat(b, &stat_b) != 0) {
		message_errno(stat(a, &stat_a) != 0 ? a : b);
		return STATUS_TROUBLE;
	}
	if (S_ISDIR(stat_a.st_mode) && S_ISDIR(stat_b.st_mode))
		return compare_directories(job, a, b, depth + 1);
	if (S_ISDIR(stat_a.st_mode) != S_ISDIR(stat_b.st_mode)) {
		message_error(_("%s and %s: one is a directory, the other is a file"), a, b);
		return STATUS_TROUBLE;
	}
	return compare_files(job, a, b);
}

static int compare_named(struct job *job, const char *a, const char *b, const char *name, int depth)
{
	char *path_a = path_of(a, name), *path_b = path_of(b, name);
	int status = compare_entry(job, path_a, path_b, depth);
	free(path_a);
	free(path_b);
	return status;
}

static int merge_names(struct job *job, const char *a, const char *b, const struct names *in_a, const struct names *in_b, int depth)
{
	int status = STATUS_OK;
	for (size_t i = 0, j = 0; i < in_a->count || j < in_b->count;) {
		int order = i == in_a->count ? 1 : j == in_b->count ? -1 : strcmp(in_a->at[i], in_b->at[j]);
		int one = order < 0   ? say_only_in(job, a, in_a->at[i])
			  : order > 0 ? say_only_in(job, b, in_b->at[j])
				      : compare_named(job, a, b, in_a->at[i], depth);
		i += order <= 0;
		j += order >= 0;
		status = one > status ? one : status;
	}
	return status;
}

static int compare_directories(struct job *job, const char *a, const char *b, int depth)
{
	struct names in_a = {0}, in_b = {0};
	int status = STATUS_TROUBLE;
	if (depth > DEPTH_MAX)
		message_error(_("%s: directories are nested too deeply"), a);
	else if (list_names(&in_a, a) & list_names(&in_b, b))
		status = merge_names(job, a, b, &in_a, &in_b, depth);
	release_names(&in_a);
	release_names(&in_b);
	return status;
}

int trees_run(struct job *job, const char *a, const char *b)
{
	return compare_directories(job, a, b, 0);
}
