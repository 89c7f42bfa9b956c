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
#include "text/ascii_set.h"
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
	bool changed;                    /* something was put right */
	bool invalid;                    /* not all bytes are characters */
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

static bool is_asked(const struct machine *machine, const struct active_step *repair)
{
	return machine->edits || !(repair->step->report_values >> repair->value & 1);
}

/* Whether a step that is on has a say in the text at hand. */
static bool has_say(const struct machine *machine, const struct active_step *repair)
{
	return is_asked(machine, repair) && (machine->arabic || !repair->step->arabic_only);
}

/* Whether the line that ends at `at` has more than one part: it is too long for steps that look at whole lines. */
static bool is_long_line(const struct machine *machine, const uint8_t *at)
{
	return at - machine->floor > PART_MAX && !paragraph_last_start(at - PART_MAX - 1, PART_MAX + 1);
}

/* Note the repair steps of which `cp` is a trigger, as bits: done once, for most triggers of a text are one and the same character. */
static void note_trigger(struct machine *machine, uint32_t cp)
{
	const struct active_steps *repairs = &machine->profile->repairs;
	machine->trigger = cp;
	machine->trigger_steps = 0;
	for (size_t i = 0; i < repairs->len; i++) {
		const struct step *step = repairs->at[i].step;
		bool has = is_asked(machine, &repairs->at[i]) && step_range_has(step->triggers, step->trigger_count, cp);
		machine->trigger_steps |= (uint64_t)has << i;
	}
}

/* Whether all that the calm step sees at `at` is as it was where it has been calm: a character repeated over and over. */
static bool looks_calm(const struct machine *machine, const uint8_t *at)
{
	const uint8_t *before = machine->calm_at;
	if (!machine->detects || before > at || before - machine->floor < STEP_VIEW || machine->end - at < STEP_VIEW)
		return false;
	return !memcmp(at - STEP_VIEW, before - STEP_VIEW, 2 * STEP_VIEW);
}

/*
 * Where looks_calm() holds at `at`: the last place of those that would be asked next of which it holds as well, for the text goes on as
 * it has done between the place asked before and this one.
 */
static const uint8_t *last_calm(const struct machine *machine, const uint8_t *at)
{
	size_t step = (size_t)(at - machine->calm_at);
	const uint8_t *seen = at + STEP_VIEW;
	if (step == 0)
		return at;
	while (seen < machine->end && *seen == *(seen - step))
		seen++;
	size_t ahead = (size_t)(seen - at) - STEP_VIEW;
	return at + (ahead - ahead % step);
}

static void note_calm(struct machine *machine, const struct active_step *repair, const uint8_t *at)
{
	size_t left = (size_t)(machine->end - at);
	machine->calm = at + paragraph_first_end(at, left < STEP_CALM ? left : STEP_CALM);
	machine->calm_step = repair->step;
	machine->calm_steps = UINT64_C(1) << (repair - machine->profile->repairs.at);
	machine->calm_at = at;
}

static bool step_suspects(struct machine *machine, const struct active_step *repair, const uint8_t *at)
{
	bool was_calm = repair->step == machine->calm_step;
	if ((was_calm && at < machine->calm) || (repair->step->arabic_only && !machine->arabic))
		return false;
	if (was_calm && looks_calm(machine, at)) {
		note_calm(machine, repair, last_calm(machine, at));
		return false;
	}
	enum suspicion suspicion = repair->step->suspects(repair->value, machine->floor, at, machine->end);
	if (suspicion == SUSPICION_CALM)
		note_calm(machine, repair, at);
	return suspicion == SUSPICION_SOME;
}

static bool stop_for(struct machine *machine, const uint8_t *suspect)
{
	machine->status = MACHINE_SUSPECTS;
	machine->suspect = suspect;
	return true;
}

bool machine_suspects(struct machine *machine, const uint8_t *at, uint32_t cp)
{
	const struct active_steps *repairs = &machine->profile->repairs;
	/* Islands ask again. */
	if (!machine->alert || at == machine->cleared)
		return false;
	if (machine->trigger != cp)
		note_trigger(machine, cp);
	bool suspects = machine->detects && (cp == UTF8_INVALID || cp == 0);
	for (uint64_t steps = machine->trigger_steps; steps && !suspects; steps &= steps - 1)
		suspects = step_suspects(machine, &repairs->at[__builtin_ctzll(steps)], at);
	machine->cleared = at;
	return suspects && stop_for(machine, at);
}

/* Whether a step suspects the line that ends at `at`. Hardly any does, so whether it has a say is asked last. */
static inline bool end_suspects(const struct machine *machine, const uint8_t *at)
{
	const struct active_step *step = machine->profile->line_steps.at, *end = step + machine->profile->line_steps.len;
	bool suspects = false;
	for (; step < end && !is_long_line(machine, at) && !suspects; step++)
		suspects = step->step->suspects(step->value, machine->floor, at, machine->end) == SUSPICION_SOME && has_say(machine, step);
	return suspects;
}

/* Whether a step suspects the last line of the block, which has no end. */
static bool last_line_suspects(const struct machine *machine)
{
	return machine->end[-1] != '\n' && end_suspects(machine, machine->end);
}

/* There is nothing in a line that is empty; and where the machine comes by again, it has looked. */
bool machine_suspects_ends(struct machine *machine, uint64_t groups)
{
	const uint64_t *feeds = machine->window->feeds;
	const uint8_t *at = machine->at;
	uint64_t first = at == machine->floor || at[-1] == '\n';
	if (machine->window_end <= machine->ends_to)
		return false;
	for (; groups; groups &= groups - 1) {
		unsigned group = (unsigned)__builtin_ctzll(groups);
		uint64_t before = group ? feeds[group - 1] >> 63 : first;
		for (uint64_t left = feeds[group] & ~(feeds[group] << 1 | before); left; left &= left - 1) {
			const uint8_t *feed = at + group * SCAN_GROUP + __builtin_ctzll(left);
			if (feed >= machine->ends_to && end_suspects(machine, feed))
				return stop_for(machine, feed);
		}
	}
	machine->ends_to = machine->window_end;
	bool last = machine->window_end == machine->end && last_line_suspects(machine);
	return last && stop_for(machine, machine->end);
}

bool machine_suspects_passed(struct machine *machine)
{
	const uint8_t *from = machine->ends_to > machine->floor ? machine->ends_to : machine->floor, *to = machine->at, *feed;
	if (!machine_looks_at_lines(machine) || from >= to)
		return false;
	for (const uint8_t *at = from; (feed = memchr(at, '\n', (size_t)(to - at))); at = feed + 1)
		if (feed > machine->floor && feed[-1] != '\n' && end_suspects(machine, feed))
			return stop_for(machine, feed);
	machine->ends_to = to;
	return to == machine->end && last_line_suspects(machine) && stop_for(machine, to);
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

/* The length of PARAGRAPH SEPARATOR if a paragraph in a code page ends with it: it has to end there for those who read it again. */
static size_t separator_length(enum encoding encoding, const uint8_t *text, size_t len)
{
	const size_t own = sizeof paragraph_separator;
	return encoding >= ENCODING_CODEPAGE && len > own && paragraph_is_separated(text, len) ? own : 0;
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
	if (encoding != ENCODING_UTF8 && items->len)
		items_tell(items, 0, items->len, rule, encoding_detail(mending->encoding.best, confidence));
}

/* Let the repair steps put a part right; `whole`: it is a paragraph, and no part of one. */
static void repair_part(const struct machine *machine, struct items *items, bool whole)
{
	const struct active_step *repair = machine->profile->repairs.at, *end = repair + machine->profile->repairs.len;
	struct ascii_set ascii = ascii_set_of(items);
	for (; repair < end && !items->failed; repair++) {
		if (!is_asked(machine, repair) || !ascii_set_has_trigger(&ascii, repair->step) || (!whole && repair->step->whole_lines))
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
	mending->changed = mending->invalid = false;
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
	if (machine->status == NORM_E_ENCODING)
		machine->error_at = source_base + norm_edits_to_source(&mending->first, machine->error_at);
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

/* The end of the paragraph at machine->floor. One that is too long is cut where a stream cuts it. */
static const uint8_t *find_end(const struct machine *machine, bool *ret_cut)
{
	const uint8_t *at = machine->floor;
	*ret_cut = false;
	if (machine->single && at == machine->start)
		return machine->end;
	return at + machine_part_length(machine->profile, at, (size_t)(machine->end - at), ret_cut);
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
 * Put the paragraph [machine->floor, to) right, and stand behind it. What repair left there, and names, it may see with other eyes once
 * the rest of it is changed.
 */
static void mend_paragraph(struct machine *machine, const uint8_t *to)
{
	const uint8_t *from = machine->floor;
	const size_t start = machine->floor_out;
	struct mending *mending = get_mending(machine);
	if (mending)
		mend_text(machine, mending, (size_t)(to - from));
	if (!mending || mending->items.failed || mending->text.failed || mending->first.failed)
		machine->status = NORM_E_NOMEM;
	else if (mending->changed || norm_edits_count(&mending->first))
		run_mended(machine, mending, to);
	else
		run_unchanged(machine, &mending->first, to);
	if (machine->status == NORM_OK && (mending->changed || mending->invalid || has_changed(machine, start, from, to)))
		machine_doubt_mended(machine, start, from, to);
}

/*
 * Put the paragraphs from machine->floor to the one that is suspect right, and stand behind them. If what is suspect comes behind a
 * cut, the machine comes back.
 */
static void mend(struct machine *machine)
{
	bool cut = false;
	while (machine->floor < machine->end && machine->floor <= machine->suspect && !cut && machine->status == NORM_OK)
		mend_paragraph(machine, find_end(machine, &cut));
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
