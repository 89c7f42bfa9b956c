/* SPDX-License-Identifier: MIT */
/* What became of a text, one-shot or through a stream, in one form that can be compared. */
#ifndef SUPPORT_OUTCOME_H
#define SUPPORT_OUTCOME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "libnorm/norm.h"

struct outcome_edit {
	norm_edit span;
	size_t first_rule, rule_count; /* in outcome->rules */
};

struct outcome {
	norm_status status;
	uint64_t error_at; /* for NORM_E_ENCODING */
	struct buffer text;
	struct outcome_edit *edits; /* offsets in the whole text */
	size_t edit_count, edit_cap;
	const norm_rule **rules; /* of all edits, one behind the other */
	size_t rule_count, rule_cap;
	const char *broken; /* what is wrong with the blocks of a stream; NULL when all is well */
};

/* Sizes of writes, taken in turn and again from the start. None is 0. */
struct chunks {
	const size_t *sizes;
	size_t count;
};

void outcome_apply(const norm_profile *profile, const void *in, size_t len, norm_flags flags, struct outcome *ret);
void outcome_stream(const norm_profile *profile, const void *in, size_t len, norm_flags flags, struct chunks chunks,
		    struct outcome *ret);
void outcome_release(struct outcome *outcome);

bool outcome_same_text(const struct outcome *a, const struct outcome *b);
bool outcome_same_edits(const struct outcome *a, const struct outcome *b);

#endif
