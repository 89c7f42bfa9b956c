/* SPDX-License-Identifier: MIT */
/* Files that are no gazetteers, or not any more. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "gazetteer_bed.h"
#include "places/fold.h"
#include "places/gazetteer.h"
#include "property/random.h"
#include "support/gazetteer.h"

static const char table[] = "a\tTD\ttown\t1\t2\tfr\tMao\tpreferred\tbase\n"
			    "a\tTD\ttown\t\t\tfr\tMaou\tvariant\tbase\n"
			    "a\tTD\ttown\t\t\tar\t\u0645\u0627\u0648\tpreferred\tbase\n"
			    "b\tML\ttown\t3\t4\tfr\tGao\tpreferred\tbase\n"
			    "b\tML\ttown\t\t\tfr\tMao\tdeleted\tbase\n"
			    "c\t\t\t\t\t\t\tdeleted\t\n";

/* Open a file of these bytes, and say how that went. Whatever opens is used in all ways. */
static norm_error open_bytes(const void *bytes, size_t len)
{
	char *path = write_file(bytes, len);
	norm_gazetteer *gazetteer = NULL;
	norm_error error;
	norm_status status = norm_gazetteer_open(NULL, (const char *const *)&path, 1, &gazetteer, &error);
	cr_assert_eq(error.status, status);
	cr_assert_eq(status == NORM_OK, gazetteer != NULL);
	cr_assert(status == NORM_OK || !strcmp(error.file, path));
	if (status == NORM_OK && norm_gazetteer_check(gazetteer, &error) != NORM_OK)
		cr_assert(!strcmp(error.file, path));
	norm_gazetteer_free(gazetteer);
	remove_file(path);
	return error;
}

/* Make the header's checksum right again. */
static void sign(uint8_t *file)
{
	struct format_header *header = (struct format_header *)file;
	header->header_crc = (uint32_t)crc32(0, file, offsetof(struct format_header, header_crc));
}

Test(bad_files, each_kind_has_an_error_of_its_own)
{
	static const char text[] = "id\tcountry\tfeature\tlat\tlon\tlang\tform\tstatus\tsource\n";
	struct built built = build_table(table);
	struct format_header *header = (struct format_header *)built.file.at;
	size_t len = built.file.len;
	cr_expect_eq(open_bytes(built.file.at, len).code, NORM_ERROR_NONE);
	cr_expect_eq(open_bytes("", 0).code, NORM_ERROR_NOT_GAZETTEER);
	cr_expect_eq(open_bytes(text, sizeof text - 1).code, NORM_ERROR_NOT_GAZETTEER);
	cr_expect_eq(open_bytes(built.file.at, 7).code, NORM_ERROR_NOT_GAZETTEER);
	for (size_t cut = 8; cut < len; cut++)
		cr_expect_eq(open_bytes(built.file.at, cut).code, NORM_ERROR_TRUNCATED, "%zu bytes", cut);
	norm_error error = open_bytes(built.file.at, len - 1);
	cr_expect_eq((size_t)atoi(error.subject), len - 1);
	cr_expect_eq((size_t)atoi(error.section), len);
	header->order = FORMAT_OTHER_ORDER;
	cr_expect_eq(open_bytes(built.file.at, len).code, NORM_ERROR_BYTE_ORDER);
	header->order = 5;
	cr_expect_eq(open_bytes(built.file.at, len).code, NORM_ERROR_DAMAGED);
	header->order = FORMAT_ORDER;
	header->version++;
	cr_expect_eq(open_bytes(built.file.at, len).code, NORM_ERROR_GAZETTEER_VERSION);
	cr_expect_eq(open_bytes(built.file.at, 40).code, NORM_ERROR_GAZETTEER_VERSION);
	header->version--;
	header->fold++;
	error = open_bytes(built.file.at, len);
	cr_expect_eq(error.code, NORM_ERROR_GAZETTEER_VERSION);
	char expected[64];
	snprintf(expected, sizeof expected, "%d.%d", FORMAT_VERSION, FOLD_VERSION + 1);
	cr_expect_str_eq(error.subject, expected);
	header->fold--;
	header->key_count++;
	error = open_bytes(built.file.at, len);
	cr_expect_eq(error.code, NORM_ERROR_DAMAGED);
	cr_expect_str_eq(error.subject, "header");
	header->key_count--;
	built.file.at[len - 1] ^= 1;
	error = open_bytes(built.file.at, len);
	cr_expect_eq(error.code, NORM_ERROR_DAMAGED);
	cr_expect_str_eq(error.subject, "checksum");
	built.file.at[len - 1] ^= 1;
	buffer_append(&built.file, "x", 1);
	error = open_bytes(built.file.at, len + 1);
	cr_expect_eq(error.code, NORM_ERROR_DAMAGED);
	cr_expect_str_eq(error.subject, "end");
	built_release(&built);
}

Test(bad_files, sections_that_do_not_fit)
{
	struct built built = build_table(table);
	struct format_header *header = (struct format_header *)built.file.at, good = *header;
	for (size_t i = 0; i < FORMAT_SECTIONS; i++) {
		const struct format_section wrong[] = {
			{0, 8}, {UINT64_MAX - 7, 8}, {good.sections[i].start + 4, good.sections[i].size}, {good.size + 8, 0},
			{good.sections[i].start, UINT64_MAX & ~7ull}, {good.sections[i].start, 1ull << 40}, {good.size, 0},
			{good.sections[i].start, good.sections[i].size + 1},
		};
		for (size_t j = 0; j < sizeof wrong / sizeof wrong[0]; j++) {
			*header = good;
			header->sections[i] = wrong[j];
			sign(built.file.at);
			norm_error error = open_bytes(built.file.at, built.file.len);
			/* Places, forms and lists may be none; a byte more of strings is good if it is NUL, as padding is. */
			bool good_all_the_same = (j == 6 && (i == FORMAT_PLACES || i == FORMAT_FORMS || i == FORMAT_LISTS)) ||
						 (j == 7 && i == FORMAT_STRINGS && good.sections[i].size % FORMAT_ALIGN);
			cr_expect_eq(error.code, good_all_the_same ? NORM_ERROR_NONE : NORM_ERROR_DAMAGED,
				     "section %zu, case %zu: %d", i, j, error.code);
		}
	}
	built_release(&built);
}

Test(bad_files, what_cannot_be_read)
{
	static const char *const cases[][2] = {{"/no/such/file", "no such file"}, {"/tmp", "is a directory"},
					       {"/dev/null", "is not a file"}, {"/dev/null/x", "not a directory"}};
	for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		norm_gazetteer *gazetteer = NULL;
		norm_error error;
		cr_expect_eq(norm_gazetteer_open(NULL, &cases[i][0], 1, &gazetteer, &error), NORM_E_DATA);
		cr_expect_eq(error.code, NORM_ERROR_UNREADABLE);
		cr_expect_str_eq(error.subject, cases[i][1]);
		cr_expect_str_eq(error.file, cases[i][0]);
		cr_expect_null(gazetteer);
	}
	cr_expect_eq(norm_gazetteer_open(NULL, NULL, 1, (norm_gazetteer **)&cases, NULL), NORM_E_MISUSE);
	cr_expect_eq(norm_gazetteer_open(NULL, NULL, 0, NULL, NULL), NORM_E_MISUSE);
}

/* A file opens with any damage behind its header; none of it makes the library read outside (a sanitizer tells). */
Test(bad_files, damage_behind_the_header_is_survived)
{
	struct built built = build_table(table);
	size_t len = built.file.len, head = sizeof(struct format_header), seen = 0;
	struct random random = {4};
	uint8_t *copy = malloc(len);
	const char *wrong;
	for (unsigned round = 0; round < 30000; round++) {
		memcpy(copy, built.file.at, len);
		for (size_t i = random_below(&random, 6) + 1; i > 0; i--) {
			size_t at = head + random_below(&random, (len - head) / 4) * 4;
			uint32_t value = (uint32_t)random_next(&random) >> random_below(&random, 32);
			memcpy(copy + at, &value, sizeof value);
		}
		norm_gazetteer *gazetteer = NULL;
		norm_error error;
		norm_status status = gazetteer_open_memory(copy, len, &gazetteer, &error);
		cr_assert(status == NORM_OK || error.code == NORM_ERROR_DAMAGED);
		if (status != NORM_OK)
			continue;
		seen += gazetteer_use(gazetteer, &wrong) > 0;
		norm_gazetteer_free(gazetteer);
	}
	cr_expect_gt(seen, 20000, "%zu", seen);
	free(copy);
	built_release(&built);
}

/* A hash table in which every slot is taken, and lists that are said to go on for ever. */
Test(bad_files, nothing_goes_round_for_ever)
{
	struct built built = build_table(table);
	const struct format_header *header = (const struct format_header *)built.file.at;
	static const enum format_section_kind kinds[] = {FORMAT_IDS, FORMAT_LISTS, FORMAT_TRIE, FORMAT_FORMS, FORMAT_PLACES};
	const char *wrong;
	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
		const struct format_section *section = &header->sections[kinds[i]];
		memset(built.file.at + section->start, 0x01, section->size);
		norm_gazetteer *gazetteer = NULL;
		norm_error error;
		cr_assert_eq(gazetteer_open_memory(built.file.at, built.file.len, &gazetteer, &error), NORM_OK);
		gazetteer_use(gazetteer, &wrong);
		norm_gazetteer_free(gazetteer);
	}
	built_release(&built);
}
