/* SPDX-License-Identifier: MIT */
/*
 * Places worth a look, as bits: 64 bytes of a text at a time, bit n for byte n. Who reads a paragraph goes from one
 * to the next instead of from character to character.
 */
#ifndef UNICODE_FIND_H
#define UNICODE_FIND_H

#include <stddef.h>
#include <stdint.h>

enum { FIND_GROUP = 64 };

/* The groups that a text of this length has. */
static inline size_t find_groups(size_t len)
{
	return (len + FIND_GROUP - 1) / FIND_GROUP;
}

/* Which characters are plain: ASCII, U+0080–U+00FF and U+0600–U+067F can be, in the tables of struct scan_set. */
struct find_set {
	uint8_t ascii[16], latin[16], arabic[16];
};

struct find_masks {
	uint64_t loud;   /* not plain; of a character of two bytes with the lead C2, C3, D8 or D9 it is the second */
	/* Of what is plain: */
	uint64_t latin;  /* ASCII letters, and what follows a lead C3 */
	uint64_t arabic; /* what follows a lead D8 or D9 */
};

/*
 * Find what is not plain in `len` bytes from the start of a character. A lead is plain: what follows it tells. So is an
 * apostrophe, ' or U+2019, between two letters that are plain and Latin; but it need not be found out at the border of a
 * group. Behind the end the bits are those of NUL. Nothing outside is read.
 */
typedef void find_loud_fn(const struct find_set *set, const uint8_t *src, size_t len, struct find_masks *ret);

/*
 * Pairs of adjacent bytes, in eight sets: byte b is a first one of the sets first_low[b & 15] & first_high[b >> 4], and
 * one that follows of next_low[b & 15] & next_high[b >> 4].
 */
struct find_pair_set {
	uint8_t first_low[16], first_high[16], next_low[16], next_high[16];
};

/* Set the bits of the first bytes of pairs that have a set in common. A pair may be cut by the end: its second is NUL. */
typedef void find_pairs_fn(const struct find_pair_set *set, const uint8_t *src, size_t len, uint64_t *ret);

/* The fastest of the functions below that this processor can run. Ask once and keep the answer. */
find_loud_fn *find_loud_best(void);
find_pairs_fn *find_pairs_best(void);

/* In plain C, for any processor. */
find_loud_fn find_loud_portable;
find_pairs_fn find_pairs_portable;

#endif
