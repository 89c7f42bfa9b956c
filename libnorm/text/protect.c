/* SPDX-License-Identifier: MIT */
/* Where a protected span may be, which recognisers are asked there, and what becomes of what they find. */
#include "text/protect.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/search.h"
#include "text/letter_class.h"
#include "text/protect_kinds.h"
#include "text/protect_triggers.h"
#include "text/space.h"
#include "unicode/utf8.h"

static const char *const kind_names[PROTECT_KINDS] = {
	"url",  "email", "handle",  "hashtag", "path", "code",  "html",    "entity",   "network",   "time",
	"ratio", "date", "version", "phone",   "book", "prime", "clipped", "emoticon", "shortcode",
};

const char *protect_kind_name(enum protect_kind kind)
{
	return kind_names[kind];
}

/* Know which pairs may be triggers in the text from `at` on. */
static void look_ahead(struct protect *protect, size_t at)
{
	size_t rest = protect->lexer.text_len - at, len = rest < PROTECT_WINDOW ? rest : PROTECT_WINDOW;
	protect->window = at;
	protect->window_end = at + len;
	/* The last pair ends behind the window. */
	find_pairs_best()(&trigger_tables.pairs, protect->lexer.text + at, len < rest ? len + 1 : len, protect->pairs);
}

/* Whether a character of three or four bytes may be seen as a trigger: few are. */
static bool may_be_seen(const uint8_t *at, const uint8_t *end)
{
	uint32_t cp;
	utf8_decode_long(at, end, &cp);
	return cp != UTF8_INVALID && unit_of(cp) < 0x80;
}

/* The next pair in the window that is a trigger, from `at` on; its end when there is none. Not each that is marked is one. */
static size_t next_in_window(const struct protect *protect, size_t at)
{
	const uint8_t *text = protect->lexer.text;
	size_t base = at - (at - protect->window) % FIND_GROUP, last = protect->lexer.text_len - 1;
	const uint64_t *group = &protect->pairs[(base - protect->window) / FIND_GROUP];
	uint64_t pairs = *group & ~UINT64_C(0) << (at - base);
	for (; base < protect->window_end; base += FIND_GROUP, pairs = *++group)
		for (; pairs; pairs &= pairs - 1) {
			size_t place = base + (size_t)__builtin_ctzll(pairs);
			if (place < last && triggers_has(text[place], text[place + 1]) &&
			    (text[place] < 0xE0 || may_be_seen(text + place, text + last + 1)))
				return place;
		}
	return protect->window_end;
}

/* The place of the next pair that is a trigger, from `at` on; the length of the text when there is none. */
static size_t next_pair(struct protect *protect, size_t at)
{
	size_t len = protect->lexer.text_len;
	while (at + 1 < len) {
		if (at >= protect->window_end)
			look_ahead(protect, at);
		at = next_in_window(protect, at);
		if (at < protect->window_end)
			return at;
	}
	return len;
}

/* An apostrophe may stand for something before a digit or n; what makes no unit shows what is behind it. */
static bool may_be_clipped(const uint8_t *behind, const uint8_t *end)
{
	uint32_t cp;
	utf8_decode(behind, end, &cp);
	uint8_t unit = cp == UTF8_INVALID ? UNIT_BAD : cp == 0 ? UNIT_NONE : unit_of(cp);
	return unit == 'n' || unit == UNIT_NONE || unit_is_digit(unit);
}

/* The bytes of an ASCII letter, or of one with a mark, and the base letter a–z. 0 where neither stands. */
static size_t read_label_letter(const uint8_t *at, const uint8_t *end, uint8_t *ret_base)
{
	bool two = *at == 0xC3 && end - at > 1 && utf8_is_trail(at[1]);
	*ret_base = two ? letter_tables.keys[0xC0 | (at[1] & 0x3F)] : *at | 0x20;
	return (uint8_t)(*ret_base - 'a') < 26 && *at < 0xC4 ? 1 + two : 0;
}

/* Whether "www." may end with the full stop at `at`, which is not the first byte. */
static bool may_end_www(const uint8_t *at)
{
	bool other = at[-1] >= ' ' && at[-1] < 0x7F && (at[-1] | 0x20) != 'w';
	return !other && at[-2] != 0xC3;
}

/*
 * Scraped news is full of sentences without a space between them. Whether at the full stop of "fin.Début de" nothing can be
 * found: the word behind it is no domain and no suffix, nothing of a host follows it, and www is not before it.
 */
static bool is_glued_sentence(const uint8_t *text, const uint8_t *end, const uint8_t *at)
{
	uint8_t base, first[2] = {0};
	size_t letters = 0, bytes;
	if (at - text < 2 || may_end_www(at))
		return false;
	for (at++; at < end && (bytes = read_label_letter(at, end, &base)); at += bytes, letters++)
		if (letters < 2)
			first[letters] = base;
	if (at == end || !letters || !strchr(" ,;!?()'\"", *at) || *at == '\0')
		return false;
	if (letters == 1 || letters > NAME_LETTERS)
		return true;
	return !(trigger_tables.names[letters - 1][first[0] - 'a'] >> (first[1] - 'a') & 1);
}

/* Whether spaces stand at `at`, any number of any kind, with a letter or the end behind them. */
static bool is_before_word(const uint8_t *at, const uint8_t *end)
{
	const uint8_t *start = at;
	uint32_t cp;
	if (end - at > 1 && *at < 0x80 && at[1] > SPACE_SP && at[1] < 0xE0 && at[1] != 0xC2) /* as nearly always */
		return trigger_tables.next[*at] == NEXT_BLANK && trigger_tables.next[at[1]] == NEXT_LETTER;
	while (at < end) {
		unsigned bytes = utf8_decode(at, end, &cp);
		if (!space_is_inline(cp) && trigger_tables.next[*at] != NEXT_BLANK)
			break;
		at += bytes;
	}
	return at > start && (at == end || trigger_tables.next[*at] == NEXT_LETTER);
}

/*
 * What the pair at `at` cannot say: a number in front of a space and a letter is just that, and a character above ASCII
 * has to be seen as a trigger. What is let through is looked at by the recognisers.
 */
static bool is_worth_a_look(const uint8_t *text, size_t len, size_t at)
{
	const uint8_t *p = text + at, *end = text + len;
	uint32_t cp;
	if (*p >= '0' && *p <= '9')
		return !is_before_word(p + 1, end);
	if (*p == '.')
		return !is_glued_sentence(text, end, p);
	if (*p == '\'')
		return p[1] == ':' || may_be_clipped(p + 1, end);
	/* Most brackets open a remark, few a list of arguments or the first digits of a phone number. */
	if (*p < 0x80)
		return *p != '(' || (at > 0 && p[-1] != ' ') || !(trigger_tables.next[p[1]] & NEXT_LETTER);
	unsigned bytes = utf8_decode(p, end, &cp);
	uint8_t unit = cp == UTF8_INVALID ? UNIT_BAD : unit_of(cp);
	if (unit >= 0x80 || p + bytes == end)
		return unit < 0x80 && unit_is_digit(unit);
	if (unit == '\'')
		return p[bytes] == ':' || may_be_clipped(p + bytes, end);
	return unit_is_digit(unit) || triggers_has(unit, p[bytes]);
}

static size_t next_trigger(struct protect *protect, size_t at)
{
	const uint8_t *text = protect->lexer.text;
	size_t from = at, len = protect->lexer.text_len;
	at = next_pair(protect, at);
	while (at < len && !is_worth_a_look(text, len, at))
		at = next_pair(protect, at + 1);
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
	case '"':
		return find_member(finder, i);
	case '\'':
		return find_clipped(finder, i) || find_member(finder, i);
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

void protect_read(struct protect *protect, const uint8_t *text, size_t len)
{
	struct finder finder = {.lexer = &protect->lexer};
	protect->len = protect->cursor = protect->looked = 0;
	protect->window_end = 0;
	lexer_begin(&protect->lexer, text, len);
	size_t at = next_trigger(protect, 0);
	while (at < len && !protect->failed) {
		size_t i = lexer_seek(&protect->lexer, at);
		bool found = find(&finder, i);
		if (found)
			add_span(protect, &finder);
		size_t behind = lexer_offset(&protect->lexer, found && finder.end > i ? finder.end : i + 1);
		at = next_trigger(protect, behind);
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
	return protect->len ? search_count(&protect->at->end, protect->len, sizeof *protect->at, offset) : 0;
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
