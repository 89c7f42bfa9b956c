/* SPDX-License-Identifier: MIT */
#include "compare/both.h"

#include <pthread.h>
#include <signal.h>
#include <stddef.h>

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
	sigset_t all, old;
	/* signals stay with the thread that there has been all the time */
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	bool threaded = pthread_create(&thread, NULL, run, &task) == 0;
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	if (!threaded)
		work(one);
	work(other);
	if (threaded)
		pthread_join(thread, NULL);
}
