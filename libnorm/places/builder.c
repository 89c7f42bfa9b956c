/* SPDX-License-Identifier: MIT */
#include "places/builder.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

norm_status norm_gazetteer_builder_new(norm_gazetteer_visitor *visit, void *user, norm_gazetteer_builder **ret)
{
	if (!ret)
		return NORM_E_MISUSE;
	norm_gazetteer_builder *builder = calloc(1, sizeof *builder);
	if (!builder)
		return NORM_E_NOMEM;
	builder->report = (struct report){.visit = visit, .user = user};
	builder->rows = (struct rows){.report = &builder->report, .take = builder_take_row, .user = builder};
	string_append(&builder->strings, "", 0);
	if (builder->strings.failed) {
		norm_gazetteer_builder_free(builder);
		return NORM_E_NOMEM;
	}
	*ret = builder;
	return NORM_OK;
}

static norm_status fail(norm_gazetteer_builder *builder, norm_status status)
{
	if (builder->status == NORM_OK)
		builder->status = status;
	return builder->status;
}

/* The status after rows have been read: what ran out says so itself. */
static norm_status status_of(norm_gazetteer_builder *builder)
{
	bool failed = builder->strings.failed || builder->rows.line.failed || form_scratch_failed(&builder->scratch);
	return failed ? fail(builder, NORM_E_NOMEM) : builder->status;
}

static void end_table(norm_gazetteer_builder *builder)
{
	if (builder->file_count)
		rows_end(&builder->rows);
}

norm_status norm_gazetteer_builder_begin(norm_gazetteer_builder *builder, const char *file)
{
	if (!builder || !file)
		return NORM_E_MISUSE;
	end_table(builder);
	if (status_of(builder) != NORM_OK)
		return builder->status;
	if (builder->file_count == UINT16_MAX)
		return fail(builder, NORM_E_LIMIT);
	char *copy = memory_copy_text(file, strlen(file));
	if (!copy ||
	    !memory_reserve(&builder->files, &builder->file_cap, builder->file_count + 1, sizeof *builder->files)) {
		free(copy);
		return fail(builder, NORM_E_NOMEM);
	}
	builder->files[builder->file_count++] = copy;
	builder->report.file = copy;
	rows_begin(&builder->rows);
	return NORM_OK;
}

norm_status norm_gazetteer_builder_add(norm_gazetteer_builder *builder, const char *text, size_t len)
{
	if (!builder || (!text && len) || !builder->file_count)
		return NORM_E_MISUSE;
	if (builder->status == NORM_OK)
		rows_add(&builder->rows, text, len);
	return status_of(builder);
}

norm_status norm_gazetteer_builder_write(norm_gazetteer_builder *builder, norm_gazetteer_sink *sink, void *user,
					 norm_error *error)
{
	if (!builder)
		return NORM_E_MISUSE;
	if (builder->status == NORM_OK)
		end_table(builder);
	norm_status status = status_of(builder);
	if (status == NORM_OK)
		status = builder_compile(builder, sink, user);
	fail(builder, NORM_E_MISUSE); /* whatever is asked of it now */
	if (error)
		*error = status == NORM_E_DATA ? builder->report.first : (norm_error){.status = status};
	return status;
}

void norm_gazetteer_builder_free(norm_gazetteer_builder *builder)
{
	if (!builder)
		return;
	buffer_release(&builder->rows.line);
	form_scratch_release(&builder->scratch);
	buffer_release(&builder->strings);
	string_set_release(&builder->ids);
	string_set_release(&builder->sources);
	free(builder->places);
	free(builder->forms);
	for (size_t i = 0; i < builder->file_count; i++)
		free(builder->files[i]);
	free(builder->files);
	free(builder);
}
