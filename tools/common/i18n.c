/* SPDX-License-Identifier: MIT */
#include "common/i18n.h"

#include <locale.h>
#include <stdlib.h>

void i18n_init(void)
{
	setlocale(LC_ALL, "");
	/* numbers stand in JSON and tables: a decimal point, whatever the country */
	setlocale(LC_NUMERIC, "C");
#if ENABLE_NLS
	/* A tool that runs from the build tree finds its translations there. */
	const char *dir = getenv("LIBNORM_LOCALEDIR");
	bindtextdomain(PACKAGE, dir && *dir ? dir : LOCALEDIR);
	textdomain(PACKAGE);
#endif
}

const char *i18n_text(const char *text)
{
	return text && *text ? gettext(text) : "";
}
