/* SPDX-License-Identifier: MIT */
/* Encodings other than UTF-8: --from and --to, and what is no text. */
#ifndef CONVERT_RECODE_H
#define CONVERT_RECODE_H

#include <stdbool.h>

#include <libnorm/norm.h>

#include "convert/options.h"

/* Whether there are such encodings. False after a message. */
bool recode_check(const struct options *options);

/* Whether a file that starts like this is to be left alone: it is binary, and --from was not given. Says so, then. */
bool recode_refuses(const struct options *options, const char *shown, const char *head, size_t len);

/* The way into --to for one text; zero-initialise. Without --to what goes in comes out. */
struct recoder {
	norm_encoder *encoder;
};
void recoder_start(struct recoder *recoder, const struct options *options);
/* Put the encoded form of a text in its place; `last`: it ends. It is lent until the next call. */
void recoder_take(struct recoder *recoder, bool last, const char **text, size_t *len);
/* Say what was lost, if anything, and forget it. */
void recoder_end(struct recoder *recoder, const struct options *options, const char *shown);
void recoder_release(struct recoder *recoder);

#endif
