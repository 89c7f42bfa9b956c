/* SPDX-License-Identifier: MIT */
#include "places/layer.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "places/fold.h"
#include "text/error_field.h"

static norm_status fail(norm_error *error, norm_error_code code)
{
	error->status = NORM_E_DATA;
	error->code = code;
	return NORM_E_DATA;
}

static norm_status damaged(norm_error *error, const char *what)
{
	error_field(error->subject, sizeof error->subject, what);
	return fail(error, NORM_ERROR_DAMAGED);
}

static norm_status truncated(norm_error *error, size_t size, uint64_t whole)
{
	snprintf(error->subject, sizeof error->subject, "%zu", size);
	snprintf(error->section, sizeof error->section, "%llu", (unsigned long long)whole);
	return fail(error, NORM_ERROR_TRUNCATED);
}

static norm_status other_version(norm_error *error, const struct format_header *header)
{
	snprintf(error->subject, sizeof error->subject, "%u.%u", header->version, header->fold);
	snprintf(error->section, sizeof error->section, "%d.%d", FORMAT_VERSION, FOLD_VERSION);
	return fail(error, NORM_ERROR_GAZETTEER_VERSION);
}

static uint32_t crc(const uint8_t *bytes, size_t size)
{
	return (uint32_t)crc32_z(0, bytes, size);
}

/* What is said first of a file decides what the rest means, so it is asked first. */
static norm_status check_header(const uint8_t *bytes, size_t size, norm_error *error)
{
	const struct format_header *header = (const struct format_header *)bytes;
	if (size < FORMAT_MAGIC_SIZE || memcmp(bytes, FORMAT_MAGIC, FORMAT_MAGIC_SIZE) != 0)
		return fail(error, NORM_ERROR_NOT_GAZETTEER);
	if (size < offsetof(struct format_header, body_crc))
		return truncated(error, size, sizeof *header);
	if (header->order == FORMAT_OTHER_ORDER)
		return fail(error, NORM_ERROR_BYTE_ORDER);
	if (header->order != FORMAT_ORDER)
		return damaged(error, "byte order mark");
	if (header->version != FORMAT_VERSION || header->fold != FOLD_VERSION)
		return other_version(error, header);
	if (size < sizeof *header)
		return truncated(error, size, sizeof *header);
	if (crc(bytes, offsetof(struct format_header, header_crc)) != header->header_crc)
		return damaged(error, "header");
	if (size < header->size)
		return truncated(error, size, header->size);
	return size > header->size ? damaged(error, "end") : NORM_OK;
}

/* A section of `unit` bytes a piece; counts of pieces are of 32 bits. NULL when it is none. */
static const void *section(const struct layer *layer, enum format_section_kind kind, size_t unit, uint32_t *ret_count)
{
	const struct format_section *at = &((const struct format_header *)layer->bytes)->sections[kind];
	if (at->start < sizeof(struct format_header) || at->start % FORMAT_ALIGN || at->start > layer->size ||
	    at->size > layer->size - at->start || at->size % unit || at->size / unit > UINT32_MAX)
		return NULL;
	*ret_count = (uint32_t)(at->size / unit);
	return layer->bytes + at->start;
}

static bool find_filter(const struct layer *layer, struct filter *ret)
{
	uint32_t opening_count = 0, start_count = 0;
	const uint32_t *openings = section(layer, FORMAT_OPENINGS, sizeof *openings, &opening_count);
	const uint64_t *starts = section(layer, FORMAT_STARTS, sizeof *starts, &start_count);
	return filter_set_openings(&ret->openings, openings, opening_count) && filter_set_starts(&ret->starts, starts, start_count);
}

static bool find_sections(struct layer *layer)
{
	layer->strings = section(layer, FORMAT_STRINGS, 1, &layer->strings_size);
	layer->places = section(layer, FORMAT_PLACES, sizeof *layer->places, &layer->place_count);
	layer->forms = section(layer, FORMAT_FORMS, sizeof *layer->forms, &layer->form_count);
	layer->lists = section(layer, FORMAT_LISTS, sizeof *layer->lists, &layer->list_size);
	layer->trie.units = section(layer, FORMAT_TRIE, sizeof *layer->trie.units, &layer->trie.count);
	layer->ids = section(layer, FORMAT_IDS, sizeof *layer->ids, &layer->id_slots);
	if (!find_filter(layer, &layer->filter))
		return false;
	if (!layer->strings || !layer->places || !layer->forms || !layer->lists || !layer->trie.units || !layer->ids)
		return false;
	return layer->strings_size && !layer->strings[0] && !layer->strings[layer->strings_size - 1] &&
	       layer->trie.count && layer->id_slots && !(layer->id_slots & (layer->id_slots - 1));
}

norm_status layer_read(const uint8_t *bytes, size_t size, struct layer *ret, norm_error *error)
{
	norm_status status = check_header(bytes, size, error);
	if (status != NORM_OK)
		return status;
	struct layer layer = {.bytes = bytes, .size = size};
	if (!find_sections(&layer))
		return damaged(error, "sections");
	*ret = layer;
	return NORM_OK;
}

static norm_status unreadable(norm_error *error, int number)
{
	error_field(error->subject, sizeof error->subject, error_reason(number));
	norm_status status = fail(error, NORM_ERROR_UNREADABLE);
	return error->status = number == ENOMEM ? NORM_E_NOMEM : status;
}

/* Map all of an open file. */
static norm_status map(int file, struct layer *ret, norm_error *error)
{
	struct stat about;
	if (fstat(file, &about) != 0)
		return unreadable(error, errno);
	if (!S_ISREG(about.st_mode))
		return unreadable(error, S_ISDIR(about.st_mode) ? EISDIR : ENODEV);
	size_t size = (size_t)about.st_size;
	if (!size || (off_t)size != about.st_size)
		return fail(error, NORM_ERROR_NOT_GAZETTEER);
	void *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
	if (bytes == MAP_FAILED)
		return unreadable(error, errno);
	norm_status status = layer_read(bytes, size, ret, error);
	if (status == NORM_OK)
		ret->mapped = true;
	else
		munmap(bytes, size);
	return status;
}

norm_status layer_open(const char *path, struct layer *ret, norm_error *error)
{
	error_field(error->file, sizeof error->file, path);
	int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (file < 0)
		return unreadable(error, errno);
	norm_status status = map(file, ret, error);
	close(file);
	return status;
}

norm_status layer_check(const struct layer *layer, norm_error *error)
{
	const struct format_header *header = (const struct format_header *)layer->bytes;
	size_t head = sizeof *header;
	return crc(layer->bytes + head, layer->size - head) == header->body_crc ? NORM_OK : damaged(error, "checksum");
}

void layer_close(struct layer *layer)
{
	/* munmap() wants what mmap() gave, which nobody writes to. */
	if (layer->mapped)
		munmap((void *)(uintptr_t)layer->bytes, layer->size);
}

bool layer_find(const struct layer *layer, const char *id, uint32_t *ret)
{
	uint32_t mask = layer->id_slots - 1, slot = format_id_slot(id, mask);
	for (uint32_t tried = 0; tried < layer->id_slots && layer->ids[slot]; tried++) {
		uint32_t place = layer->ids[slot] - 1;
		if (place < layer->place_count && !strcmp(layer_string(layer, layer->places[place].id), id)) {
			*ret = place;
			return true;
		}
		slot = (slot + 1) & mask;
	}
	return false;
}
