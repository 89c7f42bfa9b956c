/* SPDX-License-Identifier: MIT */
#include "unit/repair/cases.h"

#include <criterion/criterion.h>
#include <string.h>

#include "support/repair.h"

void cases_check(const struct step *step, const char *value, const struct repair_case *cases, size_t count)
{
	for (const struct repair_case *c = cases; c < cases + count; c++) {
		const char *expected = c->expected ? c->expected : c->text;
		struct repaired got;
		const char *wrong = repair_laws(step, repair_value(step, value), c->text, strlen(c->text), &got);
		cr_expect_null(wrong, "%s=%s: %s: %s", step->rule.id, value, c->text, wrong);
		bool same = got.text.len == strlen(expected) && (!*expected || !memcmp(got.text.at, expected, got.text.len));
		cr_expect(same,
			  "%s=%s: \"%s\" became \"%.*s\", not \"%s\"", step->rule.id, value, c->text, (int)got.text.len,
			  (const char *)got.text.at, expected);
		cr_expect_eq(got.findings, c->reports, "%s=%s: \"%s\": %zu reports", step->rule.id, value, c->text, got.findings);
		repaired_release(&got);
	}
}
