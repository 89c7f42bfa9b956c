/* SPDX-License-Identifier: MIT */
/*
 * Escapes of JSON and programs that were taken for text: \u00e9, \ud83d\ude00 (a character above U+FFFF as two surrogates),
 * \xe9. Without the program they came from nobody knows whether they are meant; so they are reported, and \u is decoded on
 * request. What is put in is no ASCII but quotes: it can be part of no other escape, reference or tag.
 */
#include "repair/markup.h"
#include "repair/reference.h"
#include "repair/steps.h"
#include "text/character.h"

enum { ESCAPES_OFF, ESCAPES_REPORT, ESCAPES_DECODE };
enum { UNIT = 6, PAIR = 12, BYTE = 4 }; /* characters of an escape: \u00e9, \ud83d\ude00, \xe9 */

struct escape {
	size_t len;  /* of its characters, 0: none */
	uint32_t cp; /* what it stands for, 0 if that is not known or cannot be put in */
};

static int hex_value(uint32_t cp)
{
	if (cp >= '0' && cp <= '9')
		return (int)cp - '0';
	return (cp | 0x20) >= 'a' && (cp | 0x20) <= 'f' ? (int)(cp | 0x20) - 'a' + 10 : -1;
}

/* The number that `digits` digits say, or -1. */
static int32_t read_hex(const uint32_t *at, unsigned digits)
{
	int32_t number = 0;
	for (unsigned i = 0; i < digits; i++) {
		int value = hex_value(at[i]);
		if (value < 0)
			return -1;
		number = number << 4 | value;
	}
	return number;
}

/* A unit of UTF-16 that begins with the backslash at `at`, or -1. */
static int32_t read_unit(const uint32_t *at, size_t len)
{
	return len >= UNIT && at[0] == '\\' && at[1] == 'u' ? read_hex(at + 2, 4) : -1;
}

static bool may_put_in(uint32_t cp)
{
	return cp == '"' || cp == '\'' || (cp >= 0xA0 && reference_may_make(cp));
}

/* The escape that begins with `at[0]`; `len` characters are known. */
static struct escape read_escape(const uint32_t *at, size_t len)
{
	if (len >= BYTE && at[0] == '\\' && at[1] == 'x' && read_hex(at + 2, 2) >= 0)
		return (struct escape){BYTE, 0};
	int32_t unit = read_unit(at, len);
	if (unit < 0)
		return (struct escape){0, 0};
	int32_t low = len >= PAIR ? read_unit(at + UNIT, len - UNIT) : -1;
	bool pair = unit >> 10 == 0xD800 >> 10 && low >> 10 == 0xDC00 >> 10;
	uint32_t cp = (uint32_t)(pair ? 0x10000 + ((unit & 0x3FF) << 10 | (low & 0x3FF)) : unit);
	return (struct escape){pair ? PAIR : UNIT, may_put_in(cp) ? cp : 0};
}

/*
 * The escape at item `i`. What another backslash stands before is escaped itself. A mark behind the last digit makes another
 * character of it.
 */
static struct escape escape_at(const struct items *items, size_t i)
{
	uint32_t characters[PAIR];
	size_t len = 0;
	for (; len < PAIR && i + len < items->len; len++)
		characters[len] = items->at[i + len].cp;
	struct escape escape = read_escape(characters, len);
	if (i + escape.len < items->len && character_is_mark(items->at[i + escape.len].cp))
		return (struct escape){0, 0};
	if (i > 0 && items->at[i - 1].cp == '\\')
		escape.cp = 0;
	return escape;
}

/* Returns the item behind what begins at `i`. */
static size_t repair_one(struct items *items, size_t i, unsigned value, unsigned rule)
{
	size_t end = i + 1;
	if (!markup_is_tag(items, i, &end) && items->at[i].cp == '\\') {
		struct escape escape = escape_at(items, i);
		end += escape.len ? escape.len - 1 : 0;
		if (escape.cp && value == ESCAPES_DECODE) {
			items_replace(items, i, escape.len, escape.cp, rule);
			return end;
		}
		if (escape.len)
			items_report(items, i, escape.len, rule);
	}
	items_keep_all(items, i, end);
	return end;
}

static void repair_escapes(struct items *items, unsigned value, unsigned rule)
{
	items_rewrite(items);
	for (size_t i = 0; i < items->len;)
		i = repair_one(items, i, value, rule);
	items_rewritten(items);
}

static enum suspicion suspects_escape(unsigned value, const uint8_t *start, const uint8_t *at, const uint8_t *end)
{
	uint32_t characters[PAIR];
	size_t len = 0;
	(void)value, (void)start;
	for (; len < PAIR && at + len < end; len++)
		characters[len] = at[len];
	return read_escape(characters, len).len > 0 ? SUSPICION_SOME : SUSPICION_NONE;
}

static const struct step_range triggers[] = {{'\\', '\\'}};

static const norm_rule_value values[] = {
	{"off", NORM_LOSSLESS, N_("leave them")},
	{"report", NORM_LOSSLESS, N_("leave them, report them")},
	{"decode", NORM_REVERSIBLE, N_("decode those of the form \\u00e9, report the others")},
};

const struct step repair_step_escapes = {
	.rule = {"repair.escapes", "repair", "escapes", N_("escaped character"), "RFC 8259", values, COUNT_OF(values),
		 NORM_SEVERITY_WARNING, CATEGORY_MARKUP},
	.kind = STEP_REPAIR,
	.triggers = triggers,
	.trigger_count = COUNT_OF(triggers),
	.report_values = 1u << ESCAPES_REPORT,
	.suspects = suspects_escape,
	.repair = repair_escapes,
};
