/* SPDX-License-Identifier: MIT */
/* What single code pages say against themselves beyond the pairs of letters. For the files of encoding.h only. */
#ifndef REPAIR_ENCODING_VOTES_H
#define REPAIR_ENCODING_VOTES_H

#include "repair/codepage.h"

/* How many places in a paragraph are as no text in that code page is written. */
long encoding_oddities(enum codepage page, const uint8_t *text, const uint8_t *end);

#endif
