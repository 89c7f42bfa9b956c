/* SPDX-License-Identifier: MIT */
/*
 * Names in the other script, from tests/golden/names.txt: blocks of three lines, what is done, the name, what it becomes. What is done
 * is "romanise COUNTRY" or "arabise COUNTRY" (the first proposal, without a gazetteer), a scheme of data/translit, or
 * "back" and a scheme. Escapes are those of support/escape.h.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "libnorm/norm.h"
#include "libnorm/translit.h"
#include "support/escape.h"

enum { LINE_BYTES = 4096 };

static bool by_rules(const char *what, const struct buffer *name, struct buffer *got)
{
	norm_romaniser *romaniser;
	norm_proposal proposal = {.text = ""};
	if (norm_romaniser_new(strchr(what, ' ') + 1, NULL, &romaniser) != NORM_OK)
		return false;
	bool back = what[0] == 'a';
	bool good = (back ? norm_arabise : norm_romanise)(romaniser, (const char *)name->at, name->len) == NORM_OK;
	norm_romaniser_proposal(romaniser, 0, &proposal);
	buffer_append_text(got, proposal.text);
	norm_romaniser_free(romaniser);
	return good;
}

static bool by_scheme(const char *scheme, bool back, const struct buffer *name, struct buffer *got)
{
	norm_translit *translit;
	const char *text;
	size_t len;
	if (norm_translit_new(getenv("LIBNORM_DATA"), scheme, back, &translit, NULL) != NORM_OK)
		return false;
	bool good = norm_translit_write(translit, (const char *)name->at, name->len, &text, &len) == NORM_OK;
	if (good)
		buffer_append(got, text, len);
	norm_translit_free(translit);
	return good;
}

static bool run(const char *what, const struct buffer *name, struct buffer *got)
{
	if (!strncmp(what, "romanise ", 9) || !strncmp(what, "arabise ", 8))
		return by_rules(what, name, got);
	bool back = !strncmp(what, "back ", 5);
	return by_scheme(what + (back ? 5 : 0), back, name, got);
}

static bool check_block(char lines[3][LINE_BYTES], unsigned number)
{
	struct buffer name = {0}, expected = {0}, got = {0};
	bool good = escape_read(lines[1], strlen(lines[1]), &name) && escape_read(lines[2], strlen(lines[2]), &expected) &&
		    run(lines[0], &name, &got) && got.len == expected.len && !memcmp(got.at, expected.at, got.len);
	if (!good) {
		printf("line %u: %s: %s\n  expected: %s\n  got:      ", number, lines[0], lines[1], lines[2]);
		escape_print(stdout, got.at, got.len);
		printf("\n");
	}
	buffer_release(&name);
	buffer_release(&expected);
	buffer_release(&got);
	return good;
}

int main(void)
{
	static char lines[3][LINE_BYTES];
	const char *top = getenv("top_srcdir");
	size_t passed = 0, failed = 0;
	unsigned number = 0, filled = 0;
	snprintf(lines[0], LINE_BYTES, "%s/tests/golden/names.txt", top ? top : ".");
	FILE *file = fopen(lines[0], "r");
	while (file && fgets(lines[filled], LINE_BYTES, file)) {
		number++;
		lines[filled][strcspn(lines[filled], "\n")] = '\0';
		filled += lines[filled][0] && strncmp(lines[filled], "# ", 2) != 0;
		if (filled == 3) {
			++*(check_block(lines, number - 2) ? &passed : &failed);
			filled = 0;
		}
	}
	if (file)
		fclose(file);
	printf("%zu passed, %zu failed\n", passed, failed);
	return failed || filled || !passed ? EXIT_FAILURE : EXIT_SUCCESS;
}
