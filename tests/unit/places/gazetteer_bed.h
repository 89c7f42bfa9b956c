/* SPDX-License-Identifier: MIT */
/* Gazetteers made of tables that stand in the test. */
#ifndef UNIT_PLACES_GAZETTEER_BED_H
#define UNIT_PLACES_GAZETTEER_BED_H

#include "base/buffer.h"
#include "libnorm/gazetteer.h"
#include "libnorm/gazetteer_builder.h"

/* What a builder makes of tables. */
struct built {
	norm_status status;
	struct buffer file;     /* what it wrote */
	struct buffer findings; /* a line each, as norm_error_format() says them; "?" before those that are only doubtful */
	size_t errors, doubts;
};

/* Build of tables, which are named 1.tsv, 2.tsv ...; each is pushed in pieces of `piece` bytes. */
struct built build_tables(const char *const *tables, size_t count, size_t piece);
struct built build_table(const char *table);
void built_release(struct built *built);
/* The findings as a string. */
const char *built_findings(struct built *built);

/* A file of a table, which must be right; removed by remove_file(), which frees the path. */
char *write_gazetteer(const char *table);
char *write_file(const void *bytes, size_t len);
void remove_file(char *path);

/* Open files made of tables, the lowest first. They are removed at once: what is mapped stays. */
norm_gazetteer *stack_of(const char *const *tables, size_t count);

/* All forms of the place with this id, "text|language|status", with a semicolon between them; "-" when there is no such place. */
const char *forms_of(const norm_gazetteer *gazetteer, const char *id);
/* The ids of the places that have a name, with a space between them. */
const char *ids_of(const norm_gazetteer *gazetteer, const char *name);

#endif
