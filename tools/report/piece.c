/* SPDX-License-Identifier: MIT */
#include "report/piece.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "common/encodings.h"
#include "common/i18n.h"
#include "common/json.h"
#include "common/progress.h"

static void say(struct piece *piece, const char *text)
{
	piece->failed = true;
	bytes_append(&piece->messages, text, strlen(text) + 1);
}

static void say_reason(struct piece *piece, const char *reason)
{
	struct bytes text = {0};
	bytes_format(&text, "%s: %s", files_shown_name(piece->file), reason);
	say(piece, bytes_text(&text));
	bytes_release(&text);
}

/* ---- A file that is one text ---- */

static bool is_refused(struct piece *piece, const struct pass *pass, const char *head, size_t len)
{
	if (pass->setup->from || !encodings_is_binary(head, len))
		return false;
	say_reason(piece, _("is a binary file, no text; to report on it nevertheless, say what it is with --from=ENCODING"));
	return true;
}

static bool read_file(struct piece *piece, struct pass *pass, char *buffer, piece_offer *offer, void *user)
{
	bool is_first = true;
	ssize_t got;
	while ((got = source_read(&piece->source, buffer)) > 0) {
		if (is_first && is_refused(piece, pass, buffer, (size_t)got))
			return false;
		is_first = false;
		progress_add((size_t)got);
		if (!pass_write(pass, buffer, (size_t)got))
			break;
		if (!offer(user, piece))
			return false;
	}
	if (got < 0)
		say_reason(piece, strerror(errno));
	else if (got > 0 || !pass_text_end(pass))
		say_reason(piece, _(norm_status_message(pass->status)));
	return !piece->failed;
}

static void run_file(struct piece *piece, struct pass *pass, piece_offer *offer, void *user)
{
	struct text_place place = {.file = piece->file};
	char *buffer = memory_get(FILES_READ_SIZE);
	pass_text(pass, &place);
	/* what has been counted of half a file would look like all of it */
	if (!read_file(piece, pass, buffer, offer, user)) {
		tally_release(&piece->tally);
		tally_init(&piece->tally, piece->file);
	} else {
		piece->tally.count[COUNT_FILES] = 1;
		pass_end(pass);
	}
	free(buffer);
	source_close(&piece->source);
}

/* ---- Lines of JSON ---- */

static void say_bad_line(struct piece *piece, uint64_t number, const char *reason)
{
	struct bytes text = {0};
	bytes_format(&text, _("%s:%llu: not a valid line of JSON: %s"), files_shown_name(piece->file), (unsigned long long)number,
		     reason);
	say(piece, bytes_text(&text));
	bytes_release(&text);
}

/* `object` starts on the line, perhaps behind a byte order mark. */
static void read_member(struct piece *piece, struct pass *pass, const char *line, const char *object, uint64_t number,
			const struct json_member *member, struct bytes *text)
{
	struct text_place place = {.file = piece->file,
				   .record = number,
				   .line = line,
				   .raw = object + member->start + 1,
				   .raw_end = object + member->end - 1};
	text->len = 0;
	place.has_halves = !json_decode(text, place.raw, (size_t)(place.raw_end - place.raw));
	pass_text(pass, &place);
	if (!pass_write(pass, text->at, text->len) || !pass_text_end(pass))
		say_reason(piece, _(norm_status_message(pass->status)));
}

/* Of several members of the name the last one counts, as for JSON parsers. */
static void read_line(struct piece *piece, struct pass *pass, const char *line, size_t len, uint64_t number,
		      struct bytes *text)
{
	struct json_object object = {0};
	struct json_error error;
	size_t mark = json_line_mark(line, len, number);
	if (json_line_is_blank(line + mark, len - mark))
		return;
	if (!json_scan(line + mark, len - mark, &pass->setup->field, 1, &object, &error))
		say_bad_line(piece, number, error.reason);
	else if (object.count && object.members[object.count - 1].is_string)
		read_member(piece, pass, line, line + mark, number, &object.members[object.count - 1], text);
	json_object_release(&object);
}

static void run_lines(struct piece *piece, struct pass *pass, piece_offer *offer, void *user)
{
	struct bytes text = {0};
	uint64_t number = piece->first_line;
	const char *at = piece->lines.at, *end = at + piece->lines.len;
	while (at < end && offer(user, piece)) {
		const char *found = memchr(at, '\n', (size_t)(end - at)), *next = found ? found + 1 : end;
		read_line(piece, pass, at, (size_t)(next - at), number++, &text);
		progress_add((size_t)(next - at));
		at = next;
	}
	piece->tally.count[COUNT_FILES] = piece->ends_file;
	findings_settle(&pass->findings);
	pass_end(pass);
	bytes_release(&text);
}

void piece_run(struct piece *piece, struct pass *pass, piece_offer *offer, piece_wait *wait, void *user)
{
	/* a filter takes the findings of a file in their order */
	bool is_part = piece->source.fd < 0 && pass->setup->filter;
	pass->findings.wait = is_part ? wait : NULL;
	pass->findings.waiting = user;
	pass_start(pass, &piece->tally, &piece->out, piece->filter_state);
	if (piece->source.fd >= 0)
		run_file(piece, pass, offer, user);
	else
		run_lines(piece, pass, offer, user);
}

void piece_release(struct piece *piece)
{
	free(piece->file);
	tally_release(&piece->tally);
	bytes_release(&piece->lines);
	bytes_release(&piece->messages);
	bytes_release(&piece->out);
}
