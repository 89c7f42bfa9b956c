/* SPDX-License-Identifier: MIT */
/* The text of JSON strings: escapes in and out. */
#include "common/json.h"

#include <stdint.h>
#include <string.h>

#include <yajl/yajl_gen.h>

#include "common/message.h"
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

/* "\uXXXX", or two of them that make one character. @return the bytes it takes; clears `whole` where it is half of one. */
static size_t decode_unicode(struct bytes *bytes, const char *at, const char *end, bool *whole)
{
	uint32_t cp = hex4(at + 2);
	size_t len = 6;
	if (is_high(cp) && end - at >= 12 && at[6] == '\\' && at[7] == 'u' && is_low(hex4(at + 8))) {
		cp = 0x10000 + ((cp & 0x3FF) << 10) + (hex4(at + 8) & 0x3FF);
		len = 12;
	}
	if (is_high(cp) || is_low(cp)) {
		bytes_append_char(bytes, NOT_UTF8);
		*whole = false;
	} else {
		utf8_append(bytes, cp);
	}
	return len;
}

/* @return the bytes that the escape at `at` takes. */
static size_t decode_escape(struct bytes *bytes, const char *at, const char *end, bool *whole)
{
	static const char escapes[] = "b\bf\fn\nr\rt\t";
	if (at[1] == 'u')
		return decode_unicode(bytes, at, end, whole);
	const char *found = strchr(escapes, at[1]);
	/* the others, \" \\ \/, stand for themselves */
	bytes_append_char(bytes, found ? found[1] : at[1]);
	return 2;
}

bool json_decode(struct bytes *bytes, const char *raw, size_t len)
{
	bool whole = true;
	for (const char *end = raw + len; raw < end;) {
		const char *escape = memchr(raw, '\\', (size_t)(end - raw));
		bytes_append(bytes, raw, (size_t)((escape ? escape : end) - raw));
		if (!escape)
			break;
		raw = escape + decode_escape(bytes, escape, end, &whole);
	}
	return whole;
}

size_t json_unit(const char *raw, const char *end, size_t *ret_decoded)
{
	*ret_decoded = 1;
	if (*raw != '\\')
		return 1;
	char room[8];
	bool whole;
	struct bytes text = {.at = room, .cap = sizeof room};
	size_t len = decode_escape(&text, raw, end, &whole);
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

static void append_piece(void *user, const char *text, size_t len)
{
	bytes_append(user, text, len);
}

/*
 * What JSON lets stand in a string as it is; eight bytes at a time. Less than a space, or 0 once it has been compared to a mark: then it
 * borrows, and has its highest bit where it had none. Another byte may have that as well, which only takes the longer way.
 */
static bool is_plain(const char *text, size_t len)
{
	uint64_t found = 0;
	for (; len >= sizeof found; text += sizeof found, len -= sizeof found) {
		uint64_t bytes;
		memcpy(&bytes, text, sizeof bytes);
		found |= ((bytes - EACH * ' ') | ((bytes ^ EACH * '"') - EACH) | ((bytes ^ EACH * '\\') - EACH)) & ~bytes;
	}
	bool plain = !(found & EACH << 7);
	for (; len; text++, len--)
		plain &= (unsigned char)*text >= ' ' && *text != '"' && *text != '\\';
	return plain;
}

/* Most texts are plain, and to set up the generator takes longer than to copy them. */
void json_append_string(struct bytes *bytes, const char *text, size_t len)
{
	if (is_plain(text, len)) {
		bytes_append_char(bytes, '"');
		bytes_append(bytes, text, len);
		bytes_append_char(bytes, '"');
		return;
	}
	yajl_gen gen = yajl_gen_alloc(NULL);
	if (!gen)
		message_out_of_memory();
	yajl_gen_config(gen, yajl_gen_print_callback, append_piece, bytes);
	yajl_gen_string(gen, (const unsigned char *)text, len);
	yajl_gen_free(gen);
}

bool json_append_any(struct bytes *bytes, const char *text, size_t len)
{
	struct bytes valid = {0};
	bool was_valid = utf8_append_valid(&valid, text, len);
	json_append_string(bytes, valid.at, valid.len);
	bytes_release(&valid);
	return was_valid;
}
