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
	LAYERS_MAX = 16, /* each halves what it takes back, and a part of a paragraph has 64 KiB; a bound for what was made to be slow */
	WINDOW = 16,     /* characters on either side of a trigger that suspicion looks at */
};

/* What is read as what. The last is cp1256 read as cp1252, all others are UTF-8 read as the page. Sets of them are bits. */
static const struct misreading {
	const char *name;
	enum codepage page;
	bool arabic;
	int proof; /* the bits that a run has to gain to prove it, with `safe` */
	int run;   /* the bits that another run has to gain then: more where true text looks like it */
} misreadings[] = {
	{N_("UTF-8 read as windows-1252"), CODEPAGE_CP1252, false, 24, 4},
	{N_("UTF-8 read as ISO-8859-15"), CODEPAGE_ISO_8859_15, false, 24, 4},
	{N_("UTF-8 read as windows-1256"), CODEPAGE_CP1256, false, 24, 4},
	{N_("UTF-8 read as Mac Roman"), CODEPAGE_MAC_ROMAN, false, 24, 4},
	{N_("UTF-8 read as IBM850"), CODEPAGE_CP850, false, 24, 4},
	{N_("UTF-8 read as Mac Arabic"), CODEPAGE_MAC_ARABIC, false, 40, 12},
	{N_("windows-1256 read as windows-1252"), CODEPAGE_CP1252, true, 45, 4},
};

enum { ALL = (1u << COUNT_OF(misreadings)) - 1 };

static bool next_run(const struct misreading *misreading, const struct mojibake_text *text, size_t from,
		     struct mojibake_run *ret)
{
	return misreading->arabic ? mojibake_arabic_run(text, from, ret)
				  : mojibake_utf8_run(misreading->page, text, from, ret);
}

/* Whether what is misread may begin with two neighbours: a quick look. */
static inline bool may_begin(const struct misreading *misreading, uint32_t left, uint32_t right)
{
	return misreading->arabic ? mojibake_arabic_pair(left, right) : mojibake_utf8_begins(misreading->page, left, right);
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

/* A quick look at whether something may prove a misreading. */
static bool is_possible(const struct misreading *misreading, const struct mojibake_text *text)
{
	bool possible = false;
	for (size_t i = 0; i + 1 < text->len && !possible; i++)
		possible = text->at[i].cp >= 0x80 && may_begin(misreading, text->at[i].cp, text->at[i + 1].cp);
	return possible;
}

/* The gain of taking a misreading back; 0 where nothing proves it. */
static long judge(const struct misreading *misreading, const struct mojibake_text *text, bool eager)
{
	long gain = 0;
	bool proven = false;
	struct mojibake_run run = {0};
	if (!is_possible(misreading, text))
		return 0;
	while (next_run(misreading, text, run.end, &run)) {
		gain += is_accepted(misreading, &run) ? run.gain : 0;
		proven |= is_proof(misreading, &run, eager);
	}
	return proven ? gain : 0;
}

/* The misreading of the set that explains most of a text, NULL where none is proven. */
static const struct misreading *find_misreading(unsigned set, const struct mojibake_text *text, bool eager)
{
	const struct misreading *found = NULL;
	long best = 0;
	for (size_t i = 0; i < COUNT_OF(misreadings); i++) {
		long gain = set >> i & 1 ? judge(&misreadings[i], text, eager) : 0;
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
	{0xE3, 0xE6},     {0xED, 0xED},     {0xF0, 0xF0},     {0xFF, 0xFF},     {0x178, 0x178},   {0x192, 0x192},
	{0x2C6, 0x2C6},   {0x679, 0x679},   {0x6BE, 0x6BE},   {0x201A, 0x201A}, {0x201E, 0x201E}, {0x2020, 0x2021},
	{0x2030, 0x2030}, {0x20AC, 0x20AC}, {0x221A, 0x221A}, {0x2248, 0x2248}, {0x2518, 0x2518}, {0x251C, 0x251C},
	{0x252C, 0x252C}, {0x253C, 0x253C},
};

/* The misreadings that two neighbours can come from: a quick look. MacArabic is the one page that has signs of ASCII twice. */
static unsigned misreadings_of(uint32_t left, uint32_t right)
{
	unsigned set = 0;
	const uint8_t *leads = codepage_bytes_of(left);
	bool ascii = right < 0x80 && right != ' ' && mojibake_byte(CODEPAGE_MAC_ARABIC, right) < 0x80;
	for (size_t i = 0; left >= 0x80 && !ascii && i < COUNT_OF(misreadings); i++)
		if (leads[misreadings[i].page] >= MOJIBAKE_LEAD || misreadings[i].arabic)
			set |= may_begin(&misreadings[i], left, right) ? 1u << i : 0;
	return set;
}

/* Those for which a trigger is worth a closer look: it may be the first, the second or the third character of what was one. */
static unsigned misreadings_at(uint32_t before2, uint32_t before, uint32_t cp, uint32_t after)
{
	unsigned set = misreadings_of(before, cp) | misreadings_of(cp, after);
	return before < 0x80 ? set : set | misreadings_of(before2, before);
}

static bool ends_paragraph(uint32_t cp)
{
	return cp == '\n' || cp == 0x2029;
}

/* No-break spaces are all the triggers that clean Arabic has: they begin nothing, and behind ASCII they end nothing. */
static bool is_quiet(const uint8_t *start, const uint8_t *at)
{
	return at[0] == 0xC2 && at[1] == 0xA0 && (at == start || at[-1] < 0x80);
}

static enum suspicion suspects(unsigned value, const uint8_t *start, const uint8_t *at, const uint8_t *end)
{
	if (is_quiet(start, at))
		return SUSPICION_NONE;
	struct text_item items[2 * WINDOW + 1];
	uint32_t cp, before = ' ', before2 = ' ', after = ' ';
	const uint8_t *next = at + utf8_decode(at, end, &cp), *from = at, *previous = at > start ? utf8_previous(start, at) : at;
	if (previous < at)
		utf8_decode(previous, end, &before);
	if (before >= 0x80 && previous > start)
		utf8_decode(utf8_previous(start, previous), end, &before2);
	if (next < end)
		utf8_decode(next, end, &after);
	unsigned set = misreadings_at(before2, before, cp, after);
	if (!set)
		return SUSPICION_NONE;
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
	struct mojibake_text window = {items, len};
	return find_misreading(set, &window, value == MOJIBAKE_AGGRESSIVE) ? SUSPICION_SOME : SUSPICION_CALM;
}

/* As suspects() does in the same windows, so that what it does not see stays. */
static bool is_suspicious(const struct items *items, bool eager)
{
	struct mojibake_text text = {items->at, items->len};
	for (size_t i = 0, calm = 0; i < items->len; i++) {
		uint32_t cp = items->at[i].cp;
		if (items->at[i].start < calm || cp < 0x80 || !step_range_has(triggers, COUNT_OF(triggers), cp))
			continue;
		unsigned set = misreadings_at(i > 1 ? mojibake_before(&text, i - 1) : ' ', mojibake_before(&text, i), cp,
					      mojibake_character(&text, i + 1));
		if (!set)
			continue;
		calm = items->at[i].start + STEP_CALM;
		size_t start = i < WINDOW ? 0 : i - WINDOW, end = i + 1 + WINDOW;
		struct mojibake_text window = {items->at + start, (end < items->len ? end : items->len) - start};
		if (find_misreading(set, &window, eager))
			return true;
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

/* From the first run that is taken back to the last one, the text was read in that way. */
static void tell_layer(const struct misreading *misreading, struct items *items, unsigned rule, unsigned layer)
{
	struct mojibake_text text = {items->at, items->len};
	struct mojibake_run run = {0};
	size_t start = items->len, end = 0;
	while (items->log && next_run(misreading, &text, run.end, &run)) {
		if (!is_accepted(misreading, &run))
			continue;
		start = run.start < start ? run.start : start;
		end = run.end;
	}
	if (end > start)
		items_tell(items, start, end - start, rule, layer << 8 | (unsigned)(misreading - misreadings));
}

static void tell(unsigned detail, norm_finding *ret)
{
	ret->detail = misreadings[detail & 0xFF].name;
	ret->layer = detail >> 8;
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
			items_tell(items, run.start, run.end - run.start, rule, 1u << 8 | (unsigned)(misreading - misreadings));
}

/* Where one layer is proven, another one is likely. */
static void repair(struct items *items, unsigned value, unsigned rule)
{
	bool eager = value == MOJIBAKE_AGGRESSIVE, suspicious = is_suspicious(items, eager);
	for (size_t layer = 0; suspicious && layer < LAYERS_MAX && !items->failed; layer++) {
		struct mojibake_text text = {items->at, items->len};
		const struct misreading *misreading = find_misreading(ALL, &text, eager || layer > 0);
		if (!misreading)
			return;
		if (value == MOJIBAKE_REPORT) {
			report_all(misreading, items, rule);
			return;
		}
		tell_layer(misreading, items, rule, (unsigned)layer + 1);
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
		 "libnorm", mojibake_values, COUNT_OF(mojibake_values), NORM_SEVERITY_ERROR, CATEGORY_MOJIBAKE},
	.kind = STEP_REPAIR,
	.triggers = triggers,
	.trigger_count = COUNT_OF(triggers),
	.report_values = 1u << MOJIBAKE_REPORT,
	.tell = tell,
	.suspects = suspects,
	.repair = repair,
};
