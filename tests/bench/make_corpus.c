/* SPDX-License-Identifier: MIT */
/*
 * make_corpus french|arabic|mixed BYTES FILE…
 * Write the articles (the member "text" of each object) of JSON Lines files, a line feed behind each: those in Latin
 * letters, those in Arabic letters, or the two in turns; and again, until there are BYTES. They come from all over the
 * files, so that a few bytes are like many.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yajl/yajl_parse.h>

#include "measure.h"

enum { FRENCH, ARABIC, SCRIPTS };

/* From one article to the next; a prime, so that none is left out. */
enum { STRIDE = 7919 };

/* What to write: articles of these scripts in turn. */
static const struct mix {
	const char *name;
	size_t len;
	int scripts[SCRIPTS];
} mixes[] = {
	{"french", 1, {FRENCH}},
	{"arabic", 1, {ARABIC}},
	{"mixed", 2, {FRENCH, ARABIC}},
};

struct articles {
	struct text *at;
	size_t len, cap;
};

struct reader {
	struct articles articles[SCRIPTS];
	unsigned depth;
	bool wanted; /* the next value is that of "text" */
};

static void *not_null(void *memory)
{
	if (!memory)
		die("out of memory");
	return memory;
}

static void add(struct articles *articles, const unsigned char *bytes, size_t len)
{
	if (articles->len == articles->cap) {
		articles->cap = articles->cap * 2 + 64;
		articles->at = not_null(realloc(articles->at, articles->cap * sizeof *articles->at));
	}
	char *copy = not_null(malloc(len + 1));
	memcpy(copy, bytes, len);
	articles->at[articles->len++] = (struct text){copy, len};
}

/* The script of most letters. */
static int script_of(const unsigned char *bytes, size_t len)
{
	size_t letters[SCRIPTS] = {0};
	for (size_t i = 0; i < len; i++) {
		letters[FRENCH] += (bytes[i] | 0x20) >= 'a' && (bytes[i] | 0x20) <= 'z';
		letters[ARABIC] += bytes[i] >= 0xD8 && bytes[i] <= 0xDB;
	}
	return letters[ARABIC] > letters[FRENCH] ? ARABIC : FRENCH;
}

static int take_string(void *user, const unsigned char *bytes, size_t len)
{
	struct reader *reader = user;
	if (reader->wanted && reader->depth == 1 && len)
		add(&reader->articles[script_of(bytes, len)], bytes, len);
	return 1;
}

static int take_key(void *user, const unsigned char *bytes, size_t len)
{
	struct reader *reader = user;
	reader->wanted = reader->depth == 1 && len == strlen("text") && !memcmp(bytes, "text", len);
	return 1;
}

static int descend(void *user)
{
	struct reader *reader = user;
	reader->depth++;
	return 1;
}

static int ascend(void *user)
{
	struct reader *reader = user;
	reader->depth--;
	return 1;
}

static void read_articles(struct reader *reader, const char *path)
{
	static const yajl_callbacks callbacks = {
		.yajl_string = take_string,
		.yajl_start_map = descend,
		.yajl_map_key = take_key,
		.yajl_end_map = ascend,
		.yajl_start_array = descend,
		.yajl_end_array = ascend,
	};
	struct text text = read_text(path);
	yajl_handle parser = not_null(yajl_alloc(&callbacks, NULL, reader));
	yajl_config(parser, yajl_allow_multiple_values, 1);
	if (yajl_parse(parser, (const unsigned char *)text.at, text.len) != yajl_status_ok ||
	    yajl_complete_parse(parser) != yajl_status_ok)
		die("%s: not JSON Lines", path);
	yajl_free(parser);
}

/* Write the article of turn `i` and return its length. */
static size_t write_article(const struct articles *articles, size_t i)
{
	struct text text = articles->at[i * STRIDE % articles->len];
	if (fwrite(text.at, 1, text.len, stdout) != text.len || putchar('\n') == EOF)
		die("cannot write");
	return text.len + 1;
}

static void write_corpus(const struct reader *reader, const struct mix *mix, unsigned long bytes)
{
	size_t written = 0;
	for (size_t script = 0; script < mix->len; script++)
		if (!reader->articles[mix->scripts[script]].len)
			die("no articles for %s", mix->name);
	for (size_t i = 0; written < bytes; i++)
		for (size_t script = 0; script < mix->len; script++)
			written += write_article(&reader->articles[mix->scripts[script]], i);
}

static const struct mix *find_mix(const char *name)
{
	for (size_t i = 0; i < sizeof mixes / sizeof *mixes; i++)
		if (!strcmp(mixes[i].name, name))
			return &mixes[i];
	die("%s: neither french nor arabic nor mixed", name);
}

int main(int argc, char **argv)
{
	struct reader reader = {.depth = 0};
	if (argc < 4)
		die("french|arabic|mixed BYTES FILE...");
	for (int i = 3; i < argc; i++)
		read_articles(&reader, argv[i]);
	write_corpus(&reader, find_mix(argv[1]), read_number(argv[2], 1));
	if (fflush(stdout))
		die("cannot write");
	return 0;
}
