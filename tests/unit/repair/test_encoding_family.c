/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include "repair/encoding.h"

#define BYTES(literal) (const uint8_t *)(literal), sizeof(literal) - 1

Test(encoding_family, byte_order_marks)
{
	cr_assert_eq(encoding_family_of(BYTES("\xEF\xBB\xBFvrai")), FAMILY_BYTES);
	cr_assert_eq(encoding_family_of(BYTES("\xFF\xFE\x41\x00")), FAMILY_UTF16LE);
	cr_assert_eq(encoding_family_of(BYTES("\xFE\xFF\x00\x41")), FAMILY_UTF16BE);
	cr_assert_eq(encoding_family_of(BYTES("\xFF\xFE\0\0\x41\0\0\0")), FAMILY_UTF32LE);
	cr_assert_eq(encoding_family_of(BYTES("\0\0\xFE\xFF\0\0\0\x41")), FAMILY_UTF32BE);
	cr_assert_eq(encoding_family_of(BYTES("\xFF\xFE")), FAMILY_UTF16LE);
}

Test(encoding_family, without_marks)
{
	cr_assert_eq(encoding_family_of(BYTES("L\0a\0 \0m\0e\0r\0")), FAMILY_UTF16LE);
	cr_assert_eq(encoding_family_of(BYTES("\0L\0a\0 \0m\0e\0r")), FAMILY_UTF16BE);
	cr_assert_eq(encoding_family_of(BYTES("\x27\x06\x44\x06\x28\x06\x2D\x06\x31\x06")), FAMILY_UTF16LE);
	cr_assert_eq(encoding_family_of(BYTES("\x06\x27\x06\x44\x06\x28\x06\x2D\x06\x31")), FAMILY_UTF16BE);
	cr_assert_eq(encoding_family_of(BYTES("L\0\0\0a\0\0\0\x28\x06\0\0")), FAMILY_UTF32LE);
	cr_assert_eq(encoding_family_of(BYTES("\0\0\0L\0\0\0a\0\0\x06\x28")), FAMILY_UTF32BE);
	/* Cut in the middle of a unit */
	cr_assert_eq(encoding_family_of(BYTES("L\0a\0 \0m\0e\0r")), FAMILY_UTF16LE);
	cr_assert_eq(encoding_family_of(BYTES("\0L\0a\0 \0m\0e\0")), FAMILY_UTF16BE);
	cr_assert_eq(encoding_family_of(BYTES("L\0\0\0a\0\0\0 \0")), FAMILY_UTF32LE);
}

Test(encoding_family, bytes)
{
	cr_assert_eq(encoding_family_of(BYTES("")), FAMILY_BYTES);
	cr_assert_eq(encoding_family_of(BYTES("a")), FAMILY_BYTES);
	cr_assert_eq(encoding_family_of(BYTES("\tLa mer\r\n\f\x1B[1mbleue\x1B[0m\x1A")), FAMILY_BYTES);
	cr_assert_eq(encoding_family_of(BYTES("D\xE9j\xE0 vu, d\xE9j\xE0 lu.\n")), FAMILY_BYTES);
	/* One paragraph of several is in UTF-16. */
	cr_assert_eq(encoding_family_of(BYTES("Il a plu hier, et il pleut encore.\nL\0a\0 \0m\0e\0r\0\n\0Demain aussi.\n")),
		     FAMILY_BYTES);
}

Test(encoding_family, binary)
{
	/* The beginnings of a program, a picture and an archive */
	cr_assert_eq(encoding_family_of(BYTES("\x7F" "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0")), FAMILY_BINARY);
	cr_assert_eq(encoding_family_of(BYTES("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\x02\x80\0\0\x01\xE0\x08\x06")), FAMILY_BINARY);
	cr_assert_eq(encoding_family_of(BYTES("PK\x03\x04\x14\0\0\0\x08\0\x1C\x95\x62\x51")), FAMILY_BINARY);
}

/* The name is asked of each text: it must not miss what the family tells. */
Test(encoding_family, names_of_wide_texts)
{
	cr_assert_str_eq(encoding_wide_name(BYTES("\xFF\xFE\x41\x42")), "UTF-16LE");
	cr_assert_str_eq(encoding_wide_name(BYTES("\xFE\xFF\x41\x42")), "UTF-16BE");
	cr_assert_str_eq(encoding_wide_name(BYTES("\xFF\xFE\0\0\x41\0\0\0")), "UTF-32LE");
	cr_assert_str_eq(encoding_wide_name(BYTES("\0\0\xFE\xFF\0\0\0\x41")), "UTF-32BE");
	cr_assert_str_eq(encoding_wide_name(BYTES("L\0a\0 \0m\0e\0r\0")), "UTF-16LE");
	cr_assert_str_eq(encoding_wide_name(BYTES("\x27\x06\x44\x06\x28\x06\x2D\x06\x31\x06")), "UTF-16LE");
	cr_assert_str_eq(encoding_wide_name(BYTES("\x06\x27\x06\x44\x06\x28\x06\x2D\x06\x31")), "UTF-16BE");
	cr_assert_str_eq(encoding_wide_name(BYTES("\0\0\0L\0\0\0a\0\0\x06\x28")), "UTF-32BE");
	cr_assert_null(encoding_wide_name(BYTES("")));
	cr_assert_null(encoding_wide_name(BYTES("La mer")));
	cr_assert_null(encoding_wide_name(BYTES("\xEF\xBB\xBFvrai")));
	cr_assert_null(encoding_wide_name(BYTES("\x7F" "ELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\x3E\0")));
}
