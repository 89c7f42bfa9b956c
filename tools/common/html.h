/* SPDX-License-Identifier: MIT */
/* Pages for the browser. */
#ifndef COMMON_HTML_H
#define COMMON_HTML_H

#include "common/bytes.h"

/* Append the start of a page, in the user's language, up to its title; the text of that and "</title>" come next. */
void html_append_start(struct bytes *page);

/* Append text, also for values in quotes. What no page can hold (controls, bytes that are no UTF-8) becomes U+FFFD. */
void html_append(struct bytes *page, const char *text, size_t len);

#endif
