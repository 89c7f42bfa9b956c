# SPDX-License-Identifier: MIT
# norm-report. All of it but main() is a library, for the unit tests.

noinst_LTLIBRARIES += tools/libreport.la
tools_libreport_la_CPPFLAGS = $(TOOLS_CPPFLAGS)
tools_libreport_la_CFLAGS = $(TOOLS_CFLAGS) $(XXHASH_CFLAGS) -pthread
tools_libreport_la_SOURCES = \
	tools/report/baseline.c \
	tools/report/baseline.h \
	tools/report/baseline_file.c \
	tools/report/baseline_file.h \
	tools/report/characters.c \
	tools/report/characters.h \
	tools/report/counts.c \
	tools/report/counts.h \
	tools/report/counts_end.c \
	tools/report/file_name.c \
	tools/report/file_name.h \
	tools/report/finding.c \
	tools/report/finding.h \
	tools/report/findings.c \
	tools/report/findings.h \
	tools/report/fingerprint.c \
	tools/report/fingerprint.h \
	tools/report/format.h \
	tools/report/found_rules.c \
	tools/report/found_rules.h \
	tools/report/given.c \
	tools/report/given.h \
	tools/report/html.c \
	tools/report/html_bars.c \
	tools/report/html_characters.c \
	tools/report/html_files.c \
	tools/report/html_findings.c \
	tools/report/html_map.c \
	tools/report/html_overview.c \
	tools/report/html_parts.h \
	tools/report/html_places.c \
	tools/report/html_rank.c \
	tools/report/html_repeats.c \
	tools/report/html_styles.c \
	tools/report/html_text.c \
	tools/report/job.c \
	tools/report/job.h \
	tools/report/kept.c \
	tools/report/kept.h \
	tools/report/labels.c \
	tools/report/labels.h \
	tools/report/lint.c \
	tools/report/lint.h \
	tools/report/load.c \
	tools/report/load.h \
	tools/report/locator.c \
	tools/report/locator.h \
	tools/report/merge.c \
	tools/report/merge.h \
	tools/report/option_table.c \
	tools/report/option_table.h \
	tools/report/options.c \
	tools/report/options.h \
	tools/report/pass.c \
	tools/report/pass.h \
	tools/report/paths.c \
	tools/report/paths.h \
	tools/report/piece.c \
	tools/report/piece.h \
	tools/report/places.c \
	tools/report/places.h \
	tools/report/plain.h \
	tools/report/print_findings.c \
	tools/report/print_json.c \
	tools/report/print_places.c \
	tools/report/print_styles.c \
	tools/report/print_text.c \
	tools/report/print_text.h \
	tools/report/print_tsv.c \
	tools/report/queue.c \
	tools/report/queue.h \
	tools/report/repeats.c \
	tools/report/repeats.h \
	tools/report/report.c \
	tools/report/report.h \
	tools/report/rules.c \
	tools/report/rules.h \
	tools/report/sarif.c \
	tools/report/sarif.h \
	tools/report/segments.c \
	tools/report/segments.h \
	tools/report/setup.h \
	tools/report/styles.c \
	tools/report/styles.h \
	tools/report/table.c \
	tools/report/table.h \
	tools/report/tally.c \
	tools/report/tally.h
nodist_tools_libreport_la_SOURCES = tools/report/character_rows.c tools/report/html_assets.c

noinst_PROGRAMS += tools/report/gen_characters
tools_report_gen_characters_SOURCES = tools/report/characters.h tools/report/gen_characters.c
tools_report_gen_characters_CPPFLAGS = $(TOOLS_CPPFLAGS)
tools_report_gen_characters_CFLAGS = $(BASE_CFLAGS) -std=c11 $(ICU_UC_CFLAGS)
tools_report_gen_characters_LDADD = $(ICU_UC_LIBS)

tools/report/character_rows.c: tools/report/gen_characters$(EXEEXT)
	$(call generate,tools/report/gen_characters$(EXEEXT))
CLEANFILES += tools/report/character_rows.c

# The style and the script of the page
HTML_ASSETS = tools/report/html_assets.sh tools/report/html_page.css tools/report/html_page.js
EXTRA_DIST += $(HTML_ASSETS)
tools/report/html_assets.c: $(HTML_ASSETS)
	$(call generate,$(SHELL) $^)
CLEANFILES += tools/report/html_assets.c

bin_PROGRAMS += tools/report/norm-report
dist_man_MANS += tools/report/norm-report.1
tools_report_norm_report_CPPFLAGS = $(TOOLS_CPPFLAGS)
tools_report_norm_report_CFLAGS = $(TOOLS_CFLAGS) -pthread
tools_report_norm_report_LDADD = tools/libreport.la $(TOOLS_LIBS)
tools_report_norm_report_SOURCES = tools/report/main.c
