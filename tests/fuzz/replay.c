/* SPDX-License-Identifier: MIT */
/*
 * Calls a fuzz target with files: those that are named, or all of the target's corpus. What is wrong ends the program,
 * so the file is named first.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "fuzz/fuzz.h"

static bool replay(const char *path)
{
	FILE *file = fopen(path, "rb");
	struct buffer data = {0};
	size_t got = 1;
	printf("%s\n", path);
	fflush(stdout);
	while (file && got && buffer_reserve(&data, 4096))
		data.len += got = fread(data.at + data.len, 1, 4096, file);
	bool good = file && !ferror(file) && !data.failed;
	if (file)
		fclose(file);
	if (good)
		LLVMFuzzerTestOneInput(data.at, data.len);
	else
		printf("cannot be read\n");
	buffer_release(&data);
	return good;
}

static void replay_corpus(const char *tests, size_t *passed, size_t *failed)
{
	char path[4096];
	snprintf(path, sizeof path, "%s/tests/fuzz/corpus/%s", tests, fuzz_corpus);
	DIR *folder = opendir(path);
	struct dirent *entry;
	size_t len = strlen(path);
	while (folder && (entry = readdir(folder))) {
		if (entry->d_name[0] == '.')
			continue;
		snprintf(path + len, sizeof path - len, "/%s", entry->d_name);
		++*(replay(path) ? passed : failed);
	}
	if (folder)
		closedir(folder);
	*failed += !folder;
}

int main(int argc, char **argv)
{
	size_t passed = 0, failed = 0;
	const char *top = getenv("top_srcdir");
	for (int i = 1; i < argc; i++)
		++*(replay(argv[i]) ? &passed : &failed);
	if (argc == 1)
		replay_corpus(top ? top : ".", &passed, &failed);
	printf("%zu passed, %zu failed\n", passed, failed);
	return failed || !passed ? EXIT_FAILURE : EXIT_SUCCESS;
}
