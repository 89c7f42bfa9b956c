/* SPDX-License-Identifier: MIT */
/*
 * Messages in the user's language. Library and tools share one gettext domain, so the texts that the
 * library marks (rule messages, summaries) are translated here, where they are shown.
 */
#ifndef COMMON_I18N_H
#define COMMON_I18N_H

#if ENABLE_NLS
#include <libintl.h>
#else
#define gettext(text) (text)
#define ngettext(one, many, n) ((n) == 1 ? (one) : (many))
#endif

#define _(text) gettext(text)
#define P_(one, many, n) ngettext(one, many, n)
#define N_(text) text

/* Take the locale of the user and find the translations. */
void i18n_init(void);

/* The translation of a text that may be empty (gettext("") would give the header of the catalogue). */
const char *i18n_text(const char *text);

/* The language of messages, a BCP 47 tag. */
const char *i18n_language(void);

#endif
