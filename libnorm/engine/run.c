/* SPDX-License-Identifier: MIT */
/* Over a block, from window to window. */
#include "engine/machine.h"
#include "text/paragraph.h"
#include "text/space.h"
#include "unicode/utf8.h"

/* The machine should not have to come back from farther. */
enum { FAR = 4 * WINDOW };

void machine_set_floor(struct machine *machine)
{
	machine->floor = machine->alone = machine->at;
	machine->floor_out = machine->alone_out = machine->out.len;
	machine->bulk_end = machine->settled = NULL;
	if (machine->edits)
		machine->floor_edits = edit_list_mark(machine->edits);
}

/*
 * The end of the window that starts at machine->at. Where damage was near, and where nothing else brings the machine to the start of a
 * paragraph, it is that of the last paragraph in it, so that the machine need not come back far. Ends of lines bring it there, mostly;
 * not other ends of paragraphs.
 */
static const uint8_t *find_window_end(const struct machine *machine, bool looks)
{
	const uint8_t *limit = looks && machine->looked_to < machine->end ? machine->looked_to : machine->end;
	size_t left = (size_t)(limit - machine->at);
	if (left <= machine->stride)
		return limit;
	bool far = machine->at - machine->floor > FAR;
	bool cuts = machine->alert && (!looks || machine->stride < WINDOW || far);
	size_t whole = cuts ? paragraph_last_start(machine->at, machine->stride) : 0;
	return machine->at + (whole ? whole : machine->stride);
}

static bool starts_paragraph(const struct machine *machine)
{
	return machine->at > machine->floor && paragraph_is_complete(machine->floor, (size_t)(machine->at - machine->floor));
}

void machine_begin(struct machine *machine, const uint8_t *block, size_t len, bool at_end)
{
	machine->start = machine->at = block;
	machine->end = block + len;
	machine->at_end = at_end;
	machine->looked_from = machine->looked_to = block;
	machine->stride = WINDOW;
	machine->calm_step = NULL;
	machine->calm_steps = 0;
	machine->trigger = UTF8_INVALID;
	machine->trigger_steps = 0;
	machine->cleared = NULL;
	machine->ends_to = block;
	machine->arabic = machine->thrice = false;
	machine->doubted = SCOPE_NOWHERE;
	machine->digraphs = machine->profile->digraph_rules & machine->profile->say[machine->edits != NULL][false];
	scope_begin(&machine->scope, block, len);
	if (machine->single)
		scope_know_part(&machine->scope, 0, (uint32_t)len);
	machine_set_floor(machine);
}

void machine_go_on(struct machine *machine)
{
	const uint64_t *say = machine->profile->say[machine->edits != NULL];
	bool looks = say[false] != say[true] || (machine->alert && machine->profile->arabic_repairs);
	while (machine->status == NORM_OK && !machine_suspects_passed(machine) && machine->at < machine->end) {
		while (looks && machine->looked_to <= machine->at)
			machine_look_for_arabic(machine);
		if (machine->alert && starts_paragraph(machine))
			machine_set_floor(machine);
		if (machine->edits)
			edit_list_pack(machine->edits, machine->floor_edits.len);
		machine->window_end = find_window_end(machine, looks);
		machine_reserve(machine);
		if (machine->status == NORM_OK)
			machine_run_window(machine);
		machine->stride = machine->stride < WINDOW ? 2 * machine->stride : WINDOW;
	}
	if (machine->status == NORM_OK && machine->at_end && machine->profile->space_rules &&
	    space_pair_wakes(machine_last(machine), SPACE_LF))
		machine_island(machine);
	if (machine->out.failed || machine->scope.failed || (machine->edits && machine->edits->failed))
		machine->status = NORM_E_NOMEM;
}

/* Run from machine->at to machine->end, and put right what is damaged there. */
static void run_part(struct machine *machine)
{
	if (machine->profile->gazetteer)
		machine_run_places(machine);
	machine_go_on(machine);
	while (machine->status == MACHINE_SUSPECTS) {
		machine_mend(machine);
		if (machine->status == NORM_OK && machine->at < machine->end)
			machine_go_on(machine);
	}
}

/* Where a stream has to cut a paragraph, the machine stops, too: nothing reaches over a cut, however the text comes. */
void machine_run_once(struct machine *machine, const uint8_t *block, size_t len, bool at_end)
{
	const uint8_t *end = block + len;
	machine->alert = machine->detects || machine->profile->repairs.len || machine->profile->gazetteer;
	machine_begin(machine, block, len, at_end);
	do {
		size_t left = (size_t)(end - machine->at);
		machine->end = machine->at + (machine->single ? left : machine_first_cut(machine->profile, machine->at, left));
		machine->at_end = at_end && machine->end == end;
		machine_set_floor(machine);
		run_part(machine);
	} while (machine->status == NORM_OK && machine->end < end);
}

norm_status machine_run(struct machine *machine, const uint8_t *block, size_t len, bool at_end)
{
	machine_begin_doubts(machine);
	machine_run_once(machine, block, len, at_end);
	if (machine->doubt_len && machine->status == NORM_OK)
		machine_run_again(machine, block, len, at_end);
	return machine->status;
}
