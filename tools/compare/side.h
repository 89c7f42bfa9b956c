/* SPDX-License-Identifier: MIT */
/* The tokens of a text: their forms in order, and where in the text each of them stands. */
#ifndef COMPARE_SIDE_H
#define COMPARE_SIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compare/lexicon.h"
#include "compare/text.h"

/* Where every so many tokens start: the others are found from there, which costs less than to keep all offsets. */
#define SIDE_STRIDE 8

struct side {
	struct text text;
	const struct lexicon *lexicon;
	uint32_t *forms; /* `count` of them and, behind them, that of the gap at the end of the text */
	uint32_t count, cap;
	uint32_t *starts; /* where token 0, SIDE_STRIDE, … starts with its gap */
	uint32_t start_cap;
};

/*
 * Read the tokens of the text that start in [at, stop), behind those that have been read, into a lexicon; where its end is
 * reached also the gap there. `at` is where a token starts. @return where the next one does.
 */
size_t side_read(struct side *side, struct lexicon *lexicon, size_t at, size_t stop);
/* The first `count` forms get their numbers in another lexicon. */
void side_number(struct side *side, const uint32_t *numbers, size_t count);
/* Make room for so many more, and the gap at the end. */
void side_reserve(struct side *side, size_t more);
/*
 * Take the tokens from `at` to the end of the text from another side, with such numbers, and release it. There has to be
 * room for them: then others may use those that are there already.
 */
void side_append(struct side *side, struct side *rest, size_t at, const uint32_t *numbers);
void side_release(struct side *side);

/* The token with this number; side->count is the gap at the end. */
struct token side_token(const struct side *side, uint32_t index);
/* Where it starts, with its gap: an offset in the text. */
size_t side_offset(const struct side *side, uint32_t index);
/* The first token, with its gap, that ends behind an offset; side->count where there is none. */
uint32_t side_find(const struct side *side, size_t offset);
static inline const struct form *side_form(const struct side *side, uint32_t index)
{
	return &side->lexicon->forms[side->forms[index]];
}

/* The bytes of its key. */
struct letters {
	const char *at;
	size_t len;
};

static inline struct letters side_letters(const struct side *side, uint32_t index)
{
	const struct lexicon *lexicon = side->lexicon;
	struct key key = lexicon->keys[lexicon->key_of[side->forms[index]]];
	return (struct letters){lexicon->key_text.at + key.at, key.len};
}

/* Is its key this one sign: are its bytes that, or what the profile folds to it? */
static inline bool side_is_sign(const struct side *side, uint32_t index, char sign)
{
	struct letters letters = side_letters(side, index);
	return letters.len == 1 && *letters.at == sign;
}

/* Does a line begin with this token, or the text end in front of it? */
static inline bool side_starts_line(const struct side *side, uint32_t index)
{
	return !index || index == side->count || side_form(side, index)->breaks;
}

#endif
