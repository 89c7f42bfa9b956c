/* SPDX-License-Identifier: MIT */
#include "common/replace.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/bytes.h"
#include "common/i18n.h"
#include "common/message.h"

/* What a signal or exit() has to remove. */
static char *volatile unfinished;

static void remove_unfinished(void)
{
	if (unfinished)
		unlink(unfinished);
}

static void on_signal(int number)
{
	remove_unfinished();
	signal(number, SIG_DFL);
	raise(number);
}

static void clean_up_when_interrupted(void)
{
	static const int signals[] = {SIGHUP, SIGINT, SIGPIPE, SIGTERM, SIGXCPU, SIGXFSZ};
	static bool done;
	if (done)
		return;
	done = true;
	atexit(remove_unfinished);
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		/* What is ignored (nohup) stays ignored. */
		if (signal(signals[i], on_signal) == SIG_IGN)
			signal(signals[i], SIG_IGN);
	}
}

bool replace_resolve(struct replacement *replacement, const char *path, bool may_create)
{
	*replacement = (struct replacement){.fd = -1};
	struct stat link;
	replacement->target = realpath(path, NULL);
	if (!replacement->target && errno == ENOENT && may_create && lstat(path, &link) != 0)
		replacement->target = memory_text(path, strlen(path));
	if (!replacement->target)
		message_errno(path);
	return replacement->target;
}

/* The file beside `target` that mkstemp() makes a name for: "DIR/.NAME.XXXXXX" */
static char *temporary_name(const char *target)
{
	const char *slash = strrchr(target, '/');
	int dir = slash ? (int)(slash - target) + 1 : 0;
	struct bytes name = {0};
	/* NAME_MAX is 255 bytes nearly everywhere; a long name is cut */
	bytes_format(&name, "%.*s.%.200s.XXXXXX", dir, target, target + dir);
	bytes_append_char(&name, '\0');
	return name.at;
}

bool replace_begin(struct replacement *replacement)
{
	clean_up_when_interrupted();
	char *temp = temporary_name(replacement->target);
	replacement->fd = mkstemp(temp);
	if (replacement->fd < 0) {
		message_error(_("%s: cannot create a file in its directory: %s"), replacement->target, strerror(errno));
		free(temp);
		return false;
	}
	replacement->temp = temp;
	unfinished = temp;
	return true;
}

/* As open(2) would have made a new file. */
static mode_t mode_of_new_files(void)
{
	mode_t mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

/*
 * The owner is kept where the system lets us, else at least the group. Without its owner a file loses the
 * set-id bits; without its group, the group may no more than everyone.
 */
static bool take_attributes(const struct replacement *replacement, const struct stat *old)
{
	mode_t mode = old ? old->st_mode & 07777 : mode_of_new_files();
	if (old && fchown(replacement->fd, old->st_uid, old->st_gid) != 0) {
		mode &= 01777;
		if (fchown(replacement->fd, (uid_t)-1, old->st_gid) != 0)
			mode = (mode & 01707) | (mode & 0007) << 3;
	}
	return fchmod(replacement->fd, mode) == 0;
}

/* Keep the old file under its second name. Where links are impossible the name moves, with a short gap. */
static bool back_up(const char *target, const char *suffix)
{
	struct bytes name = {0};
	bytes_format(&name, "%s%s", target, suffix);
	const char *backup = bytes_text(&name);
	bool done = (unlink(backup) == 0 || errno == ENOENT) &&
		    (link(target, backup) == 0 || rename(target, backup) == 0);
	if (!done)
		message_errno(backup);
	bytes_release(&name);
	return done;
}

/*
 * The old content is gone once the name is the new file's, so that has to be on the disk first; rename() alone promises no order.
 * It is most of what a small file costs, and less where several processes do it, for a file system writes its journal for all.
 */
static bool make_durable(struct replacement *replacement)
{
	bool done = fsync(replacement->fd) == 0 || errno == EINVAL || errno == EROFS;
	done &= close(replacement->fd) == 0;
	replacement->fd = -1;
	return done;
}

bool replace_commit(struct replacement *replacement, const struct stat *old, const char *suffix)
{
	if (!take_attributes(replacement, old) || !make_durable(replacement)) {
		message_errno(replacement->target);
		return false;
	}
	if (suffix && *suffix && !back_up(replacement->target, suffix))
		return false;
	if (rename(replacement->temp, replacement->target) != 0) {
		message_errno(replacement->target);
		return false;
	}
	unfinished = NULL;
	free(replacement->temp);
	replacement->temp = NULL;
	return true;
}

void replace_release(struct replacement *replacement)
{
	if (replacement->fd >= 0)
		close(replacement->fd);
	remove_unfinished();
	unfinished = NULL;
	free(replacement->temp);
	free(replacement->target);
	*replacement = (struct replacement){.fd = -1};
}
