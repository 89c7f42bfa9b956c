/* SPDX-License-Identifier: MIT */
/*
 * libnorm from C: fold a text for a search index, and say for each change where it is and which rules made it.
 *
 *     cc example.c $(pkg-config --cflags --libs libnorm) -o example
 *     ./example
 *
 * An argument is the directory of the library's data, where that is not the installed one.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <libnorm/norm.h>

static const char text[] = "\u00C0 Tinzaouat\u00E8ne, l\u2019arm\u00E9e\u00A0: "
			   "\u0642\u0627\u0644\u062A \u0627\u0644\u0625\u0630\u0627\u0639\u0629 "
			   "\u0645\u062D\u0645\u0651\u062F \u0661\u0662";

static int fail(norm_status status, const norm_error *error)
{
	char message[512];
	if (error->status != NORM_OK && norm_error_format(error, message, sizeof message) > 0)
		fprintf(stderr, "example: %s\n", message);
	else
		fprintf(stderr, "example: %s\n", norm_status_message(status));
	return EXIT_FAILURE;
}

static void print_edit(const norm_result *result, const norm_edit *edit)
{
	const norm_edits *edits = norm_result_edits(result);
	const char *output = norm_result_text(result, NULL);
	const norm_rule *rules[8];
	size_t count = norm_edits_rules(edits, edit->index, rules, 8);

	printf("%3" PRIu64 "-%-3" PRIu64 " \"%.*s\" -> \"%.*s\" ", edit->source_start, edit->source_end,
	       (int)(edit->source_end - edit->source_start), text + edit->source_start,
	       (int)(edit->output_end - edit->output_start), output + edit->output_start);
	for (size_t i = 0; i < count && i < 8; i++)
		printf(" %s", rules[i]->id);
	putchar('\n');
}

static void print_result(const norm_result *result)
{
	const norm_edits *edits = norm_result_edits(result);
	norm_edit_iter iter = {0};
	norm_edit edit;

	printf("%s\n%s\n", text, norm_result_text(result, NULL));
	while (norm_edits_next(edits, &iter, &edit))
		print_edit(result, &edit);
}

int main(int argc, char **argv)
{
	norm_context *context = NULL;
	norm_profile *profile = NULL;
	norm_result *result = NULL;
	norm_error error = {0};
	int exit_status = EXIT_SUCCESS;

	norm_status status = norm_context_new(argc > 1 ? argv[1] : NULL, &context);
	if (status == NORM_OK)
		status = norm_profile_get(context, "search", &profile, &error);
	if (status == NORM_OK)
		status = norm_apply(profile, text, strlen(text), NORM_WITH_EDITS, &result, &error);
	if (status == NORM_OK)
		print_result(result);
	else
		exit_status = fail(status, &error);

	norm_result_free(result);
	norm_profile_free(profile);
	norm_context_free(context);
	return exit_status;
}
