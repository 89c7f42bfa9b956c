#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-places: options, mistakes, exit statuses.
tool=${NORM_PLACES:-norm-places}
. "$(dirname "$0")/lib.sh"

run --help
status '--help' 0
for command in find lookup match rank romanise arabise compile lint import export; do
	holds "--help tells of $command" grep -q "^  $command\\( \\|\$\\)" out
done
for option in gazetteer no-base format html json jsonl from min count country scheme output strict color data-dir help version; do
	has "--help tells of --$option" out "--$option"
done
holds '--help says nothing on standard error' [ ! -s err ]
run --version
status '--version' 0
has '--version names the tool' out 'norm-places (libnorm) '

run
status 'no command' 2
has 'no command: what is missing' err 'a command is missing'
run frobnicate
status 'a command that there is not' 2
has 'it is named' err 'there is no command "frobnicate"'
run find --frobnicate
status 'an option that there is not' 2
has 'it is named' err '--frobnicate: there is no such option'

# wrong WHAT ARGUMENT…: is refused with this text, before anything is read or written
wrong() {
	what=$1
	shift
	run "$@"
	status "$*" 2
	has "$*: why" err "$what"
	has "$*: help is pointed at" err 'norm-places --help'
	holds "$*: nothing is written" [ ! -s out ]
}
wrong 'too few arguments; usage: norm-places lookup NAME…' lookup
wrong 'too few arguments' match Bamako
wrong 'too many arguments' match a b c
wrong 'too few arguments' rank list
wrong 'too few arguments' lint
wrong 'too few arguments' import --format=geonames
wrong 'too many arguments' export file
wrong 'compile needs --output=FILE' compile table
wrong 'find does not take --count' find --count=2
wrong 'match does not take --gazetteer' match -g file a b
wrong 'lookup does not take --format' lookup --format=tsv Bamako
wrong 'find needs one of these as its --format: text, tsv, jsonl, html' find --format=osm
wrong 'import needs one of these as its --format: geonames, osm, wikidata' import file
wrong 'import needs one of these' import --format=html file
wrong 'match takes one country' match --country=ML,DZ a b

# refuses WHAT OPTION: a wrong value
refuses() {
	run rank "$2" a b
	status "$2" 2
	has "$2: what it can be" err "$1"
}
refuses 'must be a number from 0 to 1' --min=2
refuses 'needs a value' --min=
refuses 'must be a number from 0 to 1' --min=0,5
refuses 'must be a whole number from 1 to 1000' --count=0
refuses 'must be a whole number from 1 to 1000' --count=-1
refuses 'must be a whole number from 1 to 1000' --count=1001
refuses 'in capitals' --country=ml
refuses 'in capitals' --country=MLI
refuses 'needs a value' --country=
refuses 'must be auto, always or never' --color=sometimes

# Statuses: 0 found, 1 not found, 2 trouble
run lookup Bamako
status 'a place that is known' 0
run lookup Xyzzyville
status 'a place that is not' 1
has 'it is named' err '"Xyzzyville": no place of this name is known'
run lookup Bamako Xyzzyville
status 'one of each' 1
has 'what is known is told' out 'Bamako'
run match Bamako باماكو
status 'the same name' 0
run match Bamako الخرطوم
status 'two names' 1
echo 'Il est à Bamako.' | "$tool" find >out 2>err
status=$?
status 'find finds something' 0
echo 'Il est parti hier.' | "$tool" find >out 2>err
status=$?
status 'find finds nothing' 1
holds 'it writes nothing' [ ! -s out ]

# Numbers have a decimal point in every country: they stand in tables and JSON.
for locale in $(locale -a | grep -i '^fr_FR\.utf' | head -n 1); do
	LC_ALL=$locale "$tool" match --json Gao Gao | grep -q '"score":[01]\.[0-9]' || fail 'a decimal point in French'
done

if languages; then
	LANGUAGE='fr' "$tool" --help >out 2>err
	has 'French: the commands' out 'trouver les lieux dans des textes'
	hasnt 'French: nothing of the catalogue' out 'Content-Type'
	LANGUAGE='fr' "$tool" lookup Bamako >out 2>err
	has 'French: a feature' out '(capitale, ML)'
	LANGUAGE='ar' "$tool" lookup Bamako >out 2>err
	has 'Arabic: a feature' out '(عاصمة, ML)'
	LANGUAGE='ar' "$tool" find --format=tsv - <<-'END' >out 2>err
	à Bamako
	END
	has 'tables are in no language' out '	capital	'
else
	skip 'messages in other languages' 'no catalogues, built without them, or no locale for them'
fi

# Output that cannot be written
if [ -c /dev/full ]; then
	for arguments in 'lookup Bamako' export 'match Gao Gao' --help; do
		# shellcheck disable=SC2086 # words
		"$tool" $arguments >/dev/full 2>err
		status=$?
		status "$arguments >/dev/full" 2
		has "$arguments >/dev/full: why" err 'No space left'
	done
	echo 'à Bamako' | "$tool" find >/dev/full 2>err
	status=$?
	status 'find >/dev/full' 2
else
	skip '/dev/full' 'not there'
fi
"$tool" export >&- 2>err
status=$?
status 'closed standard output' 2
holds 'closed standard output: why' [ -s err ]

# The data
run --data-dir=nowhere romanise --scheme=din-31635 x
status 'a directory without data' 2
has 'the file is named' err 'nowhere/translit/din-31635.txt'
LIBNORM_GAZETTEER=nowhere.gaz "$tool" lookup Bamako >out 2>err
status=$?
status 'a gazetteer that is not there' 2
has 'it is named' err 'nowhere.gaz: cannot be read: no such file'
run lookup --no-base Bamako
status 'no gazetteer at all' 1
run romanise --no-base بماكو
status 'rules without a gazetteer' 0
has 'they say so' out 'rules'
finish
