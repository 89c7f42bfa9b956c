/* SPDX-License-Identifier: MIT */
/* From the cells of a row to a place and its form. */
#include <stdio.h>
#include <string.h>

#include "base/memory.h"
#include "places/builder.h"
#include "places/format.h"
#include "text/error_field.h"

enum { ID_BYTES_MAX = 100, SOURCE_BYTES_MAX = 64 };

/* A row as it is understood. */
struct entry {
	struct builder_place place;
	enum form_language language;
	unsigned status;
};

static bool wrong(struct report *report, const struct cell *cells, enum row_column column, const char *expected)
{
	report_error(report, NORM_ERROR_CELL, row_columns[column], cells[column], expected);
	return false;
}

static bool is_id_byte(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
	       byte == ':' || byte == '.' || byte == '_' || byte == '-';
}

static bool is_id(struct cell cell)
{
	size_t good = 0;
	while (good < cell.len && is_id_byte(cell.at[good]))
		good++;
	return good == cell.len && good > 0 && good <= ID_BYTES_MAX;
}

static bool is_country(struct cell cell)
{
	return cell.len == 2 && cell.at[0] >= 'A' && cell.at[0] <= 'Z' && cell.at[1] >= 'A' && cell.at[1] <= 'Z';
}

/* The number of a word; reports those that there are when it is none of them. */
static bool read_word(struct report *report, const struct cell *cells, enum row_column column, const char *const *words,
		      size_t count, size_t *ret)
{
	*ret = vocabulary_find(words, count, cells[column].at, cells[column].len);
	if (*ret < count)
		return true;
	char list[sizeof report->first.expected] = "one of ";
	for (size_t i = 0; i < count; i++) {
		size_t used = strlen(list);
		snprintf(list + used, sizeof list - used, i ? ", %s" : "%s", words[i]);
	}
	return wrong(report, cells, column, list);
}

/* Decimal degrees up to `limit`, with up to 7 digits behind the point; more are cut off. */
static bool read_degrees(struct cell cell, int limit, int32_t *ret)
{
	int64_t number = 0;
	int behind = -1;
	size_t at = cell.len && cell.at[0] == '-', digits = 0;
	for (; at < cell.len; at++) {
		if (cell.at[at] == '.' && behind < 0 && digits) {
			behind = 0;
			continue;
		}
		if (cell.at[at] < '0' || cell.at[at] > '9' || digits++ > 30)
			return false;
		if (behind >= 7 || number > limit * (int64_t)FORMAT_DEGREE)
			continue;
		number = number * 10 + (cell.at[at] - '0');
		behind += behind >= 0;
	}
	for (behind = behind < 0 ? 0 : behind; behind < 7; behind++)
		number *= 10;
	*ret = (int32_t)(cell.at[0] == '-' ? -number : number);
	return digits && number <= limit * (int64_t)FORMAT_DEGREE;
}

static bool read_position(struct report *report, const struct cell *cells, struct builder_place *ret)
{
	ret->lat = ret->lon = FORMAT_UNKNOWN;
	if (!cells[COLUMN_LAT].len && !cells[COLUMN_LON].len)
		return true;
	if (!read_degrees(cells[COLUMN_LAT], 90, &ret->lat))
		return wrong(report, cells, COLUMN_LAT, "a number of degrees from -90 to 90");
	if (!read_degrees(cells[COLUMN_LON], 180, &ret->lon))
		return wrong(report, cells, COLUMN_LON, "a number of degrees from -180 to 180");
	return true;
}

/* What may be empty in rows that delete. */
static bool read_place(struct report *report, const struct cell *cells, bool deletes, struct builder_place *ret)
{
	size_t feature = FEATURE_UNSAID;
	if (cells[COLUMN_COUNTRY].len && !is_country(cells[COLUMN_COUNTRY]))
		return wrong(report, cells, COLUMN_COUNTRY, "two capital letters");
	if (cells[COLUMN_COUNTRY].len)
		memcpy(ret->country, cells[COLUMN_COUNTRY].at, sizeof ret->country);
	if ((cells[COLUMN_FEATURE].len || !deletes) &&
	    !read_word(report, cells, COLUMN_FEATURE, vocabulary_features, FEATURES, &feature))
		return false;
	ret->feature = (uint8_t)feature;
	return read_position(report, cells, ret);
}

static bool read_row(norm_gazetteer_builder *builder, const struct cell *cells, struct entry *ret)
{
	struct report *report = &builder->report;
	size_t language = 0, status;
	if (!is_id(cells[COLUMN_ID]))
		return wrong(report, cells, COLUMN_ID, "up to 100 letters, digits and :._- of ASCII");
	if (!read_word(report, cells, COLUMN_STATUS, vocabulary_statuses, FORM_STATUSES, &status))
		return false;
	bool deletes = status == FORM_DELETED, whole = deletes && !cells[COLUMN_FORM].len;
	if (!read_place(report, cells, deletes, &ret->place))
		return false;
	if (!whole && !read_word(report, cells, COLUMN_LANG, vocabulary_languages, FORM_LANGUAGES, &language))
		return false;
	size_t source = cells[COLUMN_SOURCE].len;
	if (source > SOURCE_BYTES_MAX || (!source && !deletes))
		return wrong(report, cells, COLUMN_SOURCE, "a name of up to 64 bytes");
	ret->language = (enum form_language)language;
	ret->status = (unsigned)status;
	return whole || form_check(report, cells[COLUMN_FORM], ret->language, &builder->scratch);
}

void builder_place_name(const norm_gazetteer_builder *builder, uint16_t file, uint32_t line, char *buf, size_t size)
{
	char number[16];
	size_t len = (size_t)snprintf(number, sizeof number, ":%u", (unsigned)line);
	error_field(buf, size - len, builder->files[file]);
	memcpy(buf + strlen(buf), number, len + 1);
}

static bool conflict(norm_gazetteer_builder *builder, const struct builder_place *known, enum row_column column,
		     struct cell id)
{
	char where[128];
	builder_place_name(builder, known->file, known->line, where, sizeof where);
	report_error(&builder->report, NORM_ERROR_PLACE_CONFLICT, row_columns[column], id, where);
	return false;
}

static bool same_country(const struct builder_place *a, const struct builder_place *b)
{
	return !memcmp(a->country, b->country, sizeof a->country);
}

/* What a row says of a place that rows before it have spoken of. */
static bool join_place(norm_gazetteer_builder *builder, struct cell id, struct builder_place *known,
		       const struct builder_place *said)
{
	if (said->feature != FEATURE_UNSAID && known->feature != FEATURE_UNSAID) {
		if (!same_country(known, said))
			return conflict(builder, known, COLUMN_COUNTRY, id);
		if (known->feature != said->feature)
			return conflict(builder, known, COLUMN_FEATURE, id);
	}
	if (said->lat != FORMAT_UNKNOWN && known->lat != FORMAT_UNKNOWN) {
		if (known->lat != said->lat)
			return conflict(builder, known, COLUMN_LAT, id);
		if (known->lon != said->lon)
			return conflict(builder, known, COLUMN_LON, id);
	}
	if (known->feature == FEATURE_UNSAID) {
		known->feature = said->feature;
		memcpy(known->country, said->country, sizeof known->country);
	}
	if (known->lat == FORMAT_UNKNOWN) {
		known->lat = said->lat;
		known->lon = said->lon;
	}
	return true;
}

/* The number of the place of a row, STRING_NONE when it conflicts or memory ran out. */
static uint32_t add_place(norm_gazetteer_builder *builder, struct cell id, const struct builder_place *said)
{
	size_t count = builder->ids.count;
	if (!memory_reserve(&builder->places, &builder->place_cap, count + 1, sizeof *builder->places)) {
		builder->status = NORM_E_NOMEM;
		return STRING_NONE;
	}
	uint32_t place = string_set_add(&builder->ids, &builder->strings, id.at, id.len);
	if (place == STRING_NONE) {
		builder->status = NORM_E_NOMEM;
		return STRING_NONE;
	}
	if (place == count)
		builder->places[place] = *said;
	else if (!join_place(builder, id, &builder->places[place], said))
		return STRING_NONE;
	return place;
}

static bool add_source(norm_gazetteer_builder *builder, struct cell source, uint8_t *ret)
{
	uint32_t number = string_set_add(&builder->sources, &builder->strings, source.at, source.len);
	if (number == STRING_NONE)
		builder->status = NORM_E_NOMEM;
	else if (number >= SOURCES_MAX)
		report_error(&builder->report, NORM_ERROR_SOURCES, NULL, source, NULL);
	*ret = (uint8_t)number;
	return number < SOURCES_MAX;
}

static void add_form(norm_gazetteer_builder *builder, struct builder_form form, struct cell text)
{
	size_t count = builder->form_count;
	if (!memory_reserve(&builder->forms, &builder->form_cap, count + 1, sizeof *builder->forms)) {
		builder->status = NORM_E_NOMEM;
		return;
	}
	form.text = text.len ? string_append(&builder->strings, text.at, text.len) : 0;
	builder->forms[builder->form_count++] = form;
}

/* Numbers of rows and of bytes in strings have 32 bits. */
static bool has_room(norm_gazetteer_builder *builder)
{
	if (builder->form_count == UINT32_MAX || UINT32_MAX - builder->strings.len < 2 * ROW_BYTES_MAX)
		builder->status = NORM_E_LIMIT;
	return builder->status == NORM_OK;
}

void builder_take_row(void *user, const struct cell *cells)
{
	norm_gazetteer_builder *builder = user;
	struct entry entry = {.place = {.line = builder->report.line, .file = (uint16_t)(builder->file_count - 1)}};
	uint8_t source;
	if (builder->status != NORM_OK || !has_room(builder) || !read_row(builder, cells, &entry))
		return;
	uint32_t place = add_place(builder, cells[COLUMN_ID], &entry.place);
	if (place == STRING_NONE || !add_source(builder, cells[COLUMN_SOURCE], &source))
		return;
	struct builder_form form = {.place = place, .line = entry.place.line, .file = entry.place.file, .source = source,
				    .kind = (uint8_t)((unsigned)entry.language << 4 | entry.status)};
	add_form(builder, form, cells[COLUMN_FORM]);
}
