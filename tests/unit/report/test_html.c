/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "report/html_parts.h"

static void expect(struct bytes *page, const char *text)
{
	cr_expect_str_eq(bytes_text(page), text);
	page->len = 0;
}

Test(html, numbers)
{
	static const struct {
		uint64_t number;
		const char *text, *size;
	} rows[] = {
		{0, "0", "0"},
		{999, "999", "999"},
		{1000, "1,000", "1.0"},
		{12345, "12,345", "12.3"},
		{999499, "999,499", "999"},
		{999500, "999,500", "1.0"},
		{1234567890, "1,234,567,890", "1.2"},
		{UINT64_MAX, "18,446,744,073,709,551,615", "18,446,744"},
	};
	struct bytes page = {0};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		number_append(&page, rows[i].number);
		expect(&page, rows[i].text);
		html_size(&page, rows[i].number);
		size_t len = strlen(rows[i].size);
		cr_expect(page.len > len && !memcmp(page.at, rows[i].size, len) && !memcmp(page.at + len, "\u00A0", 2), "%s",
			  bytes_text(&page));
		page.len = 0;
	}
	bytes_release(&page);
}

Test(html, shares)
{
	static const struct {
		uint64_t part, whole;
		const char *text;
	} rows[] = {{0, 0, "0.0%"}, {1, 3, "33.3%"}, {2, 3, "66.7%"}, {1, 1, "100%"}, {UINT64_MAX, UINT64_MAX, "100%"}};
	struct bytes page = {0};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		number_append_percent(&page, rows[i].part, rows[i].whole);
		expect(&page, rows[i].text);
	}
	bytes_release(&page);
}

Test(html, text)
{
	static const struct {
		const char *text, *loose, *exact;
	} rows[] = {
		{"a < b & \"c\"", "a &lt; b &amp; &quot;c&quot;", "a &lt; b &amp; &quot;c&quot;"},
		{" x ", " x ", "<code>U+0020</code>x<code>U+0020</code>"},
		{"a\u00A0b", "a\u00A0b", "a<code>U+00A0</code>b"},
		{"a\tb", "a\tb", "a<code>U+0009</code>b"},
		{"\x1B[m", "<code>U+001B</code>[m", "<code>U+001B</code>[m"},
		{"\u202Ea", "<code>U+202E</code>a", "<code>U+202E</code>a"},
		{"\u200Da", "\u200Da", "<code>U+200D</code>a"},
		{"\xFFz", "<code>FF</code>z", "<code>FF</code>z"},
		{"", "", ""},
	};
	struct bytes page = {0};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		html_text(&page, rows[i].text, strlen(rows[i].text), false);
		expect(&page, rows[i].loose);
		html_text(&page, rows[i].text, strlen(rows[i].text), true);
		expect(&page, rows[i].exact);
	}
	bytes_release(&page);
}

/* ---- The map ---- */

static void put(struct tally *tally, const char *id, const char *name, uint64_t count, const char *lat, const char *lon)
{
	struct row *row = table_row(&tally->tables[TABLE_PLACES], id);
	row->count[0] = count;
	row_set_text(row, PLACES_FRENCH, name);
	row_set_text(row, PLACES_LAT, lat);
	row_set_text(row, PLACES_LON, lon);
}

static size_t count_of(struct bytes *page, const char *needle)
{
	size_t count = 0;
	for (const char *at = bytes_text(page); (at = strstr(at, needle)); at++)
		count++;
	return count;
}

Test(html, map)
{
	struct tally tally;
	struct bytes page = {0};
	tally_init(&tally, NULL);
	html_map(&page, &tally);
	expect(&page, "");
	put(&tally, "a", "Nowhere", 1, "", "");
	put(&tally, "b", "Off the globe", 1, "91", "0");
	html_map(&page, &tally);
	expect(&page, "");
	put(&tally, "c", "Kidal", 9, "18.4", "1.4");
	html_map(&page, &tally);
	cr_expect_eq(count_of(&page, "<circle"), 1);
	cr_expect_eq(count_of(&page, "<svg"), 1);
	page.len = 0;
	/* one far away: the others have a map of their own, too */
	put(&tally, "d", "Gao", 5, "16.3", "-0.05");
	put(&tally, "e", "Aguelhok", 5, "19.5", "0.85");
	put(&tally, "f", "Bamako", 1, "12.6", "-8");
	put(&tally, "g", "Suva", 1, "-18", "178");
	html_map(&page, &tally);
	cr_expect_eq(count_of(&page, "<svg"), 2);
	cr_expect_eq(count_of(&page, ">Kidal</text>"), 2);
	cr_expect_eq(count_of(&page, ">Suva</text>"), 1);
	tally_release(&tally);
	bytes_release(&page);
}
