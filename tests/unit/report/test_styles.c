/* SPDX-License-Identifier: MIT */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "common/utf8.h"
#include "report/styles.h"

/* What each character of a text is an instance of: "digits=ascii", a space between two. */
static void see(const char *text, bool inside, char *ret, size_t size)
{
	struct style_text whole = {text, text + strlen(text)};
	struct style_use uses[2];
	ret[0] = '\0';
	for (const char *at = text; at < whole.end;) {
		uint32_t cp;
		size_t len = utf8_decode(at, whole.end, &cp);
		/* those that the table of characters marks */
		bool asked = cp < 0x80 ? strchr("!:;?%'\"0123456789", (int)cp) != NULL
				       : cp == 0xAB || cp == 0xBB || (cp >= 0x2018 && cp <= 0x201D) || cp == 0x61F ||
						 (cp >= 0x660 && cp <= 0x669) || cp == 0x6F5;
		unsigned count = asked ? style_see(&whole, at, len, cp, inside, uses) : 0;
		for (unsigned i = 0; i < count; i++) {
			size_t used = strlen(ret);
			snprintf(ret + used, size - used, "%s%s=%s", used ? " " : "", trait_names[uses[i].trait],
				 style_names[uses[i].trait][uses[i].style]);
		}
		at += len;
	}
}

static const struct {
	const char *text, *uses;
} rows[] = {
	{"l'un", "apostrophes=straight"},
	{"l\u2019un", "apostrophes=curly"},
	{"l'\u00ABun\u00BB", "apostrophes=straight quotes=guillemets space-in-guillemets=none quotes=guillemets "
			     "space-in-guillemets=none"},
	{"les amis'", ""},
	{"\u2018un\u2019", "quotes=single-curly"},
	{"\u201Cun\u201D", "quotes=curly quotes=curly"},
	{"Oui !", "space-before-high-marks=space"},
	{"Oui\u202F?!", "space-before-high-marks=narrow-no-break"},
	{"!", ""},
	{"\u0646\u0639\u0645\u061F", "space-before-high-marks=none"},
	{"a : b", "space-before-colon=space"},
	{"a\u00A0: b", "space-before-colon=no-break"},
	{"a:b", ""},
	{"a:", "space-before-colon=none"},
	{"a\u200F :", "space-before-colon=space"},
	{"a \u200F:", "space-before-colon=space"},
	{"5 %", "digits=ascii space-before-percent=space"},
	{"5%", "digits=ascii space-before-percent=none"},
	{"x %", ""},
	{"%", ""},
	{"12 345", "digits=ascii digits=ascii"},
	{"\u0661\u0662", "digits=arabic"},
	{"\u06F5", "digits=persian"},
	{"\u00AB\u00A0a \u00BB", "quotes=guillemets space-in-guillemets=no-break quotes=guillemets space-in-guillemets=space"},
	{"\u00AB\n", "quotes=guillemets"},
};

Test(styles, sees_what_is_used)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		char uses[256];
		see(rows[i].text, false, uses, sizeof uses);
		cr_expect_str_eq(uses, rows[i].uses, "row %zu: \"%s\": %s", i, rows[i].text, uses);
	}
	char uses[256];
	see("\u201Cun\u201D", true, uses, sizeof uses);
	cr_expect_str_eq(uses, "inner-quotes=curly inner-quotes=curly");
}
