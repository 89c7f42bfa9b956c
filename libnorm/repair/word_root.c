/* SPDX-License-Identifier: MIT */
#include "repair/word_model.h"
#include "text/step.h"

enum { STEM_MIN = 3 }; /* letters in front of an ending */

/* The endings that are taken off: of two that fit the first. */
static const struct ending {
	uint16_t letters[4];
} endings[] = {
	{{0x062A, 0x0647, 0x0645, 0x0627}}, /* تهما */
	{{0x062A, 0x0647, 0x0645}},         /* تهم */
	{{0x062A, 0x0647, 0x0627}},         /* تها */
	{{0x0647, 0x0645, 0x0627}},         /* هما */
	{{0x0647, 0x0627}},                 /* ها */
	{{0x0647, 0x0645}},                 /* هم */
	{{0x0646, 0x0627}},                 /* نا */
	{{0x0648, 0x0646}},                 /* ون */
	{{0x064A, 0x0646}},                 /* ين */
	{{0x0627, 0x062A}},                 /* ات */
	{{0x0627, 0x0646}},                 /* ان */
	{{0x062A, 0x0647}},                 /* ته */
	{{0x062A, 0x064A}},                 /* تي */
	{{0x0647}},                         /* ه */
	{{0x062A}},                         /* ت */
};

/* Alef, hamza on its seats, waw, yeh, teh marbuta: they come and go. */
static const uint16_t weak[] = {0x0622, 0x0623, 0x0624, 0x0625, 0x0626, 0x0627, 0x0629, 0x0621, 0x0648, 0x0649, 0x064A};

static bool is_weak(uint8_t letter)
{
	bool found = false;
	for (size_t i = 0; i < COUNT_OF(weak) && !found; i++)
		found = letter == letter_order_class(weak[i]);
	return found;
}

static size_t ending_len(const struct ending *ending)
{
	size_t len = 0;
	while (len < COUNT_OF(ending->letters) && ending->letters[len])
		len++;
	return len;
}

static bool ends_with(const uint8_t *letters, size_t len, const struct ending *ending)
{
	size_t tail = ending_len(ending), same = 0;
	if (len < tail + STEM_MIN)
		return false;
	while (same < tail && letters[len - tail + same] == letter_order_class(ending->letters[same]))
		same++;
	return same == tail;
}

/* Where the word begins behind its article, 0 if it has none. */
static size_t article_end(const uint8_t *letters, size_t len)
{
	static const uint16_t first[] = {0x0627, 0x0644};
	struct arabic_starts starts = arabic_word_starts(letters, len);
	size_t end = 0;
	for (size_t i = 0; i < starts.count; i++) {
		size_t at = starts.at[i];
		bool article = at >= 2 && letters[at - 1] == letter_order_class(first[1]) &&
			       (letters[at - 2] == letter_order_class(first[0]) || letters[at - 2] == letter_order_class(first[1]));
		if (article && len - at >= ARABIC_STEM_MIN && at > end)
			end = at;
	}
	return end;
}

size_t word_model_root(const uint8_t *letters, size_t len, uint8_t ret[ARABIC_WORD_MAX])
{
	size_t at = article_end(letters, len), count = 0, i = 0;
	while (i < COUNT_OF(endings) && !ends_with(letters + at, len - at, &endings[i]))
		i++;
	len -= i < COUNT_OF(endings) ? ending_len(&endings[i]) : 0;
	for (; at < len; at++)
		if (!is_weak(letters[at]))
			ret[count++] = letters[at];
	return count;
}
