/* SPDX-License-Identifier: MIT */
#include "text/seen.h"

#include <stdlib.h>

#include "base/memory.h"

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

size_t seen_offset(struct seen *seen, size_t source)
{
	if (seen->text.failed)
		return 0;
	if (seen->shifts[seen->cursor].source > source)
		seen->cursor = 0;
	while (seen->cursor + 1 < seen->shift_len && seen->shifts[seen->cursor + 1].source <= source)
		seen->cursor++;
	const struct seen_shift *shift = &seen->shifts[seen->cursor];
	size_t next = seen->cursor + 1 < seen->shift_len ? shift[1].seen : seen->text.len;
	size_t offset = shift->seen + (source - shift->source);
	return offset < next ? offset : next;
}

size_t seen_source(const struct seen *seen, size_t offset)
{
	size_t low = 0, high = seen->shift_len;
	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;
		if (seen->shifts[middle].seen <= offset)
			low = middle;
		else
			high = middle;
	}
	const struct seen_shift *shift = &seen->shifts[low];
	size_t source = shift->source + (offset - shift->seen);
	bool last = low + 1 == seen->shift_len;
	return last || source < shift[1].source ? source : shift[1].source;
}
