/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memrchr, memmem */
#include "text/scope_inside.h"

#include <string.h>

#include "text/paragraph.h"
#include "text/quotes.h"
#include "unicode/scan.h"
#include "unicode/utf8.h"

void scope_init(struct scope *scope, scope_see_fn *see, scope_cut_fn *cut, const void *user)
{
	scope->see = see;
	scope->cut = cut;
	scope->user = user;
}

void scope_release(struct scope *scope)
{
	seen_release(&scope->seen);
	seen_release(&scope->words);
	levels_release(&scope->levels);
	protect_release(&scope->protect);
	bidi_release(&scope->strays);
}

static void forget_answers(struct scope *scope)
{
	scope->asked = SCOPE_NOWHERE;
	scope->governed.len = scope->protected.len = 0;
}

/* What has run out of memory stays so: for another block there may be some again. */
static void recover(struct scope *scope)
{
	struct scope again = {
		.see = scope->see,
		.cut = scope->cut,
		.user = scope->user,
		.is_broken = scope->is_broken,
		.leave = scope->leave,
		.reader = scope->reader,
	};
	scope_release(scope);
	*scope = again;
}

void scope_begin(struct scope *scope, const uint8_t *block, size_t len)
{
	if (scope->failed)
		recover(scope);
	scope->block = block;
	scope->len = len;
	scope->start = scope->end = 0;
	scope->known = (struct scope_stretch){0};
	forget_answers(scope);
}

void scope_know_part(struct scope *scope, uint32_t start, uint32_t len)
{
	scope->known = (struct scope_stretch){start, len};
}

static inline bool is_in(const struct scope_stretch *stretch, uint32_t offset)
{
	return offset - stretch->start < stretch->len;
}

/* Where the part of a paragraph that starts at `start` ends. A stream cuts at the same places. */
static size_t part_end(const struct scope *scope, size_t start)
{
	if (scope->known.len && start == scope->known.start)
		return start + scope->known.len;
	const uint8_t *at = scope->block + start;
	size_t left = scope->len - start, len = left < PARAGRAPH_MAX ? left : PARAGRAPH_MAX;
	size_t end = paragraph_first_end(at, len), cut = scope->cut(scope->user, at, end);
	return start + (cut ? cut : end);
}

/*
 * Whether most characters of a long text are U+FFFD, from its start on: that is no text. What else is there stands so by chance, and
 * all of it would be read to tell what language it is in.
 */
static bool is_broken(const uint8_t *text, size_t len)
{
	size_t broken = 0, others = 0;
	const uint8_t *at = text, *end = text + len;
	while (len >= SCOPE_BROKEN_MIN && at < end && others <= broken + SCOPE_BROKEN_LEAD) {
		bool is_one = utf8_is_replacement(at, end);
		broken += is_one;
		others += !is_one && !utf8_is_trail(*at);
		at += is_one ? sizeof utf8_replacement : 1;
	}
	return broken > others;
}

static void see_paragraph(struct scope *scope)
{
	size_t len = scope->end - scope->start;
	seen_clear(&scope->seen);
	scope->see(scope->user, scope->block + scope->start, len, &scope->seen);
	scope->failed |= scope->seen.text.failed;
	scope->text = scope->seen.text.at;
	scope->text_len = scope->seen.text.len;
	if (scope->failed || !scope->text) {
		scope->text = (const uint8_t *)"";
		scope->text_len = 0;
	}
	scope->has_text = true;
}

/* What is sure to be broken is not seen before somebody asks for its text. */
static void begin_paragraph(struct scope *scope)
{
	size_t len = scope->end - scope->start;
	scope->has_text = false;
	scope->broken = scope->is_broken && len >= SCOPE_BROKEN_MIN &&
			scope->is_broken(scope->user, scope->block + scope->start, len);
	if (scope->broken)
		return;
	see_paragraph(scope);
	scope->broken = is_broken(scope->text, scope->text_len);
}

static void read_paragraph(struct scope *scope, uint32_t offset)
{
	if (scope->leave && scope->start < scope->end)
		scope->leave(scope->reader, scope);
	size_t known = offset >= scope->end ? scope->end : 0;
	known = is_in(&scope->known, offset) ? scope->known.start : known;
	size_t start = known + paragraph_last_start(scope->block + known, offset - known), end = part_end(scope, start);
	while (end <= offset && end < scope->len) {
		start = end;
		end = part_end(scope, start);
	}
	scope->start = (uint32_t)start;
	scope->end = (uint32_t)end;
	scope->has_levels = scope->has_quotes = scope->has_protect = scope->has_strays = scope->has_words = scope->has_delicacy = false;
	forget_answers(scope);
	begin_paragraph(scope);
}

/* Take the paragraph, or the part of a long one, that holds `offset` in hand. */
static inline void find_paragraph(struct scope *scope, uint32_t offset)
{
	if (offset >= scope->end || offset < scope->start)
		read_paragraph(scope, offset);
}

/* The same; false where it is broken, of which there is nothing to tell. */
static inline bool find_text(struct scope *scope, uint32_t offset)
{
	find_paragraph(scope, offset);
	return !scope->broken;
}

static inline void need_text(struct scope *scope)
{
	if (!scope->has_text)
		see_paragraph(scope);
}

/* Take the paragraph of a place in hand. Returns where the place is in the text as it is seen. */
static inline uint32_t enter(struct scope *scope, uint32_t offset)
{
	if (offset == scope->asked)
		return scope->at;
	find_paragraph(scope, offset);
	need_text(scope);
	scope->asked = offset;
	scope->has_role = scope->has_quotation = false;
	return scope->at = (uint32_t)seen_offset(&scope->seen, offset - scope->start);
}

/* Whether every quote has its partner. */
static bool is_balanced(const struct levels *levels)
{
	for (size_t i = 1; i < levels->level_count; i++)
		if (levels->level[i].opener == LEVEL_NONE || levels->level[i].closer == LEVEL_NONE)
			return false;
	return true;
}

static void read_levels(struct scope *scope)
{
	need_text(scope);
	levels_read(&scope->levels, scope->text, scope->text_len);
	scope->balanced = is_balanced(&scope->levels);
	scope->has_levels = true;
	scope->failed |= scope->levels.failed;
}

static inline struct levels *get_levels(struct scope *scope)
{
	if (!scope->has_levels)
		read_levels(scope);
	return &scope->levels;
}

static void read_protect(struct scope *scope)
{
	need_text(scope);
	protect_read(&scope->protect, scope->text, scope->text_len);
	scope->has_protect = true;
	scope->failed |= scope->protect.failed;
}

static inline struct protect *get_protect(struct scope *scope)
{
	if (!scope->has_protect)
		read_protect(scope);
	return &scope->protect;
}

struct scope_paragraph scope_paragraph(struct scope *scope, uint32_t offset)
{
	find_paragraph(scope, offset);
	return (struct scope_paragraph){scope->start, scope->end, &scope->seen, get_levels(scope), get_protect(scope)};
}

struct scope_text scope_text(struct scope *scope, uint32_t offset)
{
	size_t at = enter(scope, offset);
	return (struct scope_text){scope->text, scope->text_len, at < scope->text_len ? at : scope->text_len};
}

/* The next ARABIC LETTER MARK, or the end. Of its two bytes the first is that of every other letter. */
static const uint8_t *next_letter_mark(const uint8_t *at, const uint8_t *end)
{
	for (const uint8_t *trail = at; trail < end && (trail = memchr(trail, 0x9C, (size_t)(end - trail))); trail++)
		if (trail > at && trail[-1] == 0xD8)
			return trail - 1;
	return end;
}

/* The next of the other bidirectional controls, or the end. */
static const uint8_t *next_control(const uint8_t *at, const uint8_t *end)
{
	uint32_t cp;
	for (; at < end && (at = memchr(at, 0xE2, (size_t)(end - at))); at++) {
		utf8_decode(at, end, &cp);
		if (bidi_is_control(cp))
			return at;
	}
	return end;
}

/* Copy the text without its controls; nothing where it has none. */
static void read_words(struct scope *scope)
{
	struct seen *words = &scope->words;
	const uint8_t *at = scope->text, *end = at + scope->text_len;
	const uint8_t *mark = next_letter_mark(at, end), *other = next_control(at, end);
	seen_clear(words);
	while (mark < end || other < end) {
		const uint8_t *next = mark < other ? mark : other;
		uint32_t cp;
		buffer_append(&words->text, at, (size_t)(next - at));
		at = next + utf8_decode(next, end, &cp);
		seen_align(words, (size_t)(at - scope->text));
		if (next == mark)
			mark = next_letter_mark(at, end);
		else
			other = next_control(at, end);
	}
	if (at > scope->text)
		buffer_append(&words->text, at, (size_t)(end - at));
	scope->failed |= words->text.failed;
}

struct scope_text scope_words(struct scope *scope, uint32_t offset)
{
	struct scope_text text = scope_text(scope, offset);
	if (!scope->has_words)
		read_words(scope);
	scope->has_words = true;
	if (scope->words.shift_len <= 1 || scope->failed)
		return text;
	size_t at = seen_offset(&scope->words, text.at), len = scope->words.text.len;
	return (struct scope_text){scope->words.text.at, len, at < len ? at : len};
}

/* The stretch of the block that is seen as the bytes [start, end) of the text; that of `offset` alone where both texts shift. */
static struct scope_stretch stretch_of(const struct scope *scope, size_t start, size_t end, uint32_t offset)
{
	if (!seen_is_in_step(&scope->seen) || end > scope->end - scope->start)
		return (struct scope_stretch){offset, 1};
	return (struct scope_stretch){scope->start + (uint32_t)start, (uint32_t)(end - start)};
}

/* Apart from the short way, which is the usual one. */
static __attribute__((noinline)) enum language find_language(struct scope *scope, uint32_t offset)
{
	if (!find_text(scope, offset))
		return LANGUAGE_NONE;
	uint32_t at = enter(scope, offset);
	struct levels_stretch around;
	scope->language = levels_language_around(get_levels(scope), at, &around);
	scope->governed = stretch_of(scope, around.start, around.end, offset);
	return scope->language;
}

enum language scope_language(struct scope *scope, uint32_t offset)
{
	return is_in(&scope->governed, offset) ? scope->language : find_language(scope, offset);
}

enum language scope_paragraph_language(struct scope *scope, uint32_t offset)
{
	find_paragraph(scope, offset);
	return levels_level_language(get_levels(scope), 0);
}

enum language scope_letter_language(struct scope *scope, uint32_t offset)
{
	if (!find_text(scope, offset))
		return LANGUAGE_NONE;
	return levels_letter_language_at(get_levels(scope), enter(scope, offset));
}

/* Apart, as find_language() is. */
static __attribute__((noinline)) bool find_protected(struct scope *scope, uint32_t offset)
{
	if (!find_text(scope, offset))
		return true;
	uint32_t at = enter(scope, offset);
	struct protect *protect = get_protect(scope);
	const struct protect_span *span = protect_at(protect, at);
	scope->is_protected = span != NULL;
	scope->protected = span ? stretch_of(scope, span->start, span->end, offset)
				: stretch_of(scope, at, protect_next(protect), offset);
	return scope->is_protected;
}

bool scope_is_protected(struct scope *scope, uint32_t offset)
{
	return is_in(&scope->protected, offset) ? scope->is_protected : find_protected(scope, offset);
}

bool scope_protects(struct scope *scope, uint32_t other)
{
	struct protect *protect = get_protect(scope);
	return protect_at(protect, seen_offset(&scope->seen, other - scope->start)) != NULL;
}

static __attribute__((noinline)) const struct level_role_at *find_role(struct scope *scope, uint32_t offset)
{
	static const struct level_role_at none = {LEVEL_ROLE_NONE, LEVEL_NONE};
	if (!find_text(scope, offset))
		return &none;
	uint32_t at = enter(scope, offset);
	scope->role = levels_role_at(get_levels(scope), at);
	scope->has_role = true;
	return &scope->role;
}

/* What the quote or bracket at a place does. Several steps ask that of each. */
static inline const struct level_role_at *role_at(struct scope *scope, uint32_t offset)
{
	return scope->has_role && offset == scope->asked ? &scope->role : find_role(scope, offset);
}

enum scope_mark scope_mark(struct scope *scope, uint32_t offset)
{
	enum level_role role = role_at(scope, offset)->role;
	if (!scope->balanced || role == LEVEL_ROLE_NONE)
		return SCOPE_MARK_NONE;
	return role == LEVEL_ROLE_OPENS ? SCOPE_MARK_OPENS : SCOPE_MARK_CLOSES;
}

static bool has_primes(const struct protect *protect)
{
	for (size_t i = 0; i < protect->len; i++)
		if (protect->at[i].kind == PROTECT_PRIME)
			return true;
	return false;
}

/* Whether a mark is taken for one of seconds or inches: that depends on the quotes in front of it. */
static bool is_prime(struct protect *protect, uint32_t at)
{
	const struct protect_span *span = at == LEVEL_NONE ? NULL : protect_at(protect, at);
	return span && span->kind == PROTECT_PRIME;
}

/* Whether all that are part of a pair are quotes. */
static bool has_no_prime(struct protect *protect, const struct levels *levels)
{
	if (!has_primes(protect))
		return true;
	for (size_t i = 1; i < levels->level_count; i++)
		if (is_prime(protect, levels->level[i].opener) || is_prime(protect, levels->level[i].closer))
			return false;
	return true;
}

unsigned scope_quotes(struct scope *scope, uint32_t offset)
{
	find_paragraph(scope, offset);
	if (scope->has_quotes)
		return scope->quotes;
	const struct levels *levels = get_levels(scope);
	scope->has_quotes = true;
	scope->quotes = levels_quotes(levels);
	if (!has_no_prime(get_protect(scope), levels))
		scope->quotes &= ~(unsigned)QUOTES_REGULAR;
	return scope->quotes;
}

/* Where a mark of the paragraph stands in the block. */
static uint32_t block_offset(const struct scope *scope, uint32_t at)
{
	return at == LEVEL_NONE ? SCOPE_NOWHERE
				: scope->start + (uint32_t)seen_source(&scope->seen, at, scope->block + scope->start);
}

uint32_t scope_partner(struct scope *scope, uint32_t offset)
{
	return block_offset(scope, role_at(scope, offset)->partner);
}

/* Whether the marks of a level are those of a quotation, and not single ones. */
static bool is_quotation(const struct level *level)
{
	switch (level->opener_cp ? level->opener_cp : level->closer_cp) {
	case 0: case '\'': case '(': case '[': case '{': case 0x2018: case 0x2019: case 0x201A: case 0x201B:
		return false;
	default:
		return true;
	}
}

uint32_t scope_quotation(struct scope *scope, uint32_t offset)
{
	uint32_t at = enter(scope, offset);
	if (scope->has_quotation)
		return scope->quotation;
	const struct levels *levels = get_levels(scope);
	size_t level = levels_level_at(&scope->levels, at);
	while (level > 0 && !is_quotation(&levels->level[level]))
		level = levels->level[level].parent;
	scope->has_quotation = true;
	return scope->quotation = level > 0 ? block_offset(scope, levels->level[level].opener) : SCOPE_NOWHERE;
}

bool scope_is_word_before(struct scope *scope, uint32_t offset)
{
	uint32_t at = enter(scope, offset);
	return levels_is_word_before(scope->text, at);
}

bool scope_is_stray_bidi(struct scope *scope, uint32_t offset)
{
	if (!find_text(scope, offset))
		return false;
	uint32_t at = enter(scope, offset);
	if (!scope->has_strays)
		bidi_find_strays(&scope->strays, scope->text, scope->text_len);
	scope->has_strays = true;
	scope->failed |= scope->strays.failed;
	return bidi_is_stray(&scope->strays, at);
}

/*
 * Where there is no letter nor sign of Arabic script, quotes alone do no harm: what rules change beside one is a space then, of which
 * nothing depends. But letter steps may have deleted something, or made it of others.
 */
static unsigned find_delicacy(struct scope *scope, bool may_be_arabic)
{
	const struct levels *levels = get_levels(scope);
	bool arabic = may_be_arabic && scan_may_be_arabic(scope->text, scope->text_len);
	bool mixed = arabic && levels->letters & (LETTERS_FOREIGN | LETTERS_LATIN | LETTERS_OTHER);
	unsigned delicacy = mixed ? SCOPE_DELICATE_SIGNS : 0;
	if ((arabic || !seen_is_in_step(&scope->seen)) &&
	    (levels_quotes(levels) & (QUOTES_REGULAR | QUOTES_SINGLE)) != QUOTES_REGULAR)
		delicacy |= SCOPE_DELICATE_QUOTES;
	return delicacy;
}

unsigned scope_delicacy(struct scope *scope, uint32_t offset, bool may_be_arabic)
{
	if (offset >= scope->end || offset < scope->start)
		return 0;
	if (!scope->has_delicacy)
		scope->delicacy = scope->broken ? 0 : find_delicacy(scope, may_be_arabic);
	scope->has_delicacy = true;
	return scope->delicacy | (scope->has_strays ? SCOPE_DELICATE : 0);
}
