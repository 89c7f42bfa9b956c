/* SPDX-License-Identifier: MIT */
/*
 * The short way of the machine for spaces in a row: what an island would make of a run of them in which no other rule step has
 * a say, without items. Where anything is out of the ordinary, nothing happens, and the island is for the caller.
 */
#include "engine/machine.h"
#include "text/character.h"
#include "text/space.h"
#include "text/steps.h"
#include "unicode/utf8.h"

enum {
	BLANKS_MAX = 4096, /* a longer run may meet limits of the slow path */
	BLANKS_KNOWN = 32, /* so many are looked at only once: which comes next nothing foresees */
};

/* A character of the source, and what it is put out as. */
struct blank {
	uint32_t cp, entry;
	unsigned len;
};

/* The rules of an edit: of a letter step, if one has changed the space, and of the step that deletes it. */
struct blank_rules {
	bool known;
	const struct active_step *deleter;
	unsigned letter_set;
	uint32_t set; /* the index of both */
};

/* With edits: what is known of the spaces of a run. */
struct blank_notes {
	struct blank first[BLANKS_KNOWN];
	size_t len;                 /* of `first` */
	struct blank_rules last[2]; /* of the last edits of spaces that are put out as they are, and as others */
};

/* The spaces from `start` on, which may have been put out from `out` on, and the end of line behind them, if there is one. */
struct blank_run {
	const uint8_t *start, *spaces_end, *end;
	size_t out;
	size_t keeper;           /* the space that spaces.runs keeps … */
	uint32_t kept;           /* … and what it is put out as */
	bool behind;             /* the character in front of it is part of what an island would see */
	bool at_start, at_end;   /* of a line */
	const struct active_step *runs, *leading, *trailing; /* those that are on */
	struct blank_notes *notes; /* NULL without edits */
};

static inline __attribute__((always_inline)) struct blank look(const struct machine *machine, const uint8_t *at)
{
	struct blank blank;
	blank.len = utf8_decode(at, machine->end, &blank.cp);
	if (blank.cp == UTF8_INVALID) {
		blank.cp = 0xFFFD;
		blank.entry = machine_invalid_entry(machine);
	} else {
		blank.entry = letter_entry(&machine->profile->table, blank.cp);
	}
	blank.cp = letter_output(&machine->profile->table, blank.cp, blank.entry);
	return blank;
}

/* Whether an end of line or a space is nothing but that. */
static bool is_plain(const struct blank *blank)
{
	return blank->entry & ENTRY_SPACE && !(blank->entry & (ENTRY_COMPANY & ~ENTRY_SPACE));
}

static bool is_space(const struct blank *blank)
{
	return is_plain(blank) && space_is_inline(blank->cp);
}

/* Go back over the spaces that have been put out. False where what is in front of them has to be looked at. */
static bool find_start(struct machine *machine, struct blank_run *run)
{
	struct blank blank = look(machine, machine->at);
	run->start = machine->at;
	run->out = machine->out.len;
	while (machine->alone < run->start || (is_space(&blank) && machine_step_back(machine))) {
		blank = look(machine, machine->alone);
		if (machine->alone + blank.len != run->start)
			return false;
		run->behind = !is_space(&blank);
		if (run->behind)
			return !(blank.entry & (ENTRY_COMPANY & ~ENTRY_SPACE));
		run->start = machine->alone;
		run->out = machine->alone_out;
	}
	return true;
}

/* Whether the island that begins with the run would end at `at`, behind its spaces. */
static bool ends_island(const struct machine *machine, const uint8_t *at)
{
	if (at == machine->end)
		return true;
	struct blank blank = look(machine, at);
	if (blank.entry & ENTRY_COMPANY || character_is_mark(blank.cp)) /* which may sit on the last space */
		return false;
	return at + blank.len == machine->end || !(look(machine, at + blank.len).entry & ENTRY_JOIN);
}

/* Take the line feed at run->spaces_end, if there is one. False where there is more to it. */
static bool find_line_end(const struct machine *machine, struct blank_run *run)
{
	const uint8_t *at = run->spaces_end;
	run->at_end = at == machine->end && machine->at_end;
	run->end = at;
	if (at == machine->end)
		return true;
	struct blank blank = look(machine, at);
	if (!is_plain(&blank) || !space_is_line_end(blank.cp))
		return ends_island(machine, at);
	run->at_end = true;
	run->end = at + blank.len;
	return *at == SPACE_LF;
}

/* Find the end of the spaces, and which of them to keep in their run. */
static bool find_end(struct machine *machine, struct blank_run *run)
{
	const uint8_t *at = run->start;
	for (size_t count = 0; at < machine->end; count++) {
		struct blank blank = look(machine, at);
		if (is_plain(&blank) && blank.entry & ENTRY_SUSPECT && at >= machine->at &&
		    machine_suspects(machine, at, blank.cp))
			return true;
		if (!is_space(&blank))
			break;
		if (count == BLANKS_MAX)
			return false;
		if (count == 0 || (space_is_no_break(blank.cp) && !space_is_no_break(run->kept))) {
			run->keeper = count;
			run->kept = blank.cp;
		}
		if (run->notes && count < BLANKS_KNOWN)
			run->notes->first[run->notes->len++] = blank;
		at += blank.len;
	}
	run->spaces_end = at;
	return find_line_end(machine, run);
}

/* Whether the letters in front of the run, which nobody may have looked at yet, are none that rule steps wait for. */
static bool is_behind_calm(const struct machine *machine, const struct blank_run *run)
{
	uint32_t tail[3];
	if (!machine->thrice && !machine->digraphs)
		return true;
	const uint8_t *end = run->out ? machine->out.at + run->out : machine->out.at;
	size_t len = machine_tail_at(machine, end, tail, COUNT_OF(tail));
	bool thrice = len == COUNT_OF(tail) && tail[0] == tail[1] && tail[1] == tail[2];
	return !(machine->thrice && thrice) && !(machine->digraphs && machine_is_digraph(tail[1], tail[0]));
}

static void find_rules(const struct machine *machine, struct blank_run *run)
{
	const struct norm_profile *profile = machine->profile;
	for (uint64_t rules = profile->space_rules; rules; rules &= rules - 1) {
		const struct active_step *rule = &profile->rules.at[__builtin_ctzll(rules)];
		const struct active_step **place = rule->step == &text_step_space_runs      ? &run->runs
						   : rule->step == &text_step_space_leading ? &run->leading
											    : &run->trailing;
		*place = rule;
	}
}

/* The rule step that deletes a space of the run, NULL if it stays. */
static const struct active_step *find_deleter(const struct blank_run *run, size_t index)
{
	if (run->runs && !run->at_start && index != run->keeper)
		return run->runs;
	if (run->leading && run->at_start)
		return run->leading;
	return run->at_end ? run->trailing : NULL;
}

/* The set of the rules that have changed and deleted a space. A run has few. */
static uint32_t find_set(const struct machine *machine, const struct blank_run *run, uint32_t entry, const struct active_step *deleter)
{
	const bool changed = entry & ENTRY_CHANGED;
	const unsigned letter_set = changed ? letter_record(&machine->profile->table, entry).set : 0;
	struct blank_rules *last = &run->notes->last[changed];
	struct ruleset rules = {0};
	if (last->known && last->deleter == deleter && last->letter_set == letter_set)
		return last->set;
	if (changed)
		rules = machine->profile->sets.at[letter_set];
	if (deleter)
		ruleset_add(&rules, deleter->number);
	*last = (struct blank_rules){true, deleter, letter_set, edit_list_set(machine->edits, &rules)};
	return last->set;
}

/* With edits: the character at `at` is what has been put out from `output_start` on. */
static void add_edit(struct machine *machine, const struct blank_run *run, const uint8_t *at, const struct blank *blank, size_t output_start,
		     const struct active_step *deleter)
{
	uint32_t start = (uint32_t)(at - machine->start);
	if (blank->entry & ENTRY_CHANGED || deleter)
		machine_add_edit(machine, start, start + blank->len, output_start, find_set(machine, run, blank->entry, deleter));
}

/* Without edits: whether no more than one space is left; then it has been put out. */
static bool put_kept(struct machine *machine, const struct blank_run *run)
{
	struct buffer *out = &machine->out;
	bool none = (run->leading && run->at_start) || (run->trailing && run->at_end);
	if (machine->edits || (!none && (!run->runs || run->at_start)))
		return false;
	if (!none && run->keeper != SIZE_MAX)
		out->len += utf8_encode(run->kept, out->at + out->len);
	return true;
}

static void put(struct machine *machine, const struct blank_run *run)
{
	struct buffer *out = &machine->out;
	const struct blank_notes *notes = run->notes;
	size_t index = 0;
	for (const uint8_t *at = put_kept(machine, run) ? run->spaces_end : run->start; at < run->end; index++) {
		const struct blank blank = notes && index < notes->len ? notes->first[index] : look(machine, at);
		const struct active_step *deleter = at < run->spaces_end ? find_deleter(run, index) : NULL;
		size_t output_start = out->len;
		if (!deleter)
			out->len += utf8_encode(blank.cp, out->at + out->len);
		if (notes)
			add_edit(machine, run, at, &blank, output_start, deleter);
		at += blank.len;
	}
}

bool machine_blanks(struct machine *machine)
{
	struct blank_notes notes;
	notes.len = 0;
	notes.last[0].known = notes.last[1].known = false;
	struct blank_run run = {.notes = machine->edits ? &notes : NULL};
	machine_settle(machine);
	if (machine->woken || !find_start(machine, &run) || !find_end(machine, &run))
		return false;
	if (machine->status != NORM_OK)
		return true;
	if (!is_behind_calm(machine, &run))
		return false;
	machine->out.len = run.out;
	if (machine->edits)
		edit_list_cut(machine->edits, (uint32_t)(run.start - machine->start), (uint32_t)run.out);
	uint32_t before = machine_last(machine);
	run.at_start = space_is_line_end(before);
	/* Where a space has been put out that is not to be looked at again, the run is the tail of a longer one. */
	if (!run.behind && space_is_inline(before))
		run.keeper = SIZE_MAX;
	find_rules(machine, &run);
	if (!buffer_reserve(&machine->out, 4 * (size_t)(run.end - run.start)))
		return true;
	put(machine, &run);
	machine->at = machine->alone = run.end;
	machine->alone_out = machine->out.len;
	machine->bulk_end = NULL;
	machine_reserve(machine);
	return true;
}
