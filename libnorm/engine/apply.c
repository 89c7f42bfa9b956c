/* SPDX-License-Identifier: MIT */
#include "libnorm/apply.h"

#include <stdlib.h>

#include "engine/machine.h"

struct norm_result {
	struct buffer text;
	struct norm_edits edits;
	bool has_edits;
};

static void set_error(norm_error *error, norm_status status, size_t offset)
{
	if (!error)
		return;
	*error = (norm_error){.status = status};
	if (status == NORM_E_ENCODING) {
		error->code = NORM_ERROR_INVALID_UTF8;
		error->offset = offset;
	}
}

/* Run over the whole text; on success the result takes over the output. */
static norm_status run(norm_result *result, const norm_profile *profile, const char *in, size_t len, size_t *error_at)
{
	struct machine machine;
	struct window window;
	machine_init(&machine, profile, result->has_edits ? &result->edits : NULL, &window);
	/* Most texts keep their length; that spares them copies while they grow. */
	buffer_reserve(&machine.out, len + len / 16 + 64);
	/* And have fewer edits than that. Memory that is not touched costs nothing; a list that grows, does. */
	if (result->has_edits)
		edit_list_reserve(&result->edits, len / 12);
	norm_status status = machine.out.failed || result->edits.failed ? NORM_E_NOMEM : machine_run(&machine, (const uint8_t *)in, len, true);
	*error_at = machine.error_at;
	if (status == NORM_OK && result->has_edits && machine.out.len > UINT32_MAX)
		status = NORM_E_LIMIT;
	if (status == NORM_OK && !buffer_reserve(&machine.out, 1))
		status = NORM_E_NOMEM;
	if (status == NORM_OK) {
		machine.out.at[machine.out.len] = '\0';
		result->text = machine.out;
		machine.out = (struct buffer){0};
	}
	machine_release(&machine);
	return status;
}

norm_status norm_apply(const norm_profile *profile, const char *in, size_t len, norm_flags flags, norm_result **ret,
		       norm_error *error)
{
	norm_status status = NORM_OK;
	size_t error_at = 0;
	if (!profile || !ret || (!in && len) || (unsigned)flags & ~(unsigned)NORM_WITH_EDITS)
		status = NORM_E_MISUSE;
	else if (flags & NORM_WITH_EDITS && len > UINT32_MAX)
		status = NORM_E_LIMIT;
	norm_result *result = status == NORM_OK ? calloc(1, sizeof *result) : NULL;
	if (status == NORM_OK && !result)
		status = NORM_E_NOMEM;
	if (status == NORM_OK) {
		result->has_edits = flags & NORM_WITH_EDITS;
		result->edits.shared = &profile->sets;
		result->edits.rules = registry_rules();
		status = run(result, profile, in ? in : "", len, &error_at);
	}
	if (status != NORM_OK) {
		norm_result_free(result);
		set_error(error, status, error_at);
		return status;
	}
	result->edits.source_len = (uint32_t)len;
	result->edits.output_len = (uint32_t)result->text.len;
	*ret = result;
	return NORM_OK;
}

const char *norm_result_text(const norm_result *result, size_t *ret_len)
{
	if (ret_len)
		*ret_len = result->text.len;
	return (const char *)result->text.at;
}

const norm_edits *norm_result_edits(const norm_result *result)
{
	return result->has_edits ? &result->edits : NULL;
}

void norm_result_free(norm_result *result)
{
	if (!result)
		return;
	buffer_release(&result->text);
	edit_list_release(&result->edits);
	free(result);
}
