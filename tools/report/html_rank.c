/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "report/html_parts.h"

static int compare(const void *a, const void *b)
{
	const struct html_rank *left = a, *right = b;
	if (left->weight != right->weight)
		return left->weight > right->weight ? -1 : 1;
	return strcmp(left->row->key, right->row->key);
}

struct html_rank *html_rank(const struct table *table, uint64_t (*weigh)(const struct row *row, const void *user),
			    const void *user, size_t *ret_count)
{
	struct html_rank *ranks = memory_get((table->count + 1) * sizeof *ranks);
	size_t count = 0;
	for (size_t i = 0; i < table->count; i++) {
		uint64_t weight = weigh(table->rows[i], user);
		if (weight)
			ranks[count++] = (struct html_rank){table->rows[i], weight};
	}
	if (count > 1)
		qsort(ranks, count, sizeof *ranks, compare);
	*ret_count = count;
	return ranks;
}

uint64_t html_weigh_count(const struct row *row, const void *user)
{
	(void)user;
	return row->count[0];
}
