/* SPDX-License-Identifier: MIT */
/* A gazetteer for tests: of a table in the test, or of the data of the library. */
#ifndef SUPPORT_TABLE_GAZETTEER_H
#define SUPPORT_TABLE_GAZETTEER_H

#include "base/buffer.h"
#include "libnorm/gazetteer.h"

struct test_gazetteer {
	norm_gazetteer *gazetteer; /* NULL when it could not be made: the standard error says why */
	struct buffer file;        /* which it borrows, if it was made of tables */
};

struct test_gazetteer test_gazetteer_of_table(const char *table);

/* Of the tables that NORM_PLACE_TABLES of the environment names, separated by spaces, or the file LIBNORM_GAZETTEER. */
struct test_gazetteer test_gazetteer_of_data(void);

void test_gazetteer_release(struct test_gazetteer *gazetteer);

#endif
