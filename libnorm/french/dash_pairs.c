/* SPDX-License-Identifier: MIT */
/*
 * All is read in the paragraph as it is seen, and what is asked about is the same for every kind of dash and of space, so
 * that a text and what french.dashes makes of it have the same pairs. A search passes over a limited number of dashes, so no
 * byte is passed over more often than that.
 */
#include "french/dash_pairs.h"

#include "french/gap.h"
#include "text/eight.h"
#include "text/level.h"
#include "unicode/utf8.h"

enum { EN_DASH = 0x2013, EM_DASH = 0x2014 };

/* More dashes are not looked at on either side: those of quotations in the sentence count as well. */
enum { SEARCH_MAX = 8 };

/* Longer words are looked at no further. */
enum { WORD_MAX = 32 };

struct text {
	struct levels *levels;
	const uint8_t *at, *end;
};

/* Bidirectional controls and the like, which rules may take out. */
static bool is_unseen(uint32_t cp)
{
	return cp > 0x7F && unicode_category(cp) == UNICODE_CF;
}

/* The character in front of `*at`; moves there. LINE FEED at the start of the text. */
static uint32_t step_back(const struct text *text, const uint8_t **at)
{
	uint32_t cp = SPACE_LF;
	while (*at > text->at) {
		const uint8_t *end = *at;
		*at = utf8_previous(text->at, end);
		utf8_decode(*at, end, &cp);
		if (!is_unseen(cp))
			return cp;
	}
	return SPACE_LF;
}

/* The character at `*at` or behind what is unseen there; moves behind it. LINE FEED at the end of the text. */
static uint32_t step_on(const struct text *text, const uint8_t **at)
{
	uint32_t cp = SPACE_LF;
	while (*at < text->end) {
		*at += utf8_decode(*at, text->end, &cp);
		if (!is_unseen(cp))
			return cp;
	}
	return SPACE_LF;
}

/* The first character in front of `*at` that is no space; moves there. `*ret_space`: there was a space. */
static uint32_t text_before(const struct text *text, const uint8_t **at, bool *ret_space)
{
	uint32_t cp = step_back(text, at);
	for (*ret_space = false; space_is_inline(cp); *ret_space = true)
		cp = step_back(text, at);
	return cp;
}

/* The first character from `at` on that is no space. */
static uint32_t text_behind(const struct text *text, const uint8_t *at, bool *ret_space)
{
	uint32_t cp = step_on(text, &at);
	for (*ret_space = false; space_is_inline(cp); *ret_space = true)
		cp = step_on(text, &at);
	return cp;
}

/* The end of - -- – or — at `at`, or NULL. */
static const uint8_t *dash_end(const struct text *text, const uint8_t *at)
{
	uint32_t cp = step_on(text, &at);
	if (cp == EN_DASH || cp == EM_DASH)
		return at;
	if (cp != '-')
		return NULL;
	return at < text->end && *at == '-' ? at + 1 : at;
}

static bool closes(uint32_t cp)
{
	return gap_is_closer(cp) || gap_is_tick(cp);
}

/* Whether a remark may follow the character `cp` at `at`: no end of a sentence, also none with a quote behind it. */
static bool may_follow(const struct text *text, uint32_t cp, const uint8_t *at)
{
	bool unused;
	if (character_is_word(cp) || cp == '%')
		return true;
	if (!closes(cp))
		return false;
	while (closes(cp))
		cp = text_before(text, &at, &unused);
	return cp != '.' && cp != '!' && cp != '?' && cp != 0x2026;
}

/* Whether text begins with this character. In front of a digit stands a minus sign, or the hyphen of a score. */
static bool may_begin(uint32_t cp)
{
	return (character_is_word(cp) && !character_is_digit(cp)) || gap_is_opener(cp) || gap_is_tick(cp);
}

/* What stands at a place of the text. */
enum place {
	PLACE_OTHER,
	PLACE_DASH,    /* between words, with spaces on both sides */
	PLACE_HEADING, /* at the start of a sentence, or with a space on one side only */
};

static enum place place_at(const struct text *text, const uint8_t *at)
{
	bool left, right;
	const uint8_t *behind = dash_end(text, at);
	if (!behind || !may_begin(text_behind(text, behind, &right)))
		return PLACE_OTHER;
	uint32_t before = text_before(text, &at, &left);
	if (!left && (!right || before == '-')) /* a hyphen, or the second one of two */
		return PLACE_OTHER;
	return left && right && may_follow(text, before, at) ? PLACE_DASH : PLACE_HEADING;
}

static bool may_be_dash(const uint8_t *at, const uint8_t *end)
{
	return *at == '-' || (end - at > 2 && at[0] == 0xE2 && at[1] == 0x80 && (at[2] == 0x93 || at[2] == 0x94));
}

/* A search for the dashes of one sentence, away from one of them. */
struct search {
	const struct text *text;
	size_t sentence;
	size_t passed;  /* dashes, of all sentences */
	size_t found;
	bool before_capital[DASH_PAIRED_MAX];
	bool names;     /* one stands between words with capitals */
	bool heading;   /* there is one */
};

static bool is_before_capital(const struct text *text, const uint8_t *at)
{
	bool unused;
	return unicode_category(text_behind(text, dash_end(text, at), &unused)) == UNICODE_LU;
}

/* Whether the word in front of `at` and its spaces begins with a capital. */
static bool is_behind_capital(const struct text *text, const uint8_t *at)
{
	bool unused;
	uint32_t first = 0, cp = text_before(text, &at, &unused);
	for (int letters = 0; letters < WORD_MAX && character_is_word(cp); letters++) {
		if (character_is_digit(cp) && first && !character_is_digit(first)) /* 5km, which may become 5 km */
			break;
		first = character_is_mark(cp) ? first : cp;
		cp = step_back(text, &at);
	}
	return unicode_category(first) == UNICODE_LU;
}

/* Bourgogne - Franche-Comté, PARIS - YONNE: what parts names is no remark. */
static bool is_between_names(const struct text *text, const uint8_t *at)
{
	return is_before_capital(text, at) && is_behind_capital(text, at);
}

/* Look at one place. Returns false when the search is over. */
static bool search_at(struct search *search, const uint8_t *at)
{
	const struct text *text = search->text;
	enum place place = place_at(text, at);
	if (place == PLACE_OTHER)
		return true;
	if (levels_sentence_at(text->levels, (size_t)(at - text->at)) == search->sentence) {
		search->heading |= place == PLACE_HEADING;
		search->before_capital[search->found++] = is_before_capital(text, at);
		search->names |= is_between_names(text, at);
	}
	if (++search->passed == SEARCH_MAX) /* nobody can tell any more */
		search->found = DASH_PAIRED_MAX;
	return !search->heading && search->found < DASH_PAIRED_MAX;
}

/* Whether a dash may begin with one of eight bytes. */
static bool has_dash(const uint8_t *at)
{
	uint64_t bytes = eight_load(at);
	return eight_equal(bytes, '-') | eight_equal(bytes, 0xE2);
}

/* The dashes of the sentence in front of `at`, the nearest first. */
static void search_back(struct search *search, const uint8_t *at, const uint8_t *start)
{
	while (at > start) {
		while (at - start >= 8 && !has_dash(at - 8))
			at -= 8;
		if (at > start && may_be_dash(--at, search->text->end) && !search_at(search, at))
			return;
	}
}

static void search_on(struct search *search, const uint8_t *at, const uint8_t *end)
{
	for (at++; at < end; at++) {
		while (end - at >= 8 && !has_dash(at))
			at += 8;
		if (at < end && may_be_dash(at, end) && !search_at(search, at))
			return;
	}
}

/* Whether a capital follows a dash that would close: it rather begins something. */
static bool is_list(const struct search *before, const struct search *behind, bool own)
{
	bool wrong = before->found % 2 && own;
	for (size_t i = 0; i < before->found; i++)
		wrong |= (before->found - 1 - i) % 2 && before->before_capital[i];
	for (size_t i = 0; i < behind->found; i++)
		wrong |= (before->found + 1 + i) % 2 && behind->before_capital[i];
	return wrong;
}

enum dash_role dash_role(struct scope *scope, uint32_t offset)
{
	struct levels *levels = scope_paragraph(scope, offset).levels;
	struct scope_text here = scope_text(scope, offset);
	const struct text text = {levels, here.text, here.text + here.len};
	const uint8_t *at = text.at + here.at;
	if (at >= text.end || levels->sentence_count == 0 || place_at(&text, at) != PLACE_DASH)
		return DASH_NONE;
	struct search before = {.text = &text, .sentence = levels_sentence_at(levels, here.at)}, behind = before;
	const struct sentence *sentence = &levels->sentence[before.sentence];
	search_back(&before, at, text.at + sentence->start);
	if (before.found < DASH_PAIRED_MAX)
		search_on(&behind, at, text.at + sentence->end);
	size_t count = before.found + 1 + behind.found;
	if (before.heading || behind.heading || count > DASH_PAIRED_MAX || is_between_names(&text, at))
		return DASH_NONE;
	if (before.names || behind.names || count % 2 || is_list(&before, &behind, is_before_capital(&text, at)))
		return DASH_ALONE;
	return before.found % 2 ? DASH_CLOSES : DASH_OPENS;
}
