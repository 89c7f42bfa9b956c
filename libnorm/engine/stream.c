/* SPDX-License-Identifier: MIT */
#include "libnorm/stream.h"

#include <stdlib.h>
#include <string.h>

#include "engine/machine.h"
#include "text/paragraph.h"

struct norm_stream {
	struct machine machine;
	struct window window;
	struct norm_edits edits;
	norm_flags flags;
	norm_sink *sink;
	void *user;
	struct buffer pending; /* the beginning of a paragraph */
	uint64_t source_offset, output_offset;
	norm_error error;
	bool finished;
};

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
	stream->edits.shared = &profile->sets;
	stream->edits.rules = registry_rules();
	machine_init(&stream->machine, profile, flags & NORM_WITH_EDITS ? &stream->edits : NULL, &stream->window);
	*ret = stream;
	return NORM_OK;
}

static norm_status fail(norm_stream *stream, norm_status status)
{
	stream->error.status = status;
	return status;
}

static norm_status hand_on(norm_stream *stream, const uint8_t *block, size_t len)
{
	struct machine *machine = &stream->machine;
	stream->edits.source_base = stream->source_offset;
	stream->edits.output_base = stream->output_offset;
	stream->edits.source_len = (uint32_t)len;
	stream->edits.output_len = (uint32_t)machine->out.len;
	norm_block out = {
		.source = (const char *)block,
		.source_len = len,
		.source_offset = stream->source_offset,
		.output = machine->out.at ? (const char *)machine->out.at : "",
		.output_len = machine->out.len,
		.output_offset = stream->output_offset,
		.edits = machine->edits,
	};
	return stream->sink(stream->user, &out) == NORM_OK ? NORM_OK : NORM_E_SINK;
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
	stream->source_offset += len;
	stream->output_offset += machine->out.len;
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

norm_status norm_stream_write(norm_stream *stream, const char *in, size_t len)
{
	if (!stream || (!in && len) || stream->finished)
		return NORM_E_MISUSE;
	const uint8_t *at = (const uint8_t *)in;
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

norm_status norm_stream_finish(norm_stream *stream)
{
	if (!stream || stream->finished)
		return NORM_E_MISUSE;
	stream->finished = true;
	if (stream->error.status == NORM_OK)
		process_pending(stream, stream->pending.len, true);
	return stream->error.status;
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
	stream->source_offset = stream->output_offset = 0;
	stream->error = (norm_error){0};
	stream->finished = false;
}

void norm_stream_free(norm_stream *stream)
{
	if (!stream)
		return;
	machine_release(&stream->machine);
	edit_list_release(&stream->edits);
	buffer_release(&stream->pending);
	free(stream);
}
