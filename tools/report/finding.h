/* SPDX-License-Identifier: MIT */
/*
 * Findings as they pass: places that a rule of the registry would change or reports, in the order of the text. What shows them one
 * by one (lines for editors, SARIF) and what knows some of them already (a baseline) takes them from here; tallies count them.
 */
#ifndef REPORT_FINDING_H
#define REPORT_FINDING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libnorm/norm.h>

#include "common/bytes.h"
#include "report/severity.h"

/* All strings are valid UTF-8, not NUL-terminated where they have a length, and borrowed for the call. */
struct finding {
	const norm_rule *const *rules; /* those that are not off; the first one is what the finding is called after */
	size_t rule_count;             /* at least 1 */
	enum severity severity;        /* the highest of its rules */
	const char *file;              /* as the user wrote it; "-" is standard input */
	uint64_t record;               /* --jsonl: the line of the file, else 0 */
	uint64_t start, end;           /* bytes of the file; of --jsonl, from the start of its line */
	uint64_t line, column;         /* from 1; columns in code points of the decoded text. --jsonl: of the line of the file */
	uint64_t end_line, end_column; /* of what comes behind it */
	uint64_t byte_column, end_byte_column; /* the same columns in bytes of the decoded text */
	const char *before; /* what stands there; may be empty */
	size_t before_len;
	const char *after; /* what would stand there; NULL: the rules only report */
	size_t after_len;
	const char *context; /* its line, or as much of it as is near: before stands in it, at context_at */
	size_t context_len, context_at;
	const char *detail;  /* what damaged text was, untranslated; NULL: nothing to say */
	unsigned confidence, layer; /* see norm_finding */
};

/* Append what is wrong, in the user's language: details, then the messages of its rules. */
void finding_append_message(struct bytes *bytes, const struct finding *finding);

/* ---- Where findings go ---- */

/*
 * A sink writes findings. Files may be read by several threads: each file has a state of its own, made and used by the thread
 * that reads it, and writes to bytes of its own, which come out in the order of the files. `between` says what stands between
 * two pieces that are not empty.
 */
struct finding_sink {
	const struct finding_sink_class *class;
	/* whatever the class keeps for the whole run: embed this structure as the first member of another one */
};

struct finding_sink_class {
	/* What stands in front of all findings, and behind them; may be NULL. In the main thread. */
	void (*begin)(struct finding_sink *sink, struct bytes *out);
	void (*end)(struct finding_sink *sink, struct bytes *out);
	/* A file begins; the state of it, handed to the next two. May be NULL: no state. */
	void *(*start_file)(struct finding_sink *sink, const char *file);
	/* Append what is to be written of a finding. */
	void (*take)(struct finding_sink *sink, void *state, const struct finding *finding, struct bytes *out);
	/* The file is over: free the state. May be NULL. In the order of the files, by one thread at a time. */
	void (*end_file)(struct finding_sink *sink, void *state);
	const char *between; /* between the findings of a run, such as ",\n" in JSON; NULL: nothing */
};

/*
 * A filter says which findings are known already: they are counted as known, and neither told nor a reason for exit status 1.
 * The same rules for files and threads. What it wants to write in the end, it keeps in end_file().
 */
struct finding_filter {
	const struct finding_filter_class *class;
};

struct finding_filter_class {
	void *(*start_file)(struct finding_filter *filter, const char *file);
	bool (*knows)(struct finding_filter *filter, void *state, const struct finding *finding);
	void (*end_file)(struct finding_filter *filter, void *state);
};

#endif
