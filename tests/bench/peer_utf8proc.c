/* SPDX-License-Identifier: MIT */
/*
 * peer_utf8proc NFC|NFKC|NFKC_Casefold FILE [RUNS]
 * peer_utf8proc version
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "measure.h"

struct job {
	utf8proc_option_t options;
	struct text text;
};

static void run(void *user)
{
	const struct job *job = user;
	utf8proc_uint8_t *output;
	const utf8proc_uint8_t *input = (const utf8proc_uint8_t *)job->text.at;
	utf8proc_ssize_t len = utf8proc_map(input, (utf8proc_ssize_t)job->text.len, &output, job->options);
	if (len < 0)
		die("%s", utf8proc_errmsg(len));
	free(output);
}

static utf8proc_option_t options_of(const char *form)
{
	static const utf8proc_option_t nfc = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
	if (!strcmp(form, "NFC"))
		return nfc;
	if (!strcmp(form, "NFKC"))
		return nfc | UTF8PROC_COMPAT;
	if (!strcmp(form, "NFKC_Casefold"))
		return nfc | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
	die("%s: unknown form", form);
}

int main(int argc, char **argv)
{
	static struct runs runs;
	if (argc == 2 && !strcmp(argv[1], "version")) {
		printf("utf8proc %s, Unicode %s\n", utf8proc_version(), utf8proc_unicode_version());
		return 0;
	}
	if (argc < 3)
		die("NFC|NFKC|NFKC_Casefold FILE [RUNS]; version");
	struct job job = {options_of(argv[1]), read_text(argv[2])};
	runs_repeat(&runs, argc > 3 ? read_number(argv[3], 1) : 7, run, &job);
	print_speed(&runs, (double)job.text.len);
	return 0;
}
