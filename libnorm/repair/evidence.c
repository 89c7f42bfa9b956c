/* SPDX-License-Identifier: MIT */
#include "repair/evidence.h"

long evidence_of(const uint32_t *cps, size_t count)
{
	long sum = 0;
	uint32_t left = ' ';
	for (size_t i = 0; i < count; left = cps[i++])
		sum += evidence_pair(left, cps[i]);
	return count ? sum + evidence_pair(left, ' ') : 0;
}
