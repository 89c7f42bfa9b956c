/* SPDX-License-Identifier: MIT */
/*
 * A step: one rule of the registry together with the code that carries it out. A step is a constant
 * in the file that implements it; engine/registry.c lists them in the order in which they apply.
 */
#ifndef TEXT_STEP_H
#define TEXT_STEP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "libnorm/edits.h"
#include "text/beside.h"
#include "text/category.h"
#include "text/item.h"

struct cpmap;
struct scope;

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

enum {
	STEP_MAP_MAX = 48,     /* code points that one map() call may write */
	STEP_UNCHANGED = -1,   /* map(): this step leaves the character alone */
};

enum step_kind {
	STEP_POLICY, /* read by the engine itself (input.invalid) */
	STEP_FORM,   /* unicode.form: a Unicode normal form */
	STEP_MAP,    /* one code point → a short sequence, without looking at neighbours */
	STEP_RULE,   /* sees neighbours; works on items where a trigger woke it; may have map() for some values */
	STEP_REPAIR, /* puts damaged text right, a paragraph at a time, before any other step sees it */
};

/* Code points from first to last, both included. */
struct step_range {
	uint32_t first, last;
};

/*
 * What a rule step sees: a stretch of items round its triggers. On both sides of a trigger, spaces,
 * marks, what other steps delete and other triggers belong to the stretch, and in front of them one
 * character that is none of these, unless the text or a line starts there.
 */
struct rule_span {
	struct items *items;
	uint32_t before, before2; /* the last characters of the output in front of it; LINE FEED at the start of the text */
	uint32_t after;  /* what the next character of the source is seen as; LINE FEED at the end of the text */
	bool at_end;     /* the text ends behind the stretch */
	struct scope *scope; /* language and protection, by the source offset of an item: see text/scope.h */
	unsigned value;  /* index of the value the profile sets, never 0 (that is "off") */
	unsigned rule;   /* number of the rule, for the change log */
};

/* What settle() has done to a trigger. */
enum rule_act {
	RULE_BECAME,                              /* it became another character */
	RULE_PUT_BEFORE, RULE_PUT_AFTER,          /* a space was put beside it, where there was none */
	RULE_CHANGED_BEFORE, RULE_CHANGED_AFTER,  /* the space that is there became another one */
	RULE_DROPPED_BEFORE,                      /* it is deleted */
	RULE_REPORTED,                            /* it is reported, whatever becomes of it */
	RULE_GONE,                                /* it is deleted */
	RULE_ACTS
};

/* What a trigger has beside it, for a quick answer: in `before` and `after`, also what has been put there. */
struct rule_trigger {
	unsigned value;
	uint32_t before, cp, after; /* as in struct rule_span; `cp` is the trigger as it would be put out */
	/*
	 * The source behind the trigger, up to the end of the block, which holds whole lines; and the block's start. No letter
	 * step has seen it: what is not ASCII may become something else, or nothing.
	 */
	const uint8_t *start, *ahead, *end;
	uint32_t before2, after2;   /* of a `wide` step: what is in front of `before`, and behind `after`, 0 if not known */
	bool findings;              /* are asked for; else nobody reads what is only reported */
	/* Of settle(): */
	uint8_t acts, own_acts;     /* what steps have done so far, and what the one that is asked has, as bits 1 << enum rule_act */
	uint8_t taken;              /* so many bytes behind the trigger become one with it */
	uint8_t told_before, told_behind; /* so many on its sides are reported with it, which stay what they are */
};

static inline bool rule_trigger_has(const struct rule_trigger *trigger, enum rule_act act)
{
	return trigger->acts >> act & 1;
}

static inline void rule_trigger_note(struct rule_trigger *trigger, enum rule_act act)
{
	trigger->acts = (uint8_t)(trigger->acts | 1u << act);
	trigger->own_acts = (uint8_t)(trigger->own_acts | 1u << act);
}

/* Make another character of the trigger. */
static inline void rule_trigger_become(struct rule_trigger *trigger, uint32_t cp)
{
	if (trigger->cp != cp)
		rule_trigger_note(trigger, RULE_BECAME);
	trigger->cp = cp;
}

/* Delete the trigger. Nobody else is asked about it. */
static inline void rule_trigger_delete(struct rule_trigger *trigger)
{
	rule_trigger_note(trigger, RULE_GONE);
}

/* Put a space in front of the trigger. */
static inline void rule_trigger_put_before(struct rule_trigger *trigger, uint32_t space)
{
	rule_trigger_note(trigger, RULE_PUT_BEFORE);
	trigger->before2 = trigger->before;
	trigger->before = space;
}

/* Change the space in front of it: that in the text, or that which has been put. */
static inline void rule_trigger_change_before(struct rule_trigger *trigger, uint32_t space)
{
	rule_trigger_note(trigger, rule_trigger_has(trigger, RULE_PUT_BEFORE) ? RULE_PUT_BEFORE : RULE_CHANGED_BEFORE);
	trigger->before = space;
}

/* Delete the space in front of it, which is in the text; what is in front of that stands there then. */
static inline void rule_trigger_drop_before(struct rule_trigger *trigger, uint32_t before)
{
	rule_trigger_note(trigger, RULE_DROPPED_BEFORE);
	trigger->before = before;
	trigger->before2 = 0;
}

/* The same as rule_trigger_put_before() and rule_trigger_change_before() behind it. */
static inline void rule_trigger_put_after(struct rule_trigger *trigger, uint32_t space)
{
	rule_trigger_note(trigger, RULE_PUT_AFTER);
	trigger->after2 = trigger->after;
	trigger->after = space;
}

static inline void rule_trigger_change_after(struct rule_trigger *trigger, uint32_t space)
{
	rule_trigger_note(trigger, rule_trigger_has(trigger, RULE_PUT_AFTER) ? RULE_PUT_AFTER : RULE_CHANGED_AFTER);
	trigger->after = space;
}

/* Report the trigger, if findings are asked for. */
static inline void rule_trigger_report(struct rule_trigger *trigger)
{
	if (trigger->findings)
		rule_trigger_note(trigger, RULE_REPORTED);
}

/* The same with what is beside it, so many bytes on each side; nobody else has reported it. */
static inline void rule_trigger_report_around(struct rule_trigger *trigger, size_t before, size_t behind)
{
	trigger->told_before = (uint8_t)before;
	trigger->told_behind = (uint8_t)behind;
	rule_trigger_report(trigger);
}

/* Take what is in the next `bytes` of the source, which are plain characters, into the trigger. */
static inline void rule_trigger_take(struct rule_trigger *trigger, unsigned bytes)
{
	trigger->taken = (uint8_t)(trigger->taken + bytes);
	trigger->ahead += bytes;
	trigger->after = trigger->after2 = 0; /* the machine looks what is there */
}

/* What a repair step says of a trigger. */
enum suspicion {
	SUSPICION_NONE,
	SUSPICION_SOME, /* something may be damaged there */
	SUSPICION_CALM, /* nothing is, nor shortly behind it */
};
enum { STEP_CALM = 12, STEP_VIEW = 72 };
enum { STEP_NEAR = 4 };

struct step {
	norm_rule rule; /* values[0] is "off" */
	enum step_kind kind;

	/*
	 * Map steps. All code points that map() may change lie in `ranges` (sorted) or in `table`,
	 * so that the compiler of a profile looks at nothing else. map() writes the
	 * replacement for `cp` to `out` and returns its length (0: deleted), or STEP_UNCHANGED. `base`
	 * is the last starter in front of it within the same combining sequence, or 0; a step that looks at
	 * it says for which characters in `context`.
	 */
	const struct step_range *ranges;
	size_t range_count;
	const struct cpmap *table;
	const struct step_range *context;
	size_t context_count;
	int (*map)(unsigned value, uint32_t base, uint32_t cp, uint32_t *out);

	/*
	 * Rule steps. run() is called for a stretch in which something woke a rule step, which need not be this one, if
	 * among its items there is a trigger that wakes it, or what `spaces` or `thrice` name; so what it may change or
	 * report has one of these in the same stretch. It looks at all items, and leaves what is none of its business. It
	 * leaves items that lie in protected spans, and what it does to its own result changes nothing.
	 *
	 * A trigger is a character, as the map steps leave it, in the ranges of `triggers` (sorted) for which wakes() is
	 * true; no wakes(): always. Where they are frequent, wakes() keeps text fast in which nothing is to be done; it
	 * may be true too often, but not false where run() would act.
	 */
	void (*run)(const struct rule_span *span);
	const struct step_range *triggers;
	size_t trigger_count;
	bool (*wakes)(const struct rule_trigger *trigger);
	/*
	 * For triggers in ASCII that are frequent, may be NULL: whether wakes() may be true where characters of these kinds stand
	 * beside the trigger. It is asked when a profile is compiled. Behind the trigger nothing is BESIDE_OTHER: that always wakes.
	 */
	bool (*beside)(uint32_t cp, enum beside before, enum beside after);
	/* The same of a trigger at the start of a word that goes on with this small letter, and of one between this and a space. */
	bool (*opens)(uint32_t cp, uint32_t letter);
	bool (*ends)(uint32_t cp, uint32_t letter);
	/*
	 * For those of which that does not tell enough, may be NULL: whether wakes() is false for the trigger at `at` in the source. Up to
	 * STEP_NEAR bytes may be read behind it, and of the output in front of it, which ends at `out`. Steps that have triggers in
	 * common may have one function.
	 */
	bool (*passes)(const uint8_t *out, const uint8_t *at);
	/*
	 * For frequent triggers, may be NULL: what run() would do where the trigger, which stands at `offset`, has a character
	 * that stands alone on each side. Changes the trigger by the functions above, and returns
	 * true; or returns false where only run() can tell: where it would change something else than the trigger, or where it would
	 * see another character beside the trigger once the steps above it have changed that.
	 */
	bool (*settle)(struct rule_trigger *trigger, struct scope *scope, uint32_t offset);
	/*
	 * For triggers in ASCII that mostly stand between letters, may be NULL: whether settle() makes `between_cp` of one behind
	 * an ASCII letter and in front of one, or of one from À to ÿ. Else it does nothing there, for each value with which the step has
	 * a say without findings; nor does it report anything.
	 */
	bool (*becomes_between)(struct scope *scope, uint32_t offset);
	uint32_t between_cp;
	uint8_t reach;          /* the stretch holds so many characters behind each trigger, and all triggers in front */
	uint32_t run_values;    /* the values that run() carries out, as bits: map() does the others. 0: all */
	uint32_t report_values; /* the values for which it only reports, as bits: needed only where findings are asked for */
	bool wide;              /* wakes() asks for `before2` and `after2`; else they need not be there */
	bool spaces;            /* spaces in pairs wake it, too: see space_pair_wakes() */
	bool thrice;            /* so do three equal Arabic letters in a row */
	bool before_space;      /* wakes() is false where anything but a space follows, so that words need not be stopped at */
	const struct step_range *behind_space; /* triggers for which wakes() is false behind all but spaces, digits and themselves, … */
	size_t behind_space_count;             /* … whatever follows: those at the ends of words need not be stopped at */
	bool ascending;         /* of a trigger that is a mark, wakes() is false behind all of lower combining classes */
	bool digraphs;          /* so do oe and ae, small or capital: both letters are in the stretch then */
	bool arabic_only;       /* only paragraphs that hold Arabic script can be changed */

	/*
	 * Repair steps. `triggers` are characters of the source. suspects() is asked at each of them in text that is valid
	 * UTF-8, and, of a step with `whole_lines`, where lines end: whether something may be damaged there. [start, end) are whole paragraphs, or a part of a long one; `at` is the
	 * trigger. It may be true too often, but is so at least once in each paragraph that repair() changes or reports in.
	 * repair() puts a paragraph right, of which bytes that are no characters are items, too: see item_is_byte(). It may be asked
	 * without suspicion, and then changes nothing; neither does it when asked for its own result.
	 *
	 * A step of which a look costs much may say SUSPICION_CALM, so that it is not asked again for STEP_CALM bytes of the
	 * paragraph, from the trigger on. At most one step does. It looks at no more than STEP_VIEW bytes on either side of the trigger.
	 */
	bool whole_lines;
	/* Fill what is in `ret` behind its rule: the detail of a finding, see items_tell(). Repair steps that tell details. */
	void (*tell)(unsigned detail, norm_finding *ret);
	enum suspicion (*suspects)(unsigned value, const uint8_t *start, const uint8_t *at, const uint8_t *end);
	void (*repair)(struct items *items, unsigned value, unsigned rule);
};

/* The ranges are in ascending order. */
static inline bool step_range_has(const struct step_range *ranges, size_t count, uint32_t cp)
{
	if (count == 0)
		return false;
	const struct step_range *range = ranges, *end = ranges + count;
	if (cp < range->first || cp > end[-1].last)
		return false;
	if (cp <= range->last) /* what most are asked about is in the first */
		return true;
	while (count > 0) {
		size_t half = count / 2;
		bool behind = range[half].last < cp;
		range = behind ? range + half + 1 : range;
		count = behind ? count - half - 1 : half;
	}
	return range < end && range->first <= cp;
}

/* One row of a small map; `to` is filled from the front and ended by a 0. */
struct step_pair {
	uint32_t cp;
	uint32_t to[4];
};

/* map() by a table of pairs sorted by cp. */
int step_map_pairs(const struct step_pair *pairs, size_t count, uint32_t cp, uint32_t *out);

/* map() of what is deleted wherever it stands. */
int step_drop(unsigned value, uint32_t base, uint32_t cp, uint32_t *out);

/* map() results: replace by one character. */
static inline int step_one(uint32_t cp, uint32_t *out)
{
	out[0] = cp;
	return 1;
}

#endif
