/* SPDX-License-Identifier: MIT */
/*
 * What must not be taken for an encoding: UTF-8 in which bytes are broken, random bytes, programs. What has to be told apart
 * inside one paragraph. And whole texts in UTF-16 and UTF-32, without byte order marks.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "accuracy/decode.h"
#include "accuracy/encode.h"
#include "unicode/utf8.h"

enum { SEED = 20250302 };

struct tally {
	const char *name;
	size_t right, all;
};

/* Print what was reached, and whether that is enough. */
static bool tell(const struct mixed *mixed, size_t length, struct tally tally, double target)
{
	double percent = 100.0 * (double)tally.right / (double)tally.all;
	printf("figure: %s, %zu characters, %s: %zu of %zu (%.2f %%)\n", mixed->name, length, tally.name, tally.right,
	       tally.all, percent);
	return percent >= target;
}

static enum encoding encoding_of(const struct buffer *bytes)
{
	struct encoding_state state = {0};
	unsigned confidence;
	return encoding_of_paragraph(&state, bytes->at, bytes->len, &confidence);
}

static bool is_kept(const struct buffer *bytes)
{
	enum encoding encoding = encoding_of(bytes);
	return encoding == ENCODING_UTF8 || encoding == ENCODING_UNSURE;
}

/* ---- Broken UTF-8 ---- */

enum damage { CUT_START, CUT_END, LOST_BYTE, OTHER_BYTE, THREE_LOST, DAMAGES };

static const char *const damage_names[DAMAGES] = {
    [CUT_START] = "cut at the start",        [CUT_END] = "cut at the end", [LOST_BYTE] = "a byte lost",
    [OTHER_BYTE] = "a byte become another", [THREE_LOST] = "three bytes lost",
};

static void lose(struct buffer *bytes, size_t at)
{
	memmove(bytes->at + at, bytes->at + at + 1, bytes->len - at - 1);
	bytes->len--;
}

/* Some byte of a character that is not ASCII; false where there is none. */
static bool find_byte(const struct buffer *bytes, struct random *random, size_t *ret)
{
	size_t start = random_below(random, bytes->len);
	for (size_t i = 0; i < bytes->len; i++) {
		*ret = (start + i) % bytes->len;
		if (bytes->at[*ret] >= 0x80)
			return true;
	}
	return false;
}

static void damage(struct buffer *bytes, struct random *random, enum damage kind)
{
	size_t at;
	if (!find_byte(bytes, random, &at))
		return;
	switch (kind) {
	case CUT_START:
		while (!utf8_is_trail(bytes->at[at]))
			at++;
		memmove(bytes->at, bytes->at + at, bytes->len - at);
		bytes->len -= at;
		break;
	case CUT_END:
		while (utf8_is_trail(bytes->at[at]))
			at--;
		bytes->len = at + 1;
		break;
	case OTHER_BYTE:
		bytes->at[at] = (uint8_t)(0x80 + random_below(random, 0x80));
		break;
	default:
		lose(bytes, at);
		if (kind == THREE_LOST)
			for (int i = 0; i < 2 && find_byte(bytes, random, &at); i++)
				lose(bytes, at);
	}
}

static void check_damage(struct tally *tally, size_t length, const struct characters *text, const struct buffer *bytes)
{
	struct items items = {0};
	tally->all++;
	if (is_kept(bytes)) {
		tally->right++;
		return;
	}
	encoding_read(&items, encoding_of(bytes), bytes->at, bytes->len, 0, 1);
	show_mistake(tally->name, length, &items, text, encoding_of(bytes));
	items_release(&items);
}

static bool measure_damage(const struct mixed *mixed, enum damage kind, size_t length, size_t count)
{
	struct random random = {SEED + length};
	struct tally tally = {damage_names[kind], 0, 0};
	for (size_t i = 0; i < count; i++) {
		struct characters text = {0};
		struct buffer bytes = {0};
		mixed_paragraph(mixed, &random, (enum script)(i % 3), length, &text);
		encode(&text, ENCODING_UTF8, false, &bytes);
		damage(&bytes, &random, kind);
		if (is_suspicious(bytes.at, bytes.at + bytes.len))
			check_damage(&tally, length, &text, &bytes);
		characters_release(&text);
		buffer_release(&bytes);
	}
	return tell(mixed, length, tally, length < 200 ? 98 : 99);
}

/* ---- No text ---- */

static bool measure_random(size_t length, size_t count)
{
	struct random random = {SEED};
	struct tally kept = {"random bytes kept", 0, 0}, binary = {"random bytes found binary", 0, 0};
	static const struct mixed none = {.name = "nothing"};
	struct buffer bytes = {0};
	for (size_t i = 0; i < count; i++) {
		bytes.len = 0;
		for (size_t n = 0; n < length; n++)
			buffer_append(&bytes, &(uint8_t){(uint8_t)random_next(&random)}, 1);
		kept.all++;
		kept.right += is_kept(&bytes);
		binary.all++;
		binary.right += encoding_family_of(bytes.at, bytes.len) == FAMILY_BINARY;
	}
	buffer_release(&bytes);
	return tell(&none, length, kept, 99.5) & tell(&none, length, binary, length < 200 ? 80 : 98);
}

/* The program itself, in blocks. */
static bool measure_program(const char *path)
{
	static const struct mixed none = {.name = "a program"};
	static uint8_t block[ENCODING_HEAD];
	struct tally binary = {"blocks found binary", 0, 0};
	FILE *file = fopen(path, "r");
	if (!file)
		return false;
	for (size_t len; (len = fread(block, 1, sizeof block, file)) > 0;) {
		binary.all++;
		binary.right += encoding_family_of(block, len) == FAMILY_BINARY;
	}
	fclose(file);
	return tell(&none, ENCODING_HEAD, binary, 80);
}

/* ---- Two encodings in a paragraph ---- */

/* Half of a paragraph in UTF-8, half of it in a code page, either of them first. */
static void make_mixture(const struct mixed *mixed, struct random *random, enum codepage page, size_t length,
			 struct characters *text, struct buffer *bytes)
{
	size_t first = random_below(random, 2);
	for (size_t half = 0; half < 2; half++) {
		bool utf8 = half == first;
		struct characters part = {0};
		mixed_paragraph(mixed, random, utf8 || page != CODEPAGE_CP1252 ? BOTH : LATIN, length / 2, &part);
		part.at[part.len - 1] = half ? '\n' : ' ';
		encode(&part, utf8 ? ENCODING_UTF8 : ENCODING_CODEPAGE + page, false, bytes);
		for (size_t i = 0; i < part.len; i++)
			characters_push(text, part.at[i]);
		characters_release(&part);
	}
}

static bool measure_mixture(const struct mixed *mixed, enum codepage page, size_t length, size_t count)
{
	struct random random = {SEED + length};
	struct tally tally = {page == CODEPAGE_CP1252 ? "half windows-1252" : "half windows-1256", 0, 0};
	for (size_t i = 0; i < count; i++) {
		struct characters text = {0};
		struct buffer bytes = {0};
		struct items items = {0};
		struct encoding_state state = {0};
		make_mixture(mixed, &random, page, length, &text, &bytes);
		enum encoding told = decode(&state, &bytes, &items);
		tally.all++;
		tally.right += is_true(&items, &text);
		if (!is_true(&items, &text))
			show_mistake(tally.name, length, &items, &text, told);
		characters_release(&text);
		buffer_release(&bytes);
		items_release(&items);
	}
	return tell(mixed, length, tally, length < 200 ? 0 : 98);
}

/* ---- Families ---- */

static const struct family {
	const char *name;
	enum encoding encoding;
	unsigned zeros; /* more in front of or behind each unit: UTF-32 of the Basic Multilingual Plane */
	enum encoding_family family;
} families[] = {
    {"UTF-16LE", ENCODING_UTF16LE, 0, FAMILY_UTF16LE},
    {"UTF-16BE", ENCODING_UTF16BE, 0, FAMILY_UTF16BE},
    {"UTF-32LE", ENCODING_UTF16LE, 2, FAMILY_UTF32LE},
    {"UTF-32BE", ENCODING_UTF16BE, 2, FAMILY_UTF32BE},
    {"UTF-8", ENCODING_UTF8, 0, FAMILY_BYTES},
    {"windows-1256", ENCODING_CODEPAGE + CODEPAGE_CP1256, 0, FAMILY_BYTES},
    {"cp864", ENCODING_CODEPAGE + CODEPAGE_CP864, 0, FAMILY_BYTES},
};

static void widen(struct buffer *bytes, const struct family *family)
{
	struct buffer wide = {0};
	for (size_t i = 0; i + 1 < bytes->len; i += 2) {
		bool little = family->family == FAMILY_UTF32LE;
		buffer_append(&wide, little ? bytes->at + i : (const uint8_t *)"\0", 2);
		buffer_append(&wide, little ? (const uint8_t *)"\0" : bytes->at + i, 2);
	}
	buffer_release(bytes);
	*bytes = wide;
}

/* Texts of any length, cut in the middle of a unit as well. */
static bool measure_family(const struct mixed *mixed, const struct family *family, size_t length, size_t count)
{
	struct random random = {SEED + length};
	struct tally tally = {family->name, 0, 0};
	for (size_t i = 0; i < count; i++) {
		struct characters text = {0};
		struct buffer bytes = {0};
		mixed_paragraphs(mixed, &random, (enum script)(i % 3), length, &text);
		encode(&text, family->encoding, false, &bytes);
		if (family->zeros)
			widen(&bytes, family);
		size_t len = bytes.len < ENCODING_HEAD ? bytes.len - i % 2 : ENCODING_HEAD;
		tally.all++;
		tally.right += encoding_family_of(bytes.at, len) == family->family;
		characters_release(&text);
		buffer_release(&bytes);
	}
	return tell(mixed, length, tally, 99.5);
}

int main(int argc, char **argv)
{
	static const size_t lengths[] = {2000, 200, 50};
	struct mixed mixed;
	size_t passed = 0, failed = 0, count = bed_is_long(argc, argv) ? 10000 : 600;
	if (!mixed_read_news(&mixed)) {
		puts("no corpus here");
		return BED_SKIPPED;
	}
	for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
		for (enum damage kind = 0; kind < DAMAGES; kind++)
			++*(measure_damage(&mixed, kind, lengths[i], count) ? &passed : &failed);
		for (size_t family = 0; family < sizeof families / sizeof families[0]; family++)
			++*(measure_family(&mixed, &families[family], lengths[i], count) ? &passed : &failed);
		++*(measure_mixture(&mixed, CODEPAGE_CP1252, lengths[i], count) ? &passed : &failed);
		++*(measure_mixture(&mixed, CODEPAGE_CP1256, lengths[i], count) ? &passed : &failed);
		++*(measure_random(lengths[i], count) ? &passed : &failed);
	}
	++*(measure_program(argv[0]) ? &passed : &failed);
	mixed_release(&mixed);
	printf("%zu passed, %zu failed\n", passed, failed);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
