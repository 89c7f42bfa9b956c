/* SPDX-License-Identifier: MIT */
/*
 * The likeliest ways to write a name, from its first symbol to its last: at each the best few are kept (a beam). Takes time and
 * memory in proportion to the length of the name.
 */
#ifndef PLACES_ROMANISE_BEAM_H
#define PLACES_ROMANISE_BEAM_H

#include <stdbool.h>

#include "places/romanise_score.h"

enum { ROMANISE_BEAM = 6 };

/* What a way writes for one symbol, and for those before it. */
struct romanise_node {
	uint32_t before;       /* the node of the symbol before; 0: none */
	const char *chunks[2]; /* of the steps; NULL: there is none. Without any the symbol stands for itself */
};

struct romanise_way {
	struct romanise_node node; /* of its last symbol */
	float likelihood;          /* natural logarithm */
	uint64_t text;             /* a hash of what it has written */
	struct romanise_past past;
};

/* Zero-initialise it; used again, it keeps its memory. */
struct romanise_beam {
	struct romanise_node *nodes; /* node 0 is none */
	size_t node_count, node_cap;
	struct romanise_way ways[ROMANISE_BEAM], next[ROMANISE_BEAM]; /* the best first; `last`: the numbers of their nodes */
	uint32_t last[ROMANISE_BEAM];
	size_t count, next_count;
};

/* Find the ways to write `name`, at least one. False when memory ran out. */
bool romanise_beam_run(struct romanise_beam *beam, const struct romanise_model *model, const struct romanise_name *name);
void romanise_beam_release(struct romanise_beam *beam);

#endif
