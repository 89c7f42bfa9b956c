/* SPDX-License-Identifier: MIT */
#include "places/name_compare.h"

#include <math.h>
#include <string.h>

enum {
	SAME = 232,         /* the weight at which a pair of a thousand names is as likely one name as two */
	SPREAD = 48,        /* from there, the weight of a factor e */
	SAME_LETTERS = 96,  /* at least so much above SAME are names of the same letters */
	CONFLICT = -160,    /* added for each direction of one of them that the other lacks, if both have one */
	ONLY_MEANING = 96,  /* what it is worth that all words of both names translate each other */
};

void name_prepare(struct name_reading *read, const char *text, size_t len)
{
	name_read(&read->name, text, len);
	name_part(&read->name, &read->parts);
}

size_t name_find_meaning(const struct name_reading *read, unsigned kind, unsigned meaning)
{
	size_t word = 0;
	while (word < read->name.words && (read->parts.kinds[word] != kind || read->parts.meanings[word] != meaning))
		word++;
	return word;
}

int32_t name_word_weight(const struct name_comparison *comparison, unsigned kind, bool shared)
{
	static const int16_t weights[NAME_WORD_KINDS][2] = {
		[NAME_WORD_DIRECTION] = {-160, 160},
		[NAME_WORD_FEATURE] = {-48, 96},
		[NAME_WORD_AREA] = {-4, 4},
	};
	int32_t weight = comparison->without & NAME_LEXICON ? weights[kind][shared] : 0;
	return weight + (comparison->conflict && kind == NAME_WORD_DIRECTION && !shared ? CONFLICT : 0);
}

/* What the words of one name say; those that both have are counted on the left. */
static int32_t weigh_words(const struct name_comparison *comparison, const struct name_reading *read, bool left)
{
	const struct name_reading *other = left ? comparison->right : comparison->left;
	int32_t sum = 0;
	if (!(read->parts.found & NAME_LEXICON))
		return 0;
	for (size_t i = 0; i < read->name.words; i++) {
		unsigned kind = read->parts.kinds[i];
		bool shared = name_find_meaning(other, kind, read->parts.meanings[i]) < other->name.words;
		if (left || !shared)
			sum += name_word_weight(comparison, kind, shared);
	}
	return sum;
}

static bool has_own_direction(const struct name_reading *read, const struct name_reading *other)
{
	if (!(read->parts.found >> NAME_WORD_DIRECTION & 1))
		return false;
	for (size_t i = 0; i < read->name.words; i++)
		if (read->parts.kinds[i] == NAME_WORD_DIRECTION &&
		    name_find_meaning(other, NAME_WORD_DIRECTION, read->parts.meanings[i]) == other->name.words)
			return true;
	return false;
}

static int32_t compare_sound(const struct name_comparison *comparison)
{
	struct name_sound left, right;
	name_sound(&comparison->left->name, &comparison->left->parts, comparison->without, &left);
	name_sound(&comparison->right->name, &comparison->right->parts, comparison->without, &right);
	if (left.length == 0 && right.length == 0)
		return ONLY_MEANING;
	int32_t weight = name_align(comparison->channel, &left, &right);
	bool same = left.script == right.script && left.length == right.length &&
		    !memcmp(left.letters, right.letters, left.length);
	if (same && weight < SAME + SAME_LETTERS)
		weight = SAME + SAME_LETTERS;
	return weight;
}

static int32_t weigh(const struct name_comparison *comparison)
{
	return compare_sound(comparison) + weigh_words(comparison, comparison->left, true) +
	       weigh_words(comparison, comparison->right, false);
}

/*
 * Arabic on the left; of one script, the shorter, or else the smaller by letters, or by where words begin. So a pair
 * turned round is the same pair.
 */
static bool is_left(const struct name *a, const struct name *b)
{
	if (a->script != b->script)
		return a->script == NAME_ARABIC;
	if (a->length != b->length)
		return a->length < b->length;
	int order = memcmp(a->letters, b->letters, a->length);
	if (order == 0 && a->words != b->words)
		return a->words < b->words;
	return order < 0 || (order == 0 && memcmp(a->starts, b->starts, a->words) <= 0);
}

static const struct name_channel *find_channel(const struct name *a, const struct name *b, const char *country)
{
	if (a->script == b->script)
		return &name_channels[a->script == NAME_ARABIC ? NAME_CHANNEL_ARABIC : NAME_CHANNEL_LATIN];
	for (size_t i = 0; country && i < name_habits_count; i++)
		if (!strcmp(name_habits[i].country, country))
			return &name_habit_channels[name_habits[i].channel];
	return &name_channels[NAME_CHANNEL_CROSS];
}

/* The better one of a comparison and the same without words of some kinds. */
static void try_without(struct name_comparison *ret, unsigned without)
{
	struct name_comparison other = *ret;
	other.without = without;
	other.weight = weigh(&other);
	if (ret->weight < other.weight)
		*ret = other;
}

/* A French article for which an Arabic name has none: La Soukra is سكرة, La Marsa المرسى. */
static bool has_article_alone(const struct name_comparison *comparison)
{
	const struct name_reading *arabic = comparison->left, *latin = comparison->right;
	return arabic->name.script == NAME_ARABIC && arabic->name.letters[0] != NAME_ARTICLE && latin->name.words > 1 &&
	       latin->parts.kinds[0] == NAME_WORD_LINK && latin->name.letters[0] == NAME_LATIN_A + ('l' - 'a');
}

bool name_compare(const struct name_reading *a, const struct name_reading *b, const char *country,
                  struct name_comparison *ret)
{
	if (a->name.length == 0 || b->name.length == 0)
		return false;
	bool turned = !is_left(&a->name, &b->name);
	*ret = (struct name_comparison){
	    .channel = find_channel(&a->name, &b->name, country),
	    .left = turned ? b : a,
	    .right = turned ? a : b,
	};
	ret->conflict = has_own_direction(a, b) && has_own_direction(b, a);
	ret->weight = weigh(ret);
	if ((a->parts.found | b->parts.found) & NAME_LEXICON)
		try_without(ret, NAME_LEXICON);
	if (has_article_alone(ret))
		try_without(ret, ret->without | 1u << NAME_WORD_LINK);
	return true;
}

double name_probability(int32_t weight)
{
	return 1 / (1 + exp((double)(SAME - weight) / SPREAD));
}

double norm_name_score(const char *a, size_t a_len, const char *b, size_t b_len, const char *country)
{
	struct name_reading left, right;
	struct name_comparison comparison;
	name_prepare(&left, a, a_len);
	name_prepare(&right, b, b_len);
	return name_compare(&left, &right, country, &comparison) ? name_probability(comparison.weight) : 0;
}
