/* SPDX-License-Identifier: MIT */
#include "places/find_words.h"

#include <string.h>

#include "places/find_letters.h"
#include "places/find_phrase.h"
#include "text/function_words.h"
#include "text/letter_class.h"

enum {
	CUE_WORDS = 5,     /* words of a cue in front of a name, with its article: de la cour d’appel de la */
	CUE_LETTERS = 24, /* what is longer is no cue */
	GAPS = 3,          /* characters between two words */
	ABBREVIATION = 4,  /* bytes of a title in front of a full stop */
	NAME_WORDS = 4,    /* on each side of a place, of names that hold it */
};

static bool is_clitic(uint8_t letter)
{
	return letter_is_conjunction(letter) || letter_is_preposition(letter);
}

enum { CUES = CUE_PLACE | CUE_TOWARDS | CUE_PERSON | CUE_NOT | CUE_OF | CUE_LOCAL };

/* The cues that the letters of a phrase are; of Arabic ones also without clitics and article. `raw`: what they are with them. */
static unsigned cues_in(const struct phrase *phrase, const struct cue *raw)
{
	unsigned left = phrase->len, found = raw->kinds & CUES;
	int clitics = 0;
	for (; !found && clitics < 2 && left > 2 && is_clitic(phrase->letters[left - 1]); clitics++)
		found = cue_find(phrase->hash[--left]) & CUES;
	/* Of للبلديات the second one is the article. */
	bool definite = clitics == 2 && phrase->letters[left] == LETTER_LAM && phrase->letters[left + 1] == LETTER_LAM;
	if (!found && left > 2 && letters_are_article(phrase->letters[left - 1], phrase->letters[left - 2])) {
		found = cue_find(phrase->hash[left - 2]) & CUES;
		definite = true;
	}
	/* Behind a noun with its article no name follows: المطار كان. What has one in the table, has it: العاصمة. */
	return definite ? found & ~(unsigned)(CUE_PLACE | CUE_LOCAL) : found;
}

static unsigned cues_of(const uint8_t *at, const uint8_t *end)
{
	struct phrase phrase;
	phrase_begin(&phrase);
	phrase_add_text(&phrase, at, end);
	return cues_in(&phrase, cue_look_up(phrase.hash[phrase.len]));
}

/* ---- How words are written ---- */

static enum find_beside kind_of_word(const uint8_t *at, const uint8_t *end)
{
	unsigned letters = 0, capitals = 0;
	bool first = false;
	while (at < end) {
		struct find_character character = find_character(at, end);
		if (letters == 0 && character.kind >= FOLD_ARABIC)
			return BESIDE_SMALL;
		bool capital = letter_class(character.cp) == CLASS_UPPER;
		at += character.length;
		if (!find_is_letter(character.kind))
			continue;
		first |= capital && letters == 0;
		letters++;
		capitals += capital;
	}
	if (letters > 1 && capitals == letters)
		return BESIDE_ACRONYM;
	return first ? BESIDE_CAPITAL : BESIDE_SMALL;
}

/* The words that sentences begin with (La, Selon) are capitals that say nothing. */
static enum find_beside kind_of_word_before(const uint8_t *at, const uint8_t *end)
{
	enum find_beside kind = kind_of_word(at, end);
	bool function = kind != BESIDE_SMALL && function_words_get(word_key(at, end)) & 1u << WORD_FRENCH;
	return function ? BESIDE_SMALL : kind;
}

static bool is_hyphen(uint32_t cp)
{
	return cp == '-' || cp == 0x2010 || cp == 0x2011;
}

/* The start of the word that ends at `end`; `end` where there is none, or a very long one. */
static const uint8_t *word_start(const struct find_text *text, const uint8_t *end)
{
	const uint8_t *start = end, *before;
	for (int letters = 0; letters <= CUE_LETTERS; letters++) {
		if (start - text->start > 1 && find_arabic_letter(start - 2)) {
			start -= 2;
			continue;
		}
		struct find_character character = find_before(text->start, start, &before);
		if (before == start || !find_is_letter(character.kind))
			return start;
		start = before;
	}
	return end;
}

/* Where what stands in front of a gap ends: `at` itself where there is no gap. */
static const uint8_t *skip_gap_back(const struct find_text *text, const uint8_t *at, struct find_character *ret_last)
{
	const uint8_t *before;
	struct find_character character = find_before(text->start, at, &before);
	*ret_last = character;
	for (int gaps = 0; gaps < GAPS && before < at && character.kind == FOLD_GAP; gaps++) {
		at = before;
		character = find_before(text->start, at, &before);
	}
	return at;
}

/* ---- In front of a name ---- */

/* The start of the word that the name ends: it has clitics. */
static const uint8_t *start_with_clitics(const struct find_text *text, const struct find_hit *hit)
{
	const uint8_t *name = text->start + hit->start, *start = name - hit->stripped, *before;
	if (start == name || !hit->arabic)
		return name;
	/* There may be letters of another script. */
	return find_is_letter(find_before(text->start, start, &before).kind) ? word_start(text, name) : start;
}

static bool hangs_on_beh(const struct find_text *text, const struct find_hit *hit)
{
	const uint8_t *before;
	return find_before(text->start, text->start + hit->start, &before).kind == LETTER_BEH;
}

/* Whether the clitics [at, end) hold a preposition. */
static bool has_preposition(const uint8_t *at, const uint8_t *end)
{
	for (; at < end; at += find_character(at, end).length)
		if (letter_is_preposition(find_character(at, end).kind))
			return true;
	return false;
}

/* A full stop behind one capital: J. Mali. */
static bool is_initial(const struct find_text *text, const uint8_t *stop)
{
	const uint8_t *start = word_start(text, stop);
	struct find_character first = find_character(start, text->end);
	return start < stop && start + first.length == stop && letter_class(first.cp) == CLASS_UPPER;
}

/* In text that lost its spaces a full stop and a capital begin a sentence; only www. does not. */
static bool is_www(const struct find_text *text, const uint8_t *stop)
{
	return stop - text->start >= 3 && memcmp(stop - 3, "www", 3) == 0;
}

/* The cues that the last words are, up to CUE_WORDS, of which the last one is read and begins at `at`; and the country of their adjective. */
static unsigned cues_of_words(const struct find_text *text, struct phrase *phrase, const uint8_t *at, uint16_t *nation)
{
	unsigned found = 0;
	for (int words = 1;; words++) {
		const struct cue *raw = cue_look_up(phrase->hash[phrase->len]);
		struct find_character last;
		found |= cues_in(phrase, raw);
		*nation |= raw->nation;
		if (words == CUE_WORDS || !(raw->kinds & CUE_ENDS))
			return found;
		const uint8_t *end = skip_gap_back(text, at, &last);
		if (end == at || !phrase_add_word(phrase, text->start, &end, CUE_LETTERS))
			return found;
		at = end;
	}
}

/* Those in front of `at`, if there is a word. */
static unsigned cues_before(const struct find_text *text, const uint8_t *at, uint16_t *nation)
{
	struct phrase phrase;
	phrase_begin(&phrase);
	return phrase_add_word(&phrase, text->start, &at, CUE_LETTERS) ? cues_of_words(text, &phrase, at, nation) : 0;
}

static bool is_quotation_mark(uint32_t cp)
{
	return cp == '"' || cp == 0xAB || cp == 0xBB || cp == 0x201C || cp == 0x201D;
}

/* What a quotation mark opens behind a body is the name of it (شركة "تونس للنقل"); behind what one ends stands an adjective. */
static void read_quotation_before(const struct find_text *text, const uint8_t *mark, bool ends, struct find_side *side)
{
	struct find_character last;
	const uint8_t *end = skip_gap_back(text, mark, &last);
	if (ends)
		side->definite = last.kind >= FOLD_ARABIC && find_is_letter(last.kind);
	else if (end < mark)
		side->cues |= cues_before(text, end, &side->nation) & CUE_NOT;
}

/* What ends at `at` and is no word, behind a gap or none. */
static void read_sign_before(const struct find_text *text, const uint8_t *at, bool gap, struct find_side *side)
{
	const uint8_t *before;
	struct find_character sign = find_before(text->start, at, &before);
	if (before == at || sign.kind == FOLD_FOREIGN)
		return;
	if (is_quotation_mark(sign.cp))
		read_quotation_before(text, before, gap && sign.cp != 0xAB, side);
	if (sign.cp == '.' && gap) {
		side->word = is_initial(text, before) ? BESIDE_INITIAL : BESIDE_NOTHING;
		const uint8_t *word = word_start(text, before);
		/* M. and mgr. are shortened; `ministre.` ends a sentence */
		if (before - word <= ABBREVIATION)
			side->cues |= cues_of(word, before) & CUE_PERSON;
	}
	side->address = !gap && (sign.cp == '@' || sign.cp == '_' ||
				 (sign.cp == '.' && is_www(text, before)));
}

/* Whether an Arabic word has the article, also behind clitics. A hamza makes another letter of its alef: ألقت. */
static bool is_definite(const uint8_t *at, const uint8_t *end)
{
	enum { ALEF = 0x627, LAM = 0x644, LEAST = 3 * 2 /* bytes behind it: والي is a governor */ };
	for (int clitics = 0; at < end; clitics++) {
		struct find_character first = find_character(at, end);
		at += first.length;
		if ((first.cp == ALEF || first.cp == LAM) && end - at > LEAST && find_character(at, end).cp == LAM)
			return true;
		if (clitics == 2 || !is_clitic(first.kind))
			return false;
	}
	return false;
}

/* A title in front of a first name: the colonel Moussa of « le colonel Moussa Gao ». `name`: where the first name begins. */
static bool is_titled(const struct find_text *text, const uint8_t *name)
{
	struct find_character last;
	const uint8_t *end = skip_gap_back(text, name, &last), *before = end;
	if (end == name)
		return false;
	if (last.cp == '.')
		find_before(text->start, end, &before);
	const uint8_t *start = word_start(text, before);
	return start < before && (before == end || before - start <= ABBREVIATION) && cues_of(start, before) & CUE_PERSON;
}

/* Whether the word in front of another is part of the name of a body: مجلة أفق السعودية. */
static bool is_in_body(const struct find_text *text, const uint8_t *word)
{
	struct find_character last;
	const uint8_t *end = skip_gap_back(text, word, &last), *start = word_start(text, end);
	return start < end && cues_of(start, end) & CUE_NOT;
}

/* Capitals in front of a name that is not written in capitals are a body of that place: MG France, RC Lens. */
static bool is_acronym_of_body(const struct find_text *text, const struct find_hit *hit, const struct find_side *side, const uint8_t *word)
{
	enum { LETTERS = 6 }; /* what is longer is a heading */
	const uint8_t *end = text->start + side->at, *name = text->start + hit->start;
	struct find_character gap = find_character(end, text->end);
	return end - word <= LETTERS && end + gap.length == name && !side->hyphen &&
	       !(side->cues & (CUE_PLACE | CUE_TOWARDS)) && kind_of_word(name, text->start + hit->end) != BESIDE_ACRONYM;
}

static bool begins_sentence(const struct find_text *text, const uint8_t *word)
{
	struct find_character last;
	const uint8_t *end = skip_gap_back(text, word, &last);
	return word_start(text, end) == end;
}

struct find_side find_side_before(const struct find_text *text, const struct find_hit *hit)
{
	const uint8_t *name = start_with_clitics(text, hit);
	struct find_character last;
	const uint8_t *end = skip_gap_back(text, name, &last), *start = end;
	struct find_side side = {.word = BESIDE_NOTHING, .at = (uint32_t)(end - text->start)};
	/* A clitic parts the name from the word before it: الثورة بتطاوين. */
	bool next = name == text->start + hit->start || hit->prefix == FIND_ARTICLE;
	struct phrase phrase;
	phrase_begin(&phrase);
	if (next)
		phrase_add_word(&phrase, text->start, &start, CUE_LETTERS);
	else
		start = word_start(text, end);
	if (has_preposition(name, text->start + hit->start))
		side.cues = CUE_TOWARDS;
	if (start == end) {
		read_sign_before(text, end, end < name, &side);
		return side;
	}
	struct find_character gap = find_character(end, text->end);
	side.word = kind_of_word_before(start, end);
	if (next)
		side.cues |= cues_of_words(text, &phrase, start, &side.nation);
	else if (hit->key_kinds & CUE_AMBIGUOUS && hangs_on_beh(text, hit))
		/* … but not from one that asks for it: الحرس الوطني بقبلي */
		side.cues |= cues_before(text, text->start + hit->start, &side.nation) & CUE_PLACE;
	side.hyphen = end < name && is_hyphen(gap.cp) && end + gap.length == name;
	side.definite = hit->arabic && !(side.cues & CUE_OF) && (is_definite(start, end) || (hit->key_kinds & CUE_ADJECTIVE && is_in_body(text, start)));
	side.acronym = side.word == BESIDE_ACRONYM && is_acronym_of_body(text, hit, &side, start);
	if (side.word == BESIDE_CAPITAL && is_titled(text, start))
		side.cues |= CUE_PERSON;
	side.first = side.word != BESIDE_SMALL && begins_sentence(text, start);
	return side;
}

/* ---- Behind it ---- */

static const uint8_t *word_end(const struct find_text *text, const uint8_t *at)
{
	for (int letters = 0; letters <= CUE_LETTERS && at < text->end; letters++) {
		const uint8_t *next;
		struct find_character character = find_behind(at, text->end, &next);
		if (!find_is_letter(character.kind))
			return at;
		at = next + character.length;
	}
	return at;
}

static bool is_address_behind(const struct find_text *text, const uint8_t *at)
{
	const uint8_t *next;
	struct find_character sign = find_behind(at, text->end, &next);
	if (next == text->end || sign.kind != FOLD_OTHER)
		return false;
	if (sign.cp != '.')
		return sign.cp == '@' || sign.cp == '_';
	next += sign.length;
	return next < text->end && letter_class(find_character(next, text->end).cp) == CLASS_LOWER;
}

/* An Arabic article in Latin letters, and the rest of a name behind it: Aïn al-Hiloué. */
static bool is_article(const struct find_text *text, const uint8_t *at)
{
	const uint8_t *next;
	if ((at[0] != 'a' && at[0] != 'e') || find_behind(at + 2, text->end, &next).kind != FOLD_GAP)
		return false;
	struct find_character gap = find_behind(next, text->end, &next);
	next += gap.length;
	return next < text->end && is_hyphen(gap.cp) && letter_class(find_character(next, text->end).cp) == CLASS_UPPER;
}

struct find_side find_side_behind(const struct find_text *text, const struct find_hit *hit)
{
	const uint8_t *at = text->start + hit->end, *next = at;
	struct find_character gap = {.kind = FOLD_OTHER}, first = find_behind(at, text->end, &next);
	struct find_side side = {.word = BESIDE_NOTHING, .address = is_address_behind(text, at)};
	for (int gaps = 0; gaps < GAPS && next < text->end && first.kind == FOLD_GAP; gaps++) {
		gap = first;
		first = find_behind(next + first.length, text->end, &next);
	}
	side.at = (uint32_t)(next - text->start);
	if (next == text->end || !find_is_letter(first.kind))
		return side;
	side.word = BESIDE_SMALL;
	side.hyphen = is_hyphen(gap.cp) && at + gap.length == next;
	/* Of Arabic words, which have no capitals, nothing more is asked. */
	if (first.kind >= FOLD_ARABIC && !side.hyphen)
		return side;
	const uint8_t *end = word_end(text, next);
	side.word = kind_of_word(next, end);
	side.cues = cues_of(next, end);
	if (end - next == 2 && is_article(text, next)) {
		side.word = BESIDE_CAPITAL;
		side.hyphen = true;
	}
	return side;
}

uint16_t find_nation_behind(const struct find_text *text, const struct find_side *behind)
{
	const uint8_t *at = text->start + behind->at;
	struct phrase phrase;
	if (behind->word == BESIDE_NOTHING)
		return 0;
	phrase_begin(&phrase);
	phrase_add_text(&phrase, at, word_end(text, at));
	return cue_look_up(phrase.hash[phrase.len])->nation;
}

bool find_says_where(const struct find_text *text, const struct find_side *behind)
{
	const uint8_t *at = text->start + behind->at;
	struct run run = {0};
	if (behind->word == BESIDE_NOTHING)
		return false;
	/* the next word, or the next two */
	for (int words = 0; words < 2; words++) {
		const uint8_t *end = run_add_word(&run, at, text->end, CUE_LETTERS), *next;
		unsigned found = run.len ? cue_find(run.all) : 0;
		if (found & CUE_WITHIN)
			return true;
		if (!(found & CUE_OPENS))
			return false;
		struct find_character gap = find_behind(end, text->end, &next);
		if (gap.kind != FOLD_GAP)
			return false;
		at = next + gap.length;
	}
	return false;
}

/* ---- Around it ---- */

/* Whether a quotation mark ends what stands in front of `at`. */
static bool ends_quotation(const struct find_text *text, const uint8_t *at)
{
	const uint8_t *next;
	struct find_character sign = find_behind(at, text->end, &next);
	if (sign.kind == FOLD_GAP)
		sign = find_behind(next + sign.length, text->end, &next);
	return next < text->end && (sign.cp == '"' || sign.cp == 0xBB || sign.cp == 0x201D);
}

/* Whether what has this hash and ends at `end` is such a name. */
static bool is_name(const struct find_text *text, uint64_t hash, const uint8_t *end)
{
	unsigned kinds = cue_find(hash);
	return kinds & CUE_NAME || (kinds & CUE_TITLE && ends_quotation(text, end));
}

/* Whether such a name ends with a hit. Arabic ones may have a clitic before them. */
static bool is_end_of_name(const struct find_text *text, const struct find_hit *hit)
{
	const uint8_t *at = text->start + hit->start, *end = text->start + hit->end;
	struct phrase phrase;
	if (hit->prefix == FIND_CONTRACTION) {
		phrase_begin(&phrase);
		phrase_add_text(&phrase, at, end);
	} else {
		phrase_begin_with(&phrase, hit->hash, hit->letters);
	}
	for (int words = 0; words < NAME_WORDS && cue_find(phrase.hash[phrase.len]) & CUE_ENDS; words++) {
		struct find_character last;
		at = skip_gap_back(text, at, &last);
		if (last.kind != FOLD_GAP || !phrase_add_word(&phrase, text->start, &at, CUE_LETTERS))
			break;
		if (is_name(text, phrase.hash[phrase.len], end) ||
		    (is_clitic(phrase.letters[phrase.len - 1]) && is_name(text, phrase.hash[phrase.len - 1], end)))
			return true;
	}
	return false;
}

static bool is_start_of_name(const struct find_text *text, const struct find_hit *hit)
{
	const uint8_t *end = text->start + hit->end, *next;
	struct run run = {0};
	run_add_text(&run, text->start + hit->start, end);
	for (int words = 0; words < NAME_WORDS; words++) {
		if (!((cue_find(run.all) | cue_find(run.rest)) & CUE_OPENS))
			return false;
		struct find_character gap = find_behind(end, text->end, &next);
		if (gap.kind != FOLD_GAP)
			return false;
		end = run_add_word(&run, next + gap.length, text->end, CUE_LETTERS);
		if (is_name(text, run.all, end) || (is_clitic(run.first) && is_name(text, run.rest, end)))
			return true;
	}
	return false;
}

bool find_is_in_name(const struct find_text *text, const struct find_hit *hit)
{
	/* What it is by itself is known, if the text has all its letters; a first one may be a clitic. */
	bool known = hit->prefix != FIND_CONTRACTION;
	bool clitic = is_clitic(find_character(text->start + hit->start, text->end).kind);
	return ((!known || hit->key_kinds & CUE_ENDS) && is_end_of_name(text, hit)) ||
	       ((!known || clitic || hit->key_kinds & CUE_OPENS) && is_start_of_name(text, hit));
}
