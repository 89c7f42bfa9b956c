/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "unicode/normal.h"
#include "unicode/tables.h"

/* A short sequence of code points; 0 ends it. */
typedef uint32_t text[8];

static size_t length(const uint32_t *cps)
{
	size_t n = 0;
	while (cps[n])
		n++;
	return n;
}

static void check(enum normal_form form, const text in, const text expected, size_t row)
{
	struct cpbuf out = {0};
	normal_apply(form, in, length(in), &out);
	cr_expect_not(out.failed);
	cr_expect_eq(out.len, length(expected), "row %zu: %zu code points", row, out.len);
	for (size_t i = 0; i < out.len && i < length(expected); i++)
		cr_expect_eq(out.at[i], expected[i], "row %zu: U+%04X at %zu", row, out.at[i], i);
	cpbuf_release(&out);
}

/* What the Consortium's file does not have, or what is ours: French, Arabic, and the awkward cases. */
Test(normal, forms)
{
	static const struct {
		enum normal_form form;
		text in, out;
	} rows[] = {
	    {NORMAL_NONE, {0x00E9, 0x0301, 0xFB01}, {0x00E9, 0x0301, 0xFB01}},
	    {NORMAL_NFC, {'e', 0x0301}, {0x00E9}},
	    {NORMAL_NFC, {0x00E9}, {0x00E9}},
	    {NORMAL_NFD, {0x00E9}, {'e', 0x0301}},
	    {NORMAL_NFC, {0xFB01}, {0xFB01}},
	    {NORMAL_NFKC, {0xFB01}, {'f', 'i'}},
	    {NORMAL_NFKC, {0xFEFB}, {0x0644, 0x0627}},
	    {NORMAL_NFC, {0x0627, 0x0653}, {0x0622}},
	    {NORMAL_NFC, {0x0627, 0x064E, 0x0653}, {0x0622, 0x064E}},          /* fatha, 30, lets madda, 230, pass */
	    {NORMAL_NFC, {0x0628, 0x064E, 0x0651}, {0x0628, 0x064E, 0x0651}},  /* fatha before shadda stays so */
	    {NORMAL_NFC, {0x0628, 0x0651, 0x064E}, {0x0628, 0x064E, 0x0651}},
	    {NORMAL_NFC, {'a', 0x0301, 0x0302}, {0x00E1, 0x0302}},             /* the second is blocked */
	    {NORMAL_NFC, {'a', 0x0302, 0x0301}, {0x1EA5}},
	    {NORMAL_NFC, {'a', 0x0301, 0x0323}, {0x1EA1, 0x0301}},
	    {NORMAL_NFC, {0x0301, 'e'}, {0x0301, 'e'}},                        /* a mark first */
	    {NORMAL_NFC, {0x0344}, {0x0308, 0x0301}},                          /* excluded from composition */
	    {NORMAL_NFC, {0x0958}, {0x0915, 0x093C}},
	    {NORMAL_NFC, {0x1100, 0x1161, 0x11A8}, {0xAC01}},
	    {NORMAL_NFC, {0xAC00, 0x11A8}, {0xAC01}},
	    {NORMAL_NFC, {0xAC01, 0x11A8}, {0xAC01, 0x11A8}},
	    {NORMAL_NFC, {0x1100, 0x0301, 0x1161}, {0x1100, 0x0301, 0x1161}},
	    {NORMAL_NFC, {0xAC00, 0x11A7}, {0xAC00, 0x11A7}},                  /* in front of the finals */
	    {NORMAL_NFD, {0xD7A3}, {0x1112, 0x1175, 0x11C2}},
	    {NORMAL_NFC, {0xD800, 0x0301}, {0xD800, 0x0301}},
	    {NORMAL_NFC, {0x0300}, {0x0300}},
	    {NORMAL_NFC, {0}, {0}},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		check(rows[i].form, rows[i].in, rows[i].out, i);
}

Test(normal, capacity_is_used_again)
{
	struct cpbuf out = {0};
	uint32_t cps[] = {'e', 0x0301, 'o', 0x0302};
	normal_apply(NORMAL_NFD, cps, 4, &out);
	uint32_t *first = out.at;
	for (int i = 0; i < 100; i++) {
		normal_apply(i % 2 ? NORMAL_NFC : NORMAL_NFKD, cps, 4, &out);
		cr_assert_eq(out.at, first);
		cr_assert_eq(out.len, i % 2 ? 2 : 4);
	}
	cpbuf_release(&out);
}

/* Order by the definition: swap neighbours until nothing changes. */
static void order_slowly(uint32_t *cps, size_t n)
{
	for (bool again = true; again;) {
		again = false;
		for (size_t i = 1; i < n; i++) {
			if (unicode_ccc(cps[i]) == 0 || unicode_ccc(cps[i - 1]) <= unicode_ccc(cps[i]))
				continue;
			uint32_t mark = cps[i];
			cps[i] = cps[i - 1];
			cps[i - 1] = mark;
			again = true;
		}
	}
}

/* Marks of many classes, some of them the same, with a letter now and then. */
static void fill(uint32_t *cps, size_t n, unsigned seed, unsigned letters)
{
	static const uint32_t marks[] = {0x0301, 0x0323, 0x0651, 0x064E, 0x0650, 0x0670, 0x0327, 0x0345,
	                                 0x093C, 0x0302};
	for (size_t i = 0; i < n; i++) {
		seed = seed * 1103515245 + 12345;
		cps[i] = letters && seed / 65536 % letters == 0 ? 'e' : marks[seed / 65536 % 10];
	}
}

Test(normal, order_is_that_of_the_definition)
{
	struct cpbuf ours = {0};
	for (unsigned round = 0; round < 400; round++) {
		uint32_t cps[150];
		size_t n = round % 150;
		fill(cps, n, round, round % 3 * 20);
		normal_apply(NORMAL_NFD, cps, n, &ours);
		order_slowly(cps, n);
		cr_assert(!ours.failed && ours.len == n);
		cr_assert(n == 0 || !memcmp(ours.at, cps, n * sizeof *cps), "round %u", round);
	}
	cpbuf_release(&ours);
}

/* Quadratic work would take minutes. */
Test(normal, long_runs_of_marks, .timeout = 20)
{
	enum { MARKS = 2000000 };
	uint32_t *cps = malloc(MARKS * sizeof *cps);
	struct cpbuf once = {0}, twice = {0};
	cr_assert(cps);
	fill(cps, MARKS, 7, 0);
	cps[0] = 'e';
	for (enum normal_form form = NORMAL_NFC; form <= NORMAL_NFKD; form++) {
		normal_apply(form, cps, MARKS, &once);
		normal_apply(form, once.at, once.len, &twice);
		cr_assert(!once.failed && !twice.failed);
		cr_assert_eq(once.len, twice.len);
		cr_assert_arr_eq(once.at, twice.at, once.len * sizeof *cps);
	}
	free(cps);
	cpbuf_release(&once);
	cpbuf_release(&twice);
}

static bool is_cut_safe(enum normal_form form, const uint32_t *cps, size_t n, size_t cut)
{
	struct cpbuf whole = {0}, left = {0}, right = {0};
	normal_apply(form, cps, n, &whole);
	normal_apply(form, cps, cut, &left);
	normal_apply(form, cps + cut, n - cut, &right);
	bool safe = whole.len == left.len + right.len &&
	            memcmp(whole.at, left.at, left.len * sizeof *cps) == 0 &&
	            memcmp(whole.at + left.len, right.at, right.len * sizeof *cps) == 0;
	cpbuf_release(&whole);
	cpbuf_release(&left);
	cpbuf_release(&right);
	return safe;
}

/* In front of a boundary a text may be cut, whatever is on the left. */
Test(normal, boundaries_are_safe)
{
	for (uint32_t cp = 1; cp < 0x110000; cp++) {
		cr_assert(normal_boundary_before(NORMAL_NONE, cp));
		for (enum normal_form form = NORMAL_NFC; form <= NORMAL_NFKD; form++) {
			if (!normal_boundary_before(form, cp) || (cp > 0x20000 && cp % 64))
				continue;
			const text lefts[] = {{'a', 0x0301, cp}, {0x1100, cp}, {0xAC00, cp}, {0x09C7, cp},
			                      {0x0345, cp}};
			for (size_t i = 0; i < sizeof lefts / sizeof lefts[0]; i++)
				cr_assert(is_cut_safe(form, lefts[i], length(lefts[i]), length(lefts[i]) - 1),
				          "U+%04X, form %d, left %zu", cp, form, i);
		}
	}
}

/* And where there is none, something on the left does interact: for each composite and each mark. */
Test(normal, boundaries_are_not_missed)
{
	for (uint32_t i = 0; i < UNICODE_COMPOSITE_SLOTS; i++) {
		const struct unicode_composite *entry = &unicode_composites[i];
		if (!entry->composite)
			continue;
		cr_expect_not(normal_boundary_before(NORMAL_NFC, entry->second), "U+%04X", entry->second);
		cr_expect_not(normal_boundary_before(NORMAL_NFKC, entry->second), "U+%04X", entry->second);
	}
	for (uint32_t cp = 1; cp < 0x110000; cp++)
		if (unicode_ccc(cp))
			for (enum normal_form form = NORMAL_NFC; form <= NORMAL_NFKD; form++)
				cr_expect_not(normal_boundary_before(form, cp), "U+%04X", cp);
	cr_expect_not(normal_boundary_before(NORMAL_NFC, 0x1161));
	cr_expect(normal_boundary_before(NORMAL_NFD, 0x1161));
	cr_expect(normal_boundary_before(NORMAL_NFC, 0xAC00));
	cr_expect_not(normal_boundary_before(NORMAL_NFKC, 0xFF9E)); /* half-width voiced mark */
	cr_expect(normal_boundary_before(NORMAL_NFC, 0xFF9E));
}
