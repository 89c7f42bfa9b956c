#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-compare: options, mistakes, contradictions, exit statuses.
tool=norm-compare
. "$(dirname "$0")/lib.sh"

run --help
status '--help' 0
for option in within against recursive git from ignore fail-on line-breaks words unified side-by-side json html stat quiet context \
	width color data-dir help version; do
	has "--help names --$option" out "--$option"
done
for class in space line-break invisible quote apostrophe dash case accent ligature marks hamza tatweel digit-shape form encoding name \
	punctuation number wording moved; do
	has "--help names the class $class" out "  $class "
done
cp out long
run -h
same '-h is --help' out long
run --version
has '--version names the tool and the library' out 'norm-compare (libnorm) '

printf 'un deux\n' >a
printf 'un trois\n' >b
printf 'Un deux\n' >c
run a a
status 'the same file: 0' 0
holds 'and nothing to say' [ ! -s out ]
run a b
status 'a difference: 1' 1
run -q a b
status '-q: 1' 1
holds '-q says nothing' [ ! -s out ]
run -q a a
status '-q: 0' 0
# It ends at the first difference that decides, which is not always the first one.
echo "L’un dit « oui » à 12 élus, puis un mot." >first
echo "L'un dit « oui » à 12 élus, puis un mot." >noise
echo "L'un dit « oui » à 13 élus, puis un mot." >number
for case in 'noise 1' '--ignore=noise noise 0' '--fail-on=wording,number noise 0' '--ignore=noise number 1' '--fail-on=wording number 0' \
	'--fail-on=number number 1' '--ignore=number,noise number 0' '--ignore=apostrophe noise 0'; do
	expected=${case##* }
	run -q first ${case% *} 2>err
	status "-q ${case% *}: as it is without -q" "$expected"
	run first ${case% *}
	status "${case% *}" "$expected"
done
for files in 'a missing' 'missing a' 'missing missing'; do
	# shellcheck disable=SC2086 # two files
	run $files
	status "$files: 2" 2
	has "$files: it is named" err 'missing: No such file'
	# shellcheck disable=SC2086
	run -q $files
	status "-q $files: 2" 2
done

run --fail-on=wording,number a c
status '--fail-on: noise is no failure' 0
has 'and it is shown' out '{+Un+}'
run --fail-on=noise a c
status '--fail-on=noise' 1
run --ignore=case a c
status '--ignore: 0' 0
holds 'and nothing is shown' [ ! -s out ]
run --ignore=noise a b
status '--ignore=noise: wording stays' 1
run --ignore=all a b
status '--ignore=all' 0

# mistake WHAT OPTION…: status 2, and the mistake is named
mistake() {
	what=$1
	shift
	run "$@"
	status "$*" 2
	has "$*: what is wrong" err "$what"
	holds "$*: nothing is written" [ ! -s out ]
}
printf 'no gazetteer\n' >broken
LIBNORM_GAZETTEER=broken run a b
status 'a gazetteer that is none' 2
has 'it is named' err 'broken: '
mistake 'two files are needed' a
mistake 'two files are needed'
mistake 'two files can be compared' a b c
mistake 'there is no such option' --frobnicate a b
mistake '"typo" is no class of differences' --ignore=case,typo a b
mistake '--fail-on: needs a value' --fail-on= a b
mistake '"" is no class of differences' --fail-on=case, a b
mistake 'must be a whole number' --context=many a b
mistake 'not less than 20' --width=3 a b
mistake 'must be auto, always or never' --color=perhaps a b
mistake 'there is no encoding of that name' --from=klingon a b
mistake 'cannot be used together' --json --html a b
mistake 'cannot be used together' --within --against=a b
mistake 'cannot be used together' --against=a --stat b
mistake '--against needs a file' --against=a
mistake '1, 7 or 9 arguments' --git a b
mistake 'can be named only once' - -

# names: the gazetteer of libnorm may be missing, but one that is named has to be there, and one that is there has to be good
mkdir data
ln -s "$LIBNORM_DATA/profiles" data/profiles
LIBNORM_GAZETTEER='' run --data-dir=data a c
status 'no gazetteer: letters tell names' 1
LIBNORM_GAZETTEER=missing run a c
status 'a gazetteer that was named and is not there' 2
has 'it is told' err 'missing: cannot be read: no such file'
has 'and who names it' err 'LIBNORM_GAZETTEER'
holds 'nothing is written' [ ! -s out ]
LIBNORM_GAZETTEER=a run a c
status 'what is no gazetteer' 2
has 'it is told' err 'a: is no gazetteer'
finish
