/* SPDX-License-Identifier: MIT */
/*
 * One line on standard error about long work: only on a terminal, and only after a second. Any thread may say what is done;
 * starting and ending is for one, while no other is at work.
 */
#ifndef COMMON_PROGRESS_H
#define COMMON_PROGRESS_H

#include <stddef.h>
#include <stdint.h>

/* From now on `name` is read, of which `total` bytes are known to exist (0: unknown). `name` must stay. */
void progress_start(const char *name, uint64_t total);
/* `len` more bytes are done. */
void progress_add(size_t len);
/* Remove the line, because something else is about to be written. */
void progress_clear(void);
/* No more progress is shown. */
void progress_end(void);

#endif
