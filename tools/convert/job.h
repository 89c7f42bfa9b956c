/* SPDX-License-Identifier: MIT */
/* One run of norm-convert over its files. */
#ifndef CONVERT_JOB_H
#define CONVERT_JOB_H

#include <stdbool.h>
#include <stdint.h>

#include <libnorm/norm.h>

#include "common/files.h"
#include "common/position.h"
#include "convert/options.h"
#include "convert/report.h"
#include "convert/tally.h"
#include "convert/target.h"

struct job {
	const struct options *options;
	const norm_context *context;
	norm_flags flags;
	bool must_read_all; /* a change is not the worst that a file can hold */
	struct target target;
	struct report report;
	struct tally tally;
	/* of the file at hand */
	const struct source *source;
	uint64_t source_done, output_done; /* bytes that are behind us, separators included */
};

/* Run it. @return the exit status. */
int job_run(const struct options *options, const norm_context *context);

/* Count and tell the edits of a block. False when the work has to stop. */
bool job_note_block(struct job *job, const norm_block *block);

/* Say that a byte is not UTF-8 and what to do about it. */
void job_report_encoding(const struct job *job, const struct position *position);

/* How files are cut into texts; text.c does whole files and records, lines.c does JSON Lines. */
struct cutter;
struct cutter_class {
	/* NULL after a message */
	struct cutter *(*create)(struct job *job);
	/* A file starts. */
	void (*start)(struct cutter *cutter);
	/* The next bytes of it, and its end. False when the work on this file has to stop. */
	bool (*feed)(struct cutter *cutter, const char *at, size_t len);
	bool (*end)(struct cutter *cutter);
	void (*destroy)(struct cutter *cutter);
};
extern const struct cutter_class text_cutter, line_cutter;

#endif
