/* SPDX-License-Identifier: MIT */
#include "common/i18n.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

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

const char *i18n_language(void)
{
	/* TRANSLATORS: leave "lang:", and put the BCP 47 tag of the language you translate to behind it */
	const char *text = _("lang:en"), *colon = strchr(text, ':');
	return colon ? colon + 1 : text;
}
