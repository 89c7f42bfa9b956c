/* SPDX-License-Identifier: MIT */
/* What the user asked norm-places for. */
#ifndef PLACES_OPTIONS_H
#define PLACES_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include <libnorm/norm.h>

#include "common/arguments.h"

struct command;

/* In the order of the names that command.c gives them */
enum find_format { FIND_TEXT, FIND_TSV, FIND_JSON, FIND_HTML };
enum import_format { IMPORT_GEONAMES, IMPORT_OSM, IMPORT_WIKIDATA };

struct options {
	const struct command *command; /* NULL: --help or --version alone */
	const char *format_name; /* --format, or NULL */
	size_t format;           /* enum find_format or import_format */
	bool json;               /* of the other commands */
	double confidence;       /* --min: what is less sure is left out */
	const char *country;     /* ISO 3166-1 alpha-2, capitals, or NULL; import, export: a list */
	const char *scheme;      /* romanise, or NULL */
	const char *field;       /* --jsonl */
	const char *from;        /* --from, or NULL: to be found out */
	const char *output;      /* compile */
	size_t count;            /* matches for each name, 0: not said */
	bool no_base, strict;
	const char **gazetteers; /* -g; NULL-terminated */
	size_t gazetteer_count;
	const char *const *arguments; /* NULL-terminated; without the command */
	size_t argument_count;
	struct arguments given; /* owns the strings above */
};

/* Read the command line. @return false after a message. Release in both cases. */
bool options_read(struct options *options, int argc, char **argv);
void options_release(struct options *options);

/* The context that the options ask for. @return NULL after a message. */
norm_context *options_context(const struct options *options);
/* The gazetteer that the options ask for. @return NULL after a message. */
norm_gazetteer *options_gazetteer(const struct options *options);
/* Is this country in the list of --country? Without one all are. */
bool options_has_country(const struct options *options, const char *code, size_t len);

#endif
