# SPDX-License-Identifier: MIT
# The tools. Each has a folder; what they share stands in common/. They see the public headers of the library only.

TOOLS_CPPFLAGS = $(BASE_CPPFLAGS) -I$(top_srcdir)/tools $(BANNED) -DLOCALEDIR=\"$(localedir)\"
TOOLS_CFLAGS = $(BASE_CFLAGS) -std=c11 $(YAJL_CFLAGS) $(POPT_CFLAGS)
TOOLS_LIBS = tools/libcommon.la libnorm/libnorm.la $(YAJL_LIBS) $(POPT_LIBS) $(LIBINTL)

noinst_LTLIBRARIES += tools/libcommon.la
tools_libcommon_la_CPPFLAGS = $(TOOLS_CPPFLAGS)
tools_libcommon_la_CFLAGS = $(TOOLS_CFLAGS)
tools_libcommon_la_SOURCES = \
	tools/common/arguments.c \
	tools/common/arguments.h \
	tools/common/bytes.c \
	tools/common/bytes.h \
	tools/common/colour.c \
	tools/common/colour.h \
	tools/common/directory.c \
	tools/common/directory.h \
	tools/common/encodings.c \
	tools/common/encodings.h \
	tools/common/error_text.c \
	tools/common/error_text.h \
	tools/common/excerpt.c \
	tools/common/excerpt.h \
	tools/common/files.c \
	tools/common/files.h \
	tools/common/html.c \
	tools/common/html.h \
	tools/common/i18n.c \
	tools/common/i18n.h \
	tools/common/json.c \
	tools/common/json.h \
	tools/common/json_text.c \
	tools/common/message.c \
	tools/common/message.h \
	tools/common/number.c \
	tools/common/number.h \
	tools/common/options.c \
	tools/common/options.h \
	tools/common/origin.c \
	tools/common/origin.h \
	tools/common/output.c \
	tools/common/output.h \
	tools/common/page.c \
	tools/common/page.h \
	tools/common/position.c \
	tools/common/position.h \
	tools/common/profiles.c \
	tools/common/profiles.h \
	tools/common/progress.c \
	tools/common/progress.h \
	tools/common/readahead.c \
	tools/common/readahead.h \
	tools/common/replace.c \
	tools/common/replace.h \
	tools/common/threads.c \
	tools/common/threads.h \
	tools/common/utf8.c \
	tools/common/utf8.h \
	tools/common/width.c \
	tools/common/width.h

# --- norm-convert ---
bin_PROGRAMS += tools/convert/norm-convert
dist_man_MANS += tools/convert/norm-convert.1
tools_convert_norm_convert_CPPFLAGS = $(TOOLS_CPPFLAGS)
tools_convert_norm_convert_CFLAGS = $(TOOLS_CFLAGS)
tools_convert_norm_convert_LDADD = $(TOOLS_LIBS)
tools_convert_norm_convert_SOURCES = \
	tools/convert/edits.c \
	tools/convert/explain.c \
	tools/convert/field_spec.c \
	tools/convert/job.c \
	tools/convert/job.h \
	tools/convert/json_line.c \
	tools/convert/json_line.h \
	tools/convert/levels_json.c \
	tools/convert/levels_text.c \
	tools/convert/lines.c \
	tools/convert/list.c \
	tools/convert/list.h \
	tools/convert/main.c \
	tools/convert/member.c \
	tools/convert/member.h \
	tools/convert/option_table.c \
	tools/convert/option_table.h \
	tools/convert/options.c \
	tools/convert/options.h \
	tools/convert/options_check.c \
	tools/convert/recode.c \
	tools/convert/recode.h \
	tools/convert/report.c \
	tools/convert/report.h \
	tools/convert/show.c \
	tools/convert/show_levels.c \
	tools/convert/show_levels.h \
	tools/convert/source_position.c \
	tools/convert/source_position.h \
	tools/convert/tally.c \
	tools/convert/tally.h \
	tools/convert/target.c \
	tools/convert/target.h \
	tools/convert/text.c

# --- norm-compare ---
bin_PROGRAMS += tools/compare/norm-compare
dist_man_MANS += tools/compare/norm-compare.1
tools_compare_norm_compare_CPPFLAGS = $(TOOLS_CPPFLAGS)
tools_compare_norm_compare_CFLAGS = $(TOOLS_CFLAGS) $(XXHASH_CFLAGS)
tools_compare_norm_compare_LDADD = $(TOOLS_LIBS)
# What finds differences; the rest shows them.
COMPARE_CORE = \
	tools/compare/align.c \
	tools/compare/align.h \
	tools/compare/anchors.c \
	tools/compare/both.c \
	tools/compare/both.h \
	tools/compare/characters.c \
	tools/compare/characters.h \
	tools/compare/classes.c \
	tools/compare/classes.h \
	tools/compare/comparison.c \
	tools/compare/difference.c \
	tools/compare/difference.h \
	tools/compare/judge.c \
	tools/compare/judge.h \
	tools/compare/keys.h \
	tools/compare/lexicon.c \
	tools/compare/lexicon.h \
	tools/compare/marks.c \
	tools/compare/moves.c \
	tools/compare/myers.c \
	tools/compare/names.c \
	tools/compare/names.h \
	tools/compare/numbers.c \
	tools/compare/polish.c \
	tools/compare/polish.h \
	tools/compare/reading.c \
	tools/compare/rest.c \
	tools/compare/rest.h \
	tools/compare/side.c \
	tools/compare/side.h \
	tools/compare/text.c \
	tools/compare/text.h \
	tools/compare/token.c \
	tools/compare/token.h
tools_compare_norm_compare_SOURCES = \
	$(COMPARE_CORE) \
	tools/compare/against.c \
	tools/compare/breaks.c \
	tools/compare/git.c \
	tools/compare/groups.c \
	tools/compare/groups.h \
	tools/compare/html.c \
	tools/compare/job.c \
	tools/compare/job.h \
	tools/compare/json.c \
	tools/compare/line_rows.c \
	tools/compare/lines.c \
	tools/compare/lines.h \
	tools/compare/main.c \
	tools/compare/option_table.c \
	tools/compare/option_table.h \
	tools/compare/options.c \
	tools/compare/options.h \
	tools/compare/parts.c \
	tools/compare/parts.h \
	tools/compare/print.c \
	tools/compare/print.h \
	tools/compare/side_by_side.c \
	tools/compare/stat.c \
	tools/compare/trees.c \
	tools/compare/unified.c \
	tools/compare/within.c \
	tools/compare/words.c
nodist_tools_compare_norm_compare_SOURCES = tools/compare/character_rows.c

noinst_PROGRAMS += tools/compare/gen_characters
tools_compare_gen_characters_SOURCES = tools/compare/characters.h tools/compare/gen_characters.c
tools_compare_gen_characters_CPPFLAGS = $(TOOLS_CPPFLAGS)
tools_compare_gen_characters_CFLAGS = $(BASE_CFLAGS) -std=c11 $(ICU_UC_CFLAGS)
tools_compare_gen_characters_LDADD = $(ICU_UC_LIBS)

tools/compare/character_rows.c: tools/compare/gen_characters$(EXEEXT)
	$(call generate,tools/compare/gen_characters$(EXEEXT))
CLEANFILES += tools/compare/character_rows.c

# --- norm-places ---
bin_PROGRAMS += tools/places/norm-places
dist_man_MANS += tools/places/norm-places.1
tools_places_norm_places_CPPFLAGS = $(TOOLS_CPPFLAGS)
tools_places_norm_places_CFLAGS = $(TOOLS_CFLAGS)
tools_places_norm_places_LDADD = libnorm/libnorm-translit.la $(TOOLS_LIBS)
tools_places_norm_places_SOURCES = \
	tools/places/command.c \
	tools/places/command.h \
	tools/places/compile.c \
	tools/places/export.c \
	tools/places/find.c \
	tools/places/find.h \
	tools/places/find_html.c \
	tools/places/find_print.c \
	tools/places/import.c \
	tools/places/import.h \
	tools/places/import_columns.c \
	tools/places/import_geonames.c \
	tools/places/input.c \
	tools/places/input.h \
	tools/places/lookup.c \
	tools/places/main.c \
	tools/places/match.c \
	tools/places/option_table.c \
	tools/places/option_table.h \
	tools/places/options.c \
	tools/places/options.h \
	tools/places/place_text.c \
	tools/places/place_text.h \
	tools/places/rank.c \
	tools/places/romanise.c

# --- Completion ---
# What a tool has of its own, and what all have. bash-completion loads the file that has the name of the command.
completionsdir = $(datadir)/bash-completion/completions
completions_DATA = tools/completions/norm-compare tools/completions/norm-convert tools/completions/norm-places \
	tools/completions/norm-report
tools/completions/norm-compare: tools/compare/norm-compare.bash
tools/completions/norm-convert: tools/convert/norm-convert.bash
tools/completions/norm-places: tools/places/norm-places.bash
tools/completions/norm-report: tools/report/norm-report.bash
$(completions_DATA): tools/common/completion.bash
	$(call generate,sed 's/norm\([-_]\)tool/norm\1$(@F:norm-%=%)/g' $^)
CLEANFILES += $(completions_DATA)
EXTRA_DIST += \
	tools/demo.sh \
	tools/common/completion.bash \
	tools/compare/norm-compare.bash \
	tools/convert/norm-convert.bash \
	tools/places/norm-places.bash \
	tools/report/norm-report.bash
