/* SPDX-License-Identifier: MIT */
#include "compare/judge.h"

#include <stdlib.h>
#include <string.h>

#include "common/message.h"
#include "common/utf8.h"
#include "compare/characters.h"

void judge_init(struct judge *judge, const norm_profile *profile, bool line_breaks)
{
	*judge = (struct judge){.profile = profile, .line_breaks = line_breaks, .mask = (1 << 10) - 1};
	judge->verdicts = calloc(judge->mask + 1, sizeof *judge->verdicts);
	if (!judge->verdicts)
		message_out_of_memory();
}

void judge_release(struct judge *judge)
{
	free(judge->verdicts);
	bytes_release(&judge->left);
	bytes_release(&judge->right);
	*judge = (struct judge){0};
}

/* ---- Gaps ---- */

struct gap {
	bool breaks;
	size_t spaces, plain; /* of them, without ends of lines; and those of ASCII */
};

static bool is_line_end(uint32_t cp)
{
	return (cp >= '\n' && cp <= '\r') || cp == 0x85 || cp == 0x2028 || cp == 0x2029;
}

/* Sort a gap: its spaces without ends of lines go to `spaces`, the rest to `invisible`. */
static struct gap read_gap(const char *at, size_t len, struct bytes *spaces, struct bytes *invisible)
{
	struct gap gap = {0};
	const char *end = at + len;
	for (size_t size; at < end; at += size) {
		uint32_t cp;
		size = utf8_decode(at, end, &cp);
		if (is_line_end(cp)) {
			gap.breaks = true;
		} else if (cp == '\t' || character_kind(cp) == CHARACTER_SPACE) {
			gap.spaces++;
			gap.plain += cp < 0x80;
			bytes_append(spaces, at, size);
		} else {
			bytes_append(invisible, at, size);
		}
	}
	return gap;
}

static bool same_bytes(const struct bytes *a, const struct bytes *b)
{
	return a->len == b->len && (!a->len || memcmp(a->at, b->at, a->len) == 0);
}

/* An end of a line is a space like others, and the blanks around it are its margins, whatever they are. */
static bool same_spaces(const struct gap *a, const struct bytes *a_spaces, const struct gap *b, const struct bytes *b_spaces)
{
	bool a_any = a->breaks || a->spaces, b_any = b->breaks || b->spaces;
	if (a_any != b_any)
		return false;
	if (a->breaks && b->breaks)
		return true;
	if (a->breaks || b->breaks)
		return a->breaks ? b->spaces == b->plain : a->spaces == a->plain;
	return same_bytes(a_spaces, b_spaces);
}

class_set judge_gaps(const struct judge *judge, const char *a, size_t a_len, const char *b, size_t b_len)
{
	struct bytes a_spaces = {0}, a_invisible = {0}, b_spaces = {0}, b_invisible = {0};
	if (a_len == b_len && memcmp(a, b, a_len) == 0)
		return 0;
	struct gap a_gap = read_gap(a, a_len, &a_spaces, &a_invisible), b_gap = read_gap(b, b_len, &b_spaces, &b_invisible);
	class_set classes = 0;
	if (!same_bytes(&a_invisible, &b_invisible))
		classes |= CLASS(INVISIBLE);
	if (!same_spaces(&a_gap, &a_spaces, &b_gap, &b_spaces))
		classes |= CLASS(SPACE);
	if (judge->line_breaks && a_gap.breaks != b_gap.breaks)
		classes |= CLASS(LINE_BREAK);
	bytes_release(&a_spaces);
	bytes_release(&a_invisible);
	bytes_release(&b_spaces);
	bytes_release(&b_invisible);
	return classes;
}

/* ---- Cores ---- */

/* The edits of one text, one after the other. */
struct changes {
	const char *text;
	const norm_edits *edits;
	norm_edit_iter iter;
	norm_edit edit;
	bool any; /* there is one */
};

static void next_change(struct changes *changes)
{
	changes->any = norm_edits_next(changes->edits, &changes->iter, &changes->edit);
}

static class_set classes_of(const struct changes *changes)
{
	const norm_rule *rules[8];
	size_t count = norm_edits_rules(changes->edits, changes->edit.index, rules, 8);
	class_set classes = 0;
	for (size_t i = 0; i < count && i < 8; i++)
		classes |= class_of_rule(rules[i]);
	return classes;
}

/* A place of the key that one side or both have been changed to. */
struct place {
	uint64_t end; /* in the key */
	class_set a, b;
	struct bytes *a_text, *b_text;
};

static void take_change(struct place *place, struct changes *changes, class_set *classes, struct bytes *text)
{
	const norm_edit *edit = &changes->edit;
	*classes |= classes_of(changes);
	bytes_append(text, changes->text + edit->source_start, (size_t)(edit->source_end - edit->source_start));
	if (edit->output_end > place->end)
		place->end = edit->output_end;
	next_change(changes);
}

/* Does the next change belong to a place that reaches to `end`? */
static bool is_in_place(const struct changes *changes, uint64_t start, uint64_t end)
{
	return changes->any && (changes->edit.output_start < end || changes->edit.output_start == start);
}

/* What both sides have there says nothing, unless they have it for different bytes. */
static class_set judge_place(const struct place *place)
{
	if (place->a != place->b)
		return place->a ^ place->b;
	return same_bytes(place->a_text, place->b_text) ? 0 : place->a;
}

static class_set compare_changes(struct judge *judge, struct changes *a, struct changes *b)
{
	class_set classes = 0;
	next_change(a);
	next_change(b);
	while (a->any || b->any) {
		bool is_a = a->any && (!b->any || a->edit.output_start <= b->edit.output_start);
		uint64_t start = is_a ? a->edit.output_start : b->edit.output_start;
		struct place place = {.end = start, .a_text = &judge->left, .b_text = &judge->right};
		judge->left.len = judge->right.len = 0;
		for (;;) {
			if (is_in_place(a, start, place.end))
				take_change(&place, a, &place.a, &judge->left);
			else if (is_in_place(b, start, place.end))
				take_change(&place, b, &place.b, &judge->right);
			else
				break;
		}
		classes |= judge_place(&place);
	}
	return classes;
}

static norm_result *apply(const norm_profile *profile, const char *text, size_t len)
{
	norm_result *result = NULL;
	if (norm_apply(profile, text, len, NORM_WITH_EDITS, &result, NULL) != NORM_OK)
		message_out_of_memory();
	return result;
}

class_set judge_texts(struct judge *judge, const char *a, size_t a_len, const char *b, size_t b_len)
{
	if (a_len == b_len && memcmp(a, b, a_len) == 0)
		return 0;
	norm_result *a_result = apply(judge->profile, a, a_len), *b_result = apply(judge->profile, b, b_len);
	struct changes a_changes = {.text = a, .edits = norm_result_edits(a_result)};
	struct changes b_changes = {.text = b, .edits = norm_result_edits(b_result)};
	class_set classes = compare_changes(judge, &a_changes, &b_changes);
	norm_result_free(a_result);
	norm_result_free(b_result);
	return classes ? classes : CLASS(FORM);
}

/* ---- Verdicts ---- */

static struct verdict *find(const struct judge *judge, uint64_t pair)
{
	size_t at = (size_t)((pair * UINT64_C(0x9E3779B97F4A7C15)) >> 32) & judge->mask;
	while (judge->verdicts[at].pair && judge->verdicts[at].pair != pair)
		at = (at + 1) & judge->mask;
	return &judge->verdicts[at];
}

static void grow(struct judge *judge)
{
	struct verdict *old = judge->verdicts;
	size_t old_count = judge->mask + 1;
	judge->mask = old_count * 2 - 1;
	judge->verdicts = calloc(judge->mask + 1, sizeof *judge->verdicts);
	if (!judge->verdicts)
		message_out_of_memory();
	for (size_t i = 0; i < old_count; i++) {
		if (old[i].pair)
			*find(judge, old[i].pair) = old[i];
	}
	free(old);
}

class_set judge_forms(struct judge *judge, const struct lexicon *lexicon, uint32_t a, uint32_t b)
{
	uint64_t pair = 1 + ((uint64_t)a << 32 | b);
	struct verdict *verdict = find(judge, pair);
	if (verdict->pair)
		return verdict->classes;
	const struct form *left = &lexicon->forms[a], *right = &lexicon->forms[b];
	class_set classes = judge_gaps(judge, left->gap, left->gap_len, right->gap, right->gap_len) |
			    judge_texts(judge, left->gap + left->gap_len, left->core_len, right->gap + right->gap_len,
					right->core_len);
	*verdict = (struct verdict){pair, classes};
	if (++judge->count > judge->mask / 2)
		grow(judge);
	return classes;
}
