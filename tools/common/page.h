/* SPDX-License-Identifier: MIT */
/* Pages for people on standard output: lists, and what --help and --version print. */
#ifndef COMMON_PAGE_H
#define COMMON_PAGE_H

#include "common/arguments.h"
#include "common/bytes.h"

/* Write a page to standard output and release it. @return the exit status. */
int page_print(struct bytes *page);

/* Append a text, broken into lines for the width of the output, and the end of its last line. */
void page_append_paragraph(struct bytes *page, const char *text);

/* Answer --help with the page that `append_help` appends, or --version. @return the exit status. */
int page_answer(const struct arguments *arguments, void (*append_help)(struct bytes *page));

#endif
