/* SPDX-License-Identifier: MIT */
/* The first look at all words of a part leaves each word with which the second one says that a name may begin. */
#include <criterion/criterion.h>

#include "places/find_first_look.h"
#include "places/find_opening.h"
#include "places/find_sieve.h"
#include "places/gazetteer.h"
#include "property/random.h"
#include "support/table_gazetteer.h"

static const char table[] =
	"a\tML\tcountry\t\t\tar\tمالي\tpreferred\ts\n"
	"b\tEG\tcountry\t\t\tar\tمصر\tpreferred\ts\n"
	"c\tQA\tcountry\t\t\tar\tقطر\tpreferred\ts\n"
	"d\tDZ\tcountry\t\t\tar\tالجزائر\tpreferred\ts\n"
	"e\tML\ttown\t\t\tar\tتين زواتين\tpreferred\ts\n"
	"f\tCF\tcountry\t\t\tar\tأفريقيا الوسطى\tpreferred\ts\n"
	"g\tTN\ttown\t\t\tar\tبن قردان\tpreferred\ts\n"
	"h\tYE\ttown\t\t\tar\tإب\tpreferred\ts\n"
	"i\tML\ttown\t\t\tar\tفي ما\tpreferred\ts\n";

/* Names, what they begin like, small words, and what may stand between and in them. */
static const char *const pieces[] = {
	"مالي", "مصر", "قطر", "الجزائر", "تين زواتين", "أفريقيا الوسطى", "بن قردان", "إب", "مال", "مصرع", "قطري", "تين", "زواتين", "بن",
	"من", "في", "ما", "على", "و", "ب", "ل", "ف", "ك", "ال", "وال", "لل", "المستشفيات", "بالاستقلاليات", " ", " ", " ", " ", " ", "  ",
	"\n", ".", "،", "؟", "(", "-", "\u00A0", "\u064E", "\u0651", "ـ", "\u200F", "گ", "٣", "7", "a", "É", "\uFEFB", "\u201C", "\xFF", "\xD8",
};

static void mixed_text(struct random *random, struct buffer *ret)
{
	ret->len = 0;
	for (size_t n = 1 + random_below(random, 900); n > 0; n--)
		buffer_append_text(ret, pieces[random_below(random, sizeof pieces / sizeof *pieces)]);
	if (ret->len > FIND_PART)
		ret->len = FIND_PART;
}

/* Look at all words of a text both ways; returns how many the sieve has left. */
static size_t compare(const struct find_text *text, const struct find_sieve *sieve)
{
	static struct find_masks before[FIND_PART / FIND_GROUP + 1], masks[FIND_PART / FIND_GROUP + 1];
	static struct find_opening words[FIND_PART / 2];
	size_t len = (size_t)(text->end - text->start), groups = find_groups(len), left = 0;
	find_loud_portable(&sieve->set, text->start, len, before);
	before[groups] = (struct find_masks){0};
	memcpy(masks, before, sizeof masks);
	sieve->sift(sieve, text, text->start, len, masks, words);
	for (size_t i = 1; i < len; i++) {
		uint64_t bit = UINT64_C(1) << i % FIND_GROUP;
		bool first = i < 3 || !(before[(i - 2) / FIND_GROUP].arabic >> (i - 2) % FIND_GROUP & 1);
		bool kept = masks[i / FIND_GROUP].arabic & bit;
		if (!(before[i / FIND_GROUP].arabic & bit) || !first) {
			cr_expect(!kept, "no word begins at %zu", i);
			continue;
		}
		unsigned passes = find_opening_arabic(text->gazetteer, text->start + i - 1, text->end).ways;
		unsigned sieved = kept ? words[i / 2].ways : 0;
		left += kept;
		cr_expect(sieved & OPENING_UNKNOWN || !(passes & ~sieved), "%zu: %u, not %u: %.*s", i, sieved, passes,
			  (int)(len - i < 40 ? len - i : 40), (const char *)text->start + i - 1);
	}
	return left;
}

Test(sieve, leaves_what_may_be_a_name)
{
	struct test_gazetteer data = test_gazetteer_of_table(table);
	struct random random = {3};
	struct buffer bytes = {0};
	struct find_sieve sieve;
	size_t left = 0;
	cr_assert_not_null(data.gazetteer);
	cr_assert(find_sieve_make(data.gazetteer, &sieve));
	for (int round = 0; round < 1500; round++) {
		sieve.sift = round % 4 ? find_sieve_best() : find_sieve_portable;
		mixed_text(&random, &bytes);
		left += compare(&(struct find_text){data.gazetteer, bytes.at, bytes.at + bytes.len}, &sieve);
	}
	cr_expect_gt(left, 10000);
	buffer_release(&bytes);
	find_sieve_release(&sieve);
	test_gazetteer_release(&data);
}

/* With vectors of the processor and without. */
Test(sieve, first_looks_are_the_same)
{
	enum { WORDS = 103, ROUNDS = 200 };
	static const uint8_t often[] = {0x84, 0x87, 0x88, 0xA1, 0xA3, 0xA4, 0xA8, FIND_STRANGE, FIND_OVER, '1', 0};
	static uint8_t letters[(WORDS + 1) * FILTER_LONG], len[WORDS + FIND_LANES], behind[WORDS + FIND_LANES];
	static uint16_t first[WORDS + FIND_LANES];
	struct test_gazetteer data = test_gazetteer_of_table(table);
	struct find_sieve sieve;
	struct random random = {5};
	cr_assert_not_null(data.gazetteer);
	cr_assert(find_sieve_make(data.gazetteer, &sieve));
	for (int round = 0; round < ROUNDS; round++) {
		uint8_t some[WORDS + FIND_LANES], others[WORDS + FIND_LANES];
		for (size_t i = 0; i < sizeof letters; i++)
			letters[i] = often[random_below(&random, sizeof often)];
		for (size_t i = 0; i < WORDS; i++) {
			first[i] = (uint16_t)random_below(&random, sizeof letters - FILTER_LONG);
			len[i] = (uint8_t)(1 + random_below(&random, 9));
			behind[i] = (uint8_t)random_below(&random, 9);
		}
		struct find_look words = {letters, first, len, behind, random_below(&random, WORDS + 1)};
		find_first_look_best()(&sieve.openings, &words, some);
		find_first_look_portable(&sieve.openings, &words, others);
		cr_assert_arr_eq(some, others, words.count);
	}
	find_sieve_release(&sieve);
	test_gazetteer_release(&data);
}

/* It would be of no use if it left all. */
Test(sieve, leaves_little_of_other_text)
{
	static const char text[] = "قالت وزارة الخارجية يوم الأحد إن الاجتماع سيعقد خلال الأسبوع المقبل بحضور عدد كبير من الوزراء والسفراء وممثلي المنظمات";
	static struct find_masks masks[FIND_PART / FIND_GROUP + 1];
	static struct find_opening words[FIND_PART / 2];
	struct test_gazetteer data = test_gazetteer_of_table(table);
	struct find_sieve sieve;
	size_t len = strlen(text), left = 0;
	cr_assert_not_null(data.gazetteer);
	struct find_text source = {data.gazetteer, (const uint8_t *)text, (const uint8_t *)text + len};
	cr_assert(find_sieve_make(data.gazetteer, &sieve));
	find_loud_portable(&sieve.set, source.start, len, masks);
	sieve.sift(&sieve, &source, source.start, len, masks, words);
	for (size_t i = 0; i < find_groups(len); i++)
		left += (size_t)__builtin_popcountll(masks[i].arabic);
	cr_expect_lt(left, 5, "%zu of 19 words", left);
	find_sieve_release(&sieve);
	test_gazetteer_release(&data);
}
