# SPDX-License-Identifier: MIT
# How well the library does its work: seconds in `make check', all of the corpus in `make accuracy'.
ACCURACY = \
	tests/accuracy/encoding \
	tests/accuracy/encoding_doubt \
	tests/accuracy/visual \
	tests/accuracy/entities \
	tests/accuracy/languages \
	tests/accuracy/line_ends \
	tests/accuracy/mojibake \
	tests/accuracy/names \
	tests/accuracy/places \
	tests/accuracy/compare \
	tests/accuracy/romanise
PROGRAM_TESTS += $(ACCURACY)

# What they share, and what writes the text to count models from
check_LTLIBRARIES += tests/libaccuracy.la
tests_libaccuracy_la_CPPFLAGS = $(AM_CPPFLAGS) $(YAJL_CFLAGS)
tests_libaccuracy_la_LIBADD = libnorm/libcore.la $(YAJL_LIBS)
tests_libaccuracy_la_SOURCES = \
	tests/accuracy/bed.c \
	tests/accuracy/bed.h \
	tests/accuracy/decode.c \
	tests/accuracy/decode.h \
	tests/accuracy/encode.c \
	tests/accuracy/encode.h \
	tests/accuracy/mixed.c \
	tests/accuracy/mixed.h
tests_accuracy_encoding_LDADD = tests/libaccuracy.la
tests_accuracy_encoding_doubt_LDADD = tests/libaccuracy.la
EXTRA_PROGRAMS += tests/accuracy/print_news
CLEANFILES += tests/accuracy/print_news
tests_accuracy_print_news_LDADD = tests/libaccuracy.la
tests_accuracy_visual_SOURCES = \
	tests/accuracy/display.c \
	tests/accuracy/display.h \
	tests/accuracy/other_languages.h \
	tests/accuracy/visual.c
tests_accuracy_visual_CPPFLAGS = $(AM_CPPFLAGS) $(ICU_CFLAGS)
tests_accuracy_visual_LDADD = tests/libaccuracy.la $(LDADD) $(ICU_LIBS)
tests_accuracy_entities_LDADD = tests/libaccuracy.la $(LDADD)
tests_accuracy_languages_LDADD = tests/libaccuracy.la $(LDADD)
tests_accuracy_line_ends_LDADD = tests/libaccuracy.la $(LDADD)
tests_accuracy_places_LDADD = tests/libaccuracy.la $(LDADD)
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

tests_accuracy_mojibake_SOURCES = \
	tests/accuracy/mojibake.c \
	tests/accuracy/recombine.c \
	tests/accuracy/recombine.h
tests_accuracy_mojibake_LDADD = tests/libaccuracy.la $(LDADD)

EXTRA_DIST += tests/accuracy/cross_validate.sh tests/accuracy/exchange_halves.sh tests/accuracy/persons.tsv
EXTRA_PROGRAMS += tests/accuracy/name_lines
CLEANFILES += tests/accuracy/name_lines
tests_accuracy_names_SOURCES = \
	tests/accuracy/name_pairs.c \
	tests/accuracy/name_pairs.h \
	tests/accuracy/names.c
tests_accuracy_names_LDADD = tests/libaccuracy.la $(LDADD)

tests_accuracy_romanise_SOURCES = \
	tests/accuracy/name_pairs.c \
	tests/accuracy/name_pairs.h \
	tests/accuracy/romanise.c

accuracy: all
	@$(MAKE) $(AM_MAKEFLAGS) $(ACCURACY)
	@$(AM_TESTS_ENVIRONMENT) for bed in $(ACCURACY); do $$bed long || exit 1; done
.PHONY: accuracy
