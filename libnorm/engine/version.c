/* SPDX-License-Identifier: MIT */
#include "libnorm/version.h"

#include "unicode/tables.h"

const char *norm_version(void)
{
	return NORM_VERSION_STRING;
}

const char *norm_unicode_version(void)
{
	return unicode_version;
}
