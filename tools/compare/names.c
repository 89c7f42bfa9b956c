/* SPDX-License-Identifier: MIT */
#include "compare/names.h"

#include "common/message.h"
#include "common/utf8.h"
#include "compare/characters.h"

/* How sure letters have to be where nothing else is known; and how long a name has to be to tell anything. */
#define SCORE_MIN 0.9
enum { LETTERS_MIN = 4 };

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

static void look_up(const norm_gazetteer *gazetteer, struct name name, struct name_places *ret)
{
	norm_place_name found[NAME_PLACES];
	size_t total = 0;
	if (norm_gazetteer_lookup(gazetteer, name.at, name.len, found, NAME_PLACES, &total) == NORM_E_NOMEM)
		message_out_of_memory();
	*ret = (struct name_places){.name = name, .count = (uint32_t)(total < NAME_PLACES ? total : NAME_PLACES)};
	for (uint32_t i = 0; i < ret->count; i++)
		ret->places[i] = found[i].place;
}

/* Names that begin at the same place of a text differ in their lengths. */
static struct name_places *find_places(struct names *names, struct name name)
{
	size_t slot = ((uintptr_t)name.at * 31 + name.len) % NAMES_KEPT;
	struct name_places *kept = &names->kept[slot];
	if (kept->name.at != name.at || kept->name.len != name.len)
		look_up(names->gazetteer, name, kept);
	return kept;
}

bool names_same_place(struct names *names, struct name a, struct name b)
{
	if (!names->gazetteer)
		return false;
	const struct name_places in_a = *find_places(names, a);
	if (!in_a.count)
		return false;
	const struct name_places *in_b = find_places(names, b);
	for (uint32_t i = 0; i < in_a.count; i++) {
		for (uint32_t j = 0; j < in_b->count; j++) {
			if (in_a.places[i] == in_b->places[j])
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

bool names_same_sound(struct name a, struct name b)
{
	/* two Arabic words are names only if the gazetteer says so */
	if (is_arabic(a.at, a.len) && is_arabic(b.at, b.len))
		return false;
	return count_characters(a) >= LETTERS_MIN && count_characters(b) >= LETTERS_MIN &&
	       norm_name_score(a.at, a.len, b.at, b.len, NULL) >= SCORE_MIN;
}
