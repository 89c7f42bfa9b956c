/* SPDX-License-Identifier: MIT */
/*
 * Texts that look like news gone wrong: clauses of two languages and more, marks of both with any spaces around them, and all that
 * decides which language governs a mark, or whether anything may touch it.
 */
#include "engine/registry.h"
#include "property/random.h"

static const char *const words[] = {
    "le",    "Le",      "été",     "œuvre",  "coeur",  "Etat",  "A",       "l",         "d",      "aujourd",  "Élysée", "Paris",
    "M.",    "Mme",     "n°",      "p.",     "av.",    "etc",   "etc.",    "J.-C.",     "cf.",    "Dr",       "SA",     "oui",
    "Ca",    "ça",      "NON",     "ETAT",   "que",    "de",    "the",     "and",       "of",     "der",      "und",    "los",
    "قال",   "في",      "من",      "إلى",    "على",    "الوزير", "و",       "لـ",         "بـ",      "هـ",        "مدرسة",  "شيئاً",
    "ههههه", "د.",      "م.",      "است",    "می",     "کتاب",  "ہے",      "ئە",        "ـ",      "ﷺ",        "ﻻ",      "ﺍﻟﻌﺮﺑﻴﺔ",
    "да",    "ναι",     "לא",      "日本",   "e\u0301", "ا\u0654", "ي\u0654", "\u064E",    "\u0301",   "ﬁn",       "e",      "x",
};

static const char *const numbers[] = {
    "1",     "12",      "2024",   "12345",   "12 500",  "1.234",  "3,14",   "1\u202F000", "1\u00A0000", "26،013", "١٢٣",     "٣٫١٤",
    "١٢ ٥٠٠", "۴۵",      "14h30",  "14 h 30", "9:30",    "21 H",   "50%",    "50 %",      "٪",       "٥٠٪",     "5km",     "10 °C",
    "30\"",  "5'",      "12€",    "12 €",    "CHF 5",   "$5",     "2ème",   "XXe",       "1ers",    "3è",      "IVème",   "¼",
    "m²",    "n° 5",    "№5",     "48° 51′", "06 12 34 56 78", "+33 6 12 34 56 78", "1914-1918", "12/05/2024", "s", "1er",
    "3,141", "1,200", "25%",
};

static const char *const quotes[] = {
    "«", "»", "“", "”", "„", "‟", "\"", "'", "’", "‘", "‹", "›", "(", ")", "[", "]", "{", "}", "''", "``", "‚", "«»", "\"\"", "′", "″", "<<", ">>",
};

static const char *const marks[] = {
    ".", ",", ";", ":", "!", "?", "…", "...", "..", "…", "؟", "،", "؛", "۔", "!!", "?!", "-", "--", "–", "—", "/", "|", "\\", "*", "_", "~",
    "·", "•", "×", "=", "+", "&", "#", "@", "%", "‰", "°", "٫", "٬", ". . .", ";)", ":)", ":-(", ":D", "٭",
};

static const char *const spaces[] = {
    " ", " ", " ", " ", "  ", "\u00A0", "\u00A0", "\u202F", "\u2009", "\u00A0 ", " \u202F", "\t", "\u3000", "   ",
};

static const char *const invisibles[] = {
    "\u200B", "\u00AD", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u200E", "\u200F", "\u061C",
    "\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069", "\x01", "\u034F", "\uFE0F", "\uFFFD",
};

static const char *const pairs[] = {
    "\u202Bقال\u202C", "\u202A«a»\u202C", "\u2067قال: نعم\u2069", "\u2068x\u2069", "« oui »", "«نعم»", "\"oui\"", "\"نعم\"",
    "“يا”", "(a)", "(نعم)", "' a '", "»x«", "l'«a»", "“ a ”", "‘a’", "„x“",
};

static const char *const spans[] = {
    "http://a.fr/x?y=1", "https://x.fr", "www.lemonde.fr", "a@b.fr", "@nom", "#mot", "#وسم", "#", "<b>", "</b>", "<br/>", "<a href=\"x\">", "`x`",
    "/usr/bin", "C:\\x", "a.b", "f(x)", "x.y()", "\"a\": 1", "{\"a\": true}", "12:30", "1.2.3.4", "10:00", "::1", "AA:BB", "a_b", "e.g.", "U.S.", "x==y",
    "\u00A9", "😀", "👨‍👩‍👧", "a…b", "&amp;", "&nbsp;", "&laquo;", "&#8217;", "&quot;", "&eacute;", "&", ";", "%20", "\\u00e9",
};

static const char *const ends[] = {"\n", "\n", "\n\n", "\r\n", "\u2028", "\u2029", "\v", "\r"};

static const char *const damage[] = {"\x80", "\xE9", "\xC3", "\xD8", "\xE2\x80", "\xAB", "\xED\xA0\x80", "\xF0\x9F", "Ã©", "Â ", "â€™", "Ø§"};

/* What a piece may be, and how often of all that are there. */
static const struct {
	const char *const *texts;
	unsigned count, weight;
} kinds[] = {
    {words, COUNT_OF(words), 12},   {numbers, COUNT_OF(numbers), 4},       {quotes, COUNT_OF(quotes), 8}, {marks, COUNT_OF(marks), 8},
    {spaces, COUNT_OF(spaces), 12}, {invisibles, COUNT_OF(invisibles), 2}, {pairs, COUNT_OF(pairs), 2},   {spans, COUNT_OF(spans), 2},
    {ends, COUNT_OF(ends), 1},      {damage, COUNT_OF(damage), 1},
};

void random_mixed_text(struct random *random, size_t pieces, struct buffer *out)
{
	/* Few kinds at a time, and few texts of each, or else they seldom meet in the order that matters. */
	unsigned weights[COUNT_OF(kinds)], all = 0;
	size_t few = random_once_in(random, 3) ? 1 + random_below(random, 6) : 0, from = random_below(random, 1 << 16);
	for (size_t i = 0; i < COUNT_OF(kinds); i++)
		all += weights[i] = random_once_in(random, 3) ? 0 : kinds[i].weight;
	for (size_t n = all ? random_below(random, pieces + 1) : 0; n > 0; n--) {
		size_t left = random_below(random, all), kind = 0;
		for (; left >= weights[kind]; kind++)
			left -= weights[kind];
		size_t text = few ? from + random_below(random, few) : random_below(random, kinds[kind].count);
		buffer_append_text(out, kinds[kind].texts[text % kinds[kind].count]);
	}
}
