/* SPDX-License-Identifier: MIT */
/* A paragraph as a profile sees it, for the scope of rule steps. */
#ifndef ENGINE_SEE_H
#define ENGINE_SEE_H

#include "text/scope_inside.h"

/* A scope_see_fn; the user is the profile. */
scope_see_fn engine_see;
/* A scope_broken_fn, the same. */
scope_broken_fn engine_is_broken;

#endif
