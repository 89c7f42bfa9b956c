/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "places/compile.h"

struct sorting {
	norm_gazetteer_builder *builder;
	struct compiled *out;
	uint32_t *order; /* the places by id */
	uint32_t *rows;  /* the rows, those of a place together, in the order in which they came */
	size_t *ends;    /* by place: behind its last row */
};

static int compare_ids(const void *left, const void *right, void *user)
{
	const norm_gazetteer_builder *builder = user;
	const uint32_t *starts = builder->ids.starts;
	return strcmp(builder_string(builder, starts[*(const uint32_t *)left]), builder_string(builder, starts[*(const uint32_t *)right]));
}

static bool same_form(const norm_gazetteer_builder *builder, const struct builder_form *a, const struct builder_form *b)
{
	return builder_language(a) == builder_language(b) && !strcmp(builder_string(builder, a->text), builder_string(builder, b->text));
}

/* As forms are sorted in the file; those that are the same in the order of their rows. */
static int compare_rows(const void *left, const void *right, void *user)
{
	const norm_gazetteer_builder *builder = user;
	uint32_t first = *(const uint32_t *)left, second = *(const uint32_t *)right;
	const struct builder_form *a = &builder->forms[first], *b = &builder->forms[second];
	if (builder_language(a) != builder_language(b))
		return builder_language(a) < builder_language(b) ? -1 : 1;
	int order = strcmp(builder_string(builder, a->text), builder_string(builder, b->text));
	return order ? order : (first > second) - (first < second);
}

/* A counting sort, which keeps the order of the rows. */
static void group_rows(struct sorting *sorting)
{
	const norm_gazetteer_builder *builder = sorting->builder;
	size_t places = builder->ids.count, sum = 0;
	for (size_t i = 0; i < builder->form_count; i++)
		sorting->ends[builder->forms[i].place]++;
	for (size_t i = 0; i < places; i++) {
		size_t count = sorting->ends[i];
		sorting->ends[i] = sum;
		sum += count;
	}
	for (size_t i = 0; i < builder->form_count; i++)
		sorting->rows[sorting->ends[builder->forms[i].place]++] = (uint32_t)i;
}

/* Of rows in their order, those behind the last one that takes away the whole place. */
static size_t first_that_counts(const norm_gazetteer_builder *builder, const uint32_t *rows, size_t count)
{
	size_t first = count;
	while (first > 0 && builder->forms[rows[first - 1]].text)
		first--;
	return first;
}

static void report_twice(norm_gazetteer_builder *builder, const struct builder_form *first,
			 const struct builder_form *second)
{
	char where[128];
	if (builder_status(first) == FORM_DELETED || builder_status(second) == FORM_DELETED)
		return;
	builder_place_name(builder, first->file, first->line, where, sizeof where);
	builder_point_at(builder, second);
	report_warning(&builder->report, NORM_ERROR_FORM_TWICE, vocabulary_languages[builder_language(second)],
		       builder_cell(builder, second), where);
}

/* The rows of a place as they are sorted: keep the last of those that are the same. Returns how many there are. */
static size_t unite(norm_gazetteer_builder *builder, uint32_t *rows, size_t count)
{
	size_t kept = 0;
	for (size_t i = 0; i < count; i++) {
		const struct builder_form *form = &builder->forms[rows[i]];
		if (kept && same_form(builder, &builder->forms[rows[kept - 1]], form))
			report_twice(builder, &builder->forms[rows[--kept]], form);
		rows[kept++] = rows[i];
	}
	return kept;
}

static void write_forms(struct sorting *sorting, const uint32_t *rows, size_t count)
{
	const norm_gazetteer_builder *builder = sorting->builder;
	struct compiled *out = sorting->out;
	for (size_t i = 0; i < count; i++) {
		const struct builder_form *form = &builder->forms[rows[i]];
		out->forms[out->form_count++] = (struct format_form){.place = (uint32_t)out->place_count,
								     .text = form->text,
								     .source = builder->sources.starts[form->source],
								     .language = (uint8_t)builder_language(form),
								     .status = (uint8_t)builder_status(form)};
	}
}

static void write_place(struct sorting *sorting, uint32_t number)
{
	norm_gazetteer_builder *builder = sorting->builder;
	struct compiled *out = sorting->out;
	const struct builder_place *place = &builder->places[number];
	size_t start = number ? sorting->ends[number - 1] : 0, all = sorting->ends[number] - start;
	uint32_t *rows = sorting->rows + start;
	size_t first = first_that_counts(builder, rows, all), count = all - first;
	rows += first;
	qsort_r(rows, count, sizeof *rows, compare_rows, builder);
	count = unite(builder, rows, count);
	compile_check(builder, number, rows, count);
	struct format_place *at = &out->places[out->place_count];
	*at = (struct format_place){.id = builder->ids.starts[number],
				    .first_form = (uint32_t)out->form_count,
				    .form_count = (uint32_t)count,
				    .lat = place->lat,
				    .lon = place->lon,
				    .feature = place->feature,
				    .flags = first ? FORMAT_CLEARS : 0};
	memcpy(at->country, place->country, sizeof at->country);
	write_forms(sorting, rows, count);
	out->place_count++;
}

bool compile_places(norm_gazetteer_builder *builder, struct compiled *ret)
{
	size_t places = builder->ids.count, forms = builder->form_count;
	struct sorting sorting = {builder, ret, malloc((places + 1) * sizeof(uint32_t)),
				  malloc((forms + 1) * sizeof(uint32_t)), calloc(places + 1, sizeof(size_t))};
	ret->places = malloc((places + 1) * sizeof *ret->places);
	ret->forms = malloc((forms + 1) * sizeof *ret->forms);
	bool good = sorting.order && sorting.rows && sorting.ends && ret->places && ret->forms;
	if (good) {
		for (size_t i = 0; i < places; i++)
			sorting.order[i] = (uint32_t)i;
		qsort_r(sorting.order, places, sizeof *sorting.order, compare_ids, builder);
		group_rows(&sorting);
		for (size_t i = 0; i < places; i++)
			write_place(&sorting, sorting.order[i]);
	}
	free(sorting.order);
	free(sorting.rows);
	free(sorting.ends);
	return good;
}
