/* SPDX-License-Identifier: MIT */
#include "report/kept.h"

#include <stdlib.h>
#include <string.h>

void kept_add(struct kept *kept, const struct finding *finding)
{
	if (kept->count == kept->cap) {
		kept->cap = kept->cap ? kept->cap * 2 : 64;
		kept->findings = memory_grow(kept->findings, kept->cap, sizeof *kept->findings);
	}
	if (kept->rule_cap - kept->rule_count < finding->rule_count) {
		kept->rule_cap = kept->rule_cap * 2 + finding->rule_count;
		kept->rules = memory_grow(kept->rules, kept->rule_cap, sizeof *kept->rules);
	}
	kept->findings[kept->count++] = *finding;
	memcpy(kept->rules + kept->rule_count, finding->rules, finding->rule_count * sizeof *kept->rules);
	kept->rule_count += finding->rule_count;
	bytes_append(&kept->texts, finding->context, finding->context_len);
	bytes_append(&kept->texts, finding->after, finding->after_len);
}

size_t kept_size(const struct kept *kept)
{
	return kept->count * sizeof *kept->findings + kept->rule_count * sizeof *kept->rules + kept->texts.len;
}

void kept_give(struct kept *kept, void (*take)(void *user, struct finding *finding), void *user)
{
	const char *text = bytes_text(&kept->texts);
	const norm_rule *const *rules = kept->rules;
	for (size_t i = 0; i < kept->count; i++) {
		struct finding *finding = &kept->findings[i];
		finding->rules = rules;
		finding->context = text;
		finding->before = text + finding->context_at;
		text += finding->context_len;
		if (finding->after)
			finding->after = text;
		text += finding->after_len;
		take(user, finding);
		rules += finding->rule_count;
	}
	kept->count = kept->rule_count = kept->texts.len = 0;
}

void kept_release(struct kept *kept)
{
	free(kept->findings);
	free(kept->rules);
	bytes_release(&kept->texts);
	*kept = (struct kept){0};
}
