/* SPDX-License-Identifier: MIT */
/*
 * Damaged text. The machine looks out for it while it does its work (machine_suspects), which costs clean text next to nothing.
 * Where it finds some, it goes back to where it has been sure, which is the start of a paragraph: the repair steps
 * put the paragraphs from there on right, as items, and the machine runs over the result as if that were the source. The
 * edits of both are joined (text/edit_chain.h).
 *
 * What is damaged is decided paragraph by paragraph, from what stands in it and before it. So it does not matter how
 * a text is cut into blocks, nor how many paragraphs the machine goes back.
 */
#include <stdlib.h>
#include <string.h>

#include "engine/intake.h"
#include "engine/machine.h"
#include "repair/encoding.h"
#include "text/edit_chain.h"
#include "text/item_write.h"
#include "text/paragraph.h"
#include "unicode/utf8.h"

/* So many bytes of a paragraph are judged and put right together; no news has one that is longer. */
enum { PART_MAX = 1 << 16 };

struct mending {
	struct items items;              /* of the part in hand */
	struct buffer text;              /* paragraphs put right */
	struct norm_edits first, second; /* from the source to that text, from there to the output */
	bool differs;                    /* something was put right, or reported */
	struct encoding_state encoding;  /* what earlier paragraphs tell */
};

void mending_free(struct mending *mending)
{
	if (!mending)
		return;
	items_release(&mending->items);
	buffer_release(&mending->text);
	edit_list_release(&mending->first);
	edit_list_release(&mending->second);
	free(mending);
}

void mending_reset(struct mending *mending)
{
	if (!mending)
		return;
	mending->items.failed = mending->text.failed = mending->first.failed = mending->second.failed = false;
	mending->encoding = (struct encoding_state){0};
}

static bool is_asked(const struct machine *machine, const struct active_step *repair)
{
	return machine->edits || !(repair->step->report_values >> repair->value & 1);
}

/* Whether a step looks at whole lines: it is asked at their ends. */
static bool takes_lines(const struct step *step)
{
	return step_range_has(step->triggers, step->trigger_count, '\n');
}

/* Whether the line that ends at `at` has more than one part: it is too long for steps that look at whole lines. */
static bool is_long_line(const struct machine *machine, const uint8_t *at)
{
	return at - machine->floor > PART_MAX && !paragraph_last_start(at - PART_MAX - 1, PART_MAX + 1);
}

static bool step_suspects(const struct machine *machine, const struct active_step *repair, const uint8_t *at, uint32_t cp)
{
	const struct step *step = repair->step;
	return is_asked(machine, repair) && (machine->arabic || !step->arabic_only) &&
	       step_range_has(step->triggers, step->trigger_count, cp) &&
	       !(takes_lines(step) && is_long_line(machine, at)) &&
	       step->suspects(repair->value, machine->floor, at, machine->end);
}

bool machine_suspects(struct machine *machine, const uint8_t *at, uint32_t cp)
{
	const struct active_steps *repairs = &machine->profile->repairs;
	bool suspects = machine->alert && machine->detects && (cp == UTF8_INVALID || cp == 0);
	for (size_t i = 0; machine->alert && !suspects && i < repairs->len; i++)
		suspects = step_suspects(machine, &repairs->at[i], at, cp);
	if (suspects) {
		machine->status = MACHINE_SUSPECTS;
		machine->suspect = at;
	}
	return suspects;
}

/* The length of the part of a paragraph that is judged together: all of it, or of a long one up to a space, if there is one. */
static size_t part_length(const uint8_t *text, size_t len)
{
	size_t part = paragraph_first_end(text, len < PART_MAX ? len : PART_MAX);
	if (part < PART_MAX || part == len || paragraph_is_complete(text, part))
		return part;
	while (part > 1 && text[part - 1] != ' ')
		part--;
	return part > 1 ? part : PART_MAX - utf8_incomplete_tail(text, PART_MAX);
}

static bool is_utf8(const uint8_t *at, const uint8_t *end)
{
	uint32_t cp = 0;
	while (at < end && cp != UTF8_INVALID)
		at += utf8_decode(at, end, &cp);
	return cp != UTF8_INVALID;
}

/* Whether a part may be in another encoding: it is not UTF-8, or holds the NULs of UTF-16. */
static bool may_be_encoded(const struct machine *machine, const uint8_t *text, size_t len)
{
	return machine->detects && (memchr(text, 0, len) || !is_utf8(text, text + len));
}

/* Read characters, and bytes that are none as they are. */
static void read_plain(struct items *items, const uint8_t *text, size_t start, size_t end)
{
	for (size_t at = start; at < end && !items->failed;) {
		uint32_t cp;
		unsigned len = utf8_decode(text + at, text + end, &cp);
		if (cp == UTF8_INVALID) {
			cp = item_byte(text[at]);
			len = 1;
		}
		items_push(items, cp, (uint32_t)at, (uint32_t)(at + len));
		at += len;
	}
}

/*
 * Read a part into items, in the encoding that it speaks for. Bytes that are no characters stay, for input.invalid. Where it
 * cannot be told, that is reported.
 */
static void read_part(const struct machine *machine, struct mending *mending, size_t start, size_t end)
{
	struct items *items = &mending->items;
	const uint8_t *text = machine->floor + start;
	unsigned rule = registry_number(&engine_step_encoding), confidence;
	if (!may_be_encoded(machine, text, end - start)) {
		read_plain(items, machine->floor, start, end);
		return;
	}
	enum encoding encoding = encoding_of_paragraph(&mending->encoding, text, end - start, &confidence);
	if (encoding == ENCODING_UTF8 || encoding == ENCODING_UNSURE)
		encoding_read_utf8(items, text, end - start, (uint32_t)start, rule);
	else
		encoding_read(items, encoding, text, end - start, (uint32_t)start, rule);
	if (encoding == ENCODING_UNSURE && items->len)
		items_report(items, 0, items->len, rule);
}

/* Put [start, end) of the source from machine->floor on right, a paragraph or a part of one, and append it to the text. */
static void mend_part(const struct machine *machine, struct mending *mending, size_t start, size_t end, bool whole)
{
	const struct active_steps *repairs = &machine->profile->repairs;
	struct items *items = &mending->items;
	items_clear(items);
	items->log = machine->edits != NULL;
	read_part(machine, mending, start, end);
	for (size_t i = 0; i < repairs->len && !items->failed; i++)
		if (is_asked(machine, &repairs->at[i]) && (whole || !takes_lines(repairs->at[i].step)))
			repairs->at[i].step->repair(items, repairs->at[i].value, repairs->at[i].number);
	struct buffer *text = &mending->text;
	size_t before = text->len;
	struct item_writer writer = {items, machine->floor, text, machine->edits ? &mending->first : NULL};
	items_put(&writer, (uint32_t)start, (uint32_t)end);
	bool same = text->len - before == end - start && !memcmp(text->at + before, machine->floor + start, end - start);
	mending->differs |= !same || items->finding_len;
}

/* Whether a paragraph starts at machine->floor, and not what follows where one was cut. */
static bool starts_paragraph(const struct machine *machine)
{
	if (machine->floor == machine->start)
		return !machine->goes_on;
	return paragraph_is_complete(machine->start, (size_t)(machine->floor - machine->start));
}

/* Put `len` bytes from machine->floor on right. */
static void mend_text(const struct machine *machine, struct mending *mending, size_t len)
{
	mending->text.len = 0;
	buffer_reserve(&mending->text, len); /* never NULL, also where nothing is left */
	mending->differs = false;
	edit_list_clear(&mending->first);
	edit_list_clear(&mending->second);
	for (size_t start = 0; start < len;) {
		size_t part = part_length(machine->floor + start, len - start);
		bool first = start ? paragraph_is_complete(machine->floor, start) : starts_paragraph(machine);
		bool whole = first && part == paragraph_first_end(machine->floor + start, len - start);
		mend_part(machine, mending, start, start + part, whole);
		start += part;
	}
	mending->first.source_len = (uint32_t)len;
	mending->first.output_len = (uint32_t)mending->text.len;
}

/* Run over the source up to `to`, which is not damaged. */
static void run_clean(struct machine *machine, const uint8_t *to)
{
	const uint8_t *end = machine->end;
	bool at_end = machine->at_end;
	machine->end = to;
	machine->at_end = at_end && to == end;
	machine->alert = false;
	machine_go_on(machine);
	machine->alert = true;
	machine->end = end;
	machine->at_end = at_end;
	machine_set_floor(machine);
}

/* Run over the text that was put right, and take what it becomes for the output of the source up to `to`. */
static void run_mended(struct machine *machine, struct mending *mending, const uint8_t *to)
{
	const struct machine block = *machine;
	uint32_t source_base = (uint32_t)(block.floor - block.start);
	machine->alert = false;
	machine->edits = block.edits ? &mending->second : NULL;
	machine_begin(machine, mending->text.at, mending->text.len, block.at_end && to == block.end);
	machine_go_on(machine);
	machine->edits = block.edits;
	if (machine->status == NORM_E_ENCODING)
		machine->error_at = source_base + norm_edits_to_source(&mending->first, machine->error_at);
	machine->alert = true;
	machine->start = block.start;
	machine->end = block.end;
	machine->at_end = block.at_end;
	machine->looked_to = block.looked_to;
	machine->arabic = block.arabic;
	machine->thrice = block.thrice;
	machine->digraphs = block.digraphs;
	machine->at = to;
	scope_begin(&machine->scope, block.start, (size_t)(block.end - block.start));
	if (block.edits && machine->status == NORM_OK) {
		struct edit_chain chain = {&mending->first, &mending->second, source_base, (uint32_t)block.floor_out,
					   block.start, machine->out.at};
		edit_chain_append(&chain, block.edits);
		if (block.edits->failed)
			machine->status = NORM_E_NOMEM;
	}
	machine_set_floor(machine);
}

/*
 * Where mending from machine->floor on ends: with the paragraph that is suspect. One that is too long is cut where a stream
 * cuts it, part by part, and if what is suspect comes later, the machine comes back.
 */
static const uint8_t *find_end(const struct machine *machine)
{
	const uint8_t *at = machine->floor;
	bool cut = false;
	while (at < machine->end && at <= machine->suspect && !cut) {
		size_t left = (size_t)(machine->end - at), len = left < PARAGRAPH_MAX ? left : PARAGRAPH_MAX;
		size_t whole = paragraph_first_end(at, len);
		size_t piece = machine_cut_piece(machine->profile, at, whole, &(struct weighed){0});
		cut = piece;
		at += cut ? piece : whole;
	}
	return at;
}

static struct mending *get_mending(struct machine *machine)
{
	if (!machine->mending && (machine->mending = calloc(1, sizeof *machine->mending))) {
		intake_begin_edits(&machine->mending->first, machine->profile);
		intake_begin_edits(&machine->mending->second, machine->profile);
	}
	return machine->mending;
}

void machine_mend(struct machine *machine)
{
	const uint8_t *to = find_end(machine);
	machine->at = machine->floor;
	machine->out.len = machine->floor_out;
	machine->woken = false;
	machine->status = NORM_OK;
	if (machine->edits)
		edit_list_rewind(machine->edits, machine->floor_edits);
	machine_set_floor(machine);
	struct mending *mending = get_mending(machine);
	if (mending)
		mend_text(machine, mending, (size_t)(to - machine->floor));
	if (!mending || mending->items.failed || mending->text.failed || mending->first.failed)
		machine->status = NORM_E_NOMEM;
	else if (mending->differs)
		run_mended(machine, mending, to);
	else
		run_clean(machine, to);
}
