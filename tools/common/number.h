/* SPDX-License-Identifier: MIT */
/* Numbers as the user's language writes them. What programs read has bytes_append_number(). */
#ifndef COMMON_NUMBER_H
#define COMMON_NUMBER_H

#include "common/bytes.h"

/* With its groups parted. */
void number_append(struct bytes *bytes, uint64_t number);
/* With so many decimals, and without groups. */
void number_append_fixed(struct bytes *bytes, double number, int decimals);
/* Rounded: "12.3", "123". */
void number_append_rounded(struct bytes *bytes, double number);
/* A share: "12.3 %"; that of nothing is 0. */
void number_append_percent(struct bytes *bytes, uint64_t part, uint64_t whole);

#endif
