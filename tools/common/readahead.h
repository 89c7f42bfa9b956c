/* SPDX-License-Identifier: MIT */
/*
 * Input in pieces, read while the piece before is worked on. A thread does that, from the second full piece on and not
 * for regular files, which the kernel reads ahead. So short inputs and slow pipes get none. Pieces come as read() gives
 * them: what has arrived does not wait for more. READAHEAD_PIECES times FILES_READ_SIZE bytes are held at most.
 */
#ifndef COMMON_READAHEAD_H
#define COMMON_READAHEAD_H

#include "common/files.h"

#define READAHEAD_PIECES 4

struct readahead;

struct readahead *readahead_new(void);
/* Begin with a source, which has to stay open until readahead_stop(). */
void readahead_start(struct readahead *ahead, const struct source *source);
/*
 * The next piece, lent until the next call. Not to be called behind the end.
 * @return its length, 0 at the end, -1 after a message.
 */
ssize_t readahead_next(struct readahead *ahead, const char **ret);
/* Be done with the source, wherever it stands, also when it gives nothing for the moment. */
void readahead_stop(struct readahead *ahead);
/* After readahead_stop(). */
void readahead_free(struct readahead *ahead);

#endif
