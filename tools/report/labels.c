/* SPDX-License-Identifier: MIT */
#include "report/labels.h"

#include <string.h>

#include "common/i18n.h"

struct label {
	const char *name, *text;
};

static const struct label languages[] = {
	{"fr", N_("French")},
	{"ar", N_("Arabic")},
	{"en", N_("English")},
	{"fa", N_("Persian")},
	{"ur", N_("Urdu")},
	{"ckb", N_("Central Kurdish")},
	{"ug", N_("Uyghur")},
	{"und-Latn", N_("Other in Latin script")},
	{"und-Arab", N_("Other in Arabic script")},
	{"und", N_("Other languages")},
	{"zxx", N_("No language")},
	{NULL, NULL},
};

/* Other scripts are rare in news, and go by their names in Unicode. */
static const struct label scripts[] = {
	{"Latin", N_("Latin")},       {"Arabic", N_("Arabic script")}, {"Cyrillic", N_("Cyrillic")}, {"Greek", N_("Greek")},
	{"Hebrew", N_("Hebrew")},     {"Han", N_("Chinese")},          {"Tifinagh", N_("Tifinagh")}, {"Ethiopic", N_("Ethiopic")},
	{NULL, NULL},
};

static const struct label traits[] = {
	{"quotes", N_("Quotation marks")},
	{"inner-quotes", N_("Inner quotation marks")},
	{"apostrophes", N_("Apostrophes")},
	{"space-before-high-marks", N_("In front of ; ! ?")},
	{"space-before-colon", N_("In front of the colon")},
	{"space-in-guillemets", N_("Within « »")},
	{"space-before-percent", N_("In front of the percent sign")},
	{"digits", N_("Digits")},
	{NULL, NULL},
};

static const struct label styles[] = {
	{"guillemets", N_("« guillemets »")},
	{"curly", N_("“curly”")},
	{"straight", N_("\"straight\"")},
	{"low", N_("„low“")},
	{"single-guillemets", N_("‹ single guillemets ›")},
	{"single-curly", N_("‘single’")},
	{"none", N_("no space")},
	{"space", N_("ordinary space")},
	{"no-break", N_("no-break space")},
	{"narrow-no-break", N_("narrow no-break space")},
	{"ascii", N_("123")},
	{"arabic", N_("١٢٣ (Arabic)")},
	{"persian", N_("۱۲۳ (Persian)")},
	{"other", N_("other")},
	{NULL, NULL},
};

static const struct label apostrophes[] = {
	{"curly", N_("’ (typographic)")},
	{"straight", N_("' (straight)")},
	{"other", N_("other")},
	{NULL, NULL},
};

static const struct label arabic[] = {
	{"tatweel", N_("Tatweel ـ")},
	{"harakat", N_("Vowel marks and shadda")},
	{"superscript-alef", N_("Superscript alef")},
	{"extended-marks", N_("Extended vowel marks")},
	{"quranic-marks", N_("Quranic marks")},
	{"alef-bare", N_("Bare alef ا")},
	{"alef-hamza-above", N_("Alef with hamza above أ")},
	{"alef-hamza-below", N_("Alef with hamza below إ")},
	{"alef-madda", N_("Alef with madda آ")},
	{"alef-wasla", N_("Alef wasla ٱ")},
	{"hamza", N_("Hamza on the line ء")},
	{"waw-hamza", N_("Waw with hamza ؤ")},
	{"yeh-hamza", N_("Yeh with hamza ئ")},
	{"hamza-mark", N_("Hamza or madda as a mark of its own")},
	{"alef-maqsura", N_("Alef maqsura ى")},
	{"yeh", N_("Yeh ي")},
	{"teh-marbuta", N_("Teh marbuta ة")},
	{"heh", N_("Heh ه")},
	{"yeh-persian", N_("Persian yeh ی")},
	{"kaf", N_("Kaf ك")},
	{"kaf-persian", N_("Persian kaf ک")},
	{"peh", N_("Peh پ")},
	{"tcheh", N_("Tcheh چ")},
	{"jeh", N_("Jeh ژ")},
	{"gaf", N_("Gaf گ")},
	{"digits-arabic", N_("Arabic digits ٠–٩")},
	{"digits-persian", N_("Persian digits ۰–۹")},
	{"comma", N_("Arabic comma ،")},
	{"semicolon", N_("Arabic semicolon ؛")},
	{"question-mark", N_("Arabic question mark ؟")},
	{"presentation-forms-a", N_("Presentation forms A")},
	{"presentation-forms-b", N_("Presentation forms B")},
	{NULL, NULL},
};

static const struct label forms[] = {
	{"variant", N_("variant")},
	{"historic", N_("historic name")},
	{"exonym", N_("exonym")},
	{NULL, NULL},
};

static const struct label *const kinds[] = {
	[LABEL_LANGUAGE] = languages, [LABEL_SCRIPT] = scripts,         [LABEL_TRAIT] = traits,
	[LABEL_STYLE] = styles,       [LABEL_APOSTROPHE] = apostrophes, [LABEL_ARABIC] = arabic,
	[LABEL_FORM] = forms,
};

const char *label_find(enum label_kind kind, const char *name, size_t len)
{
	for (const struct label *label = kinds[kind]; label->name; label++) {
		if (strlen(label->name) == len && !memcmp(label->name, name, len))
			return gettext(label->text);
	}
	return NULL;
}

const char *label_colon(void)
{
	/* TRANSLATORS: leave "colon", and put the colon behind it with its spaces */
	return _("colon: ") + strlen("colon");
}
