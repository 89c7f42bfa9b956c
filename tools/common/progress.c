/* SPDX-License-Identifier: MIT */
#include "common/progress.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "common/bytes.h"
#include "common/i18n.h"
#include "common/number.h"

#define FIRST_AFTER 1.0 /* seconds before anything is shown */
#define EVERY 0.2       /* seconds between two pictures */

static struct {
	const char *name; /* NULL: nothing is shown */
	uint64_t total, done;
	double started, next;
	bool shown;
} progress;

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;

static double now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void progress_start(const char *name, uint64_t total)
{
	progress_end();
	if (!isatty(STDERR_FILENO) || tcgetpgrp(STDERR_FILENO) != getpgrp())
		return;
	progress.name = name;
	progress.total = total;
	progress.done = 0;
	progress.started = now();
	progress.next = progress.started + FIRST_AFTER;
}

static void show(double time)
{
	double megabytes = (double)progress.done / 1e6;
	struct bytes line = {0}, done = {0}, speed = {0};
	bytes_append_text(&line, "\r\033[K");
	bytes_append_shown(&line, progress.name);
	bytes_append_text(&line, "  ");
	if (progress.total) {
		number_append_percent(&line, progress.done, progress.total);
		bytes_append_text(&line, "  ");
	}
	number_append_fixed(&done, megabytes, 1);
	number_append_fixed(&speed, megabytes / (time - progress.started), 0);
	/* TRANSLATORS: megabytes read so far, megabytes a second */
	bytes_format(&line, _("%s MB  %s MB/s"), bytes_text(&done), bytes_text(&speed));
	fputs(bytes_text(&line), stderr);
	fflush(stderr);
	bytes_release(&line);
	bytes_release(&done);
	bytes_release(&speed);
	progress.shown = true;
}

void progress_add(size_t len)
{
	if (!progress.name)
		return;
	pthread_mutex_lock(&mutex);
	progress.done += len;
	double time = now();
	if (time >= progress.next) {
		show(time);
		progress.next = time + EVERY;
	}
	pthread_mutex_unlock(&mutex);
}

void progress_clear(void)
{
	pthread_mutex_lock(&mutex);
	if (progress.shown)
		fputs("\r\033[K", stderr);
	progress.shown = false;
	pthread_mutex_unlock(&mutex);
}

void progress_end(void)
{
	progress_clear();
	progress.name = NULL;
}
