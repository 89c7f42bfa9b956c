/* SPDX-License-Identifier: MIT */
/*
 * What an Arabic letter was of whose two bytes D9 is left. windows-1252 has no character for 81, 8D, 8F and 90, so where such bytes
 * get lost, feh and the marks kasratan, damma and kasra become the same. Pairs of letters do not tell them apart. The word does:
 * whether it is more natural with feh, or without, and where in it those who write a mark write one.
 */
#include "repair/arabic_words.h"
#include "repair/letter_order.h"
#include "repair/mojibake.h"
#include "repair/word_model.h"

enum {
	HAH = 0x062D,
	FEH = 0x0641,
	FATHATAN = 0x064B,
	DAMMATAN = 0x064C,
	KASRATAN = 0x064D,
	FATHA = 0x064E,
	DAMMA = 0x064F,
	KASRA = 0x0650,
	SHADDA = 0x0651,
	SUKUN = 0x0652,
	HAMZA_ABOVE = 0x0623,
	ALEF_BELOW = 0x0625,
	ALEF = 0x0627,
	BEH = 0x0628,
	TEH = 0x062A,
	DAL = 0x062F,
	AIN = 0x0639,
	QAF = 0x0642,
	KAF = 0x0643,
	LAM = 0x0644,
	MEEM = 0x0645,
	NOON = 0x0646,
	WAW = 0x0648,
	ALEF_MAKSURA = 0x0649,
	YEH = 0x064A,
	LEAD_D8 = 0xD8,
	LEAD_D9 = 0xD9,
	REPLACEMENT = 0xFFFD,
	CHARACTERS_MAX = 2 * ARABIC_WORD_MAX, /* of a word, with its marks */
	PREPOSITION_MAX = 3,                  /* letters */
	TRIED_MAX = 3,                        /* lost letters of a word of which it is asked what all of them are */
	NEAR = 256,                           /* cells on either side that show whether other marks are written */
	NEAR_MAX = 3,                         /* marks that are counted there */
};

/*
 * How rare marks are, in eighths of a bit: most texts have none, and those that have some write the vowels that tell words apart, as
 * that of a verb without subject. Found by logistic regression, as are the weights of word_model.c; but what concerns kasratan was
 * chosen between the news, which hardly ever write it, and texts that do.
 */
enum {
	END_COST = 36, /* kasratan */
	END_GENITIVE_GAIN = 9,
	END_NOUN_GAIN = 21,     /* the word is known with an article: verbs and most names are not */
	END_TANWIN_GAIN = 14,   /* fathatan is written near it */
	END_DEFINITE_COST = 30, /* the next word has an article, and would have taken the tanwin away */
	FIRST_COST = 52,        /* a vowel on the first letter, also behind what is written together with the word */
	FIRST_VERB_COST = 33,   /* … that may be the prefix of a verb, or of a participle */
	ALEF_COST = 86,         /* alef has a vowel by itself */
	INSIDE_COST = 79,
	NEVER = 10000,
	/* Those who write other marks in a word, or near it, write these, too. */
	SHADDA_GAIN = 42,
	VOWEL_GAIN = 19,
	NEAR_GAIN = 17,
};

static bool is_substitute(const struct mojibake_cell *at)
{
	return at->cp == REPLACEMENT || at->cp == '?';
}

/* A character of Arabic. What is lost counts as the letter that it mostly is. */
struct arabic {
	uint32_t cp; /* 0 where there is none */
	size_t length;
	bool lost;
};

static struct arabic arabic_at(enum codepage page, const struct mojibake_cell *at)
{
	int lead = at->bytes[page], trail = at[1].bytes[page];
	if (lead != LEAD_D8 && lead != LEAD_D9)
		return (struct arabic){.length = 1};
	if (trail >= 0x80 && trail < 0xC0)
		return (struct arabic){(uint32_t)(lead & 0x1F) << 6 | (trail & 0x3F), 2, false};
	return (struct arabic){lead == LEAD_D9 ? FEH : HAH, is_substitute(&at[1]) ? 2 : 1, true};
}

/* The same of the character that ends in front of `*at`, which then is where it begins. */
static uint32_t arabic_before(enum codepage page, const struct mojibake_cell **at)
{
	for (size_t back = 1; back <= 2 && !(*at)[-1].outside; back++) {
		const struct mojibake_cell *start = *at - back;
		struct arabic arabic = arabic_at(page, start);
		if (arabic.cp && arabic.length == back) {
			*at = start;
			return arabic.cp;
		}
	}
	return 0;
}

/* ---- The word ---- */

/* A word in which letters are lost: with feh for each of them. `lost` are those that may be marks, by their numbers. */
struct word {
	uint8_t letters[ARABIC_WORD_MAX];
	size_t len;
	size_t lost[ARABIC_WORD_MAX], lost_count;
	size_t asked; /* the number of the one that is asked for; ARABIC_WORD_MAX if it is none of them */
	bool shadda, vowels; /* there are such marks */
	const struct mojibake_cell *start, *end;
};

static bool is_of_word(uint32_t cp)
{
	return letter_order_class(cp) != LETTER_ORDER_EDGE || letter_order_passes(cp);
}

static bool is_vowel(uint32_t cp)
{
	return cp >= FATHATAN && cp <= SUKUN && cp != SHADDA;
}

/* Where the word begins that `at` is in, or what is read of it. */
static const struct mojibake_cell *word_start(enum codepage page, const struct mojibake_cell *at)
{
	const struct mojibake_cell *before = at;
	for (size_t i = 0; i < CHARACTERS_MAX && is_of_word(arabic_before(page, &before)); i++)
		at = before;
	return at;
}

static void see_mark(struct word *word, uint32_t cp)
{
	word->shadda |= cp == SHADDA;
	word->vowels |= cp == FATHA || cp == SUKUN || cp == DAMMATAN;
	/* a mark has no other one behind it */
	if (is_vowel(cp) && word->lost_count > 0 && word->lost[word->lost_count - 1] + 1 == word->len)
		word->lost_count--;
}

static void see_letter(struct word *word, uint32_t cp, bool markable)
{
	if (markable && word->len > 0)
		word->lost[word->lost_count++] = word->len;
	word->letters[word->len++] = (uint8_t)letter_order_class(cp);
}

/*
 * Read the word that [at, end) is in; false if it is too long to be one. `in_front` is the character in front of it, which may not be
 * misread.
 */
static bool read_word(enum codepage page, const struct mojibake_cell *at, const struct mojibake_cell *end, uint32_t in_front,
		      struct word *ret)
{
	const struct mojibake_cell *next = word_start(page, at);
	size_t asked = ARABIC_WORD_MAX;
	uint32_t before = 0;
	*ret = (struct word){.start = next};
	if (next == at && letter_order_class(in_front) != LETTER_ORDER_EDGE)
		see_letter(ret, in_front, false);
	for (size_t i = 0; i < CHARACTERS_MAX; i++) {
		struct arabic arabic = arabic_at(page, next);
		if (!is_of_word(arabic.cp))
			break;
		if (ret->len == ARABIC_WORD_MAX)
			return false;
		if (next == at)
			asked = ret->len;
		if (letter_order_passes(arabic.cp))
			see_mark(ret, arabic.cp);
		else
			see_letter(ret, arabic.cp, arabic.lost && arabic.cp == FEH && !is_vowel(before));
		before = arabic.cp;
		next = next == at ? end : next + arabic.length;
	}
	ret->end = next;
	for (ret->asked = 0; ret->asked < ret->lost_count && ret->lost[ret->asked] != asked; ret->asked++)
		;
	return ret->asked < ret->lost_count;
}

/* Which of the lost letters are tried: the one that is asked for, and those next to it. */
struct tried {
	size_t first, count;
};

static struct tried choose(const struct word *word)
{
	size_t first = word->asked > 0 ? word->asked - 1 : 0, count = word->lost_count - first;
	return (struct tried){first, count < TRIED_MAX ? count : TRIED_MAX};
}

/* The word if those of the tried letters are marks of which `set` has the bits; how many letters are left. */
static size_t put_together(const struct word *word, struct tried tried, unsigned set, uint8_t ret[ARABIC_WORD_MAX])
{
	size_t len = 0, lost = tried.first, end = tried.first + tried.count;
	for (size_t i = 0; i < word->len; i++) {
		bool tries = lost < end && word->lost[lost] == i;
		if (!tries || !(set >> (lost - tried.first) & 1))
			ret[len++] = word->letters[i];
		lost += tries;
	}
	return len;
}

/* ---- Judgement ---- */

static bool is_one_of(uint8_t letter, const uint16_t *letters, size_t count)
{
	bool found = false;
	for (size_t i = 0; i < count && !found; i++)
		found = letter == letter_order_class(letters[i]);
	return found;
}

/* Whether the letter at `at` is the first, or the first behind what is written together with the word. */
static bool begins_word(const struct arabic_starts *starts, size_t at)
{
	bool begins = at == 0;
	for (size_t i = 0; i < starts->count && !begins; i++)
		begins = starts->at[i] == at;
	return begins;
}

/* How rare a mark is in place of the letter at `at`, if nothing else of the word has marks. */
static long cost_at(const struct word *word, const struct arabic_starts *starts, size_t at)
{
	static const uint16_t verbs[] = {HAMZA_ABOVE, TEH, MEEM, NOON, YEH};
	uint8_t before = word->letters[at - 1];
	if (at + 1 == word->len)
		return starts->article ? NEVER : END_COST;
	if (!begins_word(starts, at - 1))
		return INSIDE_COST;
	if (before == letter_order_class(ALEF))
		return ALEF_COST;
	return at == 1 && is_one_of(before, verbs, sizeof verbs / sizeof verbs[0]) ? FIRST_VERB_COST : FIRST_COST;
}

/* How much less marks cost in a word, because of others in it and near it: vowels, which news hardly ever write, and fathatan. */
struct gains {
	long all, end;
};

static struct gains gains_near(enum codepage page, const struct word *word)
{
	const struct mojibake_cell *start = word->start, *end = word->end;
	long vowels = 0;
	bool tanwin = false;
	while (word->start - start < NEAR && !start[-1].outside)
		start--;
	for (; start < end + NEAR && !start->outside; start++) {
		uint32_t cp = start->bytes[page] == LEAD_D9 ? arabic_at(page, start).cp : 0;
		vowels += cp == DAMMATAN || cp == FATHA || cp == SUKUN;
		tanwin |= cp == FATHATAN;
	}
	long all = NEAR_GAIN * (vowels < NEAR_MAX ? vowels : NEAR_MAX);
	all += (word->shadda ? SHADDA_GAIN : 0) + (word->vowels ? VOWEL_GAIN : 0);
	return (struct gains){all, tanwin ? END_TANWIN_GAIN : 0};
}

/* Whether the word in front of the one that begins at `at` is a preposition, or كل. */
static bool follows_preposition(enum codepage page, const struct mojibake_cell *at)
{
	static const uint16_t words[][PREPOSITION_MAX] = {{FEH, YEH},
							  {MEEM, NOON},
							  {AIN, LAM, ALEF_MAKSURA},
							  {ALEF_BELOW, LAM, ALEF_MAKSURA},
							  {AIN, NOON},
							  {KAF, LAM},
							  {HAMZA_ABOVE, YEH},
							  {BEH, AIN, DAL},
							  {QAF, BEH, LAM}};
	uint16_t letters[PREPOSITION_MAX + 1] = {0}, word[PREPOSITION_MAX] = {0};
	size_t len = 0;
	bool found = false;
	if (at[-1].outside || at[-1].cp != ' ')
		return false;
	at--;
	for (uint32_t cp; len <= PREPOSITION_MAX && (cp = arabic_before(page, &at)) != 0; len++)
		letters[len] = (uint16_t)cp;
	for (size_t i = 0; i < len && len <= PREPOSITION_MAX; i++)
		word[i] = letters[len - 1 - i];
	for (size_t i = 0; i < sizeof words / sizeof words[0] && !found; i++)
		found = memcmp(word, words[i], sizeof word) == 0;
	return found;
}

/* Whether what stands behind a space begins with an article. */
static bool precedes_article(enum codepage page, const struct mojibake_cell *end)
{
	return end->cp == ' ' && !end->outside && arabic_at(page, end + 1).cp == ALEF && arabic_at(page, end + 3).cp == LAM;
}

/* Whether the word without what is lost at its end, or what is left behind a prefix, is known with an article. */
static bool is_noun(const struct word *word)
{
	uint8_t letters[ARABIC_WORD_MAX + 2] = {(uint8_t)letter_order_class(ALEF), (uint8_t)letter_order_class(LAM)};
	struct arabic_starts starts = arabic_word_starts(word->letters, word->len - 1);
	bool noun = false;
	for (size_t i = 0; i < starts.count && !noun; i++) {
		size_t at = starts.at[i], len = word->len - 1 - at;
		memcpy(letters + 2, word->letters + at, len);
		noun = (at == 0 || len >= ARABIC_STEM_MIN) && word_model_knows(letters, 2 + len);
	}
	return noun;
}

/* How much less kasratan costs than elsewhere. */
static long end_gain(enum codepage page, const struct word *word)
{
	static const uint16_t prefixes[] = {BEH, KAF, LAM};
	bool genitive = is_one_of(word->letters[0], prefixes, sizeof prefixes / sizeof prefixes[0]) || follows_preposition(page, word->start);
	return (genitive ? END_GENITIVE_GAIN : 0) + (!word_model_knows(word->letters, word->len) && is_noun(word) ? END_NOUN_GAIN : 0) - (precedes_article(page, word->end) ? END_DEFINITE_COST : 0);
}

/* How natural the word is if those of `set` are marks. */
static long weigh(const struct word *word, const struct arabic_starts *starts, struct tried tried, unsigned set,
		  const struct gains *gains)
{
	uint8_t letters[ARABIC_WORD_MAX];
	long cost = 0;
	for (size_t i = 0; i < tried.count; i++) {
		size_t at = word->lost[tried.first + i];
		long here = cost_at(word, starts, at) - (at + 1 == word->len ? gains->end : gains->all);
		bool follows = i > 0 && set >> (i - 1) & 1 && word->lost[tried.first + i - 1] + 1 == at;
		if (set >> i & 1)
			cost += follows ? NEVER : here > 0 ? here : 0;
	}
	return word_model_weigh(letters, put_together(word, tried, set, letters)) - cost;
}

/* Whether the letter that is asked for is a mark. */
static bool is_mark(const struct word *word, enum codepage page)
{
	struct arabic_starts starts = arabic_word_starts(word->letters, word->len);
	struct tried tried = choose(word);
	unsigned asked = 1u << (word->asked - tried.first), best_set = 0;
	uint8_t letters[ARABIC_WORD_MAX];
	size_t without = put_together(word, tried, asked, letters);
	if (word_model_knows(word->letters, word->len) && !word_model_knows(letters, without))
		return false;
	struct gains gains = gains_near(page, word);
	gains.end += gains.all + end_gain(page, word);
	long best = weigh(word, &starts, tried, 0, &gains);
	for (unsigned set = 1; set < 1u << tried.count; set++) {
		long value = weigh(word, &starts, tried, set, &gains);
		if (value > best) {
			best = value;
			best_set = set;
		}
	}
	return best_set & asked;
}

/*
 * Alef with hamza below has no other vowel, and neither have the prefixes ب and ل in front of a word. Inside of a word damma is mostly
 * written in front of waw.
 */
static bool has_kasra(const struct word *word, size_t at)
{
	static const uint16_t prepositions[] = {BEH, LAM};
	uint8_t before = word->letters[at - 1];
	struct arabic_starts starts = arabic_word_starts(word->letters, word->len);
	if (!begins_word(&starts, at - 1))
		return word->letters[at + 1] != letter_order_class(WAW);
	bool prefix = at == 1 && is_one_of(before, prepositions, sizeof prepositions / sizeof prepositions[0]);
	return before == letter_order_class(ALEF_BELOW) ||
	       (prefix && word->len > ARABIC_STEM_MIN && arabic_word_is_listed(word->letters + 2, word->len - 2));
}

static bool is_lost(uint32_t cp)
{
	return cp == FEH || cp == KASRATAN || cp == DAMMA || cp == KASRA;
}

static bool loses(enum codepage page, uint32_t cp)
{
	return codepage_characters[page][0x80 | (cp & 0x3F)] == CODEPAGE_NONE;
}

uint32_t mojibake_lost_arabic(enum codepage page, const struct mojibake_cell *at, const struct mojibake_cell *end, uint32_t before,
			      uint32_t guess)
{
	struct word word;
	if (!is_lost(guess) || !loses(page, FEH) || !loses(page, KASRATAN) || !loses(page, DAMMA) ||
	    (!letter_order_class(before) && before != SHADDA))
		return guess;
	if (!read_word(page, at, end, before, &word) || !is_mark(&word, page))
		return FEH;
	size_t lost = word.lost[word.asked];
	return lost + 1 == word.len ? KASRATAN : has_kasra(&word, lost) ? KASRA : DAMMA;
}
