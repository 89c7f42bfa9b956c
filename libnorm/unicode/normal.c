/* SPDX-License-Identifier: MIT */
#include "unicode/normal.h"

#include <string.h>

#include "base/memory.h"
#include "unicode/tables.h"

/* Hangul syllables are arithmetic: leading consonant, vowel and, perhaps, final consonant. */
enum {
	HANGUL_S = 0xAC00,
	HANGUL_L = 0x1100,
	HANGUL_V = 0x1161,
	HANGUL_T = 0x11A7, /* one before the first final: number 0 is "no final" */
	HANGUL_L_COUNT = 19,
	HANGUL_V_COUNT = 21,
	HANGUL_T_COUNT = 28,
	HANGUL_S_COUNT = HANGUL_L_COUNT * HANGUL_V_COUNT * HANGUL_T_COUNT
};

/* Runs of marks up to this length are sorted by insertion. */
#define SHORT_RUN 32

/* While a run is sorted, the class of a mark is kept above its code point. */
#define CLASS_SHIFT 24

static bool form_composes(enum normal_form form)
{
	return form == NORMAL_NFC || form == NORMAL_NFKC;
}

/* The bit of unicode_props() that says whether the form has a decomposition. */
static uint32_t form_changes(enum normal_form form)
{
	switch (form) {
	case NORMAL_NFC:
	case NORMAL_NFD:
		return UNICODE_NFD_CHANGES;
	case NORMAL_NFKC:
	case NORMAL_NFKD:
		return UNICODE_NFKD_CHANGES;
	case NORMAL_NONE:
		break;
	}
	return 0;
}

static void append(struct cpbuf *out, const uint32_t *cps, size_t n)
{
	if (!memory_reserve(&out->at, &out->cap, out->len + n, sizeof *out->at))
		out->failed = true;
	if (out->failed || !n)
		return;
	memcpy(out->at + out->len, cps, n * sizeof *cps);
	out->len += n;
}

/* Append the decomposition of a code point that has one. */
static void append_decomposition(uint32_t changes, uint32_t cp, struct cpbuf *out)
{
	const uint32_t *cps;
	int n = cpmap_get(changes == UNICODE_NFD_CHANGES ? &unicode_nfd : &unicode_nfkd, cp, &cps);
	if (n >= 0) {
		append(out, cps, (size_t)n);
		return;
	}
	uint32_t syllable = cp - HANGUL_S, final = syllable % HANGUL_T_COUNT;
	cpbuf_push(out, HANGUL_L + syllable / (HANGUL_V_COUNT * HANGUL_T_COUNT));
	cpbuf_push(out, HANGUL_V + syllable / HANGUL_T_COUNT % HANGUL_V_COUNT);
	if (final)
		cpbuf_push(out, HANGUL_T + final);
}

void normal_decompose(enum normal_form form, uint32_t cp, struct cpbuf *out)
{
	uint32_t changes = form_changes(form);
	if (unicode_props(cp) & changes)
		append_decomposition(changes, cp, out);
	else
		cpbuf_push(out, cp);
}

/* Sort marks with their classes above them. Stable; quadratic, so for short runs only. */
static void sort_short(uint32_t *run, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		uint32_t mark = run[i];
		size_t to = i;
		for (; to && run[to - 1] >> CLASS_SHIFT > mark >> CLASS_SHIFT; to--)
			run[to] = run[to - 1];
		run[to] = mark;
	}
}

/* The same by counting, for runs of any length; `sorted` is room for `n`. */
static void sort_long(uint32_t *run, size_t n, uint32_t *sorted)
{
	size_t next[256] = {0}, start = 0;
	for (size_t i = 0; i < n; i++)
		next[run[i] >> CLASS_SHIFT]++;
	for (size_t class = 0; class < 256; class++) {
		size_t count = next[class];
		next[class] = start;
		start += count;
	}
	for (size_t i = 0; i < n; i++)
		sorted[next[run[i] >> CLASS_SHIFT]++] = run[i];
	memcpy(run, sorted, n * sizeof *run);
}

static void sort_run(uint32_t *run, size_t n, struct cpbuf *scratch)
{
	if (n > SHORT_RUN && !memory_reserve(&scratch->at, &scratch->cap, scratch->len + n, sizeof *scratch->at)) {
		scratch->failed = true;
		return;
	}
	for (size_t i = 0; i < n; i++)
		run[i] |= (uint32_t)unicode_ccc(run[i]) << CLASS_SHIFT;
	if (n > SHORT_RUN)
		sort_long(run, n, scratch->at + scratch->len);
	else
		sort_short(run, n);
	for (size_t i = 0; i < n; i++)
		run[i] &= (1u << CLASS_SHIFT) - 1;
}

void normal_order(uint32_t *cps, size_t n, struct cpbuf *scratch)
{
	size_t start = 0;       /* of the run of marks at hand */
	unsigned last = 0;      /* class of the code point before */
	bool unordered = false; /* the run has to be sorted */
	for (size_t i = 0; i < n; i++) {
		unsigned class = unicode_ccc(cps[i]);
		if (class) {
			unordered |= class < last;
		} else {
			if (unordered)
				sort_run(cps + start, i - start, scratch);
			unordered = false;
			start = i + 1;
		}
		last = class;
	}
	if (unordered)
		sort_run(cps + start, n - start, scratch);
}

uint32_t normal_compose_pair(uint32_t first, uint32_t second)
{
	/* Differences below zero wrap to large numbers. */
	uint32_t vowel = second - HANGUL_V, final = second - HANGUL_T;
	if (vowel < HANGUL_V_COUNT && first - HANGUL_L < HANGUL_L_COUNT)
		return HANGUL_S + ((first - HANGUL_L) * HANGUL_V_COUNT + vowel) * HANGUL_T_COUNT;
	uint32_t syllable = first - HANGUL_S;
	if (final - 1 < HANGUL_T_COUNT - 1 && syllable < HANGUL_S_COUNT && syllable % HANGUL_T_COUNT == 0)
		return first + final;
	return unicode_compose(first, second);
}

size_t normal_compose(uint32_t *cps, size_t n)
{
	size_t len = 0, starter = SIZE_MAX; /* written so far; place of the last starter */
	unsigned last = 0;                  /* class of what was written last */
	for (size_t i = 0; i < n; i++) {
		uint32_t props = unicode_props(cps[i]), composite;
		unsigned class = props & UNICODE_CCC_MASK;
		/* A mark is blocked by one of the same or a higher class between it and the starter. */
		bool free = starter != SIZE_MAX && (starter == len - 1 || last < class);
		if (free && props & UNICODE_COMPOSES_BACK && (composite = normal_compose_pair(cps[starter], cps[i]))) {
			cps[starter] = composite;
			continue;
		}
		if (!class)
			starter = len;
		last = class;
		cps[len++] = cps[i];
	}
	return len;
}

/* What was seen of a decomposed sequence: it says which of the later steps can change anything. */
struct findings {
	unsigned last; /* class of the last code point */
	bool unordered, composes;
};

static void look_at(struct findings *seen, uint32_t props)
{
	unsigned class = props & UNICODE_CCC_MASK;
	seen->unordered |= class && class < seen->last;
	seen->composes |= (props & UNICODE_COMPOSES_BACK) != 0;
	seen->last = class;
}

static struct findings decompose_all(uint32_t changes, const uint32_t *cps, size_t n, struct cpbuf *out)
{
	struct findings seen = {0};
	for (size_t i = 0; i < n; i++) {
		uint32_t props = unicode_props(cps[i]);
		if (!(props & changes)) {
			cpbuf_push(out, cps[i]);
			look_at(&seen, props);
			continue;
		}
		size_t start = out->len;
		append_decomposition(changes, cps[i], out);
		for (size_t k = start; k < out->len; k++)
			look_at(&seen, unicode_props(out->at[k]));
	}
	return seen;
}

/* By far the most frequent sequence: a letter and a mark, of which neither decomposes. False for all others. */
static bool apply_pair(enum normal_form form, const uint32_t cps[2], struct cpbuf *out)
{
	uint32_t letter = unicode_props(cps[0]), mark = unicode_props(cps[1]);
	if ((letter | mark) & form_changes(form) || letter & UNICODE_CCC_MASK)
		return false;
	uint32_t composite = 0;
	if (mark & UNICODE_COMPOSES_BACK && form_composes(form))
		composite = normal_compose_pair(cps[0], cps[1]);
	cpbuf_push(out, composite ? composite : cps[0]);
	if (!composite)
		cpbuf_push(out, cps[1]);
	return true;
}

void normal_apply(enum normal_form form, const uint32_t *cps, size_t n, struct cpbuf *out)
{
	out->len = 0;
	if (form == NORMAL_NONE) {
		append(out, cps, n);
		return;
	}
	if (n == 2 && apply_pair(form, cps, out))
		return;
	struct findings seen = decompose_all(form_changes(form), cps, n, out);
	if (seen.unordered) {
		struct cpbuf scratch = {0};
		normal_order(out->at, out->len, &scratch);
		out->failed |= scratch.failed;
		cpbuf_release(&scratch);
	}
	if (seen.composes && form_composes(form))
		out->len = normal_compose(out->at, out->len);
}

bool normal_boundary_before(enum normal_form form, uint32_t cp)
{
	uint32_t changes = form_changes(form);
	if (!changes)
		return true;
	const uint32_t *cps = &cp;
	uint32_t props = unicode_props(cp);
	/* A Hangul syllable is in no map: it starts with a consonant, which never composes with what is before. */
	if (props & changes && cpmap_get(changes == UNICODE_NFD_CHANGES ? &unicode_nfd : &unicode_nfkd, cp, &cps) >= 0)
		props = unicode_props(cps[0]);
	return !(props & UNICODE_CCC_MASK) && !(form_composes(form) && props & UNICODE_COMPOSES_BACK);
}
