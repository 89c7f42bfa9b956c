/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "text/space.h"
#include "text/step.h"

Test(step, maps_pairs)
{
	static const struct step_pair pairs[] = {
	    {0x20, {'a'}},
	    {0x2026, {'.', '.', '.'}},
	    {0x10FFFF, {'w', 'x'}},
	};
	static const struct {
		uint32_t cp;
		int n;
		uint32_t first, last;
	} rows[] = {
	    {0x20, 1, 'a', 'a'},  {0x2026, 3, '.', '.'},   {0x10FFFF, 2, 'w', 'x'}, {0, STEP_UNCHANGED, 0, 0},
	    {0x1F, STEP_UNCHANGED, 0, 0}, {0x2027, STEP_UNCHANGED, 0, 0}, {0x10FFFE, STEP_UNCHANGED, 0, 0},
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		uint32_t out[STEP_MAP_MAX];
		int n = step_map_pairs(pairs, COUNT_OF(pairs), rows[i].cp, out);
		cr_assert_eq(n, rows[i].n, "row %zu: %d", i, n);
		if (n <= 0)
			continue;
		cr_expect_eq(out[0], rows[i].first);
		cr_expect_eq(out[n - 1], rows[i].last);
	}
	cr_expect_eq(step_map_pairs(pairs, 0, 0x20, (uint32_t[STEP_MAP_MAX]){0}), STEP_UNCHANGED);
}

/* Of all pairs of a letter, a space, a no-break space, a tab, the ends of lines and NUL, those that wake. */
Test(space, pairs_that_wake)
{
	static const uint32_t cps[] = {'a', ' ', SPACE_NBSP, SPACE_NNBSP, SPACE_TAB, SPACE_LF, SPACE_CR, SPACE_PS, 0};
	for (size_t i = 0; i < COUNT_OF(cps); i++) {
		for (size_t k = 0; k < COUNT_OF(cps); k++) {
			bool left_space = i >= 1 && i <= 3, right_space = k >= 1 && k <= 3;
			bool left_end = i >= 5 && i <= 7, right_end = k >= 5 && k <= 7;
			bool wakes = (left_space && (right_space || right_end)) || (left_end && right_space);
			cr_expect_eq(space_pair_wakes(cps[i], cps[k]), wakes, "U+%04X U+%04X", (unsigned)cps[i],
				     (unsigned)cps[k]);
		}
	}
}
