# SPDX-License-Identifier: MIT
# Damaged text.

libnorm_libcore_la_SOURCES += \
	libnorm/repair/arabic_words.c \
	libnorm/repair/arabic_words.h \
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
	libnorm/repair/icu.c \
	libnorm/repair/icu.h \
	libnorm/repair/invisibles.c \
	libnorm/repair/joiners.c \
	libnorm/repair/letter_order.h \
	libnorm/repair/line_ends.c \
	libnorm/repair/line_ends.h \
	libnorm/repair/line_joiner.c \
	libnorm/repair/line_joiner.h \
	libnorm/repair/markup.c \
	libnorm/repair/markup.h \
	libnorm/repair/misreading.c \
	libnorm/repair/misreading.h \
	libnorm/repair/mojibake.c \
	libnorm/repair/mojibake.h \
	libnorm/repair/mojibake_arabic.c \
	libnorm/repair/mojibake_cells.c \
	libnorm/repair/mojibake_lost.c \
	libnorm/repair/mojibake_utf8.c \
	libnorm/repair/reference.c \
	libnorm/repair/reference.h \
	libnorm/repair/steps.h \
	libnorm/repair/tags.c \
	libnorm/repair/visual.c \
	libnorm/repair/visual_evidence.c \
	libnorm/repair/visual_evidence.h \
	libnorm/repair/visual_levels.c \
	libnorm/repair/visual_line.c \
	libnorm/repair/visual_line.h \
	libnorm/repair/visual_words.c \
	libnorm/repair/visual_words.h \
	libnorm/repair/word_model.c \
	libnorm/repair/word_model.h \
	libnorm/repair/word_root.c
nodist_libnorm_libcore_la_SOURCES += \
	libnorm/repair/arabic_word_table.c \
	libnorm/repair/codepages.c \
	libnorm/repair/entity_table.c \
	libnorm/repair/evidence_tables.c \
	libnorm/repair/hyphen_table.c \
	libnorm/repair/letter_order_table.c

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

# Words of Arabic
noinst_PROGRAMS += libnorm/repair/gen_arabic_words
libnorm_repair_gen_arabic_words_SOURCES = \
	libnorm/base/memory.c \
	libnorm/base/memory.h \
	libnorm/repair/arabic_words.h \
	libnorm/repair/gen_arabic_words.c \
	libnorm/repair/gen_word_model.c \
	libnorm/repair/gen_word_model.h \
	libnorm/repair/letter_order.h \
	libnorm/repair/word_model.h \
	libnorm/repair/word_root.c \
	libnorm/text/gen_rows.c \
	libnorm/text/gen_rows.h \
	libnorm/unicode/gen_map.h
libnorm_repair_gen_arabic_words_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED)
libnorm_repair_gen_arabic_words_CFLAGS = $(LIBNORM_CFLAGS)
libnorm_repair_gen_arabic_words_LDADD = -lm

ARABIC_WORDS = data/languages/arabic-words.tsv
libnorm/repair/arabic_word_table.c: libnorm/repair/gen_arabic_words$(EXEEXT) $(srcdir)/$(ARABIC_WORDS)
	$(call generate,libnorm/repair/gen_arabic_words$(EXEEXT) $(srcdir)/$(ARABIC_WORDS))
CLEANFILES += libnorm/repair/arabic_word_table.c
EXTRA_DIST += $(ARABIC_WORDS)

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
