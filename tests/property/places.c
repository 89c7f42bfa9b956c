/* SPDX-License-Identifier: MIT */
/*
 * Names of places: what holds for profiles that rewrite them, and for the finder, on texts made of names of the gazetteer, of
 * words that stand beside names, and of what may stand in a name and between two.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "libnorm/place_finder.h"
#include "property/random.h"
#include "support/laws.h"
#include "support/spec.h"

#define PICK(random, array) ((array)[random_below(random, sizeof(array) / sizeof(array)[0])])

enum { SEED = 20260501, CASES = 800, PIECES = 14, PATIENCE = 600 };

static const char *const specs[] = {
	"none places.variants=preferred", "none places.form=both", "none places.form=fr places.variants=preferred",
	"none places.form=ar", "clean places.form=both places.variants=preferred", "fr-FR places.form=both places.variants=preferred",
	"search places.variants=preferred", "nlp places.form=fr places.variants=preferred",
};

static void put_name(struct random *random, const norm_gazetteer *gazetteer, struct buffer *out)
{
	norm_place place;
	norm_place_form form;
	uint32_t number = (uint32_t)random_below(random, norm_gazetteer_size(gazetteer));
	if (norm_gazetteer_place(gazetteer, number, &place) &&
	    norm_gazetteer_form(gazetteer, number, random_below(random, place.form_count), &form))
		buffer_append_text(out, form.text);
}

static void put_piece(struct random *random, const norm_gazetteer *gazetteer, struct buffer *out)
{
	static const char *const words[] = {
		" à ", " la ville de ", " du ", " des ", "d’", " l'", " M. ", " président ", " le journal ", " est venu ", " Jean ",
		" في ", " مدينة ", " و", " ب", " لل", " ال", " السيد ", " قال إن ", " المعارك ", "-", ". ", ", ", " « ", " » ", "\n",
		"\u00A0", "\u00AD", "\u200D", "\u064E", "\u0640", "e\u0301", " \u2067", "\u2069 ", "\xFF", " (", ") ", " ", " ", " ",
	};
	if (random_once_in(random, 3))
		put_name(random, gazetteer, out);
	else
		buffer_append_text(out, PICK(random, words));
}

static void make_text(struct random *random, const norm_gazetteer *gazetteer, struct buffer *out)
{
	out->len = 0;
	for (size_t n = random_below(random, PIECES + 1); n > 0; n--)
		put_piece(random, gazetteer, out);
	if (random_once_in(random, 8))
		random_text(random, RANDOM_ALL, 8, out);
}

/* Matches are in order, and inside. */
static const char *law_matches(norm_place_finder *finder, const struct buffer *text)
{
	norm_place_match match;
	size_t end = 0;
	if (norm_place_finder_read(finder, (const char *)text->at, text->len) != NORM_OK)
		return "the text cannot be read";
	for (size_t i = 0; norm_place_finder_match(finder, i, &match); end = match.end, i++)
		if (match.start < end || match.end <= match.start || match.end > text->len || match.confidence <= 0)
			return "matches are out of order";
	return NULL;
}

static const char *first_broken(const norm_profile *profile, const struct buffer *text)
{
	static const size_t sizes[] = {1, 7, 3};
	const char *wrong = law_idempotence(profile, text->at, text->len);
	if (!wrong)
		wrong = law_stream(profile, text->at, text->len, (struct chunks){sizes, 3});
	return wrong ? wrong : law_edits(profile, text->at, text->len);
}

static unsigned try_laws(const norm_context *context, const norm_gazetteer *gazetteer)
{
	norm_place_finder *finder;
	struct random random = {.state = SEED};
	struct buffer text = {0};
	unsigned failed = 0;
	norm_profile *profiles[sizeof specs / sizeof specs[0]];
	for (size_t i = 0; i < sizeof specs / sizeof specs[0]; i++)
		profiles[i] = spec_profile(context, specs[i]);
	if (norm_place_finder_new(gazetteer, &finder) != NORM_OK)
		return 1;
	for (int i = 0; i < CASES; i++) {
		size_t spec = random_below(&random, sizeof specs / sizeof specs[0]);
		make_text(&random, gazetteer, &text);
		const char *wrong = law_matches(finder, &text);
		if (!wrong)
			wrong = first_broken(profiles[spec], &text);
		if (wrong)
			printf("%s: %s\n%.*s\n", specs[spec], wrong, (int)text.len, (const char *)text.at);
		failed += wrong != NULL;
	}
	for (size_t i = 0; i < sizeof specs / sizeof specs[0]; i++)
		norm_profile_free(profiles[i]);
	norm_place_finder_free(finder);
	buffer_release(&text);
	return failed;
}

/* Whose work grows faster than the text, does not end before the alarm. */
static unsigned try_long_texts(const norm_gazetteer *gazetteer)
{
	static const char *const units[] = {
		"Tin ", "T", "T ", "Aïn ", "de ", "la M", "و", "وبال", "ال ", "ا\u064E", "تين ", "M\u0301 ", "N'", "-A", "San-", "\u200D", "A\u200D ",
		"de la Gao ", "\xD9", "A\xFF", "Mali ", "بمالي ", "œ ", "\uFEFC ",
	};
	enum { BYTES = 500000 };
	norm_place_finder *finder;
	struct buffer text = {0};
	unsigned failed = 0;
	if (norm_place_finder_new(gazetteer, &finder) != NORM_OK)
		return 1;
	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++) {
		text.len = 0;
		while (text.len < BYTES)
			buffer_append_text(&text, units[i]);
		failed += law_matches(finder, &text) != NULL;
	}
	norm_place_finder_free(finder);
	buffer_release(&text);
	return failed;
}

int main(void)
{
	norm_context *context = spec_context();
	norm_gazetteer *gazetteer;
	if (norm_gazetteer_open(context, NULL, 0, &gazetteer, NULL) != NORM_OK)
		return EXIT_FAILURE;
	alarm(PATIENCE);
	unsigned failed = try_laws(context, gazetteer) + try_long_texts(gazetteer);
	printf("%d passed, %u failed\n", failed ? 0 : CASES, failed);
	norm_gazetteer_free(gazetteer);
	norm_context_free(context);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
