# SPDX-License-Identifier: MIT
# The library. Its rooms, from left to right: base, unicode, text, {arabic, french, repair, places}, engine.
# A new source file goes into the list of its room; a new public function also into libnorm.map. Rooms with much to build have
# a local.mk of their own.

noinst_LTLIBRARIES += libnorm/libcore.la
lib_LTLIBRARIES += libnorm/libnorm.la

LIBNORM_CPPFLAGS = $(BASE_CPPFLAGS) -I$(top_srcdir)/libnorm
LIBNORM_CFLAGS = $(BASE_CFLAGS) $(WARN_LIB_CFLAGS) -std=c11 -fvisibility=hidden

# Everything, for libnorm.la and for the tests, which also reach what is not exported
libnorm_libcore_la_CPPFLAGS = $(LIBNORM_CPPFLAGS) -include base/prelude.h -DNORM_DATADIR=\"$(pkgdatadir)\"
libnorm_libcore_la_CFLAGS = $(LIBNORM_CFLAGS) $(INIH_CFLAGS) $(ICU_UC_CFLAGS) $(ZLIB_CFLAGS)
libnorm_libcore_la_LIBADD = $(INIH_LIBS) $(ZLIB_LIBS) -lm
libnorm_libcore_la_SOURCES = \
	libnorm/base/banned.h \
	libnorm/base/buffer.c \
	libnorm/base/buffer.h \
	libnorm/base/cpbuf.c \
	libnorm/base/cpbuf.h \
	libnorm/base/library.c \
	libnorm/base/library.h \
	libnorm/base/memory.c \
	libnorm/base/memory.h \
	libnorm/base/prelude.h \
	libnorm/base/search.h \
	libnorm/unicode/arabic_map.c \
	libnorm/unicode/arabic_map.h \
	libnorm/unicode/ascii.h \
	libnorm/unicode/exemplars.h \
	libnorm/unicode/find.c \
	libnorm/unicode/find.h \
	libnorm/unicode/has_vectors.h \
	libnorm/unicode/normal.c \
	libnorm/unicode/normal.h \
	libnorm/unicode/scan.c \
	libnorm/unicode/scan_arabic.c \
	libnorm/unicode/scan_portable.c \
	libnorm/unicode/scan.h \
	libnorm/unicode/scan_vector.h \
	libnorm/unicode/tables.h \
	libnorm/unicode/utf8.c \
	libnorm/unicode/utf8.h \
	libnorm/text/ascii_set.h \
	libnorm/text/broken.h \
	libnorm/text/category.h \
	libnorm/text/character.h \
	libnorm/text/edit_chain.c \
	libnorm/text/edit_chain.h \
	libnorm/text/edit_list.c \
	libnorm/text/edit_list.h \
	libnorm/text/edit_repeat.c \
	libnorm/text/edit_repeat.h \
	libnorm/text/eight.h \
	libnorm/text/error_field.c \
	libnorm/text/error_field.h \
	libnorm/text/function_words.h \
	libnorm/text/beside.h \
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
	libnorm/text/level_glued.h \
	libnorm/text/level_language.c \
	libnorm/text/level_mark.h \
	libnorm/text/level_quotes.c \
	libnorm/text/level_scan.c \
	libnorm/text/level_window.h \
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
	libnorm/text/protect_member.c \
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
	libnorm/french/quantity_settle.c \
	libnorm/french/colon.c \
	libnorm/french/dash_pairs.c \
	libnorm/french/dash_pairs.h \
	libnorm/french/dashes.c \
	libnorm/french/ellipsis.c \
	libnorm/french/gap.c \
	libnorm/french/gap.h \
	libnorm/french/glued_sentences.c \
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
	libnorm/engine/again.c \
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
	libnorm/engine/blanks.c \
	libnorm/engine/island.c \
	libnorm/engine/island.h \
	libnorm/engine/island_rules.c \
	libnorm/engine/join.c \
	libnorm/engine/letter_beside.c \
	libnorm/engine/letter_hot.c \
	libnorm/engine/letter_table.c \
	libnorm/engine/letter_table.h \
	libnorm/engine/levels.c \
	libnorm/engine/levels.h \
	libnorm/engine/machine.c \
	libnorm/engine/mend.c \
	libnorm/engine/machine.h \
	libnorm/engine/places.c \
	libnorm/engine/profile.c \
	libnorm/engine/profile.h \
	libnorm/engine/profile_parse.c \
	libnorm/engine/put_mark.h \
	libnorm/engine/registry.c \
	libnorm/engine/quiet.h \
	libnorm/engine/registers.h \
	libnorm/engine/registry.h \
	libnorm/engine/run.c \
	libnorm/engine/see.c \
	libnorm/engine/see.h \
	libnorm/engine/sequence.c \
	libnorm/engine/sequence_known.c \
	libnorm/engine/sequence.h \
	libnorm/engine/stream.c \
	libnorm/engine/suspect.c \
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
	libnorm/unicode/exemplars.c \
	libnorm/unicode/tables.c

libnorm_libnorm_la_SOURCES =
libnorm_libnorm_la_LIBADD = libnorm/libcore.la
libnorm_libnorm_la_LDFLAGS = $(AM_LDFLAGS) -no-undefined -version-info 0:0:0 \
	-Wl,--version-script=$(top_srcdir)/libnorm/libnorm.map
EXTRA_libnorm_libnorm_la_DEPENDENCIES = libnorm/libnorm.map

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

include libnorm/repair/local.mk
include libnorm/places/local.mk
