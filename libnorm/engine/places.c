/* SPDX-License-Identifier: MIT */
/* The innermost loop of the machine: from one loud character of a window to the next. */
#include <string.h>

#include "engine/machine.h"
#include "engine/put_mark.h"
#include "engine/quiet.h"
#include "engine/registers.h"
#include "text/broken.h"
#include "text/space.h"
#include "unicode/utf8.h"

/* Room for the edits of so many places, and of what is folded: a place may be a broken character and a whole one. */
static bool reserve_edits(struct machine *machine, size_t places)
{
	const struct window *window = machine->window;
	size_t folded = window->folded_len - (size_t)(window->next_folded - window->folded);
	if (!edit_list_reserve(machine->edits, 2 * places + 1 + folded))
		machine->status = NORM_E_NOMEM;
	return machine->status == NORM_OK;
}

/* Put out what the step makes of the trigger: as machine_trigger() would, which asks settle(). There is room: see `growth`. */
INLINE struct registers put_between(struct machine *machine, struct registers now, const struct step *step)
{
	bool becomes = step->becomes_between(&machine->scope, (uint32_t)(now.at - machine->start));
	if (becomes && now.edit)
		now = note_edit(machine, now, machine->profile->table.between_extents[*now.at]);
	now.alone_out = now.out;
	now.out += utf8_encode(becomes ? step->between_cp : *now.at, now.out);
	now.at++;
	return now;
}

/* Whether the letter that has just been put out is the last of oe or ae, or, the next one being an e, may be the first. */
INLINE bool has_digraph(const struct machine *machine, struct registers now)
{
	if (now.out == machine->out.at || now.out[-1] < 'A' || now.at == machine->end)
		return false;
	return machine_is_digraph(now.out[-1], *now.at) ||
	       (now.out - machine->out.at > 1 && machine_is_digraph(now.out[-2], now.out[-1]));
}

/* Whether `len` bytes can be deleted here: what is behind them is no space that may meet one in front. */
INLINE bool can_drop(const struct machine *machine, struct registers now, unsigned len)
{
	const uint8_t *next = now.at + len;
	return next == machine->end || *next > SPACE_SP;
}

/* A deleted character; `copied`: the one in front of it was. */
INLINE struct registers drop(struct machine *machine, struct registers now, bool copied, unsigned len, uint32_t extent)
{
	now = settle(machine, now, copied);
	if (now.edit)
		now = note_edit(machine, now, extent);
	now.at += len;
	return now;
}

enum { THIRD_MARGIN = 8 }; /* longer than letters at the start of a replacement that may be the second and the third of three */

/* Whether the output with `quiet` bytes and the character behind them may come to the third of three equal letters. */
INLINE bool is_near(const struct machine *machine, struct registers now, size_t quiet, size_t third)
{
	return (size_t)(now.out - machine->out.at) + quiet + THIRD_MARGIN > third;
}

/* Bytes that are no character, and those behind them that are none by themselves; nothing moves when the profile does not allow that. */
INLINE struct registers put_invalid(struct machine *machine, struct registers now, bool copied, unsigned len, size_t third)
{
	const struct norm_profile *profile = machine->profile;
	bool drops = machine_drops_invalid(machine);
	if (machine_stops_at_invalid(machine) || (drops && !can_drop(machine, now, len)))
		return now;
	const uint8_t *next = now.at + len;
	size_t run = next < machine->window_end ? broken_run(next, machine->window_end, machine->end) : 0;
	if (drops) {
		now = drop(machine, now, copied, len, edit_extent(len, 0, profile->invalid_set));
		for (; run > 0 && can_drop(machine, now, 1) && !machine->digraphs; run--)
			now = drop(machine, now, false, 1, edit_extent(1, 0, profile->invalid_set));
		return now;
	}
	now = put_replacement(machine, now, len);
	for (; run > 0 && !is_near(machine, now, 0, third); run--) {
		len = 1;
		now = put_replacement(machine, now, len);
	}
	/* Not from its end: where it started cannot be told. */
	machine->alone = now.at - len;
	machine->alone_out = (size_t)(now.out - machine->out.at) - sizeof utf8_replacement;
	now.alone_out = NULL;
	return now;
}

/* Whether no repair step is asked about its trigger here: the text looks as it has done where none of them suspected anything. */
INLINE bool is_calm(const struct machine *machine, struct registers now, uint32_t cp)
{
	bool calm = now.at < machine->calm && machine->trigger == cp && !(machine->trigger_steps & ~machine->calm_steps);
	return calm || !machine->alert;
}

/* A character that has no hot word, or one of those that need more; nothing moves when it needs a closer look. */
INLINE struct registers put_other(struct machine *machine, struct registers now, bool copied, size_t third)
{
	const struct letter_table *table = &machine->profile->table;
	uint32_t cp;
	unsigned len = utf8_decode(now.at, machine->end, &cp);
	if (cp == UTF8_INVALID)
		return put_invalid(machine, now, copied, len, third);
	uint32_t entry = letter_entry(table, cp);
	if (!(entry & ~(ENTRY_RECORD | ENTRY_CHANGED)))
		return put_long(machine, now, entry, len);
	if (entry == ENTRY_RULE && !(letter_triggers(table, cp) & machine_say(machine)))
		return put_long(machine, now, 0, len);
	if ((entry & ~(ENTRY_RECORD | ENTRY_CHANGED)) == ENTRY_SUSPECT && cp && is_calm(machine, now, cp))
		return put_long(machine, now, entry & ENTRY_CHANGED ? entry : 0, len);
	if ((entry & ~ENTRY_RECORD) == ENTRY_DROP && can_drop(machine, now, len))
		return drop(machine, now, copied, len, edit_extent(len, 0, letter_record(table, entry).set));
	return now;
}

/*
 * Characters of three bytes or four in a row that stand alone, quiet or changed, short of the third of three equal letters; of those
 * that are changed only the first where digraphs are looked for.
 */
INLINE struct registers put_long_row(const struct machine *machine, struct registers now, size_t third)
{
	const uint32_t silent = ENTRY_RECORD | ENTRY_CHANGED | (machine->alert ? 0 : ENTRY_SUSPECT);
	while (now.at < machine->window_end && *now.at >= 0xE0 && !is_near(machine, now, 0, third)) {
		uint32_t cp;
		unsigned len = utf8_decode_long(now.at, machine->end, &cp);
		uint32_t entry = cp == UTF8_INVALID ? ENTRY_DROP : letter_entry(&machine->profile->table, cp);
		if (entry & ~silent)
			break;
		now = put_long(machine, now, entry & ENTRY_CHANGED ? entry : 0, len);
		if (entry && machine->digraphs)
			break;
	}
	return now;
}

/*
 * Whether put_others() goes on with a character that begins with this byte; those of two bytes have hot words, but for triggers of
 * repair steps such as it may just have put out.
 */
INLINE bool goes_on(uint8_t byte, uint8_t before)
{
	return byte >= 0xE0 || utf8_is_trail(byte) || (byte == before && byte >= 0x80);
}

/* Places of a window: [at, end). */
struct places {
	const uint16_t *at, *end;
};

enum { STRIDE = 8 }; /* places that are passed at once */

/* The last of the places that is in front of `to`. But for `pairs` of bytes every byte has a place. */
static const uint16_t *skip_places(struct places places, const uint8_t *src, const uint8_t *to, bool pairs)
{
	const uint16_t *place = places.at;
	ptrdiff_t bytes = to - src - *place;
	if (!pairs && bytes > 0)
		return bytes < places.end - place ? place + bytes - 1 : places.end - 1;
	while (places.end - place > STRIDE && src + place[STRIDE] < to)
		place += STRIDE;
	while (place + 1 < places.end && src + place[1] < to)
		place++;
	return place;
}

/* The same where most often none or few have been passed, to which the loop over the places comes by itself. */
INLINE const uint16_t *pass_places(struct places places, const uint8_t *src, const uint8_t *to)
{
	bool many = places.end - places.at > STRIDE && src + places.at[STRIDE] < to;
	return many ? skip_places(places, src, to, true) : places.at;
}

/*
 * The character at now.at has no hot word that settles it: put out that and all of its kind behind it, up to one that needs a closer
 * look. `copied`: the character in front was. Returns the last of the places in front of now.at.
 */
static const uint16_t *put_others(struct machine *machine, struct registers *memory, struct places places, const uint8_t *src,
				  bool copied, size_t third)
{
	struct registers now = *memory;
	const uint8_t *before;
	bool pairs = false;
	do {
		before = now.at;
		if (*now.at >= 0xE0)
			now = put_long_row(machine, now, third);
		if (now.at == before)
			now = put_other(machine, now, copied, third);
		pairs |= (*before >= 0xC2 && *before < 0xE0) || !now.alone_out; /* broken leads of pairs among others */
		copied = false;
		if (machine->digraphs && has_digraph(machine, now))
			break;
	} while (now.at > before && now.at < machine->window_end && goes_on(*now.at, *before) &&
		 !is_near(machine, now, 0, third));
	*memory = now;
	return skip_places(places, src, now.at, pairs);
}

/*
 * Leave the registers, which were read at `since`: for a special character, in front of which `quiet` bytes have been copied,
 * or for a letter put out that may be one of oe and ae; `since` is here then. False where the machine has failed or gone back.
 */
static bool leave_registers(struct machine *machine, struct checkpoint *since, const struct registers *memory,
			    bool special, size_t quiet, size_t places)
{
	write_back(machine, *memory);
	if (special && quiet)
		machine->bulk_end = memory->at;
	if (machine->thrice && machine_go_back(machine, since))
		return false;
	if (special)
		machine_special(machine);
	else
		machine_catch_digraph(machine);
	if (machine->thrice)
		*since = machine_checkpoint(machine);
	return machine->status == NORM_OK && (!machine->edits || reserve_edits(machine, places));
}

/*
 * A trigger in front of which `quiet` bytes have been copied. It may be passed, changed, or become an island. `places` are to come.
 * False where the machine has failed.
 */
static bool visit_trigger(struct machine *machine, struct registers *memory, struct loud loud, size_t quiet,
			  size_t places)
{
	write_back(machine, *memory);
	if (quiet)
		machine->bulk_end = memory->at;
	machine_trigger(machine, loud.index, ENTRY_RULE, loud.len);
	if (machine->profile->space_rules)
		machine_catch_pair(machine);
	if (machine->status != NORM_OK || (machine->edits && !reserve_edits(machine, places)))
		return false;
	*memory = read_back(machine);
	return true;
}

/* Put out `len` bytes that are quiet, and leave the registers. Where there are none, an island may have passed the window. */
static void leave_quiet(struct machine *machine, struct registers now, const uint8_t *src, size_t len)
{
	if (len == 0) {
		write_back(machine, now);
		return;
	}
	if (now.edit)
		now = note_folded(machine, now, src, len);
	now = put_quiet(now, machine->window->copied + (now.at - src), len);
	write_back(machine, now);
	machine->bulk_end = now.at;
}

/* The same near the third of three equal letters, to which these bytes come: put out what is in front. */
static void leave_near(struct machine *machine, struct registers now, const uint8_t *src, size_t quiet, size_t third)
{
	size_t len = (size_t)(now.out - machine->out.at) + THIRD_MARGIN;
	len = third > len ? third - len : 0;
	len = len < quiet ? len : quiet;
	while (len > 0 && utf8_is_trail(now.at[len]))
		len--;
	leave_quiet(machine, now, src, len);
}

/* The same, if these bytes come to it. */
INLINE bool leave_if_near(struct machine *machine, struct registers now, const uint8_t *src, size_t quiet, size_t third)
{
	bool near = is_near(machine, now, quiet, third);
	if (near)
		leave_near(machine, now, src, quiet, third);
	return near;
}

/* Which of the `count` places in a window are visited: [from, to). */
struct visit {
	size_t from, to, count;
};

/* Leave the registers, which were read at `since`, behind the last of the places; behind all, the rest of the window is quiet. */
static void leave_visited(struct machine *machine, struct registers now, const uint8_t *src, const struct visit *visit, struct checkpoint *since,
			  size_t third)
{
	size_t left = now.at < machine->window_end ? (size_t)(machine->window_end - now.at) : 0;
	size_t quiet = visit->to == visit->count ? left : 0;
	if (third != NO_THIRD) {
		leave_near(machine, now, src, quiet, third);
		return;
	}
	leave_quiet(machine, now, src, quiet);
	if (machine->thrice)
		machine_go_back(machine, since);
}

/*
 * Visit loud characters that the scanner has found, and put out what is quiet between them. This
 * is written once and compiled for each case, with and without edits, and up to three equal letters, the third of which
 * ends at `third` in the output. `passes`: most places are triggers, of which most are quiet.
 */
INLINE void visit_places(struct machine *machine, const uint8_t *src, const struct visit *visit, struct checkpoint *since,
			 bool edits, bool passes, size_t third)
{
	const struct letter_table *table = &machine->profile->table;
	const uint16_t *place = machine->window->places + visit->from, *last = machine->window->places + visit->to;
	const uint8_t *copied = machine->window->copied, *end = machine->end;
	const bool thrice = machine->thrice;
	const struct letter_beside *triggers = table->beside[edits][machine->arabic];
	struct registers now = read_back(machine);
	for (; place < last; place++) {
		enum quiet quiet = passes ? quiet_at(machine, src, (size_t)(now.at - src), *place, triggers) : QUIET_UNKNOWN;
		if (quiet == QUIET_YES)
			continue;
		while ((size_t)(now.at - src) <= *place) {
			size_t at = (size_t)(now.at - src);
			struct loud loud = look_at(src, at, *place, end);
			if (third != NO_THIRD && leave_if_near(machine, now, src, loud.start - at, third))
				return;
			if (edits)
				now = note_folded(machine, now, src, loud.start - at);
			now = put_quiet(now, copied + at, loud.start - at);
			uint32_t word = table->hot[loud.index];
			bool special = false;
			if (!(word & HOT_SPECIAL)) {
				if (edits && word & HOT_CHANGED)
					now = note_edit(machine, now, table->hot_extents[loud.index]);
				now = put_hot(now, word, loud.len);
			} else if (is_passed(machine, now, word, loud, triggers, quiet == QUIET_NO)) {
				now = put_hot(now, word, loud.len);
			} else if (word & HOT_RULE && (!edits || loud.start > at) && step_between(machine, now, loud.index, edits)) {
				now = put_between(machine, now, table->between[edits][loud.index]);
			} else if (word & HOT_RULE && !thrice) {
				struct registers memory = now;
				if (!visit_trigger(machine, &memory, loud, loud.start - at, (size_t)(last - place)))
					return;
				now = memory;
			} else if (word & HOT_MARK) {
				now = put_mark(machine, now, word, loud.start > at, since);
				special = now.at == src + loud.start;
			} else if (word & HOT_DROP && can_drop(machine, now, loud.len)) {
				now = drop(machine, now, loud.start > at, loud.len, table->hot_extents[loud.index]);
			} else if (letter_is_other(word)) {
				struct registers memory = now;
				place = put_others(machine, &memory, (struct places){place, last}, src, loud.start > at, third);
				now = memory;
				special = now.at == src + loud.start;
			} else {
				special = true;
			}
			if (!special && !(machine->digraphs && has_digraph(machine, now)))
				continue;
			struct registers memory = now;
			if (!leave_registers(machine, since, &memory, special, loud.start - at, (size_t)(last - place)))
				return;
			now = read_back(machine);
			place = pass_places((struct places){place, last}, src, now.at);
		}
	}
	leave_visited(machine, now, src, visit, since, third);
}

/* The machine may have gone back: so do the places to visit, and what is folded. */
static void rewind_places(const struct machine *machine, const uint8_t *src, struct visit *visit)
{
	struct window *window = machine->window;
	while (window->next_folded > window->folded && src + window->next_folded[-1] >= machine->at)
		window->next_folded--;
	while (visit->from > 0 && src + window->places[visit->from - 1] >= machine->at)
		visit->from--;
}

/* Each case apart, for so each has the registers for itself. */
static __attribute__((noinline)) void visit_plain(struct machine *machine, const uint8_t *src, const struct visit *visit,
							struct checkpoint *since)
{
	visit_places(machine, src, visit, since, false, false, NO_THIRD);
}

static __attribute__((noinline)) void visit_triggers(struct machine *machine, const uint8_t *src, const struct visit *visit,
							struct checkpoint *since)
{
	visit_places(machine, src, visit, since, false, true, NO_THIRD);
}

static __attribute__((noinline)) void visit_edits(struct machine *machine, const uint8_t *src, const struct visit *visit,
							struct checkpoint *since)
{
	visit_places(machine, src, visit, since, true, false, NO_THIRD);
}

static __attribute__((noinline)) void visit_triggers_edits(struct machine *machine, const uint8_t *src, const struct visit *visit,
							struct checkpoint *since)
{
	visit_places(machine, src, visit, since, true, true, NO_THIRD);
}

static __attribute__((noinline)) void visit_near(struct machine *machine, const uint8_t *src, const struct visit *visit,
						 struct checkpoint *since, size_t third)
{
	if (machine->edits)
		visit_places(machine, src, visit, since, true, false, third);
	else
		visit_places(machine, src, visit, since, false, false, third);
}

/* Visit the places, all or up to three equal letters; where some are found, the machine has gone back. */
static void visit_all(struct machine *machine, const uint8_t *src, const struct visit *visit, struct checkpoint *since)
{
	bool triggers = !machine->arabic && machine->profile->table.has_triggers;
	if (!machine->edits)
		(triggers ? visit_triggers : visit_plain)(machine, src, visit, since);
	else if (reserve_edits(machine, visit->to - visit->from))
		(triggers ? visit_triggers_edits : visit_edits)(machine, src, visit, since);
}

/* Three equal letters are there: put out what is in front of them, and them. */
static void take_near(struct machine *machine, const uint8_t *src, struct visit *visit, struct checkpoint *since)
{
	size_t third = machine->third;
	rewind_places(machine, src, visit);
	visit_near(machine, src, visit, since, third);
	machine_take_third(machine, third);
	while (visit->from < visit->count && src + machine->window->places[visit->from] < machine->at)
		visit->from++;
	*since = machine_checkpoint(machine);
}

void machine_places(struct machine *machine, const uint8_t *src, size_t count)
{
	/* Where three are found, there may be more: then so many places are visited at a time, for some have to be visited again. */
	enum { SLICE = 48 };
	struct visit visit = {0, count, count};
	struct checkpoint since = machine_checkpoint(machine);
	for (bool more = true; more && machine->status == NORM_OK; visit.to = count - visit.from < SLICE ? count : visit.from + SLICE) {
		struct checkpoint start = machine_checkpoint(machine);
		machine->third = NO_THIRD;
		visit_all(machine, src, &visit, &since);
		more = machine->third != NO_THIRD || visit.to < count;
		if (machine->third != NO_THIRD && machine->status == NORM_OK) {
			take_near(machine, src, &visit, &since);
			continue;
		}
		visit.from = visit.to;
		/* Those that begin in front of where the next places do are still found as a whole. */
		since = since.at < start.at ? start : since;
	}
}
