/* SPDX-License-Identifier: MIT */
/*
 * Findings that are known: a text file with a line for each, "FILE tab RULE tab FINGERPRINT", sorted by bytes, with comments
 * behind "#". A fingerprint is that of fingerprint.h, and which of those that share it in the file: "0123456789abcdef:1". Lines of
 * two such files together are such a file, whatever their order; so git can merge them.
 */
#ifndef REPORT_BASELINE_H
#define REPORT_BASELINE_H

#include <stdbool.h>

#include <libnorm/norm.h>

#include "report/finding.h"

struct baseline;

/*
 * Read the findings in `known` (NULL: there is no such file), and gather those of this run for `fresh` (NULL: not to be written).
 * With `fresh` all findings count as known. With neither, none does, and findings get their fingerprints only.
 * Both names and the profile "search" have to stay. @return NULL after a message.
 */
struct baseline *baseline_new(const norm_profile *search, const char *known, const char *fresh);
/* Lent. */
struct finding_filter *baseline_filter(struct baseline *baseline);
/*
 * At the end of the run: write the new file, with what the old one knows of files that were not read whole; or say how many of the known
 * findings are there no longer. @return false after a message.
 */
bool baseline_finish(struct baseline *baseline);
void baseline_free(struct baseline *baseline);

#endif
