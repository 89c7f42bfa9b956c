/* SPDX-License-Identifier: MIT */
/* The slow path of the machine; its entrance is machine_island(). */
#ifndef ENGINE_ISLAND_H
#define ENGINE_ISLAND_H

#include "engine/machine.h"

/* Run the rule steps over machine->items, which have been read up to `to`. Returns whether they have changed something. */
bool island_run_rules(struct machine *machine, const uint8_t *to);

#endif
