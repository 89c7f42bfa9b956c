/* SPDX-License-Identifier: MIT */
#include "report/queue.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>

#include "common/threads.h"

#define OUT_MUCH ((size_t)64 * 1024)        /* worth to be written now */
#define OUT_MAX ((size_t)16 * 1024 * 1024)  /* more is not held: the thread waits until its piece is the first */

struct slot {
	struct piece piece;
	struct bytes ready; /* what is to be written of it, handed over by its thread */
	bool is_done;
};

struct worker {
	struct queue *queue;
	struct pass pass;
	pthread_t thread;
	struct slot *slot; /* that it works on */
};

struct queue {
	struct slot *slots; /* a ring: piece number n is in slot n % size */
	size_t size;
	uint64_t in, started, out; /* numbers of pieces */
	struct worker *workers;
	unsigned worker_count;
	unsigned threads;          /* that are running; 0: the caller does all */
	atomic_bool is_over;       /* no more is wanted, or comes */
	pthread_mutex_t mutex;
	pthread_cond_t changed;
	queue_writer *write;
	void *user;
};

/* Between the thread and the caller, `ready` holds one part at a time. When all is over, nobody wants it. */
static void hand_over(struct queue *queue, struct slot *slot)
{
	while (slot->ready.len && !queue->is_over)
		pthread_cond_wait(&queue->changed, &queue->mutex);
	slot->ready.len = 0;
	struct bytes empty = slot->ready;
	slot->ready = slot->piece.out;
	slot->piece.out = empty;
	pthread_cond_broadcast(&queue->changed);
}

static bool is_first(const struct queue *queue, const struct slot *slot)
{
	return slot == &queue->slots[queue->out % queue->size];
}

static bool offer(void *user, struct piece *piece)
{
	struct worker *worker = user;
	struct queue *queue = worker->queue;
	struct slot *slot = worker->slot;
	if (piece->out.len < OUT_MUCH)
		return !queue->is_over;
	if (!queue->threads)
		return queue->write(queue->user, piece, &piece->out);
	pthread_mutex_lock(&queue->mutex);
	while (!is_first(queue, slot) && piece->out.len >= OUT_MAX && !queue->is_over)
		pthread_cond_wait(&queue->changed, &queue->mutex);
	if (is_first(queue, slot) || queue->is_over)
		hand_over(queue, slot);
	pthread_mutex_unlock(&queue->mutex);
	return !queue->is_over;
}

static bool wait_for_turn(void *user)
{
	struct worker *worker = user;
	struct queue *queue = worker->queue;
	pthread_mutex_lock(&queue->mutex);
	while (!is_first(queue, worker->slot) && !queue->is_over)
		pthread_cond_wait(&queue->changed, &queue->mutex);
	pthread_mutex_unlock(&queue->mutex);
	return !queue->is_over;
}

static struct slot *wait_for_piece(struct queue *queue)
{
	struct slot *slot = NULL;
	pthread_mutex_lock(&queue->mutex);
	while (queue->started == queue->in && !queue->is_over)
		pthread_cond_wait(&queue->changed, &queue->mutex);
	if (!queue->is_over)
		slot = &queue->slots[queue->started++ % queue->size];
	pthread_mutex_unlock(&queue->mutex);
	return slot;
}

static void *work(void *user)
{
	struct worker *worker = user;
	struct queue *queue = worker->queue;
	while ((worker->slot = wait_for_piece(queue))) {
		piece_run(&worker->slot->piece, &worker->pass, offer, wait_for_turn, worker);
		pthread_mutex_lock(&queue->mutex);
		worker->slot->is_done = true;
		pthread_cond_broadcast(&queue->changed);
		pthread_mutex_unlock(&queue->mutex);
	}
	return NULL;
}

static void start_threads(struct queue *queue, unsigned threads)
{
	for (; queue->threads < threads; queue->threads++) {
		struct worker *worker = &queue->workers[queue->threads];
		if (!threads_start(&worker->thread, work, worker))
			return;
	}
}

struct queue *queue_new(const struct setup *setup, unsigned threads, queue_writer *write, void *user)
{
	struct queue *queue = memory_get(sizeof *queue);
	*queue = (struct queue){.size = threads > 1 ? 2 * threads + 2 : 1, .worker_count = threads, .write = write, .user = user};
	pthread_mutex_init(&queue->mutex, NULL);
	pthread_cond_init(&queue->changed, NULL);
	queue->slots = memory_grow(NULL, queue->size, sizeof *queue->slots);
	queue->workers = memory_grow(NULL, threads, sizeof *queue->workers);
	for (unsigned i = 0; i < threads; i++) {
		queue->workers[i].queue = queue;
		pass_init(&queue->workers[i].pass, setup);
	}
	if (threads > 1)
		start_threads(queue, threads);
	return queue;
}

bool queue_has_room(const struct queue *queue)
{
	return queue->in - queue->out < queue->size;
}

void queue_put(struct queue *queue, const struct piece *piece)
{
	struct slot *slot = &queue->slots[queue->in % queue->size];
	*slot = (struct slot){.piece = *piece};
	pthread_mutex_lock(&queue->mutex);
	queue->in++;
	pthread_cond_broadcast(&queue->changed);
	pthread_mutex_unlock(&queue->mutex);
}

/* Wake whoever waits, for there is nothing to wait for. */
static void end(struct queue *queue)
{
	queue->is_over = true;
	pthread_cond_broadcast(&queue->changed);
}

/* Write what comes until it is done. */
static void wait_for_slot(struct queue *queue, struct slot *slot)
{
	pthread_mutex_lock(&queue->mutex);
	while (!slot->is_done || slot->ready.len) {
		if (!slot->ready.len) {
			pthread_cond_wait(&queue->changed, &queue->mutex);
			continue;
		}
		struct bytes ready = slot->ready;
		slot->ready = (struct bytes){0};
		pthread_cond_broadcast(&queue->changed);
		pthread_mutex_unlock(&queue->mutex);
		bool more = queue->write(queue->user, &slot->piece, &ready);
		bytes_release(&ready);
		pthread_mutex_lock(&queue->mutex);
		if (!more)
			end(queue);
	}
	pthread_mutex_unlock(&queue->mutex);
}

struct piece *queue_take(struct queue *queue)
{
	if (queue->out == queue->in)
		return NULL;
	struct slot *slot = &queue->slots[queue->out % queue->size];
	if (queue->threads) {
		wait_for_slot(queue, slot);
	} else {
		queue->workers[0].slot = slot;
		piece_run(&slot->piece, &queue->workers[0].pass, offer, NULL, &queue->workers[0]);
	}
	if (slot->piece.out.len)
		queue->write(queue->user, &slot->piece, &slot->piece.out);
	return &slot->piece;
}

void queue_drop(struct queue *queue)
{
	struct slot *slot = &queue->slots[queue->out % queue->size];
	piece_release(&slot->piece);
	bytes_release(&slot->ready);
	pthread_mutex_lock(&queue->mutex);
	queue->out++;
	pthread_cond_broadcast(&queue->changed);
	pthread_mutex_unlock(&queue->mutex);
}

void queue_free(struct queue *queue)
{
	pthread_mutex_lock(&queue->mutex);
	end(queue);
	pthread_mutex_unlock(&queue->mutex);
	for (unsigned i = 0; i < queue->threads; i++)
		pthread_join(queue->workers[i].thread, NULL);
	while (queue->out < queue->in)
		queue_drop(queue);
	for (unsigned i = 0; i < queue->worker_count; i++)
		pass_release(&queue->workers[i].pass);
	pthread_cond_destroy(&queue->changed);
	pthread_mutex_destroy(&queue->mutex);
	free(queue->slots);
	free(queue->workers);
	free(queue);
}
