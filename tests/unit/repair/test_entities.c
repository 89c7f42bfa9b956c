/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "repair/reference.h"
#include "repair/steps.h"
#include "support/repair.h"
#include "unit/repair/cases.h"

#define CHECK(value, cases) cases_check(&repair_step_entities, value, cases, COUNT_OF(cases))

Test(entities, are_decoded)
{
	static const struct repair_case cases[] = {
	    {"Le pr&eacute;sident", "Le président", 0},
	    {"&laquo;&nbsp;Oui&nbsp;&raquo;, dit-il", "«\u00A0Oui\u00A0», dit-il", 0},
	    {"l&rsquo;&Eacute;tat, l&#8217;&#201;tat, l&#x2019;&#XC9;tat", "l’État, l’État, l’État", 0},
	    {"l&#146;&#140;uvre&#133; &#128;", "l’Œuvre… €", 0},
	    {"l&#x92;&#x9c;uvre", "l’œuvre", 0},
	    {"&hellip; &euro; &ndash; &mdash; &deg;", "… € – — °", 0},
	    {"soft&shy;hyphen", "soft\u00ADhyphen", 0},
	    {"&#1575;&#1604;&#1580;&#1586;&#1575;&#1574;&#1585;", "الجزائر", 0},
	    {"&#x627;&#x644;عربية", "العربية", 0},
	    {"قال &quot;نعم&quot;&nbsp;ثم&hellip;", "قال \"نعم\"\u00A0ثم…", 0},
	    {"AT&amp;T, Simon &amp; Schuster", "AT&T, Simon & Schuster", 0},
	    {"&#39;a&#039; &apos;b&apos; &quot;c&quot;", "'a' 'b' \"c\"", 0},
	    {"e&#769;te&#x301;", "e\u0301te\u0301", 0},
	    {"&#128512; &#x1F600;", "😀 😀", 0},
	    {"nom&#64;site.fr &#72;&#101;&#114;", "nom@site.fr Her", 0},
	    {"&zwnj;&rlm;", "\u200C\u200F", 0},
	    {"&NotEqualTilde;&fjlig;", "\u2242\u0338fj", 0},
	    {"&CounterClockwiseContourIntegral;", "\u2233", 0},
	    {"&lt;&hearts;", "&lt;♥", 1},
	    {"fin.&nbsp;\n", "fin.\u00A0\n", 0},
	    {"&eacute;\u037E &eacute\u037E", "é\u037E é", 0},
	    {"caf&eacute", NULL, 0},
	};
	CHECK("safe", cases);
}

Test(entities, are_decoded_through_all_layers)
{
	static const struct repair_case cases[] = {
	    {"a&amp;nbsp;b", "a\u00A0b", 0},
	    {"&amp;amp;eacute;t&amp;amp;amp;amp;eacute;", "été", 0},
	    {"l&amp;#8217;an, l&amp;#x2019;an, l&#38;rsquo;an, l&#x26;#146;an", "l’an, l’an, l’an, l’an", 0},
	    {"R&amp;amp;D", "R&D", 0},
	    {"&amp;lt;b&amp;gt;", "&lt;b&gt;", 2},
	    {"&amp;amp;lt;", "&lt;", 1},
	    {"&&#97;mp;nbsp&semi;", "\u00A0", 0},
	    {"&am&#112;&semi;&#35;233&#59;", "é", 0},
	    {"&#38;&#35;233;", "é", 0},
	    {"&amp;copy 2024", "&copy 2024", 0},
	    {"&amp;#1575;&amp;#1604;", "ال", 0},
	};
	CHECK("safe", cases);
}

Test(entities, stay_where_they_may_be_meant)
{
	static const struct repair_case cases[] = {
	    {"AT&T, R&D; Q&A; rock&roll;, S&P 500 & Cie", NULL, 0},
	    {"&eacute &nbsp &copy", NULL, 0},
	    {"& eacute; &é; &; &#; &#x; &#12a; &#xg;", NULL, 0},
	    {"&Eacut; &NBSP; &unknown;", NULL, 0},
	    {"&lt;b&gt; 3 &#60; 4 &#x3E; 2 &LT;", NULL, 5},
	    {"http://site.dz/?a=1&copy=2&lang=fr", NULL, 0},
	    {"http://site.dz/?a=1&copy;=2&b=3 www.site.fr/?a&reg;b", NULL, 0},
	    {"/page.php?id=1&sect;=2", NULL, 0},
	    {"l'entité `&nbsp;` et `a &amp;&amp; b`", NULL, 0},
	    {"<p>Le pr&eacute;sident</p>", NULL, 0},
	    {"  <!DOCTYPE html> &eacute;", NULL, 0},
	    {"<!-- x --> &eacute;", NULL, 0},
	    {"a <a href=\"x\" title=\"caf&eacute;\">b</a>", NULL, 0},
	    {"a <img alt=\"&quot;b&quot;\"> <br/>", NULL, 0},
	};
	CHECK("safe", cases);
}

Test(entities, are_decoded_beside_what_stays)
{
	static const struct repair_case cases[] = {
	    {"http://site.dz/&nbsp;: caf&eacute;", "http://site.dz/\u00A0: café", 0},
	    {"&laquo;www.site.fr&raquo;&eacute;", "«www.site.fr»é", 0},
	    {"\"http://a.fr/?b=1&quot; caf&eacute;", "\"http://a.fr/?b=1\" café", 0},
	    {"/page.php?id=1&amp;copy;=2&#38;b=3", "/page.php?id=1&copy;=2&b=3", 0},
	    {"http://site.dz/R&amp;D, www.site.fr&amp;#34;", "http://site.dz/R&D, www.site.fr\"", 0},
	    {"www.site.dz/a?b=1&#1548; &eacute;", "www.site.dz/a?b=1، é", 0},
	    {"quoi ? = &eacute; quoi?&eacute; = a", "quoi ? = é quoi?é = a", 0},
	    {"l`homme &eacute;t&eacute;", "l`homme été", 0},
	    {"`a` &eacute; ``b'' &eacute;", "`a` é ``b'' é", 0},
	    {"texte<br />suite&nbsp;: <b>gras</b> &eacute;", "texte<br />suite\u00A0: <b>gras</b> é", 0},
	    {"<br>Le pr&eacute;sident</p>", "<br>Le président</p>", 0},
	    {"a < b, c &eacute; d > e", "a < b, c é d > e", 0},
	    {"a <b et c&eacute;> d", "a <b et cé> d", 0},
	    {"قال<br>&nbsp;نعم http://a.dz/?x=1&reg;y=2", "قال<br>\u00A0نعم http://a.dz/?x=1&reg;y=2", 0},
	};
	CHECK("safe", cases);
}

Test(entities, never_make_what_no_text_holds)
{
	static const struct repair_case cases[] = {
	    {"&#0; &#1; &#10; &#13; &#x7F; &Tab; &NewLine;", NULL, 7},
	    {"&#129; &#x8D; &#143; &#144; &#157;", NULL, 5},
	    {"&#55357;&#56832; &#xD800;", NULL, 3},
	    {"&#xFFFE; &#xFDD0; &#x1FFFF; &#x10FFFF;", NULL, 4},
	    {"&#x110000; &#99999999999999999999; &#xFFFFFFFFF;", NULL, 3},
	    {"&#8232; &#8233;", NULL, 2},
	    {"&amp;#0;", "&#0;", 1},
	    {"&#160;&#xFFFD;&#xE000;", "\u00A0\uFFFD\uE000", 0},
	};
	CHECK("safe", cases);
	CHECK("aggressive", cases);
}

Test(entities, aggressive_takes_more)
{
	static const struct repair_case cases[] = {
	    {"&lt;b&gt; 3 &#60; 4", "<b> 3 < 4", 0},
	    {"&amp;lt;", "<", 0},
	    {"pr&eacutesident&nbspde l'&Eacutetat", "président\u00A0de l'État", 0},
	    {"&laquo&nbspoui&nbsp&raquo", "«\u00A0oui\u00A0»", 0},
	    {"&copy 2024, 20&deg, R&ampD &amp", "© 2024, 20°, R&ampD &", 0},
	    {"n&deg9, &pound15 000, b&shyc", "n°9, £15 000, b\u00ADc", 0},
	    {"&region &copies &notes; &timesheet", NULL, 0},
	    {"?a=1&copy=2 &copy=3 http://x.dz/a?b&eacute", NULL, 0},
	    {"x?a=1&eacute `&nbsp`", NULL, 0},
	    {"<p>Le pr&eacute;sident &lt; b</p>", "<p>Le président < b</p>", 0},
	    {"<a title=\"&eacute\">caf&eacute;</a>", "<a title=\"&eacute\">café</a>", 0},
	    {"&amp&eacute;, &amp;eacute x", "&é, é x", 0},
	    {"&notin; &copysr;", "∉ ℗", 0},
	    {"&eacut&#101; x", "é x", 0},
	    {"fin&nbsp\n", "fin\u00A0\n", 0},
	};
	CHECK("aggressive", cases);
}

Test(entities, are_reported)
{
	static const struct repair_case cases[] = {
	    {"Le pr&eacute;sident &lt;&#8217;&amp;nbsp; &#0;", NULL, 5},
	    {"AT&T `&nbsp;` &eacute", NULL, 0},
	    {"<p>&eacute;</p>", NULL, 0},
	};
	CHECK("report", cases);
}

/* A text of a pattern, many times: none may take longer than in proportion. */
Test(entities, take_linear_time, .timeout = 120)
{
	static const struct {
		const char *unit, *end;
		size_t expected; /* bytes of the result */
	} rows[] = {
	    {"&", "", 1000000},       {"&amp;", "", 200000},    {"&amp", ";", 799997},    {"amp;", "", 800000},
	    {"&semi", ";", 1},  {"&&semi", ";", 1199996}, {"&nbsp;", "", 400000},   {"<", "&eacute;", 200002},
	    {"<b ", "&eacute;", 600002}, {"<!--", "&eacute;", 800002}, {"[ab ", "&eacute;", 800002}, {"&#38;#", "", 400000},
	};
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		size_t unit = strlen(rows[i].unit), count = i ? 200000 : 1000000, end = strlen(rows[i].end);
		char *text = malloc(unit * count + end);
		struct repaired got;
		cr_assert_not_null(text);
		for (size_t k = 0; k < count; k++)
			memcpy(text + k * unit, rows[i].unit, unit);
		memcpy(text + unit * count, rows[i].end, end);
		const char *wrong = repair_laws(&repair_step_entities, repair_value(&repair_step_entities, "safe"), text,
						unit * count + end, &got);
		cr_expect_null(wrong, "%s: %s", rows[i].unit, wrong);
		cr_expect_eq(got.text.len, rows[i].expected, "%s: %zu bytes", rows[i].unit, got.text.len);
		repaired_release(&got);
		free(text);
	}
}

/* Each name of the table, with what stands for it. */
Test(entities, all_names_are_found)
{
	size_t legacy = 0, two = 0;
	for (unsigned i = 0; i < entity_count; i++) {
		uint32_t cps[2];
		const struct entity *entity = &entities[i];
		enum reference_kind kind = reference_read(entity_names + entity->name, entity->length, cps);
		cr_expect_eq(kind == REFERENCE_CHARACTER, reference_may_make(entity->cps[0]));
		cr_expect(cps[0] == entity->cps[0] && cps[1] == entity->cps[1]);
		legacy += entity->legacy;
		two += entity->cps[1] != 0;
	}
	cr_expect_eq(entity_count, 2125);
	cr_expect_eq(legacy, 106);
	cr_expect_eq(two, 93);
}
