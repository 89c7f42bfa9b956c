/* SPDX-License-Identifier: MIT */
#include "support/protect_laws.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/cpbuf.h"
#include "text/protect.h"
#include "unicode/normal.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

/* Append what becomes of a character. `before` is the last one of the changed text. */
typedef void change_fn(uint32_t before, uint32_t cp, struct cpbuf *out);

/* Without U+0345, a mark that becomes a letter, and letters that become two. */
static void change_case(uint32_t before, uint32_t cp, struct cpbuf *out)
{
	const uint32_t *folded;
	bool simple = cp != 0x0345 && cpmap_get(&unicode_casefold, cp, &folded) == 1;
	(void)before;
	cpbuf_push(out, simple ? folded[0] : cp);
}

static void change_form(uint32_t before, uint32_t cp, struct cpbuf *out)
{
	(void)before;
	normal_decompose(NORMAL_NFD, cp, out);
}

static bool is_in(uint32_t cp, const uint32_t *set, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (set[i] == cp)
			return true;
	return false;
}

#define IS_IN(cp, set) is_in(cp, set, sizeof(set) / sizeof(set)[0])

/* What the lexer does not tell from it, as profiles make the one of the other: see lexer.h. 0 when it reads nothing. */
static uint32_t look_alike(uint32_t cp)
{
	static const uint32_t quotes[] = {0x201C, 0x201D, 0x2033};
	static const uint32_t apostrophes[] = {0xB4, 0x2018, 0x2019, 0x2032};
	static const uint32_t dashes[] = {0x2010, 0x2011, 0x2013, 0x2212};
	static const uint32_t deleted[] = {0x064B, 0x0301, 0x200B, 0x200F};
	if (IS_IN(cp, deleted))
		return 0;
	if (cp == 0xA0 || cp == 0x202F || cp == '\t')
		return ' ';
	if (cp >= 0x0660 && cp <= 0x0669)
		return '0' + (cp - 0x0660);
	if (IS_IN(cp, quotes))
		return '"';
	if (IS_IN(cp, apostrophes))
		return '\'';
	return IS_IN(cp, dashes) ? '-' : cp;
}

static void change_look(uint32_t before, uint32_t cp, struct cpbuf *out)
{
	uint32_t like = look_alike(cp);
	if (like && !(like == ' ' && before == ' '))
		cpbuf_push(out, like);
}

/* A changed text, and for each offset of the original where it has gone. */
struct changed {
	struct buffer text;
	uint32_t *places;
};

static void append_all(const struct cpbuf *cps, struct buffer *out)
{
	for (size_t i = 0; i < cps->len; i++) {
		uint8_t bytes[4];
		buffer_append(out, bytes, utf8_encode(cps->at[i], bytes));
	}
}

static void change(const uint8_t *text, size_t len, change_fn *fn, struct changed *ret)
{
	struct cpbuf cps = {0};
	uint32_t before = 0;
	*ret = (struct changed){.places = calloc(len + 1, sizeof *ret->places)};
	if (!ret->places)
		abort();
	for (size_t at = 0; at < len;) {
		uint32_t cp;
		unsigned used = utf8_decode(text + at, text + len, &cp);
		ret->places[at] = (uint32_t)ret->text.len;
		cps.len = 0;
		if (cp == UTF8_INVALID)
			buffer_append(&ret->text, text + at, used);
		else
			fn(before, cp, &cps);
		append_all(&cps, &ret->text);
		if (cps.len > 0 || cp == UTF8_INVALID)
			before = cps.len > 0 ? cps.at[cps.len - 1] : cp;
		at += used;
	}
	ret->places[len] = (uint32_t)ret->text.len;
	cpbuf_release(&cps);
}

/* Whether the spans of the changed text are those of the original, at their new places. */
static bool same_spans(const struct protect *original, const struct protect *other, const uint32_t *places)
{
	if (original->len != other->len)
		return false;
	for (size_t i = 0; i < original->len; i++) {
		const struct protect_span *a = &original->at[i], *b = &other->at[i];
		if (a->kind != b->kind || places[a->start] != b->start || places[a->end] != b->end)
			return false;
	}
	return true;
}

/* Whether the spans are the same behind a change. */
static bool survive(const uint8_t *text, size_t len, change_fn *fn)
{
	struct protect original = {0}, other = {0};
	struct changed changed;
	change(text, len, fn, &changed);
	protect_read(&original, text, len);
	protect_read(&other, changed.text.at, changed.text.len);
	bool same = same_spans(&original, &other, changed.places);
	protect_release(&original);
	protect_release(&other);
	buffer_release(&changed.text);
	free(changed.places);
	return same;
}

/* A span begins with a character, and not with a mark. */
static bool is_start(const uint8_t *text, size_t len, size_t at)
{
	uint32_t cp;
	utf8_decode(text + at, text + len, &cp);
	return cp != UTF8_INVALID && unicode_category(cp) != UNICODE_MN;
}

static bool is_sound(const uint8_t *text, size_t len)
{
	struct protect protect = {0};
	size_t at = 0;
	protect_read(&protect, text, len);
	bool sound = !protect.failed;
	for (size_t i = 0; i < protect.len; i++) {
		const struct protect_span *span = &protect.at[i];
		sound = sound && span->start >= at && span->end > span->start && span->end <= len;
		sound = sound && span->kind < PROTECT_KINDS && is_start(text, len, span->start);
		for (at = span->start; sound && at < span->end;) {
			uint32_t cp;
			at += utf8_decode(text + at, text + len, &cp);
			sound = cp != UTF8_INVALID && at <= span->end;
		}
	}
	protect_release(&protect);
	return sound;
}

const char *law_protect(const void *text, size_t len)
{
	if (!is_sound(text, len))
		return "spans out of order, out of bounds or within a character";
	if (!survive(text, len, change_case))
		return "other spans without letter case";
	if (!survive(text, len, change_form))
		return "other spans in NFD";
	return survive(text, len, change_look) ? NULL : "other spans with other spaces, digits, quotes and dashes";
}
