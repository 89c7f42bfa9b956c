/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "libnorm/translit.h"
#include "support/random_name.h"

static norm_translit *open_scheme(const char *scheme, bool reverse)
{
	norm_translit *translit = NULL;
	norm_error error;
	cr_assert_eq(norm_translit_new(getenv("LIBNORM_DATA"), scheme, reverse, &translit, &error), NORM_OK, "%s:%u: %s",
		     error.file, error.line, error.subject);
	return translit;
}

static void write_text(norm_translit *translit, const char *in, size_t len, struct buffer *ret)
{
	const char *text;
	size_t text_len;
	cr_assert_eq(norm_translit_write(translit, in, len, &text, &text_len), NORM_OK);
	cr_expect_eq(strlen(text), text_len);
	ret->len = 0;
	buffer_append(ret, text, text_len);
}

static const char *const schemes[] = {"bgn-pcgn-1956", "ungegn-2017", "iso-233-2", "din-31635", "buckwalter"};
enum { SCHEMES = sizeof schemes / sizeof *schemes };

/* All that the table has, and texts made of it at random: what comes back is what went in. */
Test(translit, buckwalter_is_reversible)
{
	static const char *const letters[] = {
		"ء", "آ", "أ", "ؤ", "إ", "ئ", "ا", "ب", "ة", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر", "ز", "س", "ش",
		"ص", "ض", "ط", "ظ", "ع", "غ", "ـ", "ف", "ق", "ك", "ل", "م", "ن", "ه", "و", "ى", "ي", "پ", "چ", "ڤ", "گ",
		"\u0671", " ", "\u064B", "\u064C", "\u064D", "\u064E", "\u064F", "\u0650", "\u0651", "\u0652", "\u0670",
	};
	enum { LETTERS = sizeof letters / sizeof *letters, MARKS = 9 };
	norm_translit *there = open_scheme("buckwalter", false), *back = open_scheme("buckwalter", true);
	struct random random = {7};
	struct buffer text = {0}, latin = {0}, again = {0};
	for (size_t round = 0; round < 2000; round++) {
		text.len = 0;
		for (size_t i = round < LETTERS ? 1 : random_below(&random, 30); i > 0; i--) {
			/* A mark stands alone behind its letter, so that the text is in NFC. */
			size_t letter = round < LETTERS ? round : random_below(&random, LETTERS - MARKS);
			buffer_append_text(&text, letters[letter]);
			if (round >= LETTERS && random_once_in(&random, 2))
				buffer_append_text(&text, letters[LETTERS - 1 - random_below(&random, MARKS)]);
		}
		write_text(there, (const char *)text.at, text.len, &latin);
		for (size_t i = 0; i < latin.len; i++)
			cr_assert(latin.at[i] < 0x80, "no ASCII: %.*s", (int)latin.len, (const char *)latin.at);
		write_text(back, (const char *)latin.at, latin.len, &again);
		cr_assert(again.len == text.len && (!text.len || !memcmp(again.at, text.at, text.len)), "%.*s became %.*s",
			  (int)text.len, (const char *)text.at, (int)again.len, (const char *)again.at);
	}
	buffer_release(&text);
	buffer_release(&latin);
	buffer_release(&again);
	norm_translit_free(there);
	norm_translit_free(back);
}

/* Latin text stays, random text gives valid text, and no letter of Arabic is left. */
Test(translit, laws)
{
	for (size_t i = 0; i < SCHEMES; i++) {
		norm_translit *translit = open_scheme(schemes[i], false);
		struct random random = {i};
		struct buffer name = {0}, out = {0};
		write_text(translit, "Abéché, N’Djaména", strlen("Abéché, N’Djaména"), &out);
		cr_expect(out.len == strlen("Abéché, N’Djaména") && !memcmp(out.at, "Abéché, N’Djaména", out.len));
		write_text(translit, NULL, 0, &out);
		cr_expect_eq(out.len, 0);
		write_text(translit, "\xFF", 1, &out);
		cr_expect(out.len == 3 && !memcmp(out.at, "\uFFFD", 3));
		for (size_t round = 0; round < 500; round++) {
			random_name(&random, &name);
			write_text(translit, (const char *)name.at, name.len, &out);
			cr_expect(i == 4 || !memmem(out.at, out.len, "ي", 2), "%.*s", (int)out.len, (const char *)out.at);
			cr_expect(!memmem(out.at, out.len, "\uE000", 3));
		}
		buffer_release(&name);
		buffer_release(&out);
		norm_translit_free(translit);
	}
}

Test(translit, long_texts)
{
	static char text[NORM_TRANSLIT_MAX + 2];
	for (size_t i = 0; i + 1 < sizeof text; i += 2)
		memcpy(text + i, i % 40 ? "ب" : " \n", 2);
	for (size_t i = 0; i < SCHEMES; i++) {
		norm_translit *translit = open_scheme(schemes[i], false);
		const char *ret;
		size_t len;
		cr_expect_eq(norm_translit_write(translit, text, NORM_TRANSLIT_MAX, &ret, &len), NORM_OK);
		cr_expect_eq(norm_translit_write(translit, text, NORM_TRANSLIT_MAX + 1, &ret, &len), NORM_E_LIMIT);
		norm_translit_free(translit);
	}
}

Test(translit, errors)
{
	norm_translit *translit = NULL;
	norm_error error;
	const char *data = getenv("LIBNORM_DATA"), *ret;
	size_t len;
	cr_expect_eq(norm_translit_new(data, "klingon", false, &translit, &error), NORM_E_DATA);
	cr_expect_eq(error.code, NORM_ERROR_UNREADABLE);
	cr_expect(strstr(error.file, "/translit/klingon.txt"));
	cr_expect_eq(norm_translit_new(data, "../translit/buckwalter", false, &translit, &error), NORM_E_MISUSE);
	cr_expect_eq(norm_translit_new(data, "", false, &translit, NULL), NORM_E_MISUSE);
	cr_expect_eq(norm_translit_new(data, NULL, false, &translit, NULL), NORM_E_MISUSE);
	cr_expect_eq(norm_translit_new(data, "buckwalter", false, NULL, NULL), NORM_E_MISUSE);
	for (size_t i = 0; i + 1 < SCHEMES; i++)
		cr_expect_eq(norm_translit_new(data, schemes[i], true, &translit, NULL), NORM_E_MISUSE);
	cr_expect_null(translit);
	cr_expect_eq(norm_translit_write(NULL, "", 0, &ret, &len), NORM_E_MISUSE);
	norm_translit_free(NULL);
}
