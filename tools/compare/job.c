/* SPDX-License-Identifier: MIT */
#include "compare/job.h"

#include <unistd.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/profiles.h"
#include "compare/print.h"

static void start(const struct job *job, struct comparison *comparison)
{
	const struct options *options = job->options;
	*comparison = (struct comparison){.differences.ignored = options->ignored, .gazetteer = job->gazetteer};
	/* where only the status is asked for, one difference tells it; inside of passages it is not known yet */
	if (options->form == FORM_QUIET && options->action != ACTION_WITHIN)
		comparison->differences.enough = options->fail_on;
}

/* Both texts have been read. */
static bool compare(struct job *job, struct comparison *comparison)
{
	bool good = comparison_read(comparison, &job->reader);
	if (good)
		comparison_run(comparison, job->keys, job->options->line_breaks);
	return good;
}

bool job_compare(struct job *job, struct comparison *comparison, const char *a, const char *b)
{
	start(job, comparison);
	/* Both are read, so that both are told of when both cannot be. */
	bool good = text_read(&comparison->a.text, &job->reader, a);
	good = text_read(&comparison->b.text, &job->reader, b) && good;
	return good && compare(job, comparison);
}

bool job_compare_base(struct job *job, struct comparison *comparison, const struct text *base, const char *b)
{
	start(job, comparison);
	text_copy(&comparison->a.text, base);
	return text_read(&comparison->b.text, &job->reader, b) && compare(job, comparison);
}

bool job_is_for_people(const struct job *job)
{
	enum output_form form = job->options->form;
	return form != FORM_QUIET && form != FORM_JSON && form != FORM_HTML;
}

int job_status(const struct job *job, const struct differences *differences)
{
	if (differences->ended)
		return STATUS_FOUND;
	for (unsigned class = 0; class < CLASS_COUNT; class++) {
		if (differences->of_class[class] && job->options->fail_on >> class & 1)
			return STATUS_FOUND;
	}
	return STATUS_OK;
}

int job_print(struct job *job, const struct comparison *comparison)
{
	static bool (*const forms[])(struct print *) = {
		[FORM_WORDS] = print_words, [FORM_UNIFIED] = print_unified, [FORM_SIDE_BY_SIDE] = print_side_by_side,
		[FORM_JSON] = print_json,   [FORM_HTML] = print_html,	    [FORM_STAT] = print_stat,
	};
	bool good = true;
	if (job->options->form != FORM_QUIET) {
		struct print print;
		print_init(&print, job->options, comparison, &job->out);
		good = forms[job->options->form](&print);
		print_release(&print);
	}
	return good ? job_status(job, &comparison->differences) : STATUS_TROUBLE;
}

int job_compare_and_print(struct job *job, const char *a, const char *b)
{
	struct comparison comparison;
	int status = STATUS_TROUBLE;
	if (job_compare(job, &comparison, a, b))
		status = job_print(job, &comparison);
	comparison_release(&comparison);
	return status;
}

static int run(struct job *job)
{
	const char *const *files = job->options->files;
	switch (job->options->action) {
	case ACTION_WITHIN:
		return within_run(job, files[0], files[1]);
	case ACTION_AGAINST:
		return against_run(job);
	case ACTION_TREES:
		return trees_run(job, files[0], files[1]);
	case ACTION_GIT:
		return git_run(job);
	default:
		return job_compare_and_print(job, files[0], files[1]);
	}
}

int job_run(const struct options *options, const norm_context *context)
{
	struct job job = {.options = options, .keys = lexicon_profile(context)};
	int status = STATUS_TROUBLE;
	/* without a gazetteer, letters alone tell names */
	if (job.keys && profiles_gazetteer(context, &job.gazetteer) && text_reader_init(&job.reader, options->from)) {
		token_init();
		output_init(&job.out, STDOUT_FILENO, _("(standard output)"));
		status = run(&job);
		if (!output_finish(&job.out))
			status = STATUS_TROUBLE;
	}
	text_reader_release(&job.reader);
	norm_gazetteer_free(job.gazetteer);
	norm_profile_free(job.keys);
	return status;
}
