/* SPDX-License-Identifier: MIT */
/* norm-places find: the places in texts. */
#include "places/find.h"

#include <string.h>
#include <unistd.h>

#include "common/encodings.h"
#include "common/files.h"
#include "common/i18n.h"
#include "common/json.h"
#include "common/message.h"
#include "common/profiles.h"
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

void find_source_span(const struct finding *finding, const norm_place_match *match, uint64_t *ret_start, uint64_t *ret_end)
{
	*ret_start = origin_source(&finding->origin, finding->position.offset + match->start, false);
	*ret_end = origin_source(&finding->origin, finding->position.offset + match->end, true);
}

/* Look at whole paragraphs, of which there is one at least. */
static bool flush_block(struct finding *finding)
{
	struct bytes *block = &finding->block;
	const char *last = memrchr(block->at, '\n', block->len);
	size_t len = last ? (size_t)(last - block->at) + 1 : block->len;
	bool good = find_in_text(finding, block->at, len);
	position_advance(&finding->position, block->at, len);
	origin_forget(&finding->origin, finding->position.offset);
	bytes_drop(block, len);
	return good;
}

static norm_status take_decoded(void *user, const norm_block *block)
{
	struct finding *finding = user;
	norm_edit edit;
	for (norm_edit_iter next = {0}; norm_edits_next(block->edits, &next, &edit);)
		origin_add(&finding->origin, &(struct origin_span){edit.output_start, edit.output_end, edit.source_start, edit.source_end});
	bytes_append(&finding->block, block->output, block->output_len);
	return finding->block.len < BLOCK || flush_block(finding) ? NORM_OK : NORM_E_SINK;
}

static void open_decoder(struct finding *finding)
{
	const char *from = finding->options->from;
	finding->reading = profiles_reading();
	if (norm_stream_new(finding->reading, NORM_WITH_EDITS, take_decoded, finding, &finding->decoder) != NORM_OK ||
	    (from && norm_stream_set_encoding(finding->decoder, from) != NORM_OK))
		message_out_of_memory();
}

/* What a sink has to say it has said. */
static bool take_status(const struct finding *finding, norm_status status)
{
	if (status == NORM_E_NOMEM)
		message_out_of_memory();
	if (status != NORM_OK && status != NORM_E_SINK)
		message_error("%s: %s", finding->shown, _(norm_status_message(status)));
	return status == NORM_OK;
}

static bool take_piece(void *user, const char *at, size_t len)
{
	struct finding *finding = user;
	if (!finding->started && !finding->options->from && encodings_is_binary(at, len)) {
		message_error(_("%s: is a binary file, no text; to look for places in it nevertheless, say what it is with "
				"--from=ENCODING"),
			      finding->shown);
		return false;
	}
	finding->started = true;
	return take_status(finding, norm_stream_write(finding->decoder, at, len));
}

static bool find_in_file(struct finding *finding, const char *path)
{
	finding->position = POSITION_START;
	finding->path = path;
	finding->shown = files_shown_name(path);
	finding->started = false;
	finding->block.len = 0;
	origin_start(&finding->origin);
	if (!finding->decoder)
		open_decoder(finding);
	norm_stream_reset(finding->decoder);
	return input_read(path, take_piece, finding) && take_status(finding, norm_stream_finish(finding->decoder)) &&
	       find_in_text(finding, finding->block.at, finding->block.len);
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
	if (options->from && !encodings_check("from", options->from))
		return STATUS_TROUBLE;
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
	bytes_release(&finding.block);
	origin_release(&finding.origin);
	norm_stream_free(finding.decoder);
	norm_profile_free(finding.reading);
	norm_place_finder_free(finding.finder);
	norm_gazetteer_free(gazetteer);
	if (!good)
		return STATUS_TROUBLE;
	return finding.found ? STATUS_OK : STATUS_FOUND;
}
