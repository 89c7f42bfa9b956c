# SPDX-License-Identifier: MIT
# Names of places: gazetteers, the finder, names side by side, names in the other script.

libnorm_libcore_la_SOURCES += \
	libnorm/places/builder.c \
	libnorm/places/builder.h \
	libnorm/places/builder_row.c \
	libnorm/places/compile.c \
	libnorm/places/compile.h \
	libnorm/places/compile_check.c \
	libnorm/places/compile_keys.c \
	libnorm/places/compile_places.c \
	libnorm/places/find.h \
	libnorm/places/filter.c \
	libnorm/places/filter.h \
	libnorm/places/find_first_look.c \
	libnorm/places/find_first_look.h \
	libnorm/places/find_fit.c \
	libnorm/places/find_fit.h \
	libnorm/places/find_judge.c \
	libnorm/places/find_judge.h \
	libnorm/places/find_letters.h \
	libnorm/places/find_name.c \
	libnorm/places/find_name.h \
	libnorm/places/find_opening.c \
	libnorm/places/find_opening.h \
	libnorm/places/find_phrase.c \
	libnorm/places/find_phrase.h \
	libnorm/places/find_scan.c \
	libnorm/places/find_sieve.c \
	libnorm/places/find_sieve.h \
	libnorm/places/find_sieve_make.c \
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
	libnorm/places/report.c \
	libnorm/places/report.h \
	libnorm/places/rewrite.c \
	libnorm/places/rewrite.h \
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
	libnorm/places/steps.h \
	libnorm/places/string_set.c \
	libnorm/places/string_set.h \
	libnorm/places/trie.c \
	libnorm/places/trie.h \
	libnorm/places/trie_build.c \
	libnorm/places/vocabulary.c \
	libnorm/places/vocabulary.h
nodist_libnorm_libcore_la_SOURCES += \
	libnorm/places/arabise_table.c \
	libnorm/places/cue_table.c \
	libnorm/places/fold_table.c \
	libnorm/places/name_channel_table.c \
	libnorm/places/name_letter_table.c \
	libnorm/places/name_word_table.c \
	libnorm/places/romanise_table.c

# Rules of ICU: a library of its own, see translit.h. Its version script alone says what it shows.
lib_LTLIBRARIES += libnorm/libnorm-translit.la
libnorm_libnorm_translit_la_SOURCES = \
	libnorm/base/buffer.c \
	libnorm/base/buffer.h \
	libnorm/base/library.c \
	libnorm/base/library.h \
	libnorm/base/memory.c \
	libnorm/base/memory.h \
	libnorm/places/translit.c
libnorm_libnorm_translit_la_CPPFLAGS = $(LIBNORM_CPPFLAGS) $(BANNED) -DNORM_DATADIR=\"$(pkgdatadir)\"
libnorm_libnorm_translit_la_CFLAGS = $(BASE_CFLAGS) $(WARN_LIB_CFLAGS) -std=c11 $(ICU_CFLAGS)
libnorm_libnorm_translit_la_LDFLAGS = $(AM_LDFLAGS) -no-undefined -version-info 0:0:0 \
	-Wl,--version-script=$(top_srcdir)/libnorm/translit.map
EXTRA_libnorm_libnorm_translit_la_DEPENDENCIES = libnorm/translit.map

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
