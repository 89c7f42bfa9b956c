/* SPDX-License-Identifier: MIT */
/* UTF-16 between paragraphs of bytes. For the files of encoding.h only. */
#ifndef REPAIR_ENCODING_UTF16_H
#define REPAIR_ENCODING_UTF16_H

#include "repair/encoding.h"

/*
 * Whether a paragraph that ends behind the byte 0A is in UTF-16: ENCODING_UTF16LE, ENCODING_UTF16BE, or ENCODING_UNSURE. In
 * little endian it begins with the second byte of the line feed before, if it is not the `first` of the text.
 */
enum encoding encoding_of_utf16(const uint8_t *text, size_t len, bool first);

#endif
