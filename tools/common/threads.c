/* SPDX-License-Identifier: MIT */
#include "common/threads.h"

#include <signal.h>

bool threads_start(pthread_t *ret, void *(*work)(void *), void *user)
{
	sigset_t all, old;
	/* a thread begins with the mask of who starts it */
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	bool started = pthread_create(ret, NULL, work, user) == 0;
	pthread_sigmask(SIG_SETMASK, &old, NULL);
	return started;
}
