/* SPDX-License-Identifier: MIT */
#include "support/table_gazetteer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "libnorm/gazetteer_builder.h"
#include "places/gazetteer.h"

static void say(void *user, const norm_error *finding, bool is_error)
{
	char message[512];
	(void)user;
	norm_error_format(finding, message, sizeof message);
	if (is_error)
		fprintf(stderr, "%s\n", message);
}

static norm_status keep(void *user, const void *bytes, size_t len)
{
	struct buffer *file = user;
	buffer_append(file, bytes, len);
	return file->failed ? NORM_E_NOMEM : NORM_OK;
}

/* Write the file of what the builder has read, and open it. */
static struct test_gazetteer finish(norm_gazetteer_builder *builder)
{
	struct test_gazetteer ret = {.gazetteer = NULL};
	norm_error error;
	if (norm_gazetteer_builder_write(builder, keep, &ret.file, &error) == NORM_OK)
		gazetteer_open_memory(ret.file.at, ret.file.len, &ret.gazetteer, &error);
	norm_gazetteer_builder_free(builder);
	return ret;
}

struct test_gazetteer test_gazetteer_of_table(const char *table)
{
	norm_gazetteer_builder *builder;
	if (norm_gazetteer_builder_new(say, NULL, &builder) != NORM_OK)
		return (struct test_gazetteer){.gazetteer = NULL};
	norm_gazetteer_builder_begin(builder, "table");
	norm_gazetteer_builder_add(builder, table, strlen(table));
	return finish(builder);
}

static void add_file(norm_gazetteer_builder *builder, const char *path)
{
	char part[4096];
	FILE *file = fopen(path, "r");
	norm_gazetteer_builder_begin(builder, path);
	for (size_t got = 1; file && (got = fread(part, 1, sizeof part, file)) > 0;)
		norm_gazetteer_builder_add(builder, part, got);
	if (file)
		fclose(file);
	else
		fprintf(stderr, "%s cannot be read\n", path);
}

static struct test_gazetteer gazetteer_of_tables(const char *paths)
{
	norm_gazetteer_builder *builder;
	if (norm_gazetteer_builder_new(say, NULL, &builder) != NORM_OK)
		return (struct test_gazetteer){.gazetteer = NULL};
	char *names = strdup(paths);
	for (char *name = names ? strtok(names, " ") : NULL; name; name = strtok(NULL, " "))
		add_file(builder, name);
	free(names);
	return finish(builder);
}

struct test_gazetteer test_gazetteer_of_data(void)
{
	const char *tables = getenv("NORM_PLACE_TABLES"), *file = getenv("LIBNORM_GAZETTEER");
	if (tables)
		return gazetteer_of_tables(tables);
	struct test_gazetteer ret = {.gazetteer = NULL};
	norm_error error = {0};
	char message[512];
	if (file && norm_gazetteer_open(NULL, &file, 1, &ret.gazetteer, &error) == NORM_OK)
		return ret;
	norm_error_format(&error, message, sizeof message);
	fprintf(stderr, "LIBNORM_GAZETTEER: %s\n", file ? message : "not set");
	return ret;
}

void test_gazetteer_release(struct test_gazetteer *gazetteer)
{
	norm_gazetteer_free(gazetteer->gazetteer);
	buffer_release(&gazetteer->file);
}
