/* SPDX-License-Identifier: MIT */
/*
 * What an Arabic letter was of whose two bytes D9 is left. windows-1252 has no character for 81, 8D, 8F and 90, so where such bytes
 * get lost, feh and the marks kasratan, damma and kasra become the same. Pairs of letters do not tell them apart. The word does:
 * whether it is known with feh, or without; and triples of letters, where it is not.
 */
#include "repair/arabic_words.h"
#include "repair/letter_order.h"
#include "repair/mojibake.h"

enum {
	HAH = 0x062D,
	FEH = 0x0641,
	KASRATAN = 0x064D,
	DAMMA = 0x064F,
	KASRA = 0x0650,
	SHADDA = 0x0651,
	FATHA = 0x064E,
	SUKUN = 0x0652,
	ALEF_BELOW = 0x0625,
	ALEF = 0x0627,
	BEH = 0x0628,
	SEEN = 0x0633,
	LAM = 0x0644,
	WAW = 0x0648,
	YEH = 0x064A,
	LEAD_D8 = 0xD8,
	LEAD_D9 = 0xD9,
	REPLACEMENT = 0xFFFD,
	/*
	 * How much likelier the letters have to be without feh. News write few marks: those who write kasratan do so at many ends, a
	 * damma stands in one word of 200. Behind long vowels many names end with feh.
	 */
	END_COST = 7 * LETTER_ORDER_BIT,
	END_NAME_COST = 10 * LETTER_ORDER_BIT,
	END_KNOWN_GAIN = 4 * LETTER_ORDER_BIT, /* they may even be less likely */
	KNOWN_COST = 8 * LETTER_ORDER_BIT, /* inside a word that is known without feh */
	FEH_COST = 16 * LETTER_ORDER_BIT,  /* inside others, and of what is known with feh */
	/* Those who write other marks in a word write these, too. */
	SHADDA_GAIN = 7 * LETTER_ORDER_BIT,
	VOWEL_GAIN = 12 * LETTER_ORDER_BIT,
};

static bool is_substitute(const struct mojibake_cell *at)
{
	return at->cp == REPLACEMENT || at->cp == '?';
}

/* The character of Arabic that begins at `at`, 0 where none does. What is lost counts as the letter that it mostly is. */
static uint32_t arabic_at(enum codepage page, const struct mojibake_cell *at, size_t *ret_length)
{
	int lead = at->bytes[page];
	*ret_length = 1;
	if (lead != LEAD_D8 && lead != LEAD_D9)
		return 0;
	int trail = at[1].bytes[page];
	bool whole = trail >= 0x80 && trail < 0xC0;
	*ret_length += whole || is_substitute(&at[1]);
	if (whole)
		return (uint32_t)(lead & 0x1F) << 6 | (trail & 0x3F);
	return lead == LEAD_D9 ? FEH : HAH;
}

/* The same of the character that ends in front of `*at`, which then is where it begins. */
static uint32_t arabic_before(enum codepage page, const struct mojibake_cell **at)
{
	size_t length;
	for (size_t back = 1; back <= 2 && !(*at)[-1].outside; back++) {
		const struct mojibake_cell *start = *at - back;
		uint32_t cp = arabic_at(page, start, &length);
		if (cp && length == back) {
			*at = start;
			return cp;
		}
	}
	return 0;
}

/* The letters round what is lost: of the same word, those next to it first. */
struct side {
	uint8_t letters[ARABIC_WORD_MAX + 1];
	size_t count;
	bool shadda, vowels; /* there are such marks */
};

/* See a character of a side; false where the word ends, or is too long to be one. */
static bool see(struct side *side, uint32_t cp)
{
	unsigned class = letter_order_class(cp);
	side->shadda |= cp == SHADDA;
	side->vowels |= cp == FATHA || cp == SUKUN;
	if (class != LETTER_ORDER_EDGE)
		side->letters[side->count++] = (uint8_t)class;
	return side->count <= ARABIC_WORD_MAX && (class != LETTER_ORDER_EDGE || letter_order_passes(cp));
}

/* `in_front` is the character in front of `at`, as it was read. */
static struct side look_before(enum codepage page, const struct mojibake_cell *at, uint32_t in_front)
{
	struct side side = {.count = 0};
	uint32_t cp = arabic_before(page, &at);
	bool goes_on = see(&side, in_front);
	while (goes_on && cp && (cp = arabic_before(page, &at)))
		goes_on = see(&side, cp);
	return side;
}

static struct side look_behind(enum codepage page, const struct mojibake_cell *at)
{
	struct side side = {.count = 0};
	size_t length;
	for (uint32_t cp = arabic_at(page, at, &length); cp && see(&side, cp); cp = arabic_at(page, at, &length))
		at += length;
	return side;
}

/* The class at `i` of a side; behind its last letter is the edge of the word. */
static unsigned letter_of(const struct side *side, size_t i)
{
	return i < side->count ? side->letters[i] : LETTER_ORDER_EDGE;
}

/* How much likelier the letters are with feh between them than without. */
static long weigh_feh(const struct side *before, const struct side *behind)
{
	const unsigned feh = letter_order_class(FEH), first = letter_of(before, 1), last = letter_of(before, 0), next = letter_of(behind, 0);
	long with = letter_order_next[first][last][feh] + letter_order_next[last][feh][next];
	long without = letter_order_next[first][last][next];
	if (next != LETTER_ORDER_EDGE) {
		with += letter_order_next[feh][next][letter_of(behind, 1)];
		without += letter_order_next[last][next][letter_of(behind, 1)];
	}
	with -= before->shadda || behind->shadda ? SHADDA_GAIN : 0;
	return with - without - (before->vowels || behind->vowels ? VOWEL_GAIN - SHADDA_GAIN : 0);
}

/* ---- Words ---- */

struct word {
	uint8_t letters[2 * ARABIC_WORD_MAX + 3];
	size_t len, lost; /* where the lost letter is, or would be */
};

/* The word with feh, or without. */
static struct word put_together(const struct side *before, const struct side *behind, bool feh)
{
	struct word word = {.lost = before->count};
	for (size_t i = before->count; i > 0; i--)
		word.letters[word.len++] = before->letters[i - 1];
	if (feh)
		word.letters[word.len++] = (uint8_t)letter_order_class(FEH);
	for (size_t i = 0; i < behind->count; i++)
		word.letters[word.len++] = behind->letters[i];
	return word;
}

static bool is_known(const struct word *word, const struct arabic_starts *starts)
{
	return arabic_word_is_known(word->letters, word->len, starts, word->lost);
}

/* ---- Judgement ---- */

/* How much likelier the letters may be with feh, or have to be without, for a word that ends here. */
static long end_limit(unsigned last, bool known)
{
	bool named = last == letter_order_class(ALEF) || last == letter_order_class(WAW) || last == letter_order_class(YEH);
	return known ? END_KNOWN_GAIN : named ? -END_NAME_COST : -END_COST;
}

/*
 * A damma is written on the first letter of a word, also behind a prefix: what is read otherwise elsewhere is a rare name. What has
 * other vowels may have it anywhere.
 */
static bool may_have_damma(const struct side *before, const struct side *behind)
{
	unsigned first = letter_of(before, 1);
	return before->vowels || behind->vowels || first == LETTER_ORDER_EDGE || first == letter_order_class(WAW) ||
	       first == letter_order_class(SEEN) || first == letter_order_class(LAM) || first == letter_order_class(FEH);
}

/* Alef with hamza below has no other vowel, and neither have the prefixes ب and ل in front of a word. */
static bool has_kasra(const struct side *before, const struct word *word)
{
	unsigned first = letter_of(before, 0);
	bool prefix = before->count == 1 && (first == letter_order_class(BEH) || first == letter_order_class(LAM));
	return first == letter_order_class(ALEF_BELOW) ||
	       (prefix && word->len > ARABIC_STEM_MIN && arabic_word_is_listed(word->letters + 1, word->len - 1));
}

static uint32_t judge(const struct side *before, const struct side *behind, bool shadda)
{
	struct word with = put_together(before, behind, true), without = put_together(before, behind, false);
	struct arabic_starts starts = arabic_word_starts(without.letters, without.len);
	bool ends = behind->count == 0, known = is_known(&without, &starts);
	long feh = weigh_feh(before, behind), limit = ends ? end_limit(before->letters[0], known) : known ? -KNOWN_COST : -FEH_COST;
	if (feh >= (is_known(&with, &starts) ? -FEH_COST : limit))
		return FEH;
	if (ends) /* what is behind an article has no kasratan */
		return starts.article ? FEH : KASRATAN;
	if (shadda || !may_have_damma(before, behind))
		return FEH;
	return has_kasra(before, &without) ? KASRA : DAMMA;
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
	bool shadda = before == SHADDA;
	if (!is_lost(guess) || !loses(page, FEH) || !loses(page, KASRATAN) || !loses(page, DAMMA) ||
	    (!letter_order_class(before) && !shadda))
		return guess;
	struct side in_front = look_before(page, at, before), behind = look_behind(page, end);
	return in_front.count > 0 ? judge(&in_front, &behind, shadda) : guess;
}
