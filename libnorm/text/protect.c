/* SPDX-License-Identifier: MIT */
/* Where a protected span may be, which recognisers are asked there, and what becomes of what they find. */
#include "text/protect.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/protect_kinds.h"
#include "text/step.h"
#include "unicode/utf8.h"

static const char *const kind_names[PROTECT_KINDS] = {
	"url",  "email", "handle",  "hashtag", "path", "code",  "html",    "entity",   "network",   "time",
	"ratio", "date", "version", "phone",   "book", "prime", "clipped", "emoticon", "shortcode",
};

const char *protect_kind_name(enum protect_kind kind)
{
	return kind_names[kind];
}

/* Classes of the second byte of a pair. */
enum {
	NEXT_LETTER = 1 << 0,
	NEXT_N = 1 << 1, /* a letter, too */
	NEXT_DIGIT = 1 << 2,
	NEXT_BLANK = 1 << 3,
	NEXT_DASH = 1 << 4,
	NEXT_QUOTE = 1 << 5, /* ' " */
	NEXT_OTHER = 1 << 6, /* the rest of ASCII */
	NEXT_HIGH = 1 << 7,  /* not ASCII */
	NEXT_A = 1 << 8,     /* A0–AF: behind D9 a digit … */
	NEXT_B = 1 << 9,     /* B0–BF: … behind DB, too, and behind C2 superscripts and ´ */
	NEXT_INK = NEXT_LETTER | NEXT_DIGIT | NEXT_DASH | NEXT_QUOTE | NEXT_OTHER | NEXT_HIGH,
	NEXT_NAME = NEXT_LETTER | NEXT_DIGIT | NEXT_OTHER | NEXT_HIGH
};

static uint16_t class_of(unsigned byte)
{
	if ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z' && byte < 0x80)
		return (byte | 0x20) == 'n' ? NEXT_LETTER | NEXT_N : NEXT_LETTER;
	if (byte >= '0' && byte <= '9')
		return NEXT_DIGIT;
	if (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r')
		return NEXT_BLANK;
	/* A control may become a space, or be deleted and show what is behind it. */
	if (byte < 0x20 || byte == 0x7F)
		return NEXT_INK | NEXT_N | NEXT_BLANK;
	if (byte == '-')
		return NEXT_DASH;
	if (byte == '\'' || byte == '"')
		return NEXT_QUOTE;
	/* Profiles make an apostrophe of it. */
	if (byte == '`')
		return NEXT_QUOTE | NEXT_OTHER;
	if (byte < 0x80)
		return NEXT_OTHER;
	return (uint16_t)(NEXT_HIGH | ((byte & 0xF0) == 0xA0 ? NEXT_A : (byte & 0xF0) == 0xB0 ? NEXT_B : 0));
}

/* A full stop, a hyphen or an apostrophe is mostly just that. What follows says most about them. */
static const struct {
	uint8_t byte;
	uint16_t next;
} ascii_triggers[] = {
	{'.', NEXT_LETTER | NEXT_DIGIT | NEXT_HIGH},
	{'-', NEXT_DASH | NEXT_DIGIT | NEXT_HIGH},
	{'\'', NEXT_N | NEXT_DIGIT | NEXT_HIGH},
	{'/', NEXT_NAME},
	{':', NEXT_INK},
	{';', NEXT_DASH | NEXT_OTHER | NEXT_LETTER | NEXT_HIGH},
	{'=', NEXT_INK},
	{'<', NEXT_NAME},
	{'^', NEXT_DASH | NEXT_OTHER | NEXT_HIGH},
	{'&', NEXT_NAME},
	{'@', NEXT_NAME},
	{'#', NEXT_NAME},
	{'$', NEXT_LETTER | NEXT_OTHER | NEXT_HIGH},
	{'+', NEXT_DIGIT | NEXT_HIGH},
	{'(', NEXT_LETTER | NEXT_DIGIT | NEXT_OTHER | NEXT_HIGH},
	{'_', NEXT_LETTER | NEXT_DIGIT | NEXT_HIGH},
	{'\\', NEXT_INK},
	{'`', NEXT_INK},
};

static void prepare_triggers(struct protect_triggers *triggers)
{
	for (unsigned byte = 0; byte < 256; byte++)
		triggers->next[byte] = class_of(byte);
	for (unsigned byte = '0'; byte <= '9'; byte++)
		triggers->first[byte] = NEXT_BLANK | NEXT_QUOTE | NEXT_HIGH;
	for (size_t i = 0; i < COUNT_OF(ascii_triggers); i++)
		triggers->first[ascii_triggers[i].byte] = ascii_triggers[i].next;
	triggers->first[0xC2] = NEXT_B;
	triggers->first[0xD9] = NEXT_A;
	triggers->first[0xDB] = NEXT_B;
	/* Few of the characters above U+0800 are seen as a trigger, but each may be. */
	for (unsigned byte = 0xE0; byte <= 0xF4; byte++)
		triggers->first[byte] = NEXT_HIGH;
}

/* The place of the next pair that is a trigger, from `at` on; the length of the text when there is none. */
static size_t next_pair(const struct protect_triggers *triggers, const struct text_view *view, size_t at)
{
	if (view->len < 2)
		return view->len;
	const uint16_t *first = triggers->first, *next = triggers->next;
	const uint8_t *p = view->text + at, *last = view->text + view->len - 1;
	while (last - p > 4 && !((first[p[0]] & next[p[1]]) | (first[p[1]] & next[p[2]]) | (first[p[2]] & next[p[3]]) |
				 (first[p[3]] & next[p[4]])))
		p += 4;
	while (p < last && !(first[p[0]] & next[p[1]]))
		p++;
	return p < last ? (size_t)(p - view->text) : view->len;
}

/*
 * What the pair at `at` cannot say: a number in front of a space and a letter is just that, and a character above ASCII
 * has to be seen as a trigger. What is let through is looked at by the recognisers.
 */
static bool is_worth_a_look(const struct protect_triggers *triggers, const struct text_view *view, size_t at)
{
	const uint8_t *p = view->text + at, *end = view->text + view->len;
	uint32_t cp;
	if (*p >= '0' && *p <= '9') {
		bool letter = end - p == 2 || triggers->next[p[2]] == NEXT_LETTER;
		return !(triggers->next[p[1]] & NEXT_BLANK) || !letter;
	}
	/* Most brackets open a remark, few a list of arguments or the first digits of a phone number. */
	if (*p < 0x80)
		return *p != '(' || (at > 0 && p[-1] != ' ') || !(triggers->next[p[1]] & NEXT_LETTER);
	unsigned bytes = utf8_decode(p, end, &cp);
	uint32_t seen = text_view_see(view, cp);
	uint8_t unit = seen ? unit_of(seen) : UNIT_NONE;
	if (unit >= 0x80 || p + bytes == end)
		return unit < 0x80 && unit_is_digit(unit);
	return unit_is_digit(unit) || triggers->first[unit] & triggers->next[p[bytes]];
}

static size_t next_trigger(struct protect *protect, const struct text_view *view, size_t at)
{
	size_t from = at;
	at = next_pair(&protect->triggers, view, at);
	while (at < view->len && !is_worth_a_look(&protect->triggers, view, at))
		at = next_pair(&protect->triggers, view, at + 1);
	protect->looked += at - from;
	return at;
}

static bool find_at_colon(struct finder *finder, size_t i)
{
	return find_url(finder, i) || find_network(finder, i) || find_scope(finder, i) || find_number(finder, i) ||
	       find_shortcode(finder, i) || find_emoticon(finder, i);
}

/* At a digit: only the last of a number has something to say, unless a separator behind it says it. */
static bool find_at_digit(struct finder *finder, size_t i)
{
	uint8_t behind = lexer_at(finder->lexer, i + 1);
	bool later = unit_is_digit(behind) || behind == '.' || behind == '-' || behind == '/' || behind == ':';
	return !later && find_number(finder, i);
}

/* Ask the recognisers of the unit at `i`. */
static bool find(struct finder *finder, size_t i)
{
	uint8_t unit = lexer_at(finder->lexer, i);
	switch (unit) {
	case ':':
		return find_at_colon(finder, i);
	case '.':
		return find_host(finder, i) || find_number(finder, i);
	case '-':
		return find_network(finder, i) || find_option(finder, i) || find_number(finder, i);
	case '/':
		return find_path(finder, i) || find_number(finder, i);
	case '\\':
		return find_windows_path(finder, i);
	case '@':
		return find_email(finder, i) || find_handle(finder, i);
	case '#':
		return find_hashtag(finder, i);
	case '<':
		return find_tag(finder, i) || find_emoticon(finder, i);
	case '=':
		return find_attribute(finder, i) || find_emoticon(finder, i);
	case ';':
	case '^':
		return find_emoticon(finder, i);
	case '&':
		return find_entity(finder, i);
	case '`':
		return find_backticks(finder, i);
	case '(':
		return find_call(finder, i) || find_phone(finder, i + 1);
	case '+':
		return find_phone(finder, i + 1);
	case '_':
		return find_snake(finder, i);
	case '$':
		return find_variable(finder, i);
	case '\'':
		return find_clipped(finder, i);
	default:
		return unit_is_digit(unit) && find_at_digit(finder, i);
	}
}

/* Take what the finder has found. A span that takes in others replaces them. */
static void add_span(struct protect *protect, struct finder *finder)
{
	struct lexer *lexer = finder->lexer;
	struct protect_span span = {(uint32_t)lexer_offset(lexer, finder->start),
				    (uint32_t)lexer_offset(lexer, finder->end), finder->kind};
	finder->numbers_done = span.end;
	while (protect->len > 0 && protect->at[protect->len - 1].start >= span.start)
		protect->len--;
	if (protect->len > 0 && protect->at[protect->len - 1].end > span.start)
		return;
	if (memory_reserve(&protect->at, &protect->cap, protect->len + 1, sizeof *protect->at))
		protect->at[protect->len++] = span;
	else
		protect->failed = true;
}

void protect_read(struct protect *protect, const struct text_view *view)
{
	struct finder finder = {.lexer = &protect->lexer};
	if (!protect->ready)
		prepare_triggers(&protect->triggers);
	protect->ready = true;
	protect->len = protect->cursor = protect->looked = 0;
	lexer_begin(&protect->lexer, view);
	size_t at = next_trigger(protect, view, 0);
	while (at < view->len && !protect->failed) {
		size_t i = lexer_seek(&protect->lexer, at);
		bool found = find(&finder, i);
		if (found)
			add_span(protect, &finder);
		size_t behind = lexer_offset(&protect->lexer, found && finder.end > i ? finder.end : i + 1);
		at = next_trigger(protect, view, behind);
		protect->failed |= protect->lexer.failed;
	}
	protect->looked += protect->lexer.looked;
}

void protect_release(struct protect *protect)
{
	lexer_release(&protect->lexer);
	free(protect->at);
	*protect = (struct protect){0};
}

/* The first span that ends behind `offset`; the number of spans when there is none. */
static size_t search_span(const struct protect *protect, size_t offset)
{
	size_t low = 0, high = protect->len;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (protect->at[middle].end > offset)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

const struct protect_span *protect_at(struct protect *protect, size_t offset)
{
	size_t i = protect->cursor;
	if (i > 0 && protect->at[i - 1].end > offset)
		i = search_span(protect, offset);
	for (int steps = 0; i < protect->len && protect->at[i].end <= offset; i++)
		if (++steps > 8) {
			i = search_span(protect, offset);
			break;
		}
	protect->cursor = i;
	return i < protect->len && protect->at[i].start <= offset ? &protect->at[i] : NULL;
}
