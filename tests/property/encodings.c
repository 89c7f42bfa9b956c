/* SPDX-License-Identifier: MIT */
/* Text in many encodings and with all kinds of damage, a paragraph each: what holds for every input holds for it, too. */
#include <string.h>

#include "property/property.h"
#include "repair/codepage.h"
#include "support/escape.h"
#include "support/laws.h"
#include "unicode/utf8.h"

static const char *const phrases[] = {
	"Le président a déclaré hier à l’Élysée que « la mission est achevée »",
	"Les élections auront lieu à Tin Zaouatine, près de la frontière",
	"أعلنت وزارة الخارجية أن البعثة وصلت إلى تين زواتين أمس",
	"قال المتحدث: «نعم»، ثم غادر القاعة",
	"Le ministre (الوزير) a été reçu à Alger",
	"Texte sans accent",
	"",
};

static const char *phrase(struct random *random)
{
	return phrases[random_below(random, sizeof phrases / sizeof phrases[0])];
}

/* The phrase in a code page; what that lacks is a question mark. */
static void append_encoded(struct buffer *out, const char *text, enum codepage page)
{
	const uint8_t *at = (const uint8_t *)text, *end = at + strlen(text);
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		int byte = codepage_byte(page, cp);
		uint8_t put = byte < 0 ? '?' : (uint8_t)byte;
		buffer_append(out, &put, 1);
	}
}

static void append_character(struct buffer *out, uint32_t cp)
{
	uint8_t bytes[4];
	buffer_append(out, bytes, utf8_encode(cp, bytes));
}

/* UTF-8 that was read in a code page. */
static void append_mojibake(struct buffer *out, const char *text, enum codepage page)
{
	for (; *text; text++) {
		uint16_t cp = codepage_characters[page][(uint8_t)*text];
		append_character(out, cp == CODEPAGE_NONE ? (uint8_t)*text : cp);
	}
}

static void append_reversed(struct buffer *out, const char *text)
{
	const uint8_t *start = (const uint8_t *)text, *at = start + strlen(text);
	while (at > start) {
		const uint8_t *end = at;
		at = utf8_previous(start, at);
		buffer_append(out, at, (size_t)(end - at));
	}
}

static void append_references(struct buffer *out, const char *text, bool twice)
{
	const uint8_t *at = (const uint8_t *)text, *end = at + strlen(text);
	while (at < end) {
		uint32_t cp;
		char reference[24];
		at += utf8_decode(at, end, &cp);
		snprintf(reference, sizeof reference, "&%s#%u;", twice ? "amp;" : "", cp);
		if (cp < 0x80)
			append_character(out, cp);
		else
			buffer_append_text(out, reference);
	}
}

static void append_utf16(struct buffer *out, const char *text, bool big)
{
	const uint8_t *at = (const uint8_t *)text, *end = at + strlen(text);
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		uint8_t high = (uint8_t)(cp >> 8), low = (uint8_t)cp;
		buffer_append(out, big ? &high : &low, 1);
		buffer_append(out, big ? &low : &high, 1);
	}
}

static void append_paragraph(struct random *random, struct buffer *out)
{
	static const char *const ends[] = {"\n", "\n", "\r\n", "\u2029", " "};
	/* Where programs take UTF-8 for something else, it is for one of these. */
	static const enum codepage usual[] = {CODEPAGE_CP1252, CODEPAGE_ISO_8859_1, CODEPAGE_CP1256, CODEPAGE_MAC_ROMAN, CODEPAGE_CP850};
	const char *text = phrase(random);
	switch (random_below(random, 8)) {
	case 0:
		append_mojibake(out, text, usual[random_below(random, sizeof usual / sizeof usual[0])]);
		break;
	case 1:
		append_reversed(out, text);
		break;
	case 2:
		append_references(out, text, random_once_in(random, 3));
		break;
	case 3: {
		bool big = random_once_in(random, 2);
		append_utf16(out, text, big);
		append_utf16(out, "\r\n", big);
		return;
	}
	case 4:
	case 5:
		append_encoded(out, text, (enum codepage)random_below(random, CODEPAGE_COUNT));
		break;
	default:
		buffer_append_text(out, text);
	}
	buffer_append_text(out, ends[random_below(random, sizeof ends / sizeof ends[0])]);
}

/* Some bytes get lost, or become others. */
static void damage(struct random *random, struct buffer *text)
{
	for (size_t n = random_below(random, 4); n > 0 && text->len > 1; n--) {
		size_t at = random_below(random, text->len - 1);
		if (random_once_in(random, 2))
			text->at[at] = (uint8_t)random_below(random, 256);
		else
			memmove(text->at + at, text->at + at + 1, --text->len - at);
	}
}

/* Returns whether bytes of it were damaged. */
static bool any_text(struct random *random, struct buffer *out)
{
	bool wide = random_once_in(random, 10), big = random_once_in(random, 2);
	for (size_t n = 1 + random_below(random, 6); n > 0; n--) {
		if (wide)
			append_utf16(out, phrase(random), big);
		else
			append_paragraph(random, out);
	}
	bool damaged = random_once_in(random, 3);
	if (damaged)
		damage(random, out);
	return damaged;
}

/* Joined lines are another layout, which may ask for more. */
static bool joins(const norm_profile *profile)
{
	return !strcmp(norm_profile_value(profile, norm_rule_find("repair.line-ends"))->name, "join");
}

/*
 * A byte that is no character and gets deleted may have stood in a character reference or between two letters of a word that was read
 * wrongly: the output can be put right once more then.
 */
static const char *all_laws(const norm_profile *profile, const struct buffer *text, bool damaged, struct random *random)
{
	size_t sizes[8];
	for (size_t i = 0; i < 8; i++)
		sizes[i] = 1 + random_below(random, random_once_in(random, 3) ? 300 : 5);
	const char *wrong = law_validity(profile, text->at, text->len);
	if (!wrong && !damaged && !joins(profile))
		wrong = law_idempotence(profile, text->at, text->len);
	if (!wrong)
		wrong = law_edits(profile, text->at, text->len);
	return wrong ? wrong : law_stream(profile, text->at, text->len, (struct chunks){sizes, 8});
}

static const char *encodings(const struct property_case *c)
{
	struct random random = {c->seed};
	struct buffer text = {0};
	bool damaged = any_text(&random, &text);
	buffer_append(&text, "", 1);
	text.len--;
	const char *wrong = all_laws(c->profile, &text, damaged, &random);
	if (wrong) {
		fputs("# text: ", stdout);
		escape_print(stdout, text.at, text.len);
		putchar('\n');
	}
	buffer_release(&text);
	return wrong;
}

/* The text again and again in one paragraph, which a stream has to cut. */
static const char *long_paragraph(const struct property_case *c)
{
	enum { LONG = 1300000 };
	static const size_t sizes[] = {65536, 1000003, 70001, 1};
	struct random random = {c->seed};
	struct buffer line = {0}, text = {0};
	append_paragraph(&random, &line);
	append_paragraph(&random, &line);
	for (size_t i = 0; i < line.len; i++)
		line.at[i] = line.at[i] == '\n' || line.at[i] == '\0' || line.at[i] == 0xA9 ? ' ' : line.at[i];
	buffer_append_text(&line, "abc ");
	while (text.len < LONG)
		buffer_append(&text, line.at, line.len);
	const char *wrong = law_stream(c->profile, text.at, text.len, (struct chunks){sizes, 4});
	if (wrong) {
		fputs("# again and again: ", stdout);
		escape_print(stdout, line.at, line.len);
		putchar('\n');
	}
	buffer_release(&line);
	buffer_release(&text);
	return wrong;
}

static void any_profile(struct random *random, struct buffer *out)
{
	static const char *const specs[] = {
		"clean", "search", "nlp", "fr-FR", "none input.encoding=auto", "clean input.invalid=drop",
		"clean repair.mojibake=aggressive repair.entities=aggressive repair.visual-order=aggressive repair.escapes=decode",
		"none input.encoding=auto repair.entities=safe controls.c0c1=drop", "clean repair.line-ends=join", "clean input.invalid=strict",
	};
	buffer_append_text(out, specs[random_below(random, sizeof specs / sizeof specs[0])]);
	buffer_append(out, "", 1);
}

int main(void)
{
	static const struct property properties[] = {
	    {"encodings and damage", encodings, any_profile, RANDOM_ALL, 1, 20000},
	    {"in long paragraphs", long_paragraph, any_profile, RANDOM_ALL, 1, 20},
	};
	return property_main(properties, 2);
}
