/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "text/letter_class.h"
#include "text/seen.h"

static struct seen seen;

static void tear_down(void)
{
	seen_release(&seen);
}

TestSuite(seen, .fini = tear_down);

static void keep(const char *text)
{
	buffer_append_text(&seen.text, text);
}

/* `count` characters of `from` bytes, the first at `source`, become `to`. */
static void replace(size_t source, unsigned count, size_t from, const char *to)
{
	for (unsigned i = 0; i < count; i++) {
		buffer_append_text(&seen.text, to);
		seen_replace(&seen, source + i * from, from, strlen(to));
	}
}

/* Where each byte of the source is, and back where each of the text comes from. */
static void expect(const char *source, const size_t *offsets, const size_t *sources)
{
	for (size_t i = 0; i < strlen(source); i++)
		cr_expect_eq(seen_offset(&seen, i), offsets[i], "source %zu", i);
	for (size_t i = 0; i <= seen.text.len; i++)
		cr_expect_eq(seen_source(&seen, i, (const uint8_t *)source), sources[i], "text %zu", i);
}

Test(seen, counts_through_runs)
{
	seen_clear(&seen);
	keep("a");
	replace(1, 2, 1, "xyz");
	keep("b");
	replace(4, 2, 2, "");
	keep("c");
	expect("a??b\xC3\xA9\xC3\xA9" "c", (const size_t[]){0, 1, 4, 7, 8, 8, 8, 8, 8},
	       (const size_t[]){0, 1, 2, 2, 2, 3, 3, 3, 4, 9});
	cr_expect_eq(seen.shift_len, 3, "one for the start and for each run");
}

Test(seen, parts_runs_that_a_sequence_parts)
{
	seen_clear(&seen);
	replace(0, 2, 1, "xy");
	keep("z"); /* for two bytes */
	seen_align(&seen, 4);
	replace(4, 1, 1, "xy");
	expect("??ee?", (const size_t[]){0, 2, 4, 4, 5}, (const size_t[]){0, 1, 1, 2, 2, 4, 5, 5});
}

Test(seen, takes_back_a_part_of_a_run)
{
	seen_clear(&seen);
	replace(0, 3, 1, "xy");
	seen_cut(&seen, 2, 4);
	keep("z"); /* for two bytes */
	seen_align(&seen, 4);
	keep("b");
	expect("??eeb", (const size_t[]){0, 2, 4, 4, 5}, (const size_t[]){0, 1, 1, 2, 2, 4, 5});
}

Test(seen, many_at_once_are_as_one_by_one)
{
	static const size_t lengths[] = {1, 3, 65534, 2, 65536, 200000, 7};
	struct seen all = {0}, single = {0};
	size_t source = 0;
	seen_clear(&all);
	seen_clear(&single);
	for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
		all.text.len += 3 * lengths[i];
		seen_replace_all(&all, source, 1, 3, lengths[i]);
		for (size_t k = 0; k < lengths[i]; k++) {
			single.text.len += 3;
			seen_replace(&single, source++, 1, 3);
		}
	}
	cr_assert_eq(all.shift_len, single.shift_len);
	for (size_t i = 0; i < all.shift_len; i++) {
		const struct seen_shift *a = &all.shifts[i], *b = &single.shifts[i];
		cr_assert(a->source == b->source && a->seen == b->seen && a->count == b->count && a->from == b->from &&
			  a->to == b->to, "shift %zu", i);
	}
	all.text.len = single.text.len = 0;
	seen_release(&all);
	seen_release(&single);
}

Test(letter_class, is_in_the_table_what_is_found_slowly)
{
	for (uint32_t cp = 0; cp < 0x110000; cp++)
		if (letter_class(cp) != letter_find_class(cp))
			cr_expect_fail("U+%04X", (unsigned)cp);
	cr_expect_eq(letter_class(UTF8_INVALID), letter_find_class(UTF8_INVALID));
}
