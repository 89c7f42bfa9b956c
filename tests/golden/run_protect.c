/* SPDX-License-Identifier: MIT */
/*
 * Protected spans, from tests/golden/protected.txt: each line is a paragraph in which ⟦kind:…⟧ stands around every
 * span, so what has no brackets is not protected. Escapes are those of support/escape.h. Each line is tried once more with
 * its laws (support/protect_laws.h).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "support/escape.h"
#include "support/protect_laws.h"
#include "text/protect.h"

enum { LINE_BYTES = 4096 };

static const char open_mark[] = "\u27E6", close_mark[] = "\u27E7";

static bool begins(const struct buffer *text, size_t at, const char *mark)
{
	return text->len - at >= strlen(mark) && !memcmp(text->at + at, mark, strlen(mark));
}

/* The text without its markup. */
static void strip(const struct buffer *marked, struct buffer *out)
{
	for (size_t at = 0; at < marked->len;) {
		if (begins(marked, at, open_mark)) {
			const uint8_t *colon = memchr(marked->at + at, ':', marked->len - at);
			at = colon ? (size_t)(colon - marked->at) + 1 : marked->len;
		} else if (begins(marked, at, close_mark)) {
			at += strlen(close_mark);
		} else {
			buffer_append(out, marked->at + at++, 1);
		}
	}
}

static void mark(const struct buffer *text, struct buffer *out)
{
	struct protect protect = {0};
	size_t at = 0;
	protect_read(&protect, text->at, text->len);
	for (size_t i = 0; i < protect.len; i++) {
		const struct protect_span *span = &protect.at[i];
		buffer_append(out, text->at + at, span->start - at);
		buffer_append_text(out, open_mark);
		buffer_append_text(out, protect_kind_name(span->kind));
		buffer_append_text(out, ":");
		buffer_append(out, text->at + span->start, span->end - span->start);
		buffer_append_text(out, close_mark);
		at = span->end;
	}
	buffer_append(out, text->at + at, text->len - at);
	protect_release(&protect);
}

static const char *check(const struct buffer *expected, struct buffer *got)
{
	struct buffer text = {0};
	strip(expected, &text);
	mark(&text, got);
	bool same = got->len == expected->len && !memcmp(got->at, expected->at, got->len);
	const char *wrong = same ? law_protect(text.at, text.len) : "other spans";
	buffer_release(&text);
	return wrong;
}

static bool check_line(const char *line, unsigned number)
{
	struct buffer expected = {0}, got = {0};
	const char *wrong = "an escape is wrong";
	if (escape_read(line, strlen(line), &expected))
		wrong = check(&expected, &got);
	if (wrong) {
		printf("line %u: %s\n  expected: %s\n  got:      ", number, wrong, line);
		escape_print(stdout, got.at, got.len);
		printf("\n");
	}
	buffer_release(&expected);
	buffer_release(&got);
	return !wrong;
}

int main(void)
{
	const char *top = getenv("top_srcdir");
	char line[LINE_BYTES];
	size_t passed = 0, failed = 0;
	unsigned number = 0;
	snprintf(line, sizeof line, "%s/tests/golden/protected.txt", top ? top : ".");
	FILE *file = fopen(line, "r");
	while (file && fgets(line, sizeof line, file)) {
		number++;
		line[strcspn(line, "\n")] = '\0';
		if (line[0] && strncmp(line, "# ", 2) != 0)
			++*(check_line(line, number) ? &passed : &failed);
	}
	if (file)
		fclose(file);
	printf("%zu passed, %zu failed\n", passed, failed);
	return failed || !passed ? EXIT_FAILURE : EXIT_SUCCESS;
}
