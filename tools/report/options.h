/* SPDX-License-Identifier: MIT */
/* What the user asked norm-report for. */
#ifndef REPORT_OPTIONS_H
#define REPORT_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include <libnorm/norm.h>

#include "common/arguments.h"
#include "common/bytes.h"
#include "common/profiles.h"
#include "report/tally.h"

enum action {
	ACTION_REPORT, /* on files */
	ACTION_MERGE,  /* reports that are there */
	ACTION_RULES,  /* list the registry */
};

enum output_form { FORM_TEXT, FORM_JSON, FORM_TSV, FORM_HTML, FORM_LINT, FORM_SARIF };

struct options {
	struct arguments given;
	enum action action;
	enum output_form form;
	const char *profile;
	struct settings settings; /* --set */
	const char *from;         /* the encoding of the files; NULL: found out */
	const char *field;        /* --jsonl; NULL: files are texts */
	bool recursive, total_only, byte_columns;
	unsigned threads, examples_max;
	unsigned sections;        /* 1 << SECTION_… */
	norm_severity fail_on;
	const char *known, *fresh; /* baselines: to read, and to write; NULL: none */
	const char *const *files; /* NULL-terminated; "-" alone when none is given */
};

/* Read the command line. @return false after a message. Release in both cases. */
bool options_read(struct options *options, int argc, char **argv);
void options_release(struct options *options);

/* The page that --help shows. */
void options_append_page(struct bytes *page);

#endif
