/* SPDX-License-Identifier: MIT */
/*
 * The slow path, part one: reading an island into items. Each combining sequence is mapped as a
 * whole; then the rule steps run over all items, and text/item_write.c puts them out.
 */
#include "engine/island.h"

#include <string.h>

#include "text/item_write.h"
#include "text/paragraph.h"
#include "text/space.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

enum {
	/* An island that has so many items ends in front of the next character that stands alone. */
	ISLAND_MAX = 1 << 16,
	/* One that may not end, because a step reaches further, ends at so many; one that cannot end has parts of so many. */
	ISLAND_HARD_MAX = 2 * ISLAND_MAX,
	/* So many triggers of such steps may stand in front of the one that woke. */
	STEP_BACK_MAX = 64,
	/* Of a run of spaces not more are kept, not even as indentation: what is longer is no layout. */
	SPACES_MAX = 1 << 16,
	GRAPHEME_JOINER = 0x034F,
};

/* The character at a place of the source; U+FFFD where none is. Always inlined: it stays in registers. */
struct character {
	uint32_t cp, entry;
	const uint8_t *at, *end; /* at == end behind the block */
	bool invalid;
};

static inline __attribute__((always_inline)) struct character read_character(const struct machine *machine,
									     const uint8_t *at)
{
	struct character c = {.at = at, .end = at};
	if (at == machine->end)
		return c;
	c.end += utf8_decode(at, machine->end, &c.cp);
	c.invalid = c.cp == UTF8_INVALID;
	if (c.invalid)
		c.cp = 0xFFFD;
	c.entry = c.invalid ? machine_invalid_entry(machine) : letter_entry(&machine->profile->table, c.cp);
	return c;
}

static bool is_behind(const struct character *c)
{
	return c->at == c->end;
}

static uint32_t offset_of(const struct machine *machine, const uint8_t *at)
{
	return (uint32_t)(at - machine->start);
}

static void note_set(struct machine *machine, const struct ruleset *rules, const uint8_t *from, const uint8_t *to)
{
	if (!machine->items.log)
		return;
	for (size_t word = 0; word < COUNT_OF(rules->bits); word++)
		for (uint64_t bits = rules->bits[word]; bits; bits &= bits - 1)
			items_note(&machine->items, (unsigned)(word * 64) + (unsigned)__builtin_ctzll(bits),
				   offset_of(machine, from), offset_of(machine, to));
}

static inline void note_record(struct machine *machine, uint32_t entry, const uint8_t *from, const uint8_t *to)
{
	if (machine->items.log && entry & ENTRY_RECORD)
		note_set(machine, &machine->profile->sets.at[letter_record(&machine->profile->table, entry).set], from,
			 to);
}

/* The rule on whose account the spaces of a run go that are more than are kept. */
static unsigned space_rule(const struct machine *machine)
{
	const struct norm_profile *profile = machine->profile;
	return profile->rules.at[__builtin_ctzll(profile->space_rules)].number;
}

static inline void push(struct machine *machine, uint32_t cp, const uint8_t *from, const uint8_t *to)
{
	bool space = space_is_inline(cp);
	machine->space_run = space ? machine->space_run + 1 : 0;
	machine->reach -= machine->reach > 0 && !space && (cp < 0xAD || !unicode_is_ignorable(cp));
	if (machine->space_run > SPACES_MAX && machine->profile->space_rules) {
		items_note(&machine->items, space_rule(machine), offset_of(machine, from), offset_of(machine, to));
		return;
	}
	items_push(&machine->items, cp, offset_of(machine, from), offset_of(machine, to));
}

/* Append the replacement of a character. */
static void push_record(struct machine *machine, uint32_t entry, const uint8_t *from, const uint8_t *to)
{
	struct letter_record record = letter_record(&machine->profile->table, entry);
	const uint8_t *end = record.bytes + record.len;
	uint32_t cp;
	note_record(machine, entry, from, to);
	for (const uint8_t *at = record.bytes; at < end; push(machine, cp, from, to))
		at += utf8_decode(at, end, &cp);
}

/* Append what becomes of a character that stands alone, by the letter table. */
static void push_alone(struct machine *machine, uint32_t cp, uint32_t entry, const uint8_t *from, const uint8_t *to)
{
	if (entry & (ENTRY_CHANGED | ENTRY_DROP))
		push_record(machine, entry, from, to);
	else
		push(machine, cp, from, to);
}

/* Map machine->characters, read from [from, to), and append the result. */
static void push_sequence(struct machine *machine, const uint8_t *from, const uint8_t *to)
{
	struct ruleset rules = {0};
	const struct cpbuf *characters = &machine->characters;
	if (!sequence_map(&machine->sequence, machine->profile, characters->at, characters->len,
			  machine->items.log ? &rules : NULL)) {
		machine->status = NORM_E_NOMEM;
		return;
	}
	note_set(machine, &rules, from, to);
	for (size_t i = 0; i < machine->sequence.out.len; i++) {
		uint32_t cp = machine->sequence.out.at[i];
		bool trigger = machine->profile->triggers && letter_entry(&machine->profile->table, cp) & ENTRY_RULE;
		machine->woken |= space_is_inline(cp) || trigger;
		push(machine, cp, from, to);
	}
}

static bool is_deleted(const struct character *c)
{
	return c->entry & ENTRY_DROP;
}

/* A deleted character leaves nothing but the names of its rules. */
static void note_deleted(struct machine *machine, const struct character *c)
{
	if (c->invalid)
		note_set(machine, &machine->profile->sets.at[machine->profile->invalid_set], c->at, c->end);
	else
		note_record(machine, c->entry, c->at, c->end);
}

/*
 * Collect the combining sequence that begins with `c` into machine->characters: one character, and all behind it that join it,
 * `limit` in all, also across characters that are deleted. Returns its end, and moves `c` to the character there.
 */
static const uint8_t *read_sequence(struct machine *machine, struct character *c, size_t limit)
{
	struct cpbuf *characters = &machine->characters;
	const uint8_t *end = c->end;
	struct character next = read_character(machine, end), ahead = next;
	size_t room = limit - sequence_length(c->cp);
	characters->len = 0;
	cpbuf_push(characters, c->cp);
	while (!is_behind(&ahead) && (is_deleted(&ahead) || sequence_length(ahead.cp) <= room)) {
		if (is_deleted(&ahead)) {
			if (ahead.entry & ENTRY_SUSPECT && machine_suspects(machine, ahead.at, ahead.cp))
				break;
			note_deleted(machine, &ahead);
			ahead = read_character(machine, ahead.end);
		} else if (ahead.entry & (ENTRY_JOIN | ENTRY_MARK)) {
			machine->woken |= (ahead.entry & ENTRY_RULE) != 0;
			cpbuf_push(characters, ahead.cp);
			room -= sequence_length(ahead.cp);
			end = ahead.end;
			next = ahead = read_character(machine, end);
		} else {
			break;
		}
	}
	*c = next;
	return end;
}

/* The end of a paragraph is no letter: marks behind it have no base, also where a stream cuts there. */
static bool ends_paragraph(uint32_t cp)
{
	return cp == SPACE_LF || cp == SPACE_PS;
}

/* Whether a character that joins what is in front of it is at `c` or behind deleted ones there. */
static bool is_joined(const struct machine *machine, struct character c)
{
	while (!is_behind(&c) && is_deleted(&c))
		c = read_character(machine, c.end);
	return c.entry & (ENTRY_JOIN | ENTRY_MARK);
}

/*
 * A sequence has reached its limit: part it from the rest of its marks by a joiner. Without a normal
 * form nothing is put in order, and it is enough to remember the base.
 */
static void part_sequence(struct machine *machine, const uint8_t *at)
{
	const struct cpbuf *out = &machine->sequence.out;
	if (machine->profile->form == NORMAL_NONE) {
		for (size_t i = 0; i < out->len; i++)
			if (unicode_ccc(out->at[i]) == 0)
				machine->sequence.base = out->at[i];
		return;
	}
	machine->behind_joiner = true;
	items_note(&machine->items, registry_number(&engine_step_form), offset_of(machine, at), offset_of(machine, at));
	push(machine, GRAPHEME_JOINER, at, at);
}

/* The combining class that marks behind `c`, as it is put out, have to respect. */
static unsigned last_class(const struct machine *machine, const struct character *c)
{
	if (!(c->entry & ENTRY_CHANGED))
		return unicode_ccc(c->cp);
	struct letter_record record = letter_record(&machine->profile->table, c->entry);
	const uint8_t *end = record.bytes + record.len;
	uint32_t cp;
	utf8_decode(utf8_previous(record.bytes, end), end, &cp);
	return unicode_ccc(cp);
}

/*
 * Whether nothing happens to the marks behind a character which stands alone: they do not compose and are in order.
 * Returns the end of the last of them then, else NULL.
 */
static const uint8_t *quiet_marks_end(const struct machine *machine, const struct character *first)
{
	const uint8_t *end = first->end;
	unsigned last = last_class(machine, first);
	for (struct character c = read_character(machine, end); !is_behind(&c); c = read_character(machine, c.end)) {
		if (is_deleted(&c))
			continue;
		if (!(c.entry & (ENTRY_JOIN | ENTRY_MARK)))
			break;
		if (c.entry & ENTRY_JOIN || unicode_ccc(c.cp) < last)
			return NULL;
		last = unicode_ccc(c.cp);
		end = c.end;
	}
	return end;
}

/*
 * Take a character that stands alone with marks to which nothing happens. The fast path puts these out one by one,
 * however many there are, so this does the same.
 */
static bool take_quiet_marks(struct machine *machine, struct character *c)
{
	bool goes_on = machine->behind_joiner || machine->sequence.base;
	const uint8_t *end = c->entry & ENTRY_JOIN || goes_on ? NULL : quiet_marks_end(machine, c);
	if (!end)
		return false;
	push_alone(machine, c->cp, c->entry, c->at, c->end);
	for (*c = read_character(machine, c->end); c->at < end; *c = read_character(machine, c->end)) {
		machine->woken |= (c->entry & ENTRY_RULE) != 0;
		if (is_deleted(c))
			note_deleted(machine, c);
		else
			push(machine, c->cp, c->at, c->end);
	}
	return true;
}

/* Take a character that stands alone with nothing behind it that joins it, as most are. */
static bool take_alone(struct machine *machine, struct character *c)
{
	struct character next = read_character(machine, c->end);
	if (c->entry & ENTRY_JOIN || next.entry & (ENTRY_JOIN | ENTRY_MARK | ENTRY_DROP))
		return false;
	push_alone(machine, c->cp, c->entry, c->at, c->end);
	machine->behind_joiner = false;
	machine->sequence.base = 0;
	*c = next;
	return true;
}

static void take_sequence(struct machine *machine, struct character *c)
{
	const struct character first = *c;
	if (take_alone(machine, c) || take_quiet_marks(machine, c))
		return;
	size_t limit = machine->behind_joiner ? SEQUENCE_MAX - 1 : SEQUENCE_MAX;
	machine->behind_joiner = false;
	const uint8_t *to = read_sequence(machine, c, limit);
	if (machine->characters.failed) {
		machine->status = NORM_E_NOMEM;
		return;
	}
	if (machine->characters.len == 1 && !(first.entry & ENTRY_JOIN))
		push_alone(machine, first.cp, first.entry, first.at, to);
	else
		push_sequence(machine, first.at, to);
	if (is_joined(machine, *c))
		part_sequence(machine, to);
	else
		machine->sequence.base = 0;
}

/*
 * A space that stays what it is, and of which nobody is asked: append a run of it but for its last, which may carry a mark, and move
 * `c` there. Nothing but the length of such a run matters, and it can be of any length.
 */
static void take_plain_spaces(struct machine *machine, struct character *c)
{
	const uint8_t *at = c->at, *same = c->end;
	const size_t len = (size_t)(same - at);
	if ((machine->alert ? c->entry : c->entry & ~ENTRY_SUSPECT) != ENTRY_SPACE || !space_is_inline(c->cp))
		return;
	while (same < machine->end && *same == *(same - len))
		same++;
	const uint8_t *last = at + ((size_t)(same - at) / len - 1) * len;
	for (; at < last && (machine->space_run < SPACES_MAX || !machine->profile->space_rules); at += len)
		push(machine, c->cp, at, at + len);
	if (at < last) /* these are too many: none of them is kept */
		push(machine, c->cp, at, last);
	*c = (struct character){c->cp, c->entry, last, last + len, false};
}

/* Append what the sequence or the single character at `c` maps to, and move `c` behind it. */
static void take(struct machine *machine, struct character *c)
{
	take_plain_spaces(machine, c);
	if (c->entry & ENTRY_SUSPECT && machine_suspects(machine, c->at, c->cp)) {
		return;
	} else if (is_deleted(c)) {
		note_deleted(machine, c);
	} else if (c->invalid && machine_stops_at_invalid(machine)) {
		machine_stop(machine, c->at);
	} else if (ends_paragraph(c->cp)) {
		push_alone(machine, c->cp, c->entry, c->at, c->end);
	} else {
		/* Marks behind bytes that are none join U+FFFD, which stands for them. */
		if (c->invalid)
			note_set(machine, &machine->profile->sets.at[machine->profile->invalid_set], c->at, c->end);
		take_sequence(machine, c);
		return;
	}
	*c = read_character(machine, c->end);
}

/* Whether a line has ended in front of `c`, for good: CR LF is one end. */
static bool is_line_start(const struct machine *machine, const struct character *c)
{
	if (c->at[-1] < 0x80)
		return c->at[-1] == SPACE_LF || (c->at[-1] == SPACE_CR && c->cp != SPACE_LF);
	return paragraph_is_separated(machine->start, (size_t)(c->at - machine->start));
}

static uint32_t output_of(const struct machine *machine, const struct character *c)
{
	return letter_output(&machine->profile->table, c->cp, c->entry);
}

/* How many characters a rule step sees behind `c`, if that is a trigger of one that sees more. */
static size_t reach_of(const struct machine *machine, const struct character *c)
{
	bool reaches = machine->profile->reaching_rules && c->entry & ENTRY_RULE;
	return reaches ? machine_reach(machine, output_of(machine, c)) : 0;
}

/* Whether `c` is one more of the letter that the island ends with. */
static bool repeats(const struct machine *machine, const struct character *c)
{
	const struct items *items = &machine->items;
	return items->len && items->at[items->len - 1].cp == output_of(machine, c);
}

/* Whether `c` makes oe or ae with what the island ends with. */
static bool makes_digraph(const struct machine *machine, const struct character *c)
{
	const struct items *items = &machine->items;
	return items->len && machine_is_digraph(items->at[items->len - 1].cp, output_of(machine, c));
}

/* Whether the island ends in front of `c`, whatever it has come for. */
static bool must_end(const struct machine *machine, const struct character *c)
{
	return (c->invalid && machine_stops_at_invalid(machine)) || is_line_start(machine, c);
}

/*
 * Whether the island may end in front of `c`: where a paragraph ends, or `c` stands alone. If what is
 * behind `c` joins it, the next island would begin with it, so this one rather goes on, in bounds.
 */
static bool may_end(const struct machine *machine, const struct character *c)
{
	if (must_end(machine, c))
		return true;
	if (machine->reach > 0 && machine->items.len < ISLAND_HARD_MAX)
		return false;
	if (machine->digraphs && makes_digraph(machine, c))
		return false;
	if (c->entry & ENTRY_COMPANY || (machine->thrice && repeats(machine, c)))
		return machine->items.len >= ISLAND_MAX && !(c->entry & ENTRY_COMPANY);
	return machine->items.len >= ISLAND_MAX || !(read_character(machine, c->end).entry & ENTRY_JOIN);
}

/* Whether a part of an island ends in front of `c`: rather where that is no space or mark. */
static bool ends_part(const struct machine *machine, const struct character *c)
{
	bool inside = c->entry & (ENTRY_SPACE | ENTRY_JOIN | ENTRY_MARK | ENTRY_DROP);
	return machine->items.len >= (inside ? 2 * ISLAND_HARD_MAX : ISLAND_HARD_MAX);
}

/* Read from `from` over the trigger at machine->at, up to a character that stands alone, or the end of a part. */
static const uint8_t *read_island(struct machine *machine, const uint8_t *from, bool *ret_parted)
{
	struct character c = read_character(machine, from);
	*ret_parted = false;
	items_clear(&machine->items);
	while (!is_behind(&c) && machine->status == NORM_OK) {
		if (c.at > machine->at && may_end(machine, &c))
			break;
		if ((*ret_parted = ends_part(machine, &c)))
			break;
		machine->woken |= (c.entry & (ENTRY_SPACE | ENTRY_RULE)) != 0;
		size_t reach = reach_of(machine, &c);
		take(machine, &c);
		if (reach > machine->reach)
			machine->reach = reach;
	}
	return c.at;
}

static bool is_inline_space(const struct machine *machine, const struct character *c)
{
	return c->entry & ENTRY_SPACE && space_is_inline(output_of(machine, c));
}

/*
 * Spaces belong to the island, and so do the triggers of steps that reach further: let it begin in front of those that have
 * been put out one by one. No island before has ended there.
 */
static void step_back(struct machine *machine)
{
	struct character c = read_character(machine, machine->alone);
	size_t triggers = 0;
	while (is_deleted(&c) || is_inline_space(machine, &c) || (reach_of(machine, &c) && triggers++ < STEP_BACK_MAX)) {
		if (!machine_step_back(machine))
			return;
		c = read_character(machine, machine->alone);
	}
}

/* Put out an island, or the part of one, that begins at `from`. Returns where it ends. */
static const uint8_t *work_off(struct machine *machine, const uint8_t *from, bool *ret_parted)
{
	const uint8_t *to = read_island(machine, from, ret_parted);
	if (machine->status != NORM_OK)
		return to;
	bool runs = machine->woken || machine->thrice, changed = runs && island_run_rules(machine, to);
	items_put(&(struct item_writer){&machine->items, machine->start, &machine->out, machine->edits},
		  offset_of(machine, from), offset_of(machine, to));
	if (runs)
		machine_doubt_island(machine, to, changed);
	if (machine->items.failed || machine->characters.failed)
		machine->status = NORM_E_NOMEM;
	return to;
}

void machine_island(struct machine *machine)
{
	machine_settle(machine);
	if (machine->profile->sees_spaces)
		step_back(machine);
	machine->settled = NULL;
	const uint8_t *to = machine->alone;
	machine->out.len = machine->alone_out;
	if (machine->edits)
		edit_list_cut(machine->edits, offset_of(machine, to), (uint32_t)machine->alone_out);
	machine->behind_joiner = false;
	machine->space_run = machine->reach = 0;
	machine->sequence.base = 0;
	for (bool parted = true; parted && machine->status == NORM_OK;)
		to = work_off(machine, to, &parted);
	if (machine->status != NORM_OK)
		return;
	machine->woken = false;
	machine->at = machine->alone = to;
	machine->alone_out = machine->out.len;
	machine->bulk_end = NULL;
	machine_reserve(machine);
}
