/* SPDX-License-Identifier: MIT */
#include "convert/target.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/i18n.h"
#include "common/message.h"

static bool open_direct(struct target *target, const char *path)
{
	int fd = open(path, O_WRONLY | O_NOCTTY | O_CLOEXEC);
	if (fd < 0) {
		message_errno(path);
		return false;
	}
	output_init(&target->out, fd, path);
	return true;
}

static bool open_replaced(struct target *target, const char *path, bool exists)
{
	if (exists && access(path, W_OK) != 0) {
		message_errno(path);
		return false;
	}
	if (!replace_resolve(&target->replacement, path, true) || !replace_begin(&target->replacement)) {
		replace_release(&target->replacement);
		return false;
	}
	target->replaces_output = true;
	output_init(&target->out, target->replacement.fd, path);
	return true;
}

/* -o: what is no regular file (a terminal, a pipe, /dev/null) is written to, not replaced. */
static bool open_output(struct target *target, const char *path)
{
	struct stat stat_path, stat_stdout;
	bool exists = stat(path, &stat_path) == 0;
	bool is_stdout = exists && fstat(STDOUT_FILENO, &stat_stdout) == 0 && files_same(&stat_path, &stat_stdout);
	if (exists && S_ISDIR(stat_path.st_mode)) {
		errno = EISDIR;
		message_errno(path);
		return false;
	}
	if (is_stdout)
		output_init(&target->out, STDOUT_FILENO, path);
	else if (exists && !S_ISREG(stat_path.st_mode))
		return open_direct(target, path);
	else
		return open_replaced(target, path, exists);
	return true;
}

static enum target_kind kind_of(const struct options *options)
{
	if (options->in_place)
		return TARGET_IN_PLACE;
	if (options->action == ACTION_CHECK)
		return TARGET_COMPARE;
	return options->action == ACTION_CONVERT ? TARGET_WRITE : TARGET_NOWHERE;
}

bool target_open(struct target *target, const struct options *options)
{
	*target = (struct target){.kind = kind_of(options), .suffix = options->suffix, .replacement.fd = -1};
	if (target->kind == TARGET_IN_PLACE)
		return true;
	if (!options->output || !strcmp(options->output, "-"))
		output_init(&target->out, STDOUT_FILENO, _("(standard output)"));
	else if (!open_output(target, options->output))
		return false;
	if (fstat(target->out.fd, &target->out_stat) != 0)
		target->out_stat = (struct stat){0};
	return true;
}

/* To open a pipe would be to wait for somebody who writes to it. Errors, and directories, are left to those who open. */
bool target_takes(const struct target *target, const char *path)
{
	struct stat about;
	if (target->kind != TARGET_IN_PLACE || stat(path, &about) != 0 || S_ISREG(about.st_mode) || S_ISDIR(about.st_mode))
		return true;
	message_error(_("%s: only regular files can be changed in place"), files_shown_name(path));
	return false;
}

static bool start_in_place(struct target *target, const struct source *source)
{
	/* Renaming needs no right on the file itself, but whoever took that right away meant something. */
	if (access(source->path, W_OK) != 0) {
		message_errno(source->shown);
		return false;
	}
	return replace_resolve(&target->replacement, source->path, false);
}

bool target_start(struct target *target, const struct source *source)
{
	target->source = source;
	target->source_done = 0;
	target->changed = target->started = false;
	if (target->kind == TARGET_IN_PLACE)
		return start_in_place(target, source);
	if (!files_same(&source->stat, &target->out_stat))
		return true;
	message_error(_("%s: is also the output; nothing is read from it (use --in-place or --output)"), source->shown);
	return false;
}

/* Copy what was read and found unchanged so far. */
static bool copy_start(struct target *target)
{
	char *buffer = memory_get(FILES_READ_SIZE);
	uint64_t done = 0;
	bool good = true;
	while (good && done < target->source_done) {
		uint64_t rest = target->source_done - done;
		size_t want = rest < FILES_READ_SIZE ? (size_t)rest : FILES_READ_SIZE;
		ssize_t got = pread(target->source->fd, buffer, want, (off_t)done);
		if (got < 0 && errno == EINTR)
			continue;
		good = got > 0;
		if (!good)
			message_error(_("%s: changed while it was read"), target->source->shown);
		else
			good = output_write(&target->out, buffer, (size_t)got);
		done += good ? (uint64_t)got : 0;
	}
	free(buffer);
	return good;
}

static bool start_new_file(struct target *target)
{
	if (!replace_begin(&target->replacement))
		return false;
	target->started = true;
	output_init(&target->out, target->replacement.fd, target->source->shown);
	return copy_start(target);
}

bool target_put(struct target *target, const char *source, size_t source_len, const char *output, size_t output_len)
{
	if (target->kind == TARGET_WRITE)
		return output_write(&target->out, output, output_len);
	if (target->kind == TARGET_NOWHERE)
		return !target->out.failed;
	target->changed = target->changed || source_len != output_len || memcmp(source, output, source_len) != 0;
	if (target->kind == TARGET_COMPARE)
		return !(target->changed && target->stop_at_change);
	if (target->changed && !target->started && !start_new_file(target))
		return false;
	target->source_done += source_len;
	return !target->started || output_write(&target->out, output, output_len);
}

bool target_flush(struct target *target)
{
	return target->kind == TARGET_IN_PLACE || output_flush(&target->out);
}

static bool was_touched(const struct source *source)
{
	struct stat now;
	return stat(source->path, &now) != 0 || !files_unchanged(&now, &source->stat);
}

/* Put the content of `out` in place. replace_commit() closes the file, so output_finish() is not for us. */
static bool commit(struct target *target, const struct stat *old, const char *suffix)
{
	bool good = output_flush(&target->out) && replace_commit(&target->replacement, old, suffix);
	bytes_release(&target->out.waiting);
	return good;
}

static bool end_in_place(struct target *target, bool good)
{
	if (good && target->started && was_touched(target->source)) {
		message_error(_("%s: changed while it was read; left as it is"), target->source->shown);
		good = false;
	}
	if (good && target->started)
		good = commit(target, &target->source->stat, target->suffix);
	bytes_release(&target->out.waiting);
	replace_release(&target->replacement);
	/* what failed here need not fail for the next file */
	target->out.failed = false;
	return good;
}

bool target_end(struct target *target, bool good)
{
	if (target->kind == TARGET_IN_PLACE)
		return end_in_place(target, good);
	if (target->kind == TARGET_COMPARE && target->changed && good) {
		output_text(&target->out, target->source->path);
		return output_text(&target->out, "\n");
	}
	return good;
}

bool target_close(struct target *target, bool good)
{
	if (target->kind == TARGET_IN_PLACE)
		return good;
	if (!target->replaces_output)
		return output_finish(&target->out) && good;
	struct stat old;
	bool exists = stat(target->replacement.target, &old) == 0;
	if (good)
		good = commit(target, exists ? &old : NULL, NULL);
	else
		message_error(_("%s: not written, because not all went well"), target->out.name);
	bytes_release(&target->out.waiting);
	replace_release(&target->replacement);
	return good;
}
