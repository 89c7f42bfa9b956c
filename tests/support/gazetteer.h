/* SPDX-License-Identifier: MIT */
/* Use of a gazetteer, whatever is in it. */
#ifndef SUPPORT_GAZETTEER_H
#define SUPPORT_GAZETTEER_H

#include <stddef.h>

#include "libnorm/gazetteer.h"

/*
 * Ask everything of the first places, and of some names and ids. Returns how many places and forms there were; what is wrong
 * in `*wrong`, which is NULL when nothing is: in a whole gazetteer each form is found by its name.
 */
size_t gazetteer_use(const norm_gazetteer *gazetteer, const char **wrong);

#endif
