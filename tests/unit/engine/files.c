/* SPDX-License-Identifier: MIT */
#include "unit/engine/files.h"

#include <criterion/criterion.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

char files_dir[] = "/tmp/libnorm-unit-XXXXXX";

void files_begin(void)
{
	memcpy(files_dir + sizeof files_dir - 7, "XXXXXX", 6);
	cr_assert_not_null(mkdtemp(files_dir));
}

static int remove_one(const char *path, const struct stat *status, int kind, struct FTW *walk)
{
	(void)status, (void)kind, (void)walk;
	return remove(path);
}

void files_end(void)
{
	nftw(files_dir, remove_one, 8, FTW_DEPTH | FTW_PHYS);
}

const char *files_path(const char *name)
{
	static char paths[4][256];
	static unsigned next;
	char *path = paths[next++ % 4];
	snprintf(path, sizeof paths[0], "%s/%s", files_dir, name);
	return path;
}

void files_write(const char *name, const char *text)
{
	FILE *file = fopen(files_path(name), "w");
	cr_assert_not_null(file, "%s", name);
	cr_assert_geq(fputs(text, file), 0);
	cr_assert_eq(fclose(file), 0);
}

void files_make_dir(const char *name)
{
	cr_assert_eq(mkdir(files_path(name), 0700), 0);
}
