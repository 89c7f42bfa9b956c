/* SPDX-License-Identifier: MIT */
#include "measure.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Runs of a small text go on for so many seconds. */
#define RUNS_LEAST_SECONDS 0.02

enum { HEADLINE = 80, HEADLINES_MAX = 20000 };

void die(const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	fprintf(stderr, "%s: ", program_invocation_short_name);
	vfprintf(stderr, format, arguments);
	fputc('\n', stderr);
	va_end(arguments);
	exit(1);
}

unsigned long read_number(const char *text, unsigned long least)
{
	char *end;
	errno = 0;
	unsigned long number = strtoul(text, &end, 10);
	if (errno || *end || end == text || number < least)
		die("%s: a number of at least %lu is needed", text, least);
	return number;
}

static double read_clock(clockid_t clock)
{
	struct timespec time;
	clock_gettime(clock, &time);
	return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

double now(void)
{
	return read_clock(CLOCK_MONOTONIC);
}

double processor_time(void)
{
	return read_clock(CLOCK_PROCESS_CPUTIME_ID);
}

void runs_add(struct runs *runs, double seconds)
{
	if (runs->len < RUNS_MAX)
		runs->seconds[runs->len++] = seconds;
}

static int compare(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;
	return (a > b) - (a < b);
}

double runs_best(const struct runs *runs)
{
	double best = runs->seconds[0];
	for (size_t i = 1; i < runs->len; i++)
		if (runs->seconds[i] < best)
			best = runs->seconds[i];
	return best;
}

double runs_median(const struct runs *runs)
{
	static struct runs sorted;
	sorted = *runs;
	qsort(sorted.seconds, sorted.len, sizeof *sorted.seconds, compare);
	return sorted.seconds[sorted.len / 2];
}

void runs_repeat(struct runs *runs, unsigned long count, void (*work)(void *user), void *user)
{
	double whole = 0;
	work(user);
	runs->len = 0;
	while (runs->len < RUNS_MAX && (runs->len < count || whole < RUNS_LEAST_SECONDS)) {
		double start = processor_time();
		work(user);
		double seconds = processor_time() - start;
		runs_add(runs, seconds);
		whole += seconds;
	}
}

void print_speed(const struct runs *runs, double bytes)
{
	printf("speed %.3f %.3f\n", bytes / runs_best(runs) / 1e6, bytes / runs_median(runs) / 1e6);
}

void print_latency(const struct runs *runs, size_t texts)
{
	printf("latency %.1f %.1f\n", runs_best(runs) * 1e9 / (double)texts, runs_median(runs) * 1e9 / (double)texts);
}

struct text read_text(const char *path)
{
	FILE *file = fopen(path, "rb");
	if (!file || fseek(file, 0, SEEK_END))
		die("%s: %s", path, strerror(errno));
	size_t len = (size_t)ftell(file);
	char *at = malloc(len + 1);
	rewind(file);
	if (!at || fread(at, 1, len, file) != len)
		die("%s: cannot be read", path);
	fclose(file);
	at[len] = '\0';
	return (struct text){at, len};
}

/* Where a headline that starts here ends; it does not pass the end of its line. */
static size_t headline_length(const char *line, size_t len)
{
	if (len <= HEADLINE)
		return len;
	const char *space = memchr(line + HEADLINE, ' ', len - HEADLINE);
	return space ? (size_t)(space - line) : len;
}

struct texts headlines_of(struct text text)
{
	struct texts lines = {calloc(HEADLINES_MAX, sizeof(struct text)), 0};
	const char *at = text.at, *end = at + text.len;
	if (!lines.at)
		die("out of memory");
	while (at < end && lines.len < HEADLINES_MAX) {
		const char *feed = memchr(at, '\n', (size_t)(end - at));
		size_t len = (size_t)((feed ? feed : end) - at);
		if (len)
			lines.at[lines.len++] = (struct text){at, headline_length(at, len)};
		at += len + 1;
	}
	if (!lines.len)
		die("no lines");
	return lines;
}
