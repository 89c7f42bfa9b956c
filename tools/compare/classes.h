/* SPDX-License-Identifier: MIT */
/* The classes of differences: what a reader would call them. Most are noise; the last ones are news. */
#ifndef COMPARE_CLASSES_H
#define COMPARE_CLASSES_H

#include <stdbool.h>
#include <stdint.h>

#include <libnorm/norm.h>

enum class {
	CLASS_SPACE,      /* another kind of space, more of them, or a word written in two */
	CLASS_LINE_BREAK, /* only where it is asked for */
	CLASS_INVISIBLE,
	CLASS_QUOTE,
	CLASS_APOSTROPHE,
	CLASS_DASH,
	CLASS_CASE,
	CLASS_ACCENT,
	CLASS_LIGATURE,
	CLASS_MARKS, /* harakat */
	CLASS_HAMZA,
	CLASS_TATWEEL,
	CLASS_DIGIT_SHAPE,
	CLASS_FORM, /* other characters for the same letters */
	CLASS_ENCODING,
	CLASS_NAME, /* two spellings of a name */
	CLASS_PUNCTUATION,
	CLASS_NUMBER,
	CLASS_WORDING,
	CLASS_MOVED,
	CLASS_COUNT
};

typedef uint32_t class_set;
#define CLASS(name) ((class_set)1 << CLASS_##name)
#define CLASSES_ALL (((class_set)1 << CLASS_COUNT) - 1)
/* What another edition of the same text may have. */
#define CLASSES_NOISE (CLASS(PUNCTUATION) - 1)

/* "digit-shape": the name for options and programs; pinned. */
const char *class_name(enum class class);
/* What it means, in the user's language. */
const char *class_title(enum class class);
/* The class of that name, or CLASS_COUNT. */
enum class class_find(const char *name, size_t len);

/* The class of what a rule of the library evens out. */
class_set class_of_rule(const norm_rule *rule);

#endif
