/* SPDX-License-Identifier: MIT */
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

bool memory_reserve(void *ptr, size_t *cap, size_t need, size_t size)
{
	if (need <= *cap)
		return true;
	size_t grown = *cap + *cap / 2;
	if (grown < need)
		grown = need;
	if (grown < 16)
		grown = 16;
	if (grown > SIZE_MAX / size)
		return false;
	void *old;
	memcpy(&old, ptr, sizeof old);
	void *fresh = realloc(old, grown * size);
	if (!fresh)
		return false;
	memcpy(ptr, &fresh, sizeof fresh);
	*cap = grown;
	return true;
}

char *memory_copy_text(const char *text, size_t len)
{
	char *copy = malloc(len + 1);
	if (!copy)
		return NULL;
	if (len)
		memcpy(copy, text, len);
	copy[len] = '\0';
	return copy;
}
