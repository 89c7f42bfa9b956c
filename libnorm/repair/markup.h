/* SPDX-License-Identifier: MIT */
/* Markup that has come with a text: tags and comments of HTML, shortcodes of blogs. */
#ifndef REPAIR_MARKUP_H
#define REPAIR_MARKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/item.h"

enum markup {
	MARKUP_NONE,
	MARKUP_LONE,      /* a tag without content, <br>, or one that ends, </p> */
	MARKUP_OPENING,   /* <p>, <span class="x">, a declaration or a comment: what HTML source begins with */
	MARKUP_SHORTCODE, /* [caption id="x"], [/caption] */
};

/*
 * What begins with item `i`; *ret_end is behind its last item, or stays if that is none. Over a whole
 * paragraph each item is looked at a few times only.
 */
enum markup markup_at(const struct items *items, size_t i, size_t *ret_end);

/* Whether a tag, a declaration or a comment begins with item `i`; *ret_end is behind it, or stays. */
static inline bool markup_is_tag(const struct items *items, size_t i, size_t *ret_end)
{
	return items->at[i].cp == '<' && markup_at(items, i, ret_end) != MARKUP_NONE;
}

/* A quick look at the bytes of `at`, which is < or [ and before `end`: false where markup_at() finds nothing. */
bool markup_may_be(const uint8_t *at, const uint8_t *end);

#endif
