/* SPDX-License-Identifier: MIT */
/*
 * norm-places rank: for each name of one list the best ones of another. A list has a name on each line, and if it has a
 * second column, with a tab in front of it, that is the country.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/i18n.h"
#include "common/json.h"
#include "common/message.h"
#include "common/output.h"
#include "places/command.h"
#include "places/input.h"
#include "places/place_text.h"

/* Names of the second list, by their number in the index. */
struct list {
	norm_name_index *index;
	const char *country; /* of names whose line has none */
	struct bytes text;
	size_t *starts;
	size_t count, cap;
};

struct ranking {
	const struct options *options;
	struct list *list;
	struct output out;
	struct bytes line;
	norm_name_match *matches;
	size_t max;
	uint64_t same;
};

/* Part a line: its name, and the country into `code`, else the one given. */
static size_t read_line(const char *line, size_t len, const char *fallback, char code[3], const char **ret_country)
{
	const char *tab = len ? memchr(line, '\t', len) : NULL;
	*ret_country = fallback;
	if (!tab)
		return len;
	const char *country = tab + 1;
	size_t rest = len - (size_t)(country - line);
	if (rest == 2 || (rest > 2 && country[2] == '\t')) {
		memcpy(code, country, 2);
		code[2] = '\0';
		*ret_country = code;
	}
	return (size_t)(tab - line);
}

static bool take_name(void *user, const char *line, size_t len, uint64_t number)
{
	struct list *list = user;
	char code[3];
	const char *country;
	(void)number;
	size_t name_len = read_line(line, len, list->country, code, &country);
	if (list->count == list->cap) {
		list->cap = list->cap ? list->cap * 2 : 1024;
		list->starts = memory_grow(list->starts, list->cap + 1, sizeof *list->starts);
	}
	list->starts[list->count++] = list->text.len;
	bytes_append(&list->text, line, name_len);
	list->starts[list->count] = list->text.len;
	norm_status status = norm_name_index_add(list->index, line, name_len, country);
	if (status == NORM_E_NOMEM)
		message_out_of_memory();
	if (status != NORM_OK)
		message_error("%s", _(norm_status_message(status)));
	return status == NORM_OK;
}

static void append_match(struct ranking *ranking, const char *name, size_t len, const norm_name_match *match)
{
	const struct list *list = ranking->list;
	const char *found = list->text.at + list->starts[match->entry];
	size_t found_len = list->starts[match->entry + 1] - list->starts[match->entry];
	const char *verdict = match->score >= NORM_NAME_SAME ? "same" : "proposed";
	struct bytes *line = &ranking->line;
	if (ranking->options->json) {
		bytes_append_text(line, "{\"name\":");
		json_append_any(line, name, len);
		bytes_append_text(line, ",\"match\":");
		json_append_any(line, found, found_len);
		bytes_format(line, ",\"line\":%u,\"score\":%.4f,\"verdict\":\"%s\"}\n", match->entry + 1, match->score,
			     verdict);
		return;
	}
	bytes_append(line, name, len);
	bytes_append_char(line, '\t');
	bytes_append(line, found, found_len);
	bytes_format(line, "\t%.3f\t%s\n", match->score, verdict);
}

static bool rank_name(void *user, const char *line, size_t len, uint64_t number)
{
	struct ranking *ranking = user;
	char code[3];
	const char *country;
	(void)number;
	size_t name_len = read_line(line, len, ranking->options->country, code, &country);
	size_t count =
		norm_name_index_find(ranking->list->index, line, name_len, country, ranking->matches, ranking->max);
	ranking->line.len = 0;
	for (size_t i = 0; i < count && ranking->matches[i].score >= ranking->options->confidence; i++) {
		append_match(ranking, line, name_len, &ranking->matches[i]);
		ranking->same += ranking->matches[i].score >= NORM_NAME_SAME;
	}
	return output_write(&ranking->out, ranking->line.at, ranking->line.len);
}

static bool read_list(struct list *list, const char *path)
{
	if (norm_name_index_new(&list->index) != NORM_OK)
		message_out_of_memory();
	if (!input_lines(path, take_name, list))
		return false;
	if (norm_name_index_ready(list->index) != NORM_OK)
		message_out_of_memory();
	return true;
}

int rank_run(const struct options *options)
{
	struct list list = {.country = options->country};
	struct ranking ranking = {.options = options, .list = &list, .max = options->count ? options->count : 1};
	ranking.matches = memory_grow(NULL, ranking.max, sizeof *ranking.matches);
	output_init(&ranking.out, STDOUT_FILENO, _("(standard output)"));
	bool good = read_list(&list, options->arguments[1]) && input_lines(options->arguments[0], rank_name, &ranking);
	good = output_finish(&ranking.out) && good;
	norm_name_index_free(list.index);
	bytes_release(&list.text);
	bytes_release(&ranking.line);
	free(list.starts);
	free(ranking.matches);
	if (!good)
		return STATUS_TROUBLE;
	return ranking.same ? STATUS_OK : STATUS_FOUND;
}
