/* SPDX-License-Identifier: MIT */
#include "compare/both.h"

#include <stdbool.h>
#include <stddef.h>

#include "common/threads.h"

struct task {
	void (*work)(void *);
	void *user;
};

static void *run(void *user)
{
	const struct task *task = user;
	task->work(task->user);
	return NULL;
}

void both_run(void (*work)(void *), void *one, void *other)
{
	struct task task = {work, one};
	pthread_t thread;
	bool threaded = threads_start(&thread, run, &task);
	if (!threaded)
		work(one);
	work(other);
	if (threaded)
		pthread_join(thread, NULL);
}
