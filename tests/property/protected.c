/* SPDX-License-Identifier: MIT */
/*
 * Protected spans of random texts: the laws of support/protect_laws.h hold. Half of the texts are made of what begins,
 * holds together and ends spans; half are any text. NORM_SEED and NORM_CASES of the environment as in
 * property.h. A text that breaks a law is made shorter and printed as a line for tests/golden/protected.txt.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "property/random.h"
#include "support/escape.h"
#include "support/protect_laws.h"

enum { SEED = 20240521, CASES = 20000, PIECES = 14, FAILURES_SHOWN = 5 };

static const char *const pieces[] = {
    "http://", "www.", "exemple", ".", ".", ":", "::", "/", "//", "@", "#", "_", "-", "--", "\u2013", "'", "\u2019",
    "\"", "\u201D", "\u00AB", "<", ">", "<!--", "-->", "<a ", "=", "&", ";", "`", "$", "+", "^", "(", ")", "\\",
    " ", " ", " ", "\u00A0", "\u202F", "  ", "\t", "\n", "1", "12", "021", "2024", "30", "\u0663", "\u0661\u0662",
    "\u06F4", "fr", "ma", "com", "n", "v", "p", "x", "E\u0301", "\u00E9", "L", "\u0642\u0627\u0644", "\u0640",
    "\u0647\u0627\u062A\u0641", "t\u00E9l", "\u060C", "\u061F", "\u2026", "...", ",", "!", "?", "\u200B", "\u200F",
    "h", "\"a\": 1", ", \"b\":", "true", "{ ", "\u0301", "\u064B", "\uFF1A", "\u00B2", "\u00DF", "\xFF", "\xE2\x80", "[", "]", "{", "}", "%", "~", "*", "|",
};

static uint64_t number_of(const char *name, uint64_t otherwise)
{
	const char *text = getenv(name);
	return text && *text ? strtoull(text, NULL, 10) : otherwise;
}

static void make_text(struct random *random, struct buffer *out)
{
	if (random_once_in(random, 2)) {
		random_text(random, RANDOM_ALL, PIECES, out);
		return;
	}
	for (size_t n = 1 + random_below(random, PIECES); n > 0; n--)
		buffer_append_text(out, pieces[random_below(random, sizeof pieces / sizeof pieces[0])]);
}

/* Leave bytes out as long as a law stays broken. */
static void shrink(struct buffer *text)
{
	for (size_t at = 0; at < text->len;) {
		struct buffer shorter = {0};
		buffer_append(&shorter, text->at, at);
		buffer_append(&shorter, text->at + at + 1, text->len - at - 1);
		if (law_protect(shorter.at, shorter.len)) {
			buffer_release(text);
			*text = shorter;
			at = 0;
		} else {
			buffer_release(&shorter);
			at++;
		}
	}
}

static void report(struct buffer *text, uint64_t seed, uint64_t number)
{
	shrink(text);
	printf("# case %llu of NORM_SEED=%llu: %s\n", (unsigned long long)number, (unsigned long long)seed,
	       law_protect(text->at, text->len));
	escape_print(stdout, text->at, text->len);
	printf("\n");
}

int main(void)
{
	uint64_t seed = number_of("NORM_SEED", SEED), cases = number_of("NORM_CASES", CASES);
	struct random random = {seed};
	size_t failed = 0;
	for (uint64_t i = 0; i < cases; i++) {
		struct buffer text = {0};
		make_text(&random, &text);
		if (law_protect(text.at, text.len) && failed++ < FAILURES_SHOWN)
			report(&text, seed, i);
		buffer_release(&text);
	}
	printf("%zu passed, %zu failed\n", (size_t)cases - failed, failed);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
