/* SPDX-License-Identifier: MIT */
/*
 * One pass over texts: bytes are decoded, gathered to blocks of whole paragraphs, and each block is looked at by all that count.
 * How bytes are cut into writes changes nothing. Memory is bounded by the block. One for each thread.
 */
#ifndef REPORT_PASS_H
#define REPORT_PASS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libnorm/norm.h>

#include "report/counts.h"
#include "report/findings.h"
#include "report/given.h"
#include "report/locator.h"
#include "report/places.h"
#include "report/repeats.h"
#include "report/segments.h"
#include "report/setup.h"
#include "report/tally.h"

struct pass {
	const struct setup *setup;
	struct tally *tally;
	norm_profile *reading; /* what the decoder works by, and … */
	norm_stream *decoder;  /* … NULL before there was something to decode */
	bool decodes_utf8;     /* it looks for no other encoding now */
	struct text_place place;
	struct bytes block;       /* decoded text that has not been looked at */
	struct locator locator;   /* of its start */
	bool in_line, in_paragraph; /* that is in the middle of a line; which holds more than spaces up to there */
	norm_block counted;       /* the part of it in which characters are counted */
	struct locator styles_at; /* of what the examples of styles have come to in it */
	struct origin origin;
	uint64_t bytes, paragraphs; /* of the text: those written, and those counted in front of it */
	uint64_t foreign_bytes, foreign_paragraphs; /* those in an encoding that was found out */
	norm_status status;       /* what has stopped it */
	struct segments segments;
	struct counts counts;
	struct findings findings;
	struct places places;
	struct repeats repeats;
	struct given given;       /* unless files are shown */
};

void pass_init(struct pass *pass, const struct setup *setup);
void pass_release(struct pass *pass);

/* Count into this tally from now on; what a sink writes goes to `out`. */
void pass_start(struct pass *pass, struct tally *tally, struct bytes *out, void *filter_state);
/* A text begins. The strings of `place` have to stay until its end. */
void pass_text(struct pass *pass, const struct text_place *place);
/* Bytes of it, and its end. False when something has failed, see pass->status. */
bool pass_write(struct pass *pass, const char *bytes, size_t len);
bool pass_text_end(struct pass *pass);
/* Put what has been counted into the tally. */
void pass_end(struct pass *pass);

#endif
