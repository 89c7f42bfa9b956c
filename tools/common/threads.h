/* SPDX-License-Identifier: MIT */
/* Threads of a tool. */
#ifndef COMMON_THREADS_H
#define COMMON_THREADS_H

#include <pthread.h>
#include <stdbool.h>

/* Start a thread that takes no signals: these stay with the one that there has been all the time. False when none can be had. */
bool threads_start(pthread_t *ret, void *(*work)(void *), void *user);

#endif
