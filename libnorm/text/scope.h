/* SPDX-License-Identifier: MIT */
/*
 * What the paragraph says about a place in it: which language governs there, and whether it is protected. Rule steps
 * ask by source offsets in the block, as items have them; the paragraph is read when the first of them asks. Offsets
 * should ascend: then a question costs next to nothing.
 */
#ifndef TEXT_SCOPE_H
#define TEXT_SCOPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/bidi.h"
#include "text/language.h"
#include "text/level.h"
#include "text/protect.h"
#include "text/view.h"

/* Where to cut a paragraph of more than PARAGRAPH_MAX bytes: its first `len` bytes are at `at`. */
typedef size_t scope_cut_fn(const void *user, const uint8_t *at, size_t len);

/* For one block after another; its content is private. Zero-initialise, then scope_init(); free with scope_release(). */
struct scope {
	/* What scope_init() was told. */
	struct text_view view; /* of the paragraph in hand */
	scope_cut_fn *cut;
	/* The block and the paragraph in it. */
	const uint8_t *block;
	size_t len;
	uint32_t start, end; /* the same: none is in hand */
	/* What has been read of it. */
	bool has_levels, has_protect, has_strays;
	struct levels levels;
	struct protect protect;
	struct bidi_strays strays;
	bool failed; /* sticky: memory ran out, the answers have no meaning */
};

/* `seen_as` and `cut` are called with `user`. */
void scope_init(struct scope *scope, seen_fn *seen_as, scope_cut_fn *cut, const void *user);
void scope_release(struct scope *scope);
/* Offsets are from the start of this block from now on. It begins where a paragraph does, or where one was cut. */
void scope_begin(struct scope *scope, const uint8_t *block, size_t len);

/* A paragraph of the block, or a part of one of more than PARAGRAPH_MAX bytes. Offsets in what was read of it are from its start. */
struct scope_paragraph {
	uint32_t start, end;
	struct levels *levels;
	struct protect *protect;
};

/* The paragraph that holds a byte of the block, read; lent until a byte of another is asked about. */
struct scope_paragraph scope_paragraph(struct scope *scope, uint32_t offset);

/* The language that governs a common character: a mark, a space, a digit. */
enum language scope_language(struct scope *scope, uint32_t offset);
/* The language that a letter of Arabic script belongs to: LANGUAGE_ARABIC to LANGUAGE_UYGHUR. */
enum language scope_letter_language(struct scope *scope, uint32_t offset);
/* URLs, code, times and the like, which no rule step touches: see text/protect.h. */
bool scope_is_protected(struct scope *scope, uint32_t offset);

/* What a quote or bracket does, which its character alone does not always tell. */
enum scope_mark {
	SCOPE_MARK_NONE, /* no quote or bracket, or one without a partner that is none */
	SCOPE_MARK_OPENS,
	SCOPE_MARK_CLOSES
};
enum scope_mark scope_mark(struct scope *scope, uint32_t offset);

/* Whether a bidirectional control does nothing for its paragraph, or harm: see text/bidi.h. */
bool scope_is_stray_bidi(struct scope *scope, uint32_t offset);

#endif
