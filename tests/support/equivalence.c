/* SPDX-License-Identifier: MIT */
#include "base/cpbuf.h"
#include "property/random.h"
#include "support/laws.h"
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

static bool same_output(const norm_profile *profile, const struct outcome *expected, const struct cpbuf *text)
{
	struct buffer bytes = {0};
	struct outcome outcome;
	for (size_t i = 0; i < text->len && buffer_reserve(&bytes, 4); i++)
		bytes.len += utf8_encode(text->at[i], bytes.at + bytes.len);
	outcome_apply(profile, bytes.at, bytes.len, NORM_PLAIN, &outcome);
	bool same = outcome_same_text(&outcome, expected);
	outcome_release(&outcome);
	buffer_release(&bytes);
	return same;
}

const char *law_equivalence(const norm_profile *profile, const void *in, size_t len, uint64_t seed)
{
	if (first_invalid_byte(in, len) < len)
		return NULL;
	struct random random = {seed};
	struct cpbuf text = {0}, composed = {0}, decomposed = {0}, mixed = {0};
	struct outcome expected;
	const char *wrong = NULL;
	outcome_apply(profile, in, len, NORM_PLAIN, &expected);
	decode(in, len, &text);
	normal_apply(NORMAL_NFC, text.at, text.len, &composed);
	normal_apply(NORMAL_NFD, text.at, text.len, &decomposed);
	decompose_some(&random, &text, &mixed);
	if (!same_output(profile, &expected, &composed))
		wrong = "NFC of the text gives another output";
	else if (!same_output(profile, &expected, &decomposed))
		wrong = "NFD of the text gives another output";
	else if (!same_output(profile, &expected, &mixed))
		wrong = "a partial decomposition gives another output";
	shuffle(&random, &decomposed);
	if (!wrong && !same_output(profile, &expected, &decomposed))
		wrong = "another order of the marks gives another output";
	outcome_release(&expected);
	cpbuf_release(&text);
	cpbuf_release(&composed);
	cpbuf_release(&decomposed);
	cpbuf_release(&mixed);
	return wrong;
}
