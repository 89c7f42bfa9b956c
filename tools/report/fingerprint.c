/* SPDX-License-Identifier: MIT */
#include "report/fingerprint.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "common/message.h"
#include "common/utf8.h"

/* So many characters count on each side: three or four words. */
enum { BESIDE = 20 };

/* Append the folded text without its spaces. */
static void append_folded(struct bytes *bytes, const norm_profile *search, const char *text, size_t len)
{
	norm_result *result = NULL;
	norm_status status = norm_apply(search, text, len, NORM_PLAIN, &result, NULL);
	if (status == NORM_E_NOMEM)
		message_out_of_memory();
	/* a user's own profile may refuse a text; then it counts as it is */
	if (status == NORM_OK)
		text = norm_result_text(result, &len);
	char *to = bytes_reserve(bytes, len);
	for (const char *end = text + len; text < end; text++) {
		if ((unsigned char)*text > ' ')
			*to++ = *text;
	}
	bytes->len = (size_t)(to - bytes->at);
	norm_result_free(result);
}

/* Cut a text to its last characters, or to its first ones. */
static void keep_last(struct bytes *bytes)
{
	size_t at = bytes->len;
	for (int count = 0; at > 0 && count < BESIDE; count += ((unsigned char)bytes->at[at] & 0xC0) != 0x80)
		at--;
	if (at)
		bytes_drop(bytes, at);
}

static void keep_first(struct bytes *bytes, size_t from)
{
	const char *at = bytes->at + from, *end = bytes->at + bytes->len;
	uint32_t cp;
	for (int count = 0; at < end && count < BESIDE; count++)
		at += utf8_decode(at, end, &cp);
	bytes->len = (size_t)(at - bytes->at);
}

uint64_t fingerprint_of(const norm_profile *search, const struct finding *finding)
{
	struct bytes bytes = {0};
	size_t behind = finding->context_at + finding->before_len;
	append_folded(&bytes, search, finding->context, finding->context_at);
	keep_last(&bytes);
	/* a NUL tells where one part ends */
	bytes_append_char(&bytes, '\0');
	bytes_append(&bytes, finding->before, finding->before_len);
	bytes_append_char(&bytes, '\0');
	size_t right = bytes.len;
	if (behind < finding->context_len)
		append_folded(&bytes, search, finding->context + behind, finding->context_len - behind);
	keep_first(&bytes, right);
	uint64_t hash = XXH3_64bits(bytes.at, bytes.len);
	bytes_release(&bytes);
	return hash;
}
