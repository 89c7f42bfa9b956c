/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "libnorm/place_finder.h"
#include "support/table_gazetteer.h"

static const char table[] =
	"a\tML\tcountry\t\t\tfr\tMali\tpreferred\ts\n"
	"a\tML\tcountry\t\t\tar\tمالي\tpreferred\ts\n"
	"dz\tDZ\tcountry\t\t\tfr\tAlgérie\tpreferred\ts\n"
	"dz\tDZ\tcountry\t\t\tar\tالجزائر\tpreferred\ts\n"
	"t\tML\ttown\t\t\tfr\tTinzaouatène\tpreferred\ts\n"
	"t\tML\ttown\t\t\tfr\tTin Zaouatine\tvariant\ts\n"
	"t\tML\ttown\t\t\tar\tتين زواتين\tpreferred\ts\n"
	"abe\tTD\tcity\t\t\tfr\tAbéché\tpreferred\ts\n"
	"abe\tTD\tcity\t\t\tar\tأبشي\tpreferred\ts\n"
	"nd\tTD\tcapital\t\t\tfr\tN’Djaména\tpreferred\ts\n"
	"nd\tTD\tcapital\t\t\tar\tنجامينا\tpreferred\ts\n"
	"caire\tEG\tcapital\t\t\tfr\tLe Caire\tpreferred\ts\n"
	"caire\tEG\tcapital\t\t\tar\tالقاهرة\tpreferred\ts\n"
	"san\tML\ttown\t\t\tfr\tSan\tpreferred\ts\n"
	"km\tKM\tcountry\t\t\tfr\tLes Comores\tpreferred\ts\n"
	"gaza\tPS\tarea\t\t\tfr\tBande de Gaza\tpreferred\ts\n"
	"gao\tML\tcity\t\t\tfr\tGao\tpreferred\ts\n"
	"bongo\tGA\ttown\t\t\tfr\tBongo\tpreferred\ts\n"
	"tl\tLY\tcapital\t\t\tfr\tTripoli\tpreferred\ts\n"
	"tb\tLB\tcity\t\t\tfr\tTripoli\tpreferred\ts\n"
	"lb\tLB\tcountry\t\t\tfr\tLiban\tpreferred\ts\n"
	"ly\tLY\tcountry\t\t\tfr\tLibye\tpreferred\ts\n"
	"kidal\tML\tcity\t\t\tfr\tKidal\tpreferred\ts\n"
	"kidal\tML\tcity\t\t\tar\tكيدال\tpreferred\ts\n"
	"kest\tML\ttown\t\t\tfr\tKidal Est\tpreferred\ts\n"
	"yola\tNG\tcity\t\t\tar\tيولا\tpreferred\ts\n"
	"us\tUS\tcountry\t\t\tfr\tUSA\tpreferred\ts\n"
	"mans\tEG\tcity\t\t\tar\tمنصورة\tpreferred\ts\n"
	"rad\tTN\ttown\t\t\tar\tرادس\tpreferred\ts\n"
	"say\tTN\ttown\t\t\tar\tصيادة\tpreferred\ts\n"
	"tad\tTN\ttown\t\t\tar\tالتضامن\tpreferred\ts\n"
	"tn\tTN\tcountry\t\t\tar\tتونس\tpreferred\ts\n"
	"ay1\tEH\tcity\t\t\tar\tالعيون\tpreferred\ts\n"
	"ay2\tTN\ttown\t\t\tar\tالعيون\tpreferred\ts\n"
	"kas\tTN\tcity\t\t\tar\tالقصرين\tpreferred\ts\n"
	"vos\tFR\tregion\t\t\tfr\tVosges\tpreferred\ts\n"
	"nil\t\triver\t\t\tfr\tNil\tpreferred\ts\n"
	"tdj\tDJ\ttown\t\t\tfr\tTadjourah\tpreferred\ts\n"
	"tly\tLY\ttown\t\t\tfr\tTajourah\tpreferred\ts\n"
	"tly\tLY\ttown\t\t\tfr\tTadjourah\tvariant\ts\n"
	"fr\tFR\tcountry\t\t\tfr\tFrance\tpreferred\ts\n"
	"fj\tJP\tcountry\t\t\tfr\tJapon\tpreferred\ts\n"
	"als\tFR\tregion\t\t\tfr\tAlsace\tpreferred\ts\n"
	"loz\tFR\tregion\t\t\tfr\tLozère\tpreferred\ts\n"
	"str\tFR\tcity\t\t\tfr\tStrasbourg\tpreferred\ts\n"
	"sa\tSA\tcountry\t\t\tar\tالسعودية\tpreferred\ts\n"
	"kud\tPS\tcity\t\t\tar\tالقدس\tpreferred\ts\n"
	"hai\tIL\tcity\t\t\tar\tحيفا\tpreferred\ts\n"
	"msi\tDZ\tcity\t\t\tar\tالمسيلة\tpreferred\ts\n"
	"tun\tTN\tcapital\t\t\tar\tتونس\tvariant\ts\n"
	"tun\tTN\tcapital\t\t\tar\tتونس العاصمة\tpreferred\ts\n"
	"lux\tEG\tcity\t\t\tar\tالأقصر\tpreferred\ts\n"
	"con\tDZ\tcity\t\t\tar\tقسنطينة\tpreferred\ts\n"
	"alg\tDZ\tcapital\t\t\tfr\tAlger\tpreferred\ts\n"
	"gre\tES\tcity\t\t\tfr\tGrenade\tpreferred\ts\n"
	"pe\tPE\tcountry\t\t\tfr\tPérou\tpreferred\ts\n"
	"per\tFR\ttown\t\t\tfr\tPérou\tpreferred\ts\n"
	"ler1\tML\ttown\t\t\tfr\tLéré\tpreferred\ts\n"
	"ler2\tTD\ttown\t\t\tfr\tLere\tvariant\ts\n"
	"ler2\tTD\ttown\t\t\tfr\tLéré\tpreferred\ts\n"
	"sah\t\tarea\t\t\tfr\tSahel\tpreferred\ts\n"
	"ru\tRU\tcountry\t\t\tar\tروسيا\tpreferred\ts\n";

/* Two threads of a test would share it; Criterion forks. */
static struct test_gazetteer data;
static norm_place_finder *finder;

static void setup(void)
{
	data = test_gazetteer_of_table(table);
	cr_assert_not_null(data.gazetteer);
	cr_assert_eq(norm_place_finder_new(data.gazetteer, &finder), NORM_OK);
}

static void teardown(void)
{
	norm_place_finder_free(finder);
	test_gazetteer_release(&data);
}

TestSuite(finder, .init = setup, .fini = teardown);

/* What was found, as "id:name id:name". */
static const char *found(const char *text)
{
	static char all[4096];
	norm_place_match match;
	norm_place place;
	size_t len = 0;
	all[0] = '\0';
	cr_assert_eq(norm_place_finder_read(finder, text, strlen(text)), NORM_OK);
	for (size_t i = 0; norm_place_finder_match(finder, i, &match); i++) {
		cr_assert(norm_gazetteer_place(data.gazetteer, match.place, &place));
		cr_assert(match.confidence > 0 && match.confidence <= 1);
		len += (size_t)snprintf(all + len, sizeof all - len, "%s%s:%.*s", i ? " " : "", place.id,
					(int)(match.end - match.start), text + match.start);
	}
	return all;
}

struct row {
	const char *text, *found;
};

static void check(const struct row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++)
		cr_expect_str_eq(found(rows[i].text), rows[i].found, "\"%s\": %s", rows[i].text, found(rows[i].text));
}
#define CHECK(rows) check(rows, sizeof rows / sizeof rows[0])

Test(finder, exact_offsets)
{
	static const struct row rows[] = {
		{"", ""},
		{"Mali", "a:Mali"},
		{"Les combats à Tinzaouatène.", "t:Tinzaouatène"},
		{"à Tin Zaouatine, à Tin-Zaouatine, à Tin\u00A0Zaouatine", "t:Tin Zaouatine t:Tin-Zaouatine t:Tin\u00A0Zaouatine"},
		{"à Tin\u00ADzaoua\u200Dtène et", "t:Tin\u00ADzaoua\u200Dtène"},
		{"à Abe\u0301che\u0301, où", "abe:Abe\u0301che\u0301"},
		{"au MALI, à ABECHE", "a:MALI abe:ABECHE"},
		{"à N'Djamena", "nd:N'Djamena"},
		{"في تِينْ زَوَاتِين.", "t:تِينْ زَوَاتِين"},
		{"في تينزواتين", "t:تينزواتين"},
		{"في مـالـي.", "a:مـالـي"},
		{"\u2067في مالي\u2069 أمس", "a:مالي"},
		{"في ما\u200Dلي", "a:ما\u200Dلي"},
		{"Le Mali et مالي", "a:Mali a:مالي"},
		{"aller au Mali\xFF, au \xC3Mali", "a:Mali a:Mali"},
	};
	CHECK(rows);
}

Test(finder, what_french_puts_before_a_name)
{
	static const struct row rows[] = {
		{"d’Abéché, l'Algérie", "abe:Abéché dz:Algérie"},
		{"au Caire, du Caire, Le Caire, le Caire", "caire:Caire caire:Caire caire:Le Caire caire:le Caire"},
		{"aux Comores", "km:Comores"},
		{"dans la bande de Gaza", "gaza:bande de Gaza"},
		{"un caire", ""},
	};
	CHECK(rows);
}

Test(finder, what_arabic_puts_before_a_name)
{
	static const struct row rows[] = {
		{"وبمالي فلمالي", "a:مالي a:مالي"},
		{"ومالي", ""}, /* and financial */
		{"وكيدال ومالي", "kidal:كيدال a:مالي"},
		{"الجزائر والجزائر وبالجزائر", "dz:الجزائر dz:الجزائر dz:الجزائر"},
		{"للجزائر وللقاهرة", "dz:لجزائر caire:لقاهرة"},
		{"و الجزائر", "dz:الجزائر"},
		{"إلى القاهره", "caire:القاهره"},
	};
	CHECK(rows);
}

Test(finder, words_end_where_names_do)
{
	static const struct row rows[] = {
		{"Malien, Maliens, Malinké, Kidalois, un Gaolien", ""},
		{"المالي والجزائري وماليون", ""},
		{"Kidal est calme, à Kidal Est aussi", "kidal:Kidal kest:Kidal Est"},
		{"Usa, USA", "us:USA"},
		{"من صورة", ""},
		{"Mali\nTin\nZaouatine", "a:Mali"},
		{"a@Mali.org, www.Mali.com, user_Mali", ""},
		{"Mali2, 2Mali", ""},
		{"ماليen, Maliعن", "a:مالي a:Mali"},
		{"في يو\uFEFB أمس، في يو\uFEFBم، في كيدال\uFEFB", "yola:يو\uFEFB"}, /* a ligature of two letters */
	};
	CHECK(rows);
}

Test(finder, names_of_others)
{
	static const struct row rows[] = {
		{"L’ancien président Ali Bongo est parti.", ""},
		{"M. Bongo a parlé au Gabon", ""},
		{"dans la ville de Bongo", "bongo:Bongo"},
		{"Maizières-lès-Gao, Gao-les-Bains", ""},
		{"Paris-Gao-Kidal", "kidal:Kidal"},
		{"Le Mali et Le Japon. La Libye", "a:Mali fj:Japon ly:Libye"},
		{"dit le ministre. Mali : frontières fermées", "a:Mali"},
		{"a vu M. Kidal", ""},
		{"selon Vosges Matin, dans les Vosges ce matin", "vos:Vosges"},
	};
	CHECK(rows);
}

Test(finder, ambiguous_names)
{
	static const struct row rows[] = {
		{"San Francisco, San Diego", ""},
		{"dans la ville de San", "san:San"},
		{"قيم التضامن الاجتماعي", ""},
		{"معتمدية التضامن", "tad:التضامن"},
		/* A clitic parts the name from the word in front, but not from one that asks for it. */
		{"وصف الوزير بالتضامن", ""},
		{"المنزل الكائن بالتضامن", "tad:التضامن"},
		{"dans la ville de San", "san:San"},
		{"dans la ville de San Cristobal", ""},
	};
	CHECK(rows);
}

Test(finder, the_countries_of_other_names_tell_which_place)
{
	static const struct row rows[] = {
		{"En Libye, des combats à Tripoli", "ly:Libye tl:Tripoli"},
		{"Au Liban, des combats à Tripoli", "lb:Liban tb:Tripoli"},
		/* a country, unless the text stays in another one */
		{"De France au Pérou", "fr:France pe:Pérou"},
		{"De Strasbourg, en France, par l’Alsace et la Lozère au Pérou", "str:Strasbourg fr:France als:Alsace loz:Lozère per:Pérou"},
		/* Else it is the one that is called so first of all. */
		{"des combats à Tadjourah", "tdj:Tadjourah"},
		{"En Libye, des combats à Tadjourah", "ly:Libye tly:Tadjourah"},
	};
	CHECK(rows);
}

Test(finder, adjectives_tell_the_country)
{
	static const struct row rows[] = {
		{"des combats à Tripoli", "tl:Tripoli"},
		{"dans la ville libanaise de Tripoli", "tb:Tripoli"},
		{"un journaliste espagnol de Tripoli", "tl:Tripoli"},
		{"في العيون التونسية", "ay2:العيون"},
		/* One place counts once, whatever forms it has: found() sees that nothing is surer than 1. */
		{"la localité tchadienne de Léré", "ler2:Léré"},
	};
	CHECK(rows);
}

Test(finder, what_follows_tells_where_a_place_lies)
{
	static const struct row rows[] = {
		{"بمعتمدية العيون من ولاية القصرين", "ay2:العيون kas:القصرين"},
		{"التقى بصيادة كبيرة", ""},
		{"بصيادة من ولاية القصرين", "say:صيادة kas:القصرين"},
		{"في العيون من ولاية القصرين", "ay2:العيون kas:القصرين"},
	};
	CHECK(rows);
}

Test(finder, names_in_a_list)
{
	static const struct row rows[] = {
		{"الأوضاع في الجزائر ومالي", "dz:الجزائر a:مالي"},
		{"تقرير اقتصادي ومالي", ""},
		{"أعلنت اليوم مالي والجزائر", "a:مالي dz:الجزائر"},
		{"أعلنت اليوم مالي", ""},
		{"Gao, Kidal et Grenade", "gao:Gao kidal:Kidal gre:Grenade"},
		{"Gao. Grenade explose", "gao:Gao"},
	};
	CHECK(rows);
}

/* على is on, and no name of a person, though keys have one letter for both. */
Test(finder, on_a_place)
{
	static const struct row rows[] = {
		{"سيطر الجيش على كيدال", "kidal:كيدال"},
		{"هجوم على القدس", "kud:القدس"},
	};
	CHECK(rows);
}

/* Behind the word for a town or a division stands no country. */
Test(finder, a_town_that_is_called_like_its_country)
{
	static const struct row rows[] = {
		{"في ولاية تونس", "tun:تونس"},
		{"بالعاصمة تونس", "tun:تونس"},
		{"في تونس", "tn:تونس"},
		{"دولة تونس", "tn:تونس"},
		{"السفر إلى تونس", "tn:تونس"},
	};
	CHECK(rows);
}

Test(finder, titles_before_first_names)
{
	static const struct row rows[] = {
		{"le colonel Moussa Gao a parlé", ""},
		{"Dr. Amadou Gao", ""},
		{"le colonel est à Gao", "gao:Gao"},
	};
	CHECK(rows);
}

Test(finder, titles)
{
	static const struct row rows[] = {
		{"la fondation \"La France s'engage\", créée", ""},
		{"la fondation « La France s’engage », créée", ""},
		{"La France s'engage à partir", "fr:France"},
		{"la PDG de France Médias Monde", ""},
		{"sur les bords du Nil", "nil:Nil"},
	};
	CHECK(rows);
}

Test(finder, names_of_bodies)
{
	static const struct row rows[] = {
		{"selon Les Dernières Nouvelles d'Alsace, la route", ""},
		{"selon Les Dernières Nouvelles d’Alsace, la route", ""},
		{"les vins d'Alsace", "als:Alsace"},
		{"rapporte France Bleu Gard Lozère.", ""},
		{"rapporte France 3 Alsace-Lozère.", ""},
		{"un village de la Lozère", "loz:Lozère"},
		{"أعلن لواء القدس", ""},
		{"مدينة القدس", "kud:القدس"},
	};
	CHECK(rows);
}

Test(finder, names_of_clubs)
{
	static const struct row rows[] = {
		{"L’Étoile du Sahel reçoit le MC Alger.", ""},
		{"au Sahel comme à Alger", "sah:Sahel alg:Alger"},
		{"فوز مولودية الجزائر على شباب قسنطينة", ""},
		{"شباب من قسنطينة", "con:قسنطينة"},
		{"بطولة أتلتيكو قسنطينة", ""},
	};
	CHECK(rows);
}

/* Capitals make a body of a name that has none; a heading and a train do not. */
Test(finder, acronyms)
{
	static const struct row rows[] = {
		{"selon MG France et BFM Alsace", ""},
		{"ALLER EN FRANCE, LE MALI GAGNE", "fr:FRANCE a:MALI"},
		{"PSG - Strasbourg", "str:Strasbourg"},
		{"le TGV Strasbourg-Alger", "str:Strasbourg alg:Alger"},
		{"LES INFORMATIONS Strasbourg", "str:Strasbourg"},
	};
	CHECK(rows);
}

/* A quotation mark stands between the word for a body and its name, or between the name of a body and an adjective. */
Test(finder, quoted_names)
{
	static const struct row rows[] = {
		{"شركة \"تونس للنقل\"", ""},
		{"le quotidien « Alger Soir »", ""},
		{"dit « Alger »", "alg:Alger"},
		{"نشرت صحيفة \"المدينة\" السعودية", ""},
		{"نشرت مجلة أفق السعودية", ""},
		{"نقل موقع \"روسيا اليوم\"", ""},
		{"وصل إلى روسيا اليوم", "ru:روسيا"},
	};
	CHECK(rows);
}

/* Behind a noun with the article an adjective follows, behind one without it or a verb a name. A name has no tanwin. */
Test(finder, arabic_adjectives_and_nouns)
{
	static const struct row rows[] = {
		{"وزارة الخارجية السعودية", ""},
		{"والخارجية السعودية", ""},
		{"للقوات السعودية", ""},
		{"القنابل المسيلة للدموع", ""},
		{"ملك السعودية", "sa:السعودية"},
		{"إلى السعودية", "sa:السعودية"},
		{"ألقت السعودية القبض", "sa:السعودية"},
		{"والي المسيلة", "msi:المسيلة"},
		{"وهو ما يمثل حيفاً آخر", ""},
		{"وهو ما يمثل حيفًا آخر", ""},
		{"في حيفا", "hai:حيفا"},
		{"الى السعودية", "sa:السعودية"},
		{"زار الوزير اليوم السعودية", "sa:السعودية"},
		{"كن الأقصر بين الجميع", ""},
		{"في مدينة الأقصر", "lux:الأقصر"},
		{"للبلديات الأقصر", ""},
	};
	CHECK(rows);
}

/* How sure the finder is of the only place of a text. */
static float confidence_of(const char *text)
{
	norm_place_match match;
	cr_assert_eq(norm_place_finder_read(finder, text, strlen(text)), NORM_OK);
	cr_assert(norm_place_finder_match(finder, 0, &match), "%s", text);
	return match.confidence;
}

/* Words are put together as cues have them: `au tour` is no `autour`. Their articles may be elided, and belong to them. */
Test(finder, cues_of_several_words)
{
	static const struct {
		const char *less, *more;
	} rows[] = {
		{"au tour de Strasbourg", "autour de Strasbourg"},
		{"la couleur de l’Alsace", "la préfecture de l’Alsace"},
		{"la couleur de la Lozère", "le conseil départemental de la Lozère"},
		{"un rappel de la Lozère", "la cour d’appel de la Lozère"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		cr_expect_lt(confidence_of(rows[i].less), confidence_of(rows[i].more), "%s", rows[i].more);
}

Test(finder, short_names_behind_clitics)
{
	static const struct row rows[] = {
		{"الملعب الأولمبي برادس", "rad:رادس"},
		{"الملعب ورادس", ""},
	};
	CHECK(rows);
}

Test(finder, the_form_that_is_written)
{
	norm_place_match match;
	norm_place_form form;
	static const char text[] = "à Tin Zaouatine";
	cr_assert_eq(norm_place_finder_read(finder, text, strlen(text)), NORM_OK);
	cr_assert(norm_place_finder_match(finder, 0, &match));
	cr_assert(norm_gazetteer_form(data.gazetteer, match.place, match.form, &form));
	cr_expect_str_eq(form.text, "Tin Zaouatine");
	cr_expect_eq(form.status, NORM_FORM_VARIANT);
	cr_expect_eq(match.kind, NORM_MATCH_WORD);
}

Test(finder, kinds)
{
	static const struct {
		const char *text;
		norm_match_kind kind;
	} rows[] = {
		{"Mali", NORM_MATCH_WORD}, {"l’Algérie", NORM_MATCH_WORD}, {"بمالي", NORM_MATCH_CLITIC},
		{"بالجزائر", NORM_MATCH_CLITIC}, {"للجزائر", NORM_MATCH_CONTRACTION}, {"au Caire", NORM_MATCH_CONTRACTION},
	};
	norm_place_match match;
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		cr_assert_eq(norm_place_finder_read(finder, rows[i].text, strlen(rows[i].text)), NORM_OK);
		cr_assert(norm_place_finder_match(finder, 0, &match), "%s", rows[i].text);
		cr_expect_eq(match.kind, rows[i].kind, "%s", rows[i].text);
	}
}

Test(finder, misuse)
{
	norm_place_finder *other = NULL;
	norm_place_match match;
	cr_expect_eq(norm_place_finder_new(NULL, &other), NORM_E_MISUSE);
	cr_expect_eq(norm_place_finder_new(data.gazetteer, NULL), NORM_E_MISUSE);
	cr_expect_eq(norm_place_finder_read(NULL, "", 0), NORM_E_MISUSE);
	cr_expect_eq(norm_place_finder_read(finder, NULL, 1), NORM_E_MISUSE);
	cr_expect_eq(norm_place_finder_read(finder, NULL, 0), NORM_OK);
	cr_expect_eq(norm_place_finder_read(finder, "x", (size_t)UINT32_MAX + 1), NORM_E_LIMIT);
	cr_expect_not(norm_place_finder_match(finder, 0, &match));
	cr_expect_not(norm_place_finder_match(NULL, 0, &match));
	norm_place_finder_free(NULL);
}

/* Names are found wherever the parts lie that are looked at at once. */
Test(finder, places_of_names)
{
	enum { LEN = 4300 };
	char *text = malloc(LEN + 64);
	cr_assert_not_null(text);
	for (size_t at = 4040; at < 4110; at++) {
		norm_place_match match;
		static const char name[] = " à Abéché en مالي. ";
		memset(text, 'x', LEN);
		memcpy(text + at, name, strlen(name));
		cr_assert_eq(norm_place_finder_read(finder, text, LEN), NORM_OK);
		cr_assert(norm_place_finder_match(finder, 0, &match), "%zu", at);
		cr_expect_eq(match.start, at + 4, "%zu", at);
		cr_expect_eq(match.end, at + 12, "%zu", at);
		cr_assert(norm_place_finder_match(finder, 1, &match), "%zu", at);
		cr_expect_eq(match.start, at + 16, "%zu", at);
	}
	free(text);
}
