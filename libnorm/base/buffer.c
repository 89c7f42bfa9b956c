/* SPDX-License-Identifier: MIT */
#include "base/buffer.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

bool buffer_reserve(struct buffer *buffer, size_t extra)
{
	if (buffer->failed)
		return false;
	if (extra <= buffer->cap - buffer->len)
		return true;
	if (extra > SIZE_MAX - buffer->len || !memory_reserve(&buffer->at, &buffer->cap, buffer->len + extra, 1))
		buffer->failed = true;
	return !buffer->failed;
}

void buffer_append(struct buffer *buffer, const void *bytes, size_t len)
{
	if (!len || !buffer_reserve(buffer, len))
		return;
	memcpy(buffer->at + buffer->len, bytes, len);
	buffer->len += len;
}

void buffer_append_text(struct buffer *buffer, const char *text)
{
	buffer_append(buffer, text, strlen(text));
}

void buffer_release(struct buffer *buffer)
{
	free(buffer->at);
	*buffer = (struct buffer){0};
}
