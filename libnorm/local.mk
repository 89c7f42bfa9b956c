# SPDX-License-Identifier: MIT
# The library. Its rooms, from left to right: base, unicode, text, {arabic, french, repair, places}, engine.
# A new source file goes into the list of its room; a new public function also into libnorm.map.

noinst_LTLIBRARIES += libnorm/libcore.la
lib_LTLIBRARIES += libnorm/libnorm.la

LIBNORM_CPPFLAGS = $(BASE_CPPFLAGS) -I$(top_srcdir)/libnorm
LIBNORM_CFLAGS = $(BASE_CFLAGS) $(WARN_LIB_CFLAGS) -std=c11 -fvisibility=hidden

# Everything, for libnorm.la and for the tests, which also reach what is not exported
libnorm_libcore_la_CPPFLAGS = $(LIBNORM_CPPFLAGS) -include base/prelude.h -DNORM_DATADIR=\"$(pkgdatadir)\"
libnorm_libcore_la_CFLAGS = $(LIBNORM_CFLAGS) $(INIH_CFLAGS) $(ICU_UC_CFLAGS) $(ZLIB_CFLAGS)
libnorm_libcore_la_LIBADD = $(INIH_LIBS) $(ICU_UC_LIBS) $(ZLIB_LIBS) -lm
libnorm_libcore_la_SOURCES = \
	libnorm/base/banned.h \
	libnorm/base/buffer.c \
	libnorm/base/buffer.h \
	libnorm/base/cpbuf.c \
	libnorm/base/cpbuf.h \
	libnorm/base/memory.c \
	libnorm/base/memory.h \
	libnorm/base/prelude.h \
	libnorm/base/search.h \
	libnorm/unicode/exemplars.h \
	libnorm/unicode/find.c \
	libnorm/unicode/find.h \
	libnorm/unicode/normal.c \
	libnorm/unicode/normal.h \
	libnorm/unicode/scan.c \
	libnorm/unicode/scan.h \
	libnorm/unicode/scan_vector.h \
	libnorm/unicode/tables.h \
	libnorm/unicode/utf8.c \
	libnorm/unicode/utf8.h \
	libnorm/text/character.h \
	libnorm/text/edit_chain.c \
	libnorm/text/edit_chain.h \
	libnorm/text/edit_list.c \
	libnorm/text/edit_list.h \
	libnorm/text/eight.h \
	libnorm/text/error_field.c \
	libnorm/text/error_field.h \
	libnorm/text/function_words.h \
	libnorm/text/bidi.c \
	libnorm/text/bidi.h \
	libnorm/text/gap.c \
	libnorm/text/gap.h \
	libnorm/text/item.c \
	libnorm/text/item_write.c \
	libnorm/text/item.h \
	libnorm/text/item_write.h \
	libnorm/text/language.h \
	libnorm/text/latin.c \
	libnorm/text/letter_class.c \
	libnorm/text/letter_class.h \
	libnorm/text/letter_read.c \
	libnorm/text/level.c \
	libnorm/text/level.h \
	libnorm/text/level_address.c \
	libnorm/text/level_language.c \
	libnorm/text/level_mark.h \
	libnorm/text/level_quotes.c \
	libnorm/text/level_scan.c \
	libnorm/text/level_words.c \
	libnorm/text/lexer.c \
	libnorm/text/lexer.h \
	libnorm/text/neighbour.h \
	libnorm/text/number.c \
	libnorm/text/number.h \
	libnorm/text/paragraph.c \
	libnorm/text/paragraph.h \
	libnorm/text/protect.c \
	libnorm/text/protect.h \
	libnorm/text/protect_code.c \
	libnorm/text/protect_emoticon.c \
	libnorm/text/protect_kinds.h \
	libnorm/text/protect_markup.c \
	libnorm/text/protect_names.c \
	libnorm/text/protect_names.h \
	libnorm/text/protect_network.c \
	libnorm/text/protect_number.c \
	libnorm/text/protect_path.c \
	libnorm/text/protect_phone.c \
	libnorm/text/protect_prime.c \
	libnorm/text/protect_triggers.h \
	libnorm/text/protect_web.c \
	libnorm/text/punctuation.c \
	libnorm/text/quotation.c \
	libnorm/text/quotation.h \
	libnorm/text/quotes.h \
	libnorm/text/ruleset.c \
	libnorm/text/ruleset.h \
	libnorm/text/scope.c \
	libnorm/text/scope.h \
	libnorm/text/scope_inside.h \
	libnorm/text/seen.c \
	libnorm/text/seen.h \
	libnorm/text/space.h \
	libnorm/text/spaces.c \
	libnorm/text/step.c \
	libnorm/text/step.h \
	libnorm/text/steps.h \
	libnorm/text/stranded_marks.c \
	libnorm/arabic/comma.c \
	libnorm/arabic/detached_waw.c \
	libnorm/arabic/digits.c \
	libnorm/arabic/duplicate_marks.c \
	libnorm/arabic/elongation.c \
	libnorm/arabic/exceptions.h \
	libnorm/arabic/foreign_forms.c \
	libnorm/arabic/forms.c \
	libnorm/arabic/hamza.c \
	libnorm/arabic/inverted_quotes.c \
	libnorm/arabic/language.h \
	libnorm/arabic/letters.c \
	libnorm/arabic/marks.c \
	libnorm/arabic/number_marks.c \
	libnorm/arabic/number_spaces.c \
	libnorm/arabic/persian_letters.c \
	libnorm/arabic/punctuation.c \
	libnorm/arabic/quotes.c \
	libnorm/arabic/spacing.c \
	libnorm/arabic/steps.h \
	libnorm/arabic/tatweel.c \
	libnorm/french/apostrophes.c \
	libnorm/french/inner_quotes.c \
	libnorm/french/quotes.c \
	libnorm/french/group_marks.c \
	libnorm/french/language.h \
	libnorm/french/number_groups.c \
	libnorm/french/numbers.c \
	libnorm/french/ordinals.c \
	libnorm/french/percent.c \
	libnorm/french/quantity.c \
	libnorm/french/quantity.h \
	libnorm/french/colon.c \
	libnorm/french/dash_pairs.c \
	libnorm/french/dash_pairs.h \
	libnorm/french/dashes.c \
	libnorm/french/ellipsis.c \
	libnorm/french/gap.c \
	libnorm/french/gap.h \
	libnorm/french/high_marks.c \
	libnorm/french/low_marks.c \
	libnorm/french/missing_spaces.c \
	libnorm/french/quote_spaces.c \
	libnorm/french/steps.h \
	libnorm/french/times.c \
	libnorm/french/unit_spaces.c \
	libnorm/french/units.h \
	libnorm/french/abbreviations.c \
	libnorm/french/capitals.c \
	libnorm/french/ligatures.c \
	libnorm/french/word.c \
	libnorm/french/word.h \
	libnorm/french/words.h \
	libnorm/repair/bidi.c \
	libnorm/repair/codepage.c \
	libnorm/repair/codepage.h \
	libnorm/repair/decoded.c \
	libnorm/repair/decoded.h \
	libnorm/repair/decoder.c \
	libnorm/repair/decoder.h \
	libnorm/repair/encoder.c \
	libnorm/repair/encoder.h \
	libnorm/repair/encoding.c \
	libnorm/repair/encoding.h \
	libnorm/repair/encoding_family.c \
	libnorm/repair/encoding_head.c \
	libnorm/repair/encoding_next.c \
	libnorm/repair/encoding_next.h \
	libnorm/repair/encoding_read.c \
	libnorm/repair/encoding_utf16.c \
	libnorm/repair/encoding_utf16.h \
	libnorm/repair/encoding_votes.c \
	libnorm/repair/encoding_votes.h \
	libnorm/repair/entities.c \
	libnorm/repair/entity_table.h \
	libnorm/repair/escapes.c \
	libnorm/repair/evidence.c \
	libnorm/repair/evidence.h \
	libnorm/repair/hyphens.h \
	libnorm/repair/invisibles.c \
	libnorm/repair/joiners.c \
	libnorm/repair/letter_order.h \
	libnorm/repair/mojibake.c \
	libnorm/repair/mojibake.h \
	libnorm/repair/mojibake_arabic.c \
	libnorm/repair/mojibake_utf8.c \
	libnorm/repair/steps.h \
	libnorm/repair/visual.c \
	libnorm/repair/visual_evidence.c \
	libnorm/repair/visual_evidence.h \
	libnorm/repair/visual_levels.c \
	libnorm/repair/visual_line.c \
	libnorm/repair/visual_line.h \
	libnorm/repair/line_joiner.c \
	libnorm/repair/line_joiner.h \
	libnorm/repair/line_ends.c \
	libnorm/repair/line_ends.h \
	libnorm/repair/markup.c \
	libnorm/repair/markup.h \
	libnorm/repair/reference.c \
	libnorm/repair/reference.h \
	libnorm/repair/tags.c \
	libnorm/places/builder.c \
	libnorm/places/builder.h \
	libnorm/places/builder_row.c \
	libnorm/places/compile.c \
	libnorm/places/compile.h \
	libnorm/places/compile_check.c \
	libnorm/places/compile_keys.c \
	libnorm/places/compile_places.c \
	libnorm/places/find.h \
	libnorm/places/find_filter.c \
	libnorm/places/find_filter.h \
	libnorm/places/find_fit.c \
	libnorm/places/find_fit.h \
	libnorm/places/find_judge.c \
	libnorm/places/find_judge.h \
	libnorm/places/find_letters.h \
	libnorm/places/find_name.c \
	libnorm/places/find_name.h \
	libnorm/places/find_scan.c \
	libnorm/places/find_start.c \
	libnorm/places/find_walk.c \
	libnorm/places/find_walk.h \
	libnorm/places/find_words.c \
	libnorm/places/find_words.h \
	libnorm/places/fold.c \
	libnorm/places/fold.h \
	libnorm/places/fold_find.c \
	libnorm/places/form_check.c \
	libnorm/places/form_check.h \
	libnorm/places/format.h \
	libnorm/places/gazetteer.c \
	libnorm/places/gazetteer.h \
	libnorm/places/layer.c \
	libnorm/places/layer.h \
	libnorm/places/name_align.c \
	libnorm/places/name_align.h \
	libnorm/places/name_channel.h \
	libnorm/places/name_compare.h \
	libnorm/places/name_consonants.c \
	libnorm/places/name_consonants.h \
	libnorm/places/name_explain.c \
	libnorm/places/name_index.c \
	libnorm/places/name_index.h \
	libnorm/places/name_index_find.c \
	libnorm/places/name_key.c \
	libnorm/places/name_key.h \
	libnorm/places/name_letters.h \
	libnorm/places/name_part.c \
	libnorm/places/name_part.h \
	libnorm/places/name_read.c \
	libnorm/places/name_read.h \
	libnorm/places/name_score.c \
	libnorm/places/name_word_read.c \
	libnorm/places/name_words.c \
	libnorm/places/name_words.h \
	libnorm/places/parts.c \
	libnorm/places/parts.h \
	libnorm/places/place_finder.c \
	libnorm/places/rewrite.c \
	libnorm/places/rewrite.h \
	libnorm/places/steps.h \
	libnorm/places/report.c \
	libnorm/places/report.h \
	libnorm/places/romanise.c \
	libnorm/places/romanise.h \
	libnorm/places/romanise_beam.c \
	libnorm/places/romanise_beam.h \
	libnorm/places/romanise_list.c \
	libnorm/places/romanise_model.h \
	libnorm/places/romanise_score.c \
	libnorm/places/romanise_score.h \
	libnorm/places/romanise_symbols.c \
	libnorm/places/romanise_symbols.h \
	libnorm/places/romanise_write.c \
	libnorm/places/romanise_write.h \
	libnorm/places/rows.c \
	libnorm/places/rows.h \
	libnorm/places/string_set.c \
	libnorm/places/string_set.h \
	libnorm/places/trie.c \
	libnorm/places/trie.h \
	libnorm/places/trie_build.c \
	libnorm/places/vocabulary.c \
	libnorm/places/vocabulary.h \
	libnorm/engine/apply.c \
	libnorm/engine/context.c \
	libnorm/engine/context.h \
	libnorm/engine/cut.c \
	libnorm/engine/encoding.c \
	libnorm/engine/error.c \
	libnorm/engine/error.h \
	libnorm/engine/gazetteer.c \
	libnorm/engine/intake.c \
	libnorm/engine/intake.h \
	libnorm/engine/island.c \
	libnorm/engine/island.h \
	libnorm/engine/island_rules.c \
	libnorm/engine/join.c \
	libnorm/engine/letter_hot.c \
	libnorm/engine/letter_table.c \
	libnorm/engine/letter_table.h \
	libnorm/engine/levels.c \
	libnorm/engine/machine.c \
	libnorm/engine/mend.c \
	libnorm/engine/machine.h \
	libnorm/engine/places.c \
	libnorm/engine/profile.c \
	libnorm/engine/profile.h \
	libnorm/engine/profile_parse.c \
	libnorm/engine/registry.c \
	libnorm/engine/registry.h \
	libnorm/engine/run.c \
	libnorm/engine/see.c \
	libnorm/engine/see.h \
	libnorm/engine/sequence.c \
	libnorm/engine/sequence_known.c \
	libnorm/engine/sequence.h \
	libnorm/engine/stream.c \
	libnorm/engine/thrice.c \
	libnorm/engine/trigger.c \
	libnorm/engine/version.c

nodist_libnorm_libcore_la_SOURCES = \
	libnorm/arabic/exceptions.c \
	libnorm/text/letters.c \
	libnorm/text/triggers.c \
	libnorm/text/word_table.c \
	libnorm/french/units.c \
	libnorm/french/words.c \
	libnorm/places/cue_table.c \
	libnorm/places/fold_table.c \
	libnorm/repair/codepages.c \
	libnorm/repair/entity_table.c \
	libnorm/repair/hyphen_table.c \
	libnorm/repair/evidence_tables.c \
	libnorm/repair/letter_order_table.c \
	libnorm/places/name_channel_table.c \
	libnorm/places/name_letter_table.c \
	libnorm/places/name_word_table.c \
	libnorm/places/arabise_table.c \
	libnorm/places/romanise_table.c \
	libnorm/unicode/exemplars.c \
	libnorm/unicode/tables.c

libnorm_libnorm_la_SOURCES =
libnorm_libnorm_la_LIBADD = libnorm/libcore.la
libnorm_libnorm_la_LDFLAGS = $(AM_LDFLAGS) -no-undefined -version-info 0:0:0 \
	-Wl,--version-script=$(top_srcdir)/libnorm/libnorm.map
EXTRA_libnorm_libnorm_la_DEPENDENCIES = libnorm/libnorm.map

# Rules of ICU: a library of its own, see translit.h. Its version script alone says what it shows.
lib_LTLIBRARIES += libnorm/libnorm-translit.la
libnorm_libnorm_translit_la_SOURCES = \
	libnorm/base/buffer.c \
	libnorm/base/buffer.h \
	libnorm/base/memory.c \
	libnorm/base/memory.h \
	libnorm/places/translit.c
libnorm_libnorm_translit_la_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED) -DNORM_DATADIR=\"$(pkgdatadir)\"
libnorm_libnorm_translit_la_CFLAGS = $(BASE_CFLAGS) $(WARN_LIB_CFLAGS) -std=c11 $(ICU_CFLAGS)
libnorm_libnorm_translit_la_LIBADD = $(ICU_LIBS)
libnorm_libnorm_translit_la_LDFLAGS = $(AM_LDFLAGS) -no-undefined -version-info 0:0:0 \
	-Wl,--version-script=$(top_srcdir)/libnorm/translit.map
EXTRA_libnorm_libnorm_translit_la_DEPENDENCIES = libnorm/translit.map

libnormincludedir = $(includedir)/libnorm
libnorminclude_HEADERS = \
	libnorm/include/libnorm/apply.h \
	libnorm/include/libnorm/context.h \
	libnorm/include/libnorm/edits.h \
	libnorm/include/libnorm/encoding.h \
	libnorm/include/libnorm/gazetteer.h \
	libnorm/include/libnorm/gazetteer_builder.h \
	libnorm/include/libnorm/levels.h \
	libnorm/include/libnorm/names.h \
	libnorm/include/libnorm/norm.h \
	libnorm/include/libnorm/place_finder.h \
	libnorm/include/libnorm/profile.h \
	libnorm/include/libnorm/romanise.h \
	libnorm/include/libnorm/rules.h \
	libnorm/include/libnorm/status.h \
	libnorm/include/libnorm/stream.h \
	libnorm/include/libnorm/translit.h \
	libnorm/include/libnorm/version.h

pkgconfigdir = $(libdir)/pkgconfig
pkgconfig_DATA = libnorm/libnorm.pc libnorm/libnorm-translit.pc

EXTRA_DIST += libnorm/libnorm.map libnorm/translit.map libnorm/README.md

# Generated tables. (ICU's <unicode/utf.h> reads our unicode/utf8.h instead of its own of that name, which does no
# harm as long as its U8_ macros are not wanted.)
noinst_PROGRAMS += libnorm/unicode/gen_tables
libnorm_unicode_gen_tables_SOURCES = \
	libnorm/unicode/gen_map.h \
	libnorm/unicode/gen_tables.c
libnorm_unicode_gen_tables_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_unicode_gen_tables_CFLAGS = $(LIBNORM_CFLAGS) $(ICU_CFLAGS) $(UTF8PROC_CFLAGS)
libnorm_unicode_gen_tables_LDADD = $(ICU_LIBS) $(UTF8PROC_LIBS)

libnorm/unicode/tables.c: libnorm/unicode/gen_tables$(EXEEXT)
	$(call generate,libnorm/unicode/gen_tables$(EXEEXT))
CLEANFILES += libnorm/unicode/tables.c

noinst_PROGRAMS += libnorm/unicode/gen_exemplars
libnorm_unicode_gen_exemplars_SOURCES = \
	libnorm/unicode/gen_exemplars.c \
	libnorm/unicode/gen_map.h
libnorm_unicode_gen_exemplars_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_unicode_gen_exemplars_CFLAGS = $(LIBNORM_CFLAGS) $(ICU_CFLAGS)
libnorm_unicode_gen_exemplars_LDADD = $(ICU_LIBS)

libnorm/unicode/exemplars.c: libnorm/unicode/gen_exemplars$(EXEEXT)
	$(call generate,libnorm/unicode/gen_exemplars$(EXEEXT))
CLEANFILES += libnorm/unicode/exemplars.c

# Tables that follow from those
noinst_PROGRAMS += libnorm/text/gen_letters
libnorm_text_gen_letters_SOURCES = \
	libnorm/text/gen_letters.c \
	libnorm/text/letter_class.c \
	libnorm/text/letter_class.h \
	libnorm/text/lexer.h \
	libnorm/text/unit.c
nodist_libnorm_text_gen_letters_SOURCES = libnorm/unicode/exemplars.c libnorm/unicode/tables.c
libnorm_text_gen_letters_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_text_gen_letters_CFLAGS = $(LIBNORM_CFLAGS)
libnorm_text_gen_letters_LDADD =

libnorm/text/letters.c: libnorm/text/gen_letters$(EXEEXT)
	$(call generate,libnorm/text/gen_letters$(EXEEXT))
CLEANFILES += libnorm/text/letters.c

noinst_PROGRAMS += libnorm/text/gen_triggers
libnorm_text_gen_triggers_SOURCES = \
	libnorm/text/gen_triggers.c \
	libnorm/text/protect_names.h \
	libnorm/text/protect_triggers.h
libnorm_text_gen_triggers_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_text_gen_triggers_CFLAGS = $(LIBNORM_CFLAGS)
libnorm_text_gen_triggers_LDADD =

libnorm/text/triggers.c: libnorm/text/gen_triggers$(EXEEXT)
	$(call generate,libnorm/text/gen_triggers$(EXEEXT))
CLEANFILES += libnorm/text/triggers.c

# Tables of data/ that people edit
noinst_PROGRAMS += libnorm/arabic/gen_exceptions
libnorm_arabic_gen_exceptions_SOURCES = \
	libnorm/arabic/exceptions.h \
	libnorm/arabic/gen_exceptions.c \
	libnorm/text/gen_rows.c \
	libnorm/text/gen_rows.h \
	libnorm/unicode/gen_map.h
libnorm_arabic_gen_exceptions_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_arabic_gen_exceptions_CFLAGS = $(LIBNORM_CFLAGS)
libnorm_arabic_gen_exceptions_LDADD =

libnorm/arabic/exceptions.c: libnorm/arabic/gen_exceptions$(EXEEXT) $(srcdir)/data/arabic/exceptions.tsv
	$(call generate,libnorm/arabic/gen_exceptions$(EXEEXT) $(srcdir)/data/arabic/exceptions.tsv)
CLEANFILES += libnorm/arabic/exceptions.c

# It makes keys as the library does, with its tables.
noinst_PROGRAMS += libnorm/text/gen_words
libnorm_text_gen_words_SOURCES = \
	libnorm/text/function_words.h \
	libnorm/text/gen_rows.c \
	libnorm/text/gen_rows.h \
	libnorm/text/gen_words.c \
	libnorm/text/letter_class.c \
	libnorm/text/letter_class.h
nodist_libnorm_text_gen_words_SOURCES = libnorm/unicode/exemplars.c libnorm/unicode/tables.c
libnorm_text_gen_words_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_text_gen_words_CFLAGS = $(LIBNORM_CFLAGS)
libnorm_text_gen_words_LDADD =

libnorm/text/word_table.c: libnorm/text/gen_words$(EXEEXT) $(srcdir)/data/languages/words.tsv
	$(call generate,libnorm/text/gen_words$(EXEEXT) $(srcdir)/data/languages/words.tsv)
CLEANFILES += libnorm/text/word_table.c
noinst_PROGRAMS += libnorm/french/gen_units
libnorm_french_gen_units_SOURCES = \
	libnorm/french/gen_units.c \
	libnorm/french/units.h \
	libnorm/text/gen_rows.c \
	libnorm/text/gen_rows.h
libnorm_french_gen_units_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_french_gen_units_CFLAGS = $(LIBNORM_CFLAGS)
libnorm_french_gen_units_LDADD =

FRENCH_UNITS = data/french/units.tsv
libnorm/french/units.c: libnorm/french/gen_units$(EXEEXT) $(srcdir)/$(FRENCH_UNITS)
	$(call generate,libnorm/french/gen_units$(EXEEXT) $(srcdir)/$(FRENCH_UNITS))
CLEANFILES += libnorm/french/units.c
EXTRA_DIST += $(FRENCH_UNITS)
# Words that people edit, in data/french
noinst_PROGRAMS += libnorm/french/gen_words
libnorm_french_gen_words_SOURCES = \
	libnorm/french/gen_words.c \
	libnorm/french/words.h \
	libnorm/text/gen_rows.c \
	libnorm/text/gen_rows.h
nodist_libnorm_french_gen_words_SOURCES = libnorm/unicode/tables.c
libnorm_french_gen_words_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_french_gen_words_CFLAGS = $(LIBNORM_CFLAGS)
libnorm_french_gen_words_LDADD =

FRENCH_WORDS = \
	data/french/capitals.tsv \
	data/french/ligatures.tsv \
	data/french/abbreviations.tsv
libnorm/french/words.c: libnorm/french/gen_words$(EXEEXT) $(FRENCH_WORDS)
	$(call generate,libnorm/french/gen_words$(EXEEXT) $(FRENCH_WORDS:%=$(srcdir)/%))
CLEANFILES += libnorm/french/words.c
EXTRA_DIST += $(FRENCH_WORDS)

# Code pages: ICU's, and those that it lacks
noinst_PROGRAMS += libnorm/repair/gen_codepages
libnorm_repair_gen_codepages_SOURCES = \
	libnorm/repair/codepage.h \
	libnorm/repair/gen_codepages.c \
	libnorm/text/gen_rows.c \
	libnorm/text/gen_rows.h \
	libnorm/unicode/gen_map.h
libnorm_repair_gen_codepages_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_repair_gen_codepages_CFLAGS = $(LIBNORM_CFLAGS) $(ICU_CFLAGS)
libnorm_repair_gen_codepages_LDADD = $(ICU_LIBS)

MAC_ARABIC = data/encodings/mac-arabic.tsv
libnorm/repair/codepages.c: libnorm/repair/gen_codepages$(EXEEXT) $(srcdir)/$(MAC_ARABIC)
	$(call generate,libnorm/repair/gen_codepages$(EXEEXT) $(srcdir)/$(MAC_ARABIC))
CLEANFILES += libnorm/repair/codepages.c
EXTRA_DIST += $(MAC_ARABIC)

# What true text looks like. It folds presentation forms with the tables of the library.
noinst_PROGRAMS += libnorm/repair/gen_evidence
libnorm_repair_gen_evidence_SOURCES = \
	libnorm/repair/evidence.h \
	libnorm/repair/gen_evidence.c \
	libnorm/text/gen_rows.c \
	libnorm/text/gen_rows.h \
	libnorm/unicode/gen_map.h
nodist_libnorm_repair_gen_evidence_SOURCES = libnorm/unicode/tables.c
libnorm_repair_gen_evidence_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_repair_gen_evidence_CFLAGS = $(LIBNORM_CFLAGS)
libnorm_repair_gen_evidence_LDADD = -lm

LETTER_PAIRS = data/languages/letter-pairs.tsv
libnorm/repair/evidence_tables.c: libnorm/repair/gen_evidence$(EXEEXT) $(srcdir)/$(LETTER_PAIRS)
	$(call generate,libnorm/repair/gen_evidence$(EXEEXT) $(srcdir)/$(LETTER_PAIRS))
CLEANFILES += libnorm/repair/evidence_tables.c
EXTRA_DIST += $(LETTER_PAIRS)

# Which way Arabic letters are written
noinst_PROGRAMS += libnorm/repair/gen_letter_order
libnorm_repair_gen_letter_order_SOURCES = \
	libnorm/repair/gen_letter_order.c \
	libnorm/repair/letter_order.h \
	libnorm/text/gen_rows.c \
	libnorm/text/gen_rows.h \
	libnorm/unicode/gen_map.h
libnorm_repair_gen_letter_order_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_repair_gen_letter_order_CFLAGS = $(LIBNORM_CFLAGS)
libnorm_repair_gen_letter_order_LDADD = -lm

LETTER_ORDER = data/languages/letter-order.tsv
libnorm/repair/letter_order_table.c: libnorm/repair/gen_letter_order$(EXEEXT) $(srcdir)/$(LETTER_ORDER)
	$(call generate,libnorm/repair/gen_letter_order$(EXEEXT) $(srcdir)/$(LETTER_ORDER))
CLEANFILES += libnorm/repair/letter_order_table.c
EXTRA_DIST += $(LETTER_ORDER)
# Names of HTML
noinst_PROGRAMS += libnorm/repair/gen_entities
libnorm_repair_gen_entities_SOURCES = \
	libnorm/repair/entity_table.h \
	libnorm/repair/gen_entities.c \
	libnorm/text/gen_rows.c \
	libnorm/text/gen_rows.h
libnorm_repair_gen_entities_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_repair_gen_entities_CFLAGS = $(LIBNORM_CFLAGS)
libnorm_repair_gen_entities_LDADD =

ENTITIES = data/repair/entities.tsv
libnorm/repair/entity_table.c: libnorm/repair/gen_entities$(EXEEXT) $(srcdir)/$(ENTITIES)
	$(call generate,libnorm/repair/gen_entities$(EXEEXT) $(srcdir)/$(ENTITIES))
CLEANFILES += libnorm/repair/entity_table.c
EXTRA_DIST += $(ENTITIES)

# Words with a hyphen
noinst_PROGRAMS += libnorm/repair/gen_hyphens
libnorm_repair_gen_hyphens_SOURCES = \
	libnorm/repair/gen_hyphens.c \
	libnorm/repair/hyphens.h \
	libnorm/text/gen_rows.c \
	libnorm/text/gen_rows.h
libnorm_repair_gen_hyphens_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_repair_gen_hyphens_CFLAGS = $(LIBNORM_CFLAGS)
libnorm_repair_gen_hyphens_LDADD =

HYPHENS = data/repair/hyphens.tsv
libnorm/repair/hyphen_table.c: libnorm/repair/gen_hyphens$(EXEEXT) $(srcdir)/$(HYPHENS)
	$(call generate,libnorm/repair/gen_hyphens$(EXEEXT) $(srcdir)/$(HYPHENS))
CLEANFILES += libnorm/repair/hyphen_table.c
EXTRA_DIST += $(HYPHENS)

# Names in the other script: what data/places/train-romaniser.py learned
noinst_PROGRAMS += libnorm/places/gen_romanise
libnorm_places_gen_romanise_SOURCES = \
	libnorm/places/gen_romanise.c \
	libnorm/places/romanise_model.h \
	libnorm/text/gen_rows.c \
	libnorm/text/gen_rows.h
libnorm_places_gen_romanise_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_places_gen_romanise_CFLAGS = $(LIBNORM_CFLAGS)
libnorm_places_gen_romanise_LDADD =

ROMANISE_MODEL = data/places/romanise-model.tsv
libnorm/places/romanise_table.c: libnorm/places/gen_romanise$(EXEEXT) $(srcdir)/$(ROMANISE_MODEL)
	$(call generate,libnorm/places/gen_romanise$(EXEEXT) romanise $(srcdir)/$(ROMANISE_MODEL))
ARABISE_MODEL = data/places/arabise-model.tsv
libnorm/places/arabise_table.c: libnorm/places/gen_romanise$(EXEEXT) $(srcdir)/$(ARABISE_MODEL)
	$(call generate,libnorm/places/gen_romanise$(EXEEXT) arabise $(srcdir)/$(ARABISE_MODEL))
CLEANFILES += libnorm/places/arabise_table.c libnorm/places/romanise_table.c
EXTRA_DIST += $(ROMANISE_MODEL) $(ARABISE_MODEL) data/places/romanise-pairs.tsv data/places/train-romaniser.py

# Names: their letters, the words beside them, and how letters are written in another spelling
noinst_PROGRAMS += libnorm/places/gen_name_letters
libnorm_places_gen_name_letters_SOURCES = \
	libnorm/places/gen_name_letters.c \
	libnorm/places/name_letters.h \
	libnorm/text/gen_rows.c \
	libnorm/text/gen_rows.h
libnorm_places_gen_name_letters_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_places_gen_name_letters_CFLAGS = $(LIBNORM_CFLAGS)
libnorm_places_gen_name_letters_LDADD =

NAME_LETTERS = data/places/name-letters.tsv
libnorm/places/name_letter_table.c: libnorm/places/gen_name_letters$(EXEEXT) $(srcdir)/$(NAME_LETTERS)
	$(call generate,libnorm/places/gen_name_letters$(EXEEXT) $(srcdir)/$(NAME_LETTERS))
CLEANFILES += libnorm/places/name_letter_table.c
EXTRA_DIST += $(NAME_LETTERS)

# It reads words as the library does, with its tables.
noinst_PROGRAMS += libnorm/places/gen_name_words
libnorm_places_gen_name_words_SOURCES = \
	libnorm/places/gen_name_words.c \
	libnorm/places/name_letters.h \
	libnorm/places/name_read.c \
	libnorm/places/name_read.h \
	libnorm/places/name_word_read.c \
	libnorm/places/name_words.h \
	libnorm/text/gen_rows.c \
	libnorm/text/gen_rows.h
nodist_libnorm_places_gen_name_words_SOURCES = libnorm/places/name_letter_table.c libnorm/unicode/tables.c
libnorm_places_gen_name_words_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_places_gen_name_words_CFLAGS = $(LIBNORM_CFLAGS)
libnorm_places_gen_name_words_LDADD =

NAME_WORDS = data/places/generics.tsv
libnorm/places/name_word_table.c: libnorm/places/gen_name_words$(EXEEXT) $(srcdir)/$(NAME_WORDS)
	$(call generate,libnorm/places/gen_name_words$(EXEEXT) $(srcdir)/$(NAME_WORDS))
CLEANFILES += libnorm/places/name_word_table.c
EXTRA_DIST += $(NAME_WORDS)

noinst_PROGRAMS += libnorm/places/gen_name_channel
libnorm_places_gen_name_channel_SOURCES = \
	libnorm/places/gen_name_channel.c \
	libnorm/places/name_channel.h \
	libnorm/places/name_letters.h \
	libnorm/text/gen_rows.c \
	libnorm/text/gen_rows.h
nodist_libnorm_places_gen_name_channel_SOURCES = libnorm/places/name_letter_table.c
libnorm_places_gen_name_channel_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_places_gen_name_channel_CFLAGS = $(LIBNORM_CFLAGS)
libnorm_places_gen_name_channel_LDADD =

NAME_CHANNEL = data/places/name-channel.tsv
libnorm/places/name_channel_table.c: libnorm/places/gen_name_channel$(EXEEXT) $(srcdir)/$(NAME_CHANNEL)
	$(call generate,libnorm/places/gen_name_channel$(EXEEXT) $(srcdir)/$(NAME_CHANNEL))
CLEANFILES += libnorm/places/name_channel_table.c
# The channel is counted by hand; see tests/checks/names.sh.
EXTRA_DIST += $(NAME_CHANNEL) data/places/name-pairs.tsv data/places/train-names.py

# Letters of place names
noinst_PROGRAMS += libnorm/places/gen_fold
libnorm_places_gen_fold_SOURCES = \
	libnorm/places/fold.h \
	libnorm/places/fold_find.c \
	libnorm/places/gen_fold.c \
	libnorm/text/gen_rows.c \
	libnorm/text/gen_rows.h \
	libnorm/text/letter_class.c \
	libnorm/text/letter_class.h \
	libnorm/unicode/gen_map.h
nodist_libnorm_places_gen_fold_SOURCES = libnorm/unicode/exemplars.c libnorm/unicode/tables.c
libnorm_places_gen_fold_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_places_gen_fold_CFLAGS = $(LIBNORM_CFLAGS)
libnorm_places_gen_fold_LDADD =

libnorm/places/fold_table.c: libnorm/places/gen_fold$(EXEEXT) $(srcdir)/data/arabic/exceptions.tsv
	$(call generate,libnorm/places/gen_fold$(EXEEXT) $(srcdir)/data/arabic/exceptions.tsv)
CLEANFILES += libnorm/places/fold_table.c

# Words beside place names
noinst_PROGRAMS += libnorm/places/gen_cues
libnorm_places_gen_cues_SOURCES = \
	libnorm/base/buffer.c \
	libnorm/base/memory.c \
	libnorm/places/find_words.h \
	libnorm/places/fold.c \
	libnorm/places/fold.h \
	libnorm/places/fold_find.c \
	libnorm/places/gen_cues.c \
	libnorm/text/gen_rows.c \
	libnorm/text/gen_rows.h \
	libnorm/text/letter_class.c \
	libnorm/unicode/gen_map.h
nodist_libnorm_places_gen_cues_SOURCES = \
	libnorm/places/fold_table.c \
	libnorm/unicode/exemplars.c \
	libnorm/unicode/tables.c
libnorm_places_gen_cues_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_places_gen_cues_CFLAGS = $(LIBNORM_CFLAGS)
libnorm_places_gen_cues_LDADD =

PLACE_CUES = data/places/cues.tsv data/places/ambiguous.tsv
libnorm/places/cue_table.c: libnorm/places/gen_cues$(EXEEXT) $(PLACE_CUES)
	$(call generate,libnorm/places/gen_cues$(EXEEXT) $(PLACE_CUES:%=$(srcdir)/%))
CLEANFILES += libnorm/places/cue_table.c
# The places that the library knows: compiled by the library itself, from tables of data/places (see data/local.mk)
noinst_PROGRAMS += libnorm/places/gen_gazetteer
libnorm_places_gen_gazetteer_SOURCES = libnorm/places/gen_gazetteer.c
libnorm_places_gen_gazetteer_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_places_gen_gazetteer_CFLAGS = $(LIBNORM_CFLAGS)
libnorm_places_gen_gazetteer_LDADD = libnorm/libcore.la
