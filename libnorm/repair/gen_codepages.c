/* SPDX-License-Identifier: MIT */
/* gen_codepages MAC-ARABIC: writes codepages.c to the standard output, see codepage.h. The FILE says what it holds. */
#include "repair/codepage.h"

#include <string.h>

#include <unicode/uchar.h>
#include <unicode/ucnv.h>

#include "text/gen_rows.h"
#include "unicode/gen_map.h"

enum { BYTE, CHARACTER, NAME, COLUMNS };

/* What ICU calls them; NULL is what it lacks. */
static const char *const converters[CODEPAGE_COUNT] = {
	[CODEPAGE_CP1252] = "ibm-5348_P100-1997", [CODEPAGE_ISO_8859_1] = "ISO-8859-1",
	[CODEPAGE_ISO_8859_15] = "ISO-8859-15",   [CODEPAGE_CP1256] = "ibm-9448_X100-2005",
	[CODEPAGE_ISO_8859_6] = "ISO-8859-6",     [CODEPAGE_MAC_ROMAN] = "macos-0_2-10.2",
	[CODEPAGE_CP850] = "ibm-850_P100-1995",   [CODEPAGE_CP437] = "ibm-437_P100-1995",
	[CODEPAGE_CP720] = "ibm-720_P100-1997",   [CODEPAGE_CP864] = "ibm-864_X110-1999",
};

static uint16_t characters[CODEPAGE_COUNT][256];
static uint8_t rows_of[256], bytes[CODEPAGE_ROWS][256][CODEPAGE_COUNT];
static uint8_t upper[CODEPAGE_ROWS][256][CODEPAGE_COUNT];
static struct codepage_misread misread[CODEPAGE_ROWS][256];
static uint8_t lost[CODEPAGE_COUNT][CODEPAGE_LOST_MAX];

static bool may_have_c1(enum codepage page)
{
	return page == CODEPAGE_ISO_8859_1 || page == CODEPAGE_ISO_8859_15 || page == CODEPAGE_ISO_8859_6;
}

static uint16_t character_of(UConverter *converter, enum codepage page, unsigned byte)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar text[4];
	char source = (char)byte;
	/* IBM's pages shuffle three controls. */
	if (byte < ' ' || byte == 0x7F)
		return (uint16_t)byte;
	int32_t len = ucnv_toUChars(converter, text, 4, &source, 1, &status);
	if (U_FAILURE(status) || len != 1 || text[0] == 0xFFFD)
		return CODEPAGE_NONE;
	bool c1 = text[0] >= 0x80 && text[0] < 0xA0;
	return c1 && !may_have_c1(page) ? CODEPAGE_NONE : text[0];
}

static void read_converter(enum codepage page)
{
	UErrorCode status = U_ZERO_ERROR;
	UConverter *converter = ucnv_open(converters[page], &status);
	if (U_FAILURE(status))
		fail("ICU has no %s: %s", converters[page], u_errorName(status));
	for (unsigned byte = 0; byte < 256; byte++)
		characters[page][byte] = character_of(converter, page, byte);
	ucnv_close(converter);
}

static uint32_t read_hex(const struct rows *rows, const char *digits, size_t count)
{
	if (strlen(digits) != count || strspn(digits, "0123456789ABCDEF") != count)
		rows_fail(rows, "\"%s\" is no number of %zu digits", digits, count);
	return (uint32_t)strtoul(digits, NULL, 16);
}

static void read_mac_arabic(const char *path)
{
	struct rows rows;
	unsigned byte = 0;
	for (; byte < 0x80; byte++)
		characters[CODEPAGE_MAC_ARABIC][byte] = (uint16_t)byte;
	rows_open(&rows, path, COLUMNS);
	for (; rows_next(&rows); byte++) {
		const char *character = rows.cells[CHARACTER];
		if (read_hex(&rows, rows.cells[BYTE], 2) != byte)
			rows_fail(&rows, "byte %02X expected", byte);
		if (strncmp(character, "U+", 2) != 0)
			rows_fail(&rows, "\"%s\" is not written like \"U+0041\"", character);
		characters[CODEPAGE_MAC_ARABIC][byte] = (uint16_t)read_hex(&rows, character + 2, 4);
	}
	if (byte != 256)
		rows_fail(&rows, "byte %02X is missing", byte);
}

/* From the last to the first, which stays. */
static void invert(enum codepage page)
{
	static uint8_t used;
	for (unsigned byte = 255; byte > 0; byte--) {
		uint16_t cp = characters[page][byte];
		if (cp == CODEPAGE_NONE)
			continue;
		if (!rows_of[cp >> 8])
			rows_of[cp >> 8] = ++used;
		if (used == CODEPAGE_ROWS)
			fail("characters in more than %d rows: make CODEPAGE_ROWS larger", CODEPAGE_ROWS - 1);
		bytes[rows_of[cp >> 8]][cp & 0xFF][page] = (uint8_t)byte;
	}
}

/* C1 controls are in the first row, which every page has. */
static void find_upper(enum codepage page)
{
	for (unsigned byte = 1; byte < 256; byte++) {
		uint16_t cp = characters[page][byte];
		uint8_t first = cp == CODEPAGE_NONE ? 0 : bytes[rows_of[cp >> 8]][cp & 0xFF][page];
		if (first && (first >= 0x80 || characters[page][first | 0x80] == cp))
			upper[rows_of[cp >> 8]][cp & 0xFF][page] = first | 0x80;
	}
	for (unsigned cp = 0x80; cp < 0xA0; cp++)
		if (!bytes[rows_of[0]][cp][page])
			upper[rows_of[0]][cp][page] = (uint8_t)cp;
}

/* What a byte may be in a sequence of UTF-8. */
static void sort_byte(struct codepage_misread *to, unsigned page, unsigned byte)
{
	if (byte >= CODEPAGE_LEAD)
		to->leads |= (uint8_t)(1u << page);
	else if (byte >= 0x80 && byte < 0xC0)
		to->trails |= (uint8_t)(1u << page);
}

static void find_misread(void)
{
	for (uint32_t cp = 0; cp <= 0xFFFF; cp++) {
		const uint8_t *of = upper[rows_of[cp >> 8]][cp & 0xFF];
		struct codepage_misread *to = &misread[rows_of[cp >> 8]][cp & 0xFF];
		memcpy(to->upper, of, sizeof to->upper);
		for (unsigned page = 0; page <= CODEPAGE_CP850; page++)
			if (page != CODEPAGE_OTHER_ARABIC)
				sort_byte(to, page, of[page]);
		if (of[CODEPAGE_CP1252] && characters[CODEPAGE_CP1256][of[CODEPAGE_CP1252]] != cp) {
			to->arabic = characters[CODEPAGE_CP1256][of[CODEPAGE_CP1252]];
			to->leads |= 1u << CODEPAGE_OTHER_ARABIC;
			to->trails |= 1u << CODEPAGE_OTHER_ARABIC;
		}
	}
	misread[rows_of[0]][' '].trails = (uint8_t)~(1u << CODEPAGE_OTHER_ARABIC);
}

static bool may_be_lost(uint16_t cp)
{
	return cp == CODEPAGE_NONE || cp == 0xA0 || u_hasBinaryProperty(cp, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

static void find_lost(enum codepage page)
{
	size_t count = 0;
	for (unsigned byte = 0x80; byte < 0xC0; byte++) {
		if (!may_be_lost(characters[page][byte]))
			continue;
		if (count == CODEPAGE_LOST_MAX - 1)
			fail("more than %d bytes that may be lost: make CODEPAGE_LOST_MAX larger", CODEPAGE_LOST_MAX - 1);
		lost[page][count++] = (uint8_t)byte;
	}
}

static void write_characters(void)
{
	printf("\nconst uint16_t codepage_characters[CODEPAGE_COUNT][256] = {{");
	for (size_t page = 0; page < CODEPAGE_COUNT; page++) {
		fputs(page ? "},\n{" : "", stdout);
		for (size_t byte = 0; byte < 256; byte++)
			write_number(characters[page][byte], byte);
	}
	puts("}};");
}

static void write_rows(void)
{
	printf("const uint8_t codepage_rows[256] = {");
	for (size_t i = 0; i < 256; i++)
		write_number(rows_of[i], i);
	puts("};");
}

static void write_bytes(const char *name, uint8_t of[CODEPAGE_ROWS][256][CODEPAGE_COUNT])
{
	printf("const uint8_t %s[CODEPAGE_ROWS][256][CODEPAGE_COUNT] = {", name);
	for (size_t row = 0; row < CODEPAGE_ROWS; row++) {
		printf(row ? "},\n{" : "{");
		for (size_t cell = 0; cell < 256; cell++) {
			putchar('{');
			for (size_t page = 0; page < CODEPAGE_COUNT; page++)
				write_number(of[row][cell][page], page);
			fputs("},", stdout);
		}
	}
	puts("}};");
}

static void write_misread(void)
{
	printf("const struct codepage_misread codepage_misread[CODEPAGE_ROWS][256] = {");
	for (size_t row = 0; row < CODEPAGE_ROWS; row++) {
		fputs(row ? "},\n{" : "{", stdout);
		for (size_t cell = 0; cell < 256; cell++) {
			const struct codepage_misread *of = &misread[row][cell];
			fputs("{{", stdout);
			for (size_t page = 0; page < sizeof of->upper; page++)
				write_number(of->upper[page], page);
			printf("},%u,%u,%u},", of->arabic, of->leads, of->trails);
		}
	}
	puts("}};");
}

static void write_lost(void)
{
	printf("const uint8_t codepage_lost[CODEPAGE_COUNT][CODEPAGE_LOST_MAX] = {");
	for (size_t page = 0; page < CODEPAGE_COUNT; page++) {
		fputs(page ? "},\n{" : "{", stdout);
		for (size_t i = 0; i < CODEPAGE_LOST_MAX; i++)
			write_number(lost[page][i], i);
	}
	puts("}};");
}

int main(int argc, char **argv)
{
	if (argc != 2)
		fail("usage: gen_codepages MAC-ARABIC");
	for (enum codepage page = 0; page < CODEPAGE_COUNT; page++)
		if (converters[page])
			read_converter(page);
	read_mac_arabic(argv[1]);
	for (enum codepage page = 0; page < CODEPAGE_COUNT; page++)
		invert(page);
	for (enum codepage page = 0; page < CODEPAGE_COUNT; page++)
		find_upper(page);
	for (enum codepage page = 0; page <= CODEPAGE_CP850; page++)
		find_lost(page);
	find_misread();
	puts("/* Written by gen_codepages.c: do not edit. */\n#include \"repair/codepage.h\"");
	write_characters();
	write_rows();
	write_bytes("codepage_bytes", bytes);
	write_bytes("codepage_upper", upper);
	write_misread();
	write_lost();
	if (fflush(stdout) != 0 || ferror(stdout))
		fail("the tables cannot be written");
	return EXIT_SUCCESS;
}
