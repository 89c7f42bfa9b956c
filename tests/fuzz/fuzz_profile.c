/* SPDX-License-Identifier: MIT */
/* The bytes are the text of a profile. It compiles and keeps the laws, or the error is a whole one. */
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz.h"
#include "support/laws.h"

const char fuzz_corpus[] = "profile";

#define ENDS(field) memchr(field, 0, sizeof(field))

static const char sample[] = "\uFEFFL\u2019\u00C9cole  \u00AB e\u0301 \u00BB "
			     "\uFEFB\u0651\u064E \uFDFA\u200B \u0661 \xFF\r\n ";

static void check_message(const norm_error *error, size_t size)
{
	char text[64];
	size_t whole = norm_error_format(error, NULL, 0);
	memset(text, '#', sizeof text);
	if (norm_error_format(error, text, size) != whole || strlen(text) >= size)
		abort();
}

/* Every field ends, and a code says what is wrong. */
static void check_error(const norm_error *error, norm_status status)
{
	bool ended = ENDS(error->file) && ENDS(error->subject) && ENDS(error->section) && ENDS(error->nearest) &&
		     ENDS(error->expected);
	if (!ended || error->status != status || error->code == NORM_ERROR_NONE)
		abort();
	check_message(error, 64);
	check_message(error, 7);
	check_message(error, 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	norm_profile *profile = NULL;
	norm_error error;
	if (memchr(data, '/', size))
		return 0; /* an include could read any file */
	norm_status status = norm_profile_parse(fuzz_context(), (const char *)data, size, &profile, &error);
	if (status != NORM_OK) {
		check_error(&error, status);
		return 0;
	}
	if (law_idempotence(profile, sample, sizeof sample - 1) || law_edits(profile, sample, sizeof sample - 1))
		abort();
	norm_profile_free(profile);
	return 0;
}
