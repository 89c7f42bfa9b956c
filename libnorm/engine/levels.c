/* SPDX-License-Identifier: MIT */
#include "engine/levels.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/search.h"
#include "engine/machine.h"
#include "unicode/utf8.h"

/* As the public structures, with offsets from the start of the text, in half the space. */
struct stored_level {
	uint32_t outer_start, start, end, outer_end;
	uint32_t parent; /* LEVEL_NONE for a paragraph */
	uint32_t first_sentence, sentence_count;
	uint8_t depth, language;
};

struct stored_sentence {
	uint32_t start, end, level;
	uint8_t language, likely;
};

/* From `start` on the text belongs to this sentence, up to the next piece. */
struct stored_piece {
	uint32_t start, sentence;
};

struct norm_levels {
	const struct norm_profile *profile;
	/* It never runs: it has the scope that its rule steps would ask, which sees and cuts text as they do. */
	struct machine machine;
	uint32_t done; /* the text has been read up to here */
	bool failed;
	struct stored_level *level;
	size_t level_count, level_cap;
	struct stored_sentence *sentence;
	size_t sentence_count, sentence_cap;
	struct stored_piece *piece;
	size_t piece_count, piece_cap;
	struct protect_span *span;
	size_t span_count, span_cap;
};

static const norm_language languages[LANGUAGE_COUNT] = {
	[LANGUAGE_NONE] = NORM_LANGUAGE_NONE,       [LANGUAGE_FRENCH] = NORM_LANGUAGE_FRENCH,
	[LANGUAGE_LATIN] = NORM_LANGUAGE_LATIN,     [LANGUAGE_ARABIC] = NORM_LANGUAGE_ARABIC,
	[LANGUAGE_PERSIAN] = NORM_LANGUAGE_PERSIAN, [LANGUAGE_URDU] = NORM_LANGUAGE_URDU,
	[LANGUAGE_KURDISH] = NORM_LANGUAGE_KURDISH, [LANGUAGE_UYGHUR] = NORM_LANGUAGE_UYGHUR,
	[LANGUAGE_OTHER] = NORM_LANGUAGE_OTHER,     [LANGUAGE_ENGLISH] = NORM_LANGUAGE_ENGLISH,
};

const char *norm_language_tag(norm_language language)
{
	switch (language) {
	case NORM_LANGUAGE_NONE:
		return "zxx";
	case NORM_LANGUAGE_FRENCH:
		return "fr";
	case NORM_LANGUAGE_LATIN:
		return "und-Latn";
	case NORM_LANGUAGE_ARABIC:
		return "ar";
	case NORM_LANGUAGE_PERSIAN:
		return "fa";
	case NORM_LANGUAGE_URDU:
		return "ur";
	case NORM_LANGUAGE_KURDISH:
		return "ckb";
	case NORM_LANGUAGE_UYGHUR:
		return "ug";
	case NORM_LANGUAGE_OTHER:
		return "und";
	case NORM_LANGUAGE_ENGLISH:
		return "en";
	}
	return "und";
}

/* ---- Reading ---- */

static bool reserve(struct norm_levels *all, const struct scope_paragraph *paragraph)
{
	const struct levels *levels = paragraph->levels;
	return memory_reserve(&all->level, &all->level_cap, all->level_count + levels->level_count, sizeof *all->level) &&
	       memory_reserve(&all->sentence, &all->sentence_cap, all->sentence_count + levels->sentence_count,
			      sizeof *all->sentence) &&
	       memory_reserve(&all->piece, &all->piece_cap, all->piece_count + levels->piece_count, sizeof *all->piece) &&
	       memory_reserve(&all->span, &all->span_cap, all->span_count + paragraph->protect->len, sizeof *all->span);
}

/* A paragraph on its way into the whole: its levels are on the text as it is seen, and numbered from its start. */
struct addition {
	struct scope_paragraph paragraph;
	const uint8_t *source;
	uint32_t level, sentence; /* numbers of its first ones in the whole */
};

static uint32_t source_of(const struct addition *in, size_t offset)
{
	return in->paragraph.start + (uint32_t)seen_source(in->paragraph.seen, offset, in->source);
}

/* What is deleted at the end of the paragraph belongs to what stands before it. */
static uint32_t end_of(const struct addition *in, size_t offset)
{
	return offset == in->paragraph.seen->text.len ? in->paragraph.end : source_of(in, offset);
}

static uint32_t behind_mark(const struct levels *levels, uint32_t mark)
{
	uint32_t unused;
	return mark + utf8_decode(levels->text + mark, levels->text + levels->len, &unused);
}

static struct stored_level store_level(const struct addition *in, size_t index)
{
	struct levels *levels = in->paragraph.levels;
	const struct level *level = &levels->level[index];
	uint32_t outer_start = level->opener == LEVEL_NONE ? level->start : level->opener;
	uint32_t end = end_of(in, level->end);
	return (struct stored_level){
		.outer_start = source_of(in, outer_start),
		.start = source_of(in, level->start),
		.end = end,
		.outer_end = level->closer == LEVEL_NONE ? end : source_of(in, behind_mark(levels, level->closer)),
		.parent = level->parent == LEVEL_NONE ? LEVEL_NONE : level->parent + in->level,
		.first_sentence = level->first_sentence + in->sentence,
		.depth = level->depth,
		.language = (uint8_t)languages[levels_level_language(levels, index)],
	};
}

static struct stored_sentence store_sentence(const struct addition *in, size_t index)
{
	struct levels *levels = in->paragraph.levels;
	const struct sentence *sentence = &levels->sentence[index];
	return (struct stored_sentence){
		.start = source_of(in, sentence->start),
		.end = end_of(in, sentence->end),
		.level = sentence->level + in->level,
		.language = (uint8_t)languages[levels_sentence_language(levels, index)],
		.likely = (uint8_t)languages[levels_likely_language(levels, index)],
	};
}

/* There is room for all of it. */
static void add_levels(struct norm_levels *all, const struct addition *in)
{
	const struct levels *levels = in->paragraph.levels;
	for (size_t i = 0; i < levels->level_count; i++)
		all->level[all->level_count++] = store_level(in, i);
	for (size_t i = 0; i < levels->sentence_count; i++) {
		struct stored_sentence sentence = store_sentence(in, i);
		all->level[sentence.level].sentence_count++;
		all->sentence[all->sentence_count++] = sentence;
	}
	for (size_t i = 0; i < levels->piece_count; i++) {
		const struct piece *piece = &levels->piece[i];
		all->piece[all->piece_count++] =
			(struct stored_piece){source_of(in, piece->start), piece->sentence + in->sentence};
	}
}

static void add_spans(struct norm_levels *all, const struct addition *in)
{
	const struct protect *protect = in->paragraph.protect;
	for (size_t i = 0; i < protect->len; i++) {
		struct protect_span span = protect->at[i];
		all->span[all->span_count++] =
			(struct protect_span){source_of(in, span.start), source_of(in, span.end), span.kind};
	}
}

/* Add what a scope has read of the paragraph in which that has not been done. */
static void add_paragraph(struct norm_levels *all, struct scope *scope)
{
	struct addition in = {
		.paragraph = scope_paragraph(scope, all->done),
		.source = scope->block + all->done,
		.level = (uint32_t)all->level_count,
		.sentence = (uint32_t)all->sentence_count,
	};
	all->failed = scope->failed || !reserve(all, &in.paragraph);
	if (all->failed)
		return;
	add_levels(all, &in);
	add_spans(all, &in);
	all->done = in.paragraph.end;
}

static void read_up_to(struct norm_levels *all, size_t end)
{
	while (all->done < end && !all->failed)
		add_paragraph(all, &all->machine.scope);
}

static void clear(struct norm_levels *all)
{
	all->level_count = all->sentence_count = all->piece_count = all->span_count = 0;
}

static void begin(struct norm_levels *all, const uint8_t *text, size_t len)
{
	clear(all);
	all->done = 0;
	scope_begin(&all->machine.scope, text, len);
}

/* Read what is left of the text. */
static norm_status finish(struct norm_levels *all)
{
	read_up_to(all, all->machine.scope.len);
	if (!all->failed)
		return NORM_OK;
	clear(all);
	all->failed = false;
	return NORM_E_NOMEM;
}

norm_status norm_levels_new(const norm_profile *profile, norm_levels **ret)
{
	if (!profile || !ret)
		return NORM_E_MISUSE;
	norm_levels *levels = calloc(1, sizeof *levels);
	if (!levels)
		return NORM_E_NOMEM;
	levels->profile = profile;
	machine_init(&levels->machine, profile, NULL, NULL);
	*ret = levels;
	return NORM_OK;
}

norm_status norm_levels_read(norm_levels *levels, const char *text, size_t len)
{
	if (!levels || (!text && len))
		return NORM_E_MISUSE;
	if (len > UINT32_MAX) {
		clear(levels);
		return NORM_E_LIMIT;
	}
	begin(levels, (const uint8_t *)text, len);
	return finish(levels);
}

/* ---- Reading with a machine ---- */

/* Text that was put right has another scope of the same machine, and paragraphs may be asked about again. */
static void take_paragraph(void *levels, struct scope *scope)
{
	struct norm_levels *all = levels;
	if (scope->block != all->machine.scope.block || scope->start < all->done)
		return;
	read_up_to(all, scope->start);
	if (!all->failed && all->done == scope->start)
		add_paragraph(all, scope);
}

bool levels_are_of(const norm_levels *levels, const norm_profile *profile)
{
	return levels->profile == profile;
}

void levels_follow(norm_levels *levels, struct scope *scope, const uint8_t *block, size_t len)
{
	begin(levels, block, len);
	scope->leave = take_paragraph;
	scope->reader = levels;
}

norm_status levels_catch_up(norm_levels *levels, struct scope *scope)
{
	scope->leave = NULL;
	if (scope->start < scope->end)
		take_paragraph(levels, scope);
	return finish(levels);
}

void norm_levels_free(norm_levels *levels)
{
	if (!levels)
		return;
	machine_release(&levels->machine);
	free(levels->level);
	free(levels->sentence);
	free(levels->piece);
	free(levels->span);
	free(levels);
}

/* ---- Asking ---- */

bool norm_levels_level(const norm_levels *levels, size_t index, norm_level *ret)
{
	if (!levels || index >= levels->level_count)
		return false;
	const struct stored_level *level = &levels->level[index];
	*ret = (norm_level){
		.start = level->start,
		.end = level->end,
		.outer_start = level->outer_start,
		.outer_end = level->outer_end,
		.parent = level->parent == LEVEL_NONE ? NORM_LEVEL_NONE : level->parent,
		.first_sentence = level->first_sentence,
		.sentence_count = level->sentence_count,
		.depth = level->depth,
		.language = (norm_language)level->language,
	};
	return true;
}

bool norm_levels_sentence(const norm_levels *levels, size_t index, norm_sentence *ret)
{
	if (!levels || index >= levels->sentence_count)
		return false;
	const struct stored_sentence *sentence = &levels->sentence[index];
	*ret = (norm_sentence){sentence->start, sentence->end, sentence->level, (norm_language)sentence->language};
	return true;
}

bool norm_levels_protected(const norm_levels *levels, size_t index, norm_protected *ret)
{
	if (!levels || index >= levels->span_count)
		return false;
	const struct protect_span *span = &levels->span[index];
	*ret = (norm_protected){span->start, span->end, protect_kind_name(span->kind)};
	return true;
}

norm_language norm_levels_likely_language(const norm_levels *levels, size_t index)
{
	if (!levels || index >= levels->sentence_count)
		return NORM_LANGUAGE_NONE;
	return (norm_language)levels->sentence[index].likely;
}

norm_language norm_levels_language_at(const norm_levels *levels, size_t offset)
{
	if (!levels || levels->piece_count == 0)
		return NORM_LANGUAGE_NONE;
	/* The last piece that starts at or before the offset; those before it that have no length hold nothing. */
	size_t count = search_count(&levels->piece->start, levels->piece_count, sizeof *levels->piece, offset);
	return (norm_language)levels->sentence[levels->piece[count - 1].sentence].language;
}
