/* SPDX-License-Identifier: MIT */
#include "repair/misreading.h"

#include <string.h>

#include "base/memory.h"
#include "text/step.h"

enum {
	NOISE_MIN = 48,  /* starts: of fewer chance, or a space that another step puts, may make a medley */
	STRETCH = 2,     /* so many starts in a row have a misreading in common where texts were put together, and more */
	GOES_ON = 4,     /* so many go on as they should for each that does not */
	RUNNER_UP = 2,   /* what begins so many times less often than a misreading that is proven does not explain more */
};

const struct misreading misreadings[MISREADINGS] = {
	{N_("UTF-8 read as windows-1252"), CODEPAGE_CP1252, false, 24, 4},
	{N_("UTF-8 read as ISO-8859-15"), CODEPAGE_ISO_8859_15, false, 24, 4},
	{N_("UTF-8 read as windows-1256"), CODEPAGE_CP1256, false, 24, 4},
	{N_("UTF-8 read as Mac Roman"), CODEPAGE_MAC_ROMAN, false, 24, 4},
	{N_("UTF-8 read as IBM850"), CODEPAGE_CP850, false, 24, 4},
	{N_("UTF-8 read as IBM437"), CODEPAGE_CP437, false, 24, 4},
	{N_("UTF-8 read as Mac Arabic"), CODEPAGE_MAC_ARABIC, false, 40, 12},
	{N_("windows-1256 read as windows-1252"), CODEPAGE_CP1252, true, 45, 4},
};

static bool next_run(const struct misreading *misreading, const struct mojibake_text *text, size_t from,
		     struct mojibake_run *ret)
{
	return misreading->arabic ? mojibake_arabic_run(text, from, ret)
				  : mojibake_utf8_run(misreading->page, text, from, ret);
}

static bool proves(const struct misreading *misreading, const struct mojibake_text *text, const struct mojibake_run *run)
{
	return misreading->arabic ? mojibake_arabic_proves(text, run) : mojibake_utf8_proves(misreading->page, text, run);
}

/* The misreadings by the bits of codepage_misread, as sets. */
static const uint8_t sets[] = {
    [CODEPAGE_CP1252] = 1 << 0, [CODEPAGE_ISO_8859_15] = 1 << 1, [CODEPAGE_CP1256] = 1 << 2,      [CODEPAGE_MAC_ROMAN] = 1 << 3,
    [CODEPAGE_CP850] = 1 << 4,  [CODEPAGE_CP437] = 1 << 5,       [CODEPAGE_MAC_ARABIC] = 1 << 6, [CODEPAGE_OTHER_ARABIC] = 1 << 7,
};

/* Signs of ASCII go on with nothing, but for those that MacArabic has twice. */
unsigned misreadings_of(uint32_t left, uint32_t right)
{
	const struct codepage_misread *first = mojibake_misread(left), *second = mojibake_misread(right);
	unsigned set = 0;
	if (left < 0x80)
		return 0;
	for (unsigned pages = first->leads & second->trails; pages; pages &= pages - 1) {
		unsigned page = (unsigned)__builtin_ctz(pages);
		bool begins = page == CODEPAGE_OTHER_ARABIC ||
			      mojibake_utf8_begins((enum codepage)page, first->upper[page], second->upper[page], right);
		set |= begins ? sets[page] : 0;
	}
	return set;
}

static bool is_accepted(const struct misreading *misreading, const struct mojibake_run *run)
{
	return run->gain >= misreading->run * EVIDENCE_BIT;
}

/* `eager`: half the proof is enough. */
static bool is_proof(const struct misreading *misreading, const struct mojibake_text *text, const struct mojibake_run *run,
		     bool eager)
{
	int bits = eager ? misreading->proof / 2 : misreading->proof;
	return run->gain >= bits * EVIDENCE_BIT && proves(misreading, text, run);
}

static bool is_arabic_possible(const struct mojibake_text *text)
{
	bool possible = false;
	for (size_t i = 0; i + 1 < text->len && !possible; i = mojibake_next_lead(CODEPAGE_OTHER_ARABIC, text, i + 1))
		possible = mojibake_arabic_begins(&text->at[i]);
	return possible;
}

/* A quick look at whether something may prove a misreading. */
static bool is_possible(const struct misreading *misreading, const struct mojibake_text *text)
{
	enum codepage page = misreading->page;
	bool possible = false;
	if (misreading->arabic)
		return is_arabic_possible(text);
	for (size_t i = mojibake_next_lead(page, text, 0); i + 1 < text->len && !possible; i = mojibake_next_lead(page, text, i + 1))
		possible = text->at[i].cp >= 0x80 && mojibake_utf8_begins(page, text->at[i].bytes[page],
									  text->at[i + 1].bytes[page], text->at[i + 1].cp);
	return possible;
}

/* What is proven gains something, for a proof is more than what is accepted. */
bool misreadings_have_proof(unsigned set, const struct mojibake_text *text, bool eager)
{
	bool proven = false;
	for (size_t i = 0; i < MISREADINGS && !proven; i++) {
		struct mojibake_run run = {0};
		if (set >> i & 1 && is_possible(&misreadings[i], text))
			while (!proven && next_run(&misreadings[i], text, run.end, &run))
				proven = is_proof(&misreadings[i], text, &run, eager);
	}
	return proven;
}

/* ---- Which one it is ---- */

/*
 * What misreadings_of() has said of two characters. Where there are many starts, they are few and the same ones, again and again: in news
 * that was misread some dozens, in noise some hundreds.
 */
struct known_start {
	uint32_t key; /* both, of 16 bits each: what is above begins nothing and goes on with nothing; no start has NUL */
	unsigned set;
};
enum { KNOWN_MIN = 128, KNOWN_BITS = 9, KNOWN_MANY = 1 << 12, KNOWN_BITS_MAX = 10 };
struct known_starts {
	unsigned bits; /* 0: they are too few to be known */
	struct known_start at[1 << KNOWN_BITS_MAX];
};

static void begin_known(struct known_starts *known, size_t len)
{
	known->bits = len < KNOWN_MIN ? 0 : len < KNOWN_MANY ? KNOWN_BITS : KNOWN_BITS_MAX;
	if (known->bits)
		memset(known->at, 0, sizeof *known->at << known->bits);
}

static inline unsigned known_misreadings_of(struct known_starts *known, uint32_t left, uint32_t right)
{
	if (!known->bits)
		return misreadings_of(left, right);
	const uint32_t key = left << 16 | right;
	struct known_start *at = &known->at[key * 0x9E3779B1 >> (32 - known->bits)];
	if (at->key != key)
		*at = (struct known_start){key, misreadings_of(left, right)};
	return at->set;
}

/* Counts of the misreadings, a byte each, of TALLY_MAX starts at most. */
enum { TALLY_MAX = 255 };

/* The set in each byte, and of that the bit of the byte: the highest one if it is there, once 7F is added. */
static inline uint64_t tally_of(unsigned set)
{
	uint64_t bits = (set * UINT64_C(0x0101010101010101)) & UINT64_C(0x8040201008040201);
	return (bits + UINT64_C(0x7F7F7F7F7F7F7F7F)) >> 7 & UINT64_C(0x0101010101010101);
}

static void add_tally(struct misreading_starts *starts, uint64_t tally, size_t count)
{
	starts->all += count;
	for (size_t i = 0; i < MISREADINGS; i++)
		starts->each[i] += tally >> 8 * i & 0xFF;
}

struct misreading_starts misreading_starts(const struct items *items)
{
	struct misreading_starts starts = {0};
	struct known_starts known;
	unsigned common = 0, count = 0;
	uint64_t tally = 0;
	begin_known(&known, items->len);
	for (size_t i = 0; i + 1 < items->len; i++) {
		const uint32_t cp = items->at[i].cp, next = items->at[i + 1].cp;
		const unsigned leads = cp < 0x80 ? 0 : mojibake_misread(cp)->leads;
		if (!leads || !(leads & mojibake_misread(next)->trails))
			continue;
		unsigned set = known_misreadings_of(&known, cp, next);
		if (!set)
			continue;
		starts.stretches += !(common & set);
		common = common & set ? common & set : set;
		tally += tally_of(set);
		if (++count < TALLY_MAX)
			continue;
		add_tally(&starts, tally, count);
		tally = count = 0;
	}
	add_tally(&starts, tally, count);
	return starts;
}

static size_t most_frequent(const struct misreading_starts *starts)
{
	size_t found = 0;
	for (size_t i = 1; i < MISREADINGS; i++)
		if (starts->each[i] > starts->each[found])
			found = i;
	return found;
}

bool misreading_starts_are_noise(const struct misreading_starts *starts)
{
	return starts->all >= NOISE_MIN && 2 * starts->each[most_frequent(starts)] < starts->all &&
	       starts->stretches * STRETCH > starts->all;
}

static void add_run(struct misread_runs *runs, const struct mojibake_run *run)
{
	if (!memory_reserve(&runs->at, &runs->cap, runs->len + 1, sizeof *runs->at))
		runs->failed = true;
	else
		runs->at[runs->len++] = *run;
}

/* The lines that pages of DOS have for C2, C3, D8 and D9: with these bytes letters of French and Arabic begin in UTF-8. */
static bool is_lead_line(uint32_t cp)
{
	return cp == 0x252C || cp == 0x251C || cp == 0x256A || cp == 0x2518;
}

static bool is_line(uint32_t cp)
{
	return cp >= 0x2500 && cp < 0x2580;
}

/*
 * Whether nearly all such lines go on as they do in the page, if it has any, but for those of tables. What was read as a page of DOS that
 * is not known here would come out half right, and nobody could tell any more what it was.
 */
static bool lines_go_on(enum codepage page, const struct mojibake_text *text)
{
	size_t on = 0, otherwise = 0;
	if (codepage_byte(page, 0x251C) < 0)
		return true;
	for (size_t i = 0; i < text->len; i++) {
		const struct mojibake_cell *at = &text->at[i], *next = at + 1;
		bool asks = is_lead_line(at->cp) && next->cp >= 0x80 && !is_line(next->cp);
		bool goes_on = at->bytes[page] && next->bytes[page] && next->bytes[page] < CODEPAGE_LEAD;
		on += asks && goes_on;
		otherwise += asks && !goes_on;
	}
	return on >= GOES_ON * otherwise;
}

/* The gain of taking the runs of a misreading back; 0 where nothing proves it. */
static long judge(const struct misreading *misreading, const struct mojibake_text *text, bool eager, struct misread_runs *ret)
{
	long gain = 0;
	bool proven = false;
	struct mojibake_run run = {0};
	ret->len = 0;
	while (next_run(misreading, text, run.end, &run)) {
		if (!is_accepted(misreading, &run))
			continue;
		add_run(ret, &run);
		gain += run.gain;
		proven = proven || is_proof(misreading, text, &run, eager);
	}
	return proven && lines_go_on(misreading->page, text) ? gain : 0;
}

/* The most frequent one is judged first: after that few others are worth it. Of equal ones the first in the table is taken. */
const struct misreading *misreading_find(const struct mojibake_text *text, const struct misreading_starts *starts, bool eager,
					 struct misread_runs runs[2])
{
	const size_t first = most_frequent(starts);
	size_t found = MISREADINGS;
	long best = 0;
	for (size_t rank = 0; rank < MISREADINGS; rank++) {
		size_t i = rank == 0 ? first : rank <= first ? rank - 1 : rank;
		if (!starts->each[i] || (best && starts->each[i] * RUNNER_UP < starts->each[found]))
			continue;
		long gain = judge(&misreadings[i], text, eager, &runs[1]);
		if (gain < best || gain <= 0 || (gain == best && i > found))
			continue;
		struct misread_runs others = runs[0];
		runs[0] = runs[1];
		runs[1] = others;
		best = gain;
		found = i;
	}
	return best ? &misreadings[found] : NULL;
}
