/* SPDX-License-Identifier: MIT */
#include "libnorm/encoding.h"

#include <stdlib.h>
#include <string.h>

#include "arabic/steps.h"
#include "engine/profile.h"
#include "repair/encoder.h"
#include "repair/encoding.h"
#include "text/space.h"
#include "text/steps.h"

struct norm_encoder {
	struct encoder *encoder;
	struct buffer out;
};

/* The value of that name of a step. */
static unsigned value_of(const struct step *step, const char *name)
{
	unsigned value = 0;
	while (strcmp(step->rule.values[value].name, name) != 0)
		value++;
	return value;
}

/* A no-break space that is one, then the steps of the library that make characters plainer; those that lose least first. */
static int find_fallback(unsigned attempt, uint32_t cp, uint32_t *out)
{
	static const struct {
		const struct step *step;
		const char *value;
	} plainer[] = {
		{&text_step_space_kind, "plain"},
		{&text_step_space_kind, "ascii"},
		{&text_step_quotes, "ascii"},
		{&text_step_apostrophes, "ascii"},
		{&text_step_dashes, "ascii"},
		{&text_step_ellipsis, "ascii"},
		{&arabic_step_forms, "letters"},
		{&arabic_step_digits, "ascii"},
		{&text_step_ligatures, "expand"},
		{&text_step_accents, "strip"},
	};
	if (attempt > COUNT_OF(plainer))
		return -1;
	if (attempt == 0)
		return step_one(cp == SPACE_NNBSP ? SPACE_NBSP : cp, out);
	const struct step *step = plainer[attempt - 1].step;
	int count = active_map(&(struct active_step){.step = step, .value = value_of(step, plainer[attempt - 1].value)}, 0, cp, out);
	/* What changes nothing does not help. */
	return count == STEP_UNCHANGED ? step_one(cp, out) : count;
}

norm_status norm_encoder_new(const char *encoding, norm_encoder **ret)
{
	if (!encoding || !ret)
		return NORM_E_MISUSE;
	norm_encoder *encoder = calloc(1, sizeof *encoder);
	if (!encoder)
		return NORM_E_NOMEM;
	norm_status status = encoder_open(encoding, find_fallback, &encoder->encoder);
	if (status == NORM_OK)
		*ret = encoder;
	else
		free(encoder);
	return status;
}

norm_status norm_encoder_write(norm_encoder *encoder, const char *in, size_t len, bool last, const char **ret,
			       size_t *ret_len)
{
	if (!encoder || (!in && len) || !ret || !ret_len)
		return NORM_E_MISUSE;
	encoder->out.len = 0;
	norm_status status = encoder_push(encoder->encoder, (const uint8_t *)(in ? in : ""), len, last, &encoder->out);
	if (status != NORM_OK)
		return status;
	*ret = encoder->out.at ? (const char *)encoder->out.at : "";
	*ret_len = encoder->out.len;
	return NORM_OK;
}

uint64_t norm_encoder_replaced(const norm_encoder *encoder)
{
	return encoder_replaced(encoder->encoder);
}

uint64_t norm_encoder_lost(const norm_encoder *encoder)
{
	return encoder_lost(encoder->encoder);
}

void norm_encoder_free(norm_encoder *encoder)
{
	if (!encoder)
		return;
	encoder_close(encoder->encoder);
	buffer_release(&encoder->out);
	free(encoder);
}

bool norm_is_binary(const char *head, size_t len)
{
	size_t seen = len < ENCODING_HEAD ? len : ENCODING_HEAD;
	return seen && encoding_family_of((const uint8_t *)head, seen) == FAMILY_BINARY;
}
