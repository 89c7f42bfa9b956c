/* SPDX-License-Identifier: MIT */
/* What is wrong in the tables of places, told to whoever wants to know. */
#ifndef PLACES_REPORT_H
#define PLACES_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "libnorm/gazetteer_builder.h"

/* Bytes of a table; no NUL behind them. */
struct cell {
	const char *at;
	size_t len;
};

struct report {
	norm_gazetteer_visitor *visit; /* or NULL */
	void *user;
	const char *file; /* where it is read */
	unsigned line;
	norm_error first; /* error; its code is NORM_ERROR_NONE while there is none */
};

/* A finding in this line: `column` and `expected` may be NULL. */
void report_error(struct report *report, norm_error_code code, const char *column, struct cell subject,
		  const char *expected);
void report_warning(struct report *report, norm_error_code code, const char *column, struct cell subject,
		    const char *expected);

#endif
