/* SPDX-License-Identifier: MIT */
/* Text as it is displayed, and as careless programs extract it from PDF files: damage of which the truth is known. */
#ifndef ACCURACY_DISPLAY_H
#define ACCURACY_DISPLAY_H

#include <stdbool.h>
#include <stddef.h>

struct display {
	bool right_to_left; /* the paragraph */
	bool forms;         /* letters are shaped, lam and alef are one character */
	bool mirrored;      /* brackets stand as they look */
	bool marks_behind;  /* each mark stays behind its letter, which runs to the left */
};

/* A line, in the order of reading and as it is displayed; lent for the call. */
typedef void display_fn(void *context, const char *truth, const char *shown);

/*
 * Break a paragraph into lines of so many words, the last of which is shorter, and give each of them as it is displayed.
 * Ends the program when memory runs out.
 */
void display_paragraph(const char *text, const struct display *display, size_t words, display_fn *take, void *context);

/* Whether a text, in a line of its own, is displayed as `shown`. Not to be called by a display_fn. */
bool display_gives(const char *text, const struct display *display, const char *shown);

#endif
