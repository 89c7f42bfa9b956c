#!/bin/sh
# SPDX-License-Identifier: MIT
# norm-places lint: each kind of wrong row names file, line and what is wrong; damaged gazetteers are found.
tool=${NORM_PLACES:-norm-places}
. "$(dirname "$0")/lib.sh"

printf 'ln:gao\tML\tcity\t16.27\t-0.04\tfr\tGao\tpreferred\tdesk\n' >good
run lint good
status 'a good table' 0
holds 'nothing is said' [ ! -s err ]

# wrong WHAT ROW: the row, behind a good one, is an error that says this
wrong() {
	# shellcheck disable=SC2059 # the row is a format
	{ cat good && printf -- "$2\n"; } >table
	run lint table
	status "$1" 1
	has "$1: file, line and why" err "table:2: error: $1"
	run compile -o table.gaz table
	status "$1: does not compile" 2
	holds "$1: nothing is written" [ ! -e table.gaz ]
}
wrong 'cells with a tab between them: 8 instead of 9' 'ln:a\tML\ttown\t\t\tfr\tA b\tpreferred'
wrong 'cells with a tab between them: 10 instead of 9' 'ln:a\tML\ttown\t\t\tfr\tAb\tpreferred\tdesk\t'
wrong '"l n" in column id' 'l n\tML\ttown\t\t\tfr\tAb\tpreferred\tdesk'
wrong '"mali" in column country' 'ln:a\tmali\ttown\t\t\tfr\tAb\tpreferred\tdesk'
wrong '"burg" in column feature is not one of country, region' 'ln:a\tML\tburg\t\t\tfr\tAb\tpreferred\tdesk'
wrong '"91" in column lat is not a number of degrees from -90 to 90' 'ln:a\tML\ttown\t91\t0\tfr\tAb\tpreferred\tdesk'
wrong '"1,5" in column lon' 'ln:a\tML\ttown\t1\t1,5\tfr\tAb\tpreferred\tdesk'
wrong '"" in column lon' 'ln:a\tML\ttown\t1\t\tfr\tAb\tpreferred\tdesk'
wrong '"de" in column lang' 'ln:a\tML\ttown\t\t\tde\tAb\tpreferred\tdesk'
wrong '"best" in column status' 'ln:a\tML\ttown\t\t\tfr\tAb\tbest\tdesk'
wrong '"" in column source' 'ln:a\tML\ttown\t\t\tfr\tAb\tpreferred\t'
wrong '"غاو" is in language fr' 'ln:a\tML\ttown\t\t\tfr\tغاو\tpreferred\tdesk'
wrong '"Gao (ville)", in language fr, has U+0028' 'ln:a\tML\ttown\t\t\tfr\tGao (ville)\tpreferred\tdesk'
wrong 'a space at an end, or two in a row: "Gao "' 'ln:a\tML\ttown\t\t\tfr\tGao \tpreferred\tdesk'
wrong 'a space at an end, or two in a row: ""' 'ln:a\tML\ttown\t\t\tfr\t\tpreferred\tdesk'
wrong "\"$(printf 'Abe\314\201che')\" is not in NFC" 'ln:a\tTD\ttown\t\t\tfr\tAbe\314\201che\tpreferred\tdesk'
wrong '"..." has no letter' 'ln:a\tML\ttown\t\t\tfr\t...\tpreferred\tdesk'
wrong '0xFF at byte ' 'ln:a\tML\ttown\t\t\tfr\tGa\377o\tpreferred\tdesk'
wrong 'control character U+0007 at byte ' 'ln:a\tML\ttown\t\t\tfr\tGa\007o\tpreferred\tdesk'
wrong 'place ln:gao has another country in table:1' 'ln:gao\tNE\tcity\t\t\tfr\tGaou\tvariant\tdesk'
wrong 'place ln:gao has another lat in table:1' 'ln:gao\tML\tcity\t17\t-0.04\tfr\tGaou\tvariant\tdesk'
wrong '"Gaou" is preferred in language fr, and "Gao" is, too' 'ln:gao\tML\tcity\t\t\tfr\tGaou\tpreferred\tdesk'

letters() { awk -v count="$1" 'BEGIN { while (count-- > 0) printf "a" }'; }
wrong 'the form is longer than 200 characters' "ln:a\\tML\\ttown\\t\\t\\tfr\\t$(letters 201)\\tpreferred\\tdesk"
wrong 'the line is longer than 4096 bytes' "ln:a\\tML\\ttown\\t\\t\\tfr\\t$(letters 10000)\\tpreferred\\tdesk"

# All mistakes of all files, in their order
printf 'x\n' >one
printf 'y\n\n# z\nz\n' >two
run lint one good two
status 'several files' 1
cut -d: -f1,2 err >where
text 'each mistake has its place' where 'one:1\ntwo:1\ntwo:4'
run lint good missing
status 'a file that is not there' 2
has 'it is named' err 'missing: cannot be read'
run lint .
status 'a directory' 2
"$tool" lint - <two >out 2>err
status=$?
status 'standard input' 1
has 'it has a name, too' err ':4: error:'

# What is only doubtful
printf 'ln:gao\tML\tcity\t16.27\t-0.04\tfr\tGao\tvariant\tdesk\n' >again
run lint good again
status 'a form that is there twice' 0
has 'it is told' err 'again:1: doubtful: "Gao" stands there twice in language fr: good:1'
run lint --strict good again
status '--strict' 1

# Compiled files
run compile -o good.gaz good
run lint good.gaz
status 'a good gazetteer' 0
size=$(wc -c <good.gaz)
# broken WHAT FILE: is found by lint, which says this, and nobody reads it
broken() {
	run lint "$2"
	status "$1: lint" 1
	has "$1: said" err "$2: is $1"
	run lookup --no-base -g "$2" Gao
	holds "$1: no crash" [ "$status" -le 2 ]
}
head -c $((size - 1)) good.gaz >cut.gaz
broken 'cut: ' cut.gaz
run lookup --no-base -g cut.gaz Gao
status 'a cut file is not opened' 2
for at in $((size / 2)) $((size - 1)); do
	{ head -c "$at" good.gaz && printf '\377' && tail -c +$((at + 2)) good.gaz; } >damaged.gaz
	cmp -s good.gaz damaged.gaz || broken 'damaged' damaged.gaz
done
printf 'GIF89a' | cat - good.gaz >magic.gaz
run lint magic.gaz
status 'a binary file that is no gazetteer' 1
run lookup --no-base -g magic.gaz Gao
status 'it is not opened' 2
has 'what it is not' err 'magic.gaz: is no gazetteer; "norm-places compile" makes one of tables'
run lookup -g good Gao
status 'a table where a gazetteer belongs' 2
has 'what makes one' err 'norm-places compile'
: >empty
run lookup --no-base -g empty Gao
status 'an empty file' 2
run lint empty
status 'an empty table' 0
finish
