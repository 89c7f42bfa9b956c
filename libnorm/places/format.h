/* SPDX-License-Identifier: MIT */
/*
 * The file of a gazetteer. It is mapped, not read: a header, then sections that begin at multiples of 8, all of it in the byte
 * order of the machine that wrote it, without pointers. Only the header is looked at when a file is opened; whoever uses
 * an offset or a number of the rest checks it, for the checksum of the whole file is made on request only.
 *
 * To be raised when the layout changes or something is added that older libraries would get wrong: FORMAT_VERSION.
 */
#ifndef PLACES_FORMAT_H
#define PLACES_FORMAT_H

#include <stdint.h>

enum { FORMAT_VERSION = 5, FORMAT_MAGIC_SIZE = 8, FORMAT_ALIGN = 8 };

/* No text begins with it. */
#define FORMAT_MAGIC "\x8Fnormgaz"
/* The byte order mark, and as a machine of the other order sees it. */
#define FORMAT_ORDER 0x01020304u
#define FORMAT_OTHER_ORDER 0x04030201u

enum format_section_kind {
	FORMAT_STRINGS, /* texts, each with a NUL behind it; at 0 the empty one */
	FORMAT_PLACES,  /* struct format_place, sorted by id */
	FORMAT_FORMS,   /* struct format_form: those of place 0, of place 1 ...; of a place sorted by language, then by text */
	FORMAT_LISTS,   /* numbers; at the value of a key in the trie, how many forms have that key, then a struct format_name of each */
	FORMAT_TRIE,    /* units of the trie of all fold keys (places/trie.h) */
	FORMAT_IDS,     /* a hash table with open addressing, of 2^n slots: place + 1, or 0 */
	FORMAT_OPENINGS, /* 2^n words of 32 bits: with what letters fold keys begin (places/filter.h) */
	FORMAT_STARTS,   /* 2^n words of 64 bits: the same with more letters */
	FORMAT_SECTIONS
};

struct format_section {
	uint64_t start, size; /* bytes */
};

struct format_header {
	char magic[FORMAT_MAGIC_SIZE];
	uint32_t order;
	uint32_t version;
	uint32_t fold;     /* FOLD_VERSION of the keys */
	uint32_t body_crc; /* CRC-32 of everything behind the header */
	uint64_t size;     /* of the file */
	struct format_section sections[FORMAT_SECTIONS];
	uint32_t key_count;
	uint32_t header_crc; /* CRC-32 of everything before it */
};

enum {
	FORMAT_CLEARS = 1, /* what files below this one say of the place does not count */
};

#define FORMAT_UNKNOWN INT32_MIN /* of lat and lon */
#define FORMAT_DEGREE 10000000   /* their unit is the ten-millionth of a degree */

struct format_place {
	uint32_t id; /* a string */
	uint32_t first_form, form_count;
	int32_t lat, lon;
	char country[2]; /* NULs: none */
	uint8_t feature; /* enum feature, or FEATURE_UNSAID: then there is no country either */
	uint8_t flags;
};

struct format_form {
	uint32_t place;
	uint32_t text, source; /* strings */
	uint8_t language;      /* enum form_language */
	uint8_t status;        /* norm_form_status, or FORM_DELETED: files below this one have the form in vain */
	uint16_t unused;
};

/* A form that has a key, and what the finder asks of all of them: so it needs to look at few forms and places. */
struct format_name {
	uint32_t form;
	uint32_t about; /* the country, of which the first letter is the highest byte, the feature, the status */
};

static inline uint32_t format_about(const struct format_place *place, const struct format_form *form)
{
	uint32_t country = (uint32_t)(uint8_t)place->country[0] << 8 | (uint8_t)place->country[1];
	return country << 16 | (uint32_t)place->feature << 8 | form->status;
}

/* Where the search for an id begins, in a table of slots of which `mask` is the highest (FNV-1a). */
static inline uint32_t format_id_slot(const char *id, uint32_t mask)
{
	uint32_t hash = 0x811C9DC5u;
	for (; *id; id++)
		hash = (hash ^ (uint8_t)*id) * 0x01000193u;
	return hash & mask;
}

#endif
