/* SPDX-License-Identifier: MIT */
/*
 * Canonically equivalent texts have one output, with every profile that sets a normal form: the text as it is,
 * composed, decomposed, half composed, and with its marks in any order that means the same.
 */
#include "property/property.h"
#include "support/laws.h"
#include "support/outcome.h"
#include "unicode/normal.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

static void decode(const uint8_t *in, size_t len, struct cpbuf *out)
{
	for (const uint8_t *at = in, *end = len ? in + len : in; at < end;) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		cpbuf_push(out, cp);
	}
}

/* Exchange neighbours that canonical ordering would put back. */
static void shuffle(struct random *random, struct cpbuf *text)
{
	for (size_t i = 1; i < text->len; i++) {
		unsigned left = unicode_ccc(text->at[i - 1]), right = unicode_ccc(text->at[i]);
		if (!left || !right || left == right || random_once_in(random, 2))
			continue;
		uint32_t cp = text->at[i];
		text->at[i] = text->at[i - 1];
		text->at[i - 1] = cp;
	}
}

/* Decompose some characters and leave the others. The order of marks may be any afterwards, but an equivalent one. */
static void decompose_some(struct random *random, const struct cpbuf *from, struct cpbuf *to)
{
	for (size_t i = 0; i < from->len; i++)
		normal_decompose(random_once_in(random, 2) ? NORMAL_NFD : NORMAL_NONE, from->at[i], to);
}

static bool same_output(const struct property_case *c, const struct outcome *expected, const struct cpbuf *text)
{
	struct buffer bytes = {0};
	struct outcome outcome;
	for (size_t i = 0; i < text->len && buffer_reserve(&bytes, 4); i++)
		bytes.len += utf8_encode(text->at[i], bytes.at + bytes.len);
	outcome_apply(c->profile, bytes.at, bytes.len, NORM_PLAIN, &outcome);
	bool same = outcome_same_text(&outcome, expected);
	outcome_release(&outcome);
	buffer_release(&bytes);
	return same;
}

static const char *equivalence(const struct property_case *c)
{
	if (first_invalid_byte(c->in, c->len) < c->len)
		return NULL;
	struct random random = {c->seed};
	struct cpbuf text = {0}, composed = {0}, decomposed = {0}, mixed = {0};
	struct outcome expected;
	const char *wrong = NULL;
	outcome_apply(c->profile, c->in, c->len, NORM_PLAIN, &expected);
	decode(c->in, c->len, &text);
	normal_apply(NORMAL_NFC, text.at, text.len, &composed);
	normal_apply(NORMAL_NFD, text.at, text.len, &decomposed);
	decompose_some(&random, &text, &mixed);
	if (!same_output(c, &expected, &composed))
		wrong = "NFC of the text gives another output";
	else if (!same_output(c, &expected, &decomposed))
		wrong = "NFD of the text gives another output";
	else if (!same_output(c, &expected, &mixed))
		wrong = "a partial decomposition gives another output";
	shuffle(&random, &decomposed);
	if (!wrong && !same_output(c, &expected, &decomposed))
		wrong = "another order of the marks gives another output";
	outcome_release(&expected);
	cpbuf_release(&text);
	cpbuf_release(&composed);
	cpbuf_release(&decomposed);
	cpbuf_release(&mixed);
	return wrong;
}

static void any_form(struct random *random, struct buffer *out)
{
	static const char *const forms[] = {" unicode.form=NFC", " unicode.form=NFD", " unicode.form=NFKC",
					    " unicode.form=NFKD"};
	random_spec(random, 8, out);
	out->len--;
	buffer_append_text(out, forms[random_below(random, 4)]);
	buffer_append(out, "", 1);
}

int main(void)
{
	/* A sequence over the limit of marks is cut, so it has no equivalents. */
	const unsigned kinds = RANDOM_ALL & ~(unsigned)(RANDOM_INVALID | RANDOM_LONG_MARKS);
	const struct property properties[] = {
	    {"equivalence", equivalence, any_form, kinds, 10, 40000},
	    {"equivalence of marks", equivalence, any_form, RANDOM_MARKS | RANDOM_ARABIC, 6, 20000},
	};
	return property_main(properties, 2);
}
