/* SPDX-License-Identifier: MIT */
/* The character references of HTML, made from data/repair/entities.tsv by gen_entities.c. */
#ifndef REPAIR_ENTITY_TABLE_H
#define REPAIR_ENTITY_TABLE_H

#include <stdbool.h>
#include <stdint.h>

enum {
	ENTITY_NAME_MAX = 31,  /* characters of a name */
	ENTITY_LEGACY_MAX = 6, /* of one that needs no semicolon */
};

struct entity {
	uint16_t name; /* where the name begins in entity_names */
	uint8_t length;
	bool legacy;     /* needs no semicolon */
	uint32_t cps[2]; /* the second is 0 where there is one only */
};

extern const char entity_names[];      /* all names, one behind the other */
extern const struct entity entities[]; /* sorted by name, byte by byte; a shorter one first */
extern const unsigned entity_count;

#endif
