/* SPDX-License-Identifier: MIT */
#include "engine/letter_table.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
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
	uint64_t steps[LETTER_PAGE]; /* the steps that may touch a character, as bits of profile->maps */
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

/* A quick answer to whether anything happens to `cp`; true may be a false alarm. */
static bool may_change(const struct compiler *compiler, uint32_t cp)
{
	const struct norm_profile *profile = compiler->profile;
	uint32_t out[STEP_MAP_MAX];
	if (unicode_props(cp) & profile->watched)
		return true;
	uint64_t steps = compiler->steps[cp % LETTER_PAGE] & ~profile_form_bit(profile);
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

/* Whether `cp` belongs to what is before it, be it for the normal form or as a mark between others. */
static bool is_joining(const struct compiler *compiler, uint32_t cp)
{
	const struct norm_profile *profile = compiler->profile;
	if (!(unicode_props(cp) & profile->watched))
		return false;
	return (profile->contextual && unicode_ccc(cp)) || !normal_boundary_before(profile->form, cp);
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
	bool joining = is_joining(compiler, cp);
	/* A mark that can compose must do so before it may be dropped. */
	if ((joining && unicode_composes_back(cp)) || depends_on_base(compiler, cp))
		return ENTRY_JOIN;
	struct ruleset rules = {0};
	uint64_t steps = compiler->steps[cp % LETTER_PAGE];
	compiler->failed |= !sequence_map_character(&compiler->sequence, compiler->profile, cp, steps, &rules);
	const struct cpbuf *to = &compiler->sequence.out;
	bool same = to->len == 1 && to->at[0] == cp;
	if (same)
		return joining ? ENTRY_MARK : 0;
	bool loose = !normal_boundary_before(compiler->profile->form, to->len ? to->at[0] : 0);
	loose |= compiler->profile->sees_spaces && has_outer_space(to);
	if ((to->len && joining) || loose || (compiler->profile->form != NORMAL_NONE && hides_letter(compiler, cp)))
		return ENTRY_JOIN;
	return (to->len ? ENTRY_CHANGED : ENTRY_DROP) | add_record(compiler, cp, to, &rules);
}

/* ENTRY_SPACE, if a character ends up as a single space or line end. */
static uint32_t space_flag(const struct compiler *compiler, uint32_t cp, uint32_t entry)
{
	if (entry & (ENTRY_DROP | ENTRY_JOIN))
		return 0;
	if (entry & ENTRY_CHANGED) {
		struct letter_record record = letter_record(compiler->table, entry);
		unsigned used = utf8_decode(record.bytes, record.bytes + record.len, &cp);
		if (used != record.len)
			return 0;
	}
	return space_is_inline(cp) || space_is_line_end(cp) ? ENTRY_SPACE : 0;
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

/* ENTRY_RULE, if a character ends up as something that holds a trigger. */
static uint32_t trigger_flag(const struct compiler *compiler, uint32_t cp, uint32_t entry)
{
	if (entry & ENTRY_DROP)
		return 0;
	if (!(entry & ENTRY_CHANGED))
		return letter_triggers(compiler->table, cp) ? ENTRY_RULE : 0;
	struct letter_record record = letter_record(compiler->table, entry);
	const uint8_t *at = record.bytes, *end = at + record.len;
	while (at < end) {
		at += utf8_decode(at, end, &cp);
		if (letter_triggers(compiler->table, cp))
			return ENTRY_RULE;
	}
	return 0;
}

static bool holds_spaces(uint32_t page)
{
	static const uint32_t watched[] = {SPACE_LF, SPACE_NBSP, SPACE_NNBSP};
	for (size_t i = 0; i < COUNT_OF(watched); i++)
		if (watched[i] >> LETTER_PAGE_SHIFT == page)
			return true;
	return false;
}

static void compile_page(struct compiler *compiler, uint32_t page)
{
	struct letter_table *table = compiler->table;
	if (!memory_reserve(&table->cells, &table->row_cap, table->row_count + 1, sizeof *table->cells)) {
		compiler->failed = true;
		return;
	}
	uint32_t *row = table->cells[table->row_count];
	const struct norm_profile *profile = compiler->profile;
	bool spaces = profile->sees_spaces && holds_spaces(page), triggers = table->trigger_pages[page];
	for (uint32_t i = 0; i < LETTER_PAGE && !compiler->failed; i++) {
		uint32_t cp = page << LETTER_PAGE_SHIFT | i, entry = 0;
		if (may_change(compiler, cp))
			entry = changed_entry(compiler, cp);
		row[i] = entry;
		if (spaces || (entry && profile->sees_spaces))
			row[i] |= space_flag(compiler, cp, entry);
		if (triggers || (entry && profile->triggers))
			row[i] |= trigger_flag(compiler, cp, entry);
	}
	table->pages[page] = (uint16_t)table->row_count++;
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
	for (; steps; steps &= steps - 1) {
		const struct active_step *active = &compiler->profile->maps.at[__builtin_ctzll(steps)];
		const struct step *step = active->step;
		uint64_t bit = steps & (0 - steps);
		if (step->kind == STEP_FORM)
			touch_range(compiler, page, 0, UINT32_MAX, bit);
		if (step->table && step->table->pages[page >> (8 - LETTER_PAGE_SHIFT)])
			touch_table(compiler, page, step->table, bit);
		for (size_t i = 0; i < step->range_count; i++)
			touch_range(compiler, page, step->ranges[i].first, step->ranges[i].last, bit);
		if (overlaps(step->context, step->context_count, page))
			compiler->contextual[compiler->contextual_len++] = active;
	}
}

/* Where there is no normal form, whose pages hold all marks, but a step that asks for their base. */
static bool holds_marks(const struct norm_profile *profile, uint32_t page)
{
	uint32_t marks = 0;
	for (uint32_t i = 0; profile->contextual && profile->form == NORMAL_NONE && i < LETTER_PAGE; i++)
		marks |= unicode_ccc(page << LETTER_PAGE_SHIFT | i);
	return marks;
}

/* Whether something may happen to a character of the page. */
static bool is_concerned(const struct compiler *compiler, uint32_t page)
{
	const struct norm_profile *profile = compiler->profile;
	return profile_steps_of(profile, page << LETTER_PAGE_SHIFT) || (profile->sees_spaces && holds_spaces(page)) ||
	       holds_marks(profile, page) || compiler->table->trigger_pages[page];
}

static void compile_pages(struct compiler *compiler)
{
	const struct norm_profile *profile = compiler->profile;
	for (uint32_t page = 0; page < PAGE_COUNT && !compiler->failed; page++) {
		uint32_t first = page << LETTER_PAGE_SHIFT;
		bool surrogates = first >= SURROGATE_FIRST && first <= SURROGATE_LAST;
		if (surrogates || !is_concerned(compiler, page))
			continue;
		find_steps(compiler, page, profile_steps_of(profile, first));
		compile_page(compiler, page);
	}
}

static uint32_t hot_bytes(const uint8_t bytes[3], size_t len)
{
	return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)len << 24;
}

/* Whether all rule steps of which `cp` is a trigger have it among their `behind_space`. */
static bool wakes_behind_space(const struct norm_profile *profile, uint32_t cp)
{
	for (uint64_t rules = letter_triggers(&profile->table, cp); rules; rules &= rules - 1) {
		const struct step *step = profile->rules.at[__builtin_ctzll(rules)].step;
		if (!step_range_has(step->behind_space, step->behind_space_count, cp))
			return false;
	}
	return true;
}

static uint32_t hot_word(const struct norm_profile *profile, uint32_t cp)
{
	const struct letter_table *table = &profile->table;
	uint32_t entry = letter_entry(table, cp);
	uint8_t bytes[4] = {0};
	size_t len = utf8_encode(cp, bytes);
	if (entry == ENTRY_RULE && !(letter_triggers(table, cp) & ~profile->before_space_rules))
		return HOT_SPECIAL | HOT_INSIDE | hot_bytes(bytes, len);
	if (entry == ENTRY_RULE && wakes_behind_space(profile, cp))
		return HOT_SPECIAL | HOT_BEHIND | hot_bytes(bytes, len);
	if ((entry & ~ENTRY_RECORD) == ENTRY_DROP)
		return HOT_SPECIAL | HOT_DROP;
	if (entry & ~(ENTRY_RECORD | ENTRY_CHANGED))
		return HOT_SPECIAL | ((entry & ~ENTRY_RULE) == ENTRY_MARK ? HOT_MARK : 0);
	if (entry & ENTRY_CHANGED) {
		struct letter_record record = letter_record(table, entry);
		if (record.len > 3)
			return HOT_SPECIAL;
		len = record.len;
		memset(bytes, 0, sizeof bytes);
		memcpy(bytes, record.bytes, len);
	}
	return hot_bytes(bytes, len) | (entry ? HOT_CHANGED : 0);
}

/*
 * Quiet for the scanner: unchanged, and no neighbour can change that but a space (it sees pairs) and
 * no rule step asks.
 */
static bool is_quiet(const struct norm_profile *profile, uint32_t cp, bool edits, bool arabic)
{
	uint32_t entry = letter_entry(&profile->table, cp);
	bool scanned_space = cp == SPACE_SP || cp == SPACE_LF || cp == SPACE_CR;
	if (!(letter_triggers(&profile->table, cp) & profile->say[edits][arabic]))
		entry &= ~ENTRY_RULE;
	return entry == 0 || (entry == ENTRY_SPACE && scanned_space);
}

static bool folds_ascii(const struct letter_table *table)
{
	for (uint32_t cp = 'A'; cp <= 'Z'; cp++)
		if (table->hot[cp] != (HOT_CHANGED | 1u << 24 | (cp + 0x20)))
			return false;
	return true;
}

static void set_bit(uint8_t bits[16], uint32_t low, unsigned bit)
{
	bits[low] = (uint8_t)(bits[low] | 1u << bit);
}

/* A set with these bits: of ASCII, of U+0080–U+00FF, and of U+0600–U+067F. */
static void fill_scan_set(struct scan_set *set, const bool ascii[0x80], const bool latin[0x80], const bool arabic[0x80])
{
	for (uint32_t i = 0; i < 0x80; i++) {
		if (ascii[i])
			set_bit(set->ascii, i & 15, i >> 4);
		if (latin[i])
			set_bit(set->latin, i & 15, i >> 4);
		if (arabic[i])
			set_bit(set->arabic, i & 15, i >> 4);
	}
}

static void fill_quiet(struct norm_profile *profile, bool edits, bool arabic)
{
	struct scan_set *set = &profile->table.quiet[edits][arabic];
	bool pages[3][0x80], lower = !edits && folds_ascii(&profile->table);
	for (uint32_t i = 0; i < 0x80; i++) {
		pages[0][i] = (lower && i >= 'A' && i <= 'Z') || is_quiet(profile, i, edits, arabic);
		pages[1][i] = is_quiet(profile, 0x80 + i, edits, arabic);
		pages[2][i] = is_quiet(profile, 0x600 + i, edits, arabic);
	}
	fill_scan_set(set, pages[0], pages[1], pages[2]);
	set->lower = lower;
	set->pairs = profile->space_rules != 0;
	set->digraphs = profile->digraph_rules & profile->say[edits][arabic];
}

static void fill_plain(struct letter_table *table)
{
	bool pages[3][0x80], lower = folds_ascii(table);
	for (uint32_t i = 0; i < 0x80; i++) {
		const uint32_t changed = ENTRY_CHANGED | ENTRY_DROP | ENTRY_JOIN | ENTRY_MARK;
		pages[0][i] = (lower && i >= 'A' && i <= 'Z') || !(letter_entry(table, i) & changed);
		pages[1][i] = !(letter_entry(table, 0x80 + i) & changed);
		pages[2][i] = !(letter_entry(table, 0x600 + i) & changed);
	}
	fill_scan_set(&table->plain, pages[0], pages[1], pages[2]);
	table->plain.lower = lower;
}

static void fill_hot(struct norm_profile *profile)
{
	struct letter_table *table = &profile->table;
	for (uint32_t cp = 0; cp < LETTER_HOT; cp++) {
		table->hot[cp] = hot_word(profile, cp);
		table->hot_extents[cp] = edit_extent(utf8_length(cp), HOT_LENGTH(table->hot[cp]),
						     letter_record(table, letter_entry(table, cp)).set);
	}
	table->hot[LETTER_HOT] = HOT_SPECIAL;
	for (int kind = 0; kind < 4; kind++)
		fill_quiet(profile, kind & 1, kind & 2);
	fill_plain(table);
	table->scan_copy = scan_copy_best();
	table->scan_find = scan_find_best();
	table->scan_thrice = scan_thrice_best();
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
	fill_hot(profile);
	return NORM_OK;
}

void letter_table_release(struct letter_table *table)
{
	free(table->cells);
	free(table->triggers);
	buffer_release(&table->records);
}
