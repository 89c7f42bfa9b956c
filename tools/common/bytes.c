/* SPDX-License-Identifier: MIT */
#include "common/bytes.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/message.h"

void *memory_grow(void *ptr, size_t count, size_t size)
{
	void *fresh = count <= SIZE_MAX / size ? realloc(ptr, count * size) : NULL;
	if (!fresh)
		message_out_of_memory();
	return fresh;
}

void *memory_get(size_t size)
{
	return memory_grow(NULL, 1, size);
}

char *memory_text(const char *text, size_t len)
{
	char *copy = memory_get(len + 1);
	memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}

char *bytes_enlarge(struct bytes *bytes, size_t extra)
{
	if (extra > SIZE_MAX / 4 || bytes->len > SIZE_MAX / 4)
		message_out_of_memory();
	size_t cap = bytes->cap + bytes->cap / 2;
	if (cap < bytes->len + extra)
		cap = bytes->len + extra;
	if (cap < 64)
		cap = 64;
	bytes->at = memory_grow(bytes->at, cap, 1);
	bytes->cap = cap;
	return bytes->at + bytes->len;
}

void bytes_append(struct bytes *bytes, const void *from, size_t len)
{
	if (!len)
		return;
	memcpy(bytes_reserve(bytes, len), from, len);
	bytes->len += len;
}

void bytes_format_list(struct bytes *bytes, const char *format, va_list args)
{
	va_list again;
	va_copy(again, args);
	char *at = bytes_reserve(bytes, 64);
	size_t room = bytes->cap - bytes->len;
	int len = vsnprintf(at, room, format, args);
	if (len > 0 && (size_t)len >= room)
		vsnprintf(bytes_reserve(bytes, (size_t)len + 1), (size_t)len + 1, format, again);
	if (len > 0)
		bytes->len += (size_t)len;
	va_end(again);
}

void bytes_format(struct bytes *bytes, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	bytes_format_list(bytes, format, args);
	va_end(args);
}

void bytes_append_shown(struct bytes *bytes, const char *text)
{
	for (const unsigned char *at = (const unsigned char *)text; *at; at++) {
		bool is_c1 = at[0] == 0xC2 && at[1] >= 0x80 && at[1] <= 0x9F;
		if (is_c1)
			at++;
		if (is_c1 || *at < ' ' || *at == 0x7F)
			bytes_format(bytes, "<U+%04X>", (unsigned)*at);
		else
			bytes_append_char(bytes, (char)*at);
	}
}

void bytes_append_number(struct bytes *bytes, uint64_t number)
{
	char digits[20], *end = digits + sizeof digits, *at = end;
	do
		*--at = (char)('0' + number % 10);
	while (number /= 10);
	bytes_append(bytes, at, (size_t)(end - at));
}

const char *bytes_text(struct bytes *bytes)
{
	*bytes_reserve(bytes, 1) = '\0';
	return bytes->at;
}

void bytes_drop(struct bytes *bytes, size_t len)
{
	if (bytes->len > len)
		memmove(bytes->at, bytes->at + len, bytes->len - len);
	bytes->len -= len;
}

void bytes_release(struct bytes *bytes)
{
	free(bytes->at);
	*bytes = (struct bytes){0};
}
