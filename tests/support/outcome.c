/* SPDX-License-Identifier: MIT */
#include "support/outcome.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static void reserve(void *ptr, size_t *cap, size_t need, size_t size)
{
	if (!memory_reserve(ptr, cap, need, size))
		abort();
}

/* Append the edits of a result or of a block, numbered on. */
static void collect(struct outcome *outcome, const norm_edits *edits)
{
	norm_edit_iter iter = {0};
	norm_edit span;
	while (norm_edits_next(edits, &iter, &span)) {
		size_t count = norm_edits_rules(edits, span.index, NULL, 0), first = outcome->rule_count;
		reserve(&outcome->rules, &outcome->rule_cap, first + count, sizeof *outcome->rules);
		norm_edits_rules(edits, span.index, outcome->rules + first, count);
		reserve(&outcome->edits, &outcome->edit_cap, outcome->edit_count + 1, sizeof *outcome->edits);
		span.index = outcome->edit_count;
		outcome->edits[outcome->edit_count++] = (struct outcome_edit){span, first, count};
		outcome->rule_count += count;
	}
}

void outcome_apply(const norm_profile *profile, const void *in, size_t len, norm_flags flags, struct outcome *ret)
{
	norm_result *result = NULL;
	norm_error error = {0};
	size_t text_len;
	*ret = (struct outcome){.status = norm_apply(profile, in, len, flags, &result, &error)};
	ret->error_at = error.offset;
	if (!result)
		return;
	const char *text = norm_result_text(result, &text_len);
	buffer_append(&ret->text, text, text_len);
	collect(ret, norm_result_edits(result));
	norm_result_free(result);
}

/* What the sink has seen so far. */
struct sink {
	struct outcome *outcome;
	const char *in;
	uint64_t source_at;
	bool edits;
};

static norm_status receive(void *user, const norm_block *block)
{
	struct sink *sink = user;
	struct outcome *outcome = sink->outcome;
	if (block->source_offset != sink->source_at || block->output_offset != outcome->text.len)
		outcome->broken = "blocks leave a gap";
	else if (memcmp(block->source, sink->in + sink->source_at, block->source_len) != 0)
		outcome->broken = "a block does not show its source";
	else if ((block->edits != NULL) != sink->edits)
		outcome->broken = "edits come where they were not asked for, or do not come";
	sink->source_at += block->source_len;
	buffer_append(&outcome->text, block->output, block->output_len);
	collect(outcome, block->edits);
	return NORM_OK;
}

static norm_status push(norm_stream *stream, const char *in, size_t len, struct chunks chunks)
{
	norm_status status = NORM_OK;
	for (size_t i = 0; len && status == NORM_OK; i++) {
		size_t size = chunks.sizes[i % chunks.count];
		if (size > len)
			size = len;
		/* A copy of its own lets a sanitizer see what is read behind it. */
		char *chunk = malloc(size);
		if (!chunk)
			abort();
		memcpy(chunk, in, size);
		status = norm_stream_write(stream, chunk, size);
		free(chunk);
		in += size;
		len -= size;
	}
	return status == NORM_OK ? norm_stream_finish(stream) : status;
}

void outcome_stream(const norm_profile *profile, const void *in, size_t len, norm_flags flags, struct chunks chunks,
		    struct outcome *ret)
{
	norm_stream *stream = NULL;
	*ret = (struct outcome){0};
	struct sink sink = {.outcome = ret, .in = in, .edits = flags & NORM_WITH_EDITS};
	ret->status = norm_stream_new(profile, flags, receive, &sink, &stream);
	if (ret->status != NORM_OK)
		return;
	ret->status = push(stream, in, len, chunks);
	ret->error_at = norm_stream_error(stream)->offset;
	if (ret->status == NORM_OK && sink.source_at != len)
		ret->broken = "blocks do not cover the input";
	norm_stream_free(stream);
}

void outcome_release(struct outcome *outcome)
{
	buffer_release(&outcome->text);
	free(outcome->edits);
	free(outcome->rules);
	*outcome = (struct outcome){0};
}

bool outcome_same_text(const struct outcome *a, const struct outcome *b)
{
	bool same_len = a->status == b->status && a->error_at == b->error_at && a->text.len == b->text.len;
	return same_len && (a->text.len == 0 || memcmp(a->text.at, b->text.at, a->text.len) == 0);
}

static bool same_edit(const struct outcome_edit *a, const struct outcome_edit *b)
{
	const norm_edit *left = &a->span, *right = &b->span;
	return left->source_start == right->source_start && left->source_end == right->source_end &&
	       left->output_start == right->output_start && left->output_end == right->output_end &&
	       a->first_rule == b->first_rule && a->rule_count == b->rule_count;
}

bool outcome_same_edits(const struct outcome *a, const struct outcome *b)
{
	if (a->edit_count != b->edit_count || a->rule_count != b->rule_count)
		return false;
	for (size_t i = 0; i < a->edit_count; i++)
		if (!same_edit(&a->edits[i], &b->edits[i]))
			return false;
	return a->rule_count == 0 || !memcmp(a->rules, b->rules, a->rule_count * sizeof *a->rules);
}
