/* SPDX-License-Identifier: MIT */
/* Two threads for two texts, or for two halves. */
#ifndef COMPARE_BOTH_H
#define COMPARE_BOTH_H

/* A thread costs more than to look at so few tokens. */
enum { BOTH_TOKENS = 1 << 18 };

/* Call work() for both at the same time; it may use nothing that the other one changes. Back when both are done. */
void both_run(void (*work)(void *), void *one, void *other);

#endif
