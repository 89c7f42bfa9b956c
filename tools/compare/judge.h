/* SPDX-License-Identifier: MIT */
/*
 * What two tokens that are the same differ in. The rules that make their keys equal say it: an edit on one side that the
 * other has not is the difference, and its rule has a class. Pairs come again, so each is judged once.
 */
#ifndef COMPARE_JUDGE_H
#define COMPARE_JUDGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/bytes.h"
#include "compare/classes.h"
#include "compare/lexicon.h"

struct verdict {
	uint64_t pair; /* 0: free, else 1 + form of A << 32 | form of B */
	class_set classes;
};

struct judge {
	const norm_profile *profile; /* that of the keys */
	bool line_breaks;            /* count */
	struct verdict *verdicts;
	size_t count, mask;
	struct bytes left, right; /* scratch */
};

void judge_init(struct judge *judge, const norm_profile *profile, bool line_breaks);
void judge_release(struct judge *judge);

/* The difference of two forms with the same key, of which at most one starts its text. */
class_set judge_forms(struct judge *judge, const struct lexicon *lexicon, uint32_t a, uint32_t b);
/* That of two texts that the profile makes the same. */
class_set judge_texts(struct judge *judge, const char *a, size_t a_len, const char *b, size_t b_len);
/* That of two gaps. */
class_set judge_gaps(const struct judge *judge, const char *a, size_t a_len, const char *b, size_t b_len);

#endif
