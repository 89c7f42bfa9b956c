/* SPDX-License-Identifier: MIT */
/* What people read for the names that tallies have for programs. */
#ifndef REPORT_LABELS_H
#define REPORT_LABELS_H

#include <stddef.h>

enum label_kind {
	LABEL_LANGUAGE,   /* a BCP 47 tag, as norm_language_tag() has it */
	LABEL_SCRIPT,     /* the name of a script in Unicode */
	LABEL_TRAIT,      /* see styles.h */
	LABEL_STYLE,      /* of any trait but apostrophes */
	LABEL_APOSTROPHE, /* style of apostrophes */
	LABEL_ARABIC,     /* a key of TABLE_ARABIC */
	LABEL_FORM        /* status of a form of a place that is not the preferred one */
};

/* In the user's language. NULL: there is none, show the name itself. Borrowed for as long as the locale stays. */
const char *label_find(enum label_kind kind, const char *name, size_t len);

/* What stands between a name and what is said of it. */
const char *label_colon(void);

#endif
