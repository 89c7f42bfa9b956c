/* SPDX-License-Identifier: MIT */
/*
 * The marks of a paragraph. Most of a text is plain: letters, digits, spaces and signs that part nothing. It is passed
 * over at speed, and what stands before a mark is looked at only when a mark is found.
 */
#include <string.h>

#include "base/memory.h"
#include "text/eight.h"
#include "text/function_words.h"
#include "text/level_glued.h"
#include "text/level_mark.h"
#include "text/level_window.h"
#include "unicode/ascii.h"
#include "unicode/find.h"
#include "unicode/scan.h"

/* How far the scanner is behind an end of a sentence. */
enum wait { WAIT_NONE, WAIT_NEAR, WAIT_SPACE, WAIT_BREAK };

struct scanner {
	struct levels *levels;
	struct window *window;
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
static inline struct mark *add_mark(struct scanner *s, const uint8_t *at, enum mark_kind kind)
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

/* Go from a place in the text to the next character that is not plain, or to the end, and note the scripts on the way. */
static const uint8_t *skip_quiet(struct scanner *s, const uint8_t *at, unsigned *scripts)
{
	struct window *window = s->window;
	while (at < s->end) {
		if (at >= window->end)
			look_ahead(window, at, s->end);
		at = skip_in_window(window, at, scripts);
		if (at + 1 < window->end || window->end == s->end)
			break;
		window->end = at;
	}
	return at;
}

/* Characters of two bytes, and single spaces between them: other letters than those of Arabic and French. */
static const uint8_t *skip_two(const uint8_t *at, const uint8_t *end, unsigned *scripts)
{
	while (end - at > 1) {
		if (*at == ' ' && at[1] >= 0xC0)
			at++;
		if (end - at < 2 || (*at & 0xE0) != 0xC0 || !utf8_is_trail(at[1]))
			break;
		unsigned flags = class_flags(letter_tables.classes[(size_t)(*at & 0x1F) << 6 | (at[1] & 0x3F)]);
		if (flags >= LETTERS_EVENT)
			break;
		*scripts |= flags;
		at += 2;
	}
	return at;
}

/* Longer ones: letters and signs of other scripts, and what stands for bytes that are no character. */
static const uint8_t *skip_long(const uint8_t *at, const uint8_t *end, unsigned *scripts)
{
	while (at < end && *at >= 0xE0) {
		uint32_t cp;
		unsigned length = utf8_decode_long(at, end, &cp), flags = class_flags(letter_class(cp));
		if (flags >= LETTERS_EVENT)
			break;
		*scripts |= flags;
		at += length;
	}
	return at;
}

/* Between two letters. */
static bool is_apostrophe(const struct scanner *s, const struct letter *letter)
{
	const uint8_t *behind = s->at + letter->length;
	bool single = letter->cp == '\'' || letter->cp == 0x2019;
	return single && s->at > s->plain && behind < s->end &&
	       class_is_letter(letter_before(s->plain, s->at).class) && class_is_letter(letter_at(behind, s->end).class);
}

/* Pass over plain text and note its scripts. Returns false at the end, else stops at a character that is not plain. */
static bool skip_plain(struct scanner *s, struct letter *ret_found)
{
	unsigned scripts = 0;
	while ((s->at = skip_quiet(s, s->at, &scripts)) < s->end) {
		struct letter letter = letter_at(s->at, s->end);
		unsigned flags = class_flags(letter.class);
		*ret_found = letter;
		if (flags >= LETTERS_EVENT && !is_apostrophe(s, &letter))
			break;
		scripts |= flags & ~(unsigned)LETTERS_EVENT;
		s->at += letter.length;
		if (letter.length == 2)
			s->at = skip_two(s->at, s->end, &scripts);
		else if (letter.length > 2)
			s->at = skip_long(s->at, s->end, &scripts);
	}
	s->scripts |= (uint8_t)scripts;
	return s->at < s->end;
}

/* Go back over transparent characters, and give the class of what is before them: that of the event at the start. */
static unsigned back_to_visible(const struct scanner *s, const uint8_t **at)
{
	while (*at > s->plain) {
		struct letter letter = letter_before(s->plain, *at);
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
		struct letter letter = letter_before(s->plain, at);
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
		struct letter letter = letter_before(s->plain, at);
		if (class_is_letter(letter.class))
			return class_flags(letter.class) & LETTERS_SCRIPTS;
		at -= letter.length;
	}
	return s->last_script;
}

/* Whether nothing but spaces stands in front of `at`, behind the start of the paragraph: they may be trimmed. */
static bool is_start(const struct scanner *s, const uint8_t *at)
{
	if (s->plain != s->text)
		return false;
	while (at > s->text) {
		struct letter letter = letter_before(s->text, at);
		if (letter.class != CLASS_TRANSPARENT && letter.class != CLASS_SPACE)
			return false;
		at -= letter.length;
	}
	return true;
}

static struct context look_back(const struct scanner *s)
{
	const uint8_t *at = s->at;
	/* Behind a Latin letter, as most are, there is nothing more to look for. */
	if (at > s->plain && at[-1] < 0x80 && class_is_latin(letter_tables.classes[at[-1]]))
		return (struct context){.before = letter_tables.classes[at[-1]], .script = LETTERS_LATIN};
	struct context context = {.before = back_to_visible(s, &at)};
	if (context.before == CLASS_SPACE && is_start(s, at))
		context.before = CLASS_END;
	bool inside = at > s->plain;
	context.script = inside && class_is_letter(context.before) ? class_flags(context.before) & LETTERS_SCRIPTS
								    : last_script(s);
	context.face = !inside && s->event == CLASS_EYES;
	if (inside && context.before == CLASS_NEUTRAL && s->event == CLASS_EYES) {
		struct letter last = letter_before(s->plain, at);
		at -= last.length;
		context.face = last.cp == '-' && back_to_visible(s, &at) == CLASS_EYES &&
			       at == s->plain;
	}
	return context;
}

/*
 * Whether a mark follows what is in front of it, but for a face. Rules put spaces there and take them away, so with one and without
 * one it has to say the same: nothing opens in front of it, and no sentence ends.
 */
static bool is_follower(const struct scanner *s, const struct letter *letter, const uint8_t *at)
{
	switch (letter->cp) {
	case ',': case ';': case 0x037E: case 0x060C: case 0x061B: case 0x066A:
		return true;
	case ':':
		return at + 1 == s->end || !strchr("-:()[]'/|*", at[1]);
	default:
		return false;
	}
}

/* The class of the next character that is not transparent. Spaces in front of the end may be trimmed: they are the end. */
static unsigned class_after(const struct scanner *s, const uint8_t *at)
{
	unsigned class = CLASS_END;
	if (at < s->end && ascii_is_letter(*at))
		return letter_tables.classes[*at];
	while (at < s->end) {
		struct letter letter = letter_at(at, s->end);
		if (letter.class != CLASS_TRANSPARENT && letter.class != CLASS_SPACE) {
			if ((letter.class == CLASS_NEUTRAL || letter.class == CLASS_EYES) && is_follower(s, &letter, at))
				return class == CLASS_END ? CLASS_STOP : class;
			return class == CLASS_END ? letter.class : class;
		}
		if (letter.class == CLASS_SPACE)
			class = CLASS_SPACE;
		at += letter.length;
	}
	return CLASS_END;
}

/* ---- Ends of sentences ---- */

static bool is_abbreviated(uint64_t key)
{
	return key && function_words_get(key) >> WORD_ABBREVIATION & 1;
}

/* The number of ASCII letters in front of `at`, up to 8, in `*ret_key` their key. 0 when there may be other letters. */
static unsigned read_ascii_word(const struct scanner *s, uint64_t *ret_key)
{
	if (s->at - s->plain <= 8)
		return 0;
	uint64_t bytes = eight_load(s->at - 8), others = ~eight_letters(bytes) & EIGHT_HIGH;
	unsigned letters = others ? (unsigned)__builtin_clzll(others) / 8 : 8;
	if (letters == 0 || (letters < 8 && s->at[-1 - (int)letters] != ' ' && s->at[-1 - (int)letters] != '\''))
		return 0;
	*ret_key = (bytes | 0x20 * EIGHT_ONES) >> (64 - 8 * letters);
	return letters;
}

/* Whether a full stop belongs to the word before it. */
static bool is_abbreviation(const struct scanner *s, const struct context *context)
{
	uint64_t ascii;
	unsigned letters = read_ascii_word(s, &ascii);
	if (letters)
		return letters == 1 || (letters <= ABBREVIATION_LETTERS && is_abbreviated(ascii));
	if (!class_is_letter(context->before) || context->script == LETTERS_OTHER)
		return false;
	const uint8_t *word = find_word(s, context->script, ABBREVIATION_LETTERS + 1, &letters);
	if (letters == 1 && *word == 'e' && word + 1 == s->at && word > s->plain && word[-1] >= '0' && word[-1] <= '9')
		return false; /* 2e, which 2ème becomes; with an accent it is none, however that is written */
	if (letters == 1 || letters > ABBREVIATION_LETTERS || context->script != LETTERS_LATIN)
		return letters == 1;
	return is_abbreviated(word_key(word, s->at));
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
	bool near = same && s->wait == WAIT_NEAR && !(class == CLASS_UPPER && level_is_glued(s->text, s->at, s->end));
	bool goes_on = s->wait != WAIT_BREAK && (lower || near);
	if (!goes_on)
		add_mark(s, s->border ? s->border : s->at, MARK_BORDER);
	s->wait = WAIT_NONE;
}

/* Whether the mark at s->at says that what has ended in front of it is no sentence. */
static bool is_taken_up(const struct scanner *s, const struct letter *letter)
{
	return s->wait && s->wait < WAIT_BREAK && !s->border && is_follower(s, letter, s->at);
}

/* Go over the spaces at s->at if a mark that closes by its shape stands behind them: French writes one there, Arabic none. */
static bool skip_to_closer(struct scanner *s)
{
	const uint8_t *next = s->at + 1;
	bool two = s->end - next > 1; /* a letter stands there, as nearly always */
	if (two && (ascii_is_letter(*next) || (*next == 0xD8 && next[1] >= 0xA1) || (*next == 0xD9 && next[1] <= 0x8A)))
		return false;
	for (const uint8_t *at = s->at; at < s->end;) {
		struct letter letter = letter_at(at, s->end);
		if (letter.class == CLASS_CLOSE || letter.cp == 0x00BB || letter.cp == 0x203A || letter.cp == 0x201D) {
			s->at = at;
			return true;
		}
		if (letter.class != CLASS_SPACE && letter.class != CLASS_TRANSPARENT)
			break;
		at += letter.length;
	}
	return false;
}

/* Whether a space and a capital of ASCII follow, as behind most sentences. */
static bool begins_plainly(const struct scanner *s)
{
	return s->wait == WAIT_NEAR && s->end - s->at > 1 && *s->at == ' ' && s->at[1] >= 'A' && s->at[1] <= 'Z';
}

/* Plain text behind the end of a sentence, up to the first word. Returns true if it stops at a character that is not plain before. */
static bool skip_waiting(struct scanner *s, struct letter *ret_found)
{
	if (begins_plainly(s)) {
		s->at++;
		s->wait = WAIT_SPACE;
		end_wait(s, CLASS_UPPER);
		return false;
	}
	while (s->at < s->end && s->wait) {
		struct letter letter = *ret_found = letter_at(s->at, s->end);
		if (class_flags(letter.class) >= LETTERS_EVENT)
			return true;
		if (class_is_letter(letter.class))
			end_wait(s, letter.class);
		else if (letter.class == CLASS_SPACE && s->wait == WAIT_NEAR && skip_to_closer(s))
			continue;
		else if (letter.class == CLASS_SPACE)
			s->wait = s->wait == WAIT_NEAR ? WAIT_SPACE : s->wait;
		else if (letter.class != CLASS_TRANSPARENT && (s->wait == WAIT_NEAR || is_taken_up(s, &letter)))
			s->wait = WAIT_NONE;
		else if (letter.class != CLASS_TRANSPARENT && !s->border)
			s->border = s->at;
		if (s->wait)
			s->at += letter.length;
	}
	return false;
}

/* ---- Addresses ---- */

/* A colon or an @, and the address that it may be in. The words before it are to be counted without the address. */
static void read_eyes(struct scanner *s, const struct letter *letter, const struct context *context)
{
	if (s->wait == WAIT_NEAR || is_taken_up(s, letter))
		s->wait = WAIT_NONE;
	else if (s->wait && !s->border)
		s->border = s->at;
	if (!level_is_address(s->at, s->end, class_is_latin(context->before))) {
		s->at += letter->length;
		return;
	}
	s->scripts |= LETTERS_ADDRESS;
	s->at = level_address_end(s->at, s->end);
	/* An apostrophe here stands behind the address, not between letters. */
	s->window->end = s->at;
}

/* ---- Quotes and brackets ---- */

/* :) ;-) :( but not a colon that belongs to the text. */
static bool is_emoticon(unsigned after, const struct context *context)
{
	return context->face && (after == CLASS_SPACE || after == CLASS_STOP || after == CLASS_END);
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
	uint32_t cp = letter->cp;
	enum mark_kind kind = level_mark_kind(cp);
	unsigned after = class_after(s, s->at + letter->length);
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
	mark->length = (uint8_t)letter->length;
	mark->before = (uint8_t)context->before;
	mark->after = (uint8_t)after;
	mark->one_letter = kind == MARK_TICK && is_one_letter(s, context);
	mark->after_stop = s->wait != WAIT_NONE;
	mark->emoticon = is_emoticon(after, context);
}

/* A character that is not plain. */
static void read_event(struct scanner *s, const struct letter *letter)
{
	struct context context = look_back(s);
	s->last_script = (uint8_t)context.script;
	if (letter->class == CLASS_EYES || letter->class == CLASS_AT) {
		read_eyes(s, letter, &context);
	} else {
		if (letter->class == CLASS_STOP)
			read_stop(s, letter, &context);
		else if (letter->class != CLASS_BREAK)
			read_mark(s, letter, &context);
		else
			s->wait = WAIT_BREAK, s->border = NULL;
		s->at += letter->length;
	}
	s->event = (uint8_t)(letter->class == CLASS_BREAK ? CLASS_SPACE : letter->class);
	s->plain = s->at;
}

unsigned level_scan(struct levels *levels)
{
	struct window window;
	struct scanner s = {
	    .levels = levels,
	    .window = &window,
	    .text = levels->text,
	    .at = levels->text,
	    .plain = levels->text,
	    .end = levels->text + levels->len,
	    .event = CLASS_END,
	};
	struct letter letter;
	window.find = find_loud_best();
	window.end = levels->text;
	levels->mark_count = 0;
	while (!levels->failed && ((s.wait && skip_waiting(&s, &letter)) || skip_plain(&s, &letter)))
		read_event(&s, &letter);
	return s.scripts;
}
