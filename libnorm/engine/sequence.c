/* SPDX-License-Identifier: MIT */
#include "engine/sequence.h"

#include <string.h>

#include "engine/profile.h"
#include "unicode/tables.h"

/*
 * A second pass finds something to do only where the normal form has composed a letter out of what
 * the folds left; a third has never been seen. The bound is for the unknown.
 */
enum { PASSES_MAX = 4 };

void sequence_release(struct sequence *sequence)
{
	cpbuf_release(&sequence->out);
	cpbuf_release(&sequence->work);
}

static bool equal(const struct cpbuf *buf, const uint32_t *cps, size_t n)
{
	return buf->len == n && (n == 0 || !memcmp(buf->at, cps, n * sizeof *cps));
}

static void copy(struct cpbuf *buf, const uint32_t *cps, size_t n)
{
	buf->len = 0;
	for (size_t i = 0; i < n; i++)
		cpbuf_push(buf, cps[i]);
}

static void swap(struct sequence *sequence)
{
	struct cpbuf out = sequence->out;
	sequence->out = sequence->work;
	sequence->work = out;
}

/* Whether marks may belong to a character: it is none, and does not consist of marks like U+0F81. */
static inline bool is_base(uint32_t cp)
{
	const uint32_t *to;
	uint32_t props = unicode_props(cp);
	if (props & UNICODE_CCC_MASK)
		return false;
	return !(props & UNICODE_NFD_CHANGES) || cpmap_get(&unicode_nfkd, cp, &to) <= 0 || unicode_ccc(to[0]) == 0;
}

/* The base for what follows `cp`; nothing where the step does not ask for it. */
static inline uint32_t next_base(const struct active_step *active, uint32_t base, uint32_t cp)
{
	return active->step->context_count && is_base(cp) ? cp : base;
}

/* The first character that the step changes, with `*ret_base` what is before it. */
static size_t first_change(const struct cpbuf *buf, const struct active_step *active, uint32_t *ret_base, uint32_t *mapped,
			   int *ret_n)
{
	size_t i = 0;
	for (; i < buf->len; i++) {
		*ret_n = active_map(active, *ret_base, buf->at[i], mapped);
		if (*ret_n != STEP_UNCHANGED)
			break;
		*ret_base = next_base(active, *ret_base, buf->at[i]);
	}
	return i;
}

/* Append what became of a character; returns the base for the next one. */
static uint32_t push_mapped(struct cpbuf *to, const struct active_step *active, uint32_t base, const uint32_t *mapped,
			    int n)
{
	for (int k = 0; k < n; k++) {
		cpbuf_push(to, mapped[k]);
		base = next_base(active, base, mapped[k]);
	}
	return base;
}

/* Run one map step over out. Returns whether something changed. */
static bool apply_map(struct sequence *sequence, const struct active_step *active)
{
	struct cpbuf *from = &sequence->out, *to = &sequence->work;
	uint32_t base = sequence->base, mapped[STEP_MAP_MAX];
	int n;
	size_t i = first_change(from, active, &base, mapped, &n);
	if (i == from->len)
		return false;
	copy(to, from->at, i);
	base = push_mapped(to, active, base, mapped, n);
	for (i++; i < from->len; i++) {
		n = active_map(active, base, from->at[i], mapped);
		bool same = n == STEP_UNCHANGED;
		base = push_mapped(to, active, base, same ? &from->at[i] : mapped, same ? 1 : n);
	}
	swap(sequence);
	sequence->normal = false;
	return true;
}

/* The steps that may touch what is in out. */
static uint64_t steps_of(const struct sequence *sequence, const struct norm_profile *profile)
{
	uint64_t steps = 0;
	for (size_t i = 0; i < sequence->out.len; i++)
		steps |= profile_steps_of(profile, sequence->out.at[i]);
	return steps;
}

/* Bring out into the normal form. Returns whether that changed it. */
static bool apply_form(struct sequence *sequence, enum normal_form form)
{
	uint32_t all = 0;
	if (sequence->normal)
		return false;
	sequence->normal = true;
	for (size_t i = 0; i < sequence->out.len; i++)
		all |= unicode_props(sequence->out.at[i]);
	if (!(all & profile_form_properties(form)))
		return false;
	normal_apply(form, sequence->out.at, sequence->out.len, &sequence->work);
	swap(sequence);
	return !equal(&sequence->out, sequence->work.at, sequence->work.len);
}

static void note(struct ruleset *changed, const struct active_step *active)
{
	if (changed)
		ruleset_add(changed, active->number);
}

/*
 * One pass of the steps in `todo`, and of those that what they change needs; and the normal form again when a step has
 * changed something. Returns whether a step has: the normal form alone leaves nothing to do, for steps behind it have
 * seen its result.
 */
static bool apply_all(struct sequence *sequence, const struct norm_profile *profile, uint64_t todo,
		      struct ruleset *changed)
{
	const struct active_step *steps = profile->maps.at;
	bool any = false;
	while (todo) {
		unsigned i = (unsigned)__builtin_ctzll(todo);
		uint64_t later = ~UINT64_C(0) << i << 1;
		bool form = steps[i].step->kind == STEP_FORM;
		bool changed_it = form ? apply_form(sequence, profile->form) : apply_map(sequence, &steps[i]);
		if (changed_it)
			note(changed, &steps[i]);
		any |= changed_it && !form;
		todo = changed_it ? steps_of(sequence, profile) & later : todo & later;
	}
	if (any && profile->form != NORMAL_NONE && apply_form(sequence, profile->form))
		note(changed, &steps[profile->form_index]);
	return any;
}

/*
 * Whether the letter table knows that nothing becomes of what is there. While the table is made, it
 * knows the pages that are done; Latin and Arabic letters, which most characters fold to, come early.
 */
static bool is_settled(const struct sequence *sequence, const struct norm_profile *profile)
{
	for (size_t i = 0; i < sequence->out.len; i++) {
		uint32_t cp = sequence->out.at[i];
		bool known = profile->table.pages[cp >> LETTER_PAGE_SHIFT] || !profile_steps_of(profile, cp);
		if (!known || letter_entry(&profile->table, cp) & ~(ENTRY_SPACE | ENTRY_RULE | ENTRY_SUSPECT))
			return false;
	}
	return true;
}

/* Whether the normal form is the only step that may touch what is there; most sequences are like that. */
static bool is_form_alone(const struct norm_profile *profile, const uint32_t *cps, size_t n)
{
	uint64_t steps = 0;
	for (size_t i = 0; i < n; i++)
		steps |= profile_steps_of(profile, cps[i]);
	return profile->form != NORMAL_NONE && !(steps & ~profile_form_bit(profile));
}

/* Pass after pass over what is in `out`; `todo` is for the first. */
static bool map_out(struct sequence *sequence, const struct norm_profile *profile, uint64_t todo, struct ruleset *changed)
{
	sequence->normal = false;
	for (int pass = 0; pass < PASSES_MAX; pass++) {
		if (!apply_all(sequence, profile, todo, changed) || is_settled(sequence, profile))
			break;
		todo = steps_of(sequence, profile);
	}
	return !sequence->out.failed && !sequence->work.failed;
}

bool sequence_map(struct sequence *sequence, const struct norm_profile *profile, const uint32_t *cps, size_t n,
		  struct ruleset *changed)
{
	if (is_form_alone(profile, cps, n)) {
		normal_apply(profile->form, cps, n, &sequence->out);
		if (is_form_alone(profile, sequence->out.at, sequence->out.len)) {
			if (!equal(&sequence->out, cps, n))
				note(changed, &profile->maps.at[profile->form_index]);
			return !sequence->out.failed;
		}
	}
	copy(&sequence->out, cps, n);
	return map_out(sequence, profile, steps_of(sequence, profile), changed);
}

bool sequence_map_character(struct sequence *sequence, const struct norm_profile *profile, uint32_t cp, uint64_t steps,
			    struct ruleset *changed)
{
	if (steps && steps == profile_form_bit(profile))
		return sequence_map(sequence, profile, &cp, 1, changed);
	copy(&sequence->out, &cp, 1);
	return map_out(sequence, profile, steps, changed);
}
