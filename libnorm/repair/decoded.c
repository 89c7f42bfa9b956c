/* SPDX-License-Identifier: MIT */
#include "repair/decoded.h"

#include <string.h>

void decoded_put(struct decoded *decoded, size_t len, const void *text, size_t text_len)
{
	size_t start = decoded->settled, at = decoded->text_len;
	bool same = len == text_len && (len == 0 || !memcmp(decoded->source.at + start, text, len));
	if (!same)
		edit_list_add(&decoded->edits, (struct edit_span){(uint32_t)start, (uint32_t)(start + len), (uint32_t)at,
								  (uint32_t)(at + text_len), decoded->set});
	buffer_append(&decoded->text, text, text_len);
	decoded->text_len += text_len;
	decoded->settled += len;
}

size_t decoded_source_len(const struct decoded *decoded, size_t len)
{
	uint32_t start, end;
	if (len == decoded->text_len)
		return decoded->settled;
	edit_list_source_span(&decoded->edits, (uint32_t)len, (uint32_t)len, &start, &end);
	return start;
}

struct norm_edits decoded_edits(const struct decoded *decoded, size_t len)
{
	struct norm_edits edits = decoded->edits;
	edits.len = edit_list_count_to(&decoded->edits, (uint32_t)len);
	return edits;
}

void decoded_use(struct decoded *decoded, size_t len)
{
	struct buffer *source = &decoded->source;
	size_t source_len = decoded_source_len(decoded, len);
	edit_list_drop_front(&decoded->edits, (uint32_t)source_len, (uint32_t)len);
	source->len -= source_len;
	decoded->settled -= source_len;
	decoded->text_len -= len;
	if (source_len)
		memmove(source->at, source->at + source_len, source->len);
}

void decoded_clear(struct decoded *decoded)
{
	decoded->source.len = decoded->text.len = decoded->settled = decoded->text_len = 0;
	decoded->source.failed = decoded->text.failed = decoded->edits.failed = false;
	edit_list_clear(&decoded->edits);
}

void decoded_release(struct decoded *decoded)
{
	buffer_release(&decoded->source);
	buffer_release(&decoded->text);
	edit_list_release(&decoded->edits);
}
