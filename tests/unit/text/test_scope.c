/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "text/paragraph.h"
#include "text/quotes.h"
#include "text/scope_inside.h"

static struct scope scope;

/* A cut behind three quarters of what is too long, whatever is there. */
static size_t cut(const void *user, const uint8_t *at, size_t len)
{
	(void)user;
	return len == PARAGRAPH_MAX && !paragraph_is_complete(at, len) ? len / 4 * 3 : 0;
}

/* As it is. */
static void see(const void *user, const uint8_t *at, size_t len, struct seen *seen)
{
	(void)user;
	buffer_append(&seen->text, at, len);
}

static void set_up(void)
{
	scope = (struct scope){0};
	scope_init(&scope, see, cut, NULL);
}

static void tear_down(void)
{
	scope_release(&scope);
}

static void begin(const char *text)
{
	scope_begin(&scope, (const uint8_t *)text, strlen(text));
}

static uint32_t place_of(const char *text, const char *what)
{
	return (uint32_t)(strstr(text, what) - text);
}

TestSuite(scope, .init = set_up, .fini = tear_down);

Test(scope, asks_the_paragraph_of_the_place)
{
	static const char text[] = "Il est parti, hier.\nقال الرئيس، اليوم.\u2029Elle reste, ici.";
	begin(text);
	cr_assert_eq(scope_language(&scope, place_of(text, ", hier")), LANGUAGE_FRENCH);
	cr_assert_eq(scope_language(&scope, place_of(text, "، اليوم")), LANGUAGE_ARABIC);
	cr_assert_eq(scope_language(&scope, place_of(text, ", ici")), LANGUAGE_FRENCH);
	/* And back. */
	cr_assert_eq(scope_language(&scope, place_of(text, "، اليوم")), LANGUAGE_ARABIC);
	cr_assert_eq(scope_language(&scope, place_of(text, ", hier")), LANGUAGE_FRENCH);
}

Test(scope, knows_what_is_protected)
{
	static const char text[] = "Voir https://example.org/a,b et non, rien.\nÀ 12:30, oui.";
	begin(text);
	cr_assert(scope_is_protected(&scope, place_of(text, ",b")));
	cr_assert_not(scope_is_protected(&scope, place_of(text, ", rien")));
	cr_assert(scope_is_protected(&scope, place_of(text, ":30")));
	cr_assert_not(scope_is_protected(&scope, place_of(text, ", oui")));
}

/* Where hardly anything but U+FFFD stands, nothing tells a language, and nothing is touched; where half of it is text, as ever. */
Test(scope, leaves_what_is_broken)
{
	static const struct {
		const char *unit;
		size_t count;
		bool broken;
	} rows[] = {
	    {"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD le,", 300, true},
	    {"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD le,", 150, false}, /* too short to tell */
	    {"\uFFFD\uFFFD et oui,", 800, false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		char text[16384] = "";
		for (size_t k = 0; k < rows[i].count; k++)
			strcat(text, rows[i].unit);
		strcat(text, "\nElle reste, ici.");
		begin(text);
		for (const char *at = strchr(text, ','); at < strchr(text, '\n'); at = strchr(at + 1, ',')) {
			uint32_t place = (uint32_t)(at - text);
			cr_assert_eq(scope_is_protected(&scope, place), rows[i].broken, "row %zu at %u", i, place);
			cr_assert_eq(scope_language(&scope, place), rows[i].broken ? LANGUAGE_NONE : LANGUAGE_FRENCH, "row %zu", i);
		}
		cr_assert_eq(scope_language(&scope, place_of(text, ", ici")), LANGUAGE_FRENCH);
		cr_assert_not(scope_is_protected(&scope, place_of(text, ", ici")));
	}
}

Test(scope, knows_what_a_mark_does)
{
	static const char text[] = "Il dit \"oui\" et « \"non\" » (là).";
	begin(text);
	cr_assert_eq(scope_mark(&scope, place_of(text, "\"oui")), SCOPE_MARK_OPENS);
	cr_assert_eq(scope_mark(&scope, place_of(text, "\" et")), SCOPE_MARK_CLOSES);
	cr_assert_eq(scope_mark(&scope, place_of(text, "« ")), SCOPE_MARK_OPENS);
	cr_assert_eq(scope_mark(&scope, place_of(text, "\" »")), SCOPE_MARK_CLOSES);
	cr_assert_eq(scope_mark(&scope, place_of(text, "» (")), SCOPE_MARK_CLOSES);
	cr_assert_eq(scope_mark(&scope, place_of(text, "(là")), SCOPE_MARK_OPENS);
	cr_assert_eq(scope_mark(&scope, place_of(text, "dit")), SCOPE_MARK_NONE);
}

Test(scope, knows_the_partner_of_a_mark)
{
	static const char text[] = "Oui.\nIl dit «il a (dit \"oui\")» et «» (là).\nNon.";
	begin(text);
	uint32_t quote = place_of(text, "«il"), bracket = place_of(text, "(dit"), straight = place_of(text, "\"oui");
	cr_expect_eq(scope_partner(&scope, quote), place_of(text, "» et"));
	cr_expect_eq(scope_partner(&scope, bracket), place_of(text, ")»"));
	cr_expect_eq(scope_partner(&scope, straight), place_of(text, "\")»"));
	cr_expect_eq(scope_partner(&scope, place_of(text, "\")»")), straight);
	cr_expect_eq(scope_partner(&scope, place_of(text, ")»")), bracket);
	cr_expect_eq(scope_partner(&scope, place_of(text, "» et")), quote);
	cr_expect_eq(scope_partner(&scope, place_of(text, "«» ")), place_of(text, "» ("), "with nothing inside");
	cr_expect_eq(scope_partner(&scope, place_of(text, "» (")), place_of(text, "«» "));
	cr_expect_eq(scope_partner(&scope, place_of(text, "dit")), SCOPE_NOWHERE);
	cr_expect_eq(scope_partner(&scope, place_of(text, "Non")), SCOPE_NOWHERE);
}

/* A byte less for each é, as a profile that makes e of it. */
static void see_shorter(const void *user, const uint8_t *at, size_t len, struct seen *seen)
{
	(void)user;
	for (size_t i = 0; i < len; i++) {
		bool accent = at[i] == 0xC3 && i + 1 < len && at[i + 1] == 0xA9;
		buffer_append(&seen->text, accent ? (const uint8_t *)"e" : at + i, 1);
		i += accent;
		if (accent)
			seen_align(seen, i + 1);
	}
}

Test(scope, gives_partners_in_the_source)
{
	static const char text[] = "é\né « été été » é";
	scope_init(&scope, see_shorter, cut, NULL);
	begin(text);
	cr_expect_eq(scope_partner(&scope, place_of(text, "«")), place_of(text, "»"));
	cr_expect_eq(scope_partner(&scope, place_of(text, "»")), place_of(text, "«"));
}

Test(scope, finds_the_quotation_around_a_place)
{
	static const char text[] = "« Il (“dit” ‘oui “là”’) » non";
	begin(text);
	cr_assert_eq(scope_quotation(&scope, place_of(text, "« Il")), SCOPE_NOWHERE);
	cr_assert_eq(scope_quotation(&scope, place_of(text, "» non")), SCOPE_NOWHERE);
	cr_assert_eq(scope_quotation(&scope, place_of(text, "Il")), place_of(text, "« Il"));
	cr_assert_eq(scope_quotation(&scope, place_of(text, "“dit")), place_of(text, "« Il"));
	cr_assert_eq(scope_quotation(&scope, place_of(text, "dit”")), place_of(text, "“dit"));
	cr_assert_eq(scope_quotation(&scope, place_of(text, "“là")), place_of(text, "« Il"));
}

static unsigned quotes_of(const char *text)
{
	begin(text);
	return scope_quotes(&scope, 0);
}

Test(scope, knows_where_quotes_may_be_replaced)
{
	cr_assert_eq(quotes_of("Il dit \"oui\", « elle \"non\" » et d'un écran de 30\""), QUOTES_REGULAR);
	cr_assert_eq(quotes_of("\"Il dit \"oui\" hier\""), 0);
	cr_assert_eq(quotes_of("\"Début sans fin et \"oui\""), 0);
	cr_assert_eq(quotes_of("„oui“ et “non\""), 0);
	cr_assert_eq(quotes_of("de 12 à « 30\" »"), 0);
	cr_assert_eq(quotes_of("Il dit 'oui'"), QUOTES_REGULAR | QUOTES_INVERTED | QUOTES_SINGLE);
	cr_assert_eq(quotes_of("قال »نعم« ثم »لا«"), QUOTES_INVERTED);
	cr_assert_eq(quotes_of("قال »CNN« ثم »لا«"), 0);
	cr_assert_eq(quotes_of("قال »نعم« ثم \"لا\""), 0);
}

Test(scope, finds_stray_controls)
{
	static const char text[] = "a\u202Bب\nb\u202Bب\u202C\n";
	begin(text);
	cr_assert(scope_is_stray_bidi(&scope, 1));
	cr_assert_not(scope_is_stray_bidi(&scope, place_of(text, "\nb") + 2));
}

/* A paragraph of more than 1 MiB is read in the parts that a stream gets: the language of one says nothing of the next. */
Test(scope, reads_long_paragraphs_in_parts)
{
	enum { LEN = 3 << 20, CUT = PARAGRAPH_MAX / 4 * 3 };
	uint8_t *text = malloc(LEN);
	for (size_t i = 0; i < LEN; i += 4)
		memcpy(text + i, i < CUT ? "mot " : "\xD8\xA8\xD8\xAA", 4);
	text[CUT + 8] = ',';
	text[CUT + 9] = ' ';
	scope_begin(&scope, text, LEN);
	cr_assert_eq(scope_language(&scope, CUT + 8), LANGUAGE_ARABIC);
	cr_assert_eq(scope.start, CUT);
	cr_assert_eq(scope_language(&scope, CUT - 1), LANGUAGE_FRENCH);
	cr_assert_eq(scope.start, 0);
	cr_assert_eq(scope_language(&scope, LEN - 4), LANGUAGE_ARABIC);
	cr_assert_eq(scope.end, LEN);
	free(text);
}
