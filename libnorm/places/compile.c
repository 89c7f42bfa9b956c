/* SPDX-License-Identifier: MIT */
#include "places/compile.h"

#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#include "places/fold.h"

/* A section as it is in memory. */
struct piece {
	const void *at;
	size_t size;
};

static const char padding[FORMAT_ALIGN];

static size_t padding_of(size_t size)
{
	return (FORMAT_ALIGN - size % FORMAT_ALIGN) % FORMAT_ALIGN;
}

static uint32_t crc_of(uint32_t crc, const void *bytes, size_t size)
{
	return (uint32_t)crc32_z(crc, bytes, size);
}

static void describe(const struct piece *pieces, size_t key_count, struct format_header *header)
{
	*header = (struct format_header){.order = FORMAT_ORDER, .version = FORMAT_VERSION, .fold = FOLD_VERSION};
	memcpy(header->magic, FORMAT_MAGIC, FORMAT_MAGIC_SIZE);
	header->key_count = (uint32_t)key_count;
	header->size = sizeof *header;
	for (size_t i = 0; i < FORMAT_SECTIONS; i++) {
		header->sections[i] = (struct format_section){header->size, pieces[i].size};
		header->size += pieces[i].size + padding_of(pieces[i].size);
		header->body_crc = crc_of(header->body_crc, pieces[i].at, pieces[i].size);
		header->body_crc = crc_of(header->body_crc, padding, padding_of(pieces[i].size));
	}
	header->header_crc = crc_of(0, header, offsetof(struct format_header, header_crc));
}

static norm_status put(const struct piece *pieces, const struct format_header *header, norm_gazetteer_sink *sink,
		       void *user)
{
	norm_status status = sink(user, header, sizeof *header);
	for (size_t i = 0; i < FORMAT_SECTIONS && status == NORM_OK; i++) {
		if (pieces[i].size)
			status = sink(user, pieces[i].at, pieces[i].size);
		if (status == NORM_OK && padding_of(pieces[i].size))
			status = sink(user, padding, padding_of(pieces[i].size));
	}
	return status == NORM_OK ? NORM_OK : NORM_E_SINK;
}

static norm_status write_file(const struct buffer *strings, const struct compiled *compiled, norm_gazetteer_sink *sink,
			      void *user)
{
	struct format_header header;
	struct piece pieces[FORMAT_SECTIONS] = {
		[FORMAT_STRINGS] = {strings->at, strings->len},
		[FORMAT_PLACES] = {compiled->places, compiled->place_count * sizeof *compiled->places},
		[FORMAT_FORMS] = {compiled->forms, compiled->form_count * sizeof *compiled->forms},
		[FORMAT_LISTS] = {compiled->lists.at, compiled->lists.len * sizeof *compiled->lists.at},
		[FORMAT_TRIE] = {compiled->trie.at, compiled->trie.len * sizeof *compiled->trie.at},
		[FORMAT_IDS] = {compiled->ids, compiled->id_slots * sizeof *compiled->ids},
		[FORMAT_OPENINGS] = {compiled->openings.at, compiled->openings.len},
		[FORMAT_STARTS] = {compiled->starts.at, compiled->starts.len},
	};
	describe(pieces, compiled->key_count, &header);
	return put(pieces, &header, sink, user);
}

/* What only rows need. */
static void forget_rows(norm_gazetteer_builder *builder)
{
	free(builder->forms);
	free(builder->places);
	builder->forms = NULL;
	builder->places = NULL;
	string_set_release(&builder->ids);
	string_set_release(&builder->sources);
}

norm_status builder_compile(norm_gazetteer_builder *builder, norm_gazetteer_sink *sink, void *user)
{
	struct compiled compiled = {0};
	norm_status status = NORM_E_NOMEM;
	if (compile_places(builder, &compiled)) {
		status = builder->report.first.code == NORM_ERROR_NONE ? NORM_OK : NORM_E_DATA;
		forget_rows(builder);
	}
	if (status == NORM_OK && sink) {
		bool good = compile_ids(&builder->strings, &compiled) && compile_keys(&builder->strings, &compiled);
		status = good ? write_file(&builder->strings, &compiled, sink, user) : NORM_E_NOMEM;
	}
	free(compiled.places);
	free(compiled.forms);
	free(compiled.ids);
	cpbuf_release(&compiled.lists);
	cpbuf_release(&compiled.trie);
	buffer_release(&compiled.openings);
	buffer_release(&compiled.starts);
	return status;
}
