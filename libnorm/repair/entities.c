/* SPDX-License-Identifier: MIT */
/*
 * Character references of HTML that scraping has left in a text, escaped once or several times: "&amp;nbsp;".
 *
 * The characters of a paragraph are put on a stack. Where a semicolon on top of it ends a reference, the reference is taken
 * off and what it stands for is put on, which may be the end or the beginning of another one. So nothing that is left can
 * be decoded: whether a reference is, depends on what the stack holds below it, never on what follows; and that is the
 * same in a second run. Each step makes the stack shorter and looks no further back than a reference is long.
 *
 * What stays: what may be meant as it is (in the query of a URL, in `code`, in a tag, in a line of HTML source);
 * characters that would make markup of text; and what no text holds, which is reported.
 */
#include <stdlib.h>

#include "base/memory.h"
#include "repair/markup.h"
#include "repair/reference.h"
#include "repair/steps.h"
#include "text/character.h"
#include "unicode/utf8.h"

enum { ENTITIES_OFF, ENTITIES_SAFE, ENTITIES_AGGRESSIVE, ENTITIES_REPORT };

/* A character, and the first of the items that it stands for; the next one begins behind the last of them. */
struct piece {
	uint32_t cp, first;
};

struct stack {
	struct piece *at;
	size_t len, cap;
	/*
	 * What the pieces up to here say of the next one. Only characters that are in no reference set these, so taking one off
	 * changes nothing.
	 */
	size_t token; /* where the last stretch without spaces and quotes begins */
	bool address; /* it is a URL, */
	bool query;   /* there is a ? in it, */
	bool fields;  /* and a = behind that */
	bool code;    /* a ` is open */
	struct items *items;
	unsigned value, rule;
};

/* The name or number of a reference, or as much of what follows & as may be one. */
struct text {
	char at[REFERENCE_MAX];
	size_t len;
};

/* What is in no URL and begins or ends one: spaces, quotation marks, commas of Arabic. */
static bool ends_token(uint32_t cp)
{
	if (cp < 0x80)
		return cp <= ' ' || cp == '"' || cp == '<' || cp == '>' || cp == '\\';
	enum unicode_category category = unicode_category(cp);
	bool mark = category == UNICODE_PI || category == UNICODE_PF || (category == UNICODE_PO && cp > 0xFF);
	return mark || unicode_is_white_space(cp);
}

static uint32_t before(const struct stack *stack, size_t back)
{
	return back <= stack->len ? stack->at[stack->len - back].cp : ' ';
}

static bool is_address(const struct stack *stack, uint32_t cp)
{
	if (cp == '/')
		return before(stack, 1) == '/' && before(stack, 2) == ':';
	return cp == '.' && stack->len - stack->token == 3 && (before(stack, 1) | 0x20) == 'w' &&
	       (before(stack, 2) | 0x20) == 'w' && (before(stack, 3) | 0x20) == 'w';
}

/* An opening ` stands behind a space or a bracket; behind a word it is an apostrophe. */
static void note_place(struct stack *stack, uint32_t cp)
{
	if (cp == '`')
		stack->code = !stack->code && (before(stack, 1) == ' ' || before(stack, 1) == '(');
	if (ends_token(cp) || (stack->token == stack->len && character_is_mark(cp))) {
		stack->token = stack->len + 1;
		stack->address = stack->query = stack->fields = false;
		return;
	}
	stack->address |= is_address(stack, cp);
	stack->query |= cp == '?';
	stack->fields |= stack->query && cp == '=';
}

/* &copy=2 is a field of a query, and so may &copy; be. */
static bool in_query(const struct stack *stack)
{
	return stack->query && (stack->address || stack->fields);
}

static void append(struct stack *stack, uint32_t cp, uint32_t first)
{
	note_place(stack, reference_fold(cp));
	stack->at[stack->len++] = (struct piece){cp, first};
}

/* The reference on top of the stack, whose end is `end`: its &, and what stands between; false where there is none. */
static bool find_reference(const struct stack *stack, size_t end, size_t most, size_t *ret_start, struct text *ret)
{
	size_t start = end;
	while (start > 0 && end - start < most && reference_has(reference_fold(stack->at[start - 1].cp)))
		start--;
	if (start == end || start == 0 || stack->at[start - 1].cp != '&')
		return false;
	ret->len = end - start;
	for (size_t i = 0; i < ret->len; i++)
		ret->at[i] = (char)reference_fold(stack->at[start + i].cp);
	*ret_start = start - 1;
	return true;
}

enum verdict { LEAVE, REPORT, DECODE };

/* No field of a query is called "amp;b": there &amp; is an & of it. */
static enum verdict judge(const struct stack *stack, enum reference_kind kind, uint32_t cp)
{
	bool markup = (cp == '<' || cp == '>') && stack->value != ENTITIES_AGGRESSIVE;
	if (stack->code || (in_query(stack) && cp != '&' && !ends_token(cp)))
		return LEAVE;
	return kind == REFERENCE_IMPOSSIBLE || markup || stack->value == ENTITIES_REPORT ? REPORT : DECODE;
}

/* Put what a reference stands for in the place of what is on the stack from `start` on; it ends in front of item `end`. */
static void replace(struct stack *stack, size_t start, uint32_t end, const uint32_t cps[2])
{
	uint32_t first = stack->at[start].first;
	stack->len = start;
	append(stack, cps[0], first);
	if (cps[1])
		append(stack, cps[1], end - 1);
}

/* Decode the reference that ends on top of the stack, in front of item `end`. False if there is nothing to decode. */
static bool reduce(struct stack *stack, uint32_t end)
{
	struct text text;
	uint32_t cps[2];
	size_t start;
	if (!stack->len || reference_fold(before(stack, 1)) != ';' ||
	    !find_reference(stack, stack->len - 1, REFERENCE_MAX, &start, &text))
		return false;
	enum reference_kind kind = reference_read(text.at, text.len, cps);
	if (kind == REFERENCE_NONE)
		return false;
	enum verdict verdict = judge(stack, kind, cps[0]);
	if (verdict == REPORT)
		items_report(stack->items, stack->at[start].first, end - stack->at[start].first, stack->rule);
	if (verdict == DECODE)
		replace(stack, start, end, cps);
	return verdict == DECODE;
}

/* Without a semicolon: letters, spaces, guillemets and soft hyphens inside words, other characters not in front of a letter. */
static bool may_open(uint32_t cp, uint32_t next)
{
	bool inside = character_is_letter(cp) || cp == 0xA0 || cp == 0xAB || cp == 0xBB || cp == 0xAD;
	return next != ';' && next != '=' && !character_is_mark(next) && (inside || !character_is_letter(next));
}

/* Decode a name without a semicolon on top of the stack, in front of a character `next` that begins with item `end`. */
static void reduce_open(struct stack *stack, uint32_t next, uint32_t end)
{
	struct text text;
	size_t start;
	if (in_query(stack) || stack->code || !find_reference(stack, stack->len, ENTITY_LEGACY_MAX, &start, &text))
		return;
	uint32_t cps[2] = {reference_read_open(text.at, text.len), 0};
	if (cps[0] && may_open(cps[0], reference_fold(next)))
		replace(stack, start, end, cps);
}

static void push(struct stack *stack, uint32_t cp, uint32_t first)
{
	if (stack->value == ENTITIES_AGGRESSIVE)
		reduce_open(stack, cp, first);
	append(stack, cp, first);
	while (reduce(stack, first + 1))
		;
}

/* All characters of the paragraph; those of tags as they are. What is decoded may make more tags, but none less. */
static void push_all(struct stack *stack)
{
	const struct items *items = stack->items;
	for (size_t i = 0, end; i < items->len; i = end) {
		end = i + 1;
		if (!markup_is_tag(items, i, &end))
			push(stack, items->at[i].cp, (uint32_t)i);
		else
			for (size_t k = i; k < end; k++)
				append(stack, items->at[k].cp, (uint32_t)k);
	}
	if (stack->value == ENTITIES_AGGRESSIVE)
		reduce_open(stack, '\n', (uint32_t)items->len);
}

static void write_pieces(const struct stack *stack)
{
	struct items *items = stack->items;
	items_rewrite(items);
	for (size_t i = 0; i < stack->len; i++) {
		const struct piece *piece = &stack->at[i];
		size_t end = i + 1 < stack->len ? piece[1].first : items->len;
		if (end - piece->first == 1 && piece->cp == items->at[piece->first].cp)
			items_keep(items, piece->first);
		else
			items_replace(items, piece->first, end - piece->first, piece->cp, stack->rule);
	}
	items_rewritten(items);
}

/* Whether a paragraph begins with markup that has content: source, which may be meant to show it. */
static bool is_source(const struct items *items)
{
	size_t i = 0, end;
	while (i < items->len && unicode_is_white_space(items->at[i].cp))
		i++;
	return i < items->len && markup_at(items, i, &end) == MARKUP_OPENING;
}

static bool has_ampersand(const struct items *items)
{
	for (size_t i = 0; i < items->len; i++)
		if (items->at[i].cp == '&')
			return true;
	return false;
}

static void repair_entities(struct items *items, unsigned value, unsigned rule)
{
	struct stack stack = {.items = items, .value = value, .rule = rule};
	if (items->failed || !has_ampersand(items) || (value != ENTITIES_AGGRESSIVE && is_source(items)))
		return;
	if (!memory_reserve(&stack.at, &stack.cap, items->len, sizeof *stack.at)) {
		items->failed = true;
		return;
	}
	push_all(&stack);
	write_pieces(&stack);
	free(stack.at);
}

/* Read what may be in a reference behind `at`, and what ends it. */
static uint32_t read_ahead(const uint8_t *at, const uint8_t *end, struct text *ret)
{
	for (ret->len = 0; at < end;) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		cp = reference_fold(cp);
		if (!reference_has(cp) || ret->len == REFERENCE_MAX)
			return cp;
		ret->at[ret->len++] = (char)cp;
	}
	return ' ';
}

static enum suspicion suspects_entity(unsigned value, const uint8_t *start, const uint8_t *at, const uint8_t *end)
{
	struct text text;
	uint32_t cps[2], next = read_ahead(at + 1, end, &text);
	(void)start;
	if (next == ';' && reference_read(text.at, text.len, cps) != REFERENCE_NONE)
		return SUSPICION_SOME;
	for (size_t len = 2; value == ENTITIES_AGGRESSIVE && len <= ENTITY_LEGACY_MAX && len <= text.len; len++)
		if (reference_read_open(text.at, len))
			return SUSPICION_SOME;
	return SUSPICION_NONE;
}

static const struct step_range triggers[] = {{'&', '&'}};

static const norm_rule_value values[] = {
	{"off", NORM_LOSSLESS, N_("leave them")},
	{"safe", NORM_REVERSIBLE, N_("decode those with a semicolon; leave < and >, queries of URLs, code and HTML source")},
	{"aggressive", NORM_REVERSIBLE, N_("decode also < and >, HTML source, and names without a semicolon")},
	{"report", NORM_LOSSLESS, N_("leave them, report them")},
};

const struct step repair_step_entities = {
	.rule = {"repair.entities", "repair", "entities", N_("HTML character reference"), "HTML Living Standard", values,
		 COUNT_OF(values), NORM_SEVERITY_WARNING, CATEGORY_MARKUP},
	.kind = STEP_REPAIR,
	.triggers = triggers,
	.trigger_count = COUNT_OF(triggers),
	.report_values = 1u << ENTITIES_REPORT,
	.suspects = suspects_entity,
	.repair = repair_entities,
};
