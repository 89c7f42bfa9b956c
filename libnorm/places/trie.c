/* SPDX-License-Identifier: MIT */
#include "places/trie.h"

uint32_t trie_find(const struct trie *trie, const uint8_t *key, size_t len)
{
	struct trie_at at = {0};
	for (size_t i = 0; i < len; i++)
		if (!trie_step(trie, &at, key[i]))
			return 0;
	return len ? trie_value(trie, &at) : 0;
}
