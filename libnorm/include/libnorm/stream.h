/* SPDX-License-Identifier: MIT */
/**
 * @file stream.h
 * Normalise text of any length in bounded memory: push bytes in, a sink gets blocks out.
 *
 * How the input is cut into writes never changes the output: whole paragraphs are handed on as soon
 * as they are complete, the rest waits for more. A paragraph longer than 1 MiB is cut at a border
 * where nothing on one side can touch the other; only 1 MiB of nothing but spaces, marks or deleted
 * characters is cut where it is, and its parts are normalised apart.
 */
#ifndef LIBNORM_STREAM_H
#define LIBNORM_STREAM_H

#include "apply.h"
#include "levels.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A stream: mutable, one per thread. */
typedef struct norm_stream norm_stream;

/**
 * A stretch of input and what became of it, lent to the sink for the length of the call. Blocks
 * follow each other without gaps. Fields are only ever added at the end.
 */
typedef struct norm_block {
	const char *source;     /**< Source bytes, not NUL-terminated. */
	size_t source_len;
	uint64_t source_offset; /**< Bytes before this block in the whole input. */
	const char *output;     /**< Output bytes, valid UTF-8, not NUL-terminated. */
	size_t output_len;
	uint64_t output_offset; /**< Bytes before this block in the whole output. */
	const norm_edits *edits; /**< Offsets count from the start of the whole stream. NULL unless asked for. */
} norm_block;

/**
 * Receives the output. Called from within norm_stream_write() and norm_stream_finish().
 * @return #NORM_OK to go on; anything else stops the stream, which then returns #NORM_E_SINK.
 */
typedef norm_status norm_sink(void *user, const norm_block *block);

/**
 * Create a stream.
 *
 * @param profile  Must outlive the stream.
 * @param flags    #NORM_PLAIN or #NORM_WITH_EDITS.
 * @param sink     Called with each block. @param user  Handed to `sink`.
 * @param ret      Receives the stream; owned by the caller, see norm_stream_free().
 * @return #NORM_OK, #NORM_E_NOMEM or #NORM_E_MISUSE.
 */
norm_status norm_stream_new(const norm_profile *profile, norm_flags flags, norm_sink *sink, void *user,
                            norm_stream **ret);

/**
 * Say in which encoding the input is; else the rule `input.encoding` of the profile does. Only before the first write.
 * Blocks then lend the bytes as they came, and all source offsets count those.
 *
 * @param encoding  Any name that ICU knows ("windows-1256", "UTF-16LE", "macintosh" …; upper and lower case, '-' and '_' do not
 *                  matter), or "auto": UTF-16 and UTF-32 by their byte order mark or by their first 4 KiB, other text that is
 *                  not UTF-8 paragraph by paragraph. It stays in force through norm_stream_reset().
 * @return #NORM_OK, #NORM_E_NOMEM, #NORM_E_NO_ENCODING, #NORM_E_LIBRARY (only ICU decodes that, and it is not there) or
 *         #NORM_E_MISUSE.
 */
norm_status norm_stream_set_encoding(norm_stream *stream, const char *encoding);

/**
 * The encoding in which the stream reads all of its input: what MIME, or else IANA, calls what norm_stream_set_encoding() was given
 * ("windows-1252" for "cp1252"), and that name itself where neither has one; or, where the encoding is found out, "UTF-16LE",
 * "UTF-16BE", "UTF-32LE" or "UTF-32BE".
 * @return Borrowed, valid until the encoding is set, or the stream reset or freed. NULL: the input is UTF-8, or in single bytes of
 * which each paragraph tells its encoding (a finding of `input.encoding`); or it is not known yet; also for NULL.
 */
const char *norm_stream_encoding(const norm_stream *stream);

/**
 * Let the stream read the levels of what passes, too: most of them it reads for its rules anyway, so this costs less than
 * norm_levels_read() does. While the sink is called, `levels` are those of the source of the block, exactly as that function
 * finds them in it: offsets count from the start of the block. (What is not UTF-8, or has lines that are joined, is read once more
 * for this, as UTF-8.)
 *
 * @param levels  Created with the profile of the stream; it must outlive the stream or what is said here next. NULL: no levels
 *                are read from now on. It stays in force through norm_stream_reset().
 * @return #NORM_OK or #NORM_E_MISUSE. Not to be called from within the sink.
 */
norm_status norm_stream_read_levels(norm_stream *stream, norm_levels *levels);

/**
 * Push `len` bytes of input, cut anywhere, also inside a character. `in` may be NULL when `len` is 0.
 *
 * @return #NORM_OK, #NORM_E_NOMEM, #NORM_E_ENCODING, #NORM_E_SINK, #NORM_E_LIBRARY (the text is UTF-16 or UTF-32, which ICU
 * decodes, and ICU is not there) or #NORM_E_MISUSE. After a failure the stream is broken: it returns the same status until
 * norm_stream_reset(), and what the sink has received is what was good.
 */
norm_status norm_stream_write(norm_stream *stream, const char *in, size_t len);

/** Say that the input is complete and push out what waits. Then only reset and free are allowed. */
norm_status norm_stream_finish(norm_stream *stream);

/** Details of the failure that broke the stream; borrowed, valid until reset or free. Never NULL. */
const norm_error *norm_stream_error(const norm_stream *stream);

/** Forget all input and any failure, keep the buffers: ready for another text. */
void norm_stream_reset(norm_stream *stream);

/** Free a stream. What was not finished is dropped. NULL is allowed. */
void norm_stream_free(norm_stream *stream);

#ifdef __cplusplus
}
#endif
#endif
