/* SPDX-License-Identifier: MIT */
/** @file version.h Version of the library, at compile time and at run time. */
#ifndef LIBNORM_VERSION_H
#define LIBNORM_VERSION_H

#ifdef __cplusplus
extern "C" {
#endif

/** Version of the headers. configure.ac reads it from here. */
#define NORM_VERSION_MAJOR 0
#define NORM_VERSION_MINOR 1
#define NORM_VERSION_PATCH 0
#define NORM_VERSION_STRING "0.1.0"

/** Version of the library in use ("0.1.0"). Borrowed constant. */
const char *norm_version(void);

/** Version of the Unicode data the tables were made from ("15.0.0"). Borrowed constant. */
const char *norm_unicode_version(void);

#ifdef __cplusplus
}
#endif
#endif
