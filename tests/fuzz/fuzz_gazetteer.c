/* SPDX-License-Identifier: MIT */
/*
 * The first byte chooses what the others are: a file of a gazetteer; one of which the checksum of the header is made right first, so
 * that what is behind it is read; a table, of which a file is made, that has to be whole; two tables, cut at the first NUL, of which one
 * lies above the other.
 */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "base/buffer.h"
#include "fuzz/fuzz.h"
#include "places/gazetteer.h"
#include "support/gazetteer.h"

const char fuzz_corpus[] = "gazetteer";

enum { FUZZ_FILE, FUZZ_SIGNED, FUZZ_TABLE, FUZZ_STACK, FUZZ_MODES };

/* Any file: it opens or has an error of its own. */
static void open_file(const uint8_t *data, size_t size, bool make_right)
{
	uint8_t *file = malloc(size + 1); /* aligned, and not a byte longer for the sanitizer */
	norm_gazetteer *gazetteer = NULL;
	norm_error error;
	const char *wrong;
	memcpy(file, data, size);
	if (make_right && size >= sizeof(struct format_header)) {
		struct format_header *header = (struct format_header *)file;
		header->size = size;
		header->header_crc = (uint32_t)crc32(0, file, offsetof(struct format_header, header_crc));
	}
	norm_status status = gazetteer_open_memory(file, size, &gazetteer, &error);
	fuzz_require((status == NORM_OK) == (error.code == NORM_ERROR_NONE), "a failure without a reason");
	if (status == NORM_OK) {
		gazetteer_use(gazetteer, &wrong);
		norm_gazetteer_check(gazetteer, &error);
	}
	norm_gazetteer_free(gazetteer);
	free(file);
}

static void count(void *user, const norm_error *finding, bool is_error)
{
	char text[2048];
	norm_error_format(finding, text, sizeof text);
	fuzz_require(strlen(text) > 0 && finding->line > 0 && finding->code != NORM_ERROR_NONE,
		     "a finding that says nothing");
	*(size_t *)user += is_error;
}

static norm_status keep(void *user, const void *bytes, size_t len)
{
	buffer_append(user, bytes, len);
	return NORM_OK;
}

static struct buffer compile(const uint8_t *table, size_t len)
{
	struct buffer file = {0};
	size_t errors = 0;
	norm_gazetteer_builder *builder = NULL;
	fuzz_require(norm_gazetteer_builder_new(count, &errors, &builder) == NORM_OK, "new");
	fuzz_require(norm_gazetteer_builder_begin(builder, "t") == NORM_OK, "begin");
	fuzz_require(norm_gazetteer_builder_add(builder, (const char *)table, len) == NORM_OK, "add");
	norm_status status = norm_gazetteer_builder_write(builder, keep, &file, NULL);
	fuzz_require(status == (errors ? NORM_E_DATA : NORM_OK), "the status does not tell of errors");
	fuzz_require(!errors == !!file.len, "with errors nothing is written");
	norm_gazetteer_builder_free(builder);
	return file;
}

/* What is compiled is whole. */
static void compile_table(const uint8_t *table, size_t len)
{
	struct buffer file = compile(table, len);
	norm_gazetteer *gazetteer = NULL;
	norm_error error;
	const char *wrong;
	if (file.len) {
		fuzz_require(gazetteer_open_memory(file.at, file.len, &gazetteer, &error) == NORM_OK,
			     "a new file does not open");
		fuzz_require(norm_gazetteer_check(gazetteer, &error) == NORM_OK, "a new file is damaged");
		gazetteer_use(gazetteer, &wrong);
		fuzz_require(!wrong, wrong);
		norm_gazetteer_free(gazetteer);
	}
	buffer_release(&file);
}

/* A stack of two files in memory, made by hand, for a fuzzer has no time for files. */
static void stack_tables(const uint8_t *tables, size_t len)
{
	const uint8_t *cut = memchr(tables, '\0', len);
	size_t first = cut ? (size_t)(cut - tables) : len;
	struct buffer files[2] = {compile(tables, first), compile(tables + first + !!cut, len - first - !!cut)};
	norm_gazetteer *stack = NULL, *above = NULL;
	norm_error error;
	const char *wrong;
	if (files[0].len && files[1].len) {
		fuzz_require(gazetteer_open_memory(files[0].at, files[0].len, &stack, &error) == NORM_OK,
			     "the lower file");
		fuzz_require(gazetteer_open_memory(files[1].at, files[1].len, &above, &error) == NORM_OK,
			     "the upper file");
		stack->layers[1] = above->layers[0];
		stack->first[2] = stack->first[1] + above->first[1];
		stack->count = 2;
		gazetteer_use(stack, &wrong);
		fuzz_require(!wrong, wrong);
	}
	norm_gazetteer_free(stack);
	norm_gazetteer_free(above);
	buffer_release(&files[0]);
	buffer_release(&files[1]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 1)
		return 0;
	switch (data[0] % FUZZ_MODES) {
	case FUZZ_TABLE:
		compile_table(data + 1, size - 1);
		break;
	case FUZZ_STACK:
		stack_tables(data + 1, size - 1);
		break;
	default:
		open_file(data + 1, size - 1, data[0] % FUZZ_MODES == FUZZ_SIGNED);
	}
	return 0;
}
