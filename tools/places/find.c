/* SPDX-License-Identifier: MIT */
/* norm-places find: the places in texts. */
#include "places/find.h"

#include <string.h>
#include <unistd.h>

#include "common/files.h"
#include "common/i18n.h"
#include "common/json.h"
#include "common/message.h"
#include "places/command.h"
#include "places/input.h"

/* Texts are read whole, for what is around a name tells which place is meant; larger ones by whole paragraphs. */
#define BLOCK ((size_t)16 * 1024 * 1024)

bool find_next(const struct finding *finding, size_t *index, norm_place_match *ret)
{
	while (norm_place_finder_match(finding->finder, *index, ret)) {
		++*index;
		if (ret->confidence >= finding->options->confidence)
			return true;
	}
	return false;
}

static bool print_found(struct finding *finding, const struct found_text *text)
{
	static bool (*const forms[])(struct finding *, const struct found_text *) = {
		[FIND_TEXT] = find_print_text,
		[FIND_TSV] = find_print_tsv,
		[FIND_JSON] = find_print_json,
		[FIND_HTML] = find_print_html,
	};
	return forms[finding->options->format](finding, text);
}

static bool find_in_text(struct finding *finding, const char *at, size_t len)
{
	norm_status status = norm_place_finder_read(finding->finder, at, len);
	if (status == NORM_E_NOMEM)
		message_out_of_memory();
	if (status != NORM_OK) {
		message_error("%s: %s", finding->shown, _(norm_status_message(status)));
		return false;
	}
	struct found_text text = {at, len};
	return print_found(finding, &text);
}

/* ---- Files that are one text ---- */

struct text_reader {
	struct finding *finding;
	struct bytes block;
};

/* Hand on whole paragraphs, of which there is one at least. */
static bool flush_block(struct text_reader *reader)
{
	const char *last = memrchr(reader->block.at, '\n', reader->block.len);
	size_t len = last ? (size_t)(last - reader->block.at) + 1 : reader->block.len;
	bool good = find_in_text(reader->finding, reader->block.at, len);
	position_advance(&reader->finding->position, reader->block.at, len);
	bytes_drop(&reader->block, len);
	return good;
}

static bool take_piece(void *user, const char *at, size_t len)
{
	struct text_reader *reader = user;
	bytes_append(&reader->block, at, len);
	return reader->block.len < BLOCK || flush_block(reader);
}

static bool find_in_file(struct finding *finding, const char *path)
{
	struct text_reader reader = {.finding = finding};
	finding->position = POSITION_START;
	finding->path = path;
	finding->shown = files_shown_name(path);
	bool good = input_read(path, take_piece, &reader) && find_in_text(finding, reader.block.at, reader.block.len);
	bytes_release(&reader.block);
	return good;
}

/* ---- JSON Lines ---- */

static bool take_record(void *user, const char *line, size_t len, uint64_t number)
{
	struct finding *finding = user;
	struct json_object object = {0};
	struct json_error error;
	struct bytes text = {0};
	size_t mark = json_line_mark(line, len, number);
	line += mark;
	len -= mark;
	finding->record = number;
	if (json_line_is_blank(line, len))
		return true;
	bool good = json_scan(line, len, &finding->options->field, 1, &object, &error);
	if (!good)
		message_error(_("%s:%llu: not a valid line of JSON: %s"), finding->shown, (unsigned long long)number,
			      error.reason);
	for (size_t i = 0; good && i < object.count; i++) {
		const struct json_member *member = &object.members[i];
		if (!member->is_string)
			continue;
		text.len = 0;
		json_decode(&text, line + member->start + 1, member->end - member->start - 2);
		finding->position = POSITION_START;
		good = find_in_text(finding, text.at, text.len);
	}
	bytes_release(&text);
	json_object_release(&object);
	return good;
}

static bool find_in_records(struct finding *finding, const char *path)
{
	finding->path = path;
	finding->shown = files_shown_name(path);
	return input_lines(path, take_record, finding);
}

/* ---- All of it ---- */

static bool find_in_all(struct finding *finding)
{
	static const char *const standard_input[] = {"-", NULL};
	const struct options *options = finding->options;
	const char *const *file = options->argument_count ? options->arguments : standard_input;
	bool good = options->format != FIND_HTML || find_start_html(finding);
	for (; *file && !finding->out.failed; file++)
		good = (options->field ? find_in_records(finding, *file) : find_in_file(finding, *file)) && good;
	return (options->format != FIND_HTML || find_end_html(finding)) && good;
}

int find_run(const struct options *options)
{
	norm_gazetteer *gazetteer = options_gazetteer(options);
	if (!gazetteer)
		return STATUS_TROUBLE;
	struct finding finding = {.options = options, .gazetteer = gazetteer, .isolate = isatty(STDOUT_FILENO)};
	if (norm_place_finder_new(gazetteer, &finding.finder) != NORM_OK)
		message_out_of_memory();
	output_init(&finding.out, STDOUT_FILENO, _("(standard output)"));
	bool good = find_in_all(&finding);
	good = output_finish(&finding.out) && good;
	bytes_release(&finding.line);
	norm_place_finder_free(finding.finder);
	norm_gazetteer_free(gazetteer);
	if (!good)
		return STATUS_TROUBLE;
	return finding.found ? STATUS_OK : STATUS_FOUND;
}
