/* SPDX-License-Identifier: MIT */
#include "support/escape.h"

#include <stdlib.h>
#include <string.h>

#include "unicode/tables.h"
#include "unicode/utf8.h"

/* The letters of short escapes, and what each stands for at the same place. */
static const char short_letters[] = "ntr0\\", short_bytes[] = "\n\t\r\0\\";

/* Hexadecimal digits at `at`, one to `max` of them. Returns their number; the value is in `*ret`. */
static size_t read_hex(const char *at, const char *end, size_t max, uint32_t *ret)
{
	static const char digits[] = "0123456789ABCDEF";
	size_t n = 0;
	*ret = 0;
	for (; n < max && at + n < end; n++) {
		char upper = at[n] >= 'a' && at[n] <= 'f' ? (char)(at[n] - 'a' + 'A') : at[n];
		const char *digit = upper ? strchr(digits, upper) : NULL;
		if (!digit)
			break;
		*ret = *ret << 4 | (uint32_t)(digit - digits);
	}
	return n;
}

/* The number behind a star, at most 7 digits; 1 where no star is. Returns the bytes it takes. */
static size_t read_count(const char *at, const char *end, size_t *ret)
{
	size_t n = 0;
	*ret = at < end && *at == '*' ? 0 : 1;
	if (*ret == 0)
		for (n = 1; at + n < end && n < 8 && at[n] >= '0' && at[n] <= '9'; n++)
			*ret = *ret * 10 + (size_t)(at[n] - '0');
	return n;
}

/* u{XXXX} or u{XXXX*N} at `at`. Returns the bytes it takes, 0 when it is neither. */
static size_t read_code_point(const char *at, const char *end, struct buffer *out)
{
	uint32_t cp;
	uint8_t bytes[4];
	size_t count, digits = read_hex(at + 2, end, 6, &cp);
	size_t used = 2 + digits + read_count(at + 2 + digits, end, &count);
	bool surrogate = cp >= 0xD800 && cp <= 0xDFFF;
	if (!digits || surrogate || cp > 0x10FFFF || at + used == end || at[used] != '}')
		return 0;
	for (unsigned len = utf8_encode(cp, bytes); count > 0; count--)
		buffer_append(out, bytes, len);
	return used + 1;
}

/* The escape behind a backslash at `at`. Returns the bytes it takes, 0 when it is none. */
static size_t read_one(const char *at, const char *end, struct buffer *out)
{
	uint32_t value;
	if (at < end && *at == 'e')
		return 1;
	const char *letter = at < end && *at ? strchr(short_letters, *at) : NULL;
	if (letter) {
		buffer_append(out, &short_bytes[letter - short_letters], 1);
		return 1;
	}
	if (end - at > 2 && at[0] == 'x' && read_hex(at + 1, end, 2, &value) == 2) {
		buffer_append(out, &(uint8_t){(uint8_t)value}, 1);
		return 3;
	}
	return end - at > 3 && at[0] == 'u' && at[1] == '{' ? read_code_point(at, end, out) : 0;
}

bool escape_read(const char *line, size_t len, struct buffer *out)
{
	const char *end = line + len;
	while (line < end) {
		if (*line != '\\') {
			buffer_append(out, line++, 1);
			continue;
		}
		size_t used = read_one(line + 1, end, out);
		if (!used)
			return false;
		line += used + 1;
	}
	return !out->failed;
}

/* Letters, digits, punctuation and the common space can be read as they are. */
static bool is_visible(uint32_t cp)
{
	enum unicode_category category = unicode_category(cp);
	bool seen = category >= UNICODE_LU && category <= UNICODE_SO;
	bool mark = category >= UNICODE_MN && category <= UNICODE_ME;
	return cp == ' ' || (seen && !mark && !unicode_is_ignorable(cp));
}

/* `count` times the same character. Spaces at an edge of the text are not seen. */
static void print_character(FILE *file, const uint8_t *bytes, unsigned len, size_t count, bool at_edge)
{
	uint32_t cp;
	utf8_decode(bytes, bytes + len, &cp);
	bool visible = is_visible(cp) && !(cp == ' ' && at_edge);
	const char *letter = cp < 0x80 ? memchr(short_bytes, (int)cp, sizeof short_bytes - 1) : NULL;
	if (count > 4)
		fprintf(file, "\\u{%04X*%zu}", (unsigned)cp, count);
	for (; count <= 4 && count > 0; count--) {
		if (letter)
			fprintf(file, "\\%c", short_letters[letter - short_bytes]);
		else if (visible)
			fwrite(bytes, 1, len, file);
		else
			fprintf(file, "\\u{%04X}", (unsigned)cp);
	}
}

/* How often the `len` bytes at `at` stand there in a row. */
static size_t repeats(const uint8_t *at, const uint8_t *end, unsigned len)
{
	size_t count = 1;
	while ((size_t)(end - at) >= (count + 1) * len && memcmp(at, at + count * len, len) == 0)
		count++;
	return count;
}

void escape_print(FILE *file, const void *text, size_t len)
{
	const uint8_t *at = text, *end = len ? at + len : at;
	if (len == 0)
		fputs("\\e", file);
	while (at < end) {
		uint32_t cp;
		unsigned used = utf8_decode(at, end, &cp);
		size_t count = cp == UTF8_INVALID ? 1 : repeats(at, end, used);
		if (cp != UTF8_INVALID)
			print_character(file, at, used, count, at == text || at + used * count == end);
		for (unsigned i = 0; cp == UTF8_INVALID && i < used; i++)
			fprintf(file, "\\x%02X", at[i]);
		at += used * count;
	}
}
