/* SPDX-License-Identifier: MIT */
#include "repair/codepage.h"

const char *codepage_name(enum codepage page)
{
	static const char *const names[CODEPAGE_COUNT] = {
		[CODEPAGE_CP1252] = "windows-1252",       [CODEPAGE_ISO_8859_1] = "ISO-8859-1",
		[CODEPAGE_ISO_8859_15] = "ISO-8859-15",   [CODEPAGE_CP1256] = "windows-1256",
		[CODEPAGE_ISO_8859_6] = "ISO-8859-6",     [CODEPAGE_MAC_ARABIC] = "x-mac-arabic",
		[CODEPAGE_MAC_ROMAN] = "macintosh",       [CODEPAGE_CP850] = "IBM850",
		[CODEPAGE_CP437] = "IBM437",              [CODEPAGE_CP720] = "cp720",
		[CODEPAGE_CP864] = "IBM864",
	};
	return names[page];
}
