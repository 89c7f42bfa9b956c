/* SPDX-License-Identifier: MIT */
#include "convert/member.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/message.h"
#include "convert/show_levels.h"

/* A string in the line: where its text starts and ends, without the quotes. */
struct string {
	const char *line, *raw;
	size_t raw_len;
};

static size_t number_of_name(struct members *members, const char *name)
{
	for (size_t i = 0; i < members->name_count; i++) {
		if (!strcmp(members->names[i], name))
			return i;
	}
	members->names[members->name_count] = name;
	return members->name_count++;
}

bool members_open(struct members *members, struct job *job)
{
	const struct options *options = job->options;
	*members = (struct members){.job = job};
	members->at = memory_grow(NULL, options->field_count, sizeof *members->at);
	members->names = memory_grow(NULL, 2 * options->field_count, sizeof *members->names);
	for (; members->count < options->field_count; members->count++) {
		const struct field_spec *spec = &options->fields[members->count];
		const char *name = spec->profile ? spec->profile : options->profile;
		norm_profile *profile = profiles_get(job->context, name, &options->settings);
		if (!profile)
			return false;
		members->at[members->count] = (struct member){
			.all = members,
			.spec = spec,
			.field = number_of_name(members, spec->field),
			.out_field = number_of_name(members, spec->out_field),
			.profile = profile,
		};
	}
	return true;
}

static norm_status take_block(void *user, const norm_block *block)
{
	struct members *members = user;
	bytes_append(&members->result, block->output, block->output_len);
	return job_note_block(members->job, block) ? NORM_OK : NORM_E_SINK;
}

static norm_stream *open_stream(const struct member *member)
{
	struct members *members = member->all;
	norm_stream *stream = NULL;
	const norm_profile *profile = member->reading ? member->reading : member->profile;
	if (norm_stream_new(profile, members->job->flags, take_block, members, &stream) != NORM_OK)
		message_out_of_memory();
	return stream;
}

void members_start(struct members *members)
{
	for (size_t i = 0; i < members->count; i++) {
		struct member *member = &members->at[i];
		if (member->stream)
			continue;
		if (report_wants_levels(&members->job->report)) {
			member->reading = show_levels_reading(member->profile);
			if (norm_levels_new(member->profile, &member->levels) != NORM_OK)
				message_out_of_memory();
		}
		member->stream = open_stream(member);
	}
}

/* A stream for strings that hold half a surrogate pair: what stands for that in the text is no byte of a code page. */
static norm_stream *utf8_stream(struct member *member)
{
	if (member->utf8)
		return member->utf8;
	member->utf8 = open_stream(member);
	if (norm_stream_set_encoding(member->utf8, "UTF-8") != NORM_OK)
		message_out_of_memory();
	return member->utf8;
}

/* Move `at` from the start of the line to the source of byte `offset` of the text of a string. */
static void find_in_string(struct position *at, const struct string *string, uint64_t offset)
{
	const char *raw = string->raw, *end = raw + string->raw_len;
	size_t decoded;
	for (uint64_t done = 0; done < offset && raw < end; done += decoded)
		raw += json_unit(raw, end, &decoded);
	position_advance(at, string->line, (size_t)(raw - string->line));
}

static enum members_outcome failed(struct member *member, norm_status status, const norm_stream *stream,
				   const struct string *string, struct position *at)
{
	struct members *members = member->all;
	if (status == NORM_E_SINK)
		return MEMBERS_FAILED;
	if (status != NORM_E_ENCODING) {
		message_error("%s: %s", members->job->source->shown, _(norm_status_message(status)));
		return MEMBERS_FAILED;
	}
	find_in_string(at, string, norm_stream_error(stream)->offset);
	snprintf(members->reason, sizeof members->reason, _("member \"%s\" is not valid UTF-8"), member->spec->field);
	return MEMBERS_BAD;
}

/* Normalise a string: its text goes to `members->text`, what became of it to `members->result`. */
static enum members_outcome convert_string(struct member *member, const struct string *string, struct position *at)
{
	struct members *members = member->all;
	struct position start = *at;
	members->text.len = members->result.len = 0;
	bool whole = json_decode(&members->text, string->raw, string->raw_len);
	norm_stream *stream = whole ? member->stream : utf8_stream(member);
	position_advance(&start, string->line, (size_t)(string->raw - string->line));
	report_member(&members->job->report, member->profile, member->levels, member->spec->field, string->raw,
		      string->raw + string->raw_len, start);
	norm_stream_reset(stream);
	norm_status status = norm_stream_write(stream, members->text.at, members->text.len);
	if (status == NORM_OK)
		status = norm_stream_finish(stream);
	if (status != NORM_OK)
		return failed(member, status, stream, string, at);
	bool same = members->text.len == members->result.len &&
		    (!members->text.len || !memcmp(members->text.at, members->result.at, members->text.len));
	return same ? MEMBERS_SAME : MEMBERS_CHANGED;
}

static struct string string_of(const char *line, const struct json_member *value)
{
	return (struct string){.line = line, .raw = line + value->start + 1, .raw_len = value->end - value->start - 2};
}

/* The last of several members of a name: it is the one that JSON parsers keep. */
static const struct json_member *last_of(const struct json_object *object, size_t name)
{
	for (size_t i = object->count; i > 0; i--) {
		if (object->members[i - 1].name == name)
			return &object->members[i - 1];
	}
	return NULL;
}

/* Find the new values that go to another member than the one they come from. */
static enum members_outcome make_tokens(struct members *members, const char *line, struct position *at)
{
	for (size_t i = 0; i < members->count; i++) {
		struct member *member = &members->at[i];
		member->has_token = false;
		if (member->field == member->out_field)
			continue;
		const struct json_member *value = last_of(&members->object, member->field);
		if (!value || !value->is_string)
			continue;
		struct string string = string_of(line, value);
		enum members_outcome outcome = convert_string(member, &string, at);
		if (outcome != MEMBERS_SAME && outcome != MEMBERS_CHANGED)
			return outcome;
		member->token.len = 0;
		if (outcome == MEMBERS_SAME)
			bytes_append(&member->token, line + value->start, value->end - value->start);
		else
			json_append_string(&member->token, members->result.at, members->result.len);
		member->has_token = true;
	}
	return MEMBERS_SAME;
}

/* The --jsonl that writes to the member of this name, if there is one. */
static struct member *writer_of(struct members *members, size_t name)
{
	for (size_t i = 0; i < members->count; i++) {
		if (members->at[i].out_field == name)
			return &members->at[i];
	}
	return NULL;
}

/* Append the new value of a member that is there; MEMBERS_SAME when nothing was appended. */
static enum members_outcome append_value(struct members *members, const char *line, const struct json_member *value,
					 struct bytes *fresh, struct position *at)
{
	struct member *member = writer_of(members, value->name);
	if (member && member->has_token) {
		bytes_append(fresh, member->token.at, member->token.len);
		return MEMBERS_CHANGED;
	}
	if (!member || member->field != member->out_field || !value->is_string)
		return MEMBERS_SAME;
	struct string string = string_of(line, value);
	enum members_outcome outcome = convert_string(member, &string, at);
	if (outcome == MEMBERS_CHANGED)
		json_append_string(fresh, members->result.at, members->result.len);
	return outcome;
}

/* Append the values whose member is not in the line. */
static bool append_new(struct members *members, struct bytes *fresh)
{
	bool any = false;
	for (size_t i = 0; i < members->count; i++) {
		const struct member *member = &members->at[i];
		if (!member->has_token || last_of(&members->object, member->out_field))
			continue;
		bytes_append_text(fresh, members->object.spaced ? ", " : ",");
		json_append_text(fresh, member->spec->out_field);
		bytes_append_text(fresh, members->object.spaced ? ": " : ":");
		bytes_append(fresh, member->token.at, member->token.len);
		any = true;
	}
	return any;
}

static enum members_outcome rebuild(struct members *members, const char *line, size_t len, struct bytes *fresh,
				    struct position *at)
{
	size_t done = 0;
	enum members_outcome sum = MEMBERS_SAME;
	for (size_t i = 0; i < members->object.count; i++) {
		const struct json_member *value = &members->object.members[i];
		bytes_append(fresh, line + done, value->start - done);
		done = value->start;
		enum members_outcome outcome = append_value(members, line, value, fresh, at);
		if (outcome == MEMBERS_CHANGED) {
			done = value->end;
			sum = outcome;
		} else if (outcome != MEMBERS_SAME) {
			return outcome;
		}
	}
	bytes_append(fresh, line + done, members->object.last_end - done);
	if (append_new(members, fresh))
		sum = MEMBERS_CHANGED;
	bytes_append(fresh, line + members->object.last_end, len - members->object.last_end);
	return sum;
}

enum members_outcome members_convert(struct members *members, const char *line, size_t len, struct bytes *fresh,
				     struct position *at)
{
	struct json_error error;
	if (!json_scan(line, len, members->names, members->name_count, &members->object, &error)) {
		position_advance(at, line, error.offset < len ? error.offset : len - 1);
		snprintf(members->reason, sizeof members->reason, _("not a valid line of JSON: %s"), error.reason);
		return MEMBERS_BAD;
	}
	enum members_outcome outcome = make_tokens(members, line, at);
	return outcome == MEMBERS_SAME ? rebuild(members, line, len, fresh, at) : outcome;
}

const char *members_reason(const struct members *members)
{
	return members->reason;
}

void members_release(struct members *members)
{
	for (size_t i = 0; i < members->count; i++) {
		norm_stream_free(members->at[i].stream);
		norm_stream_free(members->at[i].utf8);
		norm_levels_free(members->at[i].levels);
		norm_profile_free(members->at[i].reading);
		norm_profile_free(members->at[i].profile);
		bytes_release(&members->at[i].token);
	}
	free(members->at);
	free(members->names);
	json_object_release(&members->object);
	bytes_release(&members->text);
	bytes_release(&members->result);
}
