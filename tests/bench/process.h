/* SPDX-License-Identifier: MIT */
/* Other programs, started without a shell between. */
#ifndef BENCH_PROCESS_H
#define BENCH_PROCESS_H

#include <sys/types.h>

enum { COMMANDS_MAX = 8 };

/* Commands of an argument list, with "--" between them. */
struct commands {
	char **argv[COMMANDS_MAX];
	size_t len;
};

/* Cuts the list, which ends with NULL, in place. */
struct commands commands_of(char **arguments);

/* Start a program that reads and writes these files. */
pid_t process_start(char **argv, int input, int output);

/* What a program has used: the most memory it ever held, and the time it had a processor. */
struct usage {
	long kib;
	double seconds;
};

/* Wait for it to end well. */
struct usage process_wait(pid_t pid, const char *name);

#endif
