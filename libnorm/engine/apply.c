/* SPDX-License-Identifier: MIT */
#include "libnorm/apply.h"

#include <stdlib.h>

#include "engine/intake.h"
#include "engine/machine.h"
#include "libnorm/stream.h"
#include "repair/decoder.h"
#include "repair/encoding.h"
#include "text/edit_chain.h"

struct norm_result {
	struct buffer text;
	struct norm_edits edits;
	bool has_edits;
};

/*
 * Offsets in a block have 32 bits, with edits or without: a longer text goes through a stream. One that is not has 4 GiB at
 * most when it is decoded.
 */
static const size_t long_text = UINT32_MAX / 2;

static void set_error(norm_error *error, norm_status status, size_t offset)
{
	if (!error)
		return;
	*error = (norm_error){.status = status};
	if (status == NORM_E_ENCODING) {
		error->code = NORM_ERROR_INVALID_UTF8;
		error->offset = offset;
	}
}

/* Run over the whole text; on success the result takes over the output. */
static norm_status run(norm_result *result, const norm_profile *profile, const char *in, size_t len, size_t *error_at)
{
	struct machine machine;
	struct window window;
	machine_init(&machine, profile, result->has_edits ? &result->edits : NULL, &window);
	/* Most texts keep their length; that spares them copies while they grow. */
	buffer_reserve(&machine.out, len + len / 16 + 64);
	/* And have fewer edits than that. Memory that is not touched costs nothing; a list that grows, does. */
	if (result->has_edits)
		edit_list_reserve(&result->edits, len / 12);
	norm_status status = machine.out.failed || result->edits.failed ? NORM_E_NOMEM : machine_run(&machine, (const uint8_t *)in, len, true);
	*error_at = machine.error_at;
	if (status == NORM_OK && result->has_edits && machine.out.len > UINT32_MAX)
		status = NORM_E_LIMIT;
	if (status == NORM_OK && !buffer_reserve(&machine.out, 1))
		status = NORM_E_NOMEM;
	if (status == NORM_OK) {
		machine.out.at[machine.out.len] = '\0';
		result->text = machine.out;
		machine.out = (struct buffer){0};
	}
	machine_release(&machine);
	return status;
}

/* The edits lead from a text that was made of another one: let them lead from that. */
static norm_status trace_back(norm_result *result, const norm_profile *profile, const struct decoded *made)
{
	struct norm_edits joined = {0};
	struct edit_chain chain = {&made->edits, &result->edits, 0, 0, made->source.at, result->text.at};
	intake_begin_edits(&joined, profile);
	edit_chain_append(&chain, &joined);
	edit_list_release(&result->edits);
	result->edits = joined;
	return joined.failed ? NORM_E_NOMEM : NORM_OK;
}

/* Run over a text in UTF-8, with its lines joined if the profile asks for that. */
static norm_status join_and_run(norm_result *result, const norm_profile *profile, const char *in, size_t len, size_t *error_at)
{
	struct decoded lines = {0};
	struct line_joiner joiner = {0};
	if (len > UINT32_MAX)
		return NORM_E_LIMIT;
	if (!profile->joins)
		return run(result, profile, in, len, error_at);
	norm_status status = intake_begin(&lines, profile, &engine_step_line_ends);
	buffer_reserve(&lines.text, len + 1);
	if (status == NORM_OK)
		status = intake_join(&joiner, (const uint8_t *)in, len, true, &lines);
	if (status == NORM_OK)
		status = run(result, profile, (const char *)lines.text.at, lines.text.len, error_at);
	if (status == NORM_OK && result->has_edits)
		status = trace_back(result, profile, &lines);
	if (status == NORM_E_ENCODING)
		*error_at = decoded_source_len(&lines, *error_at);
	decoded_release(&lines);
	return status;
}

/* Run over text in an encoding that the machine cannot take; a strict profile never looks for one. */
static norm_status decode_and_run(norm_result *result, const norm_profile *profile, const char *encoding, const char *in,
				  size_t len, size_t *error_at)
{
	struct decoder *decoder;
	struct decoded decoded = {0};
	norm_status status = decoder_open(encoding, false, &decoder);
	if (status != NORM_OK)
		return status;
	status = intake_begin(&decoded, profile, &engine_step_encoding);
	buffer_reserve(&decoded.text, len + 1);
	if (status == NORM_OK)
		status = decoder_push(decoder, (const uint8_t *)in, len, true, &decoded);
	if (status == NORM_OK)
		status = join_and_run(result, profile, (const char *)decoded.text.at, decoded.text.len, error_at);
	if (status == NORM_OK && result->has_edits)
		status = trace_back(result, profile, &decoded);
	decoder_free(decoder);
	decoded_release(&decoded);
	return status;
}

/* The encoding of a text of which the machine cannot take the bytes, by its beginning, or NULL. */
static const char *wide_encoding(const norm_profile *profile, const char *in, size_t len)
{
	size_t head = len < ENCODING_HEAD ? len : ENCODING_HEAD;
	return profile->detects ? encoding_wide_name((const uint8_t *)in, head) : NULL;
}

static norm_status append_block(void *result, const norm_block *block)
{
	struct buffer *text = &((norm_result *)result)->text;
	buffer_append(text, block->output, block->output_len);
	return text->failed ? NORM_E_NOMEM : NORM_OK;
}

/* Run over a long text, without edits. */
static norm_status run_long(norm_result *result, const norm_profile *profile, const char *in, size_t len, size_t *error_at)
{
	norm_stream *stream;
	norm_status status = norm_stream_new(profile, NORM_PLAIN, append_block, result, &stream);
	if (status != NORM_OK)
		return status;
	status = norm_stream_write(stream, in, len);
	if (status == NORM_OK)
		status = norm_stream_finish(stream);
	*error_at = norm_stream_error(stream)->offset;
	norm_stream_free(stream);
	if (status == NORM_OK && buffer_reserve(&result->text, 1))
		result->text.at[result->text.len] = '\0';
	return result->text.failed ? NORM_E_NOMEM : status;
}

norm_status norm_apply(const norm_profile *profile, const char *in, size_t len, norm_flags flags, norm_result **ret,
		       norm_error *error)
{
	norm_status status = NORM_OK;
	size_t error_at = 0;
	if (!profile || !ret || (!in && len) || (unsigned)flags & ~(unsigned)NORM_WITH_EDITS)
		status = NORM_E_MISUSE;
	else if (flags & NORM_WITH_EDITS && len > UINT32_MAX)
		status = NORM_E_LIMIT;
	norm_result *result = status == NORM_OK ? calloc(1, sizeof *result) : NULL;
	if (status == NORM_OK && !result)
		status = NORM_E_NOMEM;
	if (status == NORM_OK) {
		result->has_edits = flags & NORM_WITH_EDITS;
		const char *encoding = wide_encoding(profile, in, len);
		intake_begin_edits(&result->edits, profile);
		if (len > long_text && !result->has_edits)
			status = run_long(result, profile, in, len, &error_at);
		else if (encoding)
			status = decode_and_run(result, profile, encoding, in, len, &error_at);
		else
			status = join_and_run(result, profile, in ? in : "", len, &error_at);
	}
	if (status != NORM_OK) {
		norm_result_free(result);
		set_error(error, status, error_at);
		return status;
	}
	result->edits.source_len = (uint32_t)len;
	result->edits.output_len = (uint32_t)result->text.len;
	*ret = result;
	return NORM_OK;
}

const char *norm_result_text(const norm_result *result, size_t *ret_len)
{
	if (ret_len)
		*ret_len = result->text.len;
	return (const char *)result->text.at;
}

const norm_edits *norm_result_edits(const norm_result *result)
{
	return result->has_edits ? &result->edits : NULL;
}

void norm_result_free(norm_result *result)
{
	if (!result)
		return;
	buffer_release(&result->text);
	edit_list_release(&result->edits);
	free(result);
}
