/* SPDX-License-Identifier: MIT */
#include "common/readahead.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

#include "common/bytes.h"
#include "common/message.h"
#include "common/threads.h"

struct piece {
	char *at;    /* FILES_READ_SIZE */
	ssize_t len; /* as of read(): 0 at the end, -1 on failure */
	int error;   /* the errno of the failure */
};

struct readahead {
	const struct source *source;
	char *memory;
	struct piece pieces[READAHEAD_PIECES]; /* a ring */
	unsigned full;                         /* full pieces that were read without a thread */
	bool threaded;
	pthread_t thread;
	/*
	 * Pieces that were read, and those of them that are done with, both since piece 0. Those between belong to the
	 * user, the others to the thread. While there is one, the mutex guards what follows.
	 */
	unsigned read, done;
	bool stop;
	pthread_mutex_t mutex;
	pthread_cond_t changed;
};

struct readahead *readahead_new(void)
{
	struct readahead *ahead = memory_get(sizeof *ahead);
	*ahead = (struct readahead){.mutex = PTHREAD_MUTEX_INITIALIZER, .changed = PTHREAD_COND_INITIALIZER};
	/* What is not used of it takes no memory. */
	ahead->memory = memory_get(READAHEAD_PIECES * FILES_READ_SIZE);
	for (size_t i = 0; i < READAHEAD_PIECES; i++)
		ahead->pieces[i].at = ahead->memory + i * FILES_READ_SIZE;
	return ahead;
}

void readahead_start(struct readahead *ahead, const struct source *source)
{
	ahead->source = source;
	ahead->full = 0;
	/* Piece 0 is with the user until there is a thread. */
	ahead->read = 1;
	ahead->done = 0;
	ahead->stop = false;
}

static void fill(const struct readahead *ahead, struct piece *piece)
{
	piece->len = source_read(ahead->source, piece->at);
	piece->error = errno;
}

/* The thread waits for a piece that is free. NULL when it has to end. */
static struct piece *wait_for_room(struct readahead *ahead)
{
	pthread_mutex_lock(&ahead->mutex);
	while (!ahead->stop && ahead->read - ahead->done == READAHEAD_PIECES)
		pthread_cond_wait(&ahead->changed, &ahead->mutex);
	struct piece *piece = ahead->stop ? NULL : &ahead->pieces[ahead->read % READAHEAD_PIECES];
	pthread_mutex_unlock(&ahead->mutex);
	return piece;
}

static void add_piece(struct readahead *ahead)
{
	pthread_mutex_lock(&ahead->mutex);
	ahead->read++;
	pthread_cond_signal(&ahead->changed);
	pthread_mutex_unlock(&ahead->mutex);
}

/* A read may last for ever, when nobody wants its result any more: there, and only there, the thread is cancelled. */
static void *read_on(void *user)
{
	struct readahead *ahead = user;
	struct piece *piece;
	bool more = true;
	pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL);
	while (more && (piece = wait_for_room(ahead))) {
		pthread_setcancelstate(PTHREAD_CANCEL_ENABLE, NULL);
		fill(ahead, piece);
		pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL);
		more = piece->len > 0;
		add_piece(ahead);
	}
	return NULL;
}

/* Without a thread: read a piece, and see whether one is worth it; where there is none to be had, it goes on as before. */
static void read_alone(struct readahead *ahead)
{
	struct piece *piece = &ahead->pieces[0];
	fill(ahead, piece);
	if (piece->len < (ssize_t)FILES_READ_SIZE || S_ISREG(ahead->source->stat.st_mode))
		return;
	if (++ahead->full == 2)
		ahead->threaded = threads_start(&ahead->thread, read_on, ahead);
}

/*
 * Give a piece back to the thread and wait for the next. A thread that has read all it may is woken only when half of
 * the pieces are free: waking it for each takes longer than reading one.
 */
static void take_next(struct readahead *ahead)
{
	pthread_mutex_lock(&ahead->mutex);
	ahead->done++;
	if (ahead->read - ahead->done <= READAHEAD_PIECES / 2)
		pthread_cond_signal(&ahead->changed);
	while (ahead->read == ahead->done)
		pthread_cond_wait(&ahead->changed, &ahead->mutex);
	pthread_mutex_unlock(&ahead->mutex);
}

ssize_t readahead_next(struct readahead *ahead, const char **ret)
{
	if (ahead->threaded)
		take_next(ahead);
	else
		read_alone(ahead);
	const struct piece *piece = &ahead->pieces[ahead->done % READAHEAD_PIECES];
	if (piece->len < 0) {
		errno = piece->error;
		message_errno(ahead->source->shown);
	}
	*ret = piece->at;
	return piece->len;
}

void readahead_stop(struct readahead *ahead)
{
	if (!ahead->threaded)
		return;
	pthread_mutex_lock(&ahead->mutex);
	ahead->stop = true;
	pthread_cond_signal(&ahead->changed);
	pthread_mutex_unlock(&ahead->mutex);
	pthread_cancel(ahead->thread);
	pthread_join(ahead->thread, NULL);
	ahead->threaded = false;
}

void readahead_free(struct readahead *ahead)
{
	pthread_cond_destroy(&ahead->changed);
	pthread_mutex_destroy(&ahead->mutex);
	free(ahead->memory);
	free(ahead);
}
