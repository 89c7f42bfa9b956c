/* SPDX-License-Identifier: MIT */
/* The innermost loop of the machine: from one loud character of a window to the next. */
#include <string.h>

#include "engine/machine.h"
#include "text/space.h"
#include "unicode/utf8.h"

/*
 * The innermost loop keeps the state of the machine in registers; it is written back for whatever
 * else has to see it. The structure goes by value: an address would force it into memory,
 * and so would a call, which is why what it passes through is always inlined. The few functions that are called get the
 * address of a copy.
 */
#define INLINE static inline __attribute__((always_inline))

struct registers {
	const uint8_t *at;
	uint8_t *out;
	uint8_t *alone_out; /* output of the character before `at`, if it was put out here and stood alone; else NULL */
	struct edit_record *edit; /* where the next edit goes; NULL without edits */
};

INLINE void write_back(struct machine *machine, struct registers now)
{
	machine->at = now.at;
	machine->out.len = (size_t)(now.out - machine->out.at);
	machine->bulk_end = NULL;
	if (now.alone_out) {
		machine->alone = utf8_previous(machine->start, now.at);
		machine->alone_out = (size_t)(now.alone_out - machine->out.at);
	}
	if (now.edit)
		machine->edits->len = (size_t)(now.edit - machine->edits->at);
}

INLINE struct registers read_back(const struct machine *machine)
{
	const struct norm_edits *edits = machine->edits;
	return (struct registers){
		.at = machine->at,
		.out = machine->out.at + machine->out.len,
		.edit = edits ? edits->at + edits->len : NULL,
	};
}

/* Room for the edits of so many places: a place may be a broken character and a whole one. */
static bool reserve_edits(struct machine *machine, size_t places)
{
	if (!edit_list_reserve(machine->edits, 2 * places + 1))
		machine->status = NORM_E_NOMEM;
	return machine->status == NORM_OK;
}

/* Put out quiet text of which the scanner has made a copy; it may write up to the margin behind it. */
INLINE struct registers put_quiet(struct registers now, const uint8_t *copied, size_t len)
{
	memcpy(now.out, copied, SCAN_MARGIN);
	if (len > SCAN_MARGIN)
		memcpy(now.out + SCAN_MARGIN, copied + SCAN_MARGIN, len - SCAN_MARGIN);
	now.out += len;
	now.at += len;
	return now;
}

/* What is at now.at becomes what is put out next, by an extent of the edit list. */
INLINE struct registers note_edit(const struct machine *machine, struct registers now, uint32_t extent)
{
	uint32_t source = (uint32_t)(now.at - machine->start), output = (uint32_t)(now.out - machine->out.at);
	*now.edit++ = (struct edit_record){source, output, extent};
	return now;
}

/* A character of one or two bytes, by its hot word. */
INLINE struct registers put_hot(struct registers now, uint32_t word, unsigned len)
{
	now.alone_out = now.out;
	now.out[0] = (uint8_t)word;
	now.out[1] = (uint8_t)(word >> 8);
	now.out[2] = (uint8_t)(word >> 16);
	now.out[3] = (uint8_t)(word >> 24); /* no byte of it, but so this is one store */
	now.out += HOT_LENGTH(word);
	now.at += len;
	return now;
}

/* Put out a replacement; short ones by a copy of fixed size, for both sides have a margin. */
INLINE void copy_record(uint8_t *out, const struct letter_record *record)
{
	memcpy(out, record->bytes, LETTER_RECORD_MARGIN);
	if (record->len > LETTER_RECORD_MARGIN)
		memcpy(out, record->bytes, record->len);
}

/* A loud character: where it starts in the window, its length and index among the hot words, if it is one of them. */
struct loud {
	size_t start;
	uint32_t len;
	uint32_t index; /* else LETTER_HOT */
};

/* What is not ASCII and no pair that the scanner knows: it finds the lead of other pairs, or what a lead misses. */
static struct loud look_at_other(const uint8_t *src, size_t at, size_t place, const uint8_t *end)
{
	struct loud loud = {scan_start(src, at, place), 2, LETTER_HOT};
	const uint8_t *lead = src + loud.start;
	if (lead[0] >= 0xC2 && lead[0] < 0xE0 && end - lead > 1 && utf8_is_trail(lead[1]))
		loud.index = (lead[0] & 0x1Fu) << 6 | (lead[1] & 0x3Fu);
	return loud;
}

/*
 * The loud character that the scanner found at `place`, where `at` is the end of the last one. Nearly
 * all have two bytes, which the branches here foresee.
 */
INLINE struct loud look_at_pair(const uint8_t *src, size_t at, size_t place, const uint8_t *end)
{
	uint32_t byte = src[place], lead = src[place - (place > 0)], trail = byte ^ 0x80;
	if (scan_is_lead((uint8_t)lead) && trail < 0x40)
		return (struct loud){place - 1, 2, (lead & 0x1F) << 6 | trail};
	if (byte < 0x80 && !scan_is_lead((uint8_t)lead))
		return (struct loud){place, 1, byte};
	return look_at_other(src, at, place, end);
}

/* The same where capitals are loud, too: one byte or two is a matter of luck then, so nothing branches on it. */
INLINE struct loud look_at_any(const uint8_t *src, size_t at, size_t place, const uint8_t *end)
{
	uint32_t byte = src[place], lead = src[place - (place > 0)];
	uint32_t behind_lead = scan_is_lead((uint8_t)lead), two = behind_lead & utf8_is_trail((uint8_t)byte);
	uint32_t pair = (lead & 0x1F) << 6 | (byte & 0x3F);
	if ((byte >> 7 | behind_lead) != two)
		return look_at_other(src, at, place, end);
	return (struct loud){place - two, 1 + two, byte ^ ((byte ^ pair) & (0 - two))};
}

/* Note the character in front of now.at as the last that stood alone, if it was copied or put out here. */
INLINE struct registers settle(struct machine *machine, struct registers now, bool copied)
{
	if (copied || now.alone_out) {
		machine->alone = utf8_previous(machine->start, now.at);
		machine->alone_out = (size_t)((copied ? now.out - (now.at - machine->alone) : now.alone_out) - machine->out.at);
	}
	now.alone_out = NULL;
	return now;
}

/*
 * A mark that cannot compose, behind a character of the quiet copy: what stands alone is that one, and
 * no other mark is there that this one had to precede.
 */
INLINE struct registers put_mark_behind_quiet(struct machine *machine, struct registers now, unsigned len)
{
	now = settle(machine, now, true);
	memcpy(now.out, now.at, len);
	now.out += len;
	now.at += len;
	return now;
}

/* Whether a character follows at `next` of which is known that it is no space, whatever is around it. */
INLINE bool is_inside(const struct letter_table *table, const uint8_t *next, const uint8_t *end)
{
	if (end - next < 2 || (next[0] >= 0x80 && !(scan_is_lead(next[0]) && utf8_is_trail(next[1]))))
		return false;
	uint32_t word = table->hot[next[0] < 0x80 ? next[0] : (next[0] & 0x1Fu) << 6 | (next[1] & 0x3Fu)];
	return !(word & HOT_SPECIAL) && (word & 0xFF) != SPACE_SP;
}

/* Whether what was put out last is a letter of Arabic script, or no more than one of its marks, digits and signs. */
INLINE bool is_behind_letter(const struct machine *machine, struct registers now)
{
	return now.out - machine->out.at >= 2 && (now.out[-2] & 0xFE) == 0xD8;
}

/*
 * Whether no rule step wakes for a trigger in ASCII, as the characters beside it tell: of most of them. `triggers` are those
 * of the table.
 */
INLINE bool is_quiet_beside(const struct machine *machine, struct registers now, uint32_t cp,
			    const struct letter_beside *triggers)
{
	const struct letter_table *table = &machine->profile->table;
	if (cp >= 0x80 || machine->end - now.at < 2 || now.out == machine->out.at)
		return false;
	enum beside before = table->kind_before[now.out[-1]], after = table->kind_after[now.at[1]];
	if (now.out[-1] >= 0x80 && now.out - machine->out.at > 1)
		before = beside_of_pair(now.out[-2], now.out[-1]);
	if (!(triggers[cp].pairs & beside_bit(before, after)))
		return true;
	if (after == BESIDE_SMALL && beside_is_edge(before))
		return !(triggers[cp].opens >> (now.at[1] - 'a') & 1);
	return after == BESIDE_SPACE && before == BESIDE_SMALL && !(triggers[cp].ends >> (now.out[-1] - 'a') & 1);
}

/* The step that settles a trigger which stands between two ASCII letters; else NULL. */
INLINE const struct step *step_between(const struct machine *machine, struct registers now, uint32_t cp, bool edits)
{
	const struct letter_table *table = &machine->profile->table;
	const struct step *step = cp < 0x80 && !machine->arabic ? table->between[edits][cp] : NULL;
	bool inside = step && machine->end - now.at > 1 && now.out > machine->out.at;
	return inside && beside_is_ascii_letter(table->kind_before[now.out[-1]]) &&
	       beside_is_ascii_letter(table->kind_after[now.at[1]]) ? step : NULL;
}

/* Put out what the step makes of the trigger: as machine_trigger() would, which asks settle(). There is room: see `growth`. */
INLINE struct registers put_between(struct machine *machine, struct registers now, const struct step *step)
{
	bool becomes = step->becomes_between(&machine->scope, (uint32_t)(now.at - machine->start));
	if (becomes && now.edit)
		now = note_edit(machine, now, machine->profile->table.between_extents[*now.at]);
	now.alone_out = now.out;
	now.out += utf8_encode(becomes ? step->between_cp : *now.at, now.out);
	now.at++;
	return now;
}

/* Whether a special character with this hot word is a trigger that is quiet where it stands. */
INLINE bool is_passed(const struct machine *machine, struct registers now, uint32_t word, struct loud loud,
		      const struct letter_beside *triggers)
{
	if (word & HOT_INSIDE && is_inside(&machine->profile->table, now.at + loud.len, machine->end))
		return true;
	if (word & HOT_BEHIND && is_behind_letter(machine, now))
		return true;
	if (!(word & HOT_RULE))
		return false;
	return is_quiet_beside(machine, now, loud.index, triggers) ||
	       (machine->thrice && machine_is_silent(machine, loud.index, now.at, loud.len, now.out));
}

/* Whether the letter that has just been put out is the last of oe or ae, or, the next one being an e, may be the first. */
INLINE bool has_digraph(const struct machine *machine, struct registers now)
{
	if (now.out == machine->out.at || now.out[-1] < 'A' || now.at == machine->end)
		return false;
	return machine_is_digraph(now.out[-1], *now.at) ||
	       (now.out - machine->out.at > 1 && machine_is_digraph(now.out[-2], now.out[-1]));
}

/* Whether `len` bytes can be deleted here: what is behind them is no space that may meet one in front. */
INLINE bool can_drop(const struct machine *machine, struct registers now, unsigned len)
{
	const uint8_t *next = now.at + len;
	return next == machine->end || *next > SPACE_SP;
}

/* A deleted character; `copied`: the one in front of it was. */
INLINE struct registers drop(struct machine *machine, struct registers now, bool copied, unsigned len, uint32_t extent)
{
	now = settle(machine, now, copied);
	if (now.edit)
		now = note_edit(machine, now, extent);
	now.at += len;
	return now;
}

/* A longer character that stands alone; nothing moves when it needs a closer look. */
INLINE struct registers put_long(const struct machine *machine, struct registers now, uint32_t entry, unsigned len)
{
	struct letter_record record = {now.at, len, 0};
	if (entry) {
		record = letter_record(&machine->profile->table, entry);
		if (now.edit)
			now = note_edit(machine, now, edit_extent(len, (uint32_t)record.len, record.set));
		copy_record(now.out, &record);
	} else if (len >= 3) {
		memcpy(now.out, now.at, 3);
		now.out[3] = now.at[len - 1]; /* a byte of it, or of the margin */
	} else {
		memcpy(now.out, now.at, len);
	}
	now.alone_out = now.out;
	now.out += record.len;
	now.at += len;
	return now;
}

/* Whether the output with `quiet` bytes and the character behind them may come to the third of three equal letters. */
INLINE bool is_near(const struct machine *machine, struct registers now, size_t quiet, size_t third)
{
	enum { LETTERS = 8 }; /* longer than those at the start of a replacement that may be the second and the third */
	return (size_t)(now.out - machine->out.at) + quiet + LETTERS > third;
}

/* Bytes that are no character, and those behind them that begin none; nothing moves when the profile does not allow that. */
INLINE struct registers put_invalid(struct machine *machine, struct registers now, bool copied, unsigned len, size_t third)
{
	const struct norm_profile *profile = machine->profile;
	if (machine_stops_at_invalid(machine))
		return now;
	bool drops = machine_drops_invalid(machine);
	if (drops && !can_drop(machine, now, len))
		return now;
	if (drops)
		return drop(machine, now, copied, len, edit_extent(len, 0, profile->invalid_set));
	const uint8_t *end = machine->window_end;
	do {
		if (now.edit)
			now = note_edit(machine, now, edit_extent(len, sizeof machine_replacement, profile->invalid_set));
		/* Not from its end: where it started cannot be told. */
		machine->alone = now.at;
		machine->alone_out = (size_t)(now.out - machine->out.at);
		memcpy(now.out, machine_replacement, sizeof machine_replacement);
		now.out += sizeof machine_replacement;
		now.at += len;
		len = 1;
	} while (now.at < end && utf8_begins_none(*now.at) && !is_near(machine, now, 0, third));
	now.alone_out = NULL;
	return now;
}

/* A character that has no hot word; nothing moves when it needs a closer look. */
INLINE struct registers put_other(struct machine *machine, struct registers now, bool copied, size_t third)
{
	const struct letter_table *table = &machine->profile->table;
	uint32_t cp;
	unsigned len = utf8_decode(now.at, machine->end, &cp);
	if (cp == UTF8_INVALID)
		return put_invalid(machine, now, copied, len, third);
	uint32_t entry = letter_entry(table, cp);
	if (!(entry & ~(ENTRY_RECORD | ENTRY_CHANGED)))
		return put_long(machine, now, entry, len);
	if ((entry & ~ENTRY_RECORD) == ENTRY_DROP && can_drop(machine, now, len))
		return drop(machine, now, copied, len, edit_extent(len, 0, letter_record(table, entry).set));
	return now;
}

/* Whether put_others() goes on with a character that begins with this byte; those of two bytes have hot words. */
INLINE bool goes_on(uint8_t byte)
{
	return byte >= 0xE0 || utf8_is_trail(byte);
}

/*
 * The character at now.at has no hot word: put out that and all of its kind behind it, up to one that needs a closer
 * look. `copied`: the character in front was.
 */
static void put_others(struct machine *machine, struct registers *memory, bool copied, size_t third)
{
	struct registers now = *memory;
	const uint8_t *before;
	do {
		before = now.at;
		now = put_other(machine, now, copied, third);
		copied = false;
		if (machine->digraphs && has_digraph(machine, now))
			break;
	} while (now.at > before && now.at < machine->window_end && goes_on(*now.at) &&
		 !is_near(machine, now, 0, third));
	*memory = now;
}

/*
 * The last of the places, from `place` to before `last`, that is in front of `at`: put_others() has come there, and
 * every byte that it passes has a place.
 */
INLINE const uint16_t *skip_places(const uint16_t *place, const uint16_t *last, const uint8_t *src, const uint8_t *at)
{
	ptrdiff_t bytes = at - src - *place;
	if (bytes <= 0)
		return place;
	return bytes < last - place ? place + bytes - 1 : last - 1;
}

/*
 * Leave the registers, which were read at `since`: for a special character, in front of which `quiet` bytes have been copied,
 * or for a letter put out that may be one of oe and ae. False where the machine has failed or gone back.
 */
static bool leave_registers(struct machine *machine, const struct checkpoint *since, const struct registers *memory,
			    bool special, size_t quiet)
{
	write_back(machine, *memory);
	if (special && quiet)
		machine->bulk_end = memory->at;
	if (machine->thrice && machine_go_back(machine, since))
		return false;
	if (special)
		machine_special(machine);
	else
		machine_catch_digraph(machine);
	return machine->status == NORM_OK;
}

/*
 * A trigger in front of which `quiet` bytes have been copied. It may be passed, changed, or become an island. `places` are to come.
 * False where the machine has failed.
 */
static bool visit_trigger(struct machine *machine, struct registers *memory, const struct loud *loud, size_t quiet,
			  size_t places)
{
	write_back(machine, *memory);
	if (quiet)
		machine->bulk_end = memory->at;
	machine_trigger(machine, loud->index, ENTRY_RULE, loud->len);
	if (machine->profile->space_rules)
		machine_catch_pair(machine);
	if (machine->status != NORM_OK || (machine->edits && !reserve_edits(machine, places)))
		return false;
	*memory = read_back(machine);
	return true;
}

/*
 * Visit the loud characters that the scanner has found, and put out what is quiet between them. This
 * is written once and compiled for each case, with and without edits, and up to three equal letters, the third of which
 * ends at `third` in the output.
 */
INLINE void visit_places(struct machine *machine, const uint8_t *src, size_t count, bool edits, size_t third)
{
	const struct letter_table *table = &machine->profile->table;
	const uint16_t *place = machine->window->places, *last = place + count;
	const uint8_t *copied = machine->window->copied, *end = machine->end;
	const bool digraphs = machine->digraphs, thrice = machine->thrice;
	const struct letter_beside *triggers = table->beside[edits][machine->arabic];
	struct checkpoint since = machine_checkpoint(machine);
	struct registers now = read_back(machine);
	for (; place < last; place++) {
		while ((size_t)(now.at - src) <= *place) {
			size_t at = (size_t)(now.at - src);
			struct loud loud = edits ? look_at_any(src, at, *place, end) : look_at_pair(src, at, *place, end);
			if (third != NO_THIRD && is_near(machine, now, loud.start - at, third)) {
				write_back(machine, now);
				return;
			}
			now = put_quiet(now, copied + at, loud.start - at);
			uint32_t word = table->hot[loud.index];
			bool special = false;
			if (!(word & HOT_SPECIAL)) {
				if (edits && word & HOT_CHANGED)
					now = note_edit(machine, now, table->hot_extents[loud.index]);
				now = put_hot(now, word, loud.len);
			} else if (is_passed(machine, now, word, loud, triggers)) {
				now = put_hot(now, word, loud.len);
			} else if (word & HOT_RULE && (!edits || loud.start > at) && step_between(machine, now, loud.index, edits)) {
				now = put_between(machine, now, table->between[edits][loud.index]);
			} else if (word & HOT_RULE && !thrice) {
				struct registers memory = now;
				if (!visit_trigger(machine, &memory, &loud, loud.start - at, (size_t)(last - place)))
					return;
				now = memory;
			} else if (word & HOT_MARK && loud.start > at) {
				now = put_mark_behind_quiet(machine, now, loud.len);
			} else if (word & HOT_DROP && can_drop(machine, now, loud.len)) {
				now = drop(machine, now, loud.start > at, loud.len, table->hot_extents[loud.index]);
			} else if (loud.index == LETTER_HOT) {
				const uint8_t *before = now.at;
				struct registers memory = now;
				put_others(machine, &memory, loud.start > at, third);
				now = memory;
				special = now.at == before;
				place = skip_places(place, last, src, now.at);
			} else {
				special = true;
			}
			if (!special && !(digraphs && has_digraph(machine, now)))
				continue;
			struct registers memory = now;
			if (!leave_registers(machine, &since, &memory, special, loud.start - at) ||
			    (edits && !reserve_edits(machine, (size_t)(last - place))))
				return;
			since = machine_checkpoint(machine);
			now = read_back(machine);
		}
	}
	write_back(machine, now);
	if (thrice)
		machine_go_back(machine, &since);
}

/* Visit the places, all or up to three equal letters; where some are found, the machine has gone back. */
static void visit_all(struct machine *machine, const uint8_t *src, size_t count)
{
	if (!machine->edits)
		visit_places(machine, src, count, false, NO_THIRD);
	else if (reserve_edits(machine, count))
		visit_places(machine, src, count, true, NO_THIRD);
}

static void visit_near(struct machine *machine, const uint8_t *src, size_t count, size_t third)
{
	if (machine->edits)
		visit_places(machine, src, count, true, third);
	else
		visit_places(machine, src, count, false, third);
}

void machine_places(struct machine *machine, const uint8_t *src, size_t count)
{
	do {
		machine->third = NO_THIRD;
		visit_all(machine, src, count);
		const size_t third = machine->third;
		if (third == NO_THIRD || machine->status != NORM_OK)
			return;
		visit_near(machine, src, count, third);
		machine_take_third(machine, third);
	} while (machine->status == NORM_OK);
}
