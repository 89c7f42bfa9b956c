/* SPDX-License-Identifier: MIT */
#include "text/seen.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/search.h"
#include "unicode/utf8.h"

void seen_clear(struct seen *seen)
{
	seen->text.len = 0;
	seen->shift_len = seen->cursor = 0;
	seen_align(seen, 0);
}

void seen_release(struct seen *seen)
{
	buffer_release(&seen->text);
	free(seen->shifts);
	*seen = (struct seen){0};
}

void seen_align(struct seen *seen, size_t source)
{
	struct seen_shift shift = {(uint32_t)source, (uint32_t)seen->text.len};
	const struct seen_shift *last = seen->shift_len ? &seen->shifts[seen->shift_len - 1] : NULL;
	if (last && shift.source - last->source == shift.seen - last->seen)
		return;
	if (seen->text.failed || !memory_reserve(&seen->shifts, &seen->shift_cap, seen->shift_len + 1, sizeof shift))
		seen->text.failed = true;
	else
		seen->shifts[seen->shift_len++] = shift;
}

void seen_cut(struct seen *seen, size_t source, size_t len)
{
	seen->text.len = len;
	while (seen->shift_len > 1 && seen->shifts[seen->shift_len - 1].source > source)
		seen->shift_len--;
}

/* The last shift that is not behind a place of the source. */
static size_t shift_at(const struct seen *seen, size_t source)
{
	return search_count(&seen->shifts->source, seen->shift_len, sizeof *seen->shifts, source) - 1;
}

size_t seen_offset(struct seen *seen, size_t source)
{
	enum { NEAR = 8 }; /* shifts that are gone over one by one */
	if (seen->text.failed)
		return 0;
	if (seen->shifts[seen->cursor].source > source)
		seen->cursor = shift_at(seen, source);
	unsigned steps = 0;
	while (seen->cursor + 1 < seen->shift_len && seen->shifts[seen->cursor + 1].source <= source)
		seen->cursor = steps++ < NEAR ? seen->cursor + 1 : shift_at(seen, source);
	const struct seen_shift *shift = &seen->shifts[seen->cursor];
	size_t next = seen->cursor + 1 < seen->shift_len ? shift[1].seen : seen->text.len;
	size_t offset = shift->seen + (source - shift->source);
	return offset < next ? offset : next;
}

/* Where the last character, or what stands for one, of the bytes [start, end) starts. */
static size_t last_character(const uint8_t *text, size_t start, size_t end)
{
	for (size_t length = end - start < 4 ? end - start : 4; length > 1; length--) {
		uint32_t unused;
		if (utf8_decode(text + end - length, text + end, &unused) == length)
			return end - length;
	}
	return end - 1;
}

size_t seen_source(const struct seen *seen, size_t offset, const uint8_t *source)
{
	if (offset == 0)
		return 0;
	/* The first shift starts at 0, in front of any other offset. */
	size_t before = search_count(&seen->shifts->seen, seen->shift_len, sizeof *seen->shifts, offset - 1);
	const struct seen_shift *shift = &seen->shifts[before - 1], *last = &seen->shifts[seen->shift_len - 1];
	size_t at = shift->source + (offset - shift->seen);
	/* In front of the next shift stands the character that made it, whose length is another. */
	if (shift == last || at <= last_character(source, shift->source, shift[1].source))
		return at;
	return shift[1].source;
}
