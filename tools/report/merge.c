/* SPDX-License-Identifier: MIT */
#include "report/merge.h"

#include <string.h>

#include "common/files.h"
#include "common/i18n.h"
#include "common/message.h"
#include "report/load.h"
#include "report/report.h"

struct merge {
	struct report report;
	const char *shown;   /* the file at hand */
	uint64_t line;
	bool has_total;
	struct bytes waiting; /* the start of a line */
};

static bool refuse(struct merge *merge, const char *reason)
{
	message_error("%s:%llu: %s", merge->shown, (unsigned long long)merge->line, reason);
	return false;
}

static bool take_line(struct merge *merge, const char *line, size_t len)
{
	struct tally tally;
	struct bytes reason = {0};
	unsigned sections = 0;
	merge->line++;
	if (!len)
		return true;
	struct load_wish wish = {merge->report.options->sections, merge->report.options->examples_max};
	bool good = load_tally(line, len, &wish, &tally, &sections, &reason) || refuse(merge, bytes_text(&reason));
	if (good && (sections & wish.sections) != wish.sections)
		good = refuse(merge, _("the report lacks sections; choose those that it has with --only"));
	if (good && tally.file) {
		report_file(&merge->report, &tally);
		/* else the total tells */
		merge->report.total.count[COUNT_FILES] += !(sections & 1u << SECTION_SIZE);
	} else if (good) {
		tally_move(&merge->report.total, &tally, wish.examples_max);
		merge->has_total = true;
	}
	tally_release(&tally);
	bytes_release(&reason);
	return good;
}

/* Take the lines that are whole; at the end of the file, the last one is. */
static bool take_lines(struct merge *merge, bool is_end)
{
	size_t done = 0;
	bool good = true;
	while (good && done < merge->waiting.len) {
		const char *at = merge->waiting.at + done;
		const char *end = memchr(at, '\n', merge->waiting.len - done);
		if (!end && !is_end)
			break;
		size_t len = end ? (size_t)(end - at) : merge->waiting.len - done;
		good = take_line(merge, at, len);
		done += len + (end != NULL);
	}
	bytes_drop(&merge->waiting, done);
	return good;
}

static bool read_source(struct merge *merge, const struct source *source)
{
	for (;;) {
		ssize_t got = source_read(source, bytes_reserve(&merge->waiting, FILES_READ_SIZE));
		if (got < 0) {
			message_errno(source->shown);
			return false;
		}
		const char *fresh = merge->waiting.at + merge->waiting.len;
		merge->waiting.len += (size_t)got;
		if ((!got || memchr(fresh, '\n', (size_t)got)) && !take_lines(merge, !got))
			return false;
		if (!got)
			return true;
	}
}

static bool merge_file(struct merge *merge, const char *path)
{
	struct source source;
	if (!source_open(&source, path))
		return false;
	merge->shown = source.shown;
	merge->line = 0;
	merge->has_total = false;
	merge->waiting.len = 0;
	bool good = read_source(merge, &source);
	if (good && !merge->has_total) {
		message_error(_("%s: there is no total at its end: the report is not complete"), source.shown);
		good = false;
	}
	source_close(&source);
	return good;
}

int merge_run(const struct options *options)
{
	struct merge merge = {0};
	report_start(&merge.report, options, NULL, NULL);
	for (const char *const *file = options->files; *file && !merge.report.out.failed; file++) {
		if (!merge_file(&merge, *file))
			merge.report.failed = true;
	}
	bytes_release(&merge.waiting);
	return report_end(&merge.report);
}
