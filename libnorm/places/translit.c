/* SPDX-License-Identifier: MIT */
/* The whole of libnorm-translit: it needs nothing of libnorm but the ground floor. */
#include "libnorm/translit.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

#include "base/buffer.h"
#include "base/library.h"

enum {
	RULES_MAX = 1 << 20,
	GROWTH = 8, /* a UTF-16 unit becomes at most so many: d͟hd͟h in place of a letter with shadda, and some to spare */
	ROOM = 64
};

/* Under the name that it has on systems with ELF. It needs libicuuc, where the functions for strings are. */
#define ICU_LIBRARY "libicui18n.so." LIBRARY_TEXT(U_ICU_VERSION_MAJOR_NUM)

struct icu {
	__typeof__(u_strFromUTF8) *u_strFromUTF8;
	__typeof__(u_strFromUTF8WithSub) *u_strFromUTF8WithSub;
	__typeof__(u_strToUTF8WithSub) *u_strToUTF8WithSub;
	__typeof__(utrans_openU) *utrans_openU;
	__typeof__(utrans_transUChars) *utrans_transUChars;
	__typeof__(utrans_close) *utrans_close;
};

struct norm_translit {
	struct icu icu;
	UTransliterator *rules;
	UChar *units;
	size_t unit_cap;
	struct buffer text;
};

static norm_status fail(norm_error *error, norm_status status, norm_error_code code, const char *file, const char *subject)
{
	if (error) {
		*error = (norm_error){.status = status, .code = code};
		snprintf(error->file, sizeof error->file, "%s", file);
		snprintf(error->subject, sizeof error->subject, "%s", subject);
	}
	return status;
}

/* ---- Rules ---- */

static norm_status read_file(const char *path, struct buffer *ret, norm_error *error)
{
	FILE *file = fopen(path, "rb");
	if (!file)
		return fail(error, NORM_E_DATA, NORM_ERROR_UNREADABLE, path, strerror(errno));
	size_t got = 1;
	while (got && ret->len < RULES_MAX && buffer_reserve(ret, BUFSIZ)) {
		got = fread(ret->at + ret->len, 1, BUFSIZ, file);
		ret->len += got;
	}
	bool broken = ferror(file);
	fclose(file);
	if (ret->failed)
		return fail(error, NORM_E_NOMEM, NORM_ERROR_NONE, path, "");
	return broken ? fail(error, NORM_E_DATA, NORM_ERROR_UNREADABLE, path, strerror(EIO)) : NORM_OK;
}

static bool load_icu(struct icu *icu)
{
	static const struct library_function functions[] = {
		LIBRARY_FUNCTION(struct icu, u_strFromUTF8),      LIBRARY_FUNCTION(struct icu, u_strFromUTF8WithSub),
		LIBRARY_FUNCTION(struct icu, u_strToUTF8WithSub), LIBRARY_FUNCTION(struct icu, utrans_openU),
		LIBRARY_FUNCTION(struct icu, utrans_transUChars), LIBRARY_FUNCTION(struct icu, utrans_close),
	};
	return library_load(ICU_LIBRARY, functions, sizeof functions / sizeof functions[0], icu);
}

static norm_status from_icu(UErrorCode code)
{
	if (U_SUCCESS(code))
		return NORM_OK;
	return code == U_MEMORY_ALLOCATION_ERROR ? NORM_E_NOMEM : NORM_E_DATA;
}

static norm_status parse(norm_translit *translit, const struct buffer *text, bool reverse, unsigned *ret_line)
{
	static const UChar id[] = {'x', 0};
	UErrorCode code = U_ZERO_ERROR;
	UParseError where = {.line = 0};
	int32_t len;
	UChar *units = malloc((text->len + 1) * sizeof *units);
	if (!units)
		return NORM_E_NOMEM;
	translit->icu.u_strFromUTF8(units, (int32_t)text->len + 1, &len, (const char *)text->at, (int32_t)text->len, &code);
	if (U_SUCCESS(code))
		translit->rules = translit->icu.utrans_openU(id, -1, reverse ? UTRANS_REVERSE : UTRANS_FORWARD, units, len, &where, &code);
	free(units);
	*ret_line = where.line > 0 ? (unsigned)where.line : 0;
	return from_icu(code);
}

/* Has the scheme a way back? The rules say so with the arrow of both directions. */
static bool is_reversible(const struct buffer *text)
{
	static const char arrow[] = "↔";
	return memmem(text->at, text->len, arrow, sizeof arrow - 1);
}

static norm_status open_rules(norm_translit *translit, const char *path, bool reverse, norm_error *error)
{
	struct buffer text = {0};
	unsigned line = 0;
	norm_status status = read_file(path, &text, error);
	if (status == NORM_OK && reverse && !is_reversible(&text)) {
		status = fail(error, NORM_E_MISUSE, NORM_ERROR_NONE, path, "");
	} else if (status == NORM_OK && !load_icu(&translit->icu)) {
		status = fail(error, NORM_E_LIBRARY, NORM_ERROR_NONE, "", "");
	} else if (status == NORM_OK) {
		status = parse(translit, &text, reverse, &line);
		if (status != NORM_OK)
			fail(error, status, status == NORM_E_DATA ? NORM_ERROR_SYNTAX : NORM_ERROR_NONE, path, "");
		if (status != NORM_OK && error)
			error->line = line;
	}
	buffer_release(&text);
	return status;
}

norm_status norm_translit_new(const char *datadir, const char *scheme, bool reverse, norm_translit **ret,
			      norm_error *error)
{
	if (!ret || !scheme || !*scheme || strchr(scheme, '/'))
		return NORM_E_MISUSE;
	struct buffer path = {0};
	norm_translit *translit = calloc(1, sizeof *translit);
	buffer_append_text(&path, datadir ? datadir : NORM_DATADIR);
	buffer_append_text(&path, "/translit/");
	buffer_append_text(&path, scheme);
	buffer_append(&path, ".txt", sizeof ".txt");
	norm_status status = translit && !path.failed ? NORM_OK : NORM_E_NOMEM;
	if (status == NORM_OK)
		status = open_rules(translit, (const char *)path.at, reverse, error);
	buffer_release(&path);
	if (status == NORM_OK)
		*ret = translit;
	else
		norm_translit_free(translit);
	return status;
}

/* ---- Texts ---- */

static bool make_room(norm_translit *translit, size_t units)
{
	if (units <= translit->unit_cap)
		return true;
	UChar *grown = realloc(translit->units, units * sizeof *grown);
	if (!grown)
		return false;
	translit->units = grown;
	translit->unit_cap = units;
	return true;
}

/* Write `len` units as the text. */
static norm_status keep_text(norm_translit *translit, int32_t len)
{
	UErrorCode code = U_ZERO_ERROR;
	int32_t bytes;
	translit->text.len = 0;
	translit->text.failed = false;
	if (!buffer_reserve(&translit->text, 3 * (size_t)len + 1))
		return NORM_E_NOMEM;
	translit->icu.u_strToUTF8WithSub((char *)translit->text.at, 3 * len + 1, &bytes, translit->units, len, 0xFFFD, NULL, &code);
	translit->text.len = U_SUCCESS(code) ? (size_t)bytes : 0;
	return from_icu(code);
}

norm_status norm_translit_write(norm_translit *translit, const char *in, size_t len, const char **ret, size_t *ret_len)
{
	UErrorCode code = U_ZERO_ERROR;
	int32_t units = 0, limit;
	if (!translit || !ret || !ret_len || (!in && len))
		return NORM_E_MISUSE;
	if (len > NORM_TRANSLIT_MAX)
		return NORM_E_LIMIT;
	size_t room = len * GROWTH + ROOM;
	if (!make_room(translit, room))
		return NORM_E_NOMEM;
	translit->icu.u_strFromUTF8WithSub(translit->units, (int32_t)room, &units, len ? in : "", (int32_t)len, 0xFFFD, NULL, &code);
	limit = units;
	if (U_SUCCESS(code) && units > 0)
		translit->icu.utrans_transUChars(translit->rules, translit->units, &units, (int32_t)room, 0, &limit, &code);
	norm_status status = from_icu(code);
	if (status == NORM_OK)
		status = keep_text(translit, units);
	if (status != NORM_OK)
		return status;
	*ret = (const char *)translit->text.at;
	*ret_len = translit->text.len;
	return NORM_OK;
}

void norm_translit_free(norm_translit *translit)
{
	if (!translit)
		return;
	if (translit->rules)
		translit->icu.utrans_close(translit->rules);
	free(translit->units);
	buffer_release(&translit->text);
	free(translit);
}
