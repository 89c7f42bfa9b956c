/* SPDX-License-Identifier: MIT */
#include "text/step.h"

int step_map_pairs(const struct step_pair *pairs, size_t count, uint32_t cp, uint32_t *out)
{
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (pairs[middle].cp < cp)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == count || pairs[low].cp != cp)
		return STEP_UNCHANGED;
	int length = 0;
	for (; pairs[low].to[length]; length++)
		out[length] = pairs[low].to[length];
	return length;
}

int step_drop(unsigned value, uint32_t base, uint32_t cp, uint32_t *out)
{
	(void)value, (void)base, (void)cp, (void)out;
	return 0;
}
