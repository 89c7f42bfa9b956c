#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-report: options, mistakes, exit statuses, languages.
tool=${NORM_REPORT:-norm-report}
. "$(dirname "$0")/lib.sh"

run --help
status '--help' 0
has 'says how it is used' out 'Usage: norm-report [OPTION…] [FILE…]'
has 'and what can be left out' out '  repeats       paragraphs that come again'
run --version
has '--version names the tool' out 'norm-report (libnorm) '

printf 'Un texte propre.\n' >clean
printf "L'un\n" >found
run clean
status 'no findings' 0
run found
status 'findings' 1
run -p none found
status 'another profile has none' 0
run --set french.apostrophes=keep found
status 'nor has one where the rule is off' 0
printf 'include = report\n[severity]\nfrench.apostrophes = error\n' >mine.ini
run --lint -p ./mine.ini found
text 'severities of a profile' out "found:1:2: error: mark that stands for an apostrophe: \"'\" (U+0027) → \"’\" (U+2019) [french.apostrophes]"
printf 'include = report\n[severity]\nfrench.apostrophes = off\n' >mine.ini
run --lint -p ./mine.ini found
status 'off' 0
holds 'is not told' [ ! -s out ]
run --rules
holds 'messages of the list stand in one column' [ "$(grep -cvE '^.{60} [^ ]' out)" -eq 0 ]
run --rules -p ./mine.ini
has 'nor is it in the list' out 'french.apostrophes       off '
printf '[french]\nauthority = caf\351\nordinals = fix\n' >theirs.ini
run --rules --json -p ./theirs.ini
has 'an authority in other bytes is UTF-8 in JSON' out '"authority":"caf�"'

LIBNORM_GAZETTEER=missing run clean
status 'a gazetteer that was named and is not there' 2
has 'it is told' err 'missing: cannot be read: no such file'
has 'and who names it' err 'LIBNORM_GAZETTEER'

printf '«\314\212\363' >cut
run --json -f utf-8 -p nlp cut
has 'a character counts, wherever a sentence is cut' out '"characters":3,'

run --examples=0 --json found
has 'no examples' out '"category":"apostrophes","examples":[]'
run --examples=1 --json found found
holds 'one of each file, and one in the total' [ "$(grep -o '"left"' out | wc -l)" -ge 3 ]
printf 'Bamako et Alger\n' >towns
run --examples=0 --json --only=places towns
holds 'forms of places keep their first one, in each file and in the total' \
	[ "$(grep -o '"status":"preferred","examples":\[{' out | wc -l)" -eq 4 ]

printf 'a\001b\302\220\n' >controls
run --json --only=characters controls
has 'a control character has a label' out '"name":"<control-0001>"'
has 'each' out '"name":"<control-0090>"'
odd=$(printf 'a\nb\033[31m')
cp found "$odd"
run "$odd" found
has 'names of files do not command the terminal' out '      a<U+000A>b<U+001B>[31m:1:2: '
has 'nor in the list of files' out '  a<U+000A>b<U+001B>[31m: 5 bytes'

# mistake WORDS ARGUMENT…: refused, with these words
mistake() {
	words=$1
	shift
	run "$@"
	status "$*" 2
	has 'why' err "$words"
}
mistake 'is no section' --only=size,nonsense found
mistake 'must be a whole number from 1 to 256' -j 0 found
mistake 'must be a whole number from 0 to 1000' --examples=x found
mistake 'must be note, warning, error or off' --fail-on=bad found
mistake 'there is no profile "nonsense"' -p nonsense found
mistake 'can be named only once' - -
mistake 'can be named only once' --baseline=-
mistake '--json' --json --tsv found
mistake '--merge' --merge --lint found
mistake '--merge' --merge --jsonl text found
mistake '--merge and --profile' --merge -p search found
mistake '--merge and --set' --merge --set unicode.form=NFC found
mistake '--only and --lint' --lint --only=size found
mistake '--lint and --total' --lint -t found
mistake '--examples and --sarif' --sarif --examples=2 found
mistake '--byte-columns needs --lint' --byte-columns found
mistake '--recursive and --rules' --rules -r
mistake 'found: no file is read by this option' --rules found
mistake '--only has to name rules or characters' --only=size --write-baseline=known found
holds 'and no baseline is written' [ ! -e known ]
mistake 'there is no such option' --nonsense

# in other languages
if languages; then
	LANGUAGE='fr' run found
	has 'in French' out "$(printf '1 fichier\302\240: 0 erreur, 0 avertissement, 1 remarque')"
	LANGUAGE='ar' run found
	has 'in Arabic' out 'الحروف'
	echo 'Il habite à Tinzaouatène.' >place
	LANGUAGE='fr' run place
	has 'kinds of places, too' out "$(printf '(ville ML, ln:ml-tinzaouatene)\302\240: Tinzaouatène 1')"
	LANGUAGE='fr' run --lint found
	has 'severities are words for programs' out 'found:1:2: note: '
else
	skip 'other languages' 'no catalogues, built without them, or no locale for them'
fi
finish
