/* SPDX-License-Identifier: MIT */
/*
 * The machine: runs a profile over a block of text. Two ways, one meaning:
 *
 *   - the fast path (machine.c, places.c, join.c) copies quiet text and replaces single characters by the letter table;
 *   - where neighbours matter (marks that may compose, spaces in a row), it steps back to the last
 *     character that stood alone and hands an island to the slow path (island.c), which works on items.
 *
 * An island ends where the next character stands alone again. So what the machine does is local: it
 * does not depend on where blocks begin, as long as they are cut at safe places (see cut.c).
 */
#ifndef ENGINE_MACHINE_H
#define ENGINE_MACHINE_H

#include "base/buffer.h"
#include "engine/profile.h"
#include "engine/sequence.h"
#include "libnorm/status.h"
#include "text/edit_list.h"
#include "text/item.h"
#include "text/scope_inside.h"

/* The fast path takes so many bytes at a time: their indexes and copies stay in the first cache. */
enum { WINDOW = 4096 };

/* Below it no step works before the normal form but those that delete: see the registry. */
enum { MACHINE_FORMS_FIRST = 0xFB50 };

#define NO_THIRD SIZE_MAX
#define NOT_UNENDED SIZE_MAX

struct window {
	uint8_t copied[WINDOW + SCAN_MARGIN];
	uint16_t places[WINDOW + SCAN_MARGIN];
	/* With edits: the places of what the scanner has folded, ended by UINT16_MAX; how many, and the first that has not been passed. */
	uint16_t folded[WINDOW + SCAN_MARGIN];
	size_t folded_len;
	const uint16_t *next_folded;
	uint64_t feeds[WINDOW / SCAN_GROUP]; /* the ends of lines, as bits */
};

struct machine {
	const struct norm_profile *profile;
	struct buffer out;        /* output of the block */
	struct norm_edits *edits; /* NULL unless asked for */
	uint32_t before, before2; /* last characters put out before the block; LINE FEED at the start of the text */

	/* The block in hand. */
	const uint8_t *start, *end;
	const uint8_t *at;         /* how far it has been read */
	const uint8_t *floor;      /* what is in front of it has been put out for good */
	const uint8_t *window_end; /* up to here the output has room for the fast path */
	size_t stride;             /* windows have at most so many bytes */
	bool at_end;               /* the text ends with this block */
	bool goes_on;              /* it goes on with a paragraph that was cut */
	bool single;               /* it is one paragraph, or a part of one: where it ends has been found out */
	const uint8_t *alone;      /* the last character that stood alone, or what came after it … */
	size_t alone_out;          /* … and where its output starts */
	const uint8_t *settled;    /* the last trigger that was settled, where islands have not been since; or NULL … */
	size_t settled_out;        /* … and where its output starts */
	const uint8_t *bulk_end;   /* the end of the last quiet copy: the character before it stands alone, too */

	const uint8_t *looked_from, *looked_to; /* the paragraphs between these … */
	bool arabic;              /* … hold Arabic script, perhaps */
	bool thrice;              /* three equal Arabic letters in a row are looked for */
	bool digraphs;            /* and so are oe and ae */
	size_t third;             /* where in the output it has found three, or NO_THIRD */
	struct scope scope;       /* of the block: for rule steps */

	/* Damage: see suspect.c and mend.c. */
	bool detects;             /* what is not UTF-8 may be in another encoding */
	bool alert;               /* look out for damage */
	const uint8_t *suspect;   /* for MACHINE_SUSPECTS: where it may be */
	const uint8_t *cleared;   /* the trigger asked about last: if the machine has not stopped, it is clean */
	const uint8_t *calm;      /* the step that has said SUSPICION_CALM is not asked in front of here, … */
	const struct step *calm_step; /* … that is this one; or NULL … */
	uint64_t calm_steps;          /* as a bit of the repair steps, … */
	const uint8_t *calm_at;       /* … which has said so here */
	uint32_t trigger;         /* the character that was one last … */
	uint64_t trigger_steps;   /* … and of which repair steps, as bits */
	const uint8_t *ends_to;   /* the ends of lines were looked at up to here */
	size_t floor_out;         /* output in front of machine->floor … */
	struct edit_mark floor_edits; /* … and edits */
	struct mending *mending;  /* scratch memory, and what is known of the encoding of the text */

	/* Paragraphs that may have to be run over again: see again.c. */
	struct doubt *doubts;
	size_t doubt_len, doubt_cap;
	uint32_t doubted;         /* where the last of them starts in the block, for what rule steps have changed */
	size_t unended;           /* where in the output a paragraph ends without an end that can be seen there, or NOT_UNENDED */
	bool again;               /* they are being run over: there are no doubts about that */

	struct window *window; /* scratch memory of the fast path */

	/* Scratch memory of the slow path. */
	struct items items;
	struct sequence sequence;
	struct cpbuf characters;
	bool woken;          /* the island to come, or in hand, holds something that rule steps look at */
	bool behind_joiner;  /* the last sequence was ended by a joiner */
	size_t space_run;    /* inline spaces at the end of the items */
	size_t reach;        /* the island has to take so many more characters of its line that are no spaces */

	norm_status status;   /* what stopped the machine */
	size_t error_at;      /* for NORM_E_ENCODING: byte in the block */
};

/* `window` is lent until machine_release(); it needs no initial value. */
void machine_init(struct machine *machine, const struct norm_profile *profile, struct norm_edits *edits,
		  struct window *window);
void machine_release(struct machine *machine);
/* Forget the text, keep the memory. */
void machine_reset(struct machine *machine);

/*
 * Run over a block and append its output to machine->out. Fills machine->edits with offsets from the
 * start of the block; its bases and lengths are the caller's. With edits, a block has at most 4 GiB.
 * On failure nothing of the block counts.
 */
norm_status machine_run(struct machine *machine, const uint8_t *block, size_t len, bool at_end);

/* What has been weighed of a paragraph. */
struct weighed {
	size_t len, weight;
	bool space; /* it ends with one */
	bool whole; /* it is too heavy, but there is no place to cut it */
};

/*
 * Where to cut a paragraph that begins with these `len` bytes, and ends with them or goes on: when it has PARAGRAPH_MAX of them, or
 * would become so much more text and so many edits that they need more memory than others of that length; 0 as long as it needs
 * no cut. `weighed` is {0} at first, and the same for the same paragraph with more bytes.
 */
size_t machine_cut_piece(const struct norm_profile *profile, const uint8_t *at, size_t len, struct weighed *weighed);

/* The first place in a block where a paragraph has to be cut, or its end. */
size_t machine_first_cut(const struct norm_profile *profile, const uint8_t *block, size_t len);

/*
 * places.c: visit the `count` loud characters that the scanner has found in the window from `src` on, and put out what
 * is quiet between them and behind.
 */
void machine_places(struct machine *machine, const uint8_t *src, size_t count);

/* The character at machine->at, which the hot words do not settle, and the spaces that it wakes. */
void machine_special(struct machine *machine);

/*
 * thrice.c: where machine->thrice. If an Arabic letter is at the end of the output for which there are three
 * of its kind with those that are next in the source, run the slow path over them.
 */
void machine_catch_thrice(struct machine *machine);

/*
 * Whether what begins with the last letter of the output and goes on with others will be put out, for this entry: three
 * equal letters may lie inside then, where machine_catch_thrice() does not see them.
 */
bool machine_hides_thrice(const struct machine *machine, uint32_t entry);

/* How far the machine had come at a place; to be taken where machine_settle() would do nothing. */
struct checkpoint {
	const uint8_t *at, *alone;
	size_t alone_out, out_len;
	struct edit_mark edits;
};
struct checkpoint machine_checkpoint(const struct machine *machine);

/*
 * If what the fast path has put out since, without an island, may hold three equal letters, go back there, and set
 * machine->third to the last byte of the third in the output. Returns whether it did.
 */
bool machine_go_back(struct machine *machine, const struct checkpoint *to);

/* Go on, character by character, until the output has passed the third, which is near. */
void machine_take_third(struct machine *machine, size_t third);

/*
 * The scanner sees pairs of spaces in the source. Where something special was put out, the last character and a space
 * behind it may be a pair that it does not see: run the slow path over it.
 */
void machine_catch_open_pair(struct machine *machine);
static inline void machine_catch_pair(struct machine *machine)
{
	if (machine->at < machine->end && *machine->at <= ' ')
		machine_catch_open_pair(machine);
}

/* As machine_catch_thrice(), where machine->digraphs, for oe or ae at the end of the output, or with what is next in the source. */
void machine_catch_digraph(struct machine *machine);

/* Whether these are the letters oe or ae, small or capital. */
static inline bool machine_is_digraph(uint32_t first, uint32_t second)
{
	return (second | 0x20) == 'e' && ((first | 0x20) == 'o' || (first | 0x20) == 'a');
}

/* A character of `len` bytes at machine->at that stands alone: quiet, or replaced by its record. There is room for it. */
void machine_put_alone(struct machine *machine, uint32_t entry, unsigned len);

/*
 * trigger.c: put out the trigger at machine->at, which stands alone and has `len` bytes. If no rule step wakes for it, or those
 * that do can settle what becomes of it, that is all; else an island comes of it.
 */
void machine_trigger(struct machine *machine, uint32_t cp, uint32_t entry, unsigned len);

/* Whether a rule step wakes for the trigger at machine->at. */
bool machine_wakes_rule(const struct machine *machine, uint32_t cp, uint32_t entry, unsigned len);
/* How many characters the steps see behind a trigger that is put out as `cp`. */
size_t machine_reach(const struct machine *machine, uint32_t cp);

/*
 * Whether none wakes for the trigger `cp` at `at`, which has `len` bytes, stands alone and is put out as it is. `out`: the end of
 * the output in front of it.
 */
bool machine_is_silent(const struct machine *machine, uint32_t cp, const uint8_t *at, unsigned len, const uint8_t *out);

/* island.c: run the slow path from machine->alone over the character at machine->at, and go on behind. */
void machine_island(struct machine *machine);

/*
 * join.c: the short ways for a mark at machine->at: the letter in front of it, with all its marks, is put out anew. False
 * where that is not all that happens; then nothing has.
 */
bool machine_join(struct machine *machine);
/* join.c: the shortest way for a mark that stays what it is, but belongs in front of others that have been put out; the same. */
bool machine_move_mark(struct machine *machine, uint32_t cp, unsigned len);

/* blanks.c: the short way for the run of spaces that the character at machine->at is part of, or ends; false as above. */
bool machine_blanks(struct machine *machine);

/* With edits: the source [start, end) is what has been put out from `output_start` on, by a set of rules. */
void machine_add_edit(struct machine *machine, uint32_t start, uint32_t end, size_t output_start, uint32_t set);

/* Make room for the output of what is left of the window; on failure sets the status. */
void machine_reserve_more(struct machine *machine, size_t room);
static inline void machine_reserve(struct machine *machine)
{
	size_t left = machine->window_end > machine->at ? (size_t)(machine->window_end - machine->at) : 0;
	size_t room = left * machine->profile->table.growth + SCAN_MARGIN;
	if (machine->out.failed || machine->out.cap - machine->out.len < room)
		machine_reserve_more(machine, room);
}
/* The last character put out; of what is put out up to `end`. */
uint32_t machine_last(const struct machine *machine);
uint32_t machine_last_long(const struct machine *machine, const uint8_t *end);
static inline uint32_t machine_last_at(const struct machine *machine, const uint8_t *end)
{
	return end > machine->out.at && end[-1] < 0x80 ? end[-1] : machine_last_long(machine, end);
}
/* Up to `count` last characters put out, the last one first; at least two, if so many are asked for. Returns how many. */
size_t machine_tail(const struct machine *machine, uint32_t *ret, size_t count);
size_t machine_tail_at(const struct machine *machine, const uint8_t *end, uint32_t *ret, size_t count);
/*
 * What the character at `at`, which is in the block or at its end, will be put out as: 0 where only an
 * island can tell, LINE FEED at the end of the text.
 */
uint32_t machine_peek_long(const struct machine *machine, const uint8_t *at);
static inline uint32_t machine_peek(const struct machine *machine, const uint8_t *at)
{
	bool plain = at < machine->end && *at < 0x80 &&
		     !(letter_entry(&machine->profile->table, *at) & ~(ENTRY_SPACE | ENTRY_RULE));
	return plain ? *at : machine_peek_long(machine, at);
}

/* The rule steps that have a say here, as bits of profile->rules. */
static inline uint64_t machine_say(const struct machine *machine)
{
	return machine->profile->say[machine->edits != NULL][machine->arabic];
}

/* Whether the character of a trigger, which stands where it says, wakes one of these rule steps that have a say here. */
static inline bool machine_wakes(const struct machine *machine, uint64_t rules, struct rule_trigger *trigger)
{
	for (rules &= machine_say(machine); rules; rules &= rules - 1) {
		const struct active_step *rule = &machine->profile->rules.at[__builtin_ctzll(rules)];
		trigger->value = rule->value;
		if (!rule->step->wakes || trigger->after == 0 || rule->step->wakes(trigger))
			return true;
	}
	return false;
}

/* Whether the machine goes no further than to such bytes: they are an error, or the text may not be UTF-8. */
static inline bool machine_stops_at_invalid(const struct machine *machine)
{
	return machine->profile->invalid == INVALID_STRICT || (machine->alert && machine->detects);
}
/* The entry of bytes that are no character: that of U+FFFD, or deleted. Where the machine stops they stand alone. */
static inline uint32_t machine_invalid_entry(const struct machine *machine)
{
	return machine_stops_at_invalid(machine) ? 0 : profile_invalid_entry(machine->profile);
}
static inline bool machine_drops_invalid(const struct machine *machine)
{
	return machine_invalid_entry(machine) & ENTRY_DROP;
}

/* suspect.c: looking out for damaged text */

/* So many bytes of a paragraph are judged and put right together; no news has one that is longer. */
enum { MACHINE_PART_MAX = 1 << 16 };

/* In the place of a status: the machine has stopped where text may be damaged. */
#define MACHINE_SUSPECTS ((norm_status)1)

/* Stop at bytes that are no character: the text may be damaged, or they are an error. */
void machine_stop(struct machine *machine, const uint8_t *at);
/* Whether the trigger of a repair step at `at` looks damaged, or the bytes there, which are no character (cp: UTF8_INVALID). Then the machine stops. */
bool machine_suspects(struct machine *machine, const uint8_t *at, uint32_t cp);
/* Whether there are steps for the text at hand that look at whole lines. */
static inline bool machine_looks_at_lines(const struct machine *machine)
{
	return machine->alert && machine->profile->line_repairs[machine->arabic];
}
/*
 * The same of the ends of lines in what is left of the window, and of the block's end, for these steps: the scanner has found those
 * in machine->window->feeds, in these groups.
 */
bool machine_suspects_ends(struct machine *machine, uint64_t groups);
/* The same of those that have been passed without a look, for an island may go beyond its window. */
bool machine_suspects_passed(struct machine *machine);
/* Whether a repair step is asked: one that only reports is asked where somebody wants to know. */
bool machine_asks(const struct machine *machine, const struct active_step *repair);
/* Whether the machine would stop in the paragraph [from, to) if it ran without edits. */
bool machine_suspects_without_edits(const struct machine *machine, const uint8_t *from, const uint8_t *to);

/*
 * mend.c: the machine has stopped for that: take back what has been put out behind machine->floor, put the damage right
 * up to the end of the paragraph, put that out, and stand behind it.
 */
void machine_mend(struct machine *machine);
/* Names of places are rewritten on the way of damaged text: run over the block, paragraph by paragraph. */
void machine_run_places(struct machine *machine);
void mending_free(struct mending *mending);
/* Another text begins. */
void mending_reset(struct mending *mending);

/*
 * again.c: doubt that the paragraph in hand is what it will stay, if what rule steps have made of a trigger, or in the island that
 * ends at `to`, gives reason to. It has just been put out.
 */
void machine_doubt_trigger(struct machine *machine, const struct rule_trigger *trigger);
void machine_doubt_island(struct machine *machine, const uint8_t *to, bool changed);
/* Doubt the paragraphs [from, to), which were damaged, and have been put out from `start` on. */
void machine_doubt_mended(struct machine *machine, size_t start, const uint8_t *from, const uint8_t *to);
/* Take back the doubts about what is no longer put out. */
void machine_cut_doubts(struct machine *machine);
/* A block begins: nothing in it is in doubt. */
void machine_begin_doubts(struct machine *machine);
/* The block has been run over: run over the paragraphs in doubt until they stay what they are. */
void machine_run_again(struct machine *machine, const uint8_t *block, size_t len, bool at_end);

/*
 * Look which of the lines from machine->looked_to on are alike in that they hold Arabic script or none. Most rule steps of
 * common characters act only where there is some, and elsewhere these characters are quiet. Where there is much of it, short lines
 * without any do not count: to tell them apart costs more than it saves.
 */
void machine_look_for_arabic(struct machine *machine);
/* Run from machine->at to machine->window_end, or as far as the last island goes. */
void machine_run_window(struct machine *machine);

/* run.c: machine_run(), but for what again.c does; and its parts: begin a block, run over it up to its end or where it has to stop. */
void machine_run_once(struct machine *machine, const uint8_t *block, size_t len, bool at_end);
void machine_begin(struct machine *machine, const uint8_t *block, size_t len, bool at_end);
void machine_go_on(struct machine *machine);
/*
 * What comes is settled apart from what has been put out, as between the blocks of a stream: here a paragraph starts, and if
 * it is damaged, the machine comes back.
 */
void machine_set_floor(struct machine *machine);

/*
 * Move machine->alone, which has to be exact, to the character in front of it, if that stood alone or was deleted; false
 * where it did not, or the block starts.
 */
bool machine_step_back(struct machine *machine);
/* Let the island to come begin up to `count` characters earlier, as long as these will be put out as this letter. */
void machine_step_back_over(struct machine *machine, uint32_t letter, size_t count);
/* Make machine->alone exact (a quiet copy does not keep it). Call it before machine->at moves. */
void machine_settle(struct machine *machine);

#endif
