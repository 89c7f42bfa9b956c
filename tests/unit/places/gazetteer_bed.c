/* SPDX-License-Identifier: MIT */
#include "gazetteer_bed.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void note(void *user, const norm_error *finding, bool is_error)
{
	struct built *built = user;
	char text[2048];
	norm_error_format(finding, text, sizeof text);
	buffer_append_text(&built->findings, is_error ? "" : "?");
	buffer_append_text(&built->findings, text);
	buffer_append_text(&built->findings, "\n");
	++*(is_error ? &built->errors : &built->doubts);
}

static norm_status keep(void *user, const void *bytes, size_t len)
{
	buffer_append(user, bytes, len);
	return NORM_OK;
}

struct built build_tables(const char *const *tables, size_t count, size_t piece)
{
	struct built built = {0};
	norm_gazetteer_builder *builder = NULL;
	cr_assert_eq(norm_gazetteer_builder_new(note, &built, &builder), NORM_OK);
	for (size_t i = 0; i < count; i++) {
		char name[32];
		snprintf(name, sizeof name, "%zu.tsv", i + 1);
		cr_assert_eq(norm_gazetteer_builder_begin(builder, name), NORM_OK);
		size_t len = strlen(tables[i]);
		for (size_t at = 0; at < len; at += piece)
			cr_assert_eq(norm_gazetteer_builder_add(builder, tables[i] + at, len - at < piece ? len - at : piece),
				     NORM_OK);
	}
	norm_error error;
	built.status = norm_gazetteer_builder_write(builder, keep, &built.file, &error);
	cr_assert_eq(error.status, built.status);
	cr_assert_eq(built.status == NORM_E_DATA, built.errors > 0);
	norm_gazetteer_builder_free(builder);
	return built;
}

struct built build_table(const char *table)
{
	return build_tables(&table, 1, SIZE_MAX);
}

void built_release(struct built *built)
{
	buffer_release(&built->file);
	buffer_release(&built->findings);
}

const char *built_findings(struct built *built)
{
	buffer_append(&built->findings, "", 1);
	built->findings.len--;
	return (const char *)built->findings.at;
}

char *write_file(const void *bytes, size_t len)
{
	char path[] = "/tmp/libnorm-gazetteer-XXXXXX";
	int file = mkstemp(path);
	cr_assert_geq(file, 0);
	cr_assert_eq(write(file, bytes, len), (ssize_t)len);
	close(file);
	return strdup(path);
}

char *write_gazetteer(const char *table)
{
	struct built built = build_table(table);
	cr_assert_eq(built.status, NORM_OK, "%s", built_findings(&built));
	char *path = write_file(built.file.at, built.file.len);
	built_release(&built);
	return path;
}

void remove_file(char *path)
{
	unlink(path);
	free(path);
}

norm_gazetteer *stack_of(const char *const *tables, size_t count)
{
	char *paths[NORM_GAZETTEER_FILES_MAX];
	norm_gazetteer *gazetteer = NULL;
	norm_error error;
	for (size_t i = 0; i < count; i++)
		paths[i] = write_gazetteer(tables[i]);
	norm_status status = norm_gazetteer_open(NULL, (const char *const *)paths, count, &gazetteer, &error);
	cr_assert_eq(status, NORM_OK, "%s", error.subject);
	for (size_t i = 0; i < count; i++)
		remove_file(paths[i]);
	return gazetteer;
}

const char *forms_of(const norm_gazetteer *gazetteer, const char *id)
{
	static const char *const statuses[] = {"preferred", "variant", "historic", "exonym"};
	static char text[4096];
	uint32_t place;
	norm_place_form form;
	size_t len = 0;
	if (!norm_gazetteer_by_id(gazetteer, id, &place))
		return "-";
	text[0] = '\0';
	for (size_t i = 0; norm_gazetteer_form(gazetteer, place, i, &form); i++)
		len += (size_t)snprintf(text + len, sizeof text - len, "%s%s|%s|%s", len ? ";" : "", form.text, form.language,
					statuses[form.status]);
	return text;
}

const char *ids_of(const norm_gazetteer *gazetteer, const char *name)
{
	static char text[4096];
	norm_place_name names[16];
	norm_place place;
	size_t total = 0, len = 0;
	cr_assert_eq(norm_gazetteer_lookup(gazetteer, name, strlen(name), names, 16, &total), NORM_OK);
	text[0] = '\0';
	for (size_t i = 0; i < total; i++) {
		cr_assert(norm_gazetteer_place(gazetteer, names[i].place, &place));
		cr_assert_lt(names[i].form, place.form_count);
		len += (size_t)snprintf(text + len, sizeof text - len, "%s%s", len ? " " : "", place.id);
	}
	return text;
}
