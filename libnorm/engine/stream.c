/* SPDX-License-Identifier: MIT */
#include "libnorm/stream.h"

#include <stdlib.h>
#include <string.h>

#include "engine/intake.h"
#include "engine/levels.h"
#include "engine/machine.h"
#include "repair/decoder.h"
#include "repair/encoding.h"
#include "text/edit_chain.h"
#include "text/paragraph.h"

/* So many bytes are decoded, or added to a paragraph, at a time. */
enum { DECODED_AT_ONCE = 1 << 14, PENDING_AT_ONCE = 1 << 16 };

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
	norm_levels *levels;   /* the caller's, to be read; or NULL */
	struct buffer pending; /* the beginning of a paragraph */
	struct weighed weighed; /* of that */
	uint64_t source_offset, output_offset;
	enum intake intake;
	struct buffer head;
	char *encoding;          /* as the caller has set it; NULL: by its first bytes, or UTF-8 */
	const char *standard;    /* what others call it; NULL: the same */
	const char *wide;        /* what the first bytes have told; NULL: nothing, or they are of single bytes */
	struct decoder *decoder;
	struct line_joiner joiner;
	struct decoded decoded, lines;   /* what these have made */
	struct norm_edits joined[2];     /* from the source of each to the output */
	norm_error error;
	bool begun, finished;
};

/* Be ready for a text. */
static void begin_text(norm_stream *stream)
{
	stream->intake = stream->encoding ? INTAKE_DECODE : stream->machine.detects ? INTAKE_HEAD : INTAKE_BYTES;
	stream->begun = stream->finished = false;
	stream->wide = NULL;
}

static norm_status begin_lists(norm_stream *stream, const norm_profile *profile)
{
	intake_begin_edits(&stream->edits, profile);
	intake_begin_edits(&stream->joined[0], profile);
	intake_begin_edits(&stream->joined[1], profile);
	norm_status status = intake_begin(&stream->decoded, profile, &engine_step_encoding);
	return status == NORM_OK ? intake_begin(&stream->lines, profile, &engine_step_line_ends) : status;
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
	norm_status status = begin_lists(stream, profile);
	if (status != NORM_OK) {
		norm_stream_free(stream);
		return status;
	}
	begin_text(stream);
	*ret = stream;
	return NORM_OK;
}

static norm_status fail(norm_stream *stream, norm_status status)
{
	stream->error.status = status;
	return status;
}

/* Go on from a block to what its source was made of; `edits` receives those from there to the output. */
static void lend_source(const struct decoded *made, const uint8_t *output, norm_block *block, struct norm_edits *edits)
{
	struct norm_edits first = decoded_edits(made, block->source_len);
	struct edit_chain chain = {&first, block->edits, 0, 0, made->source.at, output};
	block->source_len = decoded_source_len(made, block->source_len);
	block->source = block->source_len ? (const char *)made->source.at : "";
	if (!block->edits)
		return;
	edit_list_clear(edits);
	edit_chain_append(&chain, edits);
	block->edits = edits;
}

/* Let a block say where it came from in the bytes as they came. Returns how much of the text in between it stands for. */
static size_t trace_back(norm_stream *stream, norm_block *block)
{
	if (stream->machine.profile->joins)
		lend_source(&stream->lines, stream->machine.out.at, block, &stream->joined[0]);
	size_t len = block->source_len;
	if (stream->decoder)
		lend_source(&stream->decoded, stream->machine.out.at, block, &stream->joined[1]);
	return len;
}

/* Whether the machine sees other text than what came. */
static bool is_made(const norm_stream *stream)
{
	return stream->decoder || stream->machine.profile->joins;
}

/* Where the edits of a block are, to be told where it stands. */
static struct norm_edits *own_edits(norm_stream *stream)
{
	if (stream->decoder)
		return &stream->joined[1];
	return stream->machine.profile->joins ? &stream->joined[0] : &stream->edits;
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
	size_t between = trace_back(stream, &out);
	if (stream->levels && is_made(stream) && norm_levels_read(stream->levels, out.source, out.source_len) != NORM_OK)
		return NORM_E_NOMEM;
	struct norm_edits *edits = own_edits(stream);
	if (edits->failed)
		return NORM_E_NOMEM;
	edits->source_base = out.source_offset;
	edits->output_base = out.output_offset;
	edits->source_len = (uint32_t)out.source_len;
	edits->output_len = (uint32_t)out.output_len;
	if (stream->sink(stream->user, &out) != NORM_OK)
		return NORM_E_SINK;
	stream->source_offset += out.source_len;
	stream->output_offset += out.output_len;
	if (machine->profile->joins)
		decoded_use(&stream->lines, len);
	if (stream->decoder)
		decoded_use(&stream->decoded, between);
	return NORM_OK;
}

/* Where in the bytes of the block, as they came, the machine has found an error. */
static size_t error_at(const norm_stream *stream)
{
	size_t at = stream->machine.error_at;
	if (stream->machine.profile->joins)
		at = decoded_source_len(&stream->lines, at);
	return stream->decoder ? decoded_source_len(&stream->decoded, at) : at;
}

/* Run over a block, and read its levels if they are wanted. */
static norm_status run(norm_stream *stream, const uint8_t *block, size_t len, bool at_end)
{
	struct machine *machine = &stream->machine;
	if (!stream->levels || is_made(stream))
		return machine_run(machine, block, len, at_end);
	levels_follow(stream->levels, &machine->scope, block, len);
	norm_status status = machine_run(machine, block, len, at_end), read = levels_catch_up(stream->levels, &machine->scope);
	return status == NORM_OK ? read : status;
}

/* Run over a block that may be cut here, and give it to the sink. */
static norm_status process(norm_stream *stream, const uint8_t *block, size_t len, bool at_end)
{
	struct machine *machine = &stream->machine;
	machine->out.len = 0;
	edit_list_clear(&stream->edits);
	norm_status status = run(stream, block, len, at_end);
	if (status == NORM_E_ENCODING) {
		stream->error.code = NORM_ERROR_INVALID_UTF8;
		stream->error.offset = (size_t)(stream->source_offset + error_at(stream));
	}
	if (status == NORM_OK && (len || machine->out.len))
		status = hand_on(stream, block, len);
	if (status != NORM_OK)
		return fail(stream, status);
	uint32_t tail[2];
	machine_tail(machine, tail, COUNT_OF(tail));
	machine->before = tail[0];
	machine->before2 = tail[1];
	machine->goes_on = len && !paragraph_is_complete(block, len);
	return NORM_OK;
}

/* Process the first `len` bytes of what waits and keep the rest. */
static norm_status process_pending(norm_stream *stream, size_t len, bool at_end)
{
	struct buffer *pending = &stream->pending;
	/* U+2029 may have come in two writes: then more than one paragraph waits. */
	stream->machine.single = len && paragraph_first_end(pending->at, len) == len;
	norm_status status = process(stream, pending->at ? pending->at : (const uint8_t *)"", len, at_end);
	stream->machine.single = false;
	if (status == NORM_OK && len) {
		memmove(pending->at, pending->at + len, pending->len - len);
		pending->len -= len;
		stream->weighed = (struct weighed){0};
	}
	return status;
}

/* Add input to a paragraph that is not complete, up to its end or its limit. Returns the bytes taken. */
static size_t add_pending(norm_stream *stream, const uint8_t *in, size_t len)
{
	struct buffer *pending = &stream->pending;
	size_t room = PARAGRAPH_MAX - pending->len, take = len < room ? len : room;
	take = take < PENDING_AT_ONCE ? take : PENDING_AT_ONCE;
	take = paragraph_first_end(in, take);
	buffer_append(pending, in, take);
	return take;
}

/* Process what is too long of what waits. */
static norm_status cut_pending(norm_stream *stream)
{
	const struct buffer *pending = &stream->pending;
	norm_status status = NORM_OK;
	for (size_t len = 1; len && pending->len && status == NORM_OK;) {
		len = machine_cut_piece(stream->machine.profile, pending->at, pending->len, &stream->weighed);
		if (len)
			status = process_pending(stream, len, false);
	}
	return status;
}

static norm_status continue_paragraph(norm_stream *stream, const uint8_t *in, size_t *len)
{
	struct buffer *pending = &stream->pending;
	*len = add_pending(stream, in, *len);
	if (pending->failed)
		return fail(stream, NORM_E_NOMEM);
	norm_status status = cut_pending(stream);
	if (status == NORM_OK && pending->len && paragraph_is_complete(pending->at, pending->len))
		status = process_pending(stream, pending->len, false);
	return status;
}

/* Take UTF-8, or bytes that may be it, in lines as they are to be. */
static norm_status take_lines(norm_stream *stream, const uint8_t *at, size_t len)
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

/* Take UTF-8, or bytes that may be it; `last`: no more come. */
static norm_status take_text(norm_stream *stream, const uint8_t *at, size_t len, bool last)
{
	struct decoded *lines = &stream->lines;
	if (!stream->machine.profile->joins)
		return take_lines(stream, at, len);
	for (;;) {
		size_t part = len < DECODED_AT_ONCE ? len : DECODED_AT_ONCE;
		if (intake_join(&stream->joiner, at, part, last && part == len, lines) != NORM_OK)
			return fail(stream, NORM_E_NOMEM);
		take_lines(stream, lines->text.at, lines->text.len);
		lines->text.len = 0;
		if (part == len || stream->error.status != NORM_OK)
			return stream->error.status;
		at += part;
		len -= part;
	}
}

/* Open the decoder for a text, if that has not been done. */
static norm_status open_decoder(norm_stream *stream, const char *encoding)
{
	bool strict = stream->machine.profile->invalid == INVALID_STRICT;
	norm_status status = stream->decoder ? NORM_OK : decoder_open(encoding, strict, &stream->decoder);
	return status == NORM_OK ? NORM_OK : fail(stream, status);
}

/* What has been decoded is wrong from some byte on: say where, if nothing else was wrong before. */
static void fail_decoding(norm_stream *stream, norm_status status)
{
	if (stream->error.status != NORM_OK)
		return;
	if (status == NORM_E_ENCODING) {
		stream->error.code = NORM_ERROR_INVALID_BYTES;
		stream->error.offset = (size_t)stream->source_offset + stream->decoded.settled;
	}
	fail(stream, status);
}

/* Decode bytes and take the text. */
static norm_status take_bytes(norm_stream *stream, const uint8_t *at, size_t len, bool last)
{
	struct decoded *decoded = &stream->decoded;
	if (stream->encoding && open_decoder(stream, stream->encoding) != NORM_OK)
		return stream->error.status;
	for (;;) {
		size_t part = len < DECODED_AT_ONCE ? len : DECODED_AT_ONCE;
		bool end = last && part == len;
		norm_status status = decoder_push(stream->decoder, at, part, end, decoded);
		take_text(stream, decoded->text.at, decoded->text.len, end && status == NORM_OK);
		decoded->text.len = 0;
		if (status != NORM_OK)
			fail_decoding(stream, status);
		if (part == len || stream->error.status != NORM_OK)
			return stream->error.status;
		at += part;
		len -= part;
	}
}

/* The first bytes are there: find out what they are, and take them. */
static norm_status take_head(norm_stream *stream)
{
	const struct buffer *head = &stream->head;
	const char *name = stream->wide = encoding_wide_name(head->at, head->len);
	stream->intake = name ? INTAKE_DECODE : INTAKE_BYTES;
	if (!name)
		return take_text(stream, head->at, head->len, false);
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
	return stream->intake == INTAKE_DECODE ? take_bytes(stream, at, len, false) : take_text(stream, at, len, false);
}

norm_status norm_stream_finish(norm_stream *stream)
{
	if (!stream || stream->finished)
		return NORM_E_MISUSE;
	stream->finished = true;
	if (stream->error.status == NORM_OK && stream->intake == INTAKE_HEAD)
		take_head(stream);
	const uint8_t *nothing = (const uint8_t *)"";
	if (stream->error.status == NORM_OK && stream->intake == INTAKE_DECODE)
		take_bytes(stream, nothing, 0, true);
	else if (stream->error.status == NORM_OK)
		take_text(stream, nothing, 0, true);
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
	const char *standard = NULL;
	char *name = NULL;
	if (!detects && !utf8) {
		norm_status status = decoder_open(encoding, false, &decoder);
		if (status != NORM_OK)
			return status;
		standard = decoder_standard_name(decoder, encoding);
		decoder_free(decoder);
		if (!(name = strdup(encoding)))
			return NORM_E_NOMEM;
	}
	free(stream->encoding);
	stream->encoding = name;
	stream->standard = standard;
	stream->machine.detects = detects;
	begin_text(stream);
	return NORM_OK;
}

const char *norm_stream_encoding(const norm_stream *stream)
{
	if (!stream)
		return NULL;
	if (!stream->encoding)
		return stream->wide;
	return stream->standard ? stream->standard : stream->encoding;
}

norm_status norm_stream_read_levels(norm_stream *stream, norm_levels *levels)
{
	if (!stream || (levels && !levels_are_of(levels, stream->machine.profile)))
		return NORM_E_MISUSE;
	stream->levels = levels;
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
	stream->edits.failed = stream->joined[0].failed = stream->joined[1].failed = false;
	stream->pending.len = 0;
	stream->pending.failed = false;
	stream->weighed = (struct weighed){0};
	stream->head.len = 0;
	stream->head.failed = false;
	decoder_free(stream->decoder);
	stream->decoder = NULL;
	decoded_clear(&stream->decoded);
	decoded_clear(&stream->lines);
	stream->joiner = (struct line_joiner){0};
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
	edit_list_release(&stream->joined[0]);
	edit_list_release(&stream->joined[1]);
	buffer_release(&stream->pending);
	buffer_release(&stream->head);
	decoder_free(stream->decoder);
	decoded_release(&stream->decoded);
	decoded_release(&stream->lines);
	free(stream->encoding);
	free(stream);
}
