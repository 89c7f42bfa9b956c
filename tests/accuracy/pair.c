/* SPDX-License-Identifier: MIT */
#include "accuracy/pair.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "property/random.h"
#include "repair/codepage.h"
#include "unicode/utf8.h"

/* One word in so many is changed, one has noise, one space is the end of a line, one mark of punctuation goes. */
enum { REAL = 90, NOISE = 8, BREAK = 12, MARK = 6 };
/* One paragraph in so many has moved, one is damaged, one ends with a name that is spelt in another way. */
enum { MOVE = 40, DAMAGE = 50, NAME = 10 };
/* A paragraph that moves is longer than this, so that it is a passage and no phrase. */
enum { PASSAGE_BYTES = 200 };

/* ---- Noise: another writing of the same word ---- */

struct rewrite {
	const char *from, *to;
	class_set classes;
};

static const struct rewrite rewrites[] = {
	{"'", "\u2019", CLASS(APOSTROPHE)},
	{"\u2019", "'", CLASS(APOSTROPHE)},
	{"\u00AB", "\u201C", CLASS(QUOTE)},
	{"\u00BB", "\u201D", CLASS(QUOTE)},
	{"\"", "\u201F", CLASS(QUOTE)},
	{"-", "\u2011", CLASS(DASH)},
	{"\u2013", "-", CLASS(DASH)},
	{"\u00E9", "e", CLASS(ACCENT)},
	{"\u00E8", "e", CLASS(ACCENT)},
	{"\u00C9", "E", CLASS(ACCENT)},
	{"\u00E0", "a", CLASS(ACCENT)},
	{"\u00E9", "e\u0301", CLASS(FORM)},
	{"\u0153", "oe", CLASS(LIGATURE)},
	{"\u0623", "\u0627", CLASS(HAMZA)},
	{"\u0625", "\u0627", CLASS(HAMZA)},
	{"\u0644\u0645", "\u0644\u064E\u0645", CLASS(MARKS)},
	{"\u0645\u0646", "\u0645\u064F\u0646", CLASS(MARKS)},
	{"\u0645\u0627", "\u0645\u0640\u0640\u0627", CLASS(TATWEEL)},
	{"\u0628\u064A", "\u0628\u0640\u064A", CLASS(TATWEEL)},
	{"\u0644\u0627", "\uFEFB", CLASS(FORM)},
	{"1", "\u0661", CLASS(DIGIT_SHAPE)},
	{"2", "\u0662", CLASS(DIGIT_SHAPE)},
	{"en", "e\u00ADn", CLASS(INVISIBLE)},
	{"\u0648\u0646", "\u0648\u200F\u0646", CLASS(INVISIBLE)},
};

struct word {
	const char *at;
	size_t len;
};

static const char *find(struct word word, const char *text)
{
	return memmem(word.at, word.len, text, strlen(text));
}

/* Append the word with one rewrite that fits it. @return its class, 0 where none was found. */
static class_set rewrite(struct random *random, struct word word, struct buffer *out)
{
	enum { TRIES = 12 };
	for (int i = 0; i < TRIES; i++) {
		const struct rewrite *one = &rewrites[random_below(random, sizeof rewrites / sizeof *rewrites)];
		const char *place = find(word, one->from);
		if (!place)
			continue;
		size_t before = (size_t)(place - word.at), behind = before + strlen(one->from);
		buffer_append(out, word.at, before);
		buffer_append(out, one->to, strlen(one->to));
		buffer_append(out, word.at + behind, word.len - behind);
		return one->classes;
	}
	return 0;
}

static bool is_small(char c)
{
	return c >= 'a' && c <= 'z';
}

/* Append the word with a capital. */
static class_set capitalise(struct word word, struct buffer *out)
{
	if (!is_small(word.at[0]))
		return 0;
	char capital = (char)(word.at[0] - 'a' + 'A');
	buffer_append(out, &capital, 1);
	buffer_append(out, word.at + 1, word.len - 1);
	return CLASS(CASE);
}

/* ---- Real changes ---- */

/* A word of the same script that is in no text. */
static void append_new_word(struct random *random, bool arabic, struct buffer *out)
{
	static const char *const latin[] = {"zquarv", "wexolim", "jukpate", "vidrolux", "ozmekar"};
	static const char *const arab[] = {"\u0638\u063A\u062E\u0636", "\u0630\u062B\u0642\u0638\u0631", "\u0636\u062E\u063A\u0634\u0632"};
	const char *word = arabic ? arab[random_below(random, 3)] : latin[random_below(random, 5)];
	buffer_append(out, word, strlen(word));
}

/* Append a word with another digit in it. False where it has none. */
static bool append_other_number(struct word word, struct buffer *out)
{
	for (size_t i = 0; i < word.len; i++) {
		if (word.at[i] < '0' || word.at[i] > '9')
			continue;
		char digit = word.at[i] == '9' ? '3' : (char)(word.at[i] + 1);
		buffer_append(out, word.at, i);
		buffer_append(out, &digit, 1);
		buffer_append(out, word.at + i + 1, word.len - i - 1);
		return true;
	}
	return false;
}

/* A word of letters only, so that nothing else changes with it. */
static bool is_plain(struct word word, bool arabic)
{
	for (size_t i = 0; i < word.len; i++) {
		bool letter = arabic ? (unsigned char)word.at[i] >= 0xD8 || ((unsigned char)word.at[i] & 0xC0) == 0x80 : is_small(word.at[i]);
		if (!letter)
			return false;
	}
	/* the comma and the question mark are in the same block as the letters */
	return word.len > 3 && !find(word, "\u060C") && !find(word, "\u061F") && !find(word, "\u061B");
}

/* ---- The pair ---- */

static void add_known(struct pair *pair, size_t b, class_set classes)
{
	if (pair->count == pair->cap) {
		pair->cap = pair->cap ? pair->cap * 2 : 1024;
		pair->at = realloc(pair->at, pair->cap * sizeof *pair->at);
		if (!pair->at)
			exit(EXIT_FAILURE);
	}
	pair->at[pair->count++] = (struct known){b, pair->b.len, classes, false, false};
}

/* Put a word that is really changed. False where this one cannot be. */
static bool put_change(struct pair *pair, struct random *random, struct word word, bool arabic)
{
	size_t start = pair->b.len;
	if (append_other_number(word, &pair->b)) {
		add_known(pair, start, CLASS(NUMBER));
		return true;
	}
	if (!is_plain(word, arabic))
		return false;
	switch (random_below(random, 3)) {
	case 0: /* another word */
		append_new_word(random, arabic, &pair->b);
		break;
	case 1: /* one more */
		append_new_word(random, arabic, &pair->b);
		add_known(pair, start, CLASS(WORDING));
		buffer_append(&pair->b, " ", 1);
		buffer_append(&pair->b, word.at, word.len);
		return true;
	default: /* another ending, which is another word */
		buffer_append(&pair->b, word.at, word.len);
		append_new_word(random, arabic, &pair->b);
	}
	add_known(pair, start, CLASS(WORDING));
	return true;
}

/* Leave out the comma or semicolon at the end of a word. */
static bool put_without_mark(struct pair *pair, struct word word)
{
	static const char *const marks[] = {",", ";", "\u060C", "\u061B"};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t len = strlen(marks[i]);
		/* behind what nobody sees a mark has no place of its own */
		if (word.len <= len || memcmp(word.at + word.len - len, marks[i], len) != 0 || find(word, "\u200B"))
			continue;
		buffer_append(&pair->b, word.at, word.len - len);
		add_known(pair, pair->b.len, CLASS(PUNCTUATION));
		return true;
	}
	return false;
}

static bool put_noise(struct pair *pair, struct random *random, struct word word)
{
	size_t start = pair->b.len;
	class_set classes = random_once_in(random, 6) ? capitalise(word, &pair->b) : rewrite(random, word, &pair->b);
	if (classes)
		add_known(pair, start, classes);
	return classes != 0;
}

/*
 * The space in front of a word: mostly one, sometimes the end of a line, which is nothing, and sometimes noise. True for
 * noise, of which the word is a part.
 */
static bool put_space(struct pair *pair, struct random *random)
{
	size_t start = pair->b.len;
	if (random_once_in(random, BREAK)) {
		buffer_append(&pair->b, "\n", 1);
	} else if (random_once_in(random, 4 * NOISE)) {
		static const char *const spaces[] = {"\u00A0", "\u202F", "  "};
		const char *space = spaces[random_below(random, 3)];
		buffer_append(&pair->b, space, strlen(space));
		add_known(pair, start, CLASS(SPACE));
		return true;
	} else {
		buffer_append(&pair->b, " ", 1);
	}
	return false;
}

/* ---- Paragraphs ---- */

static void put_changed(struct pair *pair, struct random *random, const struct bed_paragraph *paragraph)
{
	const char *at = paragraph->text, *end = at + paragraph->len;
	bool arabic = paragraph->language == BED_ARABIC, changed = true;
	while (at < end) {
		const char *space = memchr(at, ' ', (size_t)(end - at));
		struct word word = {at, (size_t)((space ? space : end) - at)};
		/* never two in a row: what they are could not be told apart */
		bool quiet = changed;
		changed = !quiet && word.len && ((random_once_in(random, REAL) && put_change(pair, random, word, arabic)) ||
						 (random_once_in(random, MARK) && put_without_mark(pair, word)) ||
						 (random_once_in(random, NOISE) && put_noise(pair, random, word)));
		if (!changed)
			buffer_append(&pair->b, word.at, word.len);
		at += word.len + (space != NULL);
		if (space && !changed && at < end && *at != ' ')
			changed = put_space(pair, random);
		else if (space)
			buffer_append(&pair->b, " ", 1);
	}
}

/* Append a word as if its bytes were of windows-1252. True if a reader sees it: a damaged space is one. */
static bool append_misread(struct buffer *out, struct word word)
{
	bool seen = false;
	for (size_t i = 0; i < word.len; i++) {
		uint8_t byte = (uint8_t)word.at[i], utf8[4];
		uint32_t cp = codepage_characters[CODEPAGE_CP1252][byte];
		buffer_append(out, (const char *)utf8, utf8_encode(cp == CODEPAGE_NONE ? byte : cp, utf8));
		seen = seen || (byte >= 0xC2 && strncmp(word.at + i, "\u00A0", 2) != 0);
	}
	return seen;
}

static void put_damaged(struct pair *pair, const struct bed_paragraph *paragraph)
{
	const char *at = paragraph->text, *end = at + paragraph->len;
	while (at < end) {
		const char *space = memchr(at, ' ', (size_t)(end - at));
		struct word word = {at, (size_t)((space ? space : end) - at)};
		size_t start = pair->b.len;
		if (append_misread(&pair->b, word))
			add_known(pair, start, CLASS(ENCODING));
		at += word.len + (space != NULL);
		if (space)
			buffer_append(&pair->b, " ", 1);
	}
}

/* Paragraph number `index` ends with this name, or with none. */
static const struct two_names *name_of(const struct pair *pair, size_t index)
{
	return pair->names->count && index % NAME == 0 ? &pair->names->at[index / NAME * 7919 % pair->names->count] : NULL;
}

static void put_name(struct pair *pair, size_t index)
{
	const struct two_names *two = name_of(pair, index);
	if (!two)
		return;
	buffer_append(&pair->b, " (", 2);
	size_t start = pair->b.len;
	buffer_append(&pair->b, two->b, strlen(two->b));
	add_known(pair, start, CLASS(NAME));
	buffer_append(&pair->b, ")", 1);
}

static void put_paragraph(struct pair *pair, struct random *random, const struct bed *bed, size_t index)
{
	const struct bed_paragraph *paragraph = &bed->at[index];
	/* damage is told apart from other text where there is enough of it, and none beside it */
	if (paragraph->len > PASSAGE_BYTES && !name_of(pair, index) && random_once_in(random, DAMAGE)) {
		put_damaged(pair, paragraph);
	} else {
		put_changed(pair, random, paragraph);
		put_name(pair, index);
	}
}

/* ---- The order of paragraphs ---- */

struct place {
	size_t index; /* in the bed */
	bool moved;
};

/* Long enough for a passage, and much shorter than what it moves over: else that may as well have moved. */
static bool can_move(const struct bed *bed, const struct place *at)
{
	size_t len = bed->at[at[0].index].len, over = 0;
	for (int i = 1; i <= 3; i++)
		over += bed->at[at[i].index].len;
	return len > PASSAGE_BYTES && len < over / 4;
}

/* Some paragraphs stand three places further down in the second text. */
static void move_some(struct random *random, const struct bed *bed, struct place *places, size_t count)
{
	for (size_t i = 0; i + 4 < count; i++) {
		if (!random_once_in(random, MOVE) || !can_move(bed, places + i))
			continue;
		struct place moved = {places[i].index, true};
		memmove(places + i, places + i + 1, 3 * sizeof *places);
		places[i + 3] = moved;
		i += 4;
	}
}

static void put_all(struct pair *pair, struct random *random, const struct bed *bed, const struct place *places, size_t count)
{
	enum { END = 12 }; /* bytes, and so more than a blank at the end */
	for (size_t i = 0; i < count; i++) {
		put_paragraph(pair, random, bed, places[i].index);
		if (places[i].moved)
			add_known(pair, pair->b.len - END, CLASS(MOVED));
		buffer_append(&pair->b, "\n", 1);
	}
}

static void put_first(struct pair *pair, const struct bed *bed, size_t index)
{
	const struct two_names *two = name_of(pair, index);
	buffer_append(&pair->a, bed->at[index].text, bed->at[index].len);
	if (two) {
		buffer_append(&pair->a, " (", 2);
		buffer_append(&pair->a, two->a, strlen(two->a));
		buffer_append(&pair->a, ")", 1);
	}
	buffer_append(&pair->a, "\n", 1);
}

void pair_make(struct pair *pair, const struct bed *bed, const struct pair_names *names, size_t bytes, uint64_t seed)
{
	struct random random = {seed};
	struct place *places = malloc((bed->len + 1) * sizeof *places);
	size_t count = 0;
	if (!places)
		exit(EXIT_FAILURE);
	pair->names = names;
	/* French and Arabic by turns, from both ends of the bed */
	for (size_t i = 0; i < bed->len && pair->a.len < bytes; i++) {
		places[count] = (struct place){i % 2 ? bed->len - 1 - i / 2 : i / 2, false};
		put_first(pair, bed, places[count++].index);
	}
	move_some(&random, bed, places, count);
	put_all(pair, &random, bed, places, count);
	free(places);
	if (pair->a.failed || pair->b.failed)
		exit(EXIT_FAILURE);
}

void pair_release(struct pair *pair)
{
	buffer_release(&pair->a);
	buffer_release(&pair->b);
	free(pair->at);
	*pair = (struct pair){0};
}
