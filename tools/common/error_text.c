/* SPDX-License-Identifier: MIT */
#include "common/error_text.h"

#include "common/i18n.h"
#include "common/message.h"

/* Of files with places. @return false for what is wrong with something else. */
static bool append_gazetteer_reason(struct bytes *text, const norm_error *error)
{
	const char *subject = error->subject, *section = error->section, *expected = error->expected;
	switch (error->code) {
	case NORM_ERROR_NOT_GAZETTEER:
		bytes_append_text(text, _("is no gazetteer; \"norm-places compile\" makes one of tables"));
		break;
	case NORM_ERROR_BYTE_ORDER:
		bytes_append_text(text, _("is a gazetteer of a machine with another byte order; compile it here"));
		break;
	case NORM_ERROR_GAZETTEER_VERSION:
		bytes_format(text, _("is a gazetteer of version %s; this libnorm reads version %s"), subject, section);
		break;
	case NORM_ERROR_TRUNCATED:
		bytes_format(text, _("is cut: %s of %s bytes are there"), subject, section);
		break;
	case NORM_ERROR_DAMAGED:
		bytes_format(text, _("is damaged (%s); compile it again"), subject);
		break;
	case NORM_ERROR_PLACE_CONFLICT:
		/* TRANSLATORS: an id, the name of a column, a file with its line */
		bytes_format(text, _("place %s has another %s in %s"), subject, section, expected);
		break;
	case NORM_ERROR_SECOND_PREFERRED:
		bytes_format(text, _("\"%s\" is preferred in language %s, and \"%s\" is, too"), subject, section,
			     expected);
		break;
	case NORM_ERROR_FORM_TWICE:
		bytes_format(text, _("\"%s\" stands there twice in language %s: %s"), subject, section, expected);
		break;
	case NORM_ERROR_FORM_TRANSLATED:
		bytes_format(text, _("\"%s\" (%s) seems to be translated: \"%s\""), subject, section, expected);
		break;
	default:
		return false;
	}
	return true;
}

/* Of the rows of their tables. @return false for what is wrong with something else. */
static bool append_row_reason(struct bytes *text, const norm_error *error)
{
	const char *subject = error->subject, *section = error->section, *expected = error->expected;
	switch (error->code) {
	case NORM_ERROR_ROW_TOO_LONG:
		bytes_append_text(text, _("the line is longer than 4096 bytes"));
		break;
	case NORM_ERROR_ROW_ENCODING:
		/* TRANSLATORS: a byte, as in 0xFF, and its place, as in "byte 7" */
		bytes_format(text, _("%s at %s is not UTF-8"), subject, section);
		break;
	case NORM_ERROR_ROW_CONTROL:
		bytes_format(text, _("control character %s at %s"), subject, section);
		break;
	case NORM_ERROR_ROW_CELLS:
		bytes_format(text, _("cells with a tab between them: %s instead of 9"), subject);
		break;
	case NORM_ERROR_CELL:
		/* TRANSLATORS: what stands there, the name of a column, and in English what should stand there */
		bytes_format(text, _("\"%s\" in column %s is not %s"), subject, section, expected);
		break;
	case NORM_ERROR_FORM_TOO_LONG:
		bytes_format(text, _("the form is longer than 200 characters: \"%s\""), subject);
		break;
	case NORM_ERROR_FORM_SPACES:
		bytes_format(text, _("a space at an end, or two in a row: \"%s\""), subject);
		break;
	case NORM_ERROR_FORM_SCRIPT:
		bytes_format(text, _("\"%s\" is in language %s and has %s"), subject, section, expected);
		break;
	case NORM_ERROR_FORM_CHARACTER:
		bytes_format(text, _("\"%s\", in language %s, has %s, which is no part of a name"), subject, section,
			     expected);
		break;
	case NORM_ERROR_FORM_NOT_NFC:
		bytes_format(text, _("\"%s\" is not in NFC"), subject);
		break;
	case NORM_ERROR_FORM_NO_KEY:
		bytes_format(text, _("\"%s\" has no letter by which it could be looked up"), subject);
		break;
	case NORM_ERROR_SOURCES:
		bytes_format(text, _("\"%s\" is one source more than the 255 that a gazetteer can have"), subject);
		break;
	default:
		return false;
	}
	return true;
}

/* Of profiles, and what everything has in common. */
static void append_profile_reason(struct bytes *text, const norm_error *error)
{
	const char *subject = error->subject;
	switch (error->code) {
	case NORM_ERROR_NO_PROFILE:
		bytes_format(text, _("there is no profile \"%s\""), subject);
		break;
	case NORM_ERROR_UNREADABLE:
		bytes_format(text, _("cannot be read: %s"), i18n_text(subject));
		break;
	case NORM_ERROR_SYNTAX:
		bytes_format(text, _("neither [section] nor key = value nor a comment: \"%s\""), subject);
		break;
	case NORM_ERROR_UNKNOWN_SECTION:
		bytes_format(text, _("there is no section [%s]"), subject);
		break;
	case NORM_ERROR_UNKNOWN_KEY:
		if (*error->section)
			bytes_format(text, _("section [%s] has no key \"%s\""), error->section, subject);
		else
			bytes_format(text, _("\"%s\" cannot stand before the first section"), subject);
		break;
	case NORM_ERROR_UNKNOWN_VALUE:
		/* TRANSLATORS: of a key of a profile, as in "alef = nonsense" */
		bytes_format(text, _("\"%s\" is not a value it can have"), subject);
		break;
	case NORM_ERROR_INCLUDE_CYCLE:
		bytes_format(text, _("profile \"%s\" includes itself"), subject);
		break;
	case NORM_ERROR_INCLUDE_DEPTH:
		bytes_append_text(text, _("profiles include each other too deeply"));
		break;
	case NORM_ERROR_INCLUDE_PLACE:
		bytes_append_text(text, _("\"include\" must come before the first section"));
		break;
	case NORM_ERROR_LINE_TOO_LONG:
		bytes_append_text(text, _("the line is longer than 190 bytes"));
		break;
	case NORM_ERROR_NUL_BYTE:
		bytes_append_text(text, _("holds a NUL byte"));
		break;
	case NORM_ERROR_NO_GAZETTEER:
		bytes_append_text(text, _("rewrites names of places, and there is no gazetteer"));
		break;
	case NORM_ERROR_NO_DATA:
		bytes_format(text, _("cannot be read, so there is no profile \"%s\"; LIBNORM_DATA may name another "
				     "directory of data"),
			     subject);
		break;
	default:
		bytes_append_text(text, _(norm_status_message(error->status)));
	}
}

void error_text_append(struct bytes *text, const norm_error *error)
{
	if (append_gazetteer_reason(text, error) || append_row_reason(text, error))
		return;
	append_profile_reason(text, error);
	if (*error->nearest)
		bytes_format(text, _("; did you mean \"%s\"?"), error->nearest);
	if (*error->expected)
		bytes_format(text, _(" (possible: %s)"), error->expected);
}

void error_text_append_all(struct bytes *text, const norm_error *error)
{
	if (*error->file && error->line)
		bytes_format(text, "%s:%u: ", error->file, error->line);
	else if (*error->file)
		bytes_format(text, "%s: ", error->file);
	error_text_append(text, error);
}

void error_text_message(norm_status status, norm_error *error)
{
	struct bytes text = {0};
	error->status = status;
	error_text_append_all(&text, error);
	message_error("%s", bytes_text(&text));
	bytes_release(&text);
}
