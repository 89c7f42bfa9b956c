/* SPDX-License-Identifier: MIT */
/* What --stats tells. */
#ifndef CONVERT_TALLY_H
#define CONVERT_TALLY_H

#include <stdint.h>

#include <libnorm/norm.h>

struct tally {
	double started;
	uint64_t files, source_bytes, output_bytes, edits, findings;
	const norm_rule **rules;                    /* norm_rule_count() of them */
	uint64_t *edits_by_rule, *findings_by_rule; /* as many of each */
};

void tally_start(struct tally *tally);
/* Count the edits and findings of a block. */
void tally_edits(struct tally *tally, const norm_edits *edits);
/* Write all of it to standard error. */
void tally_print(const struct tally *tally);
void tally_release(struct tally *tally);

#endif
