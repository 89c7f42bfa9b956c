/* SPDX-License-Identifier: MIT */
/* Which language a sentence or a level is in. Found when it is asked for, and once. */
#include "text/eight.h"
#include "text/function_words.h"
#include "text/level_mark.h"
#include "unicode/exemplars.h"

/* What words tell, in told_latin and told_arabic: nothing yet known, no decision, or a language. */
enum { TOLD_UNKNOWN, TOLD_NOTHING, TOLD_FIRST };

enum { LEAD = 2 }; /* by which a language must be ahead */

/* Skip to the next letter of one script; false at the end of the sentence. */
static bool next_word(struct level_reader *reader, bool arabic)
{
	for (;;) {
		while (reader->at < reader->end) {
			struct letter letter = letter_at(&reader->levels->letters, reader->at, reader->end);
			if (arabic ? class_is_arabic(letter.class) : class_is_latin(letter.class))
				return true;
			reader->at += letter.length;
		}
		if (!level_reader_next(reader))
			return false;
	}
}

/* ---- Latin script ---- */

/* The key of a word of ASCII letters that ends within eight bytes; 0 when it is another word. */
static uint64_t read_short_word(struct level_reader *reader)
{
	if (!reader->levels->letters.usual || reader->end - reader->at < 8)
		return 0;
	uint64_t bytes = eight_load(reader->at);
	unsigned length = eight_run(eight_letters(bytes));
	/* More may follow: a letter with an accent, a mark. */
	if (length == 0 || length == 8 || reader->at[length] >= 0x80)
		return 0;
	reader->at += length;
	return (bytes | 0x20 * EIGHT_ONES) & eight_first(length);
}

static uint64_t read_latin_word(struct level_reader *reader)
{
	const struct letters *letters = &reader->levels->letters;
	uint64_t key = read_short_word(reader);
	unsigned count = 0;
	if (key)
		return key;
	while (reader->at < reader->end) {
		struct letter letter = letter_at(letters, reader->at, reader->end);
		if (!class_is_latin(letter.class) && letter.class != CLASS_TRANSPARENT)
			break;
		reader->at += letter.length;
		if (letter.class != CLASS_TRANSPARENT)
			key = word_key_add(key, count++, letters_key(letters, letter.cp));
	}
	return count <= WORD_LETTERS ? key : 0;
}

/* Votes for the languages of Latin script, a byte each, French the lowest. */
enum { LATIN_LANGUAGES = WORD_TURKISH + 1, VOTES_MAX = 255 };

/* Bit n of `languages` as 1 in byte n. */
static uint64_t one_vote_each(unsigned languages)
{
	return (languages & ((1u << LATIN_LANGUAGES) - 1)) * UINT64_C(0x02040810204081) & EIGHT_ONES;
}

/* The largest number of words that speak for one language other than French. */
static unsigned best_foreign(uint64_t votes)
{
	unsigned best = 0;
	for (votes >>= 8; votes; votes >>= 8)
		best = (votes & 0xFF) > best ? votes & 0xFF : best;
	return best;
}

/* French, once it leads; another language, if it leads in the end. */
static uint8_t tell_latin(struct levels *levels, const struct sentence *sentence)
{
	struct level_reader reader = {.levels = levels};
	uint64_t votes = 0;
	unsigned words = 0;
	level_reader_enter(&reader, sentence->first_piece);
	while (words < VOTES_MAX && next_word(&reader, false)) {
		uint64_t vote = one_vote_each(function_words_get(read_latin_word(&reader)));
		votes += vote;
		words += vote != 0;
		if (vote & 1 && (votes & 0xFF) >= best_foreign(votes) + LEAD)
			return TOLD_FIRST + LANGUAGE_FRENCH;
	}
	unsigned french = votes & 0xFF, foreign = best_foreign(votes);
	if (foreign >= french + LEAD)
		return TOLD_FIRST + LANGUAGE_LATIN;
	return french > foreign ? TOLD_FIRST + LANGUAGE_FRENCH : TOLD_NOTHING;
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

static struct arabic_word read_arabic_word(struct level_reader *reader)
{
	const struct letters *letters = &reader->levels->letters;
	struct arabic_word word = {.exemplars = EXEMPLAR_ALL};
	uint64_t start = 0; /* of the key, for words that are too long for one */
	unsigned last = EXEMPLAR_ALL;
	while (reader->at < reader->end) {
		struct letter letter = letter_at(letters, reader->at, reader->end);
		if (!class_is_arabic(letter.class) && letter.class != CLASS_TRANSPARENT)
			break;
		reader->at += letter.length;
		unsigned exemplars = letters_exemplars(letters, letter.cp);
		if (letter.class == CLASS_TRANSPARENT) {
			last = exemplars & EXEMPLAR_MARK ? EXEMPLAR_ALL : last;
			continue;
		}
		word.exemplars &= last;
		last = exemplars;
		word.key = word_key_add(word.key, word.letters++, letters_key(letters, letter.cp));
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
	while (next_word(&reader, true)) {
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

/* What most of the sentences of a level tell. */
static uint8_t count_sentences(struct levels *levels, const struct level *level, unsigned script)
{
	unsigned votes[TOLD_FIRST + LANGUAGE_COUNT] = {0};
	uint8_t best = TOLD_NOTHING;
	for (uint32_t i = level->first_sentence; i != LEVEL_NONE; i = levels->sentence[i].next)
		votes[sentence_tells(levels, &levels->sentence[i], script)]++;
	for (uint8_t told = TOLD_FIRST; told < TOLD_FIRST + LANGUAGE_COUNT; told++)
		if (votes[told] && (best == TOLD_NOTHING || votes[told] > votes[best]))
			best = told;
	return best;
}

static uint8_t level_tells(struct levels *levels, struct level *level, unsigned script)
{
	uint8_t *told = script == SCRIPT_LATIN ? &level->told_latin : &level->told_arabic;
	if (*told == TOLD_UNKNOWN)
		*told = count_sentences(levels, level, script);
	return *told;
}

/* The language that a script has in a sentence. */
static enum language language_in(struct levels *levels, uint32_t sentence, unsigned script)
{
	if (script == SCRIPT_OTHER)
		return LANGUAGE_OTHER;
	if (script == SCRIPT_ARABIC && !levels->foreign)
		return LANGUAGE_ARABIC;
	while (sentence != LEVEL_NONE) {
		struct sentence *in = &levels->sentence[sentence];
		struct level *level = &levels->level[in->level];
		uint8_t told = sentence_tells(levels, in, script);
		if (told == TOLD_NOTHING)
			told = level_tells(levels, level, script);
		if (told != TOLD_NOTHING)
			return (enum language)(told - TOLD_FIRST);
		sentence = level->host;
	}
	return script == SCRIPT_LATIN ? LANGUAGE_FRENCH : LANGUAGE_ARABIC;
}

/* The level with the most words; of as many, the first. */
static struct level *largest_level(struct levels *levels)
{
	struct level *best = NULL;
	uint32_t most = 0;
	for (size_t i = 0; i < levels->level_count; i++) {
		uint32_t words = level_word_count(levels, &levels->level[i]);
		if (words > most) {
			best = &levels->level[i];
			most = words;
		}
	}
	return best;
}

enum language levels_level_language(struct levels *levels, size_t level)
{
	if (level >= levels->level_count)
		return LANGUAGE_NONE;
	struct level *at = &levels->level[level];
	unsigned script = level_script(levels, at);
	if (!script && at->host != LEVEL_NONE)
		return levels_sentence_language(levels, at->host);
	if (!script)
		at = largest_level(levels);
	return at ? language_in(levels, at->first_sentence, level_script(levels, at)) : LANGUAGE_NONE;
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

enum language levels_letter_language_at(struct levels *levels, size_t offset)
{
	if (!levels->piece_count)
		return LANGUAGE_NONE;
	return language_in(levels, (uint32_t)levels_sentence_at(levels, offset), SCRIPT_ARABIC);
}
