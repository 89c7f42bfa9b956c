/* SPDX-License-Identifier: MIT */
/* What tokens are that came in or went out, or for which others stand: words, numbers, marks. */
#include <string.h>

#include "common/utf8.h"
#include "compare/characters.h"
#include "compare/rest.h"

#define TATWEEL 0x0640u

static bool has_digit(struct letters letters)
{
	for (size_t i = 0; i < letters.len; i++) {
		if (letters.at[i] >= '0' && letters.at[i] <= '9')
			return true;
	}
	return false;
}

static bool is_arabic(uint32_t cp)
{
	return cp >= 0x600 && cp <= 0x6FF;
}

/* The profile drops tatweel and Arabic marks; where they stand alone they are a token. */
static class_set class_of_token(const struct side *side, uint32_t index)
{
	const struct form *form = side_form(side, index);
	struct letters letters = side_letters(side, index);
	uint32_t cp;
	utf8_decode(letters.at, letters.at + letters.len, &cp);
	if (form->kind == TOKEN_MARK)
		return is_arabic(cp) && character_kind(cp) == CHARACTER_MARK ? CLASS(MARKS) : CLASS(PUNCTUATION);
	if (cp == TATWEEL)
		return CLASS(TATWEEL);
	return has_digit(letters) ? CLASS(NUMBER) : CLASS(WORDING);
}

static class_set classes_of_tokens(const struct side *side, uint32_t start, uint32_t end)
{
	class_set classes = 0;
	for (uint32_t i = start; i < end; i++)
		classes |= class_of_token(side, i);
	return classes;
}

/* ---- Marks of punctuation ---- */

static bool are_quotes(const struct side *side, uint32_t start, uint32_t end)
{
	/* behind a number they are units */
	if (start && side_form(side, start - 1)->kind == TOKEN_NUMBER)
		return false;
	for (uint32_t i = start; i < end; i++) {
		if (!side_is_sign(side, i, '"') && !side_is_sign(side, i, '\''))
			return false;
	}
	return start < end;
}

/* Full stops, with spaces between them in one text. */
static bool are_stops(const struct side *side, uint32_t start, uint32_t end, size_t *ret_count)
{
	*ret_count = 0;
	for (uint32_t i = start; i < end; i++) {
		struct letters letters = side_letters(side, i);
		if (letters.at[0] != '.')
			return false;
		*ret_count += letters.len;
	}
	return start < end;
}

/* Does a hyphen alone stand between two words: porte-parole? */
static bool is_hyphen_of_compound(const struct side *side, uint32_t index)
{
	return index > 0 && index + 1 < side->count && side_form(side, index - 1)->kind == TOKEN_WORD &&
	       side_form(side, index + 1)->kind == TOKEN_WORD && !side_form(side, index)->gap_len &&
	       !side_form(side, index + 1)->gap_len;
}

/* Do two hyphens stand for a dash? */
static bool is_one_of_two_hyphens(const struct side *side, uint32_t index)
{
	return (index > 0 && rest_is_hyphen(side, index - 1) && !side_form(side, index)->gap_len) ||
	       (rest_is_hyphen(side, index + 1) && !side_form(side, index + 1)->gap_len);
}

/* Is what stands on one side only a hyphen that says no more than a space, or than another one beside it? */
static bool is_hyphen_too_much(const struct side *side, uint32_t start, uint32_t end, const struct side *other, uint32_t other_at)
{
	if (end != start + 1 || !rest_is_hyphen(side, start))
		return false;
	bool is_space = other_at < other->count && side_form(other, other_at)->gap_len > 0;
	return (is_space && is_hyphen_of_compound(side, start)) || is_one_of_two_hyphens(side, start);
}

/* Other quotation marks of two levels, ‘oui’ and «oui», are noise, too. */
static class_set class_of_marks(const struct side *a, const struct side *b, struct range range)
{
	size_t stops_a, stops_b;
	if (are_quotes(a, range.a, range.a_end) && are_quotes(b, range.b, range.b_end))
		return CLASS(QUOTE);
	if ((range.b == range.b_end && is_hyphen_too_much(a, range.a, range.a_end, b, range.b)) ||
	    (range.a == range.a_end && is_hyphen_too_much(b, range.b, range.b_end, a, range.a)))
		return CLASS(DASH);
	if (are_stops(a, range.a, range.a_end, &stops_a) && are_stops(b, range.b, range.b_end, &stops_b) && stops_a == stops_b)
		return CLASS(SPACE);
	return CLASS(PUNCTUATION);
}

/* Punctuation that comes and goes with words is no difference of its own, nor what stands between them alone. */
class_set rest_classes(const struct comparison *comparison, struct range range)
{
	class_set classes = classes_of_tokens(&comparison->a, range.a, range.a_end) |
			    classes_of_tokens(&comparison->b, range.b, range.b_end);
	if (classes & (CLASS(WORDING) | CLASS(NUMBER)))
		return classes & (CLASS(WORDING) | CLASS(NUMBER));
	return classes == CLASS(PUNCTUATION) ? class_of_marks(&comparison->a, &comparison->b, range) : classes;
}
