/* SPDX-License-Identifier: MIT */
/*
 * repair.mojibake: takes misreadings back, one layer after the other, see mojibake.h. A misreading is believed where at
 * least one run of a paragraph proves it; then the other runs of the paragraph need less.
 */
#include "repair/mojibake.h"

#include "repair/steps.h"
#include "unicode/utf8.h"

enum { MOJIBAKE_OFF, MOJIBAKE_SAFE, MOJIBAKE_AGGRESSIVE, MOJIBAKE_REPORT };

enum {
	LAYERS_MAX = 64, /* more than a text can have that fits in a paragraph, each being shorter than the one before */
	WINDOW = 16,     /* characters on either side of a trigger that suspicion looks at */
};

/* What is read as what. The last is cp1256 read as cp1252, all others are UTF-8 read as the page. */
static const struct misreading {
	enum codepage page;
	bool arabic;
	int proof; /* the bits that a run has to gain to prove it, with `safe` */
	int run;   /* the bits that another run has to gain then: more where true text looks like it */
} misreadings[] = {
	{CODEPAGE_CP1252, false, 24, 4},   {CODEPAGE_ISO_8859_15, false, 24, 4}, {CODEPAGE_CP1256, false, 24, 4},
	{CODEPAGE_MAC_ROMAN, false, 24, 4}, {CODEPAGE_CP850, false, 24, 4},       {CODEPAGE_MAC_ARABIC, false, 40, 12},
	{CODEPAGE_CP1252, true, 45, 4},
};

static bool next_run(const struct misreading *misreading, const struct mojibake_text *text, size_t from,
		     struct mojibake_run *ret)
{
	return misreading->arabic ? mojibake_arabic_run(text, from, ret)
				  : mojibake_utf8_run(misreading->page, text, from, ret);
}

static bool is_accepted(const struct misreading *misreading, const struct mojibake_run *run)
{
	return run->gain >= misreading->run * EVIDENCE_BIT;
}

/* `eager`: half the proof is enough. */
static bool is_proof(const struct misreading *misreading, const struct mojibake_run *run, bool eager)
{
	int bits = eager ? misreading->proof / 2 : misreading->proof;
	return run->proves && run->gain >= bits * EVIDENCE_BIT;
}

/* The gain of taking a misreading back; 0 where nothing proves it. `pages`: see mojibake_utf8_pages(). */
static long judge(const struct misreading *misreading, const struct mojibake_text *text, unsigned pages, bool eager)
{
	long gain = 0;
	bool proven = false;
	struct mojibake_run run = {0};
	if (!misreading->arabic && !(pages >> misreading->page & 1 && mojibake_utf8_may_prove(misreading->page, text)))
		return 0;
	while (next_run(misreading, text, run.end, &run)) {
		gain += is_accepted(misreading, &run) ? run.gain : 0;
		proven |= is_proof(misreading, &run, eager);
	}
	return proven ? gain : 0;
}

/* The misreading that explains most of a text, NULL where none is proven. */
static const struct misreading *find_misreading(const struct mojibake_text *text, bool eager)
{
	const struct misreading *found = NULL;
	unsigned pages = mojibake_utf8_pages(text);
	long best = 0;
	for (size_t i = 0; i < COUNT_OF(misreadings); i++) {
		long gain = judge(&misreadings[i], text, pages, eager);
		if (gain > best) {
			best = gain;
			found = &misreadings[i];
		}
	}
	return found;
}

/* ---- Suspicion ---- */

/* Characters one of which is in nearly all that is misread, and which are rare elsewhere. */
static const struct step_range triggers[] = {
	{0x80, 0x80},     {0xA0, 0xAA},     {0xAC, 0xAF},     {0xB1, 0xB6},     {0xB8, 0xBA},     {0xBC, 0xBF},
	{0xC2, 0xC5},     {0xD0, 0xD1},     {0xD4, 0xD4},     {0xD6, 0xD6},     {0xD8, 0xDC},     {0xE1, 0xE1},
	{0xE3, 0xE6},     {0xED, 0xED},     {0xEF, 0xF0},     {0xFF, 0xFF},     {0x178, 0x178},   {0x192, 0x192},
	{0x2C6, 0x2C6},   {0x679, 0x679},   {0x6BE, 0x6BE},   {0x201A, 0x201A}, {0x201E, 0x201E}, {0x2020, 0x2021},
	{0x2030, 0x2030}, {0x20AC, 0x20AC}, {0x221A, 0x221A}, {0x2248, 0x2248}, {0x2518, 0x2518}, {0x251C, 0x251C},
	{0x252C, 0x252C}, {0x253C, 0x253C},
};

/* Whether two neighbours can have been misread together: a quick look. */
static bool may_be_misread(uint32_t left, uint32_t right)
{
	if (left < 0x80)
		return false;
	unsigned pages = codepage_leads_of(left) & (right == ' ' ? ~0u : codepage_trails_of(right));
	for (size_t i = 0; pages && i < COUNT_OF(misreadings); i++)
		if (!misreadings[i].arabic && pages >> misreadings[i].page & 1 &&
		    mojibake_utf8_begins(misreadings[i].page, left, right))
			return true;
	return mojibake_arabic_character(left) != left && mojibake_arabic_character(right) != right;
}

/* Whether a trigger between two characters is worth a closer look. */
static bool is_striking(uint32_t before, uint32_t cp, uint32_t after)
{
	return may_be_misread(before, cp) || may_be_misread(cp, after);
}

static bool ends_paragraph(uint32_t cp)
{
	return cp == '\n' || cp == 0x2029;
}

static bool suspects(unsigned value, const uint8_t *start, const uint8_t *at, const uint8_t *end)
{
	struct text_item items[2 * WINDOW + 1];
	uint32_t cp, before = ' ', after = ' ';
	const uint8_t *next = at + utf8_decode(at, end, &cp), *from = at;
	if (at > start)
		utf8_decode(utf8_previous(start, at), end, &before);
	if (next < end)
		utf8_decode(next, end, &after);
	if (!is_striking(before, cp, after))
		return false;
	size_t len = 0;
	for (; len < WINDOW && from > start && !ends_paragraph(before); len++) {
		from = utf8_previous(start, from);
		if (from > start)
			utf8_decode(utf8_previous(start, from), end, &before);
	}
	size_t max = len + 1 + WINDOW;
	for (len = 0, cp = 0; len < max && from < end && !ends_paragraph(cp); len++) {
		from += utf8_decode(from, end, &cp);
		items[len].cp = cp == UTF8_INVALID ? 0xFFFD : cp;
	}
	return find_misreading(&(struct mojibake_text){items, len}, value == MOJIBAKE_AGGRESSIVE);
}

/* As suspects() does, so that what it does not see stays; one window of each few is enough. */
static bool is_suspicious(const struct items *items, bool eager)
{
	struct mojibake_text text = {items->at, items->len};
	for (size_t i = 0; i < items->len; i++) {
		uint32_t cp = items->at[i].cp;
		if (cp < 0x80 || !step_range_has(triggers, COUNT_OF(triggers), cp) ||
		    !is_striking(mojibake_before(&text, i), cp, mojibake_character(&text, i + 1)))
			continue;
		size_t start = i < WINDOW ? 0 : i - WINDOW, end = i + 1 + WINDOW;
		struct mojibake_text window = {items->at + start, (end < items->len ? end : items->len) - start};
		if (find_misreading(&window, eager))
			return true;
		i += WINDOW / 2;
	}
	return false;
}

/* ---- Repair ---- */

/* Put what was misread into the place of the run. */
static void take_back(const struct misreading *misreading, struct items *items, const struct mojibake_run *run,
		      unsigned rule)
{
	struct mojibake_text text = {items->at, items->len};
	struct mojibake_match match = {mojibake_before(&text, run->start), 0, true};
	for (size_t i = run->start; i < run->end; i += match.length) {
		if (!misreading->arabic)
			mojibake_utf8_match(misreading->page, &text, i, match.cp, &match);
		else
			match = (struct mojibake_match){mojibake_arabic_character(text.at[i].cp), 1, true};
		if (match.length > 1 || match.cp != text.at[i].cp)
			items_replace(items, i, match.length, match.cp, rule);
		else
			items_keep(items, i);
	}
}

static void keep(struct items *items, size_t start, size_t end)
{
	for (; start < end; start++)
		items_keep(items, start);
}

static void take_back_all(const struct misreading *misreading, struct items *items, unsigned rule)
{
	struct mojibake_text text = {items->at, items->len};
	struct mojibake_run run = {0};
	size_t done = 0;
	items_rewrite(items);
	for (; next_run(misreading, &text, run.end, &run); done = run.end) {
		keep(items, done, run.start);
		if (is_accepted(misreading, &run))
			take_back(misreading, items, &run, rule);
		else
			keep(items, run.start, run.end);
	}
	keep(items, done, items->len);
	items_rewritten(items);
}

static void report_all(const struct misreading *misreading, struct items *items, unsigned rule)
{
	struct mojibake_text text = {items->at, items->len};
	struct mojibake_run run = {0};
	while (next_run(misreading, &text, run.end, &run))
		if (is_accepted(misreading, &run))
			items_report(items, run.start, run.end - run.start, rule);
}

/* Where one layer is proven, another one is likely. */
static void repair(struct items *items, unsigned value, unsigned rule)
{
	bool eager = value == MOJIBAKE_AGGRESSIVE, suspicious = is_suspicious(items, eager);
	for (size_t layer = 0; suspicious && layer < LAYERS_MAX && !items->failed; layer++) {
		struct mojibake_text text = {items->at, items->len};
		const struct misreading *misreading = find_misreading(&text, eager || layer > 0);
		if (!misreading)
			return;
		if (value == MOJIBAKE_REPORT) {
			report_all(misreading, items, rule);
			return;
		}
		take_back_all(misreading, items, rule);
	}
}

static const norm_rule_value mojibake_values[] = {
	{"off", NORM_LOSSLESS, N_("leave it")},
	{"safe", NORM_REVERSIBLE, N_("read it as what it was, where the text proves it")},
	{"aggressive", NORM_REVERSIBLE, N_("read it as what it was, also where that is only likely")},
	{"report", NORM_LOSSLESS, N_("leave it, report it")},
};

const struct step repair_step_mojibake = {
	.rule = {"repair.mojibake", "repair", "mojibake", N_("text that was read in another encoding than its own"),
		 "libnorm", mojibake_values, COUNT_OF(mojibake_values)},
	.kind = STEP_REPAIR,
	.triggers = triggers,
	.trigger_count = COUNT_OF(triggers),
	.report_values = 1u << MOJIBAKE_REPORT,
	.suspects = suspects,
	.repair = repair,
};
