/* SPDX-License-Identifier: MIT */
#include "text/gap.h"

void gap_keep(const struct rule_span *span, size_t start, size_t end)
{
	for (; start < end; start++)
		items_keep(span->items, start);
}

void gap_run_drop(const struct rule_span *span, bool (*is_wrong)(const struct rule_span *span, size_t start, size_t end),
		  bool drops)
{
	struct items *items = span->items;
	items_rewrite(items);
	for (size_t i = 0, end; i < items->len; i = end) {
		end = gap_end(span, i);
		bool wrong = end > i && is_wrong(span, i, end);
		if (wrong && drops) {
			items_drop(items, i, end - i, span->rule);
			continue;
		}
		if (wrong)
			items_report(items, i, end - i, span->rule);
		end += end == i;
		gap_keep(span, i, end);
	}
	items_rewritten(items);
}
