/* SPDX-License-Identifier: MIT */
/* What the innermost loop and the scanner ask of the letter table: hot words, and sets of quiet characters. */
#include "engine/letter_table.h"

#include <string.h>

#include "engine/profile.h"
#include "text/space.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

/* Whether a character is a trigger of a repair step that has a say where there is Arabic script, or elsewhere, or a NUL. */
static bool is_suspect(const struct norm_profile *profile, uint32_t cp, bool arabic)
{
	bool suspect = cp == 0 && profile->detects;
	for (size_t i = 0; !suspect && i < profile->repairs.len; i++) {
		const struct step *step = profile->repairs.at[i].step;
		suspect = (arabic || !step->arabic_only) && step_range_has(step->triggers, step->trigger_count, cp);
	}
	return suspect;
}

static uint32_t hot_bytes(const uint8_t bytes[3], size_t len)
{
	return bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)len << 24;
}

/* What the letter steps make of a character, if that has a place in a word of the fast paths. */
static bool read_short(const struct letter_table *table, uint32_t entry, uint8_t bytes[4], size_t *ret_len)
{
	struct letter_record record = letter_record(table, entry);
	if (record.len > 3)
		return false;
	*ret_len = record.len;
	memset(bytes, 0, 4);
	memcpy(bytes, record.bytes, record.len);
	return true;
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

/* What is known of a mark that is quiet behind a letter. */
static uint32_t mark_word(const struct norm_profile *profile, uint32_t cp)
{
	bool ascending = true;
	for (uint64_t rules = letter_triggers(&profile->table, cp); rules; rules &= rules - 1)
		ascending &= profile->rules.at[__builtin_ctzll(rules)].step->ascending;
	return HOT_SPECIAL | HOT_MARK | (ascending ? HOT_ASCENDING : 0) | unicode_ccc(cp);
}

static uint32_t hot_word(const struct norm_profile *profile, uint32_t cp)
{
	const struct letter_table *table = &profile->table;
	uint32_t entry = letter_entry(table, cp);
	uint8_t bytes[4] = {0};
	size_t len = utf8_encode(cp, bytes);
	bool inside = !(letter_triggers(table, cp) & ~profile->before_space_rules);
	if (entry == ENTRY_RULE)
		return HOT_SPECIAL | HOT_RULE | (inside ? HOT_INSIDE : wakes_behind_space(profile, cp) ? HOT_BEHIND : 0) |
		       hot_bytes(bytes, len);
	if ((entry & ~ENTRY_RECORD) == ENTRY_DROP)
		return HOT_SPECIAL | HOT_DROP;
	if ((entry & ~(ENTRY_RECORD | ENTRY_CHANGED)) == ENTRY_SUSPECT)
		return HOT_SPECIAL | hot_bytes(bytes, len);
	if (entry & ~(ENTRY_RECORD | ENTRY_CHANGED))
		return (entry & ~ENTRY_RULE) == ENTRY_MARK ? mark_word(profile, cp) : HOT_SPECIAL;
	if (entry & ENTRY_CHANGED && !read_short(table, entry, bytes, &len))
		return HOT_SPECIAL;
	return hot_bytes(bytes, len) | (entry ? HOT_CHANGED : 0);
}

static uint32_t seen_word(const struct letter_table *table, uint32_t cp)
{
	uint32_t entry = letter_entry(table, cp), flags = entry & ENTRY_SPACE ? SEEN_SPACE : 0;
	uint8_t bytes[4] = {0};
	size_t len = utf8_encode(cp, bytes);
	const bool edit = entry & (ENTRY_CHANGED | ENTRY_DROP);
	if (entry & ENTRY_JOIN || (edit && !read_short(table, entry, bytes, &len)))
		return SEEN_OTHER;
	flags |= edit ? SEEN_EDIT : 0;
	return hot_bytes(bytes, len) | (entry & (ENTRY_MARK | ENTRY_DROP) ? SEEN_LOOSE : 0) | flags;
}

/* Where the scanner is: see struct letter_table. */
struct scan_place {
	bool alert, edits, arabic;
};

/*
 * Quiet for the scanner: unchanged, and no neighbour can change that but a space (it sees pairs) and
 * no rule step asks.
 */
static bool is_quiet(const struct norm_profile *profile, uint32_t cp, struct scan_place place)
{
	uint32_t entry = letter_entry(&profile->table, cp);
	bool scanned_space = cp == SPACE_SP || cp == SPACE_LF || cp == SPACE_CR;
	if (!(letter_triggers(&profile->table, cp) & profile->say[place.edits][place.arabic]))
		entry &= ~ENTRY_RULE;
	if (!place.alert || (!place.arabic && !is_suspect(profile, cp, place.arabic)))
		entry &= ~ENTRY_SUSPECT;
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

static void fill_quiet(struct norm_profile *profile, struct scan_place place)
{
	struct scan_set *set = &profile->table.quiet[place.alert][place.edits][place.arabic];
	bool pages[3][0x80], lower = !place.edits && folds_ascii(&profile->table);
	for (uint32_t i = 0; i < 0x80; i++) {
		pages[0][i] = (lower && i >= 'A' && i <= 'Z') || is_quiet(profile, i, place);
		pages[1][i] = is_quiet(profile, 0x80 + i, place);
		pages[2][i] = is_quiet(profile, 0x600 + i, place);
	}
	fill_scan_set(set, pages[0], pages[1], pages[2]);
	set->lower = lower;
	set->pairs = profile->space_rules != 0;
	set->digraphs = profile->digraph_rules & profile->say[place.edits][place.arabic];
}

/* Let the scanner fold the letter `cp` if its hot word says that it becomes one that the scanner can make of it. */
static void add_fold(struct scan_set *set, uint32_t word, uint32_t cp)
{
	uint8_t bytes[4], low = cp & 15, bit = (uint8_t)(cp >> 4 & 7), row = cp >= 0x640;
	utf8_encode(cp, bytes);
	uint8_t lead_fold = (uint8_t)word ^ bytes[0], fold = (uint8_t)(word >> 8) ^ bytes[1];
	if ((word & ~0xFFFFu) != (HOT_CHANGED | 2u << 24) || !scan_is_lead((uint8_t)word) || !fold || lead_fold > !row)
		return;
	set_bit(set->arabic, low, bit);
	set->folding = true;
	set->folds[row][low] = fold;
	if (!row)
		set->lead_folds[low] = lead_fold;
}

static void fill_found(struct letter_table *table, struct scan_place place)
{
	struct scan_set *set = &table->found[place.alert][place.edits][place.arabic];
	*set = table->quiet[place.alert][place.edits][place.arabic];
	set->lists = place.edits;
	set->lower = folds_ascii(table);
	for (uint32_t cp = 'A'; set->lower && cp <= 'Z'; cp++)
		set_bit(set->ascii, cp & 15, cp >> 4);
	for (uint32_t i = 0; place.arabic && i < 16; i++) {
		add_fold(set, table->hot[0x620 + i], 0x620 + i);
		add_fold(set, table->hot[0x640 + i], 0x640 + i);
	}
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

void letter_hot_fill(struct norm_profile *profile)
{
	struct letter_table *table = &profile->table;
	for (uint32_t cp = 0; cp < LETTER_HOT; cp++) {
		table->hot[cp] = hot_word(profile, cp);
		table->seen[cp] = seen_word(table, cp);
		table->hot_extents[cp] = edit_extent(utf8_length(cp), HOT_LENGTH(table->hot[cp]),
						     letter_record(table, letter_entry(table, cp)).set);
	}
	table->hot[LETTER_HOT] = HOT_SPECIAL | 1u << 24;
	table->seen[LETTER_HOT] = SEEN_OTHER;
	for (int kind = 0; kind < 8; kind++) {
		struct scan_place place = {.alert = kind & 4, .edits = kind & 1, .arabic = kind & 2};
		fill_quiet(profile, place);
		fill_found(table, place);
	}
	fill_plain(table);
	letter_beside_fill(profile);
	table->scan_copy = scan_copy_best();
	table->scan_find = scan_find_best();
	table->scan_thrice = scan_thrice_best();
}
