/* SPDX-License-Identifier: MIT */
/*
 * repair.mojibake: takes misreadings back, one layer after the other, see misreading.h. A misreading is believed where at
 * least one run of a paragraph proves it; then the other runs of the paragraph need less. A medley of several is noise: it stays.
 */
#include "repair/mojibake.h"

#include <stdlib.h>
#include <string.h>

#include "repair/letter_order.h"
#include "repair/misreading.h"
#include "repair/steps.h"
#include "text/paragraph.h"
#include "text/space.h"
#include "unicode/tables.h"
#include "unicode/utf8.h"

enum { MOJIBAKE_OFF, MOJIBAKE_SAFE, MOJIBAKE_AGGRESSIVE, MOJIBAKE_REPORT };

enum {
	LAYERS_MAX = 16, /* each halves what it takes back, and a part of a paragraph has 64 KiB; a bound for what was made to be slow */
	WINDOW = 16,     /* characters on either side of a trigger that suspicion looks at */
	WINDOW_MAX = 2 * WINDOW + 1,
};

/* ---- Suspicion ---- */

/* Characters one of which is in nearly all that is misread, and which are rare elsewhere. */
static const struct step_range triggers[] = {
	{0x80, 0x80},     {0xA0, 0xAA},     {0xAC, 0xAF},     {0xB1, 0xB6},     {0xB8, 0xBA},     {0xBC, 0xBF},
	{0xC2, 0xC5},     {0xCF, 0xD1},     {0xD4, 0xD4},     {0xD6, 0xD6},     {0xD8, 0xDC},     {0xE1, 0xE1},
	{0xE3, 0xE6},     {0xED, 0xED},     {0xF0, 0xF0},     {0xFF, 0xFF},     {0x178, 0x178},   {0x192, 0x192},
	{0x2C6, 0x2C6},   {0x393, 0x393},   {0x679, 0x679},   {0x6BE, 0x6BE},   {0x201A, 0x201A}, {0x201E, 0x201E},
	{0x2020, 0x2021}, {0x2030, 0x2030}, {0x20AC, 0x20AC}, {0x221A, 0x221A}, {0x2229, 0x2229}, {0x2248, 0x2248},
	{0x2261, 0x2261}, {0x2518, 0x2518}, {0x251C, 0x251C}, {0x252C, 0x252C}, {0x253C, 0x253C}, {0x256A, 0x256A},
};

/* Letters of Arabic are none, or clean text would stop at each. */
static inline bool is_trigger(uint32_t cp)
{
	return cp >= 0x80 && letter_order_class(cp) == LETTER_ORDER_EDGE && step_range_has(triggers, COUNT_OF(triggers), cp);
}

/*
 * Those for which a trigger is worth a closer look, of which two characters in front of it and one behind are there: it may be
 * the first, the second or the third character of what was one.
 */
static unsigned misreadings_at(const uint32_t *at)
{
	unsigned set = misreadings_of(at[-1], at[0]) | misreadings_of(at[0], at[1]);
	return at[-1] < 0x80 ? set : set | misreadings_of(at[-2], at[-1]);
}

static bool ends_paragraph(uint32_t cp)
{
	return cp == '\n' || cp == 0x2029;
}

/* The character at `at`; a space behind the end. */
static uint32_t character_at(const uint8_t *at, const uint8_t *end)
{
	uint32_t cp = ' ';
	if (at < end)
		utf8_decode(at, end, &cp);
	return cp == UTF8_INVALID ? 0xFFFD : cp;
}

/* A stretch of a paragraph. */
struct window {
	struct mojibake_cell cells[MOJIBAKE_BEFORE + WINDOW_MAX + MOJIBAKE_BEHIND];
	uint8_t leads[WINDOW_MAX + MOJIBAKE_STOP];
};

/* Read the characters at `at`, at most `max`, to the end of the paragraph. */
static struct mojibake_text read_window(struct window *window, const uint8_t *at, const uint8_t *end, size_t max)
{
	struct mojibake_room room = {window->cells, window->leads};
	size_t len = 0;
	for (uint32_t cp = 0; len < max && at < end && !ends_paragraph(cp); len++) {
		at += utf8_decode(at, end, &cp);
		mojibake_put(&room, len, cp == UTF8_INVALID ? 0xFFFD : cp);
	}
	return mojibake_fence(&room, len);
}

/* What stands at `at`, once other steps have deleted what nobody sees. */
static uint32_t seen_at(const uint8_t *at, const uint8_t *end)
{
	uint32_t cp = character_at(at, end);
	for (size_t i = 0; i < WINDOW && unicode_is_ignorable(cp); i++)
		cp = character_at(at += utf8_length(cp), end);
	return cp;
}

/* Whether other steps may make a no-break space of what stands there, or put one in front of it. */
static bool may_follow_no_break(uint32_t cp)
{
	return unicode_category(cp) == UNICODE_ZS || cp == ':' || cp == ';' || cp == '!' || cp == '?' || cp == 0x00BB;
}

/* The misreadings of which the trigger at `at` may be part, now or when other steps have been there. */
static unsigned misreadings_near(const uint8_t *start, const uint8_t *at, const uint8_t *end)
{
	uint32_t cp;
	const uint8_t *before = at > start ? utf8_previous(start, at) : end, *before2 = end;
	if (at > start && *before >= 0x80 && before > start)
		before2 = utf8_previous(start, before);
	const uint8_t *behind = at + utf8_decode(at, end, &cp);
	const uint32_t near[] = {character_at(before2, end), character_at(before, end), cp, seen_at(behind, end)};
	return misreadings_at(&near[2]) | (may_follow_no_break(near[3]) ? misreadings_of(cp, SPACE_NBSP) : 0);
}

/* The start of the window round `at`: so many characters before, if the paragraph has them. */
static const uint8_t *window_start(const uint8_t *start, const uint8_t *at, size_t *ret_len)
{
	size_t len = 0;
	for (; len < WINDOW && at > start && !paragraph_is_complete(start, (size_t)(at - start)); len++)
		at = utf8_previous(start, at);
	*ret_len = len;
	return at;
}

/*
 * Whether a letter of Arabic and a no-break space behind it can come from a misreading, as the tables tell, which a test asks: what ends
 * with the byte A0 in windows-1256 and with 81 in MacArabic.
 */
static bool is_misread_before_space(uint32_t letter)
{
	return letter == 0x0622 || letter == 0x0623 || letter == 0x0625 || letter == 0x0639 || letter == 0x0642;
}

/*
 * No-break spaces are all the triggers that clean Arabic has. They begin nothing, behind ASCII they end nothing, and behind a letter
 * of Arabic, which ends nothing itself, hardly ever.
 */
static bool is_quiet(const uint8_t *start, const uint8_t *at)
{
	if (at[0] != 0xC2 || at[1] != 0xA0)
		return false;
	if (at == start || at[-1] < 0x80)
		return true;
	if (at - start < 2 || (at[-2] & 0xFE) != 0xD8)
		return false;
	uint32_t before = (uint32_t)((at[-2] & 0x1F) << 6 | (at[-1] & 0x3F));
	return letter_order_class(before) != LETTER_ORDER_EDGE && !is_misread_before_space(before);
}

/* Whether a character of Arabic begins at `at`. */
static bool is_arabic(const uint8_t *at)
{
	return (at[0] & 0xFC) == 0xD8;
}

/*
 * Whether clean text may have the trigger at `at` where a misreading may begin: behind Arabic, but for a tatweel, which may go, or as a
 * letter of Arabic (ھ for ه).
 */
static bool is_among_arabic(const uint8_t *start, const uint8_t *at)
{
	static const uint8_t tatweel[] = {0xD9, 0x80};
	return is_arabic(at) || (at - start >= 2 && is_arabic(at - 2) && memcmp(at - 2, tatweel, sizeof tatweel) != 0);
}

/* Not inline: nothing else needs its memory. */
static __attribute__((noinline)) enum suspicion look_for_proof(unsigned set, unsigned value, const uint8_t *start, const uint8_t *at,
							       const uint8_t *end)
{
	struct window window;
	size_t before;
	const uint8_t *from = window_start(start, at, &before);
	struct mojibake_text text = read_window(&window, from, end, before + 1 + WINDOW);
	return misreadings_have_proof(set, &text, value == MOJIBAKE_AGGRESSIVE) ? SUSPICION_SOME : SUSPICION_CALM;
}

/*
 * Whatever may be part of a misreading is suspicious, for it is rare: repair() leaves what is not proven, and the paragraph is run over
 * again if other steps have changed something in it, which may be what a proof needs. Only in Arabic a proof is asked for at once.
 */
static __attribute__((noinline)) enum suspicion look_closer(unsigned value, const uint8_t *start, const uint8_t *at, const uint8_t *end)
{
	unsigned set = misreadings_near(start, at, end);
	if (!set)
		return SUSPICION_NONE;
	return is_among_arabic(start, at) ? look_for_proof(set, value, start, at, end) : SUSPICION_SOME;
}

static enum suspicion suspects(unsigned value, const uint8_t *start, const uint8_t *at, const uint8_t *end)
{
	return is_quiet(start, at) ? SUSPICION_NONE : look_closer(value, start, at, end);
}

static unsigned misreadings_near_item(const struct items *items, size_t i)
{
	uint32_t near[4];
	for (size_t k = 0; k < 4; k++) {
		bool outside = i + k < 2 || i + k - 2 >= items->len;
		near[k] = outside ? ' ' : items->at[i + k - 2].cp;
	}
	return misreadings_at(&near[2]);
}

/* Whether all that misreadings_near_item() sees of item `i`, and has seen of the one before, is one character. */
static bool is_in_row(const struct items *items, size_t i)
{
	const struct text_item *at = items->at + i;
	if (i < 3 || i + 1 == items->len)
		return false;
	return at[-3].cp == at->cp && at[-2].cp == at->cp && at[-1].cp == at->cp && at[1].cp == at->cp;
}

/*
 * As suspects() does in the same windows, so that what it does not see stays. A medley is noise, whatever is in it: that is told
 * before anything is looked at closer. Its starts are counted then.
 */
static bool is_suspicious(const struct items *items, bool eager, struct misreading_starts *ret_starts)
{
	struct window window;
	struct mojibake_room room = {window.cells, window.leads};
	ret_starts->all = 0;
	for (size_t i = 0, calm = 0, clean = 0; i < items->len; i++) {
		uint32_t cp = items->at[i].cp;
		if (cp < triggers[0].first || cp > triggers[COUNT_OF(triggers) - 1].last)
			continue;
		bool known = i > 0 && clean == i && is_in_row(items, i);
		if (known || items->at[i].start < calm || !is_trigger(cp)) {
			clean += known;
			continue;
		}
		unsigned set = misreadings_near_item(items, i);
		if (!set) {
			clean = i + 1; /* nothing begins up to here */
			continue;
		}
		if (!ret_starts->all)
			*ret_starts = misreading_starts(items);
		if (misreading_starts_are_noise(ret_starts))
			return false;
		size_t start = i < WINDOW ? 0 : i - WINDOW, end = i + 1 + WINDOW;
		calm = items->at[i].start + STEP_CALM;
		struct mojibake_text text = mojibake_fill(&room, items->at + start, (end < items->len ? end : items->len) - start);
		if (misreadings_have_proof(set, &text, eager))
			return true;
	}
	return false;
}

/* ---- Repair ---- */

/* Put what was misread into the place of the run. */
static void take_back(const struct misreading *misreading, const struct mojibake_text *text, struct items *items,
		      const struct mojibake_run *run, unsigned rule)
{
	const struct mojibake_cell *at = text->at;
	struct mojibake_match match = {(at + run->start)[-1].cp, 0, true};
	for (size_t i = run->start; i < run->end; i += match.length) {
		if (!misreading->arabic)
			mojibake_utf8_match(misreading->page, at + i, match.cp, &match);
		else
			match = (struct mojibake_match){at[i].arabic ? at[i].arabic : items->at[i].cp, 1, true};
		if (match.length > 1 || match.cp != items->at[i].cp)
			items_replace(items, i, match.length, match.cp, rule);
		else
			items_keep(items, i);
	}
}

static unsigned detail_of(const struct misreading *misreading, size_t layer)
{
	return (unsigned)layer << 8 | (unsigned)(misreading - misreadings);
}

/* From the first run to the last one, the text was read in that way. */
static void tell_layer(const struct misreading *misreading, const struct misread_runs *runs, struct items *items, unsigned rule,
		       size_t layer)
{
	size_t start = runs->at[0].start, end = runs->at[runs->len - 1].end;
	items_tell(items, start, end - start, rule, detail_of(misreading, layer));
}

static void tell(unsigned detail, norm_finding *ret)
{
	ret->detail = misreadings[detail & 0xFF].name;
	ret->layer = detail >> 8;
}

static void take_back_all(const struct misreading *misreading, const struct mojibake_text *text, const struct misread_runs *runs,
			  struct items *items, unsigned rule)
{
	size_t done = 0;
	items_rewrite(items);
	for (size_t i = 0; i < runs->len; done = runs->at[i++].end) {
		items_keep_all(items, done, runs->at[i].start);
		take_back(misreading, text, items, &runs->at[i], rule);
	}
	items_keep_all(items, done, items->len);
	items_rewritten(items);
}

static void report_all(const struct misreading *misreading, const struct misread_runs *runs, struct items *items, unsigned rule)
{
	for (size_t i = 0; i < runs->len; i++)
		items_tell(items, runs->at[i].start, runs->at[i].end - runs->at[i].start, rule, detail_of(misreading, 1));
}

/* What repair() works with: there is room for all items. */
struct work {
	struct mojibake_room room;
	struct misreading_starts starts; /* of the layer in hand */
	struct misread_runs runs[2];
};

/* Take one layer back, or report it; false where nothing is to be done any more. */
static bool take_layer(struct work *work, struct items *items, size_t layer, unsigned value, unsigned rule)
{
	if (layer > 1)
		work->starts = misreading_starts(items);
	if (!work->starts.all || misreading_starts_are_noise(&work->starts))
		return false;
	struct mojibake_text text = mojibake_fill(&work->room, items->at, items->len);
	/* Where one layer is proven, another one is likely. */
	bool eager = value == MOJIBAKE_AGGRESSIVE || layer > 1;
	const struct misreading *misreading = misreading_find(&text, &work->starts, eager, work->runs);
	items->failed |= work->runs[0].failed || work->runs[1].failed;
	if (!misreading || items->failed)
		return false;
	if (value == MOJIBAKE_REPORT) {
		report_all(misreading, &work->runs[0], items, rule);
		return false;
	}
	tell_layer(misreading, &work->runs[0], items, rule, layer);
	take_back_all(misreading, &text, &work->runs[0], items, rule);
	return !items->failed;
}

static void repair(struct items *items, unsigned value, unsigned rule)
{
	struct misreading_starts starts;
	if (!is_suspicious(items, value == MOJIBAKE_AGGRESSIVE, &starts))
		return;
	struct work work = {
		.starts = starts,
		.room.cells = malloc((MOJIBAKE_BEFORE + items->len + MOJIBAKE_BEHIND) * sizeof *work.room.cells),
		.room.leads = malloc(items->len + MOJIBAKE_STOP),
	};
	size_t layer = 1;
	if (!work.room.cells || !work.room.leads)
		items->failed = true;
	while (!items->failed && layer <= LAYERS_MAX && take_layer(&work, items, layer, value, rule))
		layer++;
	free(work.room.cells);
	free(work.room.leads);
	free(work.runs[0].at);
	free(work.runs[1].at);
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
