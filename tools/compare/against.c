/* SPDX-License-Identifier: MIT */
/* Many files against one: a table with a line for each. */
#include <string.h>

#include "common/i18n.h"
#include "common/json.h"
#include "common/message.h"
#include "common/number.h"
#include "common/width.h"
#include "compare/job.h"
#include "compare/print.h"

enum { NUMBER = 10 };

static void append_number(struct bytes *line, uint64_t number)
{
	bytes_format(line, "%*llu", NUMBER, (unsigned long long)number);
}

/* The columns of the table: what a newsroom asks first. */
static uint64_t count_noise(const struct differences *differences)
{
	uint64_t count = 0;
	for (size_t i = 0; i < differences->count; i++)
		count += print_is_noise(&differences->at[i]);
	return count;
}

static void append_heading(struct bytes *line)
{
	const char *const titles[] = {_("same"), _("wording"), _("numbers"), _("moved"), _("noise")};
	for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
		width_spaces(line, NUMBER - width_of(titles[i]));
		bytes_append_text(line, titles[i]);
	}
	bytes_append_text(line, "\n");
}

static void append_row(struct bytes *line, const struct comparison *comparison)
{
	const struct differences *differences = &comparison->differences;
	uint32_t longer = comparison->a.count > comparison->b.count ? comparison->a.count : comparison->b.count;
	struct bytes share = {0};
	number_append_percent(&share, longer ? differences->same : 1, longer ? longer : 1); /* two empty texts are the same */
	width_spaces(line, NUMBER - width_of(bytes_text(&share)));
	bytes_append(line, share.at, share.len);
	bytes_release(&share);
	append_number(line, differences->of_class[CLASS_WORDING]);
	append_number(line, differences->of_class[CLASS_NUMBER]);
	append_number(line, differences->of_class[CLASS_MOVED]);
	append_number(line, count_noise(differences));
	bytes_append_text(line, "  ");
	bytes_append_shown(line, comparison->b.text.path);
	bytes_append_char(line, '\n');
}

static void append_object(struct bytes *line, const struct comparison *comparison)
{
	const struct differences *differences = &comparison->differences;
	bytes_append_text(line, "{\"file\":");
	json_append_text(line, comparison->b.text.path);
	bytes_format(line, ",\"same\":%llu,\"base_tokens\":%u,\"tokens\":%u,\"classes\":{", (unsigned long long)differences->same,
		     comparison->a.count, comparison->b.count);
	const char *separator = "";
	for (unsigned class = 0; class < CLASS_COUNT; class++) {
		if (!differences->of_class[class])
			continue;
		bytes_format(line, "%s\"%s\":%zu", separator, class_name(class), differences->of_class[class]);
		separator = ",";
	}
	bytes_append_text(line, "}}\n");
}

static int compare_one(struct job *job, const struct text *base, const char *file)
{
	struct comparison comparison;
	struct bytes line = {0};
	int status = STATUS_TROUBLE;
	if (job_compare_base(job, &comparison, base, file)) {
		if (job->options->form == FORM_JSON)
			append_object(&line, &comparison);
		else if (job->options->form != FORM_QUIET)
			append_row(&line, &comparison);
		if (output_write(&job->out, line.at, line.len))
			status = job_status(job, &comparison.differences);
	}
	bytes_release(&line);
	comparison_release(&comparison);
	return status;
}

static void print_heading(struct job *job)
{
	struct bytes heading = {0};
	if (job->options->form == FORM_WORDS)
		append_heading(&heading);
	output_write(&job->out, heading.at, heading.len);
	bytes_release(&heading);
}

int against_run(struct job *job)
{
	struct text base;
	int status = STATUS_TROUBLE;
	/* read once: it may be standard input, and what is wrong with it is told once */
	if (text_read(&base, &job->reader, job->options->against)) {
		status = STATUS_OK;
		print_heading(job);
		for (const char *const *file = job->options->files; *file && !job->out.failed; file++) {
			int one = compare_one(job, &base, *file);
			status = one > status ? one : status;
		}
	}
	text_release(&base);
	return status;
}
