/* SPDX-License-Identifier: MIT */
/*
 * The short ways of the machine where a mark joins the letter before it: what an island would make of the most frequent
 * sequences, without items. Where anything is out of the ordinary, nothing happens, and the island is for the caller.
 */
#include <string.h>

#include "engine/machine.h"
#include "text/space.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

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
	bool ordinary = (entry & ~ENTRY_ACCENT) == ENTRY_JOIN && cp < MACHINE_FORMS_FIRST && unicode_ccc(cp) >= composing->class;
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

/* The edit that makes the source from machine->alone to `end` what has been put out from machine->alone_out on. */
static void add_edit(struct machine *machine, const uint8_t *end, const struct ruleset *rules)
{
	uint32_t from = (uint32_t)(machine->alone - machine->start), to = (uint32_t)(end - machine->start);
	machine_add_edit(machine, from, to, machine->alone_out, edit_list_set(machine->edits, rules));
}

/* The rules that make a letter and its marks what has been put out. */
static struct ruleset rules_of(const struct machine *machine, const struct composing *composing)
{
	const struct norm_profile *profile = machine->profile;
	struct ruleset rules = {0};
	if (composing->entry & ENTRY_CHANGED)
		rules = profile->sets.at[letter_record(&profile->table, composing->entry).set];
	ruleset_add(&rules, profile->maps.at[profile->form_index].number);
	return rules;
}

/* Put out what becomes of the composite. */
static void put_composite(struct machine *machine, const struct composing *composing)
{
	struct buffer *out = &machine->out;
	machine->alone = composing->start;
	machine->alone_out = out->len;
	machine->at = composing->end;
	if (composing->entry & ENTRY_CHANGED) {
		struct letter_record record = letter_record(&machine->profile->table, composing->entry);
		buffer_append(out, record.bytes, record.len);
	} else if (buffer_reserve(out, 4)) {
		out->len += utf8_encode(composing->composite, out->at + out->len);
	}
	if (machine->edits) {
		struct ruleset rules = rules_of(machine, composing);
		add_edit(machine, composing->end, &rules);
	}
}

/* Whether there may be a letter in parts at machine->at: its mark is not ASCII. */
static bool may_compose(const struct machine *machine)
{
	const uint8_t *at = machine->at;
	return machine->end - at > 1 && (at[0] | at[1]) >= 0x80;
}

/* A letter whose marks all compose with it, and those of its kind behind it. */
static bool compose(struct machine *machine)
{
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
	return true;
}

/* What a sequence begins with; U+FFFD stands for bytes that are no character. 0: nothing that carries marks. */
static uint32_t read_base(const struct machine *machine, const uint8_t *at, unsigned *ret_len)
{
	uint32_t cp;
	*ret_len = utf8_decode(at, machine->end, &cp);
	if (cp == UTF8_INVALID)
		cp = machine->edits || machine_drops_invalid(machine) ? 0 : 0xFFFD;
	return letter_entry(&machine->profile->table, cp) & (ENTRY_DROP | ENTRY_SPACE) || space_is_line_end(cp) ? 0 : cp;
}

/*
 * Collect the sequence that begins at machine->alone into machine->characters. Deleted characters in it are no part of
 * it; with edits they are out of the ordinary. Returns its end, or NULL, also where it is too long; and what the entries of all that
 * joins its first character have in common.
 */
static const uint8_t *read_sequence(struct machine *machine, uint32_t *ret_common)
{
	struct cpbuf *characters = &machine->characters;
	unsigned len;
	uint32_t cp = read_base(machine, machine->alone, &len);
	const uint8_t *at = machine->alone + len, *to = at;
	if (!memory_reserve(&characters->at, &characters->cap, SEQUENCE_MAX, sizeof *characters->at))
		characters->failed = true;
	if (!cp || characters->failed)
		return NULL;
	size_t room = SEQUENCE_MAX - sequence_length(cp);
	*ret_common = UINT32_MAX;
	characters->len = 0;
	characters->at[characters->len++] = cp;
	for (; at < machine->end; at += len) {
		len = utf8_decode(at, machine->end, &cp);
		uint32_t entry = cp == UTF8_INVALID ? machine_invalid_entry(machine) : letter_entry(&machine->profile->table, cp);
		if (entry & ENTRY_DROP) {
			if (machine->edits || entry & ENTRY_SUSPECT)
				return NULL;
			continue;
		}
		if (!(entry & (ENTRY_JOIN | ENTRY_MARK)))
			break;
		if (sequence_length(cp) > room)
			return NULL;
		room -= sequence_length(cp);
		*ret_common &= entry;
		characters->at[characters->len++] = cp;
		to = at + len;
	}
	return to;
}

/* Whether no rule step wakes for a character that stands between these; what is behind the sequence begins at `ahead`. */
static bool is_asleep(const struct machine *machine, uint32_t before, uint32_t cp, uint32_t after, const uint8_t *ahead)
{
	uint64_t rules = letter_triggers(&machine->profile->table, cp) & machine_say(machine);
	if (!rules || space_is_open(cp))
		return !space_is_open(cp);
	struct rule_trigger trigger = {
		.findings = machine->edits != NULL,
		.before = before,
		.cp = cp,
		.after = after,
		.start = machine->start,
		.ahead = ahead,
		.end = machine->end,
	};
	return !machine_wakes(machine, rules, &trigger);
}

/* Whether there is nothing in the sequence, which ends at `end`, that a rule step has to see. */
static bool is_calm(const struct machine *machine, const uint8_t *end)
{
	const struct cpbuf *out = &machine->sequence.out;
	for (size_t i = 0; i < out->len; i++) {
		bool seen = letter_entry(&machine->profile->table, out->at[i]) & (ENTRY_SPACE | ENTRY_RULE);
		if (!seen && !machine->thrice)
			continue;
		uint32_t before = i > 0 ? out->at[i - 1] : machine_last(machine);
		uint32_t after = i + 1 < out->len ? out->at[i + 1] : machine_peek(machine, end);
		if ((machine->thrice && out->at[i] == before) || !is_asleep(machine, before, out->at[i], after, end))
			return false;
	}
	return true;
}

/* The island to come has to see what is there, and of a run of letters enough to tell how long it is. */
static void wake(struct machine *machine)
{
	const struct cpbuf *out = &machine->sequence.out;
	machine->woken = true;
	if (machine->thrice && out->len && out->at[0] == machine_last(machine))
		machine_step_back_over(machine, out->at[0], 1);
}

/* Put out what the letter steps have made of the sequence that ends at `end`. */
static void put_sequence(struct machine *machine, const uint8_t *end, const struct ruleset *rules)
{
	const struct cpbuf *from = &machine->sequence.out;
	struct buffer *out = &machine->out;
	if (!buffer_reserve(out, 4 * from->len))
		return;
	uint8_t *to = out->at + out->len;
	for (size_t i = 0; i < from->len; i++)
		to += utf8_encode(from->at[i], to);
	out->len = (size_t)(to - out->at);
	size_t source_len = (size_t)(end - machine->alone), len = out->len - machine->alone_out;
	if (machine->edits && (source_len != len || memcmp(machine->alone, out->at + machine->alone_out, len) != 0))
		add_edit(machine, end, rules);
	machine->at = end;
}

/* Whether the sequence begins with a Latin letter of which no rule step is asked, and what has been put out for it ends with one. */
static bool is_behind_latin(const struct machine *machine)
{
	uint32_t base = machine->characters.at[0];
	return unicode_script(base) == UNICODE_SCRIPT_LATIN && unicode_script(machine_last(machine)) == UNICODE_SCRIPT_LATIN &&
	       !(letter_entry(&machine->profile->table, base) & ENTRY_COMPANY);
}

/* A letter with its marks, whatever the letter steps make of them. */
static bool map_sequence(struct machine *machine)
{
	uint32_t common;
	const uint8_t *end = read_sequence(machine, &common);
	struct ruleset rules = {0};
	if (!end || end <= machine->at)
		return false;
	if (common & ENTRY_ACCENT && !machine->edits && is_behind_latin(machine)) {
		machine->at = end; /* the letter has been put out */
		return true;
	}
	machine->sequence.base = 0;
	if (!sequence_map(&machine->sequence, machine->profile, machine->characters.at, machine->characters.len,
			  machine->edits ? &rules : NULL)) {
		machine->status = NORM_E_NOMEM;
		return true;
	}
	size_t len = machine->out.len;
	machine->out.len = machine->alone_out;
	if (!is_calm(machine, end)) {
		wake(machine);
		machine->out.len = len;
		return false;
	}
	if (machine->edits)
		edit_list_cut(machine->edits, (uint32_t)(machine->alone - machine->start), (uint32_t)machine->alone_out);
	put_sequence(machine, end, &rules);
	return true;
}

/* A character of the output: where it starts and ends, and what it is. */
struct put_out {
	size_t start, end;
	uint32_t cp;
};

static struct put_out put_out_before(const struct machine *machine, size_t end)
{
	const uint8_t *out = machine->out.at, *start = utf8_previous(out, out + end);
	struct put_out before = {(size_t)(start - out), end, 0};
	utf8_decode(start, out + end, &before.cp);
	return before;
}

/* The last character of the output that a mark of this class may not pass, and the one behind it. */
static struct put_out find_stop(const struct machine *machine, unsigned class, struct put_out *ret_behind)
{
	struct put_out stop = put_out_before(machine, machine->out.len);
	while (unicode_ccc(stop.cp) > class && stop.start > machine->alone_out) {
		*ret_behind = stop;
		stop = put_out_before(machine, stop.start);
	}
	return stop;
}

/* Whether the mark in front of `end` is the last of a few behind a letter, which have all been put out as they are. */
static bool ends_short_sequence(const struct machine *machine, const uint8_t *end)
{
	enum { SHORT = 16 };
	unsigned unused;
	return end - machine->alone <= SHORT && machine->alone_out < machine->out.len && machine_peek(machine, end) != 0 &&
	       read_base(machine, machine->alone, &unused);
}

/*
 * With edits, and where three equal letters are looked for, whether the mark does no more than move: the sequence has been put out as
 * it is, nobody asks about its letter, and no character in it is beside an equal one.
 */
static bool is_ordinary(const struct machine *machine, uint32_t mark, const struct put_out *stop, const struct put_out *behind)
{
	const size_t start = machine->alone_out, len = machine->out.len - start;
	const uint8_t *out = machine->out.at;
	uint32_t base;
	utf8_decode(out + start, out + machine->out.len, &base);
	if (letter_entry(&machine->profile->table, base) & ENTRY_COMPANY)
		return false;
	if (machine->edits && (len != (size_t)(machine->at - machine->alone) || memcmp(out + start, machine->alone, len) != 0))
		return false;
	if (!machine->thrice)
		return true;
	uint32_t before = machine_last_at(machine, out + start), cp;
	for (size_t at = start; at < machine->out.len; before = cp) {
		at += utf8_decode(out + at, out + machine->out.len, &cp);
		if (cp == before)
			return false;
	}
	return mark != stop->cp && mark != behind->cp;
}

bool machine_move_mark(struct machine *machine, uint32_t cp, unsigned len)
{
	const uint8_t *end = machine->at + len;
	struct buffer *out = &machine->out;
	struct put_out behind = {0};
	const struct norm_profile *profile = machine->profile;
	if (profile->form == NORMAL_NONE)
		return false;
	machine_settle(machine);
	if (!ends_short_sequence(machine, end))
		return false;
	struct put_out stop = find_stop(machine, unicode_ccc(cp), &behind);
	if ((machine->edits || machine->thrice) && !is_ordinary(machine, cp, &stop, &behind))
		return false;
	uint32_t after = machine_peek(machine, end);
	if (behind.end < out->len)
		utf8_decode(out->at + behind.end, out->at + out->len, &after);
	if (unicode_ccc(stop.cp) > unicode_ccc(cp) || !is_asleep(machine, stop.cp, cp, behind.cp, end) ||
	    !is_asleep(machine, cp, behind.cp, after, end))
		return false;
	memmove(out->at + stop.end + len, out->at + stop.end, out->len - stop.end);
	memcpy(out->at + stop.end, machine->at, len);
	out->len += len;
	machine->at = end;
	if (machine->edits)
		add_edit(machine, end, &profile->sets.at[profile->form_set]);
	return true;
}

bool machine_join(struct machine *machine)
{
	machine_settle(machine);
	if (!compose(machine) && !map_sequence(machine))
		return false;
	machine_reserve(machine);
	return true;
}
