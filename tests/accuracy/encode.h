/* SPDX-License-Identifier: MIT */
/* Writes true text in the encodings of old: the other way round of what repair/encoding.h reads. */
#ifndef ACCURACY_ENCODE_H
#define ACCURACY_ENCODE_H

#include "accuracy/mixed.h"
#include "base/buffer.h"
#include "repair/encoding.h"

/*
 * Append what such a file has to `bytes`, and leave in `text` what can be written so: for marks that the encoding lacks their
 * like in ASCII, nothing for other characters. For cp864 the letters of Arabic become presentation forms. With `right_to_left`, MacArabic has its second set of ASCII marks
 * behind Arabic letters, as that system wrote them.
 */
void encode(struct characters *text, enum encoding encoding, bool right_to_left, struct buffer *bytes);

#endif
