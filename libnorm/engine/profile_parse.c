/* SPDX-License-Identifier: MIT */
/*
 * The text form of profiles. The INI syntax is inih's; what the words mean, and what is said when
 * they mean nothing, is decided here. The first error ends the parsing.
 */
#include <ini.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/memory.h"
#include "engine/context.h"
#include "engine/error.h"
#include "engine/profile.h"

enum {
	LINE_MAX_BYTES = 190, /* inih reads lines into 200 bytes */
	INCLUDE_DEPTH_MAX = 16,
};

/* One source that is being parsed; includes form a chain. */
struct source {
	const struct source *parent;
	const char *path; /* NULL for a profile in memory */
	const char *text;
	size_t len, at;
	unsigned line, depth;
	bool in_section;
	char authority[LINE_MAX_BYTES + 1]; /* of the rules to come in this section; "" if nobody is named */
	const norm_context *context;
	norm_profile *profile;
	norm_error *error;
};

/* Its keys are rule ids, its values names of severities; all other sections are those of rules. */
static const char severity_section[] = "severity";

static norm_status parse_source(struct source *source);

static bool failed(const struct source *source)
{
	return source->error->status != NORM_OK;
}

static void fail(struct source *source, norm_status status, norm_error_code code, const char *subject)
{
	norm_error *error = source->error;
	*error = (norm_error){.status = status, .code = code, .line = source->line};
	error_field(error->file, sizeof error->file, source->path ? source->path : "");
	error_field(error->subject, sizeof error->subject, subject);
}

/* Name a word that could have stood there. */
static void expect(struct source *source, const char *word)
{
	error_list(source->error->expected, sizeof source->error->expected, word);
	error_nearest(source->error, word);
}

static void fail_section(struct source *source, const char *name)
{
	fail(source, NORM_E_PROFILE, NORM_ERROR_UNKNOWN_SECTION, name);
	for (size_t i = 0; i < registry_count(); i++) {
		bool listed = false;
		for (size_t k = 0; k < i; k++)
			listed |= !strcmp(registry_rules()[k]->section, registry_rules()[i]->section);
		if (!listed)
			expect(source, registry_rules()[i]->section);
	}
	expect(source, severity_section);
}

static void fail_key(struct source *source, const char *section, const char *key)
{
	fail(source, NORM_E_PROFILE, NORM_ERROR_UNKNOWN_KEY, key);
	error_field(source->error->section, sizeof source->error->section, section);
	for (size_t i = 0; i < registry_count(); i++)
		if (!strcmp(registry_rules()[i]->section, section))
			expect(source, registry_rules()[i]->key);
	expect(source, section[0] ? "authority" : "include");
}

static void fail_value(struct source *source, const norm_rule *rule, const char *value)
{
	fail(source, NORM_E_PROFILE, NORM_ERROR_UNKNOWN_VALUE, value);
	error_field(source->error->section, sizeof source->error->section, rule->id);
	for (size_t i = 0; i < rule->value_count; i++)
		expect(source, rule->values[i].name);
}

static bool is_section(const char *name)
{
	for (size_t i = 0; i < registry_count(); i++)
		if (!strcmp(registry_rules()[i]->section, name))
			return true;
	return !strcmp(name, severity_section);
}

/* A line that nobody understands, for the message. */
static void fail_syntax(struct source *source, unsigned line)
{
	const char *at = source->text, *end = at + source->len;
	for (unsigned i = 1; i < line; i++)
		at = (const char *)memchr(at, '\n', (size_t)(end - at)) + 1;
	const char *feed = memchr(at, '\n', (size_t)(end - at));
	size_t len = (size_t)((feed ? feed : end) - at);
	char text[LINE_MAX_BYTES + 1];
	if (len && at[len - 1] == '\r')
		len--;
	if (len > LINE_MAX_BYTES)
		len = LINE_MAX_BYTES;
	memcpy(text, at, len);
	text[len] = '\0';
	source->line = line;
	fail(source, NORM_E_PROFILE, NORM_ERROR_SYNTAX, text);
}

/* Check the heading `[name]` in `line` here: inih tells of a section only when it has a key, and never of what is behind its name. */
static void check_heading(struct source *source, const char *line)
{
	char name[LINE_MAX_BYTES + 1];
	const char *close = strchr(line, ']');
	if (!close)
		return; /* inih calls that an error */
	error_field(name, (size_t)(close - line), line + 1);
	source->in_section = true;
	source->authority[0] = '\0';
	close += 1 + strspn(close + 1, " \t\r");
	if (!is_section(name))
		fail_section(source, name);
	else if (*close && *close != ';' && *close != '#')
		fail_syntax(source, source->line);
}

/* Give inih the next line, without the indentation that it would take for a continued value. */
static char *next_line(char *buf, int size, void *user)
{
	struct source *source = user;
	if (failed(source) || source->at == source->len || size <= LINE_MAX_BYTES)
		return NULL;
	const char *line = source->text + source->at;
	const char *feed = memchr(line, '\n', source->len - source->at);
	size_t len = feed ? (size_t)(feed - line) : source->len - source->at;
	source->at += feed ? len + 1 : len;
	source->line++;
	while (len && (*line == ' ' || *line == '\t'))
		line++, len--;
	if (len > LINE_MAX_BYTES || memchr(line, '\0', len)) {
		fail(source, NORM_E_PROFILE, len > LINE_MAX_BYTES ? NORM_ERROR_LINE_TOO_LONG : NORM_ERROR_NUL_BYTE, "");
		return NULL;
	}
	memcpy(buf, line, len);
	buf[len] = '\0';
	if (buf[0] == '[')
		check_heading(source, buf);
	return failed(source) ? NULL : buf;
}

static void suggest_profile(void *user, const char *name, const char *file, const char *summary)
{
	(void)file, (void)summary;
	struct source *source = user;
	expect(source, name);
}

/* Nothing has that name: say what has, or that the library's own profiles are not where they should be. */
static norm_status fail_include(struct source *source, const char *name)
{
	fail(source, NORM_E_PROFILE, NORM_ERROR_NO_PROFILE, name);
	if (!source->context)
		return NORM_E_PROFILE;
	norm_status status = norm_context_list_profiles(source->context, suggest_profile, source);
	if (status != NORM_E_DATA)
		return NORM_E_PROFILE;
	fail(source, status, NORM_ERROR_NO_DATA, name);
	error_field(source->error->file, sizeof source->error->file, source->context->dirs[0]);
	source->error->line = 0;
	return status;
}

/* The file that an include names, as a source of its own; its path and text are the caller's to free. */
static norm_status open_include(struct source *source, const char *name, char **path, struct buffer *text)
{
	norm_status status = context_find_profile(source->context, name, source->path, path);
	const char *reason = "";
	if (status == NORM_E_PROFILE)
		return fail_include(source, name);
	if (status == NORM_OK)
		status = context_read(*path, text, &reason);
	if (status != NORM_OK) {
		fail(source, status, status == NORM_E_DATA ? NORM_ERROR_UNREADABLE : NORM_ERROR_NONE, reason);
		if (*path)
			error_field(source->error->file, sizeof source->error->file, *path);
		source->error->line = 0;
	}
	return status;
}

/* Is it one of the files that are being read? By whatever name: a.ini, ./a.ini and a link to it are one file. */
static bool is_open(const struct source *source, const char *path)
{
	struct stat file, other;
	if (stat(path, &file) != 0)
		return false;
	for (; source; source = source->parent)
		if (source->path && stat(source->path, &other) == 0 && other.st_dev == file.st_dev &&
		    other.st_ino == file.st_ino)
			return true;
	return false;
}

static void include(struct source *source, const char *name)
{
	char *path = NULL;
	struct buffer text = {0};
	if (source->in_section)
		fail(source, NORM_E_PROFILE, NORM_ERROR_INCLUDE_PLACE, name);
	else if (source->depth >= INCLUDE_DEPTH_MAX)
		fail(source, NORM_E_PROFILE, NORM_ERROR_INCLUDE_DEPTH, name);
	else if (open_include(source, name, &path, &text) == NORM_OK) {
		struct source included = {
			.parent = source,
			.path = path,
			.text = text.at ? (const char *)text.at : "",
			.len = text.len,
			.depth = source->depth + 1,
			.context = source->context,
			.profile = source->profile,
			.error = source->error,
		};
		if (is_open(source, path))
			fail(source, NORM_E_PROFILE, NORM_ERROR_INCLUDE_CYCLE, name);
		else
			parse_source(&included);
	}
	free(path);
	buffer_release(&text);
}

/* A value that is set anew follows whom this source names, if anybody. */
static void set_rule(struct source *source, unsigned number, uint8_t value)
{
	char *authority = source->authority[0] ? memory_copy_text(source->authority, strlen(source->authority)) : NULL;
	if (source->authority[0] && !authority)
		fail(source, NORM_E_NOMEM, NORM_ERROR_NONE, "");
	free(source->profile->authorities[number]);
	source->profile->authorities[number] = authority;
	source->profile->values[number] = value;
}

static void set_value(struct source *source, const char *section, const char *key, const char *value)
{
	int number = registry_find(section, key);
	if (number < 0) {
		fail_key(source, section, key);
		return;
	}
	const norm_rule *rule = registry_rules()[number];
	for (size_t i = 0; i < rule->value_count; i++) {
		if (strcmp(rule->values[i].name, value) != 0)
			continue;
		set_rule(source, (unsigned)number, (uint8_t)i);
		return;
	}
	fail_value(source, rule, value);
}

static void fail_severity(struct source *source, const char *id, const char *value)
{
	fail(source, NORM_E_PROFILE, NORM_ERROR_UNKNOWN_VALUE, value);
	snprintf(source->error->section, sizeof source->error->section, "%s.%s", severity_section, id);
	for (norm_severity severity = NORM_SEVERITY_OFF; severity <= NORM_SEVERITY_ERROR; severity++)
		expect(source, norm_severity_name(severity));
}

/* `id = value` in [severity]. */
static void set_severity(struct source *source, const char *id, const char *value)
{
	const norm_rule *rule = norm_rule_find(id);
	if (!rule) {
		fail(source, NORM_E_PROFILE, NORM_ERROR_UNKNOWN_KEY, id);
		error_field(source->error->section, sizeof source->error->section, severity_section);
		for (size_t i = 0; i < registry_count(); i++)
			expect(source, registry_rules()[i]->id);
		return;
	}
	for (norm_severity severity = NORM_SEVERITY_OFF; severity <= NORM_SEVERITY_ERROR; severity++) {
		if (strcmp(norm_severity_name(severity), value) != 0)
			continue;
		source->profile->severities[registry_find(rule->section, rule->key)] = (uint8_t)(severity + 1);
		return;
	}
	fail_severity(source, id, value);
}

/* Called by inih for each "key = value". Returns 0 for an error. */
static int on_pair(void *user, const char *section, const char *key, const char *value)
{
	struct source *source = user;
	if (!strcmp(key, "include"))
		include(source, value);
	else if (!strcmp(section, severity_section))
		set_severity(source, key, value);
	else if (source->in_section && !strcmp(key, "authority"))
		error_field(source->authority, sizeof source->authority, value);
	else
		set_value(source, section, key, value);
	return !failed(source);
}

/* inih would pass over the byte order mark, too, but then next_line() has looked at what is behind it. */
static void skip_mark(struct source *source)
{
	static const char mark[] = {'\xEF', '\xBB', '\xBF'};
	bool has = source->len >= sizeof mark && !memcmp(source->text, mark, sizeof mark);
	source->text += has ? sizeof mark : 0;
	source->len -= has ? sizeof mark : 0;
}

static norm_status parse_source(struct source *source)
{
	skip_mark(source);
	int line = ini_parse_stream(next_line, source, on_pair, source);
	/* inih goes on behind what it does not understand: the first error counts. */
	if (line > 0 && (!failed(source) || (unsigned)line < source->line))
		fail_syntax(source, (unsigned)line);
	else if (!failed(source) && line < 0)
		fail(source, NORM_E_NOMEM, NORM_ERROR_NONE, "");
	return source->error->status;
}

/* The gazetteer of the context, where names of places are rewritten. */
static norm_status open_gazetteer(struct source *source)
{
	struct norm_profile *profile = source->profile;
	if (!profile_needs_gazetteer(profile))
		return NORM_OK;
	norm_status status = norm_gazetteer_open(source->context, NULL, 0, &profile->gazetteer, source->error);
	if (status != NORM_OK || norm_gazetteer_size(profile->gazetteer))
		return status;
	source->line = 0;
	fail(source, NORM_E_PROFILE, NORM_ERROR_NO_GAZETTEER, "");
	return NORM_E_PROFILE;
}

/* Parse a source and compile what it says. */
static norm_status build(struct source *source, norm_profile **ret)
{
	norm_profile *profile = calloc(1, sizeof *profile);
	if (!profile) {
		fail(source, NORM_E_NOMEM, NORM_ERROR_NONE, "");
		return NORM_E_NOMEM;
	}
	source->profile = profile;
	norm_status status = parse_source(source);
	if (status == NORM_OK && (status = profile_compile(profile)) != NORM_OK)
		fail(source, status, NORM_ERROR_NONE, "");
	if (status == NORM_OK)
		status = open_gazetteer(source);
	if (status == NORM_OK)
		*ret = profile;
	else
		norm_profile_free(profile);
	return status;
}

norm_status norm_profile_parse(const norm_context *context, const char *src, size_t len, norm_profile **ret,
			       norm_error *error)
{
	norm_error own;
	if (!error)
		error = &own;
	*error = (norm_error){0};
	if ((!src && len) || !ret)
		return error->status = NORM_E_MISUSE;
	struct source source = {.text = src ? src : "", .len = len, .context = context, .error = error};
	return build(&source, ret);
}

norm_status norm_profile_get(const norm_context *context, const char *name, norm_profile **ret, norm_error *error)
{
	norm_error own;
	if (!error)
		error = &own;
	*error = (norm_error){0};
	if (!context || !name || !ret)
		return error->status = NORM_E_MISUSE;
	struct source root = {.context = context, .error = error}, source = root;
	char *path = NULL;
	struct buffer text = {0};
	norm_status status = open_include(&root, name, &path, &text);
	if (status == NORM_OK) {
		source.path = path;
		source.text = text.at ? (const char *)text.at : "";
		source.len = text.len;
		status = build(&source, ret);
	}
	free(path);
	buffer_release(&text);
	return status;
}
