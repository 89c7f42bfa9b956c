/* SPDX-License-Identifier: MIT */
#include "support/laws.h"

#include <stdlib.h>
#include <string.h>

/* The rows of table 3-7: ranges of the lead and the second byte, and the length. */
static const struct {
	uint8_t lead_low, lead_high, low, high, len;
} well_formed[] = {
    {0x00, 0x7F, 0x00, 0x00, 1}, {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3},
    {0xE1, 0xEC, 0x80, 0xBF, 3}, {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3},
    {0xF0, 0xF0, 0x90, 0xBF, 4}, {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
};

/* The length of the character at `at`, 0 when it is none. */
static size_t character_length(const uint8_t *at, const uint8_t *end)
{
	for (size_t i = 0; i < sizeof well_formed / sizeof well_formed[0]; i++) {
		size_t len = well_formed[i].len;
		if (*at < well_formed[i].lead_low || *at > well_formed[i].lead_high)
			continue;
		bool good = len <= (size_t)(end - at) &&
			    (len < 2 || (at[1] >= well_formed[i].low && at[1] <= well_formed[i].high));
		for (size_t k = 2; good && k < len; k++)
			good = at[k] >= 0x80 && at[k] <= 0xBF;
		return good ? len : 0;
	}
	return 0;
}

size_t first_invalid_byte(const void *text, size_t len)
{
	const uint8_t *start = text, *at = start, *end = len ? start + len : start;
	while (at < end) {
		size_t used = character_length(at, end);
		if (!used)
			break;
		at += used;
	}
	return (size_t)(at - start);
}

static bool detects(const norm_profile *profile)
{
	return !strcmp(norm_profile_value(profile, norm_rule_find("input.encoding"))->name, "auto");
}

static bool is_strict(const norm_profile *profile)
{
	return !strcmp(norm_profile_value(profile, norm_rule_find("input.invalid"))->name, "strict");
}

const char *law_idempotence(const norm_profile *profile, const void *in, size_t len)
{
	struct outcome once, twice = {0};
	outcome_apply(profile, in, len, NORM_PLAIN, &once);
	if (once.status == NORM_OK)
		outcome_apply(profile, once.text.at, once.text.len, NORM_PLAIN, &twice);
	bool good = once.status != NORM_OK || outcome_same_text(&once, &twice);
	outcome_release(&once);
	outcome_release(&twice);
	return good ? NULL : "not idempotent";
}

const char *law_validity(const norm_profile *profile, const void *in, size_t len)
{
	struct outcome outcome;
	outcome_apply(profile, in, len, NORM_PLAIN, &outcome);
	size_t invalid = first_invalid_byte(in, len);
	const char *wrong = NULL;
	if (is_strict(profile) && invalid < len) {
		if (outcome.status != NORM_E_ENCODING)
			wrong = "strict takes invalid input";
		else if (outcome.error_at != invalid)
			wrong = "strict names another byte than the first invalid one";
	} else if (outcome.status != NORM_OK) {
		wrong = "fails on input that it should take";
	} else if (first_invalid_byte(outcome.text.at, outcome.text.len) != outcome.text.len) {
		wrong = "the output is not UTF-8";
	}
	outcome_release(&outcome);
	return wrong;
}

static const char *compare_stream(const struct outcome *whole, const struct outcome *stream, bool edits)
{
	if (stream->broken)
		return stream->broken;
	if (stream->status != whole->status || stream->error_at != whole->error_at)
		return "the stream ends with another status";
	if (whole->status != NORM_OK)
		return NULL;
	if (!outcome_same_text(whole, stream))
		return "the stream gives another text";
	return !edits || outcome_same_edits(whole, stream) ? NULL : "the stream gives other edits";
}

const char *law_stream(const norm_profile *profile, const void *in, size_t len, struct chunks chunks)
{
	const char *wrong = NULL;
	for (int edits = 0; edits < 2 && !wrong; edits++) {
		norm_flags flags = edits ? NORM_WITH_EDITS : NORM_PLAIN;
		struct outcome whole, stream;
		outcome_apply(profile, in, len, flags, &whole);
		outcome_stream(profile, in, len, flags, chunks, &stream);
		wrong = compare_stream(&whole, &stream, edits);
		outcome_release(&whole);
		outcome_release(&stream);
	}
	return wrong;
}

/* A text and its edits, while they are checked. */
enum { LAWS_RULES = 128 }; /* all that there can be */

struct check {
	const uint8_t *in, *out;
	size_t in_len, out_len;
	const norm_edits *edits;
	bool utf8; /* the source is; in other encodings characters end elsewhere */
};

static bool same_bytes(const uint8_t *a, const uint8_t *b, uint64_t len)
{
	return len == 0 || memcmp(a, b, len) == 0;
}

/* Whether `at` may be the border of an edit: no trail byte follows, unless what is there is not valid anyway. */
static bool is_border(const uint8_t *text, size_t len, uint64_t at)
{
	if (at >= len || (text[at] & 0xC0) != 0x80)
		return at <= len;
	uint64_t lead = at;
	while (lead > 0 && at - lead < 3 && (text[lead] & 0xC0) == 0x80)
		lead--;
	return lead + character_length(text + lead, text + len) <= at;
}

/* One edit, with the ends of the one before it. */
static const char *check_edit(const struct check *check, const norm_edit *edit, uint64_t source_end,
			      uint64_t output_end)
{
	uint64_t source_len = edit->source_end - edit->source_start, output_len = edit->output_end - edit->output_start;
	if (edit->source_start < source_end || edit->source_end < edit->source_start ||
	    edit->output_start < output_end || edit->output_end < edit->output_start)
		return "edits overlap or are out of order";
	if (edit->source_end > check->in_len || edit->output_end > check->out_len)
		return "an edit ends behind the text";
	if (edit->source_start - source_end != edit->output_start - output_end ||
	    !same_bytes(check->in + source_end, check->out + output_end, edit->source_start - source_end))
		return "what is between two edits is not the same on both sides";
	if (source_len == output_len &&
	    same_bytes(check->in + edit->source_start, check->out + edit->output_start, source_len))
		return "an edit changes nothing";
	if ((check->utf8 && (!is_border(check->in, check->in_len, edit->source_start) ||
			     !is_border(check->in, check->in_len, edit->source_end))) ||
	    !is_border(check->out, check->out_len, edit->output_start) ||
	    !is_border(check->out, check->out_len, edit->output_end))
		return "an edit cuts a character";
	return norm_edits_rules(check->edits, edit->index, NULL, 0) ? NULL : "an edit names no rule";
}

/* Edits whose sets of rules have one number have the same rules. */
static const char *check_number(const norm_edits *edits, const norm_edit *before, const norm_edit *edit)
{
	const norm_rule *left[LAWS_RULES], *right[LAWS_RULES];
	size_t count = norm_edits_rules(edits, before->index, left, LAWS_RULES);
	bool same = count == norm_edits_rules(edits, edit->index, right, LAWS_RULES) &&
		    same_bytes((const uint8_t *)left, (const uint8_t *)right, count * sizeof *left);
	return same || before->rules != edit->rules ? NULL : "one set of rules is two";
}

static const char *check_list(const struct check *check)
{
	norm_edit_iter iter = {0};
	norm_edit edit, before;
	uint64_t source_end = 0, output_end = 0;
	size_t count = 0;
	for (; norm_edits_next(check->edits, &iter, &edit); count++, before = edit) {
		const char *wrong = check_edit(check, &edit, source_end, output_end);
		if (!wrong && count)
			wrong = check_number(check->edits, &before, &edit);
		if (wrong)
			return wrong;
		source_end = edit.source_end;
		output_end = edit.output_end;
	}
	if (count != norm_edits_count(check->edits))
		return "the number of edits is wrong";
	if (check->in_len - source_end != check->out_len - output_end ||
	    !same_bytes(check->in + source_end, check->out + output_end, check->in_len - source_end))
		return "what is behind the last edit is not the same on both sides";
	return NULL;
}

typedef uint64_t map_fn(const norm_edits *edits, uint64_t offset);

static const char *check_rising(const norm_edits *edits, map_fn *map, size_t from_len, size_t to_len)
{
	uint64_t last = map(edits, 0);
	for (size_t i = 0; i <= from_len + 1; i++) {
		uint64_t to = map(edits, i);
		if (to < last || to > to_len)
			return "offsets decrease or pass the end";
		last = to;
	}
	return last == to_len ? NULL : "the end does not map to the end";
}

/* Where an edit is empty on the side that is mapped, its borders are one offset, which maps behind the other side. */
static bool starts_well(uint64_t mapped, bool empty, uint64_t start, uint64_t end)
{
	return empty ? mapped >= end : mapped == start;
}

static const char *check_corners(const norm_edits *edits, const norm_edit *edit)
{
	if (!starts_well(norm_edits_to_source(edits, edit->output_start), edit->output_start == edit->output_end,
			 edit->source_start, edit->source_end))
		return "the start of an edit does not map to its source";
	if (!starts_well(norm_edits_to_output(edits, edit->source_start), edit->source_start == edit->source_end,
			 edit->output_start, edit->output_end))
		return "the start of an edit does not map to its output";
	if (edit->output_end - edit->output_start > 1 &&
	    norm_edits_to_source(edits, edit->output_start + 1) != edit->source_start)
		return "an offset inside an edit does not map to the start of its source";
	if (edit->source_end - edit->source_start > 1 &&
	    norm_edits_to_output(edits, edit->source_start + 1) != edit->output_start)
		return "an offset inside an edit does not map to the start of its output";
	return NULL;
}

typedef void span_fn(const norm_edits *edits, uint64_t start, uint64_t end, uint64_t *ret_start, uint64_t *ret_end);

/* What a byte comes from, or what becomes of it. */
struct origin {
	uint64_t start, end;
};

/* The origins of all bytes of one side, by walking over the edits. Freed by the caller. */
static struct origin *origins_of(const norm_edits *edits, bool output, size_t len)
{
	struct origin *origins = malloc((len + 1) * sizeof *origins);
	if (!origins)
		abort();
	norm_edit_iter iter = {0};
	norm_edit edit;
	uint64_t at = 0, other = 0;
	while (norm_edits_next(edits, &iter, &edit)) {
		struct origin own = {edit.source_start, edit.source_end}, far = {edit.output_start, edit.output_end};
		struct origin here = output ? far : own, there = output ? own : far;
		for (; at < here.start; at++, other++)
			origins[at] = (struct origin){other, other + 1};
		for (; at < here.end; at++)
			origins[at] = there;
		other = there.end;
	}
	for (; at < len; at++, other++)
		origins[at] = (struct origin){other, other + 1};
	return origins;
}

/* Spans of a few bytes have to be exactly what their bytes come from. */
static const char *check_spans(const norm_edits *edits, span_fn *span, const struct origin *origins, size_t len)
{
	static const size_t widths[] = {1, 2, 5};
	for (size_t i = 0; i < sizeof widths / sizeof widths[0]; i++) {
		for (size_t at = 0; at + widths[i] <= len; at++) {
			uint64_t start, end;
			span(edits, at, at + widths[i], &start, &end);
			if (start != origins[at].start || end != origins[at + widths[i] - 1].end)
				return "a span is not the smallest that covers the other";
		}
	}
	return NULL;
}

static const char *check_sides(const struct check *check)
{
	struct origin *of_output = origins_of(check->edits, true, check->out_len);
	struct origin *of_source = origins_of(check->edits, false, check->in_len);
	const char *wrong = check_spans(check->edits, norm_edits_source_span, of_output, check->out_len);
	if (!wrong)
		wrong = check_spans(check->edits, norm_edits_output_span, of_source, check->in_len);
	free(of_output);
	free(of_source);
	return wrong;
}

static const char *check_mapping(const struct check *check)
{
	const char *wrong = check_rising(check->edits, norm_edits_to_source, check->out_len, check->in_len);
	if (!wrong)
		wrong = check_rising(check->edits, norm_edits_to_output, check->in_len, check->out_len);
	norm_edit_iter iter = {0};
	norm_edit edit;
	while (!wrong && norm_edits_next(check->edits, &iter, &edit))
		wrong = check_corners(check->edits, &edit);
	return wrong ? wrong : check_sides(check);
}

const char *law_edits(const norm_profile *profile, const void *in, size_t len)
{
	norm_result *result = NULL;
	struct outcome plain;
	if (norm_apply(profile, in, len, NORM_WITH_EDITS, &result, NULL) != NORM_OK)
		return NULL;
	size_t out_len;
	const char *text = norm_result_text(result, &out_len);
	bool utf8 = !detects(profile) || len == 0 || (first_invalid_byte(in, len) == len && !memchr(in, 0, len));
	struct check check = {in, (const uint8_t *)text, len, out_len, norm_result_edits(result), utf8};
	const char *wrong = check_list(&check);
	if (!wrong)
		wrong = check_mapping(&check);
	outcome_apply(profile, in, len, NORM_PLAIN, &plain);
	if (!wrong && (plain.text.len != out_len || !same_bytes(plain.text.at, check.out, out_len)))
		wrong = "without edits the text is another";
	outcome_release(&plain);
	norm_result_free(result);
	return wrong;
}
