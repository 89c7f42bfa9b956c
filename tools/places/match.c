/* SPDX-License-Identifier: MIT */
/* norm-places match: are two spellings those of one name, and why? */
#include <string.h>
#include <unistd.h>

#include "common/excerpt.h"
#include "common/i18n.h"
#include "common/json.h"
#include "common/message.h"
#include "common/output.h"
#include "places/command.h"
#include "places/place_text.h"

static void append_keys(struct bytes *page, const char *name, const char *between)
{
	uint64_t keys[NORM_NAME_KEYS];
	char text[32];
	size_t count = norm_name_keys(name, strlen(name), keys, NORM_NAME_KEYS);
	for (size_t i = 0; i < count; i++) {
		norm_name_key_text(keys[i], text, sizeof text);
		bytes_format(page, "%s%s", i ? between : "", text);
	}
}

static const char *kind_name(norm_name_part_kind kind)
{
	switch (kind) {
	case NORM_NAME_SOUND:
		return "sound";
	case NORM_NAME_MEANING:
		return "meaning";
	default:
		return "ignored";
	}
}

static void append_part_text(struct bytes *page, const char *name, size_t start, size_t end)
{
	enum { COLUMNS = 40 };
	if (start == end)
		bytes_append_text(page, "∅");
	else
		excerpt_append_line(page, name + start, end - start, COLUMNS, isatty(STDOUT_FILENO));
}

static void append_why(struct bytes *page, const char *a, const char *b, const char *country)
{
	norm_name_part parts[NORM_NAME_PARTS];
	size_t count = norm_name_explain(a, strlen(a), b, strlen(b), country, parts, NORM_NAME_PARTS);
	for (size_t i = 0; i < count; i++) {
		const norm_name_part *part = &parts[i];
		bytes_append_text(page, "  ");
		append_part_text(page, a, part->a_start, part->a_end);
		bytes_append_text(page, " ~ ");
		append_part_text(page, b, part->b_start, part->b_end);
		bytes_format(page, "  %s %+.2f\n", kind_name(part->kind), part->weight);
	}
}

static void append_json_parts(struct bytes *page, const char *a, const char *b, const char *country)
{
	norm_name_part parts[NORM_NAME_PARTS];
	size_t count = norm_name_explain(a, strlen(a), b, strlen(b), country, parts, NORM_NAME_PARTS);
	for (size_t i = 0; i < count; i++) {
		const norm_name_part *part = &parts[i];
		bytes_append_text(page, i ? ",{\"a\":" : "{\"a\":");
		json_append_any(page, a + part->a_start, part->a_end - part->a_start);
		bytes_append_text(page, ",\"b\":");
		json_append_any(page, b + part->b_start, part->b_end - part->b_start);
		bytes_format(page, ",\"kind\":\"%s\",\"weight\":%.3f}", kind_name(part->kind), part->weight);
	}
}

static void append_json(struct bytes *page, const char *a, const char *b, const char *country, double score)
{
	bytes_append_text(page, "{\"a\":");
	json_append_text(page, a);
	bytes_append_text(page, ",\"b\":");
	json_append_text(page, b);
	bytes_append_text(page, ",\"a_keys\":[\"");
	append_keys(page, a, "\",\"");
	bytes_append_text(page, "\"],\"b_keys\":[\"");
	append_keys(page, b, "\",\"");
	bytes_format(page, "\"],\"score\":%.4f,\"same\":%s,\"parts\":[", score,
		     score >= NORM_NAME_SAME ? "true" : "false");
	append_json_parts(page, a, b, country);
	bytes_append_text(page, "]}\n");
}

static void append_text(struct bytes *page, const char *a, const char *b, const char *country, double score)
{
	bytes_format(page, "%s  ", a);
	append_keys(page, a, " ");
	bytes_format(page, "\n%s  ", b);
	append_keys(page, b, " ");
	bytes_append_char(page, '\n');
	bytes_format(page,
		     score >= NORM_NAME_SAME ? _("score %.3f: taken for the same name")
					     : _("score %.3f: not taken for the same name"),
		     score);
	bytes_append_char(page, '\n');
	append_why(page, a, b, country);
}

int match_run(const struct options *options)
{
	const char *a = options->arguments[0], *b = options->arguments[1];
	double score = norm_name_score(a, strlen(a), b, strlen(b), options->country);
	struct bytes page = {0};
	struct output out;
	(options->json ? append_json : append_text)(&page, a, b, options->country, score);
	output_init(&out, STDOUT_FILENO, _("(standard output)"));
	output_write(&out, page.at, page.len);
	bytes_release(&page);
	if (!output_finish(&out))
		return STATUS_TROUBLE;
	return score >= NORM_NAME_SAME ? STATUS_OK : STATUS_FOUND;
}
