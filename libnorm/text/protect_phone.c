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
	BACK_FIRST = 6,  /* those in front of most numbers tell that it is not there */
};

struct phone {
	size_t end;
	uint8_t separator; /* the first; 0 when there is a single group */
	bool mixed;        /* the others may differ */
	bool plus, bracket; /* what stands in front of the first group */
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

/* Behind what stands between two groups, "(0)" and ")" included. `i` when no group follows. */
static size_t next_group(struct lexer *lexer, size_t i, struct phone *phone)
{
	size_t next = i + (phone->bracket && phone->groups == 1);
	uint8_t separator = lexer_at(lexer, next);
	next += is_separator(separator);
	if ((next > i || phone->plus) && lexer_has(lexer, next, "(0)")) {
		next += 3;
		next += is_separator(lexer_at(lexer, next));
	}
	if (next == i || !unit_is_digit(lexer_at(lexer, next)))
		return i;
	if (phone->groups == 1)
		phone->separator = separator;
	return separator == phone->separator || phone->mixed ? next : i;
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

/* 514-555-1234 or (514) 555-1234. */
static bool is_american(const struct phone *phone)
{
	bool groups = phone->groups == 3 && phone->length[0] == 3 && phone->length[1] == 3 && phone->length[2] == 4;
	return groups && (phone->bracket || phone->separator != ' ');
}

/* Words for a telephone and what is like it; in units accents are gone. */
static const char *const latin_words[] = {
	"tel", "telephone", "phone", "fax", "telecopie", "mobile", "portable", "gsm", "whatsapp",
};
static const char *const arabic_words[] = {
	"هاتف", "الهاتف", "هاتفيا", "تلفون", "فاكس", "الفاكس", "جوال", "الجوال", "نقال", "موبايل",
};

/* Whether `back`, `n` units from right to left, begins with the word, and no letter stands in front of it. `cut`: there may be more. */
static bool ends_with(const uint8_t *back, size_t n, bool cut, const char *word)
{
	const uint8_t *start = (const uint8_t *)word, *p = start + strlen(word);
	size_t length = 0;
	while (p > start) {
		uint32_t cp;
		const uint8_t *end = p;
		p = utf8_previous(start, p);
		utf8_decode(p, end, &cp);
		if (length == n)
			return cut;
		if (back[length++] != unit_of(cp))
			return false;
	}
	return length == n || !unit_is_letter(back[length]);
}

static bool ends_with_one(const uint8_t *back, size_t n, bool cut, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (ends_with(back, n, cut, words[i]))
			return true;
	return false;
}

/* Whether a word for a telephone stands in the `max` units in front of `start`, or may do so with more of them, if there are. */
static bool has_word_within(struct lexer *lexer, size_t start, size_t max)
{
	uint8_t units[BACK_MAX];
	size_t n = lexer_look_back(lexer, start, units, max), i = 0;
	bool cut = n == max && max < BACK_MAX;
	while (i < n && units[i] < 0x80 && strchr(" .:(+/", units[i]))
		i++;
	if (i == 0 || i == n)
		return i > 0 && cut;
	if (unit_is_arabic(units[i]))
		return ends_with_one(units + i, n - i, cut, arabic_words, COUNT_OF(arabic_words));
	return ends_with_one(units + i, n - i, cut, latin_words, COUNT_OF(latin_words));
}

static bool has_word(struct lexer *lexer, size_t start)
{
	return has_word_within(lexer, start, BACK_FIRST) && has_word_within(lexer, start, BACK_MAX);
}

/* Whether the groups without a '+' or a word for it are those of a phone number. */
static bool is_national(const struct phone *phone, bool zero)
{
	if (is_american(phone))
		return true;
	/* 0.12345678 is a fraction. */
	return zero && phone->groups >= 2 && phone->digits >= 8 && (phone->length[0] > 1 || phone->separator == ' ');
}

/* Whether the first group stands in brackets. */
static bool has_bracket(struct lexer *lexer, size_t i)
{
	return lexer_before(lexer, i) == '(' && lexer_at(lexer, i + (size_t)count_digits(lexer, i)) == ')';
}

bool find_phone(struct finder *finder, size_t i)
{
	struct lexer *lexer = finder->lexer;
	bool zero = lexer_at(lexer, i) == '0', zeros = zero && lexer_at(lexer, i + 1) == '0';
	struct phone phone = {.plus = lexer_before(lexer, i) == '+', .bracket = has_bracket(lexer, i)};
	phone.most = zero && !zeros ? 11 : DIGITS_MAX;
	phone.mixed = phone.plus || zeros || phone.bracket;
	if (!unit_is_digit(lexer_at(lexer, i)) || (phone.plus && i > 1 && unit_is_word(lexer_before(lexer, i - 1))))
		return false;
	read_phone(lexer, i, &phone);
	bool found;
	if (phone.plus || zeros)
		found = phone.digits >= 8 && !is_quantity(&phone);
	else
		found = is_national(&phone, zero) || (phone.groups > 1 && phone.digits >= 4 && has_word(lexer, i));
	if (!found || unit_is_word(lexer_at(lexer, phone.end)))
		return false;
	return finder_found(finder, PROTECT_PHONE, i - (phone.plus || phone.bracket), phone.end);
}
