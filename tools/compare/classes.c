/* SPDX-License-Identifier: MIT */
#include "compare/classes.h"

#include <string.h>

#include "common/i18n.h"

static const struct {
	const char *name, *title;
} classes[CLASS_COUNT] = {
	[CLASS_SPACE] = {"space", N_("spaces")},
	[CLASS_LINE_BREAK] = {"line-break", N_("line breaks")},
	[CLASS_INVISIBLE] = {"invisible", N_("invisible characters")},
	[CLASS_QUOTE] = {"quote", N_("quotation marks")},
	[CLASS_APOSTROPHE] = {"apostrophe", N_("apostrophes")},
	[CLASS_DASH] = {"dash", N_("hyphens and dashes")},
	[CLASS_CASE] = {"case", N_("capitals")},
	[CLASS_ACCENT] = {"accent", N_("accents")},
	[CLASS_LIGATURE] = {"ligature", N_("ligatures")},
	[CLASS_MARKS] = {"marks", N_("Arabic vowel marks")},
	[CLASS_HAMZA] = {"hamza", N_("hamza and alef")},
	[CLASS_TATWEEL] = {"tatweel", N_("tatweel and lengthened letters")},
	[CLASS_DIGIT_SHAPE] = {"digit-shape", N_("shapes of digits")},
	[CLASS_FORM] = {"form", N_("forms of letters and signs")},
	[CLASS_ENCODING] = {"encoding", N_("damaged characters")},
	[CLASS_NAME] = {"name", N_("spellings of names")},
	[CLASS_PUNCTUATION] = {"punctuation", N_("punctuation")},
	[CLASS_NUMBER] = {"number", N_("numbers")},
	[CLASS_WORDING] = {"wording", N_("wording")},
	[CLASS_MOVED] = {"moved", N_("moved passages")},
};

const char *class_name(enum class class)
{
	return classes[class].name;
}

const char *class_title(enum class class)
{
	return _(classes[class].title);
}

enum class class_find(const char *name, size_t len)
{
	enum class class = 0;
	while (class < CLASS_COUNT && (strlen(classes[class].name) != len || memcmp(classes[class].name, name, len)))
		class++;
	return class;
}

/* By section and, where a section has several classes, by key. Form is the class of all that is not listed. */
static const struct {
	const char *section, *key;
	class_set classes;
} rules[] = {
	{"controls", "replacement", CLASS(ENCODING)},
	{"controls", NULL, CLASS(INVISIBLE)},
	{"input", NULL, CLASS(ENCODING)},
	{"repair", NULL, CLASS(ENCODING)},
	{"spaces", NULL, CLASS(SPACE)},
	{"punctuation", "quotes", CLASS(QUOTE)},
	{"punctuation", "apostrophes", CLASS(APOSTROPHE)},
	{"punctuation", "dashes", CLASS(DASH)},
	{"unicode", "case", CLASS(CASE)},
	{"latin", "ligatures", CLASS(LIGATURE)},
	{"latin", "accents", CLASS(ACCENT)},
	{"arabic", "harakat", CLASS(MARKS)},
	{"arabic", "extended-marks", CLASS(MARKS)},
	{"arabic", "superscript-alef", CLASS(MARKS)},
	{"arabic", "quranic-marks", CLASS(MARKS)},
	{"arabic", "duplicate-marks", CLASS(MARKS)},
	{"arabic", "hamza", CLASS(HAMZA)},
	{"arabic", "alef", CLASS(HAMZA)},
	{"arabic", "hamza-seats", CLASS(HAMZA)},
	{"arabic", "tatweel", CLASS(TATWEEL)},
	{"arabic", "elongation", CLASS(TATWEEL)},
	{"arabic", "digits", CLASS(DIGIT_SHAPE)},
	{"arabic", "number-marks", CLASS(DIGIT_SHAPE)},
};

class_set class_of_rule(const norm_rule *rule)
{
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		if (!strcmp(rules[i].section, rule->section) && (!rules[i].key || !strcmp(rules[i].key, rule->key)))
			return rules[i].classes;
	}
	return CLASS(FORM);
}
