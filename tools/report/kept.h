/* SPDX-License-Identifier: MIT */
/* Findings that wait, each with the text around it. */
#ifndef REPORT_KEPT_H
#define REPORT_KEPT_H

#include "common/bytes.h"
#include "report/finding.h"

/* Zero-initialise; free with kept_release(). */
struct kept {
	struct finding *findings;
	size_t count, cap;
	struct bytes texts;      /* what stands around each, and what would stand there, one after the other */
	const norm_rule **rules; /* the same of their rules */
	size_t rule_count, rule_cap;
};

void kept_add(struct kept *kept, const struct finding *finding);
/* The memory that they take, about. */
size_t kept_size(const struct kept *kept);
/* Hand each over, in their order, and forget them. */
void kept_give(struct kept *kept, void (*take)(void *user, struct finding *finding), void *user);
void kept_release(struct kept *kept);

#endif
