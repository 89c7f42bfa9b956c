/* SPDX-License-Identifier: MIT */
/**
 * @file edits.h
 * Edits: where each output byte came from.
 *
 * An edit says that the source bytes [source_start, source_end) became the output bytes
 * [output_start, output_end). Either may be empty: an empty output is a deletion, an empty source
 * an insertion. Edits are sorted, do not overlap, and everything between two of them is the same
 * bytes on both sides. All offsets are bytes from the start of the whole input or output, also in
 * a stream. Edits always start and end at character borders of valid input.
 *
 * An edit list is immutable and may be read by several threads.
 */
#ifndef LIBNORM_EDITS_H
#define LIBNORM_EDITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct norm_edits norm_edits;

/** One changed span. The layout is pinned. */
typedef struct norm_edit {
	uint64_t source_start, source_end;
	uint64_t output_start, output_end;
	size_t index; /**< Its number in the list, from 0. */
	size_t rules; /**< The number of its set of rules: edits of one list that share it have the same norm_edits_rules(). */
} norm_edit;

/** A position in an edit list. Initialise it with `{0}`; its content is private. */
typedef struct norm_edit_iter {
	size_t next;
} norm_edit_iter;

/** The number of edits in the list; 0 for NULL. */
size_t norm_edits_count(const norm_edits *edits);

/**
 * Step to the next edit.
 * @return true and fills `ret`, or false at the end (`ret` untouched). NULL is an empty list.
 */
bool norm_edits_next(const norm_edits *edits, norm_edit_iter *iter, norm_edit *ret);

/**
 * The rules that made an edit, in the order in which they apply. Several merged steps are all named. Which they are stands in the
 * profile, which must not have been freed.
 *
 * @param index  Number of the edit (norm_edit::index).
 * @param ret    Receives up to `max` borrowed rules; may be NULL when `max` is 0.
 * @return How many rules the edit has, also when that is more than `max`; 0 for a bad index.
 */
size_t norm_edits_rules(const norm_edits *edits, size_t index, const norm_rule **ret, size_t max);

/**
 * A finding: a place that a rule reports and leaves as it is, because the profile says so or because
 * only a person can decide. What it spans may be part of edits by other rules.
 *
 * Damaged text that was put right is a finding, too, next to its edits, to say once what it was: a
 * paragraph in another encoding (input.encoding), and each layer of what was read in a wrong one
 * (repair.mojibake). The layout is pinned.
 */
typedef struct norm_finding {
	uint64_t source_start, source_end;
	uint64_t output_start, output_end;
	const norm_rule *rule; /**< Borrowed; lives as long as the library. */
	const char *detail;    /**< What it was, untranslated: an encoding by its IANA name, a misreading; or NULL. Static. */
	unsigned confidence;   /**< That `detail` is right, in percent, where input.encoding found it out; below 50 the bytes stay. */
	unsigned layer;        /**< Which of several layers it is, from 1, in the order in which they were taken back; else 0. */
} norm_finding;

/** The number of findings that came with the edits; 0 for NULL. */
size_t norm_findings_count(const norm_edits *edits);

/**
 * Step to the next finding, in the order of their starts in the source; findings may overlap.
 * @param iter  An iterator of its own, initialised with `{0}`.
 * @return true and fills `ret`, or false at the end (`ret` untouched). NULL is an empty list.
 */
bool norm_findings_next(const norm_edits *edits, norm_edit_iter *iter, norm_finding *ret);

/**
 * Map an offset in the output to the source, or the other way.
 *
 * Offsets outside edits map exactly. An offset strictly inside the output of an edit maps to the
 * start of its source; the end of an edit maps to its end. So both functions never decrease. Where
 * something was deleted or inserted, one offset stands for a span: it maps behind that span. Offsets
 * past the end are moved to the end. O(log n).
 */
uint64_t norm_edits_to_source(const norm_edits *edits, uint64_t output_offset);
uint64_t norm_edits_to_output(const norm_edits *edits, uint64_t source_offset);

/**
 * The smallest source span that covers the output span [start, end): what to highlight in the
 * source for a hit in the output. `ret_start` and `ret_end` receive byte offsets.
 */
void norm_edits_source_span(const norm_edits *edits, uint64_t start, uint64_t end, uint64_t *ret_start,
                            uint64_t *ret_end);
/** The same, from the source to the output. */
void norm_edits_output_span(const norm_edits *edits, uint64_t start, uint64_t end, uint64_t *ret_start,
                            uint64_t *ret_end);

#ifdef __cplusplus
}
#endif
#endif
