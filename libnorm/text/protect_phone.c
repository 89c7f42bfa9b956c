/* SPDX-License-Identifier: MIT */
/*
 * Phone numbers. A number in groups is mostly a quantity, so one of these has to be there: a '+' or 00, a zero in front
 * (no quantity has one), the American groups 3-3-4, or a word that says so.
 */
#include <string.h>

#include "text/protect_kinds.h"
#include "text/step.h"
#include "unicode/utf8.h"

enum {
	GROUPS_MAX = 8,
	DIGITS_MAX = 15, /* ITU-T E.164 */
	BACK_MAX = 24,   /* units in which the word for it is looked for */
};

struct phone {
	size_t end;
	uint8_t separator; /* the first; 0 when there is a single group */
	bool mixed;        /* the others differ */
	int groups, digits;
	int length[GROUPS_MAX];
	int most; /* digits from which on no more groups are taken */
};

static int count_digits(struct lexer *lexer, size_t i)
{
	int n = 0;
	while (n <= DIGITS_MAX && unit_is_digit(lexer_at(lexer, i + (size_t)n)))
		n++;
	return n;
}

static bool is_separator(uint8_t unit)
{
	return unit == ' ' || unit == '.' || unit == '-';
}

/* Behind the "(0)" or ")" and the separator that may stand between two groups. `i` when no group follows. */
static size_t next_group(struct lexer *lexer, size_t i, struct phone *phone)
{
	size_t next = i;
	next += lexer_at(lexer, next) == ')';
	uint8_t separator = lexer_at(lexer, next);
	next += is_separator(separator);
	if (lexer_has(lexer, next, "(0)"))
		next += 3;
	next += next > i + 1 && is_separator(lexer_at(lexer, next));
	if (next == i || !unit_is_digit(lexer_at(lexer, next)))
		return i;
	if (phone->groups == 1)
		phone->separator = separator;
	phone->mixed |= separator != phone->separator;
	return next;
}

static void read_phone(struct lexer *lexer, size_t start, struct phone *phone)
{
	size_t i = start;
	phone->end = start;
	while (phone->groups < GROUPS_MAX) {
		int length = count_digits(lexer, i);
		if (phone->digits + length > phone->most)
			return;
		phone->length[phone->groups++] = length;
		phone->digits += length;
		phone->end = i + (size_t)length;
		i = next_group(lexer, phone->end, phone);
		if (i == phone->end)
			return;
	}
}

/* Groups of three behind the first, as of a quantity. */
static bool is_quantity(const struct phone *phone)
{
	for (int i = 1; i < phone->groups; i++)
		if (phone->length[i] != 3)
			return false;
	return phone->length[0] <= 3 && phone->digits < 11;
}

static bool is_american(const struct phone *phone)
{
	return phone->groups == 3 && phone->length[0] == 3 && phone->length[1] == 3 && phone->length[2] == 4 && !phone->mixed &&
	       phone->separator != ' ';
}

/* Words for a telephone and what is like it, as units; accents are gone there. */
static const char *const words[] = {
	"tel",  "telephone", "phone", "fax",      "telecopie", "mobile", "portable", "gsm", "whatsapp",
	"هاتف", "الهاتف",    "هاتفيا",   "تلفون", "فاكس",   "الفاكس",  "جوال", "الجوال", "نقال", "موبايل",
};

/* Whether `back`, `n` units from right to left, begins with the word, and no letter stands in front of it. */
static bool ends_with(const uint8_t *back, size_t n, const char *word)
{
	const uint8_t *p = (const uint8_t *)word, *end = p + strlen(word);
	uint8_t units[BACK_MAX];
	size_t length = 0;
	while (p < end) {
		uint32_t cp;
		p += utf8_decode(p, end, &cp);
		units[length++] = unit_of(cp);
	}
	if (length > n || (length < n && unit_is_letter(back[length])))
		return false;
	for (size_t i = 0; i < length; i++)
		if (back[i] != units[length - 1 - i])
			return false;
	return true;
}

static bool has_word(struct lexer *lexer, size_t start)
{
	uint8_t units[BACK_MAX];
	size_t n = lexer_look_back(lexer, start, units, BACK_MAX), i = 0;
	while (i < n && units[i] < 0x80 && strchr(" .:(+/", units[i]))
		i++;
	for (size_t k = 0; i > 0 && k < COUNT_OF(words); k++)
		if (ends_with(units + i, n - i, words[k]))
			return true;
	return false;
}

/* Whether the groups without a '+' or a word for it are those of a phone number. */
static bool is_national(const struct phone *phone, bool zero)
{
	if (is_american(phone))
		return true;
	return zero && phone->groups >= 2 && phone->digits >= 8 && !phone->mixed;
}

/* The '(' in front of the first group when it is closed behind it. */
static size_t with_bracket(struct lexer *lexer, size_t start, const struct phone *phone)
{
	bool bracket = lexer_before(lexer, start) == '(' && lexer_at(lexer, start + (size_t)phone->length[0]) == ')';
	return start - bracket;
}

/* The '(' of an American area code in front of 555-1234, or `start`. */
static size_t area_start(struct lexer *lexer, size_t start, const struct phone *phone)
{
	if (phone->groups != 2 || phone->length[0] != 3 || phone->length[1] != 4 || phone->separator == ' ')
		return start;
	size_t close = start - (lexer_before(lexer, start) == ' ');
	if (close < 5 || lexer_before(lexer, close) != ')' || lexer_at(lexer, close - 5) != '(')
		return start;
	return count_digits(lexer, close - 4) == 3 ? close - 5 : start;
}

bool find_phone(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	bool plus = lexer_before(lexer, i) == '+', zero = lexer_at(lexer, i) == '0';
	bool zeros = zero && lexer_at(lexer, i + 1) == '0';
	struct phone phone = {.most = zero && !zeros ? 11 : DIGITS_MAX};
	if (plus && i > 1 && unit_is_word(lexer_before(lexer, i - 1)))
		return false;
	read_phone(lexer, i, &phone);
	size_t area = area_start(lexer, i, &phone);
	if (area < i)
		return finder_found(finder, PROTECT_PHONE, area, phone.end);
	bool found;
	if (plus || zeros)
		found = phone.digits >= 8 && !is_quantity(&phone);
	else
		found = is_national(&phone, zero) || (phone.digits >= 4 && has_word(lexer, i));
	if (!found || unit_is_word(lexer_at(lexer, phone.end)))
		return false;
	return finder_found(finder, PROTECT_PHONE, plus ? i - 1 : with_bracket(lexer, i, &phone), phone.end);
}
