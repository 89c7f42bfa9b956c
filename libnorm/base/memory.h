/* SPDX-License-Identifier: MIT */
/* Memory: the only place of the library that grows an allocation. */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Make room for at least `need` elements of `size` bytes in the allocation `*ptr`, which holds room
 * for `*cap`. Grows geometrically, so that n calls that add one element each cost O(n). On failure
 * returns false and leaves both untouched.
 */
bool memory_enlarge(void *ptr, size_t *cap, size_t need, size_t size);
static inline bool memory_reserve(void *ptr, size_t *cap, size_t need, size_t size)
{
	return need <= *cap || memory_enlarge(ptr, cap, need, size);
}

/* A NUL-terminated copy of `len` bytes, owned by the caller; NULL when memory ran out. */
char *memory_copy_text(const char *text, size_t len);

#endif
