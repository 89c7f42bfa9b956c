/* SPDX-License-Identifier: MIT */
#include "report/pass.h"

#include <string.h>

#include "common/message.h"
#include "common/profiles.h"
#include "report/characters.h"

/* Names of places are judged by what is around them, so texts are looked at whole; larger ones by whole paragraphs. */
#define BLOCK ((size_t)1024 * 1024)

static norm_status take_decoded(void *user, const norm_block *block);
static bool show_style(void *user, const struct style_use *use, norm_language language, const char *at, size_t len);
static void count_found(void *user, const norm_block *block);

static bool wants(const struct pass *pass, enum section section)
{
	return setup_wants(pass->setup, section);
}

static bool wants_segments(const struct pass *pass)
{
	return wants(pass, SECTION_LANGUAGES) || wants(pass, SECTION_STYLES);
}

void pass_init(struct pass *pass, const struct setup *setup)
{
	*pass = (struct pass){.setup = setup};
	segments_init(&pass->segments, setup->profile);
	bool wants_levels = wants_segments(pass) || wants(pass, SECTION_CHARACTERS);
	findings_init(&pass->findings, setup->profile, wants_levels ? pass->segments.levels : NULL);
	pass->findings.show = count_found;
	pass->findings.user = pass;
	pass->findings.examples_max = setup->examples_max;
	pass->findings.sees_characters = wants(pass, SECTION_CHARACTERS);
	pass->findings.sink = setup->sink;
	pass->findings.filter = setup->filter;
	if (setup->gazetteer)
		places_init(&pass->places, setup->gazetteer);
	if (wants(pass, SECTION_REPEATS))
		repeats_init(&pass->repeats, setup->search);
	counts_init(&pass->counts);
	pass->counts.sections = setup->sections;
	pass->counts.examples_max = setup->examples_max;
	pass->counts.show = show_style;
	pass->counts.user = pass;
	given_init(&pass->given);
}

void pass_release(struct pass *pass)
{
	norm_stream_free(pass->decoder);
	norm_profile_free(pass->reading);
	bytes_release(&pass->block);
	origin_release(&pass->origin);
	segments_release(&pass->segments);
	findings_release(&pass->findings);
	places_release(&pass->places);
	repeats_release(&pass->repeats);
	given_release(&pass->given);
}

void pass_start(struct pass *pass, struct tally *tally, struct bytes *out, void *filter_state)
{
	pass->tally = tally;
	if (!pass->setup->shows_files)
		given_start(&pass->given, tally);
	counts_start(&pass->counts, tally);
	findings_start(&pass->findings, tally);
	pass->findings.out = out;
	pass->findings.filter_state = filter_state;
	pass->findings.told = 0;
	places_start(&pass->places, tally);
}

void pass_text(struct pass *pass, const struct text_place *place)
{
	pass->place = *place;
	pass->block.len = 0;
	pass->in_line = pass->in_paragraph = false;
	pass->bytes = pass->foreign_paragraphs = pass->foreign_bytes = 0;
	pass->paragraphs = pass->tally->count[COUNT_PARAGRAPHS];
	pass->status = NORM_OK;
	if (pass->decoder)
		norm_stream_reset(pass->decoder);
	origin_start(&pass->origin);
	locator_start(&pass->locator, &pass->place, &pass->origin);
	counts_text(&pass->counts);
	findings_text(&pass->findings, &pass->place, &pass->origin);
	if (wants(pass, SECTION_REPEATS))
		repeats_text(&pass->repeats, pass->tally, pass->place.file);
	pass->tally->count[COUNT_TEXTS]++;
}

/* ---- Blocks of decoded text ---- */

static struct row *style_row(struct pass *pass, const struct style_use *use, norm_language language)
{
	struct bytes key = {0};
	style_append_key(&key, use->trait, use->style, norm_language_tag(language));
	struct row *row = table_row(&pass->tally->tables[TABLE_STYLES], bytes_text(&key));
	bytes_release(&key);
	return row;
}

static bool show_style(void *user, const struct style_use *use, norm_language language, const char *at, size_t len)
{
	struct pass *pass = user;
	struct finding finding = {0};
	struct example example;
	struct bytes strings = {0};
	const norm_block *block = &pass->counted;
	uint64_t start = block->source_offset + (uint64_t)(at - block->source);
	struct row *row = style_row(pass, use, language);
	if (!row_wants_example(row, pass->setup->examples_max))
		return row->given < pass->setup->examples_max;
	locator_fill(&pass->styles_at, &finding, block->source, block->source_len, block->source_offset, start, start + len);
	example_make(&example, &finding, &strings);
	row_add_example(row, &example);
	bytes_release(&strings);
	return true;
}

/* Nothing but spaces, of whatever kind, and what does not show. */
static bool is_blank(const char *at, const char *end)
{
	for (size_t len; at < end; at += len) {
		unsigned kind = character_read(at, end, &len).kind;
		if (!(kind & CHARACTER_INVISIBLE) && *at != ' ' && *at != '\t' && *at != '\r')
			return false;
	}
	return true;
}

/* A line that has been cut counts once. */
static void count_lines(struct pass *pass, const char *at, const char *end)
{
	uint64_t *count = pass->tally->count;
	while (at < end) {
		const char *found = memchr(at, '\n', (size_t)(end - at)), *line_end = found ? found : end;
		bool is_paragraph = pass->in_paragraph || !is_blank(at, line_end);
		count[COUNT_LINES] += !pass->in_line;
		count[COUNT_PARAGRAPHS] += is_paragraph && !pass->in_paragraph;
		pass->in_line = !found;
		pass->in_paragraph = !found && is_paragraph;
		at = line_end + 1;
	}
}

/* Characters, by the segments of the text that have been read. */
static void count(struct pass *pass, const norm_block *block, const struct locator *locator)
{
	pass->counted = *block;
	pass->styles_at = *locator;
	counts_add(&pass->counts, block->source, block->source_len, wants_segments(pass) ? &pass->segments : NULL);
}

/* The rules have read the levels of this block: so they need not be read again. */
static void count_found(void *user, const norm_block *block)
{
	struct pass *pass = user;
	if (wants_segments(pass))
		segments_take(&pass->segments, block->source, block->source_len);
	count(pass, block, &pass->findings.locator);
}

/* Where the profile is not asked. */
static norm_status count_alone(struct pass *pass, const char *text, size_t len)
{
	norm_block block = {.source = text, .source_len = len, .source_offset = pass->locator.at.offset};
	norm_status status = wants_segments(pass) ? segments_read(&pass->segments, text, len) : NORM_OK;
	if (status == NORM_OK)
		count(pass, &block, &pass->locator);
	origin_forget(&pass->origin, pass->locator.at.offset + len);
	return status;
}

static norm_status look(struct pass *pass, const char *text, size_t len)
{
	norm_status status = NORM_OK;
	count_lines(pass, text, text + len);
	if (wants(pass, SECTION_PLACES) && pass->setup->gazetteer)
		status = places_add(&pass->places, text, len, pass->locator);
	if (status == NORM_OK && wants(pass, SECTION_REPEATS))
		status = repeats_add(&pass->repeats, text, len);
	if (status != NORM_OK)
		return status;
	/* last, for where the text came from is forgotten then */
	if (setup_wants_findings(pass->setup))
		return findings_write(&pass->findings, text, len);
	return count_alone(pass, text, len);
}

/* Look at the first `len` bytes of the block. */
static bool look_at_start(struct pass *pass, size_t len)
{
	pass->status = look(pass, pass->block.at, len);
	locator_pass(&pass->locator, pass->block.at, len, pass->locator.at.offset);
	bytes_drop(&pass->block, len);
	return pass->status == NORM_OK;
}

/* Where whole paragraphs end in a block that is full; 0: one goes on. A longer one than two blocks is cut where that ends. */
static size_t whole_paragraphs(const struct bytes *block)
{
	const char *last = memrchr(block->at, '\n', BLOCK);
	if (last)
		return (size_t)(last + 1 - block->at);
	last = memchr(block->at + BLOCK, '\n', block->len - BLOCK);
	if (last && (size_t)(last + 1 - block->at) <= 2 * BLOCK)
		return (size_t)(last + 1 - block->at);
	if (block->len < 2 * BLOCK + 4)
		return 0;
	size_t len = 2 * BLOCK;
	while (len > BLOCK && ((unsigned char)block->at[len] & 0xC0) == 0x80)
		len--;
	return len;
}

static bool look_at_whole(struct pass *pass)
{
	size_t len;
	while (pass->block.len >= BLOCK && (len = whole_paragraphs(&pass->block))) {
		if (!look_at_start(pass, len))
			return false;
	}
	return true;
}

/* ---- Decoding ---- */

static void note_encoding(struct pass *pass, const norm_finding *found)
{
	uint64_t bytes = found->source_end - found->source_start;
	struct row *row = table_row(&pass->tally->tables[TABLE_ENCODINGS], found->detail);
	row->count[ENCODINGS_PARAGRAPHS]++;
	row->count[ENCODINGS_BYTES] += bytes;
	pass->foreign_paragraphs++;
	pass->foreign_bytes += bytes;
}

static void note_finding(struct pass *pass, const norm_finding *found)
{
	struct early_finding early = {.span = {found->output_start, found->output_end, found->source_start, found->source_end},
				      .rule = found->rule,
				      .detail = found->detail,
				      .confidence = found->confidence};
	if (found->detail && found->confidence >= 50)
		note_encoding(pass, found);
	if (setup_wants_findings(pass->setup))
		findings_early(&pass->findings, &early);
}

static void note_edit(struct pass *pass, const norm_edits *edits, const norm_edit *edit)
{
	struct early_finding early = {.span = {edit->output_start, edit->output_end, edit->source_start, edit->source_end},
				      .is_edit = true};
	norm_edits_rules(edits, edit->index, &early.rule, 1);
	origin_add(&pass->origin, &early.span);
	if (early.rule != pass->setup->invalid)
		return;
	pass->tally->count[COUNT_INVALID]++;
	if (setup_wants_findings(pass->setup))
		findings_early(&pass->findings, &early);
}

/* In the order of the text: a paragraph in another encoding comes before what is wrong in it. */
static void note_decoded(struct pass *pass, const norm_edits *edits)
{
	norm_edit_iter next_edit = {0}, next_finding = {0};
	norm_edit edit;
	norm_finding found;
	bool has_edit = norm_edits_next(edits, &next_edit, &edit);
	bool has_finding = norm_findings_next(edits, &next_finding, &found);
	while (has_edit || has_finding) {
		if (has_finding && (!has_edit || found.output_start <= edit.output_start)) {
			note_finding(pass, &found);
			has_finding = norm_findings_next(edits, &next_finding, &found);
		} else {
			note_edit(pass, edits, &edit);
			has_edit = norm_edits_next(edits, &next_edit, &edit);
		}
	}
}

static norm_status take_decoded(void *user, const norm_block *block)
{
	struct pass *pass = user;
	note_decoded(pass, block->edits);
	bytes_append(&pass->block, block->output, block->output_len);
	return look_at_whole(pass) ? NORM_OK : NORM_E_SINK;
}

/* What a sink has said stays, for it knows more. */
static bool take_status(struct pass *pass, norm_status status)
{
	if (status != NORM_E_SINK)
		pass->status = status;
	if (pass->status == NORM_E_NOMEM)
		message_out_of_memory();
	return pass->status == NORM_OK;
}

/* Only when there is something to decode: to compile a profile takes longer than many a text. */
static void open_decoder(struct pass *pass)
{
	const char *from = pass->setup->from;
	pass->reading = profiles_reading();
	if (norm_stream_new(pass->reading, NORM_WITH_EDITS, take_decoded, pass, &pass->decoder) != NORM_OK ||
	    (from && norm_stream_set_encoding(pass->decoder, from) != NORM_OK))
		message_out_of_memory();
}

/* What stands for half a surrogate pair in a text is no byte of another encoding. */
static void choose_encoding(struct pass *pass)
{
	bool utf8 = pass->place.has_halves;
	const char *from = pass->setup->from ? pass->setup->from : "auto";
	if (utf8 == pass->decodes_utf8)
		return;
	if (norm_stream_set_encoding(pass->decoder, utf8 ? "UTF-8" : from) != NORM_OK)
		message_out_of_memory();
	pass->decodes_utf8 = utf8;
}

bool pass_write(struct pass *pass, const char *bytes, size_t len)
{
	if (!len)
		return true;
	if (!pass->decoder)
		open_decoder(pass);
	if (!pass->bytes)
		choose_encoding(pass);
	pass->tally->count[COUNT_BYTES] += len;
	pass->bytes += len;
	return take_status(pass, norm_stream_write(pass->decoder, bytes, len));
}

/* What is in no other encoding is in this one. */
static void note_own_encoding(struct pass *pass)
{
	uint64_t paragraphs = pass->tally->count[COUNT_PARAGRAPHS] - pass->paragraphs;
	if (pass->bytes <= pass->foreign_bytes)
		return;
	const char *name = norm_stream_encoding(pass->decoder);
	struct row *row = table_row(&pass->tally->tables[TABLE_ENCODINGS], name ? name : "UTF-8");
	row->count[ENCODINGS_PARAGRAPHS] += paragraphs > pass->foreign_paragraphs ? paragraphs - pass->foreign_paragraphs : 0;
	row->count[ENCODINGS_BYTES] += pass->bytes - pass->foreign_bytes;
}

bool pass_text_end(struct pass *pass)
{
	if (pass->decoder && !take_status(pass, norm_stream_finish(pass->decoder)))
		return false;
	if (!look_at_start(pass, pass->block.len))
		return false;
	if (setup_wants_findings(pass->setup) && !take_status(pass, findings_end(&pass->findings)))
		return false;
	note_own_encoding(pass);
	if (wants(pass, SECTION_REPEATS) && !pass->setup->field)
		repeats_end(&pass->repeats);
	return true;
}

void pass_end(struct pass *pass)
{
	counts_end(&pass->counts);
	if (!pass->setup->shows_files)
		given_end(&pass->given, pass->tally);
}
