/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "repair/steps.h"
#include "unit/repair/cases.h"

Test(tags, are_reported)
{
	static const struct repair_case cases[] = {
	    {"texte<br>suite<br/>suite<BR />fin</p>", NULL, 4},
	    {"un <span class=\"x\">mot</span> et <a href='/x'>un lien</a>", NULL, 4},
	    {"قال <strong>نعم</strong>", NULL, 2},
	    {"<!-- x --><!DOCTYPE html><?xml version=\"1.0\"?><![endif]-->", NULL, 4},
	    {"[caption id=\"attachment_1\" width=300]texte[/caption] [url=http://a.dz/]b[/url]", NULL, 4},
	    {"<o:p></o:p><st1:place w=\"x\">Alger</st1:place>", NULL, 4},
	    {"<h1 >Titre</h1 >", NULL, 2},
	    {"<img data-src=\"a.jpg\" alt='b'>", NULL, 1},
	    {"<!-- <b> -->", NULL, 1},
	    {"<html><body><p>Texte</p></body></html>", NULL, 6},
	};
	cases_check(&repair_step_tags, "report", cases, COUNT_OF(cases));
}

Test(tags, are_told_from_text)
{
	static const struct repair_case cases[] = {
	    {"3 < 4 et a <b et c> d, <3, << oui >>", NULL, 0},
	    {"<inaudible> <sic> <nom@site.fr> <http://site.dz/>", NULL, 0},
	    {"[sic] [1] [...] [Ndlr : oui] [ndlr oui] [a=b] [/]", NULL, 0},
	    {"<b, <br, </p [caption id=\"x\" <!-- x", NULL, 0},
	    {"<abcdefghijklmnopqrstuvwxyz> <> </> <!> <!-->", NULL, 0},
	    {"\u226Ep>", NULL, 0},
	};
	cases_check(&repair_step_tags, "report", cases, COUNT_OF(cases));
}

/* The list of names is searched as a sorted one. */
Test(tags, all_names_are_known)
{
	static const struct repair_case cases[] = {
	    {"<a><abbr><acronym><address><article><aside><audio><b><bdi><bdo><big><blockquote><body><button>", NULL, 14},
	    {"<canvas><caption><center><cite><code><colgroup><dd><del><details><dfn><dialog><div><dl><dt>", NULL, 14},
	    {"<em><fb:x><fieldset><figcaption><figure><font><footer><form><frame><frameset><h1><h6><head><header>", NULL, 14},
	    {"<noscript><o:p><object><ol><samp><span><st1:x><strike><strong><tt><u><ul><v:x><var><video><w:x>", NULL, 16},
	    {"<area><base><br><col><embed><hr><img><input><link><meta><param><source><track><wbr>", NULL, 14},
	};
	cases_check(&repair_step_tags, "report", cases, COUNT_OF(cases));
}
