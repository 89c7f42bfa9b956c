/* SPDX-License-Identifier: MIT */
/* Where a text that is too long may be cut. */
#include "engine/machine.h"
#include "text/space.h"
#include "unicode/utf8.h"

/* Whether a character stands alone whatever is around it. */
static bool stands_alone(const struct norm_profile *profile, uint32_t cp)
{
	return cp != UTF8_INVALID && !(letter_entry(&profile->table, cp) & ENTRY_COMPANY);
}

size_t machine_cut(const struct norm_profile *profile, const uint8_t *block, size_t len)
{
	const uint8_t *end = block + len - utf8_incomplete_tail(block, len);
	const uint8_t *last_alone = NULL;
	uint32_t behind = 0;
	for (const uint8_t *at = end; at > block;) {
		const uint8_t *right = at;
		uint32_t cp;
		at = utf8_previous(block, right);
		unsigned used = utf8_decode(at, right, &cp);
		bool alone = used == (size_t)(right - at) && stands_alone(profile, cp);
		if (alone && behind && behind != cp)
			return (size_t)(right - block);
		if (alone && !last_alone && at > block)
			last_alone = at;
		behind = alone ? cp : 0;
	}
	return (size_t)((last_alone ? last_alone : end) - block);
}
