/* SPDX-License-Identifier: MIT */
/* Names of files where not every byte can stand: such bytes are written as %XX. "./" in front of a name says nothing and is left out. */
#ifndef REPORT_FILE_NAME_H
#define REPORT_FILE_NAME_H

#include "common/bytes.h"

/* Append it as a reference to a URI: "texts/d%C3%A9p%C3%AAche.txt", "file:///texts/a%20b.txt". */
void file_name_append_uri(struct bytes *bytes, const char *file);
/* Append it for people, as a cell of a table: controls, "%" and "#" do not stand in it. */
void file_name_append_cell(struct bytes *bytes, const char *file);

#endif
