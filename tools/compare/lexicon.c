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

/* What is longer stays in its text. */
enum { COPY_MAX = 64, HEAP_BYTES = 65536 };

struct heap {
	struct heap *next;
	size_t used;
	char bytes[HEAP_BYTES];
};

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
	for (struct heap *heap = lexicon->heap, *next; heap; heap = next) {
		next = heap->next;
		free(heap);
	}
	*lexicon = (struct lexicon){0};
}

/* ---- Forms ---- */

static const char *copy_form(struct lexicon *lexicon, const char *text, size_t len)
{
	if (len > COPY_MAX)
		return text;
	if (!lexicon->heap || lexicon->heap->used + len > HEAP_BYTES) {
		struct heap *heap = memory_grow(NULL, 1, sizeof *heap);
		heap->next = lexicon->heap;
		heap->used = 0;
		lexicon->heap = heap;
	}
	char *copy = lexicon->heap->bytes + lexicon->heap->used;
	memcpy(copy, text, len);
	lexicon->heap->used += len;
	return copy;
}

static void grow_slots(struct lexicon *lexicon)
{
	struct slot *old = lexicon->slots;
	uint32_t old_count = lexicon->slot_count, mask = old_count * 2 - 1;
	lexicon->slot_count = old_count * 2;
	lexicon->slots = calloc(lexicon->slot_count, sizeof *lexicon->slots);
	if (!lexicon->slots)
		message_out_of_memory();
	for (uint32_t i = 0; i < old_count; i++) {
		uint32_t at = old[i].hash & mask;
		while (old[i].form && lexicon->slots[at].form)
			at = (at + 1) & mask;
		if (old[i].form)
			lexicon->slots[at] = old[i];
	}
	free(old);
}

/* What a token is looked up by. */
struct sight {
	struct head head;
	uint32_t hash, len;
};

static uint32_t hash_of(const struct head *head, const char *text, size_t len)
{
	uint64_t rest = len > sizeof *head ? XXH3_64bits(text + sizeof *head, len - sizeof *head) : len;
	uint64_t hash = (head->words[0] ^ rest) * UINT64_C(0x9E3779B97F4A7C15);
	hash = (hash ^ hash >> 32 ^ head->words[1]) * UINT64_C(0xD6E8FEB86659FD93);
	return (uint32_t)(hash >> 32);
}

/* All that is in front of the end is read at once, and what does not belong to the token is cleared: no length, no branch. */
static struct head read_head(const char *at, size_t len, const char *end)
{
	static const struct head mask[2] = {{{UINT64_MAX, UINT64_MAX}}, {{0, 0}}};
	struct head head = {{0, 0}}, kept;
	len = len < sizeof head ? len : sizeof head;
	if ((size_t)(end - at) < sizeof head) {
		memcpy(&head, at, len);
		return head;
	}
	memcpy(&head, at, sizeof head);
	memcpy(&kept, (const char *)mask + sizeof head - len, sizeof kept);
	head.words[0] &= kept.words[0];
	head.words[1] &= kept.words[1];
	return head;
}

/* None lies across two lines of the cache: most time goes into waiting for them. */
static void grow_forms(struct lexicon *lexicon)
{
	enum { LINE = 64 };
	uint32_t cap = lexicon->form_cap ? lexicon->form_cap * 2 : 4096;
	struct form *forms = aligned_alloc(LINE, (size_t)cap * sizeof *forms);
	if (!forms)
		message_out_of_memory();
	if (lexicon->form_count)
		memcpy(forms, lexicon->forms, lexicon->form_count * sizeof *forms);
	free(lexicon->forms);
	lexicon->forms = forms;
	lexicon->form_cap = cap;
}

static uint32_t add_form(struct lexicon *lexicon, const struct token *token, const struct head *head)
{
	if (lexicon->form_count == lexicon->form_cap)
		grow_forms(lexicon);
	lexicon->forms[lexicon->form_count] = (struct form){
		.head = *head,
		.gap = copy_form(lexicon, token->gap, (size_t)(token->end - token->gap)),
		.gap_len = (uint32_t)(token->core - token->gap),
		.core_len = (uint16_t)(token->end - token->core),
		.kind = (uint8_t)token->kind,
		.breaks = memchr(token->gap, '\n', (size_t)(token->core - token->gap)) != NULL,
	};
	return lexicon->form_count++;
}

static bool is_form(const struct form *form, const struct token *token, const struct sight *sight)
{
	const size_t head = sizeof sight->head;
	uint64_t differs = (form->head.words[0] ^ sight->head.words[0]) | (form->head.words[1] ^ sight->head.words[1]);
	return !differs && form->gap_len + form->core_len == sight->len && form->kind == token->kind &&
	       (sight->len <= head || memcmp(form->gap + head, token->gap + head, sight->len - head) == 0);
}

static uint32_t intern(struct lexicon *lexicon, const struct token *token, const struct sight *sight)
{
	uint32_t mask = lexicon->slot_count - 1, at = sight->hash & mask;
	for (; lexicon->slots[at].form; at = (at + 1) & mask) {
		uint32_t number = lexicon->slots[at].form - 1;
		if (lexicon->slots[at].hash == sight->hash && is_form(&lexicon->forms[number], token, sight))
			return number;
	}
	uint32_t number = add_form(lexicon, token, &sight->head);
	lexicon->slots[at] = (struct slot){sight->hash, number + 1};
	if (lexicon->form_count > lexicon->slot_count / 2)
		grow_slots(lexicon);
	return number;
}

static void intern_all(struct lexicon *lexicon, const struct token *tokens, struct sight *sights, size_t count, uint32_t *ret)
{
	uint32_t mask = lexicon->slot_count - 1;
	for (size_t i = 0; i < count; i++) {
		sights[i].len = (uint32_t)(tokens[i].end - tokens[i].gap);
		sights[i].hash = hash_of(&sights[i].head, tokens[i].gap, sights[i].len);
		__builtin_prefetch(&lexicon->slots[sights[i].hash & mask]);
	}
	for (size_t i = 0; i < count; i++) {
		uint32_t form = lexicon->slots[sights[i].hash & mask].form;
		__builtin_prefetch(&lexicon->forms[form - (form != 0)]);
	}
	for (size_t i = 0; i < count; i++)
		ret[i] = intern(lexicon, &tokens[i], &sights[i]);
}

void lexicon_intern(struct lexicon *lexicon, const struct token *tokens, size_t count, const char *end, uint32_t *ret)
{
	struct sight sights[LEXICON_BATCH];
	for (size_t i = 0; i < count; i++)
		sights[i].head = read_head(tokens[i].gap, (size_t)(tokens[i].end - tokens[i].gap), end);
	intern_all(lexicon, tokens, sights, count, ret);
}

static struct token token_of(const struct form *form)
{
	const char *core = form->gap + form->gap_len;
	return (struct token){form->gap, core, core + form->core_len, (enum token_kind)form->kind};
}

uint32_t *lexicon_take(struct lexicon *lexicon, struct lexicon *other)
{
	uint32_t *numbers = memory_grow(NULL, (size_t)other->form_count + 1, sizeof *numbers);
	struct token tokens[LEXICON_BATCH];
	struct sight sights[LEXICON_BATCH];
	for (uint32_t done = 0, batch; done < other->form_count; done += batch) {
		batch = other->form_count - done < LEXICON_BATCH ? other->form_count - done : LEXICON_BATCH;
		for (uint32_t i = 0; i < batch; i++) {
			tokens[i] = token_of(&other->forms[done + i]);
			sights[i].head = other->forms[done + i].head;
		}
		intern_all(lexicon, tokens, sights, batch, numbers + done);
	}
	lexicon_release(other);
	return numbers;
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
		if (key->len == len && (!len || memcmp(lexicon->key_text.at + key->at, text, len) == 0))
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
	if (!block->output_len)
		return NORM_OK;
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
