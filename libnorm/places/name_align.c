/* SPDX-License-Identifier: MIT */
#include "places/name_align.h"

enum { HOPELESS = 480 }; /* a way that is so much worse than the best so far is given up */

/* The chunks that the table has at each place on the right. */
struct chunks {
	struct {
		uint16_t chunk;
		uint8_t length;
	} at[NAME_LETTERS + 1][NAME_CHUNK_LETTERS];
	uint8_t count[NAME_LETTERS + 1];
};

static void find_chunks(const struct name_channel *channel, const struct name_sound *right, struct chunks *ret)
{
	for (size_t i = 0; i <= right->length; i++) {
		uint16_t chunk = 0;
		uint8_t count = 0;
		/* The 0 behind the last letter leads nowhere. */
		for (uint8_t len = 1; len <= NAME_CHUNK_LETTERS; len++) {
			chunk = channel->next[chunk][right->letters[i + len - 1]];
			if (!chunk)
				break;
			ret->at[i][count].chunk = chunk;
			ret->at[i][count++].length = len;
		}
		ret->count[i] = count;
	}
}

static inline void raise(int32_t *best, int32_t weight)
{
	*best = *best < weight ? weight : *best;
}

static void clear(int32_t *row, size_t len)
{
	for (size_t i = 0; i <= len; i++)
		row[i] = NAME_UNLIKELY * NAME_LETTERS;
}

int32_t name_align(const struct name_channel *channel, const struct name_sound *left, const struct name_sound *right)
{
	struct chunks chunks;
	int32_t rows[2][NAME_LETTERS + 1 + NAME_CHUNK_LETTERS];
	const int16_t *inserted = channel->weights;
	find_chunks(channel, right, &chunks);
	clear(rows[0], right->length);
	rows[0][0] = 0;
	int32_t best = 0;
	for (size_t i = 0; i <= left->length; i++) {
		int32_t *here = rows[i & 1], *next = rows[~i & 1];
		const int16_t *written = channel->weights + (size_t)left->letters[i] * channel->chunks;
		int32_t bound = best - HOPELESS;
		clear(next, right->length);
		best = NAME_UNLIKELY * NAME_LETTERS;
		for (size_t j = 0; j <= right->length; j++) {
			if (here[j] < bound)
				continue;
			raise(&best, here[j]);
			raise(&next[j], here[j] + written[0]);
			for (size_t k = 0; k < chunks.count[j]; k++) {
				size_t to = j + chunks.at[j][k].length, chunk = chunks.at[j][k].chunk;
				raise(&here[to], here[j] + inserted[chunk]);
				raise(&next[to], here[j] + written[chunk]);
			}
		}
	}
	return rows[left->length & 1][right->length];
}

/* Worse than any way, of which each step takes a letter at least. */
#define NOT_REACHED (NAME_UNLIKELY * (2 * NAME_LETTERS + 1))

/* The whole table, and from where each of its cells was reached. */
struct table {
	struct cell {
		int32_t best;
		int16_t weight;
		uint8_t left, right; /* letters of the last step */
	} cells[NAME_LETTERS + 2][NAME_LETTERS + 1];
};

static void reach(struct table *table, size_t i, size_t j, struct cell step)
{
	struct cell *cell = &table->cells[i][j];
	if (cell->best < step.best)
		*cell = step;
}

static void fill(struct table *table, const struct name_channel *channel, const struct name_sound *left,
                 const struct name_sound *right)
{
	struct chunks chunks;
	find_chunks(channel, right, &chunks);
	for (size_t i = 0; i <= left->length + 1u; i++)
		for (size_t j = 0; j <= right->length; j++)
			table->cells[i][j] = (struct cell){NOT_REACHED, 0, 0, 0};
	table->cells[0][0].best = 0;
	for (size_t i = 0; i <= left->length; i++)
		for (size_t j = 0; j <= right->length; j++) {
			const int16_t *written = channel->weights + (size_t)left->letters[i] * channel->chunks;
			int32_t best = table->cells[i][j].best;
			reach(table, i + 1, j, (struct cell){best + written[0], written[0], 1, 0});
			for (size_t k = 0; k < chunks.count[j]; k++) {
				uint8_t len = chunks.at[j][k].length;
				int16_t in = channel->weights[chunks.at[j][k].chunk], on = written[chunks.at[j][k].chunk];
				reach(table, i, j + len, (struct cell){best + in, in, 0, len});
				reach(table, i + 1, j + len, (struct cell){best + on, on, 1, len});
			}
		}
}

size_t name_align_steps(const struct name_channel *channel, const struct name_sound *left,
                        const struct name_sound *right, struct name_step *ret)
{
	struct table table;
	size_t count = 0, i = left->length, j = right->length;
	fill(&table, channel, left, right);
	while (i > 0 || j > 0) {
		const struct cell *cell = &table.cells[i][j];
		if (cell->best == NOT_REACHED)
			return 0; /* the table knows nothing of a letter */
		i -= cell->left;
		j -= cell->right;
		ret[count++] = (struct name_step){(uint8_t)i, cell->left, (uint8_t)j, cell->right, cell->weight};
	}
	for (size_t k = 0; k < count / 2; k++) {
		struct name_step step = ret[k];
		ret[k] = ret[count - 1 - k];
		ret[count - 1 - k] = step;
	}
	return count;
}
