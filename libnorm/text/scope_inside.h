/* SPDX-License-Identifier: MIT */
/* The inside of a scope (see text/scope.h), for the engine, which has one for each machine. */
#ifndef TEXT_SCOPE_INSIDE_H
#define TEXT_SCOPE_INSIDE_H

#include "text/bidi.h"
#include "text/level.h"
#include "text/protect.h"
#include "text/scope.h"
#include "text/seen.h"

/* Where to cut a paragraph that is too long; 0: nowhere. Its first `len` bytes are at `at`, all or PARAGRAPH_MAX. */
typedef size_t scope_cut_fn(const void *user, const uint8_t *at, size_t len);

/* Append what the letter steps make of a part of a block to seen->text, and align the two wherever they get out of step. */
typedef void scope_see_fn(const void *user, const uint8_t *at, size_t len, struct seen *seen);

/*
 * Whether it is sure, before a part of a block is seen, that it is broken: see SCOPE_BROKEN_MIN. False where that takes a closer look.
 * To see noise takes long, and rule steps ask nothing else about it.
 */
typedef bool scope_broken_fn(const void *user, const uint8_t *at, size_t len);

/*
 * A text of so many bytes is broken if most of its characters are U+FFFD: SCOPE_BROKEN_LEAD of others more than those, from its start on,
 * and it is not.
 */
enum { SCOPE_BROKEN_MIN = 1 << 12, SCOPE_BROKEN_LEAD = 64 };

struct scope;
/* Told when the paragraph in hand is about to be another one: what has been read of it is still there. */
typedef void scope_leave_fn(void *reader, struct scope *scope);

/* So many bytes of the block from `start` on. */
struct scope_stretch {
	uint32_t start, len;
};

/* For one block after another; its content is private. Zero-initialise, then scope_init(); free with scope_release(). */
struct scope {
	/* What scope_init() was told. */
	scope_see_fn *see;
	scope_cut_fn *cut;
	const void *user;
	scope_broken_fn *is_broken; /* NULL: nobody can tell */
	scope_leave_fn *leave; /* called with `reader`; NULL: nobody wants to know */
	void *reader;
	/* The block and the paragraph in it. */
	const uint8_t *block;
	size_t len;
	uint32_t start, end; /* the same: none is in hand */
	struct scope_stretch known; /* see scope_know_part() */
	/* What has been read of it, on the text as it is seen. */
	struct seen seen;
	const uint8_t *text;
	size_t text_len;
	bool has_text; /* it has been seen; what is broken is only if somebody asks for that */
	bool broken; /* hardly anything but bytes that were no characters: no language governs there, and no rule step touches it */
	bool has_levels, has_quotes, has_protect, has_strays, has_words, has_delicacy;
	struct levels levels;
	bool balanced; /* every quote has its partner */
	unsigned quotes; /* QUOTES_… */
	unsigned delicacy; /* SCOPE_DELICATE_…, but for its controls */
	struct protect protect;
	struct bidi_strays strays;
	uint32_t asked, at; /* the place of the last question: in the block, and in the text as it is seen */
	struct level_role_at role; /* there, if has_role */
	bool has_role;
	uint32_t quotation; /* that around it, if has_quotation */
	bool has_quotation;
	/* What has been answered last holds for a stretch of the block: steps ask the same again and again. */
	struct scope_stretch governed, protected;
	enum language language; /* of the one */
	bool is_protected;      /* is the other */
	struct seen words; /* it without bidirectional controls, if it has any */
	bool failed; /* memory ran out, the answers about this block have no meaning */
};

/* `see` and `cut` are called with `user`. */
void scope_init(struct scope *scope, scope_see_fn *see, scope_cut_fn *cut, const void *user);
void scope_release(struct scope *scope);
/* Offsets are from the start of this block from now on. It begins where a paragraph does, or where one was cut. */
void scope_begin(struct scope *scope, const uint8_t *block, size_t len);
/* So many bytes from `start` on are a paragraph of the block, or a part of one as `cut` cuts it: it need not be weighed again. */
void scope_know_part(struct scope *scope, uint32_t start, uint32_t len);

#endif
