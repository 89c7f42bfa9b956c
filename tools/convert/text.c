/* SPDX-License-Identifier: MIT */
/* Files that are one text, or NUL-terminated records each of which is one. */
#include "convert/job.h"

#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/message.h"
#include "convert/recode.h"
#include "convert/show_levels.h"

struct cutter {
	struct job *job;
	norm_profile *profile;
	norm_stream *stream;
	norm_levels *levels;   /* --show-levels, and … */
	norm_profile *reading; /* … what the stream works by for that */
	struct recoder recoder; /* --to */
	bool started; /* some bytes of the file have been seen */
	uint64_t text_start; /* where in its file the text starts */
	/*
	 * A strict profile may refuse a byte that came in an earlier piece. To tell its line and column, what the
	 * library has not handed on yet is kept, with the position of its first byte.
	 */
	bool strict;
	struct bytes waiting;
	struct position waiting_at;
};

static norm_status take_block(void *user, const norm_block *block)
{
	struct cutter *cutter = user;
	struct job *job = cutter->job;
	const char *output = block->output;
	size_t len = block->output_len;
	recoder_take(&cutter->recoder, false, &output, &len);
	job->report.encoding = norm_stream_encoding(cutter->stream);
	if (!job_note_block(job, block) || !target_put(&job->target, block->source, block->source_len, output, len))
		return NORM_E_SINK;
	job->source_done += block->source_len;
	job->output_done += block->output_len;
	return NORM_OK;
}

static bool is_strict(const norm_profile *profile)
{
	const norm_rule *rule = norm_rule_find("input.invalid");
	return rule && !strcmp(norm_profile_value(profile, rule)->name, "strict");
}

static void destroy(struct cutter *cutter)
{
	norm_stream_free(cutter->stream);
	norm_levels_free(cutter->levels);
	norm_profile_free(cutter->reading);
	norm_profile_free(cutter->profile);
	recoder_release(&cutter->recoder);
	bytes_release(&cutter->waiting);
	free(cutter);
}

static struct cutter *create(struct job *job)
{
	const struct options *options = job->options;
	struct cutter *cutter = memory_get(sizeof *cutter);
	*cutter = (struct cutter){.job = job};
	cutter->profile = profiles_get(job->context, options->profile, &options->settings);
	if (!cutter->profile || !recode_check(options)) {
		destroy(cutter);
		return NULL;
	}
	cutter->strict = is_strict(cutter->profile);
	job->must_read_all = cutter->strict;
	return cutter;
}

/* What the job wants is known only now. */
static void need_stream(struct cutter *cutter)
{
	if (cutter->stream)
		return;
	const char *from = cutter->job->options->from;
	bool wants_levels = report_wants_levels(&cutter->job->report);
	if (wants_levels)
		cutter->reading = show_levels_reading(cutter->profile);
	const norm_profile *profile = wants_levels ? cutter->reading : cutter->profile;
	if (norm_stream_new(profile, cutter->job->flags, take_block, cutter, &cutter->stream) != NORM_OK ||
	    (from && norm_stream_set_encoding(cutter->stream, from) != NORM_OK))
		message_out_of_memory();
	if (wants_levels && norm_levels_new(cutter->profile, &cutter->levels) != NORM_OK)
		message_out_of_memory();
}

static void start_text(struct cutter *cutter)
{
	norm_stream_reset(cutter->stream);
	recoder_start(&cutter->recoder, cutter->job->options);
	cutter->text_start = cutter->job->source_done;
	report_text(&cutter->job->report, cutter->profile, cutter->levels, cutter->job->source_done,
		    cutter->job->output_done);
}

static void start(struct cutter *cutter)
{
	need_stream(cutter);
	cutter->waiting.len = 0;
	cutter->waiting_at = POSITION_START;
	cutter->started = false;
	start_text(cutter);
}

/* Forget what has been handed on meanwhile. */
static void forget_done(struct cutter *cutter)
{
	size_t done = (size_t)(cutter->job->source_done - cutter->waiting_at.offset);
	position_advance(&cutter->waiting_at, cutter->waiting.at, done);
	bytes_drop(&cutter->waiting, done);
}

static bool report_failure(struct cutter *cutter, norm_status status)
{
	if (status == NORM_E_SINK)
		return false;
	if (status != NORM_E_ENCODING) {
		message_error("%s: %s", cutter->job->source->shown, _(norm_status_message(status)));
		return false;
	}
	uint64_t offset = cutter->text_start + norm_stream_error(cutter->stream)->offset;
	struct position position = cutter->waiting_at;
	position_advance(&position, cutter->waiting.at, (size_t)(offset - position.offset));
	job_report_encoding(cutter->job, &position);
	return false;
}

static bool write_text(struct cutter *cutter, const char *at, size_t len)
{
	if (cutter->strict)
		bytes_append(&cutter->waiting, at, len);
	norm_status status = norm_stream_write(cutter->stream, at, len);
	if (status != NORM_OK)
		return report_failure(cutter, status);
	if (cutter->strict)
		forget_done(cutter);
	return true;
}

static bool end_text(struct cutter *cutter)
{
	norm_status status = norm_stream_finish(cutter->stream);
	if (status != NORM_OK)
		return report_failure(cutter, status);
	if (cutter->strict)
		forget_done(cutter);
	const char *rest = "";
	size_t len = 0;
	recoder_take(&cutter->recoder, true, &rest, &len);
	bool good = target_put(&cutter->job->target, "", 0, rest, len);
	recoder_end(&cutter->recoder, cutter->job->options, cutter->job->source->shown);
	return good;
}

static bool end_record(struct cutter *cutter)
{
	struct job *job = cutter->job;
	if (!end_text(cutter) || !target_put(&job->target, "", 1, "", 1))
		return false;
	report_pass(&job->report, "", 1);
	job->source_done++;
	job->output_done++;
	cutter->waiting_at.offset = job->source_done;
	cutter->waiting_at.column++;
	start_text(cutter);
	return true;
}

static bool feed(struct cutter *cutter, const char *at, size_t len)
{
	const char *end = at + len, *nul;
	const struct job *job = cutter->job;
	bool records = job->options->null_records;
	if (!cutter->started && recode_refuses(job->options, job->source->shown, at, len))
		return false;
	cutter->started = true;
	while (records && (nul = memchr(at, '\0', (size_t)(end - at)))) {
		if (!write_text(cutter, at, (size_t)(nul - at)) || !end_record(cutter))
			return false;
		at = nul + 1;
	}
	return at == end || write_text(cutter, at, (size_t)(end - at));
}

/* Behind the last NUL there is an empty text, which does no harm. */
const struct cutter_class text_cutter = {
	.create = create, .start = start, .feed = feed, .end = end_text, .destroy = destroy};
