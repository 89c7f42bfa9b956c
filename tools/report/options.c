/* SPDX-License-Identifier: MIT */
#include "report/options.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "common/encodings.h"
#include "common/i18n.h"
#include "common/message.h"
#include "report/option_table.h"

enum { EXAMPLES_DEFAULT = 5, EXAMPLES_MAX = 1000, JOBS_MAX = 256 };

static bool take_setting(struct options *options, const char *value)
{
	struct bytes shown = {0};
	bytes_format(&shown, "--set=%s", value);
	bool done = settings_add(&options->settings, bytes_text(&shown), value);
	bytes_release(&shown);
	return done;
}

static bool take_number(const char *option, const char *value, unsigned least, unsigned most, unsigned *ret)
{
	char *end;
	errno = 0;
	unsigned long number = strtoul(value, &end, 10);
	if (*value >= '0' && *value <= '9' && !*end && !errno && number >= least && number <= most) {
		*ret = (unsigned)number;
		return true;
	}
	message_error(_("--%s=%s: must be a whole number from %u to %u"), option, value, least, most);
	return false;
}

/* The section of this name, or SECTION_COUNT. */
static unsigned find_section(const char *name, size_t len)
{
	unsigned section = 0;
	while (section < SECTION_COUNT &&
	       (strlen(section_names[section]) != len || memcmp(section_names[section], name, len) != 0))
		section++;
	return section;
}

static bool take_sections(struct options *options, const char *value)
{
	options->sections = 0;
	for (const char *at = value;; at++) {
		size_t len = strcspn(at, ",");
		unsigned section = find_section(at, len);
		if (section == SECTION_COUNT) {
			message_error(_("--only=%s: \"%.*s\" is no section; --help lists them"), value, (int)len, at);
			return false;
		}
		options->sections |= 1u << section;
		at += len;
		if (!*at)
			return true;
	}
}

static bool take_severity(struct options *options, const char *value)
{
	for (unsigned i = NORM_SEVERITY_OFF; i <= NORM_SEVERITY_ERROR; i++) {
		if (!strcmp(norm_severity_name((norm_severity)i), value)) {
			options->fail_on = (norm_severity)i;
			return true;
		}
	}
	message_error(_("--fail-on=%s: must be note, warning, error or off"), value);
	return false;
}

static void take_flag(struct options *options, int option)
{
	static const enum output_form forms[OPT_COUNT] = {
		[OPT_JSON] = FORM_JSON, [OPT_TSV] = FORM_TSV,   [OPT_HTML] = FORM_HTML,
		[OPT_LINT] = FORM_LINT, [OPT_SARIF] = FORM_SARIF,
	};
	if (forms[option])
		options->form = forms[option];
	if (option == OPT_MERGE)
		options->action = ACTION_MERGE;
	if (option == OPT_RULES)
		options->action = ACTION_RULES;
	options->recursive |= option == OPT_RECURSIVE;
	options->total_only |= option == OPT_TOTAL;
	options->byte_columns |= option == OPT_BYTE_COLUMNS;
}

static bool take(void *user, int option, const char *value)
{
	struct options *options = user;
	switch (option) {
	case OPT_JSONL:
		options->field = value;
		return true;
	case OPT_FROM:
		options->from = strcmp(value, "auto") ? value : NULL;
		return !options->from || encodings_check("from", value);
	case OPT_PROFILE:
		options->profile = value;
		return true;
	case OPT_SET:
		return take_setting(options, value);
	case OPT_ONLY:
		return take_sections(options, value);
	case OPT_EXAMPLES:
		return take_number("examples", value, 0, EXAMPLES_MAX, &options->examples_max);
	case OPT_BASELINE:
		options->known = value;
		return true;
	case OPT_WRITE_BASELINE:
		options->fresh = value;
		return true;
	case OPT_FAIL_ON:
		return take_severity(options, value);
	case OPT_JOBS:
		return take_number("jobs", value, 1, JOBS_MAX, &options->threads);
	default:
		take_flag(options, option);
		return true;
	}
}

/* Groups of options of which one at most can be given. */
static const unsigned exclusive[] = {
	BIT(OPT_TEXT) | BIT(OPT_JSON) | BIT(OPT_TSV) | BIT(OPT_HTML) | BIT(OPT_LINT) | BIT(OPT_SARIF),
	BIT(OPT_MERGE) | BIT(OPT_LINT) | BIT(OPT_SARIF) | BIT(OPT_RULES),
	/* these tell all findings, and nothing else */
	BIT(OPT_ONLY) | BIT(OPT_LINT) | BIT(OPT_SARIF) | BIT(OPT_RULES),
	BIT(OPT_TOTAL) | BIT(OPT_LINT) | BIT(OPT_SARIF) | BIT(OPT_RULES),
	BIT(OPT_EXAMPLES) | BIT(OPT_LINT) | BIT(OPT_SARIF) | BIT(OPT_RULES),
	BIT(OPT_JSONL) | BIT(OPT_FROM),
};

/* Options that ask for something that reports cannot be asked for any more, or the list of rules. */
static const int not_with_merge[] = {OPT_PROFILE, OPT_SET,  OPT_BASELINE,  OPT_WRITE_BASELINE,
				     OPT_JSONL,   OPT_FROM, OPT_RECURSIVE};
static const int not_with_rules[] = {OPT_TSV,	OPT_HTML, OPT_BASELINE,	 OPT_WRITE_BASELINE,
				     OPT_JSONL, OPT_FROM, OPT_RECURSIVE, OPT_FAIL_ON};

/* None of the options can be given beside this one. */
static bool check_alone(const struct options *options, int one, const int *others, size_t count)
{
	bool good = true;
	for (size_t i = 0; i < count && good; i++) {
		const unsigned pair = BIT(one) | BIT(others[i]);
		good = arguments_check_exclusive(&options->given, &pair, 1);
	}
	return good;
}

static bool check_options(const struct options *options)
{
	if (!arguments_check_exclusive(&options->given, exclusive, sizeof exclusive / sizeof *exclusive) ||
	    !check_alone(options, OPT_MERGE, not_with_merge, sizeof not_with_merge / sizeof *not_with_merge) ||
	    !check_alone(options, OPT_RULES, not_with_rules, sizeof not_with_rules / sizeof *not_with_rules))
		return false;
	if (!options->byte_columns || options->form == FORM_LINT)
		return true;
	message_error(_("--%s needs --%s"), "byte-columns", "lint");
	return arguments_refuse();
}

/* A baseline of a report without findings would be one in which nothing is known. */
static bool check_baseline(const struct options *options)
{
	bool useful = (!options->known && !options->fresh) || options->sections & SECTIONS_FINDING;
	/* standard output has what is new */
	bool named = !options->fresh || strcmp(options->fresh, "-") != 0;
	if (!useful)
		message_error(_("a baseline is of findings; --only has to name rules or characters"));
	else if (!named)
		message_error(_("--write-baseline needs the name of a file"));
	return useful && named;
}

static bool check_inputs(const struct options *options)
{
	if (options->action == ACTION_RULES && options->given.count) {
		message_error(_("%s: no file is read by this option"), options->given.files[0]);
		return false;
	}
	unsigned inputs = options->known && !strcmp(options->known, "-");
	for (const char *const *file = options->files; *file; file++)
		inputs += !strcmp(*file, "-");
	if (inputs > 1)
		message_error(_("standard input (\"-\") can be named only once"));
	return inputs <= 1;
}

bool options_read(struct options *options, int argc, char **argv)
{
	static const char *const standard_input[] = {"-", NULL};
	*options = (struct options){.profile = "report",
				    .threads = 1,
				    .examples_max = EXAMPLES_DEFAULT,
				    .sections = SECTIONS_ALL,
				    .fail_on = NORM_SEVERITY_NOTE};
	if (!arguments_read(&options->given, option_table, argc, argv, take, options))
		return false;
	if (options->given.about)
		return true;
	options->files = options->given.count ? options->given.files : standard_input;
	return check_options(options) && check_baseline(options) && check_inputs(options);
}

void options_release(struct options *options)
{
	settings_release(&options->settings);
	arguments_release(&options->given);
}
