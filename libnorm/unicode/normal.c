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
#define SHORT_RUN 16

/*
 * While a sequence is in hand, what is asked of its characters again and again stands above their code points: the class, and
 * whether they compose with what is before them.
 */
#define CLASS_SHIFT 24
#define COMPOSES_BACK (1u << 21)
#define CODE_POINT (COMPOSES_BACK - 1)

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

/* Append the decomposition of a code point that has one. */
static void append_decomposition(uint32_t changes, uint32_t cp, struct cpbuf *out)
{
	const uint32_t *cps;
	int n = cpmap_get(changes == UNICODE_NFD_CHANGES ? &unicode_nfd : &unicode_nfkd, cp, &cps);
	for (int i = 0; i < n; i++)
		cpbuf_push(out, cps[i]);
	if (n >= 0)
		return;
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

static uint32_t with_properties(uint32_t cp, uint32_t props)
{
	return cp | props << CLASS_SHIFT | (props & UNICODE_COMPOSES_BACK ? COMPOSES_BACK : 0);
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

/* The same by counting, for runs of any length; `sorted` is room for `n`. A run has marks of a few classes. */
static void sort_long(uint32_t *run, size_t n, uint32_t *sorted)
{
	uint32_t next[256] = {0}, start = 0;
	uint64_t classes[256 / 64] = {0};
	for (size_t i = 0; i < n; i++) {
		unsigned class = run[i] >> CLASS_SHIFT;
		classes[class / 64] |= UINT64_C(1) << class % 64;
		next[class]++;
	}
	for (unsigned word = 0; word < 256 / 64; word++) {
		for (uint64_t bits = classes[word]; bits; bits &= bits - 1) {
			unsigned class = word * 64 + (unsigned)__builtin_ctzll(bits);
			uint32_t count = next[class];
			next[class] = start;
			start += count;
		}
	}
	for (size_t i = 0; i < n; i++)
		sorted[next[run[i] >> CLASS_SHIFT]++] = run[i];
	memcpy(run, sorted, n * sizeof *run);
}

/* Sort the run of marks [start, end). What is behind the sequence in its buffer is room to do so. */
static void sort_run(struct cpbuf *sequence, size_t start, size_t end)
{
	size_t n = end - start;
	if (n <= SHORT_RUN)
		sort_short(sequence->at + start, n);
	else if (memory_reserve(&sequence->at, &sequence->cap, sequence->len + n, sizeof *sequence->at))
		sort_long(sequence->at + start, n, sequence->at + sequence->len);
	else
		sequence->failed = true;
}

/* Put a decomposed sequence in canonical order: stable and O(n), however many marks a letter has. */
static void order(struct cpbuf *sequence)
{
	for (size_t start = 0, end; start < sequence->len; start = end + 1) {
		for (end = start; end < sequence->len && sequence->at[end] >> CLASS_SHIFT; end++)
			;
		if (end - start > 1)
			sort_run(sequence, start, end);
	}
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

/* Compose what is decomposed and in order. O(n). */
static void compose(struct cpbuf *sequence)
{
	uint32_t *cps = sequence->at;
	size_t len = 0, starter = SIZE_MAX; /* written so far; place of the last starter */
	unsigned last = 0;                  /* class of what was written last */
	for (size_t i = 0; i < sequence->len; i++) {
		uint32_t cp = cps[i] & CODE_POINT, composite;
		unsigned class = cps[i] >> CLASS_SHIFT;
		/* A mark is blocked by one of the same or a higher class between it and the starter. */
		bool free = starter != SIZE_MAX && (starter == len - 1 || last < class);
		if (free && cps[i] & COMPOSES_BACK && (composite = normal_compose_pair(cps[starter], cp))) {
			cps[starter] = composite;
			continue;
		}
		if (!class)
			starter = len;
		last = class;
		cps[len++] = cp;
	}
	sequence->len = len;
}

/* What was seen of a decomposed sequence: it says which of the later steps can change anything. */
struct findings {
	uint32_t last, any; /* the last code point and the bits of all, as with_properties() has them */
	bool unordered; /* perhaps: no class is lower than the one before it, else */
};

static inline void look_at(struct findings *seen, uint32_t cp)
{
	seen->unordered |= cp >> CLASS_SHIFT < seen->last >> CLASS_SHIFT;
	seen->any |= cp;
	seen->last = cp;
}

/* Append what does not decompose of `n` characters, up to the first that does, with the properties above the code points; returns how many. */
static inline size_t append_same(uint32_t changes, const uint32_t *cps, size_t n, struct cpbuf *out, struct findings *ret)
{
	struct findings seen = *ret;
	uint32_t *to = out->at + out->len;
	size_t i = 0;
	for (; i < n; i++) {
		uint32_t props = unicode_props(cps[i]);
		if (props & changes)
			break;
		to[i] = with_properties(cps[i], props);
		look_at(&seen, to[i]);
	}
	out->len += i;
	*ret = seen;
	return i;
}

/* Decompose, and put the properties above the code points. */
static struct findings decompose_all(uint32_t changes, const uint32_t *cps, size_t n, struct cpbuf *out)
{
	struct findings seen = {0};
	for (size_t i = 0; memory_reserve(&out->at, &out->cap, out->len + (n - i), sizeof *out->at); i++) {
		i += append_same(changes, cps + i, n - i, out, &seen);
		if (i == n)
			return seen;
		size_t start = out->len;
		append_decomposition(changes, cps[i], out);
		for (size_t k = start; k < out->len; k++) {
			out->at[k] = with_properties(out->at[k], unicode_props(out->at[k]));
			look_at(&seen, out->at[k]);
		}
	}
	out->failed = true;
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
	if (!memory_reserve(&out->at, &out->cap, n, sizeof *out->at))
		out->failed = true;
	if (out->failed || n == 0)
		return;
	if (form == NORMAL_NONE) {
		memcpy(out->at, cps, n * sizeof *cps);
		out->len = n;
		return;
	}
	if (n == 2 && apply_pair(form, cps, out))
		return;
	struct findings seen = decompose_all(form_changes(form), cps, n, out);
	if (seen.unordered)
		order(out);
	if (seen.any & COMPOSES_BACK && form_composes(form)) {
		compose(out);
		return;
	}
	for (size_t i = 0; i < out->len; i++)
		out->at[i] &= CODE_POINT;
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
