/* SPDX-License-Identifier: MIT */
#include "repair/arabic_words.h"

#include "base/search.h"

bool arabic_word_is_listed(const uint8_t *letters, size_t len)
{
	uint32_t hash = arabic_word_hash(letters, len);
	size_t i = search_count(news_words, news_word_count, sizeof *news_words, hash);
	return len <= ARABIC_WORD_MAX && i > 0 && news_words[i - 1] == hash;
}

bool arabic_word_is_known(const uint8_t *letters, size_t len, const struct arabic_starts *starts, size_t inside)
{
	bool known = arabic_word_is_listed(letters, len);
	for (size_t i = 0; i < starts->count && !known; i++) {
		size_t at = starts->at[i];
		if (at <= inside && len - at >= ARABIC_STEM_MIN)
			known = arabic_word_is_listed(letters + at, len - at);
	}
	return known;
}
