/* SPDX-License-Identifier: MIT */
/*
 * Pieces go in, threads work on them, and they come out in the order in which they went in. With one thread, that is the
 * caller, and there is no other. A piece that is ready waits for those in front of it; so a few only are under way.
 */
#ifndef REPORT_QUEUE_H
#define REPORT_QUEUE_H

#include <stdbool.h>

#include "report/piece.h"

struct queue;

/* Called with what the sink has written of the piece that comes out next, in parts, while it is worked on. */
typedef void queue_writer(void *user, struct piece *piece, struct bytes *out);

struct queue *queue_new(const struct setup *setup, unsigned threads, queue_writer *write, void *user);
/* Whether one more piece can go in before one has to come out. */
bool queue_has_room(const struct queue *queue);
/* Copies the piece, and takes over what it owns. */
void queue_put(struct queue *queue, const struct piece *piece);
/* The piece that went in first, when it is ready; NULL: there is none. Valid until queue_drop(), which has to follow. */
struct piece *queue_take(struct queue *queue);
void queue_drop(struct queue *queue);
void queue_free(struct queue *queue);

#endif
