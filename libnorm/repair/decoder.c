/* SPDX-License-Identifier: MIT */
#include "repair/decoder.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include "unicode/utf8.h"

enum { CHUNK = 1024 }; /* bytes decoded at a time */

struct decoder {
	UConverter *converter;
	bool strict;
	uint32_t lead; /* a surrogate whose partner has not come yet, or 0 */
};

norm_status decoder_open(const char *name, bool strict, struct decoder **ret)
{
	UErrorCode error = U_ZERO_ERROR;
	struct decoder *decoder = calloc(1, sizeof *decoder);
	if (!decoder)
		return NORM_E_NOMEM;
	decoder->strict = strict;
	decoder->converter = ucnv_open(name, &error);
	if (U_SUCCESS(error) && strict)
		ucnv_setToUCallBack(decoder->converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
	if (U_SUCCESS(error)) {
		*ret = decoder;
		return NORM_OK;
	}
	decoder_free(decoder);
	return error == U_MEMORY_ALLOCATION_ERROR ? NORM_E_NOMEM : NORM_E_NO_ENCODING;
}

void decoder_free(struct decoder *decoder)
{
	if (!decoder)
		return;
	if (decoder->converter)
		ucnv_close(decoder->converter);
	free(decoder);
}

bool decoder_is_utf8(const char *name)
{
	return ucnv_compareNames(name, "UTF-8") == 0;
}

/* Append a character whose source ends at `end`. */
static void append(struct decoded *decoded, uint32_t cp, size_t end)
{
	struct buffer *text = &decoded->text;
	size_t start = decoded->settled, at = decoded->text_len;
	if (!buffer_reserve(text, 4))
		return;
	uint8_t *bytes = text->at + text->len;
	unsigned len = utf8_encode(cp, bytes);
	if (end - start != len || memcmp(decoded->source.at + start, bytes, len) != 0)
		edit_list_add(&decoded->edits, (struct edit_span){(uint32_t)start, (uint32_t)end, (uint32_t)at,
								  (uint32_t)(at + len), decoded->set});
	text->len += len;
	decoded->text_len += len;
	decoded->settled = end;
}

/* A unit of UTF-16 whose source ends at `end`. ICU gives pairs of surrogates, and no other. */
static void take_unit(struct decoder *decoder, struct decoded *decoded, UChar unit, size_t end)
{
	if (U16_IS_LEAD(unit)) {
		decoder->lead = unit;
		return;
	}
	uint32_t cp = decoder->lead ? (uint32_t)U16_GET_SUPPLEMENTARY(decoder->lead, unit) : unit;
	decoder->lead = 0;
	append(decoded, cp, end);
}

/*
 * Decode what ICU takes of [in, in + len) in one go. The source of a unit ends where that of the next one starts, or where the
 * converter has come to, less what it keeps for the next call.
 */
static size_t decode(struct decoder *decoder, const uint8_t *in, size_t len, bool last, struct decoded *decoded,
		     UErrorCode *error)
{
	UChar units[CHUNK];
	int32_t offsets[CHUNK];
	UChar *unit = units;
	const char *at = (const char *)in;
	size_t base = decoded->source.len - len;
	ucnv_toUnicode(decoder->converter, &unit, units + CHUNK, &at, at + len, offsets, last, error);
	size_t used = (size_t)(at - (const char *)in);
	UErrorCode ignored = U_ZERO_ERROR;
	int32_t kept = ucnv_toUCountPending(decoder->converter, &ignored);
	for (int32_t i = 0; i < unit - units; i++) {
		size_t end = base + used - (size_t)(kept > 0 ? kept : 0);
		if (i + 1 < unit - units)
			end = offsets[i + 1] < 0 ? decoded->settled : base + (size_t)offsets[i + 1];
		take_unit(decoder, decoded, units[i], end);
	}
	return used;
}

norm_status decoder_push(struct decoder *decoder, const uint8_t *in, size_t len, bool last, struct decoded *decoded)
{
	UErrorCode error;
	do {
		size_t part = len < CHUNK / 2 ? len : CHUNK / 2;
		error = U_ZERO_ERROR;
		buffer_append(&decoded->source, in, part);
		if (decoded->source.failed)
			return NORM_E_NOMEM;
		size_t used = decode(decoder, in, part, last && part == len, decoded, &error);
		if (decoded->text.failed || decoded->edits.failed)
			return NORM_E_NOMEM;
		if (U_FAILURE(error) && error != U_BUFFER_OVERFLOW_ERROR)
			return NORM_E_ENCODING;
		decoded->source.len -= part - used;
		in += used;
		len -= used;
	} while (len || error == U_BUFFER_OVERFLOW_ERROR);
	return NORM_OK;
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
	edit_list_clear(&decoded->edits);
}

void decoded_release(struct decoded *decoded)
{
	buffer_release(&decoded->source);
	buffer_release(&decoded->text);
	edit_list_release(&decoded->edits);
}
