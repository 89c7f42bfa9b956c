/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "libnorm/norm.h"

static double score(const char *a, const char *b)
{
	return norm_name_score(a, strlen(a), b, strlen(b), NULL);
}

Test(name_score, takes_spellings_of_one_name_for_one)
{
	static const char *const cases[][2] = {
	    {"Tinzaouatène", "Tin Zaouatine"},  {"Tinzaouatène", "Tinzawaten"}, {"Tin Zaouatine", "Tinzawatine"},
	    {"تين زواتين", "تينزاواتين"},        {"تين زواتين", "تنزواتين"},      {"Tinzaouatène", "تين زواتين"},
	    {"Tinzawaten", "تنزواتين"},          {"Serguei", "Sergueï"},          {"Serguei Lavrov", "Sergueï Lavrov"},
	    {"Sergueï Lavrov", "سيرغي لافروف"}, {"Choguel Maïga", "شوغيل مايغا"}, {"Nouakchott", "نواكشوط"},
	    {"Logone Oriental", "لوقون الشرقي"}, {"Lac Tchad", "بحيرة تشاد"},     {"wilaya de Batna", "باتنة"},
	    {"Est", "الشرق"},                    {"Ghardaïa", "غرداية"},          {"Fès", "Fes"},
	    {"La Soukra", "سكرة"},               {"Le Bardo", "باردو"},           {"L’Ariana", "أريانة"},
	    {"La Marsa", "المرسى"},              {"Tanta premier", "أول طنطا"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		cr_expect_geq(score(cases[i][0], cases[i][1]), NORM_NAME_SAME, "%s and %s: %f", cases[i][0], cases[i][1],
			      score(cases[i][0], cases[i][1]));
}

Test(name_score, keeps_other_names_apart)
{
	static const char *const cases[][2] = {
	    {"Tombouctou", "كيدال"},     {"Darfour-Nord", "جنوب دارفور"}, {"Gafsa Nord", "قفصة الجنوبية"},
	    {"Sidi Ali", "سيدي عمر"},    {"Est", "الغرب"},                {"Oran", "Bamako"},
	    {"Ouargla", "Constantine"}, {"", "باتنة"},                   {"1", "باتنة"},
	    {"أول طنطا", "ثان طنطا"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		cr_expect_lt(score(cases[i][0], cases[i][1]), NORM_NAME_SAME, "%s and %s: %f", cases[i][0], cases[i][1],
			     score(cases[i][0], cases[i][1]));
}

Test(name_score, of_long_names_is_that_of_their_beginning)
{
	static char a[10000], b[10000];
	memset(a, 'b', sizeof a);
	memset(b, 'b', sizeof b);
	b[9999] = 'c';
	cr_expect_geq(norm_name_score(a, sizeof a, b, sizeof b, NULL), NORM_NAME_SAME);
	b[0] = 'c';
	cr_expect_leq(norm_name_score(a, sizeof a, b, sizeof b, NULL), 1);
}

/* The spans of a part are `a` and `b`. */
static void check_part(const char *names[2], const norm_name_part *part, const char *a, const char *b)
{
	cr_expect(part->a_end - part->a_start == strlen(a) && !strncmp(names[0] + part->a_start, a, strlen(a)), "%s: %zu–%zu", a,
		  part->a_start, part->a_end);
	cr_expect(part->b_end - part->b_start == strlen(b) && !strncmp(names[1] + part->b_start, b, strlen(b)), "%s: %zu–%zu", b,
		  part->b_start, part->b_end);
}

Test(name_score, explains_itself)
{
	const char *names[2] = {"Lac Djelfa", "بحيرة جلفة"};
	norm_name_part parts[NORM_NAME_PARTS];
	size_t count = norm_name_explain(names[0], strlen(names[0]), names[1], strlen(names[1]), NULL, parts, NORM_NAME_PARTS);
	cr_assert_geq(count, 4);
	cr_expect_eq(parts[0].kind, NORM_NAME_SOUND);
	check_part(names, &parts[0], "Dj", "ج");
	cr_expect_gt(parts[0].weight, 1);
	cr_expect_eq(parts[count - 1].kind, NORM_NAME_MEANING);
	check_part(names, &parts[count - 1], "Lac", "بحيرة");
	cr_expect_eq(norm_name_explain(names[0], strlen(names[0]), names[1], strlen(names[1]), NULL, NULL, 0), count);
	cr_expect_eq(norm_name_explain("", 0, names[1], strlen(names[1]), NULL, NULL, 0), 0);
}

Test(name_score, says_which_words_are_ignored)
{
	const char *names[2] = {"باتنة", "wilaya de Batna"};
	norm_name_part parts[NORM_NAME_PARTS];
	size_t count = norm_name_explain(names[0], strlen(names[0]), names[1], strlen(names[1]), NULL, parts, NORM_NAME_PARTS);
	cr_assert_gt(count, 0);
	cr_expect_eq(parts[count - 1].kind, NORM_NAME_IGNORED);
	check_part(names, &parts[count - 1], "", "wilaya");
}
