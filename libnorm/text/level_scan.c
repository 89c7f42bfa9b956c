/* SPDX-License-Identifier: MIT */
/*
 * The marks of a paragraph. Most of a text is plain: letters, digits, spaces and signs that part nothing. It is passed
 * over at speed, and what stands before a mark is looked at only when a mark is found.
 */
#include "base/memory.h"
#include "text/eight.h"
#include "text/level_mark.h"

/* How far the scanner is behind an end of a sentence. */
enum wait { WAIT_NONE, WAIT_NEAR, WAIT_SPACE, WAIT_BREAK };

struct scanner {
	struct levels *levels;
	const struct letters *letters;
	const uint8_t *text, *at, *end;
	const uint8_t *plain; /* where the plain text before `at` begins */
	const uint8_t *border; /* where the next sentence begins, if that is not a word; else NULL */
	uint8_t event;        /* class of the character before the plain text */
	uint8_t wait;         /* enum wait */
	uint8_t scripts;      /* LETTERS_…, since the last mark */
	uint8_t last_script;  /* of the last word before the plain text */
};

enum { ABBREVIATION_LETTERS = 5 };

/* What stands before a mark. */
struct context {
	unsigned before;      /* class of the last character that is not transparent */
	unsigned script;      /* of the last word, LETTERS_…; 0 if there is none */
	bool face;            /* : or ; and perhaps a - stand here */
};

/* Append a mark with all letters since the last one; NULL when there is no room. */
static struct mark *add_mark(struct scanner *s, const uint8_t *at, enum mark_kind kind)
{
	struct levels *levels = s->levels;
	if (levels->mark_count == LEVEL_MARKS_MAX || levels->failed)
		return NULL;
	if (!memory_reserve(&levels->mark, &levels->mark_cap, levels->mark_count + 1, sizeof *levels->mark)) {
		levels->failed = true;
		return NULL;
	}
	struct mark *mark = &levels->mark[levels->mark_count++];
	*mark = (struct mark){.at = (uint32_t)(at - s->text), .kind = (uint8_t)kind, .scripts = s->scripts};
	s->scripts = 0;
	return mark;
}

/* ---- Plain text ---- */

/* Digits and , - / among eight bytes. */
static inline uint64_t eight_gaps(uint64_t bytes)
{
	return eight_range(bytes, ',', '9') & ~eight_equal(bytes, '.');
}

/* The trails of U+00C0–U+00FF less × and ÷. */
static inline uint64_t eight_latin_trails(uint64_t bytes)
{
	uint64_t trails = eight_range(bytes, 0x80, 0xBF) & ~eight_equal(bytes, 0x97) & ~eight_equal(bytes, 0xB7);
	return trails & eight_equal(bytes, 0xC3) << 8;
}

/* The letters of French and what stands between them most often, eight bytes at a time. */
static const uint8_t *skip_eights(const uint8_t *at, const uint8_t *end, unsigned *scripts)
{
	uint64_t found = 0;
	unsigned run = 8;
	while (run > 0 && end - at >= 8) {
		uint64_t bytes = eight_load(at);
		uint64_t latin = eight_letters(bytes), plain = latin | eight_gaps(bytes) | eight_equal(bytes, ' ');
		if (bytes & EIGHT_HIGH) {
			uint64_t trails = eight_latin_trails(bytes);
			latin |= trails;
			plain |= trails | trails >> 8;
		}
		run = eight_run(plain);
		found |= latin & eight_first(run);
		at += run;
	}
	*scripts |= found ? LETTERS_LATIN : 0;
	return at;
}

/* Characters of two bytes, and single spaces between them. */
static const uint8_t *skip_two(const struct letters *letters, const uint8_t *at, const uint8_t *end, unsigned *scripts)
{
	while (end - at > 1) {
		if (*at == ' ' && at[1] >= 0xC0)
			at++;
		if (end - at < 2 || (*at & 0xE0) != 0xC0 || !utf8_is_trail(at[1]))
			break;
		unsigned flags = letters->flags[(size_t)(*at & 0x1F) << 6 | (at[1] & 0x3F)];
		if (flags >= LETTERS_EVENT)
			break;
		*scripts |= flags;
		at += 2;
	}
	return at;
}

/* The most frequent apostrophe, between two ASCII letters. */
static bool is_apostrophe(const struct scanner *s, const uint8_t *at)
{
	return *at == '\'' && at > s->plain && s->end - at > 1 && at[1] < 0x80 && at[-1] < 0x80 && s->letters->usual &&
	       class_is_letter(s->letters->classes[at[-1]]) && class_is_letter(s->letters->classes[at[1]]);
}

/* Pass over plain text and note its scripts. Returns false at the end, else stops at a character that is not plain. */
static bool skip_plain(struct scanner *s)
{
	const struct letters *letters = s->letters;
	const uint8_t *at = s->at, *end = s->end;
	unsigned scripts = 0;
	while (at < end) {
		if (letters->usual)
			at = *at < 0xD0 ? skip_eights(at, end, &scripts) : skip_two(letters, at, end, &scripts);
		if (at == end)
			break;
		struct letter letter = letter_at(letters, at, end);
		unsigned flags = class_flags(letter.class);
		if (flags >= LETTERS_EVENT && !is_apostrophe(s, at))
			break;
		scripts |= flags & ~(unsigned)LETTERS_EVENT;
		at += letter.length;
	}
	s->scripts |= (uint8_t)scripts;
	s->at = at;
	return at < end;
}

/* The character that ends at `at`, behind `start`. */
static struct letter letter_before(const struct letters *letters, const uint8_t *start, const uint8_t *at)
{
	const uint8_t *first = at - 1;
	while (first > start && at - first < 4 && utf8_is_trail(*first))
		first--;
	struct letter letter = letter_at(letters, first, at);
	if (letter.length == at - first)
		return letter;
	return (struct letter){UTF8_INVALID, 1, (uint8_t)letters_class_long(letters, UTF8_INVALID)};
}

/* Go back over transparent characters, and give the class of what is before them: that of the event at the start. */
static unsigned back_to_visible(const struct scanner *s, const uint8_t **at)
{
	while (*at > s->plain) {
		struct letter letter = letter_before(s->letters, s->plain, *at);
		if (letter.class != CLASS_TRANSPARENT)
			return letter.class;
		*at -= letter.length;
	}
	return s->event;
}

/* The letters of the word that ends here, up to `limit`, in `*letters`; returns where they begin. */
static const uint8_t *find_word(const struct scanner *s, unsigned script, unsigned limit, unsigned *letters)
{
	const uint8_t *at = s->at;
	for (*letters = 0; at > s->plain && *letters < limit;) {
		struct letter letter = letter_before(s->letters, s->plain, at);
		if (letter.class != CLASS_TRANSPARENT && (class_flags(letter.class) & LETTERS_SCRIPTS) != script)
			break;
		*letters += letter.class != CLASS_TRANSPARENT;
		at -= letter.length;
	}
	return at;
}

/* The script of the last word of the plain text. */
static unsigned last_script(const struct scanner *s)
{
	for (const uint8_t *at = s->at; at > s->plain;) {
		struct letter letter = letter_before(s->letters, s->plain, at);
		if (class_is_letter(letter.class))
			return class_flags(letter.class) & LETTERS_SCRIPTS;
		at -= letter.length;
	}
	return s->last_script;
}

static struct context look_back(const struct scanner *s)
{
	const uint8_t *at = s->at;
	struct context context = {.before = back_to_visible(s, &at)};
	bool inside = at > s->plain;
	context.script = inside && class_is_letter(context.before) ? class_flags(context.before) & LETTERS_SCRIPTS
								    : last_script(s);
	context.face = !inside && s->event == CLASS_EYES;
	if (inside && context.before == CLASS_NEUTRAL && s->event == CLASS_EYES) {
		struct letter last = letter_before(s->letters, s->plain, at);
		at -= last.length;
		context.face = letters_seen(s->letters, last.cp) == '-' && back_to_visible(s, &at) == CLASS_EYES &&
			       at == s->plain;
	}
	return context;
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

/* The same, but spaces at the end of the paragraph are nothing: they may be trimmed. */
static unsigned class_behind_mark(const struct scanner *s, const uint8_t *at)
{
	unsigned class = class_after(s, at);
	while (class == CLASS_SPACE && at < s->end) {
		struct letter letter = letter_at(s->letters, at, s->end);
		if (letter.class != CLASS_SPACE && letter.class != CLASS_TRANSPARENT)
			return class;
		at += letter.length;
	}
	return at == s->end ? CLASS_END : class;
}

/* ---- Ends of sentences ---- */

/* Whether a full stop belongs to the word before it. */
static bool is_abbreviation(const struct scanner *s, const struct context *context)
{
	unsigned letters;
	if (!class_is_letter(context->before) || context->script == LETTERS_OTHER)
		return false;
	const uint8_t *word = find_word(s, context->script, ABBREVIATION_LETTERS + 1, &letters);
	if (letters == 1 || letters > ABBREVIATION_LETTERS || context->script != LETTERS_LATIN)
		return letters == 1;
	uint64_t key = word_key(s->letters, word, s->at);
	return key && function_words_get(&s->levels->words, key) >> WORD_ABBREVIATION & 1;
}

static void read_stop(struct scanner *s, const struct letter *letter, const struct context *context)
{
	if (letter->cp == '.' && s->wait == WAIT_NONE && is_abbreviation(s, context))
		return;
	if (s->wait != WAIT_BREAK)
		s->wait = WAIT_NEAR;
	s->border = NULL;
}

/* A word begins behind the end of a sentence: see rule 7 of level.h. */
static void end_wait(struct scanner *s, unsigned class)
{
	bool same = (class_flags(class) & LETTERS_SCRIPTS) == s->last_script;
	/* Behind a quote the last word is not one of the sentence that goes on or not. */
	bool lower = class == CLASS_LOWER && (same || s->event == CLASS_QUOTE || s->event == CLASS_CLOSE);
	bool goes_on = s->wait != WAIT_BREAK && (lower || (same && s->wait == WAIT_NEAR));
	if (!goes_on)
		add_mark(s, s->border ? s->border : s->at, MARK_BORDER);
	s->wait = WAIT_NONE;
}

/* Plain text behind the end of a sentence, up to the first word. Returns false at the end of the text. */
static bool skip_waiting(struct scanner *s)
{
	while (s->at < s->end && s->wait) {
		struct letter letter = letter_at(s->letters, s->at, s->end);
		if (class_flags(letter.class) >= LETTERS_EVENT)
			return true;
		if (class_is_letter(letter.class))
			end_wait(s, letter.class);
		else if (letter.class == CLASS_SPACE)
			s->wait = s->wait == WAIT_NEAR ? WAIT_SPACE : s->wait;
		else if (letter.class != CLASS_TRANSPARENT && s->wait == WAIT_NEAR)
			s->wait = WAIT_NONE;
		else if (letter.class != CLASS_TRANSPARENT && !s->border)
			s->border = s->at;
		if (s->wait)
			s->at += letter.length;
	}
	return skip_plain(s);
}

/* ---- Addresses ---- */

/* Go on to the end of a URL or an e-mail address: a space, a quote, a closing bracket or an Arabic letter. */
const uint8_t *level_address_end(const struct letters *letters, const uint8_t *at, const uint8_t *end)
{
	while (at < end) {
		struct letter letter = letter_at(letters, at, end);
		if (letter.class == CLASS_SPACE || letter.class == CLASS_BREAK || letter.class == CLASS_QUOTE ||
		    letter.class == CLASS_CLOSE || class_is_arabic(letter.class))
			break;
		at += letter.length;
	}
	return at;
}

/* The next character that is not transparent; an UTF8_INVALID of CLASS_END at the end. */
static struct letter next_visible(const struct letters *letters, const uint8_t **at, const uint8_t *end)
{
	while (*at < end) {
		struct letter letter = letter_at(letters, *at, end);
		*at += letter.length;
		if (letter.class != CLASS_TRANSPARENT)
			return letter;
	}
	return (struct letter){UTF8_INVALID, 0, CLASS_END};
}

bool level_is_address(const struct letters *letters, const uint8_t *at, const uint8_t *end, bool behind_latin)
{
	struct letter first = next_visible(letters, &at, end), second = next_visible(letters, &at, end);
	if (first.class == CLASS_AT)
		return class_is_letter(second.class) || second.class == CLASS_DIGIT;
	return behind_latin && first.cp == ':' && second.cp == '/' && next_visible(letters, &at, end).cp == '/';
}

/* A colon or an @, and the address that it may be in. The words before it are to be counted without the address. */
static void read_eyes(struct scanner *s, const struct letter *letter, const struct context *context)
{
	if (s->wait == WAIT_NEAR)
		s->wait = WAIT_NONE;
	else if (s->wait && !s->border)
		s->border = s->at;
	if (!level_is_address(s->letters, s->at, s->end, class_is_latin(context->before))) {
		s->at += letter->length;
		return;
	}
	s->scripts |= LETTERS_ADDRESS;
	s->at = level_address_end(s->letters, s->at, s->end);
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
static bool is_emoticon(unsigned after, const struct context *context)
{
	return context->face && (after == CLASS_SPACE || after == CLASS_END);
}

static bool is_one_letter(const struct scanner *s, const struct context *context)
{
	unsigned letters = 0;
	if (class_is_letter(context->before) && context->script != LETTERS_OTHER)
		find_word(s, context->script, 2, &letters);
	return letters == 1;
}

static void read_mark(struct scanner *s, const struct letter *letter, const struct context *context)
{
	uint32_t cp = letters_seen(s->letters, letter->cp);
	enum mark_kind kind = kind_of(cp);
	unsigned after = class_behind_mark(s, s->at + letter->length);
	bool single = kind == MARK_SINGLE || kind == MARK_TICK;
	if (single && class_is_letter(context->before) && class_is_letter(after))
		return;
	if (s->wait > WAIT_NEAR && s->border) {
		add_mark(s, s->border, MARK_BORDER);
		s->wait = WAIT_NONE;
	}
	struct mark *mark = add_mark(s, s->at, kind);
	if (!mark)
		return;
	mark->cp = cp;
	mark->length = letter->length;
	mark->before = (uint8_t)context->before;
	mark->after = (uint8_t)after;
	mark->one_letter = kind == MARK_TICK && is_one_letter(s, context);
	mark->after_stop = s->wait != WAIT_NONE;
	mark->emoticon = is_emoticon(after, context);
}

/* A character that is not plain. */
static void read_event(struct scanner *s)
{
	struct letter letter = letter_at(s->letters, s->at, s->end);
	struct context context = look_back(s);
	s->last_script = (uint8_t)context.script;
	if (letter.class == CLASS_EYES || letter.class == CLASS_AT) {
		read_eyes(s, &letter, &context);
	} else {
		if (letter.class == CLASS_STOP)
			read_stop(s, &letter, &context);
		else if (letter.class != CLASS_BREAK)
			read_mark(s, &letter, &context);
		else
			s->wait = WAIT_BREAK, s->border = NULL;
		s->at += letter.length;
	}
	s->event = letter.class == CLASS_BREAK ? CLASS_SPACE : letter.class;
	s->plain = s->at;
}

unsigned level_scan(struct levels *levels)
{
	struct scanner s = {
	    .levels = levels,
	    .letters = &levels->letters,
	    .text = levels->text,
	    .at = levels->text,
	    .plain = levels->text,
	    .end = levels->text + levels->len,
	    .event = CLASS_END,
	};
	levels->mark_count = 0;
	while (!levels->failed && (s.wait ? skip_waiting(&s) : skip_plain(&s)))
		read_event(&s);
	return s.scripts;
}
