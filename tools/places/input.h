/* SPDX-License-Identifier: MIT */
/* Input of norm-places: files in pieces, and lists of names, one a line. */
#ifndef PLACES_INPUT_H
#define PLACES_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Called with each piece of a file. @return false to stop. */
typedef bool input_taker(void *user, const char *at, size_t len);
/* Called with each line, without its end; lines count from 1. @return false to stop. */
typedef bool line_taker(void *user, const char *line, size_t len, uint64_t number);

/* Read a file ("-": standard input). @return false after a message, or when it was stopped. */
bool input_read(const char *path, input_taker *take, void *user);
/* The same line by line. */
bool input_lines(const char *path, line_taker *take, void *user);

#endif
