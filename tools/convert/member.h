/* SPDX-License-Identifier: MIT */
/* Normalising members of one JSON object, as the --jsonl options say. */
#ifndef CONVERT_MEMBER_H
#define CONVERT_MEMBER_H

#include "common/json.h"
#include "convert/job.h"

/* One --jsonl at work. */
struct member {
	struct members *all;
	const struct field_spec *spec;
	size_t field, out_field; /* which of the names */
	norm_profile *profile;
	norm_stream *stream;
	norm_stream *utf8; /* for strings of which no encoding is to be found out, NULL before the first */
	norm_levels *levels;   /* --show-levels, and … */
	norm_profile *reading; /* … what the streams work by for that, else NULL */
	struct bytes token; /* for another member: its new value, as JSON */
	bool has_token;
};

struct members {
	struct job *job;
	struct member *at;
	size_t count;
	const char **names; /* all fields and out_fields, each once */
	size_t name_count;
	struct json_object object;
	struct bytes text, result; /* of a string, before and after */
	char reason[256];
};

enum members_outcome { MEMBERS_SAME, MEMBERS_CHANGED, MEMBERS_BAD, MEMBERS_FAILED };

/* Get all profiles. False after a message. Release in both cases. */
bool members_open(struct members *members, struct job *job);
/* A file starts: the flags of the job are known. */
void members_start(struct members *members);
/*
 * Append to `fresh` the line with its new values. `at` is the place of the line and, when it is bad, that of
 * what is wrong in it. After MEMBERS_FAILED a message has been given, or the target wants no more.
 */
enum members_outcome members_convert(struct members *members, const char *line, size_t len, struct bytes *fresh,
				     struct position *at);
/* What is wrong with a bad line, for people. */
const char *members_reason(const struct members *members);
void members_release(struct members *members);

#endif
