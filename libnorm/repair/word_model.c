/* SPDX-License-Identifier: MIT */
#include "repair/word_model.h"

#include <string.h>

#include "base/search.h"

/*
 * Weights, found by logistic regression in each quarter of the counted news, with what the other three have: letters and counts say
 * the same thing more than once, so they weigh less than their bits.
 */
enum {
	EVIDENCE_PART = 9, /* of EVIDENCE_ALL */
	EVIDENCE_ALL = 20,
	KNOWN = 18,
	LONG_ROOT = 25, /* of three letters or more */
	SHORT_ROOT = 15,
	EACH_LETTER = 11,
};

/* The value of letters; false if they have none. */
static bool find(enum word_model_kind kind, const uint8_t *letters, size_t len, long *ret)
{
	uint32_t key = word_model_key(kind, letters, len);
	size_t i = search_count(word_model_entries, word_model_entry_count, sizeof *word_model_entries, key | WORD_MODEL_VALUE_MAX);
	if (i == 0 || word_model_entries[i - 1] < key)
		return false;
	*ret = word_model_entries[i - 1] & WORD_MODEL_VALUE_MAX;
	return true;
}

bool word_model_knows(const uint8_t *letters, size_t len)
{
	long value;
	return find(WORD_MODEL_WORD, letters, len, &value);
}

/* How unlikely the last of four letters is. */
static long cost_of(const uint8_t gram[WORD_MODEL_GRAM])
{
	long cost, context = 0;
	if (find(WORD_MODEL_LETTERS, gram, WORD_MODEL_GRAM, &cost))
		return cost;
	find(WORD_MODEL_CONTEXT, gram, WORD_MODEL_GRAM - 1, &context);
	return word_model_triples[gram[1]][gram[2]][gram[3]] + context;
}

/* How unlikely all of them are, with the end of the word. */
static long cost_of_all(const uint8_t *letters, size_t len)
{
	uint8_t padded[WORD_MODEL_GRAM - 1 + ARABIC_WORD_MAX + 1] = {LETTER_ORDER_EDGE};
	long cost = 0;
	memcpy(padded + WORD_MODEL_GRAM - 1, letters, len);
	for (size_t i = 0; i <= len; i++)
		cost += cost_of(padded + i);
	return cost;
}

/* What the root says: roots of three letters are rarely there by chance. Of some words nothing is left that could say something. */
static long weigh_root(const uint8_t *letters, size_t len)
{
	uint8_t root[ARABIC_WORD_MAX];
	size_t root_len = word_model_root(letters, len, root);
	long none;
	bool known = root_len < WORD_MODEL_ROOT_MIN || find(WORD_MODEL_ROOT, root, root_len, &none);
	return !known ? 0 : root_len > WORD_MODEL_ROOT_MIN ? LONG_ROOT : SHORT_ROOT;
}

long word_model_weigh(const uint8_t *letters, size_t len)
{
	long times = 0;
	bool known = find(WORD_MODEL_WORD, letters, len, &times);
	long evidence = (times - cost_of_all(letters, len)) * EVIDENCE_PART / EVIDENCE_ALL;
	return evidence + weigh_root(letters, len) + (known ? KNOWN : 0) + EACH_LETTER * (long)len;
}
