/* SPDX-License-Identifier: MIT */
#include "places/romanise_beam.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "places/romanise_symbols.h"

/* Choices that are less likely than this are not followed: one in 400. */
#define LEAST (-6.0f)

/* A symbol of the name, while the ways go over it. */
struct stop {
	const struct romanise_model *model;
	struct romanise_view view;
	uint32_t symbol;
	const struct romanise_options *first, *second; /* of both steps; NULL: none */
};

static void write_chunk(struct romanise_way *way, const char *chunk)
{
	romanise_past_write(&way->past, chunk);
	for (const char *at = chunk; *at; at++)
		way->text = (way->text ^ (uint8_t)*at) * 0x100000001B3u;
}

/* Keep a way if it is among the best. Of those that write the same, the better one stays. */
static void offer(struct romanise_beam *beam, const struct romanise_way *way)
{
	size_t at = 0, same = 0;
	while (same < beam->next_count && (beam->next[same].text != way->text ||
					   beam->next[same].past.vowels[0] != way->past.vowels[0]))
		same++;
	while (at < beam->next_count && beam->next[at].likelihood >= way->likelihood)
		at++;
	if (at > same || at == ROMANISE_BEAM)
		return;
	if (same == beam->next_count && beam->next_count < ROMANISE_BEAM)
		beam->next_count++;
	size_t last = same < beam->next_count ? same : beam->next_count - 1;
	memmove(beam->next + at + 1, beam->next + at, (last - at) * sizeof *beam->next);
	beam->next[at] = *way;
}

/* Would a way of this likelihood be kept? Saves making it. */
static bool is_wanted(const struct romanise_beam *beam, float likelihood)
{
	return beam->next_count < ROMANISE_BEAM || likelihood > beam->next[ROMANISE_BEAM - 1].likelihood;
}

static const char *chunk_of(const struct romanise_model *model, const struct romanise_options *options, size_t i)
{
	return model->chunks[model->choices[options->first + i]];
}

/* Choose the chunk of the second step. */
static void choose_second(struct romanise_beam *beam, struct stop *stop, const struct romanise_way *way)
{
	float likelihoods[ROMANISE_CHOICES];
	romanise_score(stop->model, stop->second, &stop->view, &way->past, likelihoods);
	for (size_t i = 0; i < stop->second->count; i++) {
		if (likelihoods[i] < LEAST || !is_wanted(beam, way->likelihood + likelihoods[i]))
			continue;
		struct romanise_way longer = *way;
		longer.likelihood += likelihoods[i];
		longer.node.chunks[1] = chunk_of(stop->model, stop->second, i);
		write_chunk(&longer, longer.node.chunks[1]);
		romanise_past_end(&longer.past, stop->symbol, longer.node.chunks[1]);
		offer(beam, &longer);
	}
}

static void choose_first(struct romanise_beam *beam, struct stop *stop, const struct romanise_way *way)
{
	float likelihoods[ROMANISE_CHOICES];
	romanise_score(stop->model, stop->first, &stop->view, &way->past, likelihoods);
	for (size_t i = 0; i < stop->first->count; i++) {
		if (likelihoods[i] < LEAST || !is_wanted(beam, way->likelihood + likelihoods[i]))
			continue;
		struct romanise_way longer = *way;
		longer.likelihood += likelihoods[i];
		longer.node.chunks[0] = chunk_of(stop->model, stop->first, i);
		write_chunk(&longer, longer.node.chunks[0]);
		if (stop->second) {
			choose_second(beam, stop, &longer);
			continue;
		}
		romanise_past_end(&longer.past, stop->symbol, longer.node.chunks[0]);
		offer(beam, &longer);
	}
}

/* A symbol of which the model knows nothing stands for itself, and letters behind it begin anew. */
static void keep_symbol(struct romanise_beam *beam, const struct stop *stop, const struct romanise_way *way)
{
	struct romanise_way longer = *way;
	longer.text = (longer.text ^ stop->symbol) * 0x100000001B3u;
	romanise_past_begin(&longer.past);
	offer(beam, &longer);
}

/* The ways over the next symbol become those of the beam, each with its node. */
static bool go_on(struct romanise_beam *beam)
{
	if (!memory_reserve(&beam->nodes, &beam->node_cap, beam->node_count + ROMANISE_BEAM, sizeof *beam->nodes))
		return false;
	beam->count = beam->next_count;
	for (size_t i = 0; i < beam->count; i++) {
		beam->ways[i] = beam->next[i];
		beam->last[i] = (uint32_t)beam->node_count;
		beam->nodes[beam->node_count++] = beam->ways[i].node;
	}
	return true;
}

static bool begin(struct romanise_beam *beam)
{
	beam->node_count = 0;
	beam->next[0] = (struct romanise_way){.likelihood = 0};
	romanise_past_begin(&beam->next[0].past);
	beam->next_count = 1;
	return go_on(beam);
}

static bool is_literal(const struct romanise_name *name, size_t at)
{
	return at < name->len && name->symbols[at] & ROMANISE_LITERAL;
}

/* Does the model know this symbol? A space or hyphen beside what stands for itself does so, too. */
static bool is_known(const struct romanise_name *name, size_t at)
{
	bool border = name->symbols[at] == ' ' || name->symbols[at] == '-';
	return !border || !(is_literal(name, at - 1) || is_literal(name, at - 2) || is_literal(name, at + 1) ||
			    is_literal(name, at + 2));
}

bool romanise_beam_run(struct romanise_beam *beam, const struct romanise_model *model, const struct romanise_name *name)
{
	bool later_word = false;
	if (!begin(beam))
		return false;
	for (size_t at = 0; at < name->len; at++) {
		struct stop stop = {.model = model, .symbol = name->symbols[at]};
		stop.first = is_known(name, at) ? romanise_options(model, 'C', stop.symbol) : NULL;
		stop.second = romanise_options(model, 'V', stop.symbol);
		romanise_look(&stop.view, name, at, later_word);
		beam->next_count = 0;
		for (size_t i = 0; i < beam->count; i++) {
			beam->ways[i].node = (struct romanise_node){.before = beam->last[i]};
			if (stop.first)
				choose_first(beam, &stop, &beam->ways[i]);
			else
				keep_symbol(beam, &stop, &beam->ways[i]);
		}
		if (!go_on(beam))
			return false;
		later_word |= stop.symbol == ' ';
	}
	return true;
}

void romanise_beam_release(struct romanise_beam *beam)
{
	free(beam->nodes);
	*beam = (struct romanise_beam){0};
}
