/* SPDX-License-Identifier: MIT */
/* What is wrong with a place though each of its rows is right. */
#include <string.h>

#include "libnorm/names.h"
#include "places/compile.h"

/* One form of a language is preferred. Of two, the later row is wrong. */
static void check_preferred(norm_gazetteer_builder *builder, const uint32_t *rows, size_t count)
{
	const struct builder_form *preferred[FORM_LANGUAGES] = {NULL};
	for (size_t i = 0; i < count; i++) {
		const struct builder_form *form = &builder->forms[rows[i]], *other = preferred[builder_language(form)];
		if (builder_status(form) != NORM_FORM_PREFERRED)
			continue;
		preferred[builder_language(form)] = form;
		if (!other)
			continue;
		const struct builder_form *later = form > other ? form : other, *earlier = form > other ? other : form;
		builder_point_at(builder, later);
		report_error(&builder->report, NORM_ERROR_SECOND_PREFERRED, vocabulary_languages[builder_language(form)],
			     builder_cell(builder, later), builder_string(builder, earlier->text));
	}
}

/* Of these the name is not translated. Seas, rivers and regions often have a name in each language. */
static bool is_settlement(unsigned feature)
{
	return feature >= FEATURE_CAPITAL && feature <= FEATURE_CAMP;
}

/* Below this score two names hardly sound alike. Of names that do belong together, 3 in 100 are below it, most of them exonyms. */
#define SOUNDS_ALIKE 0.02

/* How well the most similar Latin form goes with an Arabic one; 1 when there is none. Lends the one that is preferred. */
static double best_score(const norm_gazetteer_builder *builder, const uint32_t *rows, size_t count,
			 const struct builder_form *arabic, const char **ret)
{
	double best = -1;
	struct cell name = builder_cell(builder, arabic);
	for (size_t i = 0; i < count; i++) {
		const struct builder_form *form = &builder->forms[rows[i]];
		if (!form_language_is_latin(builder_language(form)) || builder_status(form) == FORM_DELETED)
			continue;
		struct cell other = builder_cell(builder, form);
		double score = norm_name_score(name.at, name.len, other.at, other.len, NULL);
		best = score > best ? score : best;
		if (!*ret || builder_status(form) == NORM_FORM_PREFERRED)
			*ret = other.at;
	}
	return best < 0 ? 1 : best;
}

/* A name in Arabic that has been translated, not written as it sounds: doubtful only, for many towns have two names. */
static void check_sound(norm_gazetteer_builder *builder, const uint32_t *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct builder_form *form = &builder->forms[rows[i]];
		const char *latin = NULL;
		if (builder_language(form) != FORM_ARABIC || builder_status(form) != NORM_FORM_PREFERRED ||
		    best_score(builder, rows, count, form, &latin) >= SOUNDS_ALIKE)
			continue;
		builder_point_at(builder, form);
		report_warning(&builder->report, NORM_ERROR_FORM_TRANSLATED, vocabulary_languages[builder_language(form)],
			       builder_cell(builder, form), latin);
	}
}

void compile_check(norm_gazetteer_builder *builder, uint32_t place, const uint32_t *rows, size_t count)
{
	check_preferred(builder, rows, count);
	if (is_settlement(builder->places[place].feature))
		check_sound(builder, rows, count);
}
