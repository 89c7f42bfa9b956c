/* SPDX-License-Identifier: MIT */
/*
 * Building a trie. Nodes are taken from a stack, the deepest first, so that those which follow each other in a key lie
 * near to each other. Children must find free units that fit; the free ones of the last blocks form a list, and those of older blocks
 * stay free for ever. So the search for units does not depend on how many there are.
 */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "places/trie.h"

enum {
	BLOCK = 256,        /* units; the children of a node lie in one block */
	OPEN_BLOCKS = 16,   /* a power of two */
	OPEN = BLOCK * OPEN_BLOCKS,
	ROW_LETTERS = 3,    /* in a unit */
	TRIES = 512         /* free units that are tried for a node before there is a new block */
};

/* What is known of a unit of an open block. */
struct cell {
	uint32_t next, previous; /* in the list of free units, which is a ring */
	bool taken;
	bool base; /* a node has it as its base */
};

/* Keys with their first `depth` letters in common, which lead to `node`. */
struct branch {
	size_t first, end;
	uint32_t depth, node;
};

struct builder {
	const uint8_t *letters;
	const struct trie_key *keys;
	struct cpbuf *units;
	struct cpbuf rows; /* what stands behind the nodes */
	struct cell cells[OPEN]; /* of the last blocks, by unit number modulo OPEN */
	uint32_t free;           /* some unit of the ring */
	size_t free_count;
	struct branch *stack;
	size_t depth, cap;
	uint8_t labels[BLOCK]; /* of the children in question, ascending; 0 for the value */
	size_t label_count;
};

static struct cell *cell(struct builder *builder, uint32_t unit)
{
	return &builder->cells[unit % OPEN];
}

static void take(struct builder *builder, uint32_t unit)
{
	struct cell *taken = cell(builder, unit);
	taken->taken = true;
	cell(builder, taken->previous)->next = taken->next;
	cell(builder, taken->next)->previous = taken->previous;
	builder->free = taken->next;
	builder->free_count--;
}

static void give(struct builder *builder, uint32_t unit)
{
	struct cell *given = cell(builder, unit);
	*given = (struct cell){.next = unit, .previous = unit};
	if (builder->free_count++) {
		struct cell *after = cell(builder, builder->free);
		given->next = builder->free;
		given->previous = after->previous;
		cell(builder, after->previous)->next = unit;
		after->previous = unit;
	} else {
		builder->free = unit;
	}
}

/* The block that is about to lose its cells keeps what is free in it. */
static void close_block(struct builder *builder, uint32_t first)
{
	for (uint32_t unit = first; unit < first + BLOCK; unit++)
		if (!cell(builder, unit)->taken)
			take(builder, unit);
}

/* A new block at the end; false when there can be none. */
static bool open_block(struct builder *builder)
{
	struct cpbuf *units = builder->units;
	size_t first = units->len;
	if (first + BLOCK > TRIE_UNITS_MAX || !memory_reserve(&units->at, &units->cap, first + BLOCK, sizeof *units->at)) {
		units->failed = true;
		return false;
	}
	if (first >= OPEN)
		close_block(builder, (uint32_t)first - OPEN);
	for (; units->len < first + BLOCK; units->len++) {
		units->at[units->len] = TRIE_LEAF;
		give(builder, (uint32_t)units->len);
	}
	return true;
}

static bool is_far(uint32_t node, uint32_t base)
{
	return (node ^ base) > TRIE_DIFFERENCE_MASK;
}

/* Whether `node` may have `base`, of which one of its children is known to be free. */
static bool fits(struct builder *builder, uint32_t node, uint32_t base)
{
	if (cell(builder, base)->base || (is_far(node, base) && (node ^ base) % BLOCK))
		return false;
	for (size_t i = 1; i < builder->label_count; i++)
		if (cell(builder, base ^ builder->labels[i])->taken)
			return false;
	return true;
}

/* A base for the children of `node`; 0, which is none, when memory ran out. */
static uint32_t find_base(struct builder *builder, uint32_t node)
{
	uint32_t unit = builder->free;
	for (size_t i = 0; i < builder->free_count && i < TRIES; i++) {
		uint32_t base = unit ^ builder->labels[0];
		if (base && fits(builder, node, base))
			return base;
		unit = cell(builder, unit)->next;
	}
	uint32_t first = (uint32_t)builder->units->len;
	return open_block(builder) ? first + node % BLOCK : 0;
}

/* The letter of a key behind those of the branch; 0 at its end. */
static uint8_t label_of(const struct builder *builder, size_t key, uint32_t depth)
{
	const struct trie_key *at = &builder->keys[key];
	return depth < at->len ? builder->letters[at->start + depth] : 0;
}

static void find_labels(struct builder *builder, const struct branch *branch)
{
	builder->label_count = 0;
	for (size_t key = branch->first; key < branch->end; key++) {
		uint8_t label = label_of(builder, key, branch->depth);
		if (!builder->label_count || builder->labels[builder->label_count - 1] != label)
			builder->labels[builder->label_count++] = label;
	}
}

static void set_base(struct builder *builder, uint32_t node, uint32_t base)
{
	uint32_t difference = node ^ base;
	uint32_t far = is_far(node, base) ? TRIE_FAR | difference >> 8 << TRIE_DIFFERENCE_SHIFT
					  : difference << TRIE_DIFFERENCE_SHIFT;
	builder->units->at[node] = (builder->units->at[node] & TRIE_LABEL) | far | (builder->labels[0] ? 0 : TRIE_HAS_VALUE);
	cell(builder, base)->base = true;
	for (size_t i = 0; i < builder->label_count; i++) {
		take(builder, base ^ builder->labels[i]);
		builder->units->at[base ^ builder->labels[i]] = builder->labels[i];
	}
}

static void push(struct builder *builder, struct branch branch)
{
	if (!memory_reserve(&builder->stack, &builder->cap, builder->depth + 1, sizeof *builder->stack))
		builder->units->failed = true;
	else
		builder->stack[builder->depth++] = branch;
}

/* Write the letters of a key from number `depth` on, and its value. */
static void put_row(struct builder *builder, const struct trie_key *key, uint32_t depth)
{
	for (bool more = true; more;) {
		uint32_t unit = 0;
		unsigned letters = 0;
		for (; letters < ROW_LETTERS && depth < key->len; letters++)
			unit |= (uint32_t)builder->letters[key->start + depth++] << 8 * letters;
		cpbuf_push(&builder->rows, TRIE_LEAF | unit);
		more = letters == ROW_LETTERS;
	}
	cpbuf_push(&builder->rows, TRIE_LEAF | key->value);
}

/* The only key of a branch goes on in a row. */
static void make_row(struct builder *builder, const struct branch *branch)
{
	builder->labels[0] = 0;
	builder->label_count = 1;
	uint32_t base = find_base(builder, branch->node);
	if (!base)
		return;
	set_base(builder, branch->node, base);
	builder->units->at[branch->node] ^= TRIE_HAS_VALUE | TRIE_TAIL;
	builder->units->at[base] = TRIE_LEAF | (uint32_t)builder->rows.len;
	put_row(builder, &builder->keys[branch->first], branch->depth);
}

/* Put the rows behind the nodes, and tell the nodes where they are. */
static void add_rows(struct builder *builder)
{
	struct cpbuf *units = builder->units;
	size_t nodes = units->len;
	units->failed |= builder->rows.failed || builder->rows.len > TRIE_VALUE_MAX - nodes ||
			 !memory_reserve(&units->at, &units->cap, nodes + builder->rows.len, sizeof *units->at);
	if (units->failed)
		return;
	for (uint32_t node = 0; node < nodes; node++)
		if ((units->at[node] & (TRIE_LEAF | TRIE_TAIL)) == TRIE_TAIL)
			units->at[trie_base(node, units->at[node])] += (uint32_t)nodes;
	if (builder->rows.len)
		memcpy(units->at + nodes, builder->rows.at, builder->rows.len * sizeof *units->at);
	units->len = nodes + builder->rows.len;
}

/* Give the last branch of the stack its children, which take its place there. */
static void expand(struct builder *builder)
{
	struct branch branch = builder->stack[--builder->depth];
	if (branch.depth && branch.end - branch.first == 1 && label_of(builder, branch.first, branch.depth)) {
		make_row(builder, &branch);
		return;
	}
	find_labels(builder, &branch);
	uint32_t base = find_base(builder, branch.node);
	if (!base)
		return;
	set_base(builder, branch.node, base);
	size_t key = branch.first;
	if (!builder->labels[0])
		builder->units->at[base] = TRIE_LEAF | builder->keys[key++].value;
	while (key < branch.end) {
		uint8_t label = label_of(builder, key, branch.depth);
		size_t end = key;
		while (end < branch.end && label_of(builder, end, branch.depth) == label)
			end++;
		push(builder, (struct branch){key, end, branch.depth + 1, base ^ label});
		key = end;
	}
}

void trie_build(const uint8_t *letters, const struct trie_key *keys, size_t count, struct cpbuf *ret)
{
	struct builder *builder = calloc(1, sizeof *builder);
	if (!builder) {
		ret->failed = true;
		return;
	}
	builder->letters = letters;
	builder->keys = keys;
	builder->units = ret;
	if (open_block(builder)) {
		take(builder, 0);
		ret->at[0] = 1u << TRIE_DIFFERENCE_SHIFT; /* a base where nothing is, if there are no keys */
		if (count)
			push(builder, (struct branch){0, count, 0, 0});
	}
	while (builder->depth && !ret->failed)
		expand(builder);
	if (!ret->failed)
		add_rows(builder);
	cpbuf_release(&builder->rows);
	free(builder->stack);
	free(builder);
}
