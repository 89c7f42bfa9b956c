/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "places/compile.h"
#include "places/filter.h"
#include "places/fold.h"

bool compile_ids(const struct buffer *strings, struct compiled *ret)
{
	size_t slots = 1;
	while (slots < ret->place_count * 2)
		slots *= 2;
	uint32_t *ids = calloc(slots, sizeof *ids), mask = (uint32_t)(slots - 1);
	for (size_t i = 0; ids && i < ret->place_count; i++) {
		uint32_t slot = format_id_slot((const char *)strings->at + ret->places[i].id, mask);
		while (ids[slot])
			slot = (slot + 1) & mask;
		ids[slot] = (uint32_t)i + 1;
	}
	ret->ids = ids;
	ret->id_slots = slots;
	return ids;
}

/* A key for each form that is not deleted. As long as they are no keys of the trie, their values are the numbers of the forms. */
struct keys {
	struct buffer letters;
	struct trie_key *at;
	size_t count;
};

static bool fold_forms(const struct buffer *strings, const struct compiled *compiled, struct keys *ret)
{
	ret->at = malloc((compiled->form_count + 1) * sizeof *ret->at);
	for (size_t i = 0; ret->at && i < compiled->form_count; i++) {
		const char *text = (const char *)strings->at + compiled->forms[i].text;
		size_t start = ret->letters.len;
		if (compiled->forms[i].status == FORM_DELETED)
			continue;
		if (start > UINT32_MAX - ROW_BYTES_MAX || !fold_name(text, strlen(text), &ret->letters))
			return false; /* no memory, for forms have been checked */
		ret->at[ret->count++] = (struct trie_key){(uint32_t)start, (uint32_t)(ret->letters.len - start), (uint32_t)i};
	}
	return ret->at;
}

static int compare_letters(const struct buffer *letters, const struct trie_key *a, const struct trie_key *b)
{
	int order = memcmp(letters->at + a->start, letters->at + b->start, a->len < b->len ? a->len : b->len);
	return order ? order : (a->len > b->len) - (a->len < b->len);
}

static int compare_keys(const void *left, const void *right, void *letters)
{
	const struct trie_key *a = left, *b = right;
	int order = compare_letters(letters, a, b);
	return order ? order : (a->value > b->value) - (a->value < b->value);
}

/* Write a list of forms for each key; then its value is where that begins. Nothing begins at 0. */
static void list_forms(struct keys *keys, struct compiled *ret)
{
	size_t kept = 0, end;
	cpbuf_push(&ret->lists, 0);
	for (size_t i = 0; i < keys->count && !ret->lists.failed; i = end) {
		struct trie_key key = keys->at[i];
		size_t start = ret->lists.len;
		for (end = i; end < keys->count && !compare_letters(&keys->letters, &keys->at[end], &key);)
			end++;
		cpbuf_push(&ret->lists, (uint32_t)(end - i));
		for (size_t j = i; j < end; j++) {
			const struct format_form *form = &ret->forms[keys->at[j].value];
			cpbuf_push(&ret->lists, keys->at[j].value);
			cpbuf_push(&ret->lists, format_about(&ret->places[form->place], form));
		}
		key.value = (uint32_t)start;
		keys->at[kept++] = key;
	}
	ret->lists.failed |= ret->lists.len > TRIE_VALUE_MAX;
	ret->key_count = keys->count = kept;
}

bool compile_keys(const struct buffer *strings, struct compiled *ret)
{
	struct keys keys = {0};
	bool good = fold_forms(strings, ret, &keys);
	if (good) {
		qsort_r(keys.at, keys.count, sizeof *keys.at, compare_keys, &keys.letters);
		list_forms(&keys, ret);
		good = !ret->lists.failed;
	}
	if (good) {
		trie_build(keys.letters.at, keys.at, keys.count, &ret->trie);
		filter_build(keys.letters.at, keys.at, keys.count, &ret->openings, &ret->starts);
		good = !ret->trie.failed && !ret->openings.failed && !ret->starts.failed;
	}
	buffer_release(&keys.letters);
	free(keys.at);
	return good;
}
