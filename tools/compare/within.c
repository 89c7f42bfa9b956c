/* SPDX-License-Identifier: MIT */
/*
 * What two pages share: passages of tokens that are aligned, with small differences in them. What stands around them is
 * the furniture of the pages and no difference.
 */
#include <stdlib.h>

#include "common/colour.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/number.h"
#include "compare/job.h"
#include "compare/print.h"

/* What is further apart belongs to two passages; what is shorter, counted in tokens that are the same, is none. */
enum { APART = 40, SHORT = 24 };

/* Tokens [a, a_end) of the one page are [b, b_end) of the other, but for differences. */
struct passage {
	struct range range;
	uint32_t same;
};

struct passages {
	struct passage *at;
	size_t count;
};

static bool is_apart(const struct range *range, const struct block *block)
{
	return block->a - range->a_end > APART || block->b - range->b_end > APART;
}

static void list_passages(const struct comparison *comparison, struct passages *ret)
{
	*ret = (struct passages){0};
	if (!comparison->blocks.count)
		return;
	ret->at = memory_grow(NULL, comparison->blocks.count, sizeof *ret->at);
	for (size_t i = 0; i < comparison->blocks.count; i++) {
		const struct block *block = &comparison->blocks.at[i];
		struct passage *last = ret->count ? &ret->at[ret->count - 1] : NULL;
		if (!last || is_apart(&last->range, block)) {
			/* what was too short is forgotten */
			if (last && last->same < SHORT)
				ret->count--;
			last = &ret->at[ret->count++];
			*last = (struct passage){.range = {block->a, 0, block->b, 0}};
		}
		last->range.a_end = block->a + block->len;
		last->range.b_end = block->b + block->len;
		last->same += block->len;
	}
	if (ret->at[ret->count - 1].same < SHORT)
		ret->count--;
}

static bool is_inside(const struct passages *passages, const struct difference *difference)
{
	for (size_t i = 0; i < passages->count; i++) {
		const struct range *range = &passages->at[i].range;
		if (difference->a >= range->a && difference->a_end <= range->a_end && difference->b >= range->b &&
		    difference->b_end <= range->b_end)
			return true;
	}
	return false;
}

/* Differences outside of all passages are none. */
static void keep_inside(struct differences *differences, const struct passages *passages)
{
	struct differences kept = {.same = differences->same, .ignored = differences->ignored};
	for (size_t i = 0; i < differences->count; i++) {
		if (is_inside(passages, &differences->at[i]))
			differences_add(&kept, &differences->at[i]);
	}
	free(differences->at);
	*differences = kept;
}

static void append_place(struct bytes *page, const struct side *side, struct lines *lines, uint32_t start, uint32_t end)
{
	struct slice slice = print_slice(side, start, end);
	struct line_place first = lines_place(lines, slice.start), last = lines_place(lines, slice.end);
	size_t source_start, source_end;
	text_source_span(&side->text, slice.start, slice.end, &source_start, &source_end);
	bytes_format(page, "%s:%zu:%zu–%zu:%zu (%zu–%zu)", side->text.shown, first.line, first.column, last.line, last.column,
		     source_start, source_end);
}

static void append_passage(struct bytes *page, const struct comparison *comparison, struct print *print,
			   const struct passage *passage)
{
	const struct range *range = &passage->range;
	bytes_append_text(page, "= ");
	append_place(page, &comparison->a, &print->a, range->a, range->a_end);
	bytes_append_text(page, "\n  ");
	append_place(page, &comparison->b, &print->b, range->b, range->b_end);
	bytes_format(page, P_("  %u word or sign is in both\n", "  %u words and signs are in both\n", passage->same), passage->same);
}

static void append_share(struct bytes *page, const struct side *side, uint64_t same)
{
	struct bytes share = {0};
	number_append_percent(&share, same, side->count);
	/* TRANSLATORS: a file, and how much of it the other one has, in percent */
	bytes_format(page, _("%s: %s of it is in the other one (%llu of %u words and signs)\n"), side->text.shown,
		     bytes_text(&share), (unsigned long long)same, side->count);
	bytes_release(&share);
}

static bool print_passages(struct job *job, const struct comparison *comparison, const struct passages *passages)
{
	struct bytes page = {0};
	struct print print;
	uint64_t same = 0;
	print_init(&print, job->options, comparison, &job->out);
	for (size_t i = 0; i < passages->count; i++)
		same += passages->at[i].same;
	append_share(&page, &comparison->a, same);
	append_share(&page, &comparison->b, same);
	for (size_t i = 0; i < passages->count; i++)
		append_passage(&page, comparison, &print, &passages->at[i]);
	if (!passages->count)
		bytes_append_text(&page, _("they share no passage\n"));
	bool good = output_write(&job->out, page.at, page.len);
	print_release(&print);
	bytes_release(&page);
	return good;
}

int within_run(struct job *job, const char *a, const char *b)
{
	struct comparison comparison;
	int status = STATUS_TROUBLE;
	if (job_compare(job, &comparison, a, b)) {
		struct passages passages;
		list_passages(&comparison, &passages);
		keep_inside(&comparison.differences, &passages);
		bool text = job->options->form != FORM_QUIET && job->options->form != FORM_JSON && job->options->form != FORM_HTML;
		if (!text || print_passages(job, &comparison, &passages))
			status = job_print(job, &comparison);
		/* Nothing in common is a difference, too. */
		if (status == STATUS_OK && !passages.count)
			status = STATUS_FOUND;
		free(passages.at);
	}
	comparison_release(&comparison);
	return status;
}
