/* SPDX-License-Identifier: MIT */
/* ICU, loaded when it is needed, and what becomes of it when it is not there. */
#include <criterion/criterion.h>

#include <pthread.h>
#include <string.h>

#include "repair/decoder.h"
#include "repair/icu.h"

Test(icu, is_the_one_of_the_headers)
{
	struct icu icu;
	cr_assert_eq(icu_load(ICU_LIBRARY, &icu), NORM_OK, "%s", ICU_LIBRARY);
	UErrorCode error = U_ZERO_ERROR;
	UConverter *converter = icu.ucnv_open("windows-1256", &error);
	cr_assert_eq(icu_open_status(error), NORM_OK);
	UChar unit = 0, *unit_end = &unit;
	const char *in = "\xC7"; /* U+0627 ARABIC LETTER ALEF */
	icu.ucnv_toUnicode(converter, &unit_end, &unit + 1, &in, in + 1, NULL, true, &error);
	cr_expect_eq(unit, 0x0627);
	icu.ucnv_close(converter);
}

/* No library at all, and one that has nothing of ICU. */
Test(icu, is_missed)
{
	static const char *const others[] = {"libicuuc.so.0", "libm.so.6"};
	for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
		struct icu icu = {0}, untouched = {0};
		cr_expect_eq(icu_load(others[i], &icu), NORM_E_LIBRARY, "%s", others[i]);
		cr_expect(!memcmp(&icu, &untouched, sizeof icu), "%s", others[i]);
	}
}

Test(icu, knows_its_names)
{
	struct decoder *decoder = NULL;
	cr_expect_eq(decoder_open("encoding-of-nobody", false, &decoder), NORM_E_NO_ENCODING);
	cr_expect_null(decoder);
	cr_assert_eq(decoder_open("Windows_1256", true, &decoder), NORM_OK);
	decoder_free(decoder);
}

static void *open_many(void *failures)
{
	for (int i = 0; i < 100; i++) {
		struct decoder *decoder = NULL;
		if (decoder_open(i % 2 ? "macintosh" : "ISO-8859-6", false, &decoder) != NORM_OK)
			++*(size_t *)failures;
		decoder_free(decoder);
	}
	return NULL;
}

Test(icu, is_loaded_by_several_threads)
{
	pthread_t threads[4];
	size_t failures[4] = {0};
	for (size_t i = 0; i < 4; i++)
		cr_assert_eq(pthread_create(&threads[i], NULL, open_many, &failures[i]), 0);
	for (size_t i = 0; i < 4; i++) {
		pthread_join(threads[i], NULL);
		cr_expect_eq(failures[i], 0);
	}
}

Test(icu, is_not_asked_for_utf8)
{
	static const struct {
		const char *name;
		bool is;
	} rows[] = {
	    {"UTF-8", true}, {"utf8", true}, {"Utf_8", true}, {"UTF 8", true}, {"", false}, {"UTF-", false},
	    {"UTF-88", false}, {"UTF-16", false}, {"UTF-8x", false}, {"xUTF-8", false}, {"CESU-8", false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		cr_expect_eq(decoder_is_utf8(rows[i].name), rows[i].is, "%s", rows[i].name);
}
