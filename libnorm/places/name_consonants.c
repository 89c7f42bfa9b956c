/* SPDX-License-Identifier: MIT */
#include "places/name_consonants.h"

#include <string.h>

#define LETTER(c) ((uint8_t)(NAME_LATIN_A + (c) - 'a'))
#define BIT(c) ((uint64_t)1 << LETTER(c))

/* What a Latin letter is where nothing below says otherwise. */
static const uint8_t latin_classes[26] = {
	['b' - 'a'] = NAME_CLASS_B, ['c' - 'a'] = NAME_CLASS_K, ['d' - 'a'] = NAME_CLASS_D, ['f' - 'a'] = NAME_CLASS_F,
	['g' - 'a'] = NAME_CLASS_K, ['j' - 'a'] = NAME_CLASS_J, ['k' - 'a'] = NAME_CLASS_K, ['l' - 'a'] = NAME_CLASS_L,
	['m' - 'a'] = NAME_CLASS_M, ['n' - 'a'] = NAME_CLASS_N, ['p' - 'a'] = NAME_CLASS_B, ['q' - 'a'] = NAME_CLASS_K,
	['r' - 'a'] = NAME_CLASS_R, ['s' - 'a'] = NAME_CLASS_Z, ['t' - 'a'] = NAME_CLASS_T, ['v' - 'a'] = NAME_CLASS_F,
	['x' - 'a'] = NAME_CLASS_K, ['z' - 'a'] = NAME_CLASS_Z,
};

/* Letters that are one consonant together. The longer ones stand before those they begin with. */
static const struct {
	char letters[4];
	uint8_t length, class;
} digraphs[] = {
	{"tch", 3, NAME_CLASS_S}, {"sch", 3, NAME_CLASS_S}, {"ch", 2, NAME_CLASS_S}, {"ck", 2, NAME_CLASS_K},
	{"cq", 2, NAME_CLASS_K},  {"dj", 2, NAME_CLASS_J},  {"kh", 2, NAME_CLASS_X}, {"ph", 2, NAME_CLASS_F},
	{"sh", 2, NAME_CLASS_S},
};

static bool begins_with(const uint8_t *at, const char *letters, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if (at[i] != LETTER(letters[i]))
			return false;
	return true;
}

static bool is_soft(uint8_t letter)
{
	return letter == LETTER('e') || letter == LETTER('i') || letter == LETTER('y');
}

/* The digraph that begins here, with its letters in `*ret_len`; its class, or none. */
static uint8_t find_digraph(const uint8_t *at, size_t *ret_len)
{
	static const uint64_t first = BIT('c') | BIT('d') | BIT('k') | BIT('p') | BIT('s') | BIT('t');
	static const uint64_t second = BIT('c') | BIT('h') | BIT('j') | BIT('k') | BIT('q');
	if (!(first >> at[0] & 1) || !(second >> at[1] & 1))
		return NAME_CLASS_NONE;
	for (size_t i = 0; i < sizeof digraphs / sizeof *digraphs; i++)
		if (begins_with(at, digraphs[i].letters, digraphs[i].length)) {
			*ret_len = digraphs[i].length;
			return digraphs[i].class;
		}
	return NAME_CLASS_NONE;
}

static struct name_consonant read_letter(uint8_t letter, uint8_t next)
{
	uint8_t class = (unsigned)(letter - NAME_LATIN_A) < 26 ? latin_classes[letter - NAME_LATIN_A] : NAME_CLASS_NONE;
	if (letter == LETTER('g') && is_soft(next))
		return (struct name_consonant){2, {NAME_CLASS_J, NAME_CLASS_K}};
	if (letter == LETTER('c') && is_soft(next))
		class = NAME_CLASS_Z;
	return (struct name_consonant){class != NAME_CLASS_NONE, {class, NAME_CLASS_NONE}};
}

/* A name that is read letter by letter. */
struct reader {
	const struct name_sound *sound;
	size_t at;
	struct name_consonant *ret;
	size_t count;
};

static void add(struct reader *reader, struct name_consonant consonant)
{
	if (consonant.ways > 0)
		reader->ret[reader->count++] = consonant;
}

/* Whether a word begins behind `at`, up to `len` letters behind it. */
static bool is_parted(const struct reader *reader, size_t len)
{
	return reader->sound->starts >> reader->at & (((uint64_t)1 << len) - 2);
}

/*
 * A digraph; what doubles it goes with it. Where two words meet in it, and in tch, it may be two consonants:
 * Aït Chaïb, Oued Jemaa.
 */
static bool read_digraph(struct reader *reader)
{
	const uint8_t *at = reader->sound->letters + reader->at;
	size_t len, next;
	uint8_t class = find_digraph(at, &len);
	if (class == NAME_CLASS_NONE)
		return false;
	struct name_consonant first = read_letter(at[0], at[1]);
	if (len == 3 || (is_parted(reader, len) && at[len - 1] != LETTER('h'))) {
		add(reader, (struct name_consonant){2, {NAME_CLASS_NONE, first.classes[0]}});
		reader->at++;
		return true;
	}
	add(reader, (struct name_consonant){is_parted(reader, len) ? 2 : 1, {class, first.classes[0]}});
	do
		reader->at += len;
	while (find_digraph(reader->sound->letters + reader->at, &next) == class && next == len);
	return true;
}

/*
 * A letter that is none of a digraph, with those that double it. Where two words meet in it, it may be two
 * consonants.
 */
static void read_single(struct reader *reader)
{
	const uint8_t *letters = reader->sound->letters;
	size_t at = reader->at, end = at + 1, len;
	while (letters[end] == letters[at] && !(reader->sound->starts >> end & 1) &&
	       find_digraph(letters + end, &len) == NAME_CLASS_NONE)
		end++;
	reader->at = end;
	bool doubled = letters[end] == letters[at], parted = doubled && reader->sound->starts >> end & 1;
	if (doubled && !parted)
		return; /* by a digraph: ssh, cch */
	struct name_consonant consonant = read_letter(letters[at], letters[end]);
	if (parted && consonant.ways > 0)
		consonant = (struct name_consonant){2, {consonant.classes[0], NAME_CLASS_NONE}};
	add(reader, consonant);
	if (letters[at] == LETTER('x'))
		add(reader, (struct name_consonant){1, {NAME_CLASS_Z, NAME_CLASS_NONE}});
}

static size_t latin_consonants(const struct name_sound *sound, struct name_consonant *ret)
{
	struct reader reader = {.sound = sound, .ret = ret};
	while (reader.at < sound->length)
		if (!read_digraph(&reader))
			read_single(&reader);
	return reader.count;
}

/* In French spelling, one letter may stand for two: where two words meet, or in dj. */
static bool may_merge(const struct name_consonant *before, const struct name_consonant *next)
{
	uint8_t first = before->classes[0], second = next->classes[0];
	return first == second || (first == NAME_CLASS_D && second == NAME_CLASS_J);
}

static size_t arabic_consonants(const struct name_sound *sound, struct name_consonant *ret)
{
	size_t count = 0, last = 0; /* last: the consonant right before this letter, from 1 */
	for (size_t at = 0; at < sound->length; at++) {
		const struct name_letter *letter = &name_letters[sound->letters[at]];
		/* Teh marbuta is t in front of another word only. */
		if (letter->classes[0] == NAME_CLASS_NONE && (letter->ways < 2 || at + 1 == sound->length)) {
			last = 0;
			continue;
		}
		memcpy(ret[count].classes, letter->classes, sizeof letter->classes);
		ret[count].ways = letter->ways;
		if (last && ret[last - 1].ways == 1 && may_merge(&ret[last - 1], &ret[count]))
			ret[last - 1] = (struct name_consonant){2, {ret[last - 1].classes[0], NAME_CLASS_NONE}};
		last = ++count;
	}
	return count;
}

size_t name_consonants(const struct name_sound *sound, struct name_consonant *ret)
{
	return sound->script == NAME_ARABIC ? arabic_consonants(sound, ret) : latin_consonants(sound, ret);
}
