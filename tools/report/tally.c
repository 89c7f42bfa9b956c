/* SPDX-License-Identifier: MIT */
#include "report/tally.h"

#include <stdlib.h>
#include <string.h>

#include "common/utf8.h"

const char *const section_names[SECTION_COUNT] = {
	[SECTION_SIZE] = "size",
	[SECTION_SCRIPTS] = "scripts",
	[SECTION_LANGUAGES] = "languages",
	[SECTION_STYLES] = "styles",
	[SECTION_CHARACTERS] = "characters",
	[SECTION_ARABIC] = "arabic",
	[SECTION_RULES] = "rules",
	[SECTION_PLACES] = "places",
	[SECTION_REPEATS] = "repeats",
};

const char *const count_names[COUNT_COUNT] = {
	[COUNT_FILES] = "files",
	[COUNT_TEXTS] = "texts",
	[COUNT_BYTES] = "bytes",
	[COUNT_CHARACTERS] = "characters",
	[COUNT_LINES] = "lines",
	[COUNT_PARAGRAPHS] = "paragraphs",
	[COUNT_LETTERS] = "letters",
	[COUNT_INVALID] = "invalid",
	[COUNT_ERRORS] = "errors",
	[COUNT_WARNINGS] = "warnings",
	[COUNT_NOTES] = "notes",
	[COUNT_KNOWN] = "known",
	[COUNT_REPEATED] = "repeated",
	[COUNT_REPETITIONS] = "repetitions",
};

const enum section count_sections[COUNT_COUNT] = {
	[COUNT_ERRORS] = SECTION_RULES,     [COUNT_WARNINGS] = SECTION_RULES,     [COUNT_NOTES] = SECTION_RULES,
	[COUNT_KNOWN] = SECTION_RULES,      [COUNT_REPEATED] = SECTION_REPEATS, [COUNT_REPETITIONS] = SECTION_REPEATS,
};

const struct table_class tally_classes[TABLE_COUNT] = {
	[TABLE_ENCODINGS] = {.name = "encodings", .keys = {"encoding"}, .counts = {"paragraphs", "bytes"}},
	[TABLE_MOJIBAKE] = {.name = "mojibake", .keys = {"misreading", "layer"}, .counts = {"count"}},
	[TABLE_SCRIPTS] = {.name = "scripts", .keys = {"script"}, .counts = {"letters", "runs"}},
	[TABLE_LANGUAGES] = {.name = "languages", .keys = {"language"}, .counts = {"sentences", "letters", "bytes"}},
	[TABLE_STYLES] = {.name = "styles", .keys = {"trait", "language", "style"}, .counts = {"count"}, .examples_max = EXAMPLES_AS_ASKED},
	[TABLE_CHARACTERS] = {.name = "invisible",
			      .keys = {"character"},
			      .counts = {"count", "suspicious", "unpaired"},
			      .texts = {"name"},
			      .examples_max = EXAMPLES_AS_ASKED},
	[TABLE_ARABIC] = {.name = "arabic", .keys = {"what"}, .counts = {"count"}},
	[TABLE_RULES] = {.name = "rules",
			 .keys = {"rule"},
			 .counts = {"edits", "reports"},
			 .texts = {"severity", "category"},
			 .examples_max = EXAMPLES_AS_ASKED},
	[TABLE_PLACES] = {.name = "places",
			  .keys = {"id"},
			  .counts = {"count"},
			  .texts = {"fr", "ar", "country", "feature", "lat", "lon"}},
	[TABLE_PLACE_FORMS] = {.name = "place_forms",
			       .keys = {"id", "form"},
			       .counts = {"count"},
			       .texts = {"status"},
			       .examples_max = 1},
	[TABLE_REPEATS] = {.name = "repeats", .keys = {"hash"}, .counts = {"count", "line"}, .texts = {"text"}},
	[TABLE_BLOCKS] = {.name = "blocks",
			  .keys = {"hash"},
			  .counts = {"texts", "count"},
			  .texts = {"file", "text"},
			  .rows_max = 16384},
};

const enum section table_sections[TABLE_COUNT] = {
	[TABLE_ENCODINGS] = SECTION_SIZE,     [TABLE_MOJIBAKE] = SECTION_SIZE,     [TABLE_SCRIPTS] = SECTION_SCRIPTS,
	[TABLE_LANGUAGES] = SECTION_LANGUAGES, [TABLE_STYLES] = SECTION_STYLES,    [TABLE_CHARACTERS] = SECTION_CHARACTERS,
	[TABLE_ARABIC] = SECTION_ARABIC,      [TABLE_RULES] = SECTION_RULES,       [TABLE_PLACES] = SECTION_PLACES,
	[TABLE_PLACE_FORMS] = SECTION_PLACES, [TABLE_REPEATS] = SECTION_REPEATS,   [TABLE_BLOCKS] = SECTION_REPEATS,
};

void tally_init(struct tally *tally, const char *file)
{
	struct bytes name = {0};
	*tally = (struct tally){0};
	if (file) {
		utf8_append_valid(&name, file, strlen(file));
		bytes_append_char(&name, '\0');
		tally->file = name.at;
	}
	for (size_t i = 0; i < TABLE_COUNT; i++)
		table_init(&tally->tables[i], &tally_classes[i]);
}

void tally_release(struct tally *tally)
{
	free(tally->file);
	tally->file = NULL;
	for (size_t i = 0; i < TABLE_COUNT; i++)
		table_release(&tally->tables[i]);
}

void tally_move(struct tally *total, struct tally *part, size_t examples_max)
{
	for (size_t i = 0; i < COUNT_COUNT; i++)
		total->count[i] += part->count[i];
	for (size_t i = 0; i < TABLE_COUNT; i++) {
		if (i != TABLE_REPEATS)
			table_move(&total->tables[i], &part->tables[i], examples_max);
	}
}

void tally_sort(struct tally *tally)
{
	for (size_t i = 0; i < TABLE_COUNT; i++)
		table_sort(&tally->tables[i]);
}
