/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memrchr, memmem */
#include "text/scope_inside.h"

#include <string.h>

#include "text/paragraph.h"

void scope_init(struct scope *scope, scope_see_fn *see, scope_cut_fn *cut, const void *user)
{
	scope->see = see;
	scope->cut = cut;
	scope->user = user;
}

void scope_release(struct scope *scope)
{
	seen_release(&scope->seen);
	levels_release(&scope->levels);
	protect_release(&scope->protect);
	bidi_release(&scope->strays);
}

void scope_begin(struct scope *scope, const uint8_t *block, size_t len)
{
	scope->block = block;
	scope->len = len;
	scope->start = scope->end = 0;
}

/* Where the part of a paragraph that starts at `start` ends. A stream cuts at the same places. */
static size_t part_end(const struct scope *scope, size_t start)
{
	const uint8_t *at = scope->block + start;
	size_t left = scope->len - start, len = left < PARAGRAPH_MAX ? left : PARAGRAPH_MAX;
	size_t end = paragraph_first_end(at, len);
	if (end == PARAGRAPH_MAX && !paragraph_is_complete(at, end))
		end = scope->cut(scope->user, at, end);
	return start + end;
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
}

/* Take the paragraph, or the part of a long one, that holds `offset` in hand. */
static void find_paragraph(struct scope *scope, uint32_t offset)
{
	if (offset < scope->end && offset >= scope->start)
		return;
	size_t known = offset >= scope->end ? scope->end : 0;
	size_t start = known + paragraph_last_start(scope->block + known, offset - known), end = part_end(scope, start);
	while (end <= offset && end < scope->len) {
		start = end;
		end = part_end(scope, start);
	}
	scope->start = (uint32_t)start;
	scope->end = (uint32_t)end;
	scope->has_levels = scope->has_protect = scope->has_strays = false;
	see_paragraph(scope);
}

/* Take the paragraph of a place in hand. Returns where the place is in the text as it is seen. */
static uint32_t enter(struct scope *scope, uint32_t offset)
{
	find_paragraph(scope, offset);
	return (uint32_t)seen_offset(&scope->seen, offset - scope->start);
}

/* Whether every quote has its partner. */
static bool is_balanced(const struct levels *levels)
{
	for (size_t i = 1; i < levels->level_count; i++)
		if (levels->level[i].opener == LEVEL_NONE || levels->level[i].closer == LEVEL_NONE)
			return false;
	return true;
}

static struct levels *get_levels(struct scope *scope)
{
	if (!scope->has_levels) {
		levels_read(&scope->levels, scope->text, scope->text_len);
		scope->balanced = is_balanced(&scope->levels);
	}
	scope->has_levels = true;
	scope->failed |= scope->levels.failed;
	return &scope->levels;
}

static struct protect *get_protect(struct scope *scope)
{
	if (!scope->has_protect)
		protect_read(&scope->protect, scope->text, scope->text_len);
	scope->has_protect = true;
	scope->failed |= scope->protect.failed;
	return &scope->protect;
}

struct scope_paragraph scope_paragraph(struct scope *scope, uint32_t offset)
{
	find_paragraph(scope, offset);
	return (struct scope_paragraph){scope->start, scope->end, &scope->seen, get_levels(scope), get_protect(scope)};
}

enum language scope_language(struct scope *scope, uint32_t offset)
{
	uint32_t at = enter(scope, offset);
	return levels_language_at(get_levels(scope), at);
}

enum language scope_letter_language(struct scope *scope, uint32_t offset)
{
	uint32_t at = enter(scope, offset);
	return levels_letter_language_at(get_levels(scope), at);
}

bool scope_is_protected(struct scope *scope, uint32_t offset)
{
	uint32_t at = enter(scope, offset);
	return protect_at(get_protect(scope), at) != NULL;
}

enum scope_mark scope_mark(struct scope *scope, uint32_t offset)
{
	uint32_t at = enter(scope, offset);
	enum level_role role = levels_role_at(get_levels(scope), at).role;
	if (!scope->balanced || role == LEVEL_ROLE_NONE || role == LEVEL_ROLE_ALONE)
		return SCOPE_MARK_NONE;
	return role == LEVEL_ROLE_OPENS ? SCOPE_MARK_OPENS : SCOPE_MARK_CLOSES;
}

uint32_t scope_partner(struct scope *scope, uint32_t offset)
{
	uint32_t at = enter(scope, offset), partner = levels_role_at(get_levels(scope), at).partner;
	if (partner == LEVEL_NONE)
		return UINT32_MAX;
	return scope->start + (uint32_t)seen_source(&scope->seen, partner, scope->block + scope->start);
}

unsigned scope_quote_depth(struct scope *scope, uint32_t offset)
{
	uint32_t at = enter(scope, offset);
	const struct levels *levels = get_levels(scope);
	return levels->level_count ? levels->level[levels_level_at(&scope->levels, at)].quote_depth : 0;
}

bool scope_is_unpaired(struct scope *scope, uint32_t offset)
{
	uint32_t at = enter(scope, offset);
	return levels_role_at(get_levels(scope), at).role == LEVEL_ROLE_ALONE;
}

bool scope_is_word_before(struct scope *scope, uint32_t offset)
{
	uint32_t at = enter(scope, offset);
	return levels_is_word_before(scope->text, at);
}

bool scope_is_stray_bidi(struct scope *scope, uint32_t offset)
{
	uint32_t at = enter(scope, offset);
	if (!scope->has_strays)
		bidi_find_strays(&scope->strays, scope->text, scope->text_len);
	scope->has_strays = true;
	scope->failed |= scope->strays.failed;
	return bidi_is_stray(&scope->strays, at);
}
