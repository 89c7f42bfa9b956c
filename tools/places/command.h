/* SPDX-License-Identifier: MIT */
/* The commands of norm-places. */
#ifndef PLACES_COMMAND_H
#define PLACES_COMMAND_H

#include "places/options.h"

/* A command: what it is called, what it does, and which options it takes. */
struct command {
	const char *name;
	const char *arguments; /* for its usage */
	const char *summary;
	unsigned options;   /* BIT(OPT_…) beside those that all take */
	size_t least, most; /* arguments; without any, find and romanise read standard input */
	int (*run)(const struct options *options);
	const char *const *formats; /* --format, ended by NULL; NULL: it has none */
};

/* All commands, ended by one without a name. */
extern const struct command commands[];
/* The command of that name, or NULL. */
const struct command *command_find(const char *name);

int find_run(const struct options *options);
int lookup_run(const struct options *options);
int match_run(const struct options *options);
int rank_run(const struct options *options);
int romanise_run(const struct options *options);
int arabise_run(const struct options *options);
int compile_run(const struct options *options);
int lint_run(const struct options *options);
int import_run(const struct options *options);
int export_run(const struct options *options);

#endif
