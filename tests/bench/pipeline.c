/* SPDX-License-Identifier: MIT */
/*
 * pipeline RUNS BYTES command… [-- command…]…
 * Run the commands as a pipeline from and to /dev/null, first once to warm up (unless there is to be one run only).
 * The input has so many bytes. Prints
 *     speed BEST MEDIAN       in MB/s, by the clock on the wall
 *     processor BEST…         in MB/s, for each command, by the time it had a processor
 *     memory MOST…            in KiB, for each command, that it ever held
 */
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "measure.h"
#include "process.h"

struct job {
	struct commands commands;
	struct usage usage[COMMANDS_MAX]; /* the most memory, the least time */
	int null;
};

static pid_t start_stage(const struct job *job, size_t i, int *input)
{
	int ends[2] = {-1, job->null};
	if (i + 1 < job->commands.len && pipe2(ends, O_CLOEXEC))
		die("no pipe");
	pid_t pid = process_start(job->commands.argv[i], *input, ends[1]);
	if (*input != job->null)
		close(*input);
	if (ends[1] != job->null)
		close(ends[1]);
	*input = ends[0];
	return pid;
}

static void run(struct job *job)
{
	pid_t pids[COMMANDS_MAX];
	int input = job->null;
	for (size_t i = 0; i < job->commands.len; i++)
		pids[i] = start_stage(job, i, &input);
	/* When one fails the others do, too: those in front of it last. */
	for (size_t i = job->commands.len; i-- > 0;) {
		struct usage used = process_wait(pids[i], job->commands.argv[i][0]), *usage = &job->usage[i];
		if (used.kib > usage->kib)
			usage->kib = used.kib;
		if (usage->seconds == 0 || used.seconds < usage->seconds)
			usage->seconds = used.seconds;
	}
}

static void measure(struct runs *runs, struct job *job, unsigned long count)
{
	if (count > 1)
		run(job);
	for (unsigned long i = 0; i < count; i++) {
		double start = now();
		run(job);
		runs_add(runs, now() - start);
	}
}

static void print_usage(const struct job *job, double bytes)
{
	printf("processor");
	for (size_t i = 0; i < job->commands.len; i++)
		printf(" %.3f", bytes / (job->usage[i].seconds > 0 ? job->usage[i].seconds : 1e-6) / 1e6);
	printf("\nmemory");
	for (size_t i = 0; i < job->commands.len; i++)
		printf(" %ld", job->usage[i].kib);
	printf("\n");
}

int main(int argc, char **argv)
{
	static struct runs runs;
	if (argc < 4)
		die("RUNS BYTES command... [-- command...]...");
	unsigned long count = read_number(argv[1], 1), bytes = read_number(argv[2], 1);
	struct job job = {.commands = commands_of(argv + 3), .null = open("/dev/null", O_RDWR | O_CLOEXEC)};
	measure(&runs, &job, count);
	print_speed(&runs, (double)bytes);
	print_usage(&job, (double)bytes);
	return 0;
}
