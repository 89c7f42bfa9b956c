# SPDX-License-Identifier: MIT
# Tests: `make check' runs them all. A test is a program, a script, or a file of golden blocks; tests/driver.sh counts its
# cases. A new unit test goes into the _SOURCES of its room, another program into PROGRAM_TESTS, a script or a golden file
# into its list.

TEST_EXTENSIONS = .sh .txt
LOG_DRIVER = $(SHELL) $(top_srcdir)/tests/driver.sh
SH_LOG_DRIVER = $(LOG_DRIVER)
SH_LOG_COMPILER = sh
TXT_LOG_DRIVER = $(LOG_DRIVER)
TXT_LOG_COMPILER = tests/golden/run_golden

# What scripts and programs find in their environment. Absolute, as a test may change its directory. (The norm-convert
# of the build tree is a script of libtool around the program in .libs: a test wants the program itself.)
AM_TESTS_ENVIRONMENT = \
	export top_srcdir='$(abs_top_srcdir)' top_builddir='$(abs_top_builddir)'; \
	export LD_LIBRARY_PATH='$(abs_top_builddir)/libnorm/.libs'; \
	export NORM_CONVERT='$(abs_top_builddir)/tools/convert/.libs/norm-convert'; \
	export NORM_COMPARE='$(abs_top_builddir)/tools/compare/.libs/norm-compare'; \
	export NORM_PLACES='$(abs_top_builddir)/tools/places/.libs/norm-places'; \
	export NORM_REPORT='$(abs_top_builddir)/tools/report/.libs/norm-report'; \
	export LIBNORM_DATA='$(abs_top_srcdir)/data' LIBNORM_LOCALEDIR='$(abs_top_builddir)/tests/locale'; \
	export LIBNORM_GAZETTEER='$(abs_top_builddir)/data/places/base.gaz'; \
	export NORMALIZATION_TEST='$(abs_top_builddir)/$(UCD_TEST)'; \
	export CC='$(CC)' CXX='$(CXX)' NM='$(NM)' OBJDUMP='$(OBJDUMP)' MAKE='$(MAKE)' PKG_CONFIG='$(PKG_CONFIG)'; \
	export SANITIZER_CFLAGS='$(SANITIZER_CFLAGS)' ASAN_OPTIONS="$${ASAN_OPTIONS-abort_on_error=1:use_sigaltstack=0}"; \
	export LC_ALL=C.UTF-8; unset LANGUAGE;

# Programs reach the inside of the library, and what tests share. One of a single source file needs no more than its
# name in PROGRAM_TESTS.
AM_CPPFLAGS = $(BASE_CPPFLAGS) -I$(top_srcdir)/libnorm -I$(top_srcdir)/tests $(CRITERION_CFLAGS)
AM_CFLAGS = $(BASE_CFLAGS) -std=gnu11
LDADD = tests/libsupport.la libnorm/libcore.la

PROGRAM_TESTS =
check_PROGRAMS += $(PROGRAM_TESTS)

check_LTLIBRARIES += tests/libsupport.la
tests_libsupport_la_SOURCES = \
	tests/property/property.c \
	tests/property/property.h \
	tests/property/random.h \
	tests/property/random_mixed.c \
	tests/property/random_text.c \
	tests/support/equivalence.c \
	tests/support/table_gazetteer.c \
	tests/support/table_gazetteer.h \
	tests/support/escape.c \
	tests/support/escape.h \
	tests/support/gazetteer.c \
	tests/support/gazetteer.h \
	tests/support/laws.c \
	tests/support/laws.h \
	tests/support/outcome.c \
	tests/support/outcome.h \
	tests/support/protect_laws.c \
	tests/support/protect_laws.h \
	tests/support/random_name.h \
	tests/support/repair.c \
	tests/support/repair.h \
	tests/support/runner_leaks.c \
	tests/support/spec.c \
	tests/support/spec.h

# --- Unit tests: a program for each room ---
if CRITERION
UNIT_LIBS = $(LDADD) $(CRITERION_LIBS)

PROGRAM_TESTS += tests/unit/unit_base
tests_unit_unit_base_LDADD = $(UNIT_LIBS)
tests_unit_unit_base_SOURCES = \
	tests/unit/base/test_buffer.c \
	tests/unit/base/test_memory.c

PROGRAM_TESTS += tests/unit/unit_unicode
tests_unit_unit_unicode_LDADD = $(UNIT_LIBS)
tests_unit_unit_unicode_SOURCES = \
	tests/unit/unicode/test_find.c \
	tests/unit/unicode/test_normal.c \
	tests/unit/unicode/test_scan.c \
	tests/unit/unicode/test_tables.c \
	tests/unit/unicode/test_utf8.c

PROGRAM_TESTS += tests/unit/unit_text
tests_unit_unit_text_LDADD = $(UNIT_LIBS)
tests_unit_unit_text_SOURCES = \
	tests/unit/text/test_bidi.c \
	tests/unit/text/test_broken.c \
	tests/unit/text/test_edit_chain.c \
	tests/unit/text/test_edit_list.c \
	tests/unit/text/test_edit_repeat.c \
	tests/unit/text/test_item.c \
	tests/unit/text/test_level.c \
	tests/unit/text/test_lexer.c \
	tests/unit/text/test_paragraph.c \
	tests/unit/text/test_protect.c \
	tests/unit/text/test_ruleset.c \
	tests/unit/text/test_scope.c \
	tests/unit/text/test_seen.c \
	tests/unit/text/test_step.c

PROGRAM_TESTS += tests/unit/unit_arabic
tests_unit_unit_arabic_LDADD = $(UNIT_LIBS)
tests_unit_unit_arabic_SOURCES = \
	tests/unit/arabic/stretch.c \
	tests/unit/arabic/stretch.h \
	tests/unit/arabic/test_detached_waw.c \
	tests/unit/arabic/test_elongation.c \
	tests/unit/arabic/test_letters.c \
	tests/unit/arabic/test_marks.c \
	tests/unit/arabic/test_numbers.c \
	tests/unit/arabic/test_punctuation.c \
	tests/unit/arabic/test_spacing.c \
	tests/unit/arabic/test_tatweel.c

PROGRAM_TESTS += tests/unit/unit_french
tests_unit_unit_french_LDADD = $(UNIT_LIBS)
tests_unit_unit_french_SOURCES = \
	tests/unit/french/test_words.c

PROGRAM_TESTS += tests/unit/unit_repair
tests_unit_unit_repair_LDADD = $(UNIT_LIBS)
tests_unit_unit_repair_SOURCES = \
	tests/unit/arabic/stretch.c \
	tests/unit/arabic/stretch.h \
	tests/unit/repair/cases.c \
	tests/unit/repair/cases.h \
	tests/unit/repair/test_codepage.c \
	tests/unit/repair/test_controls.c \
	tests/unit/repair/test_encoding.c \
	tests/unit/repair/test_encoding_family.c \
	tests/unit/repair/test_evidence.c \
	tests/unit/repair/test_icu.c \
	tests/unit/repair/test_mojibake.c \
	tests/unit/repair/test_visual.c \
	tests/unit/repair/test_entities.c \
	tests/unit/repair/test_escapes.c \
	tests/unit/repair/test_line_ends.c \
	tests/unit/repair/test_tags.c

PROGRAM_TESTS += tests/unit/unit_places
tests_unit_unit_places_LDADD = libnorm/libnorm-translit.la $(UNIT_LIBS) $(ZLIB_LIBS)
tests_unit_unit_places_SOURCES = \
	tests/unit/places/gazetteer_bed.c \
	tests/unit/places/gazetteer_bed.h \
	tests/unit/places/test_bad_files.c \
	tests/unit/places/test_builder.c \
	tests/unit/places/test_filter.c \
	tests/unit/places/test_finder.c \
	tests/unit/places/test_fold.c \
	tests/unit/places/test_gazetteer.c \
	tests/unit/places/test_romanise.c \
	tests/unit/places/test_sieve.c \
	tests/unit/places/test_translit.c \
	tests/unit/places/test_stack.c \
	tests/unit/places/test_trie.c \
	tests/unit/places/test_name_index.c \
	tests/unit/places/test_name_key.c \
	tests/unit/places/test_name_score.c

PROGRAM_TESTS += tests/unit/unit_engine
tests_unit_unit_engine_LDADD = $(UNIT_LIBS)
tests_unit_unit_engine_SOURCES = \
	tests/unit/engine/files.c \
	tests/unit/engine/files.h \
	tests/unit/engine/test_again.c \
	tests/unit/engine/test_apply.c \
	tests/unit/engine/test_beside.c \
	tests/unit/engine/test_context.c \
	tests/unit/engine/test_error.c \
	tests/unit/engine/test_folds.c \
	tests/unit/engine/test_french_findings.c \
	tests/unit/engine/test_levels.c \
	tests/unit/engine/test_profile.c \
	tests/unit/engine/test_profile_files.c \
	tests/unit/engine/test_reach.c \
	tests/unit/engine/test_registry.c \
	tests/unit/engine/test_see.c \
	tests/unit/engine/test_stream.c

# What a tool makes of values that no text of today gives it
PROGRAM_TESTS += tests/unit/unit_tools
tests_unit_unit_tools_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tools $(BANNED)
tests_unit_unit_tools_LDADD = tools/libcommon.la $(UNIT_LIBS) $(YAJL_LIBS) $(POPT_LIBS) $(LIBINTL)
tests_unit_unit_tools_SOURCES = \
	tests/unit/tools/test_arguments.c \
	tests/unit/tools/test_directory.c \
	tests/unit/tools/test_findings.c \
	tests/unit/tools/test_html.c \
	tools/convert/edits.c \
	tools/convert/explain.c \
	tools/convert/json_line.c \
	tools/convert/levels_json.c \
	tools/convert/levels_text.c \
	tools/convert/report.c \
	tools/convert/show_levels.c \
	tools/convert/source_position.c \
	tools/convert/tally.c

# The tool links the library as others do: functions and headers of its own may have names that are inside of it, too
PROGRAM_TESTS += tests/unit/unit_compare
tests_unit_unit_compare_CPPFLAGS = $(TOOLS_CPPFLAGS) -I$(top_srcdir)/tests -idirafter $(top_srcdir)/libnorm \
	$(CRITERION_CFLAGS) $(XXHASH_CFLAGS)
tests_unit_unit_compare_LDADD = $(TOOLS_LIBS) $(CRITERION_LIBS)
tests_unit_unit_compare_SOURCES = \
	tests/unit/compare/test_align.c \
	tests/unit/compare/test_difference.c \
	tests/unit/compare/test_token.c \
	$(COMPARE_CORE)
nodist_tests_unit_unit_compare_SOURCES = tools/compare/character_rows.c

PROGRAM_TESTS += tests/unit/unit_report
tests_unit_unit_report_CPPFLAGS = $(TOOLS_CPPFLAGS) -I$(top_srcdir)/tests -idirafter $(top_srcdir)/libnorm $(CRITERION_CFLAGS)
tests_unit_unit_report_LDADD = tools/libreport.la $(TOOLS_LIBS) $(CRITERION_LIBS)
tests_unit_unit_report_SOURCES = \
	tests/unit/report/test_html.c \
	tests/unit/report/test_origin.c \
	tests/unit/report/test_plain.c \
	tests/unit/report/test_styles.c \
	tests/unit/report/test_table.c
endif

# --- Conformance: the Unicode Consortium's tests ---
PROGRAM_TESTS += \
	tests/conformance/conformance_normalization \
	tests/conformance/unicode_versions
tests_conformance_unicode_versions_LDADD = $(LDADD) $(ICU_LIBS) $(UTF8PROC_LIBS)
tests_conformance_unicode_versions_CPPFLAGS = $(AM_CPPFLAGS) $(ICU_CFLAGS) $(UTF8PROC_CFLAGS)

# --- What a profile makes of a text ---
check_PROGRAMS += tests/golden/run_golden
GOLDEN = \
	tests/golden/arabic_detached_waw.txt \
	tests/golden/arabic_digits.txt \
	tests/golden/arabic_elongation.txt \
	tests/golden/arabic_foreign_forms.txt \
	tests/golden/arabic_forms.txt \
	tests/golden/arabic_letters.txt \
	tests/golden/arabic_marks.txt \
	tests/golden/arabic_marks_and_hamza.txt \
	tests/golden/arabic_number_spaces.txt \
	tests/golden/arabic_numbers.txt \
	tests/golden/arabic_persian_letters.txt \
	tests/golden/arabic_profiles.txt \
	tests/golden/arabic_punctuation.txt \
	tests/golden/arabic_quotes.txt \
	tests/golden/arabic_spacing.txt \
	tests/golden/arabic_tatweel.txt \
	tests/golden/arabic_traps.txt \
	tests/golden/arabic_words.txt \
	tests/golden/case.txt \
	tests/golden/controls.txt \
	tests/golden/controls_language.txt \
	tests/golden/french_apostrophes.txt \
	tests/golden/french_glued_sentences.txt \
	tests/golden/french_inner_quotes.txt \
	tests/golden/french_quotes.txt \
	tests/golden/french_numbers.txt \
	tests/golden/french_ordinals.txt \
	tests/golden/french_times.txt \
	tests/golden/french_units.txt \
	tests/golden/french_abbreviations.txt \
	tests/golden/french_capitals.txt \
	tests/golden/french_ligatures.txt \
	tests/golden/french_dashes.txt \
	tests/golden/french_ellipsis.txt \
	tests/golden/french_low_marks.txt \
	tests/golden/french_missing_spaces.txt \
	tests/golden/french_spaces.txt \
	tests/golden/invalid.txt \
	tests/golden/latin.txt \
	tests/golden/mixed_stranded_marks.txt \
	tests/golden/profile_clean.txt \
	tests/golden/profile_fr.txt \
	tests/golden/profile_nlp.txt \
	tests/golden/profile_none.txt \
	tests/golden/profile_search.txt \
	tests/golden/places.txt \
	tests/golden/profile_wire.txt \
	tests/golden/punctuation.txt \
	tests/golden/repair_encoding.txt \
	tests/golden/repair_entities.txt \
	tests/golden/repair_visual_order.txt \
	tests/golden/second_run.txt \
	tests/golden/spaces.txt \
	tests/golden/unicode_form.txt

# --- The language levels of a text ---
PROGRAM_TESTS += tests/golden/run_levels
EXTRA_DIST += tests/golden/levels.txt tests/golden/levels_arabic_script.txt tests/golden/levels_latin_script.txt

# Protected spans have a markup of their own.
PROGRAM_TESTS += tests/golden/run_protect
EXTRA_DIST += tests/golden/protected.txt

# Names in the other script
PROGRAM_TESTS += tests/golden/run_names
EXTRA_DIST += tests/golden/names.txt
tests_golden_run_names_LDADD = libnorm/libnorm-translit.la $(LDADD)

# --- Laws that hold for random texts ---
PROGRAM_TESTS += \
	tests/property/alloc_failure \
	tests/property/corpus \
	tests/property/edits \
	tests/property/entities \
	tests/property/encodings \
	tests/property/equivalence \
	tests/property/idempotence \
	tests/property/level_bed \
	tests/property/levels \
	tests/property/names \
	tests/property/places \
	tests/property/pathological \
	tests/property/protected \
	tests/property/scope \
	tests/property/streams \
	tests/property/told_levels \
	tests/property/validity

tests_property_levels_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=realloc
tests_property_alloc_failure_SOURCES = \
	tests/property/alloc_acts.h \
	tests/property/alloc_failure.c \
	tests/property/alloc_places.c
tests_property_alloc_failure_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc

include tests/accuracy/local.mk

# --- Fuzzing: `make check' replays the corpus; `make fuzzers' builds the targets for libFuzzer ---
PROGRAM_TESTS += \
	tests/fuzz/replay_apply \
	tests/fuzz/replay_gazetteer \
	tests/fuzz/replay_names \
	tests/fuzz/replay_profile \
	tests/fuzz/replay_stream
REPLAY = tests/fuzz/replay.c tests/fuzz/fuzz.c tests/fuzz/fuzz.h
tests_fuzz_replay_apply_SOURCES = tests/fuzz/fuzz_apply.c $(REPLAY)
tests_fuzz_replay_gazetteer_SOURCES = tests/fuzz/fuzz_gazetteer.c $(REPLAY)
tests_fuzz_replay_gazetteer_LDADD = $(LDADD) $(ZLIB_LIBS)
tests_fuzz_replay_names_SOURCES = tests/fuzz/fuzz_names.c $(REPLAY)
tests_fuzz_replay_profile_SOURCES = tests/fuzz/fuzz_profile.c $(REPLAY)
tests_fuzz_replay_stream_SOURCES = tests/fuzz/fuzz_stream.c $(REPLAY)
EXTRA_DIST += $(wildcard $(srcdir)/tests/fuzz/corpus/*/*)

# Needs configure --enable-fuzzers
FUZZ_TARGETS = \
	tests/fuzz/fuzz_apply \
	tests/fuzz/fuzz_gazetteer \
	tests/fuzz/fuzz_names \
	tests/fuzz/fuzz_profile \
	tests/fuzz/fuzz_stream
EXTRA_PROGRAMS += $(FUZZ_TARGETS)
CLEANFILES += $(FUZZ_TARGETS)
FUZZER_LINK = $(AM_LDFLAGS) -fsanitize=fuzzer
tests_fuzz_fuzz_apply_SOURCES = tests/fuzz/fuzz_apply.c tests/fuzz/fuzz.c
tests_fuzz_fuzz_apply_LDFLAGS = $(FUZZER_LINK)
tests_fuzz_fuzz_gazetteer_SOURCES = tests/fuzz/fuzz_gazetteer.c tests/fuzz/fuzz.c
tests_fuzz_fuzz_gazetteer_LDFLAGS = $(FUZZER_LINK)
tests_fuzz_fuzz_gazetteer_LDADD = $(LDADD) $(ZLIB_LIBS)
tests_fuzz_fuzz_names_SOURCES = tests/fuzz/fuzz_names.c tests/fuzz/fuzz.c
tests_fuzz_fuzz_names_LDFLAGS = $(FUZZER_LINK)
tests_fuzz_fuzz_profile_SOURCES = tests/fuzz/fuzz_profile.c tests/fuzz/fuzz.c
tests_fuzz_fuzz_profile_LDFLAGS = $(FUZZER_LINK)
tests_fuzz_fuzz_stream_SOURCES = tests/fuzz/fuzz_stream.c tests/fuzz/fuzz.c
tests_fuzz_fuzz_stream_LDFLAGS = $(FUZZER_LINK)

fuzzers: all
	@$(MAKE) $(AM_MAKEFLAGS) tests/libsupport.la $(FUZZ_TARGETS)
.PHONY: fuzzers

# --- Structure checks ---
STRUCTURE_CHECKS = \
	tests/checks/data.sh \
	tests/checks/exports.sh \
	tests/checks/headers.sh \
	tests/checks/layers.sh \
	tests/checks/listed.sh \
	tests/checks/names.sh \
	tests/checks/po.sh \
	tests/checks/romaniser.sh \
	tests/checks/sizes.sh \
	tests/checks/text.sh
EXTRA_DIST += tests/checks/lib.sh

# --- The tools, as a user runs them ---
TOOL_TESTS = \
	tests/tools/changes.sh \
	tests/tools/compare_classes.sh \
	tests/tools/compare_files.sh \
	tests/tools/compare_forms.sh \
	tests/tools/compare_git.sh \
	tests/tools/compare_html.sh \
	tests/tools/compare_usage.sh \
	tests/tools/completion.sh \
	tests/tools/damaged.sh \
	tests/tools/files.sh \
	tests/tools/findings.sh \
	tests/tools/in_place.sh \
	tests/tools/jsonl.sh \
	tests/tools/language.sh \
	tests/tools/levels.sh \
	tests/tools/places_bad_input.sh \
	tests/tools/places_find.sh \
	tests/tools/places_import.sh \
	tests/tools/places_lint.sh \
	tests/tools/places_names.sh \
	tests/tools/places_stack.sh \
	tests/tools/places_usage.sh \
	tests/tools/profiles.sh \
	tests/tools/records.sh \
	tests/tools/report_baseline.sh \
	tests/tools/report_files.sh \
	tests/tools/report_html.sh \
	tests/tools/report_merge.sh \
	tests/tools/report_page.sh \
	tests/tools/report_sarif.sh \
	tests/tools/report_usage.sh \
	tests/tools/stats.sh \
	tests/tools/streams.sh \
	tests/tools/usage.sh
EXTRA_DIST += tests/tools/lib.sh

# --- The examples of the documentation, against what `make install' leaves ---
INSTALL_CHECK = tests/install/check-install.sh
examplesdir = $(docdir)/examples
dist_examples_DATA = tests/install/example.c tests/install/example.cc
EXTRA_DIST += tests/install/example.out tests/install/stream.in tests/install/stream.out
installcheck-local:
	$(AM_TESTS_ENVIRONMENT) $(top_srcdir)/$(INSTALL_CHECK) $(DESTDIR)$(prefix)

TESTS += $(PROGRAM_TESTS) $(GOLDEN) $(STRUCTURE_CHECKS) $(TOOL_TESTS) $(INSTALL_CHECK)
EXTRA_DIST += $(GOLDEN) $(STRUCTURE_CHECKS) $(TOOL_TESTS) $(INSTALL_CHECK) tests/driver.sh tests/summary.sh

# The sum of all cases. After a failure `make check' ends before it; then see `make check-summary'.
check-local: check-TESTS
	@$(MAKE) $(AM_MAKEFLAGS) -s check-summary
check-summary:
	@$(top_srcdir)/tests/summary.sh $(TEST_LOGS:.log=.trs)
.PHONY: check-summary

# --- Speed: built and run by `make bench' only ---
BENCHES = \
	tests/bench/bench_finder \
	tests/bench/bench_gazetteer \
	tests/bench/bench_libnorm \
	tests/bench/gen_input \
	tests/bench/make_corpus \
	tests/bench/make_gazetteer \
	tests/bench/peer_icu \
	tests/bench/peer_utf8proc \
	tests/bench/pipeline \
	tests/bench/startup
EXTRA_PROGRAMS += $(BENCHES)
EXTRA_LTLIBRARIES += tests/libbench.la
CLEANFILES += $(BENCHES) tests/libbench.la

tests_libbench_la_SOURCES = \
	tests/bench/measure.c \
	tests/bench/measure.h \
	tests/bench/process.c \
	tests/bench/process.h
tests_bench_bench_finder_LDADD = tests/libbench.la libnorm/libnorm.la
tests_bench_bench_gazetteer_LDADD = tests/libbench.la libnorm/libnorm.la
tests_bench_bench_libnorm_LDADD = tests/libbench.la libnorm/libnorm.la
tests_bench_gen_input_LDADD = tests/libbench.la
tests_bench_make_corpus_CPPFLAGS = $(AM_CPPFLAGS) $(YAJL_CFLAGS)
tests_bench_make_corpus_LDADD = tests/libbench.la $(YAJL_LIBS)
tests_bench_make_gazetteer_LDADD = tests/libbench.la libnorm/libnorm.la
tests_bench_peer_icu_SOURCES = tests/bench/peer_icu.cc
tests_bench_peer_icu_CPPFLAGS = -include config.h $(ICU_CFLAGS)
tests_bench_peer_icu_LDADD = tests/libbench.la $(ICU_LIBS)
tests_bench_peer_utf8proc_CPPFLAGS = $(AM_CPPFLAGS) $(UTF8PROC_CFLAGS)
tests_bench_peer_utf8proc_LDADD = tests/libbench.la $(UTF8PROC_LIBS)
tests_bench_pipeline_LDADD = tests/libbench.la
tests_bench_startup_LDADD = tests/libbench.la

bench: all
	@$(MAKE) $(AM_MAKEFLAGS) $(BENCHES) tests/accuracy/print_pair
	@$(AM_TESTS_ENVIRONMENT) sh $(top_srcdir)/tests/bench/bench.sh && sh $(top_srcdir)/tests/bench/compare.sh
.PHONY: bench
EXTRA_DIST += tests/bench/bench.sh tests/bench/compare.sh tests/bench/marks.awk tests/bench/peer_jolitypo.php \
	tests/bench/report.awk

# --- Data of tests ---
UCD_TEST = tests/conformance/NormalizationTest.txt
check_DATA += $(UCD_TEST)
CLEANFILES += $(UCD_TEST)
$(UCD_TEST): $(NORMALIZATION_TEST)
	$(call generate,$(UNPACK) $(NORMALIZATION_TEST))

# The translations where a program finds them before they are installed
TEST_LOCALES = tests/locale/ar/LC_MESSAGES/libnorm.mo tests/locale/fr/LC_MESSAGES/libnorm.mo
check_DATA += $(TEST_LOCALES)
CLEANFILES += $(TEST_LOCALES)
tests/locale/%/LC_MESSAGES/libnorm.mo: po/%.po
	$(call generate,$(MSGFMT) -o - $<)
