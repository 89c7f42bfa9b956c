/* SPDX-License-Identifier: MIT */
#include "support/spec.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

norm_context *spec_context(void)
{
	norm_context *context = NULL;
	const char *data = getenv("LIBNORM_DATA");
	if (!data || norm_context_new(data, &context) != NORM_OK) {
		printf("LIBNORM_DATA must name the data directory\n");
		exit(EXIT_FAILURE);
	}
	/* What is compiled of the tables there is in the build tree. */
	const char *gazetteer = getenv("LIBNORM_GAZETTEER");
	if (gazetteer && norm_context_set_gazetteer(context, gazetteer) != NORM_OK)
		exit(EXIT_FAILURE);
	return context;
}

/* Append "section.key=value" as lines of a profile; a word without a dot or an equals sign as it is. */
static void append_setting(struct buffer *text, const char *word, size_t len)
{
	const char *equals = memchr(word, '=', len);
	const char *dot = equals ? memchr(word, '.', (size_t)(equals - word)) : NULL;
	if (dot) {
		buffer_append_text(text, "[");
		buffer_append(text, word, (size_t)(dot - word));
		buffer_append_text(text, "]\n");
		len -= (size_t)(dot + 1 - word);
		word = dot + 1;
	}
	buffer_append(text, word, len);
	buffer_append_text(text, "\n");
}

norm_profile *spec_compile(const norm_context *context, const char *spec, norm_error *error)
{
	struct buffer text = {0};
	norm_profile *profile = NULL;
	buffer_append_text(&text, "include = ");
	while (*spec) {
		size_t len = strcspn(spec, " ");
		append_setting(&text, spec, len);
		spec += len + strspn(spec + len, " ");
	}
	norm_profile_parse(context, (const char *)text.at, text.len, &profile, error);
	buffer_release(&text);
	return profile;
}

norm_profile *spec_profile(const norm_context *context, const char *spec)
{
	norm_error error;
	char message[1024];
	norm_profile *profile = spec_compile(context, spec, &error);
	if (!profile) {
		norm_error_format(&error, message, sizeof message);
		printf("%s: %s\n", spec, message);
		exit(EXIT_FAILURE);
	}
	return profile;
}
