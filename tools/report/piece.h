/* SPDX-License-Identifier: MIT */
/* A piece of work for one thread: a file, or some lines of one with --jsonl; and what came of it. */
#ifndef REPORT_PIECE_H
#define REPORT_PIECE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/bytes.h"
#include "common/files.h"
#include "report/pass.h"
#include "report/tally.h"

struct piece {
	char *file;            /* as the user wrote it; owned */
	struct source source;  /* the file, if it is to be read: fd is not -1 */
	struct bytes lines;    /* else whole lines of it */
	uint64_t first_line;   /* the number of the first of them */
	bool starts_file, ends_file;
	bool failed;           /* the file, or something in it, cannot be read */
	void *filter_state;    /* of the file */
	struct tally tally;
	struct bytes messages; /* what is to be said, each with a NUL at its end */
	struct bytes out;      /* what the sink has written */
	bool has_written;      /* some of that has been taken out already */
};

/* Takes what the sink has written, when it is much, if it is time for that. @return false when nobody wants more. */
typedef bool piece_offer(void *user, struct piece *piece);

/* Waits until all pieces in front of this one are done. @return false when nobody wants more. */
typedef bool piece_wait(void *user);

/* Do the work. `wait`: for pieces of which others of the same file may be worked on at the same time; or NULL. */
void piece_run(struct piece *piece, struct pass *pass, piece_offer *offer, piece_wait *wait, void *user);
void piece_release(struct piece *piece);

#endif
