/* SPDX-License-Identifier: MIT */
/* Two directories: files of the same name are compared, and directories of the same name are gone through. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "common/directory.h"
#include "common/i18n.h"
#include "common/json.h"
#include "common/message.h"
#include "compare/job.h"
#include "compare/print.h"

static void append_only_in(struct bytes *line, const char *directory, const char *name)
{
	struct bytes shown_directory = {0}, shown_name = {0};
	bytes_append_shown(&shown_directory, directory);
	bytes_append_shown(&shown_name, name);
	/* TRANSLATORS: a file that is in the first directory only */
	bytes_format(line, _("Only in %s: %s\n"), bytes_text(&shown_directory), bytes_text(&shown_name));
	bytes_release(&shown_directory);
	bytes_release(&shown_name);
}

static void append_only_in_object(struct bytes *line, bool is_a, const char *directory, const char *name)
{
	char *path = directory_path(directory, name);
	bytes_format(line, "{\"only_in\":\"%s\",\"file\":", is_a ? "a" : "b");
	json_append_text(line, path);
	bytes_append_text(line, "}\n");
	free(path);
}

static int say_only_in(struct job *job, bool is_a, const char *directory, const char *name)
{
	struct bytes line = {0};
	if (job->options->form == FORM_JSON)
		append_only_in_object(&line, is_a, directory, name);
	else if (job_is_for_people(job))
		append_only_in(&line, directory, name);
	output_write(&job->out, line.at, line.len);
	bytes_release(&line);
	return STATUS_FOUND;
}

static int compare_directories(struct job *job, const char *a, const char *b, int depth);

/* What names the pair in front of its differences. */
static void say_pair(struct job *job, const char *a, const char *b)
{
	struct bytes line = {0};
	if (job->options->form == FORM_WORDS || job->options->form == FORM_SIDE_BY_SIDE)
		print_append_pair(&line, a, b);
	output_write(&job->out, line.at, line.len);
	bytes_release(&line);
}

static int compare_files(struct job *job, const char *a, const char *b)
{
	struct comparison comparison;
	int status = STATUS_TROUBLE;
	if (job_compare(job, &comparison, a, b)) {
		/* only those that differ are told; with --quiet the search may end before one is counted */
		bool is_told = comparison.differences.count > 0;
		if (is_told)
			say_pair(job, a, b);
		status = is_told ? job_print(job, &comparison) : job_status(job, &comparison.differences);
	}
	comparison_release(&comparison);
	return status;
}

/* Links to directories, which may lead round in a circle, and what is no file, which may never end. */
static bool is_passed_over(const char *path, const struct stat *target)
{
	struct stat link;
	if (S_ISDIR(target->st_mode))
		return lstat(path, &link) == 0 && S_ISLNK(link.st_mode);
	return !S_ISREG(target->st_mode);
}

static int compare_entry(struct job *job, const char *a, const char *b, int depth)
{
	struct stat stat_a, stat_b;
	if (stat(a, &stat_a) != 0 || stat(b, &stat_b) != 0) {
		message_errno(stat(a, &stat_a) != 0 ? a : b);
		return STATUS_TROUBLE;
	}
	if (is_passed_over(a, &stat_a) || is_passed_over(b, &stat_b))
		return STATUS_OK;
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
	char *path_a = directory_path(a, name), *path_b = directory_path(b, name);
	int status = compare_entry(job, path_a, path_b, depth);
	free(path_a);
	free(path_b);
	return status;
}

static int merge_names(struct job *job, const char *a, const char *b, const struct directory *in_a,
		       const struct directory *in_b, int depth)
{
	int status = STATUS_OK;
	for (size_t i = 0, j = 0; i < in_a->count || j < in_b->count;) {
		int order = i == in_a->count ? 1 : j == in_b->count ? -1 : strcmp(in_a->names[i], in_b->names[j]);
		int one = order < 0   ? say_only_in(job, true, a, in_a->names[i])
			  : order > 0 ? say_only_in(job, false, b, in_b->names[j])
				      : compare_named(job, a, b, in_a->names[i], depth);
		i += order <= 0;
		j += order >= 0;
		status = one > status ? one : status;
	}
	return status;
}

static int compare_directories(struct job *job, const char *a, const char *b, int depth)
{
	struct directory in_a, in_b;
	int status = STATUS_TROUBLE;
	if (depth > DIRECTORY_DEPTH_MAX) {
		message_error(_("%s: directories are nested too deeply"), a);
		return status;
	}
	bool read_a = directory_read(&in_a, a), read_b = directory_read(&in_b, b); /* each says what is wrong with it */
	if (read_a && read_b)
		status = merge_names(job, a, b, &in_a, &in_b, depth);
	directory_release(&in_a);
	directory_release(&in_b);
	return status;
}

int trees_run(struct job *job, const char *a, const char *b)
{
	return compare_directories(job, a, b, 0);
}
