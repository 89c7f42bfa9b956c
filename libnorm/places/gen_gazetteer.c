/* SPDX-License-Identifier: MIT */
/* Writes a gazetteer to the standard output, of the tables that are named. What is wrong in one ends it, with file and line. */
#include <stdio.h>
#include <stdlib.h>

#include "libnorm/gazetteer_builder.h"

/* What is only doubtful is for people who edit tables, not for those who build. */
static void show(void *user, const norm_error *finding, bool is_error)
{
	char text[2048];
	(void)user;
	if (!is_error)
		return;
	norm_error_format(finding, text, sizeof text);
	fprintf(stderr, "%s\n", text);
}

static norm_status put(void *user, const void *bytes, size_t len)
{
	return fwrite(bytes, 1, len, user) == len ? NORM_OK : NORM_E_SINK;
}

static norm_status read_table(norm_gazetteer_builder *builder, const char *path)
{
	static char block[1 << 16];
	FILE *file = fopen(path, "rb");
	if (!file)
		return NORM_E_DATA;
	norm_status status = norm_gazetteer_builder_begin(builder, path);
	for (size_t got = 1; got && status == NORM_OK;) {
		got = fread(block, 1, sizeof block, file);
		status = norm_gazetteer_builder_add(builder, block, got);
	}
	if (ferror(file))
		status = NORM_E_DATA;
	fclose(file);
	return status;
}

int main(int argc, char **argv)
{
	norm_gazetteer_builder *builder = NULL;
	norm_status status = norm_gazetteer_builder_new(show, NULL, &builder);
	const char *where = "";
	for (int i = 1; i < argc && status == NORM_OK; i++)
		status = read_table(builder, where = argv[i]);
	if (status == NORM_OK) {
		where = "";
		status = norm_gazetteer_builder_write(builder, put, stdout, NULL);
	}
	norm_gazetteer_builder_free(builder);
	if (status == NORM_OK && fflush(stdout) != 0)
		status = NORM_E_SINK;
	if (status != NORM_OK)
		fprintf(stderr, "%s%s%s\n", where, *where ? ": " : "", norm_status_message(status));
	return status == NORM_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
