/* SPDX-License-Identifier: MIT */
#include "repair/encoder.h"

#include <stdlib.h>
#include <unicode/utf16.h>

#include "repair/icu.h"
#include "unicode/utf8.h"

enum { CHUNK = 1024 }; /* units of UTF-16 encoded at a time */

struct encoder {
	struct icu icu;
	UConverter *converter, *probe; /* the second one is asked what can be encoded */
	encoder_fallback *fallback;
	uint64_t replaced, lost;
	struct encoder *self; /* what replace() gets the address of: ICU hands a context on as const, but this one is ours */
};

/* The units of a sequence of code points. */
static int32_t to_units(const uint32_t *cps, int count, UChar *units)
{
	int32_t len = 0;
	for (int i = 0; i < count; i++)
		U16_APPEND_UNSAFE(units, len, cps[i]);
	return len;
}

static bool can_encode(struct encoder *encoder, const UChar *units, int32_t len)
{
	char bytes[8 * ENCODER_FALLBACK_MAX];
	UErrorCode error = U_ZERO_ERROR;
	encoder->icu.ucnv_resetFromUnicode(encoder->probe);
	encoder->icu.ucnv_fromUChars(encoder->probe, bytes, sizeof bytes, units, len, &error);
	return U_SUCCESS(error);
}

/* The first attempt that the encoding has. Returns its units, -1 if there is none. */
static int32_t find_fallback(struct encoder *encoder, uint32_t cp, UChar units[2 * ENCODER_FALLBACK_MAX])
{
	uint32_t out[ENCODER_FALLBACK_MAX];
	int count;
	for (unsigned attempt = 0; (count = encoder->fallback(attempt, cp, out)) >= 0; attempt++) {
		int32_t len = to_units(out, count, units);
		if (can_encode(encoder, units, len))
			return len;
	}
	return -1;
}

/* ICU asks what to do with a character that the encoding lacks. The context has to live as long as the converter. */
static void replace(const void *context, UConverterFromUnicodeArgs *args, const UChar *source, int32_t source_len,
		    UChar32 cp, UConverterCallbackReason reason, UErrorCode *error)
{
	struct encoder *encoder = *(struct encoder *const *)context;
	UChar units[2 * ENCODER_FALLBACK_MAX] = {0};
	(void)source;
	(void)source_len;
	/* It also tells when the converter is reset, and closed. */
	if (reason > UCNV_IRREGULAR)
		return;
	*error = U_ZERO_ERROR;
	int32_t len = find_fallback(encoder, (uint32_t)cp, units);
	const UChar *at = units;
	encoder->replaced += len >= 0;
	encoder->lost += len < 0;
	if (len < 0)
		units[0] = '?';
	encoder->icu.ucnv_cbFromUWriteUChars(args, &at, units + (len < 0 ? 1 : len), 0, error);
}

static norm_status open_converters(struct encoder *encoder, const char *name)
{
	UErrorCode error = U_ZERO_ERROR;
	const struct icu *icu = &encoder->icu;
	norm_status status = icu_load(ICU_LIBRARY, &encoder->icu);
	if (status != NORM_OK)
		return status;
	encoder->converter = icu->ucnv_open(name, &error);
	encoder->probe = icu->ucnv_open(name, &error);
	if (U_SUCCESS(error)) {
		icu->ucnv_setFromUCallBack(encoder->converter, replace, &encoder->self, NULL, NULL, &error);
		icu->ucnv_setFromUCallBack(encoder->probe, icu->UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &error);
	}
	return icu_open_status(error);
}

norm_status encoder_open(const char *name, encoder_fallback *fallback, struct encoder **ret)
{
	struct encoder *encoder = calloc(1, sizeof *encoder);
	if (!encoder)
		return NORM_E_NOMEM;
	encoder->fallback = fallback;
	encoder->self = encoder;
	norm_status status = open_converters(encoder, name);
	if (status == NORM_OK)
		*ret = encoder;
	else
		encoder_close(encoder);
	return status;
}

void encoder_close(struct encoder *encoder)
{
	if (!encoder)
		return;
	if (encoder->converter)
		encoder->icu.ucnv_close(encoder->converter);
	if (encoder->probe)
		encoder->icu.ucnv_close(encoder->probe);
	free(encoder);
}

/* Encode some units. Returns false when memory ran out. */
static bool encode(struct encoder *encoder, const UChar *units, const UChar *end, bool last, struct buffer *out)
{
	UErrorCode error = U_BUFFER_OVERFLOW_ERROR;
	while (error == U_BUFFER_OVERFLOW_ERROR) {
		char bytes[4 * CHUNK], *at = bytes;
		error = U_ZERO_ERROR;
		encoder->icu.ucnv_fromUnicode(encoder->converter, &at, bytes + sizeof bytes, &units, end, NULL, last, &error);
		buffer_append(out, bytes, (size_t)(at - bytes));
	}
	return U_SUCCESS(error) && !out->failed;
}

norm_status encoder_push(struct encoder *encoder, const uint8_t *in, size_t len, bool last, struct buffer *out)
{
	const uint8_t *at = in, *end = in + len;
	bool good = true;
	do {
		UChar units[CHUNK + 2];
		int32_t count = 0;
		while (at < end && count < CHUNK) {
			uint32_t cp;
			at += utf8_decode(at, end, &cp);
			U16_APPEND_UNSAFE(units, count, cp == UTF8_INVALID ? 0xFFFD : cp);
		}
		good = encode(encoder, units, units + count, last && at == end, out);
	} while (good && at < end);
	return good ? NORM_OK : NORM_E_NOMEM;
}

uint64_t encoder_replaced(const struct encoder *encoder)
{
	return encoder->replaced;
}

uint64_t encoder_lost(const struct encoder *encoder)
{
	return encoder->lost;
}
