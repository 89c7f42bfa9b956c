/* SPDX-License-Identifier: MIT */
/**
 * @file status.h
 * Status codes and error details.
 *
 * Every function of libnorm that can fail returns a ::norm_status. Zero is success; the negative
 * values below are pinned for ever and new ones are only ever added. When a function fails, its
 * out-parameters (named `ret`) are untouched.
 */
#ifndef LIBNORM_STATUS_H
#define LIBNORM_STATUS_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum norm_status {
	NORM_OK = 0,          /**< Success. */
	NORM_E_NOMEM = -1,    /**< Memory ran out; nothing leaked, the objects stay valid. */
	NORM_E_ENCODING = -2, /**< Input is not valid in its encoding and the profile says `input.invalid = strict`. */
	NORM_E_PROFILE = -3,  /**< A profile has an error, or there is none of that name. */
	NORM_E_DATA = -4,     /**< A data file is missing, unreadable or damaged. */
	NORM_E_MISUSE = -5,   /**< The call breaks the contract of the function (a bug in the caller). */
	NORM_E_LIMIT = -6,    /**< Input is larger than this function takes; use a stream. */
	NORM_E_SINK = -7,     /**< The caller's sink asked to stop. */
	NORM_E_NO_ENCODING = -8, /**< There is no encoding of that name. */
	NORM_E_LIBRARY = -9   /**< ICU, which is loaded when it is needed first, cannot be loaded. */
} norm_status;

/** What exactly is wrong; lets a program translate the message or act on it. Pinned values. */
typedef enum norm_error_code {
	NORM_ERROR_NONE = 0,
	NORM_ERROR_INVALID_UTF8 = 1,     /**< `offset` is the first byte of the invalid sequence. */
	NORM_ERROR_NO_PROFILE = 2,       /**< No profile of the name in `subject`; `nearest` may help. */
	NORM_ERROR_UNREADABLE = 3,       /**< The file in `file` cannot be read; `subject` says why. */
	NORM_ERROR_SYNTAX = 4,           /**< The line is not `[section]`, `key = value` or a comment. */
	NORM_ERROR_UNKNOWN_SECTION = 5,  /**< `subject` is no section; `expected` lists them. */
	NORM_ERROR_UNKNOWN_KEY = 6,      /**< `subject` is no key of its section; `expected` lists them. */
	NORM_ERROR_UNKNOWN_VALUE = 7,    /**< `subject` is no value of its key; `expected` lists them. */
	NORM_ERROR_INCLUDE_CYCLE = 8,    /**< `subject` is being included already. */
	NORM_ERROR_INCLUDE_DEPTH = 9,    /**< Includes are nested too deeply. */
	NORM_ERROR_INCLUDE_PLACE = 10,   /**< `include` must come before the first section. */
	NORM_ERROR_LINE_TOO_LONG = 11,   /**< A profile line is longer than 190 bytes. */
	NORM_ERROR_NUL_BYTE = 12,        /**< A profile holds a NUL byte. */
	NORM_ERROR_INVALID_BYTES = 13,   /**< At `offset` are bytes without a meaning in the encoding of the input. */
	/* Files of gazetteers */
	NORM_ERROR_NOT_GAZETTEER = 14,     /**< `file` is no gazetteer. */
	NORM_ERROR_BYTE_ORDER = 15,        /**< It was made by a machine of the other byte order. */
	NORM_ERROR_GAZETTEER_VERSION = 16, /**< It has version `subject`, and this library reads version `section`. */
	NORM_ERROR_TRUNCATED = 17,         /**< It ends behind `subject` bytes of `section`. */
	NORM_ERROR_DAMAGED = 18,           /**< `subject`, a part of it, is not as it was written. */
	/* Tables of places: `file` and `line` say where. Not all of them are errors, see gazetteer_builder.h. */
	NORM_ERROR_ROW_TOO_LONG = 19,      /**< The line has more than 4,096 bytes. */
	NORM_ERROR_ROW_ENCODING = 20,      /**< `subject` ("0xFF"), at `section` ("byte 7") of the line, is not UTF-8. */
	NORM_ERROR_ROW_CONTROL = 21,       /**< `subject` ("U+0007"), at `section` of the line, is a control character. */
	NORM_ERROR_ROW_CELLS = 22,         /**< The line has `subject` cells, not nine. */
	NORM_ERROR_CELL = 23,              /**< `subject` in the column `section` is not `expected`. */
	NORM_ERROR_FORM_TOO_LONG = 24,     /**< The form `subject` has more than 200 characters. */
	NORM_ERROR_FORM_SPACES = 25,       /**< It has a space at an end, or two in a row. */
	NORM_ERROR_FORM_SCRIPT = 26,       /**< It has `expected`, which is no letter of the language `section`. */
	NORM_ERROR_FORM_CHARACTER = 27,    /**< It has `expected` ("U+00B2"), which names do not have. */
	NORM_ERROR_FORM_NOT_NFC = 28,      /**< It is not in NFC. */
	NORM_ERROR_FORM_NO_KEY = 29,       /**< It has no letter by which it could be looked up. */
	NORM_ERROR_PLACE_CONFLICT = 30,    /**< The place `subject` has another `section` in `expected` ("a.tsv:12"). */
	NORM_ERROR_SECOND_PREFERRED = 31,  /**< `subject` is preferred in `section`, and `expected` is, too. */
	NORM_ERROR_FORM_TWICE = 32,        /**< `subject` stands in `expected` already, in the same language `section`. */
	NORM_ERROR_FORM_TRANSLATED = 33,   /**< `subject` and `expected` do not sound alike: one may be translated. */
	NORM_ERROR_SOURCES = 34,           /**< `subject` is one source too many. */
	NORM_ERROR_NO_GAZETTEER = 35,      /**< A profile rewrites names of places, and its context has no gazetteer. */
	NORM_ERROR_NO_DATA = 36            /**< No profile `subject`: the library's directory of them, `file`, is not there. */
} norm_error_code;

/**
 * Details of a failure, filled by the functions that take one. The caller provides the storage and
 * may pass NULL where details are not wanted. All strings are NUL-terminated UTF-8, cut at a
 * character when too long, and empty when they do not apply. The layout is pinned.
 */
typedef struct norm_error {
	norm_status status;
	norm_error_code code;
	size_t offset;       /**< Bytes from the start of the input, for #NORM_ERROR_INVALID_UTF8 and #NORM_ERROR_INVALID_BYTES. */
	unsigned line;       /**< 1-based line in the profile source, or 0. */
	char file[256];      /**< Profile file or name; empty for a profile parsed from memory. */
	char subject[128];   /**< The offending word. */
	char section[64];    /**< The section it stands in. */
	char expected[512];  /**< What would have been accepted there, separated by ", "; "…" is last where more would be. */
	char nearest[64];    /**< The accepted word most like `subject`, or empty when none is near. */
} norm_error;

/**
 * A one-line English description of a status, without a final full stop.
 *
 * @return A borrowed constant string, never NULL, also for values this version does not know.
 * The text is marked for translation in the domain "libnorm"; the library itself never translates.
 * Thread-safe.
 */
const char *norm_status_message(norm_status status);

/**
 * Write the whole English message of `error` ("file:line: unknown key …; did you mean …?").
 *
 * @param error  Details as filled by a failed call.
 * @param buf    Receives a NUL-terminated text, cut at a character when `size` is too small.
 *               May be NULL when `size` is 0.
 * @param size   Bytes in `buf`.
 * @return The bytes of the whole message without its NUL, as snprintf() does. Thread-safe.
 */
size_t norm_error_format(const norm_error *error, char *buf, size_t size);

#ifdef __cplusplus
}
#endif
#endif
