# SPDX-License-Identifier: MIT
# The tests of norm-compare that need more than a name in a list of tests/local.mk.

# --- How well it tells differences that are known, and pairs for `make bench' ---
EXTRA_PROGRAMS += tests/accuracy/print_pair
CLEANFILES += tests/accuracy/print_pair
tests_accuracy_print_pair_SOURCES = \
	tests/accuracy/pair.c \
	tests/accuracy/pair.h \
	tests/accuracy/pair_names.h \
	tests/accuracy/print_pair.c
tests_accuracy_print_pair_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tools
tests_accuracy_print_pair_LDADD = tests/libaccuracy.la $(LDADD)
tests_accuracy_compare_SOURCES = \
	tests/accuracy/compare.c \
	tests/accuracy/pair.c \
	tests/accuracy/pair.h \
	tests/accuracy/pair_names.c \
	tests/accuracy/pair_names.h \
	tools/compare/classes.c \
	tools/compare/classes.h
tests_accuracy_compare_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tools -DLOCALEDIR=\"$(localedir)\" $(YAJL_CFLAGS)
tests_accuracy_compare_LDADD = tests/libaccuracy.la $(LDADD) $(YAJL_LIBS) $(LIBINTL)

# --- Unit tests ---
if CRITERION
# The tool links the library as others do: functions and headers of its own may have names that are inside of it, too
PROGRAM_TESTS += tests/unit/unit_compare
tests_unit_unit_compare_CPPFLAGS = $(TOOLS_CPPFLAGS) -I$(top_srcdir)/tests -idirafter $(top_srcdir)/libnorm \
	$(CRITERION_CFLAGS) $(ICU_UC_CFLAGS) $(XXHASH_CFLAGS)
tests_unit_unit_compare_LDADD = $(TOOLS_LIBS) $(CRITERION_LIBS) $(ICU_UC_LIBS)
tests_unit_unit_compare_SOURCES = \
	tests/unit/compare/test_align.c \
	tests/unit/compare/test_difference.c \
	tests/unit/compare/test_token.c \
	$(COMPARE_CORE)
endif
