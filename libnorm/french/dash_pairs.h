/* SPDX-License-Identifier: MIT */
/* Dashes round a remark – like these – and dashes by themselves. */
#ifndef FRENCH_DASH_PAIRS_H
#define FRENCH_DASH_PAIRS_H

#include "text/scope.h"

enum dash_role {
	DASH_NONE,   /* a hyphen, a minus sign, a sign of a list or a heading … */
	DASH_ALONE,  /* nobody knows whether the remark begins or ends here */
	DASH_OPENS,
	DASH_CLOSES
};

/*
 * What the dash that begins at an offset of the block does. Dashes of a sentence belong together in pairs. Where their number
 * is odd, or a capital letter follows one that would close, each is alone. More than DASH_PAIRED_MAX are a list, and between words with
 * capitals stands none (Bourgogne - Franche-Comté). A dash at the start
 * of the sentence, or with a space on one side only, makes the others of its sentence no dashes: such are headings.
 */
enum dash_role dash_role(struct scope *scope, uint32_t offset);

enum { DASH_PAIRED_MAX = 4 };

#endif
