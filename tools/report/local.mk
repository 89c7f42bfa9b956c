# SPDX-License-Identifier: MIT
# norm-report. All of it but main() is a library, for the unit tests.

noinst_LTLIBRARIES += tools/libreport.la
tools_libreport_la_CPPFLAGS = $(TOOLS_CPPFLAGS)
tools_libreport_la_CFLAGS = $(TOOLS_CFLAGS) $(XXHASH_CFLAGS)
tools_libreport_la_SOURCES = \
	tools/report/baseline.c \
	tools/report/baseline.h \
	tools/report/baseline_file.c \
	tools/report/baseline_file.h \
	tools/report/file_name.c \
	tools/report/file_name.h \
	tools/report/finding.c \
	tools/report/finding.h \
	tools/report/fingerprint.c \
	tools/report/fingerprint.h \
	tools/report/sarif.c \
	tools/report/sarif.h \
	tools/report/severity.c \
	tools/report/severity.h \
	tools/report/table.c \
	tools/report/table.h \
	tools/report/tally.c \
	tools/report/tally.h
