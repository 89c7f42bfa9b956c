/* SPDX-License-Identifier: MIT */
/* norm-places romanise and arabise: names in the other script, those of the arguments or one on each line of the input. */
#include <string.h>
#include <unistd.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/output.h"
#include "places/command.h"
#include "places/input.h"
#include "places/place_text.h"

struct writing {
	const struct options *options;
	norm_romaniser *romaniser;
	bool to_arabic;
	struct output out;
	struct bytes line;
};

/* Names of the command line stand beside their answers; in a pipe the answers alone take the places of the names. */
static void append_proposal(struct writing *writing, const char *name, size_t len, const norm_proposal *proposal)
{
	struct bytes *line = &writing->line;
	const char *origin = proposal->origin == NORM_ORIGIN_GAZETTEER ? "gazetteer" : "rules";
	if (writing->options->json) {
		bytes_append_text(line, "{\"name\":");
		place_append_json_bytes(line, name, len);
		bytes_append_text(line, ",\"text\":");
		place_append_json_text(line, proposal->text);
		bytes_format(line, ",\"origin\":\"%s\",\"confidence\":%.3f}\n", origin, proposal->confidence);
	} else if (writing->options->argument_count || writing->options->count) {
		bytes_append(line, name, len);
		bytes_format(line, "\t%s\t%s\t%.3f\n", proposal->text, origin, proposal->confidence);
	} else {
		bytes_format(line, "%s\n", proposal->text);
	}
}

static bool write_name(void *user, const char *name, size_t len, uint64_t number)
{
	struct writing *writing = user;
	norm_proposal proposal;
	size_t max = writing->options->count ? writing->options->count : 1;
	norm_status status = (writing->to_arabic ? norm_arabise : norm_romanise)(writing->romaniser, name, len);
	(void)number;
	if (status == NORM_E_NOMEM)
		message_out_of_memory();
	if (status != NORM_OK) {
		message_error("%s", _(norm_status_message(status)));
		return false;
	}
	writing->line.len = 0;
	for (size_t i = 0; i < max && norm_romaniser_proposal(writing->romaniser, i, &proposal); i++)
		append_proposal(writing, name, len, &proposal);
	/* a line for each line, also where there is nothing to write */
	if (!writing->line.len && !writing->options->argument_count && !writing->options->json)
		bytes_append_char(&writing->line, '\n');
	return output_write(&writing->out, writing->line.at, writing->line.len);
}

static bool write_names(struct writing *writing)
{
	const struct options *options = writing->options;
	bool good = true;
	if (!options->argument_count)
		return input_lines("-", write_name, writing);
	for (size_t i = 0; good && i < options->argument_count; i++)
		good = write_name(writing, options->arguments[i], strlen(options->arguments[i]), i);
	return good;
}

static int run(const struct options *options, bool to_arabic)
{
	norm_gazetteer *gazetteer = options_gazetteer(options);
	if (!gazetteer)
		return STATUS_TROUBLE;
	struct writing writing = {.options = options, .to_arabic = to_arabic};
	if (norm_romaniser_new(options->country, gazetteer, &writing.romaniser) != NORM_OK)
		message_out_of_memory();
	output_init(&writing.out, STDOUT_FILENO, _("(standard output)"));
	bool good = write_names(&writing);
	good = output_finish(&writing.out) && good;
	bytes_release(&writing.line);
	norm_romaniser_free(writing.romaniser);
	norm_gazetteer_free(gazetteer);
	return good ? STATUS_OK : STATUS_TROUBLE;
}

int romanise_run(const struct options *options)
{
	return run(options, false);
}

int arabise_run(const struct options *options)
{
	return run(options, true);
}
