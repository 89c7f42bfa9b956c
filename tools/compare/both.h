/* SPDX-License-Identifier: MIT */
/* Two threads for two texts. */
#ifndef COMPARE_BOTH_H
#define COMPARE_BOTH_H

/* Call work() for both at the same time; it may use nothing that the other one changes. Back when both are done. */
void both_run(void (*work)(void *), void *one, void *other);

#endif
