/* SPDX-License-Identifier: MIT */
/*
 * name_lines: for measurements by others. Reads lines "name TAB name [TAB country]" and writes each with the keys of
 * both names and their score behind it: name, name, country, keys, keys, score, with a TAB between them and a space
 * between keys. Lines with one name have its keys only.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "libnorm/norm.h"

static void put_keys(const char *name)
{
	uint64_t keys[NORM_NAME_KEYS];
	size_t count = norm_name_keys(name, strlen(name), keys, NORM_NAME_KEYS);
	putchar('\t');
	for (size_t i = 0; i < count; i++) {
		char text[32];
		norm_name_key_text(keys[i], text, sizeof text);
		printf("%s%s", i > 0 ? " " : "", text);
	}
}

int main(void)
{
	char *line = NULL;
	size_t size = 0;
	while (getline(&line, &size, stdin) > 0) {
		line[strcspn(line, "\r\n")] = '\0';
		char *at = line, *a = strsep(&at, "\t"), *b = strsep(&at, "\t"), *country = strsep(&at, "\t");
		printf("%s\t%s\t%s", a, b ? b : "", country ? country : "");
		put_keys(a);
		if (b) {
			put_keys(b);
			printf("\t%.6f", norm_name_score(a, strlen(a), b, strlen(b), country));
		}
		putchar('\n');
	}
	free(line);
	return ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
