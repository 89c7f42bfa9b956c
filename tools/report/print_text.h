/* SPDX-License-Identifier: MIT */
/* The summary for people: its sections, and what they have in common. */
#ifndef REPORT_PRINT_TEXT_H
#define REPORT_PRINT_TEXT_H

#include "report/format.h"
#include "report/labels.h"

enum { TEXT_INDENT = 2 };

/* A blank line, and the heading of a section. */
void text_heading(struct print *print, const char *heading);
/* "  label         " up to `columns`. */
void text_label(struct print *print, const char *label, int columns);
/* A number at the right end of so many columns. */
void text_number(struct print *print, uint64_t number, int columns);
/* Where an example is, what stands there and what would, and what is around it; with the end of its line. */
void text_example(struct print *print, const struct example *example, int indent);
/* Running text in the rest of the line, isolated where needed. */
void text_excerpt(struct print *print, const char *text, int columns);
/* "12.3 %", in the user's language. */
void text_share(struct print *print, uint64_t part, uint64_t whole);

/* The rows of a table, the largest counts in this column first; to be freed. */
const struct row **text_by_count(const struct table *table, size_t column);

/* What people read for the name of something, or that name itself, up to `columns`. */
void text_name(struct print *print, enum label_kind kind, const char *name, size_t len, int columns);

/* The sections; they append nothing where there is nothing to say. */
void text_styles(struct print *print, const struct tally *tally);
void text_characters(struct print *print, const struct tally *tally);
void text_arabic(struct print *print, const struct tally *tally);
void text_rules(struct print *print, const struct tally *tally);
void text_places(struct print *print, const struct tally *tally);
void text_repeats(struct print *print, const struct tally *tally);

#endif
