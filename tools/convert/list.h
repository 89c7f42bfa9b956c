/* SPDX-License-Identifier: MIT */
/* Telling what there is: --list-profiles, --list-rules, --show-profile. They return an exit status. */
#ifndef CONVERT_LIST_H
#define CONVERT_LIST_H

#include <libnorm/norm.h>

#include "convert/options.h"

int list_profiles(const norm_context *context);
int list_rules(void);
int list_profile(const norm_context *context, const struct options *options);

#endif
