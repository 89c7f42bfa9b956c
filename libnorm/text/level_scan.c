/* SPDX-License-Identifier: MIT */
/* The marks of a paragraph, and the words between them. */
#include "base/memory.h"
#include "text/level_mark.h"

/* How far the scanner is behind an end of a sentence. */
enum wait { WAIT_NONE, WAIT_NEAR, WAIT_SPACE, WAIT_BREAK };

struct scanner {
	struct levels *levels;
	const struct letters *letters;
	const uint8_t *text, *at, *end;
	struct word_count words; /* since the last mark */
	const uint8_t *word;     /* the last word */
	uint32_t word_letters;
	uint8_t word_script;
	uint8_t before;     /* class of the last character that is not transparent */
	uint8_t wait;       /* enum wait */
	uint32_t border;    /* where the next sentence begins, if it was not with a word; else LEVEL_NONE */
	uint8_t face;       /* behind a neutral character: 1 behind : or ;, 2 behind :- or ;- */
	bool row;           /* in a row of capitalised words */
	uint32_t particles; /* lower-case words since the last of these */
	bool full;          /* there is room for no more marks */
};

static uint32_t offset_of(const struct scanner *s, const uint8_t *at)
{
	return (uint32_t)(at - s->text);
}

/* Append a mark with all words since the last one; NULL when there is no room. */
static struct mark *add_mark(struct scanner *s, uint32_t at, enum mark_kind kind)
{
	struct levels *levels = s->levels;
	if (levels->mark_count == LEVEL_MARKS_MAX)
		s->full = true;
	else if (!memory_reserve(&levels->mark, &levels->mark_cap, levels->mark_count + 1, sizeof *levels->mark))
		levels->failed = true;
	if (s->full || levels->failed)
		return NULL;
	struct mark *mark = &levels->mark[levels->mark_count++];
	*mark = (struct mark){.at = at, .kind = (uint8_t)kind, .partner = LEVEL_NONE, .next = LEVEL_NONE};
	mark->words = s->words;
	s->words = (struct word_count){0};
	s->row = false;
	return mark;
}

static void end_wait(struct scanner *s)
{
	s->wait = WAIT_NONE;
	s->border = LEVEL_NONE;
}

/* A word begins and an end of a sentence came before: see rule 7. */
static void border_at_word(struct scanner *s, const uint8_t *at, unsigned script, bool lower)
{
	bool same = script == s->word_script;
	bool goes_on = s->wait != WAIT_BREAK && same && (lower || s->wait == WAIT_NEAR);
	if (!goes_on)
		add_mark(s, s->border == LEVEL_NONE ? offset_of(s, at) : s->border, MARK_BORDER);
	end_wait(s);
}

/* The class of the next character that is not transparent. */
static unsigned class_after(const struct scanner *s, const uint8_t *at)
{
	while (at < s->end) {
		struct letter letter = letter_at(s->letters, at, s->end);
		if (letter.class != CLASS_TRANSPARENT)
			return letter.class;
		at += letter.length;
	}
	return CLASS_END;
}

/* ---- Words ---- */

static void count_word(struct scanner *s, unsigned script, bool leads)
{
	s->words.of[script]++;
	if (!s->words.first)
		s->words.first = (uint8_t)script;
	if (leads && !s->words.lead)
		s->words.lead = (uint8_t)script;
}

/* A row of capitalised words is one word, and so are short words inside it. */
static void count_latin(struct scanner *s, bool capital, uint32_t letters)
{
	if (capital) {
		if (s->row)
			s->words.of[SCRIPT_LATIN] -= s->particles;
		else
			count_word(s, SCRIPT_LATIN, false);
		s->row = true;
		s->particles = 0;
		return;
	}
	count_word(s, SCRIPT_LATIN, true);
	s->row = s->row && letters <= 3;
	s->particles++;
}

/* Go on to the end of a word of Latin letters; returns how many there are. */
static uint32_t skip_latin(struct scanner *s)
{
	const uint8_t *at = s->at, *end = s->end;
	uint32_t letters = 0;
	for (;;) {
		const uint8_t *start = at;
		while (at < end && class_is_latin(s->letters->byte[*at]))
			at++;
		letters += (uint32_t)(at - start);
		/* Words mostly end at a space. */
		if (at == end || s->letters->byte[*at] == CLASS_SPACE)
			break;
		struct letter letter = letter_at(s->letters, at, end);
		if (!class_is_latin(letter.class) && letter.class != CLASS_TRANSPARENT)
			break;
		letters += letter.class != CLASS_TRANSPARENT;
		at += letter.length;
	}
	s->at = at;
	return letters;
}

/* The same for letters of Arabic script. */
static uint32_t skip_arabic(struct scanner *s)
{
	const uint8_t *at = s->at, *end = s->end;
	uint32_t letters = 0;
	while (at < end) {
		struct letter letter = letter_at(s->letters, at, end);
		if (!class_is_arabic(letter.class) && letter.class != CLASS_TRANSPARENT)
			break;
		s->words.foreign |= letter.class == CLASS_ARABIC_FOREIGN;
		letters += letter.class != CLASS_TRANSPARENT;
		at += letter.length;
	}
	s->at = at;
	return letters;
}

static uint32_t skip_letters(struct scanner *s)
{
	uint32_t letters = 0;
	while (s->at < s->end) {
		struct letter letter = letter_at(s->letters, s->at, s->end);
		if (letter.class != CLASS_LETTER && letter.class != CLASS_TRANSPARENT)
			break;
		letters += letter.class == CLASS_LETTER;
		s->at += letter.length;
	}
	return letters;
}

static void read_word(struct scanner *s, unsigned class)
{
	unsigned script = class_is_latin(class) ? SCRIPT_LATIN : class_is_arabic(class) ? SCRIPT_ARABIC : SCRIPT_OTHER;
	if (s->wait)
		border_at_word(s, s->at, script, class == CLASS_LOWER);
	s->word = s->at;
	s->word_script = (uint8_t)script;
	if (script == SCRIPT_LATIN) {
		s->word_letters = skip_latin(s);
		count_latin(s, class == CLASS_UPPER, s->word_letters);
	} else {
		s->word_letters = script == SCRIPT_ARABIC ? skip_arabic(s) : skip_letters(s);
		count_word(s, script, true);
		s->row = false;
	}
	s->before = (uint8_t)class;
}

/* ---- Ends of sentences ---- */

/* Whether the full stop at s->at belongs to the word before it. */
static bool is_abbreviation(const struct scanner *s)
{
	if (!class_is_letter(s->before) || s->word_script == SCRIPT_OTHER)
		return false;
	if (s->word_letters == 1)
		return true;
	uint64_t key = s->word_script == SCRIPT_LATIN ? word_key(s->letters, s->word, s->at) : 0;
	return key && function_words_get(&s->levels->words, key) >> WORD_ABBREVIATION & 1;
}

static void read_stop(struct scanner *s, const struct letter *letter)
{
	if (letter->cp == '.' && s->wait == WAIT_NONE && is_abbreviation(s))
		s->wait = WAIT_NONE;
	else if (s->wait != WAIT_BREAK)
		s->wait = WAIT_NEAR;
	s->border = LEVEL_NONE;
	s->before = CLASS_STOP;
}

static void read_space(struct scanner *s)
{
	if (s->wait == WAIT_NEAR)
		s->wait = WAIT_SPACE;
	s->before = CLASS_SPACE;
}

static void read_break(struct scanner *s)
{
	s->wait = WAIT_BREAK;
	s->border = LEVEL_NONE;
	s->before = CLASS_SPACE;
}

/* Punctuation, digits and signs: they cancel an end of a sentence just before them, or begin the next sentence. */
static void read_neutral(struct scanner *s, const struct letter *letter)
{
	uint32_t at = offset_of(s, s->at);
	if (s->wait == WAIT_NEAR)
		end_wait(s);
	else if (s->wait && s->border == LEVEL_NONE)
		s->border = at;
	uint32_t seen = letters_seen(s->letters, letter->cp);
	bool eyes = s->face == 1 && (s->before == CLASS_NEUTRAL || s->before == CLASS_COLON);
	s->face = seen == ':' || seen == ';' ? 1 : seen == '-' && eyes ? 2 : 0;
	s->before = letter->class;
}

/* ---- Addresses ---- */

/* Go on to the end of a URL or an address: a space, a quote or a closing bracket. */
static void skip_address(struct scanner *s)
{
	while (s->at < s->end) {
		struct letter letter = letter_at(s->letters, s->at, s->end);
		if (letter.class == CLASS_SPACE || letter.class == CLASS_BREAK || letter.class == CLASS_QUOTE ||
		    letter.class == CLASS_CLOSE || class_is_arabic(letter.class))
			break;
		s->at += letter.length;
	}
}

/* Take back the Latin word that is the scheme of a URL or the name in an address. */
static void uncount_word(struct scanner *s)
{
	if (s->word_script == SCRIPT_LATIN && class_is_letter(s->before) && s->words.of[SCRIPT_LATIN])
		s->words.of[SCRIPT_LATIN]--;
	s->row = false;
	if (!s->words.of[SCRIPT_LATIN]) {
		s->words.first = s->words.first == SCRIPT_LATIN ? SCRIPT_NONE : s->words.first;
		s->words.lead = s->words.lead == SCRIPT_LATIN ? SCRIPT_NONE : s->words.lead;
	}
}

static void read_colon(struct scanner *s, const struct letter *letter)
{
	bool url = s->end - s->at > 3 && s->at[1] == '/' && s->at[2] == '/' && class_is_latin(s->before);
	if (url)
		uncount_word(s);
	read_neutral(s, letter);
	if (url)
		skip_address(s);
	else
		s->at++;
}

static void read_at(struct scanner *s, const struct letter *letter)
{
	uncount_word(s);
	read_neutral(s, letter);
	s->at += letter->length;
	if (class_after(s, s->at) != CLASS_SPACE)
		skip_address(s);
}

/* ---- Quotes and brackets ---- */

static enum mark_kind kind_of(uint32_t cp)
{
	switch (cp) {
	case 0x00AB: case 0x00BB:
		return MARK_GUILLEMET;
	case 0x2039: case 0x203A:
		return MARK_ANGLE;
	case 0x201C: case 0x201D: case 0x201E: case 0x201F:
		return MARK_DOUBLE;
	case 0x2018: case 0x2019: case 0x201A: case 0x201B:
		return MARK_SINGLE;
	case '\'':
		return MARK_TICK;
	case '(': case ')':
		return MARK_ROUND;
	case '[': case ']':
		return MARK_SQUARE;
	case '{': case '}':
		return MARK_CURLY;
	default:
		return MARK_STRAIGHT;
	}
}

/* :) ;-) :( but not a colon that belongs to the text. */
static bool is_emoticon(const struct scanner *s, unsigned class, unsigned after)
{
	bool face = s->face && (s->before == CLASS_NEUTRAL || s->before == CLASS_COLON);
	return face && (class == CLASS_CLOSE || !class_is_letter(after)) && (after == CLASS_SPACE || after == CLASS_END);
}

static void read_mark(struct scanner *s, const struct letter *letter)
{
	uint32_t at = offset_of(s, s->at), cp = letters_seen(s->letters, letter->cp);
	enum mark_kind kind = kind_of(cp);
	unsigned after = class_after(s, s->at + letter->length);
	bool apostrophe = kind == MARK_SINGLE || kind == MARK_TICK;
	if (apostrophe && class_is_letter(s->before) && class_is_letter(after)) {
		s->before = CLASS_QUOTE;
		return;
	}
	if (s->wait > WAIT_NEAR && s->border != LEVEL_NONE) {
		add_mark(s, s->border, MARK_BORDER);
		end_wait(s);
	}
	struct mark *mark = add_mark(s, at, kind);
	if (mark) {
		mark->cp = cp;
		mark->length = letter->length;
		mark->before = s->before;
		mark->after = (uint8_t)after;
		mark->letters = (uint8_t)(!class_is_letter(s->before) ? 0 : s->word_letters < 255 ? s->word_letters : 255);
		mark->after_stop = s->wait != WAIT_NONE;
		mark->emoticon = is_emoticon(s, letter->class, after);
	}
	s->before = letter->class;
}

static void read_character(struct scanner *s)
{
	struct letter letter = letter_at(s->letters, s->at, s->end);
	switch ((enum letter_class)letter.class) {
	case CLASS_LOWER: case CLASS_UPPER: case CLASS_ARABIC: case CLASS_ARABIC_FOREIGN: case CLASS_LETTER:
		read_word(s, letter.class);
		return;
	case CLASS_COLON:
		read_colon(s, &letter);
		return;
	case CLASS_AT:
		read_at(s, &letter);
		return;
	case CLASS_SPACE:
		read_space(s);
		break;
	case CLASS_BREAK:
		read_break(s);
		break;
	case CLASS_STOP:
		read_stop(s, &letter);
		break;
	case CLASS_QUOTE: case CLASS_OPEN: case CLASS_CLOSE:
		read_mark(s, &letter);
		break;
	case CLASS_TRANSPARENT:
		break;
	default:
		read_neutral(s, &letter);
	}
	s->at += letter.length;
}

struct word_count level_scan(struct levels *levels)
{
	struct scanner s = {
	    .levels = levels,
	    .letters = &levels->letters,
	    .text = levels->text,
	    .at = levels->text,
	    .end = levels->text + levels->len,
	    .before = CLASS_END,
	    .border = LEVEL_NONE,
	};
	levels->mark_count = 0;
	while (s.at < s.end && !levels->failed)
		read_character(&s);
	return s.words;
}
