/* SPDX-License-Identifier: MIT */
/* Moving over a text as it came, which need not be UTF-8: columns are its code points. */
#ifndef CONVERT_SOURCE_POSITION_H
#define CONVERT_SOURCE_POSITION_H

#include "common/position.h"

/*
 * Like position_advance(). `encoding` is what norm_stream_encoding() says: UTF-16 and UTF-32 are counted by their units; else a byte
 * that is not UTF-8 is a character of its own, as it is in all code pages.
 */
void source_position_advance(struct position *position, const char *encoding, const char *bytes, size_t len);

#endif
