/* SPDX-License-Identifier: MIT */
/* The words of sentences, by script. They are counted where scripts mix: elsewhere there is nothing to weigh. */
#include "text/level_mark.h"

struct counter {
	struct word_count words;
	bool row;           /* in a row of capitalised words */
	uint32_t particles; /* lower-case words since the last of these */
};

void level_reader_enter(struct level_reader *reader, uint32_t piece)
{
	const struct levels *levels = reader->levels;
	size_t end = piece + 1 < levels->piece_count ? levels->piece[piece + 1].start : levels->len;
	reader->piece = piece;
	reader->at = levels->text + levels->piece[piece].start;
	reader->end = levels->text + end;
}

bool level_reader_next(struct level_reader *reader)
{
	uint32_t next = reader->levels->piece[reader->piece].next;
	if (next == LEVEL_NONE)
		return false;
	level_reader_enter(reader, next);
	return true;
}

static void count_word(struct counter *counter, unsigned script, bool leads)
{
	counter->words.of[script]++;
	if (!counter->words.first)
		counter->words.first = (uint8_t)script;
	if (leads && !counter->words.lead)
		counter->words.lead = (uint8_t)script;
}

/* A row of capitalised words is one word, and so are short words inside it. */
static void count_latin(struct counter *counter, bool capital, uint32_t letters)
{
	if (capital) {
		if (counter->row)
			counter->words.of[SCRIPT_LATIN] -= counter->particles;
		else
			count_word(counter, SCRIPT_LATIN, false);
		counter->row = true;
		counter->particles = 0;
		return;
	}
	count_word(counter, SCRIPT_LATIN, true);
	counter->row = counter->row && letters <= 3;
	counter->particles++;
}

/* Go on to the end of a word; returns how many letters it has. */
static uint32_t skip_word(struct level_reader *reader, unsigned script)
{
	uint32_t count = 0;
	while (reader->at < reader->end) {
		struct letter letter = letter_at(reader->at, reader->end);
		if (letter.class != CLASS_TRANSPARENT && (class_flags(letter.class) & LETTERS_SCRIPTS) != script)
			break;
		count += letter.class != CLASS_TRANSPARENT;
		reader->at += letter.length;
	}
	return count;
}

/* Whether the word [start, end), with more behind it, begins a URL without a scheme. */
static bool is_www(const uint8_t *start, const uint8_t *end)
{
	return end - start == 3 && *end == '.' && (start[0] | 0x20) == 'w' && (start[1] | 0x20) == 'w' &&
	       (start[2] | 0x20) == 'w';
}

static void read_word(struct level_reader *reader, struct counter *counter, unsigned class)
{
	const struct counter before = *counter;
	const uint8_t *start = reader->at;
	unsigned script = class_flags(class) & LETTERS_SCRIPTS;
	uint32_t count = skip_word(reader, script);
	if (script == LETTERS_LATIN)
		count_latin(counter, class == CLASS_UPPER, count);
	else
		count_word(counter, script == LETTERS_ARABIC ? SCRIPT_ARABIC : SCRIPT_OTHER, true);
	if (script != LETTERS_LATIN)
		counter->row = false;
	bool latin = script == LETTERS_LATIN;
	if (reader->at == reader->end || !(is_www(start, reader->at) || level_is_address(reader->at, reader->end, latin)))
		return;
	/* The word was the start of a URL, or the name in an address. */
	*counter = before;
	counter->row = false;
	reader->at = level_address_end(reader->at, reader->end);
}

static void read_piece(struct level_reader *reader, struct counter *counter)
{
	counter->row = false;
	while (reader->at < reader->end) {
		struct letter letter = letter_at(reader->at, reader->end);
		if (class_is_letter(letter.class))
			read_word(reader, counter, letter.class);
		else if (letter.class == CLASS_AT && level_is_address(reader->at, reader->end, false))
			reader->at = level_address_end(reader->at, reader->end);
		else
			reader->at += letter.length;
	}
}

static const struct word_count *count_sentence(struct levels *levels, struct sentence *sentence)
{
	if (sentence->counted)
		return &sentence->words;
	struct counter counter = {.row = false};
	struct level_reader reader = {.levels = levels};
	level_reader_enter(&reader, sentence->first_piece);
	do
		read_piece(&reader, &counter);
	while (level_reader_next(&reader));
	sentence->words = counter.words;
	sentence->counted = true;
	return &sentence->words;
}

/* The script of letters that are all of one; SCRIPT_COUNT when words have to be counted. */
static unsigned only_script(unsigned letters)
{
	switch (letters & ~(unsigned)LETTERS_FOREIGN) {
	case 0:
		return SCRIPT_NONE;
	case LETTERS_LATIN:
		return SCRIPT_LATIN;
	case LETTERS_ARABIC:
		return SCRIPT_ARABIC;
	case LETTERS_OTHER:
		return SCRIPT_OTHER;
	default:
		return SCRIPT_COUNT;
	}
}

unsigned level_sentence_script(struct levels *levels, struct sentence *sentence)
{
	unsigned only = only_script(sentence->letters);
	if (only < SCRIPT_COUNT)
		return only;
	const struct word_count *words = count_sentence(levels, sentence);
	unsigned best = words->lead ? words->lead : words->first;
	for (unsigned script = SCRIPT_LATIN; best && script < SCRIPT_COUNT; script++)
		if (script != best && words->of[script] > 2 * words->of[best])
			best = script;
	return best;
}

static const struct word_count *count_level(struct levels *levels, struct level *level)
{
	for (uint32_t i = level->first_sentence; i != LEVEL_NONE && !level->counted; i = levels->sentence[i].next) {
		const struct word_count *words = count_sentence(levels, &levels->sentence[i]);
		for (unsigned script = SCRIPT_LATIN; script < SCRIPT_COUNT; script++)
			level->words.of[script] += words->of[script];
		if (!level->words.first)
			level->words.first = words->first;
	}
	level->counted = true;
	return &level->words;
}

unsigned level_script(struct levels *levels, struct level *level)
{
	unsigned only = only_script(level->letters);
	if (only < SCRIPT_COUNT)
		return only;
	const struct word_count *words = count_level(levels, level);
	unsigned best = words->first;
	for (unsigned script = SCRIPT_LATIN; best && script < SCRIPT_COUNT; script++)
		if (words->of[script] > words->of[best])
			best = script;
	return best;
}

uint32_t level_word_count(struct levels *levels, struct level *level)
{
	return count_level(levels, level)->of[level_script(levels, level)];
}

bool levels_is_word_before(const uint8_t *text, size_t offset)
{
	enum { STEPS = 1024 };
	struct letter last = {0};
	const uint8_t *at = text + offset;
	for (unsigned step = 0; step < STEPS && at > text; step++) {
		struct letter letter = letter_before(text, at);
		at -= letter.length;
		if (letter.class == CLASS_SPACE && !last.length)
			step--;
		if (letter.class == CLASS_TRANSPARENT || (letter.class == CLASS_SPACE && !last.length))
			continue;
		unsigned script = class_flags(letter.class) & LETTERS_SCRIPTS;
		if (!script || (last.length && script != (class_flags(last.class) & LETTERS_SCRIPTS)))
			return false;
		if (last.length && letter_key(last.cp) != letter_key(letter.cp))
			return true;
		last = letter;
	}
	return false;
}
