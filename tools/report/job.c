/* SPDX-License-Identifier: MIT */
#include "report/job.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/progress.h"
#include "report/baseline.h"
#include "report/lint.h"
#include "report/paths.h"
#include "report/queue.h"
#include "report/report.h"
#include "report/sarif.h"

/* So many bytes of lines of JSON are a piece of work; a longer line is one of its own. */
#define LINES_SIZE ((size_t)1024 * 1024)
#define LINE_MAX_BYTES ((size_t)256 * 1024 * 1024)

/* The file of lines that is being cut into pieces. */
struct lines {
	struct source source;
	char *file; /* NULL: there is none */
	struct bytes waiting;
	size_t whole; /* bytes of lines that are whole */
	uint64_t next_line;
	bool is_started, failed;
};

struct job {
	const struct options *options;
	struct setup setup;
	struct report report;
	struct paths paths;
	struct queue *queue;
	struct lines lines;
	struct tally file;  /* --jsonl: of the file that comes out */
	bool file_failed;   /* something in that could not be read */
	void *filter_state; /* of the file that goes in */
};

/* ---- In: files and pieces of them ---- */

static void put(struct job *job, struct piece *piece)
{
	struct finding_filter *filter = job->setup.filter;
	if (filter && piece->starts_file)
		job->filter_state = filter->start_file(filter, piece->file);
	piece->filter_state = job->filter_state;
	tally_init(&piece->tally, piece->file);
	queue_put(job->queue, piece);
}

/* Its name stays with the piece. */
static void put_file(struct job *job, char *path)
{
	struct piece piece = {.file = path, .starts_file = true, .ends_file = true};
	if (source_open(&piece.source, path)) {
		put(job, &piece);
		return;
	}
	job->report.failed = true;
	free(path);
}

static void start_lines(struct job *job, char *path)
{
	struct lines *lines = &job->lines;
	if (!source_open(&lines->source, path)) {
		job->report.failed = true;
		free(path);
		return;
	}
	lines->file = path;
	lines->next_line = 1;
	lines->is_started = lines->failed = false;
	lines->waiting.len = lines->whole = 0;
}

static size_t count_lines(const char *at, size_t len)
{
	size_t count = 0;
	for (const char *end = at + len; (at = memchr(at, '\n', (size_t)(end - at))); at++)
		count++;
	return count;
}

/* Put the first `len` bytes that wait into the queue. */
static void put_lines(struct job *job, size_t len, bool is_last)
{
	struct lines *lines = &job->lines;
	struct piece piece = {.source.fd = -1,
			      .file = memory_text(lines->file, strlen(lines->file)),
			      .first_line = lines->next_line,
			      .starts_file = !lines->is_started,
			      .ends_file = is_last,
			      .failed = lines->failed};
	bytes_append(&piece.lines, lines->waiting.at, len);
	lines->next_line += count_lines(lines->waiting.at, len);
	lines->is_started = true;
	bytes_drop(&lines->waiting, len);
	put(job, &piece);
}

static void end_lines(struct job *job)
{
	put_lines(job, job->lines.waiting.len, true);
	source_close(&job->lines.source);
	free(job->lines.file);
	job->lines.file = NULL;
}

/* What cannot go on ends here, and what has come before counts. */
static void fail_lines(struct job *job, const char *reason)
{
	message_error("%s: %s", job->lines.source.shown, reason);
	job->lines.waiting.len = 0;
	job->lines.failed = true;
	end_lines(job);
}

/* Read on until some lines are whole. */
static void put_more_lines(struct job *job)
{
	struct lines *lines = &job->lines;
	for (;;) {
		ssize_t got = source_read(&lines->source, bytes_reserve(&lines->waiting, FILES_READ_SIZE));
		if (got < 0) {
			fail_lines(job, strerror(errno));
			return;
		}
		if (got == 0) {
			end_lines(job);
			return;
		}
		const char *last = memrchr(lines->waiting.at + lines->waiting.len, '\n', (size_t)got);
		lines->waiting.len += (size_t)got;
		if (last)
			lines->whole = (size_t)(last + 1 - lines->waiting.at);
		if (lines->whole && lines->waiting.len >= LINES_SIZE) {
			put_lines(job, lines->whole, false);
			lines->whole = 0;
			return;
		}
		if (lines->waiting.len > LINE_MAX_BYTES) {
			fail_lines(job, _("a line is longer than 256 MiB"));
			return;
		}
	}
}

/* Put one more piece into the queue, if there is one. @return false when all is in. */
static bool put_next(struct job *job)
{
	if (job->lines.file) {
		put_more_lines(job);
		return true;
	}
	char *path = paths_next(&job->paths);
	if (!path)
		return false;
	if (job->setup.field)
		start_lines(job, path);
	else
		put_file(job, path);
	return true;
}

/* ---- Out: in the same order ---- */

static bool write_findings(void *user, struct piece *piece, struct bytes *out)
{
	struct job *job = user;
	report_findings(&job->report, out, !piece->has_written);
	piece->has_written = true;
	return !job->report.out.failed;
}

static void say_messages(const struct bytes *messages)
{
	for (size_t at = 0; at < messages->len; at += strlen(messages->at + at) + 1)
		message_error("%s", messages->at + at);
}

/* What could not be read has no file in its tally, and is not shown. */
static void take_file(struct job *job, struct tally *file)
{
	if (file->count[COUNT_FILES])
		report_file(&job->report, file);
	tally_move(&job->report.total, file, job->options->examples_max);
}

static void end_filter(struct job *job, const struct piece *piece)
{
	struct finding_filter *filter = job->setup.filter;
	job->file_failed = piece->failed || (job->file_failed && !piece->starts_file);
	if (filter && piece->ends_file)
		filter->end_file(filter, piece->filter_state, !job->file_failed);
}

/* Pieces of one file are added up before the file is shown. */
static void take_piece(struct job *job, struct piece *piece)
{
	end_filter(job, piece);
	say_messages(&piece->messages);
	job->report.failed |= piece->failed;
	if (piece->starts_file && piece->ends_file) {
		take_file(job, &piece->tally);
		return;
	}
	if (piece->starts_file)
		tally_init(&job->file, piece->file);
	tally_move(&job->file, &piece->tally, job->options->examples_max);
	if (piece->ends_file) {
		take_file(job, &job->file);
		tally_release(&job->file);
	}
}

static void run(struct job *job)
{
	bool more = true;
	struct piece *piece;
	do {
		while (more && queue_has_room(job->queue))
			more = put_next(job);
		piece = queue_take(job->queue);
		if (!piece)
			continue;
		take_piece(job, piece);
		queue_drop(job->queue);
	} while ((more || piece) && !job->report.out.failed);
}

/* ---- What all share ---- */

/* The profile "search", for text that is decoded already. */
static norm_profile *get_search(const norm_context *context)
{
	struct settings settings = {0};
	norm_profile *profile = NULL;
	if (settings_add(&settings, "input.encoding", "input.encoding=utf-8"))
		profile = profiles_get(context, "search", &settings);
	settings_release(&settings);
	return profile;
}

/* What tells findings from one another, for baselines and for SARIF. */
static bool wants_filter(const struct options *options)
{
	return options->known || options->fresh || options->form == FORM_SARIF;
}

static bool get_profiles(struct setup *setup, const struct options *options, const norm_context *context)
{
	bool wants_search = setup_wants(setup, SECTION_REPEATS) || wants_filter(options);
	setup->profile = profiles_get(context, options->profile, &options->settings);
	setup->search = setup->profile && wants_search ? get_search(context) : NULL;
	return setup->profile && (setup->search || !wants_search);
}

/* Without a gazetteer, no places are found. */
static bool set_up(struct setup *setup, const struct options *options, const norm_context *context)
{
	bool only_findings = options->form == FORM_LINT || options->form == FORM_SARIF;
	*setup = (struct setup){.sections = only_findings ? 1u << SECTION_RULES : options->sections,
				.examples_max = options->examples_max,
				.shows_files = options->form == FORM_JSON && !options->total_only,
				.from = options->from,
				.invalid = norm_rule_find("input.invalid"),
				.field = options->field};
	return get_profiles(setup, options, context) && profiles_gazetteer(context, &setup->gazetteer);
}

static const struct finding_sink *sink_of(const struct options *options)
{
	if (options->form == FORM_SARIF)
		return &sarif_sink;
	if (options->form != FORM_LINT)
		return NULL;
	return options->byte_columns ? &lint_byte_sink : &lint_sink;
}

static void tear_down(struct setup *setup)
{
	norm_profile_free(setup->profile);
	norm_profile_free(setup->search);
	norm_gazetteer_free(setup->gazetteer);
}

/* What comes out on the way shows by itself how far the work is, and would go to the same terminal. */
static void start_progress(const struct job *job)
{
	const struct options *options = job->options;
	bool is_one = !options->files[1] && !options->recursive;
	bool is_late = options->form == FORM_TEXT || options->form == FORM_HTML;
	if (is_late || !isatty(STDOUT_FILENO))
		progress_start(is_one ? files_shown_name(options->files[0]) : message_program(), 0);
}

/* Read, and show what came of it. @return the exit status. */
static int report_all(struct job *job, struct baseline *baseline)
{
	const struct options *options = job->options;
	job->setup.sink = sink_of(options);
	job->setup.filter = baseline ? baseline_filter(baseline) : NULL;
	report_start(&job->report, options, job->setup.sink, job->setup.profile);
	paths_start(&job->paths, options->files, options->recursive);
	start_progress(job);
	job->queue = queue_new(&job->setup, options->threads, write_findings, job);
	run(job);
	queue_free(job->queue);
	progress_end();
	job->report.failed |= !job->paths.good;
	paths_release(&job->paths);
	bytes_release(&job->lines.waiting);
	/* what could not be told has not been read to its end */
	if (baseline && !job->report.out.failed)
		job->report.failed |= !baseline_finish(baseline);
	return report_end(&job->report);
}

int job_run(const struct options *options, const norm_context *context)
{
	struct job job = {.options = options};
	struct baseline *baseline = NULL;
	bool ready = set_up(&job.setup, options, context);
	if (ready && wants_filter(options)) {
		baseline = baseline_new(job.setup.search, options->known, options->fresh);
		ready = baseline;
	}
	int status = ready ? report_all(&job, baseline) : STATUS_TROUBLE;
	baseline_free(baseline);
	tear_down(&job.setup);
	return status;
}
