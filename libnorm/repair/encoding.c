/* SPDX-License-Identifier: MIT */
#include "repair/encoding.h"

#include <limits.h>

#include "repair/encoding_next.h"
#include "repair/encoding_utf16.h"
#include "repair/encoding_votes.h"
#include "repair/evidence.h"
#include "unicode/ascii.h"

/* Votes in bits. */
enum {
	UNDEFINED = -20,    /* a byte without a character */
	DAMAGE = -10,       /* bytes that may be left of a character in UTF-8 */
	DAMAGE_AT_END = -4, /* where a text was cut */
	NO_DAMAGE = -40,    /* bytes that are left of no character that French or Arabic has */
	SCRIPT_CHANGE = -6, /* from a letter of one script to one of the other */
	ODDITY = -20,       /* what is not written so in that code page */
	MIXTURE = -30,      /* a paragraph with UTF-8 and bytes of a code page */
	LAST = 3,           /* the encoding of the paragraph before */
	SEEN = 2,           /* of some paragraph before */
	CERTAIN = 8,        /* a lead of so many is full confidence */
	HOPELESS = -100,    /* so far behind another candidate */
	TELLS = 2,          /* see telling() */
	NATURAL = -10,      /* the pairs of true text have at least so many in all, even if they are few and rare */
};

/* How frequent encodings are. ISO-8859-1 is a part of cp1252 but for controls, which no text has. */
static const int8_t priors[ENCODING_COUNT] = {
    [ENCODING_CODEPAGE + CODEPAGE_ISO_8859_1] = -1, [ENCODING_CODEPAGE + CODEPAGE_ISO_8859_15] = -5,
    [ENCODING_CODEPAGE + CODEPAGE_ISO_8859_6] = -2, [ENCODING_CODEPAGE + CODEPAGE_MAC_ARABIC] = -4,
    [ENCODING_CODEPAGE + CODEPAGE_MAC_ROMAN] = -4,  [ENCODING_CODEPAGE + CODEPAGE_CP850] = -5,
    [ENCODING_CODEPAGE + CODEPAGE_CP720] = -5,      [ENCODING_CODEPAGE + CODEPAGE_CP864] = -8,
};

enum {
	NO_BREAK_SPACE = 0xA0,
	SOFT_HYPHEN = 0xAD,
	PIECE = 32,
	FAR = 64, /* bytes from the next that is broken */
	TELLING = 2000, /* bytes that are broken in UTF-8: what so many do not tell, more of them do not either */
};

enum script { SCRIPT_NONE, SCRIPT_LATIN, SCRIPT_ARABIC };

static enum script script_of(uint32_t cp)
{
	if (cp < 0x80)
		return ascii_is_letter(cp) ? SCRIPT_LATIN : SCRIPT_NONE;
	if (cp >= 0xC0 && cp < 0x250)
		return SCRIPT_LATIN;
	return cp >= 0x0621 && cp < 0x0700 ? SCRIPT_ARABIC : SCRIPT_NONE;
}

/* What a candidate makes of a paragraph. */
struct reading {
	const uint8_t *at; /* how far it has read; NULL when it has fallen behind */
	long evidence; /* of all pairs that are not ASCII, in units of evidence.h */
	long pairs;
	unsigned tells; /* what tells that it is text, see telling() */
	long votes;          /* in bits */
	enum script script;  /* of the last letter */
	size_t utf8, broken; /* characters that a code page has read as UTF-8; bytes that UTF-8 cannot read */
	uint32_t before;     /* the last character … */
	uint8_t class;       /* … and its class, see evidence.h */
	bool used[256];      /* bytes that a code page has read */
};

/* Pairs do not see over a space, so a single letter of the other script would be as good as any. */
static void judge_script(struct reading *reading, uint32_t cp)
{
	enum script script = script_of(cp);
	if (script == SCRIPT_NONE)
		return;
	if (reading->script != SCRIPT_NONE && reading->script != script)
		reading->votes += SCRIPT_CHANGE;
	reading->script = script;
}

static bool is_undefined(uint32_t cp)
{
	return cp == UTF8_INVALID || (cp >= 0x80 && cp < 0xA0);
}

static bool is_arabic(uint32_t cp)
{
	return script_of(cp) == SCRIPT_ARABIC || (cp >= 0xFE80 && cp < 0xFEFF);
}

/*
 * How much a character tells that bytes are text: TELLS is enough. A Latin letter with an accent is, or an Arabic one behind
 * another; of marks, and letters of which a word of Arabic does not consist, it takes two, and of spaces no number.
 */
static unsigned telling(uint32_t before, uint32_t cp)
{
	if (cp < 0x80 || cp == NO_BREAK_SPACE || is_undefined(cp))
		return 0;
	return script_of(cp) == SCRIPT_LATIN || (is_arabic(cp) && is_arabic(before)) ? TELLS : 1;
}

static struct reading begin_reading(const uint8_t *at)
{
	return (struct reading){.at = at, .before = ' ', .class = (uint8_t)evidence_class(' ')};
}

/* The next character. What ASCII makes of ASCII all candidates agree on; a soft hyphen is as if it were not there. */
static inline void judge(struct reading *reading, uint32_t cp)
{
	judge_script(reading, cp);
	if (cp == SOFT_HYPHEN)
		return;
	unsigned class = evidence_class(cp);
	if (reading->before >= 0x80 || cp >= 0x80) {
		reading->evidence += evidence_pairs[reading->class][class];
		reading->pairs++;
	}
	reading->before = cp;
	reading->class = (uint8_t)class;
}

/* ASCII up to `stop`, which begins at `at`. Of what is behind its first character only a letter may say something. */
static const uint8_t *read_ascii(struct reading *reading, const uint8_t *at, const uint8_t *stop)
{
	judge(reading, *at++);
	for (; at < stop && *at < 0x80 && reading->script != SCRIPT_LATIN; at++)
		judge_script(reading, *at);
	at = utf8_skip_ascii(at, stop);
	reading->before = at[-1];
	reading->class = (uint8_t)evidence_class(at[-1]);
	return at;
}

/* Go on to `stop` or shortly behind it. */
static void read_page(struct reading *reading, struct encoding_page page, const uint8_t *stop, const uint8_t *end)
{
	while (reading->at < stop) {
		const uint8_t *at = reading->at;
		if (*at < 0x80) {
			reading->at = read_ascii(reading, at, stop);
			continue;
		}
		struct encoding_character next = utf8_is_broken(at, end) ? encoding_next_broken(page, *at)
									 : encoding_next_byte(page, reading->before, at, end);
		if (next.length == 1 && reading->tells < TELLS)
			reading->tells += telling(reading->before, next.cp);
		judge(reading, is_undefined(next.cp) ? UTF8_INVALID : next.cp);
		reading->votes += is_undefined(next.cp) ? UNDEFINED : 0;
		reading->utf8 += next.length > 1;
		reading->used[*at] |= next.length == 1;
		reading->at += next.length;
	}
}

/* What follows them in UTF-8: Latin and Arabic letters, punctuation, presentation forms. */
static bool is_usual_lead(uint8_t byte)
{
	return (byte >= 0xC2 && byte <= 0xC5) || (byte >= 0xD8 && byte <= 0xDB) || byte == 0xE2 || byte == 0xEF;
}

/*
 * The votes for a character of UTF-8 of which these bytes are left. A single byte between ASCII that is neither a usual lead
 * nor the rest of a character is left of none.
 */
static int vote_damage(const uint8_t *text, const uint8_t *at, unsigned length, const uint8_t *end)
{
	if (at == text || at + length == end)
		return DAMAGE_AT_END;
	bool single = length == 1 && at[-1] < 0x80 && at[1] < 0x80;
	return single && !utf8_is_trail(*at) && !is_usual_lead(*at) ? NO_DAMAGE : DAMAGE;
}

/*
 * What is broken is in no pair. Where the second byte of a character became another, both are broken. Reads no further than
 * it has to, which is where reading->at is then.
 */
static struct reading read_utf8(const uint8_t *text, const uint8_t *end)
{
	struct reading reading = begin_reading(NULL);
	bool broken = false;
	const uint8_t *at = text;
	while (at < end && reading.broken < TELLING) {
		if (*at < 0x80) {
			at = read_ascii(&reading, at, end);
			broken = false;
			continue;
		}
		struct encoding_character next = {UTF8_INVALID, 1};
		if (!utf8_is_broken(at, end))
			next = encoding_next_utf8(at, end);
		if (next.cp == UTF8_INVALID) {
			reading.broken++;
			reading.votes += broken ? 0 : vote_damage(text, at, next.length, end);
			broken = !broken;
		} else {
			broken = false;
			judge(&reading, next.cp);
		}
		at += next.length;
	}
	reading.at = at;
	return reading;
}

/* ---- Choosing ---- */

struct candidates {
	struct reading readings[ENCODING_COUNT];
	long sums[ENCODING_COUNT]; /* of all votes, in units of evidence */
};

/* The order of candidates: UTF-8, and the code pages. */
static enum encoding next_candidate(enum encoding encoding)
{
	return encoding == ENCODING_UTF8 ? ENCODING_CODEPAGE : encoding + 1;
}

static long votes_of(const struct reading *reading)
{
	return reading->evidence + reading->votes * EVIDENCE_BIT;
}

/* Those that are too far behind read no more: evidence grows all the way, and they would not catch up. */
static void drop_hopeless(struct candidates *candidates)
{
	long best = LONG_MIN;
	for (enum encoding i = ENCODING_CODEPAGE; i < ENCODING_COUNT; i++)
		if (candidates->readings[i].at && votes_of(&candidates->readings[i]) > best)
			best = votes_of(&candidates->readings[i]);
	for (enum encoding i = ENCODING_CODEPAGE; i < ENCODING_COUNT; i++)
		if (votes_of(&candidates->readings[i]) < best + HOPELESS * EVIDENCE_BIT)
			candidates->readings[i].at = NULL;
}

/* Go on to `stop` or shortly behind it in UTF-8. */
static void read_valid(struct reading *reading, const uint8_t *stop, const uint8_t *end)
{
	while (reading->at < stop) {
		if (*reading->at < 0x80) {
			reading->at = read_ascii(reading, reading->at, stop);
			continue;
		}
		struct encoding_character next = encoding_next_utf8(reading->at, end);
		judge(reading, next.cp);
		reading->utf8++;
		reading->at += next.length;
	}
}

/* What another one has read since it was as `before`. */
static void follow(struct reading *reading, const struct reading *other, const struct reading *before)
{
	reading->evidence += other->evidence - before->evidence;
	reading->pairs += other->pairs - before->pairs;
	reading->votes += other->votes - before->votes;
	reading->utf8 += other->utf8 - before->utf8;
	reading->at = other->at;
	reading->script = other->script;
	reading->before = other->before;
	reading->class = other->class;
}

static bool is_where(const struct reading *reading, const struct reading *other)
{
	return reading->at == other->at && reading->script == other->script && reading->before == other->before;
}

/* The pages where all round the piece is UTF-8: it is UTF-8 for all of them, and read once for those that stand where the first does. */
static void read_far(struct candidates *candidates, struct encoding_page page, const uint8_t *stop, const uint8_t *end)
{
	struct reading before = {.at = NULL}, *first = NULL;
	for (enum encoding i = ENCODING_CODEPAGE; i < ENCODING_COUNT; i++) {
		struct reading *reading = &candidates->readings[i];
		page.page = (enum codepage)(i - ENCODING_CODEPAGE);
		if (!reading->at)
			continue;
		if (first && is_where(reading, &before)) {
			follow(reading, first, &before);
		} else if (first || utf8_is_trail(*reading->at)) {
			read_page(reading, page, stop, end);
		} else {
			before = *reading;
			first = reading;
			read_valid(reading, stop, end);
		}
	}
}

static void read_near(struct candidates *candidates, struct encoding_page page, const uint8_t *stop, const uint8_t *end)
{
	for (enum encoding i = ENCODING_CODEPAGE; i < ENCODING_COUNT; i++) {
		page.page = (enum codepage)(i - ENCODING_CODEPAGE);
		if (candidates->readings[i].at)
			read_page(&candidates->readings[i], page, stop, end);
	}
}

/* The next byte from `at` on that is part of no character in UTF-8, or the end. */
static const uint8_t *find_broken(const uint8_t *at, const uint8_t *end)
{
	uint32_t cp = 0;
	while (cp != UTF8_INVALID && (at = utf8_skip_ascii(at, end)) < end) {
		unsigned length = utf8_decode(at, end, &cp);
		at += cp == UTF8_INVALID ? 0 : length;
	}
	return at;
}

/* All code pages, a piece at a time. */
static void read_pages(struct candidates *candidates, const uint8_t *text, const uint8_t *end)
{
	struct encoding_page page = encoding_page_for(0, text, end);
	const uint8_t *broken = page.mostly_utf8 ? find_broken(text, end) : end, *last = NULL;
	for (enum encoding i = ENCODING_CODEPAGE; i < ENCODING_COUNT; i++)
		candidates->readings[i] = begin_reading(text);
	/* 850 has all that it has of French, at the same bytes. */
	candidates->readings[ENCODING_CODEPAGE + CODEPAGE_CP437].at = NULL;
	for (const uint8_t *stop = text; stop < end; drop_hopeless(candidates)) {
		const uint8_t *start = stop;
		stop = end - stop > PIECE ? stop + PIECE : end;
		for (; broken < stop; broken = find_broken(broken + 1, end))
			last = broken;
		bool far = (!last || start - last > FAR) && broken - stop > FAR;
		if (far && page.mostly_utf8)
			read_far(candidates, page, stop, end);
		else
			read_near(candidates, page, stop, end);
	}
}

/* `best`: the largest sum so far. Where a candidate is too far behind it to be a doubt, its oddities need not be counted. */
static void sum_up(struct candidates *candidates, const struct encoding_state *state, enum encoding encoding, long best,
		   const uint8_t *text, size_t len)
{
	const struct reading *reading = &candidates->readings[encoding];
	long votes = priors[encoding];
	candidates->sums[encoding] = LONG_MIN / 2;
	if (!reading->at)
		return;
	if (reading->utf8)
		votes += MIXTURE;
	if (state->seen >> encoding & 1)
		votes += state->last == encoding ? LAST : SEEN;
	long sum = votes_of(reading) + votes * EVIDENCE_BIT;
	if (encoding >= ENCODING_CODEPAGE && sum > best - CERTAIN * EVIDENCE_BIT)
		sum += encoding_oddities((enum codepage)(encoding - ENCODING_CODEPAGE), text, text + len) * ODDITY * EVIDENCE_BIT;
	candidates->sums[encoding] = sum;
}

static enum encoding best_of(const struct candidates *candidates)
{
	enum encoding best = ENCODING_UTF8;
	for (enum encoding i = ENCODING_UTF8; i < ENCODING_COUNT; i = next_candidate(i))
		if (candidates->sums[i] > candidates->sums[best])
			best = i;
	return best;
}

static bool is_character(uint16_t cp)
{
	return cp != CODEPAGE_NONE && !is_undefined(cp);
}

/* Whether another candidate makes the same of the paragraph. */
static bool reads_the_same(const struct candidates *candidates, enum encoding best, enum encoding other)
{
	if (best < ENCODING_CODEPAGE || other < ENCODING_CODEPAGE)
		return best == other;
	/* cppcheck-suppress arrayIndexOutOfBoundsCond ; best is below ENCODING_COUNT */
	const struct reading *reading = &candidates->readings[best];
	const uint16_t *left = codepage_characters[best - ENCODING_CODEPAGE];
	const uint16_t *right = codepage_characters[other - ENCODING_CODEPAGE];
	for (size_t byte = 0x80; byte < 256; byte++)
		if (reading->used[byte] && left[byte] != right[byte] && (is_character(left[byte]) || is_character(right[byte])))
			return false;
	/* Or one of them would have read other bytes as UTF-8. */
	return reading->evidence == candidates->readings[other].evidence;
}

/*
 * Pages in which spaces and marks are evidence: all of ISO that are Latin, and those of Windows and Mac OS. In others any byte
 * is some sign.
 */
static bool is_western(enum encoding encoding)
{
	return encoding == ENCODING_CODEPAGE + CODEPAGE_CP1252 || encoding == ENCODING_CODEPAGE + CODEPAGE_ISO_8859_1 ||
	       encoding == ENCODING_CODEPAGE + CODEPAGE_ISO_8859_15 || encoding == ENCODING_CODEPAGE + CODEPAGE_MAC_ROMAN;
}

/*
 * Whether the best is good: it need not be, where none is. UTF-8 has to have at least one character, and a page of DOS or an Arabic
 * one a letter, unless an earlier paragraph was in it.
 */
static bool is_natural(const struct candidates *candidates, const struct encoding_state *state, enum encoding best)
{
	const struct reading *reading = &candidates->readings[best];
	bool tells = reading->tells >= TELLS || is_western(best) || state->seen >> best & 1;
	if (best == ENCODING_UTF8 ? reading->pairs == 0 : !tells)
		return false;
	return reading->evidence >= (long)NATURAL * EVIDENCE_BIT;
}

/* 0 to 100, by how far the best is in front of all that read something else. */
static unsigned confidence_of(const struct candidates *candidates, enum encoding best, bool natural)
{
	long lead = (long)CERTAIN * EVIDENCE_BIT;
	for (enum encoding i = ENCODING_UTF8; i < ENCODING_COUNT; i = next_candidate(i))
		if (!reads_the_same(candidates, best, i) && candidates->sums[best] - candidates->sums[i] < lead)
			lead = candidates->sums[best] - candidates->sums[i];
	unsigned confidence = (unsigned)(lead * 100 / (CERTAIN * EVIDENCE_BIT));
	return confidence < ENCODING_CONFIDENT || natural ? confidence : ENCODING_CONFIDENT - 1;
}

static enum encoding remember(struct encoding_state *state, enum encoding encoding)
{
	state->seen |= 1u << encoding;
	state->last = (uint8_t)encoding;
	return encoding;
}

enum encoding encoding_of_paragraph(struct encoding_state *state, const uint8_t *text, size_t len,
				    unsigned *ret_confidence)
{
	struct candidates candidates = {.readings[ENCODING_UTF8] = read_utf8(text, text + len)};
	enum encoding utf16 = encoding_of_utf16(text, len, false);
	len = (size_t)(candidates.readings[ENCODING_UTF8].at - text);
	*ret_confidence = 100;
	state->best = (uint8_t)utf16;
	if (utf16 != ENCODING_UNSURE)
		return remember(state, utf16);
	if (candidates.readings[ENCODING_UTF8].broken == 0)
		return ENCODING_UTF8;
	read_pages(&candidates, text, text + len);
	long most = LONG_MIN / 2;
	for (enum encoding i = ENCODING_UTF8; i < ENCODING_COUNT; i = next_candidate(i)) {
		sum_up(&candidates, state, i, most, text, len);
		most = candidates.sums[i] > most ? candidates.sums[i] : most;
	}
	enum encoding best = best_of(&candidates);
	bool natural = is_natural(&candidates, state, best);
	*ret_confidence = confidence_of(&candidates, best, natural);
	state->best = (uint8_t)(natural ? best : ENCODING_UTF8);
	return *ret_confidence < ENCODING_CONFIDENT ? ENCODING_UNSURE : remember(state, best);
}
