/* SPDX-License-Identifier: MIT */
/*
 * The letter table: what all map steps of a profile, the normal form among them, make of each code
 * point that stands alone. Most characters are quiet: they stay what they are.
 *
 * A code point has an entry of 32 bits. Flags say what it takes to handle it; a changed one has a
 * record with the UTF-8 of its replacement. Code points below U+0800 also have a hot word with the
 * replacement itself, and a scan set tells the quiet ones among them apart 32 bytes at a time.
 */
#ifndef ENGINE_LETTER_TABLE_H
#define ENGINE_LETTER_TABLE_H

#include <string.h>

#include "base/buffer.h"
#include "libnorm/status.h"
#include "text/beside.h"
#include "text/edit_list.h"
#include "unicode/find.h"
#include "unicode/scan.h"
#include "unicode/utf8.h"

enum {
	LETTER_PAGE_SHIFT = 7,
	LETTER_PAGE = 1 << LETTER_PAGE_SHIFT,
	LETTER_HOT = 0x800, /* code points of one or two bytes */
	LETTER_RECORD_MARGIN = 16, /* so many bytes can be read from the start of any replacement */
	LETTER_PASSES = 5,
};

/* Flags of an entry. An entry of 0 is quiet. */
#define ENTRY_RECORD 0x00FFFFFFu  /* where its record starts in `records`; 0: none */
#define ENTRY_CHANGED 0x01000000u /* replaced by its record */
#define ENTRY_DROP 0x02000000u    /* deleted; what is on its two sides may meet */
#define ENTRY_JOIN 0x04000000u    /* acts on what is before it: look at the combining sequence */
#define ENTRY_MARK 0x08000000u    /* a mark that is quiet behind a letter, unless other marks are there */
#define ENTRY_SPACE 0x10000000u   /* ends up as a space or a line end, and space rules are on */
#define ENTRY_RULE 0x20000000u    /* what it ends up as is a trigger of a rule step */
#define ENTRY_SUSPECT 0x40000000u /* a trigger of a repair step: see machine_suspects() */
#define ENTRY_ACCENT 0x80000000u  /* with ENTRY_JOIN: nothing is left of it behind a Latin letter, and of the letter the same */

/* A character that has one of these does not stand alone. */
#define ENTRY_COMPANY (ENTRY_JOIN | ENTRY_MARK | ENTRY_DROP | ENTRY_SPACE | ENTRY_RULE)

/* A hot word: up to three bytes of UTF-8, first byte lowest, their number, and flags. */
#define HOT_LENGTH(word) ((word) >> 24 & 3u)
#define HOT_SPECIAL 0x04000000u /* see its entry */
#define HOT_CHANGED 0x08000000u /* the bytes differ from the source */
#define HOT_MARK 0x10000000u    /* special, but quiet behind a quiet letter */
#define HOT_DROP 0x20000000u    /* special: deleted */
#define HOT_RULE 0x80000000u    /* special, but quiet where it wakes no rule step: a trigger that letter steps leave as it is */
#define HOT_INSIDE 0x40000000u  /* special, but quiet in front of a letter: a trigger of steps with `before_space` */
#define HOT_BEHIND HOT_CHANGED  /* special, but quiet behind a letter: a trigger in `behind_space` of its steps */
#define HOT_CLASS(word) ((word) & 0xFFu) /* with HOT_MARK: the combining class */
#define HOT_ASCENDING 0x100u    /* with HOT_MARK: all of its steps are `ascending` */

/*
 * A seen word: what the letter steps make of a character of one byte or two, whatever is around it and whether rule steps ask. Up to
 * three bytes of UTF-8 as in a hot word, and flags.
 */
#define SEEN_OTHER 0x04000000u /* see its entry */
#define SEEN_LOOSE 0x08000000u /* no character that marks join: a mark, or deleted */
#define SEEN_EDIT 0x10000000u  /* changed or deleted */
#define SEEN_SPACE 0x20000000u /* its entry has ENTRY_SPACE */

/* Special, for put_others() of places.c: triggers of repair steps, and what has no hot word. These alone have bytes and no other flag. */
static inline bool letter_is_other(uint32_t word)
{
	return HOT_LENGTH(word) && !(word & HOT_RULE);
}

/* Where something may wake for a trigger. */
struct letter_beside {
	uint64_t behind[BESIDE_KINDS]; /* [kind in front of it]: what may be behind it then, but for a space, as bits by beside_class() */
	uint64_t before_space;         /* what may be in front of it with a space behind it, the same */
	/* What all of its steps have to say by passes(), the first ones; none where one of them says nothing. */
	bool (*passes[LETTER_PASSES])(const uint8_t *out, const uint8_t *at);
};

struct letter_table {
	uint16_t pages[0x110000 >> LETTER_PAGE_SHIFT]; /* row of `cells`; row 0 is all quiet */
	uint32_t (*cells)[LETTER_PAGE];
	size_t row_count, row_cap;
	struct buffer records; /* length (1 byte), rule set (2 bytes), UTF-8 */
	uint32_t hot[LETTER_HOT + 1];         /* by code point; the last one is for all others and special */
	uint32_t seen[LETTER_HOT + 1];        /* the same */
	uint32_t hot_extents[LETTER_HOT + 1]; /* the edits of those that are changed: see edit_extent() */
	/*
	 * What is quiet, [where damage is looked out for][with edits][where there is Arabic script]. Without edits A–Z may be folded on
	 * the way, and rules that only report do not count.
	 */
	struct scan_set quiet[2][2][2];
	struct scan_set found[2][2][2]; /* the same for scan_find, which also folds letters on the way, and lists that with edits */
	struct scan_set plain; /* what the letter steps leave as it is, or fold by way of A–Z, whatever is around it */
	/* The rule steps of which a character is a trigger, as bits of profile->rules; row 0 is for pages without. */
	uint8_t trigger_pages[0x110000 >> LETTER_PAGE_SHIFT];
	uint64_t (*triggers)[LETTER_PAGE];
	size_t trigger_row_count, trigger_row_cap;
	/*
	 * Of triggers in ASCII, [with edits][where there is Arabic script]. And the kinds and classes of characters by the last byte that is
	 * put out in front of them, and the classes by the source behind them, which may yet become another.
	 */
	struct letter_beside beside[2][2][0x80];
	bool has_triggers; /* some of these have a say where there is no Arabic script */
	uint8_t kind_before[0x100], class_before[0x100], class_after[0x100];
	/*
	 * Without Arabic script, [with edits]: the step that alone has a say at a trigger in ASCII between two ASCII letters, and
	 * knows at once what becomes of it; NULL where there is none. And the edit that it makes.
	 */
	const struct step *between[2][0x80];
	uint32_t between_extents[0x80];
	scan_copy_fn *scan_copy;
	scan_find_fn *scan_find;
	scan_thrice_fn *scan_thrice;
	size_t growth; /* a byte of source becomes at most so many of output, sequences apart */
};

/* The rule steps of which `cp` is a trigger, be it quiet or not. */
static inline uint64_t letter_triggers(const struct letter_table *table, uint32_t cp)
{
	return table->triggers[table->trigger_pages[cp >> LETTER_PAGE_SHIFT]][cp & (LETTER_PAGE - 1)];
}

/*
 * The code point of the character of one byte or two at `at`, where two bytes can be read; LETTER_HOT for all else. Nothing in it
 * depends on which of the two it is: where letters of both lengths stand side by side, no branch can be foreseen.
 */
static inline uint32_t letter_hot_index(const uint8_t *at)
{
	const uint32_t lead = at[0], trail = at[1] ^ 0x80u, pair = (lead & 0x1F) << 6 | trail;
	const bool longer = lead >= 0x80, other = longer & ((lead - 0xC2 >= 0xE0 - 0xC2) | (trail >= 0x40));
	const uint32_t index = longer ? pair : lead;
	return other ? LETTER_HOT : index;
}

/* A replacement. */
struct letter_record {
	const uint8_t *bytes;
	size_t len;
	unsigned set; /* index of the rules that made it */
};

/* Put a replacement where there is room for it and LETTER_RECORD_MARGIN; short ones by a copy of fixed size, for the source has a margin, too. */
static inline __attribute__((always_inline)) void letter_copy_record(uint8_t *out, const struct letter_record *record)
{
	memcpy(out, record->bytes, LETTER_RECORD_MARGIN);
	if (record->len > LETTER_RECORD_MARGIN)
		memcpy(out, record->bytes, record->len);
}

static inline uint32_t letter_entry(const struct letter_table *table, uint32_t cp)
{
	return table->cells[table->pages[cp >> LETTER_PAGE_SHIFT]][cp & (LETTER_PAGE - 1)];
}

static inline struct letter_record letter_record(const struct letter_table *table, uint32_t entry)
{
	const uint8_t *record = table->records.at + (entry & ENTRY_RECORD);
	return (struct letter_record){record + 3, record[0], record[1] | (unsigned)record[2] << 8};
}

/* What a character that is not dropped is put out as, or the first character of that. */
static inline uint32_t letter_output(const struct letter_table *table, uint32_t cp, uint32_t entry)
{
	if (!(entry & ENTRY_CHANGED))
		return cp;
	struct letter_record record = letter_record(table, entry);
	utf8_decode(record.bytes, record.bytes + record.len, &cp);
	return cp;
}

struct norm_profile;

/* Fill profile->table from its other fields. NORM_OK or NORM_E_NOMEM. */
norm_status letter_table_compile(struct norm_profile *profile);
void letter_table_release(struct letter_table *table);

/* letter_hot.c: its part that follows from the entries. */
void letter_hot_fill(struct norm_profile *profile);
/* letter_beside.c: what depends on the characters beside a trigger. */
void letter_beside_fill(struct norm_profile *profile);

#endif
