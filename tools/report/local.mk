# SPDX-License-Identifier: MIT
# norm-report. All of it but main() is a library, for the unit tests.

noinst_LTLIBRARIES += tools/libreport.la
tools_libreport_la_CPPFLAGS = $(TOOLS_CPPFLAGS)
tools_libreport_la_CFLAGS = $(TOOLS_CFLAGS) $(XXHASH_CFLAGS)
tools_libreport_la_SOURCES = \
	tools/report/finding.c \
	tools/report/finding.h \
	tools/report/severity.c \
	tools/report/severity.h \
	tools/report/table.c \
	tools/report/table.h \
	tools/report/tally.c \
	tools/report/tally.h
