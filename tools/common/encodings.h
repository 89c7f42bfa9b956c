/* SPDX-License-Identifier: MIT */
/* Encodings that the user names, and input that is in none: what a tool refuses before it reads. */
#ifndef COMMON_ENCODINGS_H
#define COMMON_ENCODINGS_H

#include <stdbool.h>
#include <stddef.h>

/* Whether there is an encoding of the `name` that was given to --OPTION. False after a message. */
bool encodings_check(const char *option, const char *name);

/* Whether input that starts with these bytes is binary, no text; of a few bytes nobody can say it. */
bool encodings_is_binary(const char *head, size_t len);

#endif
