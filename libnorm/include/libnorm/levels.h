/* SPDX-License-Identifier: MIT */
/**
 * @file levels.h
 * Which language governs which part of a mixed text, and which parts no rule about punctuation touches.
 *
 * Letters belong to their script; quotation marks, spaces, digits and punctuation belong to the *level* they stand in.
 *
 *  - A paragraph is a level. What stands between two quotation marks or brackets that belong together is a level in
 *    it; the marks themselves belong to the level around them. Levels nest up to 64 deep, in up to 64 quotations that
 *    have been open since the start of the paragraph.
 *  - A quotation that is not closed runs to the end of the level around it, and one that is not opened starts with the
 *    paragraph: quotations run over paragraphs, and each paragraph is read by itself. Brackets and single quotation
 *    marks without a partner are nothing, nor are apostrophes, and the signs in :) and a).
 *  - A level has sentences, and each has a language. Its script is that of its first word which is not capitalised
 *    Latin (a name, perhaps), unless another script has more than twice as many words; words of levels in it, URLs and
 *    e-mail addresses do not count. Latin letters are French and Arabic ones Arabic, unless words and spelling clearly
 *    say another language; a sentence that does not tell follows those around it. So `قال X!` is Arabic to its end.
 *  - Protected spans are names on machines (URLs, paths, code), numbers with a shape of their own (times, dates,
 *    phone numbers) and pictures made of punctuation. They do not overlap, and levels do not part them or mind them.
 *
 * All of it is found in characters as a profile sees them, so a text has the same levels as what the profile makes
 * of it. The rules that need to know the language, and what is protected, see exactly what is told here.
 *
 * Paragraphs end behind LINE FEED and U+2029. One longer than 1 MiB is cut where a stream cuts it, and its parts are
 * paragraphs of their own. Of a paragraph of extreme shape (more than 16,384 levels, or 65,536 marks and ends of
 * sentences) the rest is one sentence.
 */
#ifndef LIBNORM_LEVELS_H
#define LIBNORM_LEVELS_H

#include <stdbool.h>
#include <stddef.h>

#include "profile.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The languages that are told apart. Pinned values; new ones are only ever added. */
typedef enum norm_language {
	NORM_LANGUAGE_NONE = 0,    /**< No letters at all. */
	NORM_LANGUAGE_FRENCH = 1,  /**< Latin letters, and not clearly another language. */
	NORM_LANGUAGE_LATIN = 2,   /**< Latin letters, and clearly neither French nor English. */
	NORM_LANGUAGE_ARABIC = 3,  /**< Arabic letters, and not clearly one of the next four. */
	NORM_LANGUAGE_PERSIAN = 4,
	NORM_LANGUAGE_URDU = 5,
	NORM_LANGUAGE_KURDISH = 6, /**< Sorani. */
	NORM_LANGUAGE_UYGHUR = 7,
	NORM_LANGUAGE_OTHER = 8,   /**< Another script. */
	NORM_LANGUAGE_ENGLISH = 9  /**< Latin letters, and clearly English; to all rules the same as #NORM_LANGUAGE_LATIN. */
} norm_language;

/**
 * The BCP 47 tag of a language: "zxx" (no linguistic content), "fr", "und-Latn", "ar", "fa", "ur", "ckb", "ug", "und",
 * "en".
 * @return A borrowed constant, never NULL; "und" for values this version does not know. Thread-safe.
 */
const char *norm_language_tag(norm_language language);

/**
 * The levels of one text after another. While none is read they may be asked about by several threads; reading is for
 * one thread. They need the profile as long as texts are read, and a text only while it is.
 */
typedef struct norm_levels norm_levels;

/** norm_level::parent of a paragraph. */
#define NORM_LEVEL_NONE ((size_t)-1)

/** A level. Offsets are bytes from the start of the text. The layout is pinned. */
typedef struct norm_level {
	size_t start, end;             /**< Its content; that of a paragraph holds the end of its line. */
	size_t outer_start, outer_end; /**< With its marks: [outer_start, start) and [end, outer_end), empty if none.
	                                    Characters that nobody sees may stand in these, too. */
	size_t parent;                 /**< Index of the level around it; #NORM_LEVEL_NONE for a paragraph. */
	size_t first_sentence;         /**< Index of the first sentence of its own. */
	size_t sentence_count;         /**< Sentences of its own, at least 1; those of levels in it come between. */
	unsigned depth;                /**< 0 for a paragraph. */
	norm_language language;        /**< That of most of its words. */
} norm_level;

/** A sentence, the unit that has a language. Offsets are bytes from the start of the text. The layout is pinned. */
typedef struct norm_sentence {
	size_t start, end; /**< With the levels in it, and the spaces behind it. */
	size_t level;      /**< Index of the level that it is a sentence of. */
	norm_language language;
} norm_sentence;

/**
 * A protected span. Offsets are bytes from the start of the text. The layout is pinned. Kinds keep their names, and new
 * ones may be added: url, email, handle, hashtag, path, code, html (tags and comments), entity, network (addresses of
 * IPv4, IPv6, MAC), time, ratio, date, version, phone, book (ISBN, DOI), prime (5' 30"), clipped ('n'), emoticon, shortcode.
 */
typedef struct norm_protected {
	size_t start, end; /**< Not empty, at borders of characters with their marks. */
	const char *kind;  /**< What it is, see above. A borrowed constant. */
} norm_protected;

/**
 * Create levels, of no text yet.
 *
 * @param profile  How characters are seen; with an empty profile, as they are. Must outlive the last norm_levels_read().
 * @param ret      Receives the levels; owned by the caller, see norm_levels_free().
 * @return #NORM_OK, #NORM_E_NOMEM or #NORM_E_MISUSE.
 */
norm_status norm_levels_new(const norm_profile *profile, norm_levels **ret);

/**
 * Find the levels, sentences and protected spans of a text, and forget those of the one before.
 *
 * @param text  UTF-8 of any number of paragraphs; may hold NUL bytes, and invalid sequences, which are in no word and no
 *              protected span. May be NULL when `len` is 0. Only read during the call.
 * @param len   Bytes in `text`.
 * @return #NORM_OK, #NORM_E_NOMEM, #NORM_E_MISUSE, or #NORM_E_LIMIT when `len` passes 4 GiB. After a failure the levels
 * are those of an empty text, and can be used again.
 *
 * Linear in `len`, in time and in memory. To read more than fits, cut it into blocks of whole paragraphs, as norm_block
 * brings them: that changes nothing.
 */
norm_status norm_levels_read(norm_levels *levels, const char *text, size_t len);

/**
 * Level, sentence or protected span number `index`: to visit all, count up from 0 until there is none.
 *
 * Levels and sentences come in the order of their starts, and a level before those in it; protected spans come in the
 * order of the text. A text that is not empty has at least one level and one sentence.
 * @return true and fills `ret`, or false when there is none of this number (`ret` untouched). NULL has none. O(1).
 */
bool norm_levels_level(const norm_levels *levels, size_t index, norm_level *ret);
bool norm_levels_sentence(const norm_levels *levels, size_t index, norm_sentence *ret);
bool norm_levels_protected(const norm_levels *levels, size_t index, norm_protected *ret);

/**
 * The language that governs a mark, space or digit at this byte offset: that of the innermost sentence there. An
 * offset at or behind the end of the text belongs to what stands before it. O(log n).
 * @return #NORM_LANGUAGE_NONE also for NULL and for an empty text.
 */
norm_language norm_levels_language_at(const norm_levels *levels, size_t offset);

/**
 * The language that sentence number `index` is most likely in, for those who count languages. It is norm_sentence.language,
 * which governs the rules, but for this: where neither the sentence nor those around it clearly tell, Latin letters are
 * French to the rules; here one function word of another language more than French has is enough.
 * @return #NORM_LANGUAGE_NONE also for NULL and where there is no sentence of this number. O(1).
 */
norm_language norm_levels_likely_language(const norm_levels *levels, size_t index);

/** Free levels. NULL is allowed. */
void norm_levels_free(norm_levels *levels);

#ifdef __cplusplus
}
#endif
#endif
