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
		memcpy(out, utf8_replacement, sizeof utf8_replacement);
		return sizeof utf8_replacement;
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

/* The way through the source and the text, which the functions below keep in registers: it goes by value. */
struct way {
	const uint8_t *at, *last;
	uint8_t *out, *last_out; /* `last_out`: where the text of `last` starts */
};

static inline struct way take_way(const struct seer *seer)
{
	uint8_t *text = seer->seen->text.at;
	return (struct way){seer->at, seer->last, text + seer->seen->text.len, text + seer->last_seen};
}

static inline void leave_way(struct seer *seer, struct way way)
{
	struct buffer *text = &seer->seen->text;
	seer->at = way.at;
	seer->last = way.last;
	seer->last_seen = (size_t)(way.last_out - text->at);
	text->len = (size_t)(way.out - text->at);
}

/* Note that each of `count` times `from` bytes in front of way.at have become `to` bytes in front of way.out. */
static inline void note_replaced(const struct seer *seer, struct way way, size_t from, size_t to, size_t count)
{
	struct seen *seen = seer->seen;
	seen->text.len = (size_t)(way.out - seen->text.at);
	if (from != to)
		seen_replace_all(seen, (size_t)(way.at - seer->start) - count * from, from, to, count);
}

/*
 * A character of one byte or two of which its hot word says all: what stands for it, or that it is deleted; nothing moves where it is
 * something else.
 */
static inline struct way see_hot(const struct seer *seer, struct way way, unsigned *calm)
{
	const uint8_t *at = way.at;
	bool two = *at >= 0xC2 && *at < 0xE0 && seer->end - at > 1 && utf8_is_trail(at[1]);
	if (*at >= 0x80 && !two)
		return way;
	const struct letter_table *table = &seer->profile->table;
	const uint32_t cp = two ? (at[0] & 0x1Fu) << 6 | (at[1] & 0x3Fu) : *at, word = table->hot[cp];
	if (word & HOT_SPECIAL && !(word & (HOT_RULE | HOT_DROP)) && letter_entry(table, cp) != ENTRY_SUSPECT)
		return way;
	if (!(word & HOT_DROP)) {
		way.last = at;
		way.last_out = way.out;
	}
	for (unsigned i = 0; i < 3; i++)
		way.out[i] = (uint8_t)(word >> 8 * i);
	way.out += HOT_LENGTH(word);
	way.at += 1 + two;
	if (HOT_LENGTH(word) != 1u + two)
		note_replaced(seer, way, 1u + two, HOT_LENGTH(word), 1);
	*calm = word & (HOT_CHANGED | HOT_DROP) ? 0 : *calm + 1;
	return way;
}

/* Broken bytes in a row, each of which is seen alone; nothing moves where there are none, or what is seen has company. */
static inline struct way see_invalid(const struct seer *seer, struct way way, const uint8_t *limit)
{
	if (!utf8_is_broken(way.at, seer->end))
		return way;
	const struct sight sight = look(seer, way.at);
	if (sight.entry & (ENTRY_JOIN | ENTRY_MARK))
		return way;
	const size_t count = broken_run(way.at, limit, seer->end), len = put_bytes(seer, &sight, way.out);
	if (len == sizeof utf8_replacement && sight.invalid && !(sight.entry & ENTRY_CHANGED))
		for (size_t i = 1; i < count; i++)
			memcpy(way.out + i * len, utf8_replacement, sizeof utf8_replacement);
	else
		for (size_t i = 1; i < count; i++)
			memcpy(way.out + i * len, way.out, len);
	way.at += count;
	way.out += count * len;
	if (len) {
		way.last = way.at - 1;
		way.last_out = way.out - len;
	}
	note_replaced(seer, way, 1, len, count);
	return way;
}

/* A character of three bytes or four that the letter steps leave as it is. */
static inline struct way see_quiet(struct way way, unsigned len)
{
	memcpy(way.out, way.at, 3);
	way.out[3] = way.at[len - 1]; /* a byte of it, or of the margin */
	way.last = way.at;
	way.last_out = way.out;
	way.out += len;
	way.at += len;
	return way;
}

/* Characters of three bytes or four in a row that the letter steps leave as they are; nothing moves where there are none. */
static inline struct way see_long(const struct seer *seer, struct way way, const uint8_t *limit)
{
	while (way.at < limit && *way.at >= 0xE0) {
		uint32_t cp;
		unsigned len = utf8_decode_long(way.at, seer->end, &cp);
		if (cp == UTF8_INVALID ||
		    letter_entry(&seer->profile->table, cp) & (ENTRY_JOIN | ENTRY_CHANGED | ENTRY_DROP | ENTRY_MARK))
			break;
		way = see_quiet(way, len);
	}
	return way;
}

/* What comes next, of which nothing above takes care. Returns false where it acts on what is before it. */
static bool see_other(struct seer *seer, unsigned *calm)
{
	struct sight sight = look(seer, seer->at);
	if (sight.entry & ENTRY_JOIN) {
		see_sequence(seer);
		return false;
	}
	bool calms = !(sight.entry & (ENTRY_CHANGED | ENTRY_DROP | ENTRY_MARK)) && sight.cp < LETTER_HOT;
	*calm = calms ? *calm + 1 : 0;
	see_character(seer, &sight);
	return true;
}

/* One character after the other, up to `limit`, or until it is worth while to look for many at once again. */
static void see_characters(struct seer *seer, const uint8_t *limit)
{
	enum { CALM = 3 };
	unsigned calm = 0;
	struct way way = take_way(seer);
	for (bool goes_on = true; goes_on && way.at < limit && calm < CALM;) {
		const uint8_t *before = way.at;
		way = see_hot(seer, way, &calm);
		if (way.at > before)
			continue;
		way = see_long(seer, see_invalid(seer, way, limit), limit);
		if (way.at > before) {
			calm = 0;
			continue;
		}
		leave_way(seer, way);
		goes_on = see_other(seer, &calm);
		way = take_way(seer);
	}
	leave_way(seer, way);
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
