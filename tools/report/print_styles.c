/* SPDX-License-Identifier: MIT */
/*
 * Which sign is used for what: for each purpose and language the dominant style first, then what departs from it.
 *
 *   quotation marks    French    « » 86, 91.5 %
 *                                " "  8  page.txt:12:4: """ …
 */
#include <stdlib.h>
#include <string.h>

#include "common/i18n.h"
#include "common/width.h"
#include "report/print_text.h"

enum { TRAIT_COLUMNS = 30, LANGUAGE_COLUMNS = 20, STYLE_COLUMNS = 26, COUNT_COLUMNS = 8 };

struct title {
	const char *name, *title;
};

static const struct title traits[] = {
	{"quotes", N_("quotation marks")},
	{"inner-quotes", N_("inside a quotation")},
	{"apostrophes", N_("apostrophes")},
	{"space-before-high-marks", N_("space before ; ! ?")},
	{"space-before-colon", N_("space before the colon")},
	{"space-in-guillemets", N_("space inside « »")},
	{"space-before-percent", N_("space before %")},
	{"digits", N_("digits")},
};

static const struct title styles[] = {
	{"guillemets", "« »"},
	{"curly", "“ ”"},
	{"straight", "\" \""},
	{"low", "„"},
	{"single-guillemets", "‹ ›"},
	{"single-curly", "‘ ’"},
	{"none", N_("none")},
	{"space", N_("space")},
	{"no-break", N_("no-break space")},
	{"narrow-no-break", N_("narrow no-break space")},
	{"ascii", "0 1 2"},
	{"arabic", "٠ ١ ٢"},
	{"persian", "۰ ۱ ۲"},
	{"other", N_("other")},
};

static const struct title apostrophes[] = {{"curly", "’"}, {"straight", "'"}, {"other", N_("other")}};

static const char *title_of(const struct title *titles, size_t count, const char *name, size_t len)
{
	for (size_t i = 0; i < count; i++) {
		if (strlen(titles[i].name) == len && !memcmp(titles[i].name, name, len))
			return i18n_text(titles[i].title);
	}
	return "?";
}

/* The length of what rows of the same trait and language begin with. */
static size_t group_length(const struct row *row)
{
	size_t len;
	return (size_t)(row_key(row, 2, &len) - row->key);
}

static void append_style(struct print *print, const struct row *row, uint64_t all, bool is_dominant)
{
	size_t len;
	const char *style = row_key(row, 2, &len);
	bool is_apostrophe = strncmp(row->key, "apostrophes\t", 12) == 0;
	const char *title = is_apostrophe ? title_of(apostrophes, sizeof apostrophes / sizeof *apostrophes, style, len)
					  : title_of(styles, sizeof styles / sizeof *styles, style, len);
	width_pad(&print->out, title, STYLE_COLUMNS);
	text_number(print, row->count[0], COUNT_COLUMNS);
	bytes_append_text(&print->out, "  ");
	text_share(print, row->count[0], all);
	bytes_append_char(&print->out, '\n');
	if (!is_dominant && row->example_count)
		text_example(print, &row->examples[0], TRAIT_COLUMNS + LANGUAGE_COLUMNS + 2);
}

/* Rows of a table sorted by count, of which those of this trait and language are wanted. */
static void append_group(struct print *print, const struct row *const *rows, const char *group, size_t group_len)
{
	size_t trait_len, language_len, shown = 0;
	uint64_t all = 0;
	for (size_t i = 0; rows[i]; i++)
		all += strncmp(rows[i]->key, group, group_len) ? 0 : rows[i]->count[0];
	for (size_t i = 0; rows[i]; i++) {
		if (strncmp(rows[i]->key, group, group_len) != 0)
			continue;
		const char *trait = row_key(rows[i], 0, &trait_len), *language = row_key(rows[i], 1, &language_len);
		char *tag = memory_text(language, language_len);
		text_label(print, shown ? "" : title_of(traits, sizeof traits / sizeof *traits, trait, trait_len),
			   TRAIT_COLUMNS);
		width_pad(&print->out, shown ? "" : text_language(tag), LANGUAGE_COLUMNS);
		append_style(print, rows[i], all, shown == 0);
		free(tag);
		shown++;
	}
}

void text_styles(struct print *print, const struct tally *tally)
{
	const struct table *table = &tally->tables[TABLE_STYLES];
	const struct row **rows = text_by_count(table, 0);
	if (table->count)
		text_heading(print, _("Styles: the usual one first, then what departs from it"));
	for (size_t trait = 0; trait < sizeof traits / sizeof *traits; trait++) {
		size_t name_len = strlen(traits[trait].name), last = 0;
		for (size_t i = 0; i < table->count; i++) {
			const char *key = table->rows[i]->key;
			size_t len = group_length(table->rows[i]);
			if (strncmp(key, traits[trait].name, name_len) != 0 || key[name_len] != '\t')
				continue;
			/* rows are sorted: a group begins where the one before it has ended */
			if (!last || strncmp(table->rows[last - 1]->key, key, len) != 0)
				append_group(print, rows, key, len);
			last = i + 1;
		}
	}
	free(rows);
}
