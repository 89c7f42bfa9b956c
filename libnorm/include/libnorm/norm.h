/* SPDX-License-Identifier: MIT */
/**
 * @file norm.h
 * libnorm: normalise mixed French–Arabic text. This header includes all others but
 * translit.h, which belongs to a library of its own, libnorm-translit.
 *
 * Conventions, everywhere: offsets and lengths are bytes of UTF-8 unless they say otherwise. A
 * returned pointer is borrowed; what comes through a `ret` parameter belongs to the caller. The
 * library never prints, never reads the environment, never changes the locale, never exits, and
 * keeps no mutable global state.
 */
#ifndef LIBNORM_NORM_H
#define LIBNORM_NORM_H

#include "apply.h"
#include "context.h"
#include "edits.h"
#include "encoding.h"
#include "gazetteer.h"
#include "gazetteer_builder.h"
#include "levels.h"
#include "names.h"
#include "place_finder.h"
#include "profile.h"
#include "romanise.h"
#include "rules.h"
#include "status.h"
#include "stream.h"
#include "version.h"

#endif
