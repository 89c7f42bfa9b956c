/* SPDX-License-Identifier: MIT */
/*
 * What a report counts, in rows: each has a key of one or several strings, some numbers, some texts that explain the key, and
 * examples. All parts of a report have this one shape, so adding, writing and reading them is written once.
 *
 * Adding is associative: numbers are added, texts are those of the first part that has the row, and of examples the first
 * ones are kept. So parts added in the order of the input give the table of the whole.
 */
#ifndef REPORT_TABLE_H
#define REPORT_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { TABLE_KEYS_MAX = 3, TABLE_COUNTS_MAX = 3, TABLE_TEXTS_MAX = 6 };
#define EXAMPLES_AS_ASKED SIZE_MAX

/* The columns of a table, by the names they have in JSON and TSV; lists end with NULL. */
struct table_class {
	const char *name;
	const char *keys[TABLE_KEYS_MAX + 1];
	const char *counts[TABLE_COUNTS_MAX + 1];
	const char *texts[TABLE_TEXTS_MAX + 1];
	size_t examples_max; /* of each row; EXAMPLES_AS_ASKED: as many as the user wants */
	size_t rows_max; /* only so many rows are kept, those with the smallest keys (bytes); 0: all */
};

/* A place in the input. Strings are valid UTF-8, never NULL but for `after`. */
struct example {
	const char *file;
	uint64_t line, column; /* from 1; columns in code points */
	uint64_t start, end;   /* bytes of the file; of --jsonl, of the line */
	const char *left, *right; /* what stands beside it on its line, cut */
	const char *text;         /* what stands there, cut */
	const char *after;        /* what would stand there instead; NULL: nothing is proposed */
	const char *detail;       /* what it was, untranslated: an encoding, a misreading; "" when there is nothing to say */
	char *strings;            /* those of a row: all of them, in memory of its own */
};

struct row {
	uint64_t count[TABLE_COUNTS_MAX];
	char *text[TABLE_TEXTS_MAX];       /* "" where there is nothing to say; NULL: the class has no such text */
	struct example *examples;          /* in the order of the input */
	size_t example_count;
	size_t given;                      /* examples that parts in front of this one have: see struct table */
	bool is_known;                     /* they have its texts */
	uint32_t hash;                     /* of the key */
	char key[];                        /* its strings, a tab between them; none holds one */
};

/* A place of a hash table: 1 + the number of a row, and the hash of its key; or 0. */
struct table_slot {
	uint32_t row, hash;
};

struct table {
	const struct table_class *class;
	struct row **rows; /* those in use first, in no order before table_sort() */
	size_t count, cap;
	struct table_slot *slots;
	size_t slot_count; /* a power of two, or 0 */
	char *limit;       /* rows_max: keys from this one on are not kept; NULL: all are */
	/* Of a part of which nothing but the sum is shown: the rows, and the number of examples, that parts in front of it have. Or NULL. */
	const struct table *given;
};

void table_init(struct table *table, const struct table_class *class);
void table_release(struct table *table);

/* The row of a key, which is made when there is none. NULL when it is one of those that are not kept. Valid while the table lives. */
struct row *table_row(struct table *table, const char *key);
/* The row of a key, or NULL. */
const struct row *table_find(const struct table *table, const char *key);
/* How many examples a row has at most, where the user asks for so many. */
static inline size_t table_examples_max(const struct table *table, size_t asked)
{
	return table->class->examples_max == EXAMPLES_AS_ASKED ? asked : table->class->examples_max;
}
/* Move the rows of another table of the same class to this one, adding: of examples, as many are kept as the user asks for. */
void table_move(struct table *table, struct table *part, size_t examples_asked);
/* Sort the rows by key (bytes), and forget those that are too many. */
void table_sort(struct table *table);

/* Part number `index` of the key of a row, not NUL-terminated. */
const char *row_key(const struct row *row, size_t index, size_t *ret_len);
/* Set a text of a row that has none yet. */
void row_set_text(struct row *row, size_t index, const char *text);
/* Whether it may have one more, of `max` in all parts. */
static inline bool row_wants_example(const struct row *row, size_t max)
{
	return row->given + row->example_count < max;
}
/* Add an example; its strings are copied. */
void row_add_example(struct row *row, const struct example *example);

#endif
