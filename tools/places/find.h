/* SPDX-License-Identifier: MIT */
/* norm-places find: the forms in which what was found is told. */
#ifndef PLACES_FIND_H
#define PLACES_FIND_H

#include <stdbool.h>

#include <libnorm/norm.h>

#include "common/origin.h"
#include "common/output.h"
#include "common/position.h"
#include "places/options.h"

struct finding {
	const struct options *options;
	const norm_gazetteer *gazetteer;
	norm_place_finder *finder;
	struct output out;
	struct bytes line;        /* scratch */
	const char *path;         /* the file; "-" is standard input */
	const char *shown;        /* the same for messages */
	bool isolate;             /* on a terminal: Arabic must not scramble the line */
	uint64_t found;           /* in all files */
	struct position position; /* of the text at hand in its file, as it was decoded */
	uint64_t record;          /* --jsonl: the line, else 0 */
	/* of files that are one text */
	norm_profile *reading;    /* what the decoder works by */
	norm_stream *decoder;
	struct bytes block;       /* what it has decoded and nobody has looked at */
	struct origin origin;     /* where that came from */
	bool started;             /* some bytes of the file have been seen */
};

/* A text and the places in it, which the finder holds. */
struct found_text {
	const char *at;
	size_t len;
};

/* Match number `index` that is sure enough; counts up from 0 as norm_place_finder_match() does. */
bool find_next(const struct finding *finding, size_t *index, norm_place_match *ret);

/* The bytes of its file, or of the text of its record, that a match is written in. */
void find_source_span(const struct finding *finding, const norm_place_match *match, uint64_t *ret_start, uint64_t *ret_end);

/* The forms. False when output has failed. */
bool find_print_text(struct finding *finding, const struct found_text *text);
bool find_print_tsv(struct finding *finding, const struct found_text *text);
bool find_print_json(struct finding *finding, const struct found_text *text);
bool find_print_html(struct finding *finding, const struct found_text *text);
/* What stands around all texts of a page. */
bool find_start_html(struct finding *finding);
bool find_end_html(struct finding *finding);

#endif
