/* SPDX-License-Identifier: MIT */
#include "text/bidi.h"

#include <stdlib.h>

#include "base/memory.h"
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
	DEPTH_MAX = 125, /* max_depth of UAX #9, BD2; what nests deeper has no effect */
};

/* Which way a character runs, as far as it decides that by itself. */
enum direction { NEUTRAL, LEFT_TO_RIGHT, RIGHT_TO_LEFT };

struct open {
	uint32_t at, cp;
};

struct reader {
	struct bidi_strays *strays;
	struct open open[DEPTH_MAX];
	size_t depth;
	/* A mark that waits for what comes behind it. */
	uint32_t mark_at, mark;
	bool gap;              /* behind it there are spaces */
	enum direction before; /* the last character that is no bidi control */
};

static void add(struct bidi_strays *strays, uint32_t at)
{
	if (!strays->failed && !memory_reserve(&strays->at, &strays->cap, strays->len + 1, sizeof *strays->at))
		strays->failed = true;
	if (!strays->failed)
		strays->at[strays->len++] = at;
}

static enum direction direction_of(uint32_t cp)
{
	switch (unicode_category(cp)) {
	case UNICODE_LU:
	case UNICODE_LL:
	case UNICODE_LT:
	case UNICODE_LM:
	case UNICODE_LO:
		break;
	default:
		return NEUTRAL;
	}
	bool hebrew = (cp >= 0x0590 && cp <= 0x05FF) || (cp >= 0xFB1D && cp <= 0xFB4F);
	return hebrew || unicode_script(cp) == UNICODE_SCRIPT_ARABIC ? RIGHT_TO_LEFT : LEFT_TO_RIGHT;
}

static bool is_mark(uint32_t cp)
{
	return cp == LRM || cp == RLM || cp == ALM;
}

/* Spaces at the end of a paragraph may be trimmed, so they must not decide. */
static bool is_space(uint32_t cp)
{
	return cp <= 0x20 || cp == 0x85 || cp == 0x2029 || unicode_category(cp) == UNICODE_ZS;
}

static bool is_override(uint32_t cp)
{
	return cp == LRO || cp == RLO;
}

static bool is_isolate(uint32_t cp)
{
	return cp >= LRI && cp <= FSI;
}

static bool is_control(uint32_t cp)
{
	return is_mark(cp) || (cp >= LRE && cp <= RLO) || (cp >= LRI && cp <= PDI);
}

/*
 * A mark beside a letter of its own direction changes nothing, for what is on its other side sees that letter as well. But
 * RLM behind an Arabic letter may keep digits further on from being Arabic numbers (UAX #9, W2).
 */
static void settle_mark(struct reader *reader, enum direction behind, bool last)
{
	enum direction own = reader->mark == LRM ? LEFT_TO_RIGHT : RIGHT_TO_LEFT;
	bool left = reader->before == own && (reader->mark != RLM || last);
	if (reader->mark && (left || (behind == own && !reader->gap)))
		add(reader->strays, reader->mark_at);
	reader->mark = 0;
	reader->gap = false;
}

static void take_mark(struct reader *reader, uint32_t at, uint32_t cp)
{
	/* Of several that say the same one is enough. */
	if (reader->mark && (reader->mark == LRM) == (cp == LRM) && !reader->gap) {
		add(reader->strays, at);
		return;
	}
	settle_mark(reader, NEUTRAL, false);
	reader->mark = cp;
	reader->mark_at = at;
}

static void take_opener(struct reader *reader, uint32_t at, uint32_t cp)
{
	if (reader->depth == DEPTH_MAX)
		add(reader->strays, at);
	else
		reader->open[reader->depth++] = (struct open){at, cp};
}

/* PDF closes the embedding on top, if one is there. */
static void take_pdf(struct reader *reader, uint32_t at)
{
	if (reader->depth == 0 || is_isolate(reader->open[reader->depth - 1].cp)) {
		add(reader->strays, at);
		return;
	}
	struct open open = reader->open[--reader->depth];
	if (is_override(open.cp)) {
		add(reader->strays, open.at);
		add(reader->strays, at);
	}
}

/* PDI closes the last isolate, and the embeddings in it that were left open. */
static void take_pdi(struct reader *reader, uint32_t at)
{
	size_t depth = reader->depth;
	while (depth > 0 && !is_isolate(reader->open[depth - 1].cp))
		depth--;
	if (depth == 0) {
		add(reader->strays, at);
		return;
	}
	while (reader->depth > depth)
		add(reader->strays, reader->open[--reader->depth].at);
	reader->depth--;
}

static void take(struct reader *reader, uint32_t at, uint32_t cp)
{
	if (is_mark(cp)) {
		take_mark(reader, at, cp);
	} else if (cp == PDF) {
		take_pdf(reader, at);
	} else if (cp == PDI) {
		take_pdi(reader, at);
	} else if (is_control(cp)) {
		take_opener(reader, at, cp);
	} else if (reader->mark && is_space(cp)) {
		reader->gap = true;
	} else if (unicode_ccc(cp) == 0) {
		enum direction direction = direction_of(cp);
		settle_mark(reader, direction, false);
		reader->before = direction;
	}
}

static int compare_offsets(const void *left, const void *right)
{
	uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
	return (a > b) - (a < b);
}

void bidi_find_strays(struct bidi_strays *strays, const struct text_view *view)
{
	struct reader reader = {.strays = strays};
	const uint8_t *at = view->text, *end = at + view->len;
	strays->len = 0;
	while (at < end) {
		uint32_t cp, place = (uint32_t)(at - view->text);
		at += utf8_decode(at, end, &cp);
		if (!is_control(cp))
			cp = text_view_see(view, cp);
		if (cp)
			take(&reader, place, cp);
	}
	settle_mark(&reader, NEUTRAL, true);
	while (reader.depth)
		add(strays, reader.open[--reader.depth].at);
	if (strays->len > 1)
		qsort(strays->at, strays->len, sizeof *strays->at, compare_offsets);
}

bool bidi_is_stray(const struct bidi_strays *strays, uint32_t offset)
{
	return strays->len && bsearch(&offset, strays->at, strays->len, sizeof *strays->at, compare_offsets);
}

void bidi_release(struct bidi_strays *strays)
{
	free(strays->at);
	*strays = (struct bidi_strays){0};
}
