/* SPDX-License-Identifier: MIT */
#include "report/repeats.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "common/bytes.h"
#include "common/message.h"
#include "common/position.h"
#include "common/utf8.h"
#include "report/characters.h"

enum { START = 72, SLOTS_MIN = 256 }; /* code points that are kept of a paragraph */

static const struct table_class texts_class = {.name = "texts", .keys = {"hash"}, .counts = {"line"}, .texts = {"text"}};

static norm_status take_block(void *user, const norm_block *block);

void repeats_init(struct repeats *repeats, const norm_profile *search)
{
	*repeats = (struct repeats){0};
	table_init(&repeats->texts, &texts_class);
	if (norm_stream_new(search, NORM_PLAIN, take_block, repeats, &repeats->stream) != NORM_OK)
		message_out_of_memory();
}

void repeats_release(struct repeats *repeats)
{
	norm_stream_free(repeats->stream);
	free(repeats->slots);
	table_release(&repeats->texts);
}

static void make_slots(struct repeats *repeats, size_t count)
{
	repeats->slots = memory_get(count * sizeof *repeats->slots);
	memset(repeats->slots, 0, count * sizeof *repeats->slots);
	repeats->slot_count = count;
}

/* A long text leaves no large table for the short ones behind it to be emptied. */
void repeats_text(struct repeats *repeats, struct tally *tally, const char *file)
{
	repeats->tally = tally;
	repeats->file = file;
	repeats->line = 1;
	repeats->used = 0;
	repeats->in_paragraph = false;
	if (repeats->slot_count == SLOTS_MIN) {
		memset(repeats->slots, 0, SLOTS_MIN * sizeof *repeats->slots);
	} else {
		free(repeats->slots);
		make_slots(repeats, SLOTS_MIN);
	}
	table_release(&repeats->texts);
}

/* ---- What has been seen in this text ---- */

static struct repeated *slot_of(const struct repeats *repeats, uint64_t hash)
{
	size_t mask = repeats->slot_count - 1, at = (size_t)hash & mask;
	while (repeats->slots[at].hash && repeats->slots[at].hash != hash)
		at = (at + 1) & mask;
	return &repeats->slots[at];
}

static void enlarge(struct repeats *repeats)
{
	struct repeated *old = repeats->slots;
	size_t count = repeats->slot_count;
	make_slots(repeats, 2 * count);
	for (size_t i = 0; i < count; i++) {
		if (old[i].hash)
			*slot_of(repeats, old[i].hash) = old[i];
	}
	free(old);
}

/* How often this paragraph has been seen, now included; 0: too many others have been. */
static uint32_t see_again(struct repeats *repeats, uint64_t hash)
{
	struct repeated *slot = slot_of(repeats, hash);
	if (!slot->hash && repeats->used == REPEATS_KNOWN_MAX)
		return 0;
	/* three of four slots are used at most, for there may be a million */
	if (!slot->hash && 4 * ++repeats->used > 3 * repeats->slot_count) {
		enlarge(repeats);
		slot = slot_of(repeats, hash);
	}
	if (!slot->hash)
		slot->line = repeats->line < UINT32_MAX ? (uint32_t)repeats->line : UINT32_MAX;
	slot->hash = hash;
	slot->count += slot->count < UINT32_MAX;
	return slot->count;
}

/* ---- Paragraphs ---- */

static bool has_letters(const char *at, const char *end)
{
	unsigned letters = 0;
	for (size_t len; at < end && letters < REPEATS_LETTERS; at += len)
		letters += character_read(at, end, &len).kind & CHARACTER_LETTER;
	return letters == REPEATS_LETTERS;
}

/* The start of a line, without the spaces around it. */
static void set_start(struct row *row, size_t text, const char *at, const char *end)
{
	static const char cut[] = "…";
	char start[4 * START + sizeof cut];
	if (*row->text[text])
		return;
	while (at < end && strchr(" \t\r", *at) && *at)
		at++;
	while (at < end && strchr(" \t\r", end[-1]) && end[-1])
		end--;
	const char *limit = end - at > 4 * START ? at + 4 * START : end;
	const char *stop = position_skip_characters(at, limit, START);
	memcpy(start, at, (size_t)(stop - at));
	memcpy(start + (stop - at), stop < end ? cut : "", stop < end ? sizeof cut : 1);
	row_set_text(row, text, start);
}

/* What came first shows it; where that is not kept, what came again does. */
static void set_repeated(struct repeats *repeats, const char *key, const struct row *block, const char *line,
			 const char *line_end)
{
	struct row *row = table_row(&repeats->texts, key);
	if (block)
		row_set_text(row, 0, block->text[BLOCKS_TEXT]);
	set_start(row, 0, line, line_end);
}

static void format_key(char key[17], uint64_t hash)
{
	for (int i = 15; i >= 0; i--, hash >>= 4)
		key[i] = "0123456789abcdef"[hash & 15];
	key[16] = '\0';
}

static void see_paragraph(struct repeats *repeats, uint64_t hash, const char *line, const char *line_end)
{
	char key[17];
	uint32_t times = see_again(repeats, hash);
	if (!times)
		return;
	format_key(key, hash);
	repeats->tally->count[COUNT_REPEATED] += times == 2;
	repeats->tally->count[COUNT_REPETITIONS] += times > 1;
	struct row *row = table_row(&repeats->tally->tables[TABLE_BLOCKS], key);
	if (times == 2)
		set_repeated(repeats, key, row, line, line_end);
	if (!row)
		return;
	row->count[BLOCKS_TEXTS] += times == 1;
	row->count[BLOCKS_TIMES]++;
	row_set_text(row, BLOCKS_FILE, repeats->file);
	set_start(row, BLOCKS_TEXT, line, line_end);
}

static const char *line_end_of(const char *at, const char *end)
{
	const char *found = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
	return found ? found : end;
}

/* Each line of the output is one of the source: nothing in the profile "search" takes or makes ends of lines. */
static norm_status take_block(void *user, const norm_block *block)
{
	struct repeats *repeats = user;
	const char *source = block->source, *source_end = source + block->source_len;
	const char *at = block->output, *end = at + block->output_len;
	bool goes_on = repeats->in_paragraph, is_last = block->source_offset + block->source_len == repeats->added;
	while (at < end) {
		const char *line_end = line_end_of(source, source_end), *key_end = line_end_of(at, end);
		bool is_whole = !goes_on && (line_end < source_end || is_last);
		if (is_whole && has_letters(at, key_end)) {
			uint64_t hash = XXH3_64bits(at, (size_t)(key_end - at));
			see_paragraph(repeats, hash ? hash : 1, source, line_end);
		}
		goes_on = false;
		repeats->line += key_end < end;
		source = line_end < source_end ? line_end + 1 : source_end;
		at = key_end + 1;
	}
	if (block->source_len)
		repeats->in_paragraph = source_end[-1] != '\n';
	return NORM_OK;
}

norm_status repeats_add(struct repeats *repeats, const char *text, size_t len)
{
	norm_stream_reset(repeats->stream);
	repeats->added = len;
	norm_status status = norm_stream_write(repeats->stream, text, len);
	return status == NORM_OK ? norm_stream_finish(repeats->stream) : status;
}

/* ---- The most frequent ones ---- */

static int compare_slots(const void *a, const void *b)
{
	const struct repeated *left = a, *right = b;
	if (left->count != right->count)
		return left->count < right->count ? 1 : -1;
	return (left->line > right->line) - (left->line < right->line);
}

void repeats_end(struct repeats *repeats)
{
	char key[17];
	size_t count = 0;
	if (!repeats->texts.count)
		return;
	/* nobody asks for a slot any more */
	for (size_t i = 0; i < repeats->slot_count; i++) {
		if (repeats->slots[i].hash && repeats->slots[i].count > 1)
			repeats->slots[count++] = repeats->slots[i];
	}
	qsort(repeats->slots, count, sizeof *repeats->slots, compare_slots);
	for (size_t i = 0; i < count && i < REPEATS_SHOWN; i++) {
		format_key(key, repeats->slots[i].hash);
		struct row *row = table_row(&repeats->tally->tables[TABLE_REPEATS], key);
		row->count[REPEATS_COUNT] = repeats->slots[i].count;
		row->count[REPEATS_LINE] = repeats->slots[i].line;
		row_set_text(row, REPEATS_TEXT, table_find(&repeats->texts, key)->text[0]);
	}
}
