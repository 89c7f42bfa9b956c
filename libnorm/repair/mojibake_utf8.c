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
	SOFT_HYPHEN = 0xAD,
	CAPITAL_A_GRAVE = 0xC0,
	A_GRAVE = 0xE0,
	RIGHT_QUOTE = 0xBB,
	APOSTROPHE = 0x2019,
	/* What C3, CC, D8 and D9 begin */
	LATIN = 0xC0,
	ACCENTS = 0x0300,
	ACCENTS_END = 0x0370,
	ARABIC = 0x0600,
	ARABIC_COMMA = 0x060C,
	ARABIC_SEMICOLON = 0x061B,
	ARABIC_QUESTION = 0x061F,
	HAMZA = 0x0621, /* the first letter */
	HEAD_D9 = 0x0640,
	ACUTE = 0x0301,
	ARABIC_ZERO = 0x0660,
	RIGHT_QUOTES = 0x201D, /* what is frequent of those that begin with its two bytes */
	BYTE_ORDER_MARK = 0xFEFF,
	REPLACEMENT = 0xFFFD,
	/* What a character counts that is there or not: the binary logarithm of the number of classes. */
	CHARACTER_GAIN = 61,
	NO_WORD_GAIN = 6 * EVIDENCE_BIT, /* pairs do not see how long words are */
	LOST_COST = 6 * EVIDENCE_BIT,
	CAPITAL_GAIN = 12 * EVIDENCE_BIT, /* of one that nobody writes */
	NATURAL = -12 * EVIDENCE_BIT, /* signs that news have elsewhere, such as ’ where others write an ASCII one */
	HALF_COST = 16 * EVIDENCE_BIT, /* of an Arabic word of which only a part was misread: words are, or are not */
	OTHER_COST = 12 * EVIDENCE_BIT, /* of what is neither French nor Arabic: there is much more of it than its class says */
	STRAY_COST = 32 * EVIDENCE_BIT, /* of what nobody writes behind a letter: Mac Roman has U+0329 for Ã©, code page 850 Ǹ */
};

static bool is_trail(int byte)
{
	return byte >= 0x80 && byte < 0xC0;
}

/* A sequence of three or four bytes at `at`, which begins with `lead`. */
static bool match_long(enum codepage page, const struct mojibake_cell *at, int lead, struct mojibake_match *ret)
{
	uint8_t bytes[SEQUENCE_MAX] = {(uint8_t)lead, at[1].bytes[page], at[2].bytes[page], at[3].bytes[page]};
	ret->length = utf8_decode(bytes, bytes + SEQUENCE_MAX, &ret->cp);
	ret->whole = true;
	return ret->cp != UTF8_INVALID;
}

/* A sequence at `at`, which begins with `lead`, of which nothing is lost. */
static inline bool match_whole(enum codepage page, const struct mojibake_cell *at, int lead, struct mojibake_match *ret)
{
	int trail = at[1].bytes[page];
	if (!is_trail(trail))
		return false;
	if (lead >= 0xE0)
		return match_long(page, at, lead, ret);
	*ret = (struct mojibake_match){(uint32_t)((lead & 0x1F) << 6 | (trail & 0x3F)), 2, true};
	return true;
}

/* What the character at `at` will be seen as. */
static uint32_t seen_at(enum codepage page, const struct mojibake_cell *at)
{
	struct mojibake_match match;
	int lead = at->bytes[page];
	return lead >= CODEPAGE_LEAD && match_whole(page, at, lead, &match) ? match.cp : at->cp;
}

/*
 * A sequence that lacks its last byte: the characters that are there, and the code point up to the bits of that byte. Only
 * sequences of French and Arabic are looked for: what is gone can be guessed where it is frequent.
 */
struct torn {
	size_t length;
	uint32_t head;
};

static inline bool is_torn(enum codepage page, const struct mojibake_cell *at, int lead, struct torn *ret)
{
	if (lead == 0xC2 || lead == 0xC3 || lead == 0xCC || lead == 0xD8 || lead == 0xD9)
		*ret = (struct torn){1, (uint32_t)(lead & 0x1F) << 6};
	else if (lead == 0xE2 && at[1].bytes[page] == 0x80)
		*ret = (struct torn){2, 0x2000};
	else
		return false;
	return *codepage_lost[page];
}

static bool is_arabic_digit(uint32_t cp)
{
	return cp >= ARABIC_ZERO && cp <= ARABIC_ZERO + 9;
}

/*
 * Whether a space may have been the byte A0 behind `before`: the last one of à and of a no-break space, and of an Arabic zero, which
 * stands beside other digits. What else ends so, nobody writes.
 */
static bool may_be_space(const struct torn *torn, uint32_t before)
{
	return torn->length == 1 && (torn->head < ARABIC || (torn->head == HEAD_D9 && is_arabic_digit(before)));
}

/* Whether `next` may stand where `byte` was lost. */
static bool is_substitute(const struct torn *torn, uint32_t next, uint8_t byte, uint32_t before)
{
	bool spaced = next == ' ' && byte == NO_BREAK_SPACE && may_be_space(torn, before);
	return next == REPLACEMENT || next == '?' || spaced;
}

/* Whether `byte`, the last of `cp`, can be gone without a trace in front of `next`. A soft hyphen stands inside of a word. */
static bool is_droppable(uint32_t cp, uint32_t next)
{
	return (cp != NO_BREAK_SPACE && cp != SOFT_HYPHEN) || next != ' ';
}

/*
 * Whether a torn sequence may have been `cp` behind `before`. Of signs and accents only what is frequent; nobody writes a capital
 * behind a small letter.
 */
static inline bool is_frequent(const struct torn *torn, uint32_t cp, uint32_t before)
{
	if (torn->length > 1)
		return cp == RIGHT_QUOTES;
	if (torn->head == ACCENTS)
		return cp == ACUTE && unicode_script(before) == UNICODE_SCRIPT_LATIN;
	if (torn->head == ARABIC)
		return cp >= HAMZA || cp == ARABIC_COMMA || cp == ARABIC_SEMICOLON || cp == ARABIC_QUESTION;
	return torn->head != LATIN || unicode_category(before) != UNICODE_LL || unicode_category(cp) != UNICODE_LU;
}

/*
 * What a torn sequence was if it ended with `byte`, UTF8_INVALID where that is nothing. A C1 control has been one only
 * inside of another sequence that was misread twice, behind its lead or the 80 that follows E2: which of them is not known before
 * that one is read.
 */
static inline uint32_t mend(enum codepage page, const struct torn *torn, uint8_t byte, uint32_t before)
{
	uint32_t cp = torn->head | (byte & 0x3Fu);
	if (cp >= NO_BREAK_SPACE)
		return is_frequent(torn, cp, before) ? cp : UTF8_INVALID;
	int byte_before = mojibake_byte(page, before);
	return byte_before >= CODEPAGE_LEAD || byte_before == 0x80 ? REPLACEMENT : UTF8_INVALID;
}

/* The classes round a torn sequence: what is in front of it, and the two characters behind it, as they will be seen. */
struct surroundings {
	unsigned before, first, second;
};

/* How well `cp` fits in between them, or between the outer ones if it took the first behind it. */
static inline int fit(const struct surroundings *around, uint32_t cp, bool substituted)
{
	unsigned class = evidence_class(cp);
	int score = evidence_pairs[around->before][class];
	if (substituted)
		return score + evidence_pairs[class][around->second];
	return score + evidence_pairs[class][around->first] + evidence_pairs[around->first][around->second] - CHARACTER_GAIN;
}

/* The best guess at what a torn sequence was. */
static bool match_torn(enum codepage page, const struct mojibake_cell *at, struct torn torn, uint32_t before,
		       struct mojibake_match *ret)
{
	int best = INT_MIN;
	const struct mojibake_cell *end = at + torn.length;
	struct surroundings around = {evidence_class(before), evidence_class(seen_at(page, end)),
				     evidence_class(seen_at(page, end + 1))};
	bool substitutes = !end->outside && is_substitute(&torn, end->cp, NO_BREAK_SPACE, before);
	for (const uint8_t *byte = codepage_lost[page]; *byte; byte++) {
		uint32_t cp = mend(page, &torn, *byte, before);
		if (cp == UTF8_INVALID)
			continue;
		int dropped = is_droppable(cp, end->cp) ? fit(&around, cp, false) : INT_MIN;
		if (dropped > best) {
			best = dropped;
			*ret = (struct mojibake_match){cp, torn.length, false};
		}
		int substituted = substitutes && is_substitute(&torn, end->cp, *byte, before) ? fit(&around, cp, true) : INT_MIN;
		if (substituted > best) {
			best = substituted;
			*ret = (struct mojibake_match){cp, torn.length + 1, false};
		}
	}
	/* Nothing of it is missing where it became a space, and another one, or the end of a phrase, is behind it. */
	ret->whole = best > INT_MIN && ret->length > torn.length && end->cp == ' ' && !character_is_word(end[1].cp);
	if (best > INT_MIN)
		ret->cp = mojibake_lost_arabic(page, at, at + ret->length, before, ret->cp);
	return best > INT_MIN;
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
static inline bool is_by_chance(const struct mojibake_cell *last, uint32_t cp)
{
	return last->cp < 0x80 && !is_ours(cp) && !is_unmistakable(cp);
}

static inline bool match_at(enum codepage page, const struct mojibake_cell *at, uint32_t before, struct mojibake_match *ret)
{
	struct torn torn;
	int lead = at->bytes[page];
	if (lead < CODEPAGE_LEAD)
		return false;
	if (match_whole(page, at, lead, ret) && !is_by_chance(&at[ret->length - 1], ret->cp))
		return true;
	return is_torn(page, at, lead, &torn) && match_torn(page, at, torn, before, ret);
}

bool mojibake_utf8_match(enum codepage page, const struct mojibake_cell *at, uint32_t before, struct mojibake_match *ret)
{
	return match_at(page, at, before, ret);
}

/* Whether the characters [at, end) are a word between two words. */
static bool is_word_between(const struct mojibake_text *text, const struct mojibake_cell *at, const struct mojibake_cell *end)
{
	uint32_t before = at - text->at > 1 ? at[-2].cp : ' ', after = end[1].cp;
	return at[-1].cp == ' ' && end->cp == ' ' &&
	       (character_is_word(after) || after == '"' || after == LEFT_QUOTE) &&
	       (before == ',' || unicode_category(before) == UNICODE_LL);
}

/*
 * What French and Arabic have, or what makes another layer. A no-break space may be one that was there, and a C1 control only
 * continues a sequence.
 */
static bool is_expected(enum codepage page, const struct mojibake_cell *end, uint32_t before, uint32_t cp)
{
	if (cp == NO_BREAK_SPACE)
		return end[-1].cp == NO_BREAK_SPACE;
	if (cp < NO_BREAK_SPACE)
		return mojibake_byte(page, before) >= CODEPAGE_LEAD;
	return is_ours(cp) || mojibake_byte(page, cp) >= 0x80 || is_unmistakable(cp);
}

/* Three bytes: of signs, of presentation forms and U+FFFD, and of what code pages have there; four bytes: of emoji. */
static bool begins_longer(int lead, int trail)
{
	return lead == 0xE2 || lead == 0xEF || (lead == 0xF0 && trail == 0x9F);
}

bool mojibake_utf8_goes_on(enum codepage page, int lead, int trail)
{
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
 * Whether the match at `at` alone shows that it was misread. What is of Arabic script does not: others of its word would be
 * beside it. Neither does what stands alone, as signs do in tables and formulas (√π), unless it has three characters or is
 * the word à.
 */
static bool proves_alone(const struct mojibake_text *text, const struct mojibake_cell *at, const struct mojibake_match *match)
{
	const struct mojibake_cell *end = at + match->length;
	uint32_t before = at[-1].cp, after = end->cp;
	if (match->cp == NO_BREAK_SPACE)
		return end[-1].cp == NO_BREAK_SPACE && (character_is_digit(before) || unicode_category(before) == UNICODE_LL);
	if (!is_ours(match->cp) || unicode_script(match->cp) == UNICODE_SCRIPT_ARABIC)
		return is_unmistakable(match->cp);
	if (match->length > 2 || (match->cp == A_GRAVE && is_word_between(text, at, end)))
		return true;
	return (character_is_word(before) || character_is_word(after)) && is_natural(before, match->cp, after);
}

/* A space, or what ends a line. */
static inline bool is_gap(uint32_t cp)
{
	return cp == ' ' || cp == '\n' || cp == '\r';
}

/* What stands in front of a word: nothing that belongs to it. */
static inline bool opens_word(uint32_t cp)
{
	return cp == ' ' || cp == '\'' || cp == APOSTROPHE || cp == '"' || cp == '(';
}

/* À and à, followed by another word, or by a number. à has a no-break space in it, with another one behind, or a hyphen on both sides. */
static bool is_misread_a(const struct mojibake_cell *at, const struct mojibake_cell *end, bool capital)
{
	uint32_t before = at[-1].cp, after = end->cp;
	if (!capital && before == '-')
		return after == '-';
	bool followed = character_is_digit(end[1].cp) || unicode_script(end[1].cp) == UNICODE_SCRIPT_LATIN;
	return (opens_word(before) || (capital && before == '.')) && after == ' ' && followed;
}

/* What opens a quotation, with its space, and what closes one behind a space. */
static bool is_misread_quote(const struct mojibake_cell *at, const struct mojibake_cell *end, bool opens)
{
	uint32_t before = at[-1].cp, after = end->cp;
	if (opens)
		return (opens_word(before) || before == '.') && (after == ' ' || after == NO_BREAK_SPACE || after == at->cp);
	return before == ' ' && !at[-1].outside && character_is_word(at[-2].cp) && !character_is_word(after);
}

/*
 * A no-break space behind what is no letter, in front of a space; or what became a space itself, and is all there is in a paragraph, or
 * stands at the end of it behind a full stop or a colon.
 */
static bool is_misread_space(const struct mojibake_cell *at, const struct mojibake_cell *end)
{
	if (end[-1].cp >= 0x80)
		return is_gap(end->cp) && !character_is_letter(at[-1].cp);
	bool last = end->outside || end->cp == '\n' || end->cp == '\r';
	return last && (at[-1].outside || at[-1].cp == '.' || at[-1].cp == ':');
}

/* What stands between spaces or signs, and misread is a word of a letter and a sign that no language has. */
static inline bool is_no_word(const struct mojibake_cell *at, const struct mojibake_match *match)
{
	const struct mojibake_cell *end = at + match->length;
	if (match->length != 2 || !match->whole)
		return false;
	switch (match->cp) {
	case NO_BREAK_SPACE:
		return is_misread_space(at, end);
	case LEFT_QUOTE:
	case RIGHT_QUOTE:
		return is_misread_quote(at, end, match->cp == LEFT_QUOTE);
	case A_GRAVE:
	case CAPITAL_A_GRAVE:
		return is_misread_a(at, end, match->cp == CAPITAL_A_GRAVE);
	default:
		return false;
	}
}

/* A capital behind a small letter, as it is left of í, of a soft hyphen and of an accent. */
static inline bool is_capital_behind(const struct mojibake_cell *at, const struct mojibake_match *match)
{
	return !match->whole && match->length == 1 && unicode_category(at[-1].cp) == UNICODE_LL &&
	       unicode_category(at->cp) == UNICODE_LU && unicode_category(at[1].cp) != UNICODE_LU;
}

/* An accent that makes no character with what is in front of it; or a foreign capital behind a small letter. */
static inline bool is_stray(uint32_t before, uint32_t cp, unsigned class)
{
	if (cp >= ACCENTS && cp < ACCENTS_END)
		return !unicode_compose(before, cp);
	return class == EVIDENCE_OTHER && unicode_category(cp) == UNICODE_LU && unicode_category(before) == UNICODE_LL;
}

/* What a match at `at` counts as what it was, behind a character `before`. */
static inline long gain_of(const struct mojibake_cell *at, uint32_t before, unsigned class, const struct mojibake_match *match)
{
	long gain = is_no_word(at, match) ? NO_WORD_GAIN : is_capital_behind(at, match) ? CAPITAL_GAIN : 0;
	gain += evidence_pairs[evidence_class(before)][class] + ((long)match->length - 1) * CHARACTER_GAIN;
	gain -= (match->whole ? 0 : LOST_COST) + (class == EVIDENCE_OTHER ? OTHER_COST : 0);
	return gain - (is_stray(before, match->cp, class) ? STRAY_COST : 0);
}

bool mojibake_utf8_run(enum codepage page, const struct mojibake_text *text, size_t from, struct mojibake_run *ret)
{
	struct mojibake_match match;
	size_t start = mojibake_next_lead(page, text, from);
	while (start < text->len && !match_at(page, text->at + start, (text->at + start)[-1].cp, &match))
		start = mojibake_next_lead(page, text, start + 1);
	if (start == text->len)
		return false;
	const struct mojibake_cell *at = text->at + start;
	uint32_t before = at[-1].cp;
	bool half = character_is_arabic_letter(at[-1].cp);
	long gain = 0;
	do {
		unsigned class = evidence_class(match.cp);
		gain += gain_of(at, before, class, &match);
		before = match.cp;
		for (const struct mojibake_cell *next = at + match.length; at < next; at++)
			gain -= evidence_pairs[at[-1].class][at->class];
	} while (match_at(page, at, match.cp, &match));
	half = half || character_is_arabic_letter(at->cp);
	gain += evidence_pairs[evidence_class(before)][at->class] - evidence_pairs[at[-1].class][at->class] - (half ? HALF_COST : 0);
	*ret = (struct mojibake_run){start, (size_t)(at - text->at), gain};
	return true;
}

bool mojibake_utf8_proves(enum codepage page, const struct mojibake_text *text, const struct mojibake_run *run)
{
	const struct mojibake_cell *at = text->at + run->start, *end = text->at + run->end;
	struct mojibake_match match = {.cp = at[-1].cp};
	size_t expected = 0;
	for (uint32_t before; at < end; at += match.length) {
		before = match.cp;
		mojibake_utf8_match(page, at, before, &match);
		expected += match.whole && is_expected(page, at + match.length, before, match.cp);
		if (expected > 1 || is_no_word(at, &match) || (match.whole && proves_alone(text, at, &match)))
			return true;
	}
	return false;
}
