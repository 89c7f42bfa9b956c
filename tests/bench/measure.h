/* SPDX-License-Identifier: MIT */
/* What the programs of `make bench' share: a clock, repeated runs and their figures, texts in memory. */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Prints the message and the program's name, and exits with status 1. */
#if defined(__GNUC__)
__attribute__((noreturn, format(printf, 1, 2)))
#endif
void die(const char *format, ...);

/* A number in an argument, at least `least`. */
unsigned long read_number(const char *text, unsigned long least);

/* Seconds since some moment, and seconds that this process has had a processor. */
double now(void);
double processor_time(void);

enum { RUNS_MAX = 2000 };

/* How long each of several runs took. */
struct runs {
	double seconds[RUNS_MAX];
	size_t len;
};

void runs_add(struct runs *runs, double seconds);
double runs_best(const struct runs *runs);
double runs_median(const struct runs *runs);

/*
 * Work once to warm up, then `count` times on the clock, and on until that took long enough for the clock. The time is
 * that of this process on a processor, which others that want it too do not lengthen.
 */
void runs_repeat(struct runs *runs, unsigned long count, void (*work)(void *user), void *user);

/* Print "speed BEST MEDIAN" in MB/s, where a run takes in so many bytes. */
void print_speed(const struct runs *runs, double bytes);

/* Print "latency BEST MEDIAN" in nanoseconds, where a run takes in so many texts. */
void print_latency(const struct runs *runs, size_t texts);

struct text {
	const char *at;
	size_t len;
};

/* The whole file, with a NUL behind it. Stays in memory. */
struct text read_text(const char *path);

struct texts {
	struct text *at;
	size_t len;
};

/* The beginnings of the lines of a text, each about as long as a headline and cut at a space. */
struct texts headlines_of(struct text text);

#ifdef __cplusplus
}
#endif
#endif
