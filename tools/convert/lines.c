/* SPDX-License-Identifier: MIT */
/* JSON Lines: members of an object on each line are the texts; everything else stays as it is, byte for byte. */
#include "convert/job.h"

#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/message.h"
#include "convert/member.h"

#define LINE_MAX_BYTES ((size_t)256 * 1024 * 1024)

struct cutter {
	struct job *job;
	struct members members;
	struct bytes line;   /* the start of a line whose end is not read yet */
	struct bytes fresh;  /* the line with its new members */
	uint64_t number;     /* of the line at hand */
	unsigned long bad;   /* lines passed through as they were */
	bool passing;        /* in the rest of a bad line that is too long to hold */
};

static void destroy(struct cutter *cutter)
{
	members_release(&cutter->members);
	bytes_release(&cutter->line);
	bytes_release(&cutter->fresh);
	free(cutter);
}

static struct cutter *create(struct job *job)
{
	struct cutter *cutter = memory_get(sizeof *cutter);
	*cutter = (struct cutter){.job = job};
	job->must_read_all = true;
	if (members_open(&cutter->members, job))
		return cutter;
	destroy(cutter);
	return NULL;
}

static void start(struct cutter *cutter)
{
	cutter->line.len = 0;
	cutter->number = 0;
	cutter->bad = 0;
	cutter->passing = false;
	members_start(&cutter->members);
}

static bool put(struct cutter *cutter, const char *source, size_t source_len, const char *output, size_t output_len)
{
	cutter->job->output_done += output_len;
	return target_put(&cutter->job->target, source, source_len, output, output_len);
}

/* @return whether the line may pass. */
static bool bad_line(struct cutter *cutter, const struct position *at, const char *reason)
{
	cutter->bad++;
	if (cutter->job->options->skip_bad)
		return true;
	message_error("%s:%llu:%llu: %s", cutter->job->source->shown, (unsigned long long)at->line,
		      (unsigned long long)at->column, reason);
	return false;
}

static bool take_line(struct cutter *cutter, const char *line, size_t len)
{
	struct position at = {.line = ++cutter->number, .column = 1};
	struct bytes *fresh = &cutter->fresh;
	size_t mark = json_line_mark(line, len, cutter->number);
	fresh->len = 0;
	bytes_append(fresh, line, mark);
	if (json_line_is_blank(line + mark, len - mark))
		return put(cutter, line, len, line, len);
	switch (members_convert(&cutter->members, line + mark, len - mark, fresh, &at)) {
	case MEMBERS_SAME:
		return put(cutter, line, len, line, len);
	case MEMBERS_CHANGED:
		return put(cutter, line, len, fresh->at, fresh->len);
	case MEMBERS_BAD:
		return bad_line(cutter, &at, members_reason(&cutter->members)) && put(cutter, line, len, line, len);
	default:
		return false;
	}
}

/* A line that does not fit: what is here of it passes, and so will the rest. */
static bool take_long_line(struct cutter *cutter)
{
	struct position at = {.line = ++cutter->number, .column = 1};
	if (!bad_line(cutter, &at, _("the line is longer than 256 MiB")))
		return false;
	cutter->passing = true;
	bool good = put(cutter, cutter->line.at, cutter->line.len, cutter->line.at, cutter->line.len);
	bytes_release(&cutter->line);
	return good;
}

/* `len` bytes that are the rest of a line, or all of it. */
static bool end_line(struct cutter *cutter, const char *at, size_t len)
{
	if (cutter->passing) {
		cutter->passing = false;
		return put(cutter, at, len, at, len);
	}
	if (!cutter->line.len)
		return take_line(cutter, at, len);
	bytes_append(&cutter->line, at, len);
	bool good = take_line(cutter, cutter->line.at, cutter->line.len);
	cutter->line.len = 0;
	return good;
}

static bool keep(struct cutter *cutter, const char *at, size_t len)
{
	if (cutter->passing)
		return put(cutter, at, len, at, len);
	bytes_append(&cutter->line, at, len);
	return cutter->line.len <= LINE_MAX_BYTES || take_long_line(cutter);
}

static bool feed(struct cutter *cutter, const char *at, size_t len)
{
	const char *end = at + len, *newline;
	while ((newline = memchr(at, '\n', (size_t)(end - at)))) {
		if (!end_line(cutter, at, (size_t)(newline + 1 - at)))
			return false;
		at = newline + 1;
	}
	return at == end || keep(cutter, at, (size_t)(end - at));
}

static bool end(struct cutter *cutter)
{
	if (cutter->line.len && !end_line(cutter, "", 0))
		return false;
	if (cutter->bad)
		message_warning(P_("%s: %lu bad line passed through unchanged",
				   "%s: %lu bad lines passed through unchanged", cutter->bad),
				cutter->job->source->shown, cutter->bad);
	return true;
}

const struct cutter_class line_cutter = {
	.create = create, .start = start, .feed = feed, .end = end, .destroy = destroy};
