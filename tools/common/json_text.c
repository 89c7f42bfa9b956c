/* SPDX-License-Identifier: MIT */
/* The text of JSON strings: escapes in and out. */
#include "common/json.h"

#include <stdint.h>
#include <string.h>

#include "common/utf8.h"

/* A byte that no UTF-8 holds: what half a surrogate pair becomes. */
#define NOT_UTF8 ((char)0xFF)

#define EACH UINT64_C(0x0101010101010101)

static uint32_t hex4(const char *at)
{
	uint32_t value = 0;
	for (int i = 0; i < 4; i++) {
		char c = at[i];
		value = value << 4 | (uint32_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
	}
	return value;
}

static bool is_high(uint32_t unit)
{
	return unit >= 0xD800 && unit < 0xDC00;
}

static bool is_low(uint32_t unit)
{
	return unit >= 0xDC00 && unit < 0xE000;
}

/* "\uXXXX", or two of them that make one character. @return the bytes it takes. */
static size_t decode_unicode(struct bytes *bytes, const char *at, const char *end)
{
	uint32_t cp = hex4(at + 2);
	size_t len = 6;
	if (is_high(cp) && end - at >= 12 && at[6] == '\\' && at[7] == 'u' && is_low(hex4(at + 8))) {
		cp = 0x10000 + ((cp & 0x3FF) << 10) + (hex4(at + 8) & 0x3FF);
		len = 12;
	}
	if (is_high(cp) || is_low(cp))
		bytes_append_char(bytes, NOT_UTF8);
	else
		utf8_append(bytes, cp);
	return len;
}

/* @return the bytes that the escape at `at` takes. */
static size_t decode_escape(struct bytes *bytes, const char *at, const char *end)
{
	static const char escapes[] = "b\bf\fn\nr\rt\t";
	if (at[1] == 'u')
		return decode_unicode(bytes, at, end);
	const char *found = strchr(escapes, at[1]);
	/* the others, \" \\ \/, stand for themselves */
	bytes_append_char(bytes, found ? found[1] : at[1]);
	return 2;
}

void json_decode(struct bytes *bytes, const char *raw, size_t len)
{
	for (const char *end = raw + len; raw < end;) {
		const char *escape = memchr(raw, '\\', (size_t)(end - raw));
		bytes_append(bytes, raw, (size_t)((escape ? escape : end) - raw));
		if (!escape)
			return;
		raw = escape + decode_escape(bytes, escape, end);
	}
}

size_t json_unit(const char *raw, const char *end, size_t *ret_decoded)
{
	*ret_decoded = 1;
	if (*raw != '\\')
		return 1;
	char room[8];
	struct bytes text = {.at = room, .cap = sizeof room};
	size_t len = decode_escape(&text, raw, end);
	*ret_decoded = text.len;
	return len;
}

/* Behind a string, given its first quote. */
static const char *skip_string(const char *at, const char *end)
{
	for (at++; at < end && *at != '"'; at++)
		at += *at == '\\';
	return at < end ? at + 1 : end;
}

/* Behind a value: up to the comma or bracket that is not in it. */
static const char *skip_value(const char *at, const char *end)
{
	size_t depth = 0;
	while (at < end && (depth || (*at != ',' && *at != ']'))) {
		depth += *at == '[' || *at == '{';
		depth -= *at == ']' || *at == '}';
		at = *at == '"' ? skip_string(at, end) : at + 1;
	}
	return at;
}

bool json_next_item(const char **at, const char *end, const char **ret, size_t *ret_len)
{
	/* the bracket that opens the array, or the comma behind a value */
	const char *start = *at < end && (**at == '[' || **at == ',') ? *at + 1 : end;
	while (start < end && (*start == ' ' || *start == '\t' || *start == '\r' || *start == '\n'))
		start++;
	if (start >= end || *start == ']')
		return false;
	*ret = start;
	*at = skip_value(start, end);
	*ret_len = (size_t)(*at - start);
	return true;
}

/*
 * Of eight bytes, the highest bit of one that JSON does not let stand in a string as it is. Less than a space, or 0 once it has been
 * compared to a mark: then it borrows, and has its highest bit where it had none. A byte behind such a one may have that as well.
 */
static uint64_t special_of(const char *text)
{
	uint64_t bytes;
	memcpy(&bytes, text, sizeof bytes);
	return ((bytes - EACH * ' ') | ((bytes ^ EACH * '"') - EACH) | ((bytes ^ EACH * '\\') - EACH)) & ~bytes & EACH << 7;
}

static bool is_special(char c)
{
	return (unsigned char)c < ' ' || c == '"' || c == '\\';
}

/* How many bytes stand for themselves. */
static size_t plain_len(const char *text, size_t len)
{
	size_t at = 0;
	while (len - at >= 8 && !special_of(text + at))
		at += 8;
	/* the last ones, perhaps with some of those before */
	if (len - at < 8 && len >= 8 && !special_of(text + len - 8))
		return len;
	while (at < len && !is_special(text[at]))
		at++;
	return at;
}

static void append_escape(struct bytes *bytes, char c)
{
	static const char names[] = "\"\"\\\\\bb\ff\nn\rr\tt";
	const char *found = strchr(names, c);
	bytes_append_char(bytes, '\\');
	if (c && found)
		bytes_append_char(bytes, found[1]);
	else
		bytes_format(bytes, "u%04X", (unsigned)(unsigned char)c);
}

void json_append_string(struct bytes *bytes, const char *text, size_t len)
{
	bytes_append_char(bytes, '"');
	for (size_t plain; (plain = plain_len(text, len)) < len; text += plain + 1, len -= plain + 1) {
		bytes_append(bytes, text, plain);
		append_escape(bytes, text[plain]);
	}
	bytes_append(bytes, text, len);
	bytes_append_char(bytes, '"');
}
