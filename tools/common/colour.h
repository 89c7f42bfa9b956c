/* SPDX-License-Identifier: MIT */
/* Colour on terminals: --color, NO_COLOR and TERM decide. */
#ifndef COMMON_COLOUR_H
#define COMMON_COLOUR_H

#include <stdbool.h>

enum colour { COLOUR_BOLD, COLOUR_DIM, COLOUR_RED, COLOUR_GREEN, COLOUR_YELLOW, COLOUR_CYAN };
enum colour_stream { COLOUR_STDOUT, COLOUR_STDERR };

/* Choose "auto", "always" or "never"; false when `when` is none of them. Without a call it is "auto". */
bool colour_choose(const char *when);

/* The sequence that starts or ends a colour on that stream; "" when it has none. */
const char *colour_on(enum colour_stream stream, enum colour colour);
const char *colour_off(enum colour_stream stream);

#endif
