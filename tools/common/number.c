/* SPDX-License-Identifier: MIT */
#include "common/number.h"

#include <stdio.h>
#include <string.h>

#include "common/i18n.h"

/* TRANSLATORS: leave "numbers:", and put the sign between groups of three digits behind it, then the decimal sign */
static const char *number_signs(void)
{
	return _("numbers:,.") + strlen("numbers:");
}

void number_append(struct bytes *bytes, uint64_t number)
{
	char digits[24];
	const char *signs = number_signs();
	int group = (int)strlen(signs) - 1;
	size_t count = (size_t)snprintf(digits, sizeof digits, "%llu", (unsigned long long)number);
	for (size_t i = 0; i < count; i++) {
		if (i && (count - i) % 3 == 0)
			bytes_format(bytes, "%.*s", group, signs);
		bytes_append_char(bytes, digits[i]);
	}
}

void number_append_fixed(struct bytes *bytes, double number, int decimals)
{
	char digits[64];
	const char *signs = number_signs();
	snprintf(digits, sizeof digits, "%.*f", decimals, number);
	char *point = strchr(digits, '.');
	if (point)
		*point = signs[strlen(signs) - 1];
	bytes_append_text(bytes, digits);
}

void number_append_rounded(struct bytes *bytes, double number)
{
	const char *signs = number_signs();
	uint64_t tenths = (uint64_t)(10 * number + 0.5);
	number_append(bytes, tenths < 1000 ? tenths / 10 : (uint64_t)(number + 0.5));
	if (tenths < 1000)
		bytes_format(bytes, "%c%u", signs[strlen(signs) - 1], (unsigned)(tenths % 10));
}

void number_append_percent(struct bytes *bytes, uint64_t part, uint64_t whole)
{
	struct bytes share = {0};
	number_append_rounded(&share, whole ? 100.0 * (double)part / (double)whole : 0);
	/* TRANSLATORS: a percentage */
	bytes_format(bytes, _("%s%%"), bytes_text(&share));
	bytes_release(&share);
}
