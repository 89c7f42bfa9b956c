/* SPDX-License-Identifier: MIT */
/*
 * The bytes are two names, cut at the first NUL, and with it a text: scores are symmetric, offsets of parts and matches
 * lie within their texts and in order, and the other script is written in UTF-8.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fuzz/fuzz.h"
#include "support/table_gazetteer.h"
#include "unicode/utf8.h"

const char fuzz_corpus[] = "names";

static const char table[] = "t:1\tML\tcapital\t\t\tfr\tBamako\tpreferred\tt\n"
			    "t:1\tML\tcapital\t\t\tar\t\u0628\u0627\u0645\u0627\u0643\u0648\tpreferred\tt\n"
			    "t:2\tML\ttown\t\t\tfr\tTin Zaouatine\tpreferred\tt\n"
			    "t:3\tEG\tcapital\t\t\tfr\tLe Caire\tpreferred\tt\n"
			    "t:3\tEG\tcapital\t\t\tar\t\u0627\u0644\u0642\u0627\u0647\u0631\u0629\tpreferred\tt\n";

static void compare(const char *a, size_t a_len, const char *b, size_t b_len)
{
	static norm_name_part parts[NORM_NAME_PARTS];
	uint64_t keys[NORM_NAME_KEYS];
	double score = norm_name_score(a, a_len, b, b_len, "DZ");
	size_t count = norm_name_explain(a, a_len, b, b_len, "DZ", parts, NORM_NAME_PARTS);
	fuzz_require(score >= 0 && score <= 1, "the score");
	fuzz_require(score == norm_name_score(b, b_len, a, a_len, "DZ"), "the score the other way round");
	fuzz_require(norm_name_keys(a, a_len, keys, NORM_NAME_KEYS) <= NORM_NAME_KEYS && count <= NORM_NAME_PARTS,
		     "too many");
	for (size_t i = 0; i < count; i++) {
		const norm_name_part *part = &parts[i];
		fuzz_require(part->a_start <= part->a_end && part->a_end <= a_len, "a part of the first name");
		fuzz_require(part->b_start <= part->b_end && part->b_end <= b_len, "a part of the second name");
	}
}

static bool is_utf8(const char *text)
{
	const uint8_t *at = (const uint8_t *)text, *end = at + strlen(text);
	bool good = true;
	for (uint32_t cp; at < end; good = good && cp != UTF8_INVALID)
		at += utf8_decode(at, end, &cp);
	return good;
}

static void write_names(norm_romaniser *romaniser, const char *name, size_t len)
{
	norm_proposal proposal;
	for (int to_arabic = 0; to_arabic < 2; to_arabic++) {
		fuzz_require((to_arabic ? norm_arabise : norm_romanise)(romaniser, name, len) == NORM_OK,
			     "the other script");
		for (size_t i = 0; norm_romaniser_proposal(romaniser, i, &proposal); i++) {
			fuzz_require(proposal.confidence >= 0 && proposal.confidence <= 1,
				     "the confidence of a proposal");
			fuzz_require(is_utf8(proposal.text), "a proposal that is not UTF-8");
		}
	}
}

static void find(norm_place_finder *finder, const char *text, size_t len)
{
	norm_place_match match;
	size_t end = 0;
	fuzz_require(norm_place_finder_read(finder, text, len) == NORM_OK, "the finder");
	for (size_t i = 0; norm_place_finder_match(finder, i, &match); end = match.end, i++) {
		fuzz_require(match.start >= end && match.start < match.end && match.end <= len, "a place of the text");
		fuzz_require(match.confidence >= 0 && match.confidence <= 1, "how sure that is");
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct test_gazetteer gazetteer;
	static norm_romaniser *romaniser;
	static norm_place_finder *finder;
	if (!gazetteer.gazetteer) {
		gazetteer = test_gazetteer_of_table(table);
		fuzz_require(gazetteer.gazetteer && norm_romaniser_new("DZ", gazetteer.gazetteer, &romaniser) == NORM_OK &&
				     norm_place_finder_new(gazetteer.gazetteer, &finder) == NORM_OK,
			     "the start");
	}
	const char *text = (const char *)data;
	const char *cut = size ? memchr(text, '\0', size) : NULL;
	size_t first = cut ? (size_t)(cut - text) : size, second = cut ? first + 1 : size;
	compare(text, first, text + second, size - second);
	write_names(romaniser, text, first);
	find(finder, text, size);
	return 0;
}
