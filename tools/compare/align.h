/* SPDX-License-Identifier: MIT */
/*
 * Which tokens of two texts belong together: those with the same key, in the same order, as many as can be found in
 * reasonable time. Common ends are taken off; rows of tokens that occur once in both texts anchor the rest (they are
 * few and they are right); what lies between two anchors is aligned by Myers' algorithm in linear space. What is too
 * different for that is cut by the number of its steps, never by a clock, so that the same input always gives the same result.
 */
#ifndef COMPARE_ALIGN_H
#define COMPARE_ALIGN_H

#include <stddef.h>
#include <stdint.h>

#include "compare/keys.h"

/* Tokens [a, a + len) of the one are those [b, b + len) of the other. */
struct block {
	uint32_t a, b, len;
};

/* Blocks in order, none touching the next. Zero-initialise. */
struct blocks {
	struct block *at;
	size_t count, cap;
};

/* Add a block, which may go on the last one: then both are one. */
void blocks_add(struct blocks *blocks, uint32_t a, uint32_t b, uint32_t len);
/* Add it as it is. */
void blocks_push(struct blocks *blocks, struct block block);
void blocks_release(struct blocks *blocks);

/* Align [range) and add its blocks. */
void align(const struct keys *a, const struct keys *b, struct range range, struct blocks *ret);

/*
 * Used by align(): rows of tokens that occur as often on both sides, as long as they go, in order. They are looked for from
 * a level on, 0 first, up to the first one that has any. @return the level behind that.
 */
unsigned anchors_find(const struct keys *a, const struct keys *b, struct range range, unsigned level, struct blocks *ret);
/* Used by align(): what has no anchors. */
void myers_align(const struct keys *a, const struct keys *b, struct range range, struct blocks *ret);

#endif
