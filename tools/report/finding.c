/* SPDX-License-Identifier: MIT */
#include "report/finding.h"

#include "common/i18n.h"

/* What damaged text was. */
static void append_detail(struct bytes *bytes, const struct finding *finding)
{
	if (!finding->detail)
		return;
	if (finding->layer)
		/* TRANSLATORS: text was read in a wrong encoding, perhaps several times: "layer 1, UTF-8 read as windows-1252: " */
		bytes_format(bytes, _("layer %u, %s: "), finding->layer, i18n_text(finding->detail));
	else
		/* TRANSLATORS: an encoding, and how sure that is */
		bytes_format(bytes, _("%s, %u%% sure: "), finding->detail, finding->confidence);
}

void finding_append_message(struct bytes *bytes, const struct finding *finding)
{
	append_detail(bytes, finding);
	for (size_t i = 0; i < finding->rule_count; i++)
		bytes_format(bytes, "%s%s", i ? "; " : "", i18n_text(finding->rules[i]->message));
}
