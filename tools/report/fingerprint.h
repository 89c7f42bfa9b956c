/* SPDX-License-Identifier: MIT */
/* What a finding is known by when its text has moved. */
#ifndef REPORT_FINGERPRINT_H
#define REPORT_FINGERPRINT_H

#include <stdint.h>

#include <libnorm/norm.h>

#include "report/finding.h"

/*
 * A hash of what stands there, and of the letters beside it on its line as the profile "search" makes them, without spaces. So
 * it stays when lines move, and when what is beside it is put right; and it changes with the words.
 */
uint64_t fingerprint_of(const norm_profile *search, const struct finding *finding);

#endif
