/* SPDX-License-Identifier: MIT */
/* What a builder has read: places, and forms in the order of the rows. */
#ifndef PLACES_BUILDER_H
#define PLACES_BUILDER_H

#include <string.h>

#include "libnorm/gazetteer_builder.h"
#include "places/form_check.h"
#include "places/rows.h"
#include "places/string_set.h"

enum { SOURCES_MAX = 255 };

struct builder_place {
	int32_t lat, lon; /* as in the file */
	uint32_t line;    /* of the first row, */
	uint16_t file;    /* and its table */
	char country[2];
	uint8_t feature; /* FEATURE_UNSAID while there are only rows that delete */
};

struct builder_form {
	uint32_t place;
	uint32_t text; /* a string; the empty one in a row that takes the whole place away */
	uint32_t line;
	uint16_t file;
	uint8_t source; /* number */
	uint8_t kind; /* builder_language() and builder_status() */
};

static inline unsigned builder_language(const struct builder_form *form)
{
	return form->kind >> 4;
}

static inline unsigned builder_status(const struct builder_form *form)
{
	return form->kind & 15;
}

struct norm_gazetteer_builder {
	norm_status status; /* of the first function that failed */
	struct report report;
	struct rows rows;
	struct form_scratch scratch;
	struct buffer strings;      /* of the file: texts with their NULs, the empty one first */
	struct string_set ids;      /* places have the same numbers */
	struct string_set sources;
	struct builder_place *places;
	size_t place_cap;
	struct builder_form *forms;
	size_t form_count, form_cap;
	char **files; /* the names of the tables */
	size_t file_count, file_cap;
};

/* Take a row in: a row_taker, of which `user` is the builder. */
void builder_take_row(void *user, const struct cell *cells);

/* A string. */
static inline const char *builder_string(const norm_gazetteer_builder *builder, uint32_t string)
{
	return (const char *)builder->strings.at + string;
}

/* The text of a form. */
static inline struct cell builder_cell(const norm_gazetteer_builder *builder, const struct builder_form *form)
{
	const char *text = builder_string(builder, form->text);
	return (struct cell){text, strlen(text)};
}

/* What is reported next is about the row of this form. */
static inline void builder_point_at(norm_gazetteer_builder *builder, const struct builder_form *form)
{
	builder->report.file = builder->files[form->file];
	builder->report.line = form->line;
}

/* "FILE:LINE", cut to fit. */
void builder_place_name(const norm_gazetteer_builder *builder, uint16_t file, uint32_t line, char *buf, size_t size);

/*
 * Look at places as a whole, and write the file to `sink`, if there is one and no error has been found. Frees what it does
 * not need any more.
 */
norm_status builder_compile(norm_gazetteer_builder *builder, norm_gazetteer_sink *sink, void *user);

#endif
