/* SPDX-License-Identifier: MIT */
#include "convert/job.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/progress.h"
#include "common/readahead.h"
#include "common/width.h"

struct run {
	struct job job;
	const struct cutter_class *class;
	struct cutter *cutter;
	struct readahead *ahead;
};

bool job_note_block(struct job *job, const norm_block *block)
{
	if (job->options->stats)
		tally_edits(&job->tally, block->edits);
	return job->report.kind == REPORT_NOTHING || report_block(&job->report, block);
}

void job_report_encoding(const struct job *job, const struct position *position)
{
	const char *from = job->options->from;
	bool named = from && strcmp(from, "auto") != 0;
	message_error(_("%s:%llu:%llu: not valid %s at byte offset %llu; use --on-error=replace or --on-error=drop, or say "
			"what encoding it is, as with --from=windows-1256"),
		      job->source->shown, (unsigned long long)position->line, (unsigned long long)position->column,
		      named ? from : "UTF-8", (unsigned long long)position->offset);
}

static bool read_pieces(struct run *run)
{
	const char *piece;
	ssize_t got;
	while ((got = readahead_next(run->ahead, &piece)) > 0) {
		run->job.tally.source_bytes += (uint64_t)got;
		if (!run->class->feed(run->cutter, piece, (size_t)got) || !target_flush(&run->job.target))
			return false;
		progress_add((size_t)got);
	}
	return got == 0 && run->class->end(run->cutter);
}

static bool read_file(struct run *run, const struct source *source)
{
	readahead_start(run->ahead, source);
	bool good = read_pieces(run);
	readahead_stop(run->ahead);
	return good;
}

/* What was cut short because it is known to change was not cut short by a failure. */
static bool stopped_on_purpose(const struct target *target)
{
	return target->kind == TARGET_COMPARE && target->changed && target->stop_at_change;
}

static void start_file(struct run *run, const struct source *source)
{
	struct job *job = &run->job;
	job->source = source;
	job->source_done = job->output_done = 0;
	job->report.file = source->path;
	job->report.position = POSITION_START;
	job->tally.files++;
	/* Two things would be written to the same terminal. */
	if (job->target.kind != TARGET_WRITE || !isatty(job->target.out.fd))
		progress_start(source->shown, S_ISREG(source->stat.st_mode) ? (uint64_t)source->stat.st_size : 0);
	run->class->start(run->cutter);
}

static bool convert_file(struct run *run, const char *path)
{
	struct source source;
	if (!target_takes(&run->job.target, path) || !source_open(&source, path))
		return false;
	bool good = target_start(&run->job.target, &source);
	if (good) {
		start_file(run, &source);
		good = read_file(run, &source) || stopped_on_purpose(&run->job.target);
		good = target_end(&run->job.target, good) && good;
		run->job.tally.output_bytes += run->job.output_done;
		progress_end();
	}
	source_close(&source);
	return good;
}

static int convert_files(struct run *run)
{
	bool good = true, changed = false;
	struct target *target = &run->job.target;
	for (const char *const *file = run->job.options->files; *file && !target->out.failed; file++) {
		good = convert_file(run, *file) && good;
		changed |= target->kind == TARGET_COMPARE && target->changed;
	}
	good = target_close(target, good) && good;
	if (!good)
		return STATUS_TROUBLE;
	return changed ? STATUS_FOUND : STATUS_OK;
}

static enum report_kind report_kind_of(const struct options *options)
{
	switch (options->action) {
	case ACTION_EXPLAIN:
		return REPORT_EXPLAIN;
	case ACTION_EDITS:
		return REPORT_EDITS;
	case ACTION_SHOW_LEVELS:
		return options->json ? REPORT_LEVELS_JSON : REPORT_LEVELS;
	default:
		return REPORT_NOTHING;
	}
}

static void prepare(struct job *job, const struct options *options)
{
	job->options = options;
	job->report.kind = report_kind_of(options);
	job->report.out = &job->target.out;
	job->target.stop_at_change = !job->must_read_all && !options->stats;
	job->report.isolate = isatty(job->target.out.fd);
	job->report.columns = width_of_output();
	bool edits = job->report.kind != REPORT_NOTHING || options->stats;
	job->flags = edits ? NORM_WITH_EDITS : NORM_PLAIN;
	tally_start(&job->tally);
}

int job_run(const struct options *options, const norm_context *context)
{
	struct run run = {.job.context = context, .class = options->field_count ? &line_cutter : &text_cutter};
	int status = STATUS_TROUBLE;
	run.job.options = options;
	run.cutter = run.class->create(&run.job);
	if (!run.cutter)
		return status;
	if (target_open(&run.job.target, options)) {
		prepare(&run.job, options);
		run.ahead = readahead_new();
		status = convert_files(&run);
		if (options->stats)
			tally_print(&run.job.tally);
		readahead_free(run.ahead);
		tally_release(&run.job.tally);
		report_release(&run.job.report);
	}
	run.class->destroy(run.cutter);
	return status;
}
