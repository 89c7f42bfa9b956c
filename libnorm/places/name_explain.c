/* SPDX-License-Identifier: MIT */
#include "places/name_compare.h"

struct parts {
	const struct name_comparison *comparison;
	bool turned; /* the left name is b */
	norm_name_part *at;
	size_t max, count;
};

static void add_part(struct parts *parts, const size_t left[2], const size_t right[2], norm_name_part_kind kind,
                     int32_t weight)
{
	const size_t *a = parts->turned ? right : left, *b = parts->turned ? left : right;
	if (parts->count < parts->max)
		parts->at[parts->count] = (norm_name_part){a[0], a[1], b[0], b[1], kind, (double)weight / NAME_NAT};
	parts->count++;
}

/* The bytes of letters of a sound; where there are none, an empty span. */
static void sound_span(const struct name *name, const struct name_sound *sound, size_t at, size_t len, size_t ret[2])
{
	ret[0] = name->source[at < sound->length ? sound->places[at] : name->length];
	ret[1] = len > 0 ? name->ends[sound->places[at + len - 1]] : ret[0];
}

static void add_sounds(struct parts *parts)
{
	const struct name_comparison *comparison = parts->comparison;
	struct name_sound left, right;
	struct name_step steps[2 * NAME_LETTERS];
	name_sound(&comparison->left->name, &comparison->left->parts, comparison->without, &left);
	name_sound(&comparison->right->name, &comparison->right->parts, comparison->without, &right);
	size_t count = name_align_steps(comparison->channel, &left, &right, steps);
	for (size_t i = 0; i < count; i++) {
		size_t spans[2][2];
		sound_span(&comparison->left->name, &left, steps[i].left, steps[i].left_length, spans[0]);
		sound_span(&comparison->right->name, &right, steps[i].right, steps[i].right_length, spans[1]);
		add_part(parts, spans[0], spans[1], NORM_NAME_SOUND, steps[i].weight);
	}
}

static void word_span(const struct name *name, size_t word, size_t ret[2])
{
	ret[0] = name->source[name->starts[word]];
	ret[1] = name->ends[name->starts[word + 1] - 1];
}

/* The words of one name that were compared by meaning; those that both have are told on the left. */
static void add_words(struct parts *parts, const struct name_reading *read, const struct name_reading *other, bool left)
{
	const struct name_comparison *comparison = parts->comparison;
	for (size_t i = 0; i < read->name.words; i++) {
		unsigned kind = read->parts.kinds[i];
		size_t own[2], theirs[2] = {0, 0}, word = name_find_meaning(other, kind, read->parts.meanings[i]);
		bool shared = word < other->name.words;
		int32_t weight = name_word_weight(comparison, kind, shared);
		if (weight == 0 || (!left && shared))
			continue;
		word_span(&read->name, i, own);
		if (shared)
			word_span(&other->name, word, theirs);
		add_part(parts, left ? own : theirs, left ? theirs : own,
			 kind == NAME_WORD_AREA ? NORM_NAME_IGNORED : NORM_NAME_MEANING, weight);
	}
}

size_t norm_name_explain(const char *a, size_t a_len, const char *b, size_t b_len, const char *country,
                         norm_name_part *ret, size_t max)
{
	struct name_reading first, second;
	struct name_comparison comparison;
	name_prepare(&first, a, a_len);
	name_prepare(&second, b, b_len);
	if (!name_compare(&first, &second, country, &comparison))
		return 0;
	struct parts parts = {.comparison = &comparison, .turned = comparison.left == &second, .at = ret, .max = max};
	add_sounds(&parts);
	add_words(&parts, comparison.left, comparison.right, true);
	add_words(&parts, comparison.right, comparison.left, false);
	return parts.count;
}
