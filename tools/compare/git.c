/* SPDX-License-Identifier: MIT */
/*
 * As git calls an external diff program: PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE [NEW-PATH HEADER], or PATH
 * alone where it is not merged. Git ends at the first status other than 0, so all that is no trouble of ours has this one: a
 * difference, and files that are no text.
 */
#include <string.h>

#include "common/i18n.h"
#include "common/message.h"
#include "compare/job.h"

static void say(struct job *job, struct bytes *line)
{
	if (job_is_for_people(job))
		output_write(&job->out, line->at, line->len);
	bytes_release(line);
}

static int say_unmerged(struct job *job, const char *path)
{
	struct bytes line = {0}, shown = {0};
	bytes_append_shown(&shown, path);
	bytes_format(&line, _("%s: not merged\n"), bytes_text(&shown));
	bytes_release(&shown);
	say(job, &line);
	return STATUS_OK;
}

/* The names that files have in the repository: one, or two of a file that was renamed. */
static void append_names(struct bytes *line, const char *old_path, const char *new_path)
{
	bytes_append_shown(line, old_path);
	if (strcmp(old_path, new_path) != 0) {
		bytes_append_text(line, " → ");
		bytes_append_shown(line, new_path);
	}
}

static int say_binary(struct job *job, const char *old_path, const char *new_path)
{
	struct bytes line = {0}, names = {0};
	append_names(&names, old_path, new_path);
	bytes_format(&line, _("%s: a binary file, which is not compared\n"), bytes_text(&names));
	bytes_release(&names);
	say(job, &line);
	return STATUS_OK;
}

/* The files may be temporary, so they are shown by the names that they have in the repository. */
static int print(struct job *job, struct comparison *comparison, const char *old_path, const char *new_path)
{
	struct bytes line = {0};
	comparison->a.text.shown = old_path;
	comparison->b.text.shown = new_path;
	if (job->options->form == FORM_WORDS) {
		append_names(&line, old_path, new_path);
		bytes_append_char(&line, '\n');
	}
	say(job, &line);
	return job_print(job, comparison);
}

int git_run(struct job *job)
{
	const char *const *arguments = job->options->files;
	if (!arguments[1])
		return say_unmerged(job, arguments[0]);
	const char *old_path = arguments[0], *new_path = arguments[7] ? arguments[7] : arguments[0];
	struct comparison comparison;
	int status = STATUS_TROUBLE;
	job->reader.takes_binary = true;
	if (!job_compare(job, &comparison, arguments[1], arguments[4])) {
		if (comparison.a.text.is_binary || comparison.b.text.is_binary)
			status = say_binary(job, old_path, new_path);
	} else {
		status = print(job, &comparison, old_path, new_path);
	}
	comparison_release(&comparison);
	return status == STATUS_FOUND ? STATUS_OK : status;
}
