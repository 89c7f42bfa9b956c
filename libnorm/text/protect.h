/* SPDX-License-Identifier: MIT */
/*
 * Protected spans: what no rule step may touch, because it is a name on a machine, a number with a shape of its own
 * or a picture made of punctuation. A span is found by what is seen (see lexer.h), so the output of a profile has the
 * same spans as its input.
 *
 * Of two spans that overlap the one that takes in the other stays; otherwise the one that begins first. Where kinds
 * compete for the same characters, the order in protect.c decides: addresses before code, code before numbers, these
 * before emoticons.
 */
#ifndef TEXT_PROTECT_H
#define TEXT_PROTECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/lexer.h"
#include "unicode/find.h"

enum protect_kind {
	PROTECT_URL,       /* with a scheme, with www., or a host of a known top-level domain */
	PROTECT_EMAIL,     /* with mailto: */
	PROTECT_HANDLE,    /* @name, @name@host */
	PROTECT_HASHTAG,   /* #name, of any script */
	PROTECT_PATH,      /* /usr/lib, ./a, ~/b, C:\x\y, and file names by their suffix */
	PROTECT_CODE,      /* `text`, a::b, f(x), call(), --option, snake_case, $VAR, "key": 1, */
	PROTECT_HTML,      /* tags, comments, attributes */
	PROTECT_ENTITY,    /* &nbsp; &#8217; &#xE9; */
	PROTECT_NETWORK,   /* addresses of IPv4, IPv6, and MAC */
	PROTECT_TIME,      /* 12:30, 12:30:15 */
	PROTECT_RATIO,     /* 3:2, 16:9 */
	PROTECT_DATE,      /* 12/05/2024, 2024-05-12, 12.05.2024 */
	PROTECT_VERSION,   /* 1.2.3, v2.0 */
	PROTECT_PHONE,     /* +213 21 12 34 56; with a leading zero, in American groups, or behind a word for it */
	PROTECT_BOOK,      /* ISBN, DOI */
	PROTECT_PRIME,     /* 5' 30", 30” */
	PROTECT_CLIPPED,   /* 'n', ’70 */
	PROTECT_EMOTICON,  /* ;-) :p ^^ <3 */
	PROTECT_SHORTCODE, /* :yum: */
	PROTECT_KINDS
};

/* A name that stays the same, like "url"; for tests, traces and explanations. */
const char *protect_kind_name(enum protect_kind kind);

struct protect_span {
	uint32_t start, end; /* source bytes, at borders of characters with their marks; not empty */
	enum protect_kind kind;
};

enum { PROTECT_WINDOW = 4096 }; /* bytes whose pairs are looked at at once */

/*
 * The spans of one paragraph after another. Zero-initialise; free with protect_release(). When memory runs out,
 * `failed` is set for good and there may be fewer spans than there should.
 */
struct protect {
	struct protect_span *at; /* sorted, not overlapping */
	size_t len, cap;
	size_t cursor; /* of protect_at() */
	size_t looked; /* how often a byte or character was looked at: for tests of linear time */
	bool failed;
	struct lexer lexer;
	/* Which pairs in this part of the paragraph may be the heart of a span. */
	size_t window, window_end;
	uint64_t pairs[PROTECT_WINDOW / FIND_GROUP + 1];
};

/*
 * Find the spans of a paragraph, which is shorter than 4 GiB. Those of the one before are forgotten. Time is linear in
 * its length whatever it holds; bytes that are not UTF-8 are in no span.
 */
void protect_read(struct protect *protect, const uint8_t *text, size_t len);
void protect_release(struct protect *protect);

/*
 * The span that holds the byte at `offset`, or NULL. It is lent until the next protect_read(). Costs next to nothing
 * when offsets ascend from call to call, and a binary search when not.
 */
const struct protect_span *protect_at(struct protect *protect, size_t offset);
/* Where protect_at() has returned NULL last: the start of the next span, or the end of the text. */
static inline size_t protect_next(const struct protect *protect)
{
	return protect->cursor < protect->len ? protect->at[protect->cursor].start : protect->lexer.text_len;
}

#endif
