/* SPDX-License-Identifier: MIT */
#include "engine/see.h"

#include <string.h>

#include "engine/profile.h"
#include "unicode/utf8.h"

/* The bytes that stand for the character at `at`, of `len` bytes; returns how many. */
static size_t seen_bytes(const struct norm_profile *profile, const uint8_t *at, size_t len, uint32_t cp,
			 const uint8_t **ret)
{
	static const uint8_t replacement[] = {0xEF, 0xBF, 0xBD};
	bool invalid = cp == UTF8_INVALID;
	uint32_t entry = letter_entry(&profile->table, invalid ? 0xFFFD : cp);
	if (entry & ENTRY_DROP || (invalid && profile->invalid == INVALID_DROP))
		return 0;
	*ret = invalid ? replacement : at;
	if (!(entry & ENTRY_CHANGED))
		return invalid ? sizeof replacement : len;
	struct letter_record record = letter_record(&profile->table, entry);
	*ret = record.bytes;
	return record.len;
}

void engine_see(const void *user, const uint8_t *at, size_t len, struct seen *seen)
{
	const struct norm_profile *profile = user;
	const struct letter_table *table = &profile->table;
	const uint8_t *start = at, *end = at + len, *bytes = at;
	while (at < end && buffer_reserve(&seen->text, (size_t)(end - at) + SCAN_MARGIN)) {
		size_t quiet = table->scan_copy(&table->plain, at, end, 0, seen->text.at + seen->text.len);
		seen->text.len += quiet;
		at += quiet;
		if (at == end)
			break;
		uint32_t cp;
		unsigned used = utf8_decode(at, end, &cp);
		size_t count = seen_bytes(profile, at, used, cp, &bytes);
		buffer_append(&seen->text, bytes, count);
		at += used;
		if (count != used)
			seen_align(seen, (size_t)(at - start));
	}
}
