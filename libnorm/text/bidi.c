/* SPDX-License-Identifier: MIT */
#include "text/bidi.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/character.h"
#include "text/letter_class.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

enum {
	ALM = 0x061C,
	LRM = 0x200E,
	RLM = 0x200F,
	LRE = 0x202A,
	RLE = 0x202B,
	PDF = 0x202C,
	LRO = 0x202D,
	RLO = 0x202E,
	LRI = 0x2066,
	FSI = 0x2068,
	PDI = 0x2069,
	/*
	 * What nests deeper goes. UAX #9 looks at 125 (BD2), but who counts so few finds others too deep once some of the
	 * outer ones are deleted.
	 */
	DEPTH_MAX = 65536,
};

/* A control; `held` by a mark behind it, which would go to another letter without it. */
struct bidi_open {
	uint32_t at, cp;
	bool held;
};

struct reader {
	struct bidi_strays *strays;
	size_t depth, isolates; /* how many controls are open, and how many of them are isolates */
	/* A mark that waits for what comes behind it. */
	uint32_t mark_at, mark;
	bool mark_held;
	bool gap;              /* behind it there are spaces */
	uint32_t spared;       /* 1 + the place of the first of the marks that stay only because they are not the last; 0: there is none */
	enum bidi_direction before; /* of the last character that is no bidi control, or of a mark that stays … */
	uint32_t letter;            /* … unless it is this character, of which nobody has asked yet; 0: there is none */
};

static void add(struct bidi_strays *strays, uint32_t at)
{
	strays->bits[at / 8] |= (uint8_t)(1u << at % 8);
}

enum bidi_direction bidi_direction(uint32_t cp)
{
	if (!character_is_letter(cp))
		return cp == CHARACTER_TATWEEL ? BIDI_RIGHT_TO_LEFT : BIDI_NEUTRAL;
	switch (unicode_script(cp)) {
	case UNICODE_SCRIPT_ARABIC: case UNICODE_SCRIPT_HEBREW: case UNICODE_SCRIPT_SYRIAC:
	case UNICODE_SCRIPT_THAANA: case UNICODE_SCRIPT_NKO:
		return BIDI_RIGHT_TO_LEFT;
	default:
		return BIDI_LEFT_TO_RIGHT;
	}
}

static bool is_mark(uint32_t cp)
{
	return cp == LRM || cp == RLM || cp == ALM;
}

static bool is_override(uint32_t cp)
{
	return cp == LRO || cp == RLO;
}

static bool is_isolate(uint32_t cp)
{
	return cp >= LRI && cp <= FSI;
}

const struct step_range bidi_controls[BIDI_CONTROL_RANGES] = {{ALM, ALM}, {LRM, RLM}, {LRE, RLO}, {LRI, PDI}};

static enum bidi_direction direction_before(struct reader *reader)
{
	if (reader->letter)
		reader->before = bidi_direction(reader->letter);
	reader->letter = 0;
	return reader->before;
}

/*
 * A mark beside a letter of its own direction changes nothing, for what is on its other side sees that letter as well. But
 * RLM behind an Arabic letter may keep digits further on from being Arabic numbers (UAX #9, W2).
 */
static void settle_mark(struct reader *reader, enum bidi_direction behind, bool last)
{
	if (!reader->mark)
		return;
	enum bidi_direction own = reader->mark == LRM ? BIDI_LEFT_TO_RIGHT : BIDI_RIGHT_TO_LEFT;
	enum bidi_direction before = direction_before(reader);
	bool left = before == own && (reader->mark != RLM || last);
	bool stray = !reader->mark_held && (left || (behind == own && !reader->gap));
	bool beside = before == own && !reader->mark_held;
	if (stray) {
		add(reader->strays, reader->mark_at);
	} else {
		uint32_t first = reader->spared ? reader->spared : reader->mark_at + 1;
		reader->spared = beside ? first : 0;
		reader->before = own;
	}
	reader->mark = 0;
	reader->gap = false;
}

static void take_mark(struct reader *reader, uint32_t at, uint32_t cp, bool held)
{
	/* Of several that say the same one is enough. */
	if (reader->mark && (reader->mark == LRM) == (cp == LRM) && !reader->gap) {
		if (!held)
			add(reader->strays, at);
		return;
	}
	settle_mark(reader, BIDI_NEUTRAL, false);
	reader->mark = cp;
	reader->mark_at = at;
	reader->mark_held = held;
}

static void add_unless_held(struct reader *reader, const struct bidi_open *control)
{
	if (!control->held)
		add(reader->strays, control->at);
}

static void take_opener(struct reader *reader, const struct bidi_open *control)
{
	struct bidi_strays *strays = reader->strays;
	if (reader->depth == DEPTH_MAX) {
		add_unless_held(reader, control);
		return;
	}
	if (!memory_reserve(&strays->open, &strays->open_cap, reader->depth + 1, sizeof *strays->open)) {
		strays->failed = true;
		return;
	}
	strays->open[reader->depth++] = *control;
	reader->isolates += is_isolate(control->cp);
}

/* PDF closes the embedding on top, if one is there. Both sides of an override go, or none. */
static void take_pdf(struct reader *reader, const struct bidi_open *control)
{
	if (reader->depth == 0 || is_isolate(reader->strays->open[reader->depth - 1].cp)) {
		add_unless_held(reader, control);
		return;
	}
	struct bidi_open open = reader->strays->open[--reader->depth];
	if (is_override(open.cp) && !open.held && !control->held) {
		add(reader->strays, open.at);
		add(reader->strays, control->at);
	}
}

/* PDI closes the last isolate, and the embeddings in it that were left open. */
static void take_pdi(struct reader *reader, const struct bidi_open *control)
{
	const struct bidi_open *open = reader->strays->open;
	if (!reader->isolates) {
		add_unless_held(reader, control);
		return;
	}
	while (!is_isolate(open[--reader->depth].cp))
		add_unless_held(reader, &open[reader->depth]);
	reader->isolates--;
}

static void take_control(struct reader *reader, const struct bidi_open *control)
{
	if (is_mark(control->cp))
		take_mark(reader, control->at, control->cp, control->held);
	else if (control->cp == PDF)
		take_pdf(reader, control);
	else if (control->cp == PDI)
		take_pdi(reader, control);
	else
		take_opener(reader, control);
}

/* A character that is no control, as it is seen. */
static void take_character(struct reader *reader, uint32_t cp)
{
	/* Spaces at the end of a paragraph may be trimmed, so they must not decide. */
	if (reader->mark && unicode_is_white_space(cp)) {
		reader->gap = true;
	} else if (unicode_ccc(cp) == 0) {
		if (reader->mark)
			settle_mark(reader, bidi_direction(cp), false);
		reader->letter = cp;
		reader->spared = 0;
	}
}

/* Whether a mark, or a letter that composes like one, stands behind the controls at `at`. Sets where that is known up to. */
static bool is_held(const uint8_t *at, const uint8_t *end, const uint8_t **ret_known)
{
	uint32_t cp = 0;
	while (at < end) {
		unsigned used = utf8_decode(at, end, &cp);
		if (cp != 0 && !bidi_is_control(cp))
			break;
		at += used;
	}
	*ret_known = at;
	return at < end && cp != UTF8_INVALID && (unicode_ccc(cp) != 0 || unicode_composes_back(cp));
}

enum { STEP = 64, STEP_BYTES = STEP + 2 }; /* a number that compilers unroll into vectors, and the rest of a character */

/* Whether a control starts in the first STEP of STEP_BYTES. No branches, for vectors. */
static bool step_has_control(const uint8_t *at)
{
	uint8_t found = 0;
	for (size_t i = 0; i < STEP; i++) {
		uint8_t mark = (uint8_t)(at[i + 2] - 0x8E), embedding = (uint8_t)(at[i + 2] - 0xAA);
		uint8_t isolate = (uint8_t)(at[i + 2] - 0xA6);
		bool general = ((at[i + 1] == 0x80) & ((mark <= 1) | (embedding <= 4))) | ((at[i + 1] == 0x81) & (isolate <= 3));
		found |= ((at[i] == 0xE2) & general) | ((at[i] == 0xD8) & (at[i + 1] == 0x9C));
	}
	return found;
}

/* A place not behind the first control from `at` on, or the end: there is none. Hardly any text has one. */
static const uint8_t *find_control(const uint8_t *at, const uint8_t *end)
{
	uint8_t rest[STEP_BYTES] = {0};
	for (; end - at >= STEP_BYTES; at += STEP)
		if (step_has_control(at))
			return at;
	/* What is left may be a byte longer than a step, but no control is that short. */
	memcpy(rest, at, (size_t)(end - at));
	return step_has_control(rest) ? at : end;
}

/*
 * Pass over text without controls, behind which no mark waits: only its last letter may count. Stops at a
 * character that is not behind the first control.
 */
static const uint8_t *skip_plain(struct reader *reader, const uint8_t *at, const uint8_t *end)
{
	const uint8_t *control = find_control(at, end), *start = at;
	for (unsigned i = 0; i < 3 && control > start && control < end && utf8_is_trail(*control); i++)
		control--;
	for (at = control; at > start;) {
		struct letter letter = letter_before(start, at);
		uint32_t cp = letter.cp == UTF8_INVALID ? 0xFFFD : letter.cp;
		at -= letter.length;
		if (cp != 0 && unicode_ccc(cp) == 0) {
			reader->letter = cp;
			break;
		}
	}
	return control;
}

/* Have all controls of the text taken. */
static void take_all(struct reader *reader, const uint8_t *text, size_t len)
{
	const uint8_t *at = text, *end = text + len, *known = at;
	size_t looked_to = 0; /* where a control is near, it is not looked for at each character */
	bool held = false;
	while (at < end) {
		if (!reader->mark && (size_t)(at - text) >= looked_to) {
			if ((at = skip_plain(reader, at, end)) == end)
				break;
			looked_to = (size_t)(at - text) + STEP;
		}
		uint32_t cp, place = (uint32_t)(at - text);
		at += utf8_decode(at, end, &cp);
		if (!bidi_is_control(cp)) {
			if (cp != 0)
				take_character(reader, cp == UTF8_INVALID ? 0xFFFD : cp);
			continue;
		}
		if (text + place >= known)
			held = is_held(at, end, &known);
		take_control(reader, &(struct bidi_open){place, cp, held});
	}
}

/* Room for a bit for each byte of a text, none of them set; false where memory runs out. */
static bool clear_bits(struct bidi_strays *strays, size_t len)
{
	if (!memory_reserve(&strays->bits, &strays->cap, len / 8 + 1, sizeof *strays->bits)) {
		strays->failed = true;
		return false;
	}
	memset(strays->bits, 0, len / 8 + 1);
	return true;
}

/* All marks from a place of the text on, behind which there is nothing else but spaces. */
static void add_marks(struct bidi_strays *strays, const uint8_t *text, size_t at, size_t len)
{
	uint32_t cp;
	for (unsigned used; at < len; at += used) {
		used = utf8_decode(text + at, text + len, &cp);
		if (is_mark(cp))
			add(strays, (uint32_t)at);
	}
}

void bidi_find_strays(struct bidi_strays *strays, const uint8_t *text, size_t len)
{
	struct reader reader = {.strays = strays};
	strays->len = 0;
	if (find_control(text, text + len) == text + len || !clear_bits(strays, len))
		return;
	strays->len = len;
	take_all(&reader, text, len);
	settle_mark(&reader, BIDI_NEUTRAL, true);
	/* Behind them there are none but spaces, which may be trimmed, and marks that go: then each is the last. */
	if (reader.spared)
		add_marks(strays, text, reader.spared - 1, len);
	while (reader.depth)
		add_unless_held(&reader, &strays->open[--reader.depth]);
}

bool bidi_is_stray(const struct bidi_strays *strays, uint32_t offset)
{
	return offset < strays->len && strays->bits[offset / 8] >> offset % 8 & 1;
}

void bidi_release(struct bidi_strays *strays)
{
	free(strays->bits);
	free(strays->open);
	*strays = (struct bidi_strays){0};
}
