/* SPDX-License-Identifier: MIT */
/*
 * For protect*.c only: the recognisers. Each is asked at the unit that may belong to its kind, and looks left and right
 * of it. That they look at few units, or at none twice, is what makes protect_read() linear: where a search may fail
 * after a long way, its limit stands at its head, or the finder remembers how far it has been.
 */
#ifndef TEXT_PROTECT_KINDS_H
#define TEXT_PROTECT_KINDS_H

#include "text/lexer.h"
#include "text/protect.h"

/* How far the quotation marks of the paragraph have been followed; see protect_prime.c. */
struct quotes {
	size_t done;                   /* source offset */
	uint8_t before, last;          /* the last two units there */
	bool open_single, open_double; /* what they have left open */
};

/* What recognisers share while a paragraph is read. */
struct finder {
	struct lexer *lexer;
	/* What the last one that said yes has found: indices of units. */
	size_t start, end;
	enum protect_kind kind;
	/* Source offsets up to which something has been decided. */
	size_t hosts_done;    /* no host without a scheme */
	size_t paths_done;    /* no path */
	size_t numbers_done;  /* no number that begins before */
	size_t comments_done; /* no end of a comment */
	size_t members_done;  /* the end of the last member of an object, or 0 */
	struct quotes quotes;
};

static inline bool finder_found(struct finder *finder, enum protect_kind kind, size_t start, size_t end)
{
	finder->kind = kind;
	finder->start = start;
	finder->end = end;
	return true;
}

/* What may stand in front of a name: a blank, a bracket or a mark, but no letter, digit or '_'. */
static inline bool unit_is_edge(uint8_t unit)
{
	return !unit_is_word(unit) && unit != '_';
}

/* protect_web.c: at ':' of "://", at '.', at '@', at '#' */
bool find_url(struct finder *finder, size_t i);
bool find_host(struct finder *finder, size_t i);
bool find_email(struct finder *finder, size_t i);
bool find_handle(struct finder *finder, size_t i);
bool find_hashtag(struct finder *finder, size_t i);
/* The end of a URL of which the units up to `i` are known. */
size_t url_end(struct lexer *lexer, size_t i);

/* protect_names.c: whether the units [start, end) are a top-level domain, or the suffix of a file name */
enum domain { DOMAIN_NONE, DOMAIN_SURE, DOMAIN_WORD /* is a word as well */ };
enum domain domain_of(struct lexer *lexer, size_t start, size_t end);
bool is_file_suffix(struct lexer *lexer, size_t start, size_t end);

/* protect_path.c: at '/', at '\' */
bool find_path(struct finder *finder, size_t i);
bool find_windows_path(struct finder *finder, size_t i);

/* protect_code.c: at '`', at "::", at '(', at "--", at '_', at '$' */
bool find_backticks(struct finder *finder, size_t i);
bool find_scope(struct finder *finder, size_t i);
bool find_call(struct finder *finder, size_t i);
bool find_option(struct finder *finder, size_t i);
bool find_snake(struct finder *finder, size_t i);
bool find_variable(struct finder *finder, size_t i);

/* protect_markup.c: at '<', at '=', at '&' */
bool find_tag(struct finder *finder, size_t i);
bool find_attribute(struct finder *finder, size_t i);
bool find_entity(struct finder *finder, size_t i);

/* protect_member.c: at the quote behind a key */
bool find_member(struct finder *finder, size_t i);

/* protect_number.c: at a digit, or at '.', '-', '/' or ':' in front of one */
bool find_number(struct finder *finder, size_t i);

/* protect_phone.c: where the first digit of a phone number would be */
bool find_phone(struct finder *finder, size_t i);

/* protect_network.c: at ':' or '-', the first between two groups, or the first of "::" */
bool find_network(struct finder *finder, size_t i);

/* protect_prime.c: at the first digit of a number that ends at `end`; at an apostrophe */
bool find_prime(struct finder *finder, size_t start, size_t end);
bool find_clipped(struct finder *finder, size_t i);

/* protect_emoticon.c: at ':', ';', '=', '<' or '^'; at ':' */
bool find_emoticon(struct finder *finder, size_t i);
bool find_shortcode(struct finder *finder, size_t i);

#endif
