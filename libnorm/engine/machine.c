/* SPDX-License-Identifier: MIT */
#include "engine/machine.h"

#include <string.h>

#include "text/space.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

void machine_init(struct machine *machine, const struct norm_profile *profile, struct norm_edits *edits,
		  struct window *window)
{
	*machine = (struct machine){.profile = profile, .edits = edits, .window = window, .before = SPACE_LF};
	machine->items.log = edits != NULL;
}

void machine_release(struct machine *machine)
{
	buffer_release(&machine->out);
	items_release(&machine->items);
	sequence_release(&machine->sequence);
	cpbuf_release(&machine->characters);
}

void machine_reset(struct machine *machine)
{
	machine->out.len = 0;
	machine->out.failed = machine->items.failed = machine->characters.failed = false;
	machine->sequence.out.failed = machine->sequence.work.failed = false;
	machine->before = SPACE_LF;
	machine->status = NORM_OK;
}

void machine_reserve(struct machine *machine)
{
	size_t left = machine->window_end > machine->at ? (size_t)(machine->window_end - machine->at) : 0;
	if (!buffer_reserve(&machine->out, left * machine->profile->table.growth + SCAN_MARGIN))
		machine->status = NORM_E_NOMEM;
}

uint32_t machine_last(const struct machine *machine)
{
	const struct buffer *out = &machine->out;
	if (out->len == 0)
		return machine->before;
	uint32_t cp;
	utf8_decode(utf8_previous(out->at, out->at + out->len), out->at + out->len, &cp);
	return cp;
}

void machine_settle(struct machine *machine)
{
	if (machine->bulk_end != machine->at)
		return;
	machine->alone = utf8_previous(machine->start, machine->at);
	machine->alone_out = machine->out.len - (size_t)(machine->at - machine->alone);
	machine->bulk_end = NULL;
}

static void add_edit(struct machine *machine, size_t source_len, size_t output_len, uint32_t set)
{
	uint32_t source = (uint32_t)(machine->at - machine->start), output = (uint32_t)machine->out.len;
	edit_list_add(machine->edits, (struct edit_span){source, source + (uint32_t)source_len, output,
							 output + (uint32_t)output_len, set});
}

/* Append bytes for which machine_run() has reserved room. */
static void put(struct machine *machine, const uint8_t *bytes, size_t len)
{
	memcpy(machine->out.at + machine->out.len, bytes, len);
	machine->out.len += len;
}

/* A character that stands alone: quiet, or replaced by its record. */
static void put_alone(struct machine *machine, uint32_t entry, unsigned len)
{
	machine->alone = machine->at;
	machine->alone_out = machine->out.len;
	if (entry & ENTRY_CHANGED) {
		struct letter_record record = letter_record(&machine->profile->table, entry);
		if (machine->edits)
			add_edit(machine, len, record.len, record.set);
		put(machine, record.bytes, record.len);
	} else {
		put(machine, machine->at, len);
	}
	machine->at += len;
}

static void drop(struct machine *machine, unsigned len, uint32_t set)
{
	machine_settle(machine);
	if (machine->edits)
		add_edit(machine, len, 0, set);
	machine->at += len;
}

/* A mark that cannot compose is quiet, unless it has to move in front of the one before it. */
static void put_mark(struct machine *machine, uint32_t cp, unsigned len)
{
	if (unicode_ccc(machine_last(machine)) > unicode_ccc(cp)) {
		machine_island(machine);
		return;
	}
	machine_settle(machine);
	put(machine, machine->at, len);
	machine->at += len;
}

/* What a character of class ENTRY_SPACE is put out as. */
static uint32_t space_output(const struct machine *machine, uint32_t cp, uint32_t entry)
{
	if (!(entry & ENTRY_CHANGED))
		return cp;
	struct letter_record record = letter_record(&machine->profile->table, entry);
	utf8_decode(record.bytes, record.bytes + record.len, &cp);
	return cp;
}

/* Bytes that are no character. */
static void put_invalid(struct machine *machine, unsigned len)
{
	static const uint8_t replacement[] = {0xEF, 0xBF, 0xBD};
	const struct norm_profile *profile = machine->profile;
	if (profile->invalid == INVALID_STRICT) {
		machine->status = NORM_E_ENCODING;
		machine->error_at = (size_t)(machine->at - machine->start);
		return;
	}
	if (profile->invalid == INVALID_DROP || letter_entry(&profile->table, 0xFFFD) & ENTRY_DROP) {
		drop(machine, len, profile->invalid_set);
		return;
	}
	if (machine->edits)
		add_edit(machine, len, sizeof replacement, profile->invalid_set);
	machine->alone = machine->at;
	machine->alone_out = machine->out.len;
	put(machine, replacement, sizeof replacement);
	machine->at += len;
}

/* The character at machine->at, which the hot words do not settle. */
static void put_special(struct machine *machine)
{
	uint32_t cp;
	unsigned len = utf8_decode(machine->at, machine->end, &cp);
	if (cp == UTF8_INVALID) {
		put_invalid(machine, len);
		return;
	}
	const struct letter_table *table = &machine->profile->table;
	uint32_t entry = letter_entry(table, cp);
	if (entry & ENTRY_JOIN)
		machine_island(machine);
	else if (entry & ENTRY_MARK)
		put_mark(machine, cp, len);
	else if (entry & ENTRY_DROP)
		drop(machine, len, letter_record(table, entry).set);
	else if (entry & ENTRY_SPACE && space_pair_wakes(machine_last(machine), space_output(machine, cp, entry)))
		machine_island(machine);
	else
		put_alone(machine, entry, len);
}

/* For the scanner: the last byte put out, where every inline space counts as SPACE. */
static uint8_t scan_before(const struct machine *machine)
{
	if (!machine->profile->spaces)
		return 0;
	uint32_t last = machine_last(machine);
	return space_is_inline(last) ? SPACE_SP : space_is_line_end(last) ? SPACE_LF : 0;
}

/*
 * The scanner sees pairs of spaces in the source. Where something special was put out, the last
 * character and a space behind it may be a pair that it does not see.
 */
static void catch_pair(struct machine *machine)
{
	while (machine->status == NORM_OK && machine->at < machine->end && machine->at[0] <= SPACE_SP &&
	       space_pair_wakes(machine_last(machine), machine->at[0]))
		machine_island(machine);
}

void machine_special(struct machine *machine)
{
	put_special(machine);
	if (machine->profile->spaces)
		catch_pair(machine);
}

/* What is left of the window holds loud characters: find them all, then go from one to the next. */
static void run_loud_window(struct machine *machine, const struct scan_set *quiet)
{
	machine_settle(machine);
	const uint8_t *src = machine->at;
	struct window *window = machine->window;
	size_t count = machine->profile->table.scan_find(quiet, src, (size_t)(machine->window_end - src),
							 scan_before(machine), window->copied, window->places);
	machine_places(machine, src, count);
	if (machine->status != NORM_OK || machine->at >= machine->window_end)
		return;
	size_t left = (size_t)(machine->window_end - machine->at);
	put(machine, window->copied + (machine->at - src), left);
	machine->at += left;
	machine->bulk_end = machine->at;
}

static void run_window(struct machine *machine)
{
	const struct letter_table *table = &machine->profile->table;
	const struct scan_set *quiet = machine->edits ? &table->quiet_exact : &table->quiet;
	size_t n = table->scan_copy(quiet, machine->at, machine->window_end, scan_before(machine),
				    machine->out.at + machine->out.len);
	machine->at += n;
	machine->out.len += n;
	if (n)
		machine->bulk_end = machine->at;
	if (machine->at < machine->window_end)
		run_loud_window(machine, quiet);
}

norm_status machine_run(struct machine *machine, const uint8_t *block, size_t len, bool at_end)
{
	machine->start = machine->at = machine->alone = block;
	machine->end = block + len;
	machine->at_end = at_end;
	machine->alone_out = machine->out.len;
	machine->bulk_end = NULL;
	while (machine->at < machine->end && machine->status == NORM_OK) {
		size_t left = (size_t)(machine->end - machine->at);
		machine->window_end = machine->at + (left < WINDOW ? left : WINDOW);
		machine_reserve(machine);
		if (machine->status == NORM_OK)
			run_window(machine);
	}
	if (machine->status == NORM_OK && at_end && machine->profile->spaces &&
	    space_pair_wakes(machine_last(machine), SPACE_LF))
		machine_island(machine);
	if (machine->out.failed || (machine->edits && machine->edits->failed))
		machine->status = NORM_E_NOMEM;
	return machine->status;
}

/* Whether a character stands alone whatever is around it. */
static bool stands_alone(const struct norm_profile *profile, uint32_t cp)
{
	const uint32_t company = ENTRY_JOIN | ENTRY_MARK | ENTRY_DROP | ENTRY_SPACE;
	return cp != UTF8_INVALID && !(letter_entry(&profile->table, cp) & company);
}

size_t machine_cut(const struct norm_profile *profile, const uint8_t *block, size_t len)
{
	const uint8_t *end = block + len - utf8_incomplete_tail(block, len);
	for (const uint8_t *at = end; at > block;) {
		const uint8_t *right = at;
		uint32_t cp;
		at = utf8_previous(block, right);
		unsigned used = utf8_decode(at, right, &cp);
		if (at > block && used == (size_t)(right - at) && stands_alone(profile, cp))
			return (size_t)(at - block);
	}
	return (size_t)(end - block);
}
