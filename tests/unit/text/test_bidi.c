/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/bidi.h"

/* A text, and the same with + behind each control that is stray. Controls are written by the names in `names`. */
static const struct {
	char name;
	const char *bytes;
} names[] = {
    {'L', "\u200E"}, {'R', "\u200F"}, {'A', "\u061C"}, {'[', "\u202B"}, {'(', "\u202A"}, {'!', "\u202E"},
    {']', "\u202C"}, {'<', "\u2067"}, {'{', "\u2068"}, {'>', "\u2069"}, {'b', "ب"},      {'t', "ت"},
    {'x', "x"},      {'y', "y"},      {'1', "1"},      {' ', " "},      {'.', "."},      {'m', "\u064E"},
};

static size_t append(char *out, char name)
{
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (names[i].name == name)
			return (size_t)sprintf(out, "%s", names[i].bytes);
	cr_assert_fail("no such name: %c", name);
	return 0;
}

static void check(const char *marked)
{
	char text[256] = "", got[256] = "";
	size_t len = 0, starts[128], count = 0, used = 0;
	char letters[128];
	for (const char *at = marked; *at; at++) {
		if (*at == '+')
			continue;
		letters[count] = *at;
		starts[count++] = len;
		len += append(text + len, *at);
	}
	struct bidi_strays strays = {0};
	bidi_find_strays(&strays, (const uint8_t *)text, len);
	for (size_t i = 0; i < count; i++) {
		got[used++] = letters[i];
		if (bidi_is_stray(&strays, (uint32_t)starts[i]))
			got[used++] = '+';
	}
	cr_assert_str_eq(got, marked);
	bidi_release(&strays);
}

Test(bidi, what_is_closed_stays)
{
	check("x [bt] y");
	check("x (y [b] y] y");
	check("b <x> t");
	check("b {x.> t");
	check("x <b {y> t> x");
}

Test(bidi, what_is_not_closed_is_stray)
{
	check("x [+bt");
	check("x bt]+ y");
	check("b <+x t");
	check("b x>+ t");
	check("x [b]]+ y");
	check("x [+[b] y");
}

Test(bidi, an_isolate_ends_the_embeddings_in_it)
{
	check("b <x [+y> t");
	check("b [x <y]+ x> t]");
}

Test(bidi, overrides_are_stray)
{
	check("x !+by]+ x");
	check("x !+by");
}

Test(bidi, marks_between_letters_of_their_own_direction)
{
	check("xL+y");
	check("bL+x");
	check("b R+t");
	check("xL+ ");
	check("bA+ ");
	check("bR+t");
	check("bA+t");
	check("bmR+t");
	check("bmRmt"); /* the mark behind it would go to the first letter */
	check("R+b");
	check("bR+");
	check("xL+");
}

Test(bidi, marks_that_change_something_stay)
{
	check("b. R1");
	check("xR.");
	check("b L1");
	check("bR1");
	check("x.R b");
	check("RR+1");
}

Test(bidi, tatweel_runs_with_its_letters)
{
	static const uint8_t text[] = "\u0628\u0640\u200F";
	struct bidi_strays strays = {0};
	bidi_find_strays(&strays, text, sizeof text - 1);
	cr_expect(bidi_is_stray(&strays, 4));
	bidi_release(&strays);
}

/* How many controls are stray among `count` openers, a letter and `count` closers. */
static size_t strays_in_nest(size_t count, const char *opener, const char *closer)
{
	size_t len = strlen(opener), size = 2 * count * len + 1;
	char *text = malloc(size + 1);
	cr_assert(text);
	for (size_t i = 0; i < 2 * count; i++)
		memcpy(text + i * len + (i >= count), i < count ? opener : closer, len);
	text[count * len] = 'x';
	struct bidi_strays strays = {0};
	bidi_find_strays(&strays, (const uint8_t *)text, size);
	size_t found = 0;
	for (size_t i = 0; i < size; i++)
		found += bidi_is_stray(&strays, (uint32_t)i);
	bidi_release(&strays);
	free(text);
	return found;
}

Test(bidi, depth_does_not_matter)
{
	cr_assert_eq(strays_in_nest(130, "\u202A", "\u202C"), 0);
	cr_assert_eq(strays_in_nest(130, "\u2067", "\u2069"), 0);
	cr_assert_eq(strays_in_nest(130, "\u202E", "\u202C"), 260);
	cr_assert_eq(strays_in_nest(60000, "\u202A", "\u2069"), 120000);
}
