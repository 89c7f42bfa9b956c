/* SPDX-License-Identifier: MIT */
#include "places/report.h"

#include "text/error_field.h"

static void tell(struct report *report, bool is_error, norm_error *finding)
{
	error_field(finding->file, sizeof finding->file, report->file);
	finding->line = report->line;
	if (is_error && report->first.code == NORM_ERROR_NONE)
		report->first = *finding;
	if (report->visit)
		report->visit(report->user, finding, is_error);
}

static void fill(norm_error *finding, norm_error_code code, const char *column, struct cell subject, const char *expected)
{
	finding->status = NORM_E_DATA;
	finding->code = code;
	error_field_bytes(finding->subject, sizeof finding->subject, subject.at, subject.len);
	error_field(finding->section, sizeof finding->section, column ? column : "");
	error_field(finding->expected, sizeof finding->expected, expected ? expected : "");
}

void report_error(struct report *report, norm_error_code code, const char *column, struct cell subject,
		  const char *expected)
{
	norm_error finding = {0};
	fill(&finding, code, column, subject, expected);
	tell(report, true, &finding);
}

void report_warning(struct report *report, norm_error_code code, const char *column, struct cell subject,
		    const char *expected)
{
	norm_error finding = {0};
	fill(&finding, code, column, subject, expected);
	tell(report, false, &finding);
}
