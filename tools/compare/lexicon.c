/* SPDX-License-Identifier: MIT */
#include "compare/lexicon.h"

#include <stdlib.h>
#include <string.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "common/message.h"
#include "common/profiles.h"

/* Forms that are folded in one go: their cores, a line each. */
#define FOLD_BYTES ((size_t)1024 * 1024)

void lexicon_init(struct lexicon *lexicon)
{
	*lexicon = (struct lexicon){.slot_count = 1 << 12};
	lexicon->slots = calloc(lexicon->slot_count, sizeof *lexicon->slots);
	if (!lexicon->slots)
		message_out_of_memory();
}

void lexicon_release(struct lexicon *lexicon)
{
	free(lexicon->forms);
	free(lexicon->key_of);
	free(lexicon->keys);
	free(lexicon->slots);
	bytes_release(&lexicon->key_text);
	*lexicon = (struct lexicon){0};
}

/* ---- Forms ---- */

static void grow_slots(struct lexicon *lexicon)
{
	uint32_t count = lexicon->slot_count * 2;
	uint32_t *slots = calloc(count, sizeof *slots);
	if (!slots)
		message_out_of_memory();
	for (uint32_t form = 0; form < lexicon->form_count; form++) {
		uint32_t at = lexicon->forms[form].hash & (count - 1);
		while (slots[at])
			at = (at + 1) & (count - 1);
		slots[at] = form + 1;
	}
	free(lexicon->slots);
	lexicon->slots = slots;
	lexicon->slot_count = count;
}

static uint32_t add_form(struct lexicon *lexicon, const struct token *token, uint32_t hash)
{
	if (lexicon->form_count == lexicon->form_cap) {
		lexicon->form_cap = lexicon->form_cap ? lexicon->form_cap + lexicon->form_cap / 2 : 4096;
		lexicon->forms = memory_grow(lexicon->forms, lexicon->form_cap, sizeof *lexicon->forms);
	}
	lexicon->forms[lexicon->form_count] = (struct form){
		.gap = token->gap,
		.gap_len = (uint32_t)(token->core - token->gap),
		.core_len = (uint32_t)(token->end - token->core),
		.hash = hash,
		.kind = (uint8_t)token->kind,
	};
	return lexicon->form_count++;
}

uint32_t lexicon_intern(struct lexicon *lexicon, const struct token *token)
{
	size_t len = (size_t)(token->end - token->gap);
	uint32_t hash = (uint32_t)XXH3_64bits(token->gap, len);
	uint32_t at = hash & (lexicon->slot_count - 1);
	for (; lexicon->slots[at]; at = (at + 1) & (lexicon->slot_count - 1)) {
		const struct form *form = &lexicon->forms[lexicon->slots[at] - 1];
		if (form->hash == hash && form->gap_len + form->core_len == len && form->kind == token->kind &&
		    memcmp(form->gap, token->gap, len) == 0)
			return lexicon->slots[at] - 1;
	}
	uint32_t form = add_form(lexicon, token, hash);
	lexicon->slots[at] = form + 1;
	if (lexicon->form_count > lexicon->slot_count / 2)
		grow_slots(lexicon);
	return form;
}

/* ---- Keys ---- */

/* While forms are folded: the keys that are there by their bytes, and where the output of the profile is gathered. */
struct folding {
	struct lexicon *lexicon;
	uint32_t *slots; /* 0: free, else 1 + number of the key */
	uint32_t slot_count;
	struct bytes line;
};

static uint32_t add_key(struct lexicon *lexicon, const char *text, size_t len)
{
	if (lexicon->key_count == lexicon->key_cap) {
		lexicon->key_cap = lexicon->key_cap ? lexicon->key_cap + lexicon->key_cap / 2 : 4096;
		lexicon->keys = memory_grow(lexicon->keys, lexicon->key_cap, sizeof *lexicon->keys);
	}
	lexicon->keys[lexicon->key_count] = (struct key){(uint32_t)lexicon->key_text.len, (uint32_t)len};
	bytes_append(&lexicon->key_text, text, len);
	return lexicon->key_count++;
}

static uint32_t *find_key(const struct folding *folding, const char *text, size_t len)
{
	const struct lexicon *lexicon = folding->lexicon;
	uint32_t at = (uint32_t)XXH3_64bits(text, len) & (folding->slot_count - 1);
	for (; folding->slots[at]; at = (at + 1) & (folding->slot_count - 1)) {
		const struct key *key = &lexicon->keys[folding->slots[at] - 1];
		if (key->len == len && memcmp(lexicon->key_text.at + key->at, text, len) == 0)
			break;
	}
	return &folding->slots[at];
}

/* A word that the profile makes nothing of (a lone tatweel) has its bytes for a key: else it would equal any other. */
static void take_key(struct folding *folding, const char *text, size_t len)
{
	struct lexicon *lexicon = folding->lexicon;
	struct form *form = &lexicon->forms[lexicon->folded++];
	if (!len) {
		text = form->gap + form->gap_len;
		len = form->core_len;
	}
	uint32_t *slot = find_key(folding, text, len);
	if (!*slot)
		*slot = 1 + add_key(lexicon, text, len);
	lexicon->key_of[form - lexicon->forms] = *slot - 1;
}

static norm_status take_block(void *user, const norm_block *block)
{
	struct folding *folding = user;
	const char *at = block->output, *end = at + block->output_len;
	for (const char *line_end; (line_end = memchr(at, '\n', (size_t)(end - at))); at = line_end + 1) {
		bytes_append(&folding->line, at, (size_t)(line_end - at));
		take_key(folding, folding->line.at, folding->line.len);
		folding->line.len = 0;
	}
	bytes_append(&folding->line, at, (size_t)(end - at));
	return NORM_OK;
}

static norm_status fold_all(struct lexicon *lexicon, norm_stream *stream)
{
	struct bytes lines = {0};
	norm_status status = NORM_OK;
	for (uint32_t i = lexicon->folded; status == NORM_OK && i < lexicon->form_count; i++) {
		const struct form *form = &lexicon->forms[i];
		bytes_append(&lines, form->gap + form->gap_len, form->core_len);
		bytes_append_char(&lines, '\n');
		if (lines.len < FOLD_BYTES)
			continue;
		status = norm_stream_write(stream, lines.at, lines.len);
		lines.len = 0;
	}
	if (status == NORM_OK)
		status = norm_stream_write(stream, lines.at, lines.len);
	if (status == NORM_OK)
		status = norm_stream_finish(stream);
	bytes_release(&lines);
	return status;
}

static void init_slots(struct folding *folding)
{
	struct lexicon *lexicon = folding->lexicon;
	folding->slot_count = lexicon->slot_count;
	folding->slots = calloc(folding->slot_count, sizeof *folding->slots);
	if (!folding->slots)
		message_out_of_memory();
	for (uint32_t key = 0; key < lexicon->key_count; key++)
		*find_key(folding, lexicon->key_text.at + lexicon->keys[key].at, lexicon->keys[key].len) = key + 1;
}

void lexicon_fold(struct lexicon *lexicon, const norm_profile *profile)
{
	struct folding folding = {.lexicon = lexicon};
	norm_stream *stream = NULL;
	init_slots(&folding);
	lexicon->key_of = memory_grow(lexicon->key_of, (size_t)lexicon->form_count + 1, sizeof *lexicon->key_of);
	/* Memory is the only thing that can be missing: no profile of ours is strict, and the cores are valid UTF-8. */
	if (norm_stream_new(profile, NORM_PLAIN, take_block, &folding, &stream) != NORM_OK ||
	    fold_all(lexicon, stream) != NORM_OK)
		message_out_of_memory();
	norm_stream_free(stream);
	free(folding.slots);
	bytes_release(&folding.line);
}

norm_profile *lexicon_profile(const norm_context *context)
{
	static const char *const off[] = {"input.encoding=utf-8",  "repair.mojibake=off", "repair.entities=off",
					  "repair.escapes=off",    "repair.tags=off",     "repair.visual-order=off"};
	struct settings settings = {0};
	for (size_t i = 0; i < sizeof off / sizeof *off; i++)
		settings_add(&settings, "search", off[i]);
	norm_profile *profile = profiles_get(context, "search", &settings);
	settings_release(&settings);
	return profile;
}
