/* SPDX-License-Identifier: MIT */
#include "engine/error.h"

#include <stdio.h>
#include <string.h>

#include "text/step.h"
#include "unicode/utf8.h"

const char *norm_status_message(norm_status status)
{
	switch (status) {
	case NORM_OK:
		return N_("success");
	case NORM_E_NOMEM:
		return N_("out of memory");
	case NORM_E_ENCODING:
		return N_("the input is not valid in its encoding");
	case NORM_E_PROFILE:
		return N_("the profile has an error");
	case NORM_E_DATA:
		return N_("a data file cannot be used");
	case NORM_E_MISUSE:
		return N_("a function of the library was called wrongly");
	case NORM_E_LIMIT:
		return N_("the input is too large for one call");
	case NORM_E_SINK:
		return N_("the receiver of the output stopped");
	case NORM_E_NO_ENCODING:
		return N_("there is no encoding of that name");
	case NORM_E_LIBRARY:
		return N_("the library ICU, which this needs, cannot be loaded");
	}
	return N_("unknown status");
}

/* `len` bytes of valid text, shortened so that it ends with a whole character. */
static size_t whole_characters(const char *text, size_t len)
{
	return len - utf8_incomplete_tail((const uint8_t *)text, len);
}

size_t error_distance(const char *a, const char *b)
{
	enum { LONGEST = 64 };
	size_t row[LONGEST + 1], a_len = strlen(a), b_len = strlen(b);
	if (a_len > LONGEST || b_len > LONGEST)
		return LONGEST;
	for (size_t j = 0; j <= b_len; j++)
		row[j] = j;
	for (size_t i = 1; i <= a_len; i++) {
		size_t corner = row[0];
		row[0] = i;
		for (size_t j = 1; j <= b_len; j++) {
			size_t best = corner + (a[i - 1] != b[j - 1]);
			if (row[j] + 1 < best)
				best = row[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			corner = row[j];
			row[j] = best;
		}
	}
	return row[b_len];
}

void error_nearest(norm_error *error, const char *word)
{
	/* A third of the letters may be wrong, and always one. */
	size_t limit = strlen(error->subject) / 3 + 2;
	if (error->nearest[0])
		limit = error_distance(error->subject, error->nearest);
	if (error_distance(error->subject, word) < limit)
		error_field(error->nearest, sizeof error->nearest, word);
}

/* The same as below, of gazetteers. */
static const char *gazetteer_sentence(norm_error_code code)
{
	static const char *const sentences[] = {
		[NORM_ERROR_NOT_GAZETTEER] = "is no gazetteer",
		[NORM_ERROR_BYTE_ORDER] = "is a gazetteer of a machine with another byte order; compile it here",
		[NORM_ERROR_GAZETTEER_VERSION] = "is a gazetteer of version %s; this library reads version %s",
		[NORM_ERROR_TRUNCATED] = "is cut: %s of %s bytes are there",
		[NORM_ERROR_DAMAGED] = "is damaged (%s)",
		[NORM_ERROR_ROW_TOO_LONG] = "the line is longer than 4096 bytes",
		[NORM_ERROR_ROW_ENCODING] = "%s at %s is not UTF-8",
		[NORM_ERROR_ROW_CONTROL] = "control character %s at %s",
		[NORM_ERROR_ROW_CELLS] = "%s cells instead of 9, with a tab between them",
		[NORM_ERROR_CELL] = "\"%s\" in column %s is not %s",
		[NORM_ERROR_FORM_TOO_LONG] = "the form is longer than 200 characters: \"%s\"",
		[NORM_ERROR_FORM_SPACES] = "a space at an end, or two in a row: \"%s\"",
		[NORM_ERROR_FORM_SCRIPT] = "\"%s\" is in language %s and has %s",
		[NORM_ERROR_FORM_CHARACTER] = "\"%s\", in language %s, has %s, which is no part of a name",
		[NORM_ERROR_FORM_NOT_NFC] = "\"%s\" is not in NFC",
		[NORM_ERROR_FORM_NO_KEY] = "\"%s\" has no letter by which it could be looked up",
		[NORM_ERROR_PLACE_CONFLICT] = "place %s has another %s in %s",
		[NORM_ERROR_SECOND_PREFERRED] = "\"%s\" is preferred in language %s, and \"%s\" is, too",
		[NORM_ERROR_FORM_TWICE] = "\"%s\" stands there twice in language %s: %s",
		[NORM_ERROR_FORM_TRANSLATED] = "\"%s\" (%s) does not sound like \"%s\"; is it translated?",
		[NORM_ERROR_SOURCES] = "\"%s\" is one source more than the 255 that a gazetteer can have",
	};
	return (size_t)code < sizeof sentences / sizeof sentences[0] ? sentences[code] : NULL;
}

/* The sentence that says what is wrong; %s stands for error->subject, then error->section, then error->expected. */
static const char *sentence(const norm_error *error)
{
	switch (error->code) {
	case NORM_ERROR_NONE:
	case NORM_ERROR_INVALID_UTF8:
	case NORM_ERROR_INVALID_BYTES:
		break;
	case NORM_ERROR_NO_PROFILE:
		return "there is no profile \"%s\"";
	case NORM_ERROR_UNREADABLE:
		return "cannot be read: %s";
	case NORM_ERROR_SYNTAX:
		return "\"%s\" is neither \"key = value\", \"[section]\" nor a comment";
	case NORM_ERROR_UNKNOWN_SECTION:
		return "unknown section \"%s\"";
	case NORM_ERROR_UNKNOWN_KEY:
		return error->section[0] ? "unknown key \"%s\" in section [%s]" : "\"%s\" cannot stand before the first section";
	case NORM_ERROR_UNKNOWN_VALUE:
		return "unknown value \"%s\" of %s";
	case NORM_ERROR_INCLUDE_CYCLE:
		return "\"%s\" includes itself";
	case NORM_ERROR_INCLUDE_DEPTH:
		return "\"%s\" is included too deeply";
	case NORM_ERROR_INCLUDE_PLACE:
		return "\"include = %s\" must stand before the first section";
	case NORM_ERROR_LINE_TOO_LONG:
		return "the line is longer than 190 bytes";
	case NORM_ERROR_NUL_BYTE:
		return "the line holds a NUL byte";
	case NORM_ERROR_NO_GAZETTEER:
		return "names of places cannot be rewritten without a gazetteer";
	case NORM_ERROR_NO_DATA:
		return "cannot be read, so there is no profile \"%s\"";
	default:
		return gazetteer_sentence(error->code);
	}
	return NULL;
}

/* Append as snprintf() does, counting what does not fit. */
struct text_out {
	char *at;
	size_t size, len;
};

static void append(struct text_out *out, const char *text)
{
	for (; *text; text++, out->len++)
		if (out->len + 1 < out->size)
			out->at[out->len] = *text;
}

static void append_sentence(struct text_out *out, const norm_error *error)
{
	const char *arguments[] = {error->subject, error->section, error->expected, ""};
	const char *format = sentence(error), *place;
	size_t argument = 0;
	char part[80];
	while ((place = strstr(format, "%s"))) {
		error_field(part, (size_t)(place - format) + 1, format);
		append(out, part);
		append(out, arguments[argument++]);
		format = place + 2;
	}
	append(out, format);
}

static void append_place(struct text_out *out, const norm_error *error)
{
	char number[32];
	append(out, error->file);
	if (error->line) {
		snprintf(number, sizeof number, error->file[0] ? ":%u" : "line %u", error->line);
		append(out, number);
	}
	if (error->file[0] || error->line)
		append(out, ": ");
}

size_t norm_error_format(const norm_error *error, char *buf, size_t size)
{
	struct text_out out = {buf, size, 0};
	char number[48];
	append_place(&out, error);
	if (sentence(error))
		append_sentence(&out, error);
	else
		append(&out, norm_status_message(error->status));
	if (error->code == NORM_ERROR_INVALID_UTF8 || error->code == NORM_ERROR_INVALID_BYTES) {
		snprintf(number, sizeof number, " (byte %zu)", error->offset);
		append(&out, number);
	}
	if (error->nearest[0]) {
		append(&out, "; did you mean \"");
		append(&out, error->nearest);
		append(&out, "\"?");
	} else if (error->expected[0] && error->code < NORM_ERROR_NOT_GAZETTEER) {
		append(&out, "; expected one of: ");
		append(&out, error->expected);
	}
	if (size) {
		size_t len = out.len < size ? out.len : whole_characters(buf, size - 1);
		buf[len] = '\0';
	}
	return out.len;
}
