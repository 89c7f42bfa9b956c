/* SPDX-License-Identifier: MIT */
/* Bidirectional controls that do nothing for a paragraph, or harm: junk of editors and web pages, and a way to spoof. */
#ifndef TEXT_BIDI_H
#define TEXT_BIDI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "text/step.h"

/* All of them. */
enum { BIDI_CONTROL_RANGES = 4 };
extern const struct step_range bidi_controls[BIDI_CONTROL_RANGES];

static inline bool bidi_is_control(uint32_t cp)
{
	return step_range_has(bidi_controls, BIDI_CONTROL_RANGES, cp);
}

/* Which way a character runs, as far as it decides that by itself. */
enum bidi_direction { BIDI_NEUTRAL, BIDI_LEFT_TO_RIGHT, BIDI_RIGHT_TO_LEFT };
enum bidi_direction bidi_direction(uint32_t cp);

struct bidi_open;

/* The stray controls of one paragraph after another. Zero-initialise; free with bidi_release(). */
struct bidi_strays {
	uint8_t *bits; /* one for each byte of the text: set where a stray control starts */
	size_t len, cap; /* bytes of the text, 0 where there are none to be found; bytes of `bits` */
	bool failed; /* sticky: memory ran out */
	/* For the functions here: the controls that are open. */
	struct bidi_open *open;
	size_t open_cap;
};

/*
 * Find the stray controls of a paragraph:
 *   - embeddings and isolates that are not closed in it, and what closes none (UAX #9, BD9 and X7);
 *   - every override with what closes it: no text that people write needs one;
 *   - LRM, RLM and ALM beside a letter of their own direction, as far as it has the same effect, or behind another of their kind.
 * None of them is stray in front of a combining mark, which would go to another letter without it.
 */
void bidi_find_strays(struct bidi_strays *strays, const uint8_t *text, size_t len);
bool bidi_is_stray(const struct bidi_strays *strays, uint32_t offset);
void bidi_release(struct bidi_strays *strays);

#endif
