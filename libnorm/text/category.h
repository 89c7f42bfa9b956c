/* SPDX-License-Identifier: MIT */
/*
 * What rules are about, and how serious their findings are.
 *
 * The severity of a rule is that of the worst thing which its findings ordinarily mean for a newsroom:
 *
 * - An error is text that a reader does not get as it was written: bytes that are no character, U+FFFD where one was lost,
 *   letters of a wrong encoding (mojibake), Arabic from the left to the right.
 * - A warning is text in which something else is seen, found or counted than it seems to say, and which is wrong in every
 *   style. Characters that nobody sees and bidirectional controls without need part words, or deceive; presentation forms,
 *   Persian letters in Arabic, marks twice, hamza beside its letter and other normal forms look right and are not found;
 *   character references, escapes and tags show source; bytes of another encoding are put right here, but not by the next
 *   program. An Arabic comma between digits may part groups, decimals or numbers, and a space in a number turns its groups
 *   round in Arabic (UAX #9). Marks and guillemets stand on the wrong side.
 * - A note is everything else. French typography is right in one house and not in the next: the straight apostrophe and the
 *   ordinary space in front of a colon are in nearly every line of the web, and so are capitals without accents and oe.
 *   12.500 might be decimals, but in French news it is a number of one house and not of the other.
 *   Spaces in a row, tatweel and repeated letters are a matter of layout and tone. Detached waw and spaces beside
 *   Arabic punctuation are seen by everybody and mislead nobody. What folds remove for an index is no mistake at all.
 */
#ifndef TEXT_CATEGORY_H
#define TEXT_CATEGORY_H

/* Marks a string for translation; the library itself never translates. */
#define N_(text) text

/* The categories of rules, for those who filter findings: norm_rule.category. */
#define CATEGORY_ENCODING N_("encoding")             /* bytes, and what was lost in decoding them */
#define CATEGORY_MOJIBAKE N_("mojibake")             /* text that was read in another encoding than its own */
#define CATEGORY_MARKUP N_("markup")                 /* source of HTML or JSON in the text */
#define CATEGORY_INVISIBLE N_("invisible")           /* characters that nobody sees, bidirectional controls apart */
#define CATEGORY_BIDI N_("bidi")                     /* the order in which text is displayed */
#define CATEGORY_FORM N_("form")                     /* normal forms, presentation forms */
#define CATEGORY_SPACES N_("spaces")                 /* spaces, and ends of lines */
#define CATEGORY_QUOTES N_("quotes")
#define CATEGORY_APOSTROPHES N_("apostrophes")
#define CATEGORY_DASHES N_("dashes")
#define CATEGORY_PUNCTUATION N_("punctuation")       /* other marks */
#define CATEGORY_NUMBERS N_("numbers")               /* digits, groups, ordinals, times */
#define CATEGORY_ACCENTS N_("accents")
#define CATEGORY_LIGATURES N_("ligatures")
#define CATEGORY_CASE N_("case")
#define CATEGORY_ARABIC_LETTERS N_("arabic-letters") /* alef, hamza, letters of other languages, tatweel */
#define CATEGORY_ARABIC_MARKS N_("arabic-marks")     /* vowels, shadda and what stands with them */
#define CATEGORY_NAMES N_("names")                   /* names of places */

#endif
