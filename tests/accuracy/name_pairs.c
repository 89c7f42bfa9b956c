/* SPDX-License-Identifier: MIT */
#include "accuracy/name_pairs.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static void *checked(void *memory)
{
	if (!memory) {
		fputs("out of memory\n", stderr);
		exit(EXIT_FAILURE);
	}
	return memory;
}

static size_t add_name(struct name_pairs *pairs, const char *text, bool arabic)
{
	for (size_t i = 0; i < pairs->name_count; i++)
		if (pairs->names[i].arabic == arabic && !strcmp(pairs->names[i].text, text))
			return i;
	if (!memory_reserve(&pairs->names, &pairs->name_cap, pairs->name_count + 1, sizeof *pairs->names))
		checked(NULL);
	size_t len = strlen(text);
	pairs->names[pairs->name_count] = (struct spelling){checked(memory_copy_text(text, len)), len, arabic};
	return pairs->name_count++;
}

static void add_pair(struct name_pairs *pairs, const char *country, const char *french, const char *arabic)
{
	if (!memory_reserve(&pairs->at, &pairs->cap, pairs->len + 1, sizeof *pairs->at))
		checked(NULL);
	struct name_pair *pair = &pairs->at[pairs->len];
	*pair = (struct name_pair){.names = {add_name(pairs, french, false), add_name(pairs, arabic, true)}};
	memcpy(pair->country, country, strlen(country) == 2 ? 2 : 0);
	for (size_t i = 0; i < pairs->len; i++)
		if (!memcmp(&pairs->at[i], pair, sizeof *pair))
			return; /* it stands there twice */
	pairs->len++;
}

bool name_pairs_read(struct name_pairs *pairs, const char *path, size_t column, size_t n)
{
	FILE *file = fopen(path, "r");
	char *line = NULL;
	size_t size = 0, number = 0;
	while (file && getline(&line, &size, file) > 0) {
		char *cells[8] = {0}, *at = line;
		line[strcspn(line, "\r\n")] = '\0';
		for (size_t i = 0; i < 8 && at; i++)
			cells[i] = strsep(&at, "\t");
		bool heading = number == 0 && cells[column] && !strcmp(cells[column], "country");
		if (number++ % n == 0 && line[0] != '#' && !heading && cells[column + 2])
			add_pair(pairs, cells[column], cells[column + 1], cells[column + 2]);
	}
	free(line);
	if (file)
		fclose(file);
	return file;
}

void name_pairs_release(struct name_pairs *pairs)
{
	for (size_t i = 0; i < pairs->name_count; i++)
		free(pairs->names[i].text);
	free(pairs->names);
	free(pairs->at);
	*pairs = (struct name_pairs){0};
}
