/* SPDX-License-Identifier: MIT */
/*
 * Memory that runs out: everything the library does is done again and again, and each time another allocation fails,
 * the first, the second, and so on until none does. Each time the status is NORM_E_NOMEM, out-parameters are untouched,
 * nothing is leaked (a sanitizer tells), and what survives can be used. Linked with --wrap for malloc, calloc and
 * realloc.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "libnorm/norm.h"
#include "property/alloc_acts.h"
#include "text/protect.h"

/* Allocations still to be granted; the one after them fails, and all that follow when memory is gone for good. */
static size_t granted;
static bool armed, for_good, denied;

static bool deny(void)
{
	if (!armed)
		return false;
	if (granted > 0) {
		granted--;
		return false;
	}
	if (denied && !for_good)
		return false;
	return denied = true;
}

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

void *__wrap_malloc(size_t size)
{
	return deny() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
	return deny() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
	return deny() ? NULL : __real_realloc(old, size);
}

static size_t passed, failed;

static void check(bool good, const char *what, size_t n)
{
	if (good) {
		passed++;
		return;
	}
	failed++;
	printf("%s, when allocation %zu fails\n", what, n);
}

static int mark;

static norm_status make_context(const struct world *world)
{
	norm_context *context = (norm_context *)&mark;
	norm_status status = norm_context_new(world->data, &context);
	if (status != NORM_OK)
		return UNTOUCHED(context, &mark) ? status : NORM_E_MISUSE;
	norm_status added = norm_context_add_profile_dir(context, "profiles-of-nobody");
	if (added == NORM_OK)
		added = norm_context_set_gazetteer(context, "places-of-somebody.gaz");
	if (added == NORM_OK)
		added = norm_context_add_gazetteer(context, "places-of-nobody.gaz");
	norm_context_free(context);
	return added;
}

static norm_status get_profile(const struct world *world)
{
	norm_profile *profile = (norm_profile *)&mark;
	norm_error error;
	norm_status status = norm_profile_get(world->context, "search", &profile, &error);
	if (status != NORM_OK)
		return UNTOUCHED(profile, &mark) && error.status == status ? status : NORM_E_MISUSE;
	norm_profile_free(profile);
	return NORM_OK;
}

static norm_status parse_profile(const struct world *world)
{
	static const char text[] = "include = nlp\n[unicode]\nform = NFKD\n[arabic]\nalef = fold\n";
	norm_profile *profile = (norm_profile *)&mark;
	norm_status status = norm_profile_parse(world->context, text, sizeof text - 1, &profile, NULL);
	if (status != NORM_OK)
		return UNTOUCHED(profile, &mark) ? status : NORM_E_MISUSE;
	norm_profile_free(profile);
	return NORM_OK;
}

static void visit(void *user, const char *name, const char *file, const char *summary)
{
	(void)name, (void)file, (void)summary;
	++*(size_t *)user;
}

static norm_status list_profiles(const struct world *world)
{
	size_t count = 0;
	return norm_context_list_profiles(world->context, visit, &count);
}

/* Something for every part of the machine: records, islands, long sequences, edits of every kind, growth. */
static const struct buffer *sample(void)
{
	static const char line[] = "L\u2019\u00C9cole  de\u0301sire \uFDFA \u0628\u0651\u064E "
				   "\xFF\u200B \u1100\u1161 \n";
	static struct buffer text;
	if (text.len)
		return &text;
	for (int i = 0; i < 300; i++)
		buffer_append_text(&text, line);
	buffer_append_text(&text, "e");
	for (int i = 0; i < 3000; i++)
		buffer_append_text(&text, i % 2 ? "\u0301" : "\u0323");
	for (int i = 0; i < 3000; i++)
		buffer_append_text(&text, " ");
	return &text;
}

norm_status apply_to(const norm_profile *profile, const struct buffer *text, norm_flags flags)
{
	norm_result *result = (norm_result *)&mark;
	norm_error error;
	norm_status status = norm_apply(profile, (const char *)text->at, text->len, flags, &result, &error);
	if (status != NORM_OK)
		return UNTOUCHED(result, &mark) && error.status == status ? status : NORM_E_MISUSE;
	norm_result_free(result);
	return NORM_OK;
}

static norm_status apply_plain(const struct world *world)
{
	return apply_to(world->profile, sample(), NORM_PLAIN);
}

static norm_status apply_with_edits(const struct world *world)
{
	return apply_to(world->profile, sample(), NORM_WITH_EDITS);
}

/* Paragraphs in which quotations, remarks, numbers, words and Arabic have to be looked at. */
static const struct buffer *french(void)
{
	static char line[] = "Il dit \"l'Etat est l\u00E0 - enfin - dans 12 500 km\" ; M. Dupont, 2\u00E8me coeur \u00E0 14h30... \n"
			     "\u00AB Il a dit \"viens\" \u00BB ! 50% (\u0642\u0627\u0644 !)\n"
			     "\u0642\u0627\u0644: \"\u0646\u0639\u0645\" \u00BB\u0644\u0627\u00AB 1 234 567\n";
	static struct buffer text = {.at = (uint8_t *)line, .len = sizeof line - 1};
	return &text;
}

static norm_status apply_french(const struct world *world)
{
	return apply_to(world->french, french(), NORM_WITH_EDITS);
}

static norm_status sum_up(void *user, const norm_block *block)
{
	uint64_t *sum = user;
	for (size_t i = 0; i < block->output_len; i++)
		*sum = *sum * 31 + (uint8_t)block->output[i];
	*sum += norm_edits_count(block->edits);
	return NORM_OK;
}

/* What goes through a stream. */
struct input {
	const norm_profile *profile;
	const struct buffer *text;
	const char *encoding; /* NULL: not told */
};

static norm_status push_all(norm_stream *stream, const struct buffer *text)
{
	norm_status status = NORM_OK;
	for (size_t at = 0; at < text->len && status == NORM_OK; at += 1000) {
		size_t len = text->len - at < 1000 ? text->len - at : 1000;
		status = norm_stream_write(stream, (const char *)text->at + at, len);
	}
	return status == NORM_OK ? norm_stream_finish(stream) : status;
}

/* After it ran out of memory a stream says so until it is reset, and then it works. */
static norm_status push_again(norm_stream *stream, const struct buffer *text, uint64_t *sum, uint64_t expected)
{
	armed = false;
	if (norm_stream_error(stream)->status != NORM_E_NOMEM || norm_stream_write(stream, "x", 1) == NORM_OK)
		return NORM_E_MISUSE;
	*sum = 0;
	norm_stream_reset(stream);
	return push_all(stream, text) == NORM_OK && *sum == expected ? NORM_E_NOMEM : NORM_E_MISUSE;
}

/* `expected` is the sum where memory does not run out, once that has been done. */
static norm_status stream(struct input in, norm_flags flags, uint64_t *expected)
{
	uint64_t sum = 0;
	norm_stream *stream = (norm_stream *)&mark;
	norm_status status = norm_stream_new(in.profile, flags, sum_up, &sum, &stream);
	if (status != NORM_OK)
		return UNTOUCHED(stream, &mark) ? status : NORM_E_MISUSE;
	if (in.encoding)
		status = norm_stream_set_encoding(stream, in.encoding);
	if (status == NORM_OK) {
		status = push_all(stream, in.text);
		if (status == NORM_OK && !armed)
			*expected = sum;
		if (status == NORM_E_NOMEM)
			status = push_again(stream, in.text, &sum, *expected);
	}
	norm_stream_free(stream);
	return status;
}

static norm_status stream_plain(const struct world *world)
{
	static uint64_t expected;
	return stream((struct input){world->profile, sample(), NULL}, NORM_PLAIN, &expected);
}

static norm_status stream_with_edits(const struct world *world)
{
	static uint64_t expected;
	return stream((struct input){world->profile, sample(), NULL}, NORM_WITH_EDITS, &expected);
}

static norm_status stream_french(const struct world *world)
{
	static uint64_t expected;
	return stream((struct input){world->french, french(), NULL}, NORM_WITH_EDITS, &expected);
}

/* A paragraph for each kind of damage, and lines that belong together. */
static const struct buffer *damaged(void)
{
	static char text[] = "Les \xE9lections ont \xE9t\xE9 annul\xE9""es apr\xE8s l'\xE9t\xE9\n"
			     "\xC3\xDA\xE1\xE4\xCA \xC7\xE1\xE6\xD2\xC7\xD1\xC9 \xC3\xE4 \xC7\xE1\xC8\xDA\xCB\xC9 \xE6\xD5\xE1\xCA\n"
			     "Le pr\u00C3\u00A9sident a \u00C3\u00A9t\u00C3\u00A9 re\u00C3\u00A7u\n"
			     "L&rsquo;&eacute;t&eacute; <b>a</b> \\u00e9\n"
			     "\u0629\u0646\u064A\u062F\u0645 \u0646\u0645 \u0629\u062F\u0648\u0639\u0644\u0627\n"
			     "Le gouvernement a annonc\u00E9 hier soir que les n\u00E9gocia-\ntions reprendraient demain.\n";
	static struct buffer buffer = {.at = (uint8_t *)text, .len = sizeof text - 1};
	return &buffer;
}

static norm_status apply_repair(const struct world *world)
{
	return apply_to(world->repair, damaged(), NORM_WITH_EDITS);
}

static norm_status stream_repair(const struct world *world)
{
	static uint64_t expected;
	return stream((struct input){world->repair, damaged(), NULL}, NORM_WITH_EDITS, &expected);
}

static norm_status stream_decoded(const struct world *world)
{
	static uint64_t expected;
	return stream((struct input){world->repair, damaged(), "windows-1252"}, NORM_WITH_EDITS, &expected);
}

static norm_status apply_utf16(const struct world *world)
{
	static char text[] = "\xFF\xFE\xC9\0t\0\xE9\0 \0\x48\x06\x44\x06\x27\x06\n\0" "a\0\n";
	static struct buffer buffer = {.at = (uint8_t *)text, .len = sizeof text - 1};
	return apply_to(world->repair, &buffer, NORM_WITH_EDITS);
}

static norm_status encode(const struct world *world)
{
	norm_encoder *encoder = (norm_encoder *)&mark;
	const char *bytes = NULL;
	size_t len;
	(void)world;
	norm_status status = norm_encoder_new("windows-1252", &encoder);
	if (status != NORM_OK)
		return UNTOUCHED(encoder, &mark) ? status : NORM_E_MISUSE;
	status = norm_encoder_write(encoder, "\u00E9t\u00E9 \u202F\u0100\u0642", 13, true, &bytes, &len);
	if (status == NORM_OK && (len != 7 || memcmp(bytes, "\xE9t\xE9 \xA0" "A?", 7) != 0))
		status = NORM_E_MISUSE;
	norm_encoder_free(encoder);
	return status;
}

/* Reads several paragraphs, so that memory of one serves the next. */
static norm_status find_spans(const struct world *world)
{
	static const char *const paragraphs[] = {"a", "\u00E0 12:30, #tag et a@exemple.fr", "http://exemple.fr/a"};
	struct protect protect = {0};
	(void)world;
	for (size_t i = 0; i < sizeof paragraphs / sizeof paragraphs[0]; i++) {
		protect_read(&protect, (const uint8_t *)paragraphs[i], strlen(paragraphs[i]));
	}
	norm_status status = protect.failed ? NORM_E_NOMEM : protect.len == 1 ? NORM_OK : NORM_E_MISUSE;
	protect_release(&protect);
	return status;
}

/* After it ran out of memory it can read again. */
static norm_status read_again(norm_levels *levels)
{
	norm_level level;
	armed = false;
	bool empty = !norm_levels_level(levels, 0, &level) && norm_levels_language_at(levels, 0) == NORM_LANGUAGE_NONE;
	return empty && norm_levels_read(levels, "a", 1) == NORM_OK ? NORM_E_NOMEM : NORM_E_MISUSE;
}

static norm_status read_levels(const struct world *world)
{
	const struct buffer *text = sample();
	norm_levels *levels = (norm_levels *)&mark;
	norm_status status = norm_levels_new(world->profile, &levels);
	if (status != NORM_OK)
		return UNTOUCHED(levels, &mark) ? status : NORM_E_MISUSE;
	status = norm_levels_read(levels, "\u00AB a \u00BB", 7);
	if (status == NORM_OK)
		status = norm_levels_read(levels, (const char *)text->at, text->len);
	if (status == NORM_E_NOMEM)
		status = read_again(levels);
	norm_levels_free(levels);
	return status;
}

/* What a stream reads of a block that fails is nothing. */
static norm_status stream_levels(const struct world *world)
{
	uint64_t sum = 0;
	norm_levels *levels = NULL;
	norm_stream *stream = NULL;
	norm_status status = norm_levels_new(world->profile, &levels);
	if (status == NORM_OK)
		status = norm_stream_new(world->profile, NORM_WITH_EDITS, sum_up, &sum, &stream);
	if (status == NORM_OK)
		status = norm_stream_read_levels(stream, levels);
	if (status == NORM_OK)
		status = push_all(stream, sample());
	armed &= status == NORM_OK;
	if (status == NORM_E_NOMEM && levels && norm_levels_read(levels, "a", 1) != NORM_OK)
		status = NORM_E_MISUSE;
	norm_stream_free(stream);
	norm_levels_free(levels);
	return status;
}

static void each_allocation(const char *what, act *run, const struct world *world, bool good_for_none)
{
	bool done = false;
	check(run(world) == NORM_OK, what, 0);
	for (size_t n = 1; !done && n < 100000; n++) {
		granted = n - 1;
		denied = false;
		for_good = good_for_none;
		armed = true;
		norm_status status = run(world);
		armed = false;
		done = !denied;
		check(status == (denied ? NORM_E_NOMEM : NORM_OK), what, n);
	}
	check(done, what, 0);
}

int main(void)
{
	static const struct {
		const char *what;
		act *act;
	} acts[] = {
	    {"context", make_context},      {"profile by name", get_profile},
	    {"profile text", parse_profile}, {"list of profiles", list_profiles},
	    {"apply", apply_plain},         {"apply with edits", apply_with_edits},
	    {"stream", stream_plain},       {"stream with edits", stream_with_edits},
	    {"protected spans", find_spans}, {"levels", read_levels},
	    {"levels of a stream", stream_levels},
	    {"typography", apply_french},    {"typography of a stream", stream_french},
	    {"damaged text", apply_repair},
	    {"damaged stream", stream_repair}, {"decoded stream", stream_decoded},
	    {"UTF-16", apply_utf16},         {"encoder", encode},
	    {"gazetteer", open_gazetteer},   {"gazetteer builder", build_gazetteer},
	    {"list of names", index_names},
	    {"names", write_names},
	    {"places found", find_places},   {"places rewritten", apply_places},
	};
	struct world world = {.data = getenv("LIBNORM_DATA")};
	static const char repair[] = "include = clean\n[repair]\nescapes = decode\nline-ends = join\n";
	static const char french[] = "include = fr-FR\n[arabic]\ninverted-quotes = fix\n[mixed]\nstranded-marks = isolate\n";
	if (!world.data || !getenv("LIBNORM_GAZETTEER") || norm_context_new(world.data, &world.context) != NORM_OK ||
	    norm_profile_get(world.context, "search", &world.profile, NULL) != NORM_OK ||
	    norm_profile_parse(world.context, french, sizeof french - 1, &world.french, NULL) != NORM_OK ||
	    norm_profile_parse(world.context, repair, sizeof repair - 1, &world.repair, NULL) != NORM_OK) {
		printf("LIBNORM_DATA must name the data directory, LIBNORM_GAZETTEER a gazetteer\n");
		return EXIT_FAILURE;
	}
	const char *file = getenv("LIBNORM_GAZETTEER");
	check(norm_gazetteer_open(NULL, &file, 1, &world.gazetteer, NULL) == NORM_OK, "gazetteer of names", 0);
	sample();
	for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
		each_allocation(acts[i].what, acts[i].act, &world, false);
		each_allocation(acts[i].what, acts[i].act, &world, true);
	}
	norm_profile_free(world.profile);
	norm_profile_free(world.french);
	norm_profile_free(world.repair);
	norm_context_free(world.context);
	norm_gazetteer_free(world.gazetteer);
	struct buffer *text = (struct buffer *)(uintptr_t)sample();
	buffer_release(text);
	printf("%zu passed, %zu failed\n", passed, failed);
	return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
