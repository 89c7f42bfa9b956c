/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* memrchr */
#include "engine/machine.h"
#include "engine/see.h"

#include <stdlib.h>
#include <string.h>

#include "text/space.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

static size_t cut_part(const void *profile, const uint8_t *at, size_t len)
{
	return machine_cut_piece(profile, at, len, &(struct weighed){0});
}

void machine_init(struct machine *machine, const struct norm_profile *profile, struct norm_edits *edits,
		  struct window *window)
{
	*machine = (struct machine){.profile = profile, .edits = edits, .window = window};
	scope_init(&machine->scope, engine_see, cut_part, profile);
	machine->scope.is_broken = engine_is_broken;
	machine->items.log = edits != NULL;
	machine->detects = profile->detects;
	machine_reset(machine);
}

void machine_release(struct machine *machine)
{
	buffer_release(&machine->out);
	items_release(&machine->items);
	sequence_release(&machine->sequence);
	cpbuf_release(&machine->characters);
	scope_release(&machine->scope);
	mending_free(machine->mending);
	free(machine->doubts);
}

void machine_reset(struct machine *machine)
{
	machine->out.len = 0;
	machine->out.failed = machine->items.failed = machine->characters.failed = false;
	machine->sequence.out.failed = machine->sequence.work.failed = false;
	machine->before = machine->before2 = SPACE_LF;
	machine->woken = machine->goes_on = false;
	machine->status = NORM_OK;
	mending_reset(machine->mending);
}

void machine_reserve_more(struct machine *machine, size_t room)
{
	if (!buffer_reserve(&machine->out, room))
		machine->status = NORM_E_NOMEM;
}

/* The last character of the output in front of `end`, and where it starts; nearly all have one byte or two. */
static inline uint32_t last_of_output(const struct machine *machine, const uint8_t *end, const uint8_t **ret_start)
{
	uint32_t cp = end[-1];
	*ret_start = end - 1;
	if (cp < 0x80)
		return cp;
	*ret_start = utf8_previous(machine->out.at, end);
	utf8_decode(*ret_start, end, &cp);
	return cp;
}

uint32_t machine_last_long(const struct machine *machine, const uint8_t *end)
{
	const uint8_t *unused;
	return end > machine->out.at ? last_of_output(machine, end, &unused) : machine->before;
}

uint32_t machine_last(const struct machine *machine)
{
	return machine->out.len ? machine_last_at(machine, machine->out.at + machine->out.len) : machine->before;
}

size_t machine_tail_at(const struct machine *machine, const uint8_t *end, uint32_t *ret, size_t count)
{
	size_t found = 0;
	for (; found < count && end > machine->out.at; found++)
		ret[found] = last_of_output(machine, end, &end);
	const uint32_t before[] = {machine->before, machine->before2};
	for (size_t i = 0; found < count && i < COUNT_OF(before); i++)
		ret[found++] = before[i];
	return found;
}

size_t machine_tail(const struct machine *machine, uint32_t *ret, size_t count)
{
	const struct buffer *out = &machine->out;
	return machine_tail_at(machine, out->len ? out->at + out->len : out->at, ret, count);
}

void machine_settle(struct machine *machine)
{
	if (machine->bulk_end != machine->at)
		return;
	machine->alone = utf8_previous(machine->start, machine->at);
	machine->alone_out = machine->out.len - (size_t)(machine->at - machine->alone);
	machine->bulk_end = NULL;
}

bool machine_step_back(struct machine *machine)
{
	const struct norm_profile *profile = machine->profile;
	if (machine->alone == machine->floor)
		return false;
	const uint8_t *before = utf8_previous(machine->start, machine->alone);
	if (before == machine->settled) {
		machine->alone = before;
		machine->alone_out = machine->settled_out;
		return true;
	}
	uint32_t cp;
	bool whole = before + utf8_decode(before, machine->end, &cp) == machine->alone, invalid = !whole || cp == UTF8_INVALID;
	if (!whole) /* a byte that continues no character */
		before = machine->alone - 1;
	uint32_t entry = invalid ? machine_invalid_entry(machine) : letter_entry(&profile->table, cp);
	if (entry & (ENTRY_JOIN | ENTRY_MARK))
		return false;
	struct letter_record record = {before, utf8_length(cp), 0};
	if (invalid)
		record = (struct letter_record){utf8_replacement, sizeof utf8_replacement, 0};
	if (entry & (ENTRY_CHANGED | ENTRY_DROP))
		record = letter_record(&profile->table, entry);
	size_t len = entry & ENTRY_DROP ? 0 : record.len;
	/* A step may have put out something else for it, or nothing: then what is the same came of a character in front of the floor. */
	if (machine->alone_out < machine->floor_out + len || memcmp(machine->out.at + machine->alone_out - len, record.bytes, len) != 0)
		return false;
	machine->alone = before;
	machine->alone_out -= len;
	return true;
}

void machine_add_edit(struct machine *machine, uint32_t start, uint32_t end, size_t output_start, uint32_t set)
{
	uint32_t output_end = (uint32_t)machine->out.len;
	edit_list_add(machine->edits, (struct edit_span){start, end, (uint32_t)output_start, output_end, set});
}

/* The `len` bytes at machine->at are what has been put out from `output_start` on. */
static void add_edit(struct machine *machine, unsigned len, size_t output_start, uint32_t set)
{
	uint32_t start = (uint32_t)(machine->at - machine->start);
	if (machine->edits)
		machine_add_edit(machine, start, start + len, output_start, set);
}

/* Append bytes for which machine_run() has reserved room. */
static void put(struct machine *machine, const uint8_t *bytes, size_t len)
{
	memcpy(machine->out.at + machine->out.len, bytes, len);
	machine->out.len += len;
}

void machine_put_alone(struct machine *machine, uint32_t entry, unsigned len)
{
	machine->alone = machine->at;
	machine->alone_out = machine->out.len;
	if (entry & ENTRY_CHANGED) {
		struct letter_record record = letter_record(&machine->profile->table, entry);
		put(machine, record.bytes, record.len);
		add_edit(machine, len, machine->alone_out, record.set);
	} else {
		put(machine, machine->at, len);
	}
	machine->at += len;
}

static void drop(struct machine *machine, unsigned len, uint32_t set)
{
	machine_settle(machine);
	add_edit(machine, len, machine->out.len, set);
	machine->at += len;
}

uint32_t machine_peek_long(const struct machine *machine, const uint8_t *at)
{
	const struct letter_table *table = &machine->profile->table;
	uint32_t cp;
	if (at == machine->end)
		return machine->at_end ? SPACE_LF : 0;
	utf8_decode(at, machine->end, &cp);
	bool invalid = cp == UTF8_INVALID;
	uint32_t entry = invalid ? machine_invalid_entry(machine) : letter_entry(table, cp);
	cp = invalid ? 0xFFFD : cp;
	/* What nobody sees may be deleted by the rule step of which it is a trigger. */
	bool unsure = entry & (ENTRY_DROP | ENTRY_JOIN | ENTRY_MARK) || (entry & ENTRY_RULE && unicode_is_ignorable(cp));
	return unsure ? 0 : letter_output(table, cp, entry);
}

/* A mark that cannot compose is quiet, unless it has to move in front of the one before it or wakes a rule. */
static void put_mark(struct machine *machine, uint32_t cp, uint32_t entry, unsigned len)
{
	bool moves = unicode_ccc(machine_last(machine)) > unicode_ccc(cp);
	if (moves && (machine_move_mark(machine, cp, len) || machine_join(machine)))
		return;
	if (moves || (entry & ENTRY_RULE && machine_wakes_rule(machine, cp, entry, len))) {
		machine_island(machine);
		return;
	}
	machine_settle(machine);
	put(machine, machine->at, len);
	machine->at += len;
}

void machine_stop(struct machine *machine, const uint8_t *at)
{
	if (machine_suspects(machine, at, UTF8_INVALID))
		return;
	machine->status = NORM_E_ENCODING;
	machine->error_at = (size_t)(at - machine->start);
}

/* Bytes that are no character. */
static void put_invalid(struct machine *machine, unsigned len)
{
	const struct norm_profile *profile = machine->profile;
	if (machine_stops_at_invalid(machine)) {
		machine_stop(machine, machine->at);
		return;
	}
	if (machine_drops_invalid(machine)) {
		drop(machine, len, profile->invalid_set);
		return;
	}
	machine->alone = machine->at;
	machine->alone_out = machine->out.len;
	put(machine, utf8_replacement, sizeof utf8_replacement);
	add_edit(machine, len, machine->alone_out, profile->invalid_set);
	machine->at += len;
}

/* The character at machine->at and the one in front of it wake the space rules. */
static void take_pair(struct machine *machine)
{
	if (!machine_blanks(machine))
		machine_island(machine);
}

/* Whether the space in front of `next`, which is no frequent one, is the first of several, as it looks. */
static bool begins_blanks(const struct machine *machine, const uint8_t *next)
{
	return machine->profile->space_rules && next < machine->end && space_is_open(machine_peek(machine, next));
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
	if (entry & ENTRY_SUSPECT && machine_suspects(machine, machine->at, cp))
		return;
	if (entry & ENTRY_SPACE && len > 2 && begins_blanks(machine, machine->at + len) && machine_blanks(machine))
		return;
	if (entry & ENTRY_JOIN && machine_join(machine))
		return;
	if (entry & ENTRY_JOIN)
		machine_island(machine);
	else if (entry & ENTRY_MARK)
		put_mark(machine, cp, entry, len);
	else if (entry & ENTRY_DROP)
		drop(machine, len, letter_record(table, entry).set);
	else if (entry & ENTRY_SPACE && machine->profile->space_rules &&
		 space_pair_wakes(machine_last(machine), letter_output(table, cp, entry)))
		take_pair(machine);
	else if (machine->thrice && machine_hides_thrice(machine, entry))
		machine_island(machine);
	else if (entry & ENTRY_RULE)
		machine_trigger(machine, cp, entry, len);
	else
		machine_put_alone(machine, entry, len);
}

/* For the scanner: the last byte put out, where every inline space counts as SPACE. */
static uint8_t scan_before(const struct machine *machine)
{
	if (!machine->profile->space_rules && !machine->digraphs)
		return 0;
	uint32_t last = machine_last(machine);
	if (space_is_inline(last))
		return SPACE_SP;
	return space_is_line_end(last) ? SPACE_LF : last < 0x80 ? (uint8_t)last : 0;
}

void machine_catch_open_pair(struct machine *machine)
{
	while (machine->at < machine->end && machine->at[0] <= SPACE_SP && space_is_open(machine->at[0]) &&
	       space_pair_wakes(machine_last(machine), machine->at[0]) && machine->status == NORM_OK)
		take_pair(machine);
}

void machine_catch_digraph(struct machine *machine)
{
	uint32_t tail[2];
	machine_tail(machine, tail, COUNT_OF(tail));
	bool whole = machine->out.len >= 2 && machine_is_digraph(tail[1], tail[0]);
	if (!whole && !machine_is_digraph(tail[0], machine_peek(machine, machine->at)))
		return;
	machine_settle(machine);
	size_t start = machine->out.len - 2;
	while (whole && machine->alone_out > start && machine_step_back(machine))
		;
	machine->woken = true;
	machine_island(machine);
}

/* A quick answer to whether machine_catch_digraph() may find something: the output ends with one of the letters. */
static bool may_be_digraph(const struct machine *machine)
{
	if (machine->out.len == 0)
		return true;
	uint8_t last = machine->out.at[machine->out.len - 1] | 0x20;
	return last == 'o' || last == 'a' || last == 'e';
}

void machine_special(struct machine *machine)
{
	put_special(machine);
	if (machine->profile->space_rules)
		machine_catch_pair(machine);
	if (machine->thrice)
		machine_catch_thrice(machine);
	if (machine->digraphs && machine->status == NORM_OK && may_be_digraph(machine))
		machine_catch_digraph(machine);
}

/* What is left of the window holds loud characters: find them all, then go from one to the next. */
static void run_loud_window(struct machine *machine)
{
	machine_settle(machine);
	const struct letter_table *table = &machine->profile->table;
	const uint8_t *src = machine->at;
	struct window *window = machine->window;
	bool lines = machine_looks_at_lines(machine);
	struct scan_found found = table->scan_find(&table->found[machine->alert][machine->edits != NULL][machine->arabic], src,
						   (size_t)(machine->window_end - src), scan_before(machine), window->copied,
						   window->places, window->folded, lines ? window->feeds : NULL);
	if (lines && machine_suspects_ends(machine, found.feeds))
		return;
	window->folded[found.folded] = UINT16_MAX;
	window->folded_len = found.folded;
	window->next_folded = window->folded;
	machine_places(machine, src, found.places);
}

static const uint8_t *line_end(const uint8_t *at, const uint8_t *end)
{
	const uint8_t *feed = memchr(at, SPACE_LF, (size_t)(end - at));
	return feed ? feed + 1 : end;
}

/*
 * The end of the last line of those from `at` on in which no stretch of some length is without Arabic script; where the first
 * line is too long, the end of what has been looked at of it.
 */
static const uint8_t *arabic_lines_end(const uint8_t *at, const uint8_t *end)
{
	enum { STRETCH = 256, STRETCHES = 4 * WINDOW / STRETCH };
	const uint8_t *start = at;
	for (int i = 0; i < STRETCHES && end - at >= STRETCH && scan_may_be_arabic(at, STRETCH); i++)
		at += STRETCH;
	const uint8_t *feed = memrchr(start, SPACE_LF, (size_t)(at - start));
	return feed ? feed + 1 : at;
}

/* The end of the last line that ends in the next few, if there is no Arabic script in all of them; else `at`. */
static const uint8_t *brief_lines_end(const uint8_t *at, const uint8_t *end)
{
	enum { STRETCH = 256 };
	bool none = end - at >= STRETCH && !scan_may_be_arabic(at, STRETCH);
	const uint8_t *feed = none ? memrchr(at, SPACE_LF, STRETCH) : NULL;
	return feed ? feed + 1 : at;
}

void machine_look_for_arabic(struct machine *machine)
{
	enum { BRIEF = 64 };
	const uint8_t *start = machine->looked_to, *end = arabic_lines_end(start, machine->end);
	bool inside = start > machine->start && start[-1] != SPACE_LF; /* of a line that holds Arabic script */
	bool arabic = inside || end > start;
	if (end == start) {
		end = line_end(start, machine->end);
		arabic |= scan_may_be_arabic(start, (size_t)(end - start));
	}
	while (!arabic && end < machine->end && end - start < WINDOW) {
		const uint8_t *next = line_end(end, machine->end);
		if (scan_may_be_arabic(end, (size_t)(next - end)))
			break;
		end = next - end < BRIEF ? brief_lines_end(next, machine->end) : next;
	}
	machine->arabic = arabic;
	machine->thrice = arabic && machine->profile->thrice_rules & machine_say(machine);
	machine->looked_from = start;
	machine->looked_to = end;
}

void machine_run_window(struct machine *machine)
{
	const struct letter_table *table = &machine->profile->table;
	/* Where lines are looked at, the scanner finds their ends in all of the window. */
	if (!machine->thrice && !machine_looks_at_lines(machine)) {
		size_t n = table->scan_copy(&table->quiet[machine->alert][machine->edits != NULL][machine->arabic], machine->at, machine->window_end, scan_before(machine),
					    machine->out.at + machine->out.len);
		machine->at += n;
		machine->out.len += n;
		if (n)
			machine->bulk_end = machine->at;
	}
	if (machine->at < machine->window_end && machine->status == NORM_OK)
		run_loud_window(machine);
}
