/* SPDX-License-Identifier: MIT */
/*
 * The language levels of a paragraph of mixed text: which quotation or bracket stands in which, which sentences they
 * have, and which language governs a place. Letters belong to their script, but quotes, spaces, digits and marks belong
 * to the level they stand in.
 *
 * The rules:
 *
 *  1. A level is what stands between two quotation marks or brackets that belong together; the paragraph is level 0.
 *     The marks themselves belong to the level around them, their host.
 *  2. A quote that is opened and not closed runs to the end of its host, one that is closed and not opened from the
 *     start of the paragraph: quotes run over paragraphs, and each paragraph is looked at by itself. Brackets and
 *     single quotes (‘x’ 'x') without a partner are nothing.
 *  3. Quotes of one kind belong together: « » (also » at the start of a paragraph, and »x« if balanced), “ ” „ ‟, " ",
 *     ‹ ›, ‘ ’ ‚ ‛ and ' '. What is left over may be paired with another kind: «x", "x», “x“.
 *  4. " opens behind a space or an opening mark and closes before a space or a closing mark; spaced on both sides or on
 *     none, it closes what " has opened, or else opens. Behind a digit it closes or is a sign for inches. In front of
 *     , ; : ، ؛ ٪ nothing opens, whether a space stands there or not: rules put and delete these spaces.
 *  5. An apostrophe is no quote: between letters, at the start of ’70 or behind one letter ('n').
 *  6. The signs :) ;-) and the ) of a) close nothing that has not been opened.
 *  7. Within a level, sentences end at . ! ? … ؟ ۔ before a space, and at any of these before a letter of another script,
 *     but not before a lower-case letter of the same script, nor before , ; : ، ؛ ٪ with spaces or without. A full stop
 *     behind a single letter or an abbreviation does not end a sentence, nor does any between letters or digits of the
 *     same script (3.14, U.S, a URL), unless a Latin word that begins with a capital follows: la fin.Le début, fin.L’autre.
 *     TAB, LINE SEPARATOR and | part sentences, too. A quote that ends with a full stop ends the sentence around it.
 *  8. The words of a sentence are its own: not those of the levels in it, nor what stands in URLs, handles and e-mail
 *     addresses, whatever its script. A row of capitalised Latin words, with lower-case words of up to three letters
 *     between them, counts as one word: it may be a name.
 *  9. The script that leads a sentence is that of its first word which is no capitalised Latin word, or else of its first
 *     word. It is the script of the sentence, unless another has more than twice as many words.
 * 10. The script of a level is that of most of its own words; if as many, of its first.
 * 11. A sentence without words has the language of its level, a level without words that of the sentence around it, a
 *     paragraph without words of its own that of the level in it that has the most.
 * 12. Latin script is French, unless function words say that it is another language: two more than those of French, which
 *     were never two more before. If they do not tell, the sentences of the level tell, then those around it.
 * 13. Arabic script is Arabic, unless letters and function words say Persian, Urdu, Kurdish or Uyghur: a word speaks for
 *     all languages that spell with its letters, the Arabic article and function words speak for theirs. The winner
 *     must lead by two; if none does, the sentences of the level tell, then those around it. Letters that spelling and
 *     keyboards confuse (أ and ا, ئ and its base with a mark) tell nothing.
 *
 * Canonically equivalent texts have the same levels. A scope reads a paragraph as the letter steps leave it (seen.h), so a
 * text and what a profile makes of it have the same levels, too.
 *
 * Bounds: time is linear, memory 7 MiB at most. Levels nest up to LEVEL_DEPTH_MAX deep, in as many quotes that have been open
 * since the start of the paragraph, and a paragraph has up to LEVEL_COUNT_MAX; marks beyond open nothing. Behind LEVEL_MARKS_MAX
 * quotes, brackets and ends of sentences the rest of a paragraph is one sentence.
 */
#ifndef TEXT_LEVEL_H
#define TEXT_LEVEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/language.h"
#include "text/letter_class.h"

enum {
	LEVEL_DEPTH_MAX = 64,
	LEVEL_COUNT_MAX = 16384,
	LEVEL_MARKS_MAX = 65536,
};

#define LEVEL_NONE UINT32_MAX

enum { SCRIPT_NONE, SCRIPT_LATIN, SCRIPT_ARABIC, SCRIPT_OTHER, SCRIPT_COUNT };

/* Words by script. */
struct word_count {
	uint32_t of[SCRIPT_COUNT];
	uint8_t first, lead; /* scripts: see rule 9 */
};

struct level {
	uint32_t start, end;       /* bytes of the content */
	uint32_t opener, closer;   /* offsets of the marks, LEVEL_NONE if there is none */
	uint32_t opener_cp, closer_cp; /* 0 if there is none */
	uint32_t parent;           /* level; LEVEL_NONE for the paragraph */
	uint32_t host;             /* the sentence of the parent around it; LEVEL_NONE for the paragraph */
	uint32_t first_sentence, last_sentence;
	uint8_t depth;
	uint8_t letters;                 /* LETTERS_… of its own */
	uint8_t told_latin, told_arabic; /* what its sentences tell, once asked: see level_language.c */
	bool counted;
	struct word_count words; /* once counted */
};

struct sentence {
	uint32_t start, end; /* levels in it lie between */
	uint32_t level;
	uint32_t next; /* of the same level, or LEVEL_NONE */
	uint32_t first_piece, last_piece;
	uint8_t letters; /* LETTERS_… of its own */
	uint8_t told_latin, told_arabic;
	uint8_t leans;    /* told_latin, if a lead of one word were enough for a language other than French; 0: none */
	uint8_t language; /* once asked */
	bool asked, counted;
	struct word_count words; /* once counted */
};

/* A stretch of text that belongs to one sentence, up to the start of the next piece. */
struct piece {
	uint32_t start, sentence;
	uint32_t next; /* of the same sentence, or LEVEL_NONE */
};

struct mark;

/* Zero-initialise; free with levels_release(). May be used for any number of paragraphs and keeps its memory. */
struct levels {
	struct level *level; /* each before those in it */
	size_t level_count;
	struct sentence *sentence; /* in the order of their starts */
	size_t sentence_count;
	uint8_t letters; /* LETTERS_… of the paragraph */
	bool has_largest;
	uint32_t largest; /* if has_largest: the level with the most words, or LEVEL_NONE; see level_language.c */
	bool failed; /* sticky: memory ran out; all places have LANGUAGE_NONE */

	/* For the functions here. */
	size_t level_cap, sentence_cap;
	struct piece *piece;
	size_t piece_count, piece_cap;
	struct mark *mark;
	size_t mark_count, mark_cap;
	size_t cursor; /* the piece of the last query */
	size_t mark_cursor; /* and its mark */
	const uint8_t *text;
	size_t len;
};

/* Find the levels of a paragraph, of less than 4 GiB. The text has to stay where it is as long as languages are asked for. */
void levels_read(struct levels *levels, const uint8_t *text, size_t len);
void levels_release(struct levels *levels);

/*
 * What stands at an offset of the text; one at its end belongs to what stands before it. In ascending order a query costs
 * O(1) on the average, in any other O(log n).
 */
size_t levels_level_at(struct levels *levels, size_t offset);
size_t levels_sentence_at(struct levels *levels, size_t offset);

/* What a character does as a quotation mark or bracket. */
enum level_role {
	LEVEL_ROLE_NONE,   /* none of these, or one that does nothing: an apostrophe, a bracket without a partner */
	LEVEL_ROLE_OPENS,
	LEVEL_ROLE_CLOSES
};

struct level_role_at {
	enum level_role role;
	uint32_t partner; /* of a mark that opens or closes: the offset of the other; else LEVEL_NONE */
};

struct level_role_at levels_role_at(struct levels *levels, size_t offset);

/*
 * Whether a word of two letters or more ends in front of this offset of a text, or of the spaces there: two different
 * ones, so that it is still a word when repeated letters have been deleted and those of other keyboards replaced. Looks
 * at 1024 characters at most, spaces apart, and needs no levels.
 */
bool levels_is_word_before(const uint8_t *text, size_t offset);

/* The language that governs a mark, space or digit at this offset. */
enum language levels_language_at(struct levels *levels, size_t offset);
/* The same, and the stretch of text around the offset for which it has been told; an empty one if nothing has been. */
struct levels_stretch {
	size_t start, end;
};
enum language levels_language_around(struct levels *levels, size_t offset, struct levels_stretch *ret);
/* The language of a letter of Arabic script at this offset: one of LANGUAGE_ARABIC to LANGUAGE_UYGHUR. */
enum language levels_letter_language_at(struct levels *levels, size_t offset);

/* What the quotation marks are like: QUOTES_… of text/quotes.h. */
unsigned levels_quotes(const struct levels *levels);

enum language levels_level_language(struct levels *levels, size_t level);
enum language levels_sentence_language(struct levels *levels, size_t sentence);

/*
 * The language that a sentence is most likely in. Rules take Latin letters for French where nothing around tells a
 * language, for most of this text is French; here one word more than French has is enough then for another language.
 */
enum language levels_likely_language(struct levels *levels, size_t sentence);

#endif
