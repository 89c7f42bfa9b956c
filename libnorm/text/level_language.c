/* SPDX-License-Identifier: MIT */
/* Which language a sentence or a level is in. Found when it is asked for, and once. */
#include "text/eight.h"
#include "text/function_words.h"
#include "text/level_mark.h"
#include "unicode/ascii.h"
#include "unicode/exemplars.h"

/* What words tell, in told_latin and told_arabic: nothing yet known, no decision, or a language. */
enum { TOLD_UNKNOWN, TOLD_NOTHING, TOLD_FIRST };

enum { LEAD = 2 }; /* by which a language must be ahead */

/* ---- Latin script ---- */

/* The next Latin letter, or the end. */
static inline const uint8_t *find_latin(const uint8_t *at, const uint8_t *end)
{
	while (at < end) {
		struct letter letter = letter_at(at, end);
		if (class_is_latin(letter.class))
			break;
		bool handle = letter.class == CLASS_AT && level_is_address(at, end, false);
		at = handle ? level_address_end(at, end) : at + letter.length;
	}
	return at;
}

/*
 * A word of ASCII letters and those of U+00C0–U+00FF. It may end behind the piece, for none crosses its end, but in front of
 * `limit`. Returns its end, NULL where something else stands here. The key is 0 where there is no word, or one that is too long.
 */
static const uint8_t *read_french_word(const uint8_t *at, const uint8_t *limit, uint64_t *ret_key)
{
	uint64_t key = 0;
	unsigned count = 0;
	while (limit - at > 8) {
		uint64_t bytes = eight_load(at);
		unsigned run = eight_run(eight_letters(bytes));
		if (count < WORD_LETTERS)
			key |= ((bytes | 0x20 * EIGHT_ONES) & eight_first(run)) << 8 * count;
		count += run;
		at += run;
		if (run == 8)
			continue;
		uint32_t cp = 0xC0 | (at[1] & 0x3Fu);
		*ret_key = count <= WORD_LETTERS ? key : 0;
		if ((uint8_t)(*at - 1) < 0x7F)
			return at;
		if (*at != 0xC3 || !utf8_is_trail(at[1]) || !class_is_latin(letter_tables.classes[cp]))
			return NULL;
		key = word_key_add(key, count++, letter_tables.keys[cp]);
		at += 2;
	}
	return NULL;
}

/* The same for any word of Latin letters, from its first letter on. */
static const uint8_t *read_latin_word(const uint8_t *at, const uint8_t *end, uint64_t *ret_key)
{
	uint64_t key = 0;
	unsigned count = 0;
	while (at < end) {
		struct letter letter = letter_at(at, end);
		if (!class_is_latin(letter.class) && letter.class != CLASS_TRANSPARENT)
			break;
		at += letter.length;
		if (letter.class != CLASS_TRANSPARENT)
			key = word_key_add(key, count++, letter_key(letter.cp));
	}
	*ret_key = count <= WORD_LETTERS ? key : 0;
	return at;
}

/*
 * By how many words each language of Latin script is ahead of French, a byte each, with AHEAD_NONE if it is not; in the place of French
 * a language that has no words. The highest byte counts the words that have voted, and has its highest bit when there are enough.
 */
enum { AHEAD_NONE = 0x80, VOTES_MAX = 127 };

static const uint64_t no_votes = (UINT64_C(0x80) - VOTES_MAX) << 8 * WORD_LATIN_LANGUAGES | (EIGHT_HIGH >> 8);

static inline bool is_full(uint64_t ballot)
{
	return ballot >> 63;
}

/* By how much the best language other than French is ahead of it. */
static int best_foreign(uint64_t ballot)
{
	int best = 0;
	for (unsigned language = WORD_FRENCH + 1; language < WORD_LATIN_LANGUAGES; language++) {
		int own = (int)(ballot >> 8 * language & 0xFF);
		best = own > best ? own : best;
	}
	return best - AHEAD_NONE;
}

/* What the best of these languages is called. Of as many votes English is more likely in this news than the others. */
static uint8_t foreign_told(uint64_t ballot)
{
	bool english = (int)(ballot >> 8 * WORD_ENGLISH & 0xFF) - AHEAD_NONE == best_foreign(ballot);
	return TOLD_FIRST + (english ? LANGUAGE_ENGLISH : LANGUAGE_LATIN);
}

/* Returns true once French leads: all others are LEAD words behind it. No branch depends on the word: nobody could foresee it. */
static inline bool count_word(uint64_t *ballot, uint64_t key)
{
	*ballot += word_ballots[function_words_get(key) & (WORD_BALLOTS - 1)];
	return !((*ballot + (LEAD - 1) * EIGHT_ONES) & EIGHT_HIGH >> 8);
}

/*
 * Count what most of a text is: words of ASCII letters, each with an ASCII character behind it; there, or at `limit`, such words end, and
 * seven bytes behind it can be read. Moves `*at` behind the last of them, and returns true once French leads.
 */
static bool count_ascii_words(uint64_t *ballot, const uint8_t **at, const uint8_t *limit)
{
	uint64_t now = *ballot;
	const uint8_t *word = *at;
	bool leads = false;
	while (word < limit && !is_full(now) && !leads) {
		uint64_t small = eight_load(word) | 0x20 * EIGHT_ONES, others = ~eight_range(small, 'a', 'z') & EIGHT_HIGH;
		uint64_t key = small & (others ^ (others - 1)) >> 8; /* the bytes in front of the first other one */
		const uint8_t *end = word + (unsigned)__builtin_ctzll(others | UINT64_C(1) << 63) / 8;
		if (!others) {
			key = small;
			for (end = word + WORD_LETTERS; end < limit && ascii_is_letter(*end); end++)
				key = 0;
			if (end >= limit)
				break;
		}
		/* More may follow: a letter with an accent, a mark, or NUL, which nobody sees. */
		if ((uint8_t)(*end - 1) >= 0x7F)
			break;
		word = end + 1;
		leads = count_word(&now, key);
	}
	*ballot = now;
	*at = word;
	return leads;
}

/* Count the words of the piece that is read, but for those of `addresses`, if there are some. */
static bool count_latin(uint64_t *ballot, const struct level_reader *reader, bool addresses)
{
	enum { EIGHT = 8 };
	const uint8_t *at = reader->at, *end = reader->end, *text_end = reader->levels->text + reader->levels->len;
	const uint8_t *limit = addresses ? at : text_end;
	const uint8_t *ascii_limit = text_end - end >= EIGHT - 1 ? end : text_end - at < EIGHT ? at : text_end - (EIGHT - 1);
	while (at < end && !is_full(*ballot)) {
		uint64_t key;
		if (!addresses && count_ascii_words(ballot, &at, ascii_limit))
			return true;
		if (at >= end || is_full(*ballot))
			break;
		const uint8_t *next = read_french_word(at, limit, &key);
		at = next ? next : read_latin_word(find_latin(at, end), end, &key);
		if (addresses && at < end && level_is_address(at, end, true))
			at = level_address_end(at, end);
		else if (count_word(ballot, key))
			return true;
	}
	return false;
}

/* French, once it leads; another language, if it leads in the end. */
static uint8_t tell_latin(struct levels *levels, struct sentence *sentence)
{
	struct level_reader reader = {.levels = levels};
	uint64_t ballot = no_votes;
	level_reader_enter(&reader, sentence->first_piece);
	do
		if (count_latin(&ballot, &reader, sentence->letters & LETTERS_ADDRESS))
			return TOLD_FIRST + LANGUAGE_FRENCH;
	while (level_reader_next(&reader));
	int ahead = best_foreign(ballot);
	if (ahead > 0)
		sentence->leans = foreign_told(ballot);
	if (ahead >= LEAD)
		return sentence->leans;
	return ahead < 0 ? TOLD_FIRST + LANGUAGE_FRENCH : TOLD_NOTHING;
}

/* ---- Arabic script ---- */

struct arabic_word {
	uint64_t key;
	unsigned letters;
	unsigned exemplars; /* languages that spell so */
	bool article;
};

/* Does a word begin with the article, perhaps behind و ف ب or ك? The key holds the low bytes of its first letters. */
static bool has_article(uint64_t key, unsigned letters)
{
	enum { ALEF = 0x27, LAM = 0x44, WAW = 0x48, FEH = 0x41, BEH = 0x28, KAF = 0x43 };
	unsigned first = key & 0xFF;
	if (first == WAW || first == FEH || first == BEH || first == KAF)
		key >>= 8, letters--;
	return letters >= 4 && (key & 0xFFFF) == (ALEF | LAM << 8);
}

/* The next Arabic letter outside of addresses, or the end. */
static const uint8_t *find_arabic(const uint8_t *at, const uint8_t *end)
{
	bool latin = false; /* a Latin letter stands before */
	while (at < end) {
		struct letter letter = letter_at(at, end);
		if (class_is_arabic(letter.class))
			break;
		bool mark = letter.class == CLASS_AT || letter.class == CLASS_EYES;
		bool address = mark && level_is_address(at, end, latin);
		latin = class_is_latin(letter.class) || (latin && letter.class == CLASS_TRANSPARENT);
		at = address ? level_address_end(at, end) : at + letter.length;
	}
	return at;
}

/* Skip to the next Arabic letter; false at the end of the sentence. */
static bool next_arabic(struct level_reader *reader)
{
	do
		reader->at = find_arabic(reader->at, reader->end);
	while (reader->at == reader->end && level_reader_next(reader));
	return reader->at < reader->end;
}

static struct arabic_word read_arabic_word(struct level_reader *reader)
{
	struct arabic_word word = {.exemplars = EXEMPLAR_ALL};
	uint64_t start = 0; /* of the key, for words that are too long for one */
	unsigned last = EXEMPLAR_ALL;
	while (reader->at < reader->end) {
		struct letter letter = letter_at(reader->at, reader->end);
		if (!class_is_arabic(letter.class) && letter.class != CLASS_TRANSPARENT)
			break;
		reader->at += letter.length;
		unsigned exemplars = letter_exemplars(letter.cp);
		if (letter.class == CLASS_TRANSPARENT) {
			last = exemplars & EXEMPLAR_MARK ? EXEMPLAR_ALL : last;
			continue;
		}
		word.exemplars &= last;
		last = exemplars;
		word.key = word_key_add(word.key, word.letters++, letter_key(letter.cp));
		start = word.letters <= WORD_LETTERS ? word.key : start;
	}
	word.exemplars &= last;
	word.article = has_article(start, word.letters);
	return word;
}

static const struct {
	enum exemplar_language exemplar;
	enum word_language word;
	enum language language;
} arabic_scripts[] = {
    {EXEMPLAR_ARABIC, WORD_ARABIC, LANGUAGE_ARABIC},    {EXEMPLAR_PERSIAN, WORD_PERSIAN, LANGUAGE_PERSIAN},
    {EXEMPLAR_URDU, WORD_URDU, LANGUAGE_URDU},          {EXEMPLAR_KURDISH, WORD_KURDISH, LANGUAGE_KURDISH},
    {EXEMPLAR_UYGHUR, WORD_UYGHUR, LANGUAGE_UYGHUR},
};

enum { ARABIC_SCRIPTS = sizeof arabic_scripts / sizeof arabic_scripts[0] };

/* A word counts once for each language that spells so; the article once, and a function word twice, for its own. */
static void vote_arabic(const struct arabic_word *word, unsigned *votes)
{
	unsigned languages = function_words_get(word->key);
	for (size_t i = 0; i < ARABIC_SCRIPTS; i++) {
		votes[i] += (word->exemplars & arabic_scripts[i].exemplar) != 0;
		votes[i] += 2 * (languages >> arabic_scripts[i].word & 1);
	}
	votes[0] += word->article;
}

static uint8_t tell_arabic(struct levels *levels, const struct sentence *sentence)
{
	struct level_reader reader = {.levels = levels};
	unsigned votes[ARABIC_SCRIPTS] = {0};
	size_t best = 1;
	level_reader_enter(&reader, sentence->first_piece);
	while (next_arabic(&reader)) {
		struct arabic_word word = read_arabic_word(&reader);
		vote_arabic(&word, votes);
	}
	for (size_t i = 2; i < ARABIC_SCRIPTS; i++)
		best = votes[i] > votes[best] ? i : best;
	if (votes[best] >= votes[0] + LEAD && sentence->letters & LETTERS_FOREIGN)
		return (uint8_t)(TOLD_FIRST + arabic_scripts[best].language);
	return votes[0] >= votes[best] + LEAD ? TOLD_FIRST + LANGUAGE_ARABIC : TOLD_NOTHING;
}

/* ---- Sentences, levels, and those around them ---- */

/* What a sentence tells by itself. */
static uint8_t sentence_tells(struct levels *levels, struct sentence *sentence, unsigned script)
{
	uint8_t *told = script == SCRIPT_LATIN ? &sentence->told_latin : &sentence->told_arabic;
	unsigned letters = script == SCRIPT_LATIN ? LETTERS_LATIN : LETTERS_ARABIC;
	if (*told == TOLD_UNKNOWN && !(sentence->letters & letters))
		*told = TOLD_NOTHING;
	if (*told == TOLD_UNKNOWN)
		*told = script == SCRIPT_LATIN ? tell_latin(levels, sentence) : tell_arabic(levels, sentence);
	return *told;
}

/* What most of the sentences of a level tell. English is one of the foreign languages first. */
static uint8_t count_sentences(struct levels *levels, const struct level *level, unsigned script)
{
	enum { TOLD_LATIN = TOLD_FIRST + LANGUAGE_LATIN, TOLD_ENGLISH = TOLD_FIRST + LANGUAGE_ENGLISH };
	unsigned votes[TOLD_FIRST + LANGUAGE_COUNT] = {0};
	uint8_t best = TOLD_NOTHING;
	for (uint32_t i = level->first_sentence; i != LEVEL_NONE; i = levels->sentence[i].next)
		votes[sentence_tells(levels, &levels->sentence[i], script)]++;
	unsigned english = votes[TOLD_ENGLISH];
	votes[TOLD_LATIN] += english;
	votes[TOLD_ENGLISH] = 0;
	for (uint8_t told = TOLD_FIRST; told < TOLD_FIRST + LANGUAGE_COUNT; told++)
		if (votes[told] && (best == TOLD_NOTHING || votes[told] > votes[best]))
			best = told;
	return best == TOLD_LATIN && 2 * english > votes[best] ? TOLD_ENGLISH : best;
}

static uint8_t level_tells(struct levels *levels, struct level *level, unsigned script)
{
	uint8_t *told = script == SCRIPT_LATIN ? &level->told_latin : &level->told_arabic;
	if (*told == TOLD_UNKNOWN)
		*told = count_sentences(levels, level, script);
	return *told;
}

/* What a sentence tells of a script, or else those around it. */
static uint8_t told_around(struct levels *levels, uint32_t sentence, unsigned script)
{
	uint8_t told = TOLD_NOTHING;
	while (sentence != LEVEL_NONE && told == TOLD_NOTHING) {
		struct sentence *in = &levels->sentence[sentence];
		struct level *level = &levels->level[in->level];
		told = sentence_tells(levels, in, script);
		if (told == TOLD_NOTHING)
			told = level_tells(levels, level, script);
		sentence = level->host;
	}
	return told;
}

/* The language that a script has in a sentence. */
static enum language language_in(struct levels *levels, uint32_t sentence, unsigned script)
{
	if (script == SCRIPT_OTHER)
		return LANGUAGE_OTHER;
	if (script == SCRIPT_ARABIC && !(levels->letters & LETTERS_FOREIGN))
		return LANGUAGE_ARABIC;
	uint8_t told = told_around(levels, sentence, script);
	if (told != TOLD_NOTHING)
		return (enum language)(told - TOLD_FIRST);
	return script == SCRIPT_LATIN ? LANGUAGE_FRENCH : LANGUAGE_ARABIC;
}

/* The level with the most words, found once; of as many, the first. LEVEL_NONE where none has any. */
static uint32_t largest_level(struct levels *levels)
{
	uint32_t most = 0;
	for (uint32_t i = 0; i < levels->level_count && !levels->has_largest; i++) {
		uint32_t words = level_word_count(levels, &levels->level[i]);
		if (words > most)
			levels->largest = i;
		most = words > most ? words : most;
	}
	levels->has_largest = true;
	return levels->largest;
}

enum language levels_level_language(struct levels *levels, size_t level)
{
	if (level >= levels->level_count)
		return LANGUAGE_NONE;
	struct level *at = &levels->level[level];
	unsigned script = level_script(levels, at);
	if (!script && at->host != LEVEL_NONE)
		return levels_sentence_language(levels, at->host);
	uint32_t telling = script ? (uint32_t)level : largest_level(levels);
	if (telling == LEVEL_NONE)
		return LANGUAGE_NONE;
	at = &levels->level[telling];
	return language_in(levels, at->first_sentence, level_script(levels, at));
}

enum language levels_sentence_language(struct levels *levels, size_t sentence)
{
	if (sentence >= levels->sentence_count)
		return LANGUAGE_NONE;
	struct sentence *at = &levels->sentence[sentence];
	if (at->asked)
		return (enum language)at->language;
	unsigned script = level_sentence_script(levels, at);
	at->language = (uint8_t)(script ? language_in(levels, (uint32_t)sentence, script)
					: levels_level_language(levels, at->level));
	at->asked = true;
	return (enum language)at->language;
}

enum language levels_likely_language(struct levels *levels, size_t sentence)
{
	enum language language = levels_sentence_language(levels, sentence);
	if (language != LANGUAGE_FRENCH)
		return language;
	const struct sentence *at = &levels->sentence[sentence];
	bool alone = at->leans && told_around(levels, (uint32_t)sentence, SCRIPT_LATIN) == TOLD_NOTHING;
	return alone ? (enum language)(at->leans - TOLD_FIRST) : LANGUAGE_FRENCH;
}

enum language levels_letter_language_at(struct levels *levels, size_t offset)
{
	if (!levels->piece_count)
		return LANGUAGE_NONE;
	return language_in(levels, (uint32_t)levels_sentence_at(levels, offset), SCRIPT_ARABIC);
}
