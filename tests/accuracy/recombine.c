/* SPDX-License-Identifier: MIT */
#include "accuracy/recombine.h"

#include <string.h>

#include "unicode/utf8.h"

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

static const char *const names[] = {
	"São Paulo", "João Gonçalves", "Conceição", "Guimarães", "Maranhão", "Irmã Dulce", "Avô", "Açores", "Évora",
	"Ångström", "Åland", "Malmö", "Växjö", "Öland", "Østfold", "Øystein Ødegård", "Tromsø", "Bærum", "Ærø", "Århus",
	"Þórður Ásgeirsson", "Ísafjörður", "Óðinn", "Æsir", "Eyjafjallajökull", "Höfn", "Ýmir", "Ásta Íris",
	"Úlfur", "Müller", "Groß", "Straße", "Würzburg", "Österreich", "Übersee", "Señor Núñez", "Ñandú", "Íñigo", "Úrsula",
	"Ángel Ávila", "Cádiz", "Málaga", "Ávalos", "Ígor Ñíguez", "Łódź", "Wałęsa", "Kraków", "Čapek", "Dvořák", "Šumava",
	"Žižka", "Škoda", "Šibenik", "Đoković", "Željko", "Nagyvárad", "Győr", "Erdős", "Szőke", "Ștefan", "Țepeș",
	"Mănăstire", "Brâncuși", "Îndrăzneț", "Erdoğan", "Beşiktaş", "İzmir", "Kılıç", "Çağlar Şükür", "Ünal", "Özil",
	"Nguyễn Văn Đức", "Hồ Chí Minh", "Đà Nẵng", "Thừa Thiên Huế", "Âu Cơ", "Vũ Đình Ánh", "Tõnis Mägi", "Õnne",
	"Jõgeva", "Ķemeri", "Šiauliai", "Žygimantas", "Gaeilge Ó Súilleabháin", "Éire", "Siân", "Llŷr", "Ġgantija",
	"Żabbar", "Ħamrun", "Ōsaka", "Kyūshū", "Ālborz", "Ḥasan al-Bannā", "ʿAlī", "Ĝuste", "Ŝatas", "Æthelred", "Ø",
	"Þ", "Île-de-France", "Ïda", "Âge", "Âne", "Êtes", "Ça", "Œuvre", "ÉLYSÉE", "GARÇON", "FORÊT", "NOËL", "Haïti",
	"L’Haÿ-les-Roses", "Moÿ", "Aïn Témouchent", "Béjaïa", "Skikda", "Naïm", "Ñ", "Ã", "Â", "Ä", "Å", "Ð", "Øre",
};

static const char *const symbols[] = {
	"©", "®", "™", "°", "±", "²", "³", "¹", "¼", "½", "¾", "µ", "¶", "§", "¤", "¢", "£", "¥", "€", "¬", "¦", "¨",
	"´", "¸", "·", "¡", "¿", "ª", "º", "×", "÷", "‰", "†", "‡", "•", "…", "–", "—", "‹", "›", "«", "»", "„", "“",
	"”", "‚", "‘", "’", "√", "√2", "√π", "π", "∞", "≈", "≠", "≤", "≥", "∂", "∑", "∏", "∫", "Ω", "◊", "∆", "ƒ", "├",
	"┬", "┼", "┘", "─", "│", "┤", "█", "▀", "■", "ﬁ", "ﬂ", "→", "←", "☎", "✓", "★", "♥", "№", "©2024", "±3", "20°",
	"5 µm", "Ø 20", "Ø12", "1º", "2ª", "n°", "±0,5", "½ l", "m²", "10³", "x²", "3×4", "¥500", "£12", "€5",
};

static const char *const separators[] = {", ", " ", " et ", " – ", "\u00A0; ", " / ", "\t", " « ", " »", "\u00A0»", "’", "… ",
					 "” ", " (", ") ", "، ", " و", "؟ ", "؛ ", ": ", "! ", "\u00A0! ", "\"", ". "};

static void put_character(struct buffer *out, uint32_t cp)
{
	uint8_t bytes[4];
	buffer_append(out, bytes, utf8_encode(cp, bytes));
}

static uint32_t capital_of(uint32_t cp)
{
	if ((cp >= 'a' && cp <= 'z') || (cp >= 0xE0 && cp <= 0xFE && cp != 0xF7))
		return cp - 32;
	bool pairs = (cp >= 0x100 && cp < 0x130) || (cp >= 0x14A && cp < 0x178) || (cp >= 0x1EA0 && cp < 0x1EFA);
	return pairs ? cp & ~1u : cp == 0xFF ? 0x178 : cp;
}

static void put_capitals(struct buffer *out, const uint8_t *at, size_t len)
{
	const uint8_t *end = at + len;
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		put_character(out, capital_of(cp));
	}
}

static void put(struct buffer *out, const char *text, size_t len, bool capitals)
{
	if (capitals)
		put_capitals(out, (const uint8_t *)text, len);
	else
		buffer_append(out, text, len);
}

static void put_any(struct random *random, struct buffer *out, const char *const *texts, size_t count, bool capitals)
{
	const char *text = texts[random_below(random, count)];
	put(out, text, strlen(text), capitals);
}

/* Up to `max` words in a row of some paragraph. */
static void put_words(const struct bed *bed, struct random *random, struct buffer *out, size_t max, bool capitals)
{
	const struct bed_paragraph *paragraph = &bed->at[random_below(random, bed->len)];
	const char *start = paragraph->text + random_below(random, paragraph->len);
	while (start > paragraph->text && start[-1] != ' ')
		start--;
	const char *end = start;
	for (size_t words = 1 + random_below(random, max); words && *end; words--)
		end += strcspn(end, " ") + (words > 1 && end[strcspn(end, " ")] == ' ');
	put(out, start, (size_t)(end - start), capitals);
}

/* A letter of Latin-1 or of Arabic, or one with a mark of another language. */
static uint32_t any_letter(struct random *random)
{
	switch (random_below(random, 3)) {
	case 0:
		return (uint32_t)(0xC0 + random_below(random, 0x40));
	case 1:
		return (uint32_t)(0x621 + random_below(random, 0x1A));
	default:
		return (uint32_t)(0x100 + random_below(random, 0x80));
	}
}

enum { WORDS, PHRASES, CAPITALS, NAMES, NAMES_IN_TEXT, SYMBOLS, LETTERS, KINDS };

static void put_piece(const struct bed *bed, struct random *random, struct buffer *out, size_t kind)
{
	bool capitals = kind == CAPITALS || random_once_in(random, 8);
	bool words = kind == WORDS || kind == CAPITALS || (kind != NAMES && random_once_in(random, 4));
	if (words)
		put_words(bed, random, out, 2, capitals);
	else if (kind == PHRASES)
		put_words(bed, random, out, 12, capitals);
	else if (kind == NAMES || kind == NAMES_IN_TEXT)
		put_any(random, out, names, COUNT_OF(names), capitals);
	else if (kind == SYMBOLS)
		put_any(random, out, symbols, COUNT_OF(symbols), false);
	else
		put_character(out, any_letter(random));
}

void recombine(const struct bed *bed, struct random *random, struct buffer *out)
{
	size_t kind = random_below(random, KINDS), pieces = 2 + random_below(random, 30);
	bool lists = random_once_in(random, 2);
	out->len = 0;
	for (size_t i = 0; i < pieces; i++) {
		put_piece(bed, random, out, kind);
		if (lists || kind == SYMBOLS || !random_once_in(random, 5))
			buffer_append_text(out, " ");
		else
			put_any(random, out, separators, COUNT_OF(separators), false);
	}
}
