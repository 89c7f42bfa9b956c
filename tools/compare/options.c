/* SPDX-License-Identifier: MIT */
#include "compare/options.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/message.h"
#include "common/width.h"
#include "compare/option_table.h"

enum { CONTEXT_WORDS = 10, CONTEXT_LINES = 3, WIDTH_MIN = 20 };
#define CONTEXT_DEFAULT UINT_MAX

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

static void take_flag(struct options *options, int option)
{
	static const enum action actions[OPT_COUNT] = {
		[OPT_WITHIN] = ACTION_WITHIN,
		[OPT_RECURSIVE] = ACTION_TREES,
		[OPT_GIT] = ACTION_GIT,
	};
	static const enum output_form forms[OPT_COUNT] = {
		[OPT_UNIFIED] = FORM_UNIFIED, [OPT_SIDE_BY_SIDE] = FORM_SIDE_BY_SIDE, [OPT_JSON] = FORM_JSON,
		[OPT_HTML] = FORM_HTML,	      [OPT_STAT] = FORM_STAT,		      [OPT_QUIET] = FORM_QUIET,
	};
	if (actions[option])
		options->action = actions[option];
	if (forms[option])
		options->form = forms[option];
	options->line_breaks |= option == OPT_LINE_BREAKS;
}

static bool take(void *user, int option, const char *value)
{
	struct options *options = user;
	switch (option) {
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
	default:
		take_flag(options, option);
		return true;
	}
}

/* ---- What goes together ---- */

/* Groups of options of which one at most can be given. */
static const unsigned exclusive[] = {
	BIT(OPT_WITHIN) | BIT(OPT_AGAINST) | BIT(OPT_RECURSIVE) | BIT(OPT_GIT),
	BIT(OPT_WORDS) | BIT(OPT_UNIFIED) | BIT(OPT_SIDE_BY_SIDE) | BIT(OPT_JSON) | BIT(OPT_HTML) | BIT(OPT_STAT) |
		BIT(OPT_QUIET),
	BIT(OPT_AGAINST) | BIT(OPT_WORDS) | BIT(OPT_UNIFIED) | BIT(OPT_SIDE_BY_SIDE) | BIT(OPT_HTML) | BIT(OPT_STAT),
	BIT(OPT_RECURSIVE) | BIT(OPT_HTML),
};

/* What is wrong with so many files, or NULL. */
static const char *wrong_count(enum action action, size_t count)
{
	switch (action) {
	case ACTION_AGAINST:
		return count ? NULL : _("--against needs a file to compare with its base");
	case ACTION_GIT:
		/* two more for a file that was renamed; one for a path that is not merged */
		return count == 7 || count == 9 || count == 1 ? NULL : _("--git needs the 1, 7 or 9 arguments that git gives");
	default:
		return count < 2 ? _("two files are needed") : count > 2 ? _("two files can be compared; for more see --against") : NULL;
	}
}

static bool check_files(const struct options *options)
{
	size_t count = options->given.count, inputs = options->against && !strcmp(options->against, "-");
	const char *wrong = wrong_count(options->action, count);
	if (wrong) {
		message_error("%s", wrong);
		return arguments_refuse();
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
	if (!arguments_read(&options->given, option_table, argc, argv, take, options))
		return false;
	options->files = options->given.files;
	set_defaults(options);
	return options->given.about ||
	       (arguments_check_exclusive(&options->given, exclusive, sizeof exclusive / sizeof *exclusive) &&
		check_files(options));
}

void options_release(struct options *options)
{
	arguments_release(&options->given);
}
