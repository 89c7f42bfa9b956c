/* SPDX-License-Identifier: MIT */
#include "places/romanise_score.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "unicode/utf8.h"

/* ---- The past ---- */

void romanise_past_begin(struct romanise_past *past)
{
	for (size_t i = 0; i < ROMANISE_WRITTEN; i++)
		past->written[i] = '#';
	past->vowels[0] = past->vowels[1] = '#';
}

void romanise_past_write(struct romanise_past *past, const char *chunk)
{
	const uint8_t *at = (const uint8_t *)chunk, *end = at + strlen(chunk);
	while (at < end) {
		memmove(past->written + 1, past->written, sizeof past->written - sizeof *past->written);
		at += utf8_decode(at, end, past->written);
	}
}

void romanise_past_end(struct romanise_past *past, uint32_t symbol, const char *chunk)
{
	past->vowels[1] = past->vowels[0];
	past->vowels[0] = '0';
	const uint8_t *at = (const uint8_t *)chunk, *end = at + strlen(chunk);
	while (at < end)
		at += utf8_decode(at, end, past->vowels);
	if (symbol == ROMANISE_ARTICLE || symbol == ' ' || symbol == '-')
		past->vowels[0] = '#';
}

/* ---- The letters around ---- */

enum { SIDE = 3, AROUND = 2 * SIDE + 1 };

static uint32_t kind(uint32_t symbol)
{
	switch (symbol) {
	case 0x0627: /* alef */
	case 0x0622: /* alef with madda */
	case 0x0649: /* alef maqsura */
	case 'a':
	case 'e':
	case 'i':
	case 'o':
	case 'u':
	case 'y':
		return 'a';
	case 0x0623: /* alef with hamza */
	case 0x0625:
	case 'h':
		return 'h';
	case 0x0639: /* ain */
	case 0x0621: /* hamza */
	case 0x0626: /* on yeh */
	case 0x0624: /* on waw */
		return 'e';
	case 0x0648: /* waw */
		return 'w';
	case 0x064A: /* yeh */
		return 'y';
	case 0x0629: /* teh marbuta */
		return 't';
	case ' ':
	case '-':
	case '#':
	case ROMANISE_ARTICLE:
		return '#';
	default:
		return 'c';
	}
}

/* The letters that an article before them becomes, from teh to noon. */
static bool is_sun_letter(uint32_t symbol)
{
	return symbol == 0x062A || symbol == 0x062B || (symbol >= 0x062F && symbol <= 0x0638) || symbol == 0x0644 ||
	       symbol == 0x0646;
}

static uint32_t symbol_at(const struct romanise_name *name, size_t at, int distance)
{
	bool inside = distance < 0 ? at >= (size_t)-distance : name->len - at > (size_t)distance;
	return inside ? name->symbols[at + (size_t)distance] : '#';
}

static bool is_border(uint32_t symbol)
{
	return symbol == ' ' || symbol == '#';
}

void romanise_look(struct romanise_view *view, const struct romanise_name *name, size_t at, bool later_word)
{
	uint32_t around[AROUND];
	for (int i = 0; i < AROUND; i++)
		around[i] = symbol_at(name, at, i - SIDE);
	/* Nothing is seen beyond the border of a word. */
	for (int i = SIDE - 2; i >= 0; i--)
		around[i] = is_border(around[i + 1]) ? '#' : around[i];
	for (int i = SIDE + 2; i < AROUND; i++)
		around[i] = is_border(around[i - 1]) ? '#' : around[i];
	for (int i = 0; i < AROUND; i++) {
		view->atoms['0' + i] = around[i];
		view->atoms['a' + i] = kind(around[i]);
	}
	view->atoms['C'] = (uint32_t)name->country[0];
	view->atoms['C' + 1] = (uint32_t)name->country[1];
	view->atoms['F'] = later_word ? '2' : '1';
	view->atoms['S'] = is_sun_letter(around[SIDE + 1]) ? 's' : 'm';
}

/* ---- Choices ---- */

const struct romanise_options *romanise_options(const struct romanise_model *model, char step, uint32_t symbol)
{
	size_t low = 0, high = model->option_count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		const struct romanise_options *at = &model->options[middle];
		if (at->step == step && at->symbol == symbol)
			return at;
		if (at->step < step || (at->step == step && at->symbol < symbol))
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* Add the weights of the feature with this hash, if there is one. */
static void add_weights(const struct romanise_model *model, uint32_t hash, int *sums)
{
	hash >>= 32 - ROMANISE_BUCKET_BITS - ROMANISE_FEATURE_BITS;
	const struct romanise_bucket *bucket = &model->buckets[hash >> ROMANISE_FEATURE_BITS];
	uint16_t rest = (uint16_t)hash;
	const struct romanise_weight *weight = &model->weights[bucket[0].weight];
	for (size_t i = bucket[0].feature; i < bucket[1].feature && model->features[i] <= rest; i++) {
		const struct romanise_weight *end = weight + model->counts[i];
		if (model->features[i] == rest)
			for (; weight < end; weight++)
				sums[weight->choice] += weight->weight;
		weight = end;
	}
}

static uint32_t hash_of(const struct romanise_model *model, const struct romanise_template *template,
			const struct romanise_view *view)
{
	uint32_t hash = romanise_mix(model->seed, (uint8_t)template->name);
	for (const char *atom = template->atoms; *atom; atom++) {
		hash = romanise_mix(hash, view->atoms[(uint8_t)*atom]);
		if (*atom == 'C')
			hash = romanise_mix(hash, view->atoms['C' + 1]);
	}
	return hash;
}

void romanise_score(const struct romanise_model *model, const struct romanise_options *options, struct romanise_view *view,
		    const struct romanise_past *past, float *ret)
{
	int sums[ROMANISE_CHOICES] = {0};
	memcpy(&view->atoms['h'], past->written, sizeof past->written);
	memcpy(&view->atoms['v'], past->vowels, sizeof past->vowels);
	for (size_t i = 0; i < model->template_count; i++)
		if (model->templates[i].step == options->step)
			add_weights(model, hash_of(model, &model->templates[i], view), sums);
	float top = -INFINITY, total = 0;
	for (size_t i = 0; i < options->count; i++) {
		ret[i] = (float)sums[model->choices[options->first + i]] / ROMANISE_UNIT;
		top = ret[i] > top ? ret[i] : top;
	}
	for (size_t i = 0; i < options->count; i++)
		total += expf(ret[i] - top);
	for (size_t i = 0; i < options->count; i++)
		ret[i] -= top + logf(total);
}
