/* SPDX-License-Identifier: MIT */
/* What the parts of the page share. Each part appends a section of the page, or nothing where there is nothing to say. */
#ifndef REPORT_HTML_PARTS_H
#define REPORT_HTML_PARTS_H

#include <stdbool.h>

#include <libnorm/norm.h>

#include "common/number.h"
#include "report/format.h"
#include "report/labels.h"

/* ---- What is kept of files (html_files.c, html_repeats.c) ---- */

/* A file in the list of files, and the paragraphs that it repeats. */
struct html_file {
	char *name, *language, *encoding; /* the most frequent ones, "" when there is none */
	uint64_t count[COUNT_COUNT];
	uint64_t order; /* in the input */
};

struct html_repeat {
	char *file, *text;
	uint64_t line, count, order;
};

struct html_report {
	struct html_file *files;
	size_t file_count, file_cap;
	struct html_repeat *repeats;
	size_t repeat_count, repeat_cap;
	uint64_t order; /* how many files there are */
	norm_profile *plain; /* of the levels */
	norm_levels *levels; /* of one example after another */
};

void html_keep_file(struct html_report *report, const struct tally *file);
void html_keep_repeats(struct html_report *report, const struct tally *file);
/* Bring what is kept into the order in which it is shown. */
void html_settle_files(struct html_report *report);
void html_settle_repeats(struct html_report *report);
void html_release_files(struct html_report *report);
void html_release_repeats(struct html_report *report);

/* ---- Text (html_text.c) ---- */

/* Bytes: "12.3 kB". */
void html_size(struct bytes *page, uint64_t bytes);
/* Escaped text of which nothing is hidden: characters that scramble the line or cannot be in a page by their code points;
   `exact`: so are all that do not show, and spaces at both ends. */
void html_text(struct bytes *page, const char *text, size_t len, bool exact);
void html_string(struct bytes *page, const char *text);
/* The label of a name, or else the name. */
void html_label(struct bytes *page, enum label_kind kind, const char *name, size_t len);
/* A place in the input with its finding marked, in the direction of the text. `language`: BCP 47, "" when it is not known. */
void html_example(struct bytes *page, const struct example *example, const char *language);
/* All examples of a row, the first one open and the rest folded, in the languages that their texts are in. */
void html_examples(struct bytes *page, const struct html_report *report, const struct row *row);
/* The start of a section with its heading; `id` is its anchor. */
void html_section(struct bytes *page, const char *id, const char *title);
/* What unfolds a long table behind it, when it has so many rows. */
void html_fold(struct bytes *page, size_t count);

/* ---- Rows in an order (html_rank.c) ---- */

struct html_rank {
	const struct row *row;
	uint64_t weight;
};

/* The rows of a table with the greatest weights first; those that weigh nothing are left out. To be freed. */
struct html_rank *html_rank(const struct table *table, uint64_t (*weigh)(const struct row *row, const void *user),
			    const void *user, size_t *ret_count);
/* The first number of a row. */
uint64_t html_weigh_count(const struct row *row, const void *user);

/* ---- Bars (html_bars.c) ---- */

struct html_bar {
	const char *text;
	size_t len;
	const char *class;  /* of the rectangle; NULL: none */
	uint64_t count;
};

/* A bar with the label of a name, or else the name. */
struct html_bar html_bar(enum label_kind kind, const char *name, size_t len, uint64_t count);
/* Bars, as a table with a drawing in each row. The longest is as long as `longest` says, shares are of `whole` (0: none are shown). */
void html_bars(struct bytes *page, const struct html_bar *bars, size_t count, uint64_t longest, uint64_t whole);
/* The most frequent rows of a table as bars, with a heading. */
void html_chart(struct bytes *page, const struct table *table, enum label_kind kind, const char *title);

/* ---- Rules (html_findings.c) ---- */

uint64_t html_finding_count(const struct row *rule);
/* "error", "warning" or "note". */
const char *html_level(const struct row *rule);

/* ---- The parts ---- */

void html_overview(struct bytes *page, const struct tally *total, unsigned sections);
void html_findings(struct bytes *page, const struct html_report *report, const struct tally *total);
void html_styles(struct bytes *page, const struct tally *total);
void html_characters(struct bytes *page, const struct html_report *report, const struct tally *total);
void html_places(struct bytes *page, const struct tally *total);
void html_map(struct bytes *page, const struct tally *total);
void html_repeats(struct bytes *page, const struct html_report *report, const struct tally *total);
void html_files(struct bytes *page, const struct html_report *report);

/* Written at build time of html_page.css and html_page.js, line by line; NULL is behind the last one. */
extern const char *const html_style[];
extern const char *const html_script[];

#endif
