/* SPDX-License-Identifier: MIT */
#include "compare/options.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "common/bytes.h"
#include "common/colour.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/options.h"
#include "common/width.h"
#include "compare/option_table.h"

enum { CONTEXT_WORDS = 10, CONTEXT_LINES = 3, WIDTH_MIN = 20 };
#define CONTEXT_DEFAULT UINT_MAX

static bool take_colour(const char *value)
{
	if (colour_choose(value))
		return true;
	message_error(_("--color=%s: must be auto, always or never"), value);
	return false;
}

/* A list of classes; "noise" and "all" stand for several. */
static bool take_classes(const char *option, const char *value, class_set *ret)
{
	for (const char *at = value;; at++) {
		size_t len = strcspn(at, ",");
		enum class class = class_find(at, len);
		if (class < CLASS_COUNT)
			*ret |= (class_set)1 << class;
		else if (len == 5 && !memcmp(at, "noise", len))
			*ret |= CLASSES_NOISE;
		else if (len == 3 && !memcmp(at, "all", len))
			*ret |= CLASSES_ALL;
		else {
			message_error(_("--%s=%s: \"%.*s\" is no class of differences; --help lists them"), option, value, (int)len,
				      at);
			return false;
		}
		at += len;
		if (!*at)
			return true;
	}
}

static bool take_number(const char *option, const char *value, unsigned least, unsigned *ret)
{
	char *end;
	errno = 0;
	unsigned long number = strtoul(value, &end, 10);
	if (*value >= '0' && *value <= '9' && !*end && !errno && number >= least && number <= INT_MAX) {
		*ret = (unsigned)number;
		return true;
	}
	message_error(_("--%s=%s: must be a whole number, not less than %u"), option, value, least);
	return false;
}

static bool take_width(struct options *options, const char *value)
{
	unsigned width = 0;
	bool good = take_number("width", value, WIDTH_MIN, &width);
	options->width = (int)width;
	return good;
}

static bool take_value(struct options *options, int val, const char *value)
{
	switch (val) {
	case OPT_AGAINST:
		options->action = ACTION_AGAINST;
		options->against = value;
		return true;
	case OPT_FROM:
		options->from = strcmp(value, "auto") ? value : NULL;
		return true;
	case OPT_IGNORE:
		return take_classes("ignore", value, &options->ignored);
	case OPT_FAIL_ON:
		return take_classes("fail-on", value, &options->fail_on);
	case OPT_CONTEXT:
		return take_number("context", value, 0, &options->context);
	case OPT_WIDTH:
		return take_width(options, value);
	case OPT_DATA_DIR:
		options->data_dir = value;
		return true;
	default:
		return take_colour(value);
	}
}

static void take_flag(struct options *options, int val)
{
	static const enum action actions[OPT_COUNT] = {
		[OPT_WITHIN] = ACTION_WITHIN,	[OPT_RECURSIVE] = ACTION_TREES, [OPT_GIT] = ACTION_GIT,
		[OPT_HELP] = ACTION_HELP,	[OPT_VERSION] = ACTION_VERSION,
	};
	static const enum output_form forms[OPT_COUNT] = {
		[OPT_UNIFIED] = FORM_UNIFIED, [OPT_SIDE_BY_SIDE] = FORM_SIDE_BY_SIDE, [OPT_JSON] = FORM_JSON,
		[OPT_HTML] = FORM_HTML,	      [OPT_STAT] = FORM_STAT,		      [OPT_QUIET] = FORM_QUIET,
	};
	if (actions[val])
		options->action = actions[val];
	if (forms[val])
		options->form = forms[val];
	options->line_breaks |= val == OPT_LINE_BREAKS;
}

static bool take_all(struct options *options, unsigned *ret_seen)
{
	size_t count = 0;
	for (int val; (val = options_next(options->popt)) != OPTIONS_END;) {
		if (val == OPTIONS_BAD)
			return false;
		*ret_seen |= 1u << val;
		char *value = poptGetOptArg(options->popt);
		if (!value) {
			take_flag(options, val);
			/* these two are answered at once, whatever else is there */
			if (val == OPT_HELP || val == OPT_VERSION)
				return true;
			continue;
		}
		options->owned = memory_grow(options->owned, count + 2, sizeof *options->owned);
		options->owned[count++] = value;
		options->owned[count] = NULL;
		if (!take_value(options, val, value))
			return false;
	}
	return true;
}

/* ---- What goes together ---- */

/* Groups of options of which one at most can be given. */
static const unsigned exclusive[] = {
	1u << OPT_WITHIN | 1u << OPT_AGAINST | 1u << OPT_RECURSIVE | 1u << OPT_GIT,
	1u << OPT_WORDS | 1u << OPT_UNIFIED | 1u << OPT_SIDE_BY_SIDE | 1u << OPT_JSON | 1u << OPT_HTML | 1u << OPT_STAT |
		1u << OPT_QUIET,
	1u << OPT_AGAINST | 1u << OPT_WORDS | 1u << OPT_UNIFIED | 1u << OPT_SIDE_BY_SIDE | 1u << OPT_HTML | 1u << OPT_STAT,
	1u << OPT_RECURSIVE | 1u << OPT_HTML,
};

static bool check_exclusive(unsigned seen)
{
	for (size_t i = 0; i < sizeof exclusive / sizeof *exclusive; i++) {
		const char *first = NULL;
		for (int val = 1; val < OPT_COUNT; val++) {
			if (!(seen & exclusive[i] & 1u << val))
				continue;
			const char *name = option_with(val)->longName;
			if (first) {
				message_error(_("--%s and --%s cannot be used together"), first, name);
				options_hint();
				return false;
			}
			first = name;
		}
	}
	return true;
}

static size_t count_files(const struct options *options)
{
	size_t count = 0;
	while (options->files && options->files[count])
		count++;
	return count;
}

/* What is wrong with so many files, or NULL. */
static const char *wrong_count(enum action action, size_t count)
{
	switch (action) {
	case ACTION_AGAINST:
		return count ? NULL : _("--against needs a file to compare with its base");
	case ACTION_GIT:
		/* two more for a file that was renamed */
		return count == 7 || count == 9 ? NULL : _("--git needs the 7 or 9 arguments that git gives");
	default:
		return count < 2 ? _("two files are needed") : count > 2 ? _("two files can be compared; for more see --against") : NULL;
	}
}

static bool check_files(const struct options *options)
{
	size_t count = count_files(options), inputs = options->against && !strcmp(options->against, "-");
	const char *wrong = wrong_count(options->action, count);
	if (wrong) {
		message_error("%s", wrong);
		options_hint();
		return false;
	}
	for (size_t i = 0; i < count; i++)
		inputs += !strcmp(options->files[i], "-");
	if (inputs > 1)
		message_error(_("standard input (\"-\") can be named only once"));
	return inputs <= 1;
}

static void set_defaults(struct options *options)
{
	bool lines = options->form == FORM_UNIFIED || options->form == FORM_SIDE_BY_SIDE;
	if (options->context == CONTEXT_DEFAULT)
		options->context = lines ? CONTEXT_LINES : CONTEXT_WORDS;
	if (!options->width)
		options->width = width_of_output();
	if (!options->fail_on)
		options->fail_on = CLASSES_ALL;
}

bool options_read(struct options *options, int argc, char **argv)
{
	*options = (struct options){.context = CONTEXT_DEFAULT};
	unsigned seen = 0;
	options->argv = options_glue(argc, argv, option_table, &argc);
	void *arguments = options->argv;
	options->popt = poptGetContext(NULL, argc, arguments, option_table, 0);
	if (!options->popt)
		message_out_of_memory();
	if (!take_all(options, &seen))
		return false;
	if (options->action == ACTION_HELP || options->action == ACTION_VERSION)
		return true;
	options->files = (const char *const *)poptGetArgs(options->popt);
	set_defaults(options);
	return check_exclusive(seen) && check_files(options);
}

void options_release(struct options *options)
{
	poptFreeContext(options->popt);
	options_free(options->argv);
	options_free(options->owned);
}
