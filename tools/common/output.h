/* SPDX-License-Identifier: MIT */
/*
 * A checked way out: every byte of standard output and of output files goes through here, so a full disk
 * or a closed descriptor is an error and never silence. Large blocks are written from where they are;
 * small ones are gathered first.
 */
#ifndef COMMON_OUTPUT_H
#define COMMON_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/bytes.h"

struct output {
	int fd;
	const char *name;    /* for messages; must stay valid */
	struct bytes waiting;
	uint64_t written;    /* bytes taken so far, waiting ones included */
	bool failed;         /* said so already; nothing is written any more */
};

void output_init(struct output *output, int fd, const char *name);
/* All of them return false when the output has failed, now or before. */
bool output_write(struct output *output, const void *bytes, size_t len);
bool output_text(struct output *output, const char *text);
bool output_flush(struct output *output);
/* Flush, and close a descriptor that is not standard output. The output is empty afterwards. */
bool output_finish(struct output *output);

#endif
