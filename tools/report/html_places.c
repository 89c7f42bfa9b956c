/* SPDX-License-Identifier: MIT */
/* The places of the text, with the forms in which they stand there; those that are written in several ways come first. */
#include <stdlib.h>
#include <string.h>

#include "common/html.h"
#include "common/i18n.h"
#include "common/utf8.h"
#include "report/html_parts.h"

enum { PLACES_MAX = 500 };

static const char preferred[] = "preferred"; /* status of a form */

/* The forms of a place: rows of the table of forms, which stand together. */
struct forms {
	const struct row *const *rows;
	size_t count;
};

static struct forms forms_of(const struct table *table, const char *id)
{
	size_t first = 0, end = table->count, len = strlen(id);
	while (first < end) {
		size_t middle = first + (end - first) / 2;
		if (strcmp(table->rows[middle]->key, id) < 0)
			first = middle + 1;
		else
			end = middle;
	}
	struct forms forms = {(const struct row *const *)table->rows + first, 0};
	while (first + forms.count < table->count && !strncmp(forms.rows[forms.count]->key, id, len) &&
	       forms.rows[forms.count]->key[len] == '\t')
		forms.count++;
	return forms;
}

/* By the first letter of it: names of places are in one script. */
static bool is_arabic(const struct row *form)
{
	size_t len;
	uint32_t cp;
	const char *name = row_key(form, 1, &len);
	return len && utf8_decode(name, name + len, &cp) && cp >= 0x600 && cp < 0x700;
}

/* A place should have one form in each script. */
static bool is_inconsistent(struct forms forms)
{
	size_t arabic = 0;
	for (size_t i = 0; i < forms.count; i++)
		arabic += is_arabic(forms.rows[i]);
	return arabic > 1 || forms.count - arabic > 1;
}

static uint64_t weigh(const struct row *place, const void *user)
{
	uint64_t inconsistent = is_inconsistent(forms_of(user, place->key));
	return place->count[0] ? inconsistent << 60 | place->count[0] : 0;
}

static void append_forms(struct bytes *page, struct forms forms)
{
	for (size_t i = 0; i < forms.count; i++) {
		const struct row *form = forms.rows[i];
		size_t len;
		const char *name = row_key(form, 1, &len);
		bytes_format(page, "<div class=form><bdi lang=%s class=\"%s\">", is_arabic(form) ? "ar" : "\"\"",
			     strcmp(form->text[0], preferred) != 0 ? "variant" : preferred);
		html_text(page, name, len, false);
		bytes_append_text(page, "</bdi> <small>× ");
		number_append(page, form->count[0]);
		if (strcmp(form->text[0], preferred) != 0) {
			bytes_append_text(page, " · ");
			html_label(page, LABEL_FORM, form->text[0], strlen(form->text[0]));
		}
		bytes_append_text(page, "</small>");
		if (form->example_count) {
			bytes_format(page, "<details><summary>%s</summary>", _("Where"));
			html_example(page, &form->examples[0], is_arabic(form) ? "ar" : "");
			bytes_append_text(page, "</details>");
		}
		bytes_append_text(page, "</div>");
	}
}

static void append_name(struct bytes *page, const struct row *place)
{
	static const struct {
		size_t text;
		const char *language;
	} names[] = {{PLACES_FRENCH, "fr"}, {PLACES_ARABIC, "ar"}};
	for (size_t i = 0; i < 2; i++) {
		if (!*place->text[names[i].text])
			continue;
		bytes_format(page, "%s<bdi lang=%s>", i && *place->text[PLACES_FRENCH] ? " · " : "", names[i].language);
		html_string(page, place->text[names[i].text]);
		bytes_append_text(page, "</bdi>");
	}
}

static void append_place(struct bytes *page, const struct row *place, bool inconsistent, struct forms forms)
{
	bytes_append_text(page, "<tr id=\"place-");
	html_append(page, place->key, strlen(place->key));
	bytes_append_text(page, "\"><th scope=row>");
	append_name(page, place);
	bytes_append_text(page, " <bdi class=id dir=ltr>");
	html_string(page, place->key);
	bytes_format(page, "</bdi>%s%s%s</th><td>", inconsistent ? " <span class=\"badge warning\">" : "",
		     inconsistent ? _("several forms") : "", inconsistent ? "</span>" : "");
	html_string(page, i18n_text(place->text[PLACES_FEATURE]));
	bytes_append_text(page, "</td><td><bdi>");
	html_string(page, place->text[PLACES_COUNTRY]);
	bytes_format(page, "</bdi></td><td class=number data-v=%llu>", (unsigned long long)place->count[0]);
	number_append(page, place->count[0]);
	bytes_append_text(page, "</td><td class=forms>");
	append_forms(page, forms);
	bytes_append_text(page, "</td></tr>\n");
}

static void append_rest(struct bytes *page, size_t count)
{
	bytes_append_text(page, "<p>");
	bytes_format(page, P_("%zu place more", "%zu places more", count), count);
	bytes_append_text(page, "</p>\n");
}

void html_places(struct bytes *page, const struct tally *total)
{
	size_t count;
	const struct table *forms = &total->tables[TABLE_PLACE_FORMS];
	struct html_rank *ranks = html_rank(&total->tables[TABLE_PLACES], weigh, forms, &count);
	if (count) {
		html_section(page, "places", _("Places"));
		html_map(page, total);
		html_fold(page, count < PLACES_MAX ? count : PLACES_MAX);
		bytes_format(page,
			     "<div class=scroll tabindex=0><table class=\"list sortable long\">\n<thead><tr><th scope=col>%s</th><th scope=col>%s</th>"
			     "<th scope=col>%s</th><th scope=col class=number>%s</th><th scope=col class=plain>%s</th></tr></thead>\n<tbody>\n",
			     _("Place"), _("Kind"), _("Country"), _("Count"), _("Written"));
		for (size_t i = 0; i < count && i < PLACES_MAX; i++)
			append_place(page, ranks[i].row, ranks[i].weight >> 60, forms_of(forms, ranks[i].row->key));
		bytes_append_text(page, "</tbody></table></div>\n");
		if (count > PLACES_MAX)
			append_rest(page, count - PLACES_MAX);
		bytes_append_text(page, "</section>\n");
	}
	free(ranks);
}
