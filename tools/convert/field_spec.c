/* SPDX-License-Identifier: MIT */
/* The argument of --jsonl. */
#include "convert/options.h"

#include <stdlib.h>
#include <string.h>

#include "common/bytes.h"
#include "common/i18n.h"
#include "common/message.h"

/* Take the text up to one of the characters `stops`, without its backslashes. @return where it ended. */
static const char *take_part(const char *at, const char *stops, char **ret)
{
	struct bytes part = {0};
	for (; *at && !strchr(stops, *at); at++) {
		if (*at == '\\' && at[1])
			at++;
		bytes_append_char(&part, *at);
	}
	bytes_append_char(&part, '\0');
	*ret = part.at;
	return at;
}

static bool is_empty(const char *part)
{
	return part && !*part;
}

bool field_spec_read(struct field_spec *spec, const char *argument)
{
	*spec = (struct field_spec){.argument = memory_text(argument, strlen(argument))};
	const char *at = take_part(argument, "=:", &spec->field);
	if (*at == '=')
		at = take_part(at + 1, ":", &spec->profile);
	if (*at == ':')
		take_part(at + 1, "", &spec->out_field);
	else
		spec->out_field = memory_text(spec->field, strlen(spec->field));
	if (!is_empty(spec->field) && !is_empty(spec->profile) && !is_empty(spec->out_field))
		return true;
	message_error(_("--jsonl=%s: not of the form FIELD[=PROFILE][:OUTFIELD]"), argument);
	return false;
}

void field_spec_release(struct field_spec *spec)
{
	free(spec->argument);
	free(spec->field);
	free(spec->profile);
	free(spec->out_field);
}
