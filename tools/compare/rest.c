/* SPDX-License-Identifier: MIT */
/*
 * What is left between tokens that are aligned: words written in two or in one, spellings of names, numbers, and what has
 * really been rewritten. Pairs are looked for from left to right; what lies between them is wording.
 */
#include <string.h>

#include "common/utf8.h"
#include "compare/difference.h"
#include "compare/names.h"

/* A pair has at most so many tokens on a side, and its parts are at most so far apart in the rest: names, which take time, less. */
enum { TOKENS_MAX = 6, REACH = 32, REACH_OF_NAMES = 6 };
/* Of so many tokens that nothing aligns, all is new. */
enum { REWRITTEN = 256 };
/* Digits between two marks, or spaces, that part thousands. */
enum { GROUP = 3 };

/* Tokens of both sides that belong together, from (a, b) on. */
struct pair {
	uint32_t a_count, b_count;
	class_set classes;
};

static const struct form *form_at(const struct comparison *comparison, const struct side *side, uint32_t index)
{
	return &comparison->lexicon.forms[side->forms[index]];
}

static struct key key_of(const struct comparison *comparison, const struct side *side, uint32_t index)
{
	return comparison->lexicon.keys[comparison->lexicon.key_of[side->forms[index]]];
}

/* Is it this one sign, or what the profile folds to it? */
static bool is_sign(const struct comparison *comparison, const struct side *side, uint32_t index, char sign)
{
	struct key key = key_of(comparison, side, index);
	return key.len == 1 && comparison->lexicon.key_text.at[key.at] == sign;
}

/* What joins the parts of a compound says nothing where they are written as one. */
static bool is_hyphen(const struct comparison *comparison, const struct side *side, uint32_t index)
{
	return is_sign(comparison, side, index, '-');
}

/* ---- Words written in two ---- */

/* The letters of some tokens, one after the other. */
struct spelling {
	const struct comparison *comparison;
	const struct side *side;
	uint32_t at, end; /* the next token */
	const char *text;
	size_t len;
	bool hyphen; /* one has been passed over */
};

/* Take up the next token; false when there is none that may belong to the same word. */
static bool next_token(struct spelling *spelling)
{
	if (spelling->at < spelling->end && is_hyphen(spelling->comparison, spelling->side, spelling->at)) {
		spelling->hyphen = true;
		spelling->at++;
	}
	if (spelling->at == spelling->end || form_at(spelling->comparison, spelling->side, spelling->at)->kind == TOKEN_MARK)
		return false;
	struct key key = key_of(spelling->comparison, spelling->side, spelling->at++);
	spelling->text = spelling->comparison->lexicon.key_text.at + key.at;
	spelling->len = key.len;
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

static uint32_t limit(uint32_t start, uint32_t end)
{
	return end - start > TOKENS_MAX ? start + TOKENS_MAX : end;
}

/* The cores of some tokens without what stands between them. */
static void append_cores(struct bytes *bytes, const struct comparison *comparison, const struct side *side, uint32_t start,
			 uint32_t end)
{
	bytes->len = 0;
	for (uint32_t i = start; i < end; i++) {
		const struct form *form = form_at(comparison, side, i);
		if (!is_hyphen(comparison, side, i))
			bytes_append(bytes, form->gap + form->gap_len, form->core_len);
	}
}

static class_set judge_letters(struct finder *finder, struct range range)
{
	const struct comparison *comparison = finder->comparison;
	struct bytes a = {0}, b = {0};
	append_cores(&a, comparison, &comparison->a, range.a, range.a_end);
	append_cores(&b, comparison, &comparison->b, range.b, range.b_end);
	class_set classes = judge_texts(&finder->judge, a.at, a.len, b.at, b.len);
	bytes_release(&a);
	bytes_release(&b);
	return classes;
}

static bool find_joined(struct finder *finder, struct range range, struct pair *ret)
{
	const struct comparison *comparison = finder->comparison;
	struct spelling a = {.comparison = comparison, .side = &comparison->a, .at = range.a, .end = limit(range.a, range.a_end)};
	struct spelling b = {.comparison = comparison, .side = &comparison->b, .at = range.b, .end = limit(range.b, range.b_end)};
	/* a pair starts with a word */
	if (is_hyphen(comparison, a.side, a.at) || is_hyphen(comparison, b.side, b.at) || !spell(&a, &b))
		return false;
	struct range found = {range.a, a.at, range.b, b.at};
	*ret = (struct pair){a.at - range.a, b.at - range.b, judge_letters(finder, found)};
	ret->classes |= a.hyphen != b.hyphen ? CLASS(DASH) : CLASS(SPACE);
	return ret->a_count + ret->b_count > 2;
}

/* ---- Numbers ---- */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* How many digits `text` starts with. */
static size_t count_digits(const char *text, size_t len)
{
	size_t count = 0;
	while (count < len && is_digit(text[count]))
		count++;
	return count;
}

/* May a space in front of this number part groups of digits: 12 000? */
static bool goes_on_with_group(const struct comparison *comparison, const struct side *side, uint32_t index)
{
	const struct form *form = form_at(comparison, side, index);
	struct key key = key_of(comparison, side, index);
	struct token token = side_token(side, index);
	uint32_t space = 0;
	return form->kind == TOKEN_NUMBER && form->gap_len > 0 && !form->breaks &&
	       utf8_decode(token.gap, token.core, &space) == form->gap_len && space < UTF8_BYTE &&
	       count_digits(comparison->lexicon.key_text.at + key.at, key.len) == GROUP;
}

/* Behind the groups of the number at `start`. One with marks between its digits, or with more of them than a group has, stands alone. */
static uint32_t number_end(const struct comparison *comparison, const struct side *side, uint32_t start, uint32_t end)
{
	uint32_t at = start;
	struct key key = key_of(comparison, side, at++);
	for (uint32_t most = GROUP; key.len <= most && at < end && goes_on_with_group(comparison, side, at); at++)
		key = key_of(comparison, side, at);
	return at;
}

/* The value of a number as its digits and, where a separator is no mark of groups, a full stop. */
static void append_value(struct bytes *bytes, const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if (is_digit(text[i]))
			bytes_append_char(bytes, text[i]);
		else if (count_digits(text + i + 1, len - i - 1) != GROUP)
			bytes_append_char(bytes, '.');
	}
}

static struct bytes value_of(const struct comparison *comparison, const struct side *side, uint32_t start, uint32_t end)
{
	struct bytes value = {0};
	for (uint32_t i = start; i < end; i++) {
		struct key key = key_of(comparison, side, i);
		append_value(&value, comparison->lexicon.key_text.at + key.at, key.len);
	}
	return value;
}

/* 12,5 is 12.5 and 12.500 is 12 500: the marks between digits differ from place to place, the digits do not. */
static bool same_value(const struct comparison *comparison, struct range range)
{
	struct bytes left = value_of(comparison, &comparison->a, range.a, range.a_end);
	struct bytes right = value_of(comparison, &comparison->b, range.b, range.b_end);
	bool same = left.len == right.len && memcmp(left.at, right.at, left.len) == 0;
	bytes_release(&left);
	bytes_release(&right);
	return same;
}

static bool find_number(const struct comparison *comparison, struct range range, struct pair *ret)
{
	const struct side *a = &comparison->a, *b = &comparison->b;
	if (form_at(comparison, a, range.a)->kind != TOKEN_NUMBER || form_at(comparison, b, range.b)->kind != TOKEN_NUMBER)
		return false;
	range.a_end = number_end(comparison, a, range.a, limit(range.a, range.a_end));
	range.b_end = number_end(comparison, b, range.b, limit(range.b, range.b_end));
	*ret = (struct pair){range.a_end - range.a, range.b_end - range.b,
			     same_value(comparison, range) ? CLASS(DIGIT_SHAPE) : CLASS(NUMBER)};
	return true;
}

/* ---- Names ---- */

enum { NAME_TOKENS = 4 };

static bool begins_name(const struct comparison *comparison, const struct side *side, uint32_t index)
{
	const struct form *form = form_at(comparison, side, index);
	return form->kind == TOKEN_WORD && name_may_begin(form->gap + form->gap_len, form->core_len);
}

/* The text of `count` tokens, if they can be a name: words, and what joins them. */
static bool read_name(const struct comparison *comparison, const struct side *side, uint32_t start, uint32_t count,
		      struct name *ret)
{
	for (uint32_t i = start; i < start + count; i++) {
		bool at_end = i == start || i + 1 == start + count;
		enum token_kind kind = (enum token_kind)form_at(comparison, side, i)->kind;
		if (kind == TOKEN_NUMBER || (kind == TOKEN_MARK && (at_end || !is_hyphen(comparison, side, i))))
			return false;
	}
	if (!begins_name(comparison, side, start))
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
	struct key left = key_of(comparison, &comparison->a, a), right = key_of(comparison, &comparison->b, b);
	struct key shorter = left.len < right.len ? left : right, longer = left.len < right.len ? right : left;
	const char *text = comparison->lexicon.key_text.at;
	return longer.len == shorter.len + 1 && text[longer.at + shorter.len] == 'e' &&
	       !memcmp(text + shorter.at, text + longer.at, shorter.len);
}

static bool are_one_name(struct finder *finder, struct range range)
{
	const struct comparison *comparison = finder->comparison;
	uint32_t count = range.a_end - range.a;
	struct name a, b;
	if (!read_name(comparison, &comparison->a, range.a, count, &a) ||
	    !read_name(comparison, &comparison->b, range.b, range.b_end - range.b, &b))
		return false;
	if (count == range.b_end - range.b && same_keys(comparison, range.a, range.b, count))
		return false;
	return names_same_place(&finder->names, a, b) ||
	       (!is_feminine(comparison, range.a_end - 1, range.b_end - 1) && names_same_sound(a, b));
}

/* The longest names first: Tin Zaouatine is no Tin. */
static bool find_names(struct finder *finder, struct range range, struct pair *ret)
{
	const struct comparison *comparison = finder->comparison;
	if (!begins_name(comparison, &comparison->a, range.a) || !begins_name(comparison, &comparison->b, range.b))
		return false;
	for (uint32_t n = name_limit(range.a, range.a_end); n > 0; n--) {
		for (uint32_t m = name_limit(range.b, range.b_end); m > 0; m--) {
			if (!are_one_name(finder, (struct range){range.a, range.a + n, range.b, range.b + m}))
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
	       read_name(comparison, a, range.a, range.a_end - range.a, &one) &&
	       read_name(comparison, b, range.b, range.b_end - range.b, &other) &&
	       names_same_place(&finder->names, one, other);
}

/* Is what is left a part of a name, of which the rest is the same: Mont d'Illi, Mont Illi? Letters alone cannot tell it. */
static bool is_part_of_name(struct finder *finder, struct range range)
{
	const struct comparison *comparison = finder->comparison;
	if (!comparison->gazetteer || range.a_end - range.a > CHANGED || range.b_end - range.b > CHANGED)
		return false;
	for (uint32_t before = 0; before <= BESIDE && before <= range.a && before <= range.b; before++) {
		if (!begins_name(comparison, &comparison->a, range.a - before) ||
		    !begins_name(comparison, &comparison->b, range.b - before))
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

static bool has_digit(const struct comparison *comparison, const struct side *side, uint32_t index)
{
	struct key key = key_of(comparison, side, index);
	const char *text = comparison->lexicon.key_text.at + key.at;
	for (uint32_t i = 0; i < key.len; i++) {
		if (text[i] >= '0' && text[i] <= '9')
			return true;
	}
	return false;
}

static class_set classes_of_tokens(const struct comparison *comparison, const struct side *side, uint32_t start, uint32_t end)
{
	class_set classes = 0;
	for (uint32_t i = start; i < end; i++) {
		if (form_at(comparison, side, i)->kind == TOKEN_MARK)
			classes |= CLASS(PUNCTUATION);
		else if (has_digit(comparison, side, i))
			classes |= CLASS(NUMBER);
		else
			classes |= CLASS(WORDING);
	}
	return classes;
}

static bool are_quotes(const struct comparison *comparison, const struct side *side, uint32_t start, uint32_t end)
{
	/* behind a number they are units */
	if (start && form_at(comparison, side, start - 1)->kind == TOKEN_NUMBER)
		return false;
	for (uint32_t i = start; i < end; i++) {
		if (!is_sign(comparison, side, i, '"') && !is_sign(comparison, side, i, '\''))
			return false;
	}
	return start < end;
}

/* Does a hyphen alone stand between two words: porte-parole? */
static bool is_hyphen_of_compound(const struct comparison *comparison, const struct side *side, uint32_t start, uint32_t end)
{
	return end == start + 1 && start > 0 && end < side->count && is_hyphen(comparison, side, start) &&
	       form_at(comparison, side, start - 1)->kind == TOKEN_WORD && form_at(comparison, side, end)->kind == TOKEN_WORD &&
	       !form_at(comparison, side, start)->gap_len && !form_at(comparison, side, end)->gap_len;
}

/* Other quotation marks of two levels, ‘oui’ and «oui», and a hyphen for which the other text has a space, are noise. */
static class_set classes_of_marks(const struct comparison *comparison, struct range range)
{
	const struct side *a = &comparison->a, *b = &comparison->b;
	if (are_quotes(comparison, a, range.a, range.a_end) && are_quotes(comparison, b, range.b, range.b_end))
		return CLASS(QUOTE);
	if (range.b == range.b_end && range.b < b->count && form_at(comparison, b, range.b)->gap_len &&
	    is_hyphen_of_compound(comparison, a, range.a, range.a_end))
		return CLASS(DASH);
	if (range.a == range.a_end && range.a < a->count && form_at(comparison, a, range.a)->gap_len &&
	    is_hyphen_of_compound(comparison, b, range.b, range.b_end))
		return CLASS(DASH);
	return CLASS(PUNCTUATION);
}

/* Punctuation that comes and goes with words is no difference of its own. */
static void add_wording(struct finder *finder, struct range range)
{
	const struct comparison *comparison = finder->comparison;
	if (range.a == range.a_end && range.b == range.b_end)
		return;
	class_set classes = classes_of_tokens(comparison, &comparison->a, range.a, range.a_end) |
			    classes_of_tokens(comparison, &comparison->b, range.b, range.b_end);
	if (classes & (CLASS(WORDING) | CLASS(NUMBER)))
		classes &= ~CLASS(PUNCTUATION);
	if (classes == CLASS(PUNCTUATION))
		classes = classes_of_marks(comparison, range);
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
