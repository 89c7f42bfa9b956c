/* SPDX-License-Identifier: MIT */
#include "text/edit_chain.h"

#include <stdlib.h>
#include <string.h>

/* A way through one of the lists, by where its edits stand in the text between both. */
struct walk {
	const struct norm_edits *edits;
	size_t next; /* edit */
	struct edit_span span;
	uint32_t start, end; /* of the next edit, between */
	bool is_first, more;
};

static void look(struct walk *walk)
{
	walk->more = walk->next < norm_edits_count(walk->edits);
	if (!walk->more)
		return;
	walk->span = edit_list_span(walk->edits, walk->next);
	walk->start = walk->is_first ? walk->span.output_start : walk->span.source_start;
	walk->end = walk->is_first ? walk->span.output_end : walk->span.source_end;
}

/* What both lists do to [start, end) of the text between them. */
struct joint {
	uint32_t start, end;
	struct ruleset rules;
};

/* How far the source and the output are from the text between, behind the edits that have been passed. */
struct shifts {
	uint32_t source, output; /* to be added; they wrap round */
};

static void pass(struct walk *walk, struct joint *joint, struct shifts *shifts)
{
	const struct ruleset *rules = edit_list_rules(walk->edits, walk->span.set);
	for (size_t i = 0; i < RULESET_MAX / 64; i++)
		joint->rules.bits[i] |= rules->bits[i];
	if (walk->end > joint->end)
		joint->end = walk->end;
	if (walk->is_first)
		shifts->source = walk->span.source_end - walk->end;
	else
		shifts->output = walk->span.output_end - walk->end;
	walk->next++;
	look(walk);
}

/* Whether the next edit of `a` comes before that of `b`: an empty one before what starts at the same place. */
static bool comes_before(const struct walk *a, const struct walk *b)
{
	if (!a->more || !b->more)
		return a->more;
	if (a->start != b->start)
		return a->start < b->start;
	return a->start == a->end || b->start != b->end;
}

/* Whether nothing has come of an edit. */
static bool is_same(const struct edit_chain *chain, const struct edit_span *span)
{
	size_t len = span->source_end - span->source_start;
	return len == span->output_end - span->output_start &&
	       !memcmp(chain->source + span->source_start, chain->output + span->output_start, len);
}

static void append_edits(const struct edit_chain *chain, struct norm_edits *edits)
{
	struct walk first = {.edits = chain->first, .is_first = true}, second = {.edits = chain->second};
	struct shifts shifts = {0, chain->output_base};
	size_t from = edits->len;
	look(&first);
	look(&second);
	while (first.more || second.more) {
		struct walk *walk = comes_before(&first, &second) ? &first : &second;
		struct joint joint = {.start = walk->start, .end = walk->end};
		struct edit_span span = {.source_start = chain->source_base + joint.start + shifts.source,
					 .output_start = joint.start + shifts.output};
		do {
			pass(walk, &joint, &shifts);
			walk = comes_before(&first, &second) ? &first : &second;
		} while (walk->more && walk->start < joint.end);
		span.source_end = chain->source_base + joint.end + shifts.source;
		span.output_end = joint.end + shifts.output;
		span.set = edit_list_set(edits, &joint.rules);
		if (!is_same(chain, &span))
			edit_list_add(edits, span);
		edit_list_pack(edits, from);
	}
}

/* A finding of the chain, in its source. */
struct found {
	uint32_t start, end;
	unsigned rule, detail;
};

static int compare_found(const void *left, const void *right)
{
	const struct found *a = left, *b = right;
	if (a->start != b->start)
		return a->start < b->start ? -1 : 1;
	if (a->end != b->end)
		return a->end < b->end ? -1 : 1;
	if (a->detail != b->detail)
		return a->detail < b->detail ? -1 : 1;
	return (a->rule > b->rule) - (a->rule < b->rule);
}

/* What the second list found, as it stands in the source of the first. */
static struct found found_behind(const struct edit_chain *chain, const struct finding_span *finding)
{
	uint32_t start, end;
	edit_list_source_span(chain->first, finding->source_start, finding->source_end, &start, &end);
	return (struct found){start, end, finding->rule, finding->detail};
}

/* Room for what both found; NULL where that is nothing, or memory ran out. */
static struct found *found_in_both(size_t first, size_t second, struct norm_edits *edits)
{
	size_t count = first + second;
	struct found *found = count ? malloc(count * sizeof *found) : NULL;
	edits->failed |= count && !found;
	return found;
}

static size_t find_first(const struct norm_edits *first, struct found *ret)
{
	for (size_t i = 0; i < first->finding_len; i++) {
		const struct finding_span *finding = &first->findings[i];
		ret[i] = (struct found){finding->source_start, finding->source_end, finding->rule, finding->detail};
	}
	return first->finding_len;
}

/* Report what was found, which counts from a place of the source. */
static void report_all(struct found *found, size_t len, uint32_t base, struct norm_edits *edits)
{
	if (len)
		qsort(found, len, sizeof *found, compare_found);
	for (size_t i = 0; i < len; i++)
		if (i == 0 || compare_found(&found[i - 1], &found[i]) != 0)
			edit_list_report(edits, base + found[i].start, base + found[i].end, found[i].rule, found[i].detail);
}

static void append_findings(const struct edit_chain *chain, struct norm_edits *edits)
{
	struct found *found = found_in_both(chain->first->finding_len, chain->second->finding_len, edits);
	if (!found)
		return;
	size_t len = find_first(chain->first, found);
	for (size_t i = 0; i < chain->second->finding_len; i++)
		found[len++] = found_behind(chain, &chain->second->findings[i]);
	report_all(found, len, chain->source_base, edits);
	free(found);
}

void edit_chain_merge_findings(const struct norm_edits *first, uint32_t source_base, size_t from, struct norm_edits *edits)
{
	struct found *found = found_in_both(first->finding_len, edits->finding_len - from, edits);
	if (!found)
		return;
	size_t len = find_first(first, found);
	for (size_t i = from; i < edits->finding_len; i++) {
		const struct finding_span *finding = &edits->findings[i];
		found[len++] = (struct found){finding->source_start - source_base, finding->source_end - source_base, finding->rule,
					      finding->detail};
	}
	edits->finding_len = from;
	report_all(found, len, source_base, edits);
	free(found);
}

void edit_chain_append(const struct edit_chain *chain, struct norm_edits *edits)
{
	edits->failed |= chain->first->failed || chain->second->failed;
	if (edits->failed)
		return;
	append_edits(chain, edits);
	append_findings(chain, edits);
}
