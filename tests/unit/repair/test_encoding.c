/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>

#include <string.h>

#include "base/buffer.h"
#include "repair/encoding.h"
#include "unicode/utf8.h"

#define PAGE(name) (ENCODING_CODEPAGE + CODEPAGE_##name)
#define BYTES(literal) (const uint8_t *)(literal), sizeof(literal) - 1

/* UTF-8 in a code page. */
static void encode(const char *text, enum codepage page, struct buffer *out)
{
	out->len = 0;
	for (const uint8_t *at = (const uint8_t *)text, *end = at + strlen(text); at < end;) {
		uint32_t cp;
		at += utf8_decode(at, end, &cp);
		int byte = codepage_byte(page, cp);
		cr_assert_geq(byte, 0, "U+%04X is not in %s", (unsigned)cp, codepage_name(page));
		buffer_append(out, &(uint8_t){(uint8_t)byte}, 1);
	}
}

/* The characters as UTF-8, ended by NUL; what is none is U+FFFD. */
static const char *read_text(enum encoding encoding, const uint8_t *text, size_t len)
{
	static char out[1024];
	struct items items = {0};
	size_t end = 0;
	encoding_read(&items, encoding, text, len, 0, 1);
	for (size_t i = 0; i < items.len; i++)
		end += utf8_encode(item_is_byte(items.at[i].cp) ? 0xFFFD : items.at[i].cp, (uint8_t *)out + end);
	out[end] = '\0';
	items_release(&items);
	return out;
}

static enum encoding encoding_of(const uint8_t *text, size_t len)
{
	struct encoding_state state = {0};
	unsigned confidence;
	enum encoding encoding = encoding_of_paragraph(&state, text, len, &confidence);
	cr_assert_leq(confidence, 100);
	cr_assert_eq(confidence < ENCODING_CONFIDENT, encoding == ENCODING_UNSURE);
	return encoding;
}

static const char *decoded(const uint8_t *text, size_t len)
{
	return read_text(encoding_of(text, len), text, len);
}

Test(encoding, text_comes_back)
{
	static const struct {
		enum codepage page;
		const char *text;
	} rows[] = {
	    {CODEPAGE_CP1252, "La préfète a déclaré l’état d’urgence « jusqu’à nouvel ordre ».\n"},
	    {CODEPAGE_CP1252, "Prix du cœur de bœuf : 3 €\n"},
	    {CODEPAGE_CP1252, "À Sète, le père Noël est passé\n"},
	    {CODEPAGE_ISO_8859_15, "Le cœur de la sœur\n"},
	    {CODEPAGE_CP1256, "قال الوزير « لا » ثم غادر. Le ministre a dit « non », puis il a quitté la salle.\n"},
	    {CODEPAGE_CP1256, "وصلت الباخرة إلى ميناء حلق الوادي، مساء أمس.\n"},
	    {CODEPAGE_CP1256, "L’équipe de « نجمة » a gagné à Genève\n"},
	    {CODEPAGE_ISO_8859_6, "تساقطت الثلوج على المرتفعات؟ نعم، منذ الفجر.\n"},
	    {CODEPAGE_MAC_ARABIC, "Le café était fermé ; كانت المقهى مغلقة منذ أسبوع، حسب الجيران.\n"},
	    {CODEPAGE_MAC_ROMAN, "L’été dernier, les vignerons ont récolté très tôt.\n"},
	    {CODEPAGE_CP850, "La récolte a été bonne, même très bonne, à l'île de Ré.\n"},
	    {CODEPAGE_CP864, "ﺭﺟﻌﺕ ﺳﻓﻳﻧﺓ ﺍﻟﺻﻳﺩ"},
	    {CODEPAGE_CP720, "افتتح المعرض اليوم في العاصمة. La fête a été très réussie.\n"},
	};
	struct buffer bytes = {0};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		encode(rows[i].text, rows[i].page, &bytes);
		cr_assert_str_eq(decoded(bytes.at, bytes.len), rows[i].text, "%s is not %s", decoded(bytes.at, bytes.len),
				 rows[i].text);
	}
	buffer_release(&bytes);
}

Test(encoding, a_paragraph_may_mix_utf8_with_another)
{
	cr_assert_str_eq(decoded(BYTES("Élodie, née à Créteil, est arriv\xE9" "e. \xC9lodie a \xE9t\xE9 \xE9lue ; très bien.\n")),
			 "Élodie, née à Créteil, est arrivée. Élodie a été élue ; très bien.\n");
	cr_assert_str_eq(decoded(BYTES("وصل الوفد صباحا. Il a d\xE9jeun\xE9 \xE0 l'h\xF4tel, pr\xE8s du mus\xE9" "e.\n")),
			 "وصل الوفد صباحا. Il a déjeuné à l'hôtel, près du musée.\n");
}

/* The letter and the comma behind it would be hamza in UTF-8. */
Test(encoding, utf8_by_chance)
{
	static const char text[] = "هدوء على الخط، ونشاط، ثم انضباط، في كل المطارات\n";
	struct buffer bytes = {0};
	encode(text, CODEPAGE_CP1256, &bytes);
	cr_assert_str_eq(decoded(bytes.at, bytes.len), text);
	buffer_release(&bytes);
}

Test(encoding, damaged_utf8_stays)
{
	static const struct {
		const char *text;
	} rows[] = {
	    {"la premi\xC3" "re fois qu'il a été élu\n"}, {"\xA9lu maire, il a été réélu\n"}, {"Il a été élu \xC3\n"},
	    {"وصل ال\xD9فد إلى المطار\n"},                {"وصل ال\x88" "فد إلى المطار\n"},    {"\x84وفد وصل إلى المطار\n"},
	    {"l\xE2\x80" "élan de l\x99" "été\n"},        {"d\xC0\x80j\xC3\xA0 vu\n"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		enum encoding encoding = encoding_of((const uint8_t *)rows[i].text, strlen(rows[i].text));
		cr_assert(encoding == ENCODING_UTF8 || encoding == ENCODING_UNSURE, "row %zu: %s", i,
			  encoding_name(encoding));
	}
}

/* UTF-8 that is far from what is broken is UTF-8 in every code page: how much of it there is does not matter. */
Test(encoding, long_paragraphs)
{
	static const struct {
		const char *around, *broken;
		bool sure;
	} rows[] = {
	    {"Il a été élu, وصل الوفد إلى المطار; ", "la premi\xE8re fois, il est tr\xE8s \xE2g\xE9; ", true},
	    {"Il a été élu, وصل الوفد إلى المطار; ", "la premi\xC3re fois; ", true},
	    {"éœaًبىéœًaىœبœبب ", "\xFF", false},
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct buffer bytes = {0};
		for (size_t count = 8; count <= 8 * 16; count *= 16) {
			bytes.len = 0;
			for (size_t k = 0; k < count; k++)
				buffer_append_text(&bytes, k == count / 2 ? rows[i].broken : rows[i].around);
			enum encoding encoding = encoding_of(bytes.at, bytes.len);
			cr_expect_eq(encoding != ENCODING_UNSURE, rows[i].sure, "row %zu, %zu: %s", i, count, encoding_name(encoding));
		}
		buffer_release(&bytes);
	}
}

Test(encoding, unsure)
{
	cr_assert_eq(encoding_of(BYTES("\xFF-\xFE-\xFD-\xFC-\xFB-\xFA-\xF9-\xF8-\xF7")), ENCODING_UNSURE);
	cr_assert_eq(encoding_of(BYTES("\xF1\xEE\xE2\xE5\xF2 \xEC\xE8\xF0\xE0\xEC\n")), ENCODING_UNSURE);
	cr_assert_eq(encoding_of(BYTES("\xCF\xF0\xE8\xE2\xE5\xF2 \xEC\xE8\xF0\xE0\xEC \xE8 \xE4\xEE\xEC\xE0\xEC\n")),
		     ENCODING_UNSURE); /* Russian, windows-1251 */
	cr_assert_eq(encoding_of(BYTES("(\xB4)")), ENCODING_UNSURE);
}

Test(encoding, a_stray_byte_is_no_page)
{
	static const char *const rows[] = {
	    "bonjour \xFF a",    /* a no-break space in cp850 */
	    "la libert\xF0 de",  /* a soft hyphen in cp850 */
	    "bonjour \x81 a",    /* a space in MacArabic */
	    "bonjour \xA1 a",    /* a comma in windows-1256 */
	    "bonjour \xF2 a",    /* a letter in cp864 */
	    "bonjour \xE3 a",    /* a letter in windows-1256 */
	    "قال \xCD اليوم",
	};
	for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
		cr_assert_eq(encoding_of((const uint8_t *)rows[i], strlen(rows[i])), ENCODING_UNSURE, "%zu", i);
	cr_assert_eq(encoding_of(BYTES("bonjour \xAB a")), PAGE(CP1252));
	cr_assert_eq(encoding_of(BYTES("il va \x85 la mer")), PAGE(CP850));
}

/* A page has it nowhere: it does not matter whether the page says that it is a control. */
Test(encoding, a_byte_without_a_character_leaves_the_others)
{
	cr_assert_str_eq(decoded(BYTES("L'\xCEle na\xEFve de l'a\xEEn\xE9 \x81 \xC0 l'\xC9" "cole\n")),
			 "L'Île naïve de l'aîné \uFFFD À l'École\n");
}

Test(encoding, earlier_paragraphs_count)
{
	struct buffer bytes = {0};
	struct encoding_state state = {0};
	unsigned alone, later;
	encode("À 3 € le kilo\n", CODEPAGE_ISO_8859_15, &bytes);
	encoding_of_paragraph(&state, bytes.at, bytes.len, &alone);
	state = (struct encoding_state){0};
	encode("Le cœur de la sœur de mon grand-père\n", CODEPAGE_ISO_8859_15, &bytes);
	cr_assert_eq(encoding_of_paragraph(&state, bytes.at, bytes.len, &later), PAGE(ISO_8859_15));
	encode("À 3 € le kilo\n", CODEPAGE_ISO_8859_15, &bytes);
	encoding_of_paragraph(&state, bytes.at, bytes.len, &later);
	cr_assert_gt(later, alone);
	buffer_release(&bytes);
}

Test(encoding, cesu8_is_read_and_overlong_is_not)
{
	cr_assert_eq(encoding_of(BYTES("a \xED\xA0\xBD\xED\xB8\x80 b\n")), ENCODING_UTF8);
	cr_assert_str_eq(decoded(BYTES("a \xED\xA0\xBD\xED\xB8\x80 b\n")), "a \U0001F600 b\n");
	cr_assert_str_eq(decoded(BYTES("a \xED\xA0\xBD b\n")), "a \uFFFD\uFFFD\uFFFD b\n");
	cr_assert_str_eq(decoded(BYTES("a\xC0\x80" "b\n")), "a\uFFFD\uFFFDb\n");
}

Test(encoding, paragraphs_in_utf16)
{
	/* Little endian: the first, then one behind a line feed that was cut in two, then bytes behind that. */
	static const uint8_t first[] = "\xC9\0t\0\xE9\0 \0\x48\x06\x44\x06\x27\x06\n";
	static const uint8_t second[] = "\0E\0t\0 \0\x48\x06\x44\x06\x27\x06\n";
	static const uint8_t big[] = "\0\xC9\0t\0\xE9\0 \x06\x48\x06\x44\x06\x27\0\n";
	cr_assert_eq(encoding_of(first, sizeof first - 1), ENCODING_UTF16LE);
	cr_assert_str_eq(decoded(first, sizeof first - 1), "Été ولا\n");
	cr_assert_eq(encoding_of(second, sizeof second - 1), ENCODING_UTF16LE);
	cr_assert_str_eq(decoded(second, sizeof second - 1), "Et ولا\n");
	cr_assert_eq(encoding_of(big, sizeof big - 1), ENCODING_UTF16BE);
	cr_assert_str_eq(decoded(big, sizeof big - 1), "Été ولا\n");
	cr_assert_str_eq(decoded(BYTES("\0d\xE9j\xE0 vu, d\xE9j\xE0 lu\n")), "déjà vu, déjà lu\n");
	cr_assert_str_eq(decoded(BYTES("\0\n")), "\n");
	cr_assert_str_eq(decoded(BYTES("\0")), "");
	cr_assert_str_eq(read_text(ENCODING_UTF16BE, BYTES("\xD8\x3D\xDE\0\0a\xD8\x3D\0b\xDC\0\0")), "\U0001F600a\uFFFDb\uFFFD\uFFFD");
}

Test(encoding, spans_and_changes)
{
	struct items items = {.log = true};
	items_clear(&items);
	encoding_read(&items, PAGE(CP1252), BYTES("a\xE9\xC3\xA9\x81z"), 100, 7);
	static const struct text_item expected[] = {
	    {'a', 100, 101}, {0xE9, 101, 102}, {0xE9, 102, 104}, {ITEM_BYTE | 0xFF, 104, 105}, {'z', 105, 106}};
	cr_assert_eq(items.len, sizeof expected / sizeof expected[0]);
	for (size_t i = 0; i < items.len; i++) {
		cr_assert_eq(items.at[i].cp, expected[i].cp, "item %zu", i);
		cr_assert_eq(items.at[i].start, expected[i].start, "item %zu", i);
		cr_assert_eq(items.at[i].end, expected[i].end, "item %zu", i);
	}
	cr_assert_eq(items.change_len, 2);
	cr_assert_eq(items.changes[0].start, 101);
	cr_assert_eq(items.changes[0].end, 102);
	cr_assert_eq(items.changes[1].start, 104); /* what is UTF-8 is not among them */
	cr_assert_eq(items.changes[1].end, 105);
	cr_assert_eq(items.changes[0].rule, 7);
	items_release(&items);
}

Test(encoding, names)
{
	cr_assert_null(encoding_name(ENCODING_UNSURE));
	for (enum encoding i = ENCODING_UTF8; i < ENCODING_COUNT; i++)
		cr_assert(i == ENCODING_UNSURE || encoding_name(i)[0] != '\0');
	cr_assert_str_eq(encoding_name(PAGE(CP1256)), "windows-1256");
}
