/* SPDX-License-Identifier: MIT */
/*
 * UTF-8 that was read as an encoding of one byte a character: a letter has become two characters or more, which encoded
 * again are the bytes of that letter. True text is hardly ever like that.
 *
 * Some bytes get lost on the way: those without a character in the encoding, those that are invisible there, and the
 * no-break space, which becomes a space. What they were is guessed by what stands around.
 */
#include "repair/mojibake.h"

#include <limits.h>

#include "text/character.h"
#include "unicode/utf8.h"

enum {
	SEQUENCE_MAX = 4,
	NO_BREAK_SPACE = 0xA0,
	LEFT_QUOTE = 0xAB,
	CAPITAL_A_GRAVE = 0xC0,
	A_GRAVE = 0xE0,
	RIGHT_QUOTES = 0x201D, /* what is frequent of those that begin with its two bytes */
	BYTE_ORDER_MARK = 0xFEFF,
	REPLACEMENT = 0xFFFD,
	/* What a character counts that is there or not: the binary logarithm of the number of classes. */
	CHARACTER_GAIN = 61,
	NO_WORD_GAIN = 6 * EVIDENCE_BIT, /* pairs do not see how long words are */
	LOST_COST = 6 * EVIDENCE_BIT,
	NATURAL = -12 * EVIDENCE_BIT, /* signs that news have elsewhere, such as ’ where others write an ASCII one */
	HALF_COST = 16 * EVIDENCE_BIT, /* of an Arabic word of which only a part was misread: words are, or are not */
	OTHER_COST = 12 * EVIDENCE_BIT, /* of what is neither French nor Arabic: there is much more of it than its class says */
};

static int byte_at(enum codepage page, const struct mojibake_text *text, size_t i)
{
	return i < text->len ? mojibake_byte(page, mojibake_character(text, i)) : 0;
}

static bool is_trail(int byte)
{
	return byte >= 0x80 && byte < 0xC0;
}

/* The length of the sequence at `i`, which begins with `lead`, of which nothing is lost, 0 where there is none. */
static size_t match_whole(enum codepage page, const struct mojibake_text *text, size_t i, int lead, uint32_t *ret)
{
	uint8_t bytes[SEQUENCE_MAX];
	size_t count = 0;
	int byte = lead;
	do
		bytes[count++] = (uint8_t)byte;
	while (count < SEQUENCE_MAX && is_trail(byte = byte_at(page, text, i + count)));
	size_t used = utf8_decode(bytes, bytes + count, ret);
	return *ret == UTF8_INVALID ? 0 : used;
}

/* What character `i` will be seen as. */
static uint32_t seen_at(enum codepage page, const struct mojibake_text *text, size_t i)
{
	uint32_t cp;
	int lead = byte_at(page, text, i);
	return lead >= MOJIBAKE_LEAD && match_whole(page, text, i, lead, &cp) ? cp : mojibake_character(text, i);
}

static bool may_be_lost(enum codepage page, uint8_t byte)
{
	uint32_t cp = codepage_characters[page][byte];
	return cp == CODEPAGE_NONE || cp == NO_BREAK_SPACE || unicode_is_ignorable(cp);
}

/*
 * A sequence that lacks its last byte: the characters that are there, and the code point up to the bits of that byte. Only
 * sequences of French and Arabic are looked for: what is gone can be guessed where it is frequent.
 */
struct torn {
	size_t length;
	uint32_t head;
};

static bool is_torn(enum codepage page, const struct mojibake_text *text, size_t i, int lead, struct torn *ret)
{
	if (lead == 0xC2 || lead == 0xC3 || lead == 0xD8 || lead == 0xD9)
		*ret = (struct torn){1, (uint32_t)(lead & 0x1F) << 6};
	else if (lead == 0xE2 && byte_at(page, text, i + 1) == 0x80)
		*ret = (struct torn){2, 0x2000};
	else
		return false;
	return true;
}

/* Whether `next` may stand where `byte` was lost. */
static bool is_substitute(const struct torn *torn, uint32_t next, uint8_t byte)
{
	bool spaced = next == ' ' && byte == NO_BREAK_SPACE && torn->length == 1;
	return next == REPLACEMENT || next == '?' || spaced;
}

/* Whether `byte`, the last of `cp`, can be gone without a trace in front of `next`. */
static bool is_droppable(uint32_t cp, uint32_t next)
{
	return cp != NO_BREAK_SPACE || next != ' ';
}

/*
 * What a torn sequence was if it ended with `byte`, UTF8_INVALID where that is nothing. A C1 control has been one only
 * inside of another sequence that was misread twice: which of them is not known before that one is read.
 */
static uint32_t mend(enum codepage page, const struct torn *torn, uint8_t byte, uint32_t before)
{
	uint32_t cp = torn->head | (byte & 0x3Fu);
	if (cp >= NO_BREAK_SPACE)
		return torn->length == 1 || cp == RIGHT_QUOTES ? cp : UTF8_INVALID;
	return mojibake_byte(page, before) >= 0x80 ? REPLACEMENT : UTF8_INVALID;
}

/* How well `cp` fits in between `before` and the two characters behind the torn sequence, or the second if it took the first. */
static long fit(uint32_t before, uint32_t cp, uint32_t first, uint32_t second, bool substituted)
{
	long score = evidence_pair(before, cp);
	if (substituted)
		return score + evidence_pair(cp, second);
	return score + evidence_pair(cp, first) + evidence_pair(first, second) - CHARACTER_GAIN;
}

/* The best guess at what a torn sequence was. */
static bool match_torn(enum codepage page, const struct mojibake_text *text, size_t i, int lead, uint32_t before,
		       struct mojibake_match *ret)
{
	static const uint8_t bytes[] = {0x81, 0x8D, 0x8F, 0x90, 0x9D, 0x9E, 0xA0, 0xAD};
	struct torn torn;
	long best = LONG_MIN;
	if (!is_torn(page, text, i, lead, &torn))
		return false;
	size_t end = i + torn.length;
	uint32_t next = mojibake_character(text, end), first = seen_at(page, text, end);
	uint32_t second = mojibake_character(text, end + 1);
	bool substitutes = end < text->len && is_substitute(&torn, next, NO_BREAK_SPACE);
	for (size_t choice = 0; choice < 2 * sizeof bytes; choice += substitutes ? 1 : 2) {
		uint8_t byte = bytes[choice / 2];
		bool substituted = choice % 2;
		struct mojibake_match match = {mend(page, &torn, byte, before), torn.length + substituted, false};
		if (match.cp == UTF8_INVALID || !may_be_lost(page, byte) ||
		    !(substituted ? is_substitute(&torn, next, byte) : is_droppable(match.cp, next)))
			continue;
		long score = fit(before, match.cp, first, second, substituted);
		if (score > best) {
			best = score;
			*ret = match;
		}
	}
	/* Nothing of it is missing where it became a space, and another one, or the end of a phrase, is behind it. */
	bool spaced = ret->length > torn.length && next == ' ' && !character_is_word(mojibake_character(text, end + 1));
	ret->whole = best > LONG_MIN && spaced;
	if (best > LONG_MIN)
		ret->cp = mojibake_lost_arabic(page, text, i, i + ret->length, before, ret->cp);
	return best > LONG_MIN;
}

/* What nobody writes as other characters: emoji, and what encodings themselves put into texts. */
static bool is_unmistakable(uint32_t cp)
{
	return (cp >= 0x1F000 && cp < 0x20000) || cp == BYTE_ORDER_MARK || cp == REPLACEMENT;
}

/* What French and Arabic have. */
static bool is_ours(uint32_t cp)
{
	const uint8_t *bytes = codepage_bytes_of(cp);
	return bytes[CODEPAGE_CP1252] || bytes[CODEPAGE_CP1256] || cp == 0;
}

/*
 * Whether a sequence ends with a sign of ASCII, which MacArabic has twice, and is nothing that is expected: a word of Arabic and the
 * space behind it were not misread.
 */
static bool is_by_chance(const struct mojibake_text *text, size_t last, uint32_t cp)
{
	return mojibake_character(text, last) < 0x80 && !is_ours(cp) && !is_unmistakable(cp);
}

bool mojibake_utf8_match(enum codepage page, const struct mojibake_text *text, size_t i, uint32_t before,
			 struct mojibake_match *ret)
{
	int lead = byte_at(page, text, i);
	if (lead < MOJIBAKE_LEAD)
		return false;
	ret->length = match_whole(page, text, i, lead, &ret->cp);
	ret->whole = ret->length > 0 && !is_by_chance(text, i + ret->length - 1, ret->cp);
	return ret->whole || match_torn(page, text, i, lead, before, ret);
}

/* What the characters [start, end) and the next one count as they are. */
static long evidence_between(const struct mojibake_text *text, size_t start, size_t end)
{
	long sum = 0;
	for (size_t i = start; i <= end; i++)
		sum += evidence_pair(mojibake_before(text, i), mojibake_character(text, i));
	return sum;
}

/* Whether the characters [start, end) are a word between two words. */
static bool is_word_between(const struct mojibake_text *text, size_t start, size_t end)
{
	uint32_t before = mojibake_before(text, start - (start > 0)), after = mojibake_character(text, end + 1);
	return mojibake_before(text, start) == ' ' && mojibake_character(text, end) == ' ' && (character_is_word(after) || after == '"' || after == LEFT_QUOTE) &&
	       (before == ',' || unicode_category(before) == UNICODE_LL);
}

/*
 * What French and Arabic have, or what makes another layer. A no-break space may be one that was there, and a C1 control only
 * continues a sequence.
 */
static bool is_expected(enum codepage page, const struct mojibake_text *text, size_t end, uint32_t before, uint32_t cp)
{
	if (cp == NO_BREAK_SPACE)
		return text->at[end - 1].cp == NO_BREAK_SPACE;
	if (cp < NO_BREAK_SPACE)
		return mojibake_byte(page, before) >= MOJIBAKE_LEAD;
	return is_ours(cp) || mojibake_byte(page, cp) >= 0x80 || is_unmistakable(cp);
}

/* Three bytes: of signs, of presentation forms and U+FFFD, and of what code pages have there; four bytes: of emoji. */
static bool begins_longer(int lead, int trail)
{
	return lead == 0xE2 || lead == 0xEF || (lead == 0xF0 && trail == 0x9F);
}

bool mojibake_utf8_goes_on(enum codepage page, int lead, uint32_t right)
{
	if (right == ' ')
		return lead == 0xC2 || lead == 0xC3;
	int trail = mojibake_byte(page, right);
	if (!is_trail(trail))
		return false;
	uint32_t cp = (uint32_t)((lead & 0x1F) << 6 | (trail & 0x3F));
	return lead < 0xE0 ? is_ours(cp) || mojibake_byte(page, cp) >= 0x80 : begins_longer(lead, trail);
}

/* Whether a match of two characters looks right where it stands, and not only better than what is there. */
static bool is_natural(uint32_t before, uint32_t cp, uint32_t after)
{
	bool mixed = character_is_letter(cp) && (character_is_arabic_letter(before) || character_is_arabic_letter(after));
	return !mixed && evidence_pair(before, cp) + evidence_pair(cp, after) >= NATURAL;
}

/*
 * What stands between spaces, and misread is a word of a letter and a sign that no language has: À and à in front of a word in Latin
 * letters, « with its space, and a no-break space, also behind a mark.
 */
static bool is_no_word(const struct mojibake_text *text, size_t i, const struct mojibake_match *match)
{
	size_t end = i + match->length;
	uint32_t before = mojibake_before(text, i), after = mojibake_character(text, end), next = mojibake_character(text, end + 1);
	if (match->cp == NO_BREAK_SPACE)
		return text->at[end - 1].cp >= 0x80 && after == ' ' && !character_is_letter(before);
	if (before != ' ' || match->length != 2)
		return false;
	if (match->cp == LEFT_QUOTE)
		return after == ' ' || after == NO_BREAK_SPACE || after == text->at[i].cp;
	bool grave = match->cp == CAPITAL_A_GRAVE || (match->cp == A_GRAVE && text->at[end - 1].cp == NO_BREAK_SPACE);
	return grave && after == ' ' && unicode_script(next) == UNICODE_SCRIPT_LATIN;
}

/*
 * Whether the match at `i` alone shows that it was misread. What is of Arabic script does not: others of its word would be
 * beside it. Neither does what stands alone, as signs do in tables and formulas (√π), unless it has three characters or is
 * the word à.
 */
static bool proves_alone(const struct mojibake_text *text, size_t i, const struct mojibake_match *match)
{
	size_t end = i + match->length;
	uint32_t before = mojibake_before(text, i), after = mojibake_character(text, end);
	if (match->cp == NO_BREAK_SPACE)
		return text->at[end - 1].cp == NO_BREAK_SPACE &&
		       (character_is_digit(before) || unicode_category(before) == UNICODE_LL);
	if (!is_ours(match->cp) || unicode_script(match->cp) == UNICODE_SCRIPT_ARABIC)
		return is_unmistakable(match->cp);
	if (match->length > 2 || (match->cp == A_GRAVE && is_word_between(text, i, end)))
		return true;
	return (character_is_word(before) || character_is_word(after)) && is_natural(before, match->cp, after);
}

bool mojibake_utf8_run(enum codepage page, const struct mojibake_text *text, size_t from, struct mojibake_run *ret)
{
	struct mojibake_match match;
	size_t i = from, expected = 0;
	while (i < text->len && !mojibake_utf8_match(page, text, i, mojibake_before(text, i), &match))
		i++;
	*ret = (struct mojibake_run){.start = i};
	uint32_t before = mojibake_before(text, i);
	bool goes_on = i < text->len;
	for (; goes_on; goes_on = i < text->len && mojibake_utf8_match(page, text, i, before, &match)) {
		ret->gain += evidence_pair(before, match.cp) + (long)(match.length - 1) * CHARACTER_GAIN;
		ret->gain -= match.whole ? 0 : LOST_COST;
		ret->gain -= evidence_class(match.cp) == EVIDENCE_OTHER ? OTHER_COST : 0;
		bool no_word = match.whole && is_no_word(text, i, &match);
		ret->gain += no_word ? NO_WORD_GAIN : 0;
		expected += match.whole && is_expected(page, text, i + match.length, before, match.cp);
		ret->proves |= expected > 1 || no_word || (match.whole && proves_alone(text, i, &match));
		i += match.length;
		before = match.cp;
	}
	uint32_t after = mojibake_character(text, i);
	bool half = character_is_arabic_letter(mojibake_before(text, ret->start)) || character_is_arabic_letter(after);
	ret->end = i;
	ret->gain += evidence_pair(before, after) - evidence_between(text, ret->start, i) - (half ? HALF_COST : 0);
	return ret->end > ret->start;
}
