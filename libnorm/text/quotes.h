/* SPDX-License-Identifier: MIT */
/* What the quotation marks of a paragraph are like, for rules that put others in their places. */
#ifndef TEXT_QUOTES_H
#define TEXT_QUOTES_H

/* Properties of a paragraph, as bits. */
enum {
	/*
	 * Each quote has a partner of its kind and opens or closes as its shape says, no " stands inside of " ", and none closes
	 * where its neighbours say that it opens; but 30" may stand outside of quotations. Then pairs may be replaced by pairs
	 * that have shapes, any of them, and all marks of the paragraph still belong together as before.
	 */
	QUOTES_REGULAR = 1,
	/* All quotes are »x« with nothing but Arabic letters inside: they may be turned, all at once. */
	QUOTES_INVERTED = 2,
	/* There is a single quote that may open something. An apostrophe might close it. */
	QUOTES_SINGLE = 4,
};

#endif
