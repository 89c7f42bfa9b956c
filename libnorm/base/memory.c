/* SPDX-License-Identifier: MIT */
#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

/* From this size on, most of the cost of memory is its first touch, page by page. */
enum { LARGE = 4 << 20, PAGE = 4096 };

/* Ask for huge pages, of which one touch makes 2 MiB available. Only advice: nothing depends on it. */
static void advise_large(void *block, size_t bytes)
{
#ifdef MADV_HUGEPAGE
	uintptr_t start = ((uintptr_t)block + PAGE - 1) & ~(uintptr_t)(PAGE - 1);
	if (bytes >= LARGE)
		(void)madvise((void *)start, (bytes - PAGE) & ~(size_t)(PAGE - 1), MADV_HUGEPAGE);
#else
	(void)block, (void)bytes;
#endif
}

bool memory_enlarge(void *ptr, size_t *cap, size_t need, size_t size)
{
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
	advise_large(fresh, grown * size);
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
