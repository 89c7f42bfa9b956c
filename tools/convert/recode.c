/* SPDX-License-Identifier: MIT */
#include "convert/recode.h"

#include <string.h>

#include "common/encodings.h"
#include "common/i18n.h"
#include "common/message.h"

bool recode_check(const struct options *options)
{
	bool good = !options->from || !strcmp(options->from, "auto") || encodings_check("from", options->from);
	return good && (!options->to || encodings_check("to", options->to));
}

bool recode_refuses(const struct options *options, const char *shown, const char *head, size_t len)
{
	if (options->from || options->null_records || !encodings_is_binary(head, len))
		return false;
	message_error(_("%s: is a binary file, no text; to convert it nevertheless, say what it is with --from=ENCODING"), shown);
	return true;
}

void recoder_start(struct recoder *recoder, const struct options *options)
{
	recoder_release(recoder);
	if (options->to && norm_encoder_new(options->to, &recoder->encoder) != NORM_OK)
		message_out_of_memory();
}

void recoder_take(struct recoder *recoder, bool last, const char **text, size_t *len)
{
	if (recoder->encoder && norm_encoder_write(recoder->encoder, *text, *len, last, text, len) != NORM_OK)
		message_out_of_memory();
}

void recoder_end(struct recoder *recoder, const struct options *options, const char *shown)
{
	if (!recoder->encoder)
		return;
	unsigned long long lost = norm_encoder_lost(recoder->encoder);
	if (lost)
		message_warning(ngettext("%s: %llu character is not in %s: \"?\" stands for it",
					 "%s: %llu characters are not in %s: \"?\" stands for them", lost),
				shown, lost, options->to);
	recoder_release(recoder);
}

void recoder_release(struct recoder *recoder)
{
	norm_encoder_free(recoder->encoder);
	recoder->encoder = NULL;
}
