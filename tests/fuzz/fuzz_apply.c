/* SPDX-License-Identifier: MIT */
/* The first byte chooses the profile; the others are a text, for which every law has to hold. */
#include "fuzz/fuzz.h"
#include "support/laws.h"

const char fuzz_corpus[] = "apply";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (size < 1)
		return 0;
	const norm_profile *profile = fuzz_profile(data[0]);
	const uint8_t *text = data + 1;
	size_t len = size - 1;
	fuzz_check(law_validity(profile, text, len), data[0], text, len);
	if (!fuzz_repairs(data[0]))
		fuzz_check(law_idempotence(profile, text, len), data[0], text, len);
	fuzz_check(law_edits(profile, text, len), data[0], text, len);
	return 0;
}
