/* SPDX-License-Identifier: MIT */
/*
 * What is left between tokens that are aligned: words written in two or in one, spellings of names, numbers, and what has
 * really been rewritten. Pairs are looked for from left to right; what lies between them is wording.
 */
#include <string.h>

#include "compare/names.h"
#include "compare/rest.h"

/* Parts of a pair are at most so far apart in the rest: names, which take time, less. */
enum { REACH = 32, REACH_OF_NAMES = 6 };
/* Of so many tokens that nothing aligns, all is new. */
enum { REWRITTEN = 256 };

/* ---- Words written in two ---- */

/* The letters of some tokens, one after the other. */
struct spelling {
	const struct side *side;
	uint32_t at, end; /* the next token */
	const char *text;
	size_t len;
	bool hyphen; /* one has been passed over */
};

/* Take up the next token; false when there is none that may belong to the same word. */
static bool next_token(struct spelling *spelling)
{
	if (spelling->at < spelling->end && rest_is_hyphen(spelling->side, spelling->at)) {
		spelling->hyphen = true;
		spelling->at++;
	}
	if (spelling->at == spelling->end || side_form(spelling->side, spelling->at)->kind == TOKEN_MARK)
		return false;
	struct letters letters = side_letters(spelling->side, spelling->at++);
	spelling->text = letters.at;
	spelling->len = letters.len;
	return true;
}

/* Go on as far as both have the same letters. True when both tokens end at the same time. */
static bool spell(struct spelling *a, struct spelling *b)
{
	if (!next_token(a) || !next_token(b))
		return false;
	for (;;) {
		size_t len = a->len < b->len ? a->len : b->len;
		if (memcmp(a->text, b->text, len) != 0)
			return false;
		a->text += len, a->len -= len;
		b->text += len, b->len -= len;
		if (!a->len && !b->len)
			return true;
		if (!a->len ? !next_token(a) : !next_token(b))
			return false;
	}
}

/* The cores of some tokens without what stands between them. */
static void append_cores(struct bytes *bytes, const struct side *side, uint32_t start, uint32_t end)
{
	bytes->len = 0;
	for (uint32_t i = start; i < end; i++) {
		const struct form *form = side_form(side, i);
		if (!rest_is_hyphen(side, i))
			bytes_append(bytes, form->gap + form->gap_len, form->core_len);
	}
}

static class_set judge_letters(struct finder *finder, struct range range)
{
	const struct comparison *comparison = finder->comparison;
	struct bytes a = {0}, b = {0};
	append_cores(&a, &comparison->a, range.a, range.a_end);
	append_cores(&b, &comparison->b, range.b, range.b_end);
	class_set classes = judge_texts(&finder->judge, a.at, a.len, b.at, b.len);
	bytes_release(&a);
	bytes_release(&b);
	return classes;
}

static bool find_joined(struct finder *finder, struct range range, struct pair *ret)
{
	const struct comparison *comparison = finder->comparison;
	struct spelling a = {.side = &comparison->a, .at = range.a, .end = rest_limit(range.a, range.a_end)};
	struct spelling b = {.side = &comparison->b, .at = range.b, .end = rest_limit(range.b, range.b_end)};
	/* a pair starts with a word */
	if (rest_is_hyphen(a.side, a.at) || rest_is_hyphen(b.side, b.at) || !spell(&a, &b))
		return false;
	struct range found = {range.a, a.at, range.b, b.at};
	*ret = (struct pair){a.at - range.a, b.at - range.b, judge_letters(finder, found)};
	ret->classes |= a.hyphen != b.hyphen ? CLASS(DASH) : CLASS(SPACE);
	return ret->a_count + ret->b_count > 2;
}

/* ---- Seats of hamza ---- */

/* The last bytes of ؤ and ئ; the first one is D8. */
static bool is_seat(char c)
{
	return c == '\xA4' || c == '\xA6';
}

/* Words that people write with another seat of their hamza: مسؤول and مسئول. The profile makes other letters of both. */
static bool find_seats(const struct comparison *comparison, struct range range, struct pair *ret)
{
	const struct form *left = side_form(&comparison->a, range.a), *right = side_form(&comparison->b, range.b);
	const char *a = left->gap + left->gap_len, *b = right->gap + right->gap_len;
	*ret = (struct pair){1, 1, 0};
	for (size_t i = 0; left->core_len == right->core_len && i < left->core_len; i++) {
		if (a[i] == b[i])
			continue;
		if (!i || a[i - 1] != '\xD8' || !is_seat(a[i]) || !is_seat(b[i]))
			return false;
		ret->classes = CLASS(HAMZA);
	}
	return ret->classes != 0;
}

/* ---- Names ---- */

enum { NAME_TOKENS = 4 };

static bool begins_name(const struct side *side, uint32_t index)
{
	const struct form *form = side_form(side, index);
	return form->kind == TOKEN_WORD && name_may_begin(form->gap + form->gap_len, form->core_len);
}

/* The text of `count` tokens, if they can be a name: words, and what joins them. */
static bool read_name(const struct side *side, uint32_t start, uint32_t count, struct name *ret)
{
	for (uint32_t i = start; i < start + count; i++) {
		bool at_end = i == start || i + 1 == start + count;
		enum token_kind kind = (enum token_kind)side_form(side, i)->kind;
		if (kind == TOKEN_NUMBER || (kind == TOKEN_MARK && (at_end || !rest_is_hyphen(side, i))))
			return false;
	}
	if (!begins_name(side, start))
		return false;
	struct token first = side_token(side, start), last = side_token(side, start + count - 1);
	*ret = (struct name){first.core, (size_t)(last.end - first.core)};
	return true;
}

static uint32_t name_limit(uint32_t start, uint32_t end)
{
	return end - start > NAME_TOKENS ? NAME_TOKENS : end - start;
}

static bool same_keys(const struct comparison *comparison, uint32_t a, uint32_t b, uint32_t count)
{
	struct keys in_a = {comparison->a.forms, comparison->lexicon.key_of}, in_b = {comparison->b.forms, comparison->lexicon.key_of};
	return keys_common_start(&in_a, &in_b, (struct range){a, a + count, b, b + count}) == count;
}

/* Is one the other with an e behind it? Michel and Michèle sound alike and are two people. */
static bool is_feminine(const struct comparison *comparison, uint32_t a, uint32_t b)
{
	struct letters left = side_letters(&comparison->a, a), right = side_letters(&comparison->b, b);
	struct letters shorter = left.len < right.len ? left : right, longer = left.len < right.len ? right : left;
	return longer.len == shorter.len + 1 && longer.at[shorter.len] == 'e' && !memcmp(shorter.at, longer.at, shorter.len);
}

/* Is the text of [range.b, range.b_end) another spelling of `a`, which is that of [range.a, range.a_end)? */
static bool are_one_name(struct finder *finder, struct range range, struct name a)
{
	const struct comparison *comparison = finder->comparison;
	uint32_t count = range.a_end - range.a;
	struct name b;
	if (!read_name(&comparison->b, range.b, range.b_end - range.b, &b) ||
	    (count == range.b_end - range.b && same_keys(comparison, range.a, range.b, count)))
		return false;
	return names_same_place(&finder->names, a, b) ||
	       (!is_feminine(comparison, range.a_end - 1, range.b_end - 1) && names_same_sound(a, b));
}

/* The longest names first: Tin Zaouatine is no Tin. */
static bool find_names(struct finder *finder, struct range range, struct pair *ret)
{
	const struct comparison *comparison = finder->comparison;
	struct name a;
	if (!begins_name(&comparison->a, range.a) || !begins_name(&comparison->b, range.b))
		return false;
	for (uint32_t n = name_limit(range.a, range.a_end); n > 0; n--) {
		if (!read_name(&comparison->a, range.a, n, &a))
			continue;
		for (uint32_t m = name_limit(range.b, range.b_end); m > 0; m--) {
			if (!are_one_name(finder, (struct range){range.a, range.a + n, range.b, range.b + m}, a))
				continue;
			*ret = (struct pair){n, m, CLASS(NAME)};
			return true;
		}
	}
	return false;
}

/* Tokens of a name that have changed, and those beside them that have not. */
enum { CHANGED = 2, BESIDE = 3 };

static bool is_one_place(struct finder *finder, struct range range)
{
	const struct comparison *comparison = finder->comparison;
	const struct side *a = &comparison->a, *b = &comparison->b;
	struct name one, other;
	return range.a_end <= a->count && range.b_end <= b->count && range.a < range.a_end && range.b < range.b_end &&
	       read_name(a, range.a, range.a_end - range.a, &one) &&
	       read_name(b, range.b, range.b_end - range.b, &other) &&
	       names_same_place(&finder->names, one, other);
}

/* Is what is left a part of a name, of which the rest is the same: Mont d'Illi, Mont Illi? Letters alone cannot tell it. */
static bool is_part_of_name(struct finder *finder, struct range range)
{
	const struct comparison *comparison = finder->comparison;
	if (!comparison->gazetteer || range.a_end - range.a > CHANGED || range.b_end - range.b > CHANGED)
		return false;
	for (uint32_t before = 0; before <= BESIDE && before <= range.a && before <= range.b; before++) {
		if (!begins_name(&comparison->a, range.a - before) ||
		    !begins_name(&comparison->b, range.b - before))
			continue;
		/* what joins the other words may be different, too */
		for (uint32_t behind = before ? 0 : 1; behind < (BESIDE + 1) * (BESIDE + 1); behind++) {
			struct range all = {range.a - before, range.a_end + behind / (BESIDE + 1), range.b - before,
					    range.b_end + behind % (BESIDE + 1)};
			if (is_one_place(finder, all))
				return true;
		}
	}
	return false;
}

/* ---- The rest of the rest ---- */

static void add_wording(struct finder *finder, struct range range)
{
	const struct comparison *comparison = finder->comparison;
	if (range.a == range.a_end && range.b == range.b_end)
		return;
	class_set classes = rest_classes(comparison, range);
	if (classes == CLASS(WORDING) && is_part_of_name(finder, range))
		classes = CLASS(NAME);
	differences_add(&finder->differences,
			&(struct difference){range.a, range.a_end, range.b, range.b_end, classes, 0, false});
}

/* The first pair whose tokens are near each other; the tokens in front of it are taken off the range. */
static bool next_pair(struct finder *finder, struct range *range, struct pair *ret)
{
	uint32_t b_start = range->b;
	for (; range->a < range->a_end; range->a++) {
		uint32_t reach = range->b_end - b_start > REACH ? b_start + REACH : range->b_end;
		for (range->b = b_start; range->b < reach; range->b++) {
			bool near = range->b - b_start < REACH_OF_NAMES;
			if (find_joined(finder, *range, ret) || find_number(finder->comparison, *range, ret) ||
			    find_seats(finder->comparison, *range, ret) ||
			    (near && find_names(finder, *range, ret)))
				return true;
		}
	}
	return false;
}

void differences_of_rest(struct finder *finder, struct range range)
{
	struct pair pair;
	struct range at = range;
	bool is_rewritten = range.a_end - range.a > REWRITTEN && range.b_end - range.b > REWRITTEN;
	while (!is_rewritten && !finder->differences.ended && next_pair(finder, &at, &pair)) {
		add_wording(finder, (struct range){range.a, at.a, range.b, at.b});
		if (pair.classes)
			differences_add(&finder->differences,
					&(struct difference){at.a, at.a + pair.a_count, at.b, at.b + pair.b_count, pair.classes, 0, false});
		range.a = at.a += pair.a_count;
		range.b = at.b += pair.b_count;
	}
	add_wording(finder, range);
}
