/* SPDX-License-Identifier: MIT */
/* For places.c only: marks that cannot compose, in the innermost loop. */
#ifndef ENGINE_PUT_MARK_H
#define ENGINE_PUT_MARK_H

#include <string.h>

#include "engine/registers.h"

/* Put out a mark as it is: those that have hot words have two bytes. `copied`: the character in front of it was. */
INLINE struct registers put_plain_mark(struct machine *machine, struct registers now, bool copied)
{
	now = settle(machine, now, copied);
	memcpy(now.out, now.at, 2);
	now.out += 2;
	now.at += 2;
	return now;
}

/* The hot word of the mark of two bytes that has been put out last; 0 where something else has. */
static inline uint32_t last_mark(const struct machine *machine, const struct registers *now)
{
	if (now->out - machine->out.at < 2)
		return 0;
	const uint32_t index = letter_hot_index(now->out - 2), word = machine->profile->table.hot[index];
	return index >= 0x80 && word & HOT_MARK ? word : 0;
}

/*
 * Whether there is nothing in front of the mark that has been put out last but a letter of two bytes which stays as it is, and of which
 * no rule step is asked, or none that matters here.
 */
static inline bool is_pair(const struct machine *machine, const struct registers *now)
{
	enum { PAIR = 4 };
	const struct letter_table *table = &machine->profile->table;
	const uint8_t *letter = machine->alone;
	if (now->at - letter != PAIR || now->out - (machine->out.at + machine->alone_out) != PAIR ||
	    memcmp(now->out - PAIR, letter, PAIR) != 0)
		return false;
	const uint32_t index = letter_hot_index(letter), word = table->hot[index];
	const bool asked = machine->edits || machine->thrice;
	const bool stays = !(word & (HOT_SPECIAL | HOT_CHANGED)) || (word & HOT_RULE && !asked);
	return index >= 0x80 && stays;
}

/* Where three equal letters are looked for: whether the letter of a pair may be one of them, or the machine may go back to behind it. */
static inline bool may_be_thrice(const struct machine *machine, const struct registers *now, const struct checkpoint *since)
{
	if (!machine->thrice)
		return false;
	return machine->alone_out < since->out_len || machine->alone_out < 2 || !memcmp(now->out - 6, now->out - 4, 2);
}

/* With edits: what is behind machine->alone has another order than the source up to `end`. */
static inline void note_order(const struct machine *machine, struct registers *now, const uint8_t *end)
{
	uint32_t source = (uint32_t)(machine->alone - machine->start), len = (uint32_t)(end - machine->alone);
	if (now->edit)
		*now->edit++ = (struct edit_record){source, (uint32_t)machine->alone_out, edit_extent(len, len, machine->profile->form_set)};
}

/*
 * The last of some marks, behind another one: it stays behind that, or moves in front of it where nothing else is there. Nothing
 * moves when it needs a closer look, or when rule steps may be asked of it.
 */
static inline struct registers put_mark_behind_mark(struct machine *machine, struct registers now, uint32_t word,
						    const struct checkpoint *since)
{
	const uint32_t last = last_mark(machine, &now);
	const unsigned class = HOT_CLASS(word), before = HOT_CLASS(last);
	if (!(word & last & HOT_ASCENDING) || !class || before == class || !machine_peek(machine, now.at + 2))
		return now;
	if (before < class)
		return put_plain_mark(machine, now, false);
	now = settle(machine, now, false);
	if (machine->profile->form == NORMAL_NONE || !is_pair(machine, &now) || may_be_thrice(machine, &now, since))
		return now;
	memcpy(now.out, now.out - 2, 2);
	memcpy(now.out - 2, now.at, 2);
	now.out += 2;
	now.at += 2;
	note_order(machine, &now, now.at);
	return now;
}

static __attribute__((noinline)) void put_mark_apart(struct machine *machine, struct registers *memory, uint32_t word, bool copied,
						     const struct checkpoint *since)
{
	*memory = copied ? put_plain_mark(machine, *memory, true) : put_mark_behind_mark(machine, *memory, word, since);
}

/*
 * A mark with this hot word; `copied`: the character in front of it was, so that no other mark is there that this one had to precede.
 * Nothing moves when it needs a closer look. Apart from the innermost loop, which would have fewer registers left for all else.
 */
INLINE struct registers put_mark(struct machine *machine, struct registers now, uint32_t word, bool copied, const struct checkpoint *since)
{
	struct registers memory = now;
	put_mark_apart(machine, &memory, word, copied, since);
	return memory;
}

#endif
