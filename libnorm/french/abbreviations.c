/* SPDX-License-Identifier: MIT */
/*
 * The space behind an abbreviation that belongs to what follows: M. Dupont, Mme de Staël, p. 5, n° 7. It becomes a no-break
 * space, so that no line ends there. Which abbreviations these are is in data/french/abbreviations.tsv.
 */
#include <string.h>

#include "french/language.h"
#include "french/steps.h"
#include "french/word.h"
#include "text/neighbour.h"
#include "text/space.h"
#include "unicode/utf8.h"

enum { ABBREVIATIONS_KEEP, ABBREVIATIONS_REPORT, ABBREVIATIONS_NBSP };

enum { DEGREE = 0xB0, ORDINAL = 0xBA, SECTION = 0xA7 };

enum verdict { VERDICT_NONE, VERDICT_DOUBTFUL, VERDICT_SPACE };

/* The last characters of abbreviations: those of the letters, and signs. */
static bool may_end_abbreviation(uint32_t cp)
{
	return cp == '.' || cp == 'e' || cp == 's' || cp == 'r' || cp == DEGREE || cp == ORDINAL || cp == SECTION;
}

static uint32_t decode(const struct scope_text *text, size_t at)
{
	uint32_t cp = SPACE_LF;
	if (at < text->len)
		utf8_decode(text->text + at, text->text + text->len, &cp);
	return cp == UTF8_INVALID ? 0xFFFD : cp;
}

static size_t previous(const struct scope_text *text, size_t at)
{
	return at ? (size_t)(utf8_previous(text->text, text->text + at) - text->text) : 0;
}

/* Where an abbreviation starts that ends at `end`; SIZE_MAX: another text is there, or a longer word. */
static size_t find_start(const struct scope_text *text, size_t end, const struct french_abbreviation *abbreviation)
{
	size_t at = end;
	for (size_t i = abbreviation->length; i > 0; i--) {
		if (at == 0)
			return SIZE_MAX;
		at = previous(text, at);
		if (decode(text, at) != abbreviation->text[i - 1])
			return SIZE_MAX;
	}
	bool inside = at && (character_is_word(decode(text, previous(text, at))) || text->text[at - 1] == '-');
	return inside ? SIZE_MAX : at;
}

static bool is_abbreviation(const struct french_abbreviation *entry)
{
	return entry->before != FRENCH_PARTICLE && entry->before != FRENCH_LEAD;
}

/* The abbreviation that ends at a place; NULL: none. */
static const struct french_abbreviation *find(const struct scope_text *text, size_t end, size_t *ret_start)
{
	uint32_t last = decode(text, previous(text, end));
	for (size_t i = 0; i < french_abbreviation_count; i++) {
		const struct french_abbreviation *entry = &french_abbreviations[i];
		bool may_be = entry->text[entry->length - 1] == last && is_abbreviation(entry);
		*ret_start = may_be ? find_start(text, end, entry) : SIZE_MAX;
		if (*ret_start != SIZE_MAX)
			return entry;
	}
	return NULL;
}

/* Whether a word is one of the small words of a kind. */
static bool is_small_word(const struct word *word, enum french_before kind)
{
	for (size_t i = 0; i < french_abbreviation_count; i++) {
		const struct french_abbreviation *entry = &french_abbreviations[i];
		if (entry->before == kind && entry->length == word->length && !memcmp(entry->text, word->letters, word->length))
			return true;
	}
	return false;
}

static bool is_capital(uint32_t cp)
{
	return unicode_category(cp) == UNICODE_LU;
}

/* Whether a title stands behind a name with a capital, of which it rather is an initial: Karim M. */
static bool follows_name(const struct scope_text *text, size_t start)
{
	struct scope_text other = *text;
	struct word word;
	other.at = previous(text, start);
	if (!space_is_inline(decode(text, other.at)))
		return false;
	other.at = previous(text, other.at);
	return word_read(&other, &word) && is_capital(decode(text, word.start)) && !is_small_word(&word, FRENCH_LEAD);
}

/* Whether a number starts at a place; a Roman one in capitals. */
static bool is_number(const struct scope_text *text, size_t at)
{
	struct scope_text other = *text;
	struct word word;
	other.at = at;
	if (character_is_digit(decode(text, at)))
		return true;
	if (!word_read(&other, &word) || !is_capital(decode(text, at)))
		return false;
	for (size_t i = 0; i < word.length; i++)
		if (!memchr("ivxlc", word.letters[i], 5))
			return false;
	return word.shape == WORD_CAPITALS || word.length == 1;
}

static bool is_particle(const struct scope_text *text, size_t at)
{
	struct scope_text other = *text;
	struct word word;
	other.at = at;
	return word_read(&other, &word) && word.shape == WORD_SMALL && is_small_word(&word, FRENCH_PARTICLE);
}

/* What is to be done between the abbreviation that ends at `end`, and what starts at `next`. */
static enum verdict judge(const struct scope_text *text, size_t end, size_t next)
{
	size_t start;
	const struct french_abbreviation *entry = find(text, end, &start);
	if (!entry)
		return VERDICT_NONE;
	uint32_t cp = decode(text, next);
	bool initial = entry->length == 2 && follows_name(text, start);
	switch (entry->before) {
	case FRENCH_TITLE:
		return (is_capital(cp) || is_particle(text, next)) && !initial ? VERDICT_SPACE : VERDICT_NONE;
	case FRENCH_NAME:
		return is_capital(cp) ? VERDICT_SPACE : VERDICT_NONE;
	case FRENCH_NUMBER:
		return is_number(text, next) ? VERDICT_SPACE : VERDICT_NONE;
	case FRENCH_SIGN:
		return character_is_digit(cp) ? VERDICT_SPACE : VERDICT_NONE;
	case FRENCH_PERHAPS:
		return is_number(text, next) ? VERDICT_DOUBTFUL : VERDICT_NONE;
	default:
		return character_is_digit(cp) ? VERDICT_DOUBTFUL : VERDICT_NONE;
	}
}

/* The end of the spaces at a place, if they are ordinary ones; else the place itself. */
static size_t spaces_end(const struct scope_text *text, size_t at)
{
	size_t end = at;
	while (end < text->len && text->text[end] == SPACE_SP)
		end++;
	return space_is_inline(decode(text, end)) ? at : end;
}

/* What is to be done with the ordinary space that is item `i`, the first of some, or none. */
static enum verdict judge_space(const struct rule_span *span, size_t i)
{
	if (span->items->at[i].cp != SPACE_SP || !may_end_abbreviation(neighbour_before(span, i)))
		return VERDICT_NONE;
	struct scope_text text = scope_words(span->scope, span->items->at[i].start);
	size_t next = spaces_end(&text, text.at);
	return next > text.at ? judge(&text, text.at, next) : VERDICT_NONE;
}

/* The same where there is no space, behind the sign that is item `i`. */
static enum verdict judge_sign(const struct rule_span *span, size_t i)
{
	uint32_t cp = span->items->at[i].cp;
	if ((cp != DEGREE && cp != SECTION && cp != ORDINAL) || !character_is_digit(neighbour_after(span, i)))
		return VERDICT_NONE;
	struct scope_text text = scope_words(span->scope, span->items->at[i].start);
	size_t end = text.at + utf8_length(cp);
	return end < text.len && decode(&text, text.at) == cp ? judge(&text, end, end) : VERDICT_NONE;
}

static void run_abbreviations(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len; i++) {
		bool space = items->at[i].cp == SPACE_SP;
		enum verdict verdict = space ? judge_space(span, i) : judge_sign(span, i);
		bool wanted = verdict == VERDICT_SPACE || (verdict == VERDICT_DOUBTFUL && items->log);
		if (!wanted || !french_governs(span, i)) {
			items_keep(items, i);
			continue;
		}
		bool changes = verdict == VERDICT_SPACE && span->value == ABBREVIATIONS_NBSP;
		if (!changes)
			items_report(items, i, 1, span->rule);
		if (!changes || !space)
			items_keep(items, i);
		if (changes && space)
			items_replace(items, i, 1, SPACE_NBSP, span->rule);
		if (changes && !space)
			items_insert(items, i + 1, SPACE_NBSP, span->rule);
	}
	items_rewritten(items);
}

static bool is_space_or_unknown(uint32_t cp)
{
	return cp == SPACE_SP || cp == 0;
}

/* Whether a full stop behind these two characters may be that of an abbreviation. */
static bool may_be_abbreviated(uint32_t before2, uint32_t before)
{
	uint64_t letters = FRENCH_STOP(before) < 0x40 ? french_stops[FRENCH_STOP(before)] : 0;
	bool known = FRENCH_STOP(before2) < 0x40 && letters >> FRENCH_STOP(before2) & 1;
	return letters && ((known && before2 != '@') || (letters & 1 && !character_is_word(before2)));
}

/* The space behind a title without a full stop is within the reach of its capital. */
static bool wakes_abbreviations(const struct rule_trigger *trigger)
{
	uint32_t before = trigger->before, after = trigger->after;
	switch (trigger->cp) {
	case '.':
		return after == SPACE_SP && may_be_abbreviated(trigger->before2, before);
	case 'M':
		return !character_is_word(before) && (after == 'm' || after == 'l' || after == 'g' ||
						       (after == 'e' && is_space_or_unknown(trigger->after2)));
	case 'D': case 'P':
		return !character_is_word(before) && after == 'r' && is_space_or_unknown(trigger->after2);
	default:
		return after == SPACE_SP || character_is_digit(after);
	}
}

/* Behind a full stop: the space there. */
static bool settle_abbreviation(struct rule_trigger *trigger, struct scope *scope, uint32_t offset)
{
	if (trigger->cp != '.' || trigger->value != ABBREVIATIONS_NBSP || !trigger->after2 || space_is_inline(trigger->after2))
		return false;
	struct scope_text text = scope_words(scope, offset);
	if (text.at >= text.len || text.text[text.at] != '.')
		return false;
	size_t end = text.at + 1, next = spaces_end(&text, end);
	enum verdict verdict = next > end ? judge(&text, end, next) : VERDICT_NONE;
	if (verdict == VERDICT_DOUBTFUL && trigger->findings)
		return false;
	if (verdict == VERDICT_SPACE && french_governs_at(scope, offset + 1))
		rule_trigger_change_after(trigger, SPACE_NBSP);
	return true;
}

static bool beside_abbreviations(uint32_t cp, enum beside before, enum beside after)
{
	if (cp == '.')
		return after == BESIDE_SPACE;
	return after == BESIDE_SMALL && before != BESIDE_SMALL && before != BESIDE_CAPITAL && before != BESIDE_DIGIT;
}

static bool opens_abbreviations(uint32_t cp, uint32_t letter)
{
	return cp == 'M' ? letter == 'm' || letter == 'l' || letter == 'g' || letter == 'e' : letter == 'r';
}

static bool ends_abbreviations(uint32_t cp, uint32_t letter)
{
	return cp != '.' || french_stops[FRENCH_STOP(letter)];
}

/* Whether a title, or what the full stop belongs to, goes on with another letter. */
static bool passes_abbreviations(const uint8_t *out, const uint8_t *at)
{
	bool known = at[1] >= ' ' && at[1] < 0x7F && at[2] >= ' ' && at[2] < 0x7F;
	switch (*at) {
	case '.':
		if (at[1] == ' ' && out[-1] >= 0x80) /* no abbreviation ends with such a letter */
			return beside_is_text(out);
		if (at[1] == ' ')
			return out[-2] < 0x80 && !may_be_abbreviated(out[-2], out[-1]);
		return known || at[1] == SPACE_LF;
	case 'M':
		return known && at[1] != 'm' && at[1] != 'l' && at[1] != 'g' && (at[1] != 'e' || at[2] != ' ');
	case 'D': case 'P':
		return known && (at[1] != 'r' || at[2] != ' ');
	default:
		return false;
	}
}

static const struct step_range abbreviation_ranges[] = {
	{'.', '.'}, {'D', 'D'}, {'M', 'M'}, {'P', 'P'}, {SECTION, SECTION}, {DEGREE, DEGREE}, {ORDINAL, ORDINAL},
};

static const norm_rule_value abbreviation_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave the space behind abbreviations")},
	{"report", NORM_LOSSLESS, N_("leave it, report where a line may break behind one")},
	{"nbsp", NORM_REVERSIBLE, N_("in French, no-break space behind M., Mme, p., n° and their like")},
};

const struct step french_step_abbreviations = {
	.rule = {"french.abbreviations", "french", "abbreviations", N_("space behind an abbreviation"),
		 "Imprimerie nationale", abbreviation_values, COUNT_OF(abbreviation_values),
		 NORM_SEVERITY_NOTE, CATEGORY_SPACES},
	.kind = STEP_RULE,
	.run = run_abbreviations,
	.triggers = abbreviation_ranges,
	.trigger_count = COUNT_OF(abbreviation_ranges),
	.wakes = wakes_abbreviations,
	.beside = beside_abbreviations,
	.opens = opens_abbreviations,
	.ends = ends_abbreviations,
	.passes = passes_abbreviations,
	.settle = settle_abbreviation,
	.wide = true,
	.report_values = 1u << ABBREVIATIONS_REPORT,
	.reach = 5, /* Mlles and its space */
};
