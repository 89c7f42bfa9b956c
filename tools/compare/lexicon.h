/* SPDX-License-Identifier: MIT */
/*
 * Every distinct token of both texts once. Two tokens have the same form where their bytes and the gaps in front of them
 * are the same, and the same key where a reader would call them the same word: the profile `search` makes one of them.
 * Texts repeat their words, so folding each form once costs next to nothing beside reading them.
 */
#ifndef COMPARE_LEXICON_H
#define COMPARE_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libnorm/norm.h>

#include "common/bytes.h"
#include "compare/token.h"

/* The first bytes of a form, which is mostly all of them, and zeros behind it: two words are compared faster than bytes. */
struct head {
	uint64_t words[2];
};

struct form {
	struct head head;
	const char *gap; /* its bytes: a copy, or where it was first seen */
	uint32_t gap_len;
	uint16_t core_len; /* up to WORD_BYTES_MAX */
	uint8_t kind;	   /* enum token_kind */
	bool breaks;	   /* its gap has an end of a line */
};

/* A place of the hash table of forms. */
struct slot {
	uint32_t hash;
	uint32_t form; /* 0: free, else 1 + its number */
};

/* A key: its bytes in `key_text`. */
struct key {
	uint32_t at, len;
};

struct lexicon {
	struct form *forms;
	uint32_t *key_of; /* the key of each form, once it is folded */
	uint32_t form_count, form_cap;
	struct key *keys;
	uint32_t key_count, key_cap;
	struct bytes key_text;
	struct slot *slots;
	uint32_t slot_count;
	uint32_t folded; /* forms that have their key */
	struct heap *heap; /* copies of forms, one beside the other: to look at them where they stand costs more time */
};

void lexicon_init(struct lexicon *lexicon);
void lexicon_release(struct lexicon *lexicon);

/* Tokens that are looked up together: the memory for all of them is asked for before the first is looked at. */
enum { LEXICON_BATCH = 32 };

/* The numbers of the forms of up to LEXICON_BATCH tokens; the text they stand in ends at `end` and has to stay. */
void lexicon_intern(struct lexicon *lexicon, const struct token *tokens, size_t count, const char *end, uint32_t *ret);
/*
 * Take up the forms of another lexicon, in their order, and release it. The texts they stand in have to stay. @return the
 * number that each of them has here, to be freed.
 */
uint32_t *lexicon_take(struct lexicon *lexicon, struct lexicon *other);
/* Give the forms that are new their keys. `profile` is that of lexicon_profile(). */
void lexicon_fold(struct lexicon *lexicon, const norm_profile *profile);

/* The profile that makes keys: `search`, without what repairs paragraphs, for it sees words. NULL after a message. */
norm_profile *lexicon_profile(const norm_context *context);

#endif
