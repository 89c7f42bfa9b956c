/* SPDX-License-Identifier: MIT */
/*
 * Three equal Arabic letters in a row, which wake rule steps wherever a profile looks for them. They are rare. So what the
 * fast path puts out is looked at afterwards, all at once; where it may hold three, the machine goes back and puts that out
 * anew, from near there on character by character.
 */
#include <string.h>

#include "engine/machine.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

/*
 * A quick answer to whether machine_catch_thrice() may find something: the output ends with a letter, of two bytes as those of
 * Arabic are, that has an equal one in front of it or, perhaps, behind it.
 */
static bool may_be_thrice(const struct machine *machine)
{
	const uint8_t *out = machine->out.at + machine->out.len, *at = machine->at;
	if (machine->out.len < 4 || machine->end - at < 2)
		return true;
	if ((out[-2] & 0xFC) != 0xD8 || at[0] < 0x80)
		return (out[-2] & 0xFC) == 0xD8 && !memcmp(out - 4, out - 2, 2);
	bool pair = at[0] >= 0xC2 && at[0] < 0xE0 && utf8_is_trail(at[1]);
	uint32_t next = pair ? machine->profile->table.hot[(at[0] & 0x1F) << 6 | (at[1] & 0x3F)] : HOT_SPECIAL;
	bool other = !(next & HOT_SPECIAL) && (next & 0xFFFF) != (out[-2] | (uint32_t)out[-1] << 8);
	return !other || !memcmp(out - 4, out - 2, 2);
}

/* How many of the next two characters, as they will be put out, are `cp`. */
static unsigned count_next(const struct machine *machine, uint32_t cp)
{
	const uint8_t *at = machine->at;
	unsigned count = 0;
	while (count < 2 && at < machine->end && machine_peek(machine, at) == cp) {
		uint32_t unused;
		at += utf8_decode(at, machine->end, &unused);
		count++;
	}
	return count;
}

void machine_step_back_over(struct machine *machine, uint32_t letter, size_t count)
{
	machine_settle(machine);
	while (count > 0 && machine->alone > machine->floor) {
		size_t out = machine->alone_out;
		bool behind = machine_last_at(machine, machine->out.at + out) == letter;
		/* What is deleted between them leaves nothing in the output. */
		if (!behind || !machine_step_back(machine))
			return;
		count -= machine->alone_out < out;
	}
}

void machine_catch_thrice(struct machine *machine)
{
	if (!may_be_thrice(machine))
		return;
	/* What the first island has left as it is need not be looked at again, only what follows it. */
	for (bool again = false; machine->status == NORM_OK; again = true) {
		uint32_t tail[3];
		size_t len = machine_tail(machine, tail, COUNT_OF(tail)), before = 1;
		while (before < len && tail[before] == tail[0])
			before++;
		unsigned next = count_next(machine, tail[0]);
		if (unicode_script(tail[0]) != UNICODE_SCRIPT_ARABIC || before + next < 3 || (again && next == 0))
			return;
		machine_step_back_over(machine, tail[0], before - 1);
		machine->woken = true;
		machine_island(machine);
		if (machine->profile->space_rules)
			machine_catch_pair(machine);
	}
}

bool machine_hides_thrice(const struct machine *machine, uint32_t entry)
{
	if (!(entry & ENTRY_CHANGED))
		return false;
	struct letter_record record = letter_record(&machine->profile->table, entry);
	uint32_t first = letter_output(&machine->profile->table, 0, entry);
	return record.len > utf8_length(first) && first == machine_last(machine);
}

enum { PAIR = 4 }; /* two Arabic letters have so many bytes */

struct checkpoint machine_checkpoint(const struct machine *machine)
{
	return (struct checkpoint){
		.at = machine->at,
		.alone = machine->alone,
		.alone_out = machine->alone_out,
		.out_len = machine->out.len,
		.edits = machine->edits ? edit_list_mark(machine->edits) : (struct edit_mark){0},
	};
}

/*
 * The last byte of the third, where fewer than two letters of the block had been put out: the block before may have ended with
 * the first.
 */
static size_t find_first_third(const struct machine *machine, const struct checkpoint *since)
{
	const uint8_t *out = machine->out.at;
	uint32_t before2 = machine->before2, before = machine->before, cp;
	for (size_t at = 0; at < machine->out.len && at < PAIR; before2 = before, before = cp) {
		at += utf8_decode(out + at, out + machine->out.len, &cp);
		if (cp == before && cp == before2 && at > since->out_len && unicode_script(cp) == UNICODE_SCRIPT_ARABIC)
			return at - 1;
	}
	return NO_THIRD;
}

/* Where the third ends in the output since, with two that may have been put out before; NO_THIRD if there are none. */
static size_t find_third(const struct machine *machine, const struct checkpoint *since)
{
	if (machine->out.len == since->out_len)
		return NO_THIRD; /* else who has nothing left to visit would go back for ever */
	size_t first = since->out_len < PAIR ? find_first_third(machine, since) : NO_THIRD;
	if (first != NO_THIRD)
		return first;
	size_t from = since->out_len < PAIR ? 0 : since->out_len - PAIR, len = machine->out.len - from;
	size_t third = machine->profile->table.scan_thrice(machine->out.at + from, len);
	return third < len ? from + third : NO_THIRD;
}

bool machine_go_back(struct machine *machine, const struct checkpoint *to)
{
	machine->third = find_third(machine, to);
	if (machine->third == NO_THIRD)
		return false;
	machine->at = to->at;
	machine->alone = to->alone;
	machine->alone_out = to->alone_out;
	machine->bulk_end = NULL;
	machine->out.len = to->out_len;
	machine_cut_doubts(machine);
	if (machine->edits)
		edit_list_rewind(machine->edits, to->edits);
	return true;
}

void machine_take_third(struct machine *machine, size_t third)
{
	while (machine->at < machine->window_end && machine->out.len <= third && machine->status == NORM_OK)
		machine_special(machine);
}
