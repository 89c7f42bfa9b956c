/* SPDX-License-Identifier: MIT */
/*
 * A paragraph as a profile sees it: its text after the letter steps, and where the bytes of the source are in it. What
 * reads this finds in the output of a profile what it found in the input.
 */
#ifndef TEXT_SEEN_H
#define TEXT_SEEN_H

#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

/*
 * Here `count` characters begin that have another length than what stands for them: all have `from` bytes, which become
 * `to`. From there on, up to the next shift, both texts go in step.
 */
struct seen_shift {
	uint32_t source, seen;
	uint16_t count;
	uint8_t from, to;
};

/* Zero-initialise; free with seen_release(). */
struct seen {
	struct buffer text;
	struct seen_shift *shifts;
	size_t shift_len, shift_cap;
	size_t cursor; /* the shift of the last query */
};

/* Forget the text, keep the memory. */
void seen_clear(struct seen *seen);
void seen_release(struct seen *seen);
/* What has been appended to the text stands for the source up to `source`, and what follows goes in step again. */
void seen_align(struct seen *seen, size_t source);
/* Where the characters of a shift end in the source. */
static inline size_t seen_source_end(const struct seen_shift *shift)
{
	return shift->source + (size_t)shift->count * shift->from;
}
/* The last `to` bytes of the text, which ends at `end`, stand for a character of `from` bytes, another number, at `source`. */
void seen_replace_anew(struct seen *seen, size_t source, size_t from, size_t to, size_t end);
static inline void seen_replace_at(struct seen *seen, size_t source, size_t from, size_t to, size_t end)
{
	struct seen_shift *last = seen->shift_len ? &seen->shifts[seen->shift_len - 1] : NULL;
	if (last && last->from == from && last->to == to && source == seen_source_end(last) && last->count < UINT16_MAX)
		last->count++;
	else
		seen_replace_anew(seen, source, from, to, end);
}
static inline void seen_replace(struct seen *seen, size_t source, size_t from, size_t to)
{
	seen_replace_at(seen, source, from, to, seen->text.len);
}
/* The same of `count` characters in a row that are alike. */
void seen_replace_all(struct seen *seen, size_t source, size_t from, size_t to, size_t count);
/* Take back what has been appended for the source from here on: the text is `len` bytes again. */
void seen_cut(struct seen *seen, size_t source, size_t len);
/* Most paragraphs go in step from end to end: there is the shift at their start only. */
static inline bool seen_is_in_step(const struct seen *seen)
{
	return seen->shift_len == 1 && seen->shifts[0].count == 0;
}
/* Where the character that starts at this offset of the source is, or would be, in the text. Offsets should ascend. */
size_t seen_offset_behind_shifts(struct seen *seen, size_t source);
static inline size_t seen_offset(struct seen *seen, size_t source)
{
	if (seen_is_in_step(seen) && source <= seen->text.len)
		return source;
	return seen_offset_behind_shifts(seen, source);
}

/*
 * The other way: the first character of the source that is, or would be, at this offset of the text or behind it. Never
 * decreases.
 */
size_t seen_source_behind_shifts(const struct seen *seen, size_t offset, const uint8_t *source);
static inline size_t seen_source(const struct seen *seen, size_t offset, const uint8_t *source)
{
	if (seen_is_in_step(seen))
		return offset;
	return seen_source_behind_shifts(seen, offset, source);
}

#endif
