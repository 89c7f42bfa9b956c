/* SPDX-License-Identifier: MIT */
/* gen_name_channel FILE: writes name_channel_table.c to the standard output, see name_channel.h. The FILE says what it holds. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "places/name_channel.h"
#include "text/gen_rows.h"
#include "unicode/utf8.h"

enum { CHANNEL, LETTER, CHUNK, WEIGHT, COLUMNS };
enum { CHUNKS_MAX = 2048, WEIGHT_MAX = 400 };

static const char *const kinds[NAME_CHANNELS] = {
	[NAME_CHANNEL_CROSS] = "cross", [NAME_CHANNEL_LATIN] = "latin", [NAME_CHANNEL_ARABIC] = "arabic",
};

struct channel {
	uint16_t next[CHUNKS_MAX][NAME_LETTER_LIMIT];
	int16_t weights[NAME_LETTER_LIMIT][CHUNKS_MAX];
	uint16_t count;
};

static struct channel channels[NAME_CHANNELS];

/* The number of the letter at `*at`, which goes on to the next; "A" is the article among Arabic letters. */
static uint8_t read_letter(const struct rows *rows, const char **at, bool arabic)
{
	uint32_t cp;
	*at += utf8_decode((const uint8_t *)*at, (const uint8_t *)*at + strlen(*at), &cp);
	if (cp - '0' < 10)
		return (uint8_t)(NAME_DIGIT + cp - '0');
	if (arabic && cp == 'A')
		return NAME_ARTICLE;
	if (!arabic && cp - 'a' < 26)
		return (uint8_t)(NAME_LATIN_A + cp - 'a');
	uint8_t letter = 0;
	if (arabic && cp >= NAME_ARABIC_FIRST && cp <= NAME_ARABIC_LAST)
		letter = name_arabic_letters[cp - NAME_ARABIC_FIRST];
	if (!letter)
		rows_fail(rows, "U+%04X is no letter on this side", (unsigned)cp);
	return letter;
}

static uint16_t find_chunk(const struct rows *rows, struct channel *channel, bool arabic)
{
	const char *at = rows->cells[CHUNK];
	uint16_t chunk = 0;
	if (!strcmp(at, "-"))
		return 0;
	for (unsigned len = 0; *at; len++) {
		uint16_t *next = &channel->next[chunk][read_letter(rows, &at, arabic)];
		if (len == NAME_CHUNK_LETTERS || channel->count == CHUNKS_MAX)
			rows_fail(rows, "too many chunks, or one too long");
		if (!*next)
			*next = channel->count++;
		chunk = *next;
	}
	return chunk;
}

static int16_t read_weight(const struct rows *rows)
{
	char *end;
	long weight = strtol(rows->cells[WEIGHT], &end, 10);
	if (*end || weight < -WEIGHT_MAX || weight > WEIGHT_MAX)
		rows_fail(rows, "\"%s\" is no weight from %d to %d", rows->cells[WEIGHT], -WEIGHT_MAX, WEIGHT_MAX);
	return (int16_t)weight;
}

static void add_row(const struct rows *rows)
{
	for (unsigned kind = 0; kind < NAME_CHANNELS; kind++) {
		if (strcmp(kinds[kind], rows->cells[CHANNEL]))
			continue;
		const char *left = rows->cells[LETTER];
		uint8_t letter = strcmp(left, "-") ? read_letter(rows, &left, kind != NAME_CHANNEL_LATIN) : 0;
		uint16_t chunk = find_chunk(rows, &channels[kind], kind == NAME_CHANNEL_ARABIC);
		if (channels[kind].weights[letter][chunk] != NAME_UNLIKELY)
			rows_fail(rows, "%s to %s stands here twice", rows->cells[LETTER], rows->cells[CHUNK]);
		channels[kind].weights[letter][chunk] = read_weight(rows);
		return;
	}
	rows_fail(rows, "there is no channel \"%s\"", rows->cells[CHANNEL]);
}

static void write_channel(const struct channel *channel, const char *kind)
{
	printf("\nstatic const uint16_t %s_next[][NAME_LETTER_LIMIT] = {\n", kind);
	for (unsigned chunk = 0; chunk < channel->count; chunk++) {
		printf("\t{[0] = 0");
		for (unsigned letter = 0; letter < NAME_LETTER_LIMIT; letter++)
			if (channel->next[chunk][letter])
				printf(", [%u] = %u", letter, (unsigned)channel->next[chunk][letter]);
		puts("},");
	}
	printf("};\n\nstatic const int16_t %s_weights[] = {", kind);
	for (unsigned letter = 0; letter < NAME_LETTER_LIMIT; letter++)
		for (unsigned chunk = 0; chunk < channel->count; chunk++)
			printf("%s%d,", chunk % 16 ? " " : "\n\t", channel->weights[letter][chunk]);
	puts("\n};");
}

int main(int argc, char **argv)
{
	struct rows rows;
	if (argc != 2) {
		fputs("usage: gen_name_channel FILE\n", stderr);
		return EXIT_FAILURE;
	}
	for (unsigned kind = 0; kind < NAME_CHANNELS; kind++) {
		channels[kind].count = 1;
		for (size_t letter = 0; letter < NAME_LETTER_LIMIT; letter++)
			for (size_t i = 0; i < CHUNKS_MAX; i++)
				channels[kind].weights[letter][i] = NAME_UNLIKELY;
	}
	rows_open(&rows, argv[1], COLUMNS);
	while (rows_next(&rows))
		add_row(&rows);
	puts("/* Written by gen_name_channel.c: do not edit. */\n#include \"places/name_channel.h\"");
	for (unsigned kind = 0; kind < NAME_CHANNELS; kind++)
		write_channel(&channels[kind], kinds[kind]);
	puts("\nconst struct name_channel name_channels[NAME_CHANNELS] = {");
	for (unsigned kind = 0; kind < NAME_CHANNELS; kind++)
		printf("\t{%s_next, %s_weights, %u},\n", kinds[kind], kinds[kind], (unsigned)channels[kind].count);
	puts("};");
	return fflush(stdout) != 0 || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
