/* SPDX-License-Identifier: MIT */
#include "places/name_key.h"

#include "places/name_consonants.h"

struct keys {
	uint64_t *at;
	size_t count;
};

static void add_key(struct keys *keys, uint64_t key)
{
	for (size_t i = 0; i < keys->count; i++)
		if (keys->at[i] == key)
			return;
	if (keys->count < NAME_KEYS_MAX)
		keys->at[keys->count++] = key;
}

/* One of the ways to read the consonants: bit k of `choice` chooses for the k-th that has two. */
static uint64_t read_key(const struct name_consonant *consonants, size_t count, unsigned choice)
{
	uint64_t key = 0;
	size_t classes = 0;
	for (size_t i = 0; i < count && classes < NAME_KEY_CLASSES; i++) {
		uint64_t class = consonants[i].classes[0];
		if (consonants[i].ways > 1) {
			class = consonants[i].classes[choice & 1];
			choice >>= 1;
		}
		if (class != NAME_CLASS_NONE)
			key |= class << NAME_KEY_BITS * classes++;
	}
	return key ? key : NAME_CLASS_VOWELS;
}

static void add_readings(struct keys *keys, const struct name_sound *sound)
{
	struct name_consonant consonants[2 * NAME_LETTERS];
	size_t count = name_consonants(sound, consonants);
	unsigned choices = 1;
	for (size_t i = 0; i < count && choices < NAME_KEYS_MAX; i++)
		if (consonants[i].ways > 1)
			choices *= 2;
	for (unsigned choice = 0; choice < choices; choice++)
		add_key(keys, read_key(consonants, count, choice));
}

size_t name_find_keys(const struct name *name, const struct name_parts *parts, uint64_t *keys)
{
	static const unsigned generic = 1u << NAME_WORD_AREA | 1u << NAME_WORD_FEATURE, link = 1u << NAME_WORD_LINK;
	static const unsigned without[] = {0, link, generic, generic | 1u << NAME_WORD_DIRECTION};
	struct keys found = {keys, 0};
	if (name->length == 0)
		return 0;
	for (size_t i = 0; i < sizeof without / sizeof *without; i++) {
		struct name_sound sound;
		if (i > 0 && !(parts->found & without[i]))
			continue;
		name_sound(name, parts, without[i], &sound);
		if (sound.length > 0)
			add_readings(&found, &sound);
		else if (without[i] != link)
			add_key(&found, NAME_CLASS_VOWELS);
	}
	return found.count;
}

size_t norm_name_keys(const char *text, size_t len, uint64_t *keys, size_t max)
{
	struct name name;
	struct name_parts parts;
	uint64_t found[NAME_KEYS_MAX];
	name_read(&name, text, len);
	name_part(&name, &parts);
	size_t count = name_find_keys(&name, &parts, found);
	for (size_t i = 0; i < count && i < max; i++)
		keys[i] = found[i];
	return count;
}

size_t norm_name_key_text(uint64_t key, char *buf, size_t size)
{
	size_t len = 0;
	for (; key; key >>= NAME_KEY_BITS) {
		unsigned class = (unsigned)(key & ((1u << NAME_KEY_BITS) - 1));
		if (len + 1 < size)
			buf[len] = class < NAME_CLASSES ? NAME_CLASS_LETTERS[class] : '?';
		len++;
	}
	if (size > 0)
		buf[len < size ? len : size - 1] = '\0';
	return len;
}
