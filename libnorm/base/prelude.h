/* SPDX-License-Identifier: MIT */
/*
 * Included by the build at the top of every source file of the library, after config.h. Symbols are hidden
 * (-fvisibility=hidden) except the functions that the public headers declare, which are read here first.
 */
#ifndef BASE_PRELUDE_H
#define BASE_PRELUDE_H

#pragma GCC visibility push(default)
#include <libnorm/norm.h>
#pragma GCC visibility pop

#include "base/banned.h"

#endif
