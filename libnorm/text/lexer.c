/* SPDX-License-Identifier: MIT */
#include "text/lexer.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/space.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

enum { ROW_LONG = 4096 }; /* units from which on lexer_seek() throws the front of the row away */

static inline uint8_t unit_of_ascii(uint32_t cp)
{
	if (cp >= 'a' && cp <= 'z')
		return (uint8_t)cp;
	if (cp >= 'A' && cp <= 'Z')
		return (uint8_t)(cp | 0x20);
	if (cp == SPACE_LF || cp == SPACE_CR)
		return UNIT_LINE;
	if (cp == SPACE_TAB || cp == 0x0B || cp == 0x0C)
		return ' ';
	return cp < 0x20 || cp == 0x7F ? UNIT_SYMBOL : (uint8_t)cp;
}

/* Apostrophes, quotation marks and dashes that profiles and writers take for one another; UNIT_NONE for the rest. */
static uint8_t unit_of_mark(uint32_t cp)
{
	switch (cp) {
	case 0xB4:
	case 0x2018:
	case 0x2019:
	case 0x201A:
	case 0x201B:
	case 0x2032: /* prime */
	case 0x2035:
		return '\'';
	case 0x201C:
	case 0x201D:
	case 0x201E:
	case 0x201F:
	case 0x2033: /* double prime */
	case 0x2036:
		return '"';
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2212:
		return '-';
	case 0xAB:
	case 0xBB:
	case 0x2039:
	case 0x203A:
		return UNIT_GUILLEMET;
	case 0x2026:
		return UNIT_ELLIPSIS;
	case 0x066B: /* the decimal and the thousands separator of Arabic numbers */
		return '.';
	case 0x066C:
		return ',';
	default:
		return UNIT_NONE;
	}
}

static uint8_t unit_of_letter(uint32_t cp)
{
	enum unicode_script script = unicode_script(cp);
	if (script == UNICODE_SCRIPT_LATIN)
		return UNIT_LATIN;
	return script == UNICODE_SCRIPT_ARABIC ? UNIT_ARABIC : UNIT_LETTER;
}

static uint8_t unit_of_category(uint32_t cp)
{
	switch (unicode_category(cp)) {
	case UNICODE_LU:
	case UNICODE_LL:
	case UNICODE_LT:
	case UNICODE_LM:
	case UNICODE_LO:
		return unit_of_letter(cp);
	case UNICODE_ZS:
		return ' ';
	case UNICODE_ZP:
		return UNIT_LINE;
	case UNICODE_PO: /* the script of ، ؛ ؟ is Common */
		return cp >= 0x0600 && cp <= 0x06FF ? UNIT_ARABIC_STOP : UNIT_SYMBOL;
	default:
		return cp == 0x85 || cp == 0x2028 ? ' ' : UNIT_SYMBOL;
	}
}

/* Marks, what nobody sees, and the vowels and finals of Hangul syllables: NFC has them in one with the first letter. */
static bool is_transparent(uint32_t cp)
{
	if (cp >= 0x1160 && cp <= 0x11FF)
		return true;
	enum unicode_category category = unicode_category(cp);
	return category == UNICODE_MN || category == UNICODE_MC || category == UNICODE_ME || unicode_is_ignorable(cp);
}

static uint8_t unit_of_other(uint32_t cp)
{
	if (cp - 0x0660 < 10 || cp - 0x06F0 < 10)
		return (uint8_t)('0' + (cp & 0x0F));
	if (is_transparent(cp))
		return UNIT_NONE;
	const uint32_t *base;
	if (cpmap_get(&unicode_nfd, cp, &base) > 0 && base[0] != cp)
		return unit_of(base[0]);
	uint8_t mark = unit_of_mark(cp);
	return mark == UNIT_NONE ? unit_of_category(cp) : mark;
}

uint8_t unit_of(uint32_t cp)
{
	if (cp < 0x80)
		return unit_of_ascii(cp);
	if (cp >= 0x0621 && cp <= 0x064A && cp - 0x063B >= 5)
		return (uint8_t)(UNIT_HAMZA + (cp - 0x0621));
	return unit_of_other(cp);
}

void lexer_begin(struct lexer *lexer, const uint8_t *text, size_t len)
{
	lexer->text = text;
	lexer->text_len = len;
	lexer->len = lexer->read = lexer->index = lexer->looked = 0;
}

void lexer_release(struct lexer *lexer)
{
	free(lexer->at);
	*lexer = (struct lexer){0};
}

uint8_t lexer_read(struct lexer *lexer, size_t offset, size_t *bytes)
{
	uint32_t cp;
	lexer->looked++;
	*bytes = utf8_decode(lexer->text + offset, lexer->text + lexer->text_len, &cp);
	if (cp < 0x80)
		return cp == 0 ? UNIT_NONE : unit_of_ascii(cp);
	return cp == UTF8_INVALID || cp == 0xFFFD ? UNIT_BAD : unit_of(cp);
}

bool lexer_grow(struct lexer *lexer)
{
	size_t bytes;
	uint8_t unit = UNIT_NONE, last = lexer->len ? lexer->at[lexer->len - 1].unit : UNIT_NONE;
	while (lexer->read < lexer->text_len) {
		unit = lexer_read(lexer, lexer->read, &bytes);
		if (unit != UNIT_NONE && !(unit == ' ' && last == ' '))
			break;
		lexer->read += bytes;
		unit = UNIT_NONE;
	}
	if (unit == UNIT_NONE)
		return false;
	if (!memory_reserve(&lexer->at, &lexer->cap, lexer->len + 1, sizeof *lexer->at)) {
		lexer->failed = true;
		return false;
	}
	lexer->at[lexer->len++] = (struct lexer_unit){(uint32_t)lexer->read, unit};
	lexer->read += bytes;
	return true;
}

/* Empty the row and let it begin behind the SPACE in front of `offset`, but nowhere it has been. */
static void move_row(struct lexer *lexer, size_t offset)
{
	size_t start = offset;
	while (start > lexer->read && lexer->text[start - 1] != ' ')
		start--;
	lexer->looked += offset - start;
	if (start == lexer->read)
		return;
	lexer->len = lexer->index = 0;
	lexer->read = start;
}

/* What is far in front of the index is not needed any more: memory is bounded whatever the text. */
static void shorten_row(struct lexer *lexer)
{
	size_t cut = lexer->index - LEXER_REACH;
	memmove(lexer->at, lexer->at + cut, (lexer->len - cut) * sizeof *lexer->at);
	lexer->len -= cut;
	lexer->index -= cut;
}

size_t lexer_seek(struct lexer *lexer, size_t offset)
{
	if (offset >= lexer->read)
		move_row(lexer, offset);
	while (lexer_at(lexer, lexer->index + 1) != UNIT_END && lexer->at[lexer->index + 1].start <= offset)
		lexer->index++;
	if (lexer->index > ROW_LONG)
		shorten_row(lexer);
	return lexer->index;
}

size_t lexer_offset(struct lexer *lexer, size_t index)
{
	while (index >= lexer->len)
		if (!lexer_grow(lexer))
			return lexer->text_len;
	return lexer->at[index].start;
}

bool lexer_has(struct lexer *lexer, size_t index, const char *word)
{
	while (*word && lexer_at(lexer, index) == (uint8_t)*word)
		word++, index++;
	return *word == '\0';
}

/* Characters in front of the row that lexer_look_back() reads, marks among them: work stays bounded. */
enum { LOOK_BACK_MAX = 256 };

/* utf8_previous() for bytes that may be anything. */
static const uint8_t *step_back(const uint8_t *start, const uint8_t *p)
{
	const uint8_t *lead = p - 1;
	while (lead > start && p - lead < 4 && utf8_is_trail(*lead))
		lead--;
	return lead;
}

/* Append to `n` units that were read from right to left. */
static size_t add_back(uint8_t *out, size_t n, uint8_t unit)
{
	bool more_space = unit == ' ' && n > 0 && out[n - 1] == ' ';
	if (unit == UNIT_NONE || more_space)
		return n;
	out[n] = unit;
	return n + 1;
}

/* Go on with `n` units. */
static size_t look_before_row(struct lexer *lexer, uint8_t *out, size_t n, size_t max)
{
	const uint8_t *text = lexer->text;
	const uint8_t *p = text + lexer->at[0].start;
	size_t bytes;
	for (int i = 0; i < LOOK_BACK_MAX && n < max && p > text; i++) {
		p = step_back(text, p);
		n = add_back(out, n, lexer_read(lexer, (size_t)(p - text), &bytes));
	}
	return n;
}

size_t lexer_look_back(struct lexer *lexer, size_t index, uint8_t *out, size_t max)
{
	size_t n = 0;
	while (n < max && index > 0)
		out[n++] = lexer_at(lexer, --index);
	return n < max && lexer->len > 0 ? look_before_row(lexer, out, n, max) : n;
}
