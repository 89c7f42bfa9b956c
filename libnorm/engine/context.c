/* SPDX-License-Identifier: MIT */
#include "engine/context.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "text/error_field.h"

static const char suffix[] = ".ini";

/* A profile is a page of text; what is larger was named by mistake. */
enum { PROFILE_BYTES_MAX = 1 << 20 };

/* a + b + c, allocated; NULL when memory ran out. */
static char *join(const char *a, size_t a_len, const char *b, const char *c)
{
	size_t b_len = strlen(b), c_len = strlen(c);
	char *text = malloc(a_len + b_len + c_len + 1);
	if (!text)
		return NULL;
	memcpy(text, a, a_len);
	memcpy(text + a_len, b, b_len);
	memcpy(text + a_len + b_len, c, c_len + 1);
	return text;
}

/* Take `path`, which may be NULL for lack of memory, over into a list. */
static norm_status add_path(char ***list, size_t *len, size_t *cap, char *path)
{
	if (!path || !memory_reserve(list, cap, *len + 1, sizeof **list)) {
		free(path);
		return NORM_E_NOMEM;
	}
	(*list)[(*len)++] = path;
	return NORM_OK;
}

static norm_status add_dir(norm_context *context, char *dir)
{
	return add_path(&context->dirs, &context->len, &context->cap, dir);
}

static norm_status add_gazetteer(norm_context *context, char *file)
{
	return add_path(&context->gazetteers, &context->gazetteer_len, &context->gazetteer_cap, file);
}

norm_status norm_context_new(const char *datadir, norm_context **ret)
{
	if (!ret)
		return NORM_E_MISUSE;
	norm_context *context = calloc(1, sizeof *context);
	if (!context)
		return NORM_E_NOMEM;
	if (!datadir)
		datadir = NORM_DATADIR;
	norm_status status = add_dir(context, join(datadir, strlen(datadir), "/profiles", ""));
	if (status == NORM_OK)
		status = add_gazetteer(context, join(datadir, strlen(datadir), "/places/base.gaz", ""));
	if (status != NORM_OK) {
		norm_context_free(context);
		return status;
	}
	*ret = context;
	return NORM_OK;
}

norm_status norm_context_add_profile_dir(norm_context *context, const char *dir)
{
	if (!context || !dir)
		return NORM_E_MISUSE;
	return add_dir(context, memory_copy_text(dir, strlen(dir)));
}

norm_status norm_context_set_gazetteer(norm_context *context, const char *file)
{
	char *copy = NULL;
	if (!context)
		return NORM_E_MISUSE;
	if (file && !(copy = memory_copy_text(file, strlen(file))))
		return NORM_E_NOMEM;
	free(context->gazetteers[0]);
	context->gazetteers[0] = copy;
	return NORM_OK;
}

norm_status norm_context_add_gazetteer(norm_context *context, const char *file)
{
	if (!context || !file)
		return NORM_E_MISUSE;
	return add_gazetteer(context, memory_copy_text(file, strlen(file)));
}

void norm_context_free(norm_context *context)
{
	if (!context)
		return;
	for (size_t i = 0; i < context->gazetteer_len; i++)
		free(context->gazetteers[i]);
	free(context->gazetteers);
	for (size_t i = 0; i < context->len; i++)
		free(context->dirs[i]);
	free(context->dirs);
	free(context);
}

static char *in_dir(const char *dir, const char *name)
{
	char *stem = join(dir, strlen(dir), "/", name);
	char *path = stem ? join(stem, strlen(stem), suffix, "") : NULL;
	free(stem);
	return path;
}

norm_status context_find_profile(const norm_context *context, const char *name, const char *beside, char **ret)
{
	if (strchr(name, '/')) {
		const char *slash = beside && name[0] != '/' ? strrchr(beside, '/') : NULL;
		if (slash && !strncmp(name, "./", 2))
			name += 2;
		*ret = join(beside ? beside : "", slash ? (size_t)(slash - beside) + 1 : 0, name, "");
		return *ret ? NORM_OK : NORM_E_NOMEM;
	}
	for (size_t i = context ? context->len : 0; i > 0; i--) {
		char *path = in_dir(context->dirs[i - 1], name);
		if (!path)
			return NORM_E_NOMEM;
		if (access(path, F_OK) == 0) {
			*ret = path;
			return NORM_OK;
		}
		free(path);
	}
	return NORM_E_PROFILE;
}

static norm_status unreadable(const char **reason, int error)
{
	*reason = error_reason(error);
	return error == ENOMEM ? NORM_E_NOMEM : NORM_E_DATA;
}

norm_status context_read(const char *path, struct buffer *ret, const char **ret_reason)
{
	FILE *file = fopen(path, "rbe");
	if (!file)
		return unreadable(ret_reason, errno);
	norm_status status = NORM_OK;
	size_t got = 1;
	while (status == NORM_OK && got) {
		if (!buffer_reserve(ret, 8192))
			status = NORM_E_NOMEM;
		else if (ret->len > PROFILE_BYTES_MAX)
			status = unreadable(ret_reason, EFBIG);
		else
			ret->len += got = fread(ret->at + ret->len, 1, 8192, file);
	}
	if (status == NORM_OK && ferror(file))
		status = unreadable(ret_reason, errno);
	fclose(file);
	return status;
}

/* A profile found while listing. */
struct found {
	char *name;
	const char *dir;
	size_t rank; /* of its directory; the higher one wins */
};

struct listing {
	struct found *at;
	size_t len, cap;
};

static norm_status list_entry(struct listing *listing, const char *file, const char *dir, size_t rank)
{
	size_t len = strlen(file), ending = sizeof suffix - 1;
	if (len <= ending || strcmp(file + len - ending, suffix) != 0)
		return NORM_OK;
	char *name = memory_copy_text(file, len - ending);
	if (!name || !memory_reserve(&listing->at, &listing->cap, listing->len + 1, sizeof *listing->at)) {
		free(name);
		return NORM_E_NOMEM;
	}
	listing->at[listing->len++] = (struct found){name, dir, rank};
	return NORM_OK;
}

static norm_status list_dir(struct listing *listing, const char *dir, size_t rank)
{
	DIR *stream = opendir(dir);
	if (!stream)
		return errno == ENOMEM ? NORM_E_NOMEM : rank == 0 ? NORM_E_DATA : NORM_OK;
	norm_status status = NORM_OK;
	struct dirent *entry;
	while (status == NORM_OK && (entry = readdir(stream)))
		status = list_entry(listing, entry->d_name, dir, rank);
	closedir(stream);
	return status;
}

/* By name; of one name the winner first. */
static int compare_found(const void *left, const void *right)
{
	const struct found *a = left, *b = right;
	int order = strcmp(a->name, b->name);
	return order ? order : (a->rank < b->rank) - (a->rank > b->rank);
}

/* The text of the first line that is a comment, without its mark; cuts `source` there. */
static const char *first_comment(struct buffer *source)
{
	buffer_append(source, "", 1);
	char *line = source->failed ? NULL : strpbrk((char *)source->at, "#;");
	if (!line)
		return "";
	line += strspn(line, "#; \t");
	line[strcspn(line, "\r\n")] = '\0';
	return line;
}

static norm_status visit_one(const struct found *found, norm_profile_visitor *visit, void *user)
{
	struct buffer source = {0};
	const char *reason;
	char *path = in_dir(found->dir, found->name);
	norm_status status = path ? context_read(path, &source, &reason) : NORM_E_NOMEM;
	if (status != NORM_E_NOMEM)
		visit(user, found->name, path, first_comment(&source));
	buffer_release(&source);
	free(path);
	return status == NORM_E_NOMEM ? status : NORM_OK;
}

norm_status norm_context_list_profiles(const norm_context *context, norm_profile_visitor *visit, void *user)
{
	if (!context || !visit)
		return NORM_E_MISUSE;
	struct listing listing = {0};
	norm_status status = NORM_OK;
	for (size_t i = 0; i < context->len && status == NORM_OK; i++)
		status = list_dir(&listing, context->dirs[i], i);
	if (listing.len)
		qsort(listing.at, listing.len, sizeof *listing.at, compare_found);
	for (size_t i = 0; i < listing.len && status == NORM_OK; i++)
		if (i == 0 || strcmp(listing.at[i].name, listing.at[i - 1].name) != 0)
			status = visit_one(&listing.at[i], visit, user);
	for (size_t i = 0; i < listing.len; i++)
		free(listing.at[i].name);
	free(listing.at);
	return status;
}
