/* SPDX-License-Identifier: MIT */
/* For places.c only: the state of the machine in registers, the characters that its innermost loop stops at, and how they are put out. */
#ifndef ENGINE_REGISTERS_H
#define ENGINE_REGISTERS_H

#include <string.h>

#include "engine/machine.h"
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
	const uint16_t *folded;   /* with edits: the first place of what the scanner has folded that has not been passed */
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
	if (now.edit) {
		machine->edits->len = (size_t)(now.edit - machine->edits->at);
		machine->window->next_folded = now.folded;
	}
}

INLINE struct registers read_back(const struct machine *machine)
{
	const struct norm_edits *edits = machine->edits;
	return (struct registers){
		.at = machine->at,
		.out = machine->out.at + machine->out.len,
		.edit = edits ? edits->at + edits->len : NULL,
		.folded = edits ? machine->window->next_folded : NULL,
	};
}

enum { QUIET_SHORT = 64 };

/* Put out quiet text of which the scanner has made a copy; it may write up to the margin behind it. */
INLINE struct registers put_quiet(struct registers now, const uint8_t *copied, size_t len)
{
	memcpy(now.out, copied, QUIET_SHORT);
	if (len > QUIET_SHORT)
		memcpy(now.out + QUIET_SHORT, copied + QUIET_SHORT, len - QUIET_SHORT);
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

/* With edits: note what the scanner has folded of the `len` bytes at now.at, which are quiet, before they are put out. */
INLINE struct registers note_folded(const struct machine *machine, struct registers now, const uint8_t *src, size_t len)
{
	const struct letter_table *table = &machine->profile->table;
	size_t at = (size_t)(now.at - src), to = at + len;
	for (; *now.folded < to; now.folded++) {
		uint32_t place = *now.folded, byte = src[place], two = byte >> 7, moved = place - two - (uint32_t)at;
		uint32_t pair = (src[place - two] & 0x1Fu) << 6 | (byte & 0x3F);
		if (place < at) /* something else has put it out */
			continue;
		uint32_t source = (uint32_t)(now.at - machine->start) + moved, output = (uint32_t)(now.out - machine->out.at) + moved;
		*now.edit++ = (struct edit_record){source, output, table->hot_extents[byte ^ ((byte ^ pair) & (0 - two))]};
	}
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

/* A longer character that stands alone; nothing moves when it needs a closer look. */
INLINE struct registers put_long(const struct machine *machine, struct registers now, uint32_t entry, unsigned len)
{
	struct letter_record record = {now.at, len, 0};
	if (entry) {
		record = letter_record(&machine->profile->table, entry);
		if (now.edit)
			now = note_edit(machine, now, edit_extent(len, (uint32_t)record.len, record.set));
		letter_copy_record(now.out, &record);
	} else if (len >= 3) {
		utf8_copy_long(now.out, now.at, len);
	} else {
		memcpy(now.out, now.at, len);
	}
	now.alone_out = now.out;
	now.out += record.len;
	now.at += len;
	return now;
}

/* U+FFFD for `len` bytes that are no character. */
INLINE struct registers put_replacement(const struct machine *machine, struct registers now, unsigned len)
{
	if (now.edit)
		now = note_edit(machine, now, edit_extent(len, sizeof utf8_replacement, machine->profile->invalid_set));
	memcpy(now.out, utf8_replacement, sizeof utf8_replacement);
	now.out += sizeof utf8_replacement;
	now.at += len;
	return now;
}

/* A loud character: where it starts in the window, its length and index among the hot words, if it is one of them. */
struct loud {
	size_t start;
	uint32_t len;
	uint32_t index; /* else LETTER_HOT */
};

/* What is not ASCII and no pair that the scanner knows: it finds the lead of other pairs, or what a lead misses. */
static inline struct loud look_at_other(const uint8_t *src, size_t at, size_t place, const uint8_t *end)
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
INLINE struct loud look_at(const uint8_t *src, size_t at, size_t place, const uint8_t *end)
{
	uint32_t byte = src[place], lead = src[place - (place > 0)], trail = byte ^ 0x80;
	if (scan_is_lead((uint8_t)lead) && trail < 0x40)
		return (struct loud){place - 1, 2, (lead & 0x1F) << 6 | trail};
	if (byte < 0x80 && !scan_is_lead((uint8_t)lead))
		return (struct loud){place, 1, byte};
	return look_at_other(src, at, place, end);
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

#endif
