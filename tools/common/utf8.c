/* SPDX-License-Identifier: MIT */
#include "common/utf8.h"

static size_t sequence_length(unsigned char lead)
{
	if (lead < 0xC2 || lead > 0xF4)
		return 0;
	return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

static bool is_scalar(uint32_t cp, size_t len)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	return cp >= least[len] && cp <= 0x10FFFF && (cp < 0xD800 || cp > 0xDFFF);
}

size_t utf8_decode_long(const char *at, const char *end, uint32_t *ret)
{
	const unsigned char *bytes = (const unsigned char *)at;
	size_t len = sequence_length(bytes[0]);
	/* nearly all that is not ASCII */
	if (len == 2 && end - at > 1 && (bytes[1] & 0xC0) == 0x80) {
		*ret = (bytes[0] & 0x1Fu) << 6 | (bytes[1] & 0x3Fu);
		return 2;
	}
	*ret = UTF8_BYTE + bytes[0];
	if (len < 2 || len > (size_t)(end - at))
		return 1;
	uint32_t cp = bytes[0] & (0x7Fu >> len);
	for (size_t i = 1; i < len; i++) {
		if ((bytes[i] & 0xC0) != 0x80)
			return 1;
		cp = cp << 6 | (bytes[i] & 0x3F);
	}
	if (!is_scalar(cp, len))
		return 1;
	*ret = cp;
	return len;
}

void utf8_append(struct bytes *bytes, uint32_t cp)
{
	char *at = bytes_reserve(bytes, 4);
	size_t len = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	for (size_t i = len - 1; i > 0; i--, cp >>= 6)
		at[i] = (char)(0x80 | (cp & 0x3F));
	static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0};
	at[0] = (char)(lead[len] | cp);
	bytes->len += len;
}

bool utf8_append_valid(struct bytes *bytes, const char *text, size_t len)
{
	bool valid = true;
	uint32_t cp;
	const char *start = text, *end = text + len;
	while (text < end) {
		len = utf8_decode(text, end, &cp);
		if (cp >= UTF8_BYTE) {
			valid = false;
			bytes_append(bytes, start, (size_t)(text - start));
			utf8_append(bytes, 0xFFFD);
			start = text + len;
		}
		text += len;
	}
	bytes_append(bytes, start, (size_t)(end - start));
	return valid;
}
