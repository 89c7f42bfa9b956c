/* SPDX-License-Identifier: MIT */
/* Which labels are top-level domains, and which are suffixes of file names. */
#include "text/protect_names.h"

#include <string.h>

#include "text/protect_kinds.h"
#include "text/step.h"

static bool is_one_of(struct lexer *lexer, size_t start, size_t end, const char *const *words, size_t count)
{
	char first = (char)lexer_at(lexer, start);
	for (size_t i = 0; i < count; i++)
		if (words[i][0] == first && lexer_has(lexer, start, words[i]) && strlen(words[i]) == end - start)
			return true;
	return false;
}

enum domain domain_of(struct lexer *lexer, size_t start, size_t end)
{
	if (is_one_of(lexer, start, end, sure_domains, COUNT_OF(sure_domains)))
		return DOMAIN_SURE;
	return is_one_of(lexer, start, end, word_domains, COUNT_OF(word_domains)) ? DOMAIN_WORD : DOMAIN_NONE;
}

bool is_file_suffix(struct lexer *lexer, size_t start, size_t end)
{
	return is_one_of(lexer, start, end, file_suffixes, COUNT_OF(file_suffixes));
}
