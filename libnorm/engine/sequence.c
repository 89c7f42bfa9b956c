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

/* In the place of an index: nothing has changed. */
#define NOWHERE SIZE_MAX

void sequence_release(struct sequence *sequence)
{
	cpbuf_release(&sequence->out);
	cpbuf_release(&sequence->work);
}

size_t sequence_length_long(uint32_t cp)
{
	enum { HANGUL_FINAL = 0x11A8 };
	const uint32_t *unused;
	int n = cpmap_get(&unicode_nfkd, cp, &unused);
	if (n > 0)
		return (size_t)n;
	/* Only Hangul syllables are not in the map. They have two parts where a third composes with them, else three. */
	return normal_compose_pair(cp, HANGUL_FINAL) ? 2 : 3;
}

/* Put `n` characters in the place of those of `out` from `start` on. */
static void put(struct sequence *sequence, size_t start, const uint32_t *cps, size_t n)
{
	struct cpbuf *out = &sequence->out;
	if (!memory_reserve(&out->at, &out->cap, start + n, sizeof *out->at))
		out->failed = true;
	if (out->failed)
		return;
	if (n)
		memcpy(out->at + start, cps, n * sizeof *cps);
	out->len = start + n;
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

/*
 * Whether the letter table says that nothing becomes of a character but, with others, by the normal form. While the table is made, it
 * knows the pages that are done; Latin and Arabic letters, which most characters fold to, come early.
 */
static inline bool is_quiet(const struct norm_profile *profile, uint32_t cp)
{
	bool known = profile->table.pages[cp >> LETTER_PAGE_SHIFT];
	return known && !(letter_entry(&profile->table, cp) & (ENTRY_CHANGED | ENTRY_DROP | ENTRY_JOIN));
}

/* Case folding takes U+0390 apart, only for the normal form to put it together again: such letters stay, too. */
static inline int map_character(const struct norm_profile *profile, const struct active_step *active, uint32_t base, uint32_t cp,
				uint32_t *out)
{
	int n = active_map(active, base, cp, out);
	return n > 0 && is_quiet(profile, cp) ? STEP_UNCHANGED : n;
}

/* The base for what follows `cp`; nothing where the step does not ask for it. */
static inline uint32_t next_base(const struct active_step *active, uint32_t base, uint32_t cp)
{
	return active->step->context_count && is_base(cp) ? cp : base;
}

/* The base for what is at `start`. */
static uint32_t base_before(const struct sequence *sequence, const struct active_step *active, size_t start)
{
	uint32_t base = sequence->base;
	for (size_t i = start; active->step->context_count && i > 0; i--)
		if (is_base(sequence->out.at[i - 1]))
			return sequence->out.at[i - 1];
	return base;
}

/* The first character from `i` on that the step changes, with `*ret_base` what is before it. */
static size_t first_change(const struct cpbuf *buf, const struct norm_profile *profile, const struct active_step *active,
			   size_t i, uint32_t *ret_base, uint32_t *mapped, int *ret_n)
{
	for (; i < buf->len; i++) {
		*ret_n = map_character(profile, active, *ret_base, buf->at[i], mapped);
		if (*ret_n != STEP_UNCHANGED)
			break;
		*ret_base = next_base(active, *ret_base, buf->at[i]);
	}
	return i;
}

/* Append what became of a character; returns the base for the next one. */
static inline uint32_t push_mapped(struct cpbuf *to, const struct active_step *active, uint32_t base, const uint32_t *mapped,
			    int n)
{
	for (int k = 0; k < n; k++) {
		cpbuf_push(to, mapped[k]);
		base = next_base(active, base, mapped[k]);
	}
	return base;
}

/* Run one map step over out from `start` on. Returns the first place that it has changed, or NOWHERE. */
static size_t apply_map(struct sequence *sequence, const struct norm_profile *profile, const struct active_step *active,
			size_t start)
{
	struct cpbuf *from = &sequence->out, *to = &sequence->work;
	uint32_t base = base_before(sequence, active, start), mapped[STEP_MAP_MAX];
	int n;
	size_t first = first_change(from, profile, active, start, &base, mapped, &n);
	if (first == from->len)
		return NOWHERE;
	to->len = 0;
	base = push_mapped(to, active, base, mapped, n);
	for (size_t i = first + 1; i < from->len; i++) {
		n = map_character(profile, active, base, from->at[i], mapped);
		bool same = n == STEP_UNCHANGED;
		base = push_mapped(to, active, base, same ? &from->at[i] : mapped, same ? 1 : n);
	}
	put(sequence, first, to->at, to->len);
	sequence->normal = first < sequence->normal ? first : sequence->normal;
	return first;
}

/* The steps that may touch what is there. Most characters are of the same page as the one before. */
static uint64_t steps_of(const struct norm_profile *profile, const uint32_t *cps, size_t n)
{
	uint64_t steps = 0;
	uint32_t done = UINT32_MAX; /* a page of which all steps are there */
	for (size_t i = 0; i < n; i++) {
		if (cps[i] >> LETTER_PAGE_SHIFT == done)
			continue;
		uint64_t own = profile_steps_of(profile, cps[i]);
		if (own & ~steps)
			steps |= is_quiet(profile, cps[i]) ? own & profile_form_bit(profile) : own;
		if (!(own & ~steps))
			done = cps[i] >> LETTER_PAGE_SHIFT;
	}
	return steps;
}

/* The same for what is in out from `start` on. */
static uint64_t steps_from(const struct sequence *sequence, const struct norm_profile *profile, size_t start)
{
	return steps_of(profile, sequence->out.at + start, sequence->out.len - start);
}

/* Whether a normal form may change something. */
static bool may_form(enum normal_form form, const uint32_t *cps, size_t n)
{
	const uint32_t wanted = profile_form_properties(form);
	size_t i = 0;
	while (i < n && !(unicode_props(cps[i]) & wanted))
		i++;
	return i < n;
}

/*
 * Bring out into the normal form: what is behind the part of it that is normal, from the last character on that has nothing to do
 * with what is before it. Returns the first place that changed, or NOWHERE.
 */
static size_t apply_form(struct sequence *sequence, enum normal_form form)
{
	const struct cpbuf *out = &sequence->out, *work = &sequence->work;
	size_t start = sequence->normal;
	sequence->normal = SIZE_MAX;
	if (start >= out->len)
		return NOWHERE;
	while (start > 0 && !normal_boundary_before(form, out->at[start]))
		start--;
	const uint32_t *cps = out->at + start;
	size_t n = out->len - start, same = 0;
	if (!may_form(form, cps, n))
		return NOWHERE;
	normal_apply(form, cps, n, &sequence->work);
	while (same < n && same < work->len && cps[same] == work->at[same])
		same++;
	if (same == n && same == work->len)
		return NOWHERE;
	put(sequence, start, work->at, work->len);
	return start + same;
}

static void note(struct ruleset *changed, const struct active_step *active)
{
	if (changed)
		ruleset_add(changed, active->number);
}

/*
 * One pass over what is from `start` on, of the steps in `todo` and of those that what they change needs; and the normal form again
 * when a step has changed something. Returns the first place that changed, or NOWHERE: the normal form alone leaves nothing to do, for
 * steps behind it have seen its result.
 */
static size_t apply_all(struct sequence *sequence, const struct norm_profile *profile, uint64_t todo, size_t start,
			struct ruleset *changed)
{
	const struct active_step *steps = profile->maps.at;
	size_t first = NOWHERE;
	while (todo) {
		unsigned i = (unsigned)__builtin_ctzll(todo);
		bool form = steps[i].step->kind == STEP_FORM;
		size_t place = form ? apply_form(sequence, profile->form) : apply_map(sequence, profile, &steps[i], start);
		todo &= ~UINT64_C(0) << i << 1;
		if (place == NOWHERE)
			continue;
		note(changed, &steps[i]);
		todo |= steps_from(sequence, profile, place) & ~UINT64_C(0) << i << 1;
		if (place < first && !(form && first == NOWHERE))
			first = place;
	}
	if (first == NOWHERE || profile->form == NORMAL_NONE)
		return first;
	size_t place = apply_form(sequence, profile->form);
	if (place != NOWHERE)
		note(changed, &steps[profile->form_index]);
	return place < first ? place : first;
}

/*
 * Pass after pass over what is in `out`; `todo` is for the first. What is in front of the first change of a pass its steps have seen
 * as it is, so the next one begins there.
 */
static bool map_out(struct sequence *sequence, const struct norm_profile *profile, uint64_t todo, struct ruleset *changed)
{
	size_t start = 0;
	sequence->normal = 0;
	for (int pass = 0; pass < PASSES_MAX && todo; pass++) {
		start = apply_all(sequence, profile, todo, start, changed);
		if (start == NOWHERE || sequence->out.failed)
			break;
		todo = steps_from(sequence, profile, start) & ~profile_form_bit(profile);
	}
	return !sequence->out.failed && !sequence->work.failed;
}

/* Whether the normal form is the only step that may touch what is there; most sequences are like that. */
static bool is_form_alone(const struct norm_profile *profile, uint64_t steps)
{
	return profile->form != NORMAL_NONE && !(steps & ~profile_form_bit(profile));
}

static bool equal(const struct cpbuf *buf, const uint32_t *cps, size_t n)
{
	return buf->len == n && (n == 0 || !memcmp(buf->at, cps, n * sizeof *cps));
}

bool sequence_map(struct sequence *sequence, const struct norm_profile *profile, const uint32_t *cps, size_t n,
		  struct ruleset *changed)
{
	uint64_t steps = steps_of(profile, cps, n);
	if (is_form_alone(profile, steps)) {
		normal_apply(profile->form, cps, n, &sequence->out);
		if (is_form_alone(profile, steps_from(sequence, profile, 0))) {
			if (!equal(&sequence->out, cps, n))
				note(changed, &profile->maps.at[profile->form_index]);
			return !sequence->out.failed;
		}
	}
	put(sequence, 0, cps, n);
	return map_out(sequence, profile, steps, changed);
}

bool sequence_map_character(struct sequence *sequence, const struct norm_profile *profile, uint32_t cp, uint64_t steps,
			    struct ruleset *changed)
{
	if (steps && steps == profile_form_bit(profile))
		return sequence_map(sequence, profile, &cp, 1, changed);
	put(sequence, 0, &cp, 1);
	return map_out(sequence, profile, steps, changed);
}
