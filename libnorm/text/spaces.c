/* SPDX-License-Identifier: MIT */
/*
 * Spaces: their kinds, runs of them, and those at the ends of lines.
 *
 * NO-BREAK SPACE and NARROW NO-BREAK SPACE carry typography (French punctuation, grouped numbers), so
 * `plain` keeps them; the other spaces of the UCD (White_Space with category Zs) are layout that
 * PDF extraction and web pages leave behind. VT, FF, NEL and LINE SEPARATOR part words as well:
 * they become spaces rather than nothing, so that no two words are glued together.
 */
#include "text/gap.h"
#include "text/steps.h"
#include "unicode/tables.h"

enum space_kind { KIND_KEEP, KIND_PLAIN, KIND_ASCII };

static int map_kind(unsigned value, uint32_t base, uint32_t cp, uint32_t *out)
{
	(void)base;
	bool typographic = space_is_no_break(cp);
	bool in_ranges = (cp >= 0x0B && cp <= 0x0C) || cp == 0x85 || cp == 0x1680 || (cp >= 0x2000 && cp <= 0x200A) ||
			 cp == 0x2028 || cp == 0x205F || cp == 0x3000;
	if (in_ranges || (value == KIND_ASCII && (typographic || cp == SPACE_TAB)))
		return step_one(SPACE_SP, out);
	return STEP_UNCHANGED;
}

static const struct step_range kind_ranges[] = {
	{0x09, 0x0C},     {0x85, 0x85},     {0xA0, 0xA0},     {0x1680, 0x1680}, {0x2000, 0x200A},
	{0x2028, 0x2028}, {0x202F, 0x202F}, {0x205F, 0x205F}, {0x3000, 0x3000},
};

static const norm_rule_value kind_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave every kind of space")},
	{"plain", NORM_REVERSIBLE, N_("exotic spaces to SPACE; no-break spaces and tabs stay")},
	{"ascii", NORM_LOSSY, N_("every space and tab to SPACE")},
};

const struct step text_step_space_kind = {
	.rule = {"spaces.kind", "spaces", "kind", N_("unusual kind of space"), "UCD White_Space", kind_values,
		 COUNT_OF(kind_values), NORM_SEVERITY_NOTE, CATEGORY_SPACES},
	.kind = STEP_MAP,
	.ranges = kind_ranges,
	.range_count = COUNT_OF(kind_ranges),
	.map = map_kind,
};

/* The one space a run becomes: its first no-break space, for that is the stronger statement. */
static size_t run_keeper(const struct items *items, size_t i, size_t n)
{
	for (size_t k = 0; k < n; k++)
		if (space_is_no_break(items->at[i + k].cp))
			return i + k;
	return i;
}

/* Keep item `keep` of the run [i, end), drop the others. `keep` may lie behind: all are dropped. */
static void keep_one(struct items *items, size_t i, size_t end, size_t keep, unsigned rule)
{
	size_t to = keep < end ? keep : end;
	if (i < to)
		items_drop(items, i, to - i, rule);
	if (to == end)
		return;
	items_keep(items, keep);
	if (keep + 1 < end)
		items_drop(items, keep + 1, end - keep - 1, rule);
}

static uint32_t cp_before(const struct rule_span *span, size_t i)
{
	return i ? span->items->at[i - 1].cp : span->before;
}

/* Indentation is not a run: it belongs to spaces.leading. */
static void run_collapse(const struct rule_span *span)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len;) {
		size_t n = gap_length(span, i);
		if (n == 0) {
			items_keep(items, i++);
			continue;
		}
		/* A run in front of which a space has been put out already is the tail of a longer one. */
		bool tail = i == 0 && space_is_inline(span->before);
		if (space_is_line_end(cp_before(span, i)))
			items_keep_all(items, i, i + n);
		else
			keep_one(items, i, i + n, tail ? items->len : run_keeper(items, i, n), span->rule);
		i += n;
	}
	items_rewritten(items);
}

/* Drop the runs of spaces that stand at a line's start (`leading`) or at its end. */
static void trim(const struct rule_span *span, bool leading)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0; i < items->len;) {
		size_t n = gap_length(span, i);
		if (n == 0) {
			items_keep(items, i++);
			continue;
		}
		bool at_start = space_is_line_end(cp_before(span, i));
		bool at_end = i + n < items->len ? space_is_line_end(items->at[i + n].cp) : span->at_end;
		if (leading ? at_start : at_end)
			items_drop(items, i, n, span->rule);
		else
			items_keep_all(items, i, i + n);
		i += n;
	}
	items_rewritten(items);
}

static void trim_leading(const struct rule_span *span)
{
	trim(span, true);
}

static void trim_trailing(const struct rule_span *span)
{
	trim(span, false);
}

static const norm_rule_value run_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave runs of spaces")},
	{"collapse", NORM_REVERSIBLE, N_("a run of spaces within a line becomes one; a no-break space in it wins")},
};

const struct step text_step_space_runs = {
	.rule = {"spaces.runs", "spaces", "runs", N_("several spaces in a row"), "libnorm", run_values,
		 COUNT_OF(run_values), NORM_SEVERITY_NOTE, CATEGORY_SPACES},
	.kind = STEP_RULE,
	.run = run_collapse,
	.spaces = true,
};

static const norm_rule_value trim_values[] = {
	{"keep", NORM_LOSSLESS, N_("leave them")},
	{"trim", NORM_REVERSIBLE, N_("delete them")},
};

const struct step text_step_space_leading = {
	.rule = {"spaces.leading", "spaces", "leading", N_("spaces at the start of a line"), "libnorm", trim_values,
		 COUNT_OF(trim_values), NORM_SEVERITY_NOTE, CATEGORY_SPACES},
	.kind = STEP_RULE,
	.run = trim_leading,
	.spaces = true,
};

const struct step text_step_space_trailing = {
	.rule = {"spaces.trailing", "spaces", "trailing", N_("spaces at the end of a line"), "libnorm", trim_values,
		 COUNT_OF(trim_values), NORM_SEVERITY_NOTE, CATEGORY_SPACES},
	.kind = STEP_RULE,
	.run = trim_trailing,
	.spaces = true,
};
