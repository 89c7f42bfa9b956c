/* SPDX-License-Identifier: MIT */
/* norm-places romanise and arabise: names in the other script, those of the arguments or one on each line of the input.
 */
#include <string.h>
#include <unistd.h>

#include <libnorm/translit.h>

#include "common/error_text.h"
#include "common/i18n.h"
#include "common/json.h"
#include "common/message.h"
#include "common/output.h"
#include "common/profiles.h"
#include "places/command.h"
#include "places/input.h"
#include "places/place_text.h"

struct writing {
	const struct options *options;
	bool to_arabic;
	norm_translit *translit;   /* of --scheme, or NULL: then there is … */
	norm_romaniser *romaniser; /* … this one, with its gazetteer */
	norm_gazetteer *gazetteer;
	struct output out;
	struct bytes line;
};

/* Names of the command line stand beside their answers; in a pipe the answers alone take the places of the names. */
static void append_answer(struct writing *writing, const char *name, size_t len, const char *text, const char *origin,
			  double confidence)
{
	struct bytes *line = &writing->line;
	if (writing->options->json) {
		bytes_append_text(line, "{\"name\":");
		json_append_any(line, name, len);
		bytes_append_text(line, ",\"text\":");
		json_append_text(line, text);
		bytes_append_text(line, ",\"origin\":");
		json_append_text(line, origin);
		bytes_format(line, ",\"confidence\":%.3f}\n", confidence);
	} else if (writing->options->argument_count || writing->options->count) {
		bytes_append(line, name, len);
		bytes_format(line, "\t%s\t%s\t%.3f\n", text, origin, confidence);
	} else {
		bytes_format(line, "%s\n", text);
	}
}

static norm_status transliterate(struct writing *writing, const char *name, size_t len)
{
	const char *text;
	size_t text_len;
	norm_status status = norm_translit_write(writing->translit, name, len, &text, &text_len);
	if (status == NORM_OK)
		append_answer(writing, name, len, text, writing->options->scheme, 1);
	return status;
}

static norm_status propose(struct writing *writing, const char *name, size_t len)
{
	norm_proposal proposal;
	size_t max = writing->options->count ? writing->options->count : 1;
	norm_status status = (writing->to_arabic ? norm_arabise : norm_romanise)(writing->romaniser, name, len);
	for (size_t i = 0; status == NORM_OK && i < max && norm_romaniser_proposal(writing->romaniser, i, &proposal);
	     i++)
		append_answer(writing, name, len, proposal.text,
			      proposal.origin == NORM_ORIGIN_GAZETTEER ? "gazetteer" : "rules", proposal.confidence);
	return status;
}

static bool write_name(void *user, const char *name, size_t len, uint64_t number)
{
	struct writing *writing = user;
	(void)number;
	writing->line.len = 0;
	norm_status status = (writing->translit ? transliterate : propose)(writing, name, len);
	if (status == NORM_E_NOMEM)
		message_out_of_memory();
	if (status != NORM_OK) {
		message_error("%s", _(norm_status_message(status)));
		return false;
	}
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

/* Those that come with libnorm, in the order of --help; only the first and the last have a way back. */
static const char *const schemes[] = {"french", "bgn-pcgn-1956", "ungegn-2017", "iso-233-2", "din-31635", "buckwalter"};
enum { SCHEMES = sizeof schemes / sizeof *schemes };

static bool is_scheme(const char *name)
{
	size_t i = 0;
	while (i < SCHEMES && strcmp(schemes[i], name) != 0)
		i++;
	return i < SCHEMES;
}

static void refuse_scheme(const struct writing *writing)
{
	struct bytes list = {0};
	for (size_t i = 0; i < SCHEMES; i += writing->to_arabic ? SCHEMES - 1 : 1)
		bytes_format(&list, "%s%s", i ? ", " : "", schemes[i]);
	message_error(_("%s has no scheme \"%s\"; it has: %s"), writing->options->command->name, writing->options->scheme,
		      bytes_text(&list));
	bytes_release(&list);
}

static bool open_scheme(struct writing *writing)
{
	const struct options *options = writing->options;
	norm_error error = {0};
	norm_status status = norm_translit_new(profiles_data_dir(options->given.data_dir), options->scheme,
					       writing->to_arabic, &writing->translit, &error);
	if (status == NORM_E_NOMEM)
		message_out_of_memory();
	bool is_missing = status == NORM_E_DATA && error.code == NORM_ERROR_UNREADABLE;
	if (status == NORM_E_MISUSE || (is_missing && !is_scheme(options->scheme)))
		refuse_scheme(writing);
	else if (status != NORM_OK)
		error_text_message(status, &error);
	return status == NORM_OK;
}

/* What newspapers write: the gazetteer first, then rules. */
static bool open_romaniser(struct writing *writing)
{
	writing->gazetteer = options_gazetteer(writing->options);
	if (!writing->gazetteer)
		return false;
	if (norm_romaniser_new(writing->options->country, writing->gazetteer, &writing->romaniser) != NORM_OK)
		message_out_of_memory();
	return true;
}

static int run(const struct options *options, bool to_arabic)
{
	struct writing writing = {.options = options, .to_arabic = to_arabic};
	bool french = !options->scheme || !strcmp(options->scheme, "french");
	if (!(french ? open_romaniser : open_scheme)(&writing))
		return STATUS_TROUBLE;
	output_init(&writing.out, STDOUT_FILENO, _("(standard output)"));
	bool good = write_names(&writing);
	good = output_finish(&writing.out) && good;
	bytes_release(&writing.line);
	norm_translit_free(writing.translit);
	norm_romaniser_free(writing.romaniser);
	norm_gazetteer_free(writing.gazetteer);
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
