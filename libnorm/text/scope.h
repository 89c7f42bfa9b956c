/* SPDX-License-Identifier: MIT */
/*
 * What the paragraph says about a place in it: which language governs there, and whether it is protected. Rule steps
 * ask by source offsets in the block, as items have them; the paragraph is read when the first of them asks. Offsets
 * should ascend: then a question costs next to nothing.
 *
 * A paragraph of 4 KiB or more of which most is U+FFFD is no text: to rule steps no language governs there, all is protected, and
 * no control is stray.
 */
#ifndef TEXT_SCOPE_H
#define TEXT_SCOPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/language.h"

struct scope;

/*
 * A paragraph of the block, or a part of one of more than PARAGRAPH_MAX bytes, and what was read of it: on its text as it is
 * seen, in which seen_source() tells where something stands in the paragraph.
 */
struct scope_paragraph {
	uint32_t start, end;
	const struct seen *seen;
	struct levels *levels;
	struct protect *protect;
};

/* The paragraph that holds a byte of the block, read; lent until a byte of another is asked about. */
struct scope_paragraph scope_paragraph(struct scope *scope, uint32_t offset);

/*
 * The text round a byte of the block, as the letter steps leave it: that of its paragraph, or of its part of a long one. Lent
 * until a byte of another is asked about. It is what a step may look at that wants to know whole words: their letters need not
 * be in the stretch.
 */
struct scope_text {
	const uint8_t *text;
	size_t len, at; /* `at`: where the byte, or what became of it, is */
};
struct scope_text scope_text(struct scope *scope, uint32_t offset);

/*
 * The same without bidirectional controls: those that are stray will be deleted, and what stands beside a word is seen across
 * the others. Its offsets are not those of the levels.
 */
struct scope_text scope_words(struct scope *scope, uint32_t offset);

/* The language that governs a common character: a mark, a space, a digit. */
enum language scope_language(struct scope *scope, uint32_t offset);
/* The language of the paragraph that holds it: of its outermost level. */
enum language scope_paragraph_language(struct scope *scope, uint32_t offset);
/* The language that a letter of Arabic script belongs to: LANGUAGE_ARABIC to LANGUAGE_UYGHUR, or LANGUAGE_NONE. */
enum language scope_letter_language(struct scope *scope, uint32_t offset);
/* URLs, code, times and the like, which no rule step touches: see text/protect.h. */
bool scope_is_protected(struct scope *scope, uint32_t offset);
/* The same of another place in the paragraph of which something has just been asked: the answers about that one are kept. */
bool scope_protects(struct scope *scope, uint32_t other);

/*
 * What a quote or bracket does, which its character alone does not always tell. In a paragraph with a quote that has no
 * partner nobody knows, and a change beside one mark may pair others anew: there it is SCOPE_MARK_NONE for all.
 */
enum scope_mark {
	SCOPE_MARK_NONE, /* no quote or bracket, or one without a partner */
	SCOPE_MARK_OPENS,
	SCOPE_MARK_CLOSES
};
enum scope_mark scope_mark(struct scope *scope, uint32_t offset);

/* What the quotation marks of the paragraph are like: QUOTES_… of text/quotes.h. */
unsigned scope_quotes(struct scope *scope, uint32_t offset);
/* Where the mark stands that the quote or bracket at `offset` belongs together with; SCOPE_NOWHERE if there is none. */
uint32_t scope_partner(struct scope *scope, uint32_t offset);
/*
 * Where the mark stands that opens the quotation around `offset`, the innermost one; SCOPE_NOWHERE if there is none.
 * Around a mark is what stands around its pair. Brackets and single quotes are no quotations here.
 */
uint32_t scope_quotation(struct scope *scope, uint32_t offset);
#define SCOPE_NOWHERE UINT32_MAX

/* Whether a word of two different letters ends in front of a place: a full stop there is no part of an abbreviation. */
bool scope_is_word_before(struct scope *scope, uint32_t offset);

/* Whether a bidirectional control does nothing for its paragraph, or harm: see text/bidi.h. */
bool scope_is_stray_bidi(struct scope *scope, uint32_t offset);

/*
 * Why what rules change round a byte of the block may change what the paragraph says of other places, for all the care that they
 * take, as bits. None where nobody has asked anything about the paragraph: nothing in it depends on that. `may_be_arabic`: as
 * far as is known, it may have characters of Arabic script.
 */
enum {
	SCOPE_DELICATE_SIGNS = 1,  /* scripts or languages mix */
	SCOPE_DELICATE_QUOTES = 2, /* quotes have no partners, or such of another kind */
	SCOPE_DELICATE = 4         /* bidirectional controls may be stray */
};
unsigned scope_delicacy(struct scope *scope, uint32_t offset, bool may_be_arabic);

#endif
