/* SPDX-License-Identifier: MIT */
#include "unit/arabic/stretch.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "text/space.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

enum { TEXT_MAX = 512, RULE = 7 };

/* A text, and what is told about each byte of it. The steps ask the functions below, which stand for those of the room. */
struct told {
	enum language language;
	char text[TEXT_MAX];
	size_t len;
	bool french[TEXT_MAX], protected[TEXT_MAX], stray[TEXT_MAX];
	bool all_protected;
};

static struct told told;
static char changes[TEXT_MAX * 8];

enum language scope_language(struct scope *scope, uint32_t offset)
{
	(void)scope;
	return told.french[offset] ? LANGUAGE_FRENCH : told.language;
}

enum language scope_letter_language(struct scope *scope, uint32_t offset)
{
	(void)scope, (void)offset;
	return told.language;
}

bool scope_is_protected(struct scope *scope, uint32_t offset)
{
	(void)scope;
	return told.all_protected || told.protected[offset];
}

bool scope_protects(struct scope *scope, uint32_t other)
{
	return scope_is_protected(scope, other);
}

bool scope_is_stray_bidi(struct scope *scope, uint32_t offset)
{
	(void)scope;
	return told.stray[offset];
}

/* Nobody tells more than the stretch shows. */
bool scope_is_word_before(struct scope *scope, uint32_t offset)
{
	(void)scope, (void)offset;
	return false;
}

struct scope_text scope_text(struct scope *scope, uint32_t offset)
{
	(void)scope;
	return (struct scope_text){(const uint8_t *)told.text, told.len, offset};
}

/* By shape; every other " opens, and ' is an apostrophe. */
enum scope_mark scope_mark(struct scope *scope, uint32_t offset)
{
	static const char *const openers[] = {"(", "[", "{", "«", "“"}, *const closers[] = {")", "]", "}", "»", "”"};
	const char *at = told.text + offset;
	size_t ticks = 0;
	(void)scope;
	for (size_t i = 0; i < COUNT_OF(openers); i++) {
		if (!strncmp(at, openers[i], strlen(openers[i])))
			return SCOPE_MARK_OPENS;
		if (!strncmp(at, closers[i], strlen(closers[i])))
			return SCOPE_MARK_CLOSES;
	}
	for (size_t i = 0; i < offset; i++)
		ticks += told.text[i] == '"';
	if (*at != '"')
		return SCOPE_MARK_NONE;
	return ticks % 2 ? SCOPE_MARK_CLOSES : SCOPE_MARK_OPENS;
}

/* Read a text with its control characters. */
void stretch_tell(enum language language, const char *text)
{
	bool french = false, protected = false, stray = false;
	told = (struct told){.language = language};
	for (; *text; text++) {
		if (*text > 0 && *text <= 6) {
			bool *state = *text <= 2 ? &french : *text <= 4 ? &protected : &stray;
			*state = *text % 2;
			continue;
		}
		cr_assert_lt(told.len + 1, TEXT_MAX);
		told.french[told.len] = french;
		told.protected[told.len] = protected;
		told.stray[told.len] = stray;
		told.text[told.len++] = *text;
	}
}

static void push_text(struct items *items, const char *text, size_t start, size_t end)
{
	while (start < end) {
		uint32_t cp;
		size_t next = start + utf8_decode((const uint8_t *)text + start, (const uint8_t *)text + end, &cp);
		items_push(items, cp, (uint32_t)start, (uint32_t)next);
		start = next;
	}
}

static void append_text(struct buffer *out, const struct items *items)
{
	for (size_t i = 0; i < items->len; i++) {
		uint8_t bytes[4];
		buffer_append(out, bytes, utf8_encode(items->at[i].cp, bytes));
	}
}

static unsigned value_of(const struct step *step, const char *name)
{
	unsigned value = 0;
	while (value < step->rule.value_count && strcmp(step->rule.values[value].name, name) != 0)
		value++;
	cr_assert_lt(value, step->rule.value_count, "%s has no value %s", step->rule.id, name);
	cr_assert(!step->run_values || step->run_values >> value & 1, "%s=%s does not run", step->rule.id, name);
	return value;
}

static void expect_order(const struct items *items, const char *text)
{
	for (size_t i = 0; i < items->len; i++) {
		const struct text_item *item = &items->at[i], *before = i ? item - 1 : NULL;
		bool same = before && before->start == item->start && before->end == item->end;
		cr_expect(item->start <= item->end && (!before || same || before->end <= item->start), "%s: span %zu", text, i);
	}
}

/* The last two characters that have been put out. */
static void read_before(const struct buffer *out, struct rule_span *span)
{
	uint32_t *last[] = {&span->before, &span->before2};
	size_t end = out->len;
	for (size_t i = 0; i < COUNT_OF(last) && end > 0; i++) {
		const uint8_t *at = utf8_previous(out->at, out->at + end);
		utf8_decode(at, out->at + end, last[i]);
		end = (size_t)(at - out->at);
	}
}

/* Run over [start, end) of the text and append the result. Returns the number of findings. */
static size_t run_part(const struct step *step, unsigned value, size_t start, size_t end, bool at_end, struct buffer *out)
{
	struct items items = {.log = true};
	struct rule_span span = {.items = &items, .before = SPACE_LF, .before2 = SPACE_LF, .after = SPACE_LF,
				 .at_end = at_end, .value = value, .rule = RULE};
	read_before(out, &span);
	if (end < told.len)
		utf8_decode((const uint8_t *)told.text + end, (const uint8_t *)told.text + told.len, &span.after);
	push_text(&items, told.text, start, end);
	step->run(&span);
	expect_order(&items, told.text);
	append_text(out, &items);
	size_t first = items.change_len, findings = items.finding_len;
	step->run(&span);
	cr_expect_eq(items.change_len, first, "%s: %s changes its result", told.text, step->rule.id);
	cr_expect_not(items.failed);
	items_release(&items);
	return findings;
}

static bool is_trigger(const struct step *step, const struct rule_trigger *trigger)
{
	return step_range_has(step->triggers, step->trigger_count, trigger->cp) && (!step->wakes || step->wakes(trigger));
}

/* The characters of a text, and which of them wake a step. */
struct characters {
	uint32_t cp[TEXT_MAX], start[TEXT_MAX + 1];
	bool wakes[TEXT_MAX];
	size_t len;
};

static void read_characters(struct characters *characters, const struct step *step, unsigned value)
{
	struct items items = {0};
	push_text(&items, told.text, 0, told.len);
	characters->len = items.len;
	characters->start[items.len] = (uint32_t)told.len;
	for (size_t i = 0; i < items.len; i++) {
		struct rule_trigger trigger = {
			.value = value,
			.findings = true,
			.before2 = i > 1 ? items.at[i - 2].cp : SPACE_LF,
			.before = i ? items.at[i - 1].cp : SPACE_LF,
			.cp = items.at[i].cp,
			.after = i + 1 < items.len ? items.at[i + 1].cp : SPACE_LF,
			.after2 = i + 2 < items.len ? items.at[i + 2].cp : SPACE_LF,
		};
		characters->cp[i] = trigger.cp;
		characters->start[i] = items.at[i].start;
		characters->wakes[i] = is_trigger(step, &trigger);
	}
	items_release(&items);
}

static bool belongs(const struct characters *characters, size_t i)
{
	uint32_t cp = characters->cp[i];
	return characters->wakes[i] || space_is_inline(cp) || unicode_ccc(cp);
}

/* The stretch round the first trigger from `i` on; false if there is none. */
static bool find_stretch(const struct characters *characters, size_t i, size_t *start, size_t *end)
{
	size_t at = i;
	while (at < characters->len && !characters->wakes[at])
		at++;
	for (*start = at; *start > i && belongs(characters, *start - 1);)
		--*start;
	if (*start > i && !space_is_line_end(characters->cp[*start - 1]))
		--*start;
	for (*end = at; *end < characters->len && belongs(characters, *end);)
		++*end;
	return at < characters->len;
}

/* As the engine does it: only where something wakes the step. */
static size_t run_stretches(const struct step *step, unsigned value, struct buffer *out)
{
	static struct characters characters;
	size_t i = 0, findings = 0, start, end;
	read_characters(&characters, step, value);
	while (find_stretch(&characters, i, &start, &end)) {
		buffer_append(out, told.text + characters.start[i], characters.start[start] - characters.start[i]);
		findings += run_part(step, value, characters.start[start], characters.start[end], end == characters.len, out);
		i = end;
	}
	buffer_append(out, told.text + characters.start[i], told.len - characters.start[i]);
	return findings;
}

static void expect_text(const struct step *step, const struct buffer *out, const char *expected, const char *how)
{
	cr_expect(out->len == strlen(expected) && (!out->len || !memcmp(out->at, expected, out->len)),
		  "%s: \"%s\" became \"%.*s\"%s, not \"%s\"", step->rule.id, told.text, (int)out->len, (const char *)out->at, how,
		  expected);
}

static void check_row(const struct step *step, unsigned value, enum language language, const struct stretch_row *row)
{
	struct buffer whole = {0}, stretches = {0}, same = {0};
	stretch_tell(language, row->text);
	size_t findings = run_part(step, value, 0, told.len, true, &whole);
	expect_text(step, &whole, row->expected, "");
	cr_expect_eq(findings, row->reports, "%s: \"%s\": %zu reports", step->rule.id, told.text, findings);
	if (step->triggers) {
		findings = run_stretches(step, value, &stretches);
		expect_text(step, &stretches, row->expected, " in stretches");
		cr_expect_eq(findings, row->reports, "%s: \"%s\": %zu reports in stretches", step->rule.id, told.text, findings);
	}
	told.all_protected = true;
	findings = run_part(step, value, 0, told.len, true, &same);
	expect_text(step, &same, told.text, ", protected");
	cr_expect_eq(findings, 0);
	buffer_release(&whole);
	buffer_release(&stretches);
	buffer_release(&same);
}

void stretch_check(const struct step *step, const char *value, enum language language, const struct stretch_row *rows,
		   size_t count)
{
	for (size_t i = 0; i < count; i++)
		check_row(step, value_of(step, value), language, &rows[i]);
}

static void note_changes(const struct items *items)
{
	size_t len = 0;
	changes[0] = '\0';
	for (size_t i = 0; i < items->change_len; i++)
		len += (size_t)snprintf(changes + len, sizeof changes - len, "%s%u-%u", i ? " " : "",
					(unsigned)items->changes[i].start, (unsigned)items->changes[i].end);
}

const char *stretch_run(const struct step *step, const char *value, uint32_t before2, uint32_t before, const char *text,
			uint32_t after)
{
	static char result[TEXT_MAX];
	struct items items = {.log = true};
	struct buffer out = {0};
	stretch_tell(LANGUAGE_ARABIC, text);
	push_text(&items, told.text, 0, told.len);
	struct rule_span span = {.items = &items, .before = before, .before2 = before2, .after = after, .value = value_of(step, value), .rule = RULE};
	step->run(&span);
	note_changes(&items);
	append_text(&out, &items);
	snprintf(result, sizeof result, "%.*s", (int)out.len, (const char *)out.at);
	buffer_release(&out);
	items_release(&items);
	return result;
}

const char *stretch_changes(void)
{
	return changes;
}
