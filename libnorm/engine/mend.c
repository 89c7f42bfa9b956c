/* SPDX-License-Identifier: MIT */
/*
 * Damaged text. The machine looks out for it while it does its work (suspect.c), which costs clean text next to nothing.
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
#include "text/ascii_set.h"
#include "text/edit_chain.h"
#include "text/item_write.h"
#include "text/paragraph.h"
#include "unicode/utf8.h"

struct mending {
	struct items items;              /* of the part in hand */
	struct buffer text;              /* paragraphs put right */
	struct norm_edits first, second; /* from the source to that text, from there to the output */
	bool changed;                    /* something was put right */
	bool invalid;                    /* it is not UTF-8 */
	bool broken;                     /* bytes are no characters in the encoding of their paragraph */
	uint32_t broken_at;              /* the first of them, if a profile has to know (`strict`) */
	struct encoding_state encoding;  /* what earlier paragraphs tell */
	struct place_rewriter *places;   /* NULL where names of places stay */
};

void mending_free(struct mending *mending)
{
	if (!mending)
		return;
	items_release(&mending->items);
	buffer_release(&mending->text);
	edit_list_release(&mending->first);
	edit_list_release(&mending->second);
	place_rewriter_free(mending->places);
	free(mending);
}

void mending_reset(struct mending *mending)
{
	if (!mending)
		return;
	mending->items.failed = mending->text.failed = mending->first.failed = mending->second.failed = false;
	mending->encoding = (struct encoding_state){0};
}

/* The length of the part of a paragraph that is judged together: all of it, or of a long one up to a space, if there is one. */
static size_t part_length(const uint8_t *text, size_t len)
{
	size_t part = paragraph_first_end(text, len < MACHINE_PART_MAX ? len : MACHINE_PART_MAX);
	if (part < MACHINE_PART_MAX || part == len || paragraph_is_complete(text, part))
		return part;
	while (part > 1 && text[part - 1] != ' ')
		part--;
	return part > 1 ? part : MACHINE_PART_MAX - utf8_incomplete_tail(text, MACHINE_PART_MAX);
}

/* The length of PARAGRAPH SEPARATOR if a paragraph in a code page ends with it: it has to end there for those who read it again. */
static size_t separator_length(enum encoding encoding, const uint8_t *text, size_t len)
{
	const size_t own = sizeof paragraph_separator;
	return encoding >= ENCODING_CODEPAGE && len > own && paragraph_is_separated(text, len) ? own : 0;
}

/*
 * Read a part into items, in the encoding that it speaks for. Bytes that are no characters stay, for input.invalid. Another
 * encoding than UTF-8 is reported, be it sure or not.
 */
static void read_part(const struct machine *machine, struct mending *mending, size_t start, size_t end)
{
	struct items *items = &mending->items;
	const uint8_t *text = machine->floor + start;
	unsigned rule = registry_number(&engine_step_encoding), confidence;
	if (!machine->detects) {
		encoding_read_plain(items, text, end - start, (uint32_t)start);
		return;
	}
	if (encoding_read_valid(items, text, end - start, (uint32_t)start))
		return;
	items->len = 0;
	mending->invalid = true;
	enum encoding encoding = encoding_of_paragraph(&mending->encoding, text, end - start, &confidence);
	size_t separator = separator_length(encoding, text, end - start), len = end - start - separator;
	if (encoding == ENCODING_UTF8 || encoding == ENCODING_UNSURE)
		encoding_read_utf8(items, text, len, (uint32_t)start, rule);
	else
		encoding_read(items, encoding, text, len, (uint32_t)start, rule);
	encoding_read_plain(items, text + len, separator, (uint32_t)(end - separator));
	if (encoding != ENCODING_UTF8 && mending->encoding.best != ENCODING_UTF8 && items->len)
		items_tell(items, 0, items->len, rule, encoding_detail(mending->encoding.best, confidence));
}

/* Note the first byte that is no character, where that is an error: then it does not matter that it might be put right. */
static void note_broken(const struct machine *machine, struct mending *mending)
{
	const struct items *items = &mending->items;
	if (machine->profile->invalid != INVALID_STRICT)
		return;
	for (size_t i = 0; i < items->len && !mending->broken; i++)
		if (item_is_byte(items->at[i].cp)) {
			mending->broken = true;
			mending->broken_at = items->at[i].start;
		}
}

/* Let the repair steps put a part right; `whole`: it is a paragraph, and no part of one. */
static void repair_part(const struct machine *machine, struct items *items, bool whole)
{
	const struct active_step *repair = machine->profile->repairs.at, *end = repair + machine->profile->repairs.len;
	struct ascii_set ascii = ascii_set_of(items);
	for (; repair < end && !items->failed; repair++) {
		if (!machine_asks(machine, repair) || !ascii_set_has_trigger(&ascii, repair->step) || (!whole && repair->step->whole_lines))
			continue;
		items->changed = false;
		repair->step->repair(items, repair->value, repair->number);
		if (items->changed)
			ascii = ascii_set_of(items);
	}
}

/* Put [start, end) of the source from machine->floor on right, a paragraph or a part of one, and append it to the text. */
static void mend_part(const struct machine *machine, struct mending *mending, size_t start, size_t end, bool whole)
{
	struct items *items = &mending->items;
	items_clear(items);
	items->log = machine->edits != NULL;
	read_part(machine, mending, start, end);
	note_broken(machine, mending);
	repair_part(machine, items, whole);
	if (mending->places && !place_rewrite(mending->places, items))
		items->failed = true;
	struct buffer *text = &mending->text;
	size_t before = text->len;
	struct item_writer writer = {items, machine->floor, text, machine->edits ? &mending->first : NULL};
	items_put(&writer, (uint32_t)start, (uint32_t)end);
	bool same = text->len - before == end - start && !memcmp(text->at + before, machine->floor + start, end - start);
	mending->changed |= !same;
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
	mending->changed = mending->invalid = mending->broken = false;
	edit_list_clear(&mending->first);
	edit_list_clear(&mending->second);
	for (size_t start = 0; start < len;) {
		size_t part = part_length(machine->floor + start, len - start);
		bool first = start ? paragraph_is_complete(machine->floor, start) : starts_paragraph(machine);
		bool whole = first && part == paragraph_first_end(machine->floor + start, len - start);
		mend_part(machine, mending, start, start + part, whole);
		edit_list_pack(&mending->first, 0);
		start += part;
	}
	mending->first.source_len = (uint32_t)len;
	mending->first.output_len = (uint32_t)mending->text.len;
}

/* Run over the source up to `to`, which is not damaged, or of which nothing can be put right. */
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

/* The same of a paragraph, or a part of one, that stays as it is, with what was found in it. */
static void run_unchanged(struct machine *machine, const struct norm_edits *first, const uint8_t *to)
{
	uint32_t base = (uint32_t)(machine->floor - machine->start);
	size_t from = machine->edits ? machine->edits->finding_len : 0;
	scope_know_part(&machine->scope, base, (uint32_t)(to - machine->floor));
	run_clean(machine, to);
	if (!first->finding_len || machine->status != NORM_OK)
		return;
	edit_chain_merge_findings(first, base, from, machine->edits);
	machine_set_floor(machine);
	if (machine->edits->failed)
		machine->status = NORM_E_NOMEM;
}

/* Run over the text that was put right, and take what it becomes for the output of the source up to `to`. */
static void run_mended(struct machine *machine, struct mending *mending, const uint8_t *to)
{
	const struct machine block = *machine;
	uint32_t source_base = (uint32_t)(block.floor - block.start);
	machine->alert = false;
	machine->edits = block.edits ? &mending->second : NULL;
	machine->goes_on = !starts_paragraph(&block);
	machine->single = false;
	machine_begin(machine, mending->text.at, mending->text.len, block.at_end && to == block.end);
	machine_go_on(machine);
	machine->edits = block.edits;
	machine->alert = true;
	machine->start = block.start;
	machine->end = block.end;
	machine->at_end = block.at_end;
	machine->goes_on = block.goes_on;
	machine->single = block.single;
	machine->doubted = SCOPE_NOWHERE;
	machine->looked_from = block.looked_from;
	machine->looked_to = block.looked_to;
	machine->ends_to = block.ends_to > to ? block.ends_to : to;
	machine->arabic = block.arabic;
	machine->thrice = block.thrice;
	machine->digraphs = block.digraphs;
	machine->at = to;
	scope_begin(&machine->scope, block.start, block.scope.len);
	if (block.edits && machine->status == NORM_OK) {
		struct edit_chain chain = {&mending->first, &mending->second, source_base, (uint32_t)block.floor_out,
					   block.start, machine->out.at};
		edit_chain_append(&chain, block.edits);
		if (block.edits->failed)
			machine->status = NORM_E_NOMEM;
	}
	machine_set_floor(machine);
}

static struct mending *get_mending(struct machine *machine)
{
	if (!machine->mending && (machine->mending = calloc(1, sizeof *machine->mending))) {
		intake_begin_edits(&machine->mending->first, machine->profile);
		intake_begin_edits(&machine->mending->second, machine->profile);
	}
	struct mending *mending = machine->mending;
	const struct norm_profile *profile = machine->profile;
	if (mending && profile->gazetteer && !mending->places)
		mending->places = place_rewriter_new(profile->gazetteer, &profile->places, &machine->scope);
	return mending && profile->gazetteer && !mending->places ? NULL : mending;
}

/* Whether the paragraph [from, to) was put out, from the output's byte `start` on, as something else than it was. */
static bool has_changed(const struct machine *machine, size_t start, const uint8_t *from, const uint8_t *to)
{
	size_t len = (size_t)(to - from);
	return machine->out.len - start != len || memcmp(machine->out.at + start, from, len);
}

/*
 * Whether repair may see the paragraph [from, to) with other eyes than it did, and names, now that the rest of it has changed. What
 * steps have looked at that only report is asked as without edits, where they do not look: the text must be the same.
 */
static bool may_see_more(const struct machine *machine, const struct mending *mending, size_t start, const uint8_t *from, const uint8_t *to)
{
	if (mending->changed || mending->invalid)
		return true;
	return has_changed(machine, start, from, to) &&
	       (!machine->edits || mending->places || machine_suspects_without_edits(machine, from, to));
}

static void fail_encoding(struct machine *machine, const struct mending *mending)
{
	machine->status = NORM_E_ENCODING;
	machine->error_at = (size_t)(machine->floor - machine->start) + mending->broken_at;
}

/* Put the paragraph [machine->floor, to) right, if it is not an error, and stand behind it. */
static void mend_paragraph(struct machine *machine, const uint8_t *to)
{
	const uint8_t *from = machine->floor;
	const size_t start = machine->floor_out;
	struct mending *mending = get_mending(machine);
	if (mending)
		mend_text(machine, mending, (size_t)(to - from));
	if (!mending || mending->items.failed || mending->text.failed || mending->first.failed)
		machine->status = NORM_E_NOMEM;
	else if (mending->broken)
		fail_encoding(machine, mending);
	else if (mending->changed || norm_edits_count(&mending->first))
		run_mended(machine, mending, to);
	else
		run_unchanged(machine, &mending->first, to);
	if (machine->status == NORM_OK && may_see_more(machine, mending, start, from, to))
		machine_doubt_mended(machine, start, from, to);
}

/*
 * Put the paragraphs from machine->floor to the one that is suspect right, and stand behind them. What is cut off one that is too long
 * ends with machine->end.
 */
static void mend(struct machine *machine)
{
	while (machine->floor < machine->end && machine->floor <= machine->suspect && machine->status == NORM_OK) {
		const uint8_t *at = machine->floor;
		mend_paragraph(machine, at + paragraph_first_end(at, (size_t)(machine->end - at)));
	}
	machine->stride = WINDOW / 16; /* damage is seldom alone: the machine may have to stop soon */
}

void machine_mend(struct machine *machine)
{
	/* The paragraphs that have been run over in front of it are not damaged. */
	const uint8_t *passed = machine->at < machine->suspect ? machine->at : machine->suspect;
	size_t clean = paragraph_last_start(machine->floor, (size_t)(passed - machine->floor));
	machine->at = machine->floor;
	machine->out.len = machine->floor_out;
	machine_cut_doubts(machine);
	machine->woken = false;
	machine->status = NORM_OK;
	/* An island may have gone beyond the lines among which the floor is, and others have been looked at since. */
	if (machine->floor < machine->looked_from)
		machine->looked_to = machine->floor;
	if (machine->edits)
		edit_list_rewind(machine->edits, machine->floor_edits);
	machine_set_floor(machine);
	if (clean)
		run_clean(machine, machine->floor + clean);
	if (machine->status == NORM_OK)
		mend(machine);
}

void machine_run_places(struct machine *machine)
{
	enum { AT_ONCE = 1 << 14 };
	while (machine->at < machine->end && machine->status == NORM_OK) {
		size_t left = (size_t)(machine->end - machine->at);
		size_t whole = left > AT_ONCE ? paragraph_last_start(machine->at, AT_ONCE) : left;
		machine->suspect = machine->at + (whole ? whole : 1) - 1;
		mend(machine);
	}
}
