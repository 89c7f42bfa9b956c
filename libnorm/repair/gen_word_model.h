/* SPDX-License-Identifier: MIT */
/* For gen_arabic_words.c only: the tables of word_model.h. */
#ifndef REPAIR_GEN_WORD_MODEL_H
#define REPAIR_GEN_WORD_MODEL_H

#include "repair/word_model.h"

/* Count a word, which occurs once in the list: from 2 to ARABIC_WORD_MAX letters. */
void word_model_add(const uint8_t *letters, size_t len, unsigned times);

/* Write the tables to the standard output. */
void word_model_write(void);

#endif
