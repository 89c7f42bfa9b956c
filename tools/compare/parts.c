/* SPDX-License-Identifier: MIT */
#include "compare/parts.h"

#include "common/colour.h"
#include "compare/both.h"

/* Differences of a part, at least. */
enum { PART = 4096 };

struct part {
	struct print print; /* its own: it knows where it has been asked for last */
	size_t first, last;
	part_append *append;
	struct bytes page;
};

static void append(void *user)
{
	struct part *part = user;
	part->append(&part->print, part->first, part->last, &part->page);
}

static size_t find_end(const struct print *print, size_t first, part_cut *is_cut)
{
	size_t count = print->comparison->differences.count, end = first;
	while (end < count && (end - first < PART || !is_cut(print, end)))
		end++;
	return end;
}

static bool flush(struct part *part)
{
	bool good = output_write(part->print.out, part->page.at, part->page.len);
	part->page.len = 0;
	return good;
}

bool print_parts(struct print *print, part_cut *is_cut, part_append *append_part)
{
	struct part one = {.print = *print, .append = append_part}, other = one;
	size_t count = print->comparison->differences.count;
	bool good = true;
	/* whether there are colours is found out with the first question, which is asked before there are threads */
	(void)colour_off(COLOUR_STDOUT);
	while (good && other.last < count) {
		/* in a very long line both go on from where the last one has been */
		one.print = other.print;
		one.first = other.last;
		one.last = other.first = other.last = find_end(print, one.first, is_cut);
		if (one.last < count) {
			other.last = find_end(print, other.first, is_cut);
			both_run(append, &one, &other);
		} else {
			append(&one);
		}
		good = flush(&one) && flush(&other);
	}
	bytes_release(&one.page);
	bytes_release(&other.page);
	return good;
}
