/* SPDX-License-Identifier: MIT */
/* What stands in a directory. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/directory.h"

static void put(const char *folder, const char *name)
{
	char *path = directory_path(folder, name);
	FILE *file = fopen(path, "w");
	cr_assert_not_null(file);
	fclose(file);
	free(path);
}

Test(directory, is_sorted)
{
	static const char *const names[] = {".hidden", "B", "a", "\u00E9", "sub"};
	enum { COUNT = sizeof names / sizeof names[0] };
	char folder[] = "/tmp/norm-directory-XXXXXX";
	cr_assert_not_null(mkdtemp(folder));
	for (size_t i = 0; i < COUNT - 1; i++)
		put(folder, names[COUNT - 2 - i]);
	char *sub = directory_path(folder, "sub");
	cr_assert_eq(mkdir(sub, 0700), 0);
	struct directory directory;
	cr_expect(directory_read(&directory, folder));
	static const char *const sorted[] = {".hidden", "B", "a", "sub", "\u00E9"};
	cr_assert_eq(directory.count, COUNT);
	for (size_t i = 0; i < COUNT; i++) {
		cr_expect_str_eq(directory.names[i], sorted[i]);
		char *path = directory_path(folder, directory.names[i]);
		cr_expect_eq(remove(path), 0);
		free(path);
	}
	directory_release(&directory);
	free(sub);
	rmdir(folder);
	cr_expect_not(directory_read(&directory, folder));
	cr_expect_eq(directory.count, 0);
	directory_release(&directory);
}

Test(directory, joins_paths)
{
	static const char *const rows[][3] = {{"a", "b", "a/b"}, {"a/", "b", "a/b"}, {"/", "b", "/b"}, {"a/b", "c", "a/b/c"}};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char *path = directory_path(rows[i][0], rows[i][1]);
		cr_expect_str_eq(path, rows[i][2]);
		free(path);
	}
}
