/* SPDX-License-Identifier: MIT */
/* What the user asked norm-compare for. */
#ifndef COMPARE_OPTIONS_H
#define COMPARE_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "common/arguments.h"
#include "compare/classes.h"

enum action {
	ACTION_COMPARE, /* two files */
	ACTION_WITHIN,  /* what two pages share */
	ACTION_AGAINST, /* many files against one */
	ACTION_TREES,   /* two directories, file by file */
	ACTION_GIT      /* as git calls an external diff */
};

enum output_form {
	FORM_WORDS, /* running text with what went out and came in */
	FORM_UNIFIED,
	FORM_SIDE_BY_SIDE,
	FORM_JSON,
	FORM_HTML,
	FORM_STAT,
	FORM_QUIET
};

struct options {
	enum action action;
	enum output_form form;
	class_set ignored, fail_on;
	bool line_breaks;      /* count */
	unsigned context;      /* tokens, or lines, shown on both sides of a difference */
	int width;             /* columns of --side-by-side */
	const char *against;   /* the file that all others are compared with */
	const char *from;      /* encoding of the input; NULL: found out */
	const char *const *files; /* NULL-terminated */
	struct arguments given; /* owns the strings above */
};

/* Read the command line. @return false after a message. Release in both cases. */
bool options_read(struct options *options, int argc, char **argv);
void options_release(struct options *options);

#endif
