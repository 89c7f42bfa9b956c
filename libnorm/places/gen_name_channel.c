/* SPDX-License-Identifier: MIT */
/*
 * gen_name_channel FILE: writes name_channel_table.c to the standard output, see name_channel.h. The FILE says what
 * it holds.
 */
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

/* Countries of one habit share a channel: those behind NAME_CHANNELS, which begin as the cross channel is. */
enum { HABITS_MAX = 12, COUNTRIES_MAX = 100, HABIT_LENGTH = 16 };

static struct channel channels[NAME_CHANNELS + HABITS_MAX];
static struct name_habit countries[COUNTRIES_MAX];
static char habits[HABITS_MAX][HABIT_LENGTH];
static uint8_t country_count, habit_count;

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

static uint8_t find_habit(const char *name)
{
	uint8_t habit = 0;
	while (habit < habit_count && strcmp(habits[habit], name))
		habit++;
	return habit;
}

static void add_country(const struct rows *rows)
{
	const char *code = rows->cells[LETTER], *name = rows->cells[CHUNK];
	uint8_t habit = find_habit(name);
	if (strlen(code) != 2 || strlen(name) >= HABIT_LENGTH || country_count == COUNTRIES_MAX || habit == HABITS_MAX)
		rows_fail(rows, "too many countries or habits, or one that is not written like DZ");
	if (habit == habit_count)
		memcpy(habits[habit_count++], name, strlen(name) + 1);
	memcpy(countries[country_count].country, code, 3);
	countries[country_count++].channel = habit;
}

/* A weight of some countries, instead of that of the cross channel, which has to stand above. */
static void add_habit(const struct rows *rows, const char *name)
{
	const char *left = rows->cells[LETTER], *right = rows->cells[CHUNK];
	uint8_t letter = strcmp(left, "-") ? read_letter(rows, &left, true) : 0, habit = find_habit(name);
	const struct channel *cross = &channels[NAME_CHANNEL_CROSS];
	uint16_t chunk = 0;
	while (strcmp(right, "-") && *right && (chunk = cross->next[chunk][read_letter(rows, &right, false)]) != 0)
		;
	if (habit == habit_count || cross->weights[letter][chunk] == NAME_UNLIKELY)
		rows_fail(rows, "no country has this habit, or \"cross\" lacks it");
	struct channel *channel = &channels[NAME_CHANNELS + habit];
	if (channel->count == 0)
		*channel = *cross;
	channel->weights[letter][chunk] = read_weight(rows);
}

static void add_row(const struct rows *rows)
{
	if (!strcmp(rows->cells[CHANNEL], "country")) {
		add_country(rows);
		return;
	}
	if (!strncmp(rows->cells[CHANNEL], "cross-", 6)) {
		add_habit(rows, rows->cells[CHANNEL] + 6);
		return;
	}
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

static void write_weights(const struct channel *channel, const char *kind)
{
	printf("\nstatic const int16_t %s_weights[] = {", kind);
	for (unsigned letter = 0; letter < NAME_LETTER_LIMIT; letter++)
		for (unsigned chunk = 0; chunk < channel->count; chunk++)
			printf("%s%d,", chunk % 16 ? " " : "\n\t", channel->weights[letter][chunk]);
	puts("\n};");
}

static void write_chunks(const struct channel *channel, const char *kind)
{
	printf("\nstatic const uint16_t %s_next[][NAME_LETTER_LIMIT] = {\n", kind);
	for (unsigned chunk = 0; chunk < channel->count; chunk++) {
		printf("\t{[0] = 0");
		for (unsigned letter = 0; letter < NAME_LETTER_LIMIT; letter++)
			if (channel->next[chunk][letter])
				printf(", [%u] = %u", letter, (unsigned)channel->next[chunk][letter]);
		puts("},");
	}
	puts("};");
}

static void write_habits(void)
{
	for (unsigned i = 0; i < habit_count; i++)
		write_weights(&channels[NAME_CHANNELS + i], habits[i]);
	puts("\nconst struct name_channel name_habit_channels[] = {");
	for (unsigned i = 0; i < habit_count; i++)
		printf("\t{cross_next, %s_weights, %u},\n", habits[i], (unsigned)channels[NAME_CHANNEL_CROSS].count);
	puts("};\n\nconst struct name_habit name_habits[] = {");
	for (unsigned i = 0; i < country_count; i++)
		printf("\t{\"%s\", %u},\n", countries[i].country, (unsigned)countries[i].channel);
	printf("};\n\nconst uint8_t name_habits_count = %u;\n", (unsigned)country_count);
}

int main(int argc, char **argv)
{
	struct rows rows;
	for (unsigned kind = 0; kind < NAME_CHANNELS; kind++) {
		channels[kind].count = 1;
		for (size_t letter = 0; letter < NAME_LETTER_LIMIT; letter++)
			for (size_t i = 0; i < CHUNKS_MAX; i++)
				channels[kind].weights[letter][i] = NAME_UNLIKELY;
	}
	rows_open_argument(&rows, argc, argv, COLUMNS);
	while (rows_next(&rows))
		add_row(&rows);
	puts("/* Written by gen_name_channel.c: do not edit. */\n#include \"places/name_channel.h\"");
	for (unsigned kind = 0; kind < NAME_CHANNELS; kind++) {
		write_chunks(&channels[kind], kinds[kind]);
		write_weights(&channels[kind], kinds[kind]);
	}
	puts("\nconst struct name_channel name_channels[NAME_CHANNELS] = {");
	for (unsigned kind = 0; kind < NAME_CHANNELS; kind++)
		printf("\t{%s_next, %s_weights, %u},\n", kinds[kind], kinds[kind], (unsigned)channels[kind].count);
	puts("};");
	write_habits();
	return fflush(stdout) != 0 || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
