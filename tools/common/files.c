/* SPDX-License-Identifier: MIT */
#include "common/files.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "common/i18n.h"
#include "common/message.h"

#define PIPE_SIZE (1024 * 1024)

const char *files_shown_name(const char *path)
{
	return strcmp(path, "-") ? path : _("(standard input)");
}

void files_enlarge_pipe(int fd)
{
#ifdef F_SETPIPE_SZ
	/* Fails on what is no pipe and where the user may not: then it stays as it is. */
	(void)fcntl(fd, F_SETPIPE_SZ, PIPE_SIZE);
#else
	(void)fd;
#endif
}

static void wait_for(int fd, short event)
{
	struct pollfd poll_fd = {.fd = fd, .events = event};
	(void)poll(&poll_fd, 1, -1);
}

void files_wait_writable(int fd)
{
	wait_for(fd, POLLOUT);
}

static int open_path(const char *path)
{
	int fd;
	do
		fd = strcmp(path, "-") ? open(path, O_RDONLY | O_NOCTTY | O_CLOEXEC) : STDIN_FILENO;
	while (fd < 0 && errno == EINTR);
	return fd;
}

bool source_open(struct source *source, const char *path)
{
	*source = (struct source){.path = path, .shown = files_shown_name(path)};
	source->fd = open_path(path);
	bool opened = source->fd >= 0;
	if (opened && fstat(source->fd, &source->stat) == 0) {
		if (!S_ISDIR(source->stat.st_mode)) {
			files_enlarge_pipe(source->fd);
			(void)posix_fadvise(source->fd, 0, 0, POSIX_FADV_SEQUENTIAL);
			return true;
		}
		errno = EISDIR;
	}
	message_errno(source->shown);
	if (opened)
		source_close(source);
	return false;
}

ssize_t source_read(const struct source *source, char *into)
{
	for (;;) {
		ssize_t got = read(source->fd, into, FILES_READ_SIZE);
		if (got >= 0)
			return got;
		if (errno == EAGAIN)
			wait_for(source->fd, POLLIN);
		else if (errno != EINTR)
			return -1;
	}
}

void source_close(struct source *source)
{
	if (source->fd != STDIN_FILENO)
		close(source->fd);
	source->fd = -1;
}

bool files_same(const struct stat *a, const struct stat *b)
{
	return S_ISREG(a->st_mode) && S_ISREG(b->st_mode) && a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

bool files_unchanged(const struct stat *now, const struct stat *before)
{
	return files_same(now, before) && now->st_size == before->st_size &&
	       now->st_mtim.tv_sec == before->st_mtim.tv_sec && now->st_mtim.tv_nsec == before->st_mtim.tv_nsec;
}
