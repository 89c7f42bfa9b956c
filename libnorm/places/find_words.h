/* SPDX-License-Identifier: MIT */
/*
 * What the words beside a name say: cues of data/places/cues.tsv, and how the words are written. The names that are also
 * other words stand in data/places/ambiguous.tsv; both tables are written by gen_cues.c.
 */
#ifndef PLACES_FIND_WORDS_H
#define PLACES_FIND_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "places/find.h"

enum {
	CUE_PLACE = 1,     /* what follows is a place: ville de, ولاية */
	CUE_TOWARDS = 2,   /* may well be: à, في */
	CUE_PERSON = 4,    /* is somebody: président, السيد */
	CUE_NOT = 8,       /* is part of the name of a body or a work, before or behind: FC, journal */
	CUE_OF = 256,      /* somebody or something: de */
	CUE_WITHIN = 512, /* behind a place: in what it lies: من ولاية */
	CUE_NAME = 16,     /* a whole phrase that holds the name of a place and is none: France Inter */
	CUE_TITLE = 1024,  /* the same where a quotation mark ends it */
	/* No cues, but with more words they may be: */
	CUE_ENDS = 2048,  /* the last words of one, or of a name; more stand in front of them */
	CUE_OPENS = 4096, /* the first words of CUE_WITHIN or of a name; more stand behind them */
	/* No cues, but what the key of a place may be: */
	CUE_AMBIGUOUS = 32, /* another word, too */
	CUE_PART = 64,      /* a part of such a phrase */
	CUE_SOMEBODY = 128, /* with CUE_AMBIGUOUS: a first or family name */
	CUE_ADJECTIVE = 8192, /* an Arabic adjective behind a noun that has the article: الخارجية السعودية */
	CUE_LOCAL = 16384, /* a cue: what follows is smaller than a country: ville de, ولاية */
	CUE_NATION = 32768 /* an adjective of a country, in front of a name or behind it: libyenne, الليبية */
};

/* The hash of a fold key and what it is; kinds are 0 in a free slot of the table, which has open addressing. */
struct cue {
	uint64_t hash;
	uint16_t kinds;
	uint16_t nation; /* of CUE_NATION: the two letters of its country in one number */
};
enum { CUE_BITS = 13, CUE_SLOTS = 1 << CUE_BITS };
extern const struct cue cues[CUE_SLOTS];

/* The hash of some letters, and one more behind them; that of none is 0. */
#define CUE_BASE 0x9E3779B97F4A7C15u
static inline uint64_t cue_hash_add(uint64_t hash, uint8_t letter)
{
	return hash * CUE_BASE + letter;
}

static inline size_t cue_slot(uint64_t hash)
{
	return (hash * CUE_BASE) >> (64 - CUE_BITS);
}

/* A key in the table; what has no kinds where it is in none. */
static inline const struct cue *cue_look_up(uint64_t hash)
{
	size_t slot = cue_slot(hash);
	while (cues[slot].kinds && cues[slot].hash != hash)
		slot = (slot + 1) % CUE_SLOTS;
	return &cues[slot];
}

/* The kinds of a key; 0 where it is in no table. */
static inline unsigned cue_find(uint64_t hash)
{
	return cue_look_up(hash)->kinds;
}

/* How a word beside a name is written. */
enum find_beside {
	BESIDE_NOTHING, /* there is none: a sign, the end of the line */
	BESIDE_SMALL,   /* a word in small letters, or of another script */
	BESIDE_CAPITAL,
	BESIDE_INITIAL, /* one capital and a full stop */
	BESIDE_ACRONYM, /* capitals only */
};

struct find_side {
	unsigned cues; /* CUE_…; of an Arabic word behind only where it hangs on a hyphen */
	enum find_beside word;
	uint16_t nation; /* the country whose adjective stands in front of a name: المدينة الليبية طرابلس; 0: none */
	uint32_t at;   /* where the word beside is: its start behind a name, its end in front of one */
	bool hyphen;   /* it hangs on a hyphen */
	bool first;    /* it begins a sentence */
	bool address;  /* the name is part of an address: a@Mali, www.Mali */
	bool definite; /* in front of an Arabic name: a word with the article, or the name of a body */
	bool acronym;  /* in front of a name: capitals that make a body of it */
};

/* Whether the words beside a name make a CUE_NAME or CUE_TITLE with it. */
bool find_is_in_name(const struct find_text *text, const struct find_hit *hit);

struct find_side find_side_before(const struct find_text *text, const struct find_hit *hit);
struct find_side find_side_behind(const struct find_text *text, const struct find_hit *hit);

/* The country whose adjective stands behind a name, read by find_side_behind(); 0: none. */
uint16_t find_nation_behind(const struct find_text *text, const struct find_side *behind);

/* Whether what stands behind a name says in what the place lies: من ولاية. */
bool find_says_where(const struct find_text *text, const struct find_side *behind);

#endif
