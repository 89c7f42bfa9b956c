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

/* All strings are valid UTF-8, not NUL-terminated where they have a length, and borrowed for the call. */
struct finding {
	const norm_rule *const *rules; /* those that are not off; the first one is what the finding is called after */
	size_t rule_count;             /* at least 1 */
	norm_severity severity;        /* the highest of its rules */
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
	bool is_edit; /* a rule changes the place; of bytes that are no character, `after` is NULL */
	const char *context; /* its line, or as much of it as is near: before stands in it, at context_at */
	size_t context_len, context_at;
	const char *detail;  /* what damaged text was, untranslated; NULL: nothing to say */
	unsigned confidence, layer; /* see norm_finding */
	uint64_t hash;              /* of what a filter knows it by; 0 without one */
	char fingerprint[40];       /* a filter may give it: what stays when the text moves, unique for file and rule; else "" */
	bool is_new;                /* a filter has a baseline, and it is not in there */
};

/* Append what is wrong, in the user's language: details, then the messages of its rules. */
void finding_append_message(struct bytes *bytes, const struct finding *finding);

/* ---- Where findings go ---- */

/*
 * A sink writes findings one by one; several threads may ask it at once. What it appends comes out in the order of the input, with
 * `between` between any two findings of the run.
 */
struct finding_sink {
	/* What stands in front of all findings, and behind them; NULL: nothing. Once each, in the main thread. */
	void (*begin)(struct bytes *out, const norm_profile *profile);
	/* `failed`: something could not be read. */
	void (*end)(struct bytes *out, bool failed);
	/* Append what is to be written of a finding. */
	void (*take)(const struct finding *finding, struct bytes *out);
	const char *between; /* such as ",\n" in JSON; "": nothing */
};

/*
 * A filter says which findings are known already: they are counted as known, and not by their rules, neither told nor a reason for
 * exit status 1.
 * Each file has a state. It is made and, in the order of the files, taken back in the main thread; in between one thread at a time
 * uses it, in the order of the file. Embed the structure as the first member of another one.
 */
struct finding_filter {
	void *(*start_file)(struct finding_filter *filter, const char *file);
	/* What finding.hash is to be. Threads may ask in any order, and at once. */
	uint64_t (*hash)(struct finding_filter *filter, const struct finding *finding);
	/* Also gives the finding its fingerprint. */
	bool (*knows)(struct finding_filter *filter, void *state, struct finding *finding);
	/* Frees the state. `whole`: all of the file could be read. */
	void (*end_file)(struct finding_filter *filter, void *state, bool whole);
};

#endif
