/* SPDX-License-Identifier: MIT */
/*
 * Random paragraphs of what references, escapes and tags are made of, through the steps that read them, one by one and one behind
 * the other: a second run changes nothing, what changes is suspected, spans stay in order, and composed and decomposed text
 * give the same. NORM_SEED and NORM_CASES of the environment are the seed and the number of texts.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/cpbuf.h"
#include "property/random.h"
#include "repair/steps.h"
#include "support/escape.h"
#include "support/repair.h"
#include "unicode/normal.h"
#include "unicode/utf8.h"

enum { SEED = 20260411, CASES = 200000, PIECES = 24 };

/* Letters from which references grow, and whole parts of them, so that many are complete. */
static const char *const pieces[] = {
    "&", "&", "&", ";", ";", ";", "#", "a", "m", "p", "x", "l", "t", "g", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9",
    "amp;", "amp", "&amp;", "&#38;", "&#x26;", "#38;", "&semi;", "semi;", "&num;", "&#59;", "&#35;", "&#97;", "&#112;",
    "&lt;", "&gt;", "lt;", "&#60;", "&#x3C", "nbsp;", "&nbsp", "&eacute", "&copy", "eacute;", "&#233;", "&#8217;", "&#1575;",
    "&#0;", "&#10;", "&#55357;", "&#129;", "&#146;", "&bsol;", "&#92;", "&grave;", "&equals;", "&quest;", "&sol;", "&fjlig;",
    "\\", "\\u00", "e9", "\\u00e9", "\\u0022", "\\u0026", "\\ud83d", "\\ude00", "\\u00a0", "\\u0338",
    "<", ">", "<b", "<b>", "</b>", "<br>", "<a title=\"", "\"", "<!--", "-->", "[ab c=", "]", "/", "://", "www.", "?", "=",
    " ", " ", "`", "\u037E", "\u0338", "\u0301", "\u226E", "\u2260", "e", "\u00E9", "\u212A", "\u1FEF", "\u00A0", "ن", "\u00AB",
};

struct run {
	const struct step *step;
	const char *value;
};

static const struct run runs[] = {
    {&repair_step_entities, "safe"}, {&repair_step_entities, "aggressive"}, {&repair_step_entities, "report"},
    {&repair_step_escapes, "decode"}, {&repair_step_escapes, "report"}, {&repair_step_tags, "report"},
};

static void random_paragraph(struct random *random, struct buffer *out)
{
	out->len = 0;
	for (size_t count = 1 + random_below(random, PIECES); count > 0; count--)
		buffer_append_text(out, pieces[random_below(random, COUNT_OF(pieces))]);
}

/* The text in a normal form. */
static void normalise(const struct buffer *text, enum normal_form form, struct buffer *out)
{
	struct cpbuf from = {0}, to = {0};
	for (const uint8_t *at = text->at, *end = at + text->len; at < end;) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		cpbuf_push(&from, cp);
	}
	normal_apply(form, from.at, from.len, &to);
	out->len = 0;
	for (size_t i = 0; i < to.len && buffer_reserve(out, 4); i++)
		out->len += utf8_encode(to.at[i], out->at + out->len);
	cpbuf_release(&from);
	cpbuf_release(&to);
}

static bool equal(const struct buffer *a, const struct buffer *b)
{
	return a->len == b->len && !memcmp(a->at, b->at, a->len);
}

/* Entities, then escapes, in the same order a second time. */
static const char *law_chain(const struct buffer *text, const char *value)
{
	struct repaired first, second, third, fourth;
	const struct step *entities = &repair_step_entities, *escapes = &repair_step_escapes;
	repair_text(entities, repair_value(entities, value), text->at, text->len, &first);
	repair_text(escapes, repair_value(escapes, "decode"), first.text.at, first.text.len, &second);
	repair_text(entities, repair_value(entities, value), second.text.at, second.text.len, &third);
	repair_text(escapes, repair_value(escapes, "decode"), third.text.at, third.text.len, &fourth);
	bool stays = equal(&second.text, &third.text) && equal(&third.text, &fourth.text);
	repaired_release(&first);
	repaired_release(&second);
	repaired_release(&third);
	repaired_release(&fourth);
	return stays ? NULL : "entities and escapes have something to do a second time";
}

/* What becomes of the text, of its NFC and of its NFD is the same, but for the form. */
static const char *law_forms(const struct run *run, const struct buffer *text)
{
	static const enum normal_form forms[] = {NORMAL_NONE, NORMAL_NFC, NORMAL_NFD};
	struct buffer in = {0}, out[COUNT_OF(forms)] = {{0}};
	bool same = true;
	for (size_t i = 0; i < COUNT_OF(forms); i++) {
		struct repaired got;
		normalise(text, forms[i], &in);
		repair_text(run->step, repair_value(run->step, run->value), in.at, in.len, &got);
		normalise(&got.text, NORMAL_NFC, &out[i]);
		same &= i == 0 || equal(&out[i], &out[0]);
		repaired_release(&got);
	}
	for (size_t i = 0; i < COUNT_OF(forms); i++)
		buffer_release(&out[i]);
	buffer_release(&in);
	return same ? NULL : "an equivalent text gives another result";
}

static const char *check(const struct run *run, const struct buffer *text)
{
	struct repaired got;
	const char *wrong = repair_laws(run->step, repair_value(run->step, run->value), text->at, text->len, &got);
	repaired_release(&got);
	if (!wrong)
		wrong = law_forms(run, text);
	if (!wrong && run->step == &repair_step_entities && strcmp(run->value, "report") != 0)
		wrong = law_chain(text, run->value);
	return wrong;
}

static unsigned long setting(const char *name, unsigned long otherwise)
{
	const char *text = getenv(name);
	return text ? strtoul(text, NULL, 0) : otherwise;
}

int main(void)
{
	struct random random = {setting("NORM_SEED", SEED)};
	struct buffer text = {0};
	unsigned long passed = 0, failed = 0, cases = setting("NORM_CASES", CASES);
	for (unsigned long n = 0; n < cases && failed < 10; n++) {
		const struct run *run = &runs[n % COUNT_OF(runs)];
		random_paragraph(&random, &text);
		const char *wrong = check(run, &text);
		++*(wrong ? &failed : &passed);
		if (wrong) {
			printf("%s=%s: %s: ", run->step->rule.id, run->value, wrong);
			escape_print(stdout, text.at, text.len);
			printf("\n");
		}
	}
	buffer_release(&text);
	printf("%lu passed, %lu failed\n", passed, failed);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
