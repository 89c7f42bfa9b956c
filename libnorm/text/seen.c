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

/* Where its characters end in the text. */
static inline size_t seen_end(const struct seen_shift *shift)
{
	return shift->seen + (size_t)shift->count * shift->to;
}

static void add_shift(struct seen *seen, struct seen_shift shift)
{
	if (seen->text.failed || !memory_reserve(&seen->shifts, &seen->shift_cap, seen->shift_len + 1, sizeof shift))
		seen->text.failed = true;
	else
		seen->shifts[seen->shift_len++] = shift;
}

static struct seen_shift *last_shift(const struct seen *seen)
{
	return seen->shift_len ? &seen->shifts[seen->shift_len - 1] : NULL;
}

void seen_align(struct seen *seen, size_t source)
{
	const struct seen_shift *last = last_shift(seen);
	if (!last || source - seen_source_end(last) != seen->text.len - seen_end(last))
		add_shift(seen, (struct seen_shift){(uint32_t)source, (uint32_t)seen->text.len, 0, 1, 1});
}

void seen_replace_all(struct seen *seen, size_t source, size_t from, size_t to, size_t count)
{
	for (size_t start = seen->text.len - count * to; count;) {
		const struct seen_shift *last = last_shift(seen);
		bool goes_on = last && last->from == from && last->to == to && last->count < UINT16_MAX && source == seen_source_end(last);
		if (!goes_on)
			add_shift(seen, (struct seen_shift){(uint32_t)source, (uint32_t)start, 0, (uint8_t)from, (uint8_t)to});
		if (seen->text.failed)
			return;
		struct seen_shift *row = &seen->shifts[seen->shift_len - 1];
		size_t room = (size_t)(UINT16_MAX - row->count), part = count < room ? count : room;
		row->count = (uint16_t)(row->count + part);
		source += part * from;
		start += part * to;
		count -= part;
	}
}

void seen_replace_anew(struct seen *seen, size_t source, size_t from, size_t to, size_t end)
{
	add_shift(seen, (struct seen_shift){(uint32_t)source, (uint32_t)(end - to), 1, (uint8_t)from, (uint8_t)to});
}

void seen_cut(struct seen *seen, size_t source, size_t len)
{
	seen->text.len = len;
	while (seen->shift_len > 1 && seen->shifts[seen->shift_len - 1].source > source)
		seen->shift_len--;
	struct seen_shift *last = last_shift(seen);
	if (last && seen_source_end(last) > source)
		last->count = (uint16_t)((source - last->source) / last->from);
}

/* The last shift that is not behind a place of the source. */
static size_t shift_at(const struct seen *seen, size_t source)
{
	return search_count(&seen->shifts->source, seen->shift_len, sizeof *seen->shifts, source) - 1;
}

/* What stands where in the text, if there is no other shift in front of it. */
static size_t offset_behind(const struct seen_shift *shift, size_t source)
{
	size_t past = source - shift->source, rest = past % shift->from;
	if (source >= seen_source_end(shift))
		return seen_end(shift) + (source - seen_source_end(shift));
	return shift->seen + past / shift->from * shift->to + (rest < shift->to ? rest : shift->to);
}

size_t seen_offset_behind_shifts(struct seen *seen, size_t source)
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
	size_t offset = offset_behind(shift, source);
	if (offset < next)
		return offset;
	/* Inside of a sequence that has become a shorter one: it ends with its last character, not with what is behind it. */
	bool inside = seen->cursor + 1 < seen->shift_len && shift[1].count == 0 && next > seen_end(shift);
	return inside ? (size_t)(utf8_previous(seen->text.at, seen->text.at + next) - seen->text.at) : next;
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

size_t seen_source_behind_shifts(const struct seen *seen, size_t offset, const uint8_t *source)
{
	if (offset == 0)
		return 0;
	/* The first shift starts at 0, in front of any other offset. */
	size_t before = search_count(&seen->shifts->seen, seen->shift_len, sizeof *seen->shifts, offset - 1);
	const struct seen_shift *shift = &seen->shifts[before - 1], *last = &seen->shifts[seen->shift_len - 1];
	if (offset <= seen_end(shift))
		return shift->source + (offset - shift->seen + shift->to - 1) / shift->to * shift->from;
	size_t at = seen_source_end(shift) + (offset - seen_end(shift));
	/* In front of one without characters stands a sequence that has become one of another length. */
	if (shift != last && !shift[1].count && offset == shift[1].seen)
		return shift[1].source;
	if (shift == last || shift[1].count || at <= last_character(source, seen_source_end(shift), shift[1].source))
		return at;
	return shift[1].source;
}
