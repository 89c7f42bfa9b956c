/* SPDX-License-Identifier: MIT */
#include "libnorm/stream.h"

#include <stdlib.h>
#include <string.h>

#include "engine/machine.h"
#include "repair/decoder.h"
#include "repair/encoding.h"
#include "text/edit_chain.h"
#include "text/paragraph.h"

/* So many bytes are decoded at a time. */
enum { DECODED_AT_ONCE = 1 << 14 };

/* What becomes of the input before the machine sees it. */
enum intake {
	INTAKE_HEAD,  /* the first bytes wait, until the encoding is known */
	INTAKE_BYTES, /* the machine takes them */
	INTAKE_DECODE,
};

struct norm_stream {
	struct machine machine;
	struct window window;
	struct norm_edits edits;
	norm_flags flags;
	norm_sink *sink;
	void *user;
	struct buffer pending; /* the beginning of a paragraph */
	uint64_t source_offset, output_offset;
	enum intake intake;
	struct buffer head;
	char *encoding;          /* as the caller has set it; NULL: by its first bytes, or UTF-8 */
	struct decoder *decoder;
	struct decoded decoded;
	struct norm_edits joined; /* from the bytes as they came to the output */
	norm_error error;
	bool begun, finished;
};

/* Be ready for a text. */
static void begin_text(norm_stream *stream)
{
	stream->intake = stream->encoding ? INTAKE_DECODE : stream->machine.detects ? INTAKE_HEAD : INTAKE_BYTES;
	stream->begun = stream->finished = false;
}

static void begin_list(norm_stream *stream, struct norm_edits *edits)
{
	edits->shared = &stream->machine.profile->sets;
	edits->rules = registry_rules();
}

norm_status norm_stream_new(const norm_profile *profile, norm_flags flags, norm_sink *sink, void *user,
			    norm_stream **ret)
{
	if (!profile || !sink || !ret || (unsigned)flags & ~(unsigned)NORM_WITH_EDITS)
		return NORM_E_MISUSE;
	norm_stream *stream = calloc(1, sizeof *stream);
	if (!stream)
		return NORM_E_NOMEM;
	stream->flags = flags;
	stream->sink = sink;
	stream->user = user;
	machine_init(&stream->machine, profile, flags & NORM_WITH_EDITS ? &stream->edits : NULL, &stream->window);
	begin_list(stream, &stream->edits);
	begin_list(stream, &stream->joined);
	begin_list(stream, &stream->decoded.edits);
	begin_text(stream);
	*ret = stream;
	return NORM_OK;
}

static norm_status fail(norm_stream *stream, norm_status status)
{
	stream->error.status = status;
	return status;
}

/* Say of the source how much of it a block of decoded text stands for, and where it all came from. */
static void lend_source(norm_stream *stream, norm_block *out)
{
	struct decoded *decoded = &stream->decoded;
	struct norm_edits first = decoded_edits(decoded, out->source_len);
	struct edit_chain chain = {&first, &stream->edits, 0, 0, decoded->source.at, stream->machine.out.at};
	out->source_len = decoded_source_len(decoded, out->source_len);
	out->source = out->source_len ? (const char *)decoded->source.at : "";
	if (!out->edits)
		return;
	edit_list_clear(&stream->joined);
	edit_chain_append(&chain, &stream->joined);
	out->edits = &stream->joined;
}

static norm_status hand_on(norm_stream *stream, const uint8_t *block, size_t len)
{
	struct machine *machine = &stream->machine;
	norm_block out = {
		.source = (const char *)block,
		.source_len = len,
		.source_offset = stream->source_offset,
		.output = machine->out.at ? (const char *)machine->out.at : "",
		.output_len = machine->out.len,
		.output_offset = stream->output_offset,
		.edits = machine->edits,
	};
	struct norm_edits *edits = &stream->edits;
	if (stream->decoder) {
		lend_source(stream, &out);
		edits = &stream->joined;
		if (edits->failed)
			return NORM_E_NOMEM;
	}
	edits->source_base = out.source_offset;
	edits->output_base = out.output_offset;
	edits->source_len = (uint32_t)out.source_len;
	edits->output_len = (uint32_t)out.output_len;
	if (stream->sink(stream->user, &out) != NORM_OK)
		return NORM_E_SINK;
	stream->source_offset += out.source_len;
	stream->output_offset += out.output_len;
	if (stream->decoder)
		decoded_use(&stream->decoded, len);
	return NORM_OK;
}

/* Run over a block that may be cut here, and give it to the sink. */
static norm_status process(norm_stream *stream, const uint8_t *block, size_t len, bool at_end)
{
	struct machine *machine = &stream->machine;
	machine->out.len = 0;
	edit_list_clear(&stream->edits);
	norm_status status = machine_run(machine, block, len, at_end);
	if (status == NORM_E_ENCODING) {
		stream->error.code = NORM_ERROR_INVALID_UTF8;
		stream->error.offset = (size_t)(stream->source_offset + machine->error_at);
	}
	if (status == NORM_OK && (len || machine->out.len))
		status = hand_on(stream, block, len);
	if (status != NORM_OK)
		return fail(stream, status);
	uint32_t tail[2];
	machine_tail(machine, tail, COUNT_OF(tail));
	machine->before = tail[0];
	machine->before2 = tail[1];
	return NORM_OK;
}

/* Process the first `len` bytes of what waits and keep the rest. */
static norm_status process_pending(norm_stream *stream, size_t len, bool at_end)
{
	struct buffer *pending = &stream->pending;
	norm_status status = process(stream, pending->at ? pending->at : (const uint8_t *)"", len, at_end);
	if (status == NORM_OK && len) {
		memmove(pending->at, pending->at + len, pending->len - len);
		pending->len -= len;
	}
	return status;
}

/* Add input to a paragraph that is not complete, up to its end or its limit. Returns the bytes taken. */
static size_t add_pending(norm_stream *stream, const uint8_t *in, size_t len)
{
	struct buffer *pending = &stream->pending;
	size_t room = PARAGRAPH_MAX - pending->len, take = len < room ? len : room;
	take = paragraph_first_end(in, take);
	buffer_append(pending, in, take);
	return take;
}

static norm_status continue_paragraph(norm_stream *stream, const uint8_t *in, size_t *len)
{
	struct buffer *pending = &stream->pending;
	*len = add_pending(stream, in, *len);
	if (pending->failed)
		return fail(stream, NORM_E_NOMEM);
	if (paragraph_is_complete(pending->at, pending->len))
		return process_pending(stream, pending->len, false);
	if (pending->len == PARAGRAPH_MAX)
		return process_pending(stream, machine_cut(stream->machine.profile, pending->at, pending->len), false);
	return NORM_OK;
}

/* Take UTF-8, or bytes that may be it. */
static norm_status take_text(norm_stream *stream, const uint8_t *at, size_t len)
{
	while (stream->error.status == NORM_OK && len) {
		size_t part = len < PARAGRAPH_MAX ? len : PARAGRAPH_MAX;
		size_t whole = stream->pending.len ? 0 : paragraph_last_start(at, part);
		if (whole)
			process(stream, at, part = whole, false);
		else
			continue_paragraph(stream, at, &part);
		at += part;
		len -= part;
	}
	return stream->error.status;
}

/* Open the decoder for a text, if that has not been done. */
static norm_status open_decoder(norm_stream *stream, const char *encoding)
{
	struct ruleset rules = {0};
	bool strict = stream->machine.profile->invalid == INVALID_STRICT;
	norm_status status = stream->decoder ? NORM_OK : decoder_open(encoding, strict, &stream->decoder);
	ruleset_add(&rules, registry_number(&engine_step_encoding));
	stream->decoded.set = edit_list_set(&stream->decoded.edits, &rules);
	if (status == NORM_OK && stream->decoded.edits.failed)
		status = NORM_E_NOMEM;
	return status == NORM_OK ? NORM_OK : fail(stream, status);
}

/* Decode bytes and take the text. */
static norm_status take_bytes(norm_stream *stream, const uint8_t *at, size_t len, bool last)
{
	struct decoded *decoded = &stream->decoded;
	bool more = true;
	if (stream->encoding)
		open_decoder(stream, stream->encoding);
	while (stream->error.status == NORM_OK && more) {
		size_t part = len < DECODED_AT_ONCE ? len : DECODED_AT_ONCE;
		norm_status status = decoder_push(stream->decoder, at, part, last && part == len, decoded);
		take_text(stream, decoded->text.at, decoded->text.len);
		decoded->text.len = 0;
		if (status == NORM_E_ENCODING && stream->error.status == NORM_OK) {
			stream->error.code = NORM_ERROR_INVALID_BYTES;
			stream->error.offset = (size_t)stream->source_offset + decoded->settled;
		}
		if (status != NORM_OK && stream->error.status == NORM_OK)
			fail(stream, status);
		at += part;
		len -= part;
		more = len > 0;
	}
	return stream->error.status;
}

/* The first bytes are there: find out what they are, and take them. */
static norm_status take_head(norm_stream *stream)
{
	const struct buffer *head = &stream->head;
	const char *name = encoding_wide_name(head->at, head->len);
	stream->intake = name ? INTAKE_DECODE : INTAKE_BYTES;
	if (!name)
		return take_text(stream, head->at, head->len);
	if (open_decoder(stream, name) != NORM_OK)
		return stream->error.status;
	return take_bytes(stream, head->at, head->len, false);
}

/* Keep bytes until their family can be told. Returns how many were taken. */
static size_t add_head(norm_stream *stream, const uint8_t *at, size_t len)
{
	size_t room = ENCODING_HEAD - stream->head.len, part = len < room ? len : room;
	buffer_append(&stream->head, at, part);
	if (stream->head.failed)
		fail(stream, NORM_E_NOMEM);
	else if (stream->head.len == ENCODING_HEAD || encoding_is_of_bytes(stream->head.at, stream->head.len))
		take_head(stream);
	return part;
}

norm_status norm_stream_write(norm_stream *stream, const char *in, size_t len)
{
	if (!stream || (!in && len) || stream->finished)
		return NORM_E_MISUSE;
	const uint8_t *at = (const uint8_t *)in;
	stream->begun = true;
	if (stream->error.status == NORM_OK && stream->intake == INTAKE_HEAD && len) {
		size_t taken = add_head(stream, at, len);
		at += taken;
		len -= taken;
	}
	if (stream->error.status != NORM_OK || !len)
		return stream->error.status;
	return stream->intake == INTAKE_DECODE ? take_bytes(stream, at, len, false) : take_text(stream, at, len);
}

norm_status norm_stream_finish(norm_stream *stream)
{
	if (!stream || stream->finished)
		return NORM_E_MISUSE;
	stream->finished = true;
	if (stream->error.status == NORM_OK && stream->intake == INTAKE_HEAD)
		take_head(stream);
	if (stream->error.status == NORM_OK && stream->intake == INTAKE_DECODE)
		take_bytes(stream, (const uint8_t *)"", 0, true);
	if (stream->error.status == NORM_OK)
		process_pending(stream, stream->pending.len, true);
	return stream->error.status;
}

norm_status norm_stream_set_encoding(norm_stream *stream, const char *encoding)
{
	if (!stream || !encoding || stream->begun)
		return NORM_E_MISUSE;
	bool detects = !strcmp(encoding, "auto"), utf8 = decoder_is_utf8(encoding);
	struct decoder *decoder = NULL;
	char *name = NULL;
	if (!detects && !utf8) {
		norm_status status = decoder_open(encoding, false, &decoder);
		decoder_free(decoder);
		if (status != NORM_OK)
			return status;
		if (!(name = strdup(encoding)))
			return NORM_E_NOMEM;
	}
	free(stream->encoding);
	stream->encoding = name;
	stream->machine.detects = detects;
	begin_text(stream);
	return NORM_OK;
}

const norm_error *norm_stream_error(const norm_stream *stream)
{
	return &stream->error;
}

void norm_stream_reset(norm_stream *stream)
{
	machine_reset(&stream->machine);
	edit_list_clear(&stream->edits);
	stream->edits.failed = false;
	stream->pending.len = 0;
	stream->pending.failed = false;
	stream->head.len = 0;
	stream->head.failed = false;
	decoder_free(stream->decoder);
	stream->decoder = NULL;
	decoded_clear(&stream->decoded);
	stream->source_offset = stream->output_offset = 0;
	stream->error = (norm_error){0};
	begin_text(stream);
}

void norm_stream_free(norm_stream *stream)
{
	if (!stream)
		return;
	machine_release(&stream->machine);
	edit_list_release(&stream->edits);
	edit_list_release(&stream->joined);
	buffer_release(&stream->pending);
	buffer_release(&stream->head);
	decoder_free(stream->decoder);
	decoded_release(&stream->decoded);
	free(stream->encoding);
	free(stream);
}
