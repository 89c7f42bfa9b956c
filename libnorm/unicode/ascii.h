/* SPDX-License-Identifier: MIT */
/* The letters of ASCII: what loops over text ask for before they ask the tables. */
#ifndef UNICODE_ASCII_H
#define UNICODE_ASCII_H

#include <stdbool.h>
#include <stdint.h>

/* Whether a byte of UTF-8, or a code point, is one of A–Z and a–z. */
static inline bool ascii_is_letter(uint32_t cp)
{
	return (cp | 0x20) - 'a' < 26;
}

#endif
