/* SPDX-License-Identifier: MIT */
/*
 * startup RUNS command… [-- command…]…
 * How long it takes to start each command and see it end, one after the other in turns, so that what else the
 * machine does hits all alike. Prints "startup MEDIAN…", in microseconds, with a figure for each.
 */
#include <fcntl.h>
#include <stdio.h>

#include "measure.h"
#include "process.h"

int main(int argc, char **argv)
{
	static struct runs runs[COMMANDS_MAX];
	if (argc < 3)
		die("RUNS command... [-- command...]...");
	unsigned long count = read_number(argv[1], 1);
	struct commands commands = commands_of(argv + 2);
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);
	for (unsigned long turn = 0; turn < count; turn++) {
		for (size_t i = 0; i < commands.len; i++) {
			double start = now();
			process_wait(process_start(commands.argv[i], null, null), commands.argv[i][0]);
			runs_add(&runs[i], now() - start);
		}
	}
	printf("startup");
	for (size_t i = 0; i < commands.len; i++)
		printf(" %.1f", runs_median(&runs[i]) * 1e6);
	printf("\n");
	return 0;
}
