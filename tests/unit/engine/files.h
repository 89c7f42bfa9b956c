/* SPDX-License-Identifier: MIT */
/* A directory of files for one test. */
#ifndef UNIT_ENGINE_FILES_H
#define UNIT_ENGINE_FILES_H

#include <stddef.h>

/* The directory; made by files_begin(), removed with all that is in it by files_end(). */
extern char files_dir[];
void files_begin(void);
void files_end(void);

/* The path of a file there, in a buffer that the next call but three uses again. */
const char *files_path(const char *name);
void files_write(const char *name, const char *text);
void files_make_dir(const char *name);

#endif
