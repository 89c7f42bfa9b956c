/* SPDX-License-Identifier: MIT */
/* Gazetteers with a context: which files lie in the stack. */
#include "places/gazetteer.h"

#include <stdlib.h>

#include "engine/context.h"

/* All files in the order of the stack; returns how many. */
static size_t list_files(const norm_context *context, const char *const *files, size_t count, const char **ret)
{
	size_t len = 0;
	for (size_t i = 0; context && i < context->gazetteer_len; i++)
		if (context->gazetteers[i])
			ret[len++] = context->gazetteers[i];
	for (size_t i = 0; i < count; i++)
		ret[len++] = files[i];
	return len;
}

norm_status norm_gazetteer_open(const norm_context *context, const char *const *files, size_t count,
				norm_gazetteer **ret, norm_error *error)
{
	const char *all[NORM_GAZETTEER_FILES_MAX];
	norm_status status = NORM_OK;
	size_t own = context ? context->gazetteer_len : 0;
	if (!ret || (!files && count))
		status = NORM_E_MISUSE;
	else if (own > NORM_GAZETTEER_FILES_MAX || count > NORM_GAZETTEER_FILES_MAX - own)
		status = NORM_E_LIMIT;
	if (status == NORM_OK)
		return gazetteer_open(all, list_files(context, files, count, all), ret, error);
	if (error)
		*error = (norm_error){.status = status};
	return status;
}
