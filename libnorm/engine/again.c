/* SPDX-License-Identifier: MIT */
/*
 * Paragraphs that may not be what they will stay. Rule steps take care to leave nothing to do for a second run, one by one; but where
 * scripts mix or quotes lack their partners, what one of them changes may tell others something else (scope_delicacy()). Such
 * paragraphs, those that were damaged or whose names were rewritten, and those in which repair left what it might see with other
 * eyes, are run over again, as they have been put out, until nothing changes. The edits of all runs are joined
 * (text/edit_chain.h).
 *
 * Why that is stable: what is put out is what a run leaves as it is, so the first run of another time leaves it as well.
 * A paragraph that never settles has to come round, and nearly always after two or three runs. It is run over six times in all:
 * what is put out then is the same when it is put in. One that takes longer is left as it is then.
 *
 * Paragraphs are on their own (a stream parts them), and those that were cut, because they are too long, are left alone.
 */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "engine/intake.h"
#include "engine/machine.h"
#include "text/character.h"
#include "text/edit_chain.h"
#include "text/paragraph.h"
#include "text/quotation.h"
#include "text/space.h"

enum { RUNS = 6 };

/* Paragraphs of the output: from that in which the byte `first` is, or will be, to that of the byte `last`. */
struct doubt {
	size_t first, last;
};

static void add_doubt(struct machine *machine, size_t first, size_t last)
{
	if (!memory_reserve(&machine->doubts, &machine->doubt_cap, machine->doubt_len + 1, sizeof *machine->doubts)) {
		machine->status = NORM_E_NOMEM;
		return;
	}
	machine->doubts[machine->doubt_len++] = (struct doubt){first, last};
}

/* Whether the bytes [start, end) of the block are whole paragraphs. */
static bool is_whole(const struct machine *machine, const uint8_t *start, const uint8_t *end)
{
	size_t before = (size_t)(start - machine->start);
	bool starts = before ? paragraph_is_complete(machine->start, before) : !machine->goes_on;
	return starts && ((end == machine->end && machine->at_end) || paragraph_is_complete(start, (size_t)(end - start)));
}

/* The place of the output in the paragraph to which what ends at `to` belongs. */
static size_t place_of(const struct machine *machine, const uint8_t *to)
{
	bool ended = machine->out.len && paragraph_is_complete(machine->start, (size_t)(to - machine->start));
	return machine->out.len - ended;
}

/*
 * Whether the paragraph of the output in which a place is has come of no other before: the second byte of the end of a paragraph in
 * UTF-16 is no such end.
 */
static bool is_own(const struct machine *machine, size_t place)
{
	size_t from = machine->unended;
	return from > place || paragraph_last_start(machine->out.at + from, place - from);
}

void machine_begin_doubts(struct machine *machine)
{
	machine->doubt_len = 0;
	machine->unended = machine->before == SPACE_LF || machine->before == SPACE_PS ? NOT_UNENDED : 0;
}

/* Doubt the paragraph in which `to` ends. */
static void doubt_paragraph(struct machine *machine, const uint8_t *to)
{
	const struct scope *scope = &machine->scope;
	uint32_t last = (uint32_t)(to - machine->start) - 1;
	bool in_hand = last >= scope->start && last < scope->end;
	if (machine->again || !in_hand || !is_whole(machine, machine->start + scope->start, machine->start + scope->end))
		return;
	size_t place = place_of(machine, to);
	bool known = machine->doubted == scope->start; /* of a place before this one: whose the paragraph is does not change */
	if (!known && !is_own(machine, place))
		return;
	if (known)
		machine->doubt_len--;
	machine->doubted = scope->start;
	add_doubt(machine, place, place);
}

/* SCOPE_DELICATE_… of the paragraph in which `to` ends. */
static unsigned delicacy_at(struct machine *machine, const uint8_t *to)
{
	bool may_be_arabic = machine->arabic || to > machine->looked_to; /* nobody may have looked there */
	return machine->again ? 0 : scope_delicacy(&machine->scope, (uint32_t)(to - machine->start) - 1, may_be_arabic);
}

/* What may hide something, or stand for something that was lost: letters are not what they seem beside it. */
static bool is_odd(uint32_t cp)
{
	return cp == 0xFFFD || unicode_is_ignorable(cp);
}

/* Arabic letters, and what parts words and sentences: a change beside them tells other places nothing else. */
static bool is_plain(uint32_t cp)
{
	switch (cp) {
	case SPACE_LF: case SPACE_SP: case '.': case ',': case ':': case '!': case '(': case ')':
	case 0x060C: /* ، */ case 0x061B: /* ؛ */ case 0x061F: /* ؟ */
		return true;
	default:
		return cp - 0x0621 <= 0x064A - 0x0621 || space_is_inline(cp);
	}
}

/* Whether a change beside a character may tell other places something else. */
static bool matters(uint32_t cp, unsigned delicacy)
{
	if (!delicacy)
		return cp >= 0xAD && is_odd(cp);
	if (quotation_is_double(cp) || cp == QUOTATION_OPENS || cp == QUOTATION_CLOSES)
		return delicacy & SCOPE_DELICATE_QUOTES;
	return !is_plain(cp);
}

void machine_doubt_trigger(struct machine *machine, const struct rule_trigger *trigger)
{
	unsigned delicacy = delicacy_at(machine, machine->at);
	if (delicacy & SCOPE_DELICATE || matters(trigger->before, delicacy) || matters(trigger->cp, delicacy) ||
	    matters(trigger->after, delicacy))
		doubt_paragraph(machine, machine->at);
}

/* The character at `to`, in the same paragraph as what is in front of it. */
static uint32_t after(const struct machine *machine, const uint8_t *to)
{
	return paragraph_is_complete(machine->start, (size_t)(to - machine->start)) ? SPACE_LF : machine_peek(machine, to);
}

/* Whether a change in the island that ends at `to` may tell other places something else. */
static bool any_matters(struct machine *machine, const uint8_t *to)
{
	const struct items *items = &machine->items;
	uint32_t behind = after(machine, to);
	bool plain = is_plain(behind);
	for (size_t i = 0; i < items->len && plain; i++)
		plain = is_plain(items->at[i].cp);
	if (plain)
		return false;
	unsigned delicacy = delicacy_at(machine, to);
	bool any = matters(behind, delicacy);
	for (size_t i = 0; i < items->len && !any; i++)
		any = matters(items->at[i].cp, delicacy);
	return any;
}

void machine_doubt_island(struct machine *machine, const uint8_t *to, bool changed)
{
	if (machine->scope.has_strays || (changed && any_matters(machine, to)))
		doubt_paragraph(machine, to);
}

void machine_doubt_mended(struct machine *machine, size_t start, const uint8_t *from, const uint8_t *to)
{
	size_t len = machine->out.len;
	bool ends = len && paragraph_is_complete(machine->out.at, len), last = to == machine->end && machine->at_end;
	if (machine->again)
		return;
	while (machine->doubt_len && machine->doubts[machine->doubt_len - 1].first >= start)
		machine->doubt_len--;
	if ((ends || last) && len > start && is_own(machine, start) && is_whole(machine, from, to))
		add_doubt(machine, start, len - 1);
	if (!ends && len > start)
		machine->unended = len;
}

void machine_cut_doubts(struct machine *machine)
{
	if (machine->again)
		return; /* what is put out then is not what they are about */
	while (machine->doubt_len && machine->doubts[machine->doubt_len - 1].last > machine->out.len)
		machine->doubt_len--;
	machine->doubted = SCOPE_NOWHERE;
	if (machine->unended != NOT_UNENDED && machine->unended > machine->out.len)
		machine->unended = NOT_UNENDED;
}

/* A run over what is in doubt. */
struct round {
	struct machine *machine;
	struct buffer text;       /* what the run before has put out */
	struct buffer next;       /* what has become of it … */
	size_t done;              /* … up to here */
	struct norm_edits edits;  /* from the one to the other; and of the paragraphs in hand */
	struct norm_edits own;
	bool with_edits, at_end;
};

/* Run over the bytes [start, end) of the text, and leave what comes of them in machine->out. */
static void run_over(struct round *round, size_t start, size_t end)
{
	struct machine *machine = round->machine;
	const uint32_t before = machine->before, before2 = machine->before2;
	const struct buffer out = machine->out;
	uint32_t tail[2];
	machine->out = round->text;
	machine_tail_at(machine, round->text.at + start, tail, 2);
	machine->out = out;
	machine->out.len = 0;
	machine->before = tail[0];
	machine->before2 = tail[1];
	edit_list_clear(&round->own);
	machine_run_once(machine, round->text.at + start, end - start, round->at_end && end == round->text.len);
	machine->before = before;
	machine->before2 = before2;
}

/* Append the edits and findings of paragraphs that stand at these places of both texts. */
static void append_edits(struct norm_edits *edits, const struct norm_edits *own, uint32_t source, uint32_t output)
{
	for (size_t i = 0; i < norm_edits_count(own); i++) {
		struct edit_span span = edit_list_span(own, i);
		span.source_start += source;
		span.source_end += source;
		span.output_start += output;
		span.output_end += output;
		span.set = edit_list_set(edits, edit_list_rules(own, span.set));
		edit_list_add(edits, span);
		edit_list_pack(edits, 0);
	}
	for (size_t i = 0; i < own->finding_len; i++) {
		const struct finding_span *found = &own->findings[i];
		edit_list_report(edits, source + found->source_start, source + found->source_end, found->rule, found->detail);
	}
}

/* Paragraphs of the text have become what is in machine->out: they are still in doubt. */
static void take_change(struct round *round, size_t start, size_t end)
{
	struct machine *machine = round->machine;
	buffer_append(&round->next, round->text.at + round->done, start - round->done);
	size_t output = round->next.len;
	if (round->with_edits)
		append_edits(&round->edits, &round->own, (uint32_t)start, (uint32_t)output);
	buffer_append(&round->next, machine->out.at, machine->out.len);
	add_doubt(machine, output, output + (machine->out.len ? machine->out.len - 1 : 0));
	round->done = end;
}

/* Whether what ended with the byte before `end` still ends. Else it would become one with the next paragraph, from which a stream parts it. */
static bool keeps_end(const struct round *round, size_t end)
{
	const struct buffer *out = &round->machine->out;
	return (round->at_end && end == round->text.len) || !out->len || paragraph_is_complete(out->at, out->len);
}

/* Where the paragraph ends in which the byte `last` is, of those from `start` on. It may be one of the end itself: U+2029 has three. */
static size_t end_behind(const struct buffer *text, size_t start, size_t last)
{
	size_t end = start;
	while (end < text->len && end <= last)
		end += paragraph_first_end(text->at + end, text->len - end);
	return end;
}

/* Run once more over what is in doubt. What changes is in doubt again. */
static void run_doubts(struct round *round)
{
	struct machine *machine = round->machine;
	const struct buffer *text = &round->text;
	const size_t count = machine->doubt_len;
	size_t end = 0;
	machine->doubt_len = 0;
	for (size_t i = 0; i < count && machine->status == NORM_OK; i++) {
		const struct doubt doubt = machine->doubts[i];
		if (doubt.last < end)
			continue;
		size_t first = doubt.first < text->len ? doubt.first : text->len;
		size_t start = first < end ? end : end + paragraph_last_start(text->at + end, first - end);
		if (start == text->len)
			continue;
		end = end_behind(text, start, doubt.last);
		run_over(round, start, end);
		bool same = machine->out.len == end - start && !memcmp(machine->out.at, text->at + start, end - start);
		if (!same && machine->status == NORM_OK && keeps_end(round, end))
			take_change(round, start, end);
	}
}

/* Join the edits of the block with those of the round. */
static void join_edits(struct round *round, const uint8_t *block, size_t len, struct norm_edits *edits)
{
	struct norm_edits joined = {0};
	struct edit_chain chain = {edits, &round->edits, 0, 0, block, round->next.at};
	edits->source_len = (uint32_t)len;
	edits->output_len = (uint32_t)round->text.len;
	intake_begin_edits(&joined, round->machine->profile);
	edit_chain_append(&chain, &joined);
	edit_list_release(edits);
	*edits = joined;
}

/* What has changed takes the place of the text; else that stays. */
static void end_round(struct round *round, const uint8_t *block, size_t len, struct norm_edits *edits)
{
	struct machine *machine = round->machine;
	buffer_release(&machine->out);
	machine->out = round->text;
	if (!machine->doubt_len || machine->status != NORM_OK)
		return;
	buffer_append(&round->next, round->text.at + round->done, round->text.len - round->done);
	if (edits)
		join_edits(round, block, len, edits);
	if (round->next.failed || (edits && edits->failed))
		machine->status = NORM_E_NOMEM;
	machine->out = round->next;
	round->next = round->text;
}

static void run_round(struct machine *machine, const uint8_t *block, size_t len, bool at_end)
{
	struct norm_edits *edits = machine->edits;
	struct round round = {.machine = machine, .text = machine->out, .with_edits = edits, .at_end = at_end};
	intake_begin_edits(&round.edits, machine->profile);
	intake_begin_edits(&round.own, machine->profile);
	machine->out = (struct buffer){0};
	machine->edits = edits ? &round.own : NULL;
	run_doubts(&round);
	machine->edits = edits;
	end_round(&round, block, len, edits);
	buffer_release(&round.next);
	edit_list_release(&round.edits);
	edit_list_release(&round.own);
}

void machine_run_again(struct machine *machine, const uint8_t *block, size_t len, bool at_end)
{
	const bool goes_on = machine->goes_on, single = machine->single;
	machine->again = true;
	machine->goes_on = machine->single = false;
	for (int run = 1; run < RUNS && machine->doubt_len && machine->status == NORM_OK; run++)
		run_round(machine, block, len, at_end);
	machine->again = false;
	machine->goes_on = goes_on;
	machine->single = single;
	scope_begin(&machine->scope, block, len);
}
