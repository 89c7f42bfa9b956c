/* SPDX-License-Identifier: MIT */
#include "process.h"

#include <errno.h>
#include <spawn.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "measure.h"

extern char **environ;

struct commands commands_of(char **arguments)
{
	struct commands commands = {.argv = {arguments}, .len = 1};
	for (char **at = arguments; *at; at++) {
		if (strcmp(*at, "--"))
			continue;
		if (commands.len == COMMANDS_MAX)
			die("more than %d commands", COMMANDS_MAX);
		*at = NULL;
		commands.argv[commands.len++] = at + 1;
	}
	for (size_t i = 0; i < commands.len; i++)
		if (!commands.argv[i][0])
			die("a command is missing");
	return commands;
}

pid_t process_start(char **argv, int input, int output)
{
	posix_spawn_file_actions_t actions;
	pid_t pid;
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
	int status = posix_spawnp(&pid, argv[0], &actions, NULL, argv, environ);
	posix_spawn_file_actions_destroy(&actions);
	if (status)
		die("%s: %s", argv[0], strerror(status));
	return pid;
}

static double seconds_of(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec * 1e-6;
}

struct usage process_wait(pid_t pid, const char *name)
{
	struct rusage usage;
	int status;
	while (wait4(pid, &status, 0, &usage) < 0)
		if (errno != EINTR)
			die("%s: %s", name, strerror(errno));
	if (status)
		die("%s: ended with status %d", name, WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
	return (struct usage){usage.ru_maxrss, seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime)};
}
