/* SPDX-License-Identifier: MIT */
/*
 * Functions that this project does not call. The build includes this header at the top of every source file
 * of the library and the tools, so that a call does not compile. What to use instead stands beside each name.
 */
#ifndef BASE_BANNED_H
#define BASE_BANNED_H

/* Headers that declare the banned names have to come first. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define BANNED(function) function##_is_banned_see_base_banned_h

/* Copies that do not know the size of what they write to: memcpy(), struct buffer, snprintf(). */
#undef strcpy
#undef strncpy
#undef stpcpy
#undef stpncpy
#undef strcat
#undef strncat
#undef sprintf
#undef vsprintf
#undef gets
#define strcpy(to, from) BANNED(strcpy)
#define strncpy(to, from, size) BANNED(strncpy)
#define stpcpy(to, from) BANNED(stpcpy)
#define stpncpy(to, from, size) BANNED(stpncpy)
#define strcat(to, from) BANNED(strcat)
#define strncat(to, from, size) BANNED(strncat)
#define sprintf(...) BANNED(sprintf)
#define vsprintf(...) BANNED(vsprintf)
#define gets(to) BANNED(gets)

/* Hidden state shared by all threads: strcspn(), and localtime_r() and its like. */
#undef strtok
#undef localtime
#undef gmtime
#undef ctime
#undef asctime
#define strtok(text, separators) BANNED(strtok)
#define localtime(time) BANNED(localtime)
#define gmtime(time) BANNED(gmtime)
#define ctime(time) BANNED(ctime)
#define asctime(time) BANNED(asctime)

/* No way to tell an error from a number: strtol() and its like. */
#undef atoi
#undef atol
#undef atoll
#undef atof
#define atoi(text) BANNED(atoi)
#define atol(text) BANNED(atol)
#define atoll(text) BANNED(atoll)
#define atof(text) BANNED(atof)

#endif
