/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "text/ruleset.h"

Test(ruleset, holds_what_was_added)
{
	struct ruleset set = {0};
	static const unsigned rules[] = {0, 1, 63, 64, RULESET_MAX - 1};
	for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
		ruleset_add(&set, rules[i]);
	for (unsigned rule = 0; rule < RULESET_MAX; rule++) {
		bool added = false;
		for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++)
			added |= rules[i] == rule;
		cr_expect_eq(ruleset_has(&set, rule), added, "rule %u", rule);
	}
}

Test(ruleset, equal_sets)
{
	struct ruleset a = {0}, b = {0};
	cr_expect(ruleset_equal(&a, &b));
	ruleset_add(&a, 5);
	cr_expect_not(ruleset_equal(&a, &b));
	ruleset_add(&b, 69);
	cr_expect_not(ruleset_equal(&a, &b));
	ruleset_add(&b, 5);
	ruleset_add(&a, 69);
	ruleset_add(&a, 69);
	cr_expect(ruleset_equal(&a, &b));
}

Test(ruleset, a_pool_stores_each_set_once)
{
	struct ruleset_pool pool = {0};
	for (int round = 0; round < 3; round++) {
		for (unsigned rule = 0; rule < RULESET_MAX; rule++) {
			struct ruleset set = {0};
			ruleset_add(&set, rule);
			ruleset_add(&set, 3);
			size_t index = ruleset_intern(&pool, &set);
			cr_assert_lt(index, pool.len);
			cr_expect(ruleset_equal(&pool.at[index], &set));
		}
		cr_expect_eq(pool.len, RULESET_MAX);
	}
	ruleset_pool_release(&pool);
	cr_expect_null(pool.at);
	cr_expect_eq(pool.len, 0);
}
