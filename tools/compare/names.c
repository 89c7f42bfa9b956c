/* SPDX-License-Identifier: MIT */
#include "compare/names.h"

#include "common/message.h"
#include "common/utf8.h"
#include "compare/characters.h"

/* How sure letters have to be where nothing else is known; and how long a name has to be to tell anything. */
#define SCORE_MIN 0.9
enum { LETTERS_MIN = 4, PLACES_MAX = 32 };

static bool is_arabic(const char *at, size_t len)
{
	uint32_t cp;
	utf8_decode(at, at + len, &cp);
	return cp >= 0x600 && cp <= 0x77F;
}

bool name_may_begin(const char *at, size_t len)
{
	uint32_t cp;
	if (!len)
		return false;
	utf8_decode(at, at + len, &cp);
	return is_arabic(at, len) || (cp < UTF8_BYTE && character_kind(cp) == CHARACTER_CAPITAL);
}

static size_t find_places(const norm_gazetteer *gazetteer, struct name name, norm_place_name *ret)
{
	size_t total = 0;
	if (norm_gazetteer_lookup(gazetteer, name.at, name.len, ret, PLACES_MAX, &total) == NORM_E_NOMEM)
		message_out_of_memory();
	return total < PLACES_MAX ? total : PLACES_MAX;
}

bool names_same_place(const norm_gazetteer *gazetteer, struct name a, struct name b)
{
	norm_place_name in_a[PLACES_MAX], in_b[PLACES_MAX];
	size_t a_count = find_places(gazetteer, a, in_a), b_count = a_count ? find_places(gazetteer, b, in_b) : 0;
	for (size_t i = 0; i < a_count; i++) {
		for (size_t j = 0; j < b_count; j++) {
			if (in_a[i].place == in_b[j].place)
				return true;
		}
	}
	return false;
}

/* Letters and other characters; marks count, too. */
static size_t count_characters(struct name name)
{
	size_t count = 0;
	for (size_t i = 0; i < name.len; i++)
		count += ((unsigned char)name.at[i] & 0xC0) != 0x80;
	return count;
}

static bool same_sound(struct name a, struct name b)
{
	/* two Arabic words are names only if the gazetteer says so */
	if (is_arabic(a.at, a.len) && is_arabic(b.at, b.len))
		return false;
	return count_characters(a) >= LETTERS_MIN && count_characters(b) >= LETTERS_MIN &&
	       norm_name_score(a.at, a.len, b.at, b.len, NULL) >= SCORE_MIN;
}

bool names_match(const norm_gazetteer *gazetteer, struct name a, struct name b)
{
	return (gazetteer && names_same_place(gazetteer, a, b)) || same_sound(a, b);
}
