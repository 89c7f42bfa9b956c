# SPDX-License-Identifier: MIT
# Data that people edit. What the library reads when it runs is installed below $(pkgdatadir).

profilesdir = $(pkgdatadir)/profiles
dist_profiles_DATA = \
	data/profiles/clean.ini \
	data/profiles/fr-CA.ini \
	data/profiles/fr-CH.ini \
	data/profiles/fr-FR.ini \
	data/profiles/nlp.ini \
	data/profiles/none.ini \
	data/profiles/report.ini \
	data/profiles/search.ini \
	data/profiles/wire.ini

# Places: tables that are compiled into one file, which is of the byte order of the machine. Who looks for names in texts reads
# the words beside names, too.
PLACES = \
	data/places/africa.tsv \
	data/places/areas.tsv \
	data/places/countries.tsv \
	data/places/machrek.tsv \
	data/places/maghreb.tsv \
	data/places/sahel.tsv \
	data/places/world.tsv
placesdir = $(pkgdatadir)/places
places_DATA = data/places/base.gaz
data/places/base.gaz: libnorm/places/gen_gazetteer$(EXEEXT) $(PLACES)
	$(call generate,libnorm/places/gen_gazetteer$(EXEEXT) $(PLACES:%=$(srcdir)/%))
CLEANFILES += data/places/base.gaz
EXTRA_DIST += $(PLACES) data/places/ambiguous.tsv data/places/cues.tsv

# Rules of ICU, which libnorm-translit reads
translitdir = $(pkgdatadir)/translit
dist_translit_DATA = \
	data/translit/bgn-pcgn-1956.txt \
	data/translit/buckwalter.txt \
	data/translit/din-31635.txt \
	data/translit/iso-233-2.txt \
	data/translit/ungegn-2017.txt

# Read when the library is built: see libnorm/local.mk.
EXTRA_DIST += data/arabic/exceptions.tsv data/languages/words.tsv

EXTRA_DIST += data/SOURCES $(wildcard $(srcdir)/data/samples/*)
