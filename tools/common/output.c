/* SPDX-License-Identifier: MIT */
#include "common/output.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "common/files.h"
#include "common/message.h"

#define GATHER 65536 /* blocks from this size on are written directly */

void output_init(struct output *output, int fd, const char *name)
{
	*output = (struct output){.fd = fd, .name = name};
	files_enlarge_pipe(fd);
}

static void fail(struct output *output)
{
	output->failed = true;
	output->waiting.len = 0;
	/* The reader has seen enough: that is its business and no news to anyone. */
	if (errno != EPIPE)
		message_errno(output->name);
}

static bool write_all(struct output *output, const char *at, size_t len)
{
	while (len && !output->failed) {
		ssize_t done = write(output->fd, at, len);
		if (done >= 0) {
			at += done;
			len -= (size_t)done;
		} else if (errno == EAGAIN) {
			files_wait_writable(output->fd);
		} else if (errno != EINTR) {
			fail(output);
		}
	}
	return !output->failed;
}

bool output_flush(struct output *output)
{
	size_t len = output->waiting.len;
	output->waiting.len = 0;
	return write_all(output, output->waiting.at, len);
}

bool output_write(struct output *output, const void *bytes, size_t len)
{
	if (output->failed)
		return false;
	output->written += len;
	if (output->waiting.len + len < GATHER) {
		bytes_append(&output->waiting, bytes, len);
		return true;
	}
	return output_flush(output) && write_all(output, bytes, len);
}

bool output_text(struct output *output, const char *text)
{
	return output_write(output, text, strlen(text));
}

bool output_finish(struct output *output)
{
	output_flush(output);
	/* Some file systems report a full disk only now. */
	if (output->fd != STDOUT_FILENO && close(output->fd) != 0 && !output->failed)
		fail(output);
	bytes_release(&output->waiting);
	return !output->failed;
}
