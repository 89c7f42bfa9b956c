/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <string.h>

#include "libnorm/norm.h"

static bool has_key(const char *name, const char *key)
{
	uint64_t keys[NORM_NAME_KEYS];
	size_t count = norm_name_keys(name, strlen(name), keys, NORM_NAME_KEYS);
	for (size_t i = 0; i < count; i++) {
		char text[32];
		norm_name_key_text(keys[i], text, sizeof text);
		if (!strcmp(text, key))
			return true;
	}
	return false;
}

static bool share_key(const char *a, const char *b)
{
	uint64_t keys[NORM_NAME_KEYS];
	size_t count = norm_name_keys(a, strlen(a), keys, NORM_NAME_KEYS);
	for (size_t i = 0; i < count; i++) {
		char text[32];
		norm_name_key_text(keys[i], text, sizeof text);
		if (has_key(b, text))
			return true;
	}
	return false;
}

Test(name_key, has_the_consonants_by_class)
{
	static const char *const cases[][2] = {
	    {"Tin Zaouatine", "TNZTN"}, {"Tinzaouatène", "TNZTN"}, {"Tinzawaten", "TNZTN"}, {"TINZAWATINE", "TNZTN"},
	    {"تين زواتين", "TNZTN"},   {"تينزاواتين", "TNZTN"},  {"تنزواتين", "TNZTN"},   {"تِنْـزَواتين", "TNZTN"},
	    {"Abéché", "BS"},           {"أبشي", "BS"},           {"Tchad", "SD"},          {"Tchad", "TSD"},
	    {"تشاد", "TSD"},            {"Djelfa", "JLF"},        {"الجلفة", "LJLF"},       {"الجلفة", "JLF"},
	    {"Giza", "JZ"},             {"Giza", "KZ"},           {"الجيزة", "KZ"},         {"Guelma", "KLM"},
	    {"Cirta", "ZRT"},           {"Çirta", "ZRT"},         {"Khartoum", "XRTM"},     {"Philae", "FL"},
	    {"ذمار", "DMR"},            {"ذمار", "ZMR"},          {"زاوية كنتة", "ZTKNT"},  {"زاوية كنتة", "ZKNT"},
	    {"El Oued", "LD"},          {"El Oued", "D"},         {"Oued Jemaa", "DJM"},    {"Aït Chaïb", "TSB"},
	    {"Had Dra", "DDR"},         {"Hadra", "DR"},           {"Aoua", "-"},
	    {"ولاية الجلفة", "JLF"},   {"État de Taraba", "TRB"}, {"Est", "-"},             {"الشرقية", "-"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		cr_expect(has_key(cases[i][0], cases[i][1]), "%s should have %s", cases[i][0], cases[i][1]);
}

Test(name_key, is_shared_by_the_spellings_of_a_name)
{
	static const char *const cases[][2] = {
	    {"Tin-Zaouatine", "تينزواتين"},      {"Serguei Lavrov", "سيرغي لافروف"}, {"Choguel Maïga", "شوغيل مايغا"},
	    {"N'Djaména", "نجامينا"},             {"Nouakchott", "نواكشوط"},          {"Chinguetti", "شنقيط"},
	    {"wilaya de Batna", "ولاية باتنة"},   {"Logone Oriental", "لوقون الشرقي"}, {"Ghardaïa", "غرداية"},
	    {"Khemisset Chaouia", "الخميسات الشاوية"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		cr_expect(share_key(cases[i][0], cases[i][1]), "%s and %s", cases[i][0], cases[i][1]);
	cr_expect(!share_key("Tombouctou", "Kidal"));
}

Test(name_key, has_none_without_letters)
{
	static const char *const cases[] = {"", " ", "-’", "\xFF\xFE", "тест", "\u064B\u0640"};
	uint64_t key = 7;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		cr_expect_eq(norm_name_keys(cases[i], strlen(cases[i]), &key, 1), 0, "%s", cases[i]);
	cr_expect_eq(key, 7);
	cr_expect_eq(norm_name_keys(NULL, 0, NULL, 0), 0);
}

Test(name_key, counts_what_does_not_fit)
{
	uint64_t all[NORM_NAME_KEYS], few[2] = {0, 7};
	const char *name = "ولاية الجلفة";
	size_t count = norm_name_keys(name, strlen(name), all, NORM_NAME_KEYS);
	cr_assert_gt(count, 2);
	cr_expect_eq(norm_name_keys(name, strlen(name), few, 1), count);
	cr_expect_eq(few[0], all[0]);
	cr_expect_eq(few[1], 7);
}

Test(name_key, of_long_names_is_full)
{
	static char name[10000];
	uint64_t keys[NORM_NAME_KEYS];
	char text[32];
	for (size_t i = 0; i < sizeof name; i++)
		name[i] = "gede"[i % 4];
	size_t count = norm_name_keys(name, sizeof name, keys, NORM_NAME_KEYS);
	cr_expect_eq(count, NORM_NAME_KEYS);
	for (size_t i = 0; i < count; i++)
		cr_expect_eq(norm_name_key_text(keys[i], text, sizeof text), 16);
}

Test(name_key, text_is_cut)
{
	uint64_t key;
	char text[4] = "zzz";
	norm_name_keys("Tombouctou", 10, &key, 1);
	cr_expect_eq(norm_name_key_text(key, text, sizeof text), 5);
	cr_expect_str_eq(text, "TMB");
	cr_expect_eq(norm_name_key_text(key, NULL, 0), 5);
}
