/* SPDX-License-Identifier: MIT */
/*
 * What a report says of one file, or of all of them: everything that is printed, in every format, is printed from tallies.
 * The tallies of parts, added in the order of the parts, are the tally of the whole.
 */
#ifndef REPORT_TALLY_H
#define REPORT_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "report/table.h"

/* The sections of a report, in the order in which they are shown. --only chooses some of them. */
enum section {
	SECTION_SIZE, /* with encodings and what is wrong with them */
	SECTION_SCRIPTS,
	SECTION_LANGUAGES,
	SECTION_STYLES,
	SECTION_CHARACTERS,
	SECTION_ARABIC,
	SECTION_RULES,
	SECTION_PLACES,
	SECTION_REPEATS,
	SECTION_COUNT
};
#define SECTIONS_ALL ((1u << SECTION_COUNT) - 1)
#define SECTIONS_FINDING (1u << SECTION_RULES | 1u << SECTION_CHARACTERS) /* those for which the profile is asked */

/* Plain numbers. count_names[] has what they are called in JSON and TSV. */
enum count {
	/* SECTION_SIZE */
	COUNT_FILES,
	COUNT_TEXTS,      /* files, or records of --jsonl */
	COUNT_BYTES,
	COUNT_CHARACTERS, /* code points, decoded */
	COUNT_LINES,
	COUNT_PARAGRAPHS, /* lines that hold something else than spaces */
	COUNT_LETTERS,
	COUNT_INVALID,    /* sequences of bytes that are no character in the encoding of their paragraph */
	/* SECTION_RULES: findings by severity; a finding of several rules counts once, with the highest */
	COUNT_ERRORS,
	COUNT_WARNINGS,
	COUNT_NOTES,
	COUNT_KNOWN, /* what a baseline knows; it is in none of the three above */
	/* SECTION_REPEATS: paragraphs that the same text holds more than once */
	COUNT_REPEATED,    /* how many different ones */
	COUNT_REPETITIONS, /* how often they stand there, beyond the first time */
	COUNT_COUNT
};

/* The tables. tally_classes[] has their columns. */
enum table_id {
	TABLE_ENCODINGS,   /* SECTION_SIZE. encoding: paragraphs, bytes */
	TABLE_MOJIBAKE,    /* SECTION_SIZE. misreading, layer: findings of repair.mojibake */
	TABLE_SCRIPTS,     /* script (its name in Unicode): letters, runs */
	TABLE_LANGUAGES,   /* language (BCP 47): sentences, letters, bytes */
	TABLE_STYLES,      /* trait, language, style: count; examples. See styles.h */
	TABLE_CHARACTERS,  /* code point ("U+00A0") that does not show: count, suspicious, unpaired; text: its name; examples of the last two */
	TABLE_ARABIC,      /* what (see characters.h): count */
	TABLE_RULES,       /* id: edits that would be made, places only reported, if no baseline knows them; texts: severity, category; examples */
	TABLE_PLACES,      /* id in the gazetteer: count; texts: names, country, feature, lat, lon */
	TABLE_PLACE_FORMS, /* id, form as the gazetteer writes it: count; text: its status; one example for each part */
	/*
	 * Paragraphs of 20 letters and more that are the same when folded with the profile "search".
	 * TABLE_REPEATS, of a file that is one text: hash (16 hexadecimal digits): how often, its first line; texts: its start. The
	 * most frequent ones. TABLE_BLOCKS, of the total: hash: texts that have it, how often; texts: the file that has it first, its start.
	 * Those with the smallest hashes among all paragraphs, also what stands there once; so their numbers are exact whatever
	 * the size of the input.
	 */
	TABLE_REPEATS,
	TABLE_BLOCKS,
	TABLE_COUNT
};

/* Columns. */
enum { ENCODINGS_PARAGRAPHS, ENCODINGS_BYTES };
enum { SCRIPTS_LETTERS, SCRIPTS_RUNS };
enum { LANGUAGES_SENTENCES, LANGUAGES_LETTERS, LANGUAGES_BYTES };
enum { CHARACTERS_COUNT, CHARACTERS_SUSPICIOUS, CHARACTERS_UNPAIRED };
enum { RULES_EDITS, RULES_REPORTS };
enum { RULES_SEVERITY, RULES_CATEGORY }; /* texts */
enum { PLACES_FRENCH, PLACES_ARABIC, PLACES_COUNTRY, PLACES_FEATURE, PLACES_LAT, PLACES_LON }; /* texts */
enum { REPEATS_COUNT, REPEATS_LINE };
enum { REPEATS_TEXT }; /* texts */
enum { BLOCKS_TEXTS, BLOCKS_TIMES };
enum { BLOCKS_FILE, BLOCKS_TEXT }; /* texts */

extern const char *const count_names[COUNT_COUNT];
extern const enum section count_sections[COUNT_COUNT];
extern const struct table_class tally_classes[TABLE_COUNT];
extern const enum section table_sections[TABLE_COUNT];
extern const char *const section_names[SECTION_COUNT]; /* as --only has them */

struct tally {
	char *file; /* valid UTF-8; NULL: the total */
	uint64_t count[COUNT_COUNT];
	struct table tables[TABLE_COUNT];
};

void tally_init(struct tally *tally, const char *file);
void tally_release(struct tally *tally);
/*
 * Add a part, whose rows move to the total: of examples, `examples_max` of each row are kept. What only files have
 * (TABLE_REPEATS) is left out.
 */
void tally_move(struct tally *total, struct tally *part, size_t examples_max);
/* Bring all rows into the order in which they are printed. */
void tally_sort(struct tally *tally);

#endif
