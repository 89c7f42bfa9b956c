/* SPDX-License-Identifier: MIT */
#include "engine/see.h"

#include <string.h>

#include "engine/machine.h"
#include "text/broken.h"
#include "unicode/utf8.h"

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

/* A character of the source; U+FFFD stands for bytes that are none. */
struct sight {
	uint32_t cp, entry;
	unsigned len;
	bool invalid;
};

static inline __attribute__((always_inline)) struct sight look(const struct seer *seer, const uint8_t *at)
{
	struct sight sight;
	sight.len = utf8_decode(at, seer->end, &sight.cp);
	sight.invalid = sight.cp == UTF8_INVALID;
	if (sight.invalid)
		sight.cp = 0xFFFD;
	sight.entry = sight.invalid ? profile_invalid_entry(seer->profile) : letter_entry(&seer->profile->table, sight.cp);
	return sight;
}

/* Copy what the letter steps leave as it is. */
static void see_plain(struct seer *seer, const uint8_t *limit)
{
	const struct letter_table *table = &seer->profile->table;
	struct buffer *text = &seer->seen->text;
	size_t len = table->scan_copy(&table->plain, seer->at, limit, 0, text->at + text->len);
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
	struct sight sight;
	characters->len = 0;
	for (; at < seer->end; at += sight.len) {
		sight = look(seer, at);
		if (at > seer->at && !(sight.entry & (ENTRY_JOIN | ENTRY_MARK | ENTRY_DROP)))
			break;
		if (!(sight.entry & ENTRY_DROP))
			cpbuf_push(characters, sight.cp);
	}
	seer->at = at;
	if (seer->last)
		seen_cut(seer->seen, (size_t)(seer->last - seer->start), seer->last_seen);
	seer->last = NULL;
	if (!sequence_map(&seer->sequence, seer->profile, characters->at, characters->len, NULL) || characters->failed ||
	    !buffer_reserve(&seer->seen->text, 4 * seer->sequence.out.len)) {
		seer->seen->text.failed = true;
		return;
	}
	for (size_t i = 0; i < seer->sequence.out.len; i++)
		seer->seen->text.len += utf8_encode(seer->sequence.out.at[i], seer->seen->text.at + seer->seen->text.len);
	seen_align(seer->seen, (size_t)(at - seer->start));
}

/* Put the bytes that stand for a character, for which there is room; returns how many. */
static inline size_t put_bytes(const struct seer *seer, const struct sight *sight, uint8_t *out)
{
	if (sight->entry & ENTRY_DROP)
		return 0;
	if (sight->entry & ENTRY_CHANGED) {
		struct letter_record record = letter_record(&seer->profile->table, sight->entry);
		memcpy(out, record.bytes, LETTER_RECORD_MARGIN);
		if (record.len > LETTER_RECORD_MARGIN)
			memcpy(out, record.bytes, record.len);
		return record.len;
	}
	if (sight->invalid) {
		memcpy(out, machine_replacement, sizeof machine_replacement);
		return sizeof machine_replacement;
	}
	for (unsigned i = 0; i < sight->len; i++)
		out[i] = seer->at[i];
	return sight->len;
}

static inline void see_character(struct seer *seer, const struct sight *sight)
{
	struct buffer *text = &seer->seen->text;
	size_t count = put_bytes(seer, sight, text->at + text->len);
	if (!(sight->entry & (ENTRY_MARK | ENTRY_DROP))) {
		seer->last = seer->at;
		seer->last_seen = text->len;
	}
	text->len += count;
	if (count != sight->len)
		seen_replace(seer->seen, (size_t)(seer->at - seer->start), sight->len, count);
	seer->at += sight->len;
}

/* A character of one byte or two of which its hot word says all: what stands for it, or that it is deleted; false where it is something else. */
static inline bool see_hot(struct seer *seer, unsigned *calm)
{
	const uint8_t *at = seer->at;
	struct buffer *text = &seer->seen->text;
	bool two = *at >= 0xC2 && *at < 0xE0 && seer->end - at > 1 && utf8_is_trail(at[1]);
	if (*at >= 0x80 && !two)
		return false;
	uint32_t word = seer->profile->table.hot[two ? (at[0] & 0x1Fu) << 6 | (at[1] & 0x3Fu) : *at];
	if (word & HOT_SPECIAL && !(word & (HOT_RULE | HOT_DROP)))
		return false;
	if (!(word & HOT_DROP)) {
		seer->last = at;
		seer->last_seen = text->len;
	}
	for (unsigned i = 0; i < 3; i++)
		text->at[text->len + i] = (uint8_t)(word >> 8 * i);
	text->len += HOT_LENGTH(word);
	if (HOT_LENGTH(word) != 1u + two)
		seen_replace(seer->seen, (size_t)(at - seer->start), 1u + two, HOT_LENGTH(word));
	seer->at += 1 + two;
	*calm = word & (HOT_CHANGED | HOT_DROP) ? 0 : *calm + 1;
	return true;
}

/* Broken bytes in a row, each of which is seen alone; false where there are none, or what is seen has company. */
static bool see_invalid(struct seer *seer, const uint8_t *limit)
{
	struct buffer *text = &seer->seen->text;
	if (!utf8_is_broken(seer->at, seer->end))
		return false;
	const size_t start = (size_t)(seer->at - seer->start), count = broken_run(seer->at, limit, seer->end);
	const struct sight sight = look(seer, seer->at);
	if (sight.entry & (ENTRY_JOIN | ENTRY_MARK))
		return false;
	size_t len = 0;
	for (size_t i = 0; i < count; i++)
		text->len += len = put_bytes(seer, &sight, text->at + text->len);
	seer->at += count;
	if (!(sight.entry & ENTRY_DROP)) {
		seer->last = seer->at - 1;
		seer->last_seen = text->len - len;
	}
	if (len != 1)
		seen_replace_all(seer->seen, start, 1, len, count);
	return true;
}

/* A character of three bytes or four that the letter steps leave as it is. */
static inline void see_quiet(struct seer *seer, unsigned len)
{
	struct buffer *text = &seer->seen->text;
	uint8_t *out = text->at + text->len;
	memcpy(out, seer->at, 3);
	out[3] = seer->at[len - 1]; /* a byte of it, or of the margin */
	seer->last = seer->at;
	seer->last_seen = text->len;
	text->len += len;
	seer->at += len;
}

/* Characters of three bytes or four in a row; false where there are none, or the first acts on what is before it. */
static bool see_long(struct seer *seer, const uint8_t *limit)
{
	const uint8_t *start = seer->at;
	while (seer->at < limit && *seer->at >= 0xE0) {
		struct sight sight = {.invalid = false};
		sight.len = utf8_decode_long(seer->at, seer->end, &sight.cp);
		if (sight.cp == UTF8_INVALID)
			break;
		sight.entry = letter_entry(&seer->profile->table, sight.cp);
		if (sight.entry & ENTRY_JOIN)
			break;
		if (sight.entry & (ENTRY_CHANGED | ENTRY_DROP | ENTRY_MARK))
			see_character(seer, &sight);
		else
			see_quiet(seer, sight.len);
	}
	return seer->at > start;
}

/* One character after the other, up to `limit`, or until it is worth while to look for many at once again. */
static void see_characters(struct seer *seer, const uint8_t *limit)
{
	enum { CALM = 3 };
	for (unsigned calm = 0; seer->at < limit && calm < CALM;) {
		if (see_hot(seer, &calm))
			continue;
		if (see_invalid(seer, limit) || see_long(seer, limit)) {
			calm = 0;
			continue;
		}
		struct sight sight = look(seer, seer->at);
		if (sight.entry & ENTRY_JOIN) {
			see_sequence(seer);
			return;
		}
		bool calms = !(sight.entry & (ENTRY_CHANGED | ENTRY_DROP | ENTRY_MARK)) && sight.cp < LETTER_HOT;
		calm = calms ? calm + 1 : 0;
		see_character(seer, &sight);
	}
}

void engine_see(const void *user, const uint8_t *at, size_t len, struct seen *seen)
{
	struct seer seer = {.profile = user, .start = at, .at = at, .end = at + len, .seen = seen};
	while (seer.at < seer.end) {
		size_t left = (size_t)(seer.end - seer.at), part = left < WINDOW ? left : WINDOW;
		const uint8_t *limit = seer.at + part;
		if (!buffer_reserve(&seen->text, part * seer.profile->table.growth + SCAN_MARGIN))
			break;
		see_plain(&seer, limit);
		see_characters(&seer, limit);
	}
	sequence_release(&seer.sequence);
	cpbuf_release(&seer.characters);
}
