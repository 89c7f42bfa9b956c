/* SPDX-License-Identifier: MIT */
/*
 * One side of a comparison: a whole text in memory. What is compared is UTF-8 with legacy encodings decoded and damage
 * repaired, so files in different encodings are equal where their text is; where that is not what the file holds, spans
 * say which of its bytes it came from.
 */
#ifndef COMPARE_TEXT_H
#define COMPARE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libnorm/norm.h>

#include "common/bytes.h"

/* Offsets of tokens are 32 bits wide, and a pipe without an end must not take all memory before somebody is told. */
#define TEXT_BYTES_MAX ((size_t)1024 * 1024 * 1024)

/* [at, at + len) of the text was [source, source + source_len) of the file. Between two spans both are the same bytes. */
struct text_span {
	size_t at, len, source, source_len;
	bool damage; /* mojibake, character references and the like; else only another encoding */
};

struct text {
	const char *path, *shown; /* as the user wrote it, and for messages */
	const char *at;           /* the text that is compared */
	size_t len;
	struct bytes raw, decoded; /* the file, and the text where that is something else */
	struct text_span *spans;
	size_t span_count, span_cap;
	bool is_binary; /* it was not read for that */
};

/* Reads texts: how they are decoded. */
struct text_reader {
	norm_profile *profile;
	const char *from; /* the encoding, NULL: found out for each paragraph */
	bool takes_binary; /* that a file is binary is no trouble: there is no message, and the text says it */
};

/* False after a message. */
bool text_reader_init(struct text_reader *reader, const char *from);
void text_reader_release(struct text_reader *reader);

/*
 * Read `path` ("-": standard input), which must stay valid, and decode it, which two threads may do for two texts with the
 * same reader. Both return false after a message. Release in all cases.
 */
bool text_read(struct text *text, const struct text_reader *reader, const char *path);
bool text_decode(struct text *text, const struct text_reader *reader);
/* A text that has been read, once more, for it is decoded only once. */
void text_copy(struct text *text, const struct text *from);
void text_release(struct text *text);

/* The bytes of the file from which [start, end) of the text came. */
void text_source_span(const struct text *text, size_t start, size_t end, size_t *ret_start, size_t *ret_end);
/* The first span that ends behind `at`, or span_count. */
size_t text_span_behind(const struct text *text, size_t at);

#endif
