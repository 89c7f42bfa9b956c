/* SPDX-License-Identifier: MIT */
#include "engine/see.h"

#include <string.h>

#include "engine/machine.h"
#include "text/broken.h"
#include "unicode/utf8.h"

enum {
	CALM = 3,      /* behind so many quiet characters there may be many … */
	CALM_MIXED = 12, /* … or behind so many, where there were not: */
	CALM_BYTES = 8   /* fewer than these */
};

/* A character of the source; U+FFFD stands for bytes that are none. */
struct sight {
	uint32_t cp, entry;
	unsigned len;
	bool invalid;
};

/* What is needed on the way through a paragraph. */
struct seer {
	const struct norm_profile *profile;
	const uint8_t *start, *at, *end;
	const uint8_t *last; /* the last character that stood alone, and where its text starts; NULL: none */
	size_t last_seen;
	struct seen *seen;
	unsigned calm; /* so many quiet characters in a row end what goes on one by one */
	struct sight broken; /* a byte that is no character */
	struct sequence sequence;
	struct cpbuf characters;
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
	seer->calm = len < CALM_BYTES ? CALM_MIXED : CALM;
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
		letter_copy_record(out, &record);
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

/* What has been seen up to `at`, while it is in registers: the text, and the last character that stood alone. */
struct sighting {
	const uint8_t *at, *last;
	uint8_t *out, *last_out;
};

static struct sighting begin_sighting(const struct seer *seer)
{
	uint8_t *text = seer->seen->text.at;
	return (struct sighting){seer->at, seer->last, text + seer->seen->text.len, text + seer->last_seen};
}

static void end_sighting(struct seer *seer, const struct sighting *now)
{
	const uint8_t *text = seer->seen->text.at;
	seer->at = now->at;
	seer->last = now->last;
	seer->last_seen = (size_t)(now->last_out - text);
	seer->seen->text.len = (size_t)(now->out - text);
}

/* `len` bytes stand for the next `used` ones; `loose`: they are no character that marks join. */
static inline __attribute__((always_inline)) struct sighting pass(const struct seer *seer, struct sighting now, bool loose, size_t used,
								  size_t len)
{
	now.last = loose ? now.last : now.at;
	now.last_out = loose ? now.last_out : now.out;
	now.out += len;
	if (len != used)
		seen_replace_at(seer->seen, (size_t)(now.at - seer->start), used, len, (size_t)(now.out - seer->seen->text.at));
	now.at += used;
	return now;
}

/*
 * Characters of one byte or two of which their seen words say all. Where many are changed nothing foresees which, so hardly anything
 * makes a branch. `quiet`: so many in a row have been left as they are.
 */
static inline __attribute__((always_inline)) struct sighting see_hot(const struct seer *seer, struct sighting now, const uint8_t *limit,
								     unsigned *quiet)
{
	const struct letter_table *table = &seer->profile->table;
	while (now.at < limit && *quiet < seer->calm) {
		uint32_t word = table->seen[letter_hot_index(now.at)];
		if (word & SEEN_OTHER)
			break;
		now.out[0] = (uint8_t)word;
		now.out[1] = (uint8_t)(word >> 8);
		now.out[2] = (uint8_t)(word >> 16);
		*quiet = word & (SEEN_EDIT | SEEN_LOOSE) ? 0 : *quiet + 1;
		now = pass(seer, now, word & SEEN_LOOSE, 1u + (*now.at >= 0x80), HOT_LENGTH(word));
	}
	return now;
}

/* Put what stands for each of `count` characters in a row, of which the first has been put. */
static inline void repeat(uint8_t *out, size_t len, size_t count)
{
	for (size_t i = 1; i < count && len; i++) {
		if (len == sizeof utf8_replacement)
			memcpy(out + i * len, out, sizeof utf8_replacement);
		else
			memcpy(out + i * len, out, len);
	}
}

/* Broken bytes in a row, each of which is seen alone; nothing moves where there are none, or what is seen has company. */
static inline struct sighting see_invalid(const struct seer *seer, struct sighting now, const uint8_t *limit)
{
	if (now.at >= limit || !utf8_is_broken(now.at, seer->end) || seer->broken.entry & (ENTRY_JOIN | ENTRY_MARK))
		return now;
	const size_t count = broken_run(now.at, limit, seer->end), len = put_bytes(seer, &seer->broken, now.out);
	const size_t start = (size_t)(now.at - seer->start);
	repeat(now.out, len, count);
	now.at += count;
	now.out += count * len;
	now.last = len ? now.at - 1 : now.last;
	now.last_out = len ? now.out - len : now.last_out;
	seer->seen->text.len = (size_t)(now.out - seer->seen->text.at);
	if (len != 1)
		seen_replace_all(seer->seen, start, 1, len, count);
	return now;
}

/* Characters of three bytes or four that do not act on what is before them. */
static inline __attribute__((always_inline)) struct sighting see_long(const struct seer *seer, struct sighting now, const uint8_t *limit)
{
	const struct letter_table *table = &seer->profile->table;
	uint32_t cp;
	while (now.at < limit && *now.at >= 0xE0) {
		unsigned used = utf8_decode_long(now.at, seer->end, &cp);
		uint32_t entry = cp == UTF8_INVALID ? ENTRY_JOIN : letter_entry(table, cp);
		struct letter_record record = {now.at, used, 0};
		if (entry & ENTRY_JOIN)
			break;
		if (entry & (ENTRY_CHANGED | ENTRY_DROP)) {
			record = letter_record(table, entry);
			letter_copy_record(now.out, &record);
		} else {
			utf8_copy_long(now.out, now.at, used);
		}
		now = pass(seer, now, entry & (ENTRY_MARK | ENTRY_DROP), used, record.len);
	}
	return now;
}

/* Characters that stand alone, whatever is around them; false where there are none. */
static bool see_alone(struct seer *seer, const uint8_t *limit, unsigned *calm)
{
	const uint8_t *start = seer->at, *last = seer->end - start < 2 ? start : seer->end - 1, *before;
	struct sighting now = begin_sighting(seer);
	unsigned quiet = *calm;
	do {
		before = now.at;
		now = see_hot(seer, now, limit < last ? limit : last, &quiet);
		const uint8_t *longer = now.at;
		now = see_long(seer, see_invalid(seer, now, limit), limit);
		quiet = now.at > longer ? 0 : quiet;
	} while (now.at > before && now.at < limit && quiet < seer->calm);
	end_sighting(seer, &now);
	*calm = quiet;
	return now.at > start;
}

/* One character after the other, up to `limit`, or until it is worth while to look for many at once again. */
static void see_characters(struct seer *seer, const uint8_t *limit)
{
	for (unsigned calm = 0; seer->at < limit && calm < seer->calm;) {
		if (see_alone(seer, limit, &calm))
			continue;
		struct sight sight = look(seer, seer->at);
		if (sight.entry & ENTRY_JOIN) {
			see_sequence(seer);
			return;
		}
		calm = sight.entry & (ENTRY_CHANGED | ENTRY_DROP | ENTRY_MARK) ? 0 : calm + 1;
		see_character(seer, &sight);
	}
}

void engine_see(const void *user, const uint8_t *at, size_t len, struct seen *seen)
{
	struct seer seer = {.profile = user, .start = at, .at = at, .end = at + len, .seen = seen};
	seer.broken = (struct sight){0xFFFD, profile_invalid_entry(user), 1, true};
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

/* ---- Noise ---- */

/* At most so many characters are seen more where a mark joins one: both decompose into four at most, and some may not compose again. */
enum { JOINED_MORE = 8 };
/* Text is known for no noise by its first characters. */
enum { NOISE_LEAD = SCOPE_BROKEN_LEAD / 4 };

/* At most how many characters other than U+FFFD are seen for a character, or one U+FFFD in `*broken`. */
static inline size_t count_sight(const struct seer *seer, const struct sight *sight, size_t *broken)
{
	const uint32_t entry = sight->entry;
	const bool is_broken = sight->cp == 0xFFFD && !(entry & (ENTRY_CHANGED | ENTRY_DROP));
	*broken += is_broken;
	if (entry & ENTRY_CHANGED)
		return letter_record(&seer->profile->table, entry).len + JOINED_MORE;
	return !is_broken + (entry & ENTRY_JOIN ? JOINED_MORE : 0);
}

/* The same of the next character, of which `*used` is to be how many bytes it has. */
static inline size_t count_next(const struct seer *seer, const uint8_t *at, size_t *used, size_t *broken)
{
	uint32_t word = seer->end - at > 1 ? seer->profile->table.seen[letter_hot_index(at)] : SEEN_OTHER;
	if (!(word & SEEN_OTHER)) {
		*used = 1 + (*at >= 0x80);
		return word & SEEN_EDIT ? HOT_LENGTH(word) : 1;
	}
	struct sight sight = look(seer, at);
	*used = sight.len;
	return count_sight(seer, &sight, broken);
}

bool engine_is_broken(const void *user, const uint8_t *at, size_t len)
{
	struct seer seer = {.profile = user, .start = at, .end = at + len};
	const bool quiet = !(profile_invalid_entry(user) & (ENTRY_CHANGED | ENTRY_DROP | ENTRY_JOIN | ENTRY_MARK));
	size_t broken = 0, others = 0, used;
	for (; quiet && at < seer.end && others <= broken + NOISE_LEAD; at += used) {
		used = broken_run(at, seer.end, seer.end);
		broken += used;
		if (!used)
			others += count_next(&seer, at, &used, &broken);
	}
	return broken > others && broken * sizeof utf8_replacement >= SCOPE_BROKEN_MIN;
}
