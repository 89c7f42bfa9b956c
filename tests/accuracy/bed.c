/* SPDX-License-Identifier: MIT */
#include "accuracy/bed.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_tree.h>

#include "base/memory.h"

/* Where a file of the corpus is. */
static void find_file(char *ret, size_t size, const char *name)
{
	const char *corpus = getenv("NORM_CORPUS"), *top = getenv("top_srcdir");
	if (corpus)
		snprintf(ret, size, "%s/%s", corpus, name);
	else
		snprintf(ret, size, "%s/../shared/corpus/%s", top ? top : ".", name);
}

static void add(struct bed *bed, const char *text, size_t len, unsigned document, enum bed_language language)
{
	if (len == 0)
		return;
	char *copy = memory_copy_text(text, len);
	if (!copy || !memory_reserve(&bed->at, &bed->cap, bed->len + 1, sizeof *bed->at)) {
		fputs("out of memory\n", stderr);
		exit(EXIT_FAILURE);
	}
	bed->at[bed->len++] = (struct bed_paragraph){copy, len, document, language};
}

static void add_document(struct bed *bed, const char *json, unsigned document, enum bed_language language)
{
	static const char *path[] = {"text", NULL};
	yajl_val tree = yajl_tree_parse(json, NULL, 0);
	const char *text = YAJL_GET_STRING(yajl_tree_get(tree, path, yajl_t_string));
	while (text && *text) {
		size_t len = strcspn(text, "\r\n");
		add(bed, text, len, document, language);
		text += len + (text[len] != '\0');
	}
	yajl_tree_free(tree);
}

bool bed_read_news(struct bed *bed, enum bed_language language, enum bed_half half)
{
	char name[4096], command[4200], *line = NULL;
	size_t size = 0;
	find_file(name, sizeof name, language == BED_FRENCH ? "news.fr.jsonl.gz" : "news.ar.jsonl.gz");
	snprintf(command, sizeof command, "gzip -dc '%s' 2>/dev/null", name);
	FILE *file = popen(command, "r");
	for (unsigned document = 0; file && getline(&line, &size, file) > 0; document++)
		if (document % 2 == half)
			add_document(bed, line, document, language);
	free(line);
	return file && pclose(file) == 0;
}

bool bed_read_sentences(struct bed *bed)
{
	char name[4096], *line = NULL;
	size_t size = 0;
	unsigned document = 0;
	find_file(name, sizeof name, "pud.fr-ar.tsv");
	FILE *file = fopen(name, "r");
	while (file && getline(&line, &size, file) > 0) {
		char *french = strchr(line, '\t'), *arabic = french ? strchr(french + 1, '\t') : NULL;
		if (line[0] == '#' || !arabic)
			continue;
		add(bed, french + 1, (size_t)(arabic - french - 1), document, BED_FRENCH);
		add(bed, arabic + 1, strcspn(arabic + 1, "\r\n"), document++, BED_ARABIC);
	}
	free(line);
	if (file)
		fclose(file);
	return file;
}

void bed_release(struct bed *bed)
{
	for (size_t i = 0; i < bed->len; i++)
		free(bed->at[i].text);
	free(bed->at);
	*bed = (struct bed){0};
}

bool bed_is_long(int argc, char **argv)
{
	return argc > 1 && strcmp(argv[1], "long") == 0;
}
