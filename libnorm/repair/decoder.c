/* SPDX-License-Identifier: MIT */
#include "repair/decoder.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/utf16.h>

#include "repair/icu.h"
#include "unicode/utf8.h"

enum { CHUNK = 1024 }; /* bytes decoded at a time */

struct decoder {
	struct icu icu;
	UConverter *converter;
	uint32_t lead; /* a surrogate whose partner has not come yet, or 0 */
};

static norm_status open_converter(struct decoder *decoder, const char *name, bool strict)
{
	UErrorCode error = U_ZERO_ERROR;
	const struct icu *icu = &decoder->icu;
	norm_status status = icu_load(ICU_LIBRARY, &decoder->icu);
	if (status != NORM_OK)
		return status;
	decoder->converter = icu->ucnv_open(name, &error);
	if (U_SUCCESS(error) && strict)
		icu->ucnv_setToUCallBack(decoder->converter, icu->UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
	return icu_open_status(error);
}

norm_status decoder_open(const char *name, bool strict, struct decoder **ret)
{
	struct decoder *decoder = calloc(1, sizeof *decoder);
	if (!decoder)
		return NORM_E_NOMEM;
	norm_status status = open_converter(decoder, name, strict);
	if (status == NORM_OK)
		*ret = decoder;
	else
		decoder_free(decoder);
	return status;
}

void decoder_free(struct decoder *decoder)
{
	if (!decoder)
		return;
	if (decoder->converter)
		decoder->icu.ucnv_close(decoder->converter);
	free(decoder);
}

const char *decoder_standard_name(const struct decoder *decoder, const char *name)
{
	static const char *const standards[] = {"MIME", "IANA"};
	const char *found = NULL;
	for (size_t i = 0; i < sizeof standards / sizeof *standards && !found; i++) {
		UErrorCode error = U_ZERO_ERROR;
		found = decoder->icu.ucnv_getStandardName(name, standards[i], &error);
	}
	return found;
}

bool decoder_is_utf8(const char *name)
{
	const char *rest = "utf8";
	for (; *name; name++) {
		char letter = *name >= 'A' && *name <= 'Z' ? (char)(*name | 0x20) : *name;
		if (*rest && letter == *rest)
			rest++;
		else if (!strchr("-_ ", letter))
			return false;
	}
	return !*rest;
}

/* Append a character whose source ends at `end`. */
static void append(struct decoded *decoded, uint32_t cp, size_t end)
{
	uint8_t bytes[4];
	decoded_put(decoded, end - decoded->settled, bytes, utf8_encode(cp, bytes));
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
	decoder->icu.ucnv_toUnicode(decoder->converter, &unit, units + CHUNK, &at, at + len, offsets, last, error);
	size_t used = (size_t)(at - (const char *)in);
	UErrorCode ignored = U_ZERO_ERROR;
	int32_t kept = decoder->icu.ucnv_toUCountPending(decoder->converter, &ignored);
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
