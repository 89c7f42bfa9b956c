/* SPDX-License-Identifier: MIT */
/* Sizes, text and examples of the page. */
#include <string.h>

#include "common/html.h"
#include "common/i18n.h"
#include "common/message.h"
#include "common/utf8.h"
#include "report/characters.h"
#include "report/html_parts.h"

/* ---- Sizes ---- */

static void append_unit(struct bytes *page, const char *unit)
{
	bytes_format(page, "\u00A0<span class=unit>%s</span>", unit);
}

void html_size(struct bytes *page, uint64_t bytes)
{
	static const char *const units[] = {N_("kB"), N_("MB"), N_("GB"), N_("TB")};
	double size = (double)bytes / 1000;
	size_t unit = 0;
	if (bytes < 1000) {
		number_append(page, bytes);
		append_unit(page, _("bytes"));
		return;
	}
	for (; size >= 999.5 && unit < 3; unit++)
		size /= 1000;
	number_append_rounded(page, size);
	append_unit(page, gettext(units[unit]));
}

/* ---- Text ---- */

/* Cannot be in a page, or changes the order of what is around it. */
static bool is_unruly(uint32_t cp)
{
	return (cp < ' ' && cp != '\t' && cp != '\n') || (cp >= 0x7F && cp < 0xA0) || cp == 0x61C || cp == 0x200B ||
	       (cp >= 0x200E && cp <= 0x200F) || (cp >= 0x2028 && cp <= 0x202E) || (cp >= 0x2066 && cp <= 0x2069) ||
	       cp == 0xFEFF || cp >= UTF8_BYTE;
}

static bool is_invisible(uint32_t cp)
{
	/* tabs and ends of lines are plain to who counts */
	if (cp < ' ')
		return true;
	struct character character = cp < CHARACTERS_LOW ? character_low[cp] : character_find(cp);
	return character.kind & CHARACTER_INVISIBLE;
}

static void append_code_point(struct bytes *page, uint32_t cp)
{
	if (cp >= UTF8_BYTE)
		bytes_format(page, "<code>%02X</code>", (unsigned)(cp - UTF8_BYTE));
	else
		bytes_format(page, "<code>U+%04X</code>", (unsigned)cp);
}

void html_text(struct bytes *page, const char *text, size_t len, bool exact)
{
	const char *end = text + len;
	for (const char *at = text, *next; at < end; at = next) {
		uint32_t cp;
		next = at + utf8_decode(at, end, &cp);
		bool at_end = cp == ' ' && (at == text || next == end);
		if (is_unruly(cp) || (exact && (is_invisible(cp) || at_end)))
			append_code_point(page, cp);
		else
			html_append(page, at, (size_t)(next - at));
	}
}

void html_string(struct bytes *page, const char *text)
{
	html_text(page, text, strlen(text), false);
}

void html_label(struct bytes *page, enum label_kind kind, const char *name, size_t len)
{
	const char *label = label_find(kind, name, len);
	if (label)
		html_string(page, label);
	else
		html_text(page, name, len, false);
}

void html_section(struct bytes *page, const char *id, const char *title)
{
	bytes_format(page, "<section id=%s aria-labelledby=%s-h>\n<h2 id=%s-h>%s</h2>\n", id, id, id, title);
}

/* Without its sheet of style all are shown. */
void html_fold(struct bytes *page, size_t count)
{
	enum { OPEN = 50 };
	if (count <= OPEN)
		return;
	bytes_append_text(page, "<label class=unfold><input type=checkbox> ");
	bytes_format(page, P_("Show %zu row", "Show all %zu rows", count), count);
	bytes_append_text(page, "</label>\n");
}

/* ---- Examples ---- */

static void append_marked(struct bytes *page, const struct example *example)
{
	const char *tag = example->after ? "del" : "mark";
	if (*example->text || !example->after) {
		bytes_format(page, "<%s>", tag);
		html_text(page, example->text, strlen(example->text), true);
		bytes_format(page, "</%s>", tag);
	}
	if (example->after && *example->after) {
		bytes_append_text(page, "<ins>");
		html_text(page, example->after, strlen(example->after), true);
		bytes_append_text(page, "</ins>");
	}
}

void html_example(struct bytes *page, const struct example *example, const char *language)
{
	bytes_append_text(page, "<div class=example><bdi class=at dir=ltr>");
	html_string(page, example->file);
	bytes_format(page, ":%llu:%llu</bdi>", (unsigned long long)example->line, (unsigned long long)example->column);
	bytes_format(page, "<p dir=auto lang=\"%s\">", language);
	html_string(page, example->left);
	append_marked(page, example);
	html_string(page, example->right);
	bytes_append_text(page, "</p></div>");
}

/* The language of the sentence that an example stands in, as far as it shows it. */
static const char *language_of(const struct html_report *report, const struct example *example)
{
	struct bytes text = {0};
	size_t at = strlen(example->left);
	bytes_append(&text, example->left, at);
	bytes_append_text(&text, example->text);
	bytes_append_text(&text, example->right);
	if (norm_levels_read(report->levels, text.at, text.len) != NORM_OK)
		message_out_of_memory();
	norm_language language = norm_levels_language_at(report->levels, at);
	bytes_release(&text);
	return language == NORM_LANGUAGE_NONE ? "" : norm_language_tag(language);
}

void html_examples(struct bytes *page, const struct html_report *report, const struct row *row)
{
	size_t more = row->example_count ? row->example_count - 1 : 0;
	if (row->example_count)
		html_example(page, &row->examples[0], language_of(report, &row->examples[0]));
	if (!more)
		return;
	bytes_append_text(page, "<details><summary>");
	bytes_format(page, P_("%zu more example", "%zu more examples", more), more);
	bytes_append_text(page, "</summary>");
	for (size_t i = 1; i < row->example_count; i++)
		html_example(page, &row->examples[i], language_of(report, &row->examples[i]));
	bytes_append_text(page, "</details>");
}
