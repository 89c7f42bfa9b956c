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
	data/profiles/search.ini \
	data/profiles/wire.ini

# Read when the library is built: see libnorm/local.mk.
EXTRA_DIST += data/arabic/exceptions.tsv data/languages/words.tsv

EXTRA_DIST += data/SOURCES $(wildcard $(srcdir)/data/samples/*)
