/* SPDX-License-Identifier: MIT */
#include "report/report.h"

#include <unistd.h>

#include "common/i18n.h"
#include "common/message.h"

static const struct format *format_of(const struct options *options)
{
	static const struct format *const formats[] = {
		[FORM_TEXT] = &format_text, [FORM_JSON] = &format_json, [FORM_TSV] = &format_tsv,
		[FORM_HTML] = &format_html, [FORM_LINT] = NULL,		[FORM_SARIF] = NULL,
	};
	return formats[options->form];
}

static void print_out(struct report *report)
{
	output_write(&report->out, report->print.out.at, report->print.out.len);
	report->print.out.len = 0;
}

void report_start(struct report *report, const struct options *options, const struct finding_sink *sink,
		  const norm_profile *profile)
{
	*report = (struct report){.options = options, .format = format_of(options), .sink = sink};
	report->print = (struct print){.sections = options->sections, .isolate = isatty(STDOUT_FILENO)};
	output_init(&report->out, STDOUT_FILENO, _("(standard output)"));
	tally_init(&report->total, NULL);
	if (!sink || !sink->begin)
		return;
	sink->begin(&report->print.out, profile);
	print_out(report);
}

void report_file(struct report *report, struct tally *file)
{
	if (!report->format || !report->format->file || report->options->total_only)
		return;
	tally_sort(file);
	report->format->file(&report->print, file);
	print_out(report);
}

void report_findings(struct report *report, struct bytes *out, bool is_first)
{
	if (is_first && report->has_written)
		output_text(&report->out, report->sink->between);
	output_write(&report->out, out->at, out->len);
	report->has_written = true;
	out->len = 0;
}

static int status_of(const struct report *report)
{
	static const enum count counts[] = {[NORM_SEVERITY_NOTE] = COUNT_NOTES,
					    [NORM_SEVERITY_WARNING] = COUNT_WARNINGS,
					    [NORM_SEVERITY_ERROR] = COUNT_ERRORS};
	norm_severity least = report->options->fail_on;
	if (report->failed)
		return STATUS_TROUBLE;
	for (int i = (int)least; least != NORM_SEVERITY_OFF && i <= NORM_SEVERITY_ERROR; i++) {
		if (report->total.count[counts[i]])
			return STATUS_FOUND;
	}
	return STATUS_OK;
}

int report_end(struct report *report)
{
	tally_sort(&report->total);
	if (report->format)
		report->format->total(&report->print, &report->total);
	if (report->sink && report->sink->end)
		report->sink->end(&report->print.out, report->failed);
	print_out(report);
	report->failed |= !output_finish(&report->out);
	int status = status_of(report);
	tally_release(&report->total);
	bytes_release(&report->print.out);
	bytes_release(&report->print.files);
	return status;
}
