/* SPDX-License-Identifier: MIT */
#include "compare/text.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "common/encodings.h"
#include "common/files.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/progress.h"

/* What is no difference of the text: how it is encoded, and what has been damaged on its way. */
static const char reading[] = "[input]\nencoding = auto\n[repair]\nmojibake = safe\nentities = safe\nvisual-order = safe\n";

#define DECODE_PIECE ((size_t)1024 * 1024)

bool text_reader_init(struct text_reader *reader, const char *from)
{
	*reader = (struct text_reader){.from = from};
	if (norm_profile_parse(NULL, reading, sizeof reading - 1, &reader->profile, NULL) != NORM_OK)
		message_out_of_memory();
	return !from || encodings_check("from", from);
}

void text_reader_release(struct text_reader *reader)
{
	norm_profile_free(reader->profile);
}

/* ---- The file ---- */

static bool has_changed(const struct source *source)
{
	struct stat now;
	return S_ISREG(source->stat.st_mode) &&
	       (fstat(source->fd, &now) != 0 || !files_unchanged(&now, &source->stat));
}

static bool refuse_size(const struct text *text)
{
	message_error(_("%s: larger than 1 GiB, which is the most that can be compared"), text->shown);
	return false;
}

static bool read_all(struct text *text, const struct source *source)
{
	if (S_ISREG(source->stat.st_mode) && source->stat.st_size > 0) {
		if ((uint64_t)source->stat.st_size > TEXT_BYTES_MAX)
			return refuse_size(text);
		bytes_reserve(&text->raw, (size_t)source->stat.st_size + FILES_READ_SIZE);
	}
	for (;;) {
		ssize_t got = source_read(source, bytes_reserve(&text->raw, FILES_READ_SIZE));
		if (got < 0) {
			message_errno(text->shown);
			return false;
		}
		if (got == 0)
			break;
		text->raw.len += (size_t)got;
		if (text->raw.len > TEXT_BYTES_MAX)
			return refuse_size(text);
		progress_add((size_t)got);
	}
	if (!has_changed(source))
		return true;
	message_error(_("%s: changed while it was read"), text->shown);
	return false;
}

static bool is_refused(struct text *text, const struct text_reader *reader)
{
	enum { HEAD = 4096 };
	text->is_binary = !reader->from && encodings_is_binary(text->raw.at, text->raw.len < HEAD ? text->raw.len : HEAD);
	if (text->is_binary && !reader->takes_binary)
		message_error(_("%s: is a binary file, no text; to compare it nevertheless, say what it is with --from=ENCODING"),
			      text->shown);
	return text->is_binary;
}

static bool read_file(struct text *text)
{
	struct source source;
	if (!source_open(&source, text->path))
		return false;
	text->shown = source.shown;
	progress_start(text->shown, S_ISREG(source.stat.st_mode) ? (uint64_t)source.stat.st_size : 0);
	bool good = read_all(text, &source);
	progress_end();
	source_close(&source);
	return good;
}

/* ---- Decoding ---- */

static bool is_damage(const norm_edits *edits, size_t index)
{
	const norm_rule *rules[4];
	size_t count = norm_edits_rules(edits, index, rules, 4);
	for (size_t i = 0; i < count && i < 4; i++) {
		if (strcmp(rules[i]->id, "input.encoding") != 0)
			return true;
	}
	return false;
}

static void add_span(struct text *text, const norm_edits *edits, const norm_edit *edit)
{
	if (text->span_count == text->span_cap) {
		text->span_cap = text->span_cap ? text->span_cap * 2 : 256;
		text->spans = memory_grow(text->spans, text->span_cap, sizeof *text->spans);
	}
	text->spans[text->span_count++] = (struct text_span){
		.at = (size_t)edit->output_start,
		.len = (size_t)(edit->output_end - edit->output_start),
		.source = (size_t)edit->source_start,
		.source_len = (size_t)(edit->source_end - edit->source_start),
		.damage = is_damage(edits, edit->index),
	};
}

static norm_status take_block(void *user, const norm_block *block)
{
	struct text *text = user;
	bool is_first = !text->span_count && norm_edits_count(block->edits) > 0;
	if (is_first)
		bytes_append(&text->decoded, text->raw.at, (size_t)block->source_offset);
	norm_edit edit;
	for (norm_edit_iter iter = {0}; norm_edits_next(block->edits, &iter, &edit);)
		add_span(text, block->edits, &edit);
	if (text->span_count)
		bytes_append(&text->decoded, block->output, block->output_len);
	return text->decoded.len > TEXT_BYTES_MAX ? NORM_E_LIMIT : NORM_OK;
}

static norm_status decode_pieces(norm_stream *stream, const struct text *text, const char *from)
{
	norm_status status = from ? norm_stream_set_encoding(stream, from) : NORM_OK;
	for (size_t done = 0; status == NORM_OK && done < text->raw.len; done += DECODE_PIECE) {
		size_t rest = text->raw.len - done;
		status = norm_stream_write(stream, text->raw.at + done, rest < DECODE_PIECE ? rest : DECODE_PIECE);
	}
	return status == NORM_OK ? norm_stream_finish(stream) : status;
}

bool text_decode(struct text *text, const struct text_reader *reader)
{
	norm_stream *stream = NULL;
	norm_status status = norm_stream_new(reader->profile, NORM_WITH_EDITS, take_block, text, &stream);
	if (status == NORM_OK)
		status = decode_pieces(stream, text, reader->from);
	norm_stream_free(stream);
	if (status == NORM_E_NOMEM)
		message_out_of_memory();
	if (status != NORM_OK)
		message_error("%s: %s", text->shown, _(norm_status_message(status == NORM_E_SINK ? NORM_E_LIMIT : status)));
	/* spans say where it came from; the bytes themselves nobody asks for again */
	if (text->span_count)
		bytes_release(&text->raw);
	const struct bytes *bytes = text->span_count ? &text->decoded : &text->raw;
	text->at = bytes->at ? bytes->at : ""; /* an empty text has an address, too */
	text->len = bytes->len;
	return status == NORM_OK;
}

bool text_read(struct text *text, const struct text_reader *reader, const char *path)
{
	*text = (struct text){.path = path, .shown = files_shown_name(path)};
	return read_file(text) && !is_refused(text, reader);
}

void text_copy(struct text *text, const struct text *from)
{
	*text = (struct text){.path = from->path, .shown = from->shown};
	bytes_append(&text->raw, from->raw.at, from->raw.len);
}

void text_release(struct text *text)
{
	bytes_release(&text->raw);
	bytes_release(&text->decoded);
	free(text->spans);
	*text = (struct text){0};
}

/* ---- Where it came from ---- */

size_t text_span_behind(const struct text *text, size_t at)
{
	size_t low = 0, high = text->span_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (text->spans[middle].at + text->spans[middle].len <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The offset in the file of `at`; inside a span its start, or its end. */
static size_t source_of(const struct text *text, size_t at, bool is_end)
{
	size_t index = text_span_behind(text, at);
	if (index < text->span_count && text->spans[index].at < at)
		return text->spans[index].source + (is_end ? text->spans[index].source_len : 0);
	if (index == 0)
		return at;
	const struct text_span *before = &text->spans[index - 1];
	return before->source + before->source_len + (at - before->at - before->len);
}

void text_source_span(const struct text *text, size_t start, size_t end, size_t *ret_start, size_t *ret_end)
{
	*ret_start = source_of(text, start, false);
	*ret_end = source_of(text, end, true);
}
