/* SPDX-License-Identifier: MIT */
/* One run of norm-compare: what all comparisons of it share, and how two files are compared. */
#ifndef COMPARE_JOB_H
#define COMPARE_JOB_H

#include <stdbool.h>

#include <libnorm/norm.h>

#include "common/output.h"
#include "compare/difference.h"
#include "compare/options.h"

struct job {
	const struct options *options;
	norm_profile *keys; /* makes the keys of words */
	norm_gazetteer *gazetteer; /* knows names; NULL where there is none */
	struct text_reader reader;
	struct output out;
};

/* Run it. @return the exit status. */
int job_run(const struct options *options, const norm_context *context);

/* Read two files and find their differences. @return false after a message. Release in both cases. */
bool job_compare(struct job *job, struct comparison *comparison, const char *a, const char *b);
/* The same with a text that has been read, but not decoded, and may be compared again. */
bool job_compare_base(struct job *job, struct comparison *comparison, const struct text *base, const char *b);
/* Compare two files and print their differences. @return the exit status. */
int job_compare_and_print(struct job *job, const char *a, const char *b);
/* Print what has been found. @return the exit status. */
int job_print(struct job *job, const struct comparison *comparison);
/* Is what it writes running text for people, in which it may say more than differences? */
bool job_is_for_people(const struct job *job);
/* The exit status that differences of these kinds have. */
int job_status(const struct job *job, const struct differences *differences);

/* The other actions; their exit status. */
int within_run(struct job *job, const char *a, const char *b);
int against_run(struct job *job);
int trees_run(struct job *job, const char *a, const char *b);
int git_run(struct job *job);

#endif
