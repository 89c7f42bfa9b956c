/* SPDX-License-Identifier: MIT */
#include "report/file_name.h"

#include <stdbool.h>
#include <string.h>

/* What means nothing but itself anywhere in a URI (RFC 3986, 2.3). */
static bool is_unreserved(unsigned char byte)
{
	static const char marks[] = "-._~";
	unsigned char letter = byte | 0x20;
	return (letter >= 'a' && letter <= 'z') || (byte >= '0' && byte <= '9') || (byte && strchr(marks, byte));
}

static bool is_in_uri(unsigned char byte)
{
	return is_unreserved(byte) || byte == '/';
}

/* "#" starts a comment. */
static bool is_in_cell(unsigned char byte)
{
	return byte >= ' ' && byte != 0x7F && byte != '%' && byte != '#';
}

static const char *without_here(const char *file)
{
	while (file[0] == '.' && file[1] == '/') {
		file += 2;
		file += strspn(file, "/");
	}
	return file;
}

static void append(struct bytes *bytes, const char *file, bool (*stands)(unsigned char))
{
	for (; *file; file++) {
		if (stands((unsigned char)*file))
			bytes_append_char(bytes, *file);
		else
			bytes_format(bytes, "%%%02X", (unsigned)(unsigned char)*file);
	}
}

void file_name_append_uri(struct bytes *bytes, const char *file)
{
	bytes_append_text(bytes, *file == '/' ? "file://" : "");
	append(bytes, without_here(file), is_in_uri);
}

void file_name_append_cell(struct bytes *bytes, const char *file)
{
	append(bytes, without_here(file), is_in_cell);
}
