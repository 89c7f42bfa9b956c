/* SPDX-License-Identifier: MIT */
/*
 * A page for the browser, complete in one file and without scripts: both texts side by side, each paragraph in its own
 * direction; the legend switches classes on and off. On a narrow screen the new text stands below the old one.
 */
#include <string.h>

#include "common/html.h"
#include "common/i18n.h"
#include "common/utf8.h"
#include "compare/groups.h"

/* Lines that are the same are folded away, but for so many beside a difference. */
enum { BESIDE = 2 };

static const char style[] =
	":root{color-scheme:light dark;--out:#a40e26;--in:#116329;--out-bg:#ffebe9;--in-bg:#dafbe1;--noise:#fff3c4;--move:#0a58a8;--move-bg:#ddf1ff;"
	"--line:#8884;--soft:#8882}\n"
	"@media(prefers-color-scheme:dark){:root{--out:#ff9a94;--in:#7ee2a0;--out-bg:#5c1a1d;--in-bg:#12432a;--noise:#4d4010;--move:#8cc8ff;--move-bg:#0d3256}}\n"
	"*{box-sizing:border-box}\n"
	"body{margin:0 auto;padding:1rem;max-width:90rem;font:1rem/1.6 system-ui,sans-serif;overflow-wrap:anywhere}\n"
	"h1{font-size:1.3rem}h2{font-size:1rem;margin:.2rem 0}\n"
	"fieldset{border:1px solid var(--line);border-radius:.5rem;margin:0 0 1rem;display:flex;flex-wrap:wrap;gap:.3rem 1rem}\n"
	"label{white-space:nowrap}output{opacity:.7;font-variant-numeric:tabular-nums}\n"
	".row{content-visibility:auto;contain-intrinsic-size:auto 4rem;display:grid;grid-template-columns:1fr 1fr;gap:0 1.5rem;border-top:1px solid var(--line);padding:.3rem 0}\n"
	".row>div{min-width:0}p{margin:.3rem 0;min-height:1em;white-space:pre-wrap}\n"
	"p[data-line]::before{content:attr(data-line);float:inline-start;margin-inline-end:.6em;opacity:.5;font-size:.75em;"
	"font-variant-numeric:tabular-nums;unicode-bidi:isolate}\n"
	"del,ins{text-decoration:none;border-radius:.2em}\n"
	"details{border-top:1px solid var(--line);background:var(--soft)}summary{cursor:pointer;padding:.2rem .5rem;opacity:.7}\n"
	"code{font-size:.75em;opacity:.8;unicode-bidi:isolate}\n"
	"@media(max-width:45rem){.row{grid-template-columns:1fr}.same>div+div{display:none}.row>div+div:not(:empty){border-inline-start:3px solid "
	"var(--line);padding-inline-start:.6rem}}\n"
	"@media print{fieldset,summary{display:none}body{max-width:none}}\n";

/* What a page cannot hold; where it is `exact`, also what nobody sees. */
static bool is_named(uint32_t cp, bool exact)
{
	if ((cp < ' ' && cp != '\t' && cp != '\n') || cp == 0x7F || cp >= UTF8_BYTE)
		return true;
	return exact && ((cp <= ' ' && cp != ' ') || cp == 0xA0 || cp == 0xAD || (cp >= 0x2000 && cp <= 0x200F) || cp == 0x202F ||
			 (cp >= 0x2028 && cp <= 0x202E) || (cp >= 0x2060 && cp <= 0x206F) || cp == 0x61C || cp == 0xFEFF);
}

static void append_escaped(struct bytes *page, const char *text, size_t len, bool exact)
{
	const char *end = text + len, *done = text;
	for (size_t size; text < end; text += size) {
		uint32_t cp;
		size = utf8_decode(text, end, &cp);
		if (!is_named(cp, exact))
			continue;
		html_append(page, done, (size_t)(text - done));
		bytes_format(page, "<code>U+%04X</code>", (unsigned)cp);
		done = text + size;
	}
	html_append(page, done, (size_t)(text - done));
}

/* ---- The head: what is compared, and the legend ---- */

static void append_style(struct bytes *page)
{
	bytes_format(page, "<style>\n%s", style);
	/* A mark shows what it is for as long as one of its classes is on. */
	for (unsigned class = 0; class < CLASS_COUNT; class++) {
		const char *name = class_name(class);
		bool noise = CLASSES_NOISE >> class & 1, moved = class == CLASS_MOVED;
		bytes_format(page, "body:has(#c-%s:checked) del.%s{background:var(--%s);color:var(--%s);text-decoration:line-through}\n",
			     name, name, noise ? "noise" : moved ? "move-bg" : "out-bg", moved ? "move" : "out");
		bytes_format(page, "body:has(#c-%s:checked) ins.%s{background:var(--%s);color:var(--%s)}\n", name, name,
			     noise ? "noise" : moved ? "move-bg" : "in-bg", moved ? "move" : "in");
	}
	bytes_append_text(page, "</style>\n");
}

static void append_legend(struct bytes *page, const struct differences *differences)
{
	bytes_format(page, "<fieldset><legend>%s</legend>\n", _("Show"));
	for (unsigned class = 0; class < CLASS_COUNT; class++) {
		if (differences->of_class[class])
			bytes_format(page, "<label><input type=checkbox id=c-%s checked> %s <output>%zu</output></label>\n",
				     class_name(class), class_title(class), differences->of_class[class]);
	}
	if (!differences->count)
		bytes_format(page, "<span>%s</span>\n", _("no differences"));
	bytes_append_text(page, "</fieldset>\n");
}

static void append_file(struct bytes *page, const struct text *text)
{
	bytes_append_text(page, "<div><h2 dir=auto>");
	append_escaped(page, text->shown, strlen(text->shown), false);
	bytes_append_text(page, "</h2></div>");
}

static void append_head(struct bytes *page, const struct comparison *comparison)
{
	html_append_start(page);
	html_append(page, comparison->a.text.shown, strlen(comparison->a.text.shown));
	bytes_append_text(page, " → ");
	html_append(page, comparison->b.text.shown, strlen(comparison->b.text.shown));
	bytes_append_text(page, "</title>\n");
	append_style(page);
	bytes_format(page, "<h1>%s</h1>\n", _("What has changed"));
	append_legend(page, &comparison->differences);
	bytes_append_text(page, "<main>\n<div class=row>");
	append_file(page, &comparison->a.text);
	append_file(page, &comparison->b.text);
	bytes_append_text(page, "</div>\n");
}

/* ---- The texts ---- */

static void append_mark(struct bytes *page, struct print *print, const struct mark *mark, bool is_a)
{
	const struct side *side = is_a ? &print->comparison->a : &print->comparison->b;
	struct slice slice = mark->slice;
	class_set classes = mark->difference->classes;
	bool exact = classes & (CLASS(SPACE) | CLASS(INVISIBLE) | CLASS(LINE_BREAK)) && slice.end - slice.start < 64;
	bytes_format(page, "<%s class=\"", is_a ? "del" : "ins");
	print_append_classes(page, classes, "", " ");
	bytes_append_text(page, "\" title=\"");
	print_append_classes(page, classes, "", ", ");
	if (classes & CLASS(MOVED)) {
		bytes_append_char(page, ' ');
		print_append_moved(page, print, mark->difference);
	}
	bytes_append_text(page, "\">");
	append_escaped(page, side->text.at + slice.start, slice.end - slice.start, exact);
	bytes_format(page, "</%s>", is_a ? "del" : "ins");
}

static void append_line(struct bytes *page, struct print *print, struct slice line, const struct marks *marks, size_t *next, bool is_a)
{
	const char *text = is_a ? print->comparison->a.text.at : print->comparison->b.text.at;
	for (struct mark mark; marks_next(marks, next, line, &mark); line.start = mark.slice.end) {
		append_escaped(page, text + line.start, mark.slice.start - line.start, false);
		append_mark(page, print, &mark, is_a);
	}
	append_escaped(page, text + line.start, line.end - line.start, false);
}

/* Lines [from, to) of one side: a cell of a row. */
static void append_cell(struct bytes *page, struct print *print, bool is_a, size_t from, size_t to, const struct marks *marks,
			size_t *next)
{
	const struct lines *lines = is_a ? &print->a : &print->b, *in_file = is_a ? &print->there_a : &print->there_b;
	bytes_append_text(page, "<div>");
	for (size_t line = from; line < to; line++) {
		size_t number = lines_find(in_file, lines->starts[line]);
		bytes_append_text(page, "<p dir=auto");
		/* what goes on from the row before has no number, nor has an empty line that only the other text has */
		if (in_file->starts[number] == lines->starts[line] &&
		    (line + 1 == lines->count || lines->starts[line + 1] != lines->starts[line]))
			bytes_format(page, " data-line=%zu", number + 1);
		bytes_append_char(page, '>');
		append_line(page, print, line_slice(lines, line), marks, next, is_a);
		bytes_append_text(page, "</p>");
	}
	bytes_append_text(page, "</div>");
}

static void append_same_row(struct bytes *page, struct print *print, size_t a, size_t b, size_t count)
{
	static const struct marks none = {0};
	size_t next = 0;
	if (!count)
		return;
	bytes_append_text(page, "<div class=\"row same\">");
	append_cell(page, print, true, a, a + count, &none, &next);
	append_cell(page, print, false, b, b + count, &none, &next);
	bytes_append_text(page, "</div>\n");
}

static void append_group(struct bytes *page, struct print *print, const struct group *group, bool same)
{
	struct marks a, b;
	struct line_rows rows = {0};
	size_t next_a = 0, next_b = 0;
	marks_of_group(print, group, true, &a);
	marks_of_group(print, group, false, &b);
	line_rows_of_group(print, group, &rows);
	for (size_t i = 0; i < rows.count; i++) {
		/* on a narrow screen what is the same is shown once, on the left */
		bool once = same && rows.at[i].a < rows.at[i].a_end;
		bytes_append_text(page, once ? "<div class=\"row same\">" : "<div class=row>");
		append_cell(page, print, true, rows.at[i].a, rows.at[i].a_end, &a, &next_a);
		append_cell(page, print, false, rows.at[i].b, rows.at[i].b_end, &b, &next_b);
		bytes_append_text(page, "</div>\n");
	}
	line_rows_release(&rows);
	marks_release(&a);
	marks_release(&b);
}

/* What lies between two groups is the same. Of it there are a few lines at both ends, the rest is folded. Lines may be broken in other places. */
static void append_same(struct bytes *page, struct print *print, struct group range)
{
	static const struct marks none = {0};
	size_t a_count = range.a_end - range.a, b_count = range.b_end - range.b, next = 0;
	if (a_count == b_count && b_count <= 2 * BESIDE + 1) {
		append_same_row(page, print, range.a, range.b, b_count);
		return;
	}
	if (range.first && a_count <= 2 * BESIDE + 1 && b_count <= 2 * BESIDE + 1) {
		append_group(page, print, &(struct group){range.a, range.a_end, range.b, range.b_end, 0, 0}, true);
		return;
	}
	if (!a_count && !b_count)
		return;
	size_t beside = a_count > 2 * BESIDE && b_count > 2 * BESIDE ? BESIDE : 0, skip = range.first ? beside : 0;
	size_t folded = (a_count > b_count ? a_count : b_count) - skip - beside;
	append_same_row(page, print, range.a, range.b, skip);
	/* around a dispatch there may be anything */
	bool is_within = print->options->action == ACTION_WITHIN;
	bytes_append_text(page, "<details><summary>");
	bytes_format(page, is_within ? P_("%zu line without marks", "%zu lines without marks", folded)
				     : P_("%zu line is the same", "%zu lines are the same", folded), folded);
	bytes_append_text(page, "</summary>");
	bytes_append_text(page, "<div class=\"row same\">");
	append_cell(page, print, true, range.a + skip, range.a_end - beside, &none, &next);
	append_cell(page, print, false, range.b + skip, range.b_end - beside, &none, &next);
	bytes_append_text(page, "</div></details>\n");
	append_same_row(page, print, range.a_end - beside, range.b_end - beside, beside);
}

static bool flush(struct print *print, struct bytes *page)
{
	bool good = output_write(print->out, page->at, page->len);
	page->len = 0;
	return good;
}

bool print_html(struct print *print)
{
	struct bytes page = {0};
	struct group group = {0}, before = {0};
	print_break_lines(print);
	append_head(&page, print->comparison);
	bool good = flush(print, &page);
	for (size_t next = 0; good && group_next(print, next, &group); next = group.last) {
		append_same(&page, print, (struct group){before.a_end, group.a, before.b_end, group.b, next, 0});
		append_group(&page, print, &group, false);
		good = flush(print, &page);
		before = group;
	}
	append_same(&page, print, (struct group){before.a_end, print->a.count, before.b_end, print->b.count, before.last, 0});
	bytes_append_text(&page, "</main>\n</html>\n");
	good = good && flush(print, &page);
	bytes_release(&page);
	return good;
}
