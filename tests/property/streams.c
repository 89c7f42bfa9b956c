/* SPDX-License-Identifier: MIT */
/* However the input is cut into writes, a stream gives the text and the edits that norm_apply() gives. */
#include <string.h>

#include "property/property.h"
#include "support/laws.h"

static const char *chunks(const struct property_case *c)
{
	static const size_t fixed[] = {1, 2, 3, 7};
	struct random random = {c->seed};
	size_t mixed[8];
	for (size_t i = 0; i < 8; i++)
		mixed[i] = 1 + random_below(&random, random_once_in(&random, 4) ? 200 : 8);
	const char *wrong = law_stream(c->profile, c->in, c->len, (struct chunks){mixed, 8});
	return wrong ? wrong : law_stream(c->profile, c->in, c->len, (struct chunks){&fixed[c->seed % 4], 1});
}

/* Append a text without what ends a paragraph: LINE FEED and U+2029. */
static void append_line(struct buffer *out, const uint8_t *text, size_t len)
{
	static const uint8_t separator[] = {0xE2, 0x80, 0xA9};
	for (size_t i = 0; i < len; i++) {
		if (len - i >= sizeof separator && !memcmp(text + i, separator, sizeof separator))
			i += sizeof separator - 1;
		else if (text[i] != '\n')
			buffer_append(out, text + i, 1);
	}
}

/*
 * The text again and again in one paragraph, which the stream has to cut. There are letters in it, where it can be cut:
 * 1 MiB without any is not promised to come out the same.
 */
static const char *long_paragraph(const struct property_case *c)
{
	enum { LONG = 1500000 };
	static const size_t sizes[] = {65536, 1000003, 70001, 1};
	struct buffer line = {0}, text = {0};
	append_line(&line, c->in, c->len);
	buffer_append_text(&line, "abc");
	while (text.len < LONG)
		buffer_append(&text, line.at, line.len);
	const char *wrong = law_stream(c->profile, text.at, text.len, (struct chunks){sizes, 4});
	buffer_release(&line);
	buffer_release(&text);
	return wrong;
}

int main(void)
{
	static const struct property properties[] = {
	    {"chunks", chunks, NULL, RANDOM_ALL, 12, 30000},
	    {"chunks of long texts", chunks, NULL, RANDOM_ALL, 2000, 100},
	    {"chunks of mixed news", chunks, random_any_spec, RANDOM_MIXED, 40, 10000},
	    {"long paragraphs", long_paragraph, NULL, RANDOM_ALL, 300, 16},
	};
	return property_main(properties, sizeof properties / sizeof properties[0]);
}
