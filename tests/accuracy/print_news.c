/* SPDX-License-Identifier: MIT */
/* print_news even|odd: writes half of the news of the corpus to the standard output, a paragraph a line, for counting. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "accuracy/bed.h"

int main(int argc, char **argv)
{
	struct bed bed = {0};
	if (argc != 2 || (strcmp(argv[1], "even") != 0 && strcmp(argv[1], "odd") != 0)) {
		fputs("usage: print_news even|odd\n", stderr);
		return EXIT_FAILURE;
	}
	enum bed_half half = strcmp(argv[1], "even") == 0 ? BED_EVEN : BED_ODD;
	if (!bed_read_news(&bed, BED_FRENCH, half) || !bed_read_news(&bed, BED_ARABIC, half)) {
		fputs("no corpus here\n", stderr);
		return EXIT_FAILURE;
	}
	for (size_t i = 0; i < bed.len; i++)
		puts(bed.at[i].text);
	bed_release(&bed);
	return fflush(stdout) != 0 || ferror(stdout) ? EXIT_FAILURE : EXIT_SUCCESS;
}
