/* SPDX-License-Identifier: MIT */
#include "engine/see.h"

#include "engine/profile.h"
#include "engine/sequence.h"
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

/* What is needed on the way through a paragraph. */
struct seer {
	const struct norm_profile *profile;
	const uint8_t *start, *at, *end;
	const uint8_t *last; /* the last character that stood alone, and where its text starts; NULL: none */
	size_t last_seen;
	struct seen *seen;
	struct sequence sequence;
	struct cpbuf characters;
};

static uint32_t entry_at(const struct seer *seer, const uint8_t *at, unsigned *ret_len, uint32_t *ret_cp)
{
	*ret_len = utf8_decode(at, seer->end, ret_cp);
	bool invalid = *ret_cp == UTF8_INVALID;
	if (invalid && seer->profile->invalid == INVALID_DROP)
		return ENTRY_DROP;
	return letter_entry(&seer->profile->table, invalid ? 0xFFFD : *ret_cp);
}

/* Copy what the letter steps leave as it is. */
static void see_plain(struct seer *seer)
{
	const struct letter_table *table = &seer->profile->table;
	struct buffer *text = &seer->seen->text;
	size_t len = table->scan_copy(&table->plain, seer->at, seer->end, 0, text->at + text->len);
	if (len == 0)
		return;
	text->len += len;
	seer->at += len;
	seer->last = utf8_previous(seer->start, seer->at);
	seer->last_seen = text->len - (size_t)(seer->at - seer->last);
}

/* A mark that may act on what is before it: take both, with all that follows and joins them, through the letter steps. */
static void see_sequence(struct seer *seer)
{
	struct cpbuf *characters = &seer->characters;
	const uint8_t *at = seer->last ? seer->last : seer->at;
	uint32_t cp, entry;
	unsigned len;
	characters->len = 0;
	for (; at < seer->end; at += len) {
		entry = entry_at(seer, at, &len, &cp);
		if (at > seer->at && !(entry & (ENTRY_JOIN | ENTRY_MARK | ENTRY_DROP)))
			break;
		if (!(entry & ENTRY_DROP))
			cpbuf_push(characters, cp == UTF8_INVALID ? 0xFFFD : cp);
	}
	seer->at = at;
	if (seer->last)
		seen_cut(seer->seen, (size_t)(seer->last - seer->start), seer->last_seen);
	seer->last = NULL;
	if (!sequence_map(&seer->sequence, seer->profile, characters->at, characters->len, NULL) || characters->failed ||
	    !buffer_reserve(&seer->seen->text, 4 * seer->sequence.out.len + (size_t)(seer->end - at) + SCAN_MARGIN)) {
		seer->seen->text.failed = true;
		return;
	}
	for (size_t i = 0; i < seer->sequence.out.len; i++)
		seer->seen->text.len += utf8_encode(seer->sequence.out.at[i], seer->seen->text.at + seer->seen->text.len);
	seen_align(seer->seen, (size_t)(at - seer->start));
}

static void see_character(struct seer *seer)
{
	const uint8_t *bytes = seer->at;
	uint32_t cp;
	unsigned len;
	uint32_t entry = entry_at(seer, seer->at, &len, &cp);
	if (entry & ENTRY_JOIN) {
		see_sequence(seer);
		return;
	}
	size_t count = seen_bytes(seer->profile, seer->at, len, cp, &bytes);
	if (!(entry & (ENTRY_MARK | ENTRY_DROP))) {
		seer->last = seer->at;
		seer->last_seen = seer->seen->text.len;
	}
	buffer_append(&seer->seen->text, bytes, count);
	seer->at += len;
	if (count != len)
		seen_align(seer->seen, (size_t)(seer->at - seer->start));
}

void engine_see(const void *user, const uint8_t *at, size_t len, struct seen *seen)
{
	struct seer seer = {.profile = user, .start = at, .at = at, .end = at + len, .seen = seen};
	while (seer.at < seer.end && buffer_reserve(&seen->text, (size_t)(seer.end - seer.at) + SCAN_MARGIN)) {
		see_plain(&seer);
		if (seer.at < seer.end)
			see_character(&seer);
	}
	sequence_release(&seer.sequence);
	cpbuf_release(&seer.characters);
}
