/* SPDX-License-Identifier: MIT */
/* The first byte chooses the profile, the next four are sizes of chunks; the others are a text. */
#include "fuzz/fuzz.h"
#include "support/laws.h"

enum { SIZES = 4 };

const char fuzz_corpus[] = "stream";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	size_t sizes[SIZES];
	if (size < 1 + SIZES)
		return 0;
	for (size_t i = 0; i < SIZES; i++)
		sizes[i] = 1 + data[1 + i] % 64;
	const uint8_t *text = data + 1 + SIZES;
	size_t len = size - 1 - SIZES;
	struct chunks chunks = {sizes, SIZES};
	fuzz_check(law_stream(fuzz_profile(data[0]), text, len, chunks), data[0], text, len);
	return 0;
}
