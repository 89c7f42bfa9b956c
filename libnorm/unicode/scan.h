/* SPDX-License-Identifier: MIT */
/*
 * The quiet copy: move the bytes that a profile leaves as they are, as fast as the machine can, up
 * to the first character that needs a closer look. ASCII and the two-byte characters of French
 * (U+0080–U+00FF) and Arabic (U+0600–U+067F) can be quiet; everything else never is.
 */
#ifndef UNICODE_SCAN_H
#define UNICODE_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SCAN_WINDOW 16384u /* bytes that scan_find_fn takes at most */
#define SCAN_MARGIN 96u     /* room that is needed behind what is copied */

/* Which characters are quiet. */
struct scan_set {
	uint8_t ascii[16];  /* byte (h << 4 | l), h 0 to 7, is quiet when bit h of ascii[l] is set */
	uint8_t latin[16];  /* trail byte t is quiet when of latin[t & 15] the bit (t >> 4) - 8 is set behind the
	                     * lead C2, or the bit (t >> 4) - 4 behind the lead C3 */
	uint8_t arabic[16]; /* the same with the leads D8 and D9 */
	/*
	 * For scan_find_fn only: the letters U+0620–U+062F and U+0640–U+064F, by their low nibble, that are copied as others of two
	 * bytes. `folds` is what their trail is xored with, 0: nothing; `lead_folds` what the lead of the first row is. They must be quiet.
	 */
	uint8_t folds[2][16], lead_folds[16];
	bool folding;       /* there are some */
	bool lists;         /* scan_find_fn lists what it copies as something else */
	bool lower;         /* A–Z, which must be quiet in `ascii`, are copied as a–z */
	bool digraphs;      /* an e is not quiet behind an o or an a, small or capital */
	bool pairs;         /* stop at the second of two adjacent ASCII white bytes (SPACE, TAB, LF, CR) of which at
	                     * least one is SPACE */
};

/*
 * Copy the longest quiet beginning of [src, end) to `dst` and return its length in bytes. `src` is
 * the start of a character, `before` the byte in front of it (0 when there is none), which only
 * matters for `pairs` and `digraphs`. Never splits a character: a lead without its trail is not quiet.
 *
 * `dst` has room for end - src + SCAN_MARGIN bytes and does not overlap the source; what is written behind
 * the returned length has no meaning. Nothing outside [src, end) is read.
 */
typedef size_t scan_copy_fn(const struct scan_set *set, const uint8_t *src, const uint8_t *end, uint8_t before,
                            uint8_t *dst);

/* A lead of the two-byte characters that can be quiet: C2, C3, D8 or D9. */
static inline bool scan_is_lead(uint8_t byte)
{
	return ((byte & 0xFE) == 0xC2) | ((byte & 0xFE) == 0xD8);
}

struct scan_found {
	size_t places, folded;
	uint64_t feeds;
};

enum { SCAN_GROUP = 64 };

/*
 * Find the bytes that are not quiet among `len`, up to SCAN_WINDOW, from the start of a character;
 * `before` as above. Where they come every few words this is several times as fast as to stop at each,
 * as all places are known before the first is looked at.
 *
 * `places` receives them in ascending order; its room is len + SCAN_MARGIN. A two-byte character is
 * found by its trail, or by its lead when the end cuts it. `copied`, with room for len + SCAN_MARGIN
 * bytes and apart from the source, receives what scan_copy_fn would copy, and what `folds` makes of letters, except that the
 * bytes of characters that are not quiet have no meaning. `folded`, with as much room as `places`, receives the places of quiet
 * characters that are copied as others, where set->lists. Returns how many places there are of each. Nothing
 * outside [src, src + len) is read.
 *
 * `feeds`, if it is not NULL, receives bits of LINE FEEDs, for each SCAN_GROUP bytes a number, and which of these numbers are not 0 is
 * returned as bits: then `len` is up to 64 groups. Lines are short, and to look for the end of one after the other would mean to begin
 * anew each time.
 *
 * To visit the characters that are not quiet, with `at` the end of the last one:
 *
 *     for each place
 *         while (at <= place)
 *             copy from `at` to scan_start(src, at, place), handle the character there, move `at` behind it
 *     copy the rest
 */
typedef struct scan_found scan_find_fn(const struct scan_set *set, const uint8_t *src, size_t len, uint8_t before,
                                       uint8_t *copied, uint16_t *places, uint16_t *folded, uint64_t *feeds);

/* Where the character, or the broken one, starts that scan_find_fn found at `place`; not before `at`. */
static inline size_t scan_start(const uint8_t *src, size_t at, size_t place)
{
	return place > at && scan_is_lead(src[place - 1]) ? place - 1 : place;
}

/*
 * Whether there is a character of Arabic script, but for those of four bytes (mathematical letters, rare ones). True may be a false alarm.
 */
bool scan_may_be_arabic(const uint8_t *src, size_t len);

/*
 * Where the first three equal characters of two bytes in a row end: the place of their last byte, `len` if there are none. The
 * end of one and the start of the next character may be taken for one.
 */
enum { SCAN_THRICE_FRONT = 5 }; /* bytes in front of that one */
typedef size_t scan_thrice_fn(const uint8_t *src, size_t len);

/* The fastest of the functions below that this processor can run. Ask once and keep the answer. */
scan_copy_fn *scan_copy_best(void);
scan_find_fn *scan_find_best(void);
scan_thrice_fn *scan_thrice_best(void);

/* In plain C, for any processor. */
scan_copy_fn scan_copy_portable;
scan_find_fn scan_find_portable;
scan_thrice_fn scan_thrice_portable;

#endif
