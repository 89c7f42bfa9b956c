/* SPDX-License-Identifier: MIT */
/*
 * True text, of which the characters are escaped as scrapers and content managers leave them; what the steps make of it has to be the
 * truth again. Text that nobody has touched has to stay. Prints what was reached for each kind of damage, and mistakes to read.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "accuracy/bed.h"
#include "property/random.h"
#include "repair/codepage.h"
#include "repair/entity_table.h"
#include "repair/steps.h"
#include "support/repair.h"
#include "unicode/utf8.h"

enum { SEED = 20260412, MISTAKES = 10, QUICK_STEP = 12, NAMED = 0x3000 };

static const struct entity *names[NAMED]; /* of characters: those that browsers know without a semicolon, in small letters */

typedef void escape_fn(struct random *random, uint32_t cp, struct buffer *out);

static void put_character(uint32_t cp, struct buffer *out)
{
	uint8_t bytes[4];
	buffer_append(out, bytes, utf8_encode(cp, bytes));
}

static void put_decimal(uint32_t number, struct buffer *out)
{
	char text[16];
	snprintf(text, sizeof text, "&#%u;", (unsigned)number);
	buffer_append_text(out, text);
}

static void put_hex(const char *prefix, int digits, uint32_t number, struct buffer *out)
{
	char text[16];
	snprintf(text, sizeof text, "%s%0*X", prefix, digits, (unsigned)number);
	buffer_append_text(out, text);
}

static bool is_special(uint32_t cp)
{
	return cp == '&' || cp == '"' || cp == '\'';
}

/* < and > are not decoded where a repair has to be safe, and controls never. */
static bool is_escaped(uint32_t cp)
{
	return cp >= 0xA0 || is_special(cp);
}

static bool has_name(uint32_t cp)
{
	return cp < NAMED && names[cp];
}

static void put_name(uint32_t cp, const char *end, struct buffer *out)
{
	buffer_append_text(out, "&");
	buffer_append(out, entity_names + names[cp]->name, names[cp]->length);
	buffer_append_text(out, end);
}

static void named(struct random *random, uint32_t cp, struct buffer *out)
{
	(void)random;
	if (is_escaped(cp) && has_name(cp))
		put_name(cp, ";", out);
	else
		put_character(cp, out);
}

static void decimal(struct random *random, uint32_t cp, struct buffer *out)
{
	(void)random;
	if (is_escaped(cp))
		put_decimal(cp, out);
	else
		put_character(cp, out);
}

static void hexadecimal(struct random *random, uint32_t cp, struct buffer *out)
{
	if (!is_escaped(cp)) {
		put_character(cp, out);
		return;
	}
	put_hex(random_once_in(random, 2) ? "&#x" : "&#X0", 1, cp, out);
	buffer_append_text(out, ";");
}

static void windows(struct random *random, uint32_t cp, struct buffer *out)
{
	int byte = codepage_byte(CODEPAGE_CP1252, cp);
	if (byte >= 0x80)
		put_decimal((uint32_t)byte, out);
	else
		named(random, cp, out);
}

static void special(struct random *random, uint32_t cp, struct buffer *out)
{
	(void)random;
	if (is_special(cp))
		buffer_append_text(out, cp == '&' ? "&amp;" : cp == '"' ? "&quot;" : "&#039;");
	else
		put_character(cp, out);
}

static void any(struct random *random, uint32_t cp, struct buffer *out)
{
	static escape_fn *const ways[] = {named, decimal, hexadecimal, windows};
	if (cp != '&' && random_once_in(random, 3))
		put_character(cp, out);
	else
		ways[random_below(random, COUNT_OF(ways))](random, cp, out);
}

static void without_semicolon(struct random *random, uint32_t cp, struct buffer *out)
{
	(void)random;
	if (cp >= 0x80 && has_name(cp) && names[cp]->legacy)
		put_name(cp, "", out);
	else
		put_character(cp, out);
}

static void json(struct random *random, uint32_t cp, struct buffer *out)
{
	(void)random;
	if (cp >= 0x10000)
		put_hex("\\u", 4, 0xD800 + ((cp - 0x10000) >> 10), out);
	if (cp >= 0xA0)
		put_hex("\\u", 4, cp < 0x10000 ? cp : 0xDC00 + (cp & 0x3FF), out);
	else
		put_character(cp, out);
}

static const struct {
	const char *name;
	escape_fn *escape;
	unsigned layers; /* how often all is escaped again: the & of the layer before */
	const struct step *step;
	const char *value;
	double target; /* per cent of damaged paragraphs that are the truth again */
} kinds[] = {
    {"named", named, 0, &repair_step_entities, "safe", 99.9},
    {"decimal", decimal, 0, &repair_step_entities, "safe", 99.9},
    {"hexadecimal", hexadecimal, 0, &repair_step_entities, "safe", 99.9},
    {"numbers of Windows", windows, 0, &repair_step_entities, "safe", 99.9},
    {"quotes and & only", special, 0, &repair_step_entities, "safe", 99.9},
    {"any, and some not", any, 0, &repair_step_entities, "safe", 99.9},
    {"named, twice", named, 1, &repair_step_entities, "safe", 99.9},
    {"decimal, twice", decimal, 1, &repair_step_entities, "safe", 99.9},
    {"any, three times", any, 2, &repair_step_entities, "safe", 99.9},
    {"any, aggressive", any, 1, &repair_step_entities, "aggressive", 99.9},
    /* Nobody can tell that the semicolon of "moiti&eacute;" was that of the sentence. */
    {"without semicolon", without_semicolon, 0, &repair_step_entities, "aggressive", 99.0},
    {"\\u", json, 0, &repair_step_escapes, "decode", 99.9},
};

static void escape_all(struct random *random, escape_fn *escape, const void *text, size_t len, struct buffer *out)
{
	const uint8_t *at = text;
	out->len = 0;
	for (const uint8_t *end = at + len; at < end;) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		escape(random, cp, out);
	}
}

/* The & of what is escaped already. */
static void again(struct random *random, uint32_t cp, struct buffer *out)
{
	if (cp == '&')
		buffer_append_text(out, random_once_in(random, 4) ? "&#38;" : "&amp;");
	else
		put_character(cp, out);
}

struct score {
	size_t damaged, exact;
};

static size_t mistakes;

static void tell(const char *what, const struct bed_paragraph *truth, const struct buffer *got)
{
	size_t at = 0;
	while (at < truth->len && at < got->len && truth->text[at] == (char)got->at[at])
		at++;
	size_t start = at > 40 ? at - 40 : 0;
	if (mistakes++ < MISTAKES)
		printf("mistake: %s: …%.60s… became …%.*s…\n", what, truth->text + start,
		       (int)(got->len - start < 60 ? got->len - start : 60), (const char *)got->at + start);
}

/* Damage a paragraph in one way and repair it. One that the damage leaves as it is counts for nothing. */
static void try_kind(struct random *random, size_t kind, const struct bed_paragraph *truth, struct score *score)
{
	struct buffer text = {0}, next = {0};
	struct repaired got;
	escape_all(random, kinds[kind].escape, truth->text, truth->len, &text);
	for (unsigned i = 0; i < kinds[kind].layers; i++) {
		struct buffer swap = text;
		escape_all(random, again, text.at, text.len, &next);
		text = next;
		next = swap;
	}
	if (text.len != truth->len) {
		repair_text(kinds[kind].step, repair_value(kinds[kind].step, kinds[kind].value), text.at, text.len, &got);
		bool exact = got.suspected && got.text.len == truth->len && !memcmp(got.text.at, truth->text, truth->len);
		score->damaged++;
		score->exact += exact;
		if (!exact)
			tell(kinds[kind].name, truth, &got.text);
		repaired_release(&got);
	}
	buffer_release(&text);
	buffer_release(&next);
}

/* Returns whether the target is reached for a kind of damage, in both languages. */
static bool measure_kind(const struct bed *bed, size_t kind, size_t step)
{
	struct random random = {SEED + kind};
	struct score scores[2] = {{0, 0}, {0, 0}};
	for (size_t i = 0; i < bed->len; i += step)
		try_kind(&random, kind, &bed->at[i], &scores[bed->at[i].language]);
	size_t damaged = scores[0].damaged + scores[1].damaged, exact = scores[0].exact + scores[1].exact;
	double percent = damaged ? 100.0 * (double)exact / (double)damaged : 0;
	printf("figure: %-20s fr %6zu of %6zu, ar %6zu of %6zu exact: %.3f %%\n", kinds[kind].name, scores[BED_FRENCH].exact,
	       scores[BED_FRENCH].damaged, scores[BED_ARABIC].exact, scores[BED_ARABIC].damaged, percent);
	return percent >= kinds[kind].target;
}

/* What a step does to text that nobody has touched. Returns whether it changes nothing. */
static bool measure_clean(const struct bed *bed, const struct step *step, const char *value)
{
	size_t changed = 0, reports = 0, suspicions = 0, bytes = 0;
	for (size_t i = 0; i < bed->len; i++) {
		struct repaired got;
		repair_text(step, repair_value(step, value), bed->at[i].text, bed->at[i].len, &got);
		bytes += bed->at[i].len;
		suspicions += got.suspected;
		reports += got.findings;
		changed += got.changes > 0;
		if (got.changes || got.findings || got.suspected)
			tell(step->rule.id, &bed->at[i], &got.text);
		repaired_release(&got);
	}
	printf("figure: untouched, %s=%s: %zu of %zu paragraphs changed, %zu reports, %zu suspected in %.1f MB\n", step->rule.id,
	       value, changed, bed->len, reports, suspicions, (double)bytes / 1e6);
	return changed == 0;
}

static void read_names(void)
{
	for (unsigned i = 0; i < entity_count; i++) {
		uint32_t cp = entities[i].cps[0];
		if (cp < NAMED && !entities[i].cps[1] && (!names[cp] || entities[i].legacy || !names[cp]->legacy))
			names[cp] = &entities[i];
	}
}

int main(int argc, char **argv)
{
	struct bed bed = {0};
	size_t passed = 0, failed = 0, step = bed_is_long(argc, argv) ? 1 : QUICK_STEP;
	bool found = bed_read_sentences(&bed) & bed_read_news(&bed, BED_FRENCH, BED_ODD) & bed_read_news(&bed, BED_ARABIC, BED_ODD);
	if (step == 1)
		found = found & bed_read_news(&bed, BED_FRENCH, BED_EVEN) & bed_read_news(&bed, BED_ARABIC, BED_EVEN);
	read_names();
	for (size_t kind = 0; found && kind < COUNT_OF(kinds); kind++)
		++*(measure_kind(&bed, kind, step) ? &passed : &failed);
	for (unsigned value = 1; found && value < repair_step_entities.rule.value_count; value++)
		++*(measure_clean(&bed, &repair_step_entities, repair_step_entities.rule.values[value].name) ? &passed : &failed);
	if (found) {
		++*(measure_clean(&bed, &repair_step_escapes, "decode") ? &passed : &failed);
		++*(measure_clean(&bed, &repair_step_tags, "report") ? &passed : &failed);
	}
	bed_release(&bed);
	printf("%zu passed, %zu failed\n", passed, failed);
	return failed ? EXIT_FAILURE : found ? EXIT_SUCCESS : BED_SKIPPED;
}
