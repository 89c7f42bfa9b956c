/* SPDX-License-Identifier: MIT */
/* What the user asked norm-convert for. */
#ifndef CONVERT_OPTIONS_H
#define CONVERT_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "common/arguments.h"
#include "common/profiles.h"

enum action {
	ACTION_CONVERT, /* write the normalised text */
	ACTION_CHECK,
	ACTION_EXPLAIN,
	ACTION_EDITS,
	ACTION_SHOW_LEVELS,
	ACTION_LIST_PROFILES,
	ACTION_LIST_RULES,
	ACTION_SHOW_PROFILE
};

/* One --jsonl: normalise member `field` with `profile` into member `out_field`. */
struct field_spec {
	char *argument; /* as the user wrote it */
	char *field;
	char *profile;   /* NULL: that of --profile */
	char *out_field; /* the same text as `field` where the value itself is replaced */
};

struct options {
	enum action action;
	const char *profile;
	struct settings settings; /* --set and --on-error */
	const char *suffix;       /* of --in-place */
	const char *output;       /* NULL: standard output */
	const char *from, *to;    /* encodings; NULL: as the profile says, and UTF-8 */
	bool in_place, null_records, skip_bad, stats;
	bool json; /* --show-levels=json */
	struct field_spec *fields; /* --jsonl */
	size_t field_count;
	const char *const *files; /* NULL-terminated; "-" alone when none is given */
	struct arguments given;   /* owns the strings above */
};

/* Read the command line. @return false after a message. Release in both cases. */
bool options_read(struct options *options, int argc, char **argv);
void options_release(struct options *options);

/* Read FIELD[=PROFILE][:OUTFIELD]; a backslash takes the meaning from the next character. False after a message. */
bool field_spec_read(struct field_spec *spec, const char *argument);
void field_spec_release(struct field_spec *spec);

/* Do the options that were given go together? False after a message. */
bool options_check(const struct options *options);

#endif
