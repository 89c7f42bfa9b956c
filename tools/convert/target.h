/* SPDX-License-Identifier: MIT */
/*
 * Where the result goes: standard output, a file that is replaced at the end (-o), each file itself (-i), or
 * nowhere (--check compares; --explain and --edits only tell). All take the text as pairs of what a stretch
 * of input was and what became of it, in order and without gaps.
 */
#ifndef CONVERT_TARGET_H
#define CONVERT_TARGET_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

#include "common/files.h"
#include "common/output.h"
#include "common/replace.h"
#include "convert/options.h"

enum target_kind { TARGET_WRITE, TARGET_IN_PLACE, TARGET_COMPARE, TARGET_NOWHERE };

struct target {
	enum target_kind kind;
	struct output out;               /* in place: of the file at hand, once it is `started` */
	struct stat out_stat;            /* of what `out` writes to directly, to find it among the inputs */
	struct replacement replacement;  /* -o and -i */
	bool replaces_output;            /* -o names a regular or new file */
	const char *suffix;              /* of -i */
	bool stop_at_change;             /* --check: one change is enough */
	/* of the file at hand */
	const struct source *source;
	uint64_t source_done; /* bytes of input taken */
	bool changed;
	bool started; /* in place: a new file is being written */
};

/* Before the first file. False after a message. */
bool target_open(struct target *target, const struct options *options);
/* Before a file is opened. False after a message when it is of no kind that can be changed in place. */
bool target_takes(const struct target *target, const char *path);
/* Before each file. False after a message when this file cannot be worked on. */
bool target_start(struct target *target, const struct source *source);
/* Take a stretch. False stops the work on this file: after a message, or because enough is known. */
bool target_put(struct target *target, const char *source, size_t source_len, const char *output, size_t output_len);
/* Nothing more is read for the moment: let the reader see what there is. False after a message. */
bool target_flush(struct target *target);
/* After each file; `good` says that it was taken in whole. False after a message. */
bool target_end(struct target *target, bool good);
/* After the last file; what -o names is replaced only when all were `good`. False after a message. */
bool target_close(struct target *target, bool good);

#endif
