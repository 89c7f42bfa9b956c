/* SPDX-License-Identifier: MIT */
/* The contract of streams. That they give what norm_apply() gives is tested by tests/property/streams.c. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "libnorm/norm.h"

/* What a sink has received. */
struct log {
	char text[256];
	size_t len, blocks;
	uint64_t source_end, output_end;
	size_t edits;
	size_t stop_at; /* the block at which it says stop, from 1; 0: never */
};

static norm_status receive(void *user, const norm_block *block)
{
	struct log *log = user;
	cr_assert_eq(block->source_offset, log->source_end);
	cr_assert_eq(block->output_offset, log->output_end);
	cr_assert_leq(log->len + block->output_len, sizeof log->text);
	if (++log->blocks == log->stop_at)
		return NORM_E_NOMEM; /* any failure */
	memcpy(log->text + log->len, block->output, block->output_len);
	log->len += block->output_len;
	log->source_end += block->source_len;
	log->output_end += block->output_len;
	log->edits += norm_edits_count(block->edits);
	return NORM_OK;
}

static norm_profile *profile;
static norm_stream *stream;
static struct log record;

static void begin(const char *text, norm_flags flags)
{
	cr_assert_eq(norm_profile_parse(NULL, text, strlen(text), &profile, NULL), NORM_OK);
	cr_assert_eq(norm_stream_new(profile, flags, receive, &record, &stream), NORM_OK);
}

static void begin_fold(void)
{
	begin("[unicode]\ncase = fold\nform = NFC\n", NORM_WITH_EDITS);
}

static void begin_strict(void)
{
	begin("[input]\ninvalid = strict\n", NORM_PLAIN);
}

static void tear_down(void)
{
	norm_stream_free(stream);
	norm_profile_free(profile);
}

TestSuite(stream, .fini = tear_down);

static norm_status push(const char *text)
{
	return norm_stream_write(stream, text, strlen(text));
}

static void expect_text(const char *text)
{
	cr_expect_eq(record.len, strlen(text), "%zu bytes", record.len);
	cr_expect_eq(memcmp(record.text, text, record.len), 0, "%.*s", (int)record.len, record.text);
}

Test(stream, gives_whole_paragraphs_at_once, .init = begin_fold)
{
	cr_expect_eq(push("AB"), NORM_OK);
	expect_text("");
	cr_expect_eq(push("C\nD"), NORM_OK);
	expect_text("abc\n");
	cr_expect_eq(push("\xE2\x80"), NORM_OK);
	cr_expect_eq(push("\xA9"), NORM_OK);
	expect_text("abc\nd\u2029");
	cr_expect_eq(push("E"), NORM_OK);
	cr_expect_eq(norm_stream_finish(stream), NORM_OK);
	expect_text("abc\nd\u2029e");
	cr_expect_eq(record.source_end, 9);
	cr_expect_eq(record.edits, 5);
}

Test(stream, nothing_in_nothing_out, .init = begin_fold)
{
	cr_expect_eq(norm_stream_write(stream, NULL, 0), NORM_OK);
	cr_expect_eq(push(""), NORM_OK);
	cr_expect_eq(norm_stream_finish(stream), NORM_OK);
	cr_expect_eq(record.blocks, 0);
}

Test(stream, what_is_cut_waits, .init = begin_fold)
{
	static const char text[] = "e\u0301\u1100\u1161\U0001F600";
	for (size_t i = 0; i < sizeof text - 1; i++)
		cr_expect_eq(norm_stream_write(stream, text + i, 1), NORM_OK);
	cr_expect_eq(record.blocks, 0);
	cr_expect_eq(norm_stream_finish(stream), NORM_OK);
	expect_text("\u00E9\uAC00\U0001F600");
}

Test(stream, is_ready_again_after_reset, .init = begin_fold)
{
	for (int i = 0; i < 3; i++) {
		record = (struct log){0};
		cr_expect_eq(push("\u00C9\n\u00C9"), NORM_OK);
		cr_expect_eq(norm_stream_finish(stream), NORM_OK);
		expect_text("\u00E9\n\u00E9");
		cr_expect_eq(record.edits, 2);
		norm_stream_reset(stream);
	}
	record = (struct log){0};
	cr_expect_eq(push("dropped"), NORM_OK);
	norm_stream_reset(stream);
	cr_expect_eq(push("X"), NORM_OK);
	cr_expect_eq(norm_stream_finish(stream), NORM_OK);
	expect_text("x");
}

Test(stream, only_reset_and_free_after_finish, .init = begin_fold)
{
	cr_expect_eq(push("A"), NORM_OK);
	cr_expect_eq(norm_stream_finish(stream), NORM_OK);
	cr_expect_eq(push("B"), NORM_E_MISUSE);
	cr_expect_eq(norm_stream_finish(stream), NORM_E_MISUSE);
	expect_text("a");
	cr_expect_eq(norm_stream_error(stream)->status, NORM_OK);
}

Test(stream, a_sink_can_stop_it, .init = begin_fold)
{
	record.stop_at = 2;
	cr_expect_eq(push("A\n"), NORM_OK);
	cr_expect_eq(push("B\n"), NORM_E_SINK);
	cr_expect_eq(norm_stream_error(stream)->status, NORM_E_SINK);
	cr_expect_eq(push("C\n"), NORM_E_SINK);
	cr_expect_eq(norm_stream_finish(stream), NORM_E_SINK);
	expect_text("a\n");
	cr_expect_eq(record.blocks, 2, "after that it is not called");
	norm_stream_reset(stream);
	record = (struct log){0};
	cr_expect_eq(norm_stream_error(stream)->status, NORM_OK);
	cr_expect_eq(push("D\n"), NORM_OK);
	expect_text("d\n");
}

Test(stream, strict_names_the_byte_of_the_whole_input, .init = begin_strict)
{
	cr_expect_eq(push("one\ntwo\n"), NORM_OK);
	cr_expect_eq(push("\u00E9"), NORM_OK);
	cr_expect_eq(push("\xC3"), NORM_OK);
	cr_expect_eq(push("!\n"), NORM_E_ENCODING);
	const norm_error *error = norm_stream_error(stream);
	cr_expect_eq(error->status, NORM_E_ENCODING);
	cr_expect_eq(error->code, NORM_ERROR_INVALID_UTF8);
	cr_expect_eq(error->offset, 10);
	cr_expect_eq(push("more\n"), NORM_E_ENCODING);
	expect_text("one\ntwo\n");
}

Test(stream, strict_at_the_end, .init = begin_strict)
{
	cr_expect_eq(push("abc\xE2\x82"), NORM_OK);
	cr_expect_eq(norm_stream_finish(stream), NORM_E_ENCODING);
	cr_expect_eq(norm_stream_error(stream)->offset, 3);
	expect_text("");
	norm_stream_reset(stream);
	cr_expect_eq(push("abc"), NORM_OK);
	cr_expect_eq(norm_stream_finish(stream), NORM_OK);
	expect_text("abc");
}

/* Bytes that the encoding of their paragraph has are no error, and one that it lacks is. */
Test(stream, strict_where_the_encoding_is_found_out, .init = begin_strict)
{
	cr_assert_eq(norm_stream_set_encoding(stream, "auto"), NORM_OK);
	cr_expect_eq(push("d\xE9j\xE0 vu\n"), NORM_OK);
	cr_expect_eq(push("L'\xCEle na\xEFve de l'a\xEEn\xE9 \x81 \xC0 l'\xC9" "cole\n"), NORM_E_ENCODING);
	cr_expect_eq(norm_stream_error(stream)->offset, 30);
	expect_text("d\u00E9j\u00E0 vu\n");
}

Test(stream, wrong_calls, .init = begin_fold)
{
	norm_stream *other = (norm_stream *)&other;
	cr_expect_eq(norm_stream_new(NULL, NORM_PLAIN, receive, NULL, &other), NORM_E_MISUSE);
	cr_expect_eq(norm_stream_new(profile, NORM_PLAIN, NULL, NULL, &other), NORM_E_MISUSE);
	cr_expect_eq(norm_stream_new(profile, NORM_PLAIN, receive, NULL, NULL), NORM_E_MISUSE);
	cr_expect_eq(norm_stream_new(profile, (norm_flags)4, receive, NULL, &other), NORM_E_MISUSE);
	cr_expect_eq((void *)other, (void *)&other);
	cr_expect_eq(norm_stream_write(NULL, "a", 1), NORM_E_MISUSE);
	cr_expect_eq(norm_stream_write(stream, NULL, 1), NORM_E_MISUSE);
	cr_expect_eq(norm_stream_finish(NULL), NORM_E_MISUSE);
	cr_expect_eq(norm_stream_read_levels(NULL, NULL), NORM_E_MISUSE);
	norm_stream_free(NULL);
	cr_expect_eq(push("A\n"), NORM_OK, "the stream is none the worse for it");
	expect_text("a\n");
}

static norm_status drop(void *user, const norm_block *block)
{
	(void)user;
	(void)block;
	return NORM_OK;
}

Test(stream, tells_its_encoding)
{
	static const struct {
		const char *text;
		size_t len;
		const char *encoding;
	} rows[] = {
		{"\xFE\xFF\0a\0\n", 6, "UTF-16BE"},
		{"\xFF\xFE" "a\0\n\0", 6, "UTF-16LE"},
		{"a\0\0\0b\0\0\0", 8, "UTF-32LE"},
		{"\0\0\0a\0\0\0b", 8, "UTF-32BE"},
		{"\xE9t\xE9 \n", 5, NULL},
		{"a\n", 2, NULL},
	};
	begin("[input]\nencoding = auto\n", NORM_PLAIN);
	norm_stream *other;
	cr_assert_eq(norm_stream_new(profile, NORM_PLAIN, drop, NULL, &other), NORM_OK);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *wanted = rows[i].encoding;
		cr_expect_null(norm_stream_encoding(other), "nothing is known yet");
		cr_assert_eq(norm_stream_write(other, rows[i].text, rows[i].len), NORM_OK);
		cr_assert_eq(norm_stream_finish(other), NORM_OK);
		const char *told = norm_stream_encoding(other);
		cr_expect(wanted ? told && !strcmp(told, wanted) : !told, "row %zu: %s", i, told ? told : "none");
		norm_stream_reset(other);
	}
	cr_assert_eq(norm_stream_set_encoding(other, "windows-1256"), NORM_OK);
	cr_expect_str_eq(norm_stream_encoding(other), "windows-1256");
	cr_assert_eq(norm_stream_set_encoding(other, "cp1252"), NORM_OK);
	cr_expect_str_eq(norm_stream_encoding(other), "windows-1252");
	cr_assert_eq(norm_stream_set_encoding(other, "latin1"), NORM_OK);
	cr_expect_str_eq(norm_stream_encoding(other), "ISO-8859-1");
	cr_assert_eq(norm_stream_set_encoding(other, "ibm-720"), NORM_OK);
	cr_expect_str_eq(norm_stream_encoding(other), "ibm-720");
	cr_expect_null(norm_stream_encoding(NULL));
	norm_stream_free(other);
}

Test(stream, reads_levels_of_its_own_profile, .init = begin_fold)
{
	norm_profile *other;
	norm_levels *own, *foreign;
	norm_sentence sentence;
	cr_assert_eq(norm_profile_parse(NULL, "", 0, &other, NULL), NORM_OK);
	cr_assert_eq(norm_levels_new(profile, &own), NORM_OK);
	cr_assert_eq(norm_levels_new(other, &foreign), NORM_OK);
	cr_expect_eq(norm_stream_read_levels(stream, foreign), NORM_E_MISUSE);
	cr_assert_eq(norm_stream_read_levels(stream, own), NORM_OK);
	cr_expect_eq(push("Un mot. Deux.\nC\n"), NORM_OK);
	cr_expect(norm_levels_sentence(own, 1, &sentence) && sentence.start == 14, "two paragraphs");
	cr_assert_eq(norm_stream_read_levels(stream, NULL), NORM_OK);
	norm_levels_free(own);
	cr_expect_eq(push("D\n"), NORM_OK);
	norm_levels_free(foreign);
	norm_profile_free(other);
}

/* A paragraph without end is handed on in parts; where it is cut does not show. */
struct total {
	uint64_t output_len;
	size_t blocks, largest;
};

static norm_status add_up(void *user, const norm_block *block)
{
	struct total *total = user;
	total->blocks++;
	total->output_len += block->output_len;
	if (block->source_len > total->largest)
		total->largest = block->source_len;
	return NORM_OK;
}

/* Give one paragraph, a text so many times, to a stream and to norm_apply(): both make as many bytes of it, which are returned. */
static size_t check_long(const char *rules, const char *unit, size_t count, struct total *total)
{
	norm_result *result;
	size_t unit_len = strlen(unit), len = count * unit_len, output_len;
	cr_assert_eq(norm_profile_parse(NULL, rules, strlen(rules), &profile, NULL), NORM_OK);
	cr_assert_eq(norm_stream_new(profile, NORM_PLAIN, add_up, total, &stream), NORM_OK);
	char *line = malloc(len);
	cr_assert_not_null(line);
	for (size_t i = 0; i < len; i += unit_len)
		memcpy(line + i, unit, unit_len);
	cr_expect_eq(norm_stream_write(stream, line, len), NORM_OK);
	cr_expect_eq(norm_stream_finish(stream), NORM_OK);
	cr_assert_eq(norm_apply(profile, line, len, NORM_PLAIN, &result, NULL), NORM_OK);
	norm_result_text(result, &output_len);
	cr_expect_eq(total->output_len, output_len);
	norm_result_free(result);
	free(line);
	return output_len;
}

/* A paragraph that becomes eleven times as long is cut earlier, and becomes the same. */
Test(stream, heavy_paragraphs_are_cut_earlier)
{
	enum { COUNT = 200000, LARGEST = 1 << 18 };
	struct total total = {0};
	size_t len = check_long("[arabic]\nforms = letters\nwords = expand\n", "\uFDFA", COUNT, &total);
	cr_expect_leq(total.largest, LARGEST);
	cr_expect_gt(len, 5 * COUNT * strlen("\uFDFA"));
}

/* Numbers everywhere make islands as long as islands may be: they end where a stream cuts. */
Test(stream, no_island_reaches_over_a_cut)
{
	struct total total = {0};
	check_long("[french]\nnumber-groups = four\nnumbers = nnbsp\nunits = nbsp\n", "1 000 000 km ", 100000, &total);
	cr_expect_gt(total.blocks, 1);
}

Test(stream, long_paragraphs_are_cut)
{
	enum { SIZE = 5000000, PARAGRAPH_MAX = 1 << 20 };
	static const char text[] = "[unicode]\ncase = fold\n";
	struct total total = {0};
	cr_assert_eq(norm_profile_parse(NULL, text, sizeof text - 1, &profile, NULL), NORM_OK);
	cr_assert_eq(norm_stream_new(profile, NORM_PLAIN, add_up, &total, &stream), NORM_OK);
	char *line = malloc(SIZE);
	cr_assert_not_null(line);
	memset(line, 'A', SIZE);
	cr_expect_eq(norm_stream_write(stream, line, SIZE), NORM_OK);
	cr_expect_geq(total.blocks, 4, "%zu blocks", total.blocks);
	cr_expect_eq(norm_stream_finish(stream), NORM_OK);
	cr_expect_eq(total.output_len, SIZE);
	cr_expect_leq(total.largest, PARAGRAPH_MAX);
	free(line);
}

static norm_status count(void *user, const norm_block *block)
{
	*(size_t *)user += block->output_len;
	return NORM_OK;
}

/*
 * A piece that begins behind an Arabic letter, and a letter with so many marks that it ends behind the places that are to be visited: to look
 * for three equal letters at the start of it has to end, too.
 */
Test(stream, comes_to_an_end_behind_long_marks, .timeout = 60)
{
	static const char rules[] = "[controls]\nc0c1 = drop\n[arabic]\nelongation = two\nhamza-seats = fold\n[latin]\naccents = strip\n";
	enum { PAIRS = 262000, MARKS = 300 };
	size_t len = 0;
	cr_assert_eq(norm_profile_parse(NULL, rules, strlen(rules), &profile, NULL), NORM_OK);
	cr_assert_eq(norm_stream_new(profile, NORM_PLAIN, count, &len, &stream), NORM_OK);
	for (int i = 0; i < PAIRS; i++)
		cr_assert_eq(push("\u0628\u062A"), NORM_OK);
	cr_assert_eq(push("\u064A\xC2\x9F" "e"), NORM_OK);
	for (int i = 0; i < MARKS; i++)
		cr_assert_eq(push("\u035C"), NORM_OK);
	cr_assert_eq(norm_stream_finish(stream), NORM_OK);
	cr_expect_eq(len, PAIRS * strlen("\u0628\u062A") + strlen("\u064Ae"));
}
