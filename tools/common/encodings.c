/* SPDX-License-Identifier: MIT */
#include "common/encodings.h"

#include <libnorm/norm.h>

#include "common/i18n.h"
#include "common/message.h"

enum { SHORT = 512 }; /* bytes that are too few to tell by */

bool encodings_check(const char *option, const char *name)
{
	norm_encoder *encoder = NULL;
	norm_status status = norm_encoder_new(name, &encoder);
	norm_encoder_free(encoder);
	if (status == NORM_E_NOMEM)
		message_out_of_memory();
	if (status == NORM_E_NO_ENCODING)
		message_error(_("--%s=%s: there is no encoding of that name; known are all of ICU, such as UTF-8, windows-1252, "
				"windows-1256, ISO-8859-6, macintosh and UTF-16LE"),
			      option, name);
	else if (status != NORM_OK)
		message_error("--%s=%s: %s", option, name, _(norm_status_message(status)));
	return status == NORM_OK;
}

bool encodings_is_binary(const char *head, size_t len)
{
	return len >= SHORT && norm_is_binary(head, len);
}
