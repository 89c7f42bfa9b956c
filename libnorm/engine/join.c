/* SPDX-License-Identifier: MIT */
/*
 * The short ways of the machine where a mark joins the letter before it: what an island would make of the most frequent
 * sequences, without items. Where anything is out of the ordinary, nothing happens, and the island is for the caller.
 */
#include <string.h>

#include "engine/machine.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

enum {
	/* The bytes of a sequence that is surely short: no limit of the slow path has to be thought of. */
	SHORT_SEQUENCE = 32,
};

/* A letter and the marks behind it that compose with it, one after the other. */
struct composing {
	const uint8_t *start, *first, *end; /* of the letter, of its first mark, behind the last one */
	uint32_t composite;                 /* 0: they do not all compose, or something else is there */
	uint32_t entry;                     /* of the composite */
	unsigned class;                     /* of the last mark */
};

/* Read the character at composing->end. Returns whether it joins and composes. */
static bool compose_next(const struct machine *machine, struct composing *composing)
{
	uint32_t cp;
	if (composing->end == machine->end)
		return false;
	unsigned len = utf8_decode(composing->end, machine->end, &cp);
	uint32_t entry = cp == UTF8_INVALID ? ENTRY_DROP : letter_entry(&machine->profile->table, cp);
	if (!(entry & (ENTRY_JOIN | ENTRY_MARK | ENTRY_DROP | ENTRY_RULE)))
		return false;
	bool ordinary = entry == ENTRY_JOIN && cp < MACHINE_FORMS_FIRST && unicode_ccc(cp) >= composing->class;
	composing->composite = ordinary ? normal_compose_pair(composing->composite, cp) : 0;
	if (!composing->composite)
		return false;
	composing->class = unicode_ccc(cp);
	composing->end += len;
	return true;
}

/*
 * The letter at `start`, which is not the end of the block, with all that joins it. Returns whether there is a
 * composite of which the letter table knows what becomes.
 */
static bool compose_all(const struct machine *machine, const uint8_t *start, struct composing *ret)
{
	uint32_t cp;
	const uint8_t *first = start + utf8_decode(start, machine->end, &cp);
	if (cp >= MACHINE_FORMS_FIRST || letter_entry(&machine->profile->table, cp) & ENTRY_COMPANY)
		return false;
	*ret = (struct composing){.start = start, .first = first, .end = first, .composite = cp};
	while (compose_next(machine, ret))
		;
	if (!ret->composite)
		return false;
	ret->entry = letter_entry(&machine->profile->table, ret->composite);
	return !(ret->entry & ENTRY_COMPANY);
}

/* The edit that makes a letter and its marks what has been put out from `output_start` on. */
static void add_edit(struct machine *machine, const struct composing *composing, size_t output_start)
{
	const struct norm_profile *profile = machine->profile;
	struct ruleset rules = {0};
	if (composing->entry)
		rules = profile->sets.at[letter_record(&profile->table, composing->entry).set];
	ruleset_add(&rules, profile->maps.at[profile->form_index].number);
	struct edit_span span = {
		.source_start = (uint32_t)(composing->start - machine->start),
		.source_end = (uint32_t)(composing->end - machine->start),
		.output_start = (uint32_t)output_start,
		.output_end = (uint32_t)machine->out.len,
		.set = edit_list_set(machine->edits, &rules),
	};
	edit_list_add(machine->edits, span);
}

/* Put out what becomes of the composite. */
static void put_composite(struct machine *machine, const struct composing *composing)
{
	struct buffer *out = &machine->out;
	machine->alone = composing->start;
	machine->alone_out = out->len;
	machine->at = composing->end;
	if (composing->entry) {
		struct letter_record record = letter_record(&machine->profile->table, composing->entry);
		buffer_append(out, record.bytes, record.len);
	} else if (buffer_reserve(out, 4)) {
		out->len += utf8_encode(composing->composite, out->at + out->len);
	}
	if (machine->edits)
		add_edit(machine, composing, machine->alone_out);
}

/* Whether there may be a letter in parts at machine->at: its mark is not ASCII. */
static bool may_compose(const struct machine *machine)
{
	const uint8_t *at = machine->at;
	return machine->end - at > 1 && (at[0] | at[1]) >= 0x80;
}

bool machine_compose(struct machine *machine)
{
	machine_settle(machine);
	if (machine->profile->form != NORMAL_NFC || machine->thrice || machine->alone == machine->at)
		return false;
	struct composing next;
	if (!compose_all(machine, machine->alone, &next) || next.first != machine->at)
		return false;
	machine->out.len = machine->alone_out;
	if (machine->edits)
		edit_list_cut(machine->edits, (uint32_t)(next.start - machine->start), (uint32_t)machine->out.len);
	/* Where one is, more follow: Hangul in parts is nothing else. */
	do
		put_composite(machine, &next);
	while (may_compose(machine) && compose_all(machine, machine->at, &next) && next.end > next.first);
	machine_reserve(machine);
	return true;
}

/*
 * Where the mark belongs in the output: in front of those marks, each quiet by itself, that have a higher class. NULL
 * where more is to be done, or it would have no letter.
 */
static uint8_t *place_of(const struct machine *machine, unsigned class)
{
	uint8_t *first = machine->out.at + machine->alone_out, *end = machine->out.at + machine->out.len, *at = end;
	while (at > first) {
		uint32_t cp;
		uint8_t *last = at - 1;
		while (last > first && utf8_is_trail(*last))
			last--;
		utf8_decode(last, at, &cp);
		if (unicode_ccc(cp) <= class)
			return at;
		if (letter_entry(&machine->profile->table, cp) != ENTRY_MARK)
			return NULL;
		at = last;
	}
	return NULL;
}

bool machine_move_mark(struct machine *machine, uint32_t cp, unsigned len)
{
	machine_settle(machine);
	bool is_short = machine->at - machine->alone <= SHORT_SEQUENCE;
	if (machine->edits || machine->thrice || !is_short || machine->profile->form == NORMAL_NONE)
		return false;
	uint8_t *to = place_of(machine, unicode_ccc(cp)), *end = machine->out.at + machine->out.len;
	if (!to)
		return false;
	memmove(to + len, to, (size_t)(end - to));
	memcpy(to, machine->at, len);
	machine->out.len += len;
	machine->at += len;
	return true;
}
