/* SPDX-License-Identifier: MIT */
#include "common/position.h"

#include <string.h>

/* A vector of the compiler, which becomes what the machine has; and so many that the counts in its bytes fit into one. */
typedef int8_t vector __attribute__((vector_size(16)));
enum { VECTORS = 15 };

/* Bytes from 80 to BF in so many vectors: as signed numbers they are the least. */
static size_t count_continuations(const char *text, size_t vectors)
{
	vector counts = {0};
	uint64_t halves[2];
	for (; vectors; vectors--, text += sizeof counts) {
		vector bytes;
		memcpy(&bytes, text, sizeof bytes);
		counts -= (vector)(bytes < -64); /* true is -1 */
	}
	memcpy(halves, &counts, sizeof halves);
	return (size_t)((halves[0] + halves[1]) * UINT64_C(0x0101010101010101) >> 56);
}

size_t position_count_characters(const char *text, size_t len)
{
	size_t characters = len;
	while (len >= sizeof(vector)) {
		size_t vectors = len / sizeof(vector) < VECTORS ? len / sizeof(vector) : VECTORS;
		characters -= count_continuations(text, vectors);
		text += vectors * sizeof(vector);
		len -= vectors * sizeof(vector);
	}
	for (; len; text++, len--)
		characters -= ((unsigned char)*text & 0xC0) == 0x80;
	return characters;
}

/* Those of eight bytes. */
static unsigned count_in_eight(const char *text)
{
	uint64_t bytes;
	memcpy(&bytes, text, sizeof bytes);
	uint64_t continuations = bytes >> 7 & ~bytes >> 6 & UINT64_C(0x0101010101010101);
	return 8 - (unsigned)(continuations * UINT64_C(0x0101010101010101) >> 56);
}

const char *position_skip_characters(const char *text, const char *end, size_t most)
{
	for (unsigned count; end - text >= 8 && (count = count_in_eight(text)) <= most; text += 8)
		most -= count;
	for (; most && text < end; text++)
		most -= ((unsigned char)*text & 0xC0) != 0x80;
	while (text < end && ((unsigned char)*text & 0xC0) == 0x80)
		text++;
	return text;
}

void position_advance(struct position *position, const char *text, size_t len)
{
	const char *end = text + len, *newline;
	position->offset += len;
	for (; (newline = memchr(text, '\n', (size_t)(end - text))); text = newline + 1) {
		position->line++;
		position->column = 1;
	}
	position->column += position_count_characters(text, (size_t)(end - text));
}
