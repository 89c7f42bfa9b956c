/* SPDX-License-Identifier: MIT */
/* A list of names, sorted by their keys. */
#ifndef PLACES_NAME_INDEX_H
#define PLACES_NAME_INDEX_H

#include "base/buffer.h"
#include "places/name_compare.h"

struct name_entry {
	size_t text; /* where the name begins in `texts`; it ends where that of the next entry begins */
	char country[2];
};

struct name_slot {
	uint64_t key;
	uint32_t text; /* hash of the name: those written alike stand together, and are compared once */
	uint32_t entry;
};

struct norm_name_index {
	struct name_entry *entries; /* with one more behind the last */
	struct name_slot *slots;    /* by key, text and entry, once it is ready */
	size_t entry_count, entry_cap, slot_count, slot_cap;
	struct buffer texts;
	uint64_t *filter; /* a bit for the hash of each key: keys that are not there are seldom looked for */
	unsigned filter_shift;
};

/* The slots of a key: from the one returned to before `*ret_end`. */
size_t name_index_slots(const norm_name_index *index, uint64_t key, size_t *ret_end);

#endif
