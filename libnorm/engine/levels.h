/* SPDX-License-Identifier: MIT */
/*
 * Levels of a block over which a machine runs: of the paragraphs that its rules ask about they are what the rules have read, and
 * only the others are read for themselves.
 */
#ifndef ENGINE_LEVELS_H
#define ENGINE_LEVELS_H

#include "libnorm/levels.h"
#include "text/scope_inside.h"

bool levels_are_of(const norm_levels *levels, const norm_profile *profile);
/* The machine of this scope is about to run over a block. */
void levels_follow(norm_levels *levels, struct scope *scope, const uint8_t *block, size_t len);
/* It has done so: all of the block is read now. NORM_OK or NORM_E_NOMEM. */
norm_status levels_catch_up(norm_levels *levels, struct scope *scope);

#endif
