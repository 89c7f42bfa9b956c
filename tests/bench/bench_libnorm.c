/* SPDX-License-Identifier: MIT */
/*
 * bench_libnorm PROFILE plain|edits|stream|stream-edits FILE [RUNS]    speed on the whole file
 * bench_libnorm PROFILE latency|latency-edits FILE [RUNS]              time for one of many headlines
 * bench_libnorm PROFILE compile                                       prints "compile FIRST MEAN" in milliseconds
 * bench_libnorm version
 * PROFILE is a name, or "NAME without repair": all that looks for damaged text is off.
 * The profiles come from $LIBNORM_DATA, or else from where the library is installed.
 */
#include <libnorm/norm.h>

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "measure.h"

/* A stream is fed as a tool feeds it. */
enum { PIECE = 65536, COMPILATIONS = 200 };

struct job {
	norm_profile *profile;
	norm_flags flags;
	norm_stream *stream;
	struct text text;
	struct texts headlines;
};

static void check(norm_status status)
{
	if (status != NORM_OK)
		die("%s", norm_status_message(status));
}

static norm_context *open_context(void)
{
	norm_context *context;
	check(norm_context_new(getenv("LIBNORM_DATA"), &context));
	return context;
}

/* Like the profile of that name, but that the input is taken for good UTF-8. */
static norm_status parse_without_repair(const norm_context *context, const char *name, size_t len, norm_profile **ret,
					norm_error *error)
{
	char source[4096];
	int end = snprintf(source, sizeof source, "include = %.*s\n[input]\nencoding = utf-8\n[repair]\n", (int)len, name);
	for (size_t i = 0; i < norm_rule_count(); i++) {
		const norm_rule *rule = norm_rule_at(i);
		if (!strcmp(rule->section, "repair"))
			end += snprintf(source + end, sizeof source - (size_t)end, "%s = %s\n", rule->key, rule->values[0].name);
	}
	return norm_profile_parse(context, source, (size_t)end, ret, error);
}

static norm_profile *get_profile(const norm_context *context, const char *name)
{
	norm_profile *profile;
	norm_error error;
	char message[1024];
	const char *without = strstr(name, " without repair");
	norm_status status = without ? parse_without_repair(context, name, (size_t)(without - name), &profile, &error)
				     : norm_profile_get(context, name, &profile, &error);
	if (status != NORM_OK) {
		norm_error_format(&error, message, sizeof message);
		die("%s", message);
	}
	return profile;
}

static void apply(const struct job *job, struct text text)
{
	norm_result *result;
	check(norm_apply(job->profile, text.at, text.len, job->flags, &result, NULL));
	norm_result_free(result);
}

static void run_apply(void *user)
{
	const struct job *job = user;
	apply(job, job->text);
}

static void run_headlines(void *user)
{
	const struct job *job = user;
	for (size_t i = 0; i < job->headlines.len; i++)
		apply(job, job->headlines.at[i]);
}

static norm_status discard(void *user, const norm_block *block)
{
	(void)user;
	(void)block;
	return NORM_OK;
}

static void run_stream(void *user)
{
	const struct job *job = user;
	for (size_t at = 0; at < job->text.len; at += PIECE) {
		size_t rest = job->text.len - at;
		check(norm_stream_write(job->stream, job->text.at + at, rest < PIECE ? rest : PIECE));
	}
	check(norm_stream_finish(job->stream));
	norm_stream_reset(job->stream);
}

static void compile(const norm_context *context, const char *name)
{
	double start = processor_time();
	norm_profile_free(get_profile(context, name));
	double first = processor_time() - start;
	start = processor_time();
	for (int i = 0; i < COMPILATIONS; i++)
		norm_profile_free(get_profile(context, name));
	printf("compile %.4f %.4f\n", first * 1e3, (processor_time() - start) * 1e3 / COMPILATIONS);
}

static void measure(const norm_context *context, char **arguments)
{
	static struct runs runs;
	const char *mode = arguments[1];
	struct job job = {.profile = get_profile(context, arguments[0]), .text = read_text(arguments[2])};
	unsigned long count = arguments[3] ? read_number(arguments[3], 1) : 7;
	job.flags = strstr(mode, "edits") ? NORM_WITH_EDITS : NORM_PLAIN;
	if (!strncmp(mode, "latency", strlen("latency"))) {
		job.headlines = headlines_of(job.text);
		runs_repeat(&runs, count, run_headlines, &job);
		print_latency(&runs, job.headlines.len);
	} else if (!strncmp(mode, "stream", strlen("stream"))) {
		check(norm_stream_new(job.profile, job.flags, discard, NULL, &job.stream));
		runs_repeat(&runs, count, run_stream, &job);
		print_speed(&runs, (double)job.text.len);
		norm_stream_free(job.stream);
	} else {
		runs_repeat(&runs, count, run_apply, &job);
		print_speed(&runs, (double)job.text.len);
	}
	norm_profile_free(job.profile);
}

static bool is_mode(const char *word)
{
	static const char *const modes[] = {"plain", "edits", "stream", "stream-edits", "latency", "latency-edits"};
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
		if (!strcmp(word, modes[i]))
			return true;
	return false;
}

int main(int argc, char **argv)
{
	if (argc == 2 && !strcmp(argv[1], "version")) {
		printf("libnorm %s, Unicode %s; built by compiler %s\n", norm_version(), norm_unicode_version(), __VERSION__);
		return 0;
	}
	norm_context *context = open_context();
	if (argc == 3 && !strcmp(argv[2], "compile"))
		compile(context, argv[1]);
	else if ((argc == 4 || argc == 5) && is_mode(argv[2]))
		measure(context, argv + 1);
	else
		die("PROFILE plain|edits|stream|stream-edits|latency|latency-edits FILE [RUNS]; PROFILE compile; version");
	norm_context_free(context);
	return 0;
}
