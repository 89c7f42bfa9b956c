/* SPDX-License-Identifier: MIT */
/*
 * Writes tables.c, the definitions of tables.h, to the standard output. A build-time program: it asks
 * utf8proc and ICU and is no part of the library. The same data gives the same bytes.
 *
 *     gen_tables           the tables
 *     gen_tables --list    for review, on the standard error: what becomes of each Latin letter that is not ASCII
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <utf8proc.h>

#include "unicode/ascii.h"
#include "unicode/gen_map.h"
#include "unicode/tables.h"

static bool is_surrogate(uint32_t cp)
{
	return cp >= 0xD800 && cp <= 0xDFFF;
}

static bool is_hangul_syllable(uint32_t cp)
{
	return cp >= 0xAC00 && cp <= 0xD7A3;
}

static bool is_same(const struct sequence *seq, uint32_t cp)
{
	return seq->len == 1 && (uint32_t)seq->at[0] == cp;
}

/* ---- What utf8proc knows ---- */

static struct sequence decompose(uint32_t cp, int options)
{
	struct sequence seq = {.at = {(int32_t)cp}, .len = 1};
	if (is_surrogate(cp))
		return seq;
	uint8_t text[4];
	utf8proc_ssize_t len = utf8proc_encode_char((int32_t)cp, text);
	/* Of a text rather than of a code point, as only that puts marks in canonical order. */
	utf8proc_ssize_t n = utf8proc_decompose(text, len, seq.at, SEQUENCE_MAX, (utf8proc_option_t)options);
	if (n < 0 || n > SEQUENCE_MAX)
		fail("utf8proc cannot decompose U+%04X: %s", (unsigned)cp, n < 0 ? utf8proc_errmsg(n) : "too long");
	seq.len = (int)n;
	return seq;
}

static struct sequence canonical(uint32_t cp)
{
	return decompose(cp, UTF8PROC_DECOMPOSE | UTF8PROC_STABLE);
}

static struct sequence compatible(uint32_t cp)
{
	return decompose(cp, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STABLE);
}

static struct sequence folded(uint32_t cp)
{
	struct sequence seq;
	int boundary = UTF8PROC_BOUNDCLASS_START;
	utf8proc_ssize_t n = utf8proc_decompose_char((int32_t)cp, seq.at, SEQUENCE_MAX, UTF8PROC_CASEFOLD, &boundary);
	if (n < 0 || n > SEQUENCE_MAX)
		fail("utf8proc cannot fold the case of U+%04X", (unsigned)cp);
	seq.len = (int)n;
	return seq;
}

static void compose(struct sequence *seq)
{
	utf8proc_ssize_t n = utf8proc_normalize_utf32(seq->at, seq->len, UTF8PROC_COMPOSE | UTF8PROC_STABLE);
	if (n < 0)
		fail("utf8proc cannot compose: %s", utf8proc_errmsg(n));
	seq->len = (int)n;
}

/* If `cp` is a primary composite, fill `ret`. Its first part is itself composed, so only the last mark is cut off. */
static bool primary_composite(uint32_t cp, struct unicode_composite *ret)
{
	struct sequence seq = canonical(cp);
	if (seq.len < 2 || is_hangul_syllable(cp))
		return false;
	struct sequence head = {.len = seq.len - 1};
	memcpy(head.at, seq.at, sizeof head.at);
	compose(&head);
	if (head.len != 1)
		return false;
	struct sequence pair = {.at = {head.at[0], seq.at[seq.len - 1]}, .len = 2};
	*ret = (struct unicode_composite){(uint32_t)pair.at[0], (uint32_t)pair.at[1], cp};
	compose(&pair);
	return is_same(&pair, cp);
}

/* ---- Maps ---- */

/* The map of all code points which `get` changes. */
static struct map *map_of(struct sequence (*get)(uint32_t cp))
{
	struct map *map = map_new();
	for (uint32_t cp = 0; cp < CODE_POINTS; cp++) {
		struct sequence seq = get(cp);
		if (!is_hangul_syllable(cp) && !is_same(&seq, cp))
			map_add(map, cp, &seq);
	}
	return map;
}

static void write_normal_maps(void)
{
	struct map *nfd = map_of(canonical), *nfkd = map_of(compatible), *fold = map_of(folded);
	require(nfd->start[0x00E9] && nfd->start[0x0622], "the canonical decompositions");
	require(nfkd->start[0xFB01] && nfkd->start[0xFEFB], "the compatibility decompositions");
	require(fold->start[0x00DF] && fold->start[0x0130], "the full case folding");
	map_write(nfd, "unicode_nfd");
	map_write(nfkd, "unicode_nfkd");
	map_write(fold, "unicode_casefold");
}

static void write_arabic_forms(void)
{
	struct map *map = map_new();
	for (uint32_t cp = 0xFB50; cp <= 0xFEFF; cp++) {
		struct sequence seq = compatible(cp);
		compose(&seq);
		if ((cp <= 0xFDFF || cp >= 0xFE70) && !is_same(&seq, cp))
			map_add(map, cp, &seq);
	}
	require(map->start[0xFB50] && map->start[0xFDFA] && map->start[0xFEFC], "the Arabic presentation forms");
	map_write(map, "arabic_forms");
}

/* ---- Latin letters ---- */

/*
 * Where ICU's Latin-ASCII has no answer, or not what someone types who has no such key. Each entry
 * stands for both cases of the letter.
 */
static const struct {
	uint32_t lower;
	const char *letters;
} latin_exceptions[] = {
    /* Azerbaijani: the ASCII spelling of the country itself (Azərbaycan, Azerbaycan). */
    {0x0259, "e"}, /* schwa */
    /* African orthographies, beside the open e that ICU has. */
    {0x01DD, "e"},  /* turned e */
    {0x0254, "o"},  /* open o */
    {0x0275, "o"},  /* barred o */
    {0x0251, "a"},  /* alpha */
    {0x028A, "u"},  /* upsilon */
    {0x0263, "gh"}, /* gamma, also Berber: Imaziɣen is typed Imazighen */
    /* Its name in Unicode, OI, which ICU follows, is a known mistake: the letter is gha. */
    {0x01A3, "gh"},
    /* French missions in Canada: an o with a u on top. */
    {0x0223, "ou"},
    /* The rest of the insular and Old English letters of which ICU has d, f, t, thorn and eth. */
    {0x1D79, "g"}, /* insular g */
    {0xA783, "r"}, /* insular r */
    {0xA785, "s"}, /* insular s */
    {0x01BF, "w"}, /* wynn */
};

static const char *latin_exception(uint32_t cp)
{
	uint32_t lower = (uint32_t)u_tolower((UChar32)cp);
	for (size_t i = 0; i < sizeof latin_exceptions / sizeof latin_exceptions[0]; i++)
		if (latin_exceptions[i].lower == lower)
			return latin_exceptions[i].letters;
	return NULL;
}

static UTransliterator *latin_open(void)
{
	UErrorCode status = U_ZERO_ERROR;
	UTransliterator *ascii = utrans_openU(u"Latin-ASCII", -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
	if (U_FAILURE(status))
		fail("ICU has no transliteration Latin-ASCII: %s", u_errorName(status));
	return ascii;
}

static bool is_latin_letter(uint32_t cp)
{
	UErrorCode status = U_ZERO_ERROR;
	if (cp < 0x80 || uscript_getScript((UChar32)cp, &status) != USCRIPT_LATIN)
		return false;
	const utf8proc_property_t *property = utf8proc_get_property((int32_t)cp);
	if (property->category < UTF8PROC_CATEGORY_LU || property->category > UTF8PROC_CATEGORY_LO)
		return false;
	switch (property->decomp_type) {
	case UTF8PROC_DECOMP_TYPE_SUPER:
	case UTF8PROC_DECOMP_TYPE_SUB:
	case UTF8PROC_DECOMP_TYPE_CIRCLE:
	case UTF8PROC_DECOMP_TYPE_FONT:
	case UTF8PROC_DECOMP_TYPE_SQUARE:
	case UTF8PROC_DECOMP_TYPE_WIDE:
	case UTF8PROC_DECOMP_TYPE_NARROW:
		return false;
	default:
		return true;
	}
}

/* What ICU makes of a letter; length 0 when that is not all ASCII letters. */
static struct sequence latin_transliterate(const UTransliterator *ascii, uint32_t cp)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar text[SEQUENCE_MAX];
	int32_t len = 0;
	U16_APPEND_UNSAFE(text, len, cp);
	int32_t limit = len;
	utrans_transUChars(ascii, text, &len, SEQUENCE_MAX, 0, &limit, &status);
	if (U_FAILURE(status))
		fail("ICU cannot transliterate U+%04X: %s", (unsigned)cp, u_errorName(status));
	struct sequence seq = {.len = 0};
	for (int32_t i = 0; i < len; i++) {
		if (!ascii_is_letter(text[i]))
			return (struct sequence){.len = 0};
		seq.at[seq.len++] = text[i];
	}
	return seq;
}

/* The ASCII letters for a Latin letter; length 0 when there are none. */
static struct sequence latin_letters(const UTransliterator *ascii, uint32_t cp)
{
	struct sequence seq = {.len = 0};
	const char *exception = latin_exception(cp);
	for (; exception && exception[seq.len]; seq.len++)
		seq.at[seq.len] = exception[seq.len];
	if (!seq.len)
		seq = latin_transliterate(ascii, cp);
	/* ICU has some letters in one case only. */
	if (!seq.len)
		seq = latin_transliterate(ascii, (uint32_t)u_tolower((UChar32)cp));
	if (!seq.len)
		seq = latin_transliterate(ascii, (uint32_t)u_toupper((UChar32)cp));
	/* The case is that of the letter: ICU makes capitals of small capitals, which are lower-case letters. */
	utf8proc_category_t category = utf8proc_category((int32_t)cp);
	for (int i = 0; i < seq.len; i++) {
		if (category == UTF8PROC_CATEGORY_LL)
			seq.at[i] |= 0x20;
		if (category == UTF8PROC_CATEGORY_LU)
			seq.at[i] &= ~0x20;
	}
	return seq;
}

struct latin {
	struct map *accents, *ligatures;
};

/*
 * A letter that Unicode decomposes must fare as its base and its marks would: ǽ without its accent is
 * æ, and without its ligature aé.
 */
static void latin_add(struct latin *latin, const UTransliterator *ascii, uint32_t cp)
{
	struct sequence marks = canonical(cp);
	struct sequence base = {.at = {marks.at[0]}, .len = 1};
	struct sequence letters = latin_letters(ascii, (uint32_t)base.at[0]);
	if (letters.len == 1)
		map_add(latin->accents, cp, &letters);
	else if (!is_same(&marks, cp))
		map_add(latin->accents, cp, &base);
	if (letters.len < 2)
		return;
	for (int i = 1; i < marks.len; i++)
		letters.at[letters.len++] = marks.at[i];
	compose(&letters);
	map_add(latin->ligatures, cp, &letters);
}

static struct latin latin_maps(void)
{
	UTransliterator *ascii = latin_open();
	struct latin latin = {map_new(), map_new()};
	for (uint32_t cp = 0; cp < CODE_POINTS; cp++)
		if (is_latin_letter(cp))
			latin_add(&latin, ascii, cp);
	utrans_close(ascii);
	require(latin.accents->start[0x00E9] && latin.accents->start[0x0142], "the Latin letters with accents");
	require(latin.ligatures->start[0x0153] && latin.ligatures->start[0x00DF], "the Latin ligatures");
	return latin;
}

static void write_latin_maps(void)
{
	struct latin latin = latin_maps();
	map_write(latin.accents, "latin_accents");
	map_write(latin.ligatures, "latin_ligatures");
}

static void list_letters(const struct map *map, uint32_t cp)
{
	fputc('\t', stderr);
	uint16_t start = map->start[cp];
	for (uint32_t i = 0; start && i < map->pool[start]; i++) {
		uint8_t text[4];
		utf8proc_ssize_t bytes = utf8proc_encode_char((int32_t)map->pool[start + 1 + i], text);
		fwrite(text, 1, (size_t)bytes, stderr);
	}
}

static void list_latin(void)
{
	struct latin latin = latin_maps();
	for (uint32_t cp = 0; cp < CODE_POINTS; cp++) {
		if (!is_latin_letter(cp))
			continue;
		uint8_t letter[4];
		utf8proc_ssize_t bytes = utf8proc_encode_char((int32_t)cp, letter);
		fprintf(stderr, "%04X\t%.*s", (unsigned)cp, (int)bytes, (const char *)letter);
		list_letters(latin.accents, cp);
		list_letters(latin.ligatures, cp);
		char name[100] = "";
		UErrorCode status = U_ZERO_ERROR;
		u_charName((UChar32)cp, U_UNICODE_CHAR_NAME, name, sizeof name, &status);
		fprintf(stderr, "\t%s\t%s\n", name, latin_exception(cp) ? "exception" : "");
	}
	free(latin.accents);
	free(latin.ligatures);
}

/* ---- Composites ---- */

static struct unicode_composite composites[UNICODE_COMPOSITE_SLOTS];
static bool is_second[CODE_POINTS];

static void composite_add(struct unicode_composite entry)
{
	uint32_t slot = unicode_composite_slot(entry.first, entry.second);
	while (composites[slot].composite)
		slot = (slot + 1) % UNICODE_COMPOSITE_SLOTS;
	composites[slot] = entry;
	is_second[entry.second] = true;
}

static void collect_composites(void)
{
	size_t count = 0;
	for (uint32_t cp = 0; cp < CODE_POINTS; cp++) {
		struct unicode_composite entry;
		if (!primary_composite(cp, &entry))
			continue;
		/* Searches end at a free slot, and are short only when many are free. */
		if (++count > UNICODE_COMPOSITE_SLOTS * 2 / 3)
			fail("UNICODE_COMPOSITE_SLOTS is too small");
		composite_add(entry);
	}
	require(count > 900, "the primary composites");
}

static void write_composites(void)
{
	fputs("\nconst struct unicode_composite unicode_composites[UNICODE_COMPOSITE_SLOTS] = {", stdout);
	for (uint32_t i = 0; i < UNICODE_COMPOSITE_SLOTS; i++) {
		const struct unicode_composite *entry = &composites[i];
		write_separator(i, 6);
		printf("{%u,%u,%u}", (unsigned)entry->first, (unsigned)entry->second, (unsigned)entry->composite);
	}
	puts("};");
}

/* Also the vowels and finals of Hangul, which compose by arithmetic. */
static bool composes_back(uint32_t cp)
{
	return is_second[cp] || (cp >= 0x1161 && cp <= 0x1175) || (cp >= 0x11A8 && cp <= 0x11C2);
}

/* ---- Properties ---- */

static enum unicode_script script_of(uint32_t cp)
{
	static const struct {
		UScriptCode icu;
		enum unicode_script ours;
	} scripts[] = {
	    {USCRIPT_COMMON, UNICODE_SCRIPT_COMMON},     {USCRIPT_INHERITED, UNICODE_SCRIPT_INHERITED},
	    {USCRIPT_LATIN, UNICODE_SCRIPT_LATIN},       {USCRIPT_ARABIC, UNICODE_SCRIPT_ARABIC},
	    {USCRIPT_GREEK, UNICODE_SCRIPT_GREEK},       {USCRIPT_CYRILLIC, UNICODE_SCRIPT_CYRILLIC},
	    {USCRIPT_HEBREW, UNICODE_SCRIPT_HEBREW},     {USCRIPT_SYRIAC, UNICODE_SCRIPT_SYRIAC},
	    {USCRIPT_THAANA, UNICODE_SCRIPT_THAANA},     {USCRIPT_NKO, UNICODE_SCRIPT_NKO},
	    {USCRIPT_TIFINAGH, UNICODE_SCRIPT_TIFINAGH}, {USCRIPT_HAN, UNICODE_SCRIPT_HAN},
	};
	UErrorCode status = U_ZERO_ERROR;
	UScriptCode script = uscript_getScript((UChar32)cp, &status);
	if (U_FAILURE(status))
		fail("ICU has no script for U+%04X: %s", (unsigned)cp, u_errorName(status));
	for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++)
		if (scripts[i].icu == script)
			return scripts[i].ours;
	return UNICODE_SCRIPT_OTHER;
}

static uint32_t props_of(uint32_t cp)
{
	const utf8proc_property_t *property = utf8proc_get_property((int32_t)cp);
	struct sequence nfd = canonical(cp), nfkd = compatible(cp), nfc = nfd, nfkc = nfkd;
	compose(&nfc);
	compose(&nfkc);
	uint32_t props = (uint32_t)property->combining_class;
	props |= (uint32_t)property->category << UNICODE_CATEGORY_SHIFT;
	props |= (uint32_t)script_of(cp) << UNICODE_SCRIPT_SHIFT;
	if (u_hasBinaryProperty((UChar32)cp, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
		props |= UNICODE_IGNORABLE;
	if (u_hasBinaryProperty((UChar32)cp, UCHAR_WHITE_SPACE))
		props |= UNICODE_WHITE_SPACE;
	/* A composite may compose back as what it begins with; the first of these came with Unicode 16. */
	if (composes_back(is_same(&nfc, cp) ? (uint32_t)nfd.at[0] : cp))
		props |= UNICODE_COMPOSES_BACK;
	if (!is_same(&nfd, cp))
		props |= UNICODE_NFD_CHANGES;
	if (!is_same(&nfkd, cp))
		props |= UNICODE_NFKD_CHANGES;
	if (!is_same(&nfc, cp))
		props |= UNICODE_NFC_CHANGES;
	if (!is_same(&nfkc, cp))
		props |= UNICODE_NFKC_CHANGES;
	return props;
}

#define BLOCK_SIZE (1u << UNICODE_PROP_SHIFT)
#define BLOCKS (CODE_POINTS / BLOCK_SIZE)

static void write_props(void)
{
	static uint32_t cells[BLOCKS][BLOCK_SIZE];
	uint32_t used = 0;
	fputs("\nconst uint16_t unicode_prop_blocks[0x110000 >> UNICODE_PROP_SHIFT] = {", stdout);
	for (uint32_t block = 0; block < BLOCKS; block++) {
		for (uint32_t i = 0; i < BLOCK_SIZE; i++)
			cells[used][i] = props_of(block * BLOCK_SIZE + i);
		uint32_t same = 0;
		while (memcmp(cells[same], cells[used], sizeof cells[0]) != 0)
			same++;
		used += same == used;
		write_number(same, block);
	}
	printf("};\nconst uint32_t unicode_prop_cells[%u][1 << UNICODE_PROP_SHIFT] = {", (unsigned)used);
	for (uint32_t block = 0; block < used; block++) {
		fputs(block ? ",\n{" : "\n{", stdout);
		for (uint32_t i = 0; i < BLOCK_SIZE; i++)
			write_number(cells[block][i], i);
		putchar('}');
	}
	puts("};");
}

/* Data that is wrong rather than missing would be found much later: ask for one fact of each kind. */
static void check_properties(void)
{
	require(utf8proc_get_property(0x064B)->combining_class == 27, "the combining classes");
	require(utf8proc_category(0x0660) == UTF8PROC_CATEGORY_ND, "the general categories");
	require(script_of(0x0628) == UNICODE_SCRIPT_ARABIC && script_of(0x0153) == UNICODE_SCRIPT_LATIN, "the scripts");
	require(u_hasBinaryProperty(0x200D, UCHAR_DEFAULT_IGNORABLE_CODE_POINT), "Default_Ignorable_Code_Point");
	require(u_hasBinaryProperty(0x202F, UCHAR_WHITE_SPACE), "White_Space");
}

int main(int argc, char **argv)
{
	if (argc > 1 && strcmp(argv[1], "--list") == 0) {
		list_latin();
		return EXIT_SUCCESS;
	}
	check_properties();
	collect_composites();
	puts("/* Written by gen_tables.c: do not edit. */\n#include \"unicode/tables.h\"");
	printf("\nconst char unicode_version[] = \"%s\";\n", utf8proc_unicode_version());
	write_normal_maps();
	write_latin_maps();
	write_arabic_forms();
	write_composites();
	write_props();
	if (fflush(stdout) != 0 || ferror(stdout))
		fail("the tables cannot be written");
	return EXIT_SUCCESS;
}
