/* SPDX-License-Identifier: MIT */
/*
 * The edit list behind the public norm_edits: built while a block is written, read by callers. It
 * holds 32-bit offsets from the start of the block, and an edit in 12 bytes: most edits are of single
 * letters, and there is one every few words, so that recording them is what edits cost.
 */
#ifndef TEXT_EDIT_LIST_H
#define TEXT_EDIT_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "libnorm/edits.h"
#include "text/ruleset.h"

struct edit_span {
	uint32_t source_start, source_end;
	uint32_t output_start, output_end;
	uint32_t set; /* index of its rules: in `shared`, and from shared->len on in `own` */
};

/* An edit as it is stored: where it starts, and its extent by edit_extent(). */
struct edit_record {
	uint32_t source, output;
	uint32_t extent;
};

/* What does not fit into an extent. */
struct edit_long {
	size_t index; /* of the record */
	uint32_t source_end, output_end;
	uint32_t set;
};

/* A record that stands for several edits: see text/edit_repeat.h. */
struct edit_repeat {
	size_t record; /* its index */
	size_t more;   /* the edits that it, and all in front of it that stand for several, have beyond one each */
};

/* A place that a rule reports and leaves as it is. */
struct finding_span {
	uint32_t source_start, source_end;
	uint32_t output_start, output_end;
	uint16_t rule;   /* its number in the registry */
	uint16_t detail; /* see struct text_change */
};

enum { EDIT_EXTENT_MAX = 254, EDIT_SET_MAX = 0xFFFF };

/* The extent of an edit whose lengths in bytes and set of rules fit: see the limits above. */
static inline uint32_t edit_extent(uint32_t source_len, uint32_t output_len, uint32_t set)
{
	return source_len | output_len << 8 | set << 16;
}

/* The extent of all others, which `longer` holds. */
#define EDIT_IS_LONG 0xFFFFu

struct norm_edits {
	struct edit_record *at;
	size_t len, cap;
	struct edit_long *longer; /* by index */
	size_t longer_len, longer_cap;
	struct edit_repeat *repeats; /* by record */
	size_t repeat_len, repeat_cap;
	size_t packed; /* records in front of it have been packed */
	struct finding_span *findings; /* sorted by their starts; they may overlap */
	size_t finding_len, finding_cap;
	bool failed;                       /* sticky: memory ran out */
	uint64_t source_base, output_base; /* where the block starts in the whole text */
	uint32_t source_len, output_len;   /* bytes in the block, for offsets behind the last edit */
	const struct ruleset_pool *shared; /* sets of the profile */
	struct ruleset_pool own;           /* sets that arose in this text */
	const norm_rule *const *rules;     /* the registry, by rule number */
};

/* Forget the edits and the place of the block; keep the sets and the memory. */
void edit_list_clear(struct norm_edits *edits);
void edit_list_release(struct norm_edits *edits);

/* Make room for `extra` more edits, or set `failed`. */
bool edit_list_reserve(struct norm_edits *edits, size_t extra);

/* Append an edit behind all others. */
void edit_list_add_any(struct norm_edits *edits, const struct edit_span *span);
static inline void edit_list_add(struct norm_edits *edits, struct edit_span span)
{
	uint32_t source_len = span.source_end - span.source_start, output_len = span.output_end - span.output_start;
	bool fits = source_len <= EDIT_EXTENT_MAX && output_len <= EDIT_EXTENT_MAX && span.set <= EDIT_SET_MAX;
	if (fits && edits->len < edits->cap && !edits->failed)
		edits->at[edits->len++] = (struct edit_record){span.source_start, span.output_start,
							       edit_extent(source_len, output_len, span.set)};
	else
		edit_list_add_any(edits, &span);
}

/*
 * Store edits in a row that are alike as one, now that many have come. From record `from` on: to what is in front of it
 * edit_list_rewind() may go back, but nobody goes back into what is packed, but for edit_list_cut(). The lists of
 * struct decoded are not packed.
 */
void edit_list_pack_from(struct norm_edits *edits, size_t from);
static inline void edit_list_pack(struct norm_edits *edits, size_t from)
{
	enum { MANY = 1 << 16 };
	size_t start = edits->packed > from ? edits->packed : from;
	if (edits->len - start >= MANY)
		edit_list_pack_from(edits, start);
}

/* Append a finding of which the source is known; its place in the output follows from the edits, which are complete up to there. */
void edit_list_report(struct norm_edits *edits, uint32_t source_start, uint32_t source_end, unsigned rule, unsigned detail);

/* Whether the last edit ends at this place of the source; `empty`: and starts there, too. */
bool edit_list_ends_at(const struct norm_edits *edits, uint32_t source, bool empty);

/* Take back all edits and findings that start at or behind this place (offsets in the block). */
void edit_list_cut(struct norm_edits *edits, uint32_t source_start, uint32_t output_start);
/* How far a list goes; and to take back what came since. */
struct edit_mark {
	size_t len, longer_len, finding_len;
};
struct edit_mark edit_list_mark(const struct norm_edits *edits);
void edit_list_rewind(struct norm_edits *edits, struct edit_mark mark);

/* The number of edits that start in front of this place of the output. */
size_t edit_list_count_to(const struct norm_edits *edits, uint32_t output);
/* Forget the edits in front of this place, which is inside none, and let the others count from there. Findings go. */
void edit_list_drop_front(struct norm_edits *edits, uint32_t source, uint32_t output);

/* The index to store for a set of rules, and the set of an index. */
uint32_t edit_list_set(struct norm_edits *edits, const struct ruleset *set);
const struct ruleset *edit_list_rules(const struct norm_edits *edits, uint32_t set);

struct edit_span edit_list_span(const struct norm_edits *edits, size_t index);

/* The source span of an output span, as norm_edits_source_span(), in offsets of the block. */
void edit_list_source_span(const struct norm_edits *edits, uint32_t start, uint32_t end, uint32_t *ret_start,
			   uint32_t *ret_end);

#endif
