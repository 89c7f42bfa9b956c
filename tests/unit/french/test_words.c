/* SPDX-License-Identifier: MIT */
/* Words of the text, and which words of the data they are. */
#include <criterion/criterion.h>
#include <string.h>

#include "french/word.h"

/* The word round the first `what` in a text. */
static bool read(const char *text, const char *what, struct word *ret)
{
	struct scope_text place = {(const uint8_t *)text, strlen(text), (size_t)(strstr(text, what) - text)};
	return word_read(&place, ret);
}

static const struct french_word *find(const struct french_words *list, const char *text, const char *what)
{
	struct word word;
	return read(text, what, &word) ? word_find(list, &word) : NULL;
}

Test(words, are_read)
{
	struct word word;
	cr_assert(read("l’\u00C9COEURE\u0301, non", "OE", &word));
	cr_expect_eq(word.length, 7);
	cr_expect_arr_eq(word.letters, "\xE9" "coeur\xE9", 8 - 1);
	cr_expect_eq(word.at, 2);
	cr_expect_eq(word.shape, WORD_CAPITALS);
	cr_assert(read("Œuvre", "uvre", &word));
	cr_expect_eq(word.at, 2, "a ligature is two letters");
	cr_expect_eq(word.shape, WORD_CAPITAL);
	cr_assert(read("OEuvre", "OE", &word));
	cr_expect_eq(word.shape, WORD_CAPITAL);
	cr_assert(read("CoeuR", "oe", &word));
	cr_expect_eq(word.shape, WORD_MIXED);
	cr_assert(read("coeur", "oe", &word));
	cr_expect_eq(word.shape, WORD_SMALL);
}

Test(words, are_none)
{
	static const char *const texts[] = {"coeur2", "coeur_", "coeur\u0161", "coeur\u05D0", "coeuro\u0323"};
	struct word word;
	for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
		cr_expect_not(read(texts[i], "oe", &word), "%s", texts[i]);
	cr_expect_not(read("a, b", ",", &word));
	char text[201] = {0};
	memset(text, 'e', sizeof text - 1);
	cr_expect_not(read(text, "e", &word), "too long");
}

Test(words, join)
{
	const char *text = "\u00E0 Saint-Etienne-du-Rouvray";
	struct scope_text place = {(const uint8_t *)text, strlen(text), (size_t)(strstr(text, "E") - text)};
	struct word word;
	cr_assert(word_read(&place, &word));
	cr_expect_null(word_find(&french_capitals, &word), "a given name");
	cr_assert(word_join(&place, &word));
	cr_expect_eq(word.at, 6);
	cr_expect_eq(word.first, 6);
	const struct french_word *entry = word_find(&french_capitals, &word);
	cr_assert_not_null(entry);
	cr_expect_eq(word_spelled(&french_capitals, entry, word.at), 0xE9);
}

Test(words, are_found)
{
	cr_expect_not_null(find(&french_capitals, "Etat", "E"));
	cr_expect_not_null(find(&french_capitals, "ELYSEE", "Y"));
	cr_expect_not_null(find(&french_capitals, "\u00C9tat", "tat"), "nothing lacks");
	cr_expect_null(find(&french_capitals, "etat", "e"), "a small letter has its accent");
	cr_expect_null(find(&french_capitals, "Elysee", "E"), "more than the first accent lacks");
	cr_expect_null(find(&french_capitals, "Entre", "E"));
	cr_expect_not_null(find(&french_ligatures, "coeur", "oe"));
	cr_expect_null(find(&french_ligatures, "moelle", "oe"));
	cr_expect_null(find(&french_ligatures, "coeurx", "oe"));
}

/* Each word of the data finds itself. */
Test(words, are_sorted)
{
	const struct french_words *lists[] = {&french_capitals, &french_ligatures};
	for (size_t i = 0; i < 2; i++)
		for (size_t k = 0; k < lists[i]->count; k++) {
			const struct french_word *entry = &lists[i]->at[k];
			struct word word = {.length = entry->length, .shape = WORD_SMALL};
			for (size_t n = 0; n < word.length; n++)
				word.letters[n] = word_spelled(lists[i], entry, n);
			cr_expect_eq(word_find(lists[i], &word), entry, "list %zu, word %zu", i, k);
		}
}
