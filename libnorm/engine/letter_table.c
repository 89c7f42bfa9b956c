/* SPDX-License-Identifier: MIT */
#include "engine/letter_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/search.h"
#include "engine/profile.h"
#include "engine/sequence.h"
#include "text/space.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

enum {
	SURROGATE_FIRST = 0xD800,
	SURROGATE_LAST = 0xDFFF,
};

_Static_assert((int)LETTER_PAGE_SHIFT == UNICODE_PROP_SHIFT, "pages are rows of the property table");

struct compiler {
	struct norm_profile *profile;
	struct letter_table *table;
	struct sequence sequence;
	/* Of the page in hand: */
	const uint32_t *props;       /* the properties of its characters */
	uint64_t steps[LETTER_PAGE]; /* the steps that may touch a character, as bits of profile->maps, but for … */
	uint64_t form;               /* … the normal form, if it touches the page */
	const struct active_step *contextual[RULESET_MAX]; /* those that look at the base of some of its characters */
	size_t contextual_len;
	bool failed;
};

/* Whether what a step makes of `cp` depends on the letter before it. */
static bool is_contextual(const struct active_step *active, uint32_t cp)
{
	if (!step_range_has(active->step->context, active->step->context_count, cp))
		return false;
	static const uint32_t bases[] = {0, 'a', 0x0627, 0x0628, 0x0648, 0x064A}; /* a Latin letter, four Arabic ones */
	uint32_t first[STEP_MAP_MAX], other[STEP_MAP_MAX];
	int n = active_map(active, bases[0], cp, first);
	for (size_t i = 1; i < COUNT_OF(bases); i++)
		if (active_map(active, bases[i], cp, other) != n)
			return true;
	return false;
}

static bool depends_on_base(const struct compiler *compiler, uint32_t cp)
{
	for (size_t i = 0; i < compiler->contextual_len; i++)
		if (is_contextual(compiler->contextual[i], cp))
			return true;
	return false;
}

/* Whether a step drops `cp` behind a Latin letter. Of one that has composed with it the step makes the same as of one without. */
static bool is_accent(const struct compiler *compiler, uint32_t cp)
{
	uint32_t unused[STEP_MAP_MAX];
	for (size_t i = 0; i < compiler->contextual_len; i++)
		if (active_map(compiler->contextual[i], 'a', cp, unused) == 0)
			return true;
	return false;
}

/* A quick answer to whether anything happens to `cp`; true may be a false alarm. */
static bool may_change(const struct compiler *compiler, uint32_t cp)
{
	const struct norm_profile *profile = compiler->profile;
	uint32_t out[STEP_MAP_MAX];
	uint64_t steps = compiler->steps[cp % LETTER_PAGE];
	if (compiler->props[cp % LETTER_PAGE] & profile->watched)
		return true;
	if (!steps)
		return false;
	for (; steps; steps &= steps - 1) {
		const struct active_step *active = &profile->maps.at[__builtin_ctzll(steps)];
		if (active->step->map(active->value, 0, cp, out) != STEP_UNCHANGED)
			return true;
	}
	return depends_on_base(compiler, cp);
}

/* Store a replacement. Returns the part of the entry that names it. */
static uint32_t add_record(struct compiler *compiler, uint32_t cp, const struct cpbuf *to, const struct ruleset *rules)
{
	struct buffer *records = &compiler->table->records;
	size_t set = ruleset_intern(&compiler->profile->sets, rules), start = records->len;
	if (set == SIZE_MAX || !buffer_reserve(records, 3 + 4 * to->len)) {
		compiler->failed = true;
		return 0;
	}
	records->len += 3;
	for (size_t i = 0; i < to->len; i++)
		records->len += utf8_encode(to->at[i], records->at + records->len);
	size_t len = records->len - start - 3;
	records->at[start] = (uint8_t)len;
	records->at[start + 1] = (uint8_t)set;
	records->at[start + 2] = (uint8_t)(set >> 8);
	size_t growth = (len + utf8_length(cp) - 1) / utf8_length(cp);
	if (growth > compiler->table->growth)
		compiler->table->growth = growth;
	return (uint32_t)start;
}

/* Whether the normal form may bring `cp` together with what is before it. */
static bool is_loose(const struct norm_profile *profile, uint32_t cp)
{
	return unicode_props(cp) & profile->watched && !normal_boundary_before(profile->form, cp);
}

/* Whether `cp` belongs to what is before it, be it for the normal form or as a mark between others. */
static bool is_joining(const struct norm_profile *profile, uint32_t cp)
{
	return (profile->contextual && unicode_ccc(cp)) || is_loose(profile, cp);
}

/*
 * Whether `cp` decomposes to a letter and a mark that a step turns into a letter: folding case does so
 * to U+0345 COMBINING GREEK YPOGEGRAMMENI. Marks behind it belong between the two.
 */
static bool hides_letter(const struct compiler *compiler, uint32_t cp)
{
	const struct norm_profile *profile = compiler->profile;
	const uint32_t *to;
	uint32_t out[STEP_MAP_MAX];
	int n = cpmap_get(&unicode_nfd, cp, &to);
	if (n < 2 || unicode_ccc(to[n - 1]) == 0)
		return false;
	uint64_t steps = profile_steps_of(profile, to[n - 1]) & ~profile_form_bit(profile);
	for (; steps; steps &= steps - 1)
		if (active_map(&profile->maps.at[__builtin_ctzll(steps)], 0, to[n - 1], out) > 0 && unicode_ccc(out[0]) == 0)
			return true;
	return false;
}

/* Whether a longer replacement has a space at an end that may be one of a run: it must be seen by the space rules. */
static bool has_outer_space(const struct cpbuf *to)
{
	if (to->len < 2)
		return false;
	bool carrier = unicode_ccc(to->at[1]) != 0; /* the body of a spacing accent */
	return (space_is_inline(to->at[0]) && !carrier) || space_is_inline(to->at[to->len - 1]);
}

/* The entry of a character of which something may become. */
static uint32_t changed_entry(struct compiler *compiler, uint32_t cp)
{
	const struct norm_profile *profile = compiler->profile;
	bool joining = is_joining(profile, cp);
	/* A mark that can compose must do so before it may be dropped. */
	if ((joining && unicode_composes_back(cp)) || depends_on_base(compiler, cp))
		return ENTRY_JOIN | (is_accent(compiler, cp) ? ENTRY_ACCENT : 0);
	struct ruleset rules = {0};
	uint64_t steps = compiler->steps[cp % LETTER_PAGE] | compiler->form;
	if (!sequence_map_known(&compiler->sequence, profile, cp, steps, &rules))
		compiler->failed |= !sequence_map_character(&compiler->sequence, profile, cp, steps, &rules);
	const struct cpbuf *to = &compiler->sequence.out;
	bool same = to->len == 1 && to->at[0] == cp;
	if (same)
		return joining ? ENTRY_MARK : 0;
	bool loose = to->len && (joining || is_loose(profile, to->at[0]));
	loose |= profile->sees_spaces && has_outer_space(to);
	if (loose || (profile->form != NORMAL_NONE && hides_letter(compiler, cp)))
		return ENTRY_JOIN;
	return (to->len ? ENTRY_CHANGED : ENTRY_DROP) | add_record(compiler, cp, to, &rules);
}

/* One more row of triggers, with none yet; returns its number, or 0 when memory ran out. */
static uint8_t add_trigger_row(struct compiler *compiler)
{
	struct letter_table *table = compiler->table;
	size_t row = table->trigger_row_count;
	if (row > UINT8_MAX ||
	    !memory_reserve(&table->triggers, &table->trigger_row_cap, row + 1, sizeof *table->triggers)) {
		compiler->failed = true;
		return 0;
	}
	memset(table->triggers[row], 0, sizeof table->triggers[row]);
	table->trigger_row_count++;
	return (uint8_t)row;
}

static void add_triggers(struct compiler *compiler, struct step_range range, uint64_t rule)
{
	struct letter_table *table = compiler->table;
	for (uint32_t cp = range.first; cp <= range.last && !compiler->failed; cp++) {
		uint8_t *row = &table->trigger_pages[cp >> LETTER_PAGE_SHIFT];
		if (*row == 0)
			*row = add_trigger_row(compiler);
		table->triggers[*row][cp & (LETTER_PAGE - 1)] |= rule;
	}
}

static void find_triggers(struct compiler *compiler)
{
	const struct active_steps *rules = &compiler->profile->rules;
	add_trigger_row(compiler);
	for (size_t i = 0; i < rules->len; i++) {
		const struct step *step = rules->at[i].step;
		for (size_t k = 0; k < step->trigger_count; k++)
			add_triggers(compiler, step->triggers[k], UINT64_C(1) << i);
	}
}

/* What an entry says of rule steps: whether `cp` ends up as a single space or line end, and whether with a trigger. */
static uint32_t rule_flags(const struct compiler *compiler, uint32_t cp, uint32_t entry)
{
	const struct cpbuf *out = &compiler->sequence.out;
	const uint32_t *to = entry & ENTRY_CHANGED ? out->at : &cp;
	size_t len = entry & ENTRY_CHANGED ? out->len : 1;
	uint32_t flags = 0;
	if (entry & ENTRY_DROP)
		return 0;
	if (compiler->profile->sees_spaces && !(entry & ENTRY_JOIN) && len == 1 &&
	    (space_is_inline(to[0]) || space_is_line_end(to[0])))
		flags = ENTRY_SPACE;
	for (size_t i = 0; i < len; i++)
		flags |= letter_triggers(compiler->table, to[i]) ? ENTRY_RULE : 0;
	return flags;
}

/* Characters of all pages with spaces that rule steps see. */
static const uint32_t watched_spaces[] = {SPACE_LF, SPACE_NBSP, SPACE_NNBSP};

static bool is_space_page(uint32_t page)
{
	for (size_t i = 0; i < COUNT_OF(watched_spaces); i++)
		if (watched_spaces[i] >> LETTER_PAGE_SHIFT == page)
			return true;
	return false;
}

/* First what stays as it is: most of what changes becomes one of these, so that it is known then what that becomes. */
static void compile_page(struct compiler *compiler, uint32_t page)
{
	struct letter_table *table = compiler->table;
	if (!memory_reserve(&table->cells, &table->row_cap, table->row_count + 1, sizeof *table->cells)) {
		compiler->failed = true;
		return;
	}
	uint32_t *row = table->cells[table->row_count], first = page << LETTER_PAGE_SHIFT;
	uint8_t changing[LETTER_PAGE];
	size_t count = 0;
	for (uint32_t i = 0; i < LETTER_PAGE; i++) {
		bool may = may_change(compiler, first | i);
		row[i] = may ? ENTRY_JOIN : 0;
		changing[count] = (uint8_t)i;
		count += may;
	}
	table->pages[page] = (uint16_t)table->row_count++;
	for (size_t i = 0; i < count && !compiler->failed; i++) {
		uint32_t cp = first | changing[i], entry = changed_entry(compiler, cp);
		row[changing[i]] = entry ? entry | rule_flags(compiler, cp, entry) : 0;
	}
	for (uint32_t i = 0; (is_space_page(page) || table->trigger_pages[page]) && i < LETTER_PAGE; i++)
		if (!row[i])
			row[i] = rule_flags(compiler, first | i, 0);
}

/* Set the bit of a step for those characters of a page that lie in [first, last]. */
static void touch_range(struct compiler *compiler, uint32_t page, uint32_t first, uint32_t last, uint64_t bit)
{
	uint32_t start = page << LETTER_PAGE_SHIFT, end = start + LETTER_PAGE;
	first = first > start ? first : start;
	for (uint32_t cp = first; cp < end && cp <= last; cp++)
		compiler->steps[cp - start] |= bit;
}

/* The same for the characters of a page that a table holds. */
static void touch_table(struct compiler *compiler, uint32_t page, const struct cpmap *table, uint64_t bit)
{
	uint32_t start = page << LETTER_PAGE_SHIFT;
	const uint16_t *cells = &table->cells[table->pages[start >> 8]][start & 0xFF];
	for (uint32_t i = 0; i < LETTER_PAGE; i++)
		compiler->steps[i] |= cells[i] ? bit : 0;
}

static bool overlaps(const struct step_range *ranges, size_t count, uint32_t page)
{
	for (size_t i = 0; i < count; i++)
		if (ranges[i].first >> LETTER_PAGE_SHIFT <= page && ranges[i].last >> LETTER_PAGE_SHIFT >= page)
			return true;
	return false;
}

/* Which of the steps that touch the page touch which of its characters. */
static void find_steps(struct compiler *compiler, uint32_t page, uint64_t steps)
{
	memset(compiler->steps, 0, sizeof compiler->steps);
	compiler->contextual_len = 0;
	compiler->props = unicode_prop_cells[unicode_prop_blocks[page]];
	compiler->form = steps & profile_form_bit(compiler->profile);
	for (; steps; steps &= steps - 1) {
		const struct active_step *active = &compiler->profile->maps.at[__builtin_ctzll(steps)];
		const struct step *step = active->step;
		uint64_t bit = steps & (0 - steps);
		if (step->table && step->table->pages[page >> (8 - LETTER_PAGE_SHIFT)])
			touch_table(compiler, page, step->table, bit);
		for (size_t i = 0; i < step->range_count; i++)
			touch_range(compiler, page, step->ranges[i].first, step->ranges[i].last, bit);
		if (overlaps(step->context, step->context_count, page))
			compiler->contextual[compiler->contextual_len++] = active;
	}
}

/* Where there is no normal form, whose pages hold all marks, but a step that asks for their base. */
static bool holds_marks(uint32_t page)
{
	uint32_t marks = 0;
	for (uint32_t i = 0; i < LETTER_PAGE; i++)
		marks |= unicode_ccc(page << LETTER_PAGE_SHIFT | i);
	return marks;
}

static void find_trigger_pages(const struct step *step, uint8_t concerned[PAGE_COUNT])
{
	for (size_t i = 0; i < step->trigger_count; i++) {
		uint32_t last = step->triggers[i].last >> LETTER_PAGE_SHIFT;
		for (uint32_t page = step->triggers[i].first >> LETTER_PAGE_SHIFT; page <= last; page++)
			concerned[page] = true;
	}
}

static void mark_suspect(struct letter_table *table, uint32_t cp)
{
	table->cells[table->pages[cp >> LETTER_PAGE_SHIFT]][cp & (LETTER_PAGE - 1)] |= ENTRY_SUSPECT;
}

/* Mark the triggers of repair steps, and NUL, as UTF-16 has them. */
static void mark_suspects(struct norm_profile *profile)
{
	if (profile->detects)
		mark_suspect(&profile->table, 0);
	for (size_t i = 0; i < profile->repairs.len; i++) {
		const struct step *step = profile->repairs.at[i].step;
		for (size_t k = 0; k < step->trigger_count; k++)
			for (uint32_t cp = step->triggers[k].first; cp <= step->triggers[k].last; cp++)
				mark_suspect(&profile->table, cp);
	}
}

/* Find the pages of which something may happen to a character. */
static void find_pages(const struct compiler *compiler, uint8_t concerned[PAGE_COUNT])
{
	const struct norm_profile *profile = compiler->profile;
	for (uint32_t page = 0; page < PAGE_COUNT; page++)
		concerned[page] = profile->masks.page[page] | compiler->table->trigger_pages[page];
	for (size_t i = 0; profile->sees_spaces && i < COUNT_OF(watched_spaces); i++)
		concerned[watched_spaces[i] >> LETTER_PAGE_SHIFT] = true;
	for (uint32_t page = 0; profile->contextual && profile->form == NORMAL_NONE && page < PAGE_COUNT; page++)
		concerned[page] |= holds_marks(page);
	concerned[0] |= profile->detects;
	for (size_t i = 0; i < profile->repairs.len; i++)
		find_trigger_pages(profile->repairs.at[i].step, concerned);
	memset(concerned + (SURROGATE_FIRST >> LETTER_PAGE_SHIFT), false, (SURROGATE_LAST - SURROGATE_FIRST + 1) / LETTER_PAGE);
}

static void compile_pages(struct compiler *compiler)
{
	uint8_t concerned[PAGE_COUNT];
	find_pages(compiler, concerned);
	for (size_t at = 0; (at = search_set(concerned, at, PAGE_COUNT)) < PAGE_COUNT && !compiler->failed; at++) {
		uint32_t page = (uint32_t)at;
		find_steps(compiler, page, profile_steps_of(compiler->profile, page << LETTER_PAGE_SHIFT));
		compile_page(compiler, page);
	}
}

/* Row 0, which all pages share that hold nothing of interest, and an unused record 0. */
static bool begin_table(struct letter_table *table, const struct page_masks *masks)
{
	static const uint8_t no_record[3] = {0};
	size_t rows = 4; /* row 0, and those of the spaces, which may be on no step's account */
	for (size_t page = 0; page < PAGE_COUNT; page++)
		rows += masks->page[page] != 0;
	if (!memory_reserve(&table->cells, &table->row_cap, rows, sizeof *table->cells) ||
	    !buffer_reserve(&table->records, 48 * rows))
		return false;
	memset(table->cells[0], 0, sizeof table->cells[0]);
	table->row_count = 1;
	table->growth = 3; /* an invalid byte may become U+FFFD */
	buffer_append(&table->records, no_record, sizeof no_record);
	return !table->records.failed;
}

norm_status letter_table_compile(struct norm_profile *profile)
{
	struct compiler compiler = {.profile = profile, .table = &profile->table};
	compiler.failed = !begin_table(&profile->table, &profile->masks);
	find_triggers(&compiler);
	compile_pages(&compiler);
	static const uint8_t margin[LETTER_RECORD_MARGIN] = {0};
	buffer_append(&profile->table.records, margin, sizeof margin);
	compiler.failed |= profile->table.records.failed;
	sequence_release(&compiler.sequence);
	if (compiler.failed)
		return NORM_E_NOMEM;
	mark_suspects(profile);
	letter_hot_fill(profile);
	return NORM_OK;
}

void letter_table_release(struct letter_table *table)
{
	free(table->cells);
	free(table->triggers);
	buffer_release(&table->records);
}
